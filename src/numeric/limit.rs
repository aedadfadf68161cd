//! 极限数值的判定, judging a value against the limit of a standard (GB/T 8170-2008, chapter 4).

use super::round;

/// Which of the two methods of GB/T 8170-2008, 4.3 decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judging {
    /// 全数值比较法: the value as it is, unrounded, against the limit. The default where a standard is silent.
    FullValue,
    /// 修约值比较法: the value rounded to the limit's decimals against the limit.
    RoundedValue,
}

/// A limit as a standard writes it: the number and how many decimals it is written with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limit {
    /// The limit itself.
    pub value: f64,
    /// Decimals of the limit as written; 0.60 has two.
    pub places: i32,
    /// The method of comparison.
    pub judging: Judging,
}

impl Limit {
    /// Whether `value` reaches a lower limit ("not below").
    ///
    /// ```
    /// use water_ledger::numeric::{Judging, Limit};
    /// let limit = |judging| Limit { value: 0.60, places: 2, judging };
    /// assert!(!limit(Judging::FullValue).reached_by(0.598));
    /// assert!(limit(Judging::RoundedValue).reached_by(0.598));
    /// ```
    pub fn reached_by(&self, value: f64) -> bool {
        self.compared(value) >= self.value
    }

    /// Whether `value` keeps within an upper limit ("not above").
    pub fn kept_by(&self, value: f64) -> bool {
        self.compared(value) <= self.value
    }

    fn compared(&self, value: f64) -> f64 {
        match self.judging {
            Judging::FullValue => value,
            Judging::RoundedValue => round(value, self.places),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_methods_differ_just_above_an_upper_limit() {
        let limit = |judging| Limit { value: 0.10, places: 2, judging };
        assert!(!limit(Judging::FullValue).kept_by(0.1034));
        assert!(limit(Judging::RoundedValue).kept_by(0.1034));
        assert!(!limit(Judging::FullValue).kept_by(f64::NAN));
    }
}
