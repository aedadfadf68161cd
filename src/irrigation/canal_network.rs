//! 渠系测算, a district's canals as a tree: flows from the fields up to the head, losses, and what lining would save.

use super::sources;
use super::{
    Canal, CanalGrossFlow, Flows, GrossFromNet, MeasuredEfficiency, NetAndCoefficient, SystemAndField,
    SystemTimesField,
};
use crate::metric::{Fault, FaultKind, Figure, Number, Refusal, Workings, in_unit, metric, shared};
use crate::quantity::Unit;
use crate::water::{Amounts, Total};

metric! {
    /// 渠系水利用系数, efficiency of a whole canal system: what reaches the fields of what is diverted.
    ///
    /// # Formula
    /// ηs = Σ Qf / Σ Qh
    ///
    /// # Symbols
    /// - Qf, flows delivered to fields; Qh, flows taken in at the heads, of the same time. For canals in series it is
    ///   the product of their efficiencies; canals side by side count by their flows.
    ///
    /// # Source
    /// Technical code for water-saving irrigation GB/T 50363 · 2006; verified. As quoted.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{CanalSystem, CanalSystemEfficiency}, metric::Metric};
    /// let system = CanalSystem { delivered: vec![0.3, 0.45], diverted: vec![1.0] };
    /// assert_eq!(CanalSystemEfficiency::formula(&system), 0.75);
    /// ```
    CanalSystemEfficiency("irrigation.canal_system_efficiency", "渠系水利用系数", "Conveyance efficiency of the canal system")
    from CanalSystem {
        list delivered "Qf" "各渠供田流量" "flows delivered to fields" = shared().at_least(0.0);
        list diverted "Qh" "各渠首引水流量" "flows taken in at the heads" = shared().above(0.0);
    }
    gives "ηs" in One, 4 decimals;
    source sources::PRODUCT;
    formula |x, n| Number::sum(x.delivered.iter().copied()) / Number::sum(x.diverted.iter().copied())
}

metric! {
    /// 年引水量, the water that a flow brings in a year.
    ///
    /// # Formula
    /// W = 86400·D·Q / 10000
    ///
    /// # Symbols
    /// - D, days of flow in the year; Q, mean flow of these days; 86400 s are a day, 10000 m³ are 1 万m³.
    ///
    /// # Source
    /// Addition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{FlowAndDays, WaterOfFlow}, metric::Metric};
    /// assert_eq!(WaterOfFlow::formula(&FlowAndDays { flow_m3_s: 1.0, days: 100.0 }), 864.0);
    /// ```
    WaterOfFlow("irrigation.water_of_flow", "年引水量", "Water of a flow in a year")
    from FlowAndDays {
        number flow_m3_s "Q" "流量" "flow" = in_unit(Unit::CubicMetrePerSecond).at_least(0.0);
        number days "D" "全年输水天数" "days of flow in the year" = in_unit(Unit::Day).at_least(0.0).at_most(366.0);
    }
    gives "W" in TenThousandCubicMetres, 2 decimals;
    source sources::ARITHMETIC;
    formula |x, n| n(86_400.0) * x.days * x.flow_m3_s / n(10_000.0)
}

/// A canal of the district.
#[derive(Clone, Debug)]
pub struct CanalReach {
    /// The caller's own mark.
    pub key: u32,
    /// The place of the canal that feeds it; none takes from the source itself.
    pub upstream: Option<usize>,
    /// Left out with all it feeds: it feeds itself, or what feeds it is not known.
    pub left_out: bool,
    /// Whether something that was said of it cannot be read.
    pub lacks: bool,
    /// 渠长.
    pub length: Option<Figure>,
    /// 直接供田流量.
    pub delivery: Option<Figure>,
    /// A and m of the bed.
    pub soil: Option<(Figure, Figure)>,
    /// β.
    pub lining_factor: Option<Figure>,
    /// γ.
    pub groundwater_factor: Option<Figure>,
    /// Measured flow at its head.
    pub inflow: Option<Figure>,
    /// Measured flow at its end.
    pub outflow: Option<Figure>,
}

