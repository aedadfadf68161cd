//! Amounts of a plan as people speak of them: four digits, 万元 and 万m³ where they are many; and the letters of its measures.

use crate::evaluate::{MeasureFigures, RetrofitPlan};
use crate::numeric::significant;
use crate::quantity::{Quantity, Unit};
use crate::text::{Language, grouped};

/// From here on an amount is told in ten thousands.
const MANY: f64 = 1e5;

/// A, B, …, then AA, AB, …
pub(super) fn letter(place: usize) -> String {
    let last = char::from(b'A' + (place % 26) as u8).to_string();
    if place < 26 { last } else { letter(place / 26 - 1) + &last }
}

/// The letters of those measures of a plan that are meant.
pub(super) fn letters(found: &RetrofitPlan, is_meant: impl Fn(&MeasureFigures) -> bool) -> String {
    let meant = found.measures.iter().enumerate().filter(|(_, one)| is_meant(one));
    meant.map(|(place, _)| letter(place)).collect::<Vec<_>>().join(" ")
}

/// A number of as many digits as people speak of.
pub(super) fn told(value: f64) -> String {
    grouped(significant(value, 4))
}

/// The unit in which money or water is told, by the greatest amount.
pub(super) fn unit_of(amounts: &[Quantity]) -> Unit {
    let greatest = |unit: Unit| {
        let known = amounts.iter().filter_map(|amount| Some(amount.to(unit)?.value.abs()));
        known.fold(None, |most: Option<f64>, value| Some(most.map_or(value, |most| most.max(value))))
    };
    match (greatest(Unit::Yuan), greatest(Unit::CubicMetre)) {
        (Some(money), _) if money >= MANY => Unit::TenThousandYuan,
        (Some(_), _) => Unit::Yuan,
        (None, Some(water)) if water >= MANY => Unit::TenThousandCubicMetres,
        (None, _) => Unit::CubicMetre,
    }
}

/// An amount in a unit.
pub(super) fn in_unit(amount: Quantity, unit: Unit) -> Option<f64> {
    amount.to(unit).map(|amount| amount.value)
}

/// An amount with its unit.
pub(super) fn amount(of: Quantity, language: Language) -> String {
    let unit = unit_of(&[of]);
    let value = in_unit(of, unit).unwrap_or(of.value);
    format!("{} {}", told(value), unit.symbol(language))
}
