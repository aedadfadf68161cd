//! Plans for an institution's year: its water, its people, and the score that rests on them.

use std::sync::Arc;

use super::asked::{AnswerChange, answer, asked, read_answer};
use super::plans_of;
use super::results::RetrofitResults;
use super::source::Source;
use super::subject::Subject;
use super::target::Target;
use crate::evaluate::cells::typed_number;
use crate::evaluate::certification::{Context, evaluate_review};
use crate::evaluate::change::text_of;
use crate::evaluate::sheet_figures::{FigureOf, SheetFigure};
use crate::evaluate::{Before, CertificationResults, ReviewResults};
use crate::industry::SupplyClass;
use crate::ledger::{
    Called, FIXTURES, INSTITUTIONS_CALLED, Ledger, Place, REVIEWS, ReviewEntry, Row, TableSpec, USES,
    with_rows_of_rubric,
};
use crate::metric::Figure;
use crate::quantity::{Quantity, Unit};
use crate::retrofit::SubjectKind;
use crate::rubric::Rubric;

/// What the plans for institutions come to. One rests on its sheet and on the institution's of its year, with the rubric, and is
/// taken over while all are the same.
pub fn retrofits_of_institutions(
    ledger: &Ledger,
    certification: &CertificationResults,
    before: Before<'_, RetrofitResults>,
) -> RetrofitResults {
    let make = |sheet: &Arc<Row>| -> Option<Arc<dyn Subject>> {
        let found = certification.review(sheet.id)?.clone();
        let with_rows = |rubric: &Arc<Rubric>| with_rows_of_rubric(sheet, rubric);
        let sheet = found.rubric.as_ref().map_or_else(|| sheet.clone(), with_rows);
        Some(Arc::new(InstitutionYear { sheet, found }))
    };
    plans_of(SubjectKind::Institution, ledger, before, &make)
}

/// An institution's year.
struct InstitutionYear {
    sheet: Arc<Row>,
    found: Arc<ReviewResults>,
}

impl Subject for InstitutionYear {
    fn sheet(&self) -> &Arc<Row> {
        &self.sheet
    }

    fn again(&self, changed: Arc<Row>) -> Arc<dyn Subject> {
        let found = Arc::new(evaluate_review(&changed, Context::of_results(&self.found)));
        Arc::new(InstitutionYear { sheet: changed, found })
    }

    fn taken(&self) -> Option<Figure> {
        self.found.institution.supplied.clone()
    }

    fn called(&self) -> &'static Called {
        &INSTITUTIONS_CALLED
    }

    fn figures(&self) -> Vec<(String, SheetFigure<'_>)> {
        let all = self.found.every_figure().into_iter();
        let named = all.filter_map(|one| match one.of {
            FigureOf::Sheet | FigureOf::Group(_) => Some((String::new(), one)),
            FigureOf::Named(_) if one.figure.metric_id().is_some() => Some((String::new(), one)),
            _ => None,
        });
        named.collect()
    }

    fn tables_of_choices(&self) -> &'static [&'static TableSpec] {
        static TABLES: [&TableSpec; 1] = [&FIXTURES];
        &TABLES
    }

    fn is_main_meter(&self, place: Place) -> bool {
        place.table.spec == &REVIEWS && place.is_under(ReviewEntry::Supplied)
    }

    /// The supply follows its uses.
    fn follow(&self, sheet: &mut Row, place: Place, less: f64) {
        if place.table.spec != &USES {
            return;
        }
        let typed = typed_number(&sheet[ReviewEntry::Supplied], Unit::CubicMetre);
        let Some((supplied, u)) = typed.ok().flatten() else { return };
        let left = text_of((supplied.value - less).max(0.0), u, Unit::CubicMetre);
        sheet.set_at(REVIEWS.entry(sheet.id, ReviewEntry::Supplied), left);
    }

    /// What one use leaves can serve another, and so can water that is not conventional; the supply follows the use that is served.
    fn serve(&self, _: &mut Row, source: &Source, to: Place, _: Quantity) -> bool {
        let is_use = |place: Place| place.table.spec == &USES;
        let has_water = match source {
            Source::Typed(place) => is_use(*place) && *place != to,
            Source::New(kind, _) => kind.class() == SupplyClass::NonConventional,
        };
        has_water && is_use(to)
    }

    fn other_targets(&self) -> Vec<Target> {
        let of = |rubric: &Arc<Rubric>| asked(&self.sheet, rubric, &self.found);
        self.found.rubric.as_ref().map_or_else(Vec::new, of)
    }

    fn read_answer(&self, place: Place, typed: &str) -> Option<AnswerChange> {
        read_answer(&self.sheet, self.found.rubric.as_ref()?, place, typed)
    }

    fn answer(&self, sheet: &mut Row, changes: &[(Place, &AnswerChange)]) {
        let found = evaluate_review(sheet, Context::of_results(&self.found));
        if let (Some(rubric), Some(score)) = (&found.rubric, &found.score) {
            answer(sheet, rubric, score, changes);
        }
    }

    fn review(&self) -> Option<&Arc<ReviewResults>> {
        Some(&self.found)
    }

    fn results_at(&self) -> usize {
        Arc::as_ptr(&self.found) as usize
    }
}
