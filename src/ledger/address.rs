//! Where something stands in the document: a table within rows, a row of it, a column.

use std::sync::Arc;

use super::{Column, ColumnSpec, Row, RowId, TableSpec};

/// How many rows a table stands within at most: a sheet, a row of it, a row of that.
const DEPTH: usize = 3;

/// A table of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TableAt {
    /// What is said of it.
    pub spec: &'static TableSpec,
    /// The rows it stands within, outermost first; zero beyond its depth.
    within: [RowId; DEPTH],
}

/// A cell of the document; a whole row when no column is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The table.
    pub table: TableAt,
    /// The row.
    pub row: RowId,
    /// The column.
    pub column: Option<&'static ColumnSpec>,
}

impl TableSpec {
    /// The table in the rows that it stands within, outermost first: the sheet, a row of it, …
    pub fn at(&'static self, within: &[RowId]) -> TableAt {
        TableAt::new(self, within)
    }

    /// An entry of one of its sheets, where it is a list of sheets.
    pub fn entry(&'static self, sheet: RowId, column: impl Column) -> Place {
        self.at(&[]).cell(sheet, column)
    }
}

impl TableAt {
    /// A table within rows, outermost first.
    fn new(spec: &'static TableSpec, within: &[RowId]) -> TableAt {
        debug_assert_eq!(spec.depth(), within.len(), "{spec:?} stands within other rows");
        let mut ids = [RowId(0); DEPTH];
        ids.iter_mut().zip(within).for_each(|(id, given)| *id = *given);
        TableAt { spec, within: ids }
    }

    /// The rows that it stands within, outermost first.
    pub fn within(&self) -> &[RowId] {
        &self.within[..self.spec.depth().min(DEPTH)]
    }

    /// The sheet that holds it; none for a list of sheets.
    pub fn sheet(&self) -> Option<RowId> {
        self.within().first().copied()
    }

    /// A table that each of its rows holds.
    pub fn inner(&self, row: RowId, spec: &'static TableSpec) -> TableAt {
        let mut within = self.within().to_vec();
        within.push(row);
        spec.at(&within)
    }

    /// A cell of the table.
    pub fn cell(self, row: RowId, column: impl Column) -> Place {
        Place { table: self, row, column: Some(column.spec()) }
    }

    /// A row of the table.
    pub fn row(self, row: RowId) -> Place {
        Place { table: self, row, column: None }
    }
}

impl Place {
    /// The sheet that holds it; none for the title of the document.
    pub fn sheet(&self) -> Option<(&'static TableSpec, RowId)> {
        if self.table.spec.is_document {
            return None;
        }
        Some((self.table.spec.sheets(), self.table.sheet().unwrap_or(self.row)))
    }

    /// Whether it stands in a sheet.
    pub fn is_in(&self, sheet: &Row) -> bool {
        self.sheet() == Some((sheet.table(), sheet.id))
    }

    /// Whether it is a cell under this column.
    pub fn is_under(&self, column: impl Column) -> bool {
        self.column == Some(column.spec())
    }

    /// Where it stands, in names of the saved document: `irrigation/1/districts/3/net`.
    pub fn path(&self) -> String {
        let rows = self.table.within().iter().chain([&self.row]);
        let steps = self.table.spec.way().into_iter().zip(rows);
        let mut path: String = steps.map(|(table, row)| format!("{}/{}/", table.name, row.0)).collect();
        path += self.column.map_or("", |column| column.name);
        path
    }

    /// The identity of the number typed there, the same on every machine and in every version: figures that rest on one cell
    /// know it by this. It is a hash of the names and identities on the way to the cell, as they are saved.
    pub fn input_id(&self) -> u64 {
        // FNV-1a; a name ends where a byte of no text stands.
        let add = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        let name = |name: &'static str| name.bytes().chain([0xff]);
        let ids = self.table.within().iter().chain([&self.row]).flat_map(|id| id.0.to_le_bytes());
        let bytes = name(self.table.spec.row_name).chain(ids);
        bytes.chain(name(self.column.map_or("", |column| column.name))).fold(0xcbf2_9ce4_8422_2325, add)
    }

    /// The cell of a sheet in which the number of an identity was typed.
    pub fn in_sheet(input_id: u64, sheet: &Row) -> Option<Place> {
        places_of(sheet.table().at(&[]), sheet).into_iter().find(|place| place.input_id() == input_id)
    }
}

impl Row {
    /// The rows of a table of this sheet, however deep within; none when what it stands within is gone.
    pub fn rows_at(&self, table: TableAt) -> &[Arc<Row>] {
        let way = table.spec.way();
        let mut outer = way.iter().skip(1).zip(table.within().iter().skip(1));
        let within = outer.try_fold(self, |row, (table, id)| row.row(table, *id).map(|row| &**row));
        within.map_or(&[], |row| row.rows(table.spec))
    }

    /// What was typed at a place of this sheet; nothing when it is gone.
    pub fn text_at(&self, place: Place) -> &str {
        let Some(column) = place.column else { return "" };
        if place.table.spec == self.table() {
            return self.text(column);
        }
        let row = self.rows_at(place.table).iter().find(|row| row.id == place.row);
        row.map_or("", |row| row.text(column))
    }

    /// Puts a text at a place of this sheet, as if it were typed there; what is gone takes none.
    pub fn set_at(&mut self, place: Place, text: String) {
        let Some(column) = place.column else { return };
        if place.table.spec == self.table() {
            self.set(column, text);
            return;
        }
        let way = place.table.spec.way().into_iter().zip(place.table.within().iter().copied()).skip(1);
        let mut row = self;
        for (table, id) in way.chain([(place.table.spec, place.row)]) {
            let rows = row.rows_mut(table).map_or(&mut [] as &mut [Arc<Row>], |rows| rows);
            let Some(inner) = rows.iter_mut().find(|row| row.id == id) else { return };
            row = Arc::make_mut(inner);
        }
        row.set(column, text);
    }
}

/// The cells of a row and of the tables it holds.
pub(super) fn places_of(table: TableAt, row: &Row) -> Vec<Place> {
    let cells = table.spec.columns.iter().map(|column| Place { column: Some(column), ..table.row(row.id) });
    let mut places: Vec<Place> = cells.collect();
    for spec in table.spec.tables {
        let inner = table.inner(row.id, spec);
        places.extend(row.rows(spec).iter().flat_map(|row| places_of(inner, row)));
    }
    places
}
