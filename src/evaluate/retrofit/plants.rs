//! Plans for a plant's year.

use std::sync::Arc;

use super::plans_of;
use super::plant_cooling::{cycles, makeup_follows};
use super::plant_served::{class_of_supply, served};
use super::results::RetrofitResults;
use super::source::Source;
use super::subject::Subject;
use super::target::Target;
use crate::evaluate::cells::typed_number;
use crate::evaluate::change::text_of;
use crate::evaluate::plant::{COST_OF_ITEM, class_of, evaluate_period};
use crate::evaluate::problem::ProblemKind;
use crate::evaluate::sheet_figures::{FigureOf, SheetFigure};
use crate::evaluate::{Before, PeriodResults, PlantResults};
use crate::ledger::{
    Called, FLOWS, FlowColumn, Ledger, PLANTS_CALLED, Place, Row, SUPPLIES, SupplyColumn, WATER_UNITS,
};
use crate::metric::Figure;
use crate::plant::Charge;
use crate::quantity::{Quantity, Unit};
use crate::retrofit::SubjectKind;

/// What the plans for plants come to. One rests on its sheet and on the plant's sheet of its year, and is taken over while both are
/// the same.
pub fn retrofits_of_plants(
    ledger: &Ledger,
    plant: &PlantResults,
    before: Before<'_, RetrofitResults>,
) -> RetrofitResults {
    let make = |sheet: &Arc<Row>| -> Option<Arc<dyn Subject>> {
        Some(Arc::new(PlantYear { sheet: sheet.clone(), found: plant.period(sheet.id)?.clone() }))
    };
    plans_of(SubjectKind::Plant, ledger, before, &make)
}

/// A plant's year.
struct PlantYear {
    sheet: Arc<Row>,
    found: Arc<PeriodResults>,
}

impl Subject for PlantYear {
    fn sheet(&self) -> &Arc<Row> {
        &self.sheet
    }

    fn again(&self, changed: Arc<Row>) -> Arc<dyn Subject> {
        let found = Arc::new(evaluate_period(&changed, Some((&*self.sheet, &*self.found))));
        Arc::new(PlantYear { sheet: changed, found })
    }

    fn taken(&self) -> Option<Figure> {
        self.found.figures.totals.intake.clone()
    }

    fn consumed(&self) -> Option<Figure> {
        self.found.figures.totals.water.consumed.clone()
    }

    fn price(&self) -> Option<Figure> {
        self.found.figures.costs.per_intake.clone()
    }

    fn cost(&self) -> Option<Figure> {
        let mut charges = self.found.plant.costs.charges.iter().flat_map(|cost| &cost.charges);
        let is_by_volume = charges.any(|charge| matches!(charge, Charge::PerVolume(_)));
        self.found.figures.costs.total.clone().filter(|_| is_by_volume)
    }

    fn called(&self) -> &'static Called {
        &PLANTS_CALLED
    }

    fn figures(&self) -> Vec<(String, SheetFigure<'_>)> {
        let all = self.found.every_figure().into_iter();
        let is_compared = |one: &SheetFigure<'_>| one.of == FigureOf::Sheet || one.name == COST_OF_ITEM;
        all.filter(is_compared).map(|one| (String::new(), one)).collect()
    }

    fn open(&self) -> Vec<Place> {
        let is_open = |kind: &ProblemKind| matches!(kind, ProblemKind::BalanceOpen { .. });
        let problems = self.found.problems.iter();
        problems.filter(|problem| is_open(&problem.kind)).map(|problem| problem.place).collect()
    }

    fn is_main_meter(&self, place: Place) -> bool {
        place.table.spec == &SUPPLIES
    }

    /// The meter of the source that a flow names, or those of the class that a column counts, in the shares that they have.
    fn follow(&self, sheet: &mut Row, place: Place, less: f64) {
        let is_meant: Box<dyn Fn(&Row) -> bool> = if place.table.spec == &WATER_UNITS {
            let Some(class) = place.column.and_then(class_of) else { return };
            Box::new(move |row| class_of_supply(row) == class)
        } else if place.table.spec == &FLOWS {
            let Some(flow) = sheet.row(&FLOWS, place.row).cloned() else { return };
            Box::new(move |row| row[SupplyColumn::Name].trim() == flow[FlowColumn::From].trim())
        } else {
            return;
        };
        let drawn = |row: &Row| {
            let typed = typed_number(&row[SupplyColumn::Amount], Unit::CubicMetre);
            typed.ok().flatten().map(|(amount, u)| (row.id, amount.value, u))
        };
        let meters = sheet.rows(&SUPPLIES).iter().filter(|row| is_meant(row));
        let meters: Vec<_> = meters.filter_map(|row| drawn(row)).collect();
        let all: f64 = meters.iter().map(|(_, amount, _)| amount).sum();
        for (row, amount, u) in meters.into_iter().filter(|_| all > 0.0) {
            let left = (amount - less * amount / all).max(0.0);
            let meter = SUPPLIES.at(&[sheet.id]).cell(row, SupplyColumn::Amount);
            sheet.set_at(meter, text_of(left, u, Unit::CubicMetre));
        }
    }

    fn serve(&self, sheet: &mut Row, source: &Source, to: Place, amount: Quantity) -> bool {
        served(sheet, source, to, amount)
    }

    fn other_targets(&self) -> Vec<Target> {
        cycles(&self.sheet, &self.found.figures.cooling)
    }

    fn carry(&self, before: &Row, sheet: &mut Row, place: Place) -> Result<Vec<(Place, f64)>, ProblemKind> {
        makeup_follows(before, sheet, place)
    }

    fn plant(&self) -> Option<&Arc<PeriodResults>> {
        Some(&self.found)
    }

    fn results_at(&self) -> usize {
        Arc::as_ptr(&self.found) as usize
    }
}
