//! Opening and saving rubric files.

use std::num::NonZeroU32;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::toml_as_json::{AsJson, as_json};
use super::{FORM, Rubric};
use crate::text::{Damage, FileKind, Key, Message};

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
        /// The line, from one.
        line: usize,
        /// Why.
        detail: Damage,
    },
}

impl FormFault {
    /// What keeps a file of so many bytes from being read at all.
    pub fn of_size(bytes: f64) -> Option<FormFault> {
        (bytes > MOST_BYTES as f64).then_some(FormFault::TooLarge)
    }

    /// A file of another kind.
    pub fn other_file(kind: FileKind) -> FormFault {
        FormFault::Damaged { line: 1, detail: Damage::OtherFile(kind) }
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
            FormFault::TooLarge => Message::new(Key::RubricTooLarge).with("limit", "1"),
            FormFault::Newer { theirs } => Message::new(Key::RubricNewer)
                .with("theirs", theirs.to_string())
                .with("ours", FORM.to_string()),
            FormFault::Damaged { detail: Damage::OtherFile(kind), .. } => {
                Message::new(Key::RubricOtherFile).with_words("kind", kind.words())
            }
            FormFault::Damaged { line, detail } => Message::new(Key::RubricDamaged)
                .with("line", line.to_string())
                .with_clause("detail", detail.message()),
        }
    }
}

/// Reads a rubric file: JSON where it begins with a brace, else TOML. That it is of the form says nothing of its sense;
/// [`super::problems`] does.
///
/// ```
/// use water_ledger::rubric::{FormFault, open_rubric};
/// let fault = open_rubric("form = 1\nid = 'mine'\nedition = 2026").expect_err("an edition is a text");
/// assert!(matches!(fault, FormFault::Damaged { line: 3, .. }));
/// ```
///
/// # Errors
/// A text that is neither JSON nor TOML, not of this form, of a newer form, or too long.
pub fn open_rubric(text: &str) -> Result<Rubric, FormFault> {
    if text.len() > MOST_BYTES {
        return Err(FormFault::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') {
        return open_rubric_json(text);
    }
    let line_at = |at: usize| 1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count();
    let json: AsJson = as_json(text).map_err(|fault| match FileKind::of_text(text) {
        FileKind::Toml => FormFault::Damaged { line: line_at(fault.at), detail: fault.detail },
        kind => FormFault::other_file(kind),
    })?;
    open_json(&json.text, &|_, column| line_at(json.place(column.saturating_sub(1))))
}

/// Reads a rubric that is known to be JSON, and so without the reader of TOML, which only a user's own file needs.
///
/// # Errors
/// As [`open_rubric`].
pub fn open_rubric_json(text: &str) -> Result<Rubric, FormFault> {
    if text.len() > MOST_BYTES { Err(FormFault::TooLarge) } else { open_json(text, &|line, _| line) }
}

/// Reads the JSON of a rubric; `line` tells the line of the user's file that a line and column of the JSON come from.
fn open_json(json: &str, line: &dyn Fn(usize, usize) -> usize) -> Result<Rubric, FormFault> {
    /// The one field that all forms have.
    #[derive(Deserialize)]
    struct Head {
        form: NonZeroU32,
    }
    let Head { form } = read(json, line)?;
    match form.get() {
        FORM => read(json, line),
        theirs => Err(FormFault::Newer { theirs }),
    }
}

fn read<T: DeserializeOwned>(json: &str, line: &dyn Fn(usize, usize) -> usize) -> Result<T, FormFault> {
    serde_json::from_str(json).map_err(|error| FormFault::Damaged {
        line: line(error.line(), error.column()),
        detail: Damage::of_json(&error),
    })
}

/// Writes a rubric file.
pub fn save_rubric(rubric: &Rubric) -> String {
    // A rubric holds texts, finite numbers and lists, all of which JSON can hold.
    serde_json::to_string_pretty(rubric).unwrap_or_default()
}
