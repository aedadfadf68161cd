//! The tables of a plant's period with what their rows come to.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::evaluate::{PeriodResults, RowAt};
use crate::ledger::{
    CostColumn, Entry, FlowColumn, PeriodSheet, Place, PlantTable, RowId, SupplyRow, TableAt, TierColumn,
    TypedRow, UnitColumn, UnitRow,
};
use crate::metric::Figure;
use crate::plant::{Closure, CoolingFigures, PlaceFigures, ProductFigures};
use crate::quantity::Unit;
use crate::show::TableView;
use crate::show::table_view::by_filled;
use crate::text::{Key, Message};

/// A table of the period, made ready for the page; what is still the same of the table as it was `before` is taken over.
pub fn plant_table(
    sheet: &PeriodSheet,
    found: &PeriodResults,
    table: PlantTable,
    before: Option<&TableView>,
) -> TableView {
    let made = Maker { found, at: TableAt::Plant(sheet.id, table), before };
    let figures = &found.figures;
    let volume = Unit::CubicMetre;
    match table {
        PlantTable::Supplies => made.places(
            table,
            &sheet.supplies,
            &[(Key::ColumnResidual, volume), (Key::ColumnClosure, Unit::Percent)],
            |place| closure(&place.closure).to_vec(),
        ),
        PlantTable::Units => made
            .places(
                table,
                &sheet.units,
                &[
                    (Key::ColumnTotalUse, volume),
                    (Key::ColumnReused, volume),
                    (Key::ColumnReuseRate, Unit::Percent),
                    (Key::ColumnResidual, volume),
                    (Key::ColumnClosure, Unit::Percent),
                ],
                |place| {
                    let [residual, relative] = closure(&place.closure);
                    let water = &place.water;
                    vec![
                        water.total_use.clone(),
                        water.reused.clone(),
                        place.reuse_rate.clone(),
                        residual,
                        relative,
                    ]
                },
            )
            .naming(&[UnitColumn::Within as usize], names(&[], &sheet.units)),
        PlantTable::Products => made.rows(
            &sheet.products,
            &[(Key::ColumnPerProduct, Unit::CubicMetrePerProduct)],
            &figures.products,
            |product: &ProductFigures| vec![product.intake.clone()],
        ),
        PlantTable::Cooling => made.rows(
            &sheet.cooling,
            &[
                (Key::ColumnCyclesFound, Unit::One),
                (Key::ColumnEvaporation, Unit::CubicMetrePerHour),
                (Key::ColumnBlowdown, Unit::CubicMetrePerHour),
                (Key::ColumnMakeup, Unit::CubicMetrePerHour),
            ],
            &figures.cooling,
            |system: &CoolingFigures| {
                vec![
                    system.cycles.clone(),
                    system.evaporation.clone(),
                    system.blowdown.clone(),
                    system.makeup.clone(),
                ]
            },
        ),
        PlantTable::Steam => made.rows(
            &sheet.steam,
            &[(Key::ColumnCondensateRate, Unit::Percent)],
            &figures.condensate,
            |rate: &Option<Figure>| vec![rate.clone()],
        ),
        PlantTable::Flows => made.plain(&sheet.flows).naming(
            &[FlowColumn::From as usize, FlowColumn::To as usize],
            names(&sheet.supplies, &sheet.units),
        ),
        PlantTable::Meters => made.plain(&sheet.meters),
        PlantTable::Costs => made
            .plain(&sheet.costs)
            .naming(&[CostColumn::Place as usize], names(&sheet.supplies, &sheet.units)),
        PlantTable::Tiers => {
            made.plain(&sheet.tiers).naming(&[TierColumn::Place as usize], names(&sheet.supplies, &[]))
        }
    }
}

/// The names of sources and units, each once.
fn names(supplies: &[Arc<SupplyRow>], units: &[Arc<UnitRow>]) -> Vec<String> {
    let typed = supplies.iter().map(|row| &row.name).chain(units.iter().map(|row| &row.name));
    let mut known = HashSet::new();
    let names = typed.map(|name| name.trim()).filter(|name| !name.is_empty() && known.insert(*name));
    names.map(str::to_string).collect()
}

struct Maker<'m> {
    found: &'m PeriodResults,
    at: TableAt,
    before: Option<&'m TableView>,
}

impl Maker<'_> {
    fn sheet<R: TypedRow>(
        &self,
        rows: &[R],
        computed: &[(Key, Unit)],
        figures: &dyn Fn(usize) -> Vec<Option<Figure>>,
    ) -> TableView {
        TableView::again(self.before, self.at, rows, &self.found.problems, computed, figures)
    }

    /// A table of rows to which nothing is worked out.
    fn plain<R: TypedRow>(&self, rows: &[R]) -> TableView {
        self.sheet(rows, &[], &|_| Vec::new())
    }

    /// A table whose filled rows come to figures, in their order.
    fn rows<R: TypedRow, F>(
        &self,
        rows: &[R],
        computed: &[(Key, Unit)],
        figures: &[F],
        of: impl Fn(&F) -> Vec<Option<Figure>>,
    ) -> TableView {
        let by_row = by_filled(rows, figures);
        self.sheet(rows, computed, &|row| by_row[row].map_or_else(Vec::new, &of))
    }

    /// A table whose rows are places of the plant.
    fn places<R: TypedRow>(
        &self,
        table: PlantTable,
        rows: &[R],
        computed: &[(Key, Unit)],
        of: impl Fn(&PlaceFigures) -> Vec<Option<Figure>>,
    ) -> TableView {
        let mut place_of: HashMap<RowId, usize> = HashMap::new();
        for (place, row) in self.found.place_rows.iter().enumerate() {
            if let Some(RowAt { row, .. }) = row.filter(|row| row.table == table) {
                place_of.insert(row, place);
            }
        }
        self.sheet(rows, computed, &|row| {
            place_of
                .get(&rows[row].id())
                .map_or_else(Vec::new, |place| of(&self.found.figures.places[*place]))
        })
    }
}

fn closure(closure: &Closure) -> [Option<Figure>; 2] {
    match closure {
        Closure::Tested { residual, relative } => [Some(residual.clone()), relative.clone()],
        Closure::ByDifference | Closure::Unknown | Closure::Empty => [None, None],
    }
}

/// What a person would call the place: the table's name, the row's number, the column's heading; or the entry.
pub fn plant_place_name(sheet: &PeriodSheet, place: Place) -> Message {
    let (table, row, column) = match place {
        Place::Cell { table: TableAt::Plant(_, table), row, column } => (table, row, column),
        Place::Cell { .. } | Place::Entry(Entry::Title) => return Message::new(Key::LedgerTitle),
        Place::Entry(entry) => return Message::new(entry.name()),
    };
    let number = sheet.rows(table).iter().position(|id| *id == row);
    let number = number.map_or_else(String::new, |place| (place + 1).to_string());
    let columns = table.columns();
    let column = column.and_then(|column| columns.get(column)).or(columns.first());
    let column = column.map_or(table.name(), |column| column.heading);
    Message::new(Key::ProblemInTable)
        .with_words("table", table.name().words())
        .with("row", number)
        .with_words("column", column.words())
}
