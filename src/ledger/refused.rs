//! Changes that are not made.

use crate::text::{Key, Message};

/// A table longer than this is refused: nobody reads it, and the page would stop answering.
pub const MAX_ROWS: usize = 5_000;

/// A change that was not made, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The table would grow too long.
    TooManyRows,
    /// What was to be changed is no longer there.
    Gone,
}

impl Refused {
    /// The sentence that says what to do.
    pub fn message(self) -> Message {
        match self {
            Refused::TooManyRows => Message::new(Key::EditTooManyRows).with_number("limit", MAX_ROWS as f64),
            Refused::Gone => Message::new(Key::EditGone),
        }
    }
}
