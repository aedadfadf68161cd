//! The library of measures: what fits a kind of thing, and how a measure of it begins a plan's own.

use std::sync::Arc;

use crate::catalog::{LIBRARY_MEASURES, LibraryMeasure};
use crate::evaluate::kind_of;
use crate::ledger::{
    CHANGES, ChangeColumn, Column, ColumnSpec, Edit, Ledger, RETROFIT_MEASURES, RETROFITS, RetrofitEntry,
    RetrofitMeasureColumn, Row, RowCells, RowId, TableEdit, TableSpec,
};
use crate::numeric::plain;
use crate::retrofit::{Standing, SubjectKind};
use crate::text::{Coded, Key, Language, Message};

/// The measures for a kind of thing whose words hold what is looked for, in the order of the library.
pub fn library(kind: SubjectKind, asked: &str, language: Language) -> Vec<&'static LibraryMeasure> {
    let asked: Vec<String> = asked.split_whitespace().map(str::to_lowercase).collect();
    let holds = |measure: &LibraryMeasure| {
        let said = [measure.name, measure.on].map(|words| words.get(language).to_lowercase());
        asked.iter().all(|word| said.iter().any(|said| said.contains(word)))
    };
    LIBRARY_MEASURES.iter().filter(|measure| measure.kinds.contains(&kind) && holds(measure)).collect()
}

/// How much of the water it acts on a measure saves; nothing where that is worked out from amounts.
pub fn saving_range(measure: &LibraryMeasure) -> Option<String> {
    let (low, high) = measure.saving?;
    Some(if low == high {
        format!("{} %", plain(low))
    } else {
        format!("{}–{} %", plain(low), plain(high))
    })
}

/// The changes that begin a measure of one's own with one of the library: its row, and what it changes, whose place is still to be
/// chosen.
pub fn added(sheet: &Row, measure: &LibraryMeasure, language: Language) -> [Edit; 2] {
    use RetrofitMeasureColumn as At;
    let name = free_name(sheet, measure.name.get(language));
    let life = (measure.life.0 + measure.life.1) / 2.0;
    let mut cells = vec![
        (At::Name.spec(), name.clone()),
        (At::Standing.spec(), Standing::InPlan.code().to_string()),
        (At::Life.spec(), plain(life)),
        (At::Note.spec(), note(measure).say(language)),
    ];
    cells.extend(group(measure, language).map(|group| (At::Group.spec(), group)));
    let typical = measure.saving.map(|(low, high)| format!("-{}%", plain((low + high) / 2.0)));
    let change = [(ChangeColumn::Measure.spec(), name)]
        .into_iter()
        .chain(typical.map(|change| (ChangeColumn::Change.spec(), change)));
    [fill(sheet, &RETROFIT_MEASURES, cells), fill(sheet, &CHANGES, change.collect())]
}

