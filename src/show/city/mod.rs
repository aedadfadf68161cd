//! 城市页, a region's year as a story for readers who are not from the field: one screen after another, each with one number.
//!
//! It is HTML of the build, as the landing page is, and so is a piece of each screen for pages of others. All of it follows from a ledger:
//! a screen whose figure is lacking is left out and named at the end.

mod drawn;
mod frozen;
mod head;
mod known;
mod page;
mod piece;
mod places;
mod screens;
mod story;
#[cfg(test)]
mod tests;
mod water;
mod year;

use crate::evaluate::region;
use crate::exchange::frozen_page;
use crate::ledger::{Example, Ledger, Opened, REGIONS, open_in_language};
use crate::text::{Key, Language, Message};

pub(super) use places::page_file;
use places::{no_piece_file, picture_file, piece_file};
use year::City;

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
    files.push((frozen_page(language).to_string(), city.frozen()));
    for screen in &screens {
        files.push((piece_file(screen.name, language), city.piece(screen)));
        files.extend(city.picture(screen).map(|picture| (picture_file(screen.name, language), picture)));
    }
    Ok(files)
}
