//! The water of a plant as a picture: ribbons as wide as their flows, or the block diagram of the balance test.

use crate::chart::{Chart, Flow, FlowNet, FlowNode, FlowWords, Kind, NodeRole, Severity, Water};
use crate::evaluate::PeriodResults;
use crate::industry::{SupplyClass, WaterUnitKind};
use crate::metric::Figure;
use crate::plant::{BalanceState, BoundaryFlow, FlowEnd, PlaceKind, Plant, PlantFigures};
use crate::quantity::Unit;
use crate::text::{Coded, Key, Language, Message, grouped};

/// Which picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// 流向图.
    Ribbons,
    /// 方框图.
    Boxes,
}

/// A picture of the plant's water, and which flow and place of the plant each of its marks stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct WaterPicture {
    /// The picture.
    pub chart: Chart,
    /// The plant's flow for each flow of the picture.
    pub flows: Vec<usize>,
}

/// The picture; `least` is the share of the largest intake below which flows are only counted. None of a plant without
/// water.
pub fn water_picture(
    results: &PeriodResults,
    picture: Picture,
    least: f64,
    language: Language,
) -> Option<WaterPicture> {
    let unit = unit(&results.figures);
    let (net, flows) = net(&results.plant, &results.figures, least, (unit, language));
    let chart = (!flows.is_empty()).then(|| chart_of(net, picture, unit, language));
    chart.map(|chart| WaterPicture { chart, flows })
}

/// Where the water of two plants goes, one beside the other: what is the same in both steps back. None of a plant without water.
pub fn changed_water(both: [&PeriodResults; 2], language: Language) -> [Option<Chart>; 2] {
    let unit = unit(&both[0].figures);
    let mut nets = both.map(|results| net(&results.plant, &results.figures, 0.0, (unit, language)).0);
    let named = |net: &FlowNet| -> Vec<(String, String, Water, Option<f64>)> {
        let name = |at: usize| net.nodes.get(at).map_or_else(String::new, |node| node.name.clone());
        net.flows.iter().map(|flow| (name(flow.from), name(flow.to), flow.water, flow.amount)).collect()
    };
    let flows = nets.each_ref().map(named);
    if flows[0] != flows[1] {
        for (side, net) in nets.iter_mut().enumerate() {
            for (flow, own) in net.flows.iter_mut().zip(&flows[side]) {
                flow.is_quiet = flows[1 - side].contains(own);
            }
        }
    }
    nets.map(|net| (!net.flows.is_empty()).then(|| chart_of(net, Picture::Ribbons, unit, language)))
}

fn chart_of(net: FlowNet, picture: Picture, unit: Unit, language: Language) -> Chart {
    let say = |key: Key| key.say(language).to_string();
    let count = net.flows.len().to_string();
    let (id, title, kind) = match picture {
        Picture::Ribbons => ("plant-flows", Key::ChartFlowsTitle, Kind::flows(net)),
        Picture::Boxes => ("plant-boxes", Key::ChartBoxesTitle, Kind::boxes(net)),
    };
    Chart {
        id: id.to_string(),
        kind,
        title: say(title),
        description: Message::new(Key::ChartFlowsDescription).with("count", count).say(language),
        unit: unit.symbol(language).to_string(),
        source: say(Key::ChartSourceOwn),
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    }
}

/// The block diagram as sheets that each have room on a page.
pub fn box_sheets(results: &PeriodResults, language: Language) -> Vec<Chart> {
    let Some(WaterPicture { chart, .. }) = water_picture(results, Picture::Boxes, 0.0, language) else {
        return Vec::new();
    };
    let unit = unit(&results.figures);
    let (whole, _) = net(&results.plant, &results.figures, 0.0, (unit, language));
    let sheets = sheets(&whole);
    let count = sheets.len();
    let sheet = |(place, units): (usize, Vec<usize>)| {
        let mut net = whole.clone();
        for (at, node) in net.nodes.iter_mut().enumerate() {
            node.is_elsewhere = !units.contains(&at);
        }
        let title = match count {
            1 => chart.title.clone(),
            _ => format!("{} {}/{count}", chart.title, place + 1),
        };
        Chart { id: format!("{}-{}", chart.id, place + 1), kind: Kind::boxes(net), title, ..chart.clone() }
    };
    sheets.into_iter().enumerate().map(sheet).collect()
}

/// What has room on a page beside the heading, in the heights of an arrow.
const ROOM: usize = 32;

