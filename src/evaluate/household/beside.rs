//! What stands beside a home: means, cost, a bill, food, the fittings by another method.

use super::inputs::{MONTH, chosen, number};
use crate::catalog::{self, Constant};
use crate::household::{
    Answers, CostAndMonths, Field, Home, PartGDwelling, PartGRow, PartGRows, PartGValue, PeopleAndTier,
    PeriodCost, PersonDay, Product, SPECS, SharedWater, TierEnd, VirtualWater, given,
};
use crate::industry::{PricedTier, PricedWater, TieredBill};
use crate::institution::{PeopleAndDays, WaterPerPersonDay};
use crate::metric::{Fault, Figure};
use crate::quantity::{Quantity, Unit};
use crate::water;

/// How many people tiers are made for.
const TIER_PEOPLE: f64 = 4.0;

/// The days and the months of a year.
const YEAR: (f64, f64) = (365.0, 12.0);

/// What people of the region that was chosen use.
pub fn mean(answers: &Answers) -> Figure {
    let code = answers.choice(Field::Region);
    let row = catalog::HOUSEHOLD_MEAN.rows.iter().find(|row| row.id == code);
    match (row, catalog::HOUSEHOLD_MEAN.at(code, "mean")) {
        (Some(row), Some(mean)) => {
            Figure::reference(Quantity::new(mean.value, Unit::LitrePerPersonDay), row.name, mean.source)
        }
        _ => given(0.0, Unit::LitrePerPersonDay),
    }
}

/// What people of the nation use.
pub fn national_mean() -> Figure {
    mean(&Answers::default())
}

/// What the water of a home costs.
#[derive(Clone, PartialEq)]
pub struct Cost {
    /// A month.
    pub month: Figure,
    /// A year.
    pub year: Figure,
}

/// Whether the price is one that is typed.
pub fn reads_price(answers: &Answers) -> bool {
    answers.choice(Field::Tariff) == "own"
}

/// What the water of a home costs by the tariff that was chosen; none where its price is still to be typed.
///
/// # Errors
/// What a formula refuses.
pub fn cost(answers: &Answers, home: &Home) -> Result<Option<Cost>, Fault> {
    if reads_price(answers) && answers.steps(Field::OwnPrice).is_none() {
        return Ok(None);
    }
    let of = |column| catalog::HOUSEHOLD_TARIFF.at(answers.choice(Field::Tariff), column);
    let months = of("months").map_or_else(|| given(1.0, Unit::One), Constant::figure);
    let volume_m3 = home.volume(if months.value() > 1.0 { YEAR.0 } else { MONTH })?;
    let price = |column| of(column).map(|price| price.figure_in(Unit::YuanPerCubicMetre));
    let end = |column| -> Result<Option<Figure>, Fault> {
        let (Some(end), Some(more)) = (of(column), of("more")) else { return Ok(None) };
        let [end, more] = [end, more].map(|one| one.figure_in(Unit::CubicMetre));
        let (people, covered) = (home.people.clone(), given(TIER_PEOPLE, Unit::Person));
        Figure::computed(&TierEnd, PeopleAndTier { end, more, people, covered }).map(Some)
    };
    let mut tiers = Vec::new();
    for (end, price) in
        [(end("end_1")?, price("price_1")), (end("end_2")?, price("price_2")), (None, price("price_3"))]
    {
        tiers.extend(price.map(|price| PricedTier { upto: end, price }));
    }
    if tiers.is_empty() {
        tiers.push(PricedTier { upto: None, price: number(answers, Field::OwnPrice) });
    }
    let bill = Figure::computed(&TieredBill, PricedWater { volume_m3, tiers })?;
    let of_months = |wanted: f64| {
        let (cost, months) = (bill.clone(), months.clone());
        Figure::computed(&PeriodCost, CostAndMonths { cost, months, wanted_months: given(wanted, Unit::One) })
    };
    Ok(Some(Cost { month: of_months(1.0)?, year: of_months(YEAR.1)? }))
}

