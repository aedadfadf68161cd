//! Every figure of a plan of measures, for what goes through all of them: files, papers for programs, tests.

use std::sync::Arc;

use super::afterwards::Afterwards;
use super::orders::{SavingByOrder, savings_by_order};
use super::results::RetrofitPlan;
use crate::evaluate::problem::Problem;
use crate::evaluate::sheet_figures::{FigureOf, SheetFigure, figures_of, figures_of_rows};
use crate::ledger::{RETROFIT_MEASURES, Row};

/// A plan with all that pages evaluate of it only where it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct WholePlan {
    /// What happens after its measures, with the plan.
    after: Afterwards,
    orders: Vec<SavingByOrder>,
}

impl WholePlan {
    /// Of a plan's sheet and what the plan comes to.
    pub fn of(sheet: &Row, plan: &Arc<RetrofitPlan>) -> WholePlan {
        WholePlan { after: Afterwards::of(sheet, plan.clone()), orders: savings_by_order(sheet, plan) }
    }

    /// Every figure: of the plan, of each measure, of contract and readings. What the sheet would come to stands with its own figures.
    pub fn every_figure(&self) -> Vec<SheetFigure<'_>> {
        let plan = &self.after.plan;
        let table = RETROFIT_MEASURES.at(&[plan.id]);
        let mut all = figures_of(FigureOf::Sheet, &plan.plan);
        all.extend(figures_of_rows(table, &plan.measures));
        all.extend(figures_of_rows(table, &self.orders));
        all.extend(figures_of(FigureOf::Sheet, &self.after));
        all
    }

    /// What is wrong or odd in it.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.after.plan.problems.iter().chain(&self.after.problems)
    }
}
