//! What a district's figures are measured from, as typed: crops, sources and outflows, fields with their readings.

use super::ColumnKind::{Choice, Number, Text};
use super::table::rows;
use crate::irrigation::{FieldMethod, ReadingKind, SourceKind};
use crate::quantity::Unit;
use crate::text::choices;

rows! {
    /// A crop of a district as typed; leaching of salt is entered like a crop.
    pub struct CropRow, CropColumn {
        Name name: Text, ColumnCrop;
        Area area: Number(Unit::TenThousandMu), ColumnArea;
        Net net: Number(Unit::CubicMetrePerMu), ColumnNetPerMuTyped;
    }
}

rows! {
    /// A source of a district's gross water, or an outflow that is no irrigation, as typed.
    pub struct SourceRow, SourceColumn {
        Name name: Text, ColumnSource;
        Kind kind: Choice(choices::<SourceKind>), ColumnSourceKind;
        Amount amount: Number(Unit::TenThousandCubicMetres), ColumnAmount;
        Refills refills: Number(Unit::One), ColumnRefills;
        Energy energy: Number(Unit::TenThousandKilowattHours), ColumnEnergy;
        Factor factor: Number(Unit::CubicMetrePerKilowattHour), ColumnEnergyFactor;
    }
}

rows! {
    /// A sample field as typed.
    pub struct FieldRow, FieldColumn {
        Name name: Text, ColumnField;
        Crop crop: Text, ColumnCrop;
        Area area: Number(Unit::Mu), ColumnFieldArea;
        Method method: Choice(choices::<FieldMethod>), ColumnFieldMethod;
        Net net: Number(Unit::CubicMetrePerMu), ColumnNetPerMuTyped;
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
        Irrigation irrigation: Text, ColumnIrrigation;
        Kind kind: Choice(choices::<ReadingKind>), ColumnReadingKind;
        Depth depth: Number(Unit::Metre), ColumnLayerDepth;
        Density density: Number(Unit::TonnePerCubicMetre), ColumnDensity;
        Before before: Number(Unit::One), ColumnBefore;
        After after: Number(Unit::One), ColumnAfter;
        Volume volume: Number(Unit::CubicMetre), ColumnVolume;
    }
}

rows! {
    /// A period of a field's water balance as typed.
    pub struct PeriodRow, PeriodColumn {
        Name name: Text, ColumnPeriod;
        Evapotranspiration evapotranspiration: Number(Unit::Millimetre), ColumnEtc;
        Rain rain: Number(Unit::Millimetre), ColumnEffectiveRain;
        Groundwater groundwater: Number(Unit::Millimetre), ColumnGroundwater;
        Percolation percolation: Number(Unit::Millimetre), ColumnPercolation;
        Soaking soaking: Number(Unit::CubicMetrePerMu), ColumnSoaking;
        Depth depth: Number(Unit::Metre), ColumnLayerDepth;
        Start start: Number(Unit::One), ColumnPeriodStart;
        End end: Number(Unit::One), ColumnPeriodEnd;
        Inflow inflow: Number(Unit::CubicMetrePerMu), ColumnInflow;
    }
}
