//! 水库逐月台账, what a reservoir holds at the end of each month, and whether its water is accounted for.

use super::{
    DerivedInflow, EvaporationKind, ExecutionRate, ExtraEvaporation, InflowKind, LakeAndLand, LakeAndPan,
    LakeEvaporation, LevelOnCurve, OutAndRise, ReservoirClosure, ReservoirYear, StorageAndDead,
    UsableStorage, UsedAndPlanned, ValueOnCurve,
};
use crate::metric::{Citation, Fault, FaultKind, Figure, Refusal, Workings, metric, shared};
use crate::text::Key;
use crate::water;

metric! {
    /// 蓄变量, how far what a reservoir holds has risen.
    ///
    /// # Formula
    /// ΔV = V1 − V0
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{StorageChange, TwoStorages}};
    /// assert_eq!(StorageChange::formula(&TwoStorages { start: 70.0, end: 64.0 }), -6.0);
    /// ```
    StorageChange("reservoir.storage_change", "蓄变量", "Rise of storage")
    from TwoStorages {
        number start "V0" "期初蓄水量" "storage at the beginning" = shared().at_least(0.0);
        number end "V1" "期末蓄水量" "storage at the end" = shared().at_least(0.0);
    }
    gives "ΔV" shared, 6 significant;
    source Citation::BY_DEFINITION;
    formula |x, n| x.end - x.start
}

/// A point of a curve.
#[derive(Clone, Debug)]
pub struct CurvePoint {
    /// 水位.
    pub level: Figure,
    /// 水面面积.
    pub area: Option<Figure>,
    /// 库容.
    pub storage: Option<Figure>,
}

/// A reservoir as it was read.
#[derive(Clone, Debug, Default)]
pub struct Reservoir {
    /// The mark of its row.
    pub key: u32,
    /// 死库容.
    pub dead: Option<Figure>,
    /// 年初蓄水量.
    pub opening: Option<Figure>,
    /// How its inflow is known.
    pub inflow: Option<InflowKind>,
    /// Which evaporation counts; without it none is worked out.
    pub evaporation: Option<EvaporationKind>,
    /// 折算系数 of the pan.
    pub pan_factor: Option<Figure>,
    /// Whether something of its row cannot be read.
    pub lacks: bool,
    /// Its curve, levels ascending.
    pub curve: Vec<CurvePoint>,
    /// Its months in order.
    pub months: Vec<ReservoirMonthly>,
}

/// A month of a reservoir as it was read.
#[derive(Clone, Debug, Default)]
pub struct ReservoirMonthly {
    /// The mark of its row.
    pub key: u32,
    /// 来水.
    pub inflow: Option<Figure>,
    /// Supplies and releases: irrigation, industry, towns, ecology.
    pub supplies: [Option<Figure>; 4],
    /// 计划供水.
    pub planned: Option<Figure>,
    /// 蒸发皿蒸发量.
    pub pan: Option<Figure>,
    /// 陆面蒸发量.
    pub land: Option<Figure>,
    /// 渗漏.
    pub seepage: Option<Figure>,
    /// 弃水.
    pub spill: Option<Figure>,
    /// 月末水位.
    pub level: Option<Figure>,
    /// 月末蓄水量 where it is known without a curve.
    pub storage: Option<Figure>,
    /// Whether something of the row cannot be read.
    pub lacks: bool,
}

/// What a month comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReservoirMonthFigures {
    /// The mark of its row.
    pub key: u32,
    /// 月末蓄水量.
    pub storage: Option<Figure>,
    /// 蓄变量.
    pub change: Option<Figure>,
    /// 蒸发.
    pub evaporation: Option<Figure>,
    /// 反推来水, which proves nothing.
    pub derived_inflow: Option<Figure>,
    /// 闭合差, where the inflow was measured.
    pub closure: Option<Figure>,
    /// 可用蓄水量.
    pub usable: Option<Figure>,
}

/// What a reservoir comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReservoirFigures {
    /// The mark of its row.
    pub key: u32,
    /// Its months, in the order given.
    pub months: Vec<ReservoirMonthFigures>,
    /// What it holds at the end of the last month that is known.
    pub storage: Option<Figure>,
    /// What of that is usable.
    pub usable: Option<Figure>,
    /// 供水 of the months.
    pub supply: Option<Figure>,
    /// 供水 against its plan.
    pub execution: Option<Figure>,
    /// 闭合差 of all months.
    pub closure: Option<Figure>,
    /// What was refused.
    pub refusals: Vec<Refusal<ReservoirAt>>,
}

