//! The year that is told, and how it is spoken of.

use crate::evaluate::RegionSheet;
use crate::ledger::{Ledger, RegionEntry, Row};
use crate::text::{Key, Language, Message};

/// A region's year in one language.
pub(super) struct City<'a> {
    /// The language.
    pub language: Language,
    /// The ledger.
    pub ledger: &'a Ledger,
    /// The sheet of the region.
    pub sheet: &'a Row,
    /// What it comes to.
    pub found: &'a RegionSheet,
}

impl City<'_> {
    pub(super) fn say(&self, key: Key) -> String {
        key.say(self.language).to_string()
    }

    pub(super) fn tell(&self, message: Message) -> String {
        message.say(self.language)
    }

    /// Whose year it is.
    pub(super) fn name(&self) -> &str {
        match self.sheet[RegionEntry::Name].trim() {
            "" => self.ledger.title().trim(),
            name => name,
        }
    }

    /// What the page is called.
    pub(super) fn title(&self) -> String {
        match self.found.year {
            Some(year) => self
                .tell(Message::new(Key::CityTitle).with("name", self.name()).with("year", year.to_string())),
            None => self.name().to_string(),
        }
    }

    /// What a number is, with its year.
    pub(super) fn of_year(&self, name: Key, year: Option<i32>) -> String {
        self.year_after(self.say(name), year)
    }

    pub(super) fn year_after(&self, name: String, year: Option<i32>) -> String {
        match year {
            Some(year) => format!("{name} · {year}"),
            None => name,
        }
    }
}
