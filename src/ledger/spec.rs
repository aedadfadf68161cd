//! What is said of a column: its name, its heading, what belongs into it, what it feeds, whether it is carried over.
//!
//! Saving, reading, editing, carrying over, checking, and naming a cell in the page go over these descriptions.

use crate::quantity::Unit;
use crate::text::{Choice, Key};

/// A column that is typed into; an entry beside the tables is such a column with a single cell.
#[derive(Clone, Copy, Debug)]
pub struct ColumnSpec {
    /// Its name in the saved document, in the page and in links; no other column of the table has it.
    pub name: &'static str,
    /// Its heading.
    pub heading: Key,
    /// What belongs into it.
    pub kind: ColumnKind,
    /// Which numbers it may hold.
    pub limits: Limits,
    /// The names of the metric inputs that it feeds.
    pub feeds: &'static [&'static str],
    /// Whether it is taken over into the next sheet: what is built stays, what is measured does not.
    pub is_carried: bool,
    /// Whether it says what the row is of: rows that a rubric asks for are found by it.
    pub is_key: bool,
}

/// What belongs into a column.
#[derive(Clone, Copy, Debug)]
pub enum ColumnKind {
    /// Free text.
    Text,
    /// A number; a bare one counts the unit.
    Number(Unit),
    /// One of a list.
    Choice(fn() -> Vec<Choice>),
}

/// Which numbers a cell may hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limits {
    /// Any number.
    Any,
    /// Above zero.
    Positive,
    /// Zero or above.
    NotNegative,
    /// Water or money: zero or above, and not beyond all measure, so that one slip of a finger leaves no sum without a number.
    Amount,
    /// From zero to one.
    Share,
    /// Between two numbers, both allowed.
    Within {
        /// The lowest.
        low: f64,
        /// The highest.
        high: f64,
    },
}

impl ColumnSpec {
    const fn new(name: &'static str, heading: Key, kind: ColumnKind) -> ColumnSpec {
        ColumnSpec { name, heading, kind, limits: Limits::Any, feeds: &[], is_carried: false, is_key: false }
    }

    /// A column of free text.
    pub const fn text(name: &'static str, heading: Key) -> ColumnSpec {
        ColumnSpec::new(name, heading, ColumnKind::Text)
    }

    /// A column of numbers in a unit.
    pub const fn number(name: &'static str, heading: Key, unit: Unit) -> ColumnSpec {
        ColumnSpec::new(name, heading, ColumnKind::Number(unit))
    }

    /// A column in which one of a list is chosen.
    pub const fn choice(name: &'static str, heading: Key, choices: fn() -> Vec<Choice>) -> ColumnSpec {
        ColumnSpec::new(name, heading, ColumnKind::Choice(choices))
    }

    /// The same column, holding numbers above zero.
    pub const fn positive(mut self) -> ColumnSpec {
        self.limits = Limits::Positive;
        self
    }

    /// The same column, holding zero or numbers above it.
    pub const fn not_negative(mut self) -> ColumnSpec {
        self.limits = Limits::NotNegative;
        self
    }

    /// The same column, holding amounts of water or money.
    pub const fn amount(mut self) -> ColumnSpec {
        self.limits = Limits::Amount;
        self
    }

    /// The same column, holding shares from zero to one.
    pub const fn share(mut self) -> ColumnSpec {
        self.limits = Limits::Share;
        self
    }

    /// The same column, holding numbers from `low` to `high`.
    pub const fn within(mut self, low: f64, high: f64) -> ColumnSpec {
        self.limits = Limits::Within { low, high };
        self
    }

    /// The same column, feeding the metric inputs of these names.
    pub const fn feeds(mut self, inputs: &'static [&'static str]) -> ColumnSpec {
        self.feeds = inputs;
        self
    }

    /// The same column, taken over into the next sheet.
    pub const fn carried(mut self) -> ColumnSpec {
        self.is_carried = true;
        self
    }

    /// The same column, saying what the row is of.
    pub const fn key(mut self) -> ColumnSpec {
        self.is_key = true;
        self.is_carried = true;
        self
    }

    /// The unit of a bare number; `None` for text and choices.
    pub fn unit(&self) -> Option<Unit> {
        match self.kind {
            ColumnKind::Number(unit) => Some(unit),
            _ => None,
        }
    }
}
