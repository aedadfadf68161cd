//! 数值, a figure: a value with its unit, its uncertainty and everything it was made from.

use std::sync::Arc;

use super::contribution::{Carried, Contribution};
use super::flag::{Flag, flags};
use super::{
    AnyMetric, Citation, Digits, Fault, FaultKind, FormulaText, InputSet, Measure, Metric, MetricInfo, Node,
    Path, Status,
};
use crate::numeric::significant;
use crate::quantity::{Quantity, Unit};
use crate::text::{Words, grouped};

/// A value that can explain itself. Cloning shares.
#[derive(Clone)]
pub struct Figure(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    quantity: Quantity,
    contributions: Vec<Contribution>,
    origin: Origin,
    flags: Vec<Flag>,
}

/// How a computed figure came about.
pub struct Derivation<'f> {
    /// The metric: what it says of itself, and the symbols of its inputs.
    pub metric: &'static dyn AnyMetric,
    /// The formula in symbols and in numbers.
    pub written: FormulaText,
    /// What went in, in the order of the metric's fields.
    pub inputs: &'f [(Path, Figure)],
}

/// A computed figure as the steps of its formula, for whoever runs it again with other numbers.
pub struct Steps<'f> {
    /// The steps in order, with their values; an [`super::Operation::Input`] counts in `inputs`.
    pub nodes: Vec<Node>,
    /// Which step is the result.
    pub result: usize,
    /// What goes in, and what its number is multiplied with and then divided by to be in the unit of the formula.
    pub inputs: Vec<(&'f Figure, (f64, f64))>,
}

/// Where a figure comes from.
#[derive(Clone)]
pub enum Origin {
    /// Typed by a person.
    Typed(InputQuantity),
    /// Taken from the catalogue.
    Reference {
        /// What it is.
        name: Words,
        /// Where it stands.
        source: Citation,
    },
    /// Computed from other figures.
    Computed {
        /// The formula.
        metric: &'static dyn AnyMetric,
        /// What went in, in the order of the metric's fields.
        inputs: Vec<(Path, Figure)>,
    },
}

/// What a typed number is called, and its identity: figures that share one are correlated through it.
#[derive(Clone, Debug, PartialEq)]
pub struct InputQuantity {
    /// Identity, unique among the typed numbers that meet in one figure.
    pub id: u64,
    /// What a person would call it, such as the district's name.
    pub label: String,
    /// The term of the field.
    pub name: Words,
}

impl Figure {
    /// A typed number with its standard uncertainty, 0 when nothing is known of it.
    pub fn typed(quantity: impl Into<Quantity>, u: f64, input_quantity: InputQuantity) -> Figure {
        let contributions =
            if u > 0.0 { vec![Contribution { input_id: input_quantity.id, amount: u }] } else { Vec::new() };
        Figure::new(quantity.into(), contributions, Origin::Typed(input_quantity), Vec::new())
    }

    /// A number of the catalogue.
    pub fn reference(quantity: impl Into<Quantity>, name: Words, source: Citation) -> Figure {
        let flags = if source.status.is_verified() { Vec::new() } else { vec![Flag::Unverified] };
        Figure::new(quantity.into(), Vec::new(), Origin::Reference { name, source }, flags)
    }

    /// A number of the catalogue that is known within limits only: with its standard uncertainty and, as [`Figure::typed`], an identity.
    pub fn estimate(
        quantity: impl Into<Quantity>,
        (input_id, u): (u64, f64),
        name: Words,
        source: Citation,
    ) -> Figure {
        let mut figure = Figure::reference(quantity, name, source);
        if u > 0.0 {
            Arc::make_mut(&mut figure.0).contributions.push(Contribution { input_id, amount: u });
        }
        figure
    }

