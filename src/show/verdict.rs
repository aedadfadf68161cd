//! A verdict: whether something is as it should be, and the sentence that says so.

use super::mark::limit_mark;
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

/// A verdict in a word, as large as the figure beside it: what is held to what, how it stands, by how much it is off.
#[derive(Clone, Debug, PartialEq)]
pub struct VerdictWord {
    /// What it is held to.
    pub held_to: Message,
    /// What it means.
    pub tone: Tone,
    /// What the eye sees first.
    pub shape: &'static str,
    /// The word.
    pub word: Message,
    /// By how much it is off, or what is lacking.
    pub distance: Option<Message>,
}

impl VerdictWord {
    /// A verdict by what it means, its shape the one of that meaning; what rests on incomplete numbers has an open one.
    pub fn new(held_to: Message, tone: Tone, word: Message, is_incomplete: bool) -> VerdictWord {
        let shape = match tone {
            Tone::Good | Tone::Failed => limit_mark(tone == Tone::Good, is_incomplete).shape,
            Tone::Caution => "◐",
            Tone::Neutral => "–",
        };
        VerdictWord { held_to, tone, shape, word, distance: None }
    }
}
