//! The cover of a report, of what was typed; nobody is named who was not.

use super::model::{Block, Cover, Section};
use super::writer::Writer;
use crate::ledger::{Column, Row};
use crate::text::Key;

/// The cover: a line for what the report is of where the subject above the title does not say it, the entries of its sheet, and
/// the lines to be signed by hand.
pub(in crate::show) fn cover(
    writer: &Writer,
    (name, subject): (Key, &str),
    lines: &[(Key, &str)],
    signatures: &[Key],
) -> Cover {
    let unnamed = subject.is_empty().then_some((name, ""));
    let line = |(name, text): (Key, &str)| (writer.say(name), text.trim().to_string());
    Cover {
        lines: unnamed.into_iter().chain(lines.iter().copied()).map(line).collect(),
        signatures: signatures.iter().map(|name| writer.say(*name)).collect(),
    }
}

/// What was typed as a note, in full; none where nothing was.
pub(in crate::show) fn note(writer: &Writer, typed: &str) -> Option<Section> {
    let text = Block::Text(typed.trim().to_string(), Vec::new());
    (!typed.trim().is_empty()).then(|| writer.section(Key::ReportNote, vec![text]))
}

/// An entry of the sheet under its heading.
pub(in crate::show) fn entry<C: Column>(sheet: &Row, entry: C) -> (Key, &str) {
    (entry.spec().heading, sheet.text(entry.spec()).trim())
}
