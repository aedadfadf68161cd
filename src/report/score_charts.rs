//! Scores as charts: sections, the way to the line, cost against score, years and units.

use std::collections::BTreeMap;

use crate::chart::{Axis, Chart, Kind, Point, Role, Series};
use crate::ledger::{Assessment, Ledger, ReviewAssessment, ReviewId, ReviewSheet};
use crate::rubric::{Frontier, Points, Rubric, Score, SectionScore};
use crate::text::{Key, Language, Message, grouped};

/// The sections that apply, with what each gives at most.
fn sections<'s>(rubric: &'s Rubric, score: &'s Score) -> impl Iterator<Item = (&'s str, &'s SectionScore)> {
    let named = rubric.sections.iter().zip(&score.sections);
    named
        .filter(|(_, section)| section.applies == Some(true) && section.applicable > Points::ZERO)
        .map(|(section, scored)| (section.id.as_str(), scored))
}

fn section_title(rubric: &Rubric, id: &str, language: Language) -> String {
    let section = rubric.sections.iter().find(|section| section.id == id);
    section.map_or_else(String::new, |section| section.title.get(language).to_string())
}

/// Points of each section beside the most that it can give; the assessors' where they gave some.
pub fn section_bars(found: &ReviewAssessment, language: Language) -> Option<Chart> {
    let (rubric, score) = (found.rubric.as_deref()?, found.score.as_ref()?);
    let names: Vec<String> =
        sections(rubric, score).map(|(id, _)| section_title(rubric, id, language)).collect();
    if names.is_empty() {
        return None;
    }
    let series = |name: Key, role: Role, of: &dyn Fn(&SectionScore) -> Points, score: &Score| Series {
        name: name.say(language).to_string(),
        role,
        points: sections(rubric, score)
            .enumerate()
            .map(|(place, (_, section))| point(place as f64, of(section)))
            .collect(),
        ..Series::default()
    };
    let points = |section: &SectionScore| section.points;
    let mut all = vec![series(Key::SeriesSelf, Role::Own, &points, score)];
    if let Some(assessed) = &found.assessed {
        all.push(series(Key::SeriesAssessed, Role::Reference, &points, assessed));
    }
    all.push(series(Key::SeriesMost, Role::Target, &|section| section.applicable, score));
    let description = Message::new(Key::ChartSectionsDescription)
        .with("count", names.len().to_string())
        .with("total", score.total.to_string());
    Some(Chart {
        id: "score-sections".to_string(),
        kind: Kind::Bars,
        title: Key::ChartSectionsTitle.say(language).to_string(),
        description: description.say(language),
        x_title: Key::ColumnSection.say(language).to_string(),
        x: Axis::Named(names),
        series: all,
        ..frame(language)
    })
}

/// Where the points go that are missing: what each item loses, the most first, and the rest together.
pub fn loss_bars(found: &ReviewAssessment, language: Language) -> Option<Chart> {
    /// So many items are shown by themselves.
    const SHOWN: usize = 12;
    let (rubric, score) = (found.rubric.as_deref()?, found.score.as_ref()?);
    let items = score.sections.iter().filter(|section| !section.bonus).flat_map(|section| &section.items);
    let applies = items.filter(|item| item.standing != crate::rubric::ItemStanding::LeftOut);
    let mut losses: Vec<(String, Points)> = applies
        .filter(|item| item.points < item.max)
        .map(|item| {
            let title = rubric.item(&item.id).map_or("", |item| item.title.get(language));
            (title.to_string(), item.max - item.points)
        })
        .collect();
    if losses.is_empty() {
        return None;
    }
    losses.sort_by_key(|(_, loss)| std::cmp::Reverse(*loss));
    let total: Points = losses.iter().map(|(_, loss)| *loss).sum();
    let rest: Points = losses.iter().skip(SHOWN).map(|(_, loss)| *loss).sum();
    losses.truncate(SHOWN);
    if rest > Points::ZERO {
        losses.push((Key::OtherItems.say(language).to_string(), rest));
    }
    let points = losses.iter().enumerate().map(|(place, (_, loss))| point(place as f64, *loss)).collect();
    let description = Message::new(Key::ChartLossDescription).with("total", total.to_string());
    Some(Chart {
        id: "score-losses".to_string(),
        kind: Kind::Bars,
        title: Key::ChartLossTitle.say(language).to_string(),
        description: description.say(language),
        x_title: Key::ColumnItem.say(language).to_string(),
        x: Axis::Named(losses.into_iter().map(|(name, _)| name).collect()),
        series: vec![Series {
            name: Key::SeriesLost.say(language).to_string(),
            role: Role::Own,
            points,
            ..Series::default()
        }],
        ..frame(language)
    })
}

