//! Mean and standard deviation, sound where numbers are many or differ in their last digits only.

/// How many sums run side by side; the compiler turns them into vector instructions.
const LANES: usize = 8;

/// 平均值, the mean; zero of nothing.
///
/// ```
/// use water_ledger::numeric::mean;
/// assert_eq!(mean(&[10_000_001.0, 10_000_003.0, 10_000_002.0]), 10_000_002.0);
/// ```
pub fn mean(values: &[f64]) -> f64 {
    mean_and_deviation(values).0
}

/// 标准偏差, the standard deviation of a sample (divisor n − 1); zero of fewer than two values, infinite where its
/// square leaves the range of numbers.
///
/// ```
/// use water_ledger::numeric::deviation;
/// assert_eq!(deviation(&[10_000_001.0, 10_000_003.0, 10_000_002.0]), 1.0);
/// ```
pub fn deviation(values: &[f64]) -> f64 {
    mean_and_deviation(values).1
}

/// Both, in two passes over the values.
pub fn mean_and_deviation(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    if values.is_empty() {
        return (0.0, 0.0);
    }
    let [sum, _] = sums(values, |value| [value, 0.0]);
    let rough = sum / count;
    // What is left after taking the rough mean away is small: it mends the mean, and what it added to the squares is
    // taken off again.
    let [rest, squares] = sums(values, |value| [value - rough, (value - rough) * (value - rough)]);
    let mean = if rest.is_finite() { rough + rest / count } else { rough };
    let deviation = match values.len() {
        1 => 0.0,
        _ if squares.is_finite() => ((squares - rest * rest / count) / (count - 1.0)).max(0.0).sqrt(),
        _ => f64::INFINITY,
    };
    (mean, deviation)
}

/// Two sums over the values, each rounding error carried along (compensated summation).
#[inline(always)]
fn sums(values: &[f64], f: impl Fn(f64) -> [f64; 2]) -> [f64; 2] {
    let mut lanes = [[(0.0, 0.0); LANES]; 2];
    let mut groups = values.chunks_exact(LANES);
    for group in &mut groups {
        for lane in 0..LANES {
            let [one, other] = f(group[lane]);
            lanes[0][lane] = added(lanes[0][lane], one);
            lanes[1][lane] = added(lanes[1][lane], other);
        }
    }
    for value in groups.remainder() {
        let [one, other] = f(*value);
        lanes[0][0] = added(lanes[0][0], one);
        lanes[1][0] = added(lanes[1][0], other);
    }
    lanes.map(|lanes| {
        let joined = |total: (f64, f64), lane: (f64, f64)| added((total.0, total.1 + lane.1), lane.0);
        let (total, error) = lanes.into_iter().fold((0.0, 0.0), joined);
        // Beyond all numbers the errors are no numbers themselves.
        if (total + error).is_nan() { total } else { total + error }
    })
}

/// A sum and its error with one more value.
#[inline(always)]
fn added((sum, error): (f64, f64), value: f64) -> (f64, f64) {
    let total = sum + value;
    let back = total - sum;
    (total, error + ((sum - (total - back)) + (value - back)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn small_differences_of_large_numbers_are_kept() {
        let values: Vec<f64> = (0..1000).map(|index| 1e9 + f64::from(index % 2)).collect();
        assert_eq!(mean(&values), 1e9 + 0.5);
        assert!((deviation(&values) - (250.0f64 / 999.0).sqrt()).abs() < 1e-15);
        assert_eq!((mean(&[]), deviation(&[]), deviation(&[7.0])), (0.0, 0.0, 0.0));
        assert_eq!(deviation(&[1e308, -1e308]), f64::INFINITY);
    }

    proptest! {
        #[test]
        fn follow_shift_and_scale(values in prop::collection::vec(-1e3..1e3f64, 2..50), shift in -1e6..1e6f64) {
            let moved: Vec<f64> = values.iter().map(|value| value + shift).collect();
            let doubled: Vec<f64> = values.iter().map(|value| value * 2.0).collect();
            prop_assert!((mean(&moved) - mean(&values) - shift).abs() < 1e-9);
            prop_assert!((deviation(&moved) - deviation(&values)).abs() < 1e-9);
            prop_assert_eq!(mean(&doubled), 2.0 * mean(&values));
            prop_assert_eq!(deviation(&doubled), 2.0 * deviation(&values));
        }
    }
}
