//! Reading the cells of a row: each problem is noted at its cell, and what is sound goes on as a figure.

use super::problem::{Problem, ProblemKind};
use crate::catalog::standard_uncertainty;
use crate::ledger::{ColumnKind, Place, RowId, TableAt, TypedRow};
use crate::metric::{Fault, Figure, Leaf};
use crate::quantity::{Quantity, TypedError, Unit, read_uncertain};
use crate::text::Coded;

/// The cells of one row being read.
pub(super) struct Cells<'c, R> {
    table: TableAt,
    row: &'c R,
    label: String,
    problems: &'c mut Vec<Problem>,
    first: usize,
}

/// Which numbers a cell may hold.
#[derive(Clone, Copy)]
pub(super) enum Allowed {
    /// Above zero.
    Positive,
    /// Zero or above.
    NotNegative,
    /// From zero to one.
    Share,
    /// Any number.
    Any,
}

impl<'c, R: TypedRow> Cells<'c, R> {
    /// The cells of a row; `label` says what a person would call the row.
    pub(super) fn new(table: TableAt, row: &'c R, label: String, problems: &'c mut Vec<Problem>) -> Self {
        let first = problems.len();
        Cells { table, row, label, problems, first }
    }

    /// Notes a problem at a cell.
    pub(super) fn report(&mut self, column: usize, kind: ProblemKind) {
        self.problems.push(Problem { place: Place::cell(self.table, self.row.id(), column), kind });
    }

    /// What was noted at this row so far, with the columns.
    pub(super) fn noted(&self) -> impl Iterator<Item = (Option<usize>, &ProblemKind)> {
        self.problems[self.first..].iter().map(|problem| match problem.place {
            Place::Cell { column, .. } => (column, &problem.kind),
            Place::Entry(_) => (None, &problem.kind),
        })
    }

    /// The text of a cell without the blanks around it.
    pub(super) fn text(&self, column: usize) -> &'c str {
        self.row.cell(column).trim()
    }

    /// A term chosen from a list; a text that is none of them is a problem.
    pub(super) fn choice<C: Coded>(&mut self, column: usize) -> Option<C> {
        let typed = self.text(column);
        if typed.is_empty() {
            return None;
        }
        let term = C::from_typed(typed);
        if term.is_none() {
            self.report(column, ProblemKind::UnknownChoice);
        }
        term
    }

    /// Notes a problem at a cell in which nothing was typed.
    pub(super) fn ask(&mut self, column: usize, kind: ProblemKind) {
        if self.text(column).is_empty() {
            self.report(column, kind);
        }
    }

    /// A number within what is allowed, in the column's unit.
    pub(super) fn number(&mut self, column: usize, allowed: Allowed) -> Option<Figure> {
        let unit = R::COLUMNS.get(column).and_then(|spec| spec.unit()).unwrap_or(Unit::One);
        self.number_in(column, unit, allowed)
    }

    /// A number within what is allowed; a bare one counts the unit given.
    pub(super) fn number_in(&mut self, column: usize, unit: Unit, allowed: Allowed) -> Option<Figure> {
        let (quantity, u) = self.typed(column, unit)?;
        let problem = match allowed {
            Allowed::Positive | Allowed::NotNegative | Allowed::Share if quantity.value < 0.0 => {
                Some(ProblemKind::Negative)
            }
            Allowed::Positive if quantity.value == 0.0 => Some(ProblemKind::Zero),
            Allowed::Share if quantity.value > 1.0 => Some(ProblemKind::Outside { low: 0.0, high: 1.0 }),
            Allowed::Positive | Allowed::NotNegative | Allowed::Share | Allowed::Any => None,
        };
        match problem {
            None => Some(self.figure(column, quantity, u)),
            Some(problem) => {
                self.report(column, problem);
                None
            }
        }
    }

    /// Any number with its standard uncertainty, 0 where nothing was said of it; a bare number counts the unit given.
    pub(super) fn typed(&mut self, column: usize, unit: Unit) -> Option<(Quantity, f64)> {
        match typed_number(self.row.cell(column), unit) {
            Ok(number) => number,
            Err(error) => {
                self.report(column, ProblemKind::Typed(error));
                None
            }
        }
    }

    /// A quantity of a cell as a figure that knows the cell.
    pub(super) fn figure(&self, column: usize, quantity: Quantity, u: f64) -> Figure {
        let heading = R::COLUMNS.get(column).map(|spec| spec.heading.words());
        let leaf = Leaf {
            id: Place::cell(self.table, self.row.id(), column).leaf(),
            label: self.label.clone(),
            name: heading.unwrap_or(crate::text::Words::new("", "")),
        };
        Figure::typed(quantity, u, leaf)
    }
}

/// The cell of a row to go to for what a formula refuses: the one that the refused number was typed into; else, as where it is
/// missing, the one that feeds the input; else the one given, which what is refused was computed from.
pub(super) fn refused_cell<R: TypedRow>(
    table: TableAt,
    row: RowId,
    fault: &Fault,
    otherwise: usize,
) -> Place {
    let cell = |column| Place::cell(table, row, column);
    let typed = fault.leaf.and_then(|leaf| (0..R::COLUMNS.len()).map(cell).find(|cell| cell.leaf() == leaf));
    let feeding = || R::COLUMNS.iter().position(|column| column.feeds.contains(&fault.at.key));
    typed.unwrap_or_else(|| cell(feeding().unwrap_or(otherwise)))
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
pub(super) fn row_label<R: TypedRow>(row: &R, index: usize) -> String {
    let is_named = R::COLUMNS.first().is_some_and(|column| matches!(column.kind, ColumnKind::Text));
    label(if is_named { row.cell(0) } else { "" }, index)
}

/// Names that stand in more than one row.
pub(super) fn twice<'n>(names: impl Iterator<Item = &'n str>) -> std::collections::HashSet<&'n str> {
    let mut seen = std::collections::HashSet::new();
    names.map(str::trim).filter(|name| !name.is_empty() && !seen.insert(*name)).collect()
}
