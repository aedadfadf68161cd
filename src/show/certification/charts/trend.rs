//! The score and its sections over the years, as shares of their maxima, so that editions can be compared.

use super::{chart, is_told, percent};
use crate::chart::{Axis, Chart, Point, Role, Series};
use crate::numeric::fixed;
use crate::rubric::{Points, Rubric, Score};
use crate::show::finding::Change;
use crate::text::{Key, Language, Message};

/// A year's score, with the edition that it follows.
#[derive(Clone, Copy, Debug)]
pub struct YearScore<'a> {
    /// The year.
    pub year: i32,
    /// The rubric of the year.
    pub rubric: &'a Rubric,
    /// What it came to.
    pub score: &'a Score,
}

/// The score and each section over the years, with the pass line. A section is the same where its name is.
pub fn score_trend(years: &[YearScore], language: Language) -> Chart {
    let total = line(Key::ScoreTotal.say(language), Role::Own, years, |one| {
        percent(one.score.total, one.rubric.total)
    });
    let pass = line(Key::ScorePassLine.say(language), Role::Target, years, |one| {
        percent(one.rubric.pass.min_score?, one.rubric.total)
    });
    let (description, finding) = (description(&total.points), finding(years, &total.points));
    let mut series = vec![total];
    series.extend(sections(years, language));
    series.push(pass);
    series.retain(|series| !series.points.is_empty());
    let rubrics = years.iter().map(|one| (one.rubric, one.score.status));
    let chart = chart("score-trend", [Key::ScoreTrendTitle, Key::ScoreTrendDrawn], rubrics, language);
    Chart {
        title: finding.map_or(chart.title, |said| said.say(language)),
        description: description.map_or_else(String::new, |said| said.say(language)),
        unit: Key::ScoreOfMaximum.say(language).to_string(),
        x_title: Key::ChartYear.say(language).to_string(),
        x: Axis::Years,
        decimals: 1,
        series,
        ..chart
    }
}

/// The sections in the order of the latest edition that has them, named as there.
fn sections(years: &[YearScore], language: Language) -> Vec<Series> {
    let mut names: Vec<(&str, &str)> = Vec::new();
    for one in years.iter().rev() {
        for section in one.rubric.sections.iter().filter(|section| !section.bonus) {
            if names.iter().all(|(id, _)| *id != section.id) {
                names.push((&section.id, section.title.get(language)));
            }
        }
    }
    let share = |id: &str, one: &YearScore| {
        let section = one.rubric.sections.iter().find(|section| section.id == id)?;
        let scored = one.score.sections.iter().find(|section| section.id == id)?;
        percent(scored.scaled, section.max).filter(|_| scored.applicable > Points::ZERO)
    };
    names.into_iter().map(|(id, name)| line(name, Role::Reference, years, |one| share(id, one))).collect()
}

fn line(name: &str, role: Role, years: &[YearScore], share: impl Fn(&YearScore) -> Option<f64>) -> Series {
    let at = |one: &YearScore| {
        let share = share(one)?;
        Some(Point::new(f64::from(one.year), share, fixed(share, 1)))
    };
    Series {
        name: name.to_string(),
        role,
        points: years.iter().filter_map(at).collect(),
        ..Series::default()
    }
}

/// How the score changed from the year before; none of what cannot be told.
fn finding(years: &[YearScore], total: &[Point]) -> Option<Message> {
    let [.., before, last] = total else { return None };
    let is_told = years.iter().rev().take(2).all(|one| is_told(one.score));
    if !is_told || before.x + 1.0 != last.x {
        return None;
    }
    let change = Change::between(&before.label, &last.label).filter(|change| change.by != 0.0)?;
    let key = if change.by > 0.0 { Key::ScoreFindingRise } else { Key::ScoreFindingFall };
    Some(Message::new(key).with("by", change.shown))
}

fn description(total: &[Point]) -> Option<Message> {
    let (first, last) = (total.first()?, total.last()?);
    Some(
        Message::new(Key::ScoreTrendDescription)
            .with("count", total.len().to_string())
            .with("first", fixed(first.x, 0))
            .with("from", first.label.clone())
            .with("last", fixed(last.x, 0))
            .with("to", last.label.clone()),
    )
}
