//! What irrigation comes to, as lists of figures.

use super::fieldwork::{
    BalanceStepFigures, CropFigures, FieldFigures, FieldworkFigures, ReadingFigures, SourceFigures,
};
use super::{
    CanalFigures, ClassFigures, CropNeedFigures, DistrictFigures, MonthFigures, NetworkFigures,
    WaterNeedFigures, YearFigures,
};
use crate::metric::{ResultSpec as Spec, Results, RowResults};
use crate::quantity::Unit;
use crate::text::Key;

const VOLUME: Unit = Unit::TenThousandCubicMetres;
const PER_MU: Unit = Unit::CubicMetrePerMu;
const FLOW: Unit = Unit::CubicMetrePerSecond;

impl Results for YearFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::beside("coefficient", Key::ResultRegion, Unit::One, |region| region.coefficient.as_ref()),
        Spec::beside("per_mu", Key::ResultPerMu, PER_MU, |region| region.per_mu.as_ref()),
        Spec::beside("gross", Key::ResultGross, VOLUME, |region| region.gross.as_ref()),
        Spec::apart(Spec::beside("gross_of_samples", Key::ResultSamplesGross, VOLUME, |region| {
            region.gross_of_samples.as_ref()
        })),
    ];
}

impl Results for ClassFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::beside("coefficient", Key::ColumnCoefficient, Unit::One, |class| class.coefficient.as_ref()),
        Spec::beside("gross", Key::ColumnGross, VOLUME, |class| class.gross.as_ref()),
    ];
}

impl Results for DistrictFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::column("coefficient", Key::ColumnCoefficient, Unit::One, |district| {
            district.coefficient.as_ref()
        }),
        Spec::beside("gross", Key::ColumnGross, VOLUME, |district| district.gross.as_ref()),
        Spec::column("per_mu", Key::ColumnPerMu, PER_MU, |district| district.per_mu.as_ref()),
    ];
}

impl Results for FieldworkFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::beside("net_measured", Key::ResultDistrictNet, VOLUME, |work| work.net.as_ref()),
        Spec::apart(Spec::beside("gross_measured", Key::ResultDistrictGross, VOLUME, |work| {
            work.gross.as_ref()
        })),
    ];
}

impl Results for CropFigures {
    const RESULTS: &'static [Spec<Self>] =
        &[Spec::column("net", Key::ColumnNetPerMu, PER_MU, |crop| crop.net.as_ref())];
}

impl Results for SourceFigures {
    const RESULTS: &'static [Spec<Self>] =
        &[Spec::column("amount", Key::ColumnAmountFound, VOLUME, |source| source.amount.as_ref())];
}

impl Results for FieldFigures {
    const RESULTS: &'static [Spec<Self>] =
        &[Spec::column("net", Key::ColumnNetPerMu, PER_MU, |field| field.net.as_ref())];
}

impl Results for ReadingFigures {
    const RESULTS: &'static [Spec<Self>] =
        &[Spec::column("net", Key::ColumnNetPerMu, PER_MU, |reading| reading.net.as_ref())];
}

impl Results for BalanceStepFigures {
    const RESULTS: &'static [Spec<Self>] =
        &[Spec::column("need", Key::ColumnNeed, PER_MU, |step| step.need.as_ref())];
}

impl Results for NetworkFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::beside("system", Key::ResultCanalSystem, Unit::One, |canals| canals.system.as_ref()),
        Spec::beside("product", Key::ResultCanalCoefficient, Unit::One, |canals| canals.coefficient.as_ref()),
        Spec::beside("diverted", Key::ResultDiverted, VOLUME, |canals| canals.diverted.as_ref()),
    ];
}

impl Results for CanalFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::apart(Spec::column("net", Key::ColumnNetFlow, FLOW, |canal| canal.net.as_ref())),
        Spec::column("gross", Key::ColumnGrossFlow, FLOW, |canal| canal.gross.as_ref()),
        Spec::column("efficiency", Key::ColumnCanalEfficiency, Unit::One, |canal| canal.efficiency.as_ref()),
    ];
}

impl Results for WaterNeedFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::beside("net_need", Key::ResultNetNeed, Unit::Millimetre, |need| need.net.as_ref()),
        Spec::beside("gross_need", Key::ResultGrossNeed, Unit::Millimetre, |need| need.gross.as_ref()),
    ];
}

impl Results for MonthFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::column("et0", Key::ColumnEt0, Unit::MillimetrePerDay, |month| month.et0.as_ref()),
        Spec::column("effective_rain", Key::ColumnEffectiveRain, Unit::Millimetre, |month| {
            month.effective_rain.as_ref()
        }),
        Spec::apart(Spec::beside("evapotranspiration", Key::ColumnEtc, Unit::Millimetre, |month| {
            month.evapotranspiration.as_ref()
        })),
        Spec::beside("net_need", Key::ColumnNetNeed, Unit::Millimetre, |month| month.net.as_ref()),
    ];
}

impl Results for CropNeedFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::apart(Spec::column("evapotranspiration", Key::ColumnEtc, Unit::Millimetre, |crop| {
            crop.evapotranspiration.as_ref()
        })),
        Spec::column("net_need", Key::ColumnNetNeed, Unit::Millimetre, |crop| crop.net.as_ref()),
    ];
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

rows!(
    DistrictFigures,
    CropFigures,
    SourceFigures,
    FieldFigures,
    ReadingFigures,
    BalanceStepFigures,
    CanalFigures,
    MonthFigures,
    CropNeedFigures
);
