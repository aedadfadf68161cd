//! Rounding, limits and tolerances: arithmetic that knows nothing of water.

mod annuity;
mod decimal;
mod flows;
mod limit;
mod order;
mod rounding;
mod statistics;

pub use annuity::{annuity_rate, annuity_rate_slopes};
pub use decimal::{leading_power, parse, plain, power_of_ten};
pub use flows::{return_rate, return_rate_slopes, sign_changes};
pub use limit::{Judging, Limit};
pub use order::{in_order, order};
pub use rounding::{fixed, round, round_to_fifth, round_to_half, significant};
pub use statistics::{deviation, mean, mean_and_deviation};

/// How far a typed coefficient may stand from net ÷ gross before the two are said to disagree.
///
/// Coefficients are published with three or four decimals, so half a unit of the third is the most
/// that rounding alone explains.
pub const COEFFICIENT_AGREEMENT: f64 = 0.0005;

/// How far a typed total may stand from what its details come to, as a fraction, before the two are said to disagree:
/// half a per cent, the most that rounding the parts of a sum explains.
pub const DETAIL_AGREEMENT: f64 = 0.005;
