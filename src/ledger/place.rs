//! Where something stands in the ledger.

use std::sync::Arc;

use super::{
    CanalRow, ClassRow, ColumnSpec, CropRow, DistrictRow, Entry, FieldRow, Ledger, MonthRow, PeriodId,
    PeriodRow, PeriodSheet, PlantEntry, PlantTable, ReadingRow, ReviewEntry, ReviewId, ReviewSheet,
    ReviewTable, RowId, SeasonRow, SourceRow, TypedRow, YearId, YearSheet,
};

/// A table of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableAt {
    /// A year's districts.
    Districts(YearId),
    /// A year's classes.
    Classes(YearId),
    /// The crops of a district.
    Crops(YearId, RowId),
    /// The sources and outflows of a district.
    Sources(YearId, RowId),
    /// The sample fields of a district.
    Fields(YearId, RowId),
    /// The readings of a field of a district.
    Readings(YearId, RowId, RowId),
    /// The periods of a field's water balance.
    Periods(YearId, RowId, RowId),
    /// The canals of a district.
    Canals(YearId, RowId),
    /// The months at a year's station.
    Months(YearId),
    /// The crops of a year's water need.
    Seasons(YearId),
    /// A table of a plant's period.
    Plant(PeriodId, PlantTable),
    /// A table of a unit's year.
    Review(ReviewId, ReviewTable),
}

/// The sheet that a table or an entry stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SheetAt {
    /// A year of irrigation.
    Year(YearId),
    /// A period of a plant.
    Period(PeriodId),
    /// A unit's year.
    Review(ReviewId),
}

/// A place in the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// A cell, or a whole row when no column is named.
    Cell {
        /// The table.
        table: TableAt,
        /// The row.
        row: RowId,
        /// The column, counted from 0.
        column: Option<usize>,
    },
    /// An entry beside the tables.
    Entry(Entry),
}

impl TableAt {
    /// The sheet that holds the table.
    pub fn sheet(self) -> SheetAt {
        SheetAt::Year(match self {
            TableAt::Plant(period, _) => return SheetAt::Period(period),
            TableAt::Review(review, _) => return SheetAt::Review(review),
            TableAt::Districts(year)
            | TableAt::Classes(year)
            | TableAt::Crops(year, _)
            | TableAt::Sources(year, _)
            | TableAt::Fields(year, _)
            | TableAt::Readings(year, ..)
            | TableAt::Periods(year, ..)
            | TableAt::Canals(year, _)
            | TableAt::Months(year)
            | TableAt::Seasons(year) => year,
        })
    }

