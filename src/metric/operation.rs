//! The steps of a formula, as a run of it leaves them.

use serde::{Deserialize, Serialize};

use super::number::Function;

/// One step of a run.
#[derive(Clone, Debug)]
pub struct Node {
    /// What came out.
    pub value: f64,
    /// How.
    pub operation: Operation,
}

/// What a step does, with the steps it takes its numbers from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Operation {
    /// The input of a number.
    Input(usize),
    /// A number that stands in the formula.
    Literal,
    /// a + b
    Add(usize, usize),
    /// a − b
    Sub(usize, usize),
    /// a · b
    Mul(usize, usize),
    /// a / b
    Div(usize, usize),
    /// −a
    Neg(usize),
    /// a^b
    Pow(usize, usize),
    /// The greater of two.
    Max(usize, usize),
    /// The lesser of two.
    Min(usize, usize),
    /// A function of one number.
    Apply(Function, usize),
    /// The interest that a share (the first) comes to in so many years (the second).
    AnnuityRate(usize, usize),
    /// The interest at which yearly flows are worth nothing.
    ReturnRate(Vec<usize>),
    /// Where the first is at most the second, the third, else the fourth.
    Choose([usize; 4]),
    /// The median.
    Median(Vec<usize>),
}

impl Operation {
    /// The same operation on other places; inputs and literals have none.
    pub fn at(&self, mut place: impl FnMut(usize) -> usize) -> Operation {
        match self {
            Operation::Input(index) => Operation::Input(*index),
            Operation::Literal => Operation::Literal,
            Operation::Add(a, b) => Operation::Add(place(*a), place(*b)),
            Operation::Sub(a, b) => Operation::Sub(place(*a), place(*b)),
            Operation::Mul(a, b) => Operation::Mul(place(*a), place(*b)),
            Operation::Div(a, b) => Operation::Div(place(*a), place(*b)),
            Operation::Neg(a) => Operation::Neg(place(*a)),
            Operation::Pow(a, b) => Operation::Pow(place(*a), place(*b)),
            Operation::Max(a, b) => Operation::Max(place(*a), place(*b)),
            Operation::Min(a, b) => Operation::Min(place(*a), place(*b)),
            Operation::Apply(function, a) => Operation::Apply(*function, place(*a)),
            Operation::AnnuityRate(a, b) => Operation::AnnuityRate(place(*a), place(*b)),
            Operation::ReturnRate(places) => {
                Operation::ReturnRate(places.iter().map(|at| place(*at)).collect())
            }
            Operation::Choose(places) => Operation::Choose(places.map(place)),
            Operation::Median(places) => Operation::Median(places.iter().map(|at| place(*at)).collect()),
        }
    }

    /// The places that it takes its numbers from.
    pub fn places(&self) -> Vec<usize> {
        let mut places = Vec::new();
        self.at(|place| {
            places.push(place);
            place
        });
        places
    }
}