/// The units of each sheet, in the order in which they stand.
fn sheets(net: &FlowNet) -> Vec<Vec<usize>> {
    let is_unit = |node: &FlowNode| {
        use NodeRole::{Junction, Treatment, Use, WastewaterTreatment};
        matches!(node.role, Use | Treatment | WastewaterTreatment | Junction)
    };
    let height = |at: usize| {
        let ends = |end: fn(&Flow) -> usize| net.flows.iter().filter(|flow| end(flow) == at).count();
        // A name and two sums need the height of two arrows, a box some room around it.
        ends(|flow| flow.from).max(ends(|flow| flow.to)).max(2)
            + 1
            + usize::from(!net.nodes[at].circulation.is_empty())
    };
    // Groups in the order in which a sheet has them: those of uses first.
    let units: Vec<usize> = (0..net.nodes.len()).filter(|at| is_unit(&net.nodes[*at])).collect();
    let (uses, others): (Vec<usize>, Vec<usize>) =
        units.into_iter().partition(|at| net.nodes[*at].role == NodeRole::Use);
    let mut groups: Vec<(&str, Vec<usize>)> = Vec::new();
    for at in uses.into_iter().chain(others) {
        let group = net.nodes[at].group.as_str();
        match groups.iter_mut().find(|(name, _)| *name == group) {
            Some((_, units)) => units.push(at),
            None => groups.push((group, vec![at])),
        }
    }
    let (mut sheets, mut used): (Vec<Vec<usize>>, usize) = (Vec::new(), ROOM);
    for (_, mut units) in groups {
        units.sort_unstable();
        let whole = 1 + units.iter().map(|at| height(*at)).sum::<usize>();
        // A group begins another sheet rather than be split, unless it is larger than a sheet.
        let begins = used + whole > ROOM && whole <= ROOM;
        for (nth, at) in units.into_iter().enumerate() {
            let needed = height(at) + usize::from(nth == 0);
            if used + needed > ROOM || (nth == 0 && begins) {
                sheets.push(Vec::new());
                used = 0;
            }
            used += needed;
            if let Some(sheet) = sheets.last_mut() {
                sheet.push(at);
            }
        }
    }
    sheets
}

/// Where water leaves the plant, in the order of their nodes behind those of the places.
const LEAVES: [(BoundaryFlow, NodeRole, Key); 4] = [
    (BoundaryFlow::Consumption, NodeRole::Consumption, Key::ColumnConsumption),
    (BoundaryFlow::Leakage, NodeRole::Leakage, Key::ColumnLeakage),
    (BoundaryFlow::Discharge, NodeRole::Discharge, Key::NodeDischarge),
    (BoundaryFlow::Sold, NodeRole::Discharge, Key::ColumnSold),
];

/// From this intake on, pictures count in 万m³.
const LARGE: f64 = 1e7;

/// The unit of a picture's figures.
fn unit(figures: &PlantFigures) -> Unit {
    let total = figures.totals.intake.as_ref().map_or(0.0, Figure::value);
    if total < LARGE { Unit::CubicMetre } else { Unit::TenThousandCubicMetres }
}

/// An amount of a picture: whole cubic metres, or 万m³ with a decimal where that is not too much.
pub(in crate::show) fn written(value: f64, unit: Unit) -> String {
    match unit {
        Unit::CubicMetre => grouped(value.round()),
        _ if value.abs() >= 1e6 => grouped((value / 1e4).round()),
        _ => grouped((value / 1e3).round() / 10.0),
    }
}

fn net(
    plant: &Plant,
    figures: &PlantFigures,
    least: f64,
    (unit, language): (Unit, Language),
) -> (FlowNet, Vec<usize>) {
    let mut nodes: Vec<FlowNode> =
        (0..plant.places.len()).map(|at| node(plant, figures, at, (unit, language))).collect();
    let mut leaves = [None; LEAVES.len()];
    let words = FlowWords { totals: totals(figures, unit), ..flow_words(language) };
    let mut made = FlowNet { words, least, ..FlowNet::default() };
    let mut of = Vec::new();
    for (index, flow) in plant.flows.iter().enumerate() {
        let FlowEnd::Place(from) = flow.from else { continue };
        let to = match flow.to {
            FlowEnd::Place(to) => to,
            FlowEnd::Outside(outside) => {
                let Some(place) = LEAVES.iter().position(|(leaf, ..)| *leaf == outside) else { continue };
                *leaves[place].get_or_insert_with(|| {
                    let (_, role, name) = LEAVES[place];
                    nodes.push(FlowNode {
                        name: name.say(language).to_string(),
                        role,
                        ..FlowNode::default()
                    });
                    nodes.len() - 1
                })
            }
        };
        let amount = figures.amounts[index].figure();
        made.flows.push(Flow {
            from,
            to,
            amount: amount.map(Figure::value),
            label: amount.map(|figure| written(figure.value(), unit)).unwrap_or_default(),
            water: water(plant, figures, index),
            is_quiet: false,
        });
        of.push(index);
    }
    made.nodes = nodes;
    (made, of)
}

