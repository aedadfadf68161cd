//! What a region comes to, as lists of figures.

use super::{
    ControlTargetFigures, IssuedPlanFigures, PlaceFigures, PlannedUse, RegionYearFigures, ReservoirFigures,
    ReservoirMonthFigures,
};
use crate::metric::{ResultSpec as Spec, Results, RowResults};
use crate::quantity::Unit;
use crate::text::Key;

const VOLUME: Unit = Unit::TenThousandCubicMetres;
const PERCENT: Unit = Unit::Percent;

impl Results for RegionYearFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::column("total", Key::ResultRegionUse, VOLUME, |year| year.total.as_ref()),
        Spec::beside("consumption_rate", Key::ResultConsumptionRate, PERCENT, |year| {
            year.consumption_rate.as_ref()
        }),
        Spec::apart(Spec::beside("growth", Key::ResultUseGrowth, PERCENT, |year| year.growth.as_ref())),
        Spec::beside("normal", Key::ResultNormalUse, VOLUME, |year| year.normal.as_ref()),
        Spec::apart(Spec::beside("share_agriculture", Key::ResultAgricultureShare, PERCENT, |year| {
            year.shares[0].as_ref()
        })),
        Spec::apart(Spec::beside("share_industry", Key::ResultIndustryShare, PERCENT, |year| {
            year.shares[1].as_ref()
        })),
        Spec::apart(Spec::beside("share_domestic", Key::ResultDomesticShare, PERCENT, |year| {
            year.shares[2].as_ref()
        })),
        Spec::apart(Spec::beside("share_ecology", Key::ResultEcologyShare, PERCENT, |year| {
            year.shares[3].as_ref()
        })),
        Spec::apart(Spec::column("supply", Key::ResultSupply, VOLUME, |year| year.supply.as_ref())),
        Spec::apart(Spec::beside("share_other", Key::ResultOtherShare, PERCENT, |year| {
            year.other_share.as_ref()
        })),
        Spec::beside("per_person", Key::ResultPerPerson, Unit::CubicMetre, |year| year.per_person.as_ref()),
        Spec::beside("per_gdp", Key::ResultPerGdp, Unit::CubicMetrePerTenThousandYuan, |year| {
            year.per_gdp.as_ref()
        }),
        Spec::beside(
            "per_value_added",
            Key::ResultPerValueAdded,
            Unit::CubicMetrePerTenThousandYuan,
            |year| year.per_value_added.as_ref(),
        ),
        Spec::beside("per_mu", Key::ResultIrrigationPerMu, Unit::CubicMetrePerMu, |year| {
            year.per_mu.as_ref()
        }),
        Spec::apart(Spec::beside("gdp_decline", Key::ResultGdpDecline, PERCENT, |year| {
            year.gdp_decline.as_ref()
        })),
        Spec::apart(Spec::beside("value_added_decline", Key::ResultValueAddedDecline, PERCENT, |year| {
            year.value_added_decline.as_ref()
        })),
    ];
}

impl RowResults for RegionYearFigures {
    fn key(&self) -> u32 {
        self.key
    }
}

impl Results for ControlTargetFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::apart(Spec::beside("now", Key::ResultNow, Unit::One, |target| target.now.as_ref())),
        Spec::apart(Spec::beside("path", Key::ResultPath, Unit::One, |target| target.path.as_ref())),
        Spec::apart(Spec::beside("needed", Key::ResultYearlyNeeded, Unit::One, |target| {
            target.needed.as_ref()
        })),
        Spec::apart(Spec::beside("against_target", Key::ResultAgainstTarget, PERCENT, |target| {
            target.ratio.as_ref()
        })),
    ];
}

impl RowResults for ControlTargetFigures {
    fn key(&self) -> u32 {
        self.key
    }
}

