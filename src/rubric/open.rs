//! Opening and saving rubric files.

use serde::Deserialize;

use super::{FORM, Rubric};
use crate::text::{Key, Message};

/// A longer text is no rubric.
const MOST_BYTES: usize = 1_000_000;

/// A text is no rubric that this version knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormFault {
    /// Longer than any rubric.
    TooLarge,
    /// Written by a newer version.
    Newer {
        /// Its form.
        theirs: u32,
    },
    /// Not of the form.
    Damaged {
        /// Where and why, in the reader's words.
        detail: String,
    },
}

impl FormFault {
    /// What keeps a file of so many bytes from being read at all.
    pub fn of_size(bytes: f64) -> Option<FormFault> {
        (bytes > MOST_BYTES as f64).then_some(FormFault::TooLarge)
    }

    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            FormFault::TooLarge => "too_large",
            FormFault::Newer { .. } => "newer_form",
            FormFault::Damaged { .. } => "not_a_rubric",
        }
    }

    /// What happened and what can be done.
    pub fn message(&self) -> Message {
        match self {
            FormFault::TooLarge => Message::new(Key::FileTooLarge).with("limit", "1"),
            FormFault::Newer { theirs } => Message::new(Key::RubricNewer)
                .with("theirs", theirs.to_string())
                .with("ours", FORM.to_string()),
            FormFault::Damaged { detail } => Message::new(Key::RubricDamaged).with("detail", detail.clone()),
        }
    }
}

/// Reads a rubric file. That it is of the form says nothing of its sense; [`super::problems`] does.
///
/// # Errors
/// A text that is not JSON, not of this form, of a newer form, or too long.
pub fn open_rubric(text: &str) -> Result<Rubric, FormFault> {
    if text.len() > MOST_BYTES {
        return Err(FormFault::TooLarge);
    }
    /// The one field that all forms have.
    #[derive(Deserialize)]
    struct Head {
        form: u32,
    }
    let damaged = |error: serde_json::Error| FormFault::Damaged { detail: error.to_string() };
    let text = text.trim_start_matches('\u{feff}');
    let Head { form } = serde_json::from_str(text).map_err(damaged)?;
    match form {
        FORM => serde_json::from_str(text).map_err(damaged),
        theirs if theirs > FORM => Err(FormFault::Newer { theirs }),
        theirs => Err(FormFault::Damaged { detail: format!("form {theirs}") }),
    }
}

/// Writes a rubric file.
pub fn save_rubric(rubric: &Rubric) -> String {
    // A rubric holds texts, finite numbers and lists, all of which JSON can hold.
    serde_json::to_string_pretty(rubric).unwrap_or_default()
}
