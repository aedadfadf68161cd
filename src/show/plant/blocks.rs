//! Balances, reconciliation and cost as tables, for the page and for paper.

use crate::evaluate::PeriodResults;
use crate::metering::RecordKind;
use crate::metric::Figure;
use crate::numeric::{order, round};
use crate::plant::{Amount, BalanceState, FlowEnd, PlaceKind, PlantFigures, SummaryFigures};
use crate::quantity::Unit;
use crate::show::paper::{Block, Cell, Column, Numbering, Writer};
use crate::show::{Tone, Verdict, VerdictWord};
use crate::text::{Coded, Key, Language, Message, grouped, number};

/// How many flows of the reconciliation are listed; the others hardly change.
const LISTED_FLOWS: usize = 60;

/// Whether the plant's balance closes, and where it does, whether a place's does not; none where it was not tested.
pub fn plant_verdict(found: &PeriodResults) -> Option<Verdict> {
    let figures = &found.figures;
    let limit = format!("{} %", number(figures.tolerance, 1));
    match &figures.closure {
        BalanceState::Tested { relative: Some(_), .. } => {
            let closes = figures.closure.closes(figures.tolerance) == Some(true);
            let verdict = match worst_place(found).filter(|_| closes) {
                // What is too much in one place and too little in another adds up to nothing.
                Some((count, place, percent)) => Verdict::new(Tone::Caution, Key::BalanceClosesButPlaces)
                    .with("count", count.to_string())
                    .with("place", place)
                    .with("percent", format!("{} %", number(percent, 1))),
                None if closes => Verdict::new(Tone::Good, Key::BalanceCloses),
                None => Verdict::new(Tone::Caution, Key::BalanceOpen),
            };
            Some(verdict.with("limit", limit))
        }
        BalanceState::Tested { relative: None, .. } | BalanceState::Empty => None,
        BalanceState::ByDifference => Some(Verdict::new(Tone::Neutral, Key::BalanceByDifference)),
        BalanceState::Unknown => Some(Verdict::new(Tone::Caution, Key::BalanceUnknown)),
    }
}

/// The verdict of [`plant_verdict`] in a word.
pub fn plant_verdict_word(found: &PeriodResults) -> Option<VerdictWord> {
    let verdict = plant_verdict(found)?;
    let figures = &found.figures;
    let worst = worst_place(found);
    let word = match (&figures.closure, figures.closure.closes(figures.tolerance)) {
        (BalanceState::ByDifference, _) => Key::BalanceWordByDifference,
        (BalanceState::Unknown, _) => Key::BalanceWordUnknown,
        (_, Some(true)) if worst.is_some() => Key::BalanceWordPlaces,
        (_, Some(true)) => Key::BalanceWordCloses,
        _ => Key::BalanceWordOpen,
    };
    let limit = format!("{} %", number(figures.tolerance, 1));
    let held_to = Message::new(Key::BalanceHeldTo).with("limit", limit);
    let tone = if word == Key::BalanceWordOpen { Tone::Failed } else { verdict.tone };
    let distance = worst.map(|(_, place, percent)| {
        Message::new(Key::BalanceWorst)
            .with("place", place)
            .with("percent", format!("{} %", number(percent, 1)))
    });
    Some(VerdictWord { distance, ..VerdictWord::new(held_to, tone, Message::new(word), false) })
}

/// How many places are open beyond the tolerance, and the one that is open furthest, with its per cent.
fn worst_place(found: &PeriodResults) -> Option<(usize, &str, f64)> {
    let places = found.plant.places.iter().zip(&found.figures.places);
    let open: Vec<(&str, f64)> = places
        .filter_map(|(place, figures)| {
            Some((place.name.as_str(), figures.closure.open_by(found.figures.tolerance)?))
        })
        .collect();
    let (name, percent) = open.iter().copied().max_by(|one, other| one.1.total_cmp(&other.1))?;
    Some((open.len(), name, percent))
}

