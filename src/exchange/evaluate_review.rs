//! Units' years for programs: every figure, the score, and every problem, each with its place by name.

use serde_json::json;

use super::evaluate_ledger::{Answers, named_in, row_name};
use crate::evaluate::{FigureOf, Problem, ReviewResults};
use crate::ledger::{Entry, Place, ReviewSheet, ReviewTable, RowId, SheetAt, TableAt, asked_in};
use crate::rubric::{Score, Verdict};
use crate::text::Language;

impl Answers {
    /// Every figure of a unit's year and its score, then what is wrong or odd in it; `of_ledger` are the problems of the
    /// sheets themselves.
    pub(super) fn review(&mut self, sheet: &ReviewSheet, found: &ReviewResults, of_ledger: &[Problem]) {
        let names = [sheet.unit.trim(), sheet.year.trim()];
        let language = self.language;
        self.figures(&found.every_figure(), &|of| result_place(sheet, of, language));
        // A rubric of one's own may be called as the one that it was copied from.
        let followed = [names[0], names[1], sheet.rubric.trim()];
        if let (Some(rubric), Some(score)) = (&found.rubric, &found.score) {
            self.score("rubric.score", &followed, &rubric.id, score);
            if let Some(assessed) = &found.assessed {
                self.score("rubric.assessed_score", &followed, &rubric.id, assessed);
            }
        }
        if let Some((other, score)) = &found.other {
            self.score("rubric.score", &[names[0], names[1], sheet.other.trim()], &other.id, score);
        }
        let here = Some(SheetAt::Review(sheet.id));
        let of_sheet = of_ledger.iter().filter(|problem| problem.place.sheet() == here);
        for problem in of_sheet.chain(&found.problems) {
            self.problem(review_place(sheet, problem.place, self.language), problem);
        }
    }

    fn score(&mut self, metric: &str, names: &[&str], rubric: &str, score: &Score) {
        let verdict = match score.verdict {
            Verdict::Passes => "passes",
            Verdict::Fails => "fails",
            Verdict::Open => "open",
        };
        self.list.push(json!({
            "metric": metric,
            "value": score.total.value(),
            "unit": "分",
            "display": score.total.to_string(),
            "source": rubric,
            "status": score.status.code(),
            "place": names,
            "verdict": verdict,
            "unverified": score.unverified.value(),
        }));
    }
}

/// What a figure of a unit's year is of: unit, year, then the row, the level of meters or what a rubric measures.
fn result_place(sheet: &ReviewSheet, of: FigureOf<'_>, language: Language) -> Vec<String> {
    let mut names = vec![sheet.unit.trim().to_string(), sheet.year.trim().to_string()];
    match of {
        FigureOf::Row(TableAt::Review(_, table), row) => names.push(named(sheet, table, row, language)),
        FigureOf::Group(words) => names.push(words.get(language).to_string()),
        FigureOf::Named(name) => names.push(name.to_string()),
        FigureOf::Sheet | FigureOf::Row(..) | FigureOf::Flow(_) => {}
    }
    names
}

/// What a row of a table is called.
fn named(sheet: &ReviewSheet, table: ReviewTable, row: RowId, language: Language) -> String {
    let index = sheet.rows(table).iter().position(|id| *id == row).unwrap_or(0);
    let first = table.columns().first().map(|column| column.kind);
    row_name(&named_in(asked_in(sheet.cell(table, row, 0)), first, language), index)
}

/// Unit, year, table, row, column; or unit, year and entry.
fn review_place(sheet: &ReviewSheet, place: Place, language: Language) -> Vec<String> {
    let mut names = vec![sheet.unit.trim().to_string(), sheet.year.trim().to_string()];
    match place {
        Place::Cell { table: TableAt::Review(_, table), row, column } => {
            let column = column.and_then(|column| table.columns().get(column));
            let column = column.map_or_else(String::new, |column| column.heading.say(language).to_string());
            let row = named(sheet, table, row, language);
            names.extend([table.name().say(language).to_string(), row, column]);
        }
        Place::Entry(Entry::Review(_, entry)) => names.push(entry.name().say(language).to_string()),
        _ => {}
    }
    names
}
