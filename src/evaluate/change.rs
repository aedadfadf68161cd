//! What a measure makes of a number, as typed: a new one, more or less of it, a share of it.

use super::cells::typed_number;
use crate::numeric::plain;
use crate::quantity::{Quantity, Unit};
use crate::text::Language;

/// How a number changes. Changes of one number add up; shares of it multiply.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NumberChange {
    /// To this number; of several the last counts.
    To(Quantity),
    /// By so much more or less.
    By(Quantity),
    /// To this share of it.
    Times(f64),
}

/// `85` is what a number will be, `+60` what comes to it, and `-20%` the part of it that goes where it is itself no share; with
/// the standard uncertainty.
pub(super) fn number_change(typed: &str, unit: Unit) -> Option<(NumberChange, f64)> {
    let is_relative = typed.starts_with(['+', '-', '＋', '－']);
    let plain = typed.trim_start_matches(['+', '＋']);
    // `-600 ± 15%` is an amount: what stands behind the ± is of it.
    let value = plain.split('±').next().unwrap_or(plain).trim_end();
    let is_share = is_relative && value.ends_with(['%', '％']) && !matches!(unit, Unit::One | Unit::Percent);
    if is_share {
        return share(plain).map(|(share, u)| (NumberChange::Times(1.0 + share), u));
    }
    let (quantity, u) = typed_number(plain, unit).ok()??;
    Some((if is_relative { NumberChange::By(quantity) } else { NumberChange::To(quantity) }, u))
}

/// A share with its standard uncertainty. `20% ± 5%` is between 15 and 25 %: what stands behind the ± are points, not a part of the
/// share.
pub(super) fn share(typed: &str) -> Option<(f64, f64)> {
    let points =
        |text: &str| typed_number(text.trim(), Unit::One).ok().flatten().map(|(share, _)| share.value);
    match typed.split_once('±') {
        Some((share, doubt)) => Some((points(share)?, points(doubt).filter(|u| *u >= 0.0)?)),
        None => Some((points(typed)?, 0.0)),
    }
}

/// A number as it would be typed.
pub(super) fn text_of(value: f64, u: f64, unit: Unit) -> String {
    let unit = if unit == Unit::One { "" } else { unit.symbol(Language::Chinese) };
    match u > 0.0 {
        true => format!("{} ± {} {unit}", plain(value), plain(u)),
        false => format!("{} {unit}", plain(value)),
    }
}
