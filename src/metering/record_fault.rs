//! Why a pasted text is no record of a meter.

use crate::text::{Key, Message};

/// A record longer than this is refused: two months of minutes, ten years of hours.
pub(super) const MOST: usize = 90_000;

/// Why a text is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingsFault {
    /// A line without a number at its place.
    NoNumber {
        /// Counted from 1.
        line: usize,
    },
    /// A line whose time stamp cannot be read, or is not later than the one before by whole intervals.
    BadTime {
        /// Counted from 1.
        line: usize,
    },
    /// A register that goes back.
    Backwards {
        /// Counted from 1.
        line: usize,
    },
    /// Several columns of numbers, and nothing says which is meant.
    SeveralNumbers {
        /// How many columns there are.
        columns: usize,
    },
    /// The column that was asked for is not there, or holds the times.
    NoColumn {
        /// How many columns there are.
        columns: usize,
    },
    /// Numbers that never go down, of a kind that was not said: a register, it seems, whose readings are no volumes.
    KindUnclear,
    /// Neither time stamps nor an interval, or an interval that is no part of a day.
    NoInterval,
    /// Too long to be a record.
    TooLong,
}

impl ReadingsFault {
    /// A stable name for programs.
    pub fn code(self) -> &'static str {
        match self {
            ReadingsFault::NoNumber { .. } => "no_number",
            ReadingsFault::BadTime { .. } => "bad_time",
            ReadingsFault::Backwards { .. } => "register_backwards",
            ReadingsFault::SeveralNumbers { .. } => "several_numbers",
            ReadingsFault::NoColumn { .. } => "no_column",
            ReadingsFault::KindUnclear => "record_kind_unclear",
            ReadingsFault::NoInterval => "no_interval",
            ReadingsFault::TooLong => "record_too_long",
        }
    }

    /// What is wrong and what to change.
    pub fn message(self) -> Message {
        let at = |key, line: usize| Message::new(key).with("line", line.to_string());
        let of = |key, columns: usize| Message::new(key).with("columns", columns.to_string());
        match self {
            ReadingsFault::NoNumber { line } => at(Key::ReadingsNoNumber, line),
            ReadingsFault::BadTime { line } => at(Key::ReadingsBadTime, line),
            ReadingsFault::Backwards { line } => at(Key::ReadingsBackwards, line),
            ReadingsFault::SeveralNumbers { columns } => of(Key::ReadingsSeveralNumbers, columns),
            ReadingsFault::NoColumn { columns } => of(Key::ReadingsNoColumn, columns),
            ReadingsFault::KindUnclear => Message::new(Key::ReadingsKindUnclear),
            ReadingsFault::NoInterval => Message::new(Key::ReadingsNoInterval),
            ReadingsFault::TooLong => Message::new(Key::ReadingsTooLong).with("limit", MOST.to_string()),
        }
    }
}
