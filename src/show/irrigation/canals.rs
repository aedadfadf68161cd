//! A district's canals as a schematic and as bars of what they lose.

use std::collections::HashMap;

use crate::chart::{Axis, Canal, CanalTree, Chart, Kind, Point, Role, Series};
use crate::evaluate::DistrictDetail;
use crate::irrigation::CanalFigures;
use crate::ledger::{CANALS, CanalColumn, Row, RowId};
use crate::metric::Figure;
use crate::numeric::in_order;
use crate::show::finding::{Change, is_sound};
use crate::show::table_view::filled;
use crate::text::{Key, Language, Message, number};

/// Shares lost from which the second, third and fourth class of the schematic begin.
const LIMITS: [f64; 3] = [0.05, 0.10, 0.20];

/// How many bars are drawn; the canals that lose most come first.
const BARS: usize = 30;

/// The canals that could be computed, each with its figures.
fn computed<'d>(district: &'d Row, detail: &'d DistrictDetail) -> Vec<(&'d Row, &'d Figure, &'d Figure)> {
    filled(district.rows(&CANALS), &detail.canals.canals)
        .filter_map(|(_, row, figures)| {
            let figures: &CanalFigures = figures?;
            Some((row, figures.gross.as_ref()?, figures.net.as_ref()?))
        })
        .collect()
}

fn lost(gross: &Figure, net: &Figure) -> f64 {
    1.0 - net.value() / gross.value()
}

/// The schematic of the canals; none without canals that could be computed.
pub fn canal_schematic(district: &Row, detail: &DistrictDetail, language: Language) -> Option<Chart> {
    let found = computed(district, detail);
    if found.is_empty() {
        return None;
    }
    // A canal stands after the one it leaves, whatever the order of the table.
    let mut order: Vec<usize> = Vec::new();
    let by_name: HashMap<&str, usize> = found
        .iter()
        .enumerate()
        .rev()
        .map(|(place, (row, ..))| (row[CanalColumn::Name].trim(), place))
        .collect();
    let feeder = |place: usize| by_name.get(found[place].0[CanalColumn::Upstream].trim()).copied();
    let mut waiting: Vec<usize> = (0..found.len()).filter(|place| feeder(*place).is_none()).rev().collect();
    while let Some(place) = waiting.pop() {
        order.push(place);
        waiting.extend((0..found.len()).rev().filter(|other| feeder(*other) == Some(place)));
    }
    let place_of: HashMap<usize, usize> = order.iter().enumerate().map(|(at, place)| (*place, at)).collect();
    let canals = order.iter().map(|place| {
        let (row, gross, net) = found[*place];
        let share = lost(gross, net);
        Canal {
            name: row[CanalColumn::Name].trim().to_string(),
            parent: feeder(*place).and_then(|feeder| place_of.get(&feeder).copied()),
            inflow: gross.value(),
            outflow: net.value(),
            loss: Some(share),
            labels: [
                number(gross.value(), 4),
                number(net.value(), 4),
                format!("{} %", number(100.0 * share, 1)),
            ],
        }
    });
    let say = |key: Key| key.say(language).to_string();
    let tree = CanalTree {
        head: [
            Key::ColumnCanal,
            Key::ColumnUpstream,
            Key::ColumnGrossFlow,
            Key::ColumnNetFlow,
            Key::ChartLossShare,
        ]
        .map(say),
        limits: LIMITS,
        classes: [Key::ChartLoss1, Key::ChartLoss2, Key::ChartLoss3, Key::ChartLoss4].map(say),
        canals: canals.collect(),
    };
    let count = tree.canals.len().to_string();
    Some(Chart {
        id: "irrigation-canals".to_string(),
        kind: Kind::canals(tree),
        title: say(Key::ChartCanalsTitle),
        description: Message::new(Key::ChartCanalsDescription).with("count", count).say(language),
        unit: "m³/s".to_string(),
        decimals: 3,
        source: say(Key::ChartSourceOwn),
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    })
}

/// The canal that loses most; none without canals that could be computed.
pub fn most_lossy(district: &Row, detail: &DistrictDetail) -> Option<RowId> {
    let found = computed(district, detail);
    let lost: Vec<(RowId, f64)> =
        found.iter().map(|(row, gross, net)| (row.id, gross.value() - net.value())).collect();
    lost.into_iter().max_by(|one, other| one.1.total_cmp(&other.1)).map(|(row, _)| row)
}

/// What each canal loses, the greatest loss first; none with fewer than two canals.
pub fn canal_losses(district: &Row, detail: &DistrictDetail, language: Language) -> Option<Chart> {
    let found = computed(district, detail);
    if found.len() < 2 {
        return None;
    }
    let loss = |(_, gross, net): &(&Row, &Figure, &Figure)| gross.value() - net.value();
    let mut found = in_order(found, |a, b| loss(b).total_cmp(&loss(a)));
    found.truncate(BARS);
    let names = found.iter().map(|(row, ..)| row[CanalColumn::Name].trim().to_string()).collect();
    let point = |(place, canal): (usize, &(&Row, &Figure, &Figure))| {
        Point::new(place as f64, loss(canal), number(loss(canal), 4))
    };
    let say = |key: Key| key.say(language).to_string();
    Some(Chart {
        id: "irrigation-canal-losses".to_string(),
        kind: Kind::Bars,
        title: greatest_loss(&found).map_or_else(|| say(Key::ChartLossesTitle), |said| said.say(language)),
        subtitle: say(Key::ChartLossesDrawn),
        description: say(Key::ChartLossesDescription),
        unit: "m³/s".to_string(),
        x_title: say(Key::ColumnCanal),
        x: Axis::Named(names),
        decimals: 4,
        series: vec![Series {
            name: say(Key::ChartLosses),
            role: Role::Own,
            points: found.iter().enumerate().map(point).collect(),
            ..Series::default()
        }],
        source: say(Key::ChartSourceOwn),
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    })
}

/// The canal that loses most, of those in their order; none where one of them cannot be told.
fn greatest_loss(canals: &[(&Row, &Figure, &Figure)]) -> Option<Message> {
    let (row, gross, net) = canals.first()?;
    let loss = Change::of(net, gross).filter(|loss| loss.by > 0.0)?;
    let is_told = canals.iter().all(|(_, gross, net)| is_sound(gross) && is_sound(net));
    let name = row[CanalColumn::Name].trim();
    let said = Message::new(Key::FindingLosesMost).with("canal", name).with("amount", loss.shown);
    (is_told && !name.is_empty()).then_some(said)
}
