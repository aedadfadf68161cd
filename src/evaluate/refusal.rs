//! What a formula refuses of what was typed.

use crate::metric::{Fault, Input};
use crate::text::Message;

/// What a formula refuses.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// What it refuses.
    pub fault: Fault,
    /// What goes into the formula.
    pub inputs: &'static [Input],
}

impl Refusal {
    pub(super) fn code(&self) -> &'static str {
        self.fault.code()
    }

    pub(super) fn message(&self) -> Message {
        self.fault.message(self.inputs)
    }
}

impl PartialEq for Refusal {
    /// A sum meets the same fault in each of its parts, which is said once.
    fn eq(&self, other: &Refusal) -> bool {
        self.fault.kind == other.fault.kind && self.fault.at.key == other.fault.at.key
    }
}
