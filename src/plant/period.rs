//! 时段, the period of a water balance: a year, or a month of one.

use std::fmt;

/// A year, or a month of a year. Years come before their months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12; none for the whole year.
    pub month: Option<u8>,
}

impl Period {
    /// A whole year.
    pub fn whole(year: i32) -> Period {
        Period { year, month: None }
    }

    /// The period of the same length after it.
    pub fn next(self) -> Period {
        match self.month {
            None => Period::whole(self.year + 1),
            Some(12) => Period { year: self.year + 1, month: Some(1) },
            Some(month) => Period { month: Some(month + 1), ..self },
        }
    }
}

impl fmt::Display for Period {
    /// `2024`, or `2024-03`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.month {
            None => write!(f, "{}", self.year),
            Some(month) => write!(f, "{}-{month:02}", self.year),
        }
    }
}
