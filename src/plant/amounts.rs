//! 未知水量, amounts that nobody measured: found from the balance where it determines them, else said to be unknown.

use super::formulas::residual;
use super::model::VOLUME;
use super::{FlowEnd, Plant, PlantFlow};
use crate::balance::{DeterminedFlow, Network, determined};
use crate::metric::Figure;

/// What is known of a flow's amount.
#[derive(Clone, Debug, PartialEq)]
pub enum Amount {
    /// It was typed.
    Typed(Figure),
    /// The balance of a part of the plant leaves no choice.
    FromBalance(Figure),
    /// Neither.
    Unknown,
}

impl Amount {
    /// The amount, where there is one.
    pub fn figure(&self) -> Option<&Figure> {
        match self {
            Amount::Typed(figure) | Amount::FromBalance(figure) => Some(figure),
            Amount::Unknown => None,
        }
    }

    /// The amount in m³; zero where it is unknown.
    pub(super) fn volume(&self) -> f64 {
        self.figure().map_or(0.0, |figure| figure.quantity().to(VOLUME).map_or(0.0, |q| q.value))
    }
}

/// The amount of each flow of the plant.
pub(super) fn amounts(plant: &Plant, network: Option<&Network>) -> Vec<Amount> {
    let known = |flow: &PlantFlow| flow.amount.clone().map_or(Amount::Unknown, Amount::Typed);
    let mut amounts: Vec<Amount> = plant.flows.iter().map(known).collect();
    let mut at = vec![Vec::new(); plant.places.len()];
    for (index, flow) in plant.flows.iter().enumerate().filter(|(_, flow)| flow.amount.is_some()) {
        for end in [flow.from, flow.to] {
            if let FlowEnd::Place(place) = end {
                at[place].push(index);
            }
        }
    }
    let mut is_inside = vec![false; plant.places.len()];
    for DeterminedFlow { flow, side } in network.map(determined).unwrap_or_default() {
        side.iter().for_each(|place| is_inside[*place] = true);
        let mut near: Vec<usize> = side.iter().flat_map(|place| &at[*place]).copied().collect();
        near.sort_unstable();
        if let Some(figure) = difference(plant, flow, &near, &is_inside) {
            amounts[flow] = Amount::FromBalance(figure);
        }
        side.iter().for_each(|place| is_inside[*place] = false);
    }
    amounts
}

/// What one side of a flow takes in less what it gives out, without the flow itself; the amounts to look at are `near`.
fn difference(plant: &Plant, flow: usize, near: &[usize], is_inside: &[bool]) -> Option<Figure> {
    let is_in = |end| matches!(end, FlowEnd::Place(place) if is_inside[place]);
    let (mut into, mut out_of) = (Vec::new(), Vec::new());
    for other in near.iter().map(|index| &plant.flows[*index]) {
        let Some(amount) = &other.amount else { continue };
        match (is_in(other.from), is_in(other.to)) {
            (false, true) => into.push(amount.clone()),
            (true, false) => out_of.push(amount.clone()),
            _ => {}
        }
    }
    let (into, out_of) = if is_in(plant.flows[flow].from) { (into, out_of) } else { (out_of, into) };
    residual(into, out_of)
}
