//! The tables of a plant as typed.

use crate::catalog::quota_choices;
use crate::industry::{CirculationKind, CoolingConvention, CostItem, SupplyKind, UnitKind};
use crate::ledger::table::rows;
use crate::metering::{MeterLevel, RecordKind};
use crate::quantity::Unit;
use crate::text::{Key, choices};

rows! {
    /// A source of water as typed, with the reading of its main meter.
    pub struct SupplyRow, SupplyColumn {
        Name name: text(Key::ColumnSupply).carried();
        Kind kind: choice(Key::ColumnSupplyKind, choices::<SupplyKind>).carried();
        Amount amount: number(Key::ColumnMainMeter, Unit::CubicMetre).amount();
        Sold sold: number(Key::ColumnSold, Unit::CubicMetre).amount();
        Record record: choice(Key::ColumnRecord, choices::<RecordKind>).carried();
    }
}

rows! {
    /// A unit of the plant as typed, in the columns of the standard's statistics sheet.
    pub struct UnitRow, UnitColumn {
        Name name: text(Key::ColumnUnit).carried();
        Kind kind: choice(Key::ColumnUnitKind, choices::<UnitKind>).carried();
        Within within: text(Key::ColumnWithin).carried();
        Town town: number(Key::ColumnTown, Unit::CubicMetre).amount();
        Surface surface: number(Key::ColumnSurface, Unit::CubicMetre).amount();
        Ground ground: number(Key::ColumnGround, Unit::CubicMetre).amount();
        Other other: number(Key::ColumnOtherFresh, Unit::CubicMetre).amount();
        NonConventional nonconventional: number(Key::ColumnNonConventional, Unit::CubicMetre).amount();
        Circulation circulation: number(Key::ColumnCirculation, Unit::CubicMetre).amount();
        CirculationKind circulation_kind: choice(Key::ColumnCirculationKind, choices::<CirculationKind>).carried();
        Consumption consumption: number(Key::ColumnConsumption, Unit::CubicMetre).amount();
        Discharge discharge: number(Key::ColumnDischarge, Unit::CubicMetre).amount();
        Leakage leakage: number(Key::ColumnLeakage, Unit::CubicMetre).amount();
        Record record: choice(Key::ColumnRecord, choices::<RecordKind>).carried();
    }
}

rows! {
    /// Water that goes from one place of the plant to another, as typed.
    pub struct FlowRow, FlowColumn {
        From from: text(Key::ColumnFrom).carried();
        To to: text(Key::ColumnTo).carried();
        Amount amount: number(Key::ColumnAmount, Unit::CubicMetre).amount();
        Record record: choice(Key::ColumnRecord, choices::<RecordKind>).carried();
    }
}

rows! {
    /// What the plant makes, as typed, and the quotas it is held to.
    pub struct ProductRow, ProductColumn {
        Name name: text(Key::ColumnProduct).carried();
        Output output: number(Key::ColumnOutput, Unit::One).not_negative();
        Intake intake: number(Key::ColumnProductIntake, Unit::CubicMetre).not_negative();
        Quota quota: choice(Key::ColumnQuota, quota_choices).carried();
        Other other: choice(Key::ColumnOtherQuota, quota_choices).carried();
        General general: number(Key::ColumnGeneral, Unit::One).positive().carried();
        Advanced advanced: number(Key::ColumnAdvanced, Unit::One).positive().carried();
    }
}

rows! {
    /// The meters of a level as typed.
    pub struct MeterRow, MeterColumn {
        Level level: choice(Key::ColumnMeterLevel, choices::<MeterLevel>).carried();
        Required required: number(Key::ColumnMetersRequired, Unit::One).not_negative().carried();
        Installed installed: number(Key::ColumnMetersInstalled, Unit::One).not_negative().carried();
        Working working: number(Key::ColumnMetersWorking, Unit::One).not_negative().carried();
    }
}

rows! {
    /// A circulating cooling water system as typed.
    pub struct CoolingRow, CoolingColumn {
        Name name: text(Key::ColumnCoolingSystem).carried();
        Circulation circulation: number(Key::ColumnCirculationFlow, Unit::CubicMetrePerHour).not_negative().carried();
        Drop drop: number(Key::ColumnTemperatureDrop, Unit::DegreeCelsius).not_negative().carried().feeds(&["delta_t_c"]);
        Air air: number(Key::ColumnAirTemperature, Unit::DegreeCelsius).carried();
        Drift drift: number(Key::ColumnDrift, Unit::Percent).not_negative().carried().feeds(&["drift"]);
        MakeupSalt makeup_salt: number(Key::ColumnMakeupSalt, Unit::One).not_negative().carried().feeds(&["makeup_conductivity"]);
        CirculatingSalt circulating_salt: number(Key::ColumnCirculatingSalt, Unit::One).not_negative().carried().feeds(&["blowdown_conductivity"]);
        Cycles cycles: number(Key::ColumnCycles, Unit::One).not_negative().carried().feeds(&["cycles", "cycles_before"]);
        Planned planned: number(Key::ColumnPlannedCycles, Unit::One).not_negative().carried().feeds(&["cycles_after"]);
        Hours hours: number(Key::ColumnHours, Unit::Hour).not_negative().carried();
        Convention convention: choice(Key::ColumnConvention, choices::<CoolingConvention>).carried();
    }
}

rows! {
    /// Steam and the condensate that comes back, as typed.
    pub struct SteamRow, SteamColumn {
        Name name: text(Key::ColumnBoiler).carried();
        Steam steam: number(Key::ColumnSteam, Unit::Tonne).not_negative().feeds(&["steam_t"]);
        Condensate condensate: number(Key::ColumnCondensate, Unit::CubicMetre).not_negative().feeds(&["recovered_m3"]);
        Density density: number(Key::ColumnWaterDensity, Unit::TonnePerCubicMetre).not_negative().carried().feeds(&["density_t_m3"]);
    }
}

rows! {
    /// What a place of the plant costs, as typed: by the cubic metre or as a sum.
    pub struct CostRow, CostColumn {
        Place place: text(Key::ColumnCostPlace).carried();
        Item item: choice(Key::ColumnCostItem, choices::<CostItem>).carried();
        PerVolume per_volume: number(Key::ColumnCostPerVolume, Unit::YuanPerCubicMetre).amount().carried();
        Sum sum: number(Key::ColumnCostSum, Unit::Yuan).amount().carried();
    }
}

rows! {
    /// A step of a supply's price as typed: where it ends, and what the price is multiplied with.
    pub struct TierRow, TierColumn {
        Place place: text(Key::ColumnTierPlace).carried();
        Upto upto: number(Key::ColumnTierUpto, Unit::CubicMetre).positive().carried();
        Multiplier multiplier: number(Key::ColumnTierMultiplier, Unit::One).amount().carried();
    }
}
