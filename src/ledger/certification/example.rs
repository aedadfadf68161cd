//! Filled units to begin with. All figures are made up.

use std::sync::Arc;

use super::ReviewSheet;
use crate::text::{Key, Language};

/// A filled unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitExample {
    /// A university over three years.
    University,
    /// A public institution.
    Institution,
    /// A residential quarter.
    Quarter,
}

impl UnitExample {
    /// Every example.
    pub const ALL: [UnitExample; 3] =
        [UnitExample::University, UnitExample::Institution, UnitExample::Quarter];

    /// What it is called.
    pub fn name(self) -> Key {
        match self {
            UnitExample::University => Key::ExampleUniversity,
            UnitExample::Institution => Key::ExampleInstitution,
            UnitExample::Quarter => Key::ExampleQuarter,
        }
    }

    /// Its years.
    pub fn reviews(self, _language: Language) -> Vec<Arc<ReviewSheet>> {
        Vec::new()
    }
}
