//! Where the water of a region's year comes from, what it is used for, and what becomes of it.

use crate::chart::{Chart, Flow, FlowNet, FlowNode, FlowWords, Kind, NodeRole, Water};
use crate::evaluate::RegionSheet;
use crate::ledger::{Column, RegionYearColumn as At};
use crate::metric::Figure;
use crate::quantity::Unit;
use crate::show::plant::{flow_words, written};
use crate::text::{Key, Language, Message};

const UNIT: Unit = Unit::TenThousandCubicMetres;

/// The picture of the year that is looked at; none where nothing is known of who used the water.
pub fn water_flows(found: &RegionSheet, language: Language) -> Option<Chart> {
    let year = found.year?;
    let typed = found.typed_year(year)?;
    let amount = |figure: &Option<Figure>| {
        Some(figure.as_ref()?.quantity().to(UNIT)?.value).filter(|value| *value > 0.0)
    };
    let [surface, ground, other] = typed.sources.each_ref().map(amount);
    let uses = typed.uses.each_ref().map(amount);
    if uses.iter().flatten().count() < 2 {
        return None;
    }
    let reclaimed = amount(&typed.reclaimed);
    let (consumed, returned) = (amount(&typed.consumed), amount(&typed.returned));
    let mut net = Net { net: FlowNet { words: flow_words(language), ..FlowNet::default() }, language };
    let supplied = net.node(NodeRole::Junction, Key::ResultSupply);
    for (column, amount, water) in [(At::Surface, surface, Water::Fresh), (At::Ground, ground, Water::Fresh)]
    {
        net.flow_from(column.spec().heading, supplied, amount, water);
    }
    // Reclaimed water comes back from what was used; the rest of the other sources comes from outside.
    let outside = other.map(|other| other - reclaimed.unwrap_or(0.0)).filter(|outside| *outside > 0.0);
    net.flow_from(At::Other.spec().heading, supplied, outside, Water::NonConventional);
    let is_known_after = consumed.is_some() || returned.is_some();
    let after = is_known_after.then(|| net.node(NodeRole::Junction, Key::NodeAfterUse));
    for (column, amount) in [At::Agriculture, At::Industry, At::Domestic, At::Ecology].into_iter().zip(uses) {
        let Some(amount) = amount else { continue };
        let user = net.node(NodeRole::Use, column.spec().heading);
        net.flow(supplied, user, amount, Water::Fresh);
        if let Some(after) = after {
            net.flow(user, after, amount, Water::Discharge);
        }
    }
    if let Some(after) = after {
        if let Some(consumed) = consumed {
            let leaves = net.node(NodeRole::Consumption, At::Consumed.spec().heading);
            net.flow(after, leaves, consumed, Water::Consumption);
        }
        if let Some(returned) = returned {
            let leaves = net.node(NodeRole::Discharge, At::Returned.spec().heading);
            net.flow(after, leaves, returned, Water::Discharge);
        }
        if let Some(reclaimed) = reclaimed {
            net.flow(after, supplied, reclaimed, Water::Reclaimed);
        }
    }
    let say = |key: Key| key.say(language).to_string();
    let sum = |parts: &[Option<f64>]| match parts.iter().flatten().sum::<f64>() {
        0.0 => String::new(),
        sum => written(sum * 1e4, UNIT),
    };
    let totals = [
        sum(&[surface, ground]),
        sum(&[outside]),
        sum(&[reclaimed]),
        sum(&[returned]),
        sum(&[consumed]),
        String::new(),
        String::new(),
    ];
    let mut net = net.net;
    net.words = FlowWords { totals, ..net.words };
    let count = net.flows.len().to_string();
    Some(Chart {
        id: "region-flows".to_string(),
        kind: Kind::flows(net),
        title: Message::new(Key::ChartRegionFlowsTitle).with("year", year.to_string()).say(language),
        description: Message::new(Key::ChartFlowsDescription).with("count", count).say(language),
        unit: UNIT.symbol(language).to_string(),
        source: say(Key::ChartSourceOwn),
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    })
}

/// A net of flows as it grows.
struct Net {
    net: FlowNet,
    language: Language,
}

impl Net {
    fn node(&mut self, role: NodeRole, name: Key) -> usize {
        let name = name.say(self.language).to_string();
        self.net.nodes.push(FlowNode { name, role, ..FlowNode::default() });
        self.net.nodes.len() - 1
    }

    fn flow(&mut self, from: usize, to: usize, amount: f64, water: Water) {
        let label = written(amount * 1e4, UNIT);
        self.net.flows.push(Flow { from, to, amount: Some(amount), label, water, is_quiet: false });
    }

    fn flow_from(&mut self, source: Key, to: usize, amount: Option<f64>, water: Water) {
        if let Some(amount) = amount {
            let from = self.node(NodeRole::Source, source);
            self.flow(from, to, amount, water);
        }
    }
}
