//! 分值, points: whole, half, tenth and hundredth points are exact, as no binary fraction is.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::numeric::plain;

/// Thousandths of a point.
const GRAIN: i64 = 1000;

/// Points that differ by less were meant to be the same.
const SAME: f64 = 1e-9;

/// More points than any rubric gives; keeps every sum and product within range.
const MOST: f64 = 1e6;

/// Points, a decimal of three places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(i64);

impl Points {
    /// No points.
    pub const ZERO: Points = Points(0);

    /// So many whole points.
    pub const fn whole(points: i32) -> Points {
        Points(points as i64 * GRAIN)
    }

    /// The points of a number that has at most three decimals; `None` of any other.
    ///
    /// ```
    /// use water_ledger::rubric::Points;
    /// assert_eq!(Points::exactly(0.1).map(|tenth| tenth + tenth + tenth), Points::exactly(0.3));
    /// assert_eq!(Points::exactly(1.0 / 3.0), None);
    /// ```
    pub fn exactly(points: f64) -> Option<Points> {
        let nearest = (points * GRAIN as f64).round() / GRAIN as f64;
        if (nearest - points).abs() <= SAME { Points::below(nearest) } else { None }
    }

    /// The points of a number, what lies beyond the third decimal left out, so that nobody gets more than was earned;
    /// `None` of what no rubric gives.
    pub fn below(points: f64) -> Option<Points> {
        let exact = points * GRAIN as f64;
        let nearest = exact.round();
        // What a double leaves in its last digits is no part of a point.
        let grains = if (exact - nearest).abs() <= GRAIN as f64 * SAME { nearest } else { exact.floor() };
        (points.abs() <= MOST).then_some(Points(grains as i64))
    }

    /// As a number.
    pub fn value(self) -> f64 {
        self.0 as f64 / GRAIN as f64
    }

    /// Thousandths of a point.
    pub(super) const fn grains(self) -> i64 {
        self.0
    }

    /// So many thousandths of a point.
    pub(super) const fn of_grains(grains: i64) -> Points {
        Points(grains)
    }

    /// So many times over, as of equal steps.
    pub fn times(self, count: i64) -> Points {
        Points(self.0.saturating_mul(count))
    }

    /// This part of `whole`, were it `of`: 24 of 32 of 40 are 30. What lies beyond the third decimal is left out, so a full
    /// part stays full and no line is reached by rounding. Zero of a `whole` that is zero.
    pub fn scaled(self, whole: Points, of: Points) -> Points {
        if whole.0 <= 0 {
            return Points::ZERO;
        }
        let exact = i128::from(self.0) * i128::from(of.0);
        Points(exact.div_euclid(i128::from(whole.0)) as i64)
    }
}

impl Add for Points {
    type Output = Points;
    fn add(self, other: Points) -> Points {
        Points(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Points {
    fn add_assign(&mut self, other: Points) {
        *self = *self + other;
    }
}

impl Sub for Points {
    type Output = Points;
    fn sub(self, other: Points) -> Points {
        Points(self.0.saturating_sub(other.0))
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Points>>(points: I) -> Points {
        points.fold(Points::ZERO, Add::add)
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&plain(self.value()))
    }
}

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.0 % GRAIN == 0 { to.serialize_i64(self.0 / GRAIN) } else { to.serialize_f64(self.value()) }
    }
}

/// Refuses a number while it is read, so that whoever reads it still knows its place in the file.
impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Points, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = Points;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("points of at most three decimals, below a million")
            }

            fn visit_f64<E: Error>(self, points: f64) -> Result<Points, E> {
                Points::exactly(points).ok_or_else(|| E::invalid_value(Unexpected::Float(points), &self))
            }

            fn visit_u64<E: Error>(self, points: u64) -> Result<Points, E> {
                self.visit_f64(points as f64)
            }

            fn visit_i64<E: Error>(self, points: i64) -> Result<Points, E> {
                self.visit_f64(points as f64)
            }
        }
        from.deserialize_f64(Number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ten_tenths_are_one_and_a_part_is_never_rounded_up() {
        let tenth = Points::exactly(0.1).unwrap();
        assert_eq!((0..10).map(|_| tenth).sum::<Points>(), Points::whole(1));
        assert_eq!(Points::whole(24).scaled(Points::whole(32), Points::whole(40)), Points::whole(30));
        assert_eq!(Points::whole(1).scaled(Points::whole(3), Points::whole(100)).to_string(), "33.333");
        assert_eq!(Points::whole(1).scaled(Points::ZERO, Points::whole(100)), Points::ZERO);
        assert_eq!(Points::exactly(f64::NAN), None);
        assert_eq!(Points::below(f64::INFINITY), None);
    }

    proptest! {
        #[test]
        fn every_point_of_three_places_is_read_and_written_exactly(grains in -999_999_999i64..=999_999_999) {
            let points = Points(grains);
            prop_assert_eq!(Points::exactly(points.value()), Some(points));
            let text = serde_json::to_string(&points).unwrap();
            prop_assert_eq!(serde_json::from_str::<Points>(&text).unwrap(), points);
        }
    }
}
