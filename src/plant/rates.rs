//! 用水指标, the rates of a plant, from its totals and from what was made.

use super::formulas::nothing;
use super::statistics::of_circulation;
use super::{Amount, BoundaryFlow, FlowEnd, PlaceFigures, PlaceKind, Plant, Production, Totals};
use crate::industry::*;
use crate::metering::*;
use crate::metric::{Fault, Figure, InputSet, Metric, Refusal, Workings};
use crate::text::{Coded, Key, Words};
use crate::water::{total, total_of};

/// A rate.
#[derive(Clone, Debug, PartialEq)]
pub struct Rate {
    /// Its figure.
    pub figure: Figure,
    /// The level of meters that it is of, for rates that each level has.
    pub level: Option<MeterLevel>,
}

/// A rate that was refused, of the level of meters that it is of.
pub type Refused = Refusal<Option<MeterLevel>>;

/// What a product comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProductFigures {
    /// The mark of its row.
    pub key: u32,
    /// 单位产品取水量.
    pub intake: Option<Figure>,
}

/// What a row of steam comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SteamFigures {
    /// The mark of its row.
    pub key: u32,
    /// 冷凝水回用率.
    pub rate: Option<Figure>,
}

/// Rates, and those that were refused.
#[derive(Default)]
pub(super) struct Found {
    pub rates: Vec<Rate>,
    pub work: Workings<Option<MeterLevel>>,
}

impl Found {
    /// A rate of which everything is there.
    fn add<M: Metric>(&mut self, metric: &'static M, inputs: Option<M::Inputs<Figure>>) {
        self.add_of(None, metric, inputs);
    }

    fn add_of<M: Metric>(
        &mut self,
        level: Option<MeterLevel>,
        metric: &'static M,
        inputs: Option<M::Inputs<Figure>>,
    ) {
        let figure = self.work.compute(level, metric, inputs);
        self.rates.extend(figure.map(|figure| Rate { figure, level }));
    }

    /// A share of the intake, unless what it is of is not of the intake.
    fn share_of_intake<M: Metric>(
        &mut self,
        metric: &'static M,
        totals: &Totals,
        part: &Option<Figure>,
        inputs: fn(Figure, Figure) -> M::Inputs<Figure>,
    ) {
        let Some(part) = part.clone() else { return };
        match totals.intake.clone().filter(|_| totals.intake_holds(&part)) {
            Some(intake) => self.add(metric, Some(inputs(part, intake))),
            None if totals.fresh.is_some() => self.not_of_intake(M::INFO.name),
            None => {}
        }
    }

    /// Notes a ratio to the intake that is of other water.
    pub fn not_of_intake(&mut self, name: Words) {
        let fault = Fault::rule("intake", "not_of_intake", Key::FaultNotOfIntake);
        let inputs = <ReusedAndIntake<f64> as InputSet<f64>>::INPUTS;
        self.work.refusals.push(Refusal { at: None, name, inputs, fault });
    }
}

/// Every rate of a period, in the order of the standard.
pub(super) fn rates(plant: &Plant, amounts: &[Amount], totals: &Totals, places: &[PlaceFigures]) -> Found {
    let mut found = Found::default();
    of_totals(&mut found, totals, &plant.production);
    let water = |kind| of_circulation(plant, places, kind);
    let circulating = |kind| {
        let system = water(kind);
        let circulating = system.circulated.clone()?;
        Some(CirculatingWater { circulating, makeup: system.makeup().unwrap_or_else(nothing) })
    };
    found.add(&IndirectCoolingRate, circulating(CirculationKind::IndirectCooling));
    found.add(&DirectCoolingRate, circulating(CirculationKind::DirectCooling));
    let process = water(CirculationKind::Process);
    let reused = process.reused.clone();
    found.add(
        &ProcessReuseRate,
        reused.map(|reused| ProcessWater { reused, makeup: process.fresh_total().unwrap_or_else(nothing) }),
    );
    of_only_product(&mut found, plant, totals);
    found.add(&CondensateRate, steam(&plant.production));
    for level in <MeterLevel as Coded>::ALL {
        found.add_of(Some(*level), &MeteringRate, metered(plant, amounts, *level));
    }
    for meters in &plant.production.meters {
        let installed = meters.installed.clone();
        found.add_of(
            Some(meters.level),
            &MeterFittingRate,
            installed
                .clone()
                .zip(meters.required.clone())
                .map(|(installed, required)| MetersFitted { installed, required }),
        );
        found.add_of(
            Some(meters.level),
            &MeterWorkingRate,
            meters
                .working
                .clone()
                .zip(installed)
                .map(|(working, installed)| MetersWorking { working, installed }),
        );
    }
    found
}