    /// The figure of a metric from the figures that go into it.
    ///
    /// # Errors
    /// The first input that the metric's ranges or its check refuse.
    pub fn computed<M: Metric>(metric: &'static M, inputs: M::Inputs<Figure>) -> Result<Figure, Fault> {
        let mut leaves: Vec<(Path, Figure)> = Vec::new();
        inputs.lay_out(&mut |path, figure| leaves.push((path, figure.clone())));
        Figure::of_any(metric, leaves)
    }

    /// As [`Figure::computed`], of a metric without its types; the inputs come in the order of its fields.
    ///
    /// # Errors
    /// The first input that the metric's ranges or its check refuse.
    pub fn of_any(metric: &'static dyn AnyMetric, leaves: Vec<(Path, Figure)>) -> Result<Figure, Fault> {
        match Figure::worked_out(metric, &leaves) {
            Ok((quantity, contributions, flags)) => {
                Ok(Figure::new(quantity, contributions, Origin::Computed { metric, inputs: leaves }, flags))
            }
            Err(fault) => Err(Fault { input_id: typed_at(fault.at, &leaves), ..fault }),
        }
    }

    fn worked_out(
        metric: &'static dyn AnyMetric,
        leaves: &[(Path, Figure)],
    ) -> Result<(Quantity, Vec<Contribution>, Vec<Flag>), Fault> {
        let unit = shared_unit(metric, leaves);
        let numbers = numbers(metric, leaves, unit)?;
        let most = leaves.iter().map(|(_, figure)| figure.contributions().len()).sum();
        let (value, contributions) = if most == 0 {
            (metric.value(&numbers)?, Vec::new())
        } else {
            let (value, sensitivities) = metric.value_and_sensitivities(&numbers)?;
            (value, carried(metric, leaves, &sensitivities, unit, most))
        };
        if !u_of(&contributions).is_finite() {
            let uncertain = leaves.iter().find(|(_, figure)| !figure.contributions().is_empty());
            let at = uncertain.map_or(Path::to(""), |(path, _)| *path);
            return Err(Fault::within(at, FaultKind::Overflow));
        }
        let of_inputs = leaves.iter().flat_map(|(_, figure)| figure.flags()).copied();
        let flags = flags(metric.info(), value, of_inputs);
        Ok((Quantity::new(value, output_unit(metric.info(), unit)), contributions, flags))
    }

    fn new(quantity: Quantity, contributions: Vec<Contribution>, origin: Origin, flags: Vec<Flag>) -> Figure {
        Figure(Arc::new(Inner { quantity, contributions, origin, flags }))
    }

    /// Value and unit.
    pub fn quantity(&self) -> Quantity {
        self.0.quantity
    }

    /// The value, in the unit of [`Figure::quantity`].
    pub fn value(&self) -> f64 {
        self.0.quantity.value
    }

    /// ±, the standard uncertainty by first-order propagation from the typed numbers; 0 when nothing is known.
    pub fn u(&self) -> f64 {
        u_of(&self.0.contributions)
    }

    /// How much each typed number adds to the uncertainty.
    pub fn contributions(&self) -> &[Contribution] {
        &self.0.contributions
    }

    /// Where it comes from.
    pub fn origin(&self) -> &Origin {
        &self.0.origin
    }

    /// What a reader should know beside the value.
    pub fn flags(&self) -> &[Flag] {
        &self.0.flags
    }

    /// The same figure, of which it is known that something that should have gone in is missing. All that is computed from it
    /// says so too.
    pub fn incomplete(mut self) -> Figure {
        if !self.is_incomplete() {
            Arc::make_mut(&mut self.0).flags.push(Flag::Incomplete);
        }
        self
    }

    /// [`Figure::incomplete`] where that is so.
    pub fn incomplete_if(self, lacks: bool) -> Figure {
        if lacks { self.incomplete() } else { self }
    }

    /// Whether something that should have gone in is missing.
    pub fn is_incomplete(&self) -> bool {
        self.0.flags.contains(&Flag::Incomplete)
    }

