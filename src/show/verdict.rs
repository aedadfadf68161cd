//! A verdict: whether something is as it should be, and the sentence that says so.

use crate::text::{Key, Message};

/// What a verdict means for its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It is as it should be.
    Good,
    /// It is not as it should be.
    Failed,
    /// Something is to be looked at.
    Caution,
    /// Neither is known yet.
    Neutral,
}

/// A tone and its sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// What it means.
    pub tone: Tone,
    /// The sentence.
    pub message: Message,
}

impl Verdict {
    /// A verdict whose sentence has no places to fill.
    pub fn new(tone: Tone, key: Key) -> Verdict {
        Verdict { tone, message: Message::new(key) }
    }

    /// The verdict with a place of its sentence filled.
    pub fn with(self, name: &'static str, value: impl Into<String>) -> Verdict {
        Verdict { message: self.message.with(name, value), ..self }
    }
}
