//! Self-assessments: an institution's year becomes indicators, answers to its rubric, and the score.

mod answers;
mod every_figure;
mod indicators;
mod read;
mod results;
mod tables;

use std::collections::HashMap;
use std::sync::Arc;

use super::problem::{Problem, ProblemKind};
use super::{Before, PeriodResults, PlantResults, RegionNumbers, is_about_region};
use crate::institution::{InstitutionYear, PeopleKind, compute_institution};
use crate::ledger::{Ledger, REGIONS, REVIEWS, RegionEntry, ReviewEntry, Row};
use crate::metric::{Citation, Figure};
use crate::quantity::{Period, Quantity, Unit, read_year};
use crate::rubric::{Answers, Rubric, official_score, score};
use crate::text::{Coded, Words};

pub(super) use answers::{of_rule as answer_of_rule, variant};
pub(super) use indicators::measure_unit;
pub use results::{CertificationResults, Indicator, IndicatorInput, IndicatorOrigin, ReviewResults};
pub(super) use tables::supplied;

/// What institutions' years come to. One rests on its sheet, its rubrics and the plant and the region of the same year; it is taken over
/// while all are the same.
pub fn certification(
    ledger: &Ledger,
    plant: &PlantResults,
    regions: &[Arc<RegionNumbers>],
    before: Before<'_, CertificationResults>,
) -> CertificationResults {
    let sheets = ledger.sheets(&REVIEWS);
    let results = |(index, sheet): (usize, &Arc<Row>)| {
        let with = Context::of(ledger, plant, regions, sheet);
        let known = before.and_then(|(was, results)| {
            let was = was.sheets(&REVIEWS);
            // Most stand where they stood, and a bureau has a thousand.
            let is_same = |other: &Arc<Row>| Arc::ptr_eq(other, sheet);
            let stood = Some(index).filter(|index| was.get(*index).is_some_and(is_same));
            let index = stood.or_else(|| was.iter().position(is_same))?;
            results.reviews.get(index).filter(|found| with.is_same(found)).cloned()
        });
        known.unwrap_or_else(|| Arc::new(evaluate_review(sheet, with)))
    };
    CertificationResults {
        reviews: sheets.iter().enumerate().map(results).collect(),
        problems: diagnose_sheets(sheets),
    }
}

/// The rubrics, the plant and the region that a sheet is worked out with.
pub(super) struct Context {
    rubric: Option<Arc<Rubric>>,
    other: Option<Arc<Rubric>>,
    plant: Option<Arc<PeriodResults>>,
    region: Option<Arc<RegionNumbers>>,
}

impl Context {
    fn of(ledger: &Ledger, plant: &PlantResults, regions: &[Arc<RegionNumbers>], sheet: &Row) -> Context {
        let year = read_year(&sheet[ReviewEntry::Year]).map(Period::whole);
        let period = plant.periods.iter().find(|period| period.period.is_some() && period.period == year);
        let rubric = ledger.rubric(&sheet[ReviewEntry::Rubric]);
        let other = ledger.rubric(&sheet[ReviewEntry::Other]);
        let is_about = [&rubric, &other].into_iter().flatten().any(|rubric| is_about_region(rubric));
        let region = if is_about { region_of(regions, sheet) } else { None };
        Context { rubric, other, plant: period.cloned(), region }
    }

    /// What results were made with.
    pub(super) fn of_results(found: &ReviewResults) -> Context {
        let other = found.other.as_ref().map(|(rubric, _)| rubric.clone());
        Context {
            rubric: found.rubric.clone(),
            other,
            plant: found.plant.clone(),
            region: found.region.clone(),
        }
    }

    /// Whether results were made with the same.
    fn is_same(&self, found: &ReviewResults) -> bool {
        fn same<T>(one: &Option<Arc<T>>, other: Option<&Arc<T>>) -> bool {
            match (one, other) {
                (Some(one), Some(other)) => Arc::ptr_eq(one, other),
                (None, None) => true,
                _ => false,
            }
        }
        same(&self.rubric, found.rubric.as_ref())
            && same(&self.other, found.other.as_ref().map(|(rubric, _)| rubric))
            && same(&self.plant, found.plant.as_ref())
            && same(&self.region, found.region.as_ref())
    }
}

/// The region of a sheet's year: the one that is called as the sheet is, else the only one.
fn region_of(regions: &[Arc<RegionNumbers>], sheet: &Row) -> Option<Arc<RegionNumbers>> {
    let (name, year) = (sheet[ReviewEntry::Institution].trim(), read_year(&sheet[ReviewEntry::Year])?);
    let of_year = || regions.iter().filter(|region| region.year == Some(year));
    let mut called = of_year().filter(|region| region.name == name);
    let found = called.next().or_else(|| of_year().next().filter(|_| of_year().nth(1).is_none()));
    found.filter(|_| called.next().is_none()).cloned()
}

