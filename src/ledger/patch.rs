//! What makes one ledger of another, cell by cell and row by row: what is written down of a change, and how a change that was made
//! on one ledger is made on another.

use crate::numeric::in_order;
use std::collections::HashMap;
use std::sync::Arc;

use super::row::{free_id, next_id};
use super::{ColumnSpec, LEDGER, Ledger, MAX_ROWS, Row, RowId, RubricId, RubricSheet, TableAt, TableSpec};

/// Changes that make one ledger of another, in the order in which they are made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Patch(pub(super) Vec<Change>);

/// One change, with what was there before, so that it can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Change {
    /// Another text in a cell.
    Cell { table: TableAt, row: RowId, column: &'static ColumnSpec, from: String, to: String },
    /// A row comes, behind another or as the first.
    Insert { table: TableAt, after: Option<RowId>, row: Arc<Row> },
    /// A row goes from behind another or from the first place.
    Remove { table: TableAt, after: Option<RowId>, row: Arc<Row> },
    /// Rows stand in another order.
    Order { table: TableAt, from: Vec<RowId>, to: Vec<RowId> },
    /// A rubric of one's own comes behind another or as the first, goes from there, or is another.
    Rubric { after: Option<RubricId>, from: Option<Arc<RubricSheet>>, to: Option<Arc<RubricSheet>> },
}