/// The canals of a district with what else is known of it.
#[derive(Clone, Debug, Default)]
pub struct CanalNetwork {
    /// The canals.
    pub canals: Vec<CanalReach>,
    /// 田间水利用系数.
    pub field_efficiency: Option<Figure>,
    /// 全年输水天数.
    pub days: Option<Figure>,
}

/// What a network comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkFigures {
    /// Each canal, in the order given.
    pub canals: Vec<CanalFigures>,
    /// 渠系水利用系数.
    pub system: Option<Figure>,
    /// 灌溉水利用系数, canals and field.
    pub coefficient: Option<Figure>,
    /// 年引水量 as it is.
    pub diverted: Option<Figure>,
    /// What was refused, by canal.
    pub refusals: Vec<Refusal<u32>>,
}

/// What a canal comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CanalFigures {
    /// The mark of its row.
    pub key: u32,
    /// Flow at its end: to its fields and to the canals below.
    pub net: Option<Figure>,
    /// Flow at its head.
    pub gross: Option<Figure>,
    /// 渠道水利用系数.
    pub efficiency: Option<Figure>,
}

/// Works a network out from the fields up. What one canal lacks leaves it and what it feeds out, and nothing else.
pub fn compute_network(network: &CanalNetwork) -> NetworkFigures {
    let mut work = Workings::default();
    let canals = &network.canals;
    let nothing_of = |canal: &CanalReach| CanalFigures { key: canal.key, ..CanalFigures::default() };
    let mut figures: Vec<CanalFigures> = canals.iter().map(nothing_of).collect();
    for place in from_the_fields_up(canals) {
        let below: Vec<usize> = (0..canals.len()).filter(|at| canals[*at].upstream == Some(place)).collect();
        figures[place] = reach_figures(&mut work, canals, place, &below, &figures);
    }
    let is_root = |(canal, _): &(&CanalReach, &CanalFigures)| canal.upstream.is_none();
    let diverted: Vec<Figure> =
        canals.iter().zip(&figures).filter(is_root).filter_map(|(_, f)| f.gross.clone()).collect();
    // A canal that stands nowhere, or a head whose flow is not known, is missing from the whole.
    let lacks = canals.iter().any(|canal| canal.left_out)
        || canals.iter().zip(&figures).filter(is_root).any(|(_, figures)| figures.gross.is_none());
    let whole = |figure: Option<Figure>| figure.map(|figure| figure.incomplete_if(lacks));
    let delivered = delivered_from_heads(canals, &figures);
    let mut totals = NetworkFigures { canals: figures, ..NetworkFigures::default() };
    if !delivered.is_empty() && !diverted.is_empty() {
        let system = CanalSystem { delivered, diverted: diverted.clone() };
        totals.system = whole(work.compute(WHOLE, &CanalSystemEfficiency, system));
        totals.diverted = whole(year_water(&mut work, diverted, network.days.clone()));
    }
    totals.coefficient =
        totals.system.clone().zip(network.field_efficiency.clone()).and_then(|(system, field)| {
            work.compute(WHOLE, &SystemTimesField, SystemAndField { canal_system: system, field })
        });
    totals.refusals = work.refusals;
    totals
}

/// The key of the network as a whole, where canals have their own.
pub const WHOLE: u32 = u32::MAX;

/// The flows delivered to fields that are fed, through canals that could be computed, from a head whose flow is known. A
/// delivery below a canal that could not be computed is not contained in the flow at the head either.
fn delivered_from_heads(canals: &[CanalReach], figures: &[CanalFigures]) -> Vec<Figure> {
    let mut is_fed = vec![false; canals.len()];
    for place in from_the_fields_up(canals).into_iter().rev() {
        let upstream_is_fed = canals[place].upstream.is_none_or(|feeder| is_fed[feeder]);
        is_fed[place] = upstream_is_fed && figures[place].gross.is_some();
    }
    let fed = canals.iter().zip(is_fed).filter(|(_, is_fed)| *is_fed);
    fed.filter_map(|(canal, _)| canal.delivery.clone()).collect()
}