/// The rates that follow from the plant's sums alone; those of a year follow from the sums of its months in the same way.
fn of_totals(found: &mut Found, totals: &Totals, production: &Production) {
    let Totals { intake, conventional, nonconventional, fresh, water, .. } = totals;
    let with_intake = |figure: &Option<Figure>| figure.clone().zip(intake.clone());
    let or_nothing = |figure: &Option<Figure>| figure.clone().unwrap_or_else(nothing);
    let reuse = intake.clone().map(|intake| ReusedAndIntake { reused: or_nothing(&water.reused), intake });
    match reuse {
        // Of nothing but non-conventional water there is no rate by a standard that leaves it out.
        None if fresh.is_some() => found.not_of_intake(ReuseRate::INFO.name),
        reuse => found.add(&ReuseRate, reuse),
    }
    found.add(
        &WastewaterReuseRate,
        water
            .reclaimed
            .clone()
            .map(|reused| WasteWater { reused, discharged: or_nothing(&water.discharged) }),
    );
    found.add(
        &NonconventionalRate,
        nonconventional.clone().map(|nonconventional| NonconventionalWater {
            nonconventional,
            intake: or_nothing(conventional),
        }),
    );
    let leakage = |leaked, intake| Leakage { leaked, intake };
    found.share_of_intake(&LeakageRate, totals, &water.leaked, leakage);
    let discharge = |discharged, intake| IntakeAndDischarge { discharged, intake };
    found.share_of_intake(&DischargeRate, totals, &water.discharged, discharge);
    found.add(
        &CompliantDischargeRate,
        production
            .compliant
            .clone()
            .zip(water.discharged.clone())
            .map(|(compliant, discharged)| CompliantDischarge { compliant, discharged }),
    );
    found.add(
        &FreshWaterUtilisation,
        fresh
            .clone()
            .zip(water.discharged.clone())
            .map(|(fresh, discharged)| FreshAndDischarge { fresh, discharged }),
    );
    found.add(
        &IntakePerValueAdded,
        with_intake(&production.value_added)
            .map(|(value_added_10k_yuan, intake_m3)| IntakeAndValueAdded { intake_m3, value_added_10k_yuan }),
    );
    found.add(
        &IntakePerOutputValue,
        with_intake(&production.output_value).map(|(output_value_10k_yuan, intake_m3)| {
            IntakeAndOutputValue { intake_m3, output_value_10k_yuan }
        }),
    );
    let people = production.staff.clone().zip(production.days.clone()).zip(production.staff_water.clone());
    found.add(
        &StaffDailyWater,
        people.map(|((staff, days), volume_m3)| StaffWater { volume_m3, staff, days }),
    );
}

/// What a plant that makes one thing uses of each kind of water for it.
fn of_only_product(found: &mut Found, plant: &Plant, totals: &Totals) {
    let [product] = plant.production.products.as_slice() else { return };
    let output = || product.output.clone().filter(|output| output.value() > 0.0);
    let Totals { intake, nonconventional, fresh, water, .. } = totals;
    found.add(
        &FreshWaterPerProduct,
        fresh.clone().zip(output()).map(|(fresh_m3, output)| FreshAndOutput { fresh_m3, output }),
    );
    let reused_m3 = water.reused.clone().unwrap_or_else(nothing);
    found.add(
        &TotalUsePerProduct,
        intake.clone().zip(output()).map(|(intake_m3, output)| UseAndOutput { intake_m3, reused_m3, output }),
    );
    found.add(
        &NonconventionalPerProduct,
        nonconventional
            .clone()
            .zip(output())
            .map(|(nonconventional_m3, output)| NonconventionalAndOutput { nonconventional_m3, output }),
    );
}

/// 冷凝水回用率 of all rows together.
fn steam(production: &Production) -> Option<Condensate<Figure>> {
    let complete = production.steam.iter().filter(|row| row.steam.is_some() && row.condensate.is_some());
    let rows: Vec<_> = complete.collect();
    let lacks = rows.len() < production.steam.len();
    let density_t_m3 = rows.first()?.density.clone()?;
    Some(Condensate {
        recovered_m3: total(rows.iter().filter_map(|row| row.condensate.clone()))?.incomplete_if(lacks),
        density_t_m3,
        steam_t: total(rows.iter().filter_map(|row| row.steam.clone()))?,
    })
}

