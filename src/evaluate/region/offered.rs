//! What a region's year offers to rubrics, put together from what it comes to.

use std::sync::Arc;

use super::numbers::RegionNumbers;
use super::results::RegionFact;
use crate::ledger::{REGION_TARGETS, RegionEntry, RegionTargetColumn as Target, Row};
use crate::metric::Figure;
use crate::quantity::read_year;
use crate::region::{ControlTargetFigures, Controlled, RegionYearFigures, TargetRatio, ValueAndTarget};
use crate::text::{Coded, Key, Language, Message};

/// What a year comes to, as rubrics may take it.
pub(super) struct OfYear<'y> {
    pub year: Option<i32>,
    pub figures: Option<&'y RegionYearFigures>,
    pub targets: &'y [ControlTargetFigures],
    pub facts: &'y [RegionFact],
}

/// What a year offers; the same as before where that is the same.
pub(super) fn numbers(
    sheet: &Row,
    of: OfYear<'_>,
    before: Option<&Arc<RegionNumbers>>,
) -> Arc<RegionNumbers> {
    let facts_of_year =
        || of.facts.iter().filter(|fact| of.year.is_some() && fact.year == of.year && !fact.name.is_empty());
    let found = RegionNumbers {
        id: sheet.id,
        year: of.year,
        name: sheet[RegionEntry::Name].trim().to_string(),
        computed: of.figures.map_or_else(Vec::new, one_a_year),
        named: of
            .figures
            .map_or_else(Vec::new, declines)
            .into_iter()
            .chain(target_ratios(sheet, of.year, of.targets))
            .chain(facts_of_year().filter_map(fact_ratio))
            .collect(),
        facts: facts_of_year()
            .filter_map(|fact| Some((fact.name.clone(), fact.unit.clone(), fact.figures.value.clone()?)))
            .collect(),
    };
    match before {
        Some(before) if **before == found => Arc::clone(before),
        _ => Arc::new(found),
    }
}

fn one_a_year(year: &RegionYearFigures) -> Vec<Figure> {
    let figures = [&year.per_gdp, &year.per_value_added, &year.per_person, &year.per_mu];
    figures.into_iter().flatten().cloned().collect()
}

fn declines(year: &RegionYearFigures) -> Vec<([String; 2], Figure)> {
    let both = [
        (Key::ResultGdpDecline, &year.gdp_decline),
        (Key::ResultValueAddedDecline, &year.value_added_decline),
    ];
    let said = |(name, figure): (Key, &Option<Figure>)| Some((in_both(Message::new(name)), figure.clone()?));
    both.into_iter().filter_map(said).collect()
}

/// Where the targets stand that run in a year.
fn target_ratios(
    sheet: &Row,
    year: Option<i32>,
    targets: &[ControlTargetFigures],
) -> Vec<([String; 2], Figure)> {
    let ratio = |row: &Arc<Row>| {
        let runs =
            (read_year(&row[Target::BaseYear])?..=read_year(&row[Target::TargetYear])?).contains(&year?);
        let found = targets.iter().find(|target| target.key == row.id.0 && runs)?;
        let of = match Controlled::from_typed(row[Target::Of].trim())? {
            Controlled::Total => Key::ResultRegionUse.words(),
            Controlled::Nonconventional => Key::NonconventionalUse.words(),
            of @ (Controlled::PerGdp | Controlled::PerValueAdded) => of.name(),
        };
        Some((against_target(of.zh, of.en), found.ratio.clone()?))
    };
    sheet.rows(&REGION_TARGETS).iter().filter_map(ratio).collect()
}

/// Where an indicator in the reader's own words stands to the target beside it.
fn fact_ratio(fact: &RegionFact) -> Option<([String; 2], Figure)> {
    let (target, _) = fact.target.clone()?;
    let value = fact.figures.value.clone()?;
    let ratio = Figure::computed(&TargetRatio, ValueAndTarget { value, target }).ok()?;
    Some((against_target(&fact.name, &fact.name), ratio))
}

fn against_target(zh: &str, en: &str) -> [String; 2] {
    let said = |language, name| Message::new(Key::AgainstTarget).with("indicator", name).say(language);
    [said(Language::Chinese, zh), said(Language::English, en)]
}

fn in_both(message: Message) -> [String; 2] {
    [Language::Chinese, Language::English].map(|language| message.say(language))
}