/// What the plant comes to, by the tints of the flow diagram.
fn totals(figures: &PlantFigures, unit: Unit) -> [String; 7] {
    let of = |parts: &[&Option<Figure>]| {
        let known: Vec<f64> = parts.iter().filter_map(|part| Some(part.as_ref()?.value())).collect();
        if known.is_empty() { String::new() } else { written(known.iter().sum(), unit) }
    };
    let totals = &figures.totals;
    let water = &totals.water;
    [
        of(&[&totals.intake]),
        of(&[&totals.nonconventional]),
        of(&[&water.cascaded, &water.reclaimed]),
        of(&[&water.discharged]),
        of(&[&water.consumed]),
        of(&[&water.leaked]),
        of(&[&water.circulated]),
    ]
}

fn node(plant: &Plant, figures: &PlantFigures, at: usize, (unit, language): (Unit, Language)) -> FlowNode {
    let place = &plant.places[at];
    let (role, group) = match place.kind {
        PlaceKind::Supply(_) => (NodeRole::Source, String::new()),
        PlaceKind::Unit(kind) => {
            let role = match kind {
                WaterUnitKind::Treatment => NodeRole::Treatment,
                WaterUnitKind::Wastewater => NodeRole::WastewaterTreatment,
                WaterUnitKind::Tank => NodeRole::Junction,
                WaterUnitKind::Outfall => NodeRole::Discharge,
                WaterUnitKind::Main | WaterUnitKind::Auxiliary | WaterUnitKind::Ancillary => NodeRole::Use,
            };
            (role, kind.name().get(language).to_string())
        }
    };
    let found = &figures.places[at];
    let whole = |figure: &Figure| written(figure.value(), unit);
    let (residual, severity) = match &found.closure {
        BalanceState::Tested { residual, .. } if residual.value() != 0.0 => {
            let closes = found.closure.closes(figures.tolerance) == Some(true);
            (whole(residual), if closes { Severity::Within } else { Severity::Exceeds })
        }
        _ => (String::new(), Severity::None),
    };
    let circulation = place.circulation.as_ref().filter(|(amount, _)| amount.value() > 0.0);
    FlowNode {
        name: place_name(plant, at, language),
        role,
        group,
        sums: [&found.into, &found.out].map(|sum| sum.as_ref().map(whole).unwrap_or_default()),
        circulation: circulation.map(|(amount, _)| whole(amount)).unwrap_or_default(),
        residual,
        severity,
        is_elsewhere: false,
    }
}

/// What a place is called; one that stands for all sources of a class by the class.
pub(super) fn place_name(plant: &Plant, at: usize, language: Language) -> String {
    let place = &plant.places[at];
    match place.kind {
        PlaceKind::Supply(class) if place.name.is_empty() => class.name().get(language).to_string(),
        _ => place.name.clone(),
    }
}

/// What kind of water a flow is.
fn water(plant: &Plant, figures: &PlantFigures, index: usize) -> Water {
    let flow = &plant.flows[index];
    match flow.to {
        FlowEnd::Outside(BoundaryFlow::Consumption) => return Water::Consumption,
        FlowEnd::Outside(BoundaryFlow::Leakage) => return Water::Leakage,
        FlowEnd::Outside(_) => return Water::Discharge,
        FlowEnd::Place(to) => {
            if let PlaceKind::Unit(WaterUnitKind::Wastewater | WaterUnitKind::Outfall) = plant.places[to].kind
            {
                return Water::Discharge;
            }
        }
    }
    let origins = &figures.origins;
    let nonconventional = origins.fresh(index, SupplyClass::NonConventional);
    let fresh: f64 =
        SupplyClass::ALL.iter().map(|class| origins.fresh(index, *class)).sum::<f64>() - nonconventional;
    let kinds = [
        (Water::Fresh, fresh),
        (Water::NonConventional, nonconventional),
        (Water::Reused, origins.cascaded(index)),
        (Water::Reclaimed, origins.reclaimed(index)),
    ];
    kinds.into_iter().fold((Water::Fresh, 0.0), |most, kind| if kind.1 > most.1 { kind } else { most }).0
}

/// What every picture of flows says beside names and figures.
pub(in crate::show) fn flow_words(language: Language) -> FlowWords {
    let say = |key: Key| key.say(language).to_string();
    FlowWords {
        head: [Key::ColumnFrom, Key::ColumnTo, Key::WaterKind, Key::ColumnAmount].map(say),
        waters: [
            Key::WaterFresh,
            Key::ColumnNonConventional,
            Key::ColumnCascaded,
            Key::ColumnReclaimed,
            Key::ColumnDischarge,
            Key::ColumnConsumption,
            Key::ColumnLeakage,
        ]
        .map(say),
        again: say(Key::WaterAgain),
        circulation: say(Key::ColumnCirculation),
        totals: Default::default(),
        sums: [Key::WaterIn, Key::WaterOut].map(say),
        residual: [Key::ColumnResidual, Key::ResidualWithin, Key::ResidualExceeds].map(say),
        off: say(Key::ResidualOff),
        unknown: say(Key::WaterUnknown),
        hidden: say(Key::WaterHidden),
    }
}
