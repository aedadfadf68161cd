//! What a plant comes to, as lists of figures.

use super::{
    BalanceState, CoolingFigures, CostFigures, PlaceCost, PlaceFigures, ProductFigures, SteamFigures,
    SummaryFigures, Totals, WaterStatistics,
};
use crate::metric::{ResultSpec as Spec, Results, RowResults};
use crate::quantity::Unit;
use crate::text::Key;

const VOLUME: Unit = Unit::CubicMetre;
const FLOW: Unit = Unit::CubicMetrePerHour;

impl Results for WaterStatistics {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::column("total_use", Key::ColumnTotalUse, VOLUME, |water| water.total_use.as_ref()),
        Spec::apart(Spec::beside("town", Key::ColumnTown, VOLUME, |water| water.fresh[0].as_ref())),
        Spec::apart(Spec::beside("surface", Key::ColumnSurface, VOLUME, |water| water.fresh[1].as_ref())),
        Spec::apart(Spec::beside("ground", Key::ColumnGround, VOLUME, |water| water.fresh[2].as_ref())),
        Spec::apart(Spec::beside("other_fresh", Key::ColumnOtherFresh, VOLUME, |water| {
            water.fresh[3].as_ref()
        })),
        Spec::apart(Spec::beside("nonconventional_used", Key::ColumnNonConventional, VOLUME, |water| {
            water.fresh[4].as_ref()
        })),
        Spec::apart(Spec::beside("circulated", Key::ColumnCirculation, VOLUME, |water| {
            water.circulated.as_ref()
        })),
        Spec::apart(Spec::beside("cascaded", Key::ColumnCascaded, VOLUME, |water| water.cascaded.as_ref())),
        Spec::apart(Spec::beside("reclaimed", Key::ColumnReclaimed, VOLUME, |water| {
            water.reclaimed.as_ref()
        })),
        Spec::column("reused", Key::ColumnReused, VOLUME, |water| water.reused.as_ref()),
        Spec::apart(Spec::beside("consumed", Key::ColumnConsumption, VOLUME, |water| {
            water.consumed.as_ref()
        })),
        Spec::apart(Spec::beside("discharged", Key::ColumnDischarge, VOLUME, |water| {
            water.discharged.as_ref()
        })),
        Spec::apart(Spec::beside("leaked", Key::ColumnLeakage, VOLUME, |water| water.leaked.as_ref())),
        Spec::apart(Spec::beside("handed_on", Key::ColumnHandedOn, VOLUME, |water| water.handed_on.as_ref())),
    ];
}

impl Results for BalanceState {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::column("residual", Key::ColumnResidual, VOLUME, |closure| match closure {
            BalanceState::Tested { residual, .. } => Some(residual),
            BalanceState::ByDifference | BalanceState::Unknown | BalanceState::Empty => None,
        }),
        Spec::column("closure", Key::ColumnClosure, Unit::Percent, |closure| match closure {
            BalanceState::Tested { relative, .. } => relative.as_ref(),
            BalanceState::ByDifference | BalanceState::Unknown | BalanceState::Empty => None,
        }),
    ];
}

/// Its water and its balance have lists of their own.
impl Results for PlaceFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::apart(Spec::beside("into", Key::ResultInto, VOLUME, |place| place.into.as_ref())),
        Spec::apart(Spec::beside("out", Key::ResultOut, VOLUME, |place| place.out.as_ref())),
        Spec::column("reuse_rate", Key::ColumnReuseRate, Unit::Percent, |place| place.reuse_rate.as_ref()),
    ];
}

/// Its water has a list of its own.
impl Results for Totals {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::beside("intake", Key::ResultIntake, VOLUME, |totals| totals.intake.as_ref()),
        Spec::beside("nonconventional", Key::ResultNonConventional, VOLUME, |totals| {
            totals.nonconventional.as_ref()
        }),
        Spec::apart(Spec::beside("conventional", Key::ResultConventional, VOLUME, |totals| {
            totals.conventional.as_ref()
        })),
        Spec::apart(Spec::beside("fresh", Key::ResultFresh, VOLUME, |totals| totals.fresh.as_ref())),
        Spec::apart(Spec::beside("intake_and_reused", Key::ResultTotalUse, VOLUME, |totals| {
            totals.total_use.as_ref()
        })),
    ];
}

/// Its balance has a list of its own.
impl Results for SummaryFigures {
    const RESULTS: &'static [Spec<Self>] =
        &[Spec::beside("parts", Key::ColumnPartsSum, VOLUME, |level| level.parts.as_ref())];
}

impl Results for ProductFigures {
    const RESULTS: &'static [Spec<Self>] =
        &[Spec::column("intake", Key::ColumnPerProduct, Unit::CubicMetrePerProduct, |product| {
            product.intake.as_ref()
        })];
}

impl Results for SteamFigures {
    const RESULTS: &'static [Spec<Self>] =
        &[Spec::column("condensate_rate", Key::ColumnCondensateRate, Unit::Percent, |steam| {
            steam.rate.as_ref()
        })];
}

impl Results for CoolingFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::column("cycles", Key::ColumnCyclesFound, Unit::One, |system| system.cycles.as_ref()),
        Spec::column("evaporation", Key::ColumnEvaporation, FLOW, |system| system.evaporation.as_ref()),
        Spec::beside("drift", Key::ResultDrift, FLOW, |system| system.drift.as_ref()),
        Spec::column("blowdown", Key::ColumnBlowdown, FLOW, |system| system.blowdown.as_ref()),
        Spec::column("makeup", Key::ColumnMakeup, FLOW, |system| system.makeup.as_ref()),
        Spec::beside("most_cycles", Key::ResultMostCycles, Unit::One, |system| system.most_cycles.as_ref()),
    ];
}

/// What the cost is made of stands in [`CostFigures::items`].
impl Results for CostFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::beside("cost", Key::ResultCost, Unit::Yuan, |costs| costs.total.as_ref()),
        Spec::beside("cost_per_intake", Key::ResultCostPerIntake, Unit::YuanPerCubicMetre, |costs| {
            costs.per_intake.as_ref()
        }),
        Spec::beside("cost_ratio", Key::ResultCostRatio, Unit::One, |costs| costs.ratio.as_ref()),
    ];
}

impl Results for PlaceCost {
    const RESULTS: &'static [Spec<Self>] =
        &[Spec::beside("cost_per_volume", Key::ColumnCostPerUse, Unit::YuanPerCubicMetre, |place| {
            place.per_volume.as_ref()
        })];
}

/// Figures that carry the mark of their row.
macro_rules! rows {
    ($($figures:ident),*) => {
        $(impl RowResults for $figures {
            fn key(&self) -> u32 {
                self.key
            }
        })*
    };
}

rows!(ProductFigures, SteamFigures, CoolingFigures);
