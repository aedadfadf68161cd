//! What was made in a period, and the tables beside the network: steam, meters, cooling water, costs.

use std::collections::HashMap;

use crate::catalog::{self, AirTemperature, CoolingEvaporationCoefficient};
use crate::evaluate::cells::{Cells, each, exceeds};
use crate::evaluate::problem::{Problem, ProblemKind, Refusal};
use crate::industry::{CoolingConvention, CostItem};
use crate::ledger::{
    COOLING, COSTS, CoolingColumn, CostColumn, METERS, MeterColumn, PRODUCTS, PlantEntry, ProductColumn, Row,
    RowId, STEAM, SteamColumn, TIERS, TierColumn,
};
use crate::metering::MeterLevel;
use crate::metric::{Calculation, Figure, InputSet, Outcome};
use crate::plant::{
    Charge, CoolingFigures, CoolingSystem, Cost, CostPlace, Costs, Meters, Product, ProductQuota, Production,
    Steam, Tier, compute_cooling,
};
use crate::quantity::Unit;

/// What was made, and what else rates relate to.
pub(super) fn read_production(sheet: &Row, problems: &mut Vec<Problem>) -> Production {
    let mut entries = Cells::of_sheet(sheet, String::new(), problems);
    let mut number = |entry: PlantEntry| entries.number(entry);
    let (output_value, value_added) = (number(PlantEntry::OutputValue), number(PlantEntry::ValueAdded));
    let (staff, days) = (number(PlantEntry::Staff), number(PlantEntry::Days));
    let (staff_water, compliant) = (number(PlantEntry::StaffWater), number(PlantEntry::Compliant));
    let count = sheet.rows(&PRODUCTS).iter().filter(|row| !row.is_blank()).count();
    Production {
        products: each(sheet, &PRODUCTS, problems, |cells, row| product(cells, row, count > 1)),
        output_value,
        value_added,
        staff,
        days,
        staff_water,
        compliant,
        steam: each(sheet, &STEAM, problems, steam),
        meters: each(sheet, &METERS, problems, meters).into_iter().flatten().collect(),
    }
}

fn product(cells: &mut Cells<'_>, row: &Row, is_one_of_several: bool) -> Product {
    use ProductColumn as At;
    let output = cells.number(At::Output);
    let intake = cells.number(At::Intake);
    if is_one_of_several {
        cells.ask(At::Intake, ProblemKind::NoProductIntake);
    }
    let mut chosen = |column: At| {
        let (typed, quotas) = (cells.text(column), catalog::quota_choices());
        let place = crate::text::choice_of(typed, &quotas);
        if place.is_none() && !typed.is_empty() {
            cells.report(column, ProblemKind::UnknownChoice);
        }
        place.and_then(|place| catalog::quota(quotas[place].code))
    };
    let found = [chosen(At::Quota), chosen(At::Other)];
    let own = ProductQuota { general: cells.number(At::General), advanced: cells.number(At::Advanced) };
    if output.as_ref().is_some_and(|output| output.value() == 0.0) {
        cells.report(At::Output, ProblemKind::NoOutput);
    }
    let of_catalog = found.into_iter().flatten().map(|quota| ProductQuota {
        general: quota.general().map(|value| value.figure_in(Unit::CubicMetrePerProduct)),
        advanced: quota.advanced().map(|value| value.figure_in(Unit::CubicMetrePerProduct)),
    });
    let quotas = std::iter::once(own).filter(|own| own.general.is_some() || own.advanced.is_some());
    Product {
        key: row.id.0,
        name: row[At::Name].trim().to_string(),
        output,
        intake,
        quotas: quotas.chain(of_catalog).collect(),
    }
}

fn steam(cells: &mut Cells<'_>, row: &Row) -> Steam {
    use SteamColumn as At;
    let mut number = |column: At| cells.number(column);
    let (steam, condensate) = (number(At::Steam), number(At::Condensate));
    let usual = || {
        catalog::PLANT_WATER.at("density", "t_m3").map(|density| density.figure_in(Unit::TonnePerCubicMetre))
    };
    let density = number(At::Density).or_else(usual);
    Steam { key: row.id.0, steam, condensate, density }
}

fn meters(cells: &mut Cells<'_>, _: &Row) -> Option<Meters> {
    use MeterColumn as At;
    let level = cells.choice::<MeterLevel>(At::Level);
    cells.ask(At::Level, ProblemKind::NoKind);
    let mut number = |column: At| cells.number(column);
    let (required, installed, working) = (number(At::Required), number(At::Installed), number(At::Working));
    if exceeds(&working, &installed) {
        cells.report(At::Working, ProblemKind::MoreThanTotal);
    }
    Some(Meters { level: level?, required, installed, working })
}

