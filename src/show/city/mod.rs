//! 城市页, a region's year as a story for readers who are not from the field: one screen after another, each with one number.
//!
//! It is HTML of the build, as the landing page is, and so is a piece of each screen for pages of others. All of it follows from a ledger:
//! a screen whose figure is lacking is left out and named at the end.

mod drawn;
mod head;
mod known;
mod page;
mod piece;
mod screens;
#[cfg(test)]
mod tests;
mod water;

use crate::evaluate::{RegionSheet, region};
use crate::ledger::{Example, Ledger, Opened, REGIONS, RegionEntry, Row, open_in_language};
use crate::text::{Key, Language, Message};

use screens::Screen;

/// A region's year in one language.
struct City<'a> {
    language: Language,
    ledger: &'a Ledger,
    sheet: &'a Row,
    found: &'a RegionSheet,
}

/// The files of the sample city's page.
pub fn sample_city_files() -> Vec<(String, String)> {
    let of_language =
        |language: Language| files(&Example::Region.ledger(language), language).unwrap_or_default();
    Language::ALL.into_iter().flat_map(of_language).collect()
}

/// The files of the page of a saved ledger's last region, each a name and a content.
///
/// # Errors
/// What is no ledger, or one without anything to show.
pub fn city_files(saved: &str) -> Result<Vec<(String, String)>, Message> {
    let mut all = Vec::new();
    for language in Language::ALL {
        match open_in_language(saved, language) {
            Opened::Ledger(ledger) => all.extend(files(&ledger, language)?),
            other => return Err(other.message().unwrap_or_else(|| Message::new(Key::CityNoRegion))),
        }
    }
    Ok(all)
}

/// The files in one language.
fn files(ledger: &Ledger, language: Language) -> Result<Vec<(String, String)>, Message> {
    let results = region(ledger, None, None);
    let sheets = ledger.sheets(&REGIONS).iter().zip(&results.sheets);
    // The last year is told of; of several regions the first.
    let last = sheets.rev().max_by_key(|(_, found)| found.year);
    let (sheet, found) = last.ok_or_else(|| Message::new(Key::CityNoRegion))?;
    let city = City { language, ledger, sheet, found };
    let screens = city.screens();
    if screens.is_empty() {
        return Err(Message::new(Key::CityNothingToShow));
    }
    let mut files =
        vec![(page_file(language), city.page(&screens)), (no_piece_file(language), city.pieces(&screens))];
    for screen in &screens {
        files.push((piece_file(screen.name, language), city.piece(screen)));
        files.extend(city.picture(screen).map(|picture| (picture_file(screen.name, language), picture)));
    }
    Ok(files)
}

/// What a name of a file says of its language.
fn ending(language: Language) -> &'static str {
    match language {
        Language::Chinese => "",
        Language::English => "-en",
    }
}

/// The page's own file.
pub(super) fn page_file(language: Language) -> String {
    format!("city{}.html", ending(language))
}

/// The file that a name leads to which no piece has.
fn no_piece_file(language: Language) -> String {
    format!("embed/city{}.html", ending(language))
}

/// The file of a piece.
fn piece_file(name: &str, language: Language) -> String {
    match language {
        Language::Chinese => format!("embed/city-{name}.html"),
        Language::English => format!("embed/city-{name}.en.html"),
    }
}

/// The file of a screen's picture.
fn picture_file(name: &str, language: Language) -> String {
    format!("city-{name}{}.svg", ending(language))
}

impl City<'_> {
    fn say(&self, key: Key) -> String {
        key.say(self.language).to_string()
    }

    fn tell(&self, message: Message) -> String {
        message.say(self.language)
    }

    /// Whose year it is.
    fn name(&self) -> &str {
        match self.sheet[RegionEntry::Name].trim() {
            "" => self.ledger.title().trim(),
            name => name,
        }
    }

    /// What the page is called.
    fn title(&self) -> String {
        match self.found.year {
            Some(year) => self
                .tell(Message::new(Key::CityTitle).with("name", self.name()).with("year", year.to_string())),
            None => self.name().to_string(),
        }
    }

    /// What a number is, with its year.
    fn of_year(&self, name: Key, year: Option<i32>) -> String {
        self.year_after(self.say(name), year)
    }

    fn year_after(&self, name: String, year: Option<i32>) -> String {
        match year {
            Some(year) => format!("{name} · {year}"),
            None => name,
        }
    }

    /// The screens that can be told, in their order.
    fn screens(&self) -> Vec<Screen> {
        self.told().into_iter().filter_map(|(_, screen)| screen).collect()
    }

    /// What the ledger lacks of a whole story.
    fn missing(&self) -> Vec<String> {
        self.told()
            .into_iter()
            .filter(|(_, screen)| screen.is_none())
            .map(|(name, _)| self.say(name))
            .collect()
    }

    /// Every screen by what it is about.
    fn told(&self) -> [(Key, Option<Screen>); 8] {
        [
            (Key::CityCoefficient, self.coefficient()),
            (Key::CityReuse, self.reuse()),
            (Key::CityUnits, self.units()),
            (Key::ResultRegionUse, self.total()),
            (Key::CityUsesDrawn, self.uses()),
            (Key::CitySourcesDrawn, self.sources()),
            (Key::CityEconomyTitle, self.economy()),
            (Key::ChartCompositionTitle, self.trend()),
        ]
    }
}
