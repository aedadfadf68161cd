//! What both pictures of a net say: words, figures, the table, the legend.

use super::marks::{CIRCULATION, EXCEEDS, UNKNOWN, WITHIN};
use super::model::{Flow, FlowNet, FlowNode, FlowWords, Severity, Water};
use crate::chart::picture::{Table, Values};

/// The amount, if it is one.
pub(super) fn amount(flow: &Flow) -> Option<f64> {
    flow.amount.filter(|amount| amount.is_finite() && *amount >= 0.0)
}

/// The amount as text: the caller's label, else plainly formatted.
pub(super) fn label(net: &FlowNet, values: Values, flow: &Flow) -> String {
    match amount(flow) {
        None => net.words.unknown.clone(),
        Some(_) if !flow.label.is_empty() => flow.label.clone(),
        Some(amount) => values.text(amount),
    }
}

/// The flows whose ends are nodes, each with its place.
pub(super) fn sound(net: &FlowNet) -> impl Iterator<Item = (usize, &Flow)> {
    let count = net.nodes.len();
    net.flows.iter().enumerate().filter(move |(_, flow)| flow.from < count && flow.to < count)
}

/// What is heard of a flow and shown to the pointer, line by line.
pub(super) fn said_of_flow(net: &FlowNet, values: Values, flow: &Flow) -> Vec<String> {
    let name = |node: usize| net.nodes[node].name.as_str();
    let figure = phrase(&label(net, values, flow), amount(flow).map_or("", |_| values.unit));
    vec![
        format!("{} → {}", name(flow.from), name(flow.to)),
        phrase(&net.words.waters[flow.water as usize], &figure),
    ]
}

/// What is heard of a node: its name, its group, its sums, what goes round, what is left.
pub(super) fn said_of_node(net: &FlowNet, values: Values, node: &FlowNode) -> Vec<String> {
    let FlowWords { sums: [inward, outward], circulation, .. } = &net.words;
    let mut said = vec![node.name.clone(), node.group.clone()];
    for (word, figure) in
        [(inward, &node.sums[0]), (outward, &node.sums[1]), (circulation, &node.circulation)]
    {
        if !figure.is_empty() {
            said.push(phrase(word, &phrase(figure, values.unit)));
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
pub(super) fn table(net: &FlowNet, values: Values) -> Table {
    let [from, to, water, figure] = net.words.head.clone();
    let head = values.head(&figure);
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (_, flow) in sound(net) {
        rows.push(vec![
            net.nodes[flow.from].name.clone(),
            net.nodes[flow.to].name.clone(),
            net.words.waters[flow.water as usize].clone(),
            label(net, values, flow),
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

/// The key of the flow diagram: the tints that occur with what they are called and come to, where water leaves with the
/// way that it takes, and how many flows are not drawn.
pub(super) fn key(net: &FlowNet, hidden: usize) -> Vec<(Option<usize>, String)> {
    use Water::{Consumption, Discharge, Fresh, Leakage, NonConventional, Reclaimed, Reused};
    let words = &net.words;
    let named = |water: Water| words.waters[water as usize].as_str();
    let tints: [(&[Water], &str, &str); 6] = [
        (&[Fresh], named(Fresh), ""),
        (&[NonConventional], named(NonConventional), ""),
        (&[Reclaimed, Reused], &words.again, ""),
        (&[Discharge], named(Discharge), "→"),
        (&[Consumption], named(Consumption), "↑"),
        (&[Leakage], named(Leakage), "↓"),
    ];
    let mut entries = Vec::new();
    for ((waters, name, way), total) in tints.into_iter().zip(&words.totals) {
        if sound(net).any(|(_, flow)| waters.contains(&flow.water)) {
            entries.push((Some(waters[0] as usize), phrase(&phrase(name, way), total)));
        }
    }
    if net.nodes.iter().any(|node| !node.circulation.is_empty()) {
        entries.push((None, phrase(&phrase("↻", &words.circulation), &words.totals[6])));
    }
    if sound(net).any(|(_, flow)| amount(flow).is_none()) {
        entries.push((Some(UNKNOWN), words.unknown.clone()));
    }
    if net.nodes.iter().any(|node| node.severity == Severity::Exceeds) {
        entries.push((Some(EXCEEDS), format!("{} · {}", words.residual[0], words.residual[2])));
    }
    if hidden > 0 {
        entries.push((None, phrase(&words.hidden, &format!("… +{hidden}"))));
    }
    entries
}

/// The kinds of water and marks that occur, with what they are called, and how many flows are not drawn.
pub(super) fn legend(net: &FlowNet, hidden: usize) -> Vec<(Option<usize>, String)> {
    let words = &net.words;
    let mut entries = Vec::new();
    for (nth, name) in words.waters.iter().enumerate() {
        if sound(net).any(|(_, flow)| flow.water as usize == nth) {
            entries.push((Some(nth), name.clone()));
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
            entries.push((Some(sample), text));
        }
    }
    if hidden > 0 {
        entries.push((None, phrase(&words.hidden, &format!("… +{hidden}"))));
    }
    entries
}
