//! A block of cells from elsewhere, made ready for a table: which column goes where, in which unit, which rows are none.

use std::collections::HashMap;

use super::headings::{ForeignColumn, find, plain, starts_as_number};
use crate::ledger::{ColumnKind, ColumnSpec, Row, RowCells, RowId, TableSpec};
use crate::quantity::{Unit, is_no_value, read_uncertain};

/// A block of cells from elsewhere, and how it is understood. Which column goes where may be changed before it is taken.
#[derive(Clone, Debug, PartialEq)]
pub struct ForeignBlock {
    /// Its columns.
    pub columns: Vec<ForeignColumn>,
    /// Its rows, those that are taken.
    pub rows: Vec<Vec<String>>,
    /// The rows that are left out: titles, headings, sums, notes.
    pub left_out: Vec<Vec<String>>,
    /// Whether its columns were found by their headings; else they follow each other from where the block was put.
    pub has_headings: bool,
    /// How many cells of merged groups were filled with what stands above them.
    pub filled_gaps: usize,
    /// How well its headings fit the table; nothing without any.
    pub fit: u32,
}

/// Where the rows of a block go.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The cells of each row.
    pub rows: Vec<RowCells>,
    /// How many rows were found by their names.
    pub by_name: usize,
    /// How many rows are new to the table.
    pub new: usize,
}

impl ForeignBlock {
    /// Understands a block that was put at a column of a table.
    ///
    /// ```
    /// use water_ledger::exchange::{ForeignBlock, pasted};
    /// use water_ledger::ledger::DISTRICTS;
    /// let text = "全市灌区\n序号\t灌区名称\t毛灌溉用水量(m³)\n1\t东河\t1480000\n\t合计\t1480000";
    /// let block = ForeignBlock::read(pasted(text), &DISTRICTS, &DISTRICTS.columns[0]);
    /// assert!(block.has_headings);
    /// assert_eq!(block.rows.len(), 1);
    /// let column = |place: usize| block.columns[place].to.map(|column| column.name);
    /// assert_eq!([column(0), column(1), column(2)], [None, Some("name"), Some("gross")]);
    /// ```
    pub fn read(rows: Vec<Vec<String>>, table: &'static TableSpec, at: &'static ColumnSpec) -> ForeignBlock {
        ForeignBlock::among(rows, table, at, &[])
    }