    /// Its columns.
    pub fn columns(self) -> &'static [ColumnSpec] {
        match self {
            TableAt::Districts(_) => DistrictRow::COLUMNS,
            TableAt::Classes(_) => ClassRow::COLUMNS,
            TableAt::Crops(..) => CropRow::COLUMNS,
            TableAt::Sources(..) => SourceRow::COLUMNS,
            TableAt::Fields(..) => FieldRow::COLUMNS,
            TableAt::Readings(..) => ReadingRow::COLUMNS,
            TableAt::Periods(..) => PeriodRow::COLUMNS,
            TableAt::Canals(..) => CanalRow::COLUMNS,
            TableAt::Months(_) => MonthRow::COLUMNS,
            TableAt::Seasons(_) => SeasonRow::COLUMNS,
            TableAt::Plant(_, table) => table.columns(),
            TableAt::Review(_, table) => table.columns(),
        }
    }

    /// What one of its rows is called in the page and in addresses; no other table of the document has it.
    pub fn row_name(self) -> &'static str {
        match self {
            TableAt::Districts(_) => "district",
            TableAt::Classes(_) => "class",
            TableAt::Crops(..) => "crop",
            TableAt::Sources(..) => "source",
            TableAt::Fields(..) => "field",
            TableAt::Readings(..) => "reading",
            TableAt::Periods(..) => "period",
            TableAt::Canals(..) => "canal",
            TableAt::Months(_) => "month",
            TableAt::Seasons(_) => "season",
            TableAt::Plant(_, table) => table.row_name(),
            TableAt::Review(_, table) => table.row_name(),
        }
    }

    /// The rows of the table in a year's sheet, from top to bottom; none when what it hangs on is gone.
    pub fn rows(self, sheet: &YearSheet) -> Vec<RowId> {
        fn ids<R: TypedRow>(rows: &[R]) -> Vec<RowId> {
            rows.iter().map(TypedRow::id).collect()
        }
        let district = |id: RowId| sheet.district(id);
        let field =
            |id: RowId, in_field: RowId| district(id)?.fields.iter().find(|field| field.id == in_field);
        match self {
            TableAt::Districts(_) => ids(&sheet.districts),
            TableAt::Classes(_) => ids(&sheet.classes),
            TableAt::Months(_) => ids(&sheet.water_need.months),
            TableAt::Seasons(_) => ids(&sheet.water_need.crops),
            TableAt::Crops(_, id) => district(id).map_or_else(Vec::new, |district| ids(&district.crops)),
            TableAt::Sources(_, id) => district(id).map_or_else(Vec::new, |district| ids(&district.sources)),
            TableAt::Fields(_, id) => district(id).map_or_else(Vec::new, |district| ids(&district.fields)),
            TableAt::Canals(_, id) => district(id).map_or_else(Vec::new, |district| ids(&district.canals)),
            TableAt::Readings(_, id, at) => field(id, at).map_or_else(Vec::new, |field| ids(&field.readings)),
            TableAt::Periods(_, id, at) => field(id, at).map_or_else(Vec::new, |field| ids(&field.periods)),
            TableAt::Plant(..) | TableAt::Review(..) => Vec::new(),
        }
    }

    /// What was typed into a cell of the table; nothing when it is gone.
    pub fn cell(self, sheet: &YearSheet, row: RowId, column: usize) -> &str {
        fn of<R: TypedRow>(rows: &[R], id: RowId, column: usize) -> Option<&str> {
            rows.iter().find(|row| row.id() == id).map(|row| row.cell(column))
        }
        let district = |id: RowId| sheet.district(id);
        let field =
            |id: RowId, in_field: RowId| district(id)?.fields.iter().find(|field| field.id == in_field);
        let found = match self {
            TableAt::Districts(_) => of(&sheet.districts, row, column),
            TableAt::Classes(_) => of(&sheet.classes, row, column),
            TableAt::Months(_) => of(&sheet.water_need.months, row, column),
            TableAt::Seasons(_) => of(&sheet.water_need.crops, row, column),
            TableAt::Crops(_, id) => district(id).and_then(|district| of(&district.crops, row, column)),
            TableAt::Sources(_, id) => district(id).and_then(|district| of(&district.sources, row, column)),
            TableAt::Fields(_, id) => district(id).and_then(|district| of(&district.fields, row, column)),
            TableAt::Canals(_, id) => district(id).and_then(|district| of(&district.canals, row, column)),
            TableAt::Readings(_, id, at) => field(id, at).and_then(|field| of(&field.readings, row, column)),
            TableAt::Periods(_, id, at) => field(id, at).and_then(|field| of(&field.periods, row, column)),
            TableAt::Plant(..) | TableAt::Review(..) => None,
        };
        found.unwrap_or_default()
    }

    /// Every table of a year's sheet.
    pub fn all(sheet: &YearSheet) -> Vec<TableAt> {
        let year = sheet.id;
        let mut tables = vec![
            TableAt::Districts(year),
            TableAt::Classes(year),
            TableAt::Months(year),
            TableAt::Seasons(year),
        ];
        for district in &sheet.districts {
            let id = district.id;
            tables.extend([
                TableAt::Crops(year, id),
                TableAt::Sources(year, id),
                TableAt::Fields(year, id),
                TableAt::Canals(year, id),
            ]);
            let of_field = |field: &FieldRow| {
                [TableAt::Readings(year, id, field.id), TableAt::Periods(year, id, field.id)]
            };
            tables.extend(district.fields.iter().flat_map(of_field));
        }
        tables
    }

    /// The field that the table belongs to.
    pub fn field(self) -> Option<RowId> {
        match self {
            TableAt::Readings(.., field) | TableAt::Periods(.., field) => Some(field),
            _ => None,
        }
    }

    /// The district that the table belongs to.
    pub fn district(self) -> Option<RowId> {
        match self {
            TableAt::Crops(_, district)
            | TableAt::Sources(_, district)
            | TableAt::Fields(_, district)
            | TableAt::Readings(_, district, _)
            | TableAt::Periods(_, district, _)
            | TableAt::Canals(_, district) => Some(district),
            _ => None,
        }
    }
}

impl Place {
    /// A cell of a table.
    pub fn cell(table: TableAt, row: RowId, column: usize) -> Place {
        Place::Cell { table, row, column: Some(column) }
    }

