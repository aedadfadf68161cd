//! A meter's night, in words: what its record holds, how little flows, how much of that is leak.

use crate::evaluate::ReviewResults;
use crate::ledger::{NightColumn, NightRow, Place, ReviewSheet, ReviewTable, RowId, TableAt};
use crate::metering::{Readings, RecordedAs, readings};
use crate::metric::{Figure, Origin};
use crate::numeric::mean;
use crate::quantity::{Unit, read};
use crate::text::{Coded, Key, Language, Message, number};
use crate::unit::Night;

/// What a meter's record says.
#[derive(Clone, Debug, PartialEq)]
pub struct NightLine {
    /// What the record holds and how little flows, a sentence each.
    pub words: Vec<String>,
    /// What leaks.
    pub leak: Option<Figure>,
    /// Why there is no leak to tell, where a formula refuses it.
    pub refused: Option<Message>,
}

/// What a meter's record says; nothing is said of a record that is not there or cannot be read.
pub fn night_line(
    sheet: &ReviewSheet,
    found: &ReviewResults,
    row: RowId,
    language: Language,
) -> Option<NightLine> {
    let typed = sheet.nights.iter().find(|typed| typed.id == row)?;
    let held = record(typed)?;
    let place = Place::cell(TableAt::Review(sheet.id, ReviewTable::Nights), row, NightColumn::Record.index());
    let at = found.unit.nights.iter().position(|night| is_of(night, place));
    let lowest = at.and_then(|at| found.unit.nights.get(at)).map(|night| lowest(night, language));
    let leak = at.and_then(|at| found.figures.night_leaks.get(at));
    let words = std::iter::once(count(&held)).chain(lowest).map(|message| message.say(language)).collect();
    Some(NightLine {
        words,
        leak: leak.and_then(|leak| leak.as_ref().ok()).cloned(),
        refused: leak.and_then(|leak| leak.as_ref().err()).map(|fault| fault.message(&[])),
    })
}

fn record(row: &NightRow) -> Option<Readings> {
    let kind = RecordedAs::from_typed(&row.kind).unwrap_or(RecordedAs::Volume);
    let step = read(&row.step, Unit::Minute).ok().flatten().map(|step| step.value as u32);
    let record = readings(row.record.trim(), kind, step).ok()?;
    (!record.volumes.is_empty()).then_some(record)
}

/// Whether a night was read from a record: its flows know the cell.
fn is_of(night: &Night, record: Place) -> bool {
    let leaf = record.leaf();
    night.lowest.iter().any(|flow| matches!(flow.origin(), Origin::Typed(typed) if typed.id == leaf))
}

fn count(held: &Readings) -> Message {
    let values = held.volumes.iter().filter(|volume| volume.is_finite()).count();
    Message::new(Key::NightCount)
        .with("count", values.to_string())
        .with("step", held.step.to_string())
        .with("gaps", held.gaps.to_string())
}

fn lowest(night: &Night, language: Language) -> Message {
    let flows: Vec<f64> = night.lowest.iter().map(Figure::value).collect();
    let flow = format!("{} {}", number(mean(&flows), 2), Unit::CubicMetrePerHour.symbol(language));
    Message::new(Key::NightLowest).with("flow", flow).with("count", flows.len().to_string())
}