/// A place of a reservoir, by the caller's marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReservoirAt {
    /// The reservoir itself.
    Whole,
    /// A month.
    Month(u32),
}

/// Works a reservoir out, month by month.
pub fn compute_reservoir(reservoir: &Reservoir) -> ReservoirFigures {
    let mut work = Workings::default();
    let mut before = reservoir.opening.clone().map(|storage| Held { storage, area: None });
    let mut months = Vec::new();
    let mut closures = Vec::new();
    for (place, month) in reservoir.months.iter().enumerate() {
        let held = held(&mut work, reservoir, month);
        let beginning = Beginning { held: before.as_ref(), is_lacking: place > 0 && before.is_none() };
        let (found, closure) = of_month(&mut work, reservoir, month, beginning, held.as_ref());
        months.push(found);
        closures.push(closure);
        // After a month of which nothing is known the next one has no beginning.
        before = held;
    }
    let supplied =
        || reservoir.months.iter().map(|month| water::total(month.supplies.iter().flatten().cloned()));
    let supply = match supplied().any(|supply| supply.is_some()) {
        true => water::total_of(supplied().filter(Option::is_some)),
        false => None,
    };
    let planned = water::total(reservoir.months.iter().filter_map(|month| month.planned.clone()));
    let execution = supply.clone().zip(planned.filter(|planned| planned.value() > 0.0));
    let execution = execution.map(|(used, planned)| UsedAndPlanned { used, planned });
    let last = months.iter().rev().find(|month| month.storage.is_some());
    let opening = reservoir.opening.clone();
    // What it holds after the last month is not known where that month does not tell.
    let ends_open = months.last().is_some_and(|month| month.storage.is_none());
    let closure = match closures.iter().any(Option::is_some) {
        true => water::total_of(closures),
        false => None,
    };
    ReservoirFigures {
        key: reservoir.key,
        storage: last
            .map_or(opening, |month| month.storage.clone())
            .map(|held| held.incomplete_if(ends_open)),
        usable: last.and_then(|month| month.usable.clone()).map(|held| held.incomplete_if(ends_open)),
        execution: work.compute(ReservoirAt::Whole, &ExecutionRate, execution),
        closure: closure.filter(|_| reservoir.months.len() > 1),
        supply,
        months,
        refusals: work.refusals,
    }
}

/// What a reservoir holds at the end of a month, and its surface where the curve tells it.
struct Held {
    storage: Figure,
    area: Option<Figure>,
}

fn held(work: &mut Workings<ReservoirAt>, reservoir: &Reservoir, month: &ReservoirMonthly) -> Option<Held> {
    let at = ReservoirAt::Month(month.key);
    let Some(level) = month.level.clone().filter(|_| !reservoir.curve.is_empty()) else {
        return month.storage.clone().map(|storage| Held { storage, area: None });
    };
    let storage = on_curve(work, at, reservoir, level.clone(), |point| point.storage.clone());
    let has_areas = reservoir.curve.iter().any(|point| point.area.is_some());
    let area = has_areas.then(|| on_curve(work, at, reservoir, level, |point| point.area.clone())).flatten();
    storage.or_else(|| month.storage.clone()).map(|storage| Held { storage, area })
}

/// What a curve says at a level; one outside it is refused.
fn on_curve(
    work: &mut Workings<ReservoirAt>,
    at: ReservoirAt,
    reservoir: &Reservoir,
    level: Figure,
    of: fn(&CurvePoint) -> Option<Figure>,
) -> Option<Figure> {
    let value = level.value();
    let pieces = || reservoir.curve.windows(2);
    let piece = pieces().find(|piece| piece[0].level.value() <= value && value <= piece[1].level.value());
    let Some([low, high]) = piece else {
        if !work.refusals.iter().any(|refusal| refusal.at == at) {
            let kind = FaultKind::Rule { code: "outside_curve", says: Key::FaultOutsideCurve };
            work.refuse(at, &ValueOnCurve, Fault::at("level", kind));
        }
        return None;
    };
    let (low_level, high_level) = (low.level.clone(), high.level.clone());
    let found = work.compute(
        at,
        &ValueOnCurve,
        LevelOnCurve { level, low_level, low: of(low)?, high_level, high: of(high)? },
    );
    found.map(|found| found.incomplete_if(reservoir.lacks))
}