    /// Understands a block for a table that stands in the rows of others, of which a column of it may name one.
    pub(super) fn among(
        rows: Vec<Vec<String>>,
        table: &'static TableSpec,
        at: &'static ColumnSpec,
        around: &[&'static TableSpec],
    ) -> ForeignBlock {
        let mut block = match find(&rows, table, around) {
            Some(found) => {
                let mut rows = rows;
                let below = rows.split_off(found.first_row);
                let (columns, left_out, fit) = (found.columns, rows, found.score);
                ForeignBlock { columns, rows: below, left_out, has_headings: true, filled_gaps: 0, fit }
            }
            None => in_order(rows, table.shown(), at),
        };
        let left_out = std::mem::take(&mut block.left_out);
        let headings = left_out.last().cloned().filter(|_| block.has_headings);
        let (taken, more) = std::mem::take(&mut block.rows)
            .into_iter()
            .partition(|row| block.is_taken(row) && Some(row) != headings.as_ref());
        (block.rows, block.left_out) = (taken, left_out.into_iter().chain(more).collect());
        if block.has_headings {
            let is_filled = |row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
            block.rows.retain(is_filled);
            block.left_out.retain(is_filled);
            block.fill_gaps();
        }
        block
    }

    /// Whether there is nothing to ask: every cell goes where it would in any spreadsheet.
    pub fn is_plain(&self) -> bool {
        !self.has_headings
            && self.left_out.is_empty()
            && self.columns.iter().all(|column| column.to.is_some())
    }

    /// Puts a column elsewhere, or nowhere. Two columns do not go into one: the other one is left out then.
    pub fn put(&mut self, place: usize, to: Option<&'static ColumnSpec>) {
        for column in self.columns.iter_mut().filter(|column| to.is_some() && column.to == to) {
            column.to = None;
        }
        if let Some(column) = self.columns.get_mut(place) {
            column.to = to;
            column.names = None;
        }
    }

    /// The columns that hold something and go nowhere.
    pub fn unmatched(&self) -> impl Iterator<Item = &ForeignColumn> {
        let is_filled = |place: usize| {
            self.rows.iter().any(|row| row.get(place).is_some_and(|cell| !cell.trim().is_empty()))
        };
        let left = self.columns.iter().enumerate();
        let is_left =
            |column: &ForeignColumn| column.to.is_none() && column.names.is_none() && !column.is_counter;
        left.filter(move |(place, column)| is_left(column) && is_filled(*place)).map(|(_, column)| column)
    }

    /// Where the rows go: those that bear the name of a row of the table to that row, the others over the rows from `at` on that
    /// bear no name, and behind the last.
    pub fn placed(&self, table: &'static TableSpec, rows: &[impl AsRef<Row>], at: RowId) -> Placed {
        let name =
            table.naming_column().filter(|name| self.columns.iter().any(|column| column.to == Some(*name)));
        let named = |row: &Row| name.map_or(String::new(), |name| plain(row.text(name)));
        let mut known: HashMap<String, RowId> = HashMap::new();
        for row in rows.iter().map(AsRef::as_ref).filter(|row| !named(row).is_empty()) {
            known.entry(named(row)).or_insert(row.id);
        }
        let cells: Vec<_> = self.rows.iter().map(|row| self.cells(row)).collect();
        let mut by_name: Vec<Option<RowId>> = Vec::new();
        for cells in &cells {
            let text = cells.iter().find(|(column, _)| Some(*column) == name).map(|(_, text)| plain(text));
            // A name stands for one row: who has it twice means two.
            by_name.push(text.filter(|text| !text.is_empty()).and_then(|text| known.remove(&text)));
        }
        let from = rows.iter().position(|row| row.as_ref().id == at).unwrap_or(rows.len());
        let is_free = |row: &&Row| name.is_none() || row.is_blank();
        let mut free = rows[from..].iter().map(AsRef::as_ref).filter(is_free).map(|row| row.id);
        let found = by_name.iter().flatten().count();
        let rows: Vec<RowCells> = cells
            .into_iter()
            .zip(by_name)
            .map(|(cells, known)| RowCells { row: known.or_else(|| free.next()), cells })
            .collect();
        Placed { by_name: found, new: rows.len() - found, rows }
    }

    /// The cells of a row, each with the unit of its heading.
    fn cells(&self, row: &[String]) -> Vec<(&'static ColumnSpec, String)> {
        let pairs = self.columns.iter().zip(row);
        pairs.filter_map(|(column, text)| Some((column.to?, in_unit(text, column)))).collect()
    }

    /// Whether a row is none of sums or notes.
    fn is_taken(&self, row: &[String]) -> bool {
        let words = |text: &&String| !text.trim().is_empty() && !starts_as_number(text);
        let filled = row.iter().filter(|text| !text.trim().is_empty()).count();
        let names = self.columns.iter().zip(row).filter(|(column, _)| {
            column.is_counter || column.to.is_none_or(|to| !matches!(to.kind, ColumnKind::Number(_)))
        });
        let is_sum = names.map(|(_, text)| text).take(3).any(|text| is_sum(text));
        let is_note = filled <= 2 && row.iter().find(words).is_some_and(|text| is_note(text));
        !is_sum && !is_note
    }

    /// A merged cell of a spreadsheet is pasted as its text and blanks below it: the rows of a group share its choice, and what they
    /// stand within.
    fn fill_gaps(&mut self) {
        for place in 0..self.columns.len() {
            let column = &self.columns[place];
            let is_choice = column.names.is_some()
                || column.to.is_some_and(|to| matches!(to.kind, ColumnKind::Choice(_)));
            let mut above = String::new();
            for row in self.rows.iter_mut().filter(|_| is_choice) {
                match row.get_mut(place) {
                    Some(cell) if !cell.trim().is_empty() => above.clone_from(cell),
                    Some(cell) if !above.is_empty() => {
                        cell.clone_from(&above);
                        self.filled_gaps += 1;
                    }
                    _ => {}
                }
            }
        }
    }
}

/// A block without headings: its columns follow each other from the one it was put at, behind numbers that only count the rows.
fn in_order(rows: Vec<Vec<String>>, shown: &'static [ColumnSpec], at: &'static ColumnSpec) -> ForeignBlock {
    let left = shown.iter().position(|column| column == at).unwrap_or(0);
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let counts = usize::from(at.unit().is_none() && counts_rows(&rows));
    let column = |place: usize| ForeignColumn {
        heading: String::new(),
        unit: None,
        to: place.checked_sub(counts).and_then(|place| shown.get(left + place)),
        names: None,
        is_counter: place < counts,
    };
    let columns = (0..width).map(column).collect();
    ForeignBlock { columns, rows, left_out: Vec::new(), has_headings: false, filled_gaps: 0, fit: 0 }
}

/// Whether the first column counts the rows from 1 and a name stands behind it.
fn counts_rows(rows: &[Vec<String>]) -> bool {
    let is_counted = |(place, row): (usize, &Vec<String>)| {
        row.first().is_some_and(|text| text.trim() == (place + 1).to_string())
            && row.get(1).is_some_and(|text| !text.trim().is_empty() && !starts_as_number(text))
    };
    let counted = rows.iter().enumerate().take_while(|one| is_counted(*one)).count();
    counted >= 2 && rows[counted..].iter().all(|row| row.iter().any(|text| is_sum(text)))
}

/// Whether a name says that its row adds up others.
fn is_sum(name: &str) -> bool {
    let name = plain(name);
    ["合计", "小计", "总计", "共计", "总和"].iter().any(|sum| name.ends_with(sum))
        || matches!(name.as_str(), "sum" | "total" | "subtotal" | "grandtotal" | "totals")
}

/// Whether a text is a note below a table.
fn is_note(text: &str) -> bool {
    let text = text.trim().trim_start_matches(['*', '＊']);
    ["注：", "注:", "备注：", "说明：", "填表", "制表", "审核", "复核", "数据来源", "Note:", "Source:"]
        .iter()
        .any(|begin| text.starts_with(begin))
}

/// A number in the unit of its heading; what names a unit itself, or is no number, stays as it is.
fn in_unit(text: &str, column: &ForeignColumn) -> String {
    let own = column.to.and_then(ColumnSpec::unit);
    let Some((unit, own)) = column.unit.zip(own).filter(|(unit, own)| unit != own) else {
        return text.to_string();
    };
    // Counted in units of the heading a bare number reads as itself; with a unit of its own it does not.
    let bare = |text: &str| {
        let symbol = unit.as_words().zh;
        let (number, spread) = text.split_once('±').map_or((text, None), |(a, b)| (a, Some(b)));
        let number = format!("{} {symbol}", number.trim());
        spread.map_or(number.clone(), |spread| format!("{number} ±{spread}"))
    };
    let is_number = |unit: Unit| match read_uncertain(text, unit) {
        Ok(Some((quantity, _))) => Some(quantity.value),
        _ => None,
    };
    match (is_number(unit), is_number(own)) {
        _ if is_no_value(text) || own == Unit::One && unit != Unit::Percent => text.to_string(),
        // The same digits in either unit: the text names none.
        (Some(in_heading), Some(in_own)) if in_heading == in_own && in_heading != 0.0 => bare(text),
        _ => text.to_string(),
    }
}
