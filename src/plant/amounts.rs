//! 未知水量, amounts that nobody measured: found from the balance where it determines them, else said to be unknown.

use super::formulas::residual;
use super::{FlowEnd, Plant};
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
        self.figure().map_or(0.0, |figure| figure.quantity().to(super::VOLUME).map_or(0.0, |q| q.value))
    }
}

/// The amount of each flow of the plant.
///
/// An unknown flow is determined if cutting it parts the plant in two that no other unknown flow joins, the outside being
/// on one side: then it is what the other side takes in and does not give out.
pub(super) fn amounts(plant: &Plant) -> Vec<Amount> {
    let links = Links::of_unknown(plant);
    (0..plant.flows.len())
        .map(|flow| match &plant.flows[flow].amount {
            Some(figure) => Amount::Typed(figure.clone()),
            None => links
                .side(plant, flow)
                .and_then(|side| difference(plant, flow, &side))
                .unwrap_or(Amount::Unknown),
        })
        .collect()
}

/// The unknown flows at each place; the last entry is the outside.
struct Links(Vec<Vec<usize>>);

impl Links {
    fn of_unknown(plant: &Plant) -> Links {
        let mut links = vec![Vec::new(); plant.places.len() + 1];
        for (index, flow) in plant.flows.iter().enumerate().filter(|(_, flow)| flow.amount.is_none()) {
            links[number(plant, flow.from)].push(index);
            links[number(plant, flow.to)].push(index);
        }
        Links(links)
    }

    /// The places on the side of an unknown flow that is not the outside's; none if other unknown flows lead around it.
    fn side(&self, plant: &Plant, flow: usize) -> Option<Vec<bool>> {
        let (from, to) = (number(plant, plant.flows[flow].from), number(plant, plant.flows[flow].to));
        let here = self.reached(plant, flow, from);
        if here[to] {
            return None;
        }
        Some(if here[plant.places.len()] { self.reached(plant, flow, to) } else { here })
    }

    fn reached(&self, plant: &Plant, without: usize, start: usize) -> Vec<bool> {
        let mut reached = vec![false; plant.places.len() + 1];
        reached[start] = true;
        let mut waiting = vec![start];
        while let Some(at) = waiting.pop() {
            for flow in self.0[at].iter().filter(|flow| **flow != without) {
                for end in [number(plant, plant.flows[*flow].from), number(plant, plant.flows[*flow].to)] {
                    if !reached[end] {
                        reached[end] = true;
                        waiting.push(end);
                    }
                }
            }
        }
        reached
    }
}

fn number(plant: &Plant, end: FlowEnd) -> usize {
    match end {
        FlowEnd::Place(place) => place,
        FlowEnd::Outside(_) => plant.places.len(),
    }
}

/// What a side of the plant takes in less what it gives out, without the flow itself.
fn difference(plant: &Plant, flow: usize, side: &[bool]) -> Option<Amount> {
    let (mut into, mut out_of) = (Vec::new(), Vec::new());
    for other in &plant.flows {
        let Some(amount) = &other.amount else { continue };
        match (side[number(plant, other.from)], side[number(plant, other.to)]) {
            (false, true) => into.push(amount.clone()),
            (true, false) => out_of.push(amount.clone()),
            _ => {}
        }
    }
    let leaves = side[number(plant, plant.flows[flow].from)];
    let (into, out_of) = if leaves { (into, out_of) } else { (out_of, into) };
    residual(into, out_of).map(Amount::FromBalance)
}
