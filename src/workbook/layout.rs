//! Where every cell of a ledger stands in a workbook: a worksheet a table, its rows those of all sheets.

use std::collections::HashMap;
use std::sync::Arc;

use super::code::Content;
use crate::exchange::PAGES;
use crate::ledger::{
    ColumnKind, ColumnSpec, LEDGER, Ledger, Place, Row, TableAt, TableSpec, save_dense, sheet_of,
};
use crate::numeric::plain;
use crate::quantity::{Unit, read_uncertain};
use crate::text::{Key, Language, choice_of};

/// The first row of a table's worksheet that holds a row of the ledger: the code and the headings stand above.
pub(super) const FIRST_ROW: u32 = 2;
/// How many UTF-16 units a part of a long text has; a cell holds 32 767.
const LONGEST: usize = 30_000;

/// Where everything stands.
pub(super) struct Layout {
    /// The worksheets of tables.
    pub(super) tables: Vec<TableSheet>,
    /// The rubrics of one's own in their saved form, each in parts that a cell holds.
    pub(super) rubrics: Vec<Vec<String>>,
    /// The cells of typed numbers by their identity.
    numbers: HashMap<u64, NumberCell>,
}

/// A worksheet of a table.
pub(super) struct TableSheet {
    pub table: &'static TableSpec,
    /// What it is called; no other worksheet is.
    pub name: String,
    pub columns: Vec<Content>,
    /// The texts of each row under the columns.
    pub rows: Vec<Vec<CellText>>,
}

/// What is written into a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum CellText {
    Nothing,
    Number(f64),
    Text(String),
}

/// A typed number's cell.
#[derive(Clone, Debug)]
pub(super) struct NumberCell {
    /// The place of its worksheet among those of tables.
    pub sheet: usize,
    pub row: u32,
    pub column: u16,
    /// The number that stands there, and its unit.
    pub value: f64,
    pub unit: Unit,
}

/// A row of the ledger on its way into a worksheet.
struct Found {
    at: TableAt,
    row: Arc<Row>,
    /// What the rows are called that it stands within.
    outer: Vec<String>,
}

impl Layout {
    /// The worksheets of a ledger: its tables as far as their list has a sheet, and its rubrics.
    pub fn of(ledger: &Ledger, language: Language) -> Layout {
        let mut found: Vec<(&'static TableSpec, Vec<Found>)> = vec![(
            &LEDGER,
            vec![Found { at: LEDGER.at(&[]), row: Arc::new(ledger.document().clone()), outer: Vec::new() }],
        )];
        for list in LEDGER.tables.iter().filter(|list| !ledger.sheets(list).is_empty()) {
            collect(list.at(&[]), ledger.sheets(list), &[], &mut found);
            for table in list.tables {
                with_empty(table, &mut found);
            }
        }
        let mut names = Vec::new();
        let mut layout = Layout { tables: Vec::new(), rubrics: rubrics(ledger), numbers: HashMap::new() };
        for (table, rows) in found {
            let name = free_name(&mut names, &title(table, language));
            let sheet = layout.tables.len();
            let made = TableSheet::of(table, name, &rows, language);
            for (nth, (row, texts)) in rows.iter().zip(&made.rows).enumerate() {
                for (column, (content, text)) in made.columns.iter().zip(texts).enumerate() {
                    let (Content::Plain(spec), CellText::Number(value)) = (content, text) else { continue };
                    let id = row.at.row(row.row.id);
                    let place = Place { column: Some(spec), ..id };
                    let cell = NumberCell {
                        sheet,
                        row: FIRST_ROW + nth as u32,
                        column: column as u16,
                        value: *value,
                        unit: spec.unit().unwrap_or(Unit::One),
                    };
                    layout.numbers.insert(place.input_id(), cell);
                }
            }
            layout.tables.push(made);
        }
        layout
    }

    /// The cell of a typed number.
    pub(super) fn number(&self, input_id: u64) -> Option<&NumberCell> {
        self.numbers.get(&input_id)
    }
}