/// 冷凝水回用率 of each row.
pub(super) fn condensate(plant: &Plant) -> Vec<SteamFigures> {
    let rate = |row: &super::Steam| {
        let inputs = Condensate {
            recovered_m3: row.condensate.clone()?,
            density_t_m3: row.density.clone()?,
            steam_t: row.steam.clone()?,
        };
        Figure::computed(&CondensateRate, inputs).ok()
    };
    plant.production.steam.iter().map(|row| SteamFigures { key: row.key, rate: rate(row) }).collect()
}

/// 单位产品取水量 of each product; the only one takes the plant's intake where it has none of its own.
pub(super) fn products(plant: &Plant, totals: &Totals) -> Vec<ProductFigures> {
    let is_only = plant.production.products.len() == 1;
    let of_product = |product: &super::Product| {
        let intake = product.intake.clone().or_else(|| totals.intake.clone().filter(|_| is_only))?;
        let inputs = IntakeAndOutput { intake_m3: intake, output: product.output.clone()? };
        Figure::computed(&IntakePerProduct, inputs).ok()
    };
    let figures = |product: &super::Product| ProductFigures { key: product.key, intake: of_product(product) };
    plant.production.products.iter().map(figures).collect()
}

/// The water that meters of a level read, and all water of the level: what enters the plant, its units, the parts of units.
fn metered(plant: &Plant, amounts: &[Amount], level: MeterLevel) -> Option<MeteredWater<Figure>> {
    let is_of_level = |flow: &super::PlantFlow| match (flow.from, flow.to) {
        (FlowEnd::Outside(BoundaryFlow::Intake), FlowEnd::Place(_)) => level == MeterLevel::Enterprise,
        (FlowEnd::Place(_), FlowEnd::Place(to)) => match plant.places[to].kind {
            PlaceKind::Unit(kind) if kind.is_use() => match level {
                MeterLevel::Enterprise => false,
                MeterLevel::SubUnit => !plant.places[to].is_part,
                MeterLevel::Equipment => plant.places[to].is_part,
            },
            _ => false,
        },
        _ => false,
    };
    let flows = || plant.flows.iter().zip(amounts).filter(|(flow, _)| is_of_level(flow));
    let sum = |only_metered: bool| {
        let counted = flows().filter(|(flow, amount)| {
            !only_metered || (flow.record == RecordKind::Metered && matches!(amount, Amount::Typed(_)))
        });
        total_of(counted.map(|(_, amount)| amount.figure().cloned()))
    };
    Some(MeteredWater { metered: sum(true).unwrap_or_else(nothing), total: sum(false)? })
}

/// The rates of a year from the sums of its months.
pub fn months_together(months: &[(&Production, &Totals)]) -> Vec<Rate> {
    // Water that a month does not have is none; what it was said to have made may be missing.
    let sum =
        |pick: &dyn Fn(&(&Production, &Totals)) -> Option<Figure>| total(months.iter().filter_map(pick));
    let of_all = |pick: &dyn Fn(&(&Production, &Totals)) -> Option<Figure>| total_of(months.iter().map(pick));
    // One convention for all of them, that of the last.
    let convention = months.last().and_then(|(_, totals)| totals.convention);
    let totals = Totals::of(
        convention,
        of_all(&|(_, totals)| totals.conventional.clone()),
        sum(&|(_, totals)| totals.nonconventional.clone()),
        super::WaterStatistics {
            reused: sum(&|(_, totals)| totals.water.reused.clone()),
            reclaimed: sum(&|(_, totals)| totals.water.reclaimed.clone()),
            discharged: sum(&|(_, totals)| totals.water.discharged.clone()),
            leaked: sum(&|(_, totals)| totals.water.leaked.clone()),
            ..super::WaterStatistics::default()
        },
    );
    let production = Production {
        value_added: of_all(&|(production, _)| production.value_added.clone()),
        output_value: of_all(&|(production, _)| production.output_value.clone()),
        compliant: of_all(&|(production, _)| production.compliant.clone()),
        ..Production::default()
    };
    let mut found = Found::default();
    of_totals(&mut found, &totals, &production);
    found.rates
}