/// The best score for any money, as a line of steps, with the pass line and the cheapest plan that reaches it.
pub fn cost_curve(rubric: &Rubric, frontier: &Frontier, language: Language) -> Chart {
    let mut steps: Vec<Point> = Vec::new();
    for plan in &frontier.plans {
        let label = Message::new(Key::ChartCostPoint)
            .with("cost", grouped(plan.cost))
            .with("total", plan.total.to_string());
        if let Some(before) = steps.last().cloned() {
            steps.push(Point { x: plan.cost, label: before.label, ..before });
        }
        steps.push(Point::new(plan.cost, plan.total.value(), label.say(language)));
    }
    let ends = steps.first().zip(steps.last()).map(|(first, last)| (first.x, last.x));
    let line = rubric.pass.min_score.zip(ends).map(|(line, (from, to))| Series {
        name: Key::RubricPassLine.say(language).to_string(),
        role: Role::Target,
        points: vec![point(from, line), point(to, line)],
        ..Series::default()
    });
    let cheapest = frontier.cheapest().map(|plan| Series {
        name: Key::SeriesCheapest.say(language).to_string(),
        role: Role::Reference,
        points: vec![point(plan.cost, plan.total)],
        ..Series::default()
    });
    let best = frontier.plans.last().map_or_else(String::new, |plan| plan.total.to_string());
    let description = Message::new(Key::ChartCostDescription)
        .with("count", frontier.plans.len().to_string())
        .with("total", best);
    let own = Series {
        name: Key::SeriesBest.say(language).to_string(),
        role: Role::Own,
        points: steps,
        ..Series::default()
    };
    Chart {
        id: "cost-score".to_string(),
        title: Key::ChartCostTitle.say(language).to_string(),
        description: description.say(language),
        x_title: Key::ChartCostAxis.say(language).to_string(),
        x: Axis::Numbers,
        series: [Some(own), line, cheapest].into_iter().flatten().collect(),
        ..frame(language)
    }
}

/// A unit's years under one rubric, ascending.
fn years<'l>(
    ledger: &'l Ledger,
    assessment: &'l Assessment,
    of: ReviewId,
) -> BTreeMap<i32, (&'l ReviewSheet, &'l ReviewAssessment)> {
    let Some(shown) = ledger.certification.review(of) else { return BTreeMap::new() };
    let all = ledger.certification.reviews.iter().zip(&assessment.reviews);
    let same = all.filter(|(sheet, _)| {
        sheet.unit.trim() == shown.unit.trim() && sheet.rubric.trim() == shown.rubric.trim()
    });
    same.filter_map(|(sheet, found)| Some((found.year?, (&**sheet, &**found)))).collect()
}

