//! The problems that a check has found so far.

use crate::rubric::{RubricProblem, RubricProblemKind as Kind, Wording};

/// The problems found so far.
#[derive(Default)]
pub(super) struct Found {
    pub(super) problems: Vec<RubricProblem>,
}

impl Found {
    pub(super) fn at(&mut self, place: &str, kind: Kind) {
        self.problems.push(RubricProblem { place: place.to_string(), kind });
    }

    /// What people read there must be in both languages.
    pub(super) fn read<'a>(&mut self, place: &str, texts: impl IntoIterator<Item = &'a Wording>) {
        self.when(texts.into_iter().any(Wording::is_incomplete), place, Kind::MissingLanguage);
    }

    pub(super) fn when(&mut self, wrong: bool, place: &str, kind: Kind) {
        if wrong {
            self.at(place, kind);
        }
    }
}
