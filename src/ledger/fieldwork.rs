//! What a district's figures are measured from, as typed: crops, sources and outflows, fields with their readings.

use super::table::rows;
use crate::irrigation::{FieldMethod, ReadingKind, SourceKind};
use crate::quantity::Unit;
use crate::text::{Key, choices};

rows! {
    /// A crop of a district as typed; leaching of salt is entered like a crop.
    pub struct CropRow, CropColumn {
        Name name: text(Key::ColumnCrop).carried();
        Area area: number(Key::ColumnArea, Unit::TenThousandMu).positive().carried();
        Net net: number(Key::ColumnNetPerMuTyped, Unit::CubicMetrePerMu).not_negative();
    }
}

rows! {
    /// A source of a district's gross water, or an outflow that is no irrigation, as typed.
    pub struct SourceRow, SourceColumn {
        Name name: text(Key::ColumnSource);
        Kind kind: choice(Key::ColumnSourceKind, choices::<SourceKind>);
        Amount amount: number(Key::ColumnAmount, Unit::TenThousandCubicMetres).not_negative();
        Refills refills: number(Key::ColumnRefills, Unit::One).not_negative().feeds(&["refills"]);
        Energy energy: number(Key::ColumnEnergy, Unit::TenThousandKilowattHours).not_negative().feeds(&["electricity_kwh"]);
        Factor factor: number(Key::ColumnEnergyFactor, Unit::CubicMetrePerKilowattHour).positive().feeds(&["water_m3_per_kwh"]);
    }
}

rows! {
    /// A sample field as typed.
    pub struct FieldRow, FieldColumn {
        Name name: text(Key::ColumnField);
        Crop crop: text(Key::ColumnCrop);
        Area area: number(Key::ColumnFieldArea, Unit::Mu).positive().feeds(&["area_mu"]);
        Method method: choice(Key::ColumnFieldMethod, choices::<FieldMethod>);
        Net net: number(Key::ColumnNetPerMuTyped, Unit::CubicMetrePerMu).not_negative();
    }
    holding {
        /// 逐次量测.
        readings: Vec<ReadingRow>,
        /// 分时段水量平衡.
        periods: Vec<PeriodRow>,
    }
}

rows! {
    /// A reading in a field as typed: one layer of one irrigation.
    pub struct ReadingRow, ReadingColumn {
        Irrigation irrigation: text(Key::ColumnIrrigation);
        Kind kind: choice(Key::ColumnReadingKind, choices::<ReadingKind>);
        Depth depth: number(Key::ColumnLayerDepth, Unit::Metre).positive().feeds(&["layer_depth_m"]);
        Density density: number(Key::ColumnDensity, Unit::TonnePerCubicMetre).positive().feeds(&["bulk_density_t_m3"]);
        Before before: number(Key::ColumnBefore, Unit::One).not_negative().feeds(&["moisture_before", "depth_before_mm"]);
        After after: number(Key::ColumnAfter, Unit::One).not_negative().feeds(&["moisture_after", "depth_after_mm"]);
        Volume volume: number(Key::ColumnVolume, Unit::CubicMetre).not_negative().feeds(&["volume_m3"]);
    }
}

rows! {
    /// A period of a field's water balance as typed.
    pub struct PeriodRow, PeriodColumn {
        Name name: text(Key::ColumnPeriod);
        Evapotranspiration evapotranspiration: number(Key::ColumnEtc, Unit::Millimetre).not_negative().feeds(&["crop_evapotranspiration_mm"]);
        Rain rain: number(Key::ColumnEffectiveRain, Unit::Millimetre).not_negative().feeds(&["effective_rain_mm"]);
        Groundwater groundwater: number(Key::ColumnGroundwater, Unit::Millimetre).not_negative().feeds(&["groundwater_mm"]);
        Percolation percolation: number(Key::ColumnPercolation, Unit::Millimetre).not_negative().feeds(&["percolation_mm"]);
        Soaking soaking: number(Key::ColumnSoaking, Unit::CubicMetrePerMu).not_negative().feeds(&["soaking_m3_mu"]);
        Depth depth: number(Key::ColumnLayerDepth, Unit::Metre).positive().feeds(&["root_depth_m"]);
        Start start: number(Key::ColumnPeriodStart, Unit::One).not_negative().feeds(&["moisture_start", "depth_start_mm"]);
        End end: number(Key::ColumnPeriodEnd, Unit::One).not_negative().feeds(&["moisture_end", "depth_end_mm"]);
        Inflow inflow: number(Key::ColumnInflow, Unit::CubicMetrePerMu).not_negative();
    }
}
