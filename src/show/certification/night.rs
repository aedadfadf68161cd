//! A meter's night, in words: what its record holds, how little flows, how much of that is leak.

use crate::evaluate::ReviewResults;
use crate::institution::Night;
use crate::ledger::{NIGHTS, NightColumn, Row, RowId};
use crate::metering::{CommaSign, Layout, Readings, RecordSaid, RecordedAs, Separator, readings};
use crate::metric::Figure;
use crate::numeric::mean;
use crate::quantity::{Unit, read};
use crate::text::{Coded, Key, Language, Message, number};

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
pub fn night_line(sheet: &Row, found: &ReviewResults, row: RowId, language: Language) -> Option<NightLine> {
    let typed = sheet.rows(&NIGHTS).iter().find(|typed| typed.id == row)?;
    let held = record(typed)?;
    let night = found.institution.nights.iter().find(|night| night.key == row.0);
    let lowest = night.map(|night| lowest(night, language));
    let leak = found.figures.night_leaks.iter().find(|leak| leak.key == row.0).map(|leak| &leak.flow);
    let words = [count(&held), understood(&held)]
        .into_iter()
        .chain(lowest)
        .map(|message| message.say(language))
        .collect();
    Some(NightLine {
        words,
        leak: leak.and_then(|leak| leak.as_ref().ok()).cloned(),
        refused: leak.and_then(|leak| leak.as_ref().err()).map(|fault| fault.message(&[])),
    })
}

fn record(row: &Row) -> Option<Readings> {
    let number = |column, unit| read(&row[column], unit).ok().flatten().map(|typed| typed.value);
    let said = RecordSaid {
        kind: RecordedAs::from_typed(&row[NightColumn::Kind]),
        step: number(NightColumn::Step, Unit::Minute).map(|step| step as u32),
        column: number(NightColumn::Column, Unit::One).map(|column| column as usize),
    };
    let record = readings(row[NightColumn::Record].trim(), said).ok()?;
    (!record.volumes.is_empty()).then_some(record)
}

/// How the text was understood: what was decided for the whole record can be seen and, where it is wrong, said otherwise.
fn understood(held: &Readings) -> Message {
    let Layout { separator, comma, column, is_stamped, .. } = held.layout;
    let separator = match separator {
        Separator::Tab => Key::SeparatorTab,
        Separator::Semicolon => Key::SeparatorSemicolon,
        Separator::Comma => Key::SeparatorComma,
        Separator::Blank => Key::SeparatorBlank,
        Separator::None => Key::SeparatorNone,
    };
    let comma = match comma {
        CommaSign::None => Key::CommaNone,
        CommaSign::Grouping => Key::CommaGrouping,
        CommaSign::Decimal => Key::CommaDecimal,
    };
    let times = if is_stamped { Key::TimesStamped } else { Key::TimesCounted };
    Message::new(Key::NightUnderstood)
        .with_words("separator", separator.words())
        .with_words("comma", comma.words())
        .with("column", column.to_string())
        .with_words("kind", held.kind.name())
        .with_words("times", times.words())
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
