//! Institutions' years for programs: every figure, the score, and every problem, each with its place by name.

use serde_json::json;

use super::evaluate_ledger::{Answers, place_in_sheet, row_name};
use crate::evaluate::{FigureOf, Problem, ReviewResults};
use crate::ledger::{Place, ReviewEntry, Row};
use crate::rubric::{Score, Verdict};
use crate::text::Language;

impl Answers {
    /// Every figure of an institution's year and its score, then what is wrong or odd in it; `of_ledger` are the problems of the
    /// sheets themselves.
    pub(super) fn review(&mut self, sheet: &Row, found: &ReviewResults, of_ledger: &[Problem]) {
        let names = [sheet[ReviewEntry::Institution].trim(), sheet[ReviewEntry::Year].trim()];
        let language = self.language;
        self.figures(&found.every_figure(), &|of| institution_place(sheet, of, language));
        // A rubric of one's own may be called as the one that it was copied from.
        let followed = [names[0], names[1], sheet[ReviewEntry::Rubric].trim()];
        if let (Some(rubric), Some(score)) = (&found.rubric, &found.score) {
            self.score("rubric.score", &followed, &rubric.id, score);
            if let Some(official) = &found.official {
                self.score("rubric.assessed_score", &followed, &rubric.id, &official.score);
            }
        }
        if let Some((other, score)) = &found.other {
            self.score(
                "rubric.score",
                &[names[0], names[1], sheet[ReviewEntry::Other].trim()],
                &other.id,
                score,
            );
        }
        let of_sheet = of_ledger.iter().filter(|problem| problem.place.is_in(sheet));
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

/// What a figure of an institution's year is of: institution, year, then the row, the level of meters or what a rubric measures.
pub(super) fn institution_place(sheet: &Row, of: FigureOf<'_>, language: Language) -> Vec<String> {
    let mut names =
        vec![sheet[ReviewEntry::Institution].trim().to_string(), sheet[ReviewEntry::Year].trim().to_string()];
    match of {
        FigureOf::Row(table, row) => names.push(row_name(sheet.rows(table.spec), row, language)),
        FigureOf::Group(words) => names.push(words.get(language).to_string()),
        FigureOf::Named(name) => names.push(name.to_string()),
        FigureOf::Sheet | FigureOf::Flow(_) => {}
    }
    names
}

/// Institution, year, table, row, column; or institution, year and entry.
fn review_place(sheet: &Row, place: Place, language: Language) -> Vec<String> {
    let names =
        [&sheet[ReviewEntry::Institution], &sheet[ReviewEntry::Year]].map(|name| name.trim().to_string());
    names.into_iter().chain(place_in_sheet(sheet, place, language)).collect()
}
