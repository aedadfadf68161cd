//! 考核, the self-assessments of a region's year: what each scores, and what numbers of the region it takes.

use crate::catalog::{self, RUBRICS};
use crate::evaluate::{CertificationResults, IndicatorOrigin, ReviewResults, is_about_region};
use crate::ledger::{
    Column, Edit, Ledger, REGIONS, REVIEWS, RegionEntry, ReviewEntry, RowCells, RowId, TableEdit,
};
use crate::metric::Figure;
use crate::quantity::read_year;
use crate::rubric::Mode;
use crate::show::certification::{indicator_items, indicator_name, score_summary, verdict_word};
use crate::text::{Key, Language, Message};

/// The self-assessments of a region's year, and the rubrics that one can begin with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assessments {
    /// Each, in the order of the ledger.
    pub lines: Vec<Assessment>,
    /// Names and titles of the rubrics that are about regions: one's own, and those that come with the product.
    pub choices: Vec<(String, String)>,
}

/// A self-assessment as the region's page and its report tell it.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// Its sheet.
    pub id: RowId,
    /// The rubric.
    pub rubric: String,
    /// 得分, of how many points.
    pub score: String,
    /// 等级; none where the rubric has none, or none is reached.
    pub level: Option<String>,
    /// 合格线; none where the rubric gives none.
    pub line: Option<String>,
    /// The verdict.
    pub verdict: Key,
    /// Whether the score rests on what is still to be confirmed.
    pub is_unverified: bool,
    /// What it takes from the region.
    pub numbers: Vec<AssessedNumber>,
}

/// A number that a rubric takes from a region.
#[derive(Clone, Debug, PartialEq)]
pub struct AssessedNumber {
    /// What the rubric calls it.
    pub name: String,
    /// The items that measure it.
    pub items: String,
    /// The number.
    pub figure: Figure,
}

/// The self-assessments of a region's year; none where the ledger has no such sheet.
pub fn assessments(
    ledger: &Ledger,
    results: &CertificationResults,
    id: RowId,
    language: Language,
) -> Option<Assessments> {
    let year = read_year(&ledger.sheet(&REGIONS, id)?[RegionEntry::Year]);
    // Where several regions have a sheet of the year, one that names none of them may be any's.
    let is_of_it = |found: &&std::sync::Arc<ReviewResults>| {
        year.is_some()
            && found.year == year
            && found.rubric.as_ref().is_some_and(|rubric| is_about_region(rubric))
            && found.region.as_ref().is_none_or(|region| region.id == id)
    };
    let lines = results.reviews.iter().filter(is_of_it);
    let lines = lines.filter_map(|found| assessment(ledger, found, language)).collect();
    Some(Assessments { lines, choices: choices(ledger, language) })
}

fn assessment(ledger: &Ledger, found: &ReviewResults, language: Language) -> Option<Assessment> {
    let sheet = ledger.sheet(&REVIEWS, found.id)?;
    let rubric = found.rubric.as_deref()?;
    let summary = score_summary(sheet, found, language)?;
    let score = found.counted()?;
    let score_of = match rubric.mode {
        Mode::Points => Message::new(Key::AssessmentScore)
            .with("score", score.total.to_string())
            .with("of", rubric.total.to_string())
            .say(language),
        Mode::PassFail => summary.total,
    };
    let of_region = found.indicators.iter().filter(|one| one.origin == Some(IndicatorOrigin::Region));
    let number = |one: &crate::evaluate::Indicator| {
        Some(AssessedNumber {
            name: indicator_name(one, language),
            items: indicator_items(rubric, one, language),
            figure: one.figure.clone()?,
        })
    };
    Some(Assessment {
        id: found.id,
        rubric: rubric.title.get(language).to_string(),
        score: score_of,
        level: score
            .grade
            .and_then(|place| rubric.grades.get(place))
            .map(|grade| grade.title.get(language).to_string()),
        line: rubric.pass.min_score.map(|line| line.to_string()),
        verdict: verdict_word(score.verdict, found.official_score().is_none() && found.is_incomplete()),
        is_unverified: !score.status.is_verified(),
        numbers: of_region.filter_map(number).collect(),
    })
}

/// One's own rubrics about regions, then those that come with the product.
fn choices(ledger: &Ledger, language: Language) -> Vec<(String, String)> {
    let own = ledger.rubrics.iter().map(|sheet| (sheet.name(), sheet.title(language)));
    let is_about = |name: &str| ledger.rubric(name).is_some_and(|rubric| is_about_region(&rubric));
    let own = own.filter(|(name, _)| is_about(name));
    let shipped =
        RUBRICS.iter().filter(|one| catalog::rubric(one.id).is_some_and(|rubric| is_about_region(&rubric)));
    own.chain(shipped.map(|one| (one.id.to_string(), one.title.get(language).to_string()))).collect()
}

/// Begins a self-assessment of a region's year by a rubric, as one change: a sheet at the end of their list.
pub fn begun_assessment(ledger: &Ledger, id: RowId, rubric: &str) -> Option<Edit> {
    let region = ledger.sheet(&REGIONS, id)?;
    let cells = [
        (ReviewEntry::Institution, &region[RegionEntry::Name]),
        (ReviewEntry::Year, &region[RegionEntry::Year]),
    ];
    let cells = cells.map(|(entry, text)| (entry.spec(), text.trim().to_string()));
    let rubric = (ReviewEntry::Rubric.spec(), rubric.to_string());
    let row = RowCells { row: None, cells: cells.into_iter().chain([rubric]).collect() };
    Some(Edit::Table(REVIEWS.at(&[]), TableEdit::Fill(vec![row])))
}
