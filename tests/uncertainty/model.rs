//! Formulas that stand in the examples only, as metrics of any number of plain inputs.

use water_ledger::metric::{
    Citation, Figure, FlatInputs, Input, InputQuantity, InputSet, Path, Shape, Status, in_unit,
};
use water_ledger::quantity::{Quantity, Unit};
use water_ledger::text::Words;
use water_ledger::uncertainty::{Distribution, Interval, Probability, Simulation, SimulationOutcome};

pub const DRAWS: usize = 1_000_000;
pub const SEED: u64 = 1;

pub const NAME: Words = Words::new("例", "example");
pub const SOURCE: Citation =
    Citation { document: NAME, clause: "", copy: "", edition: "", status: Status::Verified };

/// A list of numbers.
pub struct Numbers<N> {
    pub x: Vec<N>,
}

impl<N> InputSet<N> for Numbers<N> {
    const INPUTS: &'static [Input] =
        &[Input { key: "x", symbol: "x", name: NAME, shape: Shape::List(in_unit(Unit::One)) }];

    fn lay_out<'a>(&'a self, each: &mut dyn FnMut(Path, &'a N)) {
        self.x.iter().enumerate().for_each(|(index, number)| each(Path::item("x", index), number));
    }

    fn build(values: &mut FlatInputs<N>) -> Self {
        let mut x = Vec::new();
        while values.continues("x", x.len()) {
            x.push(values.one());
        }
        Numbers { x }
    }
}

/// Defines a metric of plain inputs.
macro_rules! model {
    ($name:ident, |$x:ident, $n:ident| $formula:expr) => {
        pub struct $name;

        impl water_ledger::metric::Metric for $name {
            type Inputs<N> = $crate::uncertainty::model::Numbers<N>;

            const INFO: water_ledger::metric::MetricInfo = water_ledger::metric::MetricInfo {
                id: stringify!($name),
                name: $crate::uncertainty::model::NAME,
                output: water_ledger::metric::Output {
                    symbol: "y",
                    measure: water_ledger::metric::Measure::In(water_ledger::quantity::Unit::One),
                    digits: water_ledger::metric::Digits::Significant(6),
                    plausible: None,
                },
                upper_bounds: &[],
                source: $crate::uncertainty::model::SOURCE,
            };

            fn formula<N: water_ledger::metric::Number>(
                inputs: &$crate::uncertainty::model::Numbers<N>,
            ) -> N {
                let $x = &inputs.x;
                #[allow(unused_variables, reason = "not every formula has numbers of its own")]
                let $n = |literal: f64| N::from(literal);
                $formula
            }
        }
    };
}
pub(crate) use model;

/// What is known of an input: estimate, standard uncertainty, shape.
#[derive(Clone, Copy, Debug)]
pub struct Known(pub f64, pub f64, pub Distribution);

pub fn normal(estimate: f64, u: f64) -> Known {
    Known(estimate, u, Distribution::Normal)
}

/// An input whose shape has limits, by its half width.
pub fn within(estimate: f64, half_width: f64, shape: Distribution) -> Known {
    Known(estimate, shape.standard_uncertainty(half_width).expect("a width"), shape)
}

/// The figure of a model, and the shapes of its typed numbers, which are numbered in order.
pub fn figure<M>(model: &'static M, known: &[Known]) -> (Figure, Vec<(u64, Distribution)>)
where
    M: for<'a> water_ledger::metric::Metric<Inputs<Figure> = Numbers<Figure>>,
{
    let typed = |(id, known): (usize, &Known)| {
        let input_quantity = InputQuantity { id: id as u64, label: format!("x{id}"), name: NAME };
        Figure::typed(Quantity::new(known.0, Unit::One), known.1, input_quantity)
    };
    let x = known.iter().enumerate().map(typed).collect();
    let shapes = known.iter().enumerate().map(|(id, known)| (id as u64, known.2)).collect();
    (Figure::computed(model, Numbers { x }).expect("an allowed example"), shapes)
}

pub fn drawn(figure: &Figure, shapes: &[(u64, Distribution)]) -> SimulationOutcome {
    let simulation = Simulation::new(figure, shapes, DRAWS, SEED).expect("something uncertain");
    simulation.finish(Probability::P95).expect("finite draws")
}

pub fn assert_near(found: f64, expected: f64, tolerance: f64, place: &str) {
    assert!((found - expected).abs() <= tolerance, "{place}: {found}, expected {expected} ± {tolerance}");
}

pub fn assert_interval(found: Interval, expected: (f64, f64), tolerance: f64, place: &str) {
    assert_near(found.low, expected.0, tolerance, place);
    assert_near(found.high, expected.1, tolerance, place);
}

/// Four standard errors: of the mean, of u for a result with kurtosis κ, of the end of a 95 % interval of a normal result.
pub fn of_mean(u: f64) -> f64 {
    4.0 * u / (DRAWS as f64).sqrt()
}

pub fn of_u(u: f64, kurtosis: f64) -> f64 {
    4.0 * u * ((kurtosis - 1.0) / (4.0 * DRAWS as f64)).sqrt()
}

pub fn of_end(u: f64) -> f64 {
    of_quantile(0.025, 0.0584 / u)
}

/// Of a quantile where the density is known.
pub fn of_quantile(p: f64, density: f64) -> f64 {
    4.0 * (p * (1.0 - p) / DRAWS as f64).sqrt() / density
}
