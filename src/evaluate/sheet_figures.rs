//! The figures of a sheet one by one, each with what it is of: programs, papers and tests go over the same ones.

use crate::ledger::{RowId, TableAt};
use crate::metric::{Figure, Results, RowResults};
use crate::text::{Key, Words};

/// What a figure is of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FigureOf<'r> {
    /// The sheet as a whole.
    Sheet,
    /// A row of a table.
    Row(TableAt, RowId),
    /// A group that is no row, such as a class of districts or a level of meters.
    Group(Words),
    /// What carries a name of its own, such as a source that no row names.
    Named(&'r str),
    /// A flow of a plant, by its number.
    Flow(usize),
}

/// A figure of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct SheetFigure<'r> {
    /// What it is of.
    pub of: FigureOf<'r>,
    /// Its name among the results of that.
    pub name: &'static str,
    /// What people call it.
    pub heading: Key,
    /// Whether programs find it under its name.
    pub is_apart: bool,
    /// The figure.
    pub figure: &'r Figure,
}

/// The figures of one thing.
pub(super) fn figures_of<'r, F: Results>(of: FigureOf<'r>, found: &'r F) -> Vec<SheetFigure<'r>> {
    found
        .results()
        .map(|(spec, figure)| SheetFigure {
            of,
            name: spec.name,
            heading: spec.heading,
            is_apart: spec.is_apart,
            figure,
        })
        .collect()
}

/// The figures of the rows of a table.
pub(super) fn figures_of_rows<F: RowResults>(table: TableAt, rows: &[F]) -> Vec<SheetFigure<'_>> {
    rows.iter().flat_map(|row| figures_of(FigureOf::Row(table, RowId(row.key())), row)).collect()
}

impl<'r> SheetFigure<'r> {
    /// A figure that no list of results holds, such as a rate, of which there may be any.
    pub(super) fn of_any(of: FigureOf<'r>, name: &'static str, heading: Key, figure: &'r Figure) -> Self {
        SheetFigure { of, name, heading, is_apart: false, figure }
    }
}

/// What a figure is called under a heading. Those of some lists share one; each of them is called what it is.
pub fn figure_name(heading: Key, figure: &Figure) -> Words {
    match heading {
        Key::RateName | Key::ColumnValue | Key::ColumnFact => figure.name(),
        heading => heading.words(),
    }
}
