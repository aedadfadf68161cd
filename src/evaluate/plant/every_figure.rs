//! Every figure of a plant's period.

use super::{PeriodResults, RowAt};
use crate::evaluate::sheet_figures::{FigureOf, SheetFigure, figures_of, figures_of_rows};
use crate::ledger::{COOLING, PRODUCTS, STEAM, TableAt, TableSpec};
use crate::text::{Coded, Key};

/// The name of what an item of the costs comes to.
pub const COST_OF_ITEM: &str = "cost_of_item";

impl PeriodResults {
    /// Every figure: of the places, of the whole plant, its rates, of what was made, of its cost, of its flows.
    pub fn every_figure(&self) -> Vec<SheetFigure<'_>> {
        let figures = &self.figures;
        let sheet = FigureOf::Sheet;
        let mut all = Vec::new();
        for (at, place) in figures.places.iter().enumerate() {
            all.extend(figures_of(self.place(at), &place.water));
            all.extend(figures_of(self.place(at), place));
            all.extend(figures_of(self.place(at), &place.closure));
        }
        for (level, found) in self.plant.levels.iter().zip(&figures.levels) {
            all.extend(figures_of(FigureOf::Named(&level.name), found));
            all.extend(figures_of(FigureOf::Named(&level.name), &found.closure));
        }
        all.extend(figures_of(sheet, &figures.totals));
        all.extend(figures_of(sheet, &figures.totals.water));
        all.extend(figures_of(sheet, &figures.closure));
        all.extend(figures.rates.iter().filter_map(|rate| {
            let of = rate.level.map_or(sheet, |level| FigureOf::Group(level.name()));
            Some(SheetFigure::of_any(of, rate.figure.metric_id()?, Key::RateName, &rate.figure))
        }));
        all.extend(figures_of_rows(self.table(&PRODUCTS), &figures.products));
        all.extend(figures_of_rows(self.table(&COOLING), &figures.cooling));
        all.extend(figures_of_rows(self.table(&STEAM), &figures.condensate));
        for borne in &figures.costs.places {
            all.extend(figures_of(self.place(borne.place), borne));
        }
        all.extend(figures.costs.items.iter().map(|(item, figure)| {
            let of = FigureOf::Group(item.name());
            SheetFigure::of_any(of, COST_OF_ITEM, Key::ColumnCostSum, figure)
        }));
        all.extend(figures_of(sheet, &figures.costs));
        all.extend(figures.amounts.iter().enumerate().filter_map(|(flow, amount)| {
            let (name, heading) = ("amount", Key::ColumnAmount);
            Some(SheetFigure::of_any(FigureOf::Flow(flow), name, heading, amount.figure()?))
        }));
        all
    }

    /// What a place's figures are of: the row that names it, where there is one.
    fn place(&self, at: usize) -> FigureOf<'_> {
        match self.place_rows.get(at).copied().flatten() {
            Some(RowAt { table, row }) => FigureOf::Row(self.table(table), row),
            None => FigureOf::Named(self.plant.places.get(at).map_or("", |place| place.name.as_str())),
        }
    }

    fn table(&self, table: &'static TableSpec) -> TableAt {
        table.at(&[self.id])
    }
}
