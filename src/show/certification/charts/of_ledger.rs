//! Which scores stand in one chart: the years of an institution, the institutions of a year.

use crate::numeric::in_order;
use std::collections::BTreeMap;

use super::{InstitutionScore, YearScore, institution_bars, score_trend};
use crate::chart::Chart;
use crate::evaluate::{CertificationResults, ReviewResults};
use crate::ledger::{Ledger, REVIEWS, ReviewEntry, Row, RowId};
use crate::rubric::Mode;
use crate::text::Language;

/// So many institutions are compared at most; more would be no chart any more.
const INSTITUTIONS: usize = 40;

/// The score of an institution under one rubric over its years; none before there are two.
pub fn review_trend(
    ledger: &Ledger,
    results: &CertificationResults,
    of: RowId,
    language: Language,
) -> Option<Chart> {
    let shown = ledger.sheet(&REVIEWS, of)?;
    let years: BTreeMap<i32, &ReviewResults> = together(ledger, results, shown)
        .filter(|(sheet, _)| sheet[ReviewEntry::Institution].trim() == shown[ReviewEntry::Institution].trim())
        .filter_map(|(_, found)| Some((found.year?, found)))
        .collect();
    let scores: Vec<YearScore> = years
        .iter()
        .filter_map(|(year, found)| {
            Some(YearScore { year: *year, rubric: found.rubric.as_deref()?, score: found.score.as_ref()? })
        })
        .collect();
    (scores.len() > 1).then(|| score_trend(&scores, language))
}

/// The institutions of the same year under the same rubric, the best first; none before there are two.
pub fn review_institutions(
    ledger: &Ledger,
    results: &CertificationResults,
    of: RowId,
    language: Language,
) -> Option<Chart> {
    let shown = ledger.sheet(&REVIEWS, of)?;
    let year = results.review(of)?.year?;
    let institutions: Vec<InstitutionScore> = together(ledger, results, shown)
        .filter(|(_, found)| found.year == Some(year))
        .filter_map(|(sheet, found)| {
            Some(InstitutionScore {
                name: sheet[ReviewEntry::Institution].trim(),
                rubric: found.rubric.as_deref()?,
                score: found.counted()?,
            })
        })
        .collect();
    let mut institutions = in_order(institutions, |one, other| other.score.total.cmp(&one.score.total));
    institutions.truncate(INSTITUTIONS);
    (institutions.len() > 1).then(|| institution_bars(&institutions, language))
}

/// The institutions' years under the rubric of one; none where nothing is scored.
fn together<'l>(
    ledger: &'l Ledger,
    results: &'l CertificationResults,
    shown: &'l Row,
) -> impl Iterator<Item = (&'l Row, &'l ReviewResults)> {
    let all = ledger.sheets(&REVIEWS).iter().zip(&results.reviews);
    let is_scored =
        |found: &ReviewResults| found.rubric.as_ref().is_some_and(|rubric| rubric.mode == Mode::Points);
    all.filter(move |(sheet, found)| {
        sheet[ReviewEntry::Rubric].trim() == shown[ReviewEntry::Rubric].trim() && is_scored(found)
    })
    .map(|(sheet, found)| (&**sheet, &**found))
}
