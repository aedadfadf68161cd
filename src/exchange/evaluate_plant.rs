//! A plant's periods for programs: every figure and every problem, each with its place by name.

use serde_json::json;

use super::evaluate_ledger::{Answers, place_in_sheet, row_name};
use crate::evaluate::{FigureOf, PeriodResults, Problem};
use crate::industry::IntakePerProduct;
use crate::ledger::{Place, PlantEntry, Row};
use crate::metric::Metric;
use crate::plant::FlowEnd;
use crate::text::{Coded, Language};

impl Answers {
    /// Every figure of a period, then what is wrong or odd in it; `of_ledger` are the problems of the sheets themselves.
    pub(super) fn period(&mut self, sheet: &Row, found: &PeriodResults, of_ledger: &[Problem]) {
        let language = self.language;
        let first = self.list.len();
        self.figures(&found.every_figure(), &|of| period_place(sheet, found, of, language));
        // What counts as intake is told with all that is of the plant or of a product, where it may have gone in.
        let convention = found.plant.convention.map(|convention| {
            let source = convention.source();
            json!({
                "code": convention.code(),
                "name": convention.name().get(language),
                "source": source.line(language),
                "status": source.status.code(),
            })
        });
        for answer in &mut self.list[first..] {
            let is_of_plant = answer["place"].as_array().is_some_and(|place| place.len() == 1);
            if is_of_plant || answer["metric"] == IntakePerProduct::INFO.id {
                answer["intake_convention"] = json!(convention);
            }
        }
        let of_sheet = of_ledger.iter().filter(|problem| problem.place.is_in(sheet));
        for problem in of_sheet.chain(&found.problems) {
            self.problem(plant_place(sheet, problem.place, self.language), problem);
        }
    }
}

/// What a figure of a period is of: the period, then the row, place or level; of a flow both its ends.
pub(super) fn period_place(
    sheet: &Row,
    found: &PeriodResults,
    of: FigureOf<'_>,
    language: Language,
) -> Vec<String> {
    let period = sheet[PlantEntry::Period].trim().to_string();
    match of {
        FigureOf::Row(table, row) => vec![period, row_name(sheet.rows(table.spec), row, language)],
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
        FigureOf::Sheet => vec![period],
    }
}

/// Period, table, row, column; or period and entry.
fn plant_place(sheet: &Row, place: Place, language: Language) -> Vec<String> {
    std::iter::once(sheet[PlantEntry::Period].trim().to_string())
        .chain(place_in_sheet(sheet, place, language))
        .collect()
}
