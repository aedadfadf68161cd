//! Every figure of an institution's year.

use super::{IndicatorOrigin, ReviewResults};
use crate::evaluate::sheet_figures::{FigureOf, SheetFigure, figures_of};
use crate::ledger::{NIGHTS, RowId};
use crate::text::{Coded, Key};

impl ReviewResults {
    /// Every figure: of the tables, of what they offer to rubrics, of what a rubric measures that does not come from them.
    pub fn every_figure(&self) -> Vec<SheetFigure<'_>> {
        let mut all = figures_of(FigureOf::Sheet, &self.figures);
        all.extend(self.figures.night_leaks.iter().filter_map(|night| {
            let of = FigureOf::Row(NIGHTS.at(&[self.id]), RowId(night.key));
            let figure = night.flow.as_ref().ok()?;
            Some(SheetFigure::of_any(of, "night_leak", Key::ResultNightLeak, figure))
        }));
        all.extend(self.figures.offers.iter().filter_map(|(level, offer)| {
            let of = level.map_or(FigureOf::Sheet, |level| FigureOf::Group(level.name()));
            let figure = offer.figure.as_ref()?.as_ref().ok()?;
            Some(SheetFigure::of_any(of, offer.metric.info().id, Key::ColumnValue, figure))
        }));
        let known =
            self.indicators.iter().filter(|indicator| indicator.origin != Some(IndicatorOrigin::Tables));
        all.extend(known.filter_map(|indicator| {
            let of = FigureOf::Named(&indicator.name);
            Some(SheetFigure::of_any(of, "fact", Key::ColumnFact, indicator.figure.as_ref()?))
        }));
        all
    }
}
