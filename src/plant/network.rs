//! The plant as the numbers of the `balance` room: where water comes from, what measurements say together.

use super::model::VOLUME;
use super::{Amount, BoundaryFlow, FlowEnd, PlaceKind, Plant, PlantFlow};
use crate::balance::{End, Flow, Measured, Network, NodeKind, Reconciled, Shares, cycles, reconcile, trace};
use crate::industry::{SupplyClass, WaterUnitKind};
use crate::metering::RecordKind;
use crate::metric::Figure;
use crate::text::Coded;

/// Where the water of each flow comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origins(Vec<Shares>);

/// The measurements together.
#[derive(Clone, Debug, PartialEq)]
pub struct ReconciledPlant {
    /// The flows as they were measured, with the uncertainties taken, m³.
    pub measured: Vec<Option<Measured>>,
    /// What comes of them.
    pub result: Reconciled,
}

/// The network with its amounts, and what follows from them.
pub(super) struct Numbers {
    /// The plant's places and flows, and behind the last place the outside that water is discharged to.
    pub network: Network,
    /// The amount of each flow, m³; nothing where it is unknown or runs backwards.
    pub amounts: Vec<f64>,
    pub origins: Origins,
    pub reconciled: Option<ReconciledPlant>,
}

impl Origins {
    /// All shares of a flow.
    pub(super) fn of(&self, flow: usize) -> Option<&Shares> {
        self.0.get(flow)
    }

    /// The share of a flow that is fresh water of a class.
    pub fn fresh(&self, flow: usize, class: SupplyClass) -> f64 {
        let place = SupplyClass::ALL.iter().position(|one| *one == class);
        self.0
            .get(flow)
            .zip(place)
            .and_then(|(shares, place)| shares.fresh.get(place))
            .copied()
            .unwrap_or(0.0)
    }

    /// The share that was used before and not treated since.
    pub fn cascaded(&self, flow: usize) -> f64 {
        self.0.get(flow).map_or(0.0, |shares| shares.cascaded)
    }

    /// The share that was used and treated in the plant.
    pub fn reclaimed(&self, flow: usize) -> f64 {
        self.0.get(flow).map_or(0.0, |shares| shares.reclaimed)
    }
}

impl ReconciledPlant {
    /// The flows most likely wrong; more than one where the balances cannot tell them apart.
    pub fn suspects(&self) -> &[usize] {
        self.result.measurement.as_ref().map_or(&[], |test| &test.suspects)
    }

    /// 标准化修正 of a flow; zero where nothing checks it.
    pub fn correction(&self, flow: usize) -> f64 {
        self.result.flows.get(flow).and_then(|flow| flow.standardised).unwrap_or(0.0)
    }
}

/// The plant's places and flows as they were measured, m³. None where an amount is beyond all measure.
pub(super) fn tested(plant: &Plant) -> Option<Network> {
    let end = |end: FlowEnd| match end {
        FlowEnd::Place(place) => End::Node(place),
        FlowEnd::Outside(_) => End::Outside,
    };
    let flow = |flow: &PlantFlow| Flow {
        from: end(flow.from),
        to: end(flow.to),
        amount: flow.amount.as_ref().and_then(|amount| measured(amount, flow.record, plant.usual)),
    };
    let nodes = plant.places.iter().map(|place| kind(place.kind)).collect();
    Network::new(nodes, plant.flows.iter().map(flow).collect()).ok()
}

impl Numbers {
    /// From the network as it was measured, and the amount of each flow.
    pub fn of(plant: &Plant, tested: &Network, amounts: &[Amount]) -> Option<Numbers> {
        let result = reconcile(tested);
        let measured = tested.flows().iter().map(|flow| flow.amount).collect();
        let reconciled = result.global.is_some().then_some(ReconciledPlant { measured, result });
        let nodes = tested.nodes().iter().copied().chain([NodeKind::Discharge]).collect();
        let flow = |(flow, of): (&Flow, &PlantFlow)| match of.to {
            FlowEnd::Outside(BoundaryFlow::Discharge) => Flow { to: End::Node(plant.places.len()), ..*flow },
            _ => *flow,
        };
        let network =
            Network::new(nodes, tested.flows().iter().zip(&plant.flows).map(flow).collect()).ok()?;
        let amounts: Vec<f64> = amounts.iter().map(|amount| amount.volume().max(0.0)).collect();
        let origins = trace(&network, &amounts, &classes(plant)).map_or_else(|_| Origins::default(), Origins);
        Some(Numbers { network, amounts, origins, reconciled })
    }

    /// The places in which water circulates by a typed volume, and by flows as well.
    pub fn double_counted(&self, plant: &Plant) -> Vec<usize> {
        let circulates =
            |place: &usize| plant.places.get(*place).is_some_and(|place| place.circulation.is_some());
        cycles(&self.network).into_iter().filter(circulates).collect()
    }
}

fn kind(kind: PlaceKind) -> NodeKind {
    match kind {
        PlaceKind::Supply(_) => NodeKind::Source,
        PlaceKind::Unit(WaterUnitKind::Main | WaterUnitKind::Auxiliary | WaterUnitKind::Ancillary) => {
            NodeKind::Use
        }
        PlaceKind::Unit(WaterUnitKind::Treatment) => NodeKind::Treatment,
        PlaceKind::Unit(WaterUnitKind::Wastewater) => NodeKind::WastewaterTreatment,
        PlaceKind::Unit(WaterUnitKind::Tank) => NodeKind::Junction,
        PlaceKind::Unit(WaterUnitKind::Outfall) => NodeKind::Discharge,
    }
}

/// A typed amount with its uncertainty, as typed or as usual for how it is known.
fn measured(amount: &Figure, record: RecordKind, usual: [f64; 3]) -> Option<Measured> {
    let quantity = amount.quantity().to(VOLUME)?;
    let scale = crate::quantity::Unit::convert(1.0, amount.quantity().unit, VOLUME)?;
    let share =
        RecordKind::ALL.iter().zip(usual).find(|(kind, _)| **kind == record).map_or(0.0, |(_, share)| share);
    let u = if amount.u() > 0.0 { amount.u() * scale } else { share * quantity.value };
    Some(Measured { value: quantity.value, u })
}

fn classes(plant: &Plant) -> crate::balance::Origins {
    let class = |kind: PlaceKind| match kind {
        PlaceKind::Supply(class) => SupplyClass::ALL.iter().position(|one| *one == class).unwrap_or(0),
        PlaceKind::Unit(_) => 0,
    };
    let of_places = plant.places.iter().map(|place| class(place.kind));
    // Behind the places stands the outside that water is discharged to.
    crate::balance::Origins {
        classes: SupplyClass::ALL.len(),
        of_nodes: of_places.chain([0]).collect(),
        of_outside: 0,
    }
}
