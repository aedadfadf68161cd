//! 附件, files that are attached to rows of the ledger: which rows carry them and how these are known, what is refused, what is shown.
//!
//! The files lie beside the ledger and not in it: a picture would make every saving of the document as heavy as itself.

use super::{
    ANSWERS, AnswerColumn, EVIDENCE, EvidenceColumn, INSTITUTION_METERS, METERS, PREREQUISITES, Row, RowId,
    TableSpec,
};

/// How large an attached file may be, in bytes.
pub const MOST_ATTACHED: f64 = 50e6;

/// How long a file that was removed can be brought back, in milliseconds.
const RESTORABLE: f64 = 24.0 * 60.0 * 60.0 * 1000.0;

/// A table whose rows carry files: it stands in a list of sheets.
struct Carrier {
    table: &'static TableSpec,
    /// What a row is known by within its sheet.
    key: fn(&Row) -> String,
}

/// The tables whose rows carry files. Rows that a rubric asks for are known by what they are of, as they may be made anew; others by
/// their identity, which no other row gets.
static CARRIERS: [Carrier; 5] = [
    Carrier {
        table: &EVIDENCE,
        key: |row| format!("{}/{}", &row[EvidenceColumn::Of], &row[EvidenceColumn::Number]),
    },
    Carrier { table: &ANSWERS, key: |row| row[AnswerColumn::Of].to_string() },
    Carrier { table: &PREREQUISITES, key: |row| row[AnswerColumn::Of].to_string() },
    Carrier { table: &INSTITUTION_METERS, key: |row| row.id.0.to_string() },
    Carrier { table: &METERS, key: |row| row.id.0.to_string() },
];

/// The name by which files of a row are kept, the same as long as the row is there; none where rows of its table carry none.
///
/// ```
/// use water_ledger::ledger::{Example, EVIDENCE, INSTITUTION_METERS, REVIEWS, carrier, with_asked_rows};
/// use water_ledger::text::Language;
/// let ledger = with_asked_rows(&Example::Institution.ledger(Language::Chinese)).unwrap();
/// let sheet = &ledger.sheets(&REVIEWS)[0];
/// let meter = &sheet.rows(&INSTITUTION_METERS)[0];
/// assert_eq!(carrier(sheet.id, meter).as_deref(), Some("institution/1/meters/1"));
/// let evidence = carrier(sheet.id, &sheet.rows(&EVIDENCE)[0]).unwrap();
/// assert!(evidence.starts_with("institution/1/evidence/public-institution-2013:"), "{evidence}");
/// ```
pub fn carrier(sheet: RowId, row: &Row) -> Option<String> {
    let carrier = CARRIERS.iter().find(|one| one.table == row.table())?;
    Some(format!("{}{}/{}", of_sheet(carrier.table, sheet), carrier.table.name, (carrier.key)(row)))
}

/// What the names of all carriers in a sheet begin with, by any table of it.
pub fn of_sheet(table: &'static TableSpec, sheet: RowId) -> String {
    format!("{}/{}/", table.sheets().name, sheet.0)
}

/// A file that is attached, without its content.
#[derive(Clone, Debug, PartialEq)]
pub struct Attachment {
    /// Its number among those of the ledger.
    pub id: f64,
    /// The row that carries it; see [`carrier`].
    pub carrier: String,
    /// What it is called.
    pub name: String,
    /// As what it is shown; see [`shown_as`].
    pub shown: Option<&'static str>,
    /// How large it is.
    pub bytes: f64,
    /// When it was attached, in milliseconds since 1970.
    pub at_ms: f64,
    /// When it was removed.
    pub removed_ms: Option<f64>,
}

impl Attachment {
    /// Whether its time is over: it was removed, and nobody brought it back. A clock that was put back leaves it where it is.
    pub fn is_over(&self, now_ms: f64) -> bool {
        self.removed_ms.is_some_and(|removed| now_ms - removed > RESTORABLE)
    }
}

/// The kinds of files that are shown, by what they begin with. A kind is listed where a browser draws it and runs nothing that stands
/// in it: a picture as SVG and a page as HTML may hold scripts, and are never opened.
static SHOWN: [(&[u8], &str); 6] = [
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"RIFF", "image/webp"),
    (b"%PDF-", PDF),
];

/// A PDF, which is shown in a page of its own.
pub const PDF: &str = "application/pdf";

/// As what a file is shown, by its content and never by its name or by what somebody called it; none where it is only handed out.
///
/// ```
/// use water_ledger::ledger::shown_as;
/// assert_eq!(shown_as(b"%PDF-1.7"), Some("application/pdf"));
/// assert_eq!(shown_as(b"<svg onload='alert(1)'/>"), None);
/// assert_eq!(shown_as(b"RIFF\0\0\0\0WAVEfmt "), None);
/// ```
pub fn shown_as(content: &[u8]) -> Option<&'static str> {
    let (_, kind) = SHOWN.iter().find(|(beginning, _)| content.starts_with(beginning))?;
    // Sounds and films begin as these pictures do.
    let is_other = *kind == "image/webp" && content.get(8..12) != Some(b"WEBP");
    (!is_other).then_some(*kind)
}

/// A kind of [`shown_as`] by its name.
pub fn shown_kind(name: &str) -> Option<&'static str> {
    SHOWN.iter().map(|(_, kind)| *kind).find(|kind| *kind == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Example, PERIODS, REVIEWS, with_asked_rows};
    use crate::text::Language;

    #[test]
    fn every_row_that_carries_files_has_a_name_of_its_own() {
        for (example, list) in [(Example::University, &REVIEWS), (Example::Works, &PERIODS)] {
            let ledger = example.ledger(Language::English);
            let ledger = with_asked_rows(&ledger).unwrap_or(ledger);
            let mut names = Vec::new();
            for sheet in ledger.sheets(list) {
                let tables = CARRIERS.iter().filter(|one| one.table.sheets() == list);
                for row in tables.flat_map(|one| sheet.rows(one.table)) {
                    let name = carrier(sheet.id, row).expect("a carrier");
                    assert!(name.starts_with(&of_sheet(row.table(), sheet.id)), "{name}");
                    names.push(name);
                }
            }
            let count = names.len();
            names.sort();
            names.dedup();
            assert!(count > 0 && names.len() == count);
        }
    }

    #[test]
    fn nothing_that_can_run_is_shown() {
        for content in
            [&b"<!doctype html><script>"[..], b"<svg xmlns=''/>", b"<?xml version='1.0'?>", b"", b"MZ"]
        {
            assert_eq!(shown_as(content), None);
        }
        for (beginning, kind) in SHOWN {
            let content = [beginning, b"\0\0\0\0WEBP"].concat();
            assert_eq!(shown_as(&content), Some(kind));
            assert_eq!(shown_kind(kind), Some(kind));
        }
        assert_eq!(shown_kind("text/html"), None);
    }

    #[test]
    fn what_was_removed_can_be_brought_back_for_a_day() {
        let one = |removed_ms| Attachment {
            id: 1.0,
            carrier: String::new(),
            name: String::new(),
            shown: None,
            bytes: 1.0,
            at_ms: 0.0,
            removed_ms,
        };
        assert!(!one(None).is_over(1e12));
        assert!(!one(Some(1e12)).is_over(1e12 + RESTORABLE));
        assert!(one(Some(1e12)).is_over(1e12 + RESTORABLE + 1.0));
        assert!(!one(Some(1e12)).is_over(0.0));
    }
}
