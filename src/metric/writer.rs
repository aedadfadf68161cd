//! Formulas as text, from the steps they took.

use super::operation::{Node, Operation};

/// How tightly an operation binds; a looser one inside a tighter one needs brackets.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub(super) enum Binding {
    Sum,
    Product,
    Sign,
    Power,
    Atom,
}

/// Writes the steps of a formula as text.
pub(super) struct Writer<'w> {
    /// The steps.
    pub(super) nodes: &'w [Node],
    /// How an input is written.
    pub(super) input: &'w dyn Fn(usize) -> String,
    /// How a literal is written.
    pub(super) literal: &'w dyn Fn(f64) -> String,
}

impl Writer<'_> {
    /// The step at a place, and how tightly its outermost operation binds.
    pub(super) fn write(&self, at: usize) -> (String, Binding) {
        match &self.nodes[at].operation {
            Operation::Input(index) => ((self.input)(*index), Binding::Atom),
            Operation::Literal => ((self.literal)(self.nodes[at].value), Binding::Atom),
            Operation::Add(..) => (self.chain(at, " + ", Binding::Sum), Binding::Sum),
            Operation::Mul(..) => (self.chain(at, "·", Binding::Product), Binding::Product),
            Operation::Sub(a, b) => {
                let text =
                    format!("{} − {}", self.inside(*a, Binding::Sum), self.inside(*b, Binding::Product));
                (text, Binding::Sum)
            }
            Operation::Div(a, b) => {
                let text =
                    format!("{} / {}", self.inside(*a, Binding::Product), self.inside(*b, Binding::Sign));
                (text, Binding::Product)
            }
            Operation::Neg(a) => (format!("−{}", self.inside(*a, Binding::Power)), Binding::Sign),
            Operation::Pow(a, b) => {
                let text = format!("{}^{}", self.inside(*a, Binding::Atom), self.inside(*b, Binding::Atom));
                (text, Binding::Power)
            }
            Operation::Max(a, b) => (self.listed("max", &[*a, *b]), Binding::Atom),
            Operation::Min(a, b) => (self.listed("min", &[*a, *b]), Binding::Atom),
            Operation::Apply(function, a) => (self.listed(function.symbol(), &[*a]), Binding::Atom),
            Operation::AnnuityRate(a, b) => (self.listed("irr", &[*a, *b]), Binding::Atom),
            Operation::ReturnRate(flows) => (self.listed("irr", flows), Binding::Atom),
            // Only the case that holds is written: a rule with two cases is told in words beside it.
            Operation::Choose([x, limit, within, beyond]) => {
                let holds = self.nodes[*x].value <= self.nodes[*limit].value;
                self.write(if holds { *within } else { *beyond })
            }
            Operation::Median(values) => (self.listed("median", values), Binding::Atom),
        }
    }

    /// A named function of a list; a long list keeps its ends.
    fn listed(&self, name: &str, places: &[usize]) -> String {
        let write = |place: &usize| self.write(*place).0;
        let list = match places {
            [first, second, .., last] if places.len() > 4 => {
                format!("{}, {}, …, {}", write(first), write(second), write(last))
            }
            places => places.iter().map(write).collect::<Vec<_>>().join(", "),
        };
        format!("{name}({list})")
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
            (&self.nodes[left].operation, binding)
        {
            links.push(*b);
            left = *a;
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