    /// What it is called.
    pub fn name(&self) -> Words {
        match self.origin() {
            Origin::Typed(input_quantity) => input_quantity.name,
            Origin::Reference { name, .. } => *name,
            Origin::Computed { metric, .. } => metric.info().name,
        }
    }

    /// The number as people read it: a computed one rounded, a typed one with the digits it came with.
    pub fn shown(&self) -> String {
        match self.origin() {
            Origin::Computed { metric, inputs } => {
                let parts = inputs.iter().map(|(_, part)| part.shown_in(self.quantity().unit));
                metric.info().output.digits.show_with_parts(self.value(), parts)
            }
            _ => grouped(self.value()),
        }
    }

    /// The number in a unit, in another than its own to six digits or more; `None` where that measures something else.
    pub fn shown_in(&self, unit: Unit) -> Option<String> {
        if self.quantity().unit == unit {
            return Some(self.shown());
        }
        let digits = self.shown().chars().filter(char::is_ascii_digit).count() as u32;
        Some(grouped(significant(self.quantity().to(unit)?.value, digits.max(6))))
    }

    /// What the figure is about, such as a district, when everything it rests on is about the same.
    pub fn subject(&self) -> Option<&str> {
        match self.origin() {
            Origin::Typed(input_quantity) => Some(&input_quantity.label),
            Origin::Reference { .. } => None,
            Origin::Computed { inputs, .. } => {
                let mut subjects = inputs.iter().map(|(_, figure)| figure.subject());
                let first = subjects.next()??;
                subjects.all(|subject| subject == Some(first)).then_some(first)
            }
        }
    }

    /// How it was computed, for a computed figure.
    pub fn derivation(&self) -> Option<Derivation<'_>> {
        let Origin::Computed { metric, inputs } = self.origin() else {
            return None;
        };
        let numbers = numbers(*metric, inputs, shared_unit(*metric, inputs)).ok()?;
        // A number that the formula takes in another unit is written as the formula takes it: 46 % as 0.46.
        let text = |index: usize| match (inputs.get(index), numbers.get(index)) {
            (Some((_, figure)), Some((_, number))) if figure.value() == *number => figure.shown(),
            (_, Some((_, number))) => Digits::Significant(CONVERTED).show(*number),
            _ => String::new(),
        };
        Some(Derivation { metric: *metric, written: metric.written(&numbers, &text), inputs })
    }

    /// The steps of its formula, for a computed figure that depends on its inputs.
    pub fn steps(&self) -> Option<Steps<'_>> {
        let Origin::Computed { metric, inputs } = self.origin() else {
            return None;
        };
        let shared = shared_unit(*metric, inputs);
        let ratio = |(path, figure): &'_ (Path, Figure)| {
            Unit::ratio(figure.quantity().unit, unit_at(*metric, *path, shared))
        };
        let ratios: Vec<(f64, f64)> = inputs.iter().map(ratio).collect::<Option<_>>()?;
        let (nodes, result) = metric.steps(&numbers(*metric, inputs, shared).ok()?);
        let inputs = inputs.iter().map(|(_, figure)| figure).zip(ratios).collect();
        Some(Steps { nodes, result: result?, inputs })
    }

    /// The same number for the same shared figure, however often it was cloned, while one of them lives.
    pub fn identity(&self) -> usize {
        Arc::as_ptr(&self.0) as usize
    }

    /// The name of the metric, for a computed figure.
    pub fn metric_id(&self) -> Option<&'static str> {
        match self.origin() {
            Origin::Computed { metric, .. } => Some(metric.info().id),
            Origin::Typed(_) | Origin::Reference { .. } => None,
        }
    }

    /// The status of the figure's own formula or source.
    pub fn status(&self) -> Option<Status> {
        match self.origin() {
            Origin::Typed(_) => None,
            Origin::Reference { source, .. } => Some(source.status),
            Origin::Computed { metric, .. } => Some(metric.info().source.status),
        }
    }
}

