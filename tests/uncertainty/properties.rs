//! Laws of uncertainty for whatever numbers.

use proptest::prelude::*;
use water_ledger::uncertainty::{
    CHUNK, Coverage, Distribution, Probability, Program, Simulation, SimulationOutcome, Validation,
};

use crate::uncertainty::model::{Known, figure, model};

// Σ wᵢ·xᵢ: weights, which are certain, and numbers take turns.
model!(Weighted, |x, n| water_ledger::metric::Number::sum(x.chunks(2).map(|pair| pair[0] * pair[1])));

fn any_shape() -> impl Strategy<Value = Distribution> {
    prop_oneof![
        Just(Distribution::Normal),
        Just(Distribution::Rectangular),
        Just(Distribution::Triangular),
        Just(Distribution::Arcsine),
        (0.0..=1.0f64).prop_map(|top| Distribution::Trapezoid { top }),
        (0.0..=1.0f64).prop_map(|inexactness| Distribution::InexactRectangular { inexactness }),
        (8.0..50.0f64).prop_map(|nu| Distribution::StudentT { nu }),
    ]
}

/// Weights and numbers of one size, so that the result is no longer any single shape.
fn any_terms() -> impl Strategy<Value = Vec<Known>> {
    let term = (-3.0..3.0f64, -100.0..100.0f64, 0.1..5.0f64, any_shape());
    let pair = term.prop_map(|(weight, estimate, u, shape)| {
        [Known(weight, 0.0, Distribution::Normal), Known(estimate, u, shape)]
    });
    prop::collection::vec(pair, 1..8).prop_map(|pairs| pairs.concat())
}

fn outcome(known: &[Known], draws: usize, seed: u64) -> SimulationOutcome {
    let (sum, shapes) = figure(&Weighted, known);
    let simulation = Simulation::new(&sum, &shapes, draws, seed).expect("something uncertain");
    simulation.finish(Probability::P95).expect("finite draws")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn first_order_and_draws_agree_on_what_is_linear(known in any_terms(), seed in any::<u64>()) {
        let (sum, shapes) = figure(&Weighted, &known);
        let draws = 2 * CHUNK;
        let outcome = outcome(&known, draws, seed);
        // Six standard errors, for there are many cases; no shape has a kurtosis above 4.5.
        let (root, u) = ((draws as f64).sqrt(), sum.u());
        prop_assert!((outcome.mean - sum.value()).abs() <= 6.0 * u / root, "{} {}", outcome.mean, sum.value());
        prop_assert!((outcome.u - u).abs() <= 6.0 * u * (3.5f64 / 4.0).sqrt() / root, "{} {u}", outcome.u);
        prop_assert_eq!(outcome.failed, 0);
        prop_assert_eq!(Program::of(&sum).at_estimates().to_bits(), sum.value().to_bits());
        let first_order = Coverage::of(&sum, &shapes, Probability::P95).interval;
        prop_assert!(first_order.low < sum.value() && sum.value() < first_order.high);
        let symmetric = outcome.symmetric;
        prop_assert!(outcome.shortest.high - outcome.shortest.low <= symmetric.high - symmetric.low);
        let validated = Validation::of(symmetric, symmetric, outcome.u, 2);
        prop_assert!(matches!(validated, Validation::Agrees(_)), "an interval agrees with itself");
    }

    #[test]
    fn a_power_of_two_scales_the_outcome_to_the_bit(
        known in any_terms(),
        power in -20..20i32,
        seed in any::<u64>(),
    ) {
        let times = 2f64.powi(power);
        let scale = |known: &Known| match known.1 {
            0.0 => *known,
            _ => Known(known.0 * times, known.1 * times, known.2),
        };
        let one = outcome(&known, 1000, seed);
        let other = outcome(&known.iter().map(scale).collect::<Vec<_>>(), 1000, seed);
        prop_assert_eq!(other.mean, times * one.mean);
        prop_assert_eq!(other.u, times * one.u);
        prop_assert_eq!(other.symmetric.low, times * one.symmetric.low);
        prop_assert_eq!(other.shortest.high, times * one.shortest.high);
    }

    #[test]
    fn a_wider_probability_is_a_wider_interval(known in any_terms(), p in 0.05..0.99f64, more in 0.001..0.009f64) {
        let (sum, shapes) = figure(&Weighted, &known);
        let at = |p| Coverage::of(&sum, &shapes, Probability::new(p).expect("a probability"));
        let (narrow, wide) = (at(p), at(p + more));
        prop_assert!(narrow.k < wide.k && narrow.interval.low > wide.interval.low);
        prop_assert_eq!(narrow.nu, wide.nu);
    }
}
