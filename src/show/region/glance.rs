//! 年度一览, each indicator of a region's year with its change, its target and its years; and dual control in words.

use crate::catalog::NATIONAL_GDP_DECLINE_TARGET;
use crate::evaluate::{RegionFact, RegionSheet};
use crate::ledger::{REGION_TARGETS, RegionTargetColumn, Row};
use crate::metric::{Figure, Results};
use crate::quantity::{Unit, read, read_year};
use crate::region::{ControlTargetFigures, Controlled, RegionYearFigures, TargetStanding};
use crate::show::finding::Change;
use crate::show::mark::{Mark, limit_mark};
use crate::text::{Coded, Key, Language, Message, grouped, number};

/// The picture of an indicator's years is so wide and so high.
const SPARK: (f64, f64) = (88.0, 22.0);

/// Indicators in their order of a year's results.
const SHOWN: [&str; 12] = [
    "total",
    "normal",
    "per_gdp",
    "gdp_decline",
    "per_value_added",
    "value_added_decline",
    "per_person",
    "per_mu",
    "share_other",
    "share_agriculture",
    "share_industry",
    "share_domestic",
];

/// An indicator at a glance.
#[derive(Clone, Debug, PartialEq)]
pub struct GlanceLine {
    /// What it is called.
    pub name: String,
    /// Its figure, where it is computed.
    pub figure: Option<Figure>,
    /// Its value as written, with its unit.
    pub value: String,
    /// Against the year before.
    pub change: Option<String>,
    /// Its target, and whether it is kept to.
    pub target: Option<(String, Option<Mark>)>,
    /// The corners of a line through its years, as an SVG polyline takes them; empty with fewer than two.
    pub spark: String,
    /// From which year to which.
    pub years: Option<(i32, i32)>,
}

/// Every indicator of the year that is looked at, computed ones first.
pub fn glance(sheet: &Row, found: &RegionSheet, language: Language) -> Vec<GlanceLine> {
    let years = found.in_order();
    let of_year = found.this_year();
    let computed = SHOWN.iter().filter_map(|name| {
        let spec = RegionYearFigures::RESULTS.iter().find(|spec| spec.name == *name)?;
        let figure = (spec.get)(of_year?)?.clone();
        let series: Vec<(i32, &Figure)> =
            years.iter().filter_map(|year| Some((year.year, (spec.get)(year)?))).collect();
        let target = (*name == "total").then(|| total_target(sheet, found, language)).flatten();
        Some(line(spec.heading.say(language).to_string(), figure, &series, target, language))
    });
    let facts = latest(found).into_iter().map(|fact| fact_line(found, fact, language));
    let lakes = [
        (Key::ResultReservoirsTogether, &found.totals.storage),
        (Key::ResultUsableTogether, &found.totals.usable),
    ];
    let lakes = lakes.into_iter().filter_map(|(name, figure)| {
        Some(line(name.say(language).to_string(), figure.clone()?, &[], None, language))
    });
    computed.chain(lakes).chain(facts).collect()
}

fn line(
    name: String,
    figure: Figure,
    series: &[(i32, &Figure)],
    target: Option<(String, Option<Mark>)>,
    language: Language,
) -> GlanceLine {
    let unit = figure.quantity().unit;
    let value = with_unit(&figure, language);
    let last = series.last().map(|(year, _)| *year);
    let before = last.and_then(|last| series.iter().rfind(|(year, _)| *year == last - 1));
    let change = before.and_then(|(_, before)| Change::of(before, &figure));
    GlanceLine {
        name,
        value,
        change: change.map(|change| told(&change, change.amount(unit, language), language)),
        target,
        spark: spark(series),
        years: series.first().map(|(first, _)| *first).zip(last).filter(|(first, last)| first < last),
        figure: Some(figure),
    }
}

/// A figure as it is written, with its unit.
pub(in crate::show) fn with_unit(figure: &Figure, language: Language) -> String {
    match figure.quantity().unit {
        Unit::One => figure.shown(),
        unit => format!("{} {}", figure.shown(), unit.symbol(language)),
    }
}