impl Patch {
    /// What makes `to` of `from`. What both share is not looked into.
    pub fn between(from: &Ledger, to: &Ledger) -> Patch {
        let mut changes = Vec::new();
        compare_rows(LEDGER.at(&[]), from.document(), to.document(), &mut changes);
        compare_rubrics(&from.rubrics, &to.rubrics, &mut changes);
        Patch(changes)
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The rows that come, with the tables into which they come.
    pub(super) fn new_rows(&self) -> impl Iterator<Item = (TableAt, RowId)> {
        self.0.iter().filter_map(|change| match change {
            Change::Insert { table, row, .. } => Some((*table, row.id)),
            _ => None,
        })
    }

    /// What takes it back.
    pub fn inverse(&self) -> Patch {
        Patch(self.0.iter().rev().map(Change::inverse).collect())
    }

    /// The ledger with these changes, which may have been made on another one meanwhile: what they are made on and is gone is left
    /// out; a row whose identity is taken gets another.
    pub fn on(&self, ledger: &Ledger) -> Ledger {
        let mut made = ledger.clone();
        let mut renumbered = Renumbered::default();
        for change in &self.0 {
            change.make(&mut made, &mut renumbered);
        }
        made
    }
}

/// What `ledger` would be if the changes that made it of `base` had been made on `other`, which was made of `base` too. Of a cell
/// that both changed its own text stays; a row that one took away and the other changed stays, with its changes.
pub(super) fn rebased(ledger: &Arc<Ledger>, base: &Arc<Ledger>, other: &Arc<Ledger>) -> Arc<Ledger> {
    if Arc::ptr_eq(ledger, base) {
        return other.clone();
    }
    let mut changes = Patch::between(base, ledger).0;
    changes.retain(|change| match change {
        Change::Remove { table, row, .. } => other.row_at(*table, row.id).is_none_or(|known| known == row),
        _ => true,
    });
    let mut back: Vec<(TableAt, RowId)> = Vec::new();
    for gone in changes.iter().filter_map(|change| change.outermost_gone(other)) {
        if !back.contains(&gone) {
            back.push(gone);
        }
    }
    changes.retain(|change| change.outermost_gone(other).is_none_or(|gone| !back.contains(&gone)));
    let comes_back = |(table, id): (TableAt, RowId)| {
        let rows = ledger.rows_at(table)?;
        let place = rows.iter().position(|row| row.id == id)?;
        let after = place.checked_sub(1).map(|place| rows[place].id);
        Some(Change::Insert { table, after, row: rows[place].clone() })
    };
    let back = back.into_iter().filter_map(comes_back);
    Arc::new(Patch(back.chain(changes).collect()).on(other))
}

/// What is different in two rows that are one: their cells, and the tables they hold.
fn compare_rows(table: TableAt, from: &Row, to: &Row, changes: &mut Vec<Change>) {
    for (index, column) in table.spec.columns.iter().enumerate() {
        let (before, after) = (from.cell(index), to.cell(index));
        if before != after {
            let (from, to_text) = (before.to_string(), after.to_string());
            changes.push(Change::Cell { table, row: to.id, column, from, to: to_text });
        }
    }
    for spec in table.spec.tables {
        compare_tables(inner(table, to.id, spec), from.rows(spec), to.rows(spec), changes);
    }
}

fn compare_tables(table: TableAt, from: &[Arc<Row>], to: &[Arc<Row>], changes: &mut Vec<Change>) {
    let is_shared = |(before, after): (&Arc<Row>, &Arc<Row>)| Arc::ptr_eq(before, after);
    if from.len() == to.len() && from.iter().zip(to).all(is_shared) {
        return;
    }
    let (before, after) = (places(from), places(to));
    let behind = |rows: &[Arc<Row>], place: usize| place.checked_sub(1).map(|place| rows[place].id);
    // The last goes first, so that each finds its place again when it comes back.
    for (place, row) in from.iter().enumerate().rev().filter(|(_, row)| !after.contains_key(&row.id)) {
        changes.push(Change::Remove { table, after: behind(from, place), row: row.clone() });
    }
    let mut order: Vec<RowId> = from.iter().map(|row| row.id).filter(|id| after.contains_key(id)).collect();
    for (place, row) in to.iter().enumerate().filter(|(_, row)| !before.contains_key(&row.id)) {
        let after = behind(to, place);
        order.insert(place_behind(&order, after), row.id);
        changes.push(Change::Insert { table, after, row: row.clone() });
    }
    if order.iter().ne(to.iter().map(|row| &row.id)) {
        let to = to.iter().map(|row| row.id).collect();
        changes.push(Change::Order { table, from: order, to });
    }
    for row in to {
        let known = before.get(&row.id).map(|place| &from[*place]);
        if let Some(known) = known.filter(|known| !Arc::ptr_eq(known, row)) {
            compare_rows(table, known, row, changes);
        }
    }
}

/// The places of rows by their identities.
fn places(rows: &[Arc<Row>]) -> HashMap<RowId, usize> {
    rows.iter().enumerate().map(|(place, row)| (row.id, place)).collect()
}

fn compare_rubrics(from: &[Arc<RubricSheet>], to: &[Arc<RubricSheet>], changes: &mut Vec<Change>) {
    let is_in = |rubrics: &[Arc<RubricSheet>], id| rubrics.iter().any(|sheet| sheet.id == id);
    let kept = |rubrics: &[Arc<RubricSheet>], others: &[Arc<RubricSheet>]| -> Vec<RubricId> {
        rubrics.iter().map(|sheet| sheet.id).filter(|id| is_in(others, *id)).collect()
    };
    // Their order changes only where one ledger takes another's place: all come anew then.
    let stays = |id| kept(from, to) == kept(to, from) && is_in(from, id) && is_in(to, id);
    let behind =
        |rubrics: &[Arc<RubricSheet>], place: usize| place.checked_sub(1).map(|place| rubrics[place].id);
    for (place, sheet) in from.iter().enumerate().rev().filter(|(_, sheet)| !stays(sheet.id)) {
        changes.push(Change::Rubric { after: behind(from, place), from: Some(sheet.clone()), to: None });
    }
    for (place, sheet) in to.iter().enumerate() {
        let known = from.iter().find(|known| stays(sheet.id) && known.id == sheet.id);
        match known {
            None => {
                changes.push(Change::Rubric { after: behind(to, place), from: None, to: Some(sheet.clone()) })
            }
            Some(known) if known != sheet => {
                changes.push(Change::Rubric {
                    after: None,
                    from: Some(known.clone()),
                    to: Some(sheet.clone()),
                });
            }
            Some(_) => {}
        }
    }
}

/// The place behind an identity; the first where none is named, the last where it is gone.
fn place_behind<I: Copy + PartialEq>(ids: &[I], after: Option<I>) -> usize {
    match after {
        None => 0,
        Some(id) => ids.iter().position(|one| *one == id).map_or(ids.len(), |place| place + 1),
    }
}

/// A table that a row holds; the document holds lists of sheets.
fn inner(table: TableAt, row: RowId, spec: &'static TableSpec) -> TableAt {
    if table.spec.is_document { spec.at(&[]) } else { table.inner(row, spec) }
}

/// The identities that rows got because theirs were taken.
#[derive(Default)]
struct Renumbered(Vec<(TableAt, RowId, RowId)>);

impl Renumbered {
    fn row(&self, table: TableAt, id: RowId) -> RowId {
        let known = self.0.iter().find(|(at, from, _)| (*at, *from) == (table, id));
        known.map_or(id, |(_, _, to)| *to)
    }

