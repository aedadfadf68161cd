//! The tables of a plant's period with what their rows come to.

use std::collections::HashMap;
use std::sync::Arc;

use crate::evaluate::PeriodResults;
use crate::ledger::{Column, ColumnSpec, Place, Row, RowId, TableAt, TableSpec, WaterUnitColumn};
use crate::metric::{Figure, RowResults};
use crate::plant::{BalanceState, PlaceFigures, PlantFigures, WaterStatistics};
use crate::show::table_view::{self, columns};
use crate::show::{ComputedColumn, TableView};
use crate::text::{Key, Message};

/// A table of the period, shown ready for the page; what is still the same of the table as it was `before` is taken over.
pub fn plant_table(
    sheet: &Row,
    found: &PeriodResults,
    table: &'static TableSpec,
    before: Option<&TableView>,
) -> TableView {
    let (at, rows) = (table.at(&[sheet.id]), sheet.rows(table));
    let shown = ShownTable { found, at, rows, before };
    let figures = &found.figures;
    let view = match table.row_name {
        "supply" => shown.places(columns::<BalanceState>(), |place| table_view::figures(&place.closure)),
        "unit" => {
            let computed =
                [columns::<WaterStatistics>(), columns::<PlaceFigures>(), columns::<BalanceState>()];
            shown
                .places(computed.concat(), |place| {
                    let PlaceFigures { water, closure, .. } = place;
                    let of = [
                        table_view::figures(water),
                        table_view::figures(place),
                        table_view::figures(closure),
                    ];
                    of.concat()
                })
                .summed(
                    Message::new(Key::StatisticsPlant),
                    under_units(&figures.totals.water),
                    of_plant(figures),
                )
        }
        "product" => shown.of_rows(&figures.products),
        "cooling" => shown.of_rows(&figures.cooling),
        "steam" => shown.of_rows(&figures.condensate),
        _ => shown.plain(),
    };
    view.offering_names(sheet)
}

/// The plant's water under the columns of its units, as the statistics sheet has it.
fn under_units(water: &WaterStatistics) -> Vec<(&'static ColumnSpec, Figure)> {
    use WaterUnitColumn::*;
    let fresh = [Town, Surface, Ground, Other, NonConventional].into_iter().zip(&water.fresh);
    let others = [
        (Circulation, &water.circulated),
        (Consumption, &water.consumed),
        (Discharge, &water.discharged),
        (Leakage, &water.leaked),
    ];
    fresh.chain(others).filter_map(|(column, figure)| Some((column.spec(), figure.clone()?))).collect()
}

/// What the plant comes to under the columns worked out of its units. Its reuse rate stands in the bar of results: it is of the
/// intake that the sheet's convention counts.
fn of_plant(figures: &PlantFigures) -> Vec<Option<Figure>> {
    let WaterStatistics { total_use, reused, .. } = &figures.totals.water;
    let water = vec![total_use.clone(), reused.clone(), None];
    [water, table_view::figures(&figures.closure)].concat()
}

struct ShownTable<'m> {
    found: &'m PeriodResults,
    at: TableAt,
    rows: &'m [Arc<Row>],
    before: Option<&'m TableView>,
}

impl ShownTable<'_> {
    /// A table of rows to which nothing is worked out.
    fn plain(&self) -> TableView {
        TableView::plain(self.before, self.at, self.rows, &self.found.problems)
    }

    /// A table whose rows come to figures.
    fn of_rows<F: RowResults>(&self, figures: &[F]) -> TableView {
        TableView::of_rows(self.before, self.at, self.rows, &self.found.problems, figures)
    }

    /// A table whose rows are places of the plant.
    fn places(
        &self,
        computed: Vec<ComputedColumn>,
        of: impl Fn(&PlaceFigures) -> Vec<Option<Figure>>,
    ) -> TableView {
        let mut places: HashMap<RowId, &PlaceFigures> = HashMap::new();
        for (row, place) in self.found.place_rows.iter().zip(&self.found.figures.places) {
            if let Some(at) = row.filter(|at| at.table.at(&[self.found.id]) == self.at) {
                places.insert(at.row, place);
            }
        }
        TableView::new(self.before, self.at, self.rows, &self.found.problems, computed, &|row| {
            places.get(&row).map_or_else(Vec::new, |place| of(place))
        })
    }
}

/// What a person would call the place: the table's name, the row's number, the column's heading; or the entry.
pub fn plant_place_name(sheet: &Row, place: Place) -> Message {
    let (table, column) = (place.table.spec, place.column.or(place.table.spec.columns.first()));
    if let Some(entry) = column.filter(|column| column.is_entry) {
        return Message::new(entry.heading);
    }
    let number = sheet.rows(table).iter().position(|row| row.id == place.row);
    Message::new(Key::ProblemInTable)
        .with_words("table", table.title.words())
        .with("row", number.map_or_else(String::new, |place| (place + 1).to_string()))
        .with_words("column", column.map_or(table.title, |column| column.heading).words())
}
