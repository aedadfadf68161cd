//! 达标路径 in words: what measures change, the cheapest way to the line, every plan that no other beats.

use super::rule::compared;
use super::{indicator_name, item_title};
use crate::evaluate::{Indicator, IndicatorInput, ReviewResults};
use crate::ledger::{MEASURES, MeasureColumn, Row};
use crate::quantity::Unit;
use crate::rubric::{Frontier, Mode, NextStep, Plan, Points, Rubric, next_steps};
use crate::show::paper::{Block, Cell, Column, Numbering, Writer};
use crate::show::{Tone, Verdict};
use crate::text::{Key, Language, Message, grouped, number};

/// How many plans are listed; the curve shows all of them.
const LISTED: usize = 60;

/// What a measure can change: the name that is typed, what it is called, how it stands now.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// As it is typed: an item, a prerequisite, an input of what is measured.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// How it stands now.
    pub now: String,
}

/// Everything that a measure can change, prerequisites first, then items, then what is measured.
pub fn targets(found: &ReviewResults, language: Language) -> Vec<Target> {
    let Some(rubric) = found.rubric.as_deref() else { return Vec::new() };
    let prerequisites = rubric.prerequisites.iter().map(|prerequisite| Target {
        name: prerequisite.id.clone(),
        title: Message::new(Key::TargetGate).with("item", prerequisite.title.get(language)).say(language),
        now: String::new(),
    });
    let score = found.score.as_ref();
    let scored = |id: &str| {
        let mut items = score?.sections.iter().flat_map(|section| &section.items);
        items.find(|item| item.id == id)
    };
    let items = rubric.items().map(|(_, item)| Target {
        name: item.id.clone(),
        title: item_title(item, language),
        now: scored(&item.id).map_or_else(String::new, |item| {
            let points = Message::new(Key::TargetPoints).with("points", item.points.to_string());
            points.with("max", item.max.to_string()).say(language)
        }),
    });
    let indicators = found.indicators.iter().flat_map(|indicator| {
        let inputs = indicator.inputs.iter().map(|one| input(indicator, one, language));
        std::iter::once(whole(indicator, language)).chain(inputs)
    });
    prerequisites.chain(items).chain(indicators).collect()
}

fn whole(indicator: &Indicator, language: Language) -> Target {
    let now = indicator.figure.as_ref().map_or_else(String::new, |figure| {
        let unit = match figure.quantity().unit {
            Unit::One => "",
            unit => unit.symbol(language),
        };
        Message::new(Key::TargetNow).with("value", format!("{} {unit}", figure.shown()).trim()).say(language)
    });
    Target { name: indicator.name.clone(), title: indicator_name(indicator, language), now }
}

fn input(indicator: &Indicator, one: &IndicatorInput, language: Language) -> Target {
    let offered = one.offered.as_ref().map_or_else(String::new, |figure| {
        Message::new(Key::TargetNow).with("value", figure.quantity().display(language)).say(language)
    });
    Target {
        name: format!("{}/{}", indicator.name, one.input.key),
        title: Message::new(Key::TargetInput)
            .with("fact", indicator_name(indicator, language))
            .with("input", one.input.name.get(language))
            .say(language),
        now: offered,
    }
}

