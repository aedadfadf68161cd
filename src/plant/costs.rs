//! 水的成本, what water costs in the plant and who bears it.

use super::formulas::{allocated, cost_per_volume, cost_ratio, stepped_cost, volume_cost};
use super::network::Numbers;
use super::{Charge, Cost, CostPlace, PlaceFigures, PlaceKind, Plant, Tier, Totals};
use crate::balance::allocate;
use crate::industry::CostItem;
use crate::metric::Figure;
use crate::quantity::Unit;
use crate::text::Coded;
use crate::water::total;

/// What water costs, and who bears it. Sums are in 元.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CostFigures {
    /// The cost of each item that has one.
    pub items: Vec<(CostItem, Figure)>,
    /// All items.
    pub total: Option<Figure>,
    /// What each unit bears, in the order of the places.
    pub places: Vec<PlaceCost>,
    /// What nobody bears, 元.
    pub unallocated: f64,
    /// The whole cost by the cubic metre of intake; none where most of the water is other water.
    pub per_intake: Option<Figure>,
    /// The whole cost to what is paid for supply and discharge.
    pub ratio: Option<Figure>,
}

/// What a unit bears.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceCost {
    /// The unit, by its number in [`Plant::places`].
    pub place: usize,
    /// 元
    pub borne: f64,
    /// By the cubic metre that enters it.
    pub per_volume: Option<Figure>,
}

/// The items that are paid for supply and discharge; the others are what the plant spends itself.
const DIRECT: [CostItem; 3] = [CostItem::Price, CostItem::Tax, CostItem::Sewage];

/// A cost with where it is spent: a place, or behind the last place the water that is discharged.
struct Spent {
    item: CostItem,
    node: usize,
    cost: Figure,
}

/// Works out what is spent where, and who bears it.
pub(super) fn costs(
    plant: &Plant,
    numbers: Option<&Numbers>,
    places: &[PlaceFigures],
    totals: &Totals,
) -> CostFigures {
    let mut spent = spent(plant, places, totals);
    if plant.costs.lacks {
        // Each part of a sum that lacks others says so.
        spent.iter_mut().for_each(|spent| spent.cost = spent.cost.clone().incomplete());
    }
    let (Some(numbers), false) = (numbers, spent.is_empty()) else { return CostFigures::default() };
    let of_item = |item: CostItem| spent.iter().filter(move |spent| spent.item == item);
    let items: Vec<(CostItem, Figure)> = CostItem::ALL
        .iter()
        .filter_map(|item| Some((*item, total(of_item(*item).map(|spent| spent.cost.clone()))?)))
        .collect();
    let mut by_node = vec![0.0; plant.places.len() + 1];
    for spent in &spent {
        by_node[spent.node] += yuan(&spent.cost);
    }
    let Ok(allocation) = allocate(&numbers.network, &numbers.amounts, &[by_node], &[]) else {
        return CostFigures::default();
    };
    let borne = allocation.borne.into_iter().next().unwrap_or_default();
    let bearers = borne.iter().take(places.len()).enumerate().filter(|(_, borne)| **borne > 0.0);
    let lacks = spent.iter().any(|spent| spent.cost.is_incomplete());
    let bearer = |(place, borne): (usize, &f64)| PlaceCost {
        place,
        borne: *borne,
        per_volume: cost_per_volume(allocated(*borne).incomplete_if(lacks), places[place].into.clone()),
    };
    let all = total(items.iter().map(|(_, cost)| cost.clone()));
    let direct = items.iter().filter(|(item, _)| DIRECT.contains(item)).map(|(_, cost)| cost.clone());
    CostFigures {
        places: bearers.map(bearer).collect(),
        unallocated: allocation.unallocated.first().copied().unwrap_or(0.0),
        per_intake: all
            .clone()
            .filter(|_| totals.is_mostly_intake())
            .and_then(|all| cost_per_volume(all, totals.intake.clone())),
        ratio: total(direct).zip(all.clone()).and_then(|(direct, all)| cost_ratio(direct, all)),
        total: all,
        items,
    }
}

fn yuan(cost: &Figure) -> f64 {
    cost.quantity().to(Unit::Yuan).map_or(0.0, |quantity| quantity.value)
}

fn spent(plant: &Plant, places: &[PlaceFigures], totals: &Totals) -> Vec<Spent> {
    let mut all: Vec<Spent> =
        plant.costs.charges.iter().flat_map(|cost| charges(plant, places, totals, cost)).collect();
    for (place, figures) in places.iter().enumerate() {
        let steps: Vec<&Tier> = plant.costs.tiers.iter().filter(|tier| tier.place == place).collect();
        if steps.is_empty() {
            continue;
        }
        let steps = steps.into_iter().map(|tier| (tier.upto.clone(), tier.multiplier.clone())).collect();
        let priced = price_of(plant, place).zip(figures.into.clone());
        let Some(cost) = priced.and_then(|(price, volume)| stepped_cost(price, volume, steps)) else {
            continue;
        };
        // The price in steps stands in place of the plain one.
        all.retain(|spent| spent.node != place || spent.item != CostItem::Price);
        all.push(Spent { item: CostItem::Price, node: place, cost });
    }
    all
}

/// The plain price of a supply.
fn price_of(plant: &Plant, place: usize) -> Option<Figure> {
    let at_place = |cost: &&Cost| cost.place == CostPlace::At(place) || cost.place == CostPlace::EverySupply;
    let prices = plant.costs.charges.iter().filter(|cost| cost.item == CostItem::Price).filter(at_place);
    prices.flat_map(|cost| &cost.charges).find_map(|charge| match charge {
        Charge::PerVolume(price) => Some(price.clone()),
        Charge::Sum(_) => None,
    })
}

fn charges(plant: &Plant, places: &[PlaceFigures], totals: &Totals, cost: &Cost) -> Vec<Spent> {
    let is_supply = |place: &usize| matches!(plant.places[*place].kind, PlaceKind::Supply(_));
    let supplies: Vec<usize> = (0..places.len()).filter(is_supply).collect();
    let mut found = Vec::new();
    for charge in &cost.charges {
        let nodes: Vec<(usize, Option<Figure>)> = match cost.place {
            CostPlace::At(place) => vec![(place, places[place].into.clone())],
            CostPlace::EverySupply => supplies.iter().map(|at| (*at, places[*at].into.clone())).collect(),
            CostPlace::EveryDischarge => vec![(places.len(), totals.water.discharged.clone())],
        };
        for (node, volume) in &nodes {
            let cost_of = match charge {
                Charge::PerVolume(price) => {
                    volume.clone().and_then(|volume| volume_cost(price.clone(), volume))
                }
                Charge::Sum(sum) => Some(sum.clone()),
            };
            found.extend(cost_of.map(|figure| Spent { item: cost.item, node: *node, cost: figure }));
        }
    }
    found
}
