//! The one register of metrics. The command line, the methods page and the tests go over this list.

use crate::irrigation::{
    EffectiveUseCoefficient, GrossFromNet, ProductCoefficient, RegionalCoefficient, SavingConstantGross,
    SavingConstantNet, Total, WaterPerMu,
};
use crate::metric::{
    AnyCalculation, AnyMetric, CalculationCard, Fault, Figure, GivenNumber, Input, Measure, Outcome,
    given_figures,
};
use crate::trend::{
    EqualValues, MannKendall, MannKendallP, MannKendallS, MannKendallVariance, MannKendallZ, NeededPerYear,
    SenProjection, SenSlope,
};

/// Every metric of the product.
pub static METRICS: &[&dyn AnyMetric] = &[
    &EffectiveUseCoefficient,
    &GrossFromNet,
    &ProductCoefficient,
    &RegionalCoefficient,
    &WaterPerMu,
    &Total,
    &SavingConstantNet,
    &SavingConstantGross,
    &SenSlope,
    &SenProjection,
    &NeededPerYear,
    &MannKendallS,
    &EqualValues,
    &MannKendallVariance,
    &MannKendallZ,
    &MannKendallP,
];

/// Every calculation of the product.
pub static CALCULATIONS: &[&dyn AnyCalculation] = &[&MannKendall];

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
    let metrics = METRICS.iter().copied().map(Entry::Metric);
    metrics.chain(CALCULATIONS.iter().copied().map(Entry::Calculation)).find(|entry| entry.card().id == id)
}

impl Entry {
    /// What it is called and where it stands.
    pub fn card(self) -> CalculationCard {
        match self {
            Entry::Metric(metric) => CalculationCard::of_metric(metric.card()),
            Entry::Calculation(calculation) => *calculation.card(),
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
            Entry::Metric(metric) => Some(metric.card().output.measure),
            Entry::Calculation(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::{Given, Path, Shape};
    use std::collections::HashSet;

    /// Inputs that every range of the card allows: each greater than the one before, and unevenly so, for a rule may
    /// want the second above the first, and a series no year twice.
    fn sample(metric: &dyn AnyMetric) -> Vec<(Path, f64)> {
        let row = |key, index, fields: &'static [Input]| {
            fields.iter().map(move |field| Path { key, index: Some(index), field: Some(field.key) })
        };
        let paths = metric.inputs().iter().flat_map(|input| match input.shape {
            Shape::Number(_) | Shape::Optional(_) => vec![Path::to(input.key)],
            Shape::List(_) => (0..4).map(|index| Path::item(input.key, index)).collect(),
            Shape::Rows(fields) => (0..3).flat_map(|index| row(input.key, index, fields)).collect(),
        });
        let low = |path| metric.spec(path).and_then(|spec| spec.range.low).map_or(0.0, |(low, _)| low);
        paths.enumerate().map(|(count, path)| (path, low(path) + 0.5 + 0.1 * (count as f64).sqrt())).collect()
    }

    #[test]
    fn names_are_unique_and_cards_complete() {
        let mut ids = HashSet::new();
        for metric in METRICS {
            let card = metric.card();
            assert!(ids.insert(card.id), "{} twice", card.id);
            assert!(!card.name.zh.is_empty() && !card.name.en.is_empty(), "{}", card.id);
            assert!(
                !card.source.document.zh.is_empty() && !card.source.document.en.is_empty(),
                "{}",
                card.id
            );
            for order in card.orders {
                for key in [order.lesser, order.greater] {
                    assert!(metric.inputs().iter().any(|input| input.key == key), "{}: {key}", card.id);
                }
            }
        }
    }

    #[test]
    fn the_formula_gives_the_same_value_and_slope_on_every_number_type() {
        for metric in METRICS {
            let numbers = sample(*metric);
            let value = metric.value(&numbers).expect("the sample lies in range");
            for (index, slope) in metric.sensitivities(&numbers).into_iter().enumerate() {
                let step = 1e-6;
                let mut moved = numbers.clone();
                moved[index].1 -= step;
                let Ok(lower) = metric.value(&moved) else { continue };
                let measured = (value - lower) / step;
                assert!(
                    (measured - slope).abs() < 1e-4 * slope.abs().max(1.0),
                    "{} {}: {measured} {slope}",
                    metric.card().id,
                    numbers[index].0
                );
            }
            let written = metric.written(&numbers, &|_| "0.5".to_string());
            assert!(written.symbols.contains(metric.inputs()[0].symbol) || !written.symbols.is_empty());
            assert!(written.numbers.contains("0.5"), "{}", metric.card().id);
        }
    }

    #[test]
    fn every_metric_names_what_is_missing() {
        for metric in METRICS {
            let fault = Given::Row(Vec::new()).lay_out(metric.inputs()).expect_err("nothing was given");
            assert_eq!(fault.code(), "missing_input", "{}", metric.card().id);
        }
    }
}
