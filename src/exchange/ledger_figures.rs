//! Every figure that is computed of a ledger, each with the names of what it is of.

use super::evaluate_ledger::{plan_place, region_place, year_place};
use super::evaluate_plant::period_place;
use super::evaluate_review::institution_place;
use crate::evaluate::{FigureOf, Results, SheetFigure, WholePlan, everything, figure_name};
use crate::ledger::{Ledger, PERIODS, REGIONS, RETROFITS, REVIEWS, TableSpec, YEARS};
use crate::metric::Figure;
use crate::text::{Language, Words};

/// A computed figure of a ledger.
#[derive(Clone, Debug)]
pub struct LedgerFigure {
    /// The list that its sheet stands in.
    pub list: &'static TableSpec,
    /// The names of what it is of, from the sheet on.
    pub place: Vec<String>,
    /// What people call it.
    pub name: Words,
    /// The figure.
    pub figure: Figure,
}

/// Every figure that is computed of a ledger, in its order.
pub fn figures_of_ledger(ledger: &Ledger, language: Language) -> Vec<LedgerFigure> {
    let Results { irrigation, plant, certification, retrofit, region } = everything(ledger);
    let mut all = Vec::new();
    for (sheet, year) in ledger.sheets(&YEARS).iter().zip(&irrigation.years) {
        take(&mut all, &YEARS, &year.every_figure(sheet), &|of| year_place(sheet, of, language));
    }
    for (sheet, found) in ledger.sheets(&PERIODS).iter().zip(&plant.periods) {
        take(&mut all, &PERIODS, &found.every_figure(), &|of| period_place(sheet, found, of, language));
    }
    for (sheet, found) in ledger.sheets(&REVIEWS).iter().zip(&certification.reviews) {
        take(&mut all, &REVIEWS, &found.every_figure(), &|of| institution_place(sheet, of, language));
    }
    for (sheet, found) in ledger.sheets(&RETROFITS).iter().zip(&retrofit.plans) {
        let plan = WholePlan::of(sheet, found);
        take(&mut all, &RETROFITS, &plan.every_figure(), &|of| plan_place(sheet, of, language));
    }
    for (sheet, found) in ledger.sheets(&REGIONS).iter().zip(&region.sheets) {
        take(&mut all, &REGIONS, &found.every_figure(), &|of| region_place(sheet, of, language));
    }
    all
}

/// Takes those of a sheet that are computed; what was typed stands in its table.
fn take(
    all: &mut Vec<LedgerFigure>,
    list: &'static TableSpec,
    figures: &[SheetFigure<'_>],
    place: &dyn Fn(FigureOf<'_>) -> Vec<String>,
) {
    let computed = figures.iter().filter(|one| one.figure.metric_id().is_some());
    all.extend(computed.map(|one| LedgerFigure {
        list,
        place: place(one.of),
        name: figure_name(one.heading, one.figure),
        figure: one.figure.clone(),
    }));
}
