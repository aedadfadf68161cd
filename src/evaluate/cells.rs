//! Reading the cells of a row: each problem is noted at its cell, and what is sound goes on as a figure.

use std::sync::Arc;

use super::problem::{Problem, ProblemKind};
use crate::catalog::standard_uncertainty;
use crate::ledger::{Column, ColumnKind, ColumnSpec, Limits, Place, Row, RowId, TableAt, TableSpec};
use crate::metric::{Fault, Figure, InputQuantity};
use crate::quantity::{Quantity, TypedError, Unit, is_no_value, read_uncertain};
use crate::text::Coded;
use crate::water;

/// Larger than all the water on Earth, 1.4e18 m³, and than all money.
const LARGEST: f64 = 1e20;

/// The cells of one row being read; a sheet's entries are the cells of its row.
pub(super) struct Cells<'c> {
    table: TableAt,
    row: &'c Row,
    label: String,
    problems: &'c mut Vec<Problem>,
    first: usize,
    /// Whether a cell of the row cannot be read.
    lacks: bool,
    /// Whether the numbers of the row belong together, so that where one cannot be read the others say that it is missing.
    belong_together: bool,
}

impl<'c> Cells<'c> {
    /// The cells of a row; `label` says what a person would call the row.
    pub(super) fn new(table: TableAt, row: &'c Row, label: String, problems: &'c mut Vec<Problem>) -> Self {
        let first = problems.len();
        let lacks = row.table().columns.iter().any(|column| is_unreadable(row, column));
        Cells { table, row, label, problems, first, lacks, belong_together: true }
    }

    /// The cells of a row, each of which stands for itself.
    pub(super) fn apart(table: TableAt, row: &'c Row, label: String, problems: &'c mut Vec<Problem>) -> Self {
        Cells { belong_together: false, ..Cells::new(table, row, label, problems) }
    }

    /// The entries of a sheet, each of which stands for itself.
    pub(super) fn of_sheet(sheet: &'c Row, label: String, problems: &'c mut Vec<Problem>) -> Self {
        Cells::apart(sheet.table().at(&[]), sheet, label, problems)
    }

    /// Whether something of the row cannot be read.
    pub(super) fn lacks(&self) -> bool {
        self.lacks
    }

    /// Whether something stands in a cell that is no number which the column may hold.
    pub(super) fn is_unreadable(&self, column: impl Column) -> bool {
        is_unreadable(self.row, column.spec())
    }

    /// Notes a problem at a cell.
    pub(super) fn report(&mut self, column: impl Column, kind: ProblemKind) {
        self.report_under(column.spec(), kind);
    }

    fn report_under(&mut self, column: &'static ColumnSpec, kind: ProblemKind) {
        let place = Place { table: self.table, row: self.row.id, column: Some(column) };
        self.problems.push(Problem { place, kind });
    }

    /// What was noted at this row so far.
    pub(super) fn noted(&self) -> &[Problem] {
        &self.problems[self.first..]
    }

