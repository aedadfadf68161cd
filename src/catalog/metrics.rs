//! The one register of metrics. The command line, the methods page and the tests go over this list.

use crate::irrigation::{
    EffectiveUseCoefficient, GrossFromNet, ProductCoefficient, RegionalCoefficient, SavingConstantGross,
    SavingConstantNet, Total, WaterPerMu,
};
use crate::metric::AnyMetric;

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
];

/// The metric of a name.
pub fn metric(id: &str) -> Option<&'static dyn AnyMetric> {
    METRICS.iter().copied().find(|metric| metric.card().id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::{Given, Path, Shape};
    use std::collections::HashSet;

    /// Inputs that every range of the card allows.
    fn sample(metric: &dyn AnyMetric) -> Vec<(Path, f64)> {
        let mut numbers = Vec::new();
        for input in metric.inputs() {
            match input.shape {
                Shape::Number(_) => numbers.push((Path::to(input.key), 0.5)),
                Shape::List(_) => numbers.extend((0..3).map(|index| (Path::item(input.key, index), 0.5))),
                Shape::Rows(fields) => numbers.extend((0..3).flat_map(|index| {
                    fields.iter().map(move |field| {
                        (Path { key: input.key, index: Some(index), field: Some(field.key) }, 0.5)
                    })
                })),
            }
        }
        numbers
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
                    (measured - slope).abs() < 1e-4,
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
            let fault = Given::Row(Vec::new()).lay_out(*metric).expect_err("nothing was given");
            assert_eq!(fault.code(), "missing_input", "{}", metric.card().id);
        }
    }
}
