//! Addresses that begin a measure: `#/begin?PLACES?CHANGE?NAME`, the places that it changes by their paths, what becomes of the first, and
//! what the measure is called.

use super::Route;
use super::pages::BEGIN;
use crate::ledger::{Ledger, Place};

/// A measure that is to be begun. Its words are as they stand in the address, where nothing but letters, digits and escapes do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Beginning {
    /// The places that it changes; a whole sheet where it is only known what it is about.
    pub places: Vec<Place>,
    /// What becomes of the first of them.
    pub change: String,
    /// What it is called; by what it changes where nothing stands here.
    pub name: String,
}

impl Beginning {
    /// A measure at places.
    pub fn at(places: Vec<Place>) -> Beginning {
        Beginning { places, ..Beginning::default() }
    }

    /// The fragment of the address that begins it.
    pub fn to_hash(&self) -> String {
        let paths: Vec<String> = self.places.iter().map(Place::path).collect();
        [&*Route::to(&BEGIN).to_hash(), &*paths.join(","), &*self.change, &*self.name].join("?")
    }

    /// The measure of a fragment; none where it names no place that is there.
    pub fn of_hash(fragment: &str, ledger: &Ledger) -> Option<Beginning> {
        let mut parts = fragment.strip_prefix(&Route::to(&BEGIN).to_hash())?.splitn(4, '?').skip(1);
        let paths = parts.next()?;
        let places: Vec<Place> = paths.split(',').filter_map(|path| ledger.place_of_path(path)).collect();
        let mut text = || parts.next().unwrap_or_default().to_string();
        (!places.is_empty()).then(|| Beginning { places, change: text(), name: text() })
    }
}
