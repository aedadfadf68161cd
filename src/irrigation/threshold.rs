//! 系数的下限, the lower limits that standards set for coefficients.

use super::sources;
use crate::metric::{in_unit, metric};
use crate::numeric::Limit;
use crate::quantity::Unit;

metric! {
    /// 井渠结合灌区渠系水利用系数下限, lower limit for a canal system of which a part of the area is served by wells too.
    ///
    /// # Formula
    /// ηmin = η₀ − 0.1·s
    ///
    /// # Symbols
    /// - η₀, limit for a district of its size without wells; s, share of the area with wells and canals combined,
    ///   1 where all of it is.
    ///
    /// # Source
    /// Technical code for water-saving irrigation GB/T 50363 · 2006 · 6.0.2; verified.
    ///
    /// # Example
    /// A small district, a quarter of it combined:
    /// ```
    /// use water_ledger::{irrigation::{BaseAndShare, ThresholdCombined}, metric::Metric};
    /// let district = BaseAndShare { base: 0.75, combined_share: 0.25 };
    /// assert_eq!(ThresholdCombined::formula(&district), 0.725);
    /// ```
    ThresholdCombined("irrigation.threshold_combined", "井渠结合灌区渠系水利用系数下限", "Lower limit, wells and canals combined")
    from BaseAndShare {
        number base "η₀" "相应规模灌区的下限" "limit for its size" = in_unit(Unit::One).above(0.0).at_most(1.0);
        number combined_share "s" "井渠结合灌溉面积比例" "share of the area combined" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
    }
    gives "ηmin" in One, 3 decimals;
    source sources::COMBINED_LIMIT;
    formula |x, n| x.base - n(0.1) * x.combined_share
}

/// How a coefficient stands to the lower limit of its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It reaches the limit.
    Reaches,
    /// It stays below.
    Below,
}

impl Standing {
    /// Judges a coefficient by the method that the limit names.
    ///
    /// ```
    /// use water_ledger::{irrigation::Standing, numeric::{Judging, Limit}};
    /// let limit = |judging| Limit { value: 0.60, places: 2, judging };
    /// assert_eq!(Standing::of(0.598, limit(Judging::FullValue)), Standing::Below);
    /// assert_eq!(Standing::of(0.598, limit(Judging::RoundedValue)), Standing::Reaches);
    /// ```
    pub fn of(coefficient: f64, limit: Limit) -> Standing {
        if limit.reached_by(coefficient) { Standing::Reaches } else { Standing::Below }
    }
}
