//! 水量算术, the arithmetic of amounts of water that every field needs: sums and declines.

use crate::metric::{Citation, Figure, Number, Status, metric, shared};
use crate::text::Words;

/// A sum needs no standard.
pub(crate) const ADDITION: Citation = Citation {
    document: Words::new("合计", "Addition"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::Verified,
};

metric! {
    /// 合计, a total.
    ///
    /// # Formula
    /// X = Σ xᵢ
    ///
    /// # Symbols
    /// - xᵢ, amounts of one kind in one unit, any value.
    ///
    /// # Source
    /// Addition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, water::{Amounts, Total}};
    /// assert_eq!(Total::formula(&Amounts { amounts: vec![1.0, 2.5] }), 3.5);
    /// ```
    Total("irrigation.total", "合计", "Total")
    from Amounts {
        list amounts "x" "各项" "items" = shared();
    }
    gives "X" shared, 6 parts;
    source ADDITION;
    formula |x, n| Number::sum(x.amounts.iter().copied())
}

/// A sum; the figure itself where there is only one, none of nothing.
pub fn total(figures: impl IntoIterator<Item = Figure>) -> Option<Figure> {
    let mut amounts: Vec<Figure> = figures.into_iter().collect();
    match amounts.len() {
        0 | 1 => amounts.pop(),
        _ => Figure::computed(&Total, Amounts { amounts }).ok(),
    }
}

/// The sum of parts of which some may be missing; it says then that it is incomplete.
pub fn total_of(parts: impl IntoIterator<Item = Option<Figure>>) -> Option<Figure> {
    let (parts, lacks) = known(parts);
    total(parts).map(|sum| sum.incomplete_if(lacks))
}

/// The parts that are there, and whether others are not.
pub(crate) fn known<T>(parts: impl IntoIterator<Item = Option<T>>) -> (Vec<T>, bool) {
    let parts: Vec<Option<T>> = parts.into_iter().collect();
    let lacks = parts.iter().any(Option::is_none);
    (parts.into_iter().flatten().collect(), lacks)
}

/// How far a number has fallen from its base, in %.
pub(crate) fn decline<N: Number>(base: N, current: N) -> N {
    N::from(100.0) * (base - current) / base
}