    /// The table in the rows as they are called by now.
    fn table(&self, table: TableAt) -> TableAt {
        let mut within: Vec<RowId> = Vec::new();
        for (spec, id) in table.spec.way().into_iter().zip(table.within()) {
            within.push(self.row(spec.at(&within), *id));
        }
        table.spec.at(&within)
    }
}

impl Change {
    fn inverse(&self) -> Change {
        match self.clone() {
            Change::Cell { table, row, column, from, to } => {
                Change::Cell { table, row, column, from: to, to: from }
            }
            Change::Insert { table, after, row } => Change::Remove { table, after, row },
            Change::Remove { table, after, row } => Change::Insert { table, after, row },
            Change::Order { table, from, to } => Change::Order { table, from: to, to: from },
            Change::Rubric { after, from, to } => Change::Rubric { after, from: to, to: from },
        }
    }

    /// The outermost row that it needs and a ledger has no more; what takes away needs none.
    fn outermost_gone(&self, ledger: &Ledger) -> Option<(TableAt, RowId)> {
        let (table, row) = match self {
            Change::Cell { table, row, .. } => (table, (!table.spec.is_document).then_some(*row)),
            Change::Insert { table, .. } => (table, None),
            Change::Remove { .. } | Change::Order { .. } | Change::Rubric { .. } => return None,
        };
        let way = table.spec.way();
        let ids: Vec<RowId> = table.within().iter().copied().chain(row).collect();
        let steps = way.iter().zip(&ids).enumerate().map(|(depth, (spec, id))| (spec.at(&ids[..depth]), *id));
        steps.into_iter().find(|(table, id)| ledger.row_at(*table, *id).is_none())
    }