impl Results for PlaceFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::apart(Spec::column("share", Key::ColumnBasisShare, PERCENT, |place| place.share.as_ref())),
        Spec::apart(Spec::column("plan", Key::ColumnPlanned, VOLUME, |place| place.plan.as_ref())),
        Spec::beside("surface", Key::ColumnSurface, VOLUME, |place| place.by_source[0].as_ref()),
        Spec::beside("ground", Key::ColumnGround, VOLUME, |place| place.by_source[1].as_ref()),
        Spec::beside("other", Key::ColumnOtherSource, VOLUME, |place| place.by_source[2].as_ref()),
        Spec::apart(Spec::column("kept", Key::ColumnPlanKept, VOLUME, |place| place.kept.as_ref())),
        Spec::apart(Spec::beside("used", Key::ColumnUsedUntilNow, VOLUME, |place| place.used.as_ref())),
        Spec::apart(Spec::beside("planned", Key::ColumnPlannedUntilNow, VOLUME, |place| {
            place.planned.as_ref()
        })),
        Spec::beside("execution", Key::ColumnExecution, PERCENT, |place| place.execution.as_ref()),
        Spec::beside("over", Key::ColumnOverPlan, VOLUME, |place| place.over.as_ref()),
        Spec::beside("cost", Key::ColumnOverPlanCost, Unit::Yuan, |place| place.cost.as_ref()),
        Spec::beside("as_planned", Key::ColumnForecastAsPlanned, VOLUME, |place| place.as_planned.as_ref()),
        Spec::beside("as_used", Key::ColumnForecastAsUsed, VOLUME, |place| place.as_used.as_ref()),
    ];
}

impl RowResults for PlaceFigures {
    fn key(&self) -> u32 {
        self.key
    }
}

impl Results for PlannedUse {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::column("plan", Key::ColumnPlanned, VOLUME, |planned| planned.plan.as_ref()),
        Spec::column("surface", Key::ColumnSurface, VOLUME, |planned| planned.by_source[0].as_ref()),
        Spec::column("ground", Key::ColumnGround, VOLUME, |planned| planned.by_source[1].as_ref()),
        Spec::column("other", Key::ColumnOtherSource, VOLUME, |planned| planned.by_source[2].as_ref()),
    ];
}

impl Results for IssuedPlanFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::apart(Spec::column("now", Key::ColumnPlanned, VOLUME, |issued| issued.now.as_ref())),
        Spec::column("adjustment", Key::ColumnPlanAdjustment, VOLUME, |issued| issued.adjustment.as_ref()),
    ];
}

impl RowResults for IssuedPlanFigures {
    fn key(&self) -> u32 {
        self.key
    }
}

impl Results for ReservoirFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::apart(Spec::column("storage", Key::ColumnStorageFound, VOLUME, |lake| lake.storage.as_ref())),
        Spec::apart(Spec::column("usable", Key::ColumnUsable, VOLUME, |lake| lake.usable.as_ref())),
        Spec::apart(Spec::beside("supply", Key::ResultReservoirSupply, VOLUME, |lake| lake.supply.as_ref())),
        Spec::apart(Spec::beside("supply_execution", Key::ResultSupplyExecution, PERCENT, |lake| {
            lake.execution.as_ref()
        })),
        Spec::apart(Spec::column("closure", Key::ColumnReservoirClosure, VOLUME, |lake| {
            lake.closure.as_ref()
        })),
    ];
}

impl RowResults for ReservoirFigures {
    fn key(&self) -> u32 {
        self.key
    }
}

impl Results for ReservoirMonthFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::apart(Spec::column("storage", Key::ColumnStorageFound, VOLUME, |month| month.storage.as_ref())),
        Spec::column("change", Key::ColumnStorageChange, VOLUME, |month| month.change.as_ref()),
        Spec::apart(Spec::column("evaporation", Key::ColumnEvaporationFound, VOLUME, |month| {
            month.evaporation.as_ref()
        })),
        Spec::column("derived_inflow", Key::ColumnInflowFound, VOLUME, |month| month.derived_inflow.as_ref()),
        Spec::column("closure", Key::ColumnReservoirClosure, VOLUME, |month| month.closure.as_ref()),
        Spec::apart(Spec::column("usable", Key::ColumnUsable, VOLUME, |month| month.usable.as_ref())),
    ];
}

impl RowResults for ReservoirMonthFigures {
    fn key(&self) -> u32 {
        self.key
    }
}