    /// The text of a cell without the blanks around it.
    pub(super) fn text(&self, column: impl Column) -> &'c str {
        self.row[column].trim()
    }

    /// A term chosen from a list; a text that is none of them is a problem.
    pub(super) fn choice<C: Coded>(&mut self, column: impl Column) -> Option<C> {
        let typed = self.text(column);
        if typed.is_empty() {
            return None;
        }
        let term = C::from_typed(typed);
        if term.is_none() {
            self.report(column, ProblemKind::UnknownChoice);
            self.lacks = true;
        }
        term
    }

    /// Notes a problem at a cell in which nothing was typed, or that there is nothing.
    pub(super) fn ask(&mut self, column: impl Column, kind: ProblemKind) {
        if is_no_value(self.text(column)) {
            self.report(column, kind);
        }
    }

    /// A number that the column may hold, in its unit.
    pub(super) fn number(&mut self, column: impl Column) -> Option<Figure> {
        let column = column.spec();
        self.number_under(column, column.unit().unwrap_or(Unit::One))
    }

    /// A number that the column may hold; a bare one counts the unit given.
    pub(super) fn number_in(&mut self, column: impl Column, unit: Unit) -> Option<Figure> {
        self.number_under(column.spec(), unit)
    }

    fn number_under(&mut self, column: &'static ColumnSpec, unit: Unit) -> Option<Figure> {
        let (quantity, u) = self.typed_under(column, unit)?;
        match outside(column.limits, quantity.value, u) {
            None => {
                if let Some(problem) = unusual(column, quantity) {
                    self.report_under(column, problem);
                }
                Some(self.figure_under(column, quantity, u))
            }
            Some(problem) => {
                self.report_under(column, problem);
                self.lacks = true;
                None
            }
        }
    }

    /// Any number with its standard uncertainty, 0 where nothing was said of it; a bare number counts the unit given.
    pub(super) fn typed(&mut self, column: impl Column, unit: Unit) -> Option<(Quantity, f64)> {
        self.typed_under(column.spec(), unit)
    }

    fn typed_under(&mut self, column: &'static ColumnSpec, unit: Unit) -> Option<(Quantity, f64)> {
        match typed_number(self.row.text(column), unit) {
            Ok(number) => number,
            Err(error) => {
                self.report_under(column, ProblemKind::Typed(error));
                self.lacks = true;
                None
            }
        }
    }

    /// A quantity of a cell as a figure that knows the cell.
    pub(super) fn figure(&self, column: impl Column, quantity: Quantity, u: f64) -> Figure {
        self.figure_under(column.spec(), quantity, u)
    }

    fn figure_under(&self, column: &'static ColumnSpec, quantity: Quantity, u: f64) -> Figure {
        let place = Place { table: self.table, row: self.row.id, column: Some(column) };
        let input_quantity =
            InputQuantity { id: place.input_id(), label: self.label.clone(), name: column.heading.words() };
        Figure::typed(quantity, u, input_quantity).incomplete_if(self.lacks && self.belong_together)
    }
}

/// What to say of a number that is not usual in its column; one of another unit is not judged.
fn unusual(column: &'static ColumnSpec, quantity: Quantity) -> Option<ProblemKind> {
    let usual = column.usual.filter(|_| column.unit() == Some(quantity.unit))?;
    if usual.holds(quantity.value) {
        return None;
    }
    let (low, high) = (usual.low, usual.high);
    Some(match usual.meant(quantity.value) {
        Some(meant) => ProblemKind::Slip { low, high, meant },
        None => ProblemKind::Unusual { low, high },
    })
}

/// Whether something stands in a cell of numbers that its column may not hold.
fn is_unreadable(row: &Row, column: &'static ColumnSpec) -> bool {
    let ColumnKind::Number(unit) = column.kind else { return false };
    let text = row.text(column);
    if text.is_empty() {
        return false;
    }
    match typed_number(text, unit) {
        Ok(number) => number.is_some_and(|(quantity, u)| outside(column.limits, quantity.value, u).is_some()),
        // Such a column counts in one unit or in another, by the kind of the row.
        Err(TypedError::OtherDimension { .. }) => column.feeds.len() < 2,
        Err(_) => true,
    }
}

/// Why a column may not hold a number, with its standard uncertainty; nothing when it may.
fn outside(limits: Limits, value: f64, u: f64) -> Option<ProblemKind> {
    match limits {
        // Whatever is measured, so much is in doubt of nothing, and its square may be no number any more.
        _ if u > LARGEST => Some(ProblemKind::Typed(TypedError::TooLarge)),
        Limits::Any => None,
        Limits::Within { low, high } if !(low..=high).contains(&value) => {
            Some(ProblemKind::Outside { low, high })
        }
        Limits::Within { .. } => None,
        _ if value < 0.0 => Some(ProblemKind::Negative),
        Limits::Positive if value == 0.0 => Some(ProblemKind::Zero),
        Limits::Share if value > 1.0 => Some(ProblemKind::Outside { low: 0.0, high: 1.0 }),
        // One slip of the finger would leave no sum of the sheet a number.
        Limits::Amount if value > LARGEST => Some(ProblemKind::Typed(TypedError::TooLarge)),
        Limits::Positive | Limits::NotNegative | Limits::Share | Limits::Amount => None,
    }
}

/// Whether a part is more than its whole.
pub(super) fn exceeds(part: &Option<Figure>, whole: &Option<Figure>) -> bool {
    matches!((part, whole), (Some(part), Some(whole)) if part.value() > whole.value())
}

