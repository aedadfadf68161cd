//! The canals of a district as typed.

use super::ColumnKind::{Choice, Number, Text};
use super::table::rows;
use crate::irrigation::{Lining, Soil};
use crate::quantity::Unit;
use crate::text::choices;

rows! {
    /// A canal as typed.
    pub struct CanalRow, CanalColumn {
        Name name: Text, ColumnCanal;
        Upstream upstream: Text, ColumnUpstream;
        Length length: Number(Unit::Kilometre), ColumnLength;
        Delivery delivery: Number(Unit::CubicMetrePerSecond), ColumnDelivery;
        Soil soil: Choice(choices::<Soil>), ColumnSoil;
        Lining lining: Choice(choices::<Lining>), ColumnLining;
        LiningFactor lining_factor: Number(Unit::One), ColumnLiningFactor;
        GroundwaterFactor groundwater_factor: Number(Unit::One), ColumnGroundwaterFactor;
        Inflow inflow: Number(Unit::CubicMetrePerSecond), ColumnMeasuredIn;
        Outflow outflow: Number(Unit::CubicMetrePerSecond), ColumnMeasuredOut;
        Planned planned: Number(Unit::One), ColumnPlannedFactor;
    }
}
