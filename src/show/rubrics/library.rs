//! The rubrics of the library, each in a line.

use crate::catalog::{self, ShippedRubric};
use crate::ledger::RubricSheet;
use crate::rubric::{Rubric, Wording};
use crate::text::{Key, Language, Message};

/// A rubric of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryLine {
    /// The name by which a unit's year knows it.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// Edition, region, how many items.
    pub facts: String,
    /// How many items are still to be verified; `None` where all are verified.
    pub unverified: Option<String>,
    /// How many problems it has; `None` where it has none.
    pub problems: Option<String>,
}

/// A rubric that comes with the product.
pub fn shipped_line(shipped: &ShippedRubric, language: Language) -> Option<LibraryLine> {
    Some(line(shipped.id, &*catalog::rubric(shipped.id)?, language))
}

/// A rubric of one's own.
pub fn own_line(sheet: &RubricSheet, language: Language) -> LibraryLine {
    match sheet.rubric() {
        Some(rubric) => line(&sheet.name(), &rubric, language),
        // The document holds what is no rubric: it is there to be looked at and removed.
        None => LibraryLine {
            name: sheet.name(),
            title: sheet.title(language),
            facts: String::new(),
            unverified: None,
            problems: Some(Message::new(Key::LibraryProblems).with("count", "1").say(language)),
        },
    }
}

fn line(name: &str, rubric: &Rubric, language: Language) -> LibraryLine {
    let facts = Message::new(Key::LibraryFacts)
        .with("edition", rubric.edition.clone())
        .with("region", rubric.region.get(language))
        .with("items", rubric.items().count().to_string());
    let counted = |key: Key, count: usize| {
        (count > 0).then(|| Message::new(key).with("count", count.to_string()).say(language))
    };
    let open = rubric.items().filter(|(_, item)| !item.weakest().is_verified()).count();
    LibraryLine {
        name: name.to_string(),
        title: rubric.title.get(language).to_string(),
        facts: facts.say(language),
        unverified: counted(Key::LibraryUnverified, open),
        problems: counted(Key::LibraryProblems, catalog::rubric_problems(rubric).len()),
    }
}

/// A copy to edit, told apart by its title.
pub fn copy_of(rubric: &Rubric) -> Rubric {
    let of = |language: Language| {
        let title = rubric.title.get(language);
        Message::new(Key::LibraryCopyOf).with("title", title).say(language)
    };
    Rubric { title: Wording { zh: of(Language::Chinese), en: of(Language::English) }, ..rubric.clone() }
}

/// What is said after a file was taken over.
pub fn imported(rubric: &Rubric, language: Language) -> Message {
    let title = rubric.title.get(language);
    match catalog::rubric_problems(rubric).len() {
        0 => Message::new(Key::LibraryImported).with("title", title),
        count => Message::new(Key::LibraryImportedWithProblems)
            .with("title", title)
            .with("count", count.to_string()),
    }
}

/// The name of a rubric's file, which any system takes.
pub fn export_name(rubric: &Rubric) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let name: String = rubric.id.chars().take(60).map(plain).collect();
    match name.trim_matches('-') {
        "" => "rubric.json".to_string(),
        name => format!("{name}.json"),
    }
}
