//! What both pictures of a net of flows share: what can be drawn of it, its words, its table, its marks.

use super::ink::{Ink, WATERS, WaterInk};
use super::layout::Use;
use super::legend::Sample;
use super::model::{Chart, Flow, FlowNet, FlowNode, FlowWords, Severity, Water};
use super::svg::{Canvas, FINE, Spot, escape, path_data, px};
use super::table::Table;
use crate::numeric::fixed;

/// Samples of the legend beyond the kinds of water.
pub(super) const UNKNOWN: usize = WATERS.len();
pub(super) const CIRCULATION: usize = UNKNOWN + 1;
pub(super) const WITHIN: usize = UNKNOWN + 2;
pub(super) const EXCEEDS: usize = UNKNOWN + 3;

/// What a finger or a pointer needs to hit a thin line.
const HIT: i32 = 12 * FINE;
/// Length of an arrow's head.
pub(super) const HEAD: i32 = 7 * FINE;
/// Room of a residual's mark before its label.
pub(super) const MARK: i32 = 28 * FINE;

/// The amount, if it is one.
pub(super) fn amount(flow: &Flow) -> Option<f64> {
    flow.amount.filter(|amount| amount.is_finite() && *amount >= 0.0)
}

/// The amount as text: the caller's label, else plainly formatted.
pub(super) fn label(net: &FlowNet, chart: &Chart, flow: &Flow) -> String {
    match amount(flow) {
        None => net.words.unknown.clone(),
        Some(_) if !flow.label.is_empty() => flow.label.clone(),
        Some(amount) => fixed(amount, chart.decimals.min(Chart::MOST_DECIMALS)),
    }
}

/// The flows whose ends are nodes, each with its place.
pub(super) fn sound(net: &FlowNet) -> impl Iterator<Item = (usize, &Flow)> {
    let count = net.nodes.len();
    net.flows.iter().enumerate().filter(move |(_, flow)| flow.from < count && flow.to < count)
}

pub(super) fn water_ink(water: Water) -> &'static WaterInk {
    &WATERS[water as usize]
}

/// What is heard of a flow and shown to the pointer, line by line.
pub(super) fn said_of_flow(net: &FlowNet, chart: &Chart, flow: &Flow) -> Vec<String> {
    let name = |node: usize| net.nodes[node].name.as_str();
    let figure = phrase(&label(net, chart, flow), amount(flow).map_or("", |_| chart.unit.as_str()));
    vec![
        format!("{} → {}", name(flow.from), name(flow.to)),
        phrase(&net.words.waters[flow.water as usize], &figure),
    ]
}

/// What is heard of a node: its name, its group, its sums, what goes round, what is left.
pub(super) fn said_of_node(net: &FlowNet, chart: &Chart, node: &FlowNode) -> Vec<String> {
    let FlowWords { sums: [inward, outward], circulation, .. } = &net.words;
    let mut said = vec![node.name.clone(), node.group.clone()];
    for (word, figure) in
        [(inward, &node.sums[0]), (outward, &node.sums[1]), (circulation, &node.circulation)]
    {
        if !figure.is_empty() {
            said.push(phrase(word, &phrase(figure, &chart.unit)));
        }
    }
    if let Some(word) = severity_word(net, node.severity) {
        said.push(phrase(&phrase(&net.words.residual[0], &node.residual), word));
    }
    said.retain(|line| !line.is_empty());
    said
}

/// Two words with a space between, or the one there is.
pub(super) fn phrase(a: &str, b: &str) -> String {
    let space = if a.is_empty() || b.is_empty() { "" } else { " " };
    format!("{a}{space}{b}")
}

/// What is said of a residual; nothing if it is not shown.
pub(super) fn severity_word(net: &FlowNet, severity: Severity) -> Option<&str> {
    match severity {
        Severity::None => None,
        Severity::Within => Some(&net.words.residual[1]),
        Severity::Exceeds => Some(&net.words.residual[2]),
    }
}

