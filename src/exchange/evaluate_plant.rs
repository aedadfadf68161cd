//! A plant's periods for programs: every figure and every problem, each with its place by name.

use super::evaluate_ledger::{Answers, named_in, row_name};
use crate::evaluate::{PeriodResults, Problem};
use crate::ledger::{Entry, PeriodSheet, Place, SheetAt, TableAt};
use crate::plant::{Closure, PlaceFigures, PlantFigures, Statistics};
use crate::text::{Coded, Language};

impl Answers {
    /// Every figure of a period, then what is wrong or odd in it; `of_ledger` are the problems of the sheets themselves.
    pub(super) fn period(&mut self, sheet: &PeriodSheet, found: &PeriodResults, of_ledger: &[Problem]) {
        let period = sheet.period.trim();
        let PlantFigures { totals, closure, rates, costs, .. } = &found.figures;
        for (place, figures) in found.plant.places.iter().zip(&found.figures.places) {
            self.place(&[period, &place.name], figures);
        }
        for figure in [&totals.intake, &totals.nonconventional] {
            self.add(&[period], figure.as_ref());
        }
        self.water(&[period], &totals.water);
        self.closure(&[period], closure);
        for rate in rates {
            let level = rate.level.map(|level| level.name().get(self.language));
            let place: Vec<&str> = std::iter::once(period).chain(level).collect();
            self.add(&place, Some(&rate.figure));
        }
        self.rows(&[period], &sheet.products, &found.figures.products, |product| vec![&product.intake]);
        self.rows(&[period], &sheet.cooling, &found.figures.cooling, |system| {
            vec![
                &system.cycles,
                &system.evaporation,
                &system.blowdown,
                &system.makeup,
                &system.most_cycles,
                &system.saving,
            ]
        });
        self.rows(&[period], &sheet.steam, &found.figures.condensate, |rate| vec![rate]);
        for borne in &costs.places {
            let name = &found.plant.places[borne.place].name;
            self.add(&[period, name], borne.per_volume.as_ref());
        }
        for figure in [&costs.total, &costs.per_intake, &costs.ratio] {
            self.add(&[period], figure.as_ref());
        }
        let here = Some(SheetAt::Period(sheet.id));
        let of_sheet = of_ledger.iter().filter(|problem| problem.place.sheet() == here);
        for problem in of_sheet.chain(&found.problems) {
            self.problem(plant_place(sheet, problem.place, self.language), problem);
        }
    }

    fn place(&mut self, place: &[&str], figures: &PlaceFigures) {
        self.water(place, &figures.water);
        self.add(place, figures.reuse_rate.as_ref());
        self.closure(place, &figures.closure);
    }

    fn water(&mut self, place: &[&str], water: &Statistics) {
        for figure in [&water.reused, &water.total_use] {
            self.add(place, figure.as_ref());
        }
    }

    fn closure(&mut self, place: &[&str], closure: &Closure) {
        if let Closure::Tested { residual, relative } = closure {
            self.add(place, Some(residual));
            self.add(place, relative.as_ref());
        }
    }
}

/// Period, table, row, column; or period and entry.
fn plant_place(sheet: &PeriodSheet, place: Place, language: Language) -> Vec<String> {
    let period = sheet.period.trim().to_string();
    match place {
        Place::Cell { table: TableAt::Plant(_, table), row, column } => {
            let index = sheet.rows(table).iter().position(|id| *id == row).unwrap_or(0);
            let first = table.columns().first().map(|column| column.kind);
            let name = named_in(sheet.cell(table, row, 0), first, language);
            let column = column.and_then(|column| table.columns().get(column));
            let column = column.map_or_else(String::new, |column| column.heading.say(language).to_string());
            vec![period, table.name().say(language).to_string(), row_name(&name, index), column]
        }
        Place::Entry(Entry::Plant(_, entry)) => vec![period, entry.name().say(language).to_string()],
        _ => vec![period],
    }
}