/// A change with its arrow.
fn told(change: &Change, amount: Message, language: Language) -> String {
    let arrow = match change.by {
        0.0 => return Key::GlanceLevel.say(language).to_string(),
        by if by > 0.0 => "↑",
        _ => "↓",
    };
    format!("{arrow} {}", amount.say(language))
}

/// The target of the total, as it is typed.
fn total_target(sheet: &Row, found: &RegionSheet, language: Language) -> Option<(String, Option<Mark>)> {
    let line = target_lines(sheet, found, language).into_iter().find(|line| line.of == Controlled::Total)?;
    Some((format!("≤ {}", line.target), line.mark))
}

/// The last year of each indicator in the reader's own words, up to the year that is looked at.
pub(in crate::show) fn latest(found: &RegionSheet) -> Vec<&RegionFact> {
    let mut latest: Vec<&RegionFact> = Vec::new();
    for fact in found.facts.iter().filter(|fact| fact.year <= found.year || found.year.is_none()) {
        match latest.iter_mut().find(|known| known.name == fact.name) {
            Some(known) if known.year < fact.year => *known = fact,
            Some(_) => {}
            None => latest.push(fact),
        }
    }
    latest
}

fn fact_line(found: &RegionSheet, fact: &RegionFact, language: Language) -> GlanceLine {
    let written = |figure: &Figure| figure.shown();
    let unit = if matches!(fact.unit.as_str(), "–" | "-") { "" } else { fact.unit.as_str() };
    let value = fact.figures.value.as_ref().map_or_else(|| "–".to_string(), written);
    let series = found.series_of(&fact.name, fact.year);
    let before = fact.year.and_then(|year| series.iter().find(|(one, _)| *one == year - 1));
    let change =
        before.zip(fact.figures.value.as_ref()).and_then(|((_, before), now)| Change::of(before, now));
    let (first, last) = (series.first().map(|one| one.0), series.last().map(|one| one.0));
    let is_incomplete = fact.figures.value.as_ref().is_none_or(Figure::is_incomplete);
    let target = fact.target.as_ref().map(|(target, is_kept)| {
        (written(target), is_kept.map(|is_kept| limit_mark(is_kept, is_incomplete)))
    });
    GlanceLine {
        name: fact.name.clone(),
        figure: None,
        value: [value.as_str(), unit].join(" ").trim().to_string(),
        change: change.map(|change| told(&change, change.in_unit(unit), language)),
        target,
        spark: spark(&series),
        years: first.zip(last).filter(|(first, last)| first < last),
    }
}

/// The corners of a line through the years of which nothing is lacking, in a picture of [`SPARK`].
fn spark(series: &[(i32, &Figure)]) -> String {
    let whole = series.iter().filter(|(_, figure)| !figure.is_incomplete());
    let points: Vec<(f64, f64)> = whole.map(|(year, figure)| (f64::from(*year), figure.value())).collect();
    let [(first, _), .., (last, _)] = points[..] else { return String::new() };
    let (width, height) = SPARK;
    let low = points.iter().map(|(_, y)| *y).fold(f64::INFINITY, f64::min);
    let high = points.iter().map(|(_, y)| *y).fold(f64::NEG_INFINITY, f64::max);
    let range = if high > low { high - low } else { 1.0 };
    let corner = |(x, y): &(f64, f64)| {
        let x = 2.0 + (width - 4.0) * (x - first) / (last - first).max(1.0);
        let y = if high > low { height - 3.0 - (height - 6.0) * (y - low) / range } else { height / 2.0 };
        [number(x, 1), number(y, 1)].join(",")
    };
    points.iter().map(corner).collect::<Vec<_>>().join(" ")
}

