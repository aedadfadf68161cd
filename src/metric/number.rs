//! The arithmetic a formula may use.

use std::ops::{Add, Div, Mul, Neg, Sub};

use serde::{Deserialize, Serialize};

use crate::numeric::{annuity_rate, return_rate};

/// A number that a formula can be computed with.
///
/// A formula never asks what a number is worth in order to take another way: the same way must hold for a value,
/// for its text and for a million draws. Where a rule changes at a limit, [`Number::choose`] says so.
pub trait Number:
    Copy
    + From<f64>
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
{
    /// A function of one number.
    fn apply(self, function: Function) -> Self;

    /// self^exponent
    fn pow(self, exponent: Self) -> Self;

    /// The greater of two.
    fn max_of(self, other: Self) -> Self;

    /// The lesser of two.
    fn min_of(self, other: Self) -> Self;

    /// `within` where self ≤ limit, else `beyond`.
    fn choose(self, limit: Self, within: Self, beyond: Self) -> Self;

    /// The middle one; of an even count the mean of the two in the middle. Zero of nothing.
    fn median(values: Vec<Self>) -> Self;

    /// The yearly rate of interest at which a loan is paid back in so many years by self, a share of it, every year.
    fn annuity_rate(self, years: Self) -> Self;

    /// The yearly rate of interest at which flows, the first of them today and each of the others a year later, are worth nothing.
    fn return_rate(flows: Vec<Self>) -> Self;

    /// Σ; zero when there is nothing to add.
    fn sum(terms: impl IntoIterator<Item = Self>) -> Self {
        terms.into_iter().reduce(Add::add).unwrap_or_else(|| Self::from(0.0))
    }

    /// Π; one when there is nothing to multiply.
    fn product(factors: impl IntoIterator<Item = Self>) -> Self {
        factors.into_iter().reduce(Mul::mul).unwrap_or_else(|| Self::from(1.0))
    }

    /// eˣ
    fn exp(self) -> Self {
        self.apply(Function::Exp)
    }

    /// ln x
    fn ln(self) -> Self {
        self.apply(Function::Ln)
    }

    /// √x
    fn sqrt(self) -> Self {
        self.apply(Function::Sqrt)
    }

    /// sin x, x in radians
    fn sin(self) -> Self {
        self.apply(Function::Sin)
    }

    /// cos x, x in radians
    fn cos(self) -> Self {
        self.apply(Function::Cos)
    }

    /// tan x, x in radians
    fn tan(self) -> Self {
        self.apply(Function::Tan)
    }

    /// arccos x in radians
    fn acos(self) -> Self {
        self.apply(Function::Acos)
    }

    /// −1, 0 or 1 with the sign of x
    fn sign(self) -> Self {
        self.apply(Function::Sign)
    }

    /// The least whole number that is not below
    fn ceil(self) -> Self {
        self.apply(Function::Ceil)
    }

    /// The complementary error function, 1 − erf x
    fn erfc(self) -> Self {
        self.apply(Function::Erfc)
    }
}

/// The functions of one number that formulas use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Function {
    /// eˣ
    Exp,
    /// ln x
    Ln,
    /// √x
    Sqrt,
    /// sin x
    Sin,
    /// cos x
    Cos,
    /// tan x
    Tan,
    /// arccos x
    Acos,
    /// sgn x
    Sign,
    /// erfc x
    Erfc,
    /// ⌈x⌉
    Ceil,
}

impl Function {
    /// The value at x. One library computes it natively and in the browser, so that both agree.
    pub fn value(self, x: f64) -> f64 {
        match self {
            Function::Exp => libm::exp(x),
            Function::Ln => libm::log(x),
            Function::Sqrt => libm::sqrt(x),
            Function::Sin => libm::sin(x),
            Function::Cos => libm::cos(x),
            Function::Tan => libm::tan(x),
            Function::Acos => libm::acos(x),
            Function::Sign if x > 0.0 => 1.0,
            Function::Sign if x < 0.0 => -1.0,
            // Zero, and what is no number stays none.
            Function::Sign => x * 0.0,
            Function::Erfc => libm::erfc(x),
            Function::Ceil => libm::ceil(x),
        }
    }

    /// The slope at x, where the value is `value`.
    pub fn slope(self, x: f64, value: f64) -> f64 {
        match self {
            Function::Exp => value,
            Function::Ln => 1.0 / x,
            Function::Sqrt => 0.5 / value,
            Function::Sin => libm::cos(x),
            Function::Cos => -libm::sin(x),
            Function::Tan => 1.0 + value * value,
            Function::Acos => -1.0 / libm::sqrt(1.0 - x * x),
            Function::Sign | Function::Ceil => 0.0,
            Function::Erfc => -std::f64::consts::FRAC_2_SQRT_PI * libm::exp(-x * x),
        }
    }

    /// How the function is written before its argument.
    pub fn symbol(self) -> &'static str {
        match self {
            Function::Exp => "exp",
            Function::Ln => "ln",
            Function::Sqrt => "√",
            Function::Sin => "sin",
            Function::Cos => "cos",
            Function::Tan => "tan",
            Function::Acos => "arccos",
            Function::Sign => "sgn",
            Function::Erfc => "erfc",
            Function::Ceil => "ceil",
        }
    }
}

/// The places of the middle values of so many values in order: one, or two neighbours of an even count.
pub fn middle(count: usize) -> (usize, usize) {
    (count.saturating_sub(1) / 2, count / 2)
}

impl Number for f64 {
    fn apply(self, function: Function) -> f64 {
        function.value(self)
    }

    fn pow(self, exponent: f64) -> f64 {
        libm::pow(self, exponent)
    }

    fn max_of(self, other: f64) -> f64 {
        if other > self { other } else { self }
    }

    fn min_of(self, other: f64) -> f64 {
        if other < self { other } else { self }
    }

    fn choose(self, limit: f64, within: f64, beyond: f64) -> f64 {
        if self <= limit { within } else { beyond }
    }

    fn annuity_rate(self, years: f64) -> f64 {
        annuity_rate(self, years)
    }

    fn return_rate(flows: Vec<f64>) -> f64 {
        return_rate(&flows)
    }

    fn median(mut values: Vec<f64>) -> f64 {
        values.sort_by(f64::total_cmp);
        let (low, high) = middle(values.len());
        match (values.get(low), values.get(high)) {
            (Some(low), Some(high)) => (low + high) / 2.0,
            _ => 0.0,
        }
    }
}