/// How a month begins.
#[derive(Clone, Copy)]
struct Beginning<'h> {
    /// What was held before it.
    held: Option<&'h Held>,
    /// Whether there is a month before it of which that is not known.
    is_lacking: bool,
}

fn of_month(
    work: &mut Workings<ReservoirAt>,
    reservoir: &Reservoir,
    month: &ReservoirMonthly,
    beginning: Beginning<'_>,
    held: Option<&Held>,
) -> (ReservoirMonthFigures, Option<Figure>) {
    let at = ReservoirAt::Month(month.key);
    let lacks = reservoir.lacks || month.lacks;
    let marked = |figure: Option<Figure>| figure.map(|figure| figure.incomplete_if(lacks));
    let both = beginning.held.zip(held);
    let change = both.map(|(before, held)| super::TwoStorages {
        start: before.storage.clone(),
        end: held.storage.clone(),
    });
    let change = work.compute(at, &StorageChange, change);
    let evaporation = evaporation(work, reservoir, month, beginning.held, held);
    let evaporation = evaporation.map(|figure| figure.incomplete_if(beginning.is_lacking));
    // Where its surface gives to the air and nobody can tell how much, the balance lacks it.
    let lacks_evaporation = evaporation.is_none() && month.pan.is_some();
    let out: Vec<Figure> = month
        .supplies
        .iter()
        .chain([&evaporation, &month.seepage, &month.spill])
        .flatten()
        .cloned()
        .collect();
    let is_derived = reservoir.inflow == Some(InflowKind::Derived);
    let derived = change.clone().filter(|_| is_derived && !out.is_empty());
    let derived = derived.map(|storage_change| OutAndRise { out: out.clone(), storage_change });
    let derived = work.compute(at, &DerivedInflow, derived);
    let measured = month.inflow.clone().filter(|_| !is_derived).zip(change.clone());
    let closure = measured.filter(|_| !out.is_empty()).map(|(inflow, storage_change)| ReservoirYear {
        inflow,
        out,
        storage_change,
    });
    let closure = work.compute(at, &ReservoirClosure, closure);
    let closure = marked(closure).map(|closure| closure.incomplete_if(lacks_evaporation));
    let usable = held.map(|held| held.storage.clone()).zip(reservoir.dead.clone());
    let usable = usable.map(|(storage, dead)| StorageAndDead { storage, dead });
    let found = ReservoirMonthFigures {
        key: month.key,
        storage: marked(held.map(|held| held.storage.clone())),
        change: marked(change),
        evaporation: marked(evaporation),
        derived_inflow: marked(derived).map(|inflow| inflow.incomplete_if(lacks_evaporation)),
        usable: marked(work.compute(at, &UsableStorage, usable)),
        closure: closure.clone(),
    };
    (found, closure)
}

/// What the surface of a month gave to the air, by the rule that was chosen.
fn evaporation(
    work: &mut Workings<ReservoirAt>,
    reservoir: &Reservoir,
    month: &ReservoirMonthly,
    before: Option<&Held>,
    held: Option<&Held>,
) -> Option<Figure> {
    let at = ReservoirAt::Month(month.key);
    let areas: Vec<Figure> =
        [before, held].into_iter().flatten().filter_map(|held| held.area.clone()).collect();
    let (pan_mm, pan_factor) = (month.pan.clone()?, reservoir.pan_factor.clone()?);
    match reservoir.evaporation? {
        EvaporationKind::Whole if areas.is_empty() => None,
        EvaporationKind::Whole => {
            work.compute(at, &LakeEvaporation, LakeAndPan { pan_mm, pan_factor, lake_km2: areas })
        }
        EvaporationKind::Extra => {
            let (land_evaporation_mm, lake_km2) = (month.land.clone()?, areas.last()?.clone());
            work.compute(
                at,
                &ExtraEvaporation,
                LakeAndLand { pan_mm, pan_factor, land_evaporation_mm, lake_km2 },
            )
        }
    }
}