/// What each filled row of a sheet's table comes to.
pub(super) fn each<T>(
    sheet: &Row,
    table: &'static TableSpec,
    problems: &mut Vec<Problem>,
    make: impl Fn(&mut Cells<'_>, &Row) -> T,
) -> Vec<T> {
    let at = table.at(&[sheet.id]);
    filled(sheet.rows(table))
        .map(|(index, row)| make(&mut Cells::new(at, row, row_label(row, index), problems), row))
        .collect()
}

/// The rows that something was typed into, with their places in the table.
pub(super) fn filled(rows: &[Arc<Row>]) -> impl Iterator<Item = (usize, &Row)> {
    rows.iter().map(|row| &**row).enumerate().filter(|(_, row)| !row.is_blank())
}

/// The sums of the columns of a table whose numbers are parts of one amount; one that lacks a number that cannot be read says so.
/// There are none where a single row is filled, of which they say nothing new.
pub fn column_totals(table: TableAt, rows: &[Arc<Row>]) -> Vec<(&'static ColumnSpec, Figure)> {
    if filled(rows).nth(1).is_none() {
        return Vec::new();
    }
    let number = |column: &'static ColumnSpec| {
        move |(index, row): (usize, &Row)| {
            let mut problems = Vec::new();
            let found = Cells::apart(table, row, row_label(row, index), &mut problems)
                .number_under(column, column.unit()?);
            (found.is_some() || is_unreadable(row, column)).then_some(found)
        }
    };
    let sum = |column| Some((column, water::total_of(filled(rows).filter_map(number(column)))?));
    table.spec.columns.iter().filter(|column| column.is_summed).filter_map(sum).collect()
}

/// The cell of a row to go to for what a formula refuses: the one that the refused number was typed into; else, as where it is
/// missing, the one that feeds the input; else the one given, which what is refused was computed from.
pub(super) fn refused_cell(table: TableAt, row: RowId, fault: &Fault, otherwise: impl Column) -> Place {
    let cell = |column| Place { table, row, column: Some(column) };
    let typed = fault
        .input_id
        .and_then(|input_id| table.spec.columns.iter().map(cell).find(|cell| cell.input_id() == input_id));
    let feeding = || table.spec.feeding(fault.at.key).unwrap_or(otherwise.spec());
    typed.unwrap_or_else(|| cell(feeding()))
}

/// A typed number with its standard uncertainty, which may be given as such, in per cent, or by an accuracy class.
pub(super) fn typed_number(text: &str, unit: Unit) -> Result<Option<(Quantity, f64)>, TypedError> {
    let Some((quantity, spread)) = read_uncertain(text, unit)? else { return Ok(None) };
    let u = match spread {
        Some(spread) => standard_uncertainty(quantity.value, &spread)?,
        None => 0.0,
    };
    Ok(Some((quantity, u)))
}

/// What to call a row: its name, or its place in the table when it has none.
pub(super) fn label(name: &str, index: usize) -> String {
    match name.trim() {
        "" => format!("#{}", index + 1),
        name => name.to_string(),
    }
}

/// What to call a row that may have a name in its first column; a code chosen there is none.
pub(super) fn row_label(row: &Row, index: usize) -> String {
    let first = row.table().columns.first();
    let is_named = first.is_some_and(|column| matches!(column.kind, ColumnKind::Text));
    label(if is_named { row.cell(0) } else { "" }, index)
}

/// Names that stand in more than one row.
pub(super) fn twice<'n>(names: impl Iterator<Item = &'n str>) -> std::collections::HashSet<&'n str> {
    let mut seen = std::collections::HashSet::new();
    names.map(str::trim).filter(|name| !name.is_empty() && !seen.insert(*name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{FIXTURES, RowId, rows_of};

    fn totals(rows: &[&[&str]]) -> Vec<(&'static str, String, bool)> {
        let rows: Vec<Arc<Row>> = rows_of(&FIXTURES, rows).into_iter().map(Arc::new).collect();
        let found = column_totals(FIXTURES.at(&[RowId(1)]), &rows);
        found.iter().map(|(column, sum)| (column.name, sum.shown(), sum.is_incomplete())).collect()
    }

    #[test]
    fn columns_of_parts_have_their_sum_and_say_where_one_is_lacking() {
        let rows: [&[&str]; 3] = [&["", "", "", "120", "100"], &[], &["", "", "", "30", "2o"]];
        let expected = [("count", "150".to_string(), false), ("saving", "100".to_string(), true)];
        assert_eq!(totals(&rows), expected);
    }

    #[test]
    fn of_a_single_row_there_is_no_sum() {
        assert_eq!(totals(&[&["", "", "", "120", "100"], &[]]), []);
    }
}
