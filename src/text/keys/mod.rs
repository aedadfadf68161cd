//! The tables of sentences. A key is used in code; adding a language means adding a column.

mod attached;
mod certification;
mod city;
mod figures;
mod household;
mod industry;
mod ledgers;
mod library;
mod office;
mod pages;
mod refusals;
mod region;
mod report;
mod retrofit;
mod rubric;
mod scores;
mod tables;

use super::Words;

/// The name of a sentence.
///
/// Each is a constant by itself, not one of an enumeration: a module of the page that never says a sentence does not
/// carry it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key(&'static Words);

impl Key {
    /// The sentence in both languages; `{name}` marks a blank.
    pub const fn words(self) -> Words {
        *self.0
    }

    /// Every key.
    pub fn all() -> impl Iterator<Item = Key> {
        [
            attached::ALL,
            certification::ALL,
            city::ALL,
            figures::ALL,
            household::ALL,
            industry::ALL,
            ledgers::ALL,
            library::ALL,
            office::ALL,
            pages::ALL,
            refusals::ALL,
            region::ALL,
            report::ALL,
            retrofit::ALL,
            rubric::ALL,
            scores::ALL,
            tables::ALL,
        ]
        .into_iter()
        .flatten()
        .copied()
    }
}

macro_rules! sentences {
    ($($key:ident: $zh:literal, $en:literal;)*) => {
        #[allow(missing_docs, reason = "the sentence is the documentation")]
        #[allow(non_upper_case_globals, reason = "keys are read as names")]
        impl Key {
            $(pub const $key: Key = Key(&Words::new($zh, $en));)*
        }

        /// The keys of this table.
        pub(super) const ALL: &[Key] = &[$(Key::$key),*];
    };
}
use sentences;
