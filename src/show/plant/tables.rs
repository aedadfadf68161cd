//! The tables of a plant's period with what their rows come to.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::evaluate::PeriodResults;
use crate::ledger::{
    CostColumn, Entry, FlowColumn, PeriodSheet, Place, PlantTable, RowId, SupplyRow, TableAt, TierColumn,
    TypedRow, UnitColumn, UnitRow,
};
use crate::metric::{Figure, RowResults};
use crate::plant::{Closure, PlaceFigures, Statistics};
use crate::show::table_view::{self, columns};
use crate::show::{ComputedColumn, TableView};
use crate::text::{Key, Message};

/// A table of the period, made ready for the page; what is still the same of the table as it was `before` is taken over.
pub fn plant_table(
    sheet: &PeriodSheet,
    found: &PeriodResults,
    table: PlantTable,
    before: Option<&TableView>,
) -> TableView {
    let at = TableAt::Plant(sheet.id, table);
    let made = Maker { found, at, before };
    let figures = &found.figures;
    match table {
        PlantTable::Supplies => {
            made.places(&sheet.supplies, columns::<Closure>(), |place| table_view::figures(&place.closure))
        }
        PlantTable::Units => {
            let computed = [columns::<Statistics>(), columns::<PlaceFigures>(), columns::<Closure>()];
            made.places(&sheet.units, computed.concat(), |place| {
                let PlaceFigures { water, closure, .. } = place;
                let of =
                    [table_view::figures(water), table_view::figures(place), table_view::figures(closure)];
                of.concat()
            })
            .naming(&[UnitColumn::Within as usize], names(&[], &sheet.units))
        }
        PlantTable::Products => made.rows(&sheet.products, &figures.products),
        PlantTable::Cooling => made.rows(&sheet.cooling, &figures.cooling),
        PlantTable::Steam => made.rows(&sheet.steam, &figures.condensate),
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
    /// A table of rows to which nothing is worked out.
    fn plain<R: TypedRow>(&self, rows: &[R]) -> TableView {
        TableView::plain(self.before, self.at, rows, &self.found.problems)
    }

    /// A table whose rows come to figures.
    fn rows<R: TypedRow, F: RowResults>(&self, rows: &[R], figures: &[F]) -> TableView {
        TableView::of_rows(self.before, self.at, rows, &self.found.problems, figures)
    }

    /// A table whose rows are places of the plant.
    fn places<R: TypedRow>(
        &self,
        rows: &[R],
        computed: Vec<ComputedColumn>,
        of: impl Fn(&PlaceFigures) -> Vec<Option<Figure>>,
    ) -> TableView {
        let mut places: HashMap<RowId, &PlaceFigures> = HashMap::new();
        for (row, place) in self.found.place_rows.iter().zip(&self.found.figures.places) {
            if let Some(at) = row.filter(|at| TableAt::Plant(self.found.id, at.table) == self.at) {
                places.insert(at.row, place);
            }
        }
        TableView::new(self.before, self.at, rows, &self.found.problems, computed, &|row| {
            places.get(&row).map_or_else(Vec::new, |place| of(place))
        })
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
