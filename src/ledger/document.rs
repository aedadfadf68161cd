//! The saved document: its versions, and what happens to one that cannot be opened.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::address::places_of;
use super::migrate;
use super::migrate::SCHEMA;
use super::row::free_id;
use super::{
    Column, Damaged, LEDGER, LedgerEntry, Place, REVIEWS, Refused, ReviewEntry, Row, RowId, RubricId,
    RubricSheet, TableAt, TableSpec, sheet_of,
};
use crate::catalog;
use crate::rubric::Rubric;
use crate::text::{Damage, FileKind, Key, Message};

/// A document larger than this is refused unread. Twenty years of full tables stay below it.
const MAX_BYTES: usize = 20 * 1024 * 1024;

/// Everything a person entered.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    /// The title and the lists of sheets.
    pub(super) document: Row,
    /// Rubrics of one's own.
    pub rubrics: Vec<Arc<RubricSheet>>,
}

impl Default for Ledger {
    fn default() -> Ledger {
        Ledger { document: Row::blank(&LEDGER, RowId(0)), rubrics: Vec::new() }
    }
}

impl Ledger {
    /// An empty ledger of a title.
    pub fn titled(title: impl Into<String>) -> Ledger {
        let mut ledger = Ledger::default();
        ledger.document.set(LedgerEntry::Title.spec(), title.into());
        ledger
    }

    /// What the person calls it.
    pub fn title(&self) -> &str {
        &self.document[LedgerEntry::Title]
    }

    /// The sheets of a list, in the order of the tabs.
    pub fn sheets(&self, list: &TableSpec) -> &[Arc<Row>] {
        self.document.rows(list)
    }

    /// The ledger with one sheet alone, and the rubric of one's own that it names.
    pub fn with_sheet_alone(&self, list: &'static TableSpec, id: RowId) -> Ledger {
        self.with_sheets_alone(&[(list, id)])
    }

