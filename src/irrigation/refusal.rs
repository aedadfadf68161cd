//! What a formula refused on the way, with the place of the row that it was refused for.

use crate::metric::{Fault, FaultKind, Figure, Input, InputSet, Metric};

/// A formula refused what a row gave.
#[derive(Clone, Debug)]
pub struct Refusal<At> {
    /// The row.
    pub at: At,
    /// What is refused; its path names the input of the formula.
    pub fault: Fault,
    /// What goes into the formula.
    pub inputs: &'static [Input],
}

impl<At: PartialEq> PartialEq for Refusal<At> {
    /// Inputs belong to the formula, so place and fault say all.
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at && self.fault == other.fault
    }
}

/// Figures being worked out, and what was refused meanwhile.
pub(super) struct Work<At> {
    pub(super) refusals: Vec<Refusal<At>>,
}

impl<At> Default for Work<At> {
    fn default() -> Self {
        Work { refusals: Vec::new() }
    }
}

impl<At: Copy> Work<At> {
    /// The figure of a metric; a refusal is noted at the row.
    pub(super) fn keep<M: Metric>(
        &mut self,
        at: At,
        metric: &'static M,
        inputs: M::Inputs<Figure>,
    ) -> Option<Figure> {
        let known = <M::Inputs<f64> as InputSet<f64>>::INPUTS;
        Figure::computed(metric, inputs).map_err(|fault| self.refuse(at, fault, known)).ok()
    }

    /// Asks for the numbers of the row that a metric cannot do without; one that is not there is noted.
    pub(super) fn needs<M: Metric>(
        &mut self,
        at: At,
        _metric: &'static M,
    ) -> impl FnMut(&'static str, Option<Figure>) -> Option<Figure> {
        let known = <M::Inputs<f64> as InputSet<f64>>::INPUTS;
        move |key, given| {
            if given.is_none() {
                self.refuse(at, Fault::at(key, FaultKind::Missing), known);
            }
            given
        }
    }

    /// Notes a refusal.
    pub(super) fn refuse(&mut self, at: At, fault: Fault, inputs: &'static [Input]) {
        self.refusals.push(Refusal { at, fault, inputs });
    }
}
