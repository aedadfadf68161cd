//! 逐项自评 in words: what each rule asks, how an item stands, how far one has come.

use super::{measured_name, output_unit};
use crate::catalog;
use crate::ledger::{
    Fact, FactOrigin, NightColumn, Place, ReviewAssessment, ReviewSheet, ReviewTable, RowId, TableAt,
};
use crate::metric::{Figure, Origin};
use crate::numeric::plain;
use crate::rubric::{Direction, Item, ItemScore, ItemStanding, Measured, Points, Relation, Rubric, Scoring};
use crate::text::{Key, Language, Message, number};

/// How an item stands, made ready for the page.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemLine {
    /// Its points of its maximum.
    pub points: String,
    /// Why.
    pub basis: String,
    /// Whether it is not answered.
    pub is_open: bool,
    /// Whether it is left out.
    pub is_left_out: bool,
    /// Whether it gives less than it could.
    pub loses: bool,
    /// Whether its points rest on what is still to be confirmed.
    pub is_unverified: bool,
}

/// How an item stands; none where the rubric does not have it.
pub fn item_line(found: &ReviewAssessment, id: &str, language: Language) -> Option<ItemLine> {
    let score = found.score.as_ref()?;
    let item = score.sections.iter().flat_map(|section| &section.items).find(|item| item.id == id)?;
    Some(ItemLine {
        points: of_max(item, language),
        basis: item.basis.message(language).say(language),
        is_open: item.standing == ItemStanding::Open,
        is_left_out: item.standing == ItemStanding::LeftOut,
        loses: item.standing == ItemStanding::Scored && item.points < item.max,
        is_unverified: !item.status.is_verified(),
    })
}

fn of_max(item: &ItemScore, language: Language) -> String {
    if item.standing == ItemStanding::LeftOut {
        return Key::NotApplicable.say(language).to_string();
    }
    format!("{} / {}", item.points, item.max)
}

/// How far one has come: items answered of those that apply, evidence ready of all that is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Items answered.
    pub answered: usize,
    /// Items that apply.
    pub items: usize,
    /// Evidence ready.
    pub ready: usize,
    /// All evidence.
    pub evidence: usize,
}

/// How far one has come with the whole rubric, or with one of its sections.
pub fn progress(sheet: &ReviewSheet, found: &ReviewAssessment, section: Option<&str>) -> Progress {
    let (Some(rubric), Some(score)) = (found.rubric.as_deref(), &found.score) else {
        return Progress::default();
    };
    let sections = score.sections.iter().filter(|one| section.is_none_or(|id| one.id == id));
    let items = || sections.clone().flat_map(|section| &section.items);
    let applies = || items().filter(|item| item.standing != ItemStanding::LeftOut);
    let count = |item: &ItemScore| {
        let all = rubric.item(&item.id).map_or(0, |item| item.evidence.len());
        let ready = (0..all)
            .filter(|place| sheet.evidence(&item.id, *place).is_some_and(|row| row.state.trim() == "ready"));
        (ready.count(), all)
    };
    let evidence: Vec<(usize, usize)> = applies().map(count).collect();
    Progress {
        answered: applies().filter(|item| item.standing == ItemStanding::Scored).count(),
        items: applies().count(),
        ready: evidence.iter().map(|(ready, _)| ready).sum(),
        evidence: evidence.iter().map(|(_, all)| all).sum(),
    }
}

/// Whether a piece of an item's evidence is not ready.
pub fn is_unproven(sheet: &ReviewSheet, item: &Item) -> bool {
    let lacks = |place: usize| sheet.evidence(&item.id, place).is_none_or(|row| row.state.trim() != "ready");
    (0..item.evidence.len()).any(lacks)
}

/// Points of a section and the most that it can give.
pub fn section_points(found: &ReviewAssessment, id: &str) -> Option<(Points, Points)> {
    let section = found.score.as_ref()?.sections.iter().find(|section| section.id == id)?;
    Some((section.points, section.applicable))
}

/// What an item asks for, a sentence for each of its rules.
pub fn rule_words(item: &Item, language: Language) -> Vec<String> {
    let own = item.scoring.iter().map(|rule| words(rule, item.max, language));
    let variants = item.variants.iter().map(|variant| {
        Message::new(Key::RuleVariant)
            .with("when", variant.when.get(language))
            .with("rule", words(&variant.scoring, item.max, language))
            .say(language)
    });
    own.chain(variants).collect()
}