/// What the measurements say of each other.
pub fn reconciliation_verdict(found: &PeriodResults, language: Language) -> Vec<Verdict> {
    let reconciled = found.figures.reconciled.as_ref();
    let Some((reconciled, test)) =
        reconciled.and_then(|reconciled| Some((reconciled, reconciled.result.global?)))
    else {
        return vec![Verdict::new(Tone::Neutral, Key::ReconcileNothing)];
    };
    let (tone, key) = if test.agrees() {
        (Tone::Good, Key::ReconcilePassed)
    } else {
        (Tone::Caution, Key::ReconcileFailed)
    };
    let said = Verdict::new(tone, key)
        .with("statistic", number(test.chi_square, 1))
        .with("degrees", test.degrees_of_freedom.to_string())
        .with("p", number(test.p, 3));
    let mut verdicts = vec![said];
    verdicts.extend(reconciled.suspects().iter().map(|flow| {
        let statistic = number(reconciled.correction(*flow), 1);
        let name = flow_name(found, *flow, language);
        Verdict::new(Tone::Caution, Key::ReconcileSuspect).with("flow", name).with("statistic", statistic)
    }));
    verdicts
}

/// What a flow is called: where it comes from and where it goes.
pub fn flow_name(found: &PeriodResults, flow: usize, language: Language) -> String {
    let Some(flow) = found.plant.flows.get(flow) else { return String::new() };
    let end = |end: FlowEnd| match end {
        FlowEnd::Place(place) => super::diagram::place_name(&found.plant, place, language),
        FlowEnd::Outside(outside) => outside.name().say(language).to_string(),
    };
    format!("{} → {}", end(flow.from), end(flow.to))
}

/// Every balance, and what reconciliation makes of the measurements.
pub fn balance_blocks(found: &PeriodResults, language: Language) -> Vec<Block> {
    let writer = Writer::new(language, Numbering::default());
    balances(&writer, found)
}

/// The same with the numbers of derivations.
pub(super) fn balances(writer: &Writer, found: &PeriodResults) -> Vec<Block> {
    let mut blocks = vec![closures(writer, found)];
    blocks.extend(levels(writer, found));
    blocks.extend(from_balance(writer, found));
    blocks.extend(reconciled(writer, found));
    blocks
}

fn closures(writer: &Writer, found: &PeriodResults) -> Block {
    let volume = Some(Unit::CubicMetre);
    let columns: [Column; 6] = [
        (Key::ColumnPlace, None),
        (Key::WaterIn, volume),
        (Key::WaterOut, volume),
        (Key::ColumnResidual, volume),
        (Key::ColumnClosure, Some(Unit::Percent)),
        (Key::ColumnVerdict, None),
    ];
    let row = |(at, place): (usize, &crate::plant::PlaceFigures)| {
        let name = Cell::text(super::diagram::place_name(&found.plant, at, writer.language));
        let volume = |figure: &Option<Figure>| writer.figure(figure.as_ref(), Unit::CubicMetre);
        let [residual, relative, verdict] = closure(writer, &found.figures, &place.closure);
        vec![name, volume(&place.into), volume(&place.out), residual, relative, verdict]
    };
    let rows = found.figures.places.iter().enumerate().map(row).collect();
    writer.table(writer.say(Key::ClosuresCaption), &columns, rows)
}

fn closure(writer: &Writer, figures: &PlantFigures, closure: &BalanceState) -> [Cell; 3] {
    let verdict = |key: Key| Cell::text(writer.say(key));
    let none = || Cell::text("–");
    match closure {
        BalanceState::Tested { residual, relative } => {
            let closes = closure.closes(figures.tolerance) == Some(true);
            [
                writer.figure(Some(residual), Unit::CubicMetre),
                writer.figure(relative.as_ref(), Unit::Percent),
                verdict(if closes { Key::ResidualWithin } else { Key::ResidualExceeds }),
            ]
        }
        BalanceState::ByDifference => [none(), none(), verdict(Key::VerdictByDifference)],
        BalanceState::Unknown => [none(), none(), verdict(Key::VerdictUnknown)],
        BalanceState::Empty => [none(), none(), verdict(Key::VerdictEmpty)],
    }
}

