//! 示例, filled ledgers to begin with. Their names and figures are made up, and their titles say so.

use serde_json::Value;

use super::{Ledger, Opened, PERIODS, REGIONS, RETROFITS, REVIEWS, TableSpec, YEARS, open, open_newest};
use crate::text::{Key, Language, Words};

/// A filled ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Example {
    /// A city over five years, one of its districts in every detail.
    City,
    /// A small works over three years, which uses its effluent again.
    Works,
    /// A nickel and copper smelter with everything in it.
    Smelter,
    /// The small works with mistakes that the balance finds.
    Errors,
    /// A university over three years, with measures that bring it to the pass line.
    University,
    /// A public institution, the technical part of its rubric complete.
    Institution,
    /// A residential quarter.
    Quarter,
    /// A city over five years, with its targets, its plan and its reservoirs.
    Region,
}

impl Example {
    /// Every example.
    pub const ALL: [Example; 8] = [
        Example::City,
        Example::Works,
        Example::Smelter,
        Example::Errors,
        Example::University,
        Example::Institution,
        Example::Quarter,
        Example::Region,
    ];

    /// The examples that fill a list of sheets.
    pub fn of(sheets: &TableSpec) -> impl Iterator<Item = Example> {
        Example::ALL.into_iter().filter(move |example| example.fills(sheets))
    }

    /// The list of sheets that it fills.
    pub fn sheets(self) -> &'static TableSpec {
        match self {
            Example::City => &YEARS,
            Example::Works | Example::Smelter | Example::Errors => &PERIODS,
            Example::University | Example::Institution | Example::Quarter => &REVIEWS,
            Example::Region => &REGIONS,
        }
    }

    /// Whether it has sheets in a list.
    fn fills(self, sheets: &TableSpec) -> bool {
        let has_plans = matches!(self, Example::Works | Example::University | Example::City);
        self.sheets() == sheets || (has_plans && sheets == &RETROFITS)
    }

    /// What it is called.
    pub fn name(self) -> Key {
        match self {
            Example::City => Key::OpenExample,
            Example::Works => Key::PlantExampleWorks,
            Example::Smelter => Key::PlantExampleSmelter,
            Example::Errors => Key::PlantExampleErrors,
            Example::University => Key::ExampleUniversity,
            Example::Institution => Key::ExampleInstitution,
            Example::Quarter => Key::ExampleQuarter,
            Example::Region => Key::ExampleRegion,
        }
    }

    /// What its file is called among the site's, without its ending.
    pub fn file(self) -> &'static str {
        match self {
            Example::City => "example-city",
            Example::Works => "example-works",
            Example::Smelter => "example-smelter",
            Example::Errors => "example-errors",
            Example::University => "example-university",
            Example::Institution => "example-institution",
            Example::Quarter => "example-quarter",
            Example::Region => "example-region",
        }
    }

    /// The ledger, its names in a language. It carries the files with it: a page fetches the one it opens, for [`in_language`].
    pub fn ledger(self, language: Language) -> Ledger {
        let text = match self {
            Example::City => include_str!("../../public/example-city.json"),
            Example::Works => include_str!("../../public/example-works.json"),
            Example::Smelter => include_str!("../../public/example-smelter.json"),
            Example::Errors => include_str!("../../public/example-errors.json"),
            Example::University => include_str!("../../public/example-university.json"),
            Example::Institution => include_str!("../../public/example-institution.json"),
            Example::Quarter => include_str!("../../public/example-quarter.json"),
            Example::Region => include_str!("../../public/example-region.json"),
        };
        in_language(text, language).unwrap_or_default()
    }
}

/// A saved ledger in which a text may stand in both languages, `{"zh": …, "en": …}`, with one of them; none where the text is no
/// ledger.
pub fn in_language(text: &str, language: Language) -> Option<Ledger> {
    let mut document = serde_json::from_str(text).ok()?;
    choose_words(&mut document, language);
    match open_newest(&document.to_string()) {
        Opened::Ledger(ledger) => Some(ledger),
        _ => None,
    }
}

/// A saved ledger of any version, in which a text may stand in both languages as in the examples; what is wrong with one that is none
/// is said of the text as it is.
pub fn open_in_language(text: &str, language: Language) -> Opened {
    let as_it_is = open(text);
    if matches!(as_it_is, Opened::Ledger(_)) {
        return as_it_is;
    }
    let Ok(mut document) = serde_json::from_str(text) else { return as_it_is };
    choose_words(&mut document, language);
    match open(&document.to_string()) {
        opened @ Opened::Ledger(_) => opened,
        _ => as_it_is,
    }
}

fn choose_words(value: &mut Value, language: Language) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|value| choose_words(value, language)),
        Value::Object(fields) => match fields.remove(Words::new("zh", "en").get(language)) {
            Some(words) => *value = words,
            None => fields.values_mut().for_each(|value| choose_words(value, language)),
        },
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_fills_its_sheets_in_both_languages() {
        for example in Example::ALL {
            let [zh, en] = [Language::Chinese, Language::English].map(|language| example.ledger(language));
            assert!(!zh.sheets(example.sheets()).is_empty(), "{example:?}");
            assert_eq!(zh.places().count(), en.places().count(), "{example:?}");
        }
    }
}
