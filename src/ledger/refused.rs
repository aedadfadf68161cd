//! Changes that are not made.

use crate::text::{Key, Message};

/// A table longer than this is refused: nobody reads it, and the page would stop answering.
pub const MAX_ROWS: usize = 5_000;

/// A text longer than this, in bytes, is refused in a cell: a meter's record of two months fits.
pub const MAX_TEXT: usize = 1024 * 1024;

/// A text of more lines is refused in a cell: no field of the page could show it.
pub const MAX_LINES: usize = 100_000;

/// Whether a cell cannot hold a text.
pub fn is_too_long(text: &str) -> bool {
    // Counting is spared where there cannot be as many.
    let lines = || text.bytes().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
    text.len() > MAX_TEXT || (text.len() > MAX_LINES && lines() > MAX_LINES)
}

/// A change that was not made, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The table would grow too long.
    TooManyRows,
    /// A text is longer than a cell can hold.
    TooLong,
    /// What was to be changed is no longer there.
    Gone,
}

impl Refused {
    /// The sentence that says what to do.
    pub fn message(self) -> Message {
        match self {
            Refused::TooManyRows => Message::new(Key::EditTooManyRows).with_number("limit", MAX_ROWS as f64),
            Refused::TooLong => Message::new(Key::EditTooLong).with_number("limit", MAX_LINES as f64),
            Refused::Gone => Message::new(Key::EditGone),
        }
    }
}