/// What a bill comes to by person and day; none before its water is typed.
///
/// # Errors
/// What the formula refuses.
pub fn bill(answers: &Answers) -> Result<Option<Bill>, Fault> {
    if answers.steps(Field::BillVolume).is_none() {
        return Ok(None);
    }
    let number = |field| number(answers, field);
    let of_bill = PeopleAndDays {
        volume_m3: number(Field::BillVolume),
        people: number(Field::People),
        days: number(Field::BillDays),
    };
    Figure::computed(&WaterPerPersonDay, of_bill).map(|figure| Some(Bill { figure }))
}

/// What a bill comes to.
#[derive(Clone, PartialEq)]
pub struct Bill {
    /// By person and day.
    pub figure: Figure,
}

/// The virtual water of food, by person and day.
#[derive(Clone)]
pub struct Food {
    /// Of each food that was answered.
    pub each: Vec<(Field, Figure)>,
    /// Of all of them.
    pub total: Figure,
}

/// The virtual water of what was answered; none where nothing was.
///
/// # Errors
/// What a formula refuses.
pub fn food(answers: &Answers) -> Result<Option<Food>, Fault> {
    let mut each = Vec::new();
    for spec in &SPECS {
        let footprint = catalog::HOUSEHOLD_FOOD.at(spec.code, "footprint");
        if let (Some(footprint), Some(_)) = (footprint, answers.steps(spec.field)) {
            let litre_per_kg = footprint.figure_in(Unit::LitrePerKilogram);
            let litres =
                Figure::computed(&VirtualWater, Product { kg: number(answers, spec.field), litre_per_kg })?;
            let (people, days) = (given(1.0, Unit::Person), given(7.0, Unit::Day));
            each.push((spec.field, Figure::computed(&PersonDay, SharedWater { litres, people, days })?));
        }
    }
    let total = water::total(each.iter().map(|(_, figure)| figure.clone()));
    Ok(total.map(|total| Food { each, total }))
}

/// The limit of a new home by Part G.
pub fn part_g_limit() -> Option<Figure> {
    catalog::HOUSEHOLD_PART_G.at("limit", "factor").map(|limit| limit.figure_in(Unit::LitrePerPersonDay))
}

/// The fittings alone, by the method of Part G, for a home with a shower and no bath.
///
/// # Errors
/// What a formula refuses.
pub fn part_g(answers: &Answers) -> Result<Figure, Fault> {
    let constant = |row: &str, column| catalog::HOUSEHOLD_PART_G.at(row, column).map(Constant::figure);
    let or_none = |figure: Option<Figure>| figure.unwrap_or_else(|| given(0.0, Unit::One));
    // The calculator multiplies the bare numbers of flows and volumes.
    let bare = |field, column| chosen(answers, field, column, Unit::One, 9);
    let row = |code: &str, value: Figure| {
        let (factor, fixed) = (or_none(constant(code, "factor")), or_none(constant(code, "fixed")));
        Figure::computed(&PartGRow, PartGValue { value, factor, fixed })
    };
    let flush = match answers.choice(Field::Toilet) {
        "dual" | "grade_1" => {
            vec![row("full", bare(Field::Toilet, "full"))?, row("part", bare(Field::Toilet, "part"))?]
        }
        _ => vec![row("single", bare(Field::Toilet, "full"))?],
    };
    let mut rows = flush;
    rows.push(row("taps", bare(Field::Tap, "flow"))?);
    rows.push(row("shower_only", bare(Field::ShowerHead, "flow"))?);
    rows.push(row("kitchen", bare(Field::Tap, "flow"))?);
    rows.push(row("washer", bare(Field::Washer, "litre_per_kg"))?);
    rows.push(row("dishwasher", or_none(constant("dishwasher_setting", "factor")))?);
    let outdoor = catalog::HOUSEHOLD_PART_G.at("outdoor", "factor");
    let outdoor = outdoor.map(|outdoor| outdoor.figure_in(Unit::LitrePerPersonDay));
    let normalisation = or_none(constant("normalisation", "factor"));
    let outdoor = outdoor.unwrap_or_else(|| given(0.0, Unit::LitrePerPersonDay));
    Figure::computed(&PartGDwelling, PartGRows { rows, normalisation, outdoor })
}
