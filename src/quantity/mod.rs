//! 量与单位, quantities and units: the table of units, the numbers people type.

mod date;
mod dimension;
mod spread;
mod typed;
mod unit;

pub use date::{
    MINUTES_OF_DAY, MONTH_DAYS, Period, days_before, read_day_of_year, read_minute, read_period, read_year,
};
pub use dimension::Dimension;
pub use spread::{Spread, read_uncertain};
pub use typed::{TypedError, is_invisible, is_no_value, read, read_number};
pub use unit::Unit;

use crate::text::{Language, grouped};

/// A value with its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// The number, in `unit`.
    pub value: f64,
    /// What the number counts.
    pub unit: Unit,
}

impl Quantity {
    /// A value with its unit.
    pub const fn new(value: f64, unit: Unit) -> Quantity {
        Quantity { value, unit }
    }

    /// The same quantity in another unit; `None` when the two units measure different things.
    pub fn to(self, unit: Unit) -> Option<Quantity> {
        Unit::convert(self.value, self.unit, unit).map(|value| Quantity { value, unit })
    }

    /// Number and unit as people write them; [`read`] understands the result.
    ///
    /// ```
    /// use water_ledger::{quantity::{Quantity, Unit}, text::Language};
    /// let gross = Quantity::new(42714.0, Unit::TenThousandCubicMetres);
    /// assert_eq!(gross.display(Language::Chinese), "42,714 万m³");
    /// assert_eq!(gross.display(Language::English), "42,714 ×10⁴ m³");
    /// ```
    pub fn display(self, language: Language) -> String {
        match self.unit {
            Unit::One => grouped(self.value),
            unit => format!("{} {}", grouped(self.value), unit.symbol(language)),
        }
    }
}
