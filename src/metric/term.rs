//! A number that remembers how it came about.
//!
//! A formula run on terms leaves its operations on a [`Tape`]. From the tape come the formula written in
//! symbols, the formula written in numbers, and the sensitivity of the result to every input.

use std::cell::RefCell;
use std::ops::{Add, Div, Mul, Neg, Sub};

use super::Number;
use super::number::{Function, middle};
use super::operation::{Node, Operation};
use super::writer::Writer;
use crate::numeric::{annuity_rate_slopes, order, return_rate_slopes};

/// The operations of one run of a formula, in order.
#[derive(Default)]
pub struct Tape {
    nodes: RefCell<Vec<Node>>,
}

/// A number on a [`Tape`], or a literal that has not met one yet.
#[derive(Clone, Copy)]
pub struct Term<'t> {
    value: f64,
    place: Option<(&'t Tape, usize)>,
}

impl Tape {
    /// A tape with nothing on it.
    pub fn new() -> Tape {
        Tape::default()
    }

    /// A tape with nothing on it, and room for so many steps.
    pub(super) fn with_room(steps: usize) -> Tape {
        Tape { nodes: RefCell::new(Vec::with_capacity(steps)) }
    }

    /// The input numbered `index`, with its value.
    pub fn input(&self, index: usize, value: f64) -> Term<'_> {
        self.push(value, Operation::Input(index))
    }

    /// ∂result/∂input for each of the `count` inputs, by one walk backwards over the tape.
    pub fn sensitivities(&self, result: Term<'_>, count: usize) -> Vec<f64> {
        let nodes = self.nodes.borrow();
        let mut inputs = vec![0.0; count];
        let Some((_, last)) = result.place else {
            return inputs;
        };
        let mut weights = vec![0.0; last + 1];
        weights[last] = 1.0;
        for at in (0..=last).rev() {
            let weight = weights[at];
            if weight == 0.0 {
                continue;
            }
            match nodes[at].operation {
                Operation::Input(index) => inputs[index] += weight,
                Operation::Literal => {}
                Operation::Add(a, b) => {
                    weights[a] += weight;
                    weights[b] += weight;
                }
                Operation::Sub(a, b) => {
                    weights[a] += weight;
                    weights[b] -= weight;
                }
                Operation::Mul(a, b) => {
                    weights[a] += weight * nodes[b].value;
                    weights[b] += weight * nodes[a].value;
                }
                Operation::Div(a, b) => {
                    weights[a] += weight / nodes[b].value;
                    weights[b] -= weight * nodes[at].value / nodes[b].value;
                }
                Operation::Neg(a) => weights[a] -= weight,
                Operation::Pow(a, b) => {
                    let (base, exponent) = (nodes[a].value, nodes[b].value);
                    weights[a] += weight * exponent * base.pow(exponent - 1.0);
                    // A literal exponent has no slope to ask for, and a base of zero has none.
                    if nodes[b].operation != Operation::Literal && base > 0.0 {
                        weights[b] += weight * nodes[at].value * base.ln();
                    }
                }
                Operation::Max(a, b) | Operation::Min(a, b) => {
                    let taken = if nodes[at].value == nodes[a].value { a } else { b };
                    weights[taken] += weight;
                }
                Operation::Apply(function, a) => {
                    weights[a] += weight * function.slope(nodes[a].value, nodes[at].value);
                }
                Operation::AnnuityRate(share, years) => {
                    let (by_share, by_years) = annuity_rate_slopes(nodes[at].value, nodes[years].value);
                    weights[share] += weight * by_share;
                    weights[years] += weight * by_years;
                }
                Operation::ReturnRate(ref flows) => {
                    let values: Vec<f64> = flows.iter().map(|flow| nodes[*flow].value).collect();
                    let slopes = return_rate_slopes(nodes[at].value, &values);
                    for (flow, slope) in flows.iter().zip(slopes) {
                        weights[*flow] += weight * slope;
                    }
                }
                Operation::Choose([x, limit, within, beyond]) => {
                    let taken = if nodes[x].value <= nodes[limit].value { within } else { beyond };
                    weights[taken] += weight;
                }
                Operation::Median(ref values) => {
                    let value = |at: usize| nodes[values[at]].value;
                    let order = order(values.len(), &mut |a, b| value(a).total_cmp(&value(b)));
                    let (low, high) = middle(order.len());
                    weights[values[order[low]]] += weight / 2.0;
                    weights[values[order[high]]] += weight / 2.0;
                }
            }
        }
        inputs
    }

    /// The steps that lead to the result, and the place of the result among them; none for a bare literal.
    pub fn steps(&self, result: Term<'_>) -> (Vec<Node>, Option<usize>) {
        let last = result.place.map(|(_, at)| at);
        let nodes = self.nodes.borrow();
        (nodes[..last.map_or(0, |last| last + 1)].to_vec(), last)
    }

    /// The formula as text, each input written by `input` and each literal by `literal`.
    pub fn write(
        &self,
        result: Term<'_>,
        input: &dyn Fn(usize) -> String,
        literal: &dyn Fn(f64) -> String,
    ) -> String {
        match result.place {
            Some((_, at)) => Writer { nodes: &self.nodes.borrow(), input, literal }.write(at).0,
            None => literal(result.value),
        }
    }

    fn push(&self, value: f64, operation: Operation) -> Term<'_> {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { value, operation });
        Term { value, place: Some((self, nodes.len() - 1)) }
    }

    fn place(&self, term: Term<'_>) -> usize {
        match term.place {
            Some((_, at)) => at,
            None => {
                self.push(term.value, Operation::Literal);
                self.nodes.borrow().len() - 1
            }
        }
    }
}

