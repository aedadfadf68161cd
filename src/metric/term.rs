//! A number that remembers how it came about.
//!
//! A formula run on terms leaves its operations on a [`Tape`]. From the tape come the formula written in
//! symbols, the formula written in numbers, and the sensitivity of the result to every input.

use std::cell::RefCell;
use std::ops::{Add, Div, Mul, Neg, Sub};

use super::Number;

/// The operations of one run of a formula, in order.
#[derive(Default)]
pub struct Tape {
    nodes: RefCell<Vec<Node>>,
}

#[derive(Clone, Copy)]
struct Node {
    value: f64,
    operation: Operation,
}

#[derive(Clone, Copy)]
enum Operation {
    Input(usize),
    Literal,
    Add(usize, usize),
    Sub(usize, usize),
    Mul(usize, usize),
    Div(usize, usize),
    Neg(usize),
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
            }
        }
        inputs
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

impl Number for Term<'_> {}

/// How tightly an operation binds; a looser one inside a tighter one needs brackets.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Binding {
    Sum,
    Product,
    Sign,
    Atom,
}

struct Writer<'w> {
    nodes: &'w [Node],
    input: &'w dyn Fn(usize) -> String,
    literal: &'w dyn Fn(f64) -> String,
}

impl Writer<'_> {
    fn write(&self, at: usize) -> (String, Binding) {
        match self.nodes[at].operation {
            Operation::Input(index) => ((self.input)(index), Binding::Atom),
            Operation::Literal => ((self.literal)(self.nodes[at].value), Binding::Atom),
            Operation::Add(..) => (self.chain(at, " + ", Binding::Sum), Binding::Sum),
            Operation::Mul(..) => (self.chain(at, "·", Binding::Product), Binding::Product),
            Operation::Sub(a, b) => {
                let text = format!("{} − {}", self.inside(a, Binding::Sum), self.inside(b, Binding::Product));
                (text, Binding::Sum)
            }
            Operation::Div(a, b) => {
                let text =
                    format!("{} / {}", self.inside(a, Binding::Product), self.inside(b, Binding::Sign));
                (text, Binding::Product)
            }
            Operation::Neg(a) => (format!("−{}", self.inside(a, Binding::Atom)), Binding::Sign),
        }
    }

    fn inside(&self, at: usize, needed: Binding) -> String {
        let (text, binding) = self.write(at);
        if binding < needed { format!("({text})") } else { text }
    }

    /// A run of additions or multiplications; a long one keeps its first two links and its last.
    fn chain(&self, at: usize, sign: &str, binding: Binding) -> String {
        let mut links = Vec::new();
        let mut left = at;
        while let (Operation::Add(a, b), Binding::Sum) | (Operation::Mul(a, b), Binding::Product) =
            (self.nodes[left].operation, binding)
        {
            links.push(b);
            left = a;
        }
        links.push(left);
        links.reverse();
        let needed = if links.len() > 1 && binding == Binding::Product { Binding::Product } else { binding };
        let write = |link: &usize| self.inside(*link, needed);
        match links.as_slice() {
            [first, second, .., last] if links.len() > 4 => {
                format!("{}{sign}{}{sign}…{sign}{}", write(first), write(second), write(last))
            }
            links => links.iter().map(write).collect::<Vec<_>>().join(sign),
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
    fn sensitivities_are_the_partial_derivatives() {
        let tape = Tape::new();
        let (a, b) = (tape.input(0, 2.0), tape.input(1, 4.0));
        assert_eq!(tape.sensitivities(a / b, 2), vec![0.25, -0.125]);
        assert_eq!(tape.sensitivities(a * a * b - a, 2), vec![15.0, 4.0]);
        assert_eq!(tape.sensitivities(Term::from(5.0), 2), vec![0.0, 0.0]);
    }
}
