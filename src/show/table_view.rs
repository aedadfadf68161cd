//! A table of the ledger as a page shows it: what was typed, what it comes to, what is wrong with it.

use std::collections::HashMap;
use std::sync::Arc;

use crate::evaluate::{Problem, column_totals};
use crate::ledger::{Column, ColumnKind, ColumnSpec, Row, RowId, TableAt};
use crate::metric::{Figure, ResultSpec, Results, RowResults};
use crate::quantity::Unit;
use crate::text::{Key, Message};

/// A table ready to be shown. Everything is plain data, so that one widget serves every table.
#[derive(Clone, Debug)]
pub struct TableView {
    /// Which table it is.
    pub table: TableAt,
    /// The columns worked out, to the right of them.
    pub computed: Vec<ComputedColumn>,
    /// The rows, each shared as long as it shows the same.
    pub rows: Vec<Arc<TableViewRow>>,
    /// The columns that hold names from other tables.
    pub naming: Vec<&'static ColumnSpec>,
    /// The names that are known there, to be offered in those columns.
    pub names: Vec<String>,
    /// A column that holds names from other sheets, with those to be offered in it.
    pub offered: Option<(&'static ColumnSpec, Vec<String>)>,
    /// What the rows come to together.
    pub totals: Option<Totals>,
    /// The period of the sheet before, where numbers of it were taken over and are still the same.
    pub taken_over_from: Option<String>,
}

/// The last line of a table: what its rows come to together.
#[derive(Clone, Debug, PartialEq)]
pub struct Totals {
    /// What they are, and of how many rows.
    pub name: Message,
    /// Under columns that are typed into.
    pub typed: Vec<(&'static ColumnSpec, Figure)>,
    /// Under the columns worked out, from the first on; nothing under those that are left.
    pub computed: Vec<Option<Figure>>,
}

/// A column that is worked out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ComputedColumn {
    /// Its heading.
    pub heading: Key,
    /// The unit of its figures.
    pub unit: Unit,
}

/// A row ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct TableViewRow {
    /// Its identity.
    pub id: RowId,
    /// What was typed.
    pub cells: Vec<String>,
    /// What it comes to, one for each computed column.
    pub figures: Vec<Option<Figure>>,
    /// What a blank cell is taken for, with its column.
    pub hints: Vec<(&'static ColumnSpec, String)>,
    /// What is wrong or odd, with the column it stands at.
    pub problems: Vec<(&'static ColumnSpec, Problem)>,
    /// The columns under which a number stands that was taken over and is still that of the sheet before.
    pub taken_over: Vec<&'static ColumnSpec>,
}

/// The columns of the figures that such things come to.
pub(super) fn columns<F: Results>() -> Vec<ComputedColumn> {
    let column = |spec: &ResultSpec<F>| ComputedColumn { heading: spec.heading, unit: spec.unit };
    F::RESULTS.iter().filter(|spec| spec.is_column).map(column).collect()
}

/// What a thing comes to, one for each of its [`columns`].
pub(super) fn figures<F: Results>(of: &F) -> Vec<Option<Figure>> {
    F::RESULTS.iter().filter(|spec| spec.is_column).map(|spec| (spec.get)(of).cloned()).collect()
}

impl TableView {
    /// A table of rows to which nothing is worked out.
    pub(super) fn plain(
        before: Option<&TableView>,
        table: TableAt,
        rows: &[Arc<Row>],
        problems: &[Problem],
    ) -> TableView {
        TableView::new(before, table, rows, problems, Vec::new(), &|_| Vec::new())
    }

    /// A table whose rows come to figures.
    pub(super) fn of_rows<F: RowResults>(
        before: Option<&TableView>,
        table: TableAt,
        rows: &[Arc<Row>],
        problems: &[Problem],
        found: &[F],
    ) -> TableView {
        let found = by_row(found);
        TableView::new(before, table, rows, problems, columns::<F>(), &|row| {
            found.get(&row.0).map_or_else(Vec::new, |found| figures(*found))
        })
    }

    /// A table from its rows; `figures` gives what a row comes to. Rows of the table as it was `before` that still show the
    /// same are taken over.
    pub(super) fn new(
        before: Option<&TableView>,
        table: TableAt,
        rows: &[Arc<Row>],
        problems: &[Problem],
        computed: Vec<ComputedColumn>,
        figures: &dyn Fn(RowId) -> Vec<Option<Figure>>,
    ) -> TableView {
        let mut by_row: HashMap<RowId, Vec<(&'static ColumnSpec, Problem)>> = HashMap::new();
        for (row, column, problem) in problems.iter().filter_map(|problem| at(table, problem)) {
            by_row.entry(row).or_default().push((column, problem.clone()));
        }
        let mut row = |(place, row): (usize, &Arc<Row>)| {
            let (figures, problems) = (figures(row.id), by_row.remove(&row.id).unwrap_or_default());
            let cells = || (0..table.spec.shown().len()).map(|column| row.cell(column));
            let shows_the_same = |known: &&Arc<TableViewRow>| {
                known.id == row.id
                    && known.cells.iter().eq(cells())
                    && known.figures == figures
                    && known.problems == problems
            };
            match before.and_then(|before| before.rows.get(place)).filter(shows_the_same) {
                Some(known) => known.clone(),
                None => Arc::new(TableViewRow {
                    id: row.id,
                    cells: cells().map(str::to_string).collect(),
                    figures,
                    hints: Vec::new(),
                    problems,
                    taken_over: Vec::new(),
                }),
            }
        };
        let shown = rows.iter().enumerate().map(&mut row).collect();
        let view = TableView {
            table,
            computed,
            rows: shown,
            naming: Vec::new(),
            names: Vec::new(),
            offered: None,
            totals: None,
            taken_over_from: None,
        };
        view.summed(Message::new(Key::Total), column_totals(table, rows), Vec::new())
    }

    /// The table with the numbers marked that were taken over from the sheet before, of this period and with these rows, and are
    /// still the same: nobody has looked at them yet.
    pub fn taking_over(mut self, period: &str, before: &[Arc<Row>]) -> TableView {
        let columns = self.table.spec.shown().iter().enumerate();
        let is_number = |column: &ColumnSpec| matches!(column.kind, ColumnKind::Number(_));
        let carried: Vec<_> = columns.filter(|(_, column)| column.is_carried && is_number(column)).collect();
        if carried.is_empty() {
            return self;
        }
        let before: HashMap<RowId, &Arc<Row>> = before.iter().map(|row| (row.id, row)).collect();
        let mut is_any = false;
        for row in &mut self.rows {
            let was = before.get(&row.id);
            let is_same = |index: usize| {
                let is = row.cells.get(index).map_or("", |cell| cell.trim());
                !is.is_empty() && was.is_some_and(|was| was.cell(index).trim() == is)
            };
            let same: Vec<_> =
                carried.iter().filter(|(index, _)| is_same(*index)).map(|(_, column)| *column).collect();
            is_any |= !same.is_empty();
            if row.taken_over != same {
                Arc::make_mut(row).taken_over = same;
            }
        }
        self.taken_over_from = is_any.then(|| period.to_string());
        self
    }

    /// The table with what its rows come to together, where more than one is filled: of a single one it says nothing new.
    pub(super) fn summed(
        mut self,
        name: Message,
        typed: Vec<(&'static ColumnSpec, Figure)>,
        computed: Vec<Option<Figure>>,
    ) -> TableView {
        let is_blank = |row: &&Arc<TableViewRow>| row.cells.iter().all(|cell| cell.trim().is_empty());
        let has_several = self.rows.iter().filter(|row| !is_blank(row)).nth(1).is_some();
        let is_any = !typed.is_empty() || computed.iter().any(Option::is_some);
        self.totals = (has_several && is_any).then_some(Totals { name, typed, computed });
        self
    }

    /// The table with the names of the rows that its columns name, to be offered there; `owner` holds the tables.
    pub fn offering_names(self, owner: &Row) -> TableView {
        let naming = || self.table.spec.columns.iter().filter(|column| column.names.is_some());
        let names = naming().find_map(|column| column.names).map(|names| names.known(owner));
        TableView { naming: naming().collect(), names: names.unwrap_or_default(), ..self }
    }

    /// The table with names from other sheets, to be offered in a column.
    pub fn offering(self, column: impl Column, names: Vec<String>) -> TableView {
        TableView { offered: Some((column.spec(), names)), ..self }
    }
}

/// Row and column of a problem of the table; one of a whole row is shown at its first cell.
fn at(table: TableAt, problem: &Problem) -> Option<(RowId, &'static ColumnSpec, &Problem)> {
    let place = problem.place;
    let column = place.column.or(table.spec.columns.first())?;
    (place.table == table && !column.is_entry).then_some((place.row, column, problem))
}

impl PartialEq for TableView {
    /// The columns of a table never change.
    fn eq(&self, other: &TableView) -> bool {
        self.table == other.table
            && self.computed == other.computed
            && self.rows.len() == other.rows.len()
            && self.rows.iter().zip(&other.rows).all(|(row, other)| Arc::ptr_eq(row, other) || row == other)
            && self.names == other.names
            && self.offered == other.offered
            && self.totals == other.totals
            && self.taken_over_from == other.taken_over_from
    }
}

/// Figures by the mark of their row.
fn by_row<F: RowResults>(found: &[F]) -> HashMap<u32, &F> {
    found.iter().map(|found| (found.key(), found)).collect()
}

/// The rows that something was typed into, each with its place in the table and what it comes to.
pub(super) fn filled<'r, 'f, F: RowResults>(
    rows: &'r [Arc<Row>],
    found: &'f [F],
) -> impl Iterator<Item = (usize, &'r Row, Option<&'f F>)> + use<'r, 'f, F> {
    let found = by_row(found);
    let filled = rows.iter().enumerate().filter(|(_, row)| !row.is_blank());
    filled.map(move |(place, row)| (place, &**row, found.get(&row.id.0).copied()))
}
