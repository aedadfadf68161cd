//! 工厂, a plant in a period: its network of water as figures, the statistics of its units, its rates, its cost.

mod amounts;
mod cooling;
mod costs;
mod formulas;
mod model;
mod network;
mod rates;
mod statistics;

use crate::metric::Figure;
use crate::quantity::Unit;

pub use amounts::Amount;
pub use cooling::CoolingFigures;
pub use costs::{CostFigures, PlaceCost};
pub use formulas::{CostAndVolume, CostPerVolume, MixedFlow, PriceAndVolume, TracedPart, VolumeCost};
pub use model::*;
pub use network::{Origins, ReconciledPlant};
pub use rates::{Inputs, ProductFigures, Rate, Refused, months_together};
pub use statistics::{Closure, PlaceFigures, Statistics};

pub use crate::water::total;

/// The unit in which volumes are summed.
const VOLUME: Unit = Unit::CubicMetre;

/// What a plant comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct PlantFigures {
    /// What is known of the amount of each flow.
    pub amounts: Vec<Amount>,
    /// Where the water of each flow comes from.
    pub origins: Origins,
    /// Each place.
    pub places: Vec<PlaceFigures>,
    /// The plant as a whole.
    pub totals: Totals,
    /// The plant's balance.
    pub closure: Closure,
    /// The units that stand for others.
    pub levels: Vec<LevelFigures>,
    /// How far balances may be open, in %.
    pub tolerance: f64,
    /// Every rate that could be computed.
    pub rates: Vec<Rate>,
    /// Rates that were refused.
    pub refused: Vec<Refused>,
    /// Each product.
    pub products: Vec<ProductFigures>,
    /// 冷凝水回用率 of each row of steam.
    pub condensate: Vec<Option<Figure>>,
    /// Each cooling system.
    pub cooling: Vec<CoolingFigures>,
    /// All measurements together.
    pub reconciled: Option<ReconciledPlant>,
    /// Places whose circulated water flows count as well.
    pub counted_twice: Vec<usize>,
    /// Places that hand on more than enters.
    pub hands_on_too_much: Vec<usize>,
    /// What water costs, and who bears it.
    pub costs: CostFigures,
}

/// The water of the whole plant.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    /// 取水量, conventional water less what was sold on.
    pub intake: Option<Figure>,
    /// 非常规水资源取水量.
    pub nonconventional: Option<Figure>,
    /// The columns of the statistics sheet, over all units. What is discharged and lost is what leaves the plant.
    pub water: Statistics,
}

/// A unit that stands for others: its own meter against those below.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelFigures {
    /// The fresh water of its units.
    pub parts: Option<Figure>,
    /// What its own meter shows less what its units take.
    pub closure: Closure,
}

/// Works a plant out. What is lacking or refused stops nothing else.
pub fn assess(plant: &Plant) -> PlantFigures {
    assess_again(plant, None)
}

/// A plant as it was before a change, and what it came to.
#[derive(Clone, Copy)]
pub struct Before<'b> {
    /// The plant.
    pub plant: &'b Plant,
    /// What it came to.
    pub figures: &'b PlantFigures,
}

/// Works a plant out after a change: places whose water is still the same keep their figures.
pub fn assess_again(plant: &Plant, before: Option<Before<'_>>) -> PlantFigures {
    let tested = network::tested(plant);
    let amounts = amounts::amounts(plant, tested.as_ref());
    let network = tested.as_ref().and_then(|tested| network::Numbers::of(plant, tested, &amounts));
    let origins = network.as_ref().map(|network| network.origins.clone()).unwrap_or_default();
    let places = statistics::places(plant, &amounts, &origins, before);
    let totals = statistics::totals(plant, &amounts, &places);
    let closure = statistics::plant_closure(plant, &amounts);
    let levels = plant.levels.iter().map(|level| statistics::level(level, &places)).collect();
    let found = rates::rates(plant, &amounts, &totals, &places);
    let cooling = plant.cooling.iter().map(cooling::system).collect();
    let costs = costs::costs(plant, network.as_ref(), &places, &totals);
    let counted_twice = network.as_ref().map(|network| network.counted_twice(plant)).unwrap_or_default();
    let reconciled = network.and_then(|network| network.reconciled);
    PlantFigures {
        tolerance: plant
            .tolerance
            .as_ref()
            .and_then(|t| t.quantity().to(Unit::Percent))
            .map_or(0.0, |q| q.value),
        hands_on_too_much: statistics::hands_on_too_much(&places),
        condensate: rates::condensate(plant),
        products: rates::products(plant, &totals),
        rates: found.rates,
        refused: found.refused,
        counted_twice,
        origins,
        reconciled,
        amounts,
        places,
        totals,
        closure,
        levels,
        cooling,
        costs,
    }
}

impl PlantFigures {
    /// The rate of a metric.
    pub fn rate(&self, id: &str) -> Option<&Figure> {
        rate(&self.rates, id)
    }
}

/// The rate of a metric among several; the first where each level of meters has one.
pub fn rate<'r>(rates: &'r [Rate], id: &str) -> Option<&'r Figure> {
    rates.iter().map(|rate| &rate.figure).find(|figure| figure.metric_id() == Some(id))
}
