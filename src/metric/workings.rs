//! Figures being worked out from what may be lacking or refused, so that neither stops anything else.

use super::{
    AnyMetric, Citation, Fault, FaultKind, Figure, Input, InputSet, Measure, Metric, Path, Shape, Spec,
};
use crate::quantity::{Quantity, Unit};
use crate::text::Words;

/// A formula refused what was given for it.
#[derive(Clone, Debug)]
pub struct Refusal<At> {
    /// The row, or whatever else it was computed for.
    pub at: At,
    /// What the formula comes to.
    pub name: Words,
    /// What goes into the formula.
    pub inputs: &'static [Input],
    /// What is refused; its path names the input.
    pub fault: Fault,
}

impl<At: PartialEq> PartialEq for Refusal<At> {
    /// Name and inputs belong to the formula, so that the name says both.
    fn eq(&self, other: &Self) -> bool {
        (&self.at, self.name, &self.fault) == (&other.at, other.name, &other.fault)
    }
}

/// Computes figures and notes what is refused meanwhile, each refusal with the row it was computed for.
pub struct Workings<At> {
    /// What was refused.
    pub refusals: Vec<Refusal<At>>,
}

impl<At> Default for Workings<At> {
    fn default() -> Self {
        Workings { refusals: Vec::new() }
    }
}

impl<At> Workings<At> {
    /// The figure of a metric, or none of no inputs; a refusal is noted.
    pub fn compute<M: Metric>(
        &mut self,
        at: At,
        metric: &'static M,
        inputs: impl Into<Option<M::Inputs<Figure>>>,
    ) -> Option<Figure> {
        Figure::computed(metric, inputs.into()?).map_err(|fault| self.refuse(at, metric, fault)).ok()
    }

    /// The figure of a metric from what is known of its inputs; the first one that it cannot do without is noted as missing.
    pub fn require<M: Metric>(
        &mut self,
        at: At,
        metric: &'static M,
        inputs: M::Inputs<Option<Figure>>,
    ) -> Option<Figure> {
        let known = Known::of(metric, flat::<M>(&inputs));
        let result = match known.missing {
            Some(path) => Err(Fault::within(path, FaultKind::Missing)),
            None => Figure::of_any(metric, known.inputs),
        };
        result.map_err(|fault| self.refuse(at, metric, fault)).ok()
    }

    /// Notes that a metric refuses something.
    pub fn refuse(&mut self, at: At, metric: &'static dyn AnyMetric, fault: Fault) {
        self.refusals.push(Refusal { at, name: metric.info().name, inputs: metric.inputs(), fault });
    }
}

/// A metric with as much of its inputs as is known.
#[derive(Clone, Debug)]
pub struct PartialMetric {
    /// The metric.
    pub metric: &'static dyn AnyMetric,
    /// Its inputs, as far as known.
    pub inputs: Vec<(Path, Figure)>,
    /// The figure, or what it refuses; `None` while an input is lacking.
    pub figure: Option<Result<Figure, Fault>>,
}

impl PartialMetric {
    /// A metric with what is known of its inputs.
    pub fn of<M: Metric>(metric: &'static M, inputs: M::Inputs<Option<Figure>>) -> PartialMetric {
        PartialMetric::new(metric, flat::<M>(&inputs))
    }

    /// As [`PartialMetric::of`], of a metric without its types, by the keys of single inputs.
    pub fn by_key(metric: &'static dyn AnyMetric, known: &[(&'static str, Option<Figure>)]) -> PartialMetric {
        let figure =
            |key: &str| known.iter().find(|(name, _)| *name == key).and_then(|(_, known)| known.clone());
        let inputs = metric.inputs().iter().map(|input| (Path::to(input.key), figure(input.key))).collect();
        PartialMetric::new(metric, inputs)
    }

    fn new(metric: &'static dyn AnyMetric, inputs: Vec<(Path, Option<Figure>)>) -> PartialMetric {
        let Known { inputs, missing } = Known::of(metric, inputs);
        let figure = missing.is_none().then(|| Figure::of_any(metric, inputs.clone()));
        PartialMetric { metric, inputs, figure }
    }

    /// The figure, where there is one.
    pub fn value(&self) -> Option<Figure> {
        self.figure.clone()?.ok()
    }
}

impl PartialEq for PartialMetric {
    /// Of one metric, from the same figures.
    fn eq(&self, other: &PartialMetric) -> bool {
        (self.metric.info().id, &self.inputs) == (other.metric.info().id, &other.inputs)
    }
}

/// What is known of the inputs of a metric, usual values filled in, and the first that it cannot do without.
struct Known {
    inputs: Vec<(Path, Figure)>,
    missing: Option<Path>,
}

impl Known {
    fn of(metric: &dyn AnyMetric, given: Vec<(Path, Option<Figure>)>) -> Known {
        let mut known = Known { inputs: Vec::with_capacity(given.len()), missing: None };
        let is_shared = |path: &Path| metric.spec(*path).is_some_and(|spec| spec.measure == Measure::Shared);
        let shared = given.iter().find_map(|(path, figure)| figure.as_ref().filter(|_| is_shared(path)));
        let shared = shared.map(|figure| figure.quantity().unit);
        for (path, figure) in given {
            let input = metric.inputs().iter().find(|input| input.key == path.key);
            match figure.or_else(|| usual(input?, shared, metric.info().source)) {
                Some(figure) => known.inputs.push((path, figure)),
                None if input.is_some_and(|input| matches!(input.shape, Shape::Optional(_))) => {}
                None => known.missing = known.missing.or(Some(path)),
            }
        }
        known
    }
}

fn flat<M: Metric>(inputs: &M::Inputs<Option<Figure>>) -> Vec<(Path, Option<Figure>)> {
    let mut flat = Vec::new();
    inputs.lay_out(&mut |path, figure: &Option<Figure>| flat.push((path, figure.clone())));
    flat
}

/// The value that counts for an input where none is given, as the source of its metric has it, in the unit that the shared inputs
/// have where it is one of them.
fn usual(input: &Input, shared: Option<Unit>, source: Citation) -> Option<Figure> {
    let Shape::Number(Spec { default: Some(value), measure, .. }) = input.shape else { return None };
    let unit = match measure {
        Measure::In(unit) => unit,
        Measure::Shared | Measure::SharedPerYear => shared?,
    };
    Some(Figure::reference(Quantity::new(value, unit), input.name, source))
}