/// The canals that are not left out, each after all that it feeds.
fn from_the_fields_up(canals: &[CanalReach]) -> Vec<usize> {
    let mut order: Vec<usize> =
        (0..canals.len()).filter(|at| canals[*at].upstream.is_none() && !canals[*at].left_out).collect();
    let mut next = 0;
    while let Some(place) = order.get(next).copied() {
        next += 1;
        order.extend(
            (0..canals.len()).filter(|at| canals[*at].upstream == Some(place) && !canals[*at].left_out),
        );
    }
    order.reverse();
    order
}

fn reach_figures(
    work: &mut Workings<u32>,
    canals: &[CanalReach],
    place: usize,
    below: &[usize],
    figures: &[CanalFigures],
) -> CanalFigures {
    let canal = &canals[place];
    // A canal that cannot be computed is left out of the one that feeds it, which says so.
    let lacks = canal.lacks || below.iter().any(|at| figures[*at].gross.is_none());
    let fed = below.iter().filter_map(|at| figures[*at].gross.clone());
    let amounts = canal.delivery.clone().into_iter().chain(fed).collect();
    let Some(net) = sum(work, canal.key, amounts) else { return figures[place].clone() };
    let net = net.incomplete_if(lacks);
    let (gross, efficiency) = gross_flow(work, canal, &net);
    CanalFigures { key: canal.key, net: Some(net), gross, efficiency }
}

fn sum(work: &mut Workings<u32>, key: u32, mut amounts: Vec<Figure>) -> Option<Figure> {
    match amounts.len() {
        0 => None,
        1 => amounts.pop(),
        _ => work.compute(key, &Total, Amounts { amounts }),
    }
}

/// The flow at the head, by the measured efficiency where there is one, else by seepage; and the efficiency.
fn gross_flow(
    work: &mut Workings<u32>,
    canal: &CanalReach,
    net: &Figure,
) -> (Option<Figure>, Option<Figure>) {
    let efficiency_of = |work: &mut Workings<u32>, outflow: Figure, inflow: Figure| {
        work.compute(canal.key, &MeasuredEfficiency, Flows { outflow, inflow })
    };
    match (canal.inflow.clone(), canal.outflow.clone()) {
        (Some(inflow), Some(outflow)) => {
            let efficiency = efficiency_of(work, outflow, inflow);
            let gross = efficiency.clone().and_then(|e| by_efficiency(work, canal.key, net.clone(), e));
            (gross, efficiency)
        }
        _ => {
            let gross = seeping(work, canal, net);
            let efficiency = gross.clone().and_then(|gross| efficiency_of(work, net.clone(), gross));
            (gross, efficiency)
        }
    }
}

fn by_efficiency(work: &mut Workings<u32>, key: u32, net: Figure, coefficient: Figure) -> Option<Figure> {
    work.compute(key, &GrossFromNet, NetAndCoefficient { net, coefficient })
}

fn seeping(work: &mut Workings<u32>, canal: &CanalReach, net: &Figure) -> Option<Figure> {
    let (soil_a, soil_m) = canal.soil.clone().unzip();
    let lacks_both = canal.length.is_none() && soil_a.is_none();
    let inputs = Canal {
        net_flow_m3_s: Some(net.clone()),
        length_km: canal.length.clone(),
        soil_a,
        soil_m,
        lining_factor: canal.lining_factor.clone(),
        groundwater_factor: canal.groundwater_factor.clone(),
    };
    let gross = work.require(canal.key, &CanalGrossFlow, inputs);
    // Not only the length is said to be missing.
    if lacks_both {
        work.refuse(canal.key, &CanalGrossFlow, Fault::at("soil_a", FaultKind::Missing));
    }
    gross
}

fn year_water(work: &mut Workings<u32>, diverted: Vec<Figure>, days: Option<Figure>) -> Option<Figure> {
    let days = days?;
    let flow_m3_s = sum(work, WHOLE, diverted)?;
    work.compute(WHOLE, &WaterOfFlow, FlowAndDays { flow_m3_s, days })
}
