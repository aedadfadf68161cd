//! Why a saved text cannot be opened.

use super::{MAX_LINES, MAX_ROWS, Refused, TableSpec};
use crate::text::{Damage, Key, Message};

/// Why a text is no ledger that can be opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Damaged {
    /// It is not of the form.
    Form {
        /// The line, from one, where one is to be told.
        line: Option<usize>,
        /// What is wrong there.
        detail: Damage,
    },
    /// A table or a cell is larger than any that can be made here.
    BeyondLimits {
        /// Which limit.
        refused: Refused,
        /// The table of the rows or cells.
        table: &'static TableSpec,
    },
}

impl Damaged {
    /// What is wrong with the document as a whole.
    pub(super) fn somewhere(detail: Damage) -> Damaged {
        Damaged::Form { line: None, detail }
    }

    /// Where and why a reader of JSON stopped.
    pub(super) fn of(error: &serde_json::Error) -> Damaged {
        Damaged::Form { line: Some(error.line()).filter(|line| *line > 0), detail: Damage::of_json(error) }
    }

    /// What to tell the person.
    pub(super) fn message(&self) -> Message {
        match self {
            Damaged::Form { detail: Damage::OtherFile(kind), .. } => {
                Message::new(Key::DocumentOtherFile).with_words("kind", kind.words())
            }
            Damaged::Form { line: None, detail } => {
                Message::new(Key::DocumentDamaged).with_clause("detail", detail.message())
            }
            Damaged::Form { line: Some(line), detail } => Message::new(Key::DocumentDamagedAt)
                .with("line", line.to_string())
                .with_clause("detail", detail.message()),
            Damaged::BeyondLimits { refused, table } => {
                let (key, limit) = match refused {
                    Refused::TooManyRows => (Key::DocumentTooManyRows, MAX_ROWS),
                    Refused::TooLong | Refused::Gone => (Key::DocumentTooLong, MAX_LINES),
                };
                let message = Message::new(key).with_words("table", table.title.words());
                message.with_number("limit", limit as f64)
            }
        }
    }
}