/// A row for each flow, then one for each circulation and each residual.
pub(super) fn table(net: &FlowNet, chart: &Chart) -> Table {
    let [from, to, water, figure] = net.words.head.clone();
    let head = if chart.unit.is_empty() { figure } else { format!("{figure} ({})", chart.unit) };
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (_, flow) in sound(net) {
        rows.push(vec![
            net.nodes[flow.from].name.clone(),
            net.nodes[flow.to].name.clone(),
            net.words.waters[flow.water as usize].clone(),
            label(net, chart, flow),
        ]);
    }
    for node in net.nodes.iter().filter(|node| !node.circulation.is_empty()) {
        let name = &node.name;
        rows.push(vec![name.clone(), name.clone(), net.words.circulation.clone(), node.circulation.clone()]);
    }
    for node in &net.nodes {
        if let Some(word) = severity_word(net, node.severity) {
            let what = format!("{} · {word}", net.words.residual[0]);
            rows.push(vec![node.name.clone(), String::new(), what, node.residual.clone()]);
        }
    }
    Table { head: vec![from, to, water, head], rows }
}

/// The kinds of water and marks that occur, with what they are called, and how many flows are not drawn.
pub(super) fn legend(net: &FlowNet, hidden: usize) -> Vec<(Sample, String)> {
    let words = &net.words;
    let mut entries = Vec::new();
    for (nth, name) in words.waters.iter().enumerate() {
        if sound(net).any(|(_, flow)| flow.water as usize == nth) {
            entries.push((Sample::Own(nth, 10 * FINE), name.clone()));
        }
    }
    let severe = |severity| net.nodes.iter().any(|node| node.severity == severity);
    let residual = |nth: usize| format!("{} · {}", words.residual[0], words.residual[nth]);
    let others = [
        (UNKNOWN, sound(net).any(|(_, flow)| amount(flow).is_none()), words.unknown.clone()),
        (CIRCULATION, net.nodes.iter().any(|node| !node.circulation.is_empty()), words.circulation.clone()),
        (WITHIN, severe(Severity::Within), residual(1)),
        (EXCEEDS, severe(Severity::Exceeds), residual(2)),
    ];
    for (sample, occurs, text) in others {
        if occurs {
            entries.push((Sample::Own(sample, 10 * FINE), text));
        }
    }
    if hidden > 0 {
        entries.push((Sample::None, phrase(&words.hidden, &format!("… +{hidden}"))));
    }
    entries
}

/// Draws the samples that both pictures have: what is not known, what goes round, residuals.
pub(super) fn draw_sample(canvas: &mut Canvas, sample: usize, (x, end, y): (i32, i32, i32)) {
    match sample {
        UNKNOWN => draw_unknown(canvas, &WATERS[0], &path_data(&[(x, y), (end, y)])),
        CIRCULATION => draw_loop(canvas, (x + 4 * FINE, y)),
        WITHIN => draw_residual(canvas, Severity::Within, (x, y)),
        _ => draw_residual(canvas, Severity::Exceeds, (x, y)),
    }
}

