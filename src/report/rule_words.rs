//! 评分办法, a scoring rule in words.

use crate::catalog;
use crate::numeric::plain;
use crate::report::output_unit;
use crate::rubric::{Condition, Item, Measured, Relation, Scoring};
use crate::text::{Key, Language, Message};

/// The rule by which an item is scored: the one there is, or of several the one that was chosen.
pub fn rule_words(item: &Item, variant: Option<&str>, language: Language) -> String {
    let chosen = item.rule(variant).or_else(|| item.rules().next());
    chosen.map_or_else(|| Key::SaidNothing.say(language).to_string(), |rule| said(rule, item, language))
}

fn said(rule: &Scoring, item: &Item, language: Language) -> String {
    let join = |parts: Vec<String>| {
        parts.join(match language {
            Language::Chinese => "；",
            Language::English => "; ",
        })
    };
    let of = |measured: &Measured, value: f64| format!("{}{}", plain(value), unit(measured, language));
    let message = match rule {
        Scoring::YesNo {} => Message::new(Key::SaidYesNo),
        Scoring::Manual {} => Message::new(Key::SaidManual),
        Scoring::AllOrNothing { conditions, any } => {
            let one = |one: &Condition| {
                format!("{} {} {}", name(&one.metric, language), one.op.sign(), of(&one.metric, one.value))
            };
            Message::new(if *any { Key::SaidOneOf } else { Key::SaidAllOf })
                .with("conditions", join(conditions.iter().map(one).collect()))
        }
        Scoring::Choice { options } => {
            let option = |option: &crate::rubric::PointsOption| {
                Message::new(Key::SaidOption)
                    .with("option", option.label.get(language))
                    .with("points", option.points.to_string())
                    .say(language)
            };
            Message::new(Key::SaidChoice).with("options", join(options.iter().map(option).collect()))
        }
        Scoring::Steps { metric, direction, steps, otherwise } => {
            let row = |step: &crate::rubric::Step| {
                let value = reached(direction.relation(), &of(metric, step.at));
                Message::new(Key::SaidRow)
                    .with("value", value)
                    .with("points", step.points.to_string())
                    .say(language)
            };
            Message::new(Key::SaidSteps)
                .with("rows", join(steps.iter().map(row).collect()))
                .with("otherwise", otherwise.to_string())
        }
        Scoring::Linear { metric, zero_at, full_at, step } => {
            let message = match step {
                Some(step) => Message::new(Key::SaidLinearBy).with("step", of(metric, *step)),
                None => Message::new(Key::SaidLinear),
            };
            message.with("zero", of(metric, *zero_at)).with("full", of(metric, *full_at))
        }
        Scoring::Deduct { metric, direction, start, limit, step, lose, floor, .. } => {
            Message::new(Key::SaidDeduct)
                .with("limit", reached(direction.relation(), &of(metric, *limit)))
                .with("start", start.to_string())
                .with("step", of(metric, *step))
                .with("lose", lose.to_string())
                .with("floor", floor.to_string())
        }
        Scoring::Count { per, cap, options } => {
            let labels = options.iter().map(|option| option.label.get(language).to_string()).collect();
            Message::new(Key::SaidCount)
                .with("per", per.to_string())
                .with("cap", cap.to_string())
                .with("options", join(labels))
        }
    };
    message.with("max", item.max.to_string()).say(language)
}

fn reached(relation: Relation, limit: &str) -> String {
    format!("{} {limit}", relation.sign())
}

/// What is measured, in the rubric's own words where it has some.
fn name(measured: &Measured, language: Language) -> String {
    let metric = measured.id.as_deref().and_then(catalog::metric);
    match (&measured.label, metric) {
        (Some(label), _) => label.get(language).to_string(),
        (None, Some(metric)) => metric.card().name.get(language).to_string(),
        (None, None) => String::new(),
    }
}

/// The unit that limits are in, with the space before it.
fn unit(measured: &Measured, language: Language) -> String {
    let metric = measured.id.as_deref().and_then(catalog::metric);
    match metric.map_or("", |metric| output_unit(metric.card().output.measure, language)) {
        "" => String::new(),
        unit => format!(" {unit}"),
    }
}