fn words(rule: &Scoring, max: Points, language: Language) -> String {
    let message = match rule {
        Scoring::YesNo {} => Message::new(Key::RuleYesNo),
        Scoring::Manual {} => Message::new(Key::RuleManual),
        Scoring::AllOrNothing { conditions, any } => {
            let key = if *any { Key::RuleAnyOf } else { Key::RuleAllOf };
            let parts = conditions.iter().map(|one| {
                let name = measured_name(&one.metric, language);
                format!("{name} {} {}", one.op.sign(), counted(&one.metric, one.value, language))
            });
            Message::new(key).with("conditions", joined(parts, language))
        }
        Scoring::Choice { options } => {
            let parts =
                options.iter().map(|option| worth(option.label.get(language), option.points, language));
            Message::new(Key::RuleChoice).with("options", joined(parts, language))
        }
        Scoring::Steps { metric, direction, steps, otherwise } => {
            let parts = steps.iter().map(|step| {
                let reached =
                    format!("{} {}", direction.relation().sign(), counted(metric, step.at, language));
                worth(&reached, step.points, language)
            });
            Message::new(Key::RuleSteps)
                .with("metric", measured_name(metric, language))
                .with("steps", joined(parts, language))
                .with("otherwise", otherwise.to_string())
        }
        Scoring::Linear { metric, zero_at, full_at, step } => {
            let message = match step {
                Some(step) => Message::new(Key::RuleLinearSteps).with_number("step", *step),
                None => Message::new(Key::RuleLinear),
            };
            message
                .with("metric", measured_name(metric, language))
                .with_number("zero", *zero_at)
                .with_number("full", *full_at)
        }
        Scoring::Deduct { metric, direction, start, limit, strict, step, lose, floor, .. } => {
            // A strict limit is itself already beyond.
            let kept = match (strict, direction) {
                (false, _) => direction.relation(),
                (true, Direction::Lower) => Relation::Below,
                (true, Direction::Higher) => Relation::Above,
            };
            Message::new(Key::RuleDeduct)
                .with("metric", measured_name(metric, language))
                .with("limit", format!("{} {}", kept.sign(), counted(metric, *limit, language)))
                .with("start", start.to_string())
                .with_number("step", *step)
                .with("lose", lose.to_string())
                .with("floor", floor.to_string())
        }
        Scoring::Count { per, cap, .. } => {
            Message::new(Key::RuleCount).with("per", per.to_string()).with("cap", cap.to_string())
        }
    };
    message.with("max", max.to_string()).say(language)
}

/// A threshold with the unit of what is measured.
fn counted(measured: &Measured, value: f64, language: Language) -> String {
    let metric = measured.id.as_deref().and_then(catalog::metric);
    let unit = metric.map_or("", |metric| output_unit(metric.card().output.measure, language));
    format!("{} {unit}", plain(value)).trim().to_string()
}

fn worth(what: &str, points: Points, language: Language) -> String {
    Message::new(Key::RuleWorth).with("what", what).with("points", points.to_string()).say(language)
}

fn joined(parts: impl Iterator<Item = String>, language: Language) -> String {
    parts.collect::<Vec<_>>().join(match language {
        Language::Chinese => "；",
        Language::English => "; ",
    })
}

/// What a fact was taken from.
pub fn fact_origin(fact: &Fact) -> Key {
    match fact.origin.filter(|_| fact.figure.is_some()) {
        None => Key::OriginNone,
        Some(FactOrigin::Direct) => Key::OriginDirect,
        Some(FactOrigin::Inputs) => Key::OriginInputs,
        Some(FactOrigin::Tables) => Key::OriginTables,
        Some(FactOrigin::Plant) => Key::OriginPlant,
    }
}

/// The titles of the items that measure a fact.
pub fn measuring_items(rubric: &Rubric, fact: &Fact, language: Language) -> String {
    let titles = fact.items.iter().filter_map(|id| rubric.item(id));
    joined(titles.map(|item| item_title(item, language)), language)
}

/// An item's number and title.
pub fn item_title(item: &Item, language: Language) -> String {
    [item.no.as_str(), item.title.get(language)].join(" ").trim().to_string()
}

/// What the night of a meter's record says, and the leak that it tells; none where the record cannot be read.
pub fn night(
    sheet: &ReviewSheet,
    found: &ReviewAssessment,
    row: RowId,
    language: Language,
) -> Option<(String, Option<Figure>)> {
    let table = TableAt::Review(sheet.id, ReviewTable::Nights);
    let leaf = Place::cell(table, row, NightColumn::Record.index()).leaf();
    let is_of_row = |figure: &Figure| matches!(figure.origin(), Origin::Typed(typed) if typed.id == leaf);
    let place = found.unit.nights.iter().position(|night| night.lowest.first().is_some_and(is_of_row))?;
    let lowest = &found.unit.nights[place].lowest;
    let mean = lowest.iter().map(Figure::value).sum::<f64>() / lowest.len() as f64;
    let words = Message::new(Key::NightOutcome).with("flow", number(mean, 2)).say(language);
    Some((words, found.figures.night_leaks.get(place).and_then(|leak| leak.as_ref().ok()).cloned()))
}