    /// The sheet that holds it; the title stands on none.
    pub fn sheet(self) -> Option<SheetAt> {
        Some(SheetAt::Year(match self {
            Place::Cell { table, .. } => return Some(table.sheet()),
            Place::Entry(Entry::Title) => return None,
            Place::Entry(Entry::Plant(period, _)) => return Some(SheetAt::Period(period)),
            Place::Entry(Entry::Review(review, _)) => return Some(SheetAt::Review(review)),
            Place::Entry(
                Entry::Year(year)
                | Entry::Mu(year)
                | Entry::Latitude(year)
                | Entry::Altitude(year)
                | Entry::Efficiency(year)
                | Entry::FieldEfficiency(year, _)
                | Entry::CanalDays(year, _),
            ) => year,
        }))
    }

    /// The cell or entry in which the number of an identity was typed; none when it is gone.
    pub fn of_leaf(leaf: u64, ledger: &Ledger) -> Option<Place> {
        let of_year = |sheet: &YearSheet| Place::in_year(leaf, sheet);
        let of_period = |sheet: &Arc<PeriodSheet>| Place::in_period(leaf, sheet);
        let of_review = |sheet: &Arc<ReviewSheet>| Place::in_review(leaf, sheet);
        let years = &ledger.irrigation.years;
        let found = years.iter().find_map(of_year);
        let found = found.or_else(|| ledger.industry.periods.iter().find_map(of_period));
        found.or_else(|| ledger.certification.reviews.iter().find_map(of_review))
    }

    fn in_period(leaf: u64, sheet: &PeriodSheet) -> Option<Place> {
        let cells = PlantTable::ALL
            .iter()
            .find_map(|table| in_table(leaf, TableAt::Plant(sheet.id, *table), sheet.rows(*table)));
        let entry = |entry: &PlantEntry| Place::Entry(Entry::Plant(sheet.id, *entry));
        cells.or_else(|| PlantEntry::ALL.iter().map(entry).find(|entry| entry.leaf() == leaf))
    }

    /// The cell or entry of a unit's year in which a number was typed.
    pub fn in_review(leaf: u64, sheet: &ReviewSheet) -> Option<Place> {
        let cells = ReviewTable::ALL
            .iter()
            .find_map(|table| in_table(leaf, TableAt::Review(sheet.id, *table), sheet.rows(*table)));
        let entry = |entry: &ReviewEntry| Place::Entry(Entry::Review(sheet.id, *entry));
        cells.or_else(|| ReviewEntry::ALL.iter().map(entry).find(|entry| entry.leaf() == leaf))
    }

    fn in_year(leaf: u64, sheet: &YearSheet) -> Option<Place> {
        let cell = TableAt::all(sheet).into_iter().find_map(|table| in_table(leaf, table, table.rows(sheet)));
        cell.or_else(|| Entry::all(sheet).into_iter().map(Place::Entry).find(|entry| entry.leaf() == leaf))
    }

    /// The identity of the number typed there, the same on every machine and in every version: figures that rest on one cell
    /// know it by this. It is a hash of the names and identities on the way to the cell, as they are saved.
    pub fn leaf(self) -> u64 {
        let mut hash = Fnv::new();
        match self.sheet() {
            Some(SheetAt::Year(id)) => hash.add("year", id.0),
            Some(SheetAt::Period(id)) => hash.add("period", id.0),
            Some(SheetAt::Review(id)) => hash.add("review", id.0),
            None => {}
        }
        let (district, field) = match self {
            Place::Cell { table, .. } => (table.district(), table.field()),
            Place::Entry(entry) => (entry.district(), None),
        };
        district.into_iter().for_each(|id| hash.add("district", id.0));
        field.into_iter().for_each(|id| hash.add("field", id.0));
        match self {
            Place::Cell { table, row, column } => {
                hash.add(table.row_name(), row.0);
                let column = column.and_then(|column| table.columns().get(column));
                hash.add(column.map_or("", |column| column.name), 0);
            }
            Place::Entry(Entry::Plant(_, PlantEntry::Prerequisite(id))) => hash.add(id, 0),
            Place::Entry(entry) => hash.add(entry.spec().name, 0),
        }
        hash.0
    }
}

/// FNV-1a over names and numbers.
struct Fnv(u64);

impl Fnv {
    fn new() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }

    /// Adds a name, which ends where a byte of no text stands, and a number.
    fn add(&mut self, name: &str, number: u32) {
        for byte in name.bytes().chain([0xff]).chain(number.to_le_bytes()) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// The cell of a table in which a number was typed.
fn in_table(leaf: u64, table: TableAt, rows: Vec<RowId>) -> Option<Place> {
    let cells = |row: RowId| (0..table.columns().len()).map(move |column| Place::cell(table, row, column));
    rows.into_iter().flat_map(cells).find(|cell| cell.leaf() == leaf)
}
