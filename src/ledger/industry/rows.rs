//! The tables of a plant as typed.

use crate::catalog::quota_choices;
use crate::industry::{
    CirculationKind, CoolingConvention, CostItem, MeterLevel, RecordKind, SupplyKind, UnitKind,
};
use crate::ledger::ColumnKind::{Choice, Number, Text};
use crate::ledger::table::rows;
use crate::quantity::Unit;
use crate::text::choices;

rows! {
    /// A source of water as typed, with the reading of its main meter.
    pub struct SupplyRow, SupplyColumn {
        Name name: Text, ColumnSupply;
        Kind kind: Choice(choices::<SupplyKind>), ColumnSupplyKind;
        Amount amount: Number(Unit::CubicMetre), ColumnMainMeter;
        Sold sold: Number(Unit::CubicMetre), ColumnSold;
        Record record: Choice(choices::<RecordKind>), ColumnRecord;
    }
}

rows! {
    /// A unit of the plant as typed, in the columns of the standard's statistics sheet.
    pub struct UnitRow, UnitColumn {
        Name name: Text, ColumnUnit;
        Kind kind: Choice(choices::<UnitKind>), ColumnUnitKind;
        Within within: Text, ColumnWithin;
        Town town: Number(Unit::CubicMetre), ColumnTown;
        Surface surface: Number(Unit::CubicMetre), ColumnSurface;
        Ground ground: Number(Unit::CubicMetre), ColumnGround;
        Other other: Number(Unit::CubicMetre), ColumnOtherFresh;
        NonConventional nonconventional: Number(Unit::CubicMetre), ColumnNonConventional;
        Circulation circulation: Number(Unit::CubicMetre), ColumnCirculation;
        CirculationKind circulation_kind: Choice(choices::<CirculationKind>), ColumnCirculationKind;
        Consumption consumption: Number(Unit::CubicMetre), ColumnConsumption;
        Discharge discharge: Number(Unit::CubicMetre), ColumnDischarge;
        Leakage leakage: Number(Unit::CubicMetre), ColumnLeakage;
        Record record: Choice(choices::<RecordKind>), ColumnRecord;
    }
}

rows! {
    /// Water that goes from one place of the plant to another, as typed.
    pub struct FlowRow, FlowColumn {
        From from: Text, ColumnFrom;
        To to: Text, ColumnTo;
        Amount amount: Number(Unit::CubicMetre), ColumnAmount;
        Record record: Choice(choices::<RecordKind>), ColumnRecord;
    }
}

rows! {
    /// What the plant makes, as typed, and the quotas it is held to.
    pub struct ProductRow, ProductColumn {
        Name name: Text, ColumnProduct;
        Output output: Number(Unit::One), ColumnOutput;
        Intake intake: Number(Unit::CubicMetre), ColumnProductIntake;
        Quota quota: Choice(quota_choices), ColumnQuota;
        Other other: Choice(quota_choices), ColumnOtherQuota;
        General general: Number(Unit::One), ColumnGeneral;
        Advanced advanced: Number(Unit::One), ColumnAdvanced;
    }
}

rows! {
    /// The meters of a level as typed.
    pub struct MeterRow, MeterColumn {
        Level level: Choice(choices::<MeterLevel>), ColumnMeterLevel;
        Required required: Number(Unit::One), ColumnMetersRequired;
        Installed installed: Number(Unit::One), ColumnMetersInstalled;
        Working working: Number(Unit::One), ColumnMetersWorking;
    }
}

rows! {
    /// A circulating cooling water system as typed.
    pub struct CoolingRow, CoolingColumn {
        Name name: Text, ColumnCoolingSystem;
        Circulation circulation: Number(Unit::CubicMetrePerHour), ColumnCirculationFlow;
        Drop drop: Number(Unit::DegreeCelsius), ColumnTemperatureDrop;
        Air air: Number(Unit::DegreeCelsius), ColumnAirTemperature;
        Drift drift: Number(Unit::Percent), ColumnDrift;
        MakeupSalt makeup_salt: Number(Unit::One), ColumnMakeupSalt;
        CirculatingSalt circulating_salt: Number(Unit::One), ColumnCirculatingSalt;
        Cycles cycles: Number(Unit::One), ColumnCycles;
        Planned planned: Number(Unit::One), ColumnPlannedCycles;
        Hours hours: Number(Unit::Hour), ColumnHours;
        Convention convention: Choice(choices::<CoolingConvention>), ColumnConvention;
    }
}

rows! {
    /// Steam and the condensate that comes back, as typed.
    pub struct SteamRow, SteamColumn {
        Name name: Text, ColumnBoiler;
        Steam steam: Number(Unit::Tonne), ColumnSteam;
        Condensate condensate: Number(Unit::CubicMetre), ColumnCondensate;
        Density density: Number(Unit::TonnePerCubicMetre), ColumnWaterDensity;
    }
}

rows! {
    /// What a place of the plant costs, as typed: by the cubic metre or as a sum.
    pub struct CostRow, CostColumn {
        Place place: Text, ColumnCostPlace;
        Item item: Choice(choices::<CostItem>), ColumnCostItem;
        PerVolume per_volume: Number(Unit::YuanPerCubicMetre), ColumnCostPerVolume;
        Sum sum: Number(Unit::Yuan), ColumnCostSum;
    }
}

rows! {
    /// A step of a supply's price as typed: where it ends, and what the price is multiplied with.
    pub struct TierRow, TierColumn {
        Place place: Text, ColumnTierPlace;
        Upto upto: Number(Unit::CubicMetre), ColumnTierUpto;
        Multiplier multiplier: Number(Unit::One), ColumnTierMultiplier;
    }
}