impl<'t> Term<'t> {
    /// The value so far.
    pub fn value(self) -> f64 {
        self.value
    }

    /// A step over any number of terms; literals that meet a tape are put on it.
    fn record(
        self,
        terms: &[Term<'t>],
        value: f64,
        operation: impl FnOnce(&[usize]) -> Operation,
    ) -> Term<'t> {
        match terms.iter().find_map(|term| term.place) {
            Some((tape, _)) => {
                let places: Vec<usize> = terms.iter().map(|term| tape.place(*term)).collect();
                tape.push(value, operation(&places))
            }
            None => Term { value, place: None },
        }
    }

    fn join(self, other: Term<'t>, value: f64, operation: fn(usize, usize) -> Operation) -> Term<'t> {
        match self.place.or(other.place) {
            Some((tape, _)) => {
                let (a, b) = (tape.place(self), tape.place(other));
                tape.push(value, operation(a, b))
            }
            None => Term { value, place: None },
        }
    }
}

impl From<f64> for Term<'_> {
    fn from(value: f64) -> Self {
        Term { value, place: None }
    }
}

impl Add for Term<'_> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.join(other, self.value + other.value, Operation::Add)
    }
}

impl Sub for Term<'_> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.join(other, self.value - other.value, Operation::Sub)
    }
}

impl Mul for Term<'_> {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        self.join(other, self.value * other.value, Operation::Mul)
    }
}

impl Div for Term<'_> {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        self.join(other, self.value / other.value, Operation::Div)
    }
}

impl Neg for Term<'_> {
    type Output = Self;
    fn neg(self) -> Self {
        match self.place {
            Some((tape, at)) => tape.push(-self.value, Operation::Neg(at)),
            None => Term { value: -self.value, place: None },
        }
    }
}

impl<'t> Number for Term<'t> {
    fn apply(self, function: Function) -> Self {
        let value = function.value(self.value);
        match self.place {
            Some((tape, at)) => tape.push(value, Operation::Apply(function, at)),
            None => Term { value, place: None },
        }
    }

    fn pow(self, exponent: Self) -> Self {
        self.join(exponent, self.value.pow(exponent.value), Operation::Pow)
    }

    fn max_of(self, other: Self) -> Self {
        self.join(other, self.value.max_of(other.value), Operation::Max)
    }

    fn min_of(self, other: Self) -> Self {
        self.join(other, self.value.min_of(other.value), Operation::Min)
    }

    fn annuity_rate(self, years: Self) -> Self {
        self.join(years, self.value.annuity_rate(years.value), Operation::AnnuityRate)
    }

    fn return_rate(flows: Vec<Self>) -> Self {
        let value = f64::return_rate(flows.iter().map(|term| term.value).collect());
        match flows.first() {
            Some(first) => first.record(&flows, value, |places| Operation::ReturnRate(places.to_vec())),
            None => Term::from(value),
        }
    }

    fn choose(self, limit: Self, within: Self, beyond: Self) -> Self {
        let value = self.value.choose(limit.value, within.value, beyond.value);
        self.record(&[self, limit, within, beyond], value, |places| {
            Operation::Choose([places[0], places[1], places[2], places[3]])
        })
    }