    /// The ledger with some sheets alone, and the rubrics of one's own that they name.
    pub fn with_sheets_alone(&self, alone: &[(&'static TableSpec, RowId)]) -> Ledger {
        let mut ledger = self.clone();
        for other in LEDGER.tables {
            let kept = self.sheets(other).iter().filter(|sheet| alone.contains(&(other, sheet.id))).cloned();
            let kept: Vec<Arc<Row>> = kept.collect();
            ledger = ledger.with_sheets(other, kept);
        }
        let sheets: Vec<Arc<Row>> = ledger.sheets(&REVIEWS).to_vec();
        let is_named = |name: &str| sheets.iter().any(|sheet| sheet[ReviewEntry::Rubric].trim() == name);
        ledger.rubrics.retain(|rubric| is_named(&rubric.name()));
        ledger
    }

    /// The ledger without what says whose the numbers are, and without notes.
    pub fn without_private(&self) -> Ledger {
        let mut ledger = self.clone();
        ledger.document.blank_private();
        ledger
    }

    /// The sheet of an identity.
    pub fn sheet(&self, list: &TableSpec, id: RowId) -> Option<&Arc<Row>> {
        self.document.row(list, id)
    }

    /// The ledger with other sheets in a list: a filled example, a merge.
    pub fn with_sheets<R: Into<Arc<Row>>>(
        mut self,
        list: &TableSpec,
        sheets: impl IntoIterator<Item = R>,
    ) -> Ledger {
        self.document = self.document.holding(list, sheets);
        self
    }

    /// The entries of the document itself, as a row.
    pub fn document(&self) -> &Row {
        &self.document
    }

    pub(super) fn document_mut(&mut self) -> &mut Row {
        &mut self.document
    }

    /// An entry of the document itself.
    pub fn entry(&self, entry: LedgerEntry) -> &str {
        &self.document[entry]
    }

    /// An identity that stands twice, by which a hand-made document would confuse its rows.
    pub fn duplicate_id(&self) -> Option<u32> {
        let mut seen = std::collections::HashSet::new();
        let twice = self.rubrics.iter().map(|sheet| sheet.id.0).find(|id| !seen.insert(*id));
        twice.or_else(|| self.document.duplicate_id())
    }
}

impl Ledger {
    /// The rows of a table; none when what it stands within is gone.
    pub fn rows_at(&self, table: TableAt) -> Option<&[Arc<Row>]> {
        match table.sheet() {
            None => Some(self.sheets(table.spec)),
            Some(sheet) => Some(self.sheet(table.spec.sheets(), sheet)?.rows_at(table)),
        }
    }

    /// The sheet of the same unit with the latest period before that of a sheet.
    pub fn sheet_before(&self, list: &'static TableSpec, id: RowId) -> Option<&Arc<Row>> {
        let (sheet, own) = (sheet_of(list)?, self.sheet(list, id)?);
        let (until, whose) = (sheet.period_of(own)?, sheet.unit_typed(own));
        let is_earlier = |one: &&Arc<Row>| {
            sheet.period_of(one).is_some_and(|period| period < until) && sheet.unit_typed(one) == whose
        };
        self.sheets(list).iter().filter(is_earlier).max_by_key(|one| sheet.period_of(one))
    }

    /// A row of a table.
    pub fn row_at(&self, table: TableAt, id: RowId) -> Option<&Arc<Row>> {
        self.rows_at(table)?.iter().find(|row| row.id == id)
    }

    /// What was typed at a place; nothing when it is gone.
    pub fn text_at(&self, place: Place) -> &str {
        let Some(column) = place.column else { return "" };
        if place.table.spec.is_document {
            return self.document().text(column);
        }
        self.row_at(place.table, place.row).map_or("", |row| row.text(column))
    }

    /// Every table that there is, outer before inner.
    pub fn tables(&self) -> Vec<TableAt> {
        let mut tables = Vec::new();
        for spec in LEDGER.tables {
            add_tables(spec.at(&[]), self.sheets(spec), &mut tables);
        }
        tables
    }

    /// Every cell that there is, the entries of sheets and rows among them, and the title.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        let title = LEDGER.at(&[]).row(self.document().id);
        let title = LEDGER.columns.iter().map(move |column| Place { column: Some(column), ..title });
        let lists = LEDGER.tables.iter();
        title.chain(
            lists.flat_map(|list| self.sheets(list).iter().flat_map(|sheet| places_of(list.at(&[]), sheet))),
        )
    }

    /// The cell of a path, or the sheet; none when it is gone.
    pub fn place_of_path(&self, path: &str) -> Option<Place> {
        let sheets = LEDGER
            .tables
            .iter()
            .flat_map(|list| self.sheets(list).iter().map(|sheet| list.at(&[]).row(sheet.id)));
        sheets.chain(self.places()).find(|place| place.path() == path)
    }

    /// The cell in which the number of an identity was typed; none when it is gone.
    pub fn place_of_input(&self, input_id: u64) -> Option<Place> {
        self.places().find(|place| place.input_id() == input_id)
    }
}

impl Ledger {
    /// Adds a rubric of one's own.
    pub(super) fn add_rubric(&mut self, form: Value) {
        let id = RubricId(free_id(self.rubrics.iter().map(|sheet| sheet.id.0)));
        self.rubrics.push(Arc::new(RubricSheet::new(id, form)));
    }

    /// The rubric of a name: one's own, else one that comes with the product.
    pub fn rubric(&self, name: &str) -> Option<Arc<Rubric>> {
        let own = self.rubrics.iter().find(|sheet| sheet.name() == name.trim());
        own.map_or_else(|| catalog::rubric(name.trim()), |sheet| sheet.rubric())
    }

    /// The rubric of one's own of an identity.
    pub fn own_rubric(&self, id: RubricId) -> Option<&Arc<RubricSheet>> {
        self.rubrics.iter().find(|sheet| sheet.id == id)
    }

    pub(super) fn own_rubric_mut(&mut self, id: RubricId) -> Result<&mut RubricSheet, Refused> {
        let sheet = self.rubrics.iter_mut().find(|sheet| sheet.id == id).ok_or(Refused::Gone)?;
        Ok(Arc::make_mut(sheet))
    }
}

fn add_tables(table: TableAt, rows: &[Arc<Row>], tables: &mut Vec<TableAt>) {
    tables.push(table);
    for row in rows {
        for spec in table.spec.tables {
            add_tables(table.inner(row.id, spec), row.rows(spec), tables);
        }
    }
}

/// What became of a saved text. Only the first kind may ever be written over.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// A ledger of this version or an older one.
    Ledger(Ledger),
    /// A ledger of a newer program: to be kept as it is.
    Newer {
        /// Its version.
        schema: u32,
    },
    /// A ledger of an older program, by who knows the newest form alone.
    Older {
        /// Its version.
        schema: u32,
    },
    /// Not a ledger, or a damaged one: to be kept as it is.
    Damaged(Damaged),
    /// Too large to be read.
    TooLarge,
}

