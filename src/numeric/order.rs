//! Putting things in order by one sort for the whole crate.

use std::cmp::Ordering;

/// The numbers below `count` in the order that `compare` gives them; equal ones stay as they come.
///
/// The sort of the standard library is compiled anew for each type and each comparison, some kilobytes each time. Sorting
/// indices behind one dynamic comparison is compiled once; sorts that run often or on plain numbers do without it.
pub fn order(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

/// The rows in the order that `compare` gives them, by way of [`order`]; equal ones stay as they come.
///
/// ```
/// use water_ledger::numeric::in_order;
/// let by_length = in_order(vec!["main", "lateral", "farm"], |a, b| a.len().cmp(&b.len()));
/// assert_eq!(by_length, ["main", "farm", "lateral"]);
/// ```
pub fn in_order<T>(rows: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(rows.len(), &mut |a, b| compare(&rows[a], &rows[b]));
    let mut rows: Vec<Option<T>> = rows.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| rows[at].take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn rows_come_as_the_standard_librarys_stable_sort_has_them(
            rows in prop::collection::vec((0..9u8, any::<u8>()), 0..60),
        ) {
            let mut expected = rows.clone();
            expected.sort_by_key(|b| std::cmp::Reverse(b.0));
            prop_assert_eq!(in_order(rows, |a, b| b.0.cmp(&a.0)), expected);
        }
    }
}
