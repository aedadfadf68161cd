//! Every figure of a plan of measures.

use super::RetrofitPlan;
use crate::evaluate::sheet_figures::{FigureOf, SheetFigure, figures_of, figures_of_rows};
use crate::ledger::RETROFIT_MEASURES;

impl RetrofitPlan {
    /// Every figure: of the plan, of each measure. What the plant would come to stands with the plant's own figures.
    pub fn every_figure(&self) -> Vec<SheetFigure<'_>> {
        let mut all = figures_of(FigureOf::Sheet, &self.plan);
        all.extend(figures_of_rows(RETROFIT_MEASURES.at(&[self.id]), &self.measures));
        all
    }
}