/// Rows with those within, table by table.
fn collect(
    at: TableAt,
    rows: &[Arc<Row>],
    outer: &[String],
    found: &mut Vec<(&'static TableSpec, Vec<Found>)>,
) {
    let here = match found.iter().position(|(table, _)| *table == at.spec) {
        Some(here) => here,
        None => {
            found.push((at.spec, Vec::new()));
            found.len() - 1
        }
    };
    for row in rows {
        found[here].1.push(Found { at, row: row.clone(), outer: outer.to_vec() });
    }
    for table in at.spec.tables {
        for row in rows {
            let mut names = outer.to_vec();
            names.push(label(at.spec, &|column| row.text(column).to_string()));
            collect(at.inner(row.id, table), row.rows(table), &names, found);
        }
    }
}

/// A table that no row stands in has its worksheet too, to be filled in.
fn with_empty(table: &'static TableSpec, found: &mut Vec<(&'static TableSpec, Vec<Found>)>) {
    if !found.iter().any(|(known, _)| *known == table) {
        found.push((table, Vec::new()));
    }
    for inner in table.tables {
        with_empty(inner, found);
    }
}

/// What a row is called where another stands within it: a sheet by whose it is and its period, another by its first column.
pub(super) fn label(table: &'static TableSpec, text: &dyn Fn(&'static ColumnSpec) -> String) -> String {
    let columns: Vec<&'static ColumnSpec> = match sheet_of(table) {
        Some(sheet) => sheet.unit.map(|unit| unit()).into_iter().chain([(sheet.period)()]).collect(),
        None => table.columns.first().into_iter().collect(),
    };
    let texts: Vec<String> = columns.into_iter().map(|column| text(column).trim().to_string()).collect();
    texts.join(" ").trim().to_string()
}

/// What a table's worksheet would be called.
pub(super) fn title(table: &'static TableSpec, language: Language) -> String {
    let page = PAGES.into_iter().find(|page| page.sheets == Some(table)).and_then(|page| page.title);
    let key = if table.is_document { Key::WorkbookLedger } else { page.unwrap_or(table.title) };
    key.say(language).to_string()
}

/// A name that no other worksheet has, in letters and at a length that a worksheet's name may have.
pub(super) fn free_name(taken: &mut Vec<String>, name: &str) -> String {
    let plain: String = name.chars().filter(|c| !"[]:*?/\\'".contains(*c) && !c.is_control()).collect();
    let cut = |text: &str, most: usize| text.chars().take(most).collect::<String>().trim().to_string();
    let plain = if plain.trim().is_empty() { "-".to_string() } else { plain };
    let numbered = (2..).map(|nth| format!("{} {nth}", cut(&plain, 26)));
    let is_free = |name: &String| !taken.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    let free = std::iter::once(cut(&plain, 31)).chain(numbered).find(is_free).unwrap_or_default();
    taken.push(free.clone());
    free
}

impl TableSheet {
    fn of(table: &'static TableSpec, name: String, rows: &[Found], language: Language) -> TableSheet {
        let outer = if table.is_document { 0 } else { table.depth() };
        let mut columns: Vec<Content> =
            [Content::Path].into_iter().chain((0..outer).map(Content::Outer)).collect();
        columns.extend(table.columns.iter().map(Content::Plain));
        for column in table.columns {
            let texts = || rows.iter().map(|row| row.row.text(column));
            let parts = texts().map(|text| parts(text).len()).max().unwrap_or(1);
            columns.extend((1..parts).map(|part| Content::More(column, part)));
            if texts().any(|text| is_told_apart(column, text, language)) {
                columns.push(Content::Typed(column));
            }
        }
        let rows =
            rows.iter().map(|row| columns.iter().map(|content| text_of(*content, row, language)).collect());
        TableSheet { table, name, rows: rows.collect(), columns }
    }
}

fn text_of(content: Content, row: &Found, language: Language) -> CellText {
    let text = |text: String| if text.is_empty() { CellText::Nothing } else { CellText::Text(text) };
    match content {
        Content::Path if row.at.spec.is_document => CellText::Nothing,
        Content::Path => {
            let ids = row.at.within().iter().chain([&row.row.id]).map(|id| id.0.to_string());
            CellText::Text(ids.collect::<Vec<_>>().join("/"))
        }
        Content::Outer(depth) => text(row.outer.get(depth).map_or_else(String::new, |name| shown(name))),
        Content::Plain(column) => plain_cell(column, row.row.text(column), language),
        Content::Typed(column) => {
            let typed = row.row.text(column);
            match is_told_apart(column, typed, language) {
                true => CellText::Text(exact(typed)),
                false => CellText::Nothing,
            }
        }
        Content::More(column, part) => {
            parts(row.row.text(column)).into_iter().nth(part).map_or(CellText::Nothing, text)
        }
    }
}