/// 循环冷却水系统, one for each filled row.
pub(super) fn read_cooling(sheet: &Row, problems: &mut Vec<Problem>) -> Vec<CoolingSystem> {
    each(sheet, &COOLING, problems, cooling)
}

/// What one of them comes to by itself.
pub(in crate::evaluate) fn cooling_of(sheet: &Row, row: RowId) -> Option<CoolingFigures> {
    let systems = read_cooling(sheet, &mut Vec::new());
    systems.iter().find(|system| system.key == row.0).map(compute_cooling)
}

fn cooling(cells: &mut Cells<'_>, row: &Row) -> CoolingSystem {
    use CoolingColumn as At;
    let convention = cells.choice(At::Convention).unwrap_or(CoolingConvention::SaltBalance);
    let coefficient = cells.number(At::Air).and_then(|air| evaporation(cells, air));
    let mut number = |column: At| cells.number(column);
    CoolingSystem {
        key: row.id.0,
        circulation: number(At::Circulation),
        drop: number(At::Drop),
        coefficient,
        drift: number(At::Drift),
        makeup_salt: number(At::MakeupSalt),
        circulating_salt: number(At::CirculatingSalt),
        cycles: number(At::Cycles),
        hours: number(At::Hours),
        convention,
    }
}

/// The evaporation coefficient at a temperature of the air, which must be one of the table.
fn evaporation(cells: &mut Cells<'_>, air: Figure) -> Option<Figure> {
    match CoolingEvaporationCoefficient::compute(&AirTemperature { air_c: air }) {
        Ok(Outcome::One(coefficient)) => Some(coefficient),
        Ok(Outcome::List(_) | Outcome::Several(_)) => None,
        Err(fault) => {
            let inputs = AirTemperature::<f64>::INPUTS;
            cells.report(CoolingColumn::Air, ProblemKind::Refused(Refusal { fault, inputs }));
            None
        }
    }
}

/// What places cost, and how the price of supplies rises.
pub(super) fn read_costs(sheet: &Row, by_name: &HashMap<&str, usize>, problems: &mut Vec<Problem>) -> Costs {
    let first = problems.len();
    let charges = each(sheet, &COSTS, problems, |cells, row| cost(cells, row, by_name));
    let charges: Vec<Cost> = charges.into_iter().flatten().collect();
    let tiers = each(sheet, &TIERS, problems, |cells, row| {
        let place = by_name.get(row[TierColumn::Place].trim()).copied();
        if place.is_none() {
            cells.report(TierColumn::Place, ProblemKind::UnknownPlace);
        }
        let upto = cells.number(TierColumn::Upto);
        let multiplier = cells.number(TierColumn::Multiplier);
        if place.is_some_and(|place| !has_price(&charges, place)) {
            cells.report(TierColumn::Multiplier, ProblemKind::NoTierPrice);
        }
        Some(Tier { place: place?, upto, multiplier: multiplier? })
    });
    let lacks = problems[first..].iter().any(|problem| problem.kind.leaves_out());
    Costs { tiers: tiers.into_iter().flatten().collect(), charges, lacks }
}

/// Whether a place has a price that steps can multiply.
fn has_price(charges: &[Cost], place: usize) -> bool {
    let is_price = |charge: &Charge| matches!(charge, Charge::PerVolume(_));
    charges.iter().any(|cost| {
        cost.item == CostItem::Price
            && (cost.place == CostPlace::At(place) || cost.place == CostPlace::EverySupply)
            && cost.charges.iter().any(is_price)
    })
}

/// A row may hold both a price by volume and a sum.
fn cost(cells: &mut Cells<'_>, row: &Row, by_name: &HashMap<&str, usize>) -> Option<Cost> {
    use CostColumn as At;
    let item = cells.choice::<CostItem>(At::Item);
    cells.ask(At::Item, ProblemKind::NoKind);
    let per_volume = cells.number(At::PerVolume);
    let sum = cells.number(At::Sum);
    let place = match (row[At::Place].trim(), item) {
        // A sum for all sources would have to be shared out among them.
        ("", Some(CostItem::Price | CostItem::Tax)) if sum.is_none() => CostPlace::EverySupply,
        ("", Some(CostItem::Sewage)) => CostPlace::EveryDischarge,
        (name, _) => match by_name.get(name) {
            Some(place) => CostPlace::At(*place),
            None => {
                let kind = if name.is_empty() { ProblemKind::Blank } else { ProblemKind::UnknownPlace };
                cells.report(At::Place, kind);
                return None;
            }
        },
    };
    let charges = [per_volume.map(Charge::PerVolume), sum.map(Charge::Sum)];
    Some(Cost { place, item: item?, charges: charges.into_iter().flatten().collect() })
}