fn levels(writer: &Writer, found: &PeriodResults) -> Option<Block> {
    let volume = Some(Unit::CubicMetre);
    let columns: [Column; 6] = [
        (Key::ColumnUnit, None),
        (Key::ColumnOwnMeter, volume),
        (Key::ColumnPartsSum, volume),
        (Key::ColumnResidual, volume),
        (Key::ColumnClosure, Some(Unit::Percent)),
        (Key::ColumnVerdict, None),
    ];
    let row = |(level, figures): (&crate::plant::SummaryUnit, &SummaryFigures)| {
        let volume = |figure: &Option<Figure>| writer.figure(figure.as_ref(), Unit::CubicMetre);
        let [residual, relative, verdict] = closure(writer, &found.figures, &figures.closure);
        vec![
            Cell::text(level.name.clone()),
            volume(&level.metered),
            volume(&figures.parts),
            residual,
            relative,
            verdict,
        ]
    };
    let rows: Vec<Vec<Cell>> = found.plant.levels.iter().zip(&found.figures.levels).map(row).collect();
    (!rows.is_empty()).then(|| writer.table(writer.say(Key::LevelsCaption), &columns, rows))
}

/// Amounts that nobody measured.
fn from_balance(writer: &Writer, found: &PeriodResults) -> Option<Block> {
    let columns: [Column; 3] =
        [(Key::ColumnFlow, None), (Key::ColumnAmount, Some(Unit::CubicMetre)), (Key::ColumnVerdict, None)];
    let row = |(flow, amount): (usize, &Amount)| {
        let name = Cell::text(flow_name(found, flow, writer.language));
        let (figure, verdict) = match amount {
            Amount::Typed(_) => return None,
            Amount::FromBalance(figure) => (Some(figure), Key::AmountDetermined),
            Amount::Unknown => (None, Key::AmountUnknown),
        };
        Some(vec![name, writer.figure(figure, Unit::CubicMetre), Cell::text(writer.say(verdict))])
    };
    let rows: Vec<Vec<Cell>> = found.figures.amounts.iter().enumerate().filter_map(row).collect();
    (!rows.is_empty()).then(|| writer.table(writer.say(Key::FromBalanceCaption), &columns, rows))
}

/// The adjusted amounts, those that had to move most first.
fn reconciled(writer: &Writer, found: &PeriodResults) -> Vec<Block> {
    let Some(reconciled) = &found.figures.reconciled else { return Vec::new() };
    let volume = Some(Unit::CubicMetre);
    let columns: [Column; 6] = [
        (Key::ColumnFlow, None),
        (Key::ColumnMeasured, volume),
        (Key::ColumnAssumedU, volume),
        (Key::ColumnAdjusted, volume),
        (Key::ColumnAdjustedU, volume),
        (Key::ColumnCorrection, Some(Unit::One)),
    ];
    let result = &reconciled.result.flows;
    let size = |flow: usize| result[flow].standardised.map_or(0.0, f64::abs);
    let flows = order(result.len(), &mut |a, b| size(b).total_cmp(&size(a)));
    let left = flows.len().saturating_sub(LISTED_FLOWS);
    let amount =
        |value: Option<f64>| Cell::text(value.map_or("–".to_string(), |value| grouped(value.round())));
    let row = |flow: &usize| {
        let (measured, adjusted) = (reconciled.measured[*flow], result[*flow]);
        vec![
            Cell::text(flow_name(found, *flow, writer.language)),
            amount(measured.map(|measured| measured.value)),
            amount(measured.map(|measured| measured.u)),
            amount(adjusted.value),
            amount(adjusted.u),
            Cell::text(adjusted.standardised.map_or("–".to_string(), |correction| number(correction, 1))),
        ]
    };
    let rows = flows.iter().take(LISTED_FLOWS).map(row).collect();
    let mut blocks = vec![writer.table(writer.say(Key::ReconciledCaption), &columns, rows)];
    if left > 0 {
        let more = Message::new(Key::ReconciledMore).with("count", left.to_string());
        blocks.push(Block::Text(writer.tell(more), Vec::new()));
    }
    let share = |kind: RecordKind| {
        let place = RecordKind::ALL.iter().position(|one| *one == kind);
        number(100.0 * place.map_or(0.0, |place| found.plant.usual[place]), 0)
    };
    let note = Message::new(Key::ReconciledNote)
        .with("metered", share(RecordKind::Metered))
        .with("estimated", share(RecordKind::Estimated))
        .with("calculated", share(RecordKind::Calculated));
    blocks.push(Block::Text(writer.tell(note), vec![writer.say(Key::MarkUnverified)]));
    blocks
}