/// Opens the group of a node or a flow, which can be found, heard and, in a page, chosen.
pub(super) fn open(canvas: &mut Canvas, class: &str, data: Option<(&str, usize)>, said: &[String], on: Use) {
    let data = data.map(|(what, place)| match on {
        Use::InPage => format!(
            r#" data-{what}="{place}" tabindex="0" role="button" aria-label="{}""#,
            escape(&said.join(", "))
        ),
        Use::OnItsOwn => format!(r#" data-{what}="{place}""#),
    });
    let said = said.iter().map(|line| escape(line)).collect::<Vec<_>>().join("\n");
    canvas.element(format_args!(r#"<g class="{class}"{}><title>{said}</title>"#, data.unwrap_or_default()));
}

pub(super) fn close(canvas: &mut Canvas) {
    canvas.element(format_args!("</g>"));
}

/// A wide line that is not seen, so that a thin one can be hit.
pub(super) fn draw_hit(canvas: &mut Canvas, path: &str, thickness: i32) {
    let width = px(thickness.max(HIT));
    canvas.element(format_args!(
        r##"<path class="hit" d="{path}" fill="none" stroke="#000000" stroke-opacity="0" stroke-width="{width}" pointer-events="stroke"/>"##
    ));
}

/// A thin dashed line: that water flows is known, how much is not.
pub(super) fn draw_unknown(canvas: &mut Canvas, ink: &WaterInk, path: &str) {
    let (class, colour) = (ink.class, ink.colour);
    canvas.element(format_args!(
        r#"<path class="ribbon {class}" d="{path}" fill="none" stroke="{colour}" stroke-width="1.5" stroke-dasharray="5 4"/>"#
    ));
}

/// The head of an arrow that ends at a place, coming along `(dx, dy)`, which is one step; it is as long as
/// it is wide.
pub(super) fn draw_head(canvas: &mut Canvas, ink: &WaterInk, (x, y): Spot, (dx, dy): (i32, i32), long: i32) {
    let (back_x, back_y) = (x - dx * long, y - dy * long);
    let half = long / 2;
    let corners =
        [(x, y), (back_x - dy * half, back_y + dx * half), (back_x + dy * half, back_y - dx * half)];
    let (class, colour, path) = (ink.class, ink.colour, path_data(&corners));
    canvas.element(format_args!(r#"<path class="head {class}" d="{path}Z" fill="{colour}"/>"#));
}

/// A small loop to the right of a place, as of water that comes back to it.
pub(super) fn draw_loop(canvas: &mut Canvas, (x, y): Spot) {
    let (class, colour) = Ink::Junction.fixed();
    let at = |dx: i32, dy: i32| format!("{} {}", px(x + dx * FINE), px(y + dy * FINE));
    let (from, over, under, to) = (at(0, -4), at(19, -6), at(19, 6), at(5, 4));
    let tip = [(x, y + 4 * FINE), (x + 6 * FINE, y + FINE), (x + 6 * FINE, y + 7 * FINE)];
    let tip = path_data(&tip);
    canvas.element(format_args!(
        r#"<path class="{class} line" d="M{from}C{over} {under} {to}" fill="none" stroke="{colour}" stroke-width="1.5"/>"#
    ));
    canvas.element(format_args!(r#"<path class="{class}" d="{tip}Z" fill="{colour}"/>"#));
}

/// A hatched stub and a shape: an open circle for what is allowed, a full triangle for what is not.
pub(super) fn draw_residual(canvas: &mut Canvas, severity: Severity, (x, y): Spot) {
    let (class, colour, hatch) = match severity {
        Severity::Exceeds => ("exceeds", "#b8470b", "2 1.5"),
        _ => ("within", "#4b585e", "1 3"),
    };
    let (end, half) = (x + 12 * FINE, 4 * FINE);
    let rim = path_data(&[(x, y - half), (end, y - half), (end, y + half), (x, y + half)]);
    let middle = path_data(&[(x, y), (end, y)]);
    let mut element = |args: std::fmt::Arguments| canvas.element(args);
    element(format_args!(
        r#"<path class="residual {class}" d="{rim}" fill="none" stroke="{colour}" stroke-width="1"/>"#
    ));
    element(format_args!(
        r#"<path class="residual {class}" d="{middle}" fill="none" stroke="{colour}" stroke-width="8" stroke-dasharray="{hatch}"/>"#
    ));
    let at = end + 8 * FINE;
    if severity == Severity::Exceeds {
        let (half, path) = (5 * FINE, &[(at, y - 5 * FINE), (at + 5 * FINE, y + 4 * FINE)]);
        let path = path_data(&[path[0], path[1], (at - half, y + 4 * FINE)]);
        element(format_args!(r#"<path class="shape {class}" d="{path}Z" fill="{colour}"/>"#));
    } else {
        let (x, y) = (px(at), px(y));
        element(format_args!(
            r#"<circle class="residual {class}" cx="{x}" cy="{y}" r="3.5" fill="none" stroke="{colour}" stroke-width="1.5"/>"#
        ));
    }
}