/// The way to the line in words.
pub fn plan_verdict(sheet: &Row, rubric: &Rubric, frontier: &Frontier, language: Language) -> Verdict {
    // Where everything must hold there is no score to speak of.
    let key = |scored: Key, held: Key| match rubric.mode {
        Mode::Points => scored,
        Mode::PassFail => held,
    };
    if rubric.mode == Mode::Points && rubric.pass.min_score.is_none() {
        return Verdict::new(Tone::Caution, Key::PlanNoLine);
    }
    let now = frontier.plans.first();
    match frontier.cheapest() {
        Some(plan) if plan.measures.is_empty() => {
            Verdict::new(Tone::Good, key(Key::PlanNothingNeeded, Key::PlanNothingNeededHolds))
                .with("total", plan.total.to_string())
        }
        Some(plan) => Verdict::new(Tone::Good, key(Key::PlanCheapest, Key::PlanCheapestHolds))
            .with("measures", named(sheet, plan, language))
            .with("cost", grouped(plan.cost))
            .with("saving", grouped(plan.saving))
            .with("months", number(plan.months, 0))
            .with("total", plan.total.to_string()),
        None if now.is_none_or(|now| now.measures.is_empty()) && frontier.plans.len() <= 1 => {
            Verdict::new(Tone::Caution, Key::PlanNoMeasures)
        }
        None => {
            let best = frontier.plans.last().map_or_else(String::new, |plan| plan.total.to_string());
            Verdict::new(Tone::Failed, key(Key::PlanOutOfReach, Key::PlanOutOfReachHolds)).with("total", best)
        }
    }
}

/// The names of a plan's measures.
fn named(sheet: &Row, plan: &Plan, language: Language) -> String {
    let filled: Vec<&str> = sheet
        .rows(&MEASURES)
        .iter()
        .filter(|row| !row.is_blank())
        .map(|row| row[MeasureColumn::Name].trim())
        .collect();
    let names: Vec<&str> = plan.measures.iter().filter_map(|place| filled.get(*place).copied()).collect();
    names.join(match language {
        Language::Chinese => "、",
        Language::English => ", ",
    })
}

/// Every plan that no other beats, cheapest first.
pub fn plan_blocks(sheet: &Row, frontier: &Frontier, language: Language) -> Vec<Block> {
    let writer = Writer::new(language, Numbering::default());
    let columns: [Column; 6] = [
        (Key::ColumnPlan, None),
        (Key::ColumnInvestment, Some(Unit::Yuan)),
        (Key::ColumnYearlyBenefit, Some(Unit::Yuan)),
        (Key::ColumnMonths, Some(Unit::One)),
        (Key::ColumnScore, Some(Unit::One)),
        (Key::ColumnVerdict, None),
    ];
    let row = |plan: &Plan| {
        let names = match plan.measures.is_empty() {
            true => writer.say(Key::PlanAsItIs),
            false => named(sheet, plan, language),
        };
        let verdict = if plan.passes { Key::VerdictPasses } else { Key::VerdictFails };
        vec![
            Cell::text(names),
            Cell::text(grouped(plan.cost)),
            Cell::text(grouped(plan.saving)),
            Cell::text(number(plan.months, 0)),
            Cell::text(plan.total.to_string()),
            Cell::text(writer.say(verdict)),
        ]
    };
    let rows = frontier.plans.iter().take(LISTED).map(row).collect();
    let mut blocks = vec![writer.table(writer.say(Key::PlansCaption), &columns, rows)];
    let left = frontier.plans.len().saturating_sub(LISTED);
    if left > 0 {
        let message = Message::new(Key::PlansMore).with("count", left.to_string());
        blocks.push(Block::Text(message.say(language), Vec::new()));
    }
    blocks
}

/// What must be true for more points, made ready for the page.
#[derive(Clone, Debug, PartialEq)]
pub struct NextLine {
    /// The item.
    pub item: String,
    /// What must be true.
    pub requirement: String,
    /// What it brings.
    pub gain: String,
}

/// What must be true for each further point, the largest gain first.
pub fn next_lines(found: &ReviewResults, language: Language) -> Vec<NextLine> {
    let (Some(rubric), Some(score)) = (found.rubric.as_deref(), &found.score) else { return Vec::new() };
    let line = |step: NextStep| {
        let item = rubric.item(&step.item)?;
        Some(NextLine {
            item: item_title(item, language),
            requirement: step
                .message(language, &|measured, op, at| compared(measured, op, at, language))
                .say(language),
            gain: if step.gain > Points::ZERO { format!("+{}", step.gain) } else { String::new() },
        })
    };
    next_steps(rubric, &found.answers, score).into_iter().filter_map(line).collect()
}
