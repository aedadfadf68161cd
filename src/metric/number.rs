//! The arithmetic a formula may use.

use std::ops::{Add, Div, Mul, Neg, Sub};

/// A number that a formula can be computed with.
pub trait Number:
    Copy
    + From<f64>
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
{
    /// Σ; zero when there is nothing to add.
    fn sum(terms: impl IntoIterator<Item = Self>) -> Self {
        terms.into_iter().reduce(Add::add).unwrap_or_else(|| Self::from(0.0))
    }

    /// Π; one when there is nothing to multiply.
    fn product(factors: impl IntoIterator<Item = Self>) -> Self {
        factors.into_iter().reduce(Mul::mul).unwrap_or_else(|| Self::from(1.0))
    }
}

impl Number for f64 {}
