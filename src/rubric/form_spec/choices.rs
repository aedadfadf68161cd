//! What can be chosen for a field: the value that it then has, and its name.

use serde_json::{Value, json};

use super::spec::ChoiceOf;
use super::template::rule_templates;
use crate::metering::MeterLevel;
use crate::metric::{AnyMetric, Status};
use crate::text::{Coded, Key, Language, Message};

/// Everything that can be chosen for the field of a pointer. Nothing is a choice where the field need not be there.
/// `metrics` are those that a rule may measure.
pub fn choices(
    of: ChoiceOf,
    form: &Value,
    pointer: &str,
    metrics: &[&'static dyn AnyMetric],
    language: Language,
) -> Vec<(Value, String)> {
    let named = |known: &[(&str, Key)]| {
        known.iter().map(|(code, key)| (json!(code), key.say(language).to_string())).collect::<Vec<_>>()
    };
    let or = |none: Key, rest: Vec<(Value, String)>| {
        std::iter::once((Value::Null, none.say(language).to_string())).chain(rest).collect()
    };
    let statuses =
        || Status::ALL.iter().map(|one| (json!(one.code()), one.name().say(language).to_string())).collect();
    match of {
        ChoiceOf::Status => statuses(),
        ChoiceOf::OwnStatus => or(Key::EditorAsWhole, statuses()),
        ChoiceOf::Meaning => {
            or(Key::EditorNone, named(&[("issued", Key::RubricIssued), ("in_force", Key::RubricInForce)]))
        }
        ChoiceOf::Mode => named(&[("points", Key::ModePoints), ("pass_fail", Key::ModePassFail)]),
        ChoiceOf::StarRule => {
            // Whether the rule holds is for the user to confirm, as with all that is new.
            let rule = json!({ "status": Status::UnverifiedWeak.code() });
            or(Key::EditorNone, vec![(rule, Key::StarZeroFails.say(language).to_string())])
        }
        ChoiceOf::Policy => named(&[
            ("drop_and_rescale", Key::PolicyRescale),
            ("drop", Key::PolicyDrop),
            ("not_allowed", Key::PolicyNotAllowed),
        ]),
        ChoiceOf::Partly => named(&[
            ("ignore", Key::PartlyIgnore),
            ("count", Key::PartlyCount),
            ("proportional", Key::PartlyProportional),
        ]),
        ChoiceOf::Source => sources(form),
        ChoiceOf::SourceKind => named(&[
            ("official", Key::SourceOfficial),
            ("published", Key::SourcePublished),
            ("re-published", Key::SourceRepublished),
            ("unit-file", Key::SourceUnitFile),
            ("general-knowledge", Key::SourceGeneral),
            ("none", Key::SourceNone),
        ]),
        ChoiceOf::Group => or(Key::EditorNone, groups(form, language)),
        ChoiceOf::When => or(Key::EditorAlways, answers(form, language)),
        ChoiceOf::Rule => {
            let rule = |(rule, name): (Value, Key)| (rule, name.say(language).to_string());
            or(Key::EditorNone, rule_templates(form, pointer).into_iter().map(rule).collect())
        }
        ChoiceOf::Metric => {
            let metrics = metrics.iter().map(|metric| {
                let info = metric.info();
                (json!(info.id), info.name.get(language).to_string())
            });
            or(Key::EditorNone, metrics.collect())
        }
        ChoiceOf::Level => {
            let level = |level: &MeterLevel| (json!(level.code()), level.name().get(language).to_string());
            or(Key::EditorNone, MeterLevel::ALL.iter().map(level).collect())
        }
        ChoiceOf::Relation => [(">=", "≥"), (">", ">"), ("<=", "≤"), ("<", "<")]
            .map(|(code, sign)| (json!(code), sign.into()))
            .into(),
        ChoiceOf::Direction => named(&[("higher", Key::BetterHigher), ("lower", Key::BetterLower)]),
    }
}

/// Whether a field has a choice. Of a rule only the kind is chosen, of the star rule only that there is one.
pub fn stands(of: ChoiceOf, value: Option<&Value>, choice: &Value) -> bool {
    let value = value.unwrap_or(&Value::Null);
    match of {
        ChoiceOf::Rule => value.get("kind") == choice.get("kind"),
        ChoiceOf::StarRule => value.is_null() == choice.is_null(),
        _ => value == choice,
    }
}

fn sources(form: &Value) -> Vec<(Value, String)> {
    let sources = form.pointer("/sources").and_then(Value::as_object).into_iter().flatten();
    sources.map(|(key, document)| (json!(key), format!("{key}: {}", text(document, "text")))).collect()
}

fn groups(form: &Value, language: Language) -> Vec<(Value, String)> {
    list(form, "/group").map(|group| (json!(text(group, "id")), words(&group["title"], language))).collect()
}

/// Every answer to every question.
fn answers(form: &Value, language: Language) -> Vec<(Value, String)> {
    let mut found = Vec::new();
    for question in list(form, "/question") {
        for option in question["options"].as_array().into_iter().flatten() {
            let when = json!({ "question": text(question, "id"), "is": text(option, "id") });
            let name = Message::new(Key::EditorWhen)
                .with("question", words(&question["title"], language))
                .with("answer", words(&option["title"], language));
            found.push((when, name.say(language)));
        }
    }
    found
}

fn list<'f>(form: &'f Value, pointer: &str) -> impl Iterator<Item = &'f Value> {
    form.pointer(pointer).and_then(Value::as_array).into_iter().flatten()
}

/// The text of a member; empty where there is none.
pub(super) fn text<'v>(value: &'v Value, member: &str) -> &'v str {
    value.get(member).and_then(Value::as_str).unwrap_or_default()
}

/// A text in both languages, in one of them, or in the other where it is missing.
pub(super) fn words(value: &Value, language: Language) -> String {
    let (wanted, other) = match language {
        Language::Chinese => ("zh", "en"),
        Language::English => ("en", "zh"),
    };
    let wanted = text(value, wanted);
    (if wanted.is_empty() { text(value, other) } else { wanted }).to_string()
}