/// The score of a unit over its years, and each section as its share of what it can give; once there are two years.
pub fn score_trends(
    ledger: &Ledger,
    assessment: &Assessment,
    of: ReviewId,
    language: Language,
) -> Vec<Chart> {
    let years = years(ledger, assessment, of);
    let Some((rubric, _)) = years
        .values()
        .last()
        .and_then(|(_, found)| Some((found.rubric.clone()?, found.score.as_ref()?)))
        .filter(|_| years.len() > 1)
    else {
        return Vec::new();
    };
    let totals = |name: Key, role: Role, of: fn(&ReviewAssessment) -> Option<&Score>| Series {
        name: name.say(language).to_string(),
        role,
        points: years
            .iter()
            .filter_map(|(year, (_, found))| Some(point(f64::from(*year), of(found)?.total)))
            .collect(),
        ..Series::default()
    };
    let mut series = vec![
        totals(Key::SeriesSelf, Role::Own, |found| found.score.as_ref()),
        totals(Key::SeriesAssessed, Role::Reference, |found| found.assessed.as_ref()),
    ];
    if let Some(line) = rubric.pass.min_score {
        let ends = years.keys().next().into_iter().chain(years.keys().last());
        series.push(Series {
            name: Key::RubricPassLine.say(language).to_string(),
            role: Role::Target,
            points: ends.map(|year| point(f64::from(*year), line)).collect(),
            ..Series::default()
        });
    }
    series.retain(|series| !series.points.is_empty());
    let last = years.values().last().and_then(|(_, found)| found.score.as_ref());
    let description = Message::new(Key::ChartScoreTrendDescription)
        .with("count", years.len().to_string())
        .with("total", last.map_or_else(String::new, |score| score.total.to_string()));
    let total = Chart {
        id: "score-trend".to_string(),
        title: Key::ChartScoreTrendTitle.say(language).to_string(),
        description: description.say(language),
        x_title: Key::ReviewYear.say(language).to_string(),
        series,
        ..frame(language)
    };
    let mut charts = vec![total];
    charts.extend(rubric.sections.iter().filter_map(|section| {
        let points: Vec<Point> = years
            .iter()
            .filter_map(|(year, (_, found))| {
                let scored = found.score.as_ref()?.sections.iter().find(|one| one.id == section.id)?;
                (scored.applicable > Points::ZERO).then(|| point(f64::from(*year), scored.points))
            })
            .collect();
        let title = section.title.get(language);
        (points.len() > 1).then(|| Chart {
            id: format!("score-trend-{}", section.id),
            title: Message::new(Key::ChartSectionTrendTitle)
                .with("section", title)
                .with("max", section.max.to_string())
                .say(language),
            description: Message::new(Key::ChartSectionTrendDescription).with("section", title).say(language),
            x_title: Key::ReviewYear.say(language).to_string(),
            series: vec![Series {
                name: Key::SeriesSelf.say(language).to_string(),
                role: Role::Own,
                points,
                ..Series::default()
            }],
            ..frame(language)
        })
    }));
    charts
}

/// The units of the same year and rubric side by side, the best first; once there are two.
pub fn unit_bars(
    ledger: &Ledger,
    assessment: &Assessment,
    of: ReviewId,
    language: Language,
) -> Option<Chart> {
    /// More would be no chart any more.
    const SHOWN: usize = 40;
    let shown = ledger.certification.review(of)?;
    let year = assessment.review(of)?.year?;
    let all = ledger.certification.reviews.iter().zip(&assessment.reviews);
    let mut units: Vec<(String, Points)> = all
        .filter(|(sheet, found)| found.year == Some(year) && sheet.rubric.trim() == shown.rubric.trim())
        .filter_map(|(sheet, found)| Some((sheet.unit.trim().to_string(), found.counted()?.total)))
        .collect();
    if units.len() < 2 {
        return None;
    }
    units.sort_by_key(|(_, total)| std::cmp::Reverse(*total));
    let description = Message::new(Key::ChartUnitsDescription)
        .with("count", units.len().to_string())
        .with("year", year.to_string());
    units.truncate(SHOWN);
    let points = units.iter().enumerate().map(|(place, (_, total))| point(place as f64, *total)).collect();
    let mut series = vec![Series {
        name: Key::ColumnScore.say(language).to_string(),
        role: Role::Own,
        points,
        ..Series::default()
    }];
    let line = assessment.review(of)?.rubric.as_deref().and_then(|rubric| rubric.pass.min_score);
    series.extend(line.map(|line| Series {
        name: Key::RubricPassLine.say(language).to_string(),
        role: Role::Target,
        points: (0..units.len()).map(|place| point(place as f64, line)).collect(),
        ..Series::default()
    }));
    Some(Chart {
        id: "score-units".to_string(),
        kind: Kind::Bars,
        title: Key::ChartUnitsTitle.say(language).to_string(),
        description: description.say(language),
        x_title: Key::UnitNameField.say(language).to_string(),
        x: Axis::Named(units.into_iter().map(|(name, _)| name).collect()),
        series,
        ..frame(language)
    })
}

fn point(x: f64, points: Points) -> Point {
    Point::new(x, points.value(), points.to_string())
}

/// What all of them have in common.
fn frame(language: Language) -> Chart {
    Chart {
        unit: Key::PointsUnit.say(language).to_string(),
        decimals: 3,
        source: Key::ChartSourceOwn.say(language).to_string(),
        no_data: Key::ChartNoData.say(language).to_string(),
        ..Chart::default()
    }
}
