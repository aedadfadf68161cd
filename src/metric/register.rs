//! A metric without its types: what lists of metrics are made of.

use super::check::check_inputs;
use super::inputs::{spec, symbol};
use super::{
    Fault, FaultKind, FlatInputs, Input, InputSet, Metric, MetricInfo, Node, Path, Spec, Tape, Term,
};
use crate::text::grouped;

/// Every [`Metric`], its number types forgotten. Numbers go in laid out in the order of the fields.
///
/// Only what depends on the number type is made for each metric; the rest is written once, below.
pub trait AnyMetric: Sync {
    /// What it says of itself.
    fn info(&self) -> &'static MetricInfo;

    /// The inputs in order.
    fn inputs(&self) -> &'static [Input];

    /// Whether the metric itself takes numbers that are in range.
    ///
    /// # Errors
    /// What single ranges cannot say.
    fn check(&self, numbers: &[(Path, f64)]) -> Result<(), Fault>;

    /// The formula on terms.
    fn trace<'t>(&self, terms: Vec<(Path, Term<'t>)>) -> Term<'t>;
}

impl std::fmt::Debug for dyn AnyMetric {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.info().id)
    }
}

impl<M: Metric> AnyMetric for M {
    fn info(&self) -> &'static MetricInfo {
        &M::INFO
    }

    fn inputs(&self) -> &'static [Input] {
        M::Inputs::<f64>::INPUTS
    }

    fn check(&self, numbers: &[(Path, f64)]) -> Result<(), Fault> {
        match M::CHECK {
            Some(check) => check(&M::Inputs::build(&mut FlatInputs::new(numbers.to_vec()))),
            None => Ok(()),
        }
    }

    fn trace<'t>(&self, terms: Vec<(Path, Term<'t>)>) -> Term<'t> {
        M::formula(&M::Inputs::build(&mut FlatInputs::new(terms)))
    }
}

/// A formula as text, without the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaText {
    /// In the symbols of the standard: `W净 / W毛`.
    pub symbols: String,
    /// With the numbers put in: `22,728 / 42,714`.
    pub numbers: String,
}

impl dyn AnyMetric + '_ {
    /// The value.
    ///
    /// # Errors
    /// The first input that the ranges or the metric's own check refuse.
    pub fn value(&self, numbers: &[(Path, f64)]) -> Result<f64, Fault> {
        self.run(numbers, |_, result| result.value())
    }

    /// The value, and ∂value/∂number for each number.
    ///
    /// # Errors
    /// As `value`.
    pub fn value_and_sensitivities(&self, numbers: &[(Path, f64)]) -> Result<(f64, Vec<f64>), Fault> {
        self.run(numbers, |tape, result| (result.value(), tape.sensitivities(result, numbers.len())))
    }

    /// Runs the formula on terms, which hold the same values as plain numbers would.
    fn run<T>(&self, numbers: &[(Path, f64)], take: impl FnOnce(&Tape, Term<'_>) -> T) -> Result<T, Fault> {
        check_inputs(self.inputs(), self.info().upper_bounds, numbers)?;
        self.check(numbers)?;
        // A sum has a step for each number and one for each sign between them.
        let tape = Tape::with_room(2 * numbers.len());
        let result = self.trace(on_tape(&tape, numbers));
        let first = numbers.first().map_or(Path::to(""), |(path, _)| *path);
        if result.value().is_finite() {
            Ok(take(&tape, result))
        } else {
            Err(Fault::within(first, FaultKind::Overflow))
        }
    }

    /// The steps of the formula on these numbers, and the place of the result among them; none for a bare literal.
    pub fn steps(&self, numbers: &[(Path, f64)]) -> (Vec<Node>, Option<usize>) {
        let tape = Tape::new();
        tape.steps(self.trace(on_tape(&tape, numbers)))
    }

    /// The formula in symbols and in numbers, the numbers written as `text` gives them by their place.
    pub fn written(&self, numbers: &[(Path, f64)], text: &dyn Fn(usize) -> String) -> FormulaText {
        let tape = Tape::new();
        let result = self.trace(on_tape(&tape, numbers));
        FormulaText {
            symbols: tape.write(result, &|index| self.symbol(numbers[index].0), &grouped),
            numbers: tape.write(result, &|index| bracketed(text(index)), &grouped),
        }
    }

    /// The symbol of a number: `W毛`, or `W₂` for the second item of a list.
    pub fn symbol(&self, path: Path) -> String {
        symbol(self.inputs(), path)
    }

    /// What the number at a path must be.
    pub fn spec(&self, path: Path) -> Option<Spec> {
        spec(self.inputs(), path)
    }
}

fn on_tape<'t>(tape: &'t Tape, numbers: &[(Path, f64)]) -> Vec<(Path, Term<'t>)> {
    numbers.iter().enumerate().map(|(index, (path, number))| (*path, tape.input(index, *number))).collect()
}

/// A number inside a formula; brackets keep a minus sign from meeting another sign.
fn bracketed(number: String) -> String {
    if number.starts_with('−') { format!("({number})") } else { number }
}
