//! 区域, a county or city: its indicators by year, dual control, its plan and how it is kept, its reservoirs.

mod city;
mod control;
mod execution;
mod intensity;
mod issue;
mod lake;
mod own;
mod places;
mod plan;
mod reservoir;
mod results;
mod sources;
mod split;
mod storage;
mod targets;
mod terms;
mod until_now;
mod uses;
mod years;

use crate::metric::{Fault, FaultKind, metric, shared};
use crate::text::Key;
use crate::water::decline;

pub use city::*;
pub use control::*;
pub use execution::*;
pub use intensity::*;
pub use issue::*;
pub use lake::*;
pub use own::*;
pub use places::*;
pub use plan::*;
pub use reservoir::*;
pub use split::{KnownPlan, PlanFigures, compute_plan};
pub use storage::*;
pub use targets::*;
pub use terms::*;
pub use uses::*;
pub use years::*;

metric! {
    /// 年下降率, how far an indicator has declined from one year to another.
    ///
    /// # Formula
    /// d = 100·(x0 − x1) / x0
    ///
    /// # Symbols
    /// - Below zero where it has risen. Water by value is compared in one year's prices to be a real decline.
    ///
    /// # Source
    /// Yearly decline of water intensity; verified.
    ///
    /// # Example
    /// The nation's water by value added, 2019 to 2020, current prices:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{AnnualDeclineRate, TwoYears}};
    /// assert_eq!(round(AnnualDeclineRate::formula(&TwoYears { base: 38.4, current: 32.9 }), 1), 14.3);
    /// ```
    AnnualDeclineRate("region.annual_decline_rate", "年下降率", "Decline from year to year")
    from TwoYears {
        number base "x0" "基准年数值" "value of the base year" = shared().above(0.0);
        number current "x1" "本年数值" "value of this year" = shared().at_least(0.0);
    }
    gives "d" in Percent, 2 decimals;
    source sources::DECLINE;
    formula |x, n| decline(x.base, x.current)
}

metric! {
    /// 水土保持率, share of the land where soil and water are kept.
    ///
    /// # Formula
    /// r = 100·(A − Ae) / A
    ///
    /// # Source
    /// Soil and water conservation rate; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{Land, SoilConservationRate}};
    /// let county = Land { eroded_area: 3974.0, land_area: 10_000.0 };
    /// assert_eq!(round(SoilConservationRate::formula(&county), 2), 60.26);
    /// ```
    SoilConservationRate("region.soil_conservation_rate", "水土保持率", "Soil and water conservation rate")
    from Land {
        number eroded_area "Ae" "水土流失面积" "eroded area" = shared().at_least(0.0);
        number land_area "A" "国土面积" "land area" = shared().above(0.0);
    }
    gives "r" in Percent, 2 decimals;
    order eroded_area <= land_area, "part_above_total", Key::FaultPartAboveTotal;
    source sources::SOIL;
    formula |x, n| n(100.0) * (x.land_area - x.eroded_area) / x.land_area
}

/// Amounts of which one at least is above zero, so that their sum can be divided by.
fn not_all_zero(key: &'static str, amounts: &[f64]) -> Result<(), Fault> {
    match amounts.iter().all(|amount| *amount == 0.0) {
        true => Err(Fault::at(key, FaultKind::ZeroDenominator)),
        false => Ok(()),
    }
}