    fn make(&self, ledger: &mut Ledger, renumbered: &mut Renumbered) {
        match self {
            Change::Cell { table, row, column, to, .. } => {
                let table = renumbered.table(*table);
                let row = renumbered.row(table, *row);
                let index = table.spec.index_of(column);
                let cell =
                    row_mut(ledger, table, row).zip(index).and_then(|(row, index)| row.cell_mut(index));
                if let Some(cell) = cell {
                    cell.clone_from(to);
                }
            }
            Change::Insert { table, after, row } => {
                let table = renumbered.table(*table);
                let after = after.map(|id| renumbered.row(table, id));
                if let Some(rows) = rows_mut(ledger, table)
                    && let Some(id) = insert(table.spec, rows, after, row)
                {
                    renumbered.0.push((table, row.id, id));
                }
            }
            Change::Remove { table, row, .. } => {
                let table = renumbered.table(*table);
                let id = renumbered.row(table, row.id);
                if let Some(rows) = rows_mut(ledger, table) {
                    rows.retain(|row| row.id != id);
                }
            }
            Change::Order { table, to, .. } => {
                let table = renumbered.table(*table);
                let order: Vec<RowId> = to.iter().map(|id| renumbered.row(table, *id)).collect();
                if let Some(rows) = rows_mut(ledger, table) {
                    reorder(rows, &order);
                }
            }
            Change::Rubric { after, from, to } => {
                make_rubric(&mut ledger.rubrics, *after, from.as_ref(), to.as_ref());
            }
        }
    }
}

fn rows_mut(ledger: &mut Ledger, table: TableAt) -> Option<&mut Vec<Arc<Row>>> {
    ledger.owner_mut(table)?.rows_mut(table.spec)
}

fn row_mut(ledger: &mut Ledger, table: TableAt, id: RowId) -> Option<&mut Row> {
    if table.spec.is_document {
        return Some(ledger.document_mut());
    }
    rows_mut(ledger, table)?.iter_mut().find(|row| row.id == id).map(Arc::make_mut)
}

/// Puts a row in; which identity it has there, where it is not its own.
fn insert(
    table: &'static TableSpec,
    rows: &mut Vec<Arc<Row>>,
    after: Option<RowId>,
    row: &Arc<Row>,
) -> Option<RowId> {
    let keys: Vec<&ColumnSpec> = table.columns.iter().filter(|column| column.is_key).collect();
    let is_asked = |other: &Row| !keys.is_empty() && keys.iter().all(|key| other.text(key) == row.text(key));
    // Two tabs that take back the same removal bring the same row; two blank ones are two.
    let is_same = |other: &Row| is_asked(other) || (!row.is_blank() && *other == **row);
    let taken = rows.iter_mut().find(|other| other.id == row.id);
    let is_taken = taken.is_some();
    // A row that is asked for is there once, whoever wrote it first.
    if let Some(known) = taken.filter(|other| is_same(other)) {
        fill(Arc::make_mut(known), row);
        return None;
    }
    if rows.len() >= MAX_ROWS {
        return None;
    }
    let id = if is_taken { next_id(rows, RowId(0)) } else { row.id };
    let ids: Vec<RowId> = rows.iter().map(|row| row.id).collect();
    let mut new = row.clone();
    if is_taken {
        Arc::make_mut(&mut new).id = id;
    }
    rows.insert(place_behind(&ids, after), new);
    is_taken.then_some(id)
}

/// What was typed into a row goes into another that is the same; what is blank there stays.
fn fill(row: &mut Row, from: &Row) {
    for index in 0..from.table().columns.len() {
        if let Some(cell) =
            row.cell_mut(index).filter(|cell| !from.cell(index).is_empty() && **cell != from.cell(index))
        {
            *cell = from.cell(index).to_string();
        }
    }
}

/// Rows in an order; those that it does not name stay behind those that they stood behind.
fn reorder(rows: &mut Vec<Arc<Row>>, order: &[RowId]) {
    let places: HashMap<RowId, usize> =
        order.iter().enumerate().map(|(place, id)| (*id, place + 1)).collect();
    let mut last = 0;
    let mut placed: Vec<(usize, Arc<Row>)> = Vec::with_capacity(rows.len());
    for row in rows.drain(..) {
        last = places.get(&row.id).copied().unwrap_or(last);
        placed.push((last, row));
    }
    let placed = in_order(placed, |one, other| one.0.cmp(&other.0));
    rows.extend(placed.into_iter().map(|(_, row)| row));
}

fn make_rubric(
    rubrics: &mut Vec<Arc<RubricSheet>>,
    after: Option<RubricId>,
    from: Option<&Arc<RubricSheet>>,
    to: Option<&Arc<RubricSheet>>,
) {
    let place = |of: &Arc<RubricSheet>| rubrics.iter().position(|sheet| sheet.id == of.id);
    match (from, to) {
        (Some(gone), None) => {
            if let Some(place) = place(gone) {
                rubrics.remove(place);
            }
        }
        (Some(_), Some(changed)) => match place(changed) {
            Some(place) => rubrics[place] = changed.clone(),
            None => rubrics.push(changed.clone()),
        },
        (None, Some(new)) => {
            let ids: Vec<RubricId> = rubrics.iter().map(|sheet| sheet.id).collect();
            let mut new = new.clone();
            if ids.contains(&new.id) {
                Arc::make_mut(&mut new).id = RubricId(free_id(ids.iter().map(|id| id.0)));
            }
            rubrics.insert(place_behind(&ids, after), new);
        }
        (None, None) => {}
    }
}
