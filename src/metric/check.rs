//! What a metric's ranges alone can refuse: empty lists, numbers out of range, one input above another that bounds it.

use super::inputs::spec;
use super::{Fault, FaultKind, Input, Path, Range, Shape, UpperBound};

/// Whether the numbers keep to what the inputs must be.
///
/// # Errors
/// The first list that is empty, number out of range, or pair in the wrong order.
pub(super) fn check_inputs(
    inputs: &'static [Input],
    upper_bounds: &'static [UpperBound],
    numbers: &[(Path, f64)],
) -> Result<(), Fault> {
    check_lists(inputs, numbers)?;
    numbers.iter().try_for_each(|(path, number)| match spec(inputs, *path) {
        Some(spec) => check_range(spec.range, *number).map_err(|kind| Fault::within(*path, kind)),
        None => Ok(()),
    })?;
    check_upper_bounds(upper_bounds, numbers)
}

fn check_lists(inputs: &[Input], numbers: &[(Path, f64)]) -> Result<(), Fault> {
    let is_list = |input: &&Input| matches!(input.shape, Shape::List(_) | Shape::Rows(_));
    let given = |input: &Input| numbers.iter().any(|(path, _)| path.key == input.key);
    match inputs.iter().filter(is_list).find(|input| !given(input)) {
        Some(input) => Err(Fault::at(input.key, FaultKind::Empty)),
        None => Ok(()),
    }
}

fn check_upper_bounds(upper_bounds: &'static [UpperBound], numbers: &[(Path, f64)]) -> Result<(), Fault> {
    let of = |key| numbers.iter().find(|(path, _)| path.key == key).map(|(_, number)| *number);
    let exceeds = |order: &&UpperBound| of(order.lesser).zip(of(order.greater)).is_some_and(|(l, g)| l > g);
    match upper_bounds.iter().find(exceeds) {
        Some(order) => Err(Fault::order(order)),
        None => Ok(()),
    }
}

fn check_range(range: Range, number: f64) -> Result<(), FaultKind> {
    if !number.is_finite() {
        return Err(FaultKind::NotFinite);
    }
    match range.low {
        Some((0.0, true)) if number < 0.0 => return Err(FaultKind::Negative),
        Some((0.0, false)) if number <= 0.0 => return Err(FaultKind::NotPositive),
        Some((low, allowed)) if number < low || (number == low && !allowed) => {
            return Err(FaultKind::TooSmall(low));
        }
        _ => {}
    }
    match range.high {
        Some((high, allowed)) if number > high || (number == high && !allowed) => {
            Err(FaultKind::TooLarge(high))
        }
        _ => Ok(()),
    }
}
