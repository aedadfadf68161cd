//! 指标与数值, metric and figure: one definition of a formula from which everything else follows.
//!
//! A [`Metric`] is what it says of itself (names, symbols, units, ranges, source) and one formula, generic over the
//! [`Number`] it is computed with.
//! Run on plain `f64` the formula gives the value; run on [`Term`]s, numbers that remember how they came
//! about, the very same formula gives its own text, in symbols and in numbers, and its sensitivities.
//! The result is a [`Figure`], which keeps the figures it was made from, down to the typed cell.

mod calculation;
mod contribution;
mod info;
mod check;
mod define;
mod fault;
mod figure;
mod flag;
mod given;
mod inputs;
mod number;
mod operation;
mod register;
mod result;
mod term;
mod workings;
mod writer;

pub use calculation::{AnyCalculation, Calculation, CalculationInfo, Outcome, given_figures};
pub use contribution::Contribution;
pub(crate) use define::{calculation, metric};
pub use fault::{Fault, FaultKind};
pub use figure::{Derivation, Figure, InputQuantity, Origin, Steps};
pub use flag::Flag;
pub use given::{GivenNumber, RawInputs};
pub use info::{
    Citation, Digits, Measure, MetricInfo, Output, Range, Spec, Status, UpperBound, in_unit, shared,
};
pub(crate) use inputs::inputs;
pub use inputs::{FlatInputs, Input, InputSet, Path, Shape};
pub use number::{Function, Number, middle};
pub use operation::{Node, Operation};
pub use register::{AnyMetric, FormulaText};
pub use result::{ResultSpec, Results, RowResults};
pub use term::{Tape, Term};
pub use workings::{PartialMetric, Refusal, Workings};

/// Looks at the inputs before a formula does.
pub type Check<I> = fn(&I) -> Result<(), Fault>;

/// A formula of the field and all that is to be said about it.
///
/// The doc comment of an implementing type gives the Chinese term, the formula, the symbols with units
/// and ranges, the source, and a worked example.
pub trait Metric: Sync + 'static {
    /// The named inputs, for any number type; made by the macro `inputs!`.
    type Inputs<N>: InputSet<N>;

    /// What the metric is called, measured in, taken from.
    const INFO: MetricInfo;

    /// The formula, once.
    fn formula<N: Number>(inputs: &Self::Inputs<N>) -> N;

    /// What single ranges cannot say, such as a sum that must not be zero.
    const CHECK: Option<Check<Self::Inputs<f64>>> = None;
}
