//! The canals of a district as typed.

use super::table::rows;
use crate::irrigation::{Lining, Soil};
use crate::quantity::Unit;
use crate::text::{Key, choices};

rows! {
    /// A canal as typed.
    pub struct CanalRow, CanalColumn {
        Name name: text(Key::ColumnCanal).carried();
        Upstream upstream: text(Key::ColumnUpstream).carried();
        Length length: number(Key::ColumnLength, Unit::Kilometre).positive().carried().feeds(&["length_km"]);
        Delivery delivery: number(Key::ColumnDelivery, Unit::CubicMetrePerSecond).positive().carried().feeds(&["net_flow_m3_s"]);
        Soil soil: choice(Key::ColumnSoil, choices::<Soil>).carried().feeds(&["soil_a", "soil_m"]);
        Lining lining: choice(Key::ColumnLining, choices::<Lining>).carried();
        LiningFactor lining_factor: number(Key::ColumnLiningFactor, Unit::One).share().carried().feeds(&["lining_factor"]);
        GroundwaterFactor groundwater_factor: number(Key::ColumnGroundwaterFactor, Unit::One).positive().carried().feeds(&["groundwater_factor"]);
        Inflow inflow: number(Key::ColumnMeasuredIn, Unit::CubicMetrePerSecond).positive().carried().feeds(&["inflow"]);
        Outflow outflow: number(Key::ColumnMeasuredOut, Unit::CubicMetrePerSecond).positive().carried().feeds(&["outflow"]);
        Planned planned: number(Key::ColumnPlannedFactor, Unit::One).share().carried();
    }
}