impl Opened {
    /// What becomes of a file of another kind.
    pub fn other_file(kind: FileKind) -> Opened {
        Opened::Damaged(Damaged::somewhere(Damage::OtherFile(kind)))
    }

    /// What to tell the person of a file too large to be read, by its size alone.
    pub fn refused_by_size(bytes: f64) -> Option<Message> {
        if bytes > MAX_BYTES as f64 { Opened::TooLarge.message() } else { None }
    }

    /// What to tell the person; nothing when all is well.
    pub fn message(&self) -> Option<Message> {
        match self {
            Opened::Ledger(_) => None,
            Opened::Older { .. } => Some(Message::new(Key::DocumentOlder)),
            Opened::Newer { schema } => Some(
                Message::new(Key::DocumentNewer)
                    .with("theirs", schema.to_string())
                    .with("ours", SCHEMA.to_string()),
            ),
            Opened::Damaged(damaged) => Some(damaged.message()),
            Opened::TooLarge => {
                Some(Message::new(Key::FileTooLarge).with("limit", (MAX_BYTES / 1024 / 1024).to_string()))
            }
        }
    }
}

/// A ledger as it is saved.
#[derive(Serialize)]
struct Document<'l> {
    schema: u32,
    ledger: &'l Ledger,
}

/// The text of a ledger, indented so that people can read and compare it.
pub fn save(ledger: &Ledger) -> String {
    // Strings and numbers always have a JSON form, so this cannot fail.
    serde_json::to_string_pretty(&Document { schema: SCHEMA, ledger }).unwrap_or_default()
}

/// The same text without blanks, for where room is short.
pub fn save_dense(ledger: &Ledger) -> String {
    serde_json::to_string(&Document { schema: SCHEMA, ledger }).unwrap_or_default()
}

/// Opens a saved text of this version or an older one.
pub fn open(text: &str) -> Opened {
    match open_newest(text) {
        Opened::Older { schema } => match migrate::to_newest(text.trim_start_matches('\u{feff}'), schema) {
            Ok(text) => match open_newest(&text) {
                // The line would be one of the newest form, which nobody has seen.
                Opened::Damaged(Damaged::Form { detail, .. }) => Opened::Damaged(Damaged::somewhere(detail)),
                other => other,
            },
            Err(damaged) => Opened::Damaged(damaged),
        },
        other => other,
    }
}

/// Opens a saved text of this version. The page has the code for older ones come when there is one: [`open`].
pub fn open_newest(text: &str) -> Opened {
    if text.len() > MAX_BYTES {
        return Opened::TooLarge;
    }
    // The version is read first: a newer form may have fields that are unknown here.
    #[derive(Deserialize)]
    struct Version {
        schema: u32,
    }
    let text = text.trim_start_matches('\u{feff}');
    // The reader also takes an array for the fields in their order; no ledger was ever saved so.
    if !text.trim_start().starts_with('{') {
        return Opened::other_file(FileKind::of_text(text));
    }
    let read = match serde_json::from_str::<Version>(text) {
        Ok(Version { schema }) if schema > SCHEMA => return Opened::Newer { schema },
        Ok(Version { schema: SCHEMA }) => read_document(text),
        Ok(Version { schema }) => return Opened::Older { schema },
        Err(error) => Err(Damaged::of(&error)),
    };
    let mut ledger = match read {
        Ok(ledger) => ledger,
        Err(damaged) => return Opened::Damaged(damaged),
    };
    if let Some(id) = ledger.duplicate_id() {
        return Opened::Damaged(Damaged::somewhere(Damage::Twice(format!("id {id}"))));
    }
    if let Some((refused, table)) = ledger.document.beyond_limits() {
        return Opened::Damaged(Damaged::BeyondLimits { refused, table });
    }
    ledger.add_requirements();
    Opened::Ledger(ledger)
}

/// Reads a document of the newest form.
fn read_document(text: &str) -> Result<Ledger, Damaged> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Read {
        #[serde(rename = "schema")]
        _schema: u32,
        ledger: Ledger,
    }
    serde_json::from_str::<Read>(text).map(|read| read.ledger).map_err(|error| Damaged::of(&error))
}