/// A cell as people use it in a workbook: the number in the unit of the column, a choice by its name, the first part of a text.
pub(super) fn plain_cell(column: &ColumnSpec, typed: &str, language: Language) -> CellText {
    if typed.is_empty() {
        return CellText::Nothing;
    }
    match column.kind {
        ColumnKind::Number(unit) => match number_of(typed, unit) {
            Some(number) => CellText::Number(number),
            None => CellText::Text(shown(typed)),
        },
        ColumnKind::Choice(choices) => {
            let choices = choices();
            let chosen = choices.iter().find(|choice| choice.code == typed);
            CellText::Text(
                chosen.map_or_else(|| shown(typed), |choice| choice.name.get(language).to_string()),
            )
        }
        ColumnKind::Text => match parts(typed).swap_remove(0) {
            first if first == typed => CellText::Text(shown(typed)),
            first => CellText::Text(first),
        },
    }
}

/// The number of a typed text in a unit.
fn number_of(typed: &str, unit: Unit) -> Option<f64> {
    let (quantity, _) = read_uncertain(typed, unit).ok().flatten()?;
    quantity.to(unit).map(|quantity| quantity.value).filter(|value| value.is_finite())
}

/// Whether the plain cell does not tell what was typed.
fn is_told_apart(column: &ColumnSpec, typed: &str, language: Language) -> bool {
    match plain_cell(column, typed, language) {
        CellText::Nothing => !typed.is_empty(),
        CellText::Number(number) => plain(number) != typed,
        CellText::Text(text) => match column.kind {
            ColumnKind::Choice(choices) => {
                let choices = choices();
                let read = choice_of(&text, &choices).map(|place| choices[place].code);
                read.unwrap_or(&text) != typed
            }
            // A text that looks like a number would be read as one where somebody types it anew, which is no loss.
            _ => parts(typed).len() == 1 && text != typed,
        },
    }
}

/// The text without what a workbook cannot hold or changes on its way: control characters, escapes of its own, blanks at the ends.
pub(super) fn shown(text: &str) -> String {
    let kept = text.chars().filter(|c| !is_lost(*c)).collect::<String>();
    kept.replace("_x", "_ x").trim().to_string()
}

fn is_lost(c: char) -> bool {
    (c.is_control() && c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// The text in letters that every workbook keeps, from which it is read back to the letter.
fn exact(text: &str) -> String {
    if is_kept(text) { text.to_string() } else { escaped(&serde_json::Value::from(text).to_string()) }
}

fn is_kept(text: &str) -> bool {
    shown(text) == text && !text.starts_with('"')
}

/// A text of JSON in which what would be lost stands as an escape; letters beyond ASCII stay readable.
fn escaped(json: &str) -> String {
    let mut text = String::new();
    for c in json.chars() {
        match is_lost(c) || matches!(c, '_' | ' ' | '\n') {
            true => text += &format!("\\u{:04x}", u32::from(c)),
            false => text.push(c),
        }
    }
    text
}

/// What an exact text says.
pub(super) fn of_exact(text: &str) -> String {
    match text.starts_with('"') {
        true => serde_json::from_str(text).unwrap_or_else(|_| text.to_string()),
        false => text.to_string(),
    }
}

/// A text in parts that a cell holds; one at least. Of a long text that would lose something on its way each part is exact.
fn parts(text: &str) -> Vec<String> {
    let plain = chunks(text, LONGEST);
    match plain.len() == 1 || plain.iter().all(|part| is_kept(part)) {
        true => plain.into_iter().map(str::to_string).collect(),
        false => chunks(text, LONGEST / 6)
            .into_iter()
            .map(|part| escaped(&serde_json::Value::from(part).to_string()))
            .collect(),
    }
}

/// A text in pieces of so many UTF-16 units; one at least.
fn chunks(text: &str, most: usize) -> Vec<&str> {
    let (mut parts, mut from, mut units) = (Vec::new(), 0, 0);
    for (at, c) in text.char_indices() {
        if units + c.len_utf16() > most {
            parts.push(&text[from..at]);
            (from, units) = (at, 0);
        }
        units += c.len_utf16();
    }
    parts.push(&text[from..]);
    parts
}

/// The rubrics of a ledger as they are saved, in parts that a cell holds.
fn rubrics(ledger: &Ledger) -> Vec<Vec<String>> {
    let saved: serde_json::Value = serde_json::from_str(&save_dense(ledger)).unwrap_or_default();
    let rubrics = saved["ledger"]["rubrics"].as_array().cloned().unwrap_or_default();
    // Escaped throughout, so that no part begins or ends with what is lost.
    let parts = |rubric: &serde_json::Value| {
        chunks(&escaped(&rubric.to_string()), LONGEST).into_iter().map(str::to_string).collect()
    };
    rubrics.iter().map(parts).collect()
}