/// Whether some self-assessment is about a region of which the ledger has a sheet of the same year.
pub fn asks_for_regions(ledger: &Ledger) -> bool {
    let years: Vec<i32> =
        ledger.sheets(&REGIONS).iter().filter_map(|sheet| read_year(&sheet[RegionEntry::Year])).collect();
    let is_about = |sheet: &Row| {
        let rubrics = [ReviewEntry::Rubric, ReviewEntry::Other].map(|entry| ledger.rubric(&sheet[entry]));
        rubrics.iter().flatten().any(|rubric| is_about_region(rubric))
    };
    let of_year =
        |sheet: &Row| read_year(&sheet[ReviewEntry::Year]).is_some_and(|year| years.contains(&year));
    ledger.sheets(&REVIEWS).iter().any(|sheet| of_year(sheet) && is_about(sheet))
}

/// What a sheet comes to.
pub(super) fn evaluate_review(sheet: &Row, with: Context) -> ReviewResults {
    let mut problems = Vec::new();
    let mut institution = tables::read_institution(sheet, &mut problems);
    institution.weights = people_weights(with.rubric.as_deref());
    let figures = compute_institution(&institution);
    tables::diagnose_institution(sheet, &figures, &mut problems);
    for (entry, found) in [(ReviewEntry::Rubric, &with.rubric), (ReviewEntry::Other, &with.other)] {
        if found.is_none() && !sheet[entry].trim().is_empty() {
            problems
                .push(Problem { place: REVIEWS.entry(sheet.id, entry), kind: ProblemKind::UnknownRubric });
        }
    }
    let mut results = ReviewResults {
        id: sheet.id,
        year: read_year(&sheet[ReviewEntry::Year]),
        institution,
        figures,
        plant: with.plant,
        region: with.region,
        rubric: with.rubric.clone(),
        indicators: Vec::new(),
        answers: Answers::default(),
        score: None,
        official: None,
        other: None,
        problems: Vec::new(),
    };
    if let Some(other) = with.other {
        // It may count people in its own way. Problems are those of the rubric that is followed.
        let weights = people_weights(Some(&other));
        let figures = compute_institution(&InstitutionYear { weights, ..results.institution.clone() });
        let followed = std::mem::replace(&mut results.figures, figures);
        let indicators = indicators::read_indicators(sheet, &other, &results, &mut Vec::new());
        let answers = answers::read_answers(sheet, &other, &indicators, &mut Vec::new());
        let scored = score(&other, &answers);
        results.figures = followed;
        results.other = Some((other, scored));
    }
    if let Some(rubric) = with.rubric {
        results.indicators = indicators::read_indicators(sheet, &rubric, &results, &mut problems);
        results.answers = answers::read_answers(sheet, &rubric, &results.indicators, &mut problems);
        let given = answers::read_official_points(sheet, &rubric, &mut problems);
        results.score = Some(score(&rubric, &results.answers));
        results.official = official_score(&rubric, &results.answers, &given);
    }
    tables::diagnose_leakage(sheet, &results, &mut problems);
    results.problems = problems;
    results
}

/// How much each kind of people counts under a rubric, where it says so.
fn people_weights(rubric: Option<&Rubric>) -> Vec<(PeopleKind, Figure)> {
    const BY_RUBRIC: Words = Words::new("评分标准的折算系数", "weight of the rubric");
    let Some(count) = rubric.and_then(|rubric| rubric.people_count.as_ref()) else { return Vec::new() };
    let source = Citation {
        document: Words::new("评分标准的人数计法", "How the rubric counts people"),
        clause: "",
        copy: "",
        edition: "",
        status: count.weights_status(),
    };
    let weight = |kind: &PeopleKind| {
        let weight = count.weights.of(*kind)?;
        Some((*kind, Figure::reference(Quantity::new(weight, Unit::One), BY_RUBRIC, source)))
    };
    PeopleKind::ALL.iter().filter_map(weight).collect()
}

/// What a sheet is about: the institution, the rubric, the year.
fn subject(sheet: &Row) -> (&str, &str, Option<i32>) {
    let [institution, rubric, year] =
        [ReviewEntry::Institution, ReviewEntry::Rubric, ReviewEntry::Year].map(|entry| sheet[entry].trim());
    (institution, rubric, read_year(year))
}

/// What is wrong with the sheets together: no year, or an institution's year twice.
fn diagnose_sheets(sheets: &[Arc<Row>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut alike: HashMap<_, usize> = HashMap::new();
    for sheet in sheets {
        *alike.entry(subject(sheet)).or_default() += 1;
    }
    for sheet in sheets {
        let subject = subject(sheet);
        let kind = match subject.2 {
            None => ProblemKind::NotAYear,
            Some(_) if alike.get(&subject).is_some_and(|count| *count > 1) => ProblemKind::DuplicateYear,
            Some(_) => continue,
        };
        problems.push(Problem { place: REVIEWS.entry(sheet.id, ReviewEntry::Year), kind });
    }
    problems
}
