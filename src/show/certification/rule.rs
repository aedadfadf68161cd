//! Scoring rules in words, so that whoever answers an item knows what gives its points.

use crate::catalog;
use crate::metering::MeterLevel;
use crate::numeric::plain;
use crate::rubric::{Item, Measured, Partly, Points, Relation, Rubric, Scoring};
use crate::show::output_unit;
use crate::text::{Coded, Key, Language, Message};

/// What an item asks for, a sentence for each of its rules and for what else goes with it.
pub fn rule_words(rubric: &Rubric, item: &Item, language: Language) -> Vec<String> {
    let said = |rule: &Scoring| words(rule, item.max, rubric.partial_steps.policy, language);
    let own = item.scoring.iter().flat_map(said);
    let variants = item.variants.iter().flat_map(|variant| {
        let mut sentences = said(&variant.scoring);
        if let Some(first) = sentences.first_mut() {
            *first = Message::new(Key::RuleVariant)
                .with("when", variant.when.get(language))
                .with("rule", std::mem::take(first))
                .say(language);
        }
        sentences
    });
    own.chain(variants).collect()
}

/// What is measured: the rubric's own words, else the metric's name with the level of meters it is about.
pub fn measured_name(measured: &Measured, language: Language) -> String {
    if let Some(label) = &measured.label {
        return label.get(language).to_string();
    }
    let id = measured.id.as_deref().unwrap_or_default();
    let name = catalog::measured(id).map_or(id, |metric| metric.info().name.get(language));
    match measured.level.as_deref().and_then(MeterLevel::from_typed) {
        Some(level) => Message::new(Key::MeasuredAtLevel)
            .with("name", name)
            .with_words("level", level.name())
            .say(language),
        None => name.to_string(),
    }
}

fn words(rule: &Scoring, max: Points, partly: Partly, language: Language) -> Vec<String> {
    // Where everything must hold there are no points to speak of.
    let must = max == Points::ZERO;
    let message = match rule {
        Scoring::YesNo {} if must => Message::new(Key::RuleMustHold),
        Scoring::YesNo {} => Message::new(Key::RuleYesNo),
        Scoring::Manual {} if must => Message::new(Key::RuleManualHolds),
        Scoring::Manual {} => Message::new(Key::RuleManual),
        Scoring::AllOrNothing { conditions, any } => {
            let parts = conditions.iter().map(|one| compared(&one.metric, one.op, one.value, language));
            let key = all_or_nothing(conditions.len(), *any, must);
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
                    format!("{} {}", direction.relation().sign(), amount(metric, step.at, language));
                worth(&reached, step.points, language)
            });
            Message::new(Key::RuleSteps)
                .with("metric", measured_name(metric, language))
                .with("steps", joined(parts, language))
                .with("otherwise", otherwise.to_string())
        }
        Scoring::Linear { metric, zero_at, full_at, step } => {
            let message = match step {
                Some(step) => {
                    Message::new(Key::RuleLinearSteps).with("step", amount(metric, *step, language))
                }
                None => Message::new(Key::RuleLinear),
            };
            message
                .with("metric", measured_name(metric, language))
                .with("zero", amount(metric, *zero_at, language))
                .with("full", amount(metric, *full_at, language))
        }
        Scoring::Deduct { metric, direction, start, limit, strict, step, lose, floor, .. } => {
            let kept = direction.kept(*strict);
            Message::new(Key::RuleDeduct)
                .with("condition", compared(metric, kept, *limit, language))
                .with("start", start.to_string())
                .with("step", amount(metric, *step, language))
                .with("lose", lose.to_string())
                .with("floor", floor.to_string())
        }
        Scoring::Count { per, cap, options } => {
            let parts = options.iter().map(|option| option.label.get(language).to_string());
            Message::new(Key::RuleCount)
                .with("per", per.to_string())
                .with("cap", cap.to_string())
                .with("options", joined(parts, language))
        }
    };
    let first = message.with("max", max.to_string());
    std::iter::once(first).chain(beside(rule, partly, language)).map(|one| one.say(language)).collect()
}

fn all_or_nothing(count: usize, any: bool, must: bool) -> Key {
    match (must, count, any) {
        (true, 1, _) => Key::RuleMustReach,
        (true, _, false) => Key::RuleMustReachAll,
        (true, _, true) => Key::RuleMustReachOne,
        (false, 1, _) => Key::RuleCondition,
        (false, _, false) => Key::RuleAllOf,
        (false, _, true) => Key::RuleAnyOf,
    }
}

/// What goes with a rule that counts steps: how a part of one counts, and how far the rubric lets it go at all.
fn beside(rule: &Scoring, partly: Partly, language: Language) -> Vec<Message> {
    let part = Message::new(match partly {
        Partly::Ignore => Key::RulePartIgnored,
        Partly::Count => Key::RulePartCounted,
        Partly::Proportional => Key::RulePartProportional,
    });
    match rule {
        Scoring::Linear { step: Some(_), .. } => vec![part],
        Scoring::Deduct { metric, direction, not_beyond, .. } => {
            let most = not_beyond.map(|value| compared(metric, direction.relation(), value, language));
            let most = most.map(|condition| Message::new(Key::RuleNotBeyond).with("condition", condition));
            std::iter::once(part).chain(most).collect()
        }
        _ => Vec::new(),
    }
}

/// What is measured and how it must stand to a limit: `水计量率 ≥ 95 %`.
pub(super) fn compared(measured: &Measured, op: Relation, limit: f64, language: Language) -> String {
    format!("{} {} {}", measured_name(measured, language), op.sign(), amount(measured, limit, language))
}

/// A number in the unit of what is measured; what is described in words alone says its unit itself.
fn amount(measured: &Measured, value: f64, language: Language) -> String {
    let metric = measured.id.as_deref().and_then(catalog::measured);
    let unit = metric.map_or("", |metric| output_unit(metric.info().output.measure, language));
    format!("{} {unit}", plain(value)).trim().to_string()
}

fn worth(what: &str, points: Points, language: Language) -> String {
    Message::new(Key::RuleWorth).with("what", what).with("points", points.to_string()).say(language)
}

/// Texts one after another, as the language sets them apart.
pub(super) fn joined(parts: impl IntoIterator<Item = String>, language: Language) -> String {
    parts.into_iter().collect::<Vec<_>>().join(match language {
        Language::Chinese => "；",
        Language::English => "; ",
    })
}
