//! Why a text is not of its form, in both languages: readers of JSON and TOML say it in English alone.

use serde_json::error::Category;

use super::{FileKind, Key, Message};

/// What is wrong with a text that should be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It is another kind of file.
    OtherFile(FileKind),
    /// It breaks off.
    EndsEarly,
    /// Brackets, quotes or commas are not as they should be.
    Syntax,
    /// A name stands twice; one of the two would be lost.
    Twice(String),
    /// A name is missing.
    Missing(String),
    /// A name that is not known.
    Unknown(String),
    /// A value of another type than belongs here.
    OtherType,
}

impl Damage {
    /// What the reader of JSON met. Readers of this crate name what they refuse in backticks, as serde does.
    pub fn of_json(error: &serde_json::Error) -> Damage {
        match error.classify() {
            Category::Eof => return Damage::EndsEarly,
            Category::Io => return Damage::Syntax,
            Category::Syntax | Category::Data => {}
        }
        let said = error.to_string();
        let name = said.split('`').nth(1).unwrap_or_default().to_string();
        let says = |what: &str| said.contains(what);
        match () {
            () if says("duplicate field") || says(TWICE) => Damage::Twice(name),
            () if says("missing field") => Damage::Missing(name),
            () if says("unknown field") || says("unknown variant") || says(UNKNOWN) => Damage::Unknown(name),
            () if error.is_data() => Damage::OtherType,
            () => Damage::Syntax,
        }
    }

    /// The clause that says it.
    pub fn message(&self) -> Message {
        let named = |key, name: &str| Message::new(key).with("name", name);
        match self {
            Damage::OtherFile(kind) => Message::new(Key::DamageOtherFile).with_words("kind", kind.words()),
            Damage::EndsEarly => Message::new(Key::DamageEndsEarly),
            Damage::Syntax => Message::new(Key::DamageSyntax),
            Damage::Twice(name) => named(Key::DamageTwice, name),
            Damage::Missing(name) => named(Key::DamageMissing, name),
            Damage::Unknown(name) => named(Key::DamageUnknown, name),
            Damage::OtherType => Message::new(Key::DamageOtherType),
        }
    }
}

/// What a reader of this crate says of a name that stands twice.
const TWICE: &str = "stands twice";

/// What a reader of this crate says of a name that it does not know.
const UNKNOWN: &str = "is not known";

/// What a reader of JSON says of a name that stands twice.
pub fn stands_twice<E: serde::de::Error>(name: &str) -> E {
    E::custom(format_args!("`{name}` {TWICE}"))
}

/// What a reader of JSON says of a name that it does not know.
pub fn is_not_known<E: serde::de::Error>(name: &str) -> E {
    E::custom(format_args!("`{name}` {UNKNOWN}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "only read")]
    struct Form {
        id: u32,
        kind: Option<Kind>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        Known,
    }

    #[test]
    fn every_fault_of_a_text_is_said_without_a_word_of_the_other_language() {
        let named = |name: &str| name.to_string();
        for (text, damage) in [
            ("", Damage::EndsEarly),
            ("{\"id\": 1", Damage::EndsEarly),
            ("{\"id\": }", Damage::Syntax),
            ("{'id': 1}", Damage::Syntax),
            ("{\"id\": 1, \"id\": 2}", Damage::Twice(named("id"))),
            ("{}", Damage::Missing(named("id"))),
            ("{\"id\": 1, \"ID\": 2}", Damage::Unknown(named("ID"))),
            ("{\"id\": 1, \"kind\": \"no\"}", Damage::Unknown(named("no"))),
            ("{\"id\": \"1\"}", Damage::OtherType),
            ("{\"id\": -1}", Damage::OtherType),
        ] {
            let found = Damage::of_json(&serde_json::from_str::<Form>(text).expect_err(text));
            assert_eq!(found, damage, "{text}");
            let said = found.message().say(Language::Chinese);
            let said = ["id", "ID", "no"].iter().fold(said, |said, name| said.replace(name, ""));
            assert!(!said.contains(|c: char| c.is_ascii_alphabetic()), "{said}");
        }
    }
}
