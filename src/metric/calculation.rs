//! 算法, a calculation: several metrics worked out one from another, under one name and one set of inputs.

use super::check::check_inputs;
use super::inputs::spec;
use super::{
    Fault, Figure, FlatInputs, GivenNumber, Input, InputQuantity, InputSet, Measure, MetricInfo, Path,
};
use crate::quantity::{Quantity, Unit};
use crate::text::Words;

/// A chain of metrics with inputs of its own.
///
/// A metric is one formula. A calculation is the way through several, decides which of them apply to what was given,
/// and may come to more than one figure; it holds no formula itself.
pub trait Calculation: Sync + 'static {
    /// The named inputs; made by the macro `inputs!`.
    type Inputs<N>: InputSet<N>;

    /// What it is called and where the way stands.
    const INFO: CalculationInfo;

    /// The figures from the figures that go in.
    ///
    /// # Errors
    /// The first fault of a metric on the way, or inputs that contradict each other.
    fn compute(inputs: &Self::Inputs<Figure>) -> Result<Outcome, Fault>;
}

/// What a calculation is called and where it comes from.
#[derive(Clone, Copy)]
pub struct CalculationInfo {
    /// Stable name for programs.
    pub id: &'static str,
    /// The term of the field.
    pub name: Words,
    /// Where the way stands.
    pub source: super::Citation,
}

/// What a calculation comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// One figure.
    One(Figure),
    /// Several of one kind, in the order of what they are of.
    List(Vec<Figure>),
    /// Several, each with its key.
    Several(Vec<(&'static str, Figure)>),
}

/// Every [`Calculation`], its types forgotten.
pub trait AnyCalculation: Sync {
    /// What it says of itself.
    fn info(&self) -> &'static CalculationInfo;

    /// The inputs in order.
    fn inputs(&self) -> &'static [Input];

    /// The figures from numbers given in the order of the inputs.
    ///
    /// # Errors
    /// The first number that the inputs do not allow, or what [`Calculation::compute`] refuses.
    fn compute(&self, given: &[GivenNumber]) -> Result<Outcome, Fault>;
}

impl<C: Calculation> AnyCalculation for C {
    fn info(&self) -> &'static CalculationInfo {
        &C::INFO
    }

    fn inputs(&self) -> &'static [Input] {
        C::Inputs::<Figure>::INPUTS
    }

    fn compute(&self, given: &[GivenNumber]) -> Result<Outcome, Fault> {
        let numbers: Vec<(Path, f64)> = given.iter().map(|number| (number.path, number.value)).collect();
        check_inputs(self.inputs(), &[], &numbers)?;
        C::compute(&C::Inputs::build(&mut FlatInputs::new(given_figures(self.inputs(), given))))
    }
}

/// Numbers given from outside as figures, each a typed number of its own.
pub fn given_figures(inputs: &'static [Input], given: &[GivenNumber]) -> Vec<(Path, Figure)> {
    let figure = |(index, number): (usize, &GivenNumber)| {
        let unit = match spec(inputs, number.path).map(|spec| spec.measure) {
            Some(Measure::In(unit)) => unit,
            Some(Measure::Shared | Measure::SharedPerYear) | None => Unit::One,
        };
        let name = inputs.iter().find(|input| input.key == number.path.key);
        let input_quantity = InputQuantity {
            id: index as u64,
            label: number.path.to_string(),
            name: name.map_or(Words::new("", ""), |input| input.name),
        };
        (
            number.path,
            Figure::typed(Quantity::new(number.value, unit), number.u.unwrap_or(0.0), input_quantity),
        )
    };
    given.iter().enumerate().map(figure).collect()
}

impl CalculationInfo {
    /// What a metric says of itself, without its result, for what lists both.
    pub fn of_metric(info: &MetricInfo) -> CalculationInfo {
        CalculationInfo { id: info.id, name: info.name, source: info.source }
    }
}