/// A measure of another plan of the ledger, from which one of this plan can begin.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnMeasure {
    /// What it is called.
    pub name: String,
    /// The plan that it is of, by name and year.
    pub plan: String,
    /// Its cells, and those of what it changes.
    cells: [Vec<Vec<(&'static ColumnSpec, String)>>; 2],
}

/// The measures of the other plans about a kind of thing whose words hold what is looked for, the latest plan first; of those of one
/// name the first.
pub fn own_measures(ledger: &Ledger, sheet: &Row, asked: &str) -> Vec<OwnMeasure> {
    let asked: Vec<String> = asked.split_whitespace().map(str::to_lowercase).collect();
    let is_like = |plan: &&Arc<Row>| plan.id != sheet.id && kind_of(plan) == kind_of(sheet);
    let mut found: Vec<OwnMeasure> = Vec::new();
    for plan in ledger.sheets(&RETROFITS).iter().rev().filter(is_like) {
        let title = [plan[RetrofitEntry::Name].trim(), plan[RetrofitEntry::Year].trim()].join(" ");
        for row in plan.rows(&RETROFIT_MEASURES) {
            let name = row[RetrofitMeasureColumn::Name].trim().to_string();
            let said = [name.to_lowercase(), title.to_lowercase()];
            let is_asked = asked.iter().all(|word| said.iter().any(|said| said.contains(word)));
            if name.is_empty() || !is_asked || found.iter().any(|known| known.name == name) {
                continue;
            }
            let changes = plan.rows(&CHANGES).iter().filter(|row| row[ChangeColumn::Measure].trim() == name);
            let cells = [vec![cells(row)], changes.map(cells).collect()];
            found.push(OwnMeasure { name, plan: title.trim().to_string(), cells });
        }
    }
    found
}

/// The changes that take a measure of another plan over, with what it changes.
pub fn taken_over(sheet: &Row, own: &OwnMeasure) -> Vec<Edit> {
    let name = free_name(sheet, &own.name);
    let renamed = |cells: &Vec<(&'static ColumnSpec, String)>| {
        let naming = [RetrofitMeasureColumn::Name.spec(), ChangeColumn::Measure.spec()];
        let text = |column: &'static ColumnSpec, text: &String| match naming.contains(&column) {
            true => name.clone(),
            false => text.clone(),
        };
        let cells = cells.iter().map(|(column, typed)| (*column, text(column, typed)));
        RowCells { row: None, cells: cells.collect() }
    };
    let tables = [&RETROFIT_MEASURES, &CHANGES].into_iter().zip(&own.cells);
    tables
        .filter(|(_, rows)| !rows.is_empty())
        .map(|(table, rows)| {
            let rows = rows.iter().map(renamed).collect();
            Edit::Table(table.at(&[sheet.id]), TableEdit::Fill(rows))
        })
        .collect()
}

fn cells(row: &Arc<Row>) -> Vec<(&'static ColumnSpec, String)> {
    let columns = row.table().columns.iter();
    let cells = columns.map(|column| (column, row.text(column).to_string()));
    cells.filter(|(_, text)| !text.is_empty()).collect()
}

/// Texts into the first row with nothing in it, else into a new one.
pub(super) fn fill(
    sheet: &Row,
    table: &'static TableSpec,
    cells: Vec<(&'static ColumnSpec, String)>,
) -> Edit {
    let row: Option<RowId> = sheet.rows(table).iter().find(|row| row.is_blank()).map(|row| row.id);
    Edit::Table(table.at(&[sheet.id]), TableEdit::Fill(vec![RowCells { row, cells }]))
}

/// The name, with a number behind it where another measure has it already.
fn free_name(sheet: &Row, name: &str) -> String {
    let is_taken = |name: &str| {
        let rows = sheet.rows(&RETROFIT_MEASURES);
        rows.iter().any(|row| row[RetrofitMeasureColumn::Name].trim() == name)
    };
    let numbered = (2..).map(|number| format!("{name} ({number})"));
    std::iter::once(name.to_string()).chain(numbered).find(|name| !is_taken(name)).unwrap_or_default()
}

/// Of two measures that exclude each other and nothing else only one can be: both are of one group.
fn group(measure: &LibraryMeasure, language: Language) -> Option<String> {
    let [other] = measure.excludes else { return None };
    let other = LIBRARY_MEASURES.iter().find(|one| one.id == *other)?;
    let mut names = [measure.name.get(language), other.name.get(language)];
    names.sort_unstable();
    (other.excludes.len() == 1).then(|| names.join(" / "))
}

/// What was known of it, for whoever reads the plan.
fn note(measure: &LibraryMeasure) -> Message {
    let key = if measure.saving.is_some() { Key::MeasureLibraryNoteSaving } else { Key::MeasureLibraryNote };
    let note = Message::new(key).with_words("on", measure.on).with_words("source", measure.source.document);
    let note = note.with_words("status", measure.source.status.name().words());
    match saving_range(measure) {
        Some(range) => note.with("range", range),
        None => note,
    }
}