    fn median(values: Vec<Self>) -> Self {
        let value = f64::median(values.iter().map(|term| term.value).collect());
        match values.first() {
            Some(first) => first.record(&values, value, |places| Operation::Median(places.to_vec())),
            None => Term::from(value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(tape: &Tape, term: Term<'_>) -> String {
        tape.write(term, &|index| ["a", "b", "c", "d", "e", "f"][index].to_string(), &|value| {
            value.to_string()
        })
    }

    #[test]
    fn writes_what_was_computed_with_the_brackets_it_needs() {
        let tape = Tape::new();
        let [a, b, c] = [tape.input(0, 2.0), tape.input(1, 3.0), tape.input(2, 4.0)];
        for (term, expected, value) in [
            (a / b, "a / b", 2.0 / 3.0),
            (a / (b * c), "a / (b·c)", 2.0 / 12.0),
            ((a + b) * c, "(a + b)·c", 20.0),
            (a - (b - c), "a − (b − c)", 3.0),
            (a * (Term::from(1.0) - b / c), "a·(1 − b / c)", 0.5),
            (a / b / c, "a / b / c", 2.0 / 3.0 / 4.0),
            (a * (b / c), "a·b / c", 1.5),
            (-(a + b), "−(a + b)", -5.0),
        ] {
            assert_eq!(text(&tape, term), expected);
            assert_eq!(term.value(), value, "{expected}");
        }
    }

    #[test]
    fn a_long_sum_is_shown_by_its_ends() {
        let tape = Tape::new();
        let terms = (0..6).map(|index| tape.input(index, index as f64));
        assert_eq!(text(&tape, Term::sum(terms)), "a + b + … + f");
    }

    #[test]
    fn functions_and_cases_are_written_as_the_field_writes_them() {
        let tape = Tape::new();
        let [a, b] = [tape.input(0, 2.0), tape.input(1, 3.0)];
        for (term, expected) in [
            (a.pow(b), "a^b"),
            ((a + b).pow(Term::from(0.5)), "(a + b)^0.5"),
            (-a.pow(b), "−a^b"),
            (a * b.pow(a), "a·b^a"),
            ((a / b).cos(), "cos(a / b)"),
            ((a - b).max_of(Term::from(0.0)), "max(a − b, 0)"),
            (a.choose(b, a * b, a + b), "a·b"),
            (b.choose(a, a * b, a + b), "a + b"),
            (Term::median(vec![a, b, a * b]), "median(a, b, a·b)"),
            ((a / b).annuity_rate(b), "irr(a / b, b)"),
            (Term::return_rate(vec![-a, b]), "irr(−a, b)"),
        ] {
            assert_eq!(text(&tape, term), expected);
        }
    }

    #[test]
    fn every_operation_knows_its_slopes() {
        type Formula = for<'t> fn([Term<'t>; 2]) -> Term<'t>;
        let formulas: [Formula; 17] = [
            |[a, b]| a.pow(b),
            |[a, b]| (a * b).exp(),
            |[a, b]| (a + b).ln(),
            |[a, b]| (a / b).sqrt(),
            |[a, b]| (a * b).sin() + (a - b).cos() + a.tan(),
            |[a, b]| (a / b).acos(),
            |[a, b]| (a * b).erfc() + (a - b).sign(),
            |[a, b]| (a * a).max_of(b),
            |[a, b]| (a * a).min_of(b),
            |[a, b]| a.choose(b, a * b, a),
            |[a, b]| b.choose(a, a * b, a),
            |[a, b]| Term::median(vec![a * b, a, b, a + b]),
            |[a, b]| Term::median(vec![b, a, a * a]),
            |[a, b]| a.annuity_rate(b * b * b),
            |[a, b]| (a * a).annuity_rate(b),
            |[a, b]| Term::return_rate(vec![-a, b, a * b]),
            |[a, b]| Term::return_rate(vec![a, -a * b, -b, -a]),
        ];
        let (at, step) = ([0.7, 1.3], 1e-6);
        for (index, formula) in formulas.iter().enumerate() {
            let value = |moved: [f64; 2]| {
                let tape = Tape::new();
                formula([tape.input(0, moved[0]), tape.input(1, moved[1])]).value()
            };
            let tape = Tape::new();
            let result = formula([tape.input(0, at[0]), tape.input(1, at[1])]);
            let slopes = tape.sensitivities(result, 2);
            for input in 0..2 {
                let (mut low, mut high) = (at, at);
                low[input] -= step;
                high[input] += step;
                let measured = (value(high) - value(low)) / (2.0 * step);
                assert!((measured - slopes[input]).abs() < 1e-6, "{index}: {measured} {slopes:?}");
            }
        }
    }

    #[test]
    fn sensitivities_are_the_partial_derivatives() {
        let tape = Tape::new();
        let (a, b) = (tape.input(0, 2.0), tape.input(1, 4.0));
        assert_eq!(tape.sensitivities(a / b, 2), vec![0.25, -0.125]);
        assert_eq!(tape.sensitivities(a * a * b - a, 2), vec![15.0, 4.0]);
        assert_eq!(tape.sensitivities(Term::from(5.0), 2), vec![0.0, 0.0]);
    }
}
