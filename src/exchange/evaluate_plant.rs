//! A plant's periods for programs: every figure and every problem, each with its place by name.

use super::evaluate_ledger::{Answers, named_in, row_name};
use crate::evaluate::{FigureOf, PeriodResults, Problem};
use crate::ledger::{Entry, PeriodSheet, Place, PlantTable, RowId, SheetAt, TableAt};
use crate::plant::FlowEnd;
use crate::text::Language;

impl Answers {
    /// Every figure of a period, then what is wrong or odd in it; `of_ledger` are the problems of the sheets themselves.
    pub(super) fn period(&mut self, sheet: &PeriodSheet, found: &PeriodResults, of_ledger: &[Problem]) {
        let language = self.language;
        self.figures(&found.every_figure(), &|of| result_place(sheet, found, of, language));
        let here = Some(SheetAt::Period(sheet.id));
        let of_sheet = of_ledger.iter().filter(|problem| problem.place.sheet() == here);
        for problem in of_sheet.chain(&found.problems) {
            self.problem(plant_place(sheet, problem.place, self.language), problem);
        }
    }
}

/// What a figure of a period is of: the period, then the row, place or level; of a flow both its ends.
fn result_place(
    sheet: &PeriodSheet,
    found: &PeriodResults,
    of: FigureOf<'_>,
    language: Language,
) -> Vec<String> {
    let period = sheet.period.trim().to_string();
    match of {
        FigureOf::Row(TableAt::Plant(_, table), row) => vec![period, named(sheet, table, row, language)],
        FigureOf::Group(words) => vec![period, words.get(language).to_string()],
        FigureOf::Named(name) => vec![period, name.to_string()],
        FigureOf::Flow(flow) => {
            let end = |end: FlowEnd| match end {
                FlowEnd::Place(at) => found.plant.places[at].name.clone(),
                FlowEnd::Outside(outside) => outside.name().say(language).to_string(),
            };
            let flow = &found.plant.flows[flow];
            vec![period, end(flow.from), end(flow.to)]
        }
        FigureOf::Sheet | FigureOf::Row(..) => vec![period],
    }
}

/// What a row of a table is called.
fn named(sheet: &PeriodSheet, table: PlantTable, row: RowId, language: Language) -> String {
    let index = sheet.rows(table).iter().position(|id| *id == row).unwrap_or(0);
    let first = table.columns().first().map(|column| column.kind);
    row_name(&named_in(sheet.cell(table, row, 0), first, language), index)
}

/// Period, table, row, column; or period and entry.
fn plant_place(sheet: &PeriodSheet, place: Place, language: Language) -> Vec<String> {
    let period = sheet.period.trim().to_string();
    match place {
        Place::Cell { table: TableAt::Plant(_, table), row, column } => {
            let column = column.and_then(|column| table.columns().get(column));
            let column = column.map_or_else(String::new, |column| column.heading.say(language).to_string());
            vec![period, table.name().say(language).to_string(), named(sheet, table, row, language), column]
        }
        Place::Entry(Entry::Plant(_, entry)) => vec![period, entry.name().say(language).to_string()],
        _ => vec![period],
    }
}
