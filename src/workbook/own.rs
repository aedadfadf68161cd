//! A workbook that this program wrote as the ledger in it: whatever rows, columns and worksheets were added, moved or left out since.

use crate::numeric::in_order;
use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::book::{Cell, Grid};
use super::code::{Content, MARK, RUBRICS, table_of};
use super::layout::{CellText, label, of_exact, plain_cell, shown};
use crate::ledger::{ColumnKind, ColumnSpec, SCHEMA, TableSpec};
use crate::text::{Language, choice_of};

/// How many rows and columns may have been put before a table.
const LOOKED_THROUGH: usize = 50;

/// A row on its way into the ledger.
#[derive(Default)]
struct Node {
    id: u32,
    cells: Map<String, Value>,
    /// What it is called where others stand within it.
    label: String,
    tables: HashMap<&'static str, Vec<Node>>,
}

/// A row as a worksheet has it.
struct Line {
    path: Vec<u32>,
    outer: Vec<String>,
    cells: HashMap<&'static str, String>,
}

/// The saved form of the ledger in a workbook, and how many rows belong to none that is there; none where the workbook is of another
/// program.
pub fn own_ledger(grids: &[Grid]) -> Option<(String, usize)> {
    let mut tables: Vec<(&'static TableSpec, Vec<Line>)> = Vec::new();
    let mut rubrics = Vec::new();
    let mut schema = SCHEMA;
    for grid in grids {
        let Some((top, left, mark)) = mark_of(grid) else { continue };
        let mut words = mark.split_whitespace().skip(1);
        let (written, name) = (words.next()?.parse().ok()?, words.next()?);
        schema = written;
        if name == RUBRICS {
            rubrics.extend(grid.rows.iter().skip(top + 1).filter_map(|row| rubric(row, left)));
        } else if let Some(table) = table_of(name) {
            tables.push((table, lines(grid, table, top)));
        }
    }
    if tables.is_empty() && rubrics.is_empty() {
        return None;
    }
    // What rows stand within comes first.
    let tables = in_order(tables, |one, other| one.0.way().len().cmp(&other.0.way().len()));
    let (mut root, mut lost) = (Node::default(), 0);
    for (table, lines) in tables {
        if table.is_document {
            root.cells = lines.into_iter().next().map(|line| texts(&line)).unwrap_or_default();
            continue;
        }
        let mut above: Vec<u32> = Vec::new();
        for line in lines {
            match place(&mut root, table, line, &above) {
                Some(within) => above = within,
                None => lost += 1,
            }
        }
    }
    let mut ledger = value(root, true);
    if !rubrics.is_empty() {
        ledger["rubrics"] = Value::Array(rubrics);
    }
    Some((json!({ "schema": schema, "ledger": ledger }).to_string(), lost))
}

/// Where the code of a table begins, and what it says.
fn mark_of(grid: &Grid) -> Option<(usize, usize, String)> {
    grid.rows.iter().take(LOOKED_THROUGH).enumerate().find_map(|(row, cells)| {
        let is_mark = |cell: &Cell| matches!(cell, Cell::Text(text) if text.starts_with(MARK));
        let column = cells.iter().position(is_mark)?;
        Some((row, column, cells[column].text()))
    })
}

fn rubric(row: &[Cell], left: usize) -> Option<Value> {
    let text: String = row.iter().skip(left).map(Cell::text).collect();
    serde_json::from_str(&text).ok()
}

/// The rows of a table's worksheet; what stands below the code is the headings.
fn lines(grid: &Grid, table: &'static TableSpec, top: usize) -> Vec<Line> {
    let contents: Vec<Option<Content>> =
        grid.rows[top].iter().map(|cell| Content::of_code(&cell.text(), table)).collect();
    let rows = grid.rows.iter().skip(top + 2);
    rows.filter_map(|row| line(row, &contents, table)).collect()
}

fn line(row: &[Cell], contents: &[Option<Content>], table: &'static TableSpec) -> Option<Line> {
    let mut line = Line { path: Vec::new(), outer: Vec::new(), cells: HashMap::new() };
    let mut exact: HashMap<&str, String> = HashMap::new();
    let mut more: Vec<(&str, usize, String)> = Vec::new();
    let mut plain: Vec<(&'static ColumnSpec, Cell)> = Vec::new();
    for (content, cell) in contents.iter().zip(row) {
        match content {
            Some(Content::Path) => {
                line.path = cell.text().split('/').filter_map(|id| id.trim().parse().ok()).collect();
            }
            Some(Content::Outer(depth)) => {
                if line.outer.len() <= *depth {
                    line.outer.resize(depth + 1, String::new());
                }
                line.outer[*depth] = cell.text();
            }
            Some(Content::Plain(column)) => plain.push((column, cell.clone())),
            Some(Content::Typed(column)) => {
                exact.insert(column.name, of_exact(&cell.text()));
            }
            Some(Content::More(column, part)) => more.push((column.name, *part, of_exact(&cell.text()))),
            None => {}
        }
    }
    let more = in_order(more, |one, other| one.1.cmp(&other.1));
    for (column, cell) in plain {
        let rest: String =
            more.iter().filter(|(name, ..)| *name == column.name).map(|(.., text)| text.as_str()).collect();
        let text = match exact.get(column.name) {
            Some(typed) if rest.is_empty() && is_told_by(column, typed, &cell) => typed.clone(),
            _ => first(&cell, !rest.is_empty()) + &rest,
        };
        if !text.is_empty() {
            line.cells.insert(column.name, coded(column, text));
        }
    }
    let is_blank = line.path.is_empty() && line.cells.is_empty() && !table.is_document;
    (!is_blank).then_some(line)
}

/// Of a choice the code that its name stands for.
fn coded(column: &ColumnSpec, text: String) -> String {
    let ColumnKind::Choice(choices) = column.kind else { return text };
    let choices = choices();
    choice_of(&text, &choices).map_or(text, |place| choices[place].code.to_string())
}

/// A cell as it would be typed; of a long text the first part, which may be an exact one.
fn first(cell: &Cell, is_long: bool) -> String {
    if is_long { of_exact(&cell.text()) } else { cell.text() }
}

/// Whether the plain cell is still what was written for a typed text.
fn is_told_by(column: &ColumnSpec, typed: &str, cell: &Cell) -> bool {
    if typed.is_empty() {
        return false;
    }
    let was = |language: Language| match (plain_cell(column, typed, language), cell) {
        (CellText::Number(was), Cell::Number(now)) => was == *now || (was - now).abs() <= 1e-12 * was.abs(),
        (CellText::Text(was), cell) => was == cell.text() || was == shown(&cell.text()),
        (CellText::Nothing, cell) => cell.text().is_empty(),
        (CellText::Number(_), _) => false,
    };
    Language::ALL.into_iter().any(was)
}

fn texts(line: &Line) -> Map<String, Value> {
    line.cells.iter().map(|(name, text)| (name.to_string(), Value::from(text.as_str()))).collect()
}

/// Puts a row where it belongs: by its path, else by the names of what it stands within, else beside the row above it. Gives the
/// identities of what it stands within; none where that is gone.
fn place(root: &mut Node, table: &'static TableSpec, line: Line, above: &[u32]) -> Option<Vec<u32>> {
    let way: Vec<&'static TableSpec> = table.way();
    let depth = way.len() - 1;
    let within: Vec<u32> = match line.path.len() == way.len() {
        true => line.path[..depth].to_vec(),
        false => named(root, &way[..depth], &line.outer).unwrap_or_else(|| above.to_vec()),
    };
    if within.len() != depth {
        return None;
    }
    let mut node = root;
    for (table, id) in way[..depth].iter().zip(&within) {
        node = node.tables.get_mut(table.name)?.iter_mut().find(|node| node.id == *id)?;
    }
    let rows = node.tables.entry(table.name).or_default();
    let free = || rows.iter().map(|row| row.id).max().map_or(1, |last| last.saturating_add(1));
    let own = line.path.last().copied().filter(|_| line.path.len() == way.len());
    // A row that was copied in the workbook is a new one.
    let id = own.filter(|id| rows.iter().all(|row| row.id != *id)).unwrap_or_else(free);
    let label = label(table, &|column| line.cells.get(column.name).cloned().unwrap_or_default());
    rows.push(Node { id, cells: texts(&line), label: shown(&label), tables: HashMap::new() });
    Some(within)
}

/// The rows of these names, one within the other.
fn named(root: &Node, way: &[&'static TableSpec], names: &[String]) -> Option<Vec<u32>> {
    let (mut node, mut ids) = (root, Vec::new());
    for (table, name) in way.iter().zip(names) {
        let name = shown(name);
        node = node.tables.get(table.name)?.iter().find(|row| !name.is_empty() && row.label == name)?;
        ids.push(node.id);
    }
    (ids.len() == way.len()).then_some(ids)
}

/// The saved form of a row with what stands within it.
fn value(node: Node, is_root: bool) -> Value {
    let mut fields = node.cells;
    if !is_root {
        fields.insert("id".to_string(), json!(node.id));
    }
    for (name, rows) in node.tables {
        fields.insert(name.to_string(), rows.into_iter().map(|row| value(row, false)).collect());
    }
    Value::Object(fields)
}