/// A target as it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetLine {
    /// What it is set for.
    pub of: Controlled,
    /// What it is called, with its years.
    pub name: String,
    /// The target as written, with its unit.
    pub target: String,
    /// Where it stands this year.
    pub now: Option<Figure>,
    /// Where it should be this year.
    pub path: Option<Figure>,
    /// What is needed in each year left.
    pub needed: Option<Figure>,
    /// How it stands.
    pub mark: Option<Mark>,
    /// That in a sentence.
    pub said: Option<Message>,
    /// What the nation asks for by the same year.
    pub beside: Option<Message>,
}

/// Each target that can be told of, with how it stands.
pub fn target_lines(sheet: &Row, found: &RegionSheet, language: Language) -> Vec<TargetLine> {
    use RegionTargetColumn as At;
    let line = |figures: &ControlTargetFigures| {
        let row = sheet.rows(&REGION_TARGETS).iter().find(|row| row.id.0 == figures.key)?;
        let of = Controlled::from_typed(&row[At::Of])?;
        let is_decline = matches!(of, Controlled::PerGdp | Controlled::PerValueAdded);
        let unit = if is_decline { Unit::Percent } else { Unit::TenThousandCubicMetres };
        let typed = read(&row[At::Target], unit).ok().flatten()?;
        let target = format!("{} {}", grouped(typed.value), typed.unit.symbol(language));
        let years = Message::new(Key::TargetOfYears)
            .with_words("indicator", of.name())
            .with("base", row[At::BaseYear].trim())
            .with("year", row[At::TargetYear].trim());
        let is_incomplete = figures.now.as_ref().is_some_and(Figure::is_incomplete);
        Some(TargetLine {
            of,
            name: years.say(language),
            target,
            now: figures.now.clone(),
            path: figures.path.clone(),
            needed: figures.needed.clone().filter(|_| figures.standing != Some(TargetStanding::Reached)),
            mark: figures.standing.map(|standing| mark_of(standing, is_incomplete)),
            beside: (of == Controlled::PerGdp).then(|| nation_beside(&row[At::TargetYear])).flatten(),
            said: figures
                .standing
                .map(|standing| Message::new(sentence(standing)).with("year", row[At::TargetYear].trim())),
        })
    };
    found.targets.iter().filter_map(line).collect()
}

fn nation_beside(target_year: &str) -> Option<Message> {
    let value = NATIONAL_GDP_DECLINE_TARGET.at(read_year(target_year)?)?;
    Some(Message::new(Key::NationBeside).with("year", value.year.to_string()).with("target", value.printed))
}

fn mark_of(standing: TargetStanding, is_incomplete: bool) -> Mark {
    match standing {
        TargetStanding::Reached => limit_mark(true, is_incomplete),
        TargetStanding::Missed => limit_mark(false, is_incomplete),
        TargetStanding::OnTheWay => Mark { code: "good", shape: "◑", name: Key::MarkOnTheWay },
        TargetStanding::Behind => Mark { code: "caution", shape: "◇", name: Key::MarkBehind },
    }
}

fn sentence(standing: TargetStanding) -> Key {
    match standing {
        TargetStanding::Reached => Key::TargetReached,
        TargetStanding::OnTheWay => Key::TargetOnTheWay,
        TargetStanding::Behind => Key::TargetBehind,
        TargetStanding::Missed => Key::TargetMissed,
    }
}

/// What total and intensity say together, of the year against the year before.
pub fn control_story(found: &RegionSheet) -> Option<Message> {
    let year = found.this_year()?;
    let (growth, decline) = (year.growth.as_ref()?, year.gdp_decline.as_ref()?);
    if growth.is_incomplete() || decline.is_incomplete() {
        return None;
    }
    let key = match (growth.value() > 0.0, decline.value() > 0.0) {
        (true, true) => Key::StoryRoseAndFell,
        (false, true) => Key::StoryBothFell,
        (true, false) => Key::StoryBothRose,
        (false, false) => Key::StoryFellAndRose,
    };
    let told = |figure: &Figure| number(figure.value().abs(), 2);
    Some(
        Message::new(key)
            .with("year", year.year.to_string())
            .with("growth", told(growth))
            .with("decline", told(decline)),
    )
}
