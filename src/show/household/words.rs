//! What is said of a home.

use crate::household::{Field, Home, USES};
use crate::metric::{Figure, Origin};
use crate::quantity::Unit;
use crate::text::{Key, Language, Message, Words, number};

/// Litres as people read them.
pub fn litres(figure: &Figure) -> String {
    number(figure.value(), 0)
}

/// How far a home is from a mean, and whether that says anything beside its ±.
pub fn compared(total: &Figure, name: Words, mean: &Figure, language: Language) -> String {
    let apart = total.value() - mean.value();
    let shown = number(apart.abs(), 0);
    let key = match () {
        () if shown == "0" => Key::HouseholdSameAs,
        () if apart > 0.0 => Key::HouseholdMoreThan,
        () => Key::HouseholdLessThan,
    };
    let first = Message::new(key)
        .with_words("name", name)
        .with("mean", litres(mean))
        .with("difference", shown.clone());
    if apart.abs() < total.u() && shown != "0" {
        let second = Message::new(Key::HouseholdWithin);
        return Message::new(Key::HouseholdBothSaid)
            .with_clause("first", first)
            .with_clause("second", second)
            .say(language);
    }
    first.say(language)
}

/// The use that takes most, and its share.
pub fn largest(home: &Home, language: Language) -> String {
    let most = home.uses.iter().enumerate().max_by(|(_, a), (_, b)| a.value().total_cmp(&b.value()));
    let total = home.total.value();
    match most {
        Some((place, figure)) if total > 0.0 => Message::new(Key::HouseholdByUse)
            .with_words("use", USES[place].name.words())
            .with("share", format!("{} %", number(100.0 * figure.value() / total, 0)))
            .say(language),
        _ => Key::HouseholdPerPerson.say(language).to_string(),
    }
}

/// An answer of a choice, with the flow that tells it from the others.
pub fn option_name(
    field: Field,
    (code, name, flow): (&str, Option<Words>, Option<&'static str>),
    language: Language,
) -> String {
    let key = match (field, flow) {
        (Field::ShowerHead | Field::Tap, Some(_)) => Some(Key::HouseholdFlowChoice),
        (Field::Washer, Some(_)) => Some(Key::HouseholdLitreKgChoice),
        _ => None,
    };
    match (key, name, code) {
        (Some(key), Some(name), _) => {
            Message::new(key).with_words("name", name).with("flow", flow.unwrap_or("")).say(language)
        }
        (None, Some(name), _) => name.get(language).to_string(),
        (_, None, "none") => Key::HouseholdLeakNone.say(language).to_string(),
        (_, None, "full") => Key::HouseholdFillFull.say(language).to_string(),
        (_, None, "half") => Key::HouseholdFillHalf.say(language).to_string(),
        _ => Key::HouseholdTariffOwn.say(language).to_string(),
    }
}

/// Numbers that were not compared with their source, each a line: what it is with its number, and where it stands.
pub fn unverified_lines(figures: &[Figure], language: Language) -> Vec<(String, String)> {
    let line = |figure: &Figure| {
        let unit = match figure.quantity().unit {
            Unit::One => "",
            unit => unit.symbol(language),
        };
        let value = format!("{} {unit}", figure.shown());
        let said = Message::new(Key::HouseholdUnverifiedLine)
            .with_words("name", figure.name())
            .with("value", value.trim())
            .say(language);
        let source = match figure.origin() {
            Origin::Reference { source, .. } => source.line(language),
            Origin::Typed(_) | Origin::Computed { .. } => String::new(),
        };
        (said, source)
    };
    figures.iter().map(line).collect()
}
