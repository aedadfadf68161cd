//! 工厂测算, from a plant as it was typed to everything that it comes to.

use super::amounts::Amount;
use super::cooling::CoolingFigures;
use super::costs::CostFigures;
use super::formulas::CostPerVolume;
use super::network::{Origins, ReconciledPlant};
use super::rates::{ProductFigures, Rate, Refused, SteamFigures};
use super::statistics::{BalanceState, PlaceFigures, PlacesBefore, SummaryFigures, Totals};
use super::{Plant, amounts, cooling, costs, network, rates, statistics};
use crate::metric::{Figure, Metric};
use crate::quantity::Unit;

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
    pub closure: BalanceState,
    /// The units that stand for others.
    pub levels: Vec<SummaryFigures>,
    /// How far balances may be open, in %.
    pub tolerance: f64,
    /// Every rate that could be computed.
    pub rates: Vec<Rate>,
    /// Rates that were refused.
    pub refused: Vec<Refused>,
    /// Each product.
    pub products: Vec<ProductFigures>,
    /// Each row of steam.
    pub condensate: Vec<SteamFigures>,
    /// Each cooling system.
    pub cooling: Vec<CoolingFigures>,
    /// All measurements together.
    pub reconciled: Option<ReconciledPlant>,
    /// Places whose circulated water flows count as well.
    pub double_counted: Vec<usize>,
    /// Places that hand on more than enters.
    pub overdrawn: Vec<usize>,
    /// What water costs, and who bears it.
    pub costs: CostFigures,
}

/// Works a plant out. What is lacking or refused stops nothing else.
pub fn compute_plant(plant: &Plant) -> PlantFigures {
    recompute_plant(plant, None)
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
pub fn recompute_plant(plant: &Plant, before: Option<Before<'_>>) -> PlantFigures {
    let tested = network::tested(plant);
    let amounts = amounts::amounts(plant, tested.as_ref());
    let network = tested.as_ref().and_then(|tested| network::Numbers::of(plant, tested, &amounts));
    let origins = network.as_ref().map(|network| network.origins.clone()).unwrap_or_default();
    let places_before = before.map(|Before { plant, figures }| PlacesBefore {
        plant,
        amounts: &figures.amounts,
        origins: &figures.origins,
        places: &figures.places,
    });
    let places = statistics::places(plant, &amounts, &origins, places_before);
    let totals = statistics::totals(plant, &amounts, &places);
    let closure = statistics::plant_closure(plant, &amounts);
    let levels = plant.levels.iter().map(|level| statistics::level(level, &places)).collect();
    let mut found = rates::rates(plant, &amounts, &totals, &places);
    let cooling = plant.cooling.iter().map(cooling::compute_cooling).collect();
    let costs = costs::costs(plant, network.as_ref(), &places, &totals);
    if costs.total.is_some() && !totals.is_mostly_intake() {
        found.not_of_intake(CostPerVolume::INFO.name);
    }
    let double_counted = network.as_ref().map(|network| network.double_counted(plant)).unwrap_or_default();
    let reconciled = network.and_then(|network| network.reconciled);
    PlantFigures {
        tolerance: plant
            .tolerance
            .as_ref()
            .and_then(|t| t.quantity().to(Unit::Percent))
            .map_or(0.0, |q| q.value),
        overdrawn: statistics::overdrawn(&places),
        condensate: rates::condensate(plant),
        products: rates::products(plant, &totals),
        rates: found.rates,
        refused: found.work.refusals,
        double_counted,
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
