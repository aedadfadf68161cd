//! What a program can ask for by name: metrics and calculations.

use super::metric_names::published;
use super::metrics::{CALCULATIONS, METRICS};
use crate::metric::{
    AnyCalculation, AnyMetric, CalculationInfo, Fault, Figure, GivenNumber, Input, Measure, Outcome,
    given_figures,
};

/// What a program can ask for by name.
#[derive(Clone, Copy)]
pub enum Entry {
    /// One formula.
    Metric(&'static dyn AnyMetric),
    /// A way through several.
    Calculation(&'static dyn AnyCalculation),
}

/// The metric or calculation of a name.
pub fn entry(id: &str) -> Option<Entry> {
    let id = published(id);
    let metrics = METRICS.iter().copied().map(Entry::Metric);
    metrics.chain(CALCULATIONS.iter().copied().map(Entry::Calculation)).find(|entry| entry.info().id == id)
}

impl Entry {
    /// What it is called and where it stands.
    pub fn info(self) -> CalculationInfo {
        match self {
            Entry::Metric(metric) => CalculationInfo::of_metric(metric.info()),
            Entry::Calculation(calculation) => *calculation.info(),
        }
    }

    /// The inputs in order.
    pub fn inputs(self) -> &'static [Input] {
        match self {
            Entry::Metric(metric) => metric.inputs(),
            Entry::Calculation(calculation) => calculation.inputs(),
        }
    }

    /// What the numbers, given in the order of the inputs, come to.
    ///
    /// # Errors
    /// The first number that is refused.
    pub fn compute(self, given: &[GivenNumber]) -> Result<Outcome, Fault> {
        match self {
            Entry::Metric(metric) => {
                Figure::of_any(metric, given_figures(metric.inputs(), given)).map(Outcome::One)
            }
            Entry::Calculation(calculation) => calculation.compute(given),
        }
    }

    /// Whether the result is in whatever unit the inputs had.
    pub fn has_shared_unit(self) -> bool {
        matches!(self.measure(), Some(Measure::Shared | Measure::SharedPerYear))
    }

    /// Whether the result is that unit by the year.
    pub fn is_per_year(self) -> bool {
        self.measure() == Some(Measure::SharedPerYear)
    }

    fn measure(self) -> Option<Measure> {
        match self {
            Entry::Metric(metric) => Some(metric.info().output.measure),
            Entry::Calculation(_) => None,
        }
    }
}