/// Who bears what water costs.
pub fn cost_blocks(found: &PeriodResults, language: Language) -> Vec<Block> {
    costs(&Writer::new(language, Numbering::default()), found)
}

/// The same with the numbers of derivations.
pub(super) fn costs(writer: &Writer, found: &PeriodResults) -> Vec<Block> {
    let costs = &found.figures.costs;
    if costs.places.is_empty() {
        return vec![Block::Text(writer.say(Key::CostsNone), Vec::new())];
    }
    // What all rows up to one come to is rounded, so that the rows as shown add up to the sum below them.
    let (mut exact, mut shown) = (0.0, 0.0);
    let mut yuan = |value: f64| {
        exact += value;
        let before = std::mem::replace(&mut shown, round(exact, 2));
        Cell::text(grouped(round(shown - before, 2)))
    };
    let mut head: Vec<Column> = vec![(Key::ColumnUnit, None)];
    head.push((Key::ColumnCostBorne, Some(Unit::Yuan)));
    head.push((Key::ColumnCostPerUse, Some(Unit::YuanPerCubicMetre)));
    let mut row = |place: &crate::plant::PlaceCost| {
        let is_use = matches!(found.plant.places[place.place].kind, PlaceKind::Unit(kind) if kind.is_use());
        let name = super::diagram::place_name(&found.plant, place.place, writer.language);
        let name = if is_use { name } else { format!("{name} *") };
        vec![
            Cell::text(name),
            yuan(place.borne),
            writer.figure(place.per_volume.as_ref(), Unit::YuanPerCubicMetre),
        ]
    };
    let mut rows: Vec<Vec<Cell>> = costs.places.iter().map(&mut row).collect();
    if costs.unallocated > 0.0 {
        rows.push(vec![
            Cell::text(writer.say(Key::CostUnallocated)),
            yuan(costs.unallocated),
            Cell::text("–"),
        ]);
    }
    rows.push(vec![
        Cell::text(writer.say(Key::CostSum)),
        writer.figure(costs.total.as_ref(), Unit::Yuan),
        Cell::text("–"),
    ]);
    let by_item: Vec<Vec<Cell>> = costs
        .items
        .iter()
        .map(|(item, sum)| {
            vec![Cell::text(item.name().get(writer.language)), writer.figure(Some(sum), Unit::Yuan)]
        })
        .collect();
    vec![
        writer.table(
            writer.say(Key::CostsByItem),
            &[(Key::ColumnCostItem, None), (Key::ColumnCostSum, Some(Unit::Yuan))],
            by_item,
        ),
        writer.table(writer.say(Key::CostsByUnit), &head, rows),
        Block::Text(writer.say(Key::CostsNote), Vec::new()),
    ]
}