impl PartialEq for Figure {
    /// Equal in what is shown and how it came about; the same shared figure is equal at once.
    fn eq(&self, other: &Figure) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
            || (self.0.quantity == other.0.quantity
                && self.0.flags == other.0.flags
                && self.0.contributions == other.0.contributions
                && same_origin(&self.0.origin, &other.0.origin))
    }
}

impl std::fmt::Debug for Figure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {:?}", self.name().en, self.0.quantity)
    }
}

fn same_origin(a: &Origin, b: &Origin) -> bool {
    match (a, b) {
        (Origin::Typed(a), Origin::Typed(b)) => a == b,
        (Origin::Reference { name: a, source: s }, Origin::Reference { name: b, source: t }) => {
            a == b && s == t
        }
        (Origin::Computed { metric: a, inputs: s }, Origin::Computed { metric: b, inputs: t }) => {
            a.info().id == b.info().id && s == t
        }
        _ => false,
    }
}

/// The typed number at an input.
fn typed_at(path: Path, leaves: &[(Path, Figure)]) -> Option<u64> {
    match leaves.iter().find(|(other, _)| *other == path)?.1.origin() {
        Origin::Typed(input_quantity) => Some(input_quantity.id),
        Origin::Reference { .. } | Origin::Computed { .. } => None,
    }
}

/// The digits of a number that was brought to another unit: enough for any that is typed.
const CONVERTED: u32 = 8;

/// The unit that the shared inputs are brought to: that of the first of them.
fn shared_unit(metric: &dyn AnyMetric, leaves: &[(Path, Figure)]) -> Unit {
    leaves
        .iter()
        .find(|(path, _)| metric.spec(*path).is_some_and(|spec| spec.measure == Measure::Shared))
        .map_or(Unit::One, |(_, figure)| figure.quantity().unit)
}

fn unit_at(metric: &dyn AnyMetric, path: Path, shared: Unit) -> Unit {
    match metric.spec(path).map(|spec| spec.measure) {
        Some(Measure::In(unit)) => unit,
        _ => shared,
    }
}

fn in_unit_of(metric: &dyn AnyMetric, path: Path, quantity: Quantity, shared: Unit) -> Result<f64, Fault> {
    quantity
        .to(unit_at(metric, path, shared))
        .map(|quantity| quantity.value)
        .ok_or(Fault::within(path, FaultKind::OtherDimension))
}

fn numbers(
    metric: &dyn AnyMetric,
    leaves: &[(Path, Figure)],
    shared: Unit,
) -> Result<Vec<(Path, f64)>, Fault> {
    let number = |(path, figure): &(Path, Figure)| {
        in_unit_of(metric, *path, figure.quantity(), shared).map(|number| (*path, number))
    };
    leaves.iter().map(number).collect()
}

fn output_unit(info: &MetricInfo, shared: Unit) -> Unit {
    match info.output.measure {
        Measure::In(unit) => unit,
        Measure::Shared => shared,
        Measure::SharedPerYear => shared.per_year(),
    }
}

fn u_of(contributions: &[Contribution]) -> f64 {
    contributions.iter().map(|c| c.amount * c.amount).sum::<f64>().sqrt()
}

/// The inputs' contributions, `most` of them at most, seen through the formula; those of one typed number add up before
/// they are squared.
fn carried(
    metric: &dyn AnyMetric,
    leaves: &[(Path, Figure)],
    sensitivities: &[f64],
    shared: Unit,
    most: usize,
) -> Vec<Contribution> {
    let mut carried = Carried::with_room(most);
    for ((path, figure), sensitivity) in leaves.iter().zip(sensitivities) {
        // The input may have been brought to another unit on its way in.
        let scale =
            in_unit_of(metric, *path, Quantity::new(1.0, figure.quantity().unit), shared).unwrap_or(1.0);
        for contribution in figure.contributions() {
            carried.add(contribution.input_id, sensitivity * scale * contribution.amount);
        }
    }
    carried.all
}
