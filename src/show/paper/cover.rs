//! The cover of a report, of what was typed; nobody is named who was not.

use super::model::{Block, Cover, Section};
use super::writer::Writer;
use crate::ledger::{Column, Ledger, LedgerEntry, Row};
use crate::text::Key;

/// The cover: a line for what the report is of where the subject above the title does not say it, the entries of its sheet, those
/// of the ledger, and the lines to be signed by hand.
pub(in crate::show) fn cover(
    writer: &Writer,
    ledger: &Ledger,
    (name, subject): (Key, &str),
    lines: &[(Key, &str)],
    signatures: &[Key],
) -> Cover {
    let unnamed = subject.is_empty().then_some((name, ""));
    // The sheet says who compiled it, else the ledger does.
    let organisation = entry(ledger.document(), LedgerEntry::Organisation);
    let is_said = lines.iter().any(|(name, text)| *name == organisation.0 && !text.is_empty());
    let own =
        lines.iter().filter(|(name, _)| is_said || organisation.1.is_empty() || *name != organisation.0);
    let of_ledger = [LedgerEntry::Title, LedgerEntry::Organisation, LedgerEntry::Note];
    let of_ledger = of_ledger.map(|column| entry(ledger.document(), column)).into_iter();
    // Who has no name is called as the ledger is, which then is said above the title.
    let is_subject = |name: &Key, text: &str| *name == LedgerEntry::Title.spec().heading && text == subject;
    let of_ledger = of_ledger.filter(|(name, text)| {
        !text.is_empty() && (!is_said || *name != organisation.0) && !is_subject(name, text)
    });
    let line = |(name, text): (Key, &str)| (writer.say(name), text.trim().to_string());
    Cover {
        lines: unnamed.into_iter().chain(own.copied()).chain(of_ledger).map(line).collect(),
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
