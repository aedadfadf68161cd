//! From typed to checked: a unit's year becomes facts, answers to its rubric, the score, and measures.

mod answers;
mod facts;
mod measures;
mod tables;

use std::sync::Arc;

use crate::evaluate::PeriodAssessment;
use crate::evaluate::entry::{EntryRange, read_entry};
use crate::evaluate::problem::{Problem, ProblemKind};
use crate::ledger::{Entry, Place, ReviewEntry, ReviewId, ReviewSheet};
use crate::metric::Figure;
use crate::quantity::{Unit, read_year};
use crate::rubric::{
    Answers, Frontier, Measure, PlanFault, Points, Rubric, Score, assessed, chance_to_pass, plan, score,
};
use crate::unit::{UnitFigures, UnitYear, assess_unit};

pub use facts::{Fact, FactInput, FactOrigin};

/// What a unit's year says.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewAssessment {
    /// The sheet.
    pub id: ReviewId,
    /// The year, where it is one.
    pub year: Option<i32>,
    /// The tables as they were understood.
    pub unit: UnitYear,
    /// What they come to.
    pub figures: UnitFigures,
    /// The plant's period that facts were taken from, in case it changes.
    pub plant: Option<Arc<PeriodAssessment>>,
    /// The rubric, where one is chosen.
    pub rubric: Option<Arc<Rubric>>,
    /// What it measures, each once.
    pub facts: Vec<Fact>,
    /// 自查, the answers.
    pub answers: Answers,
    /// 自查分, what they come to.
    pub score: Option<Score>,
    /// 核定分, the same with the points that assessors gave; `None` while they gave none.
    pub assessed: Option<Score>,
    /// The same answers under another rubric.
    pub other: Option<(Arc<Rubric>, Score)>,
    /// What can be done.
    pub measures: Vec<Measure>,
    /// What is wrong or odd in the sheet.
    pub problems: Vec<Problem>,
}

/// The rubrics and the plant that a sheet is worked out with.
pub(in crate::evaluate) struct ReviewContext {
    pub(in crate::evaluate) rubric: Option<Arc<Rubric>>,
    pub(in crate::evaluate) other: Option<Arc<Rubric>>,
    pub(in crate::evaluate) plant: Option<Arc<PeriodAssessment>>,
}

impl ReviewContext {
    /// Whether an assessment was made with the same.
    pub(in crate::evaluate) fn is_same(&self, found: &ReviewAssessment) -> bool {
        let same = |one: &Option<Arc<Rubric>>, other: Option<&Arc<Rubric>>| match (one, other) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        };
        let same_plant = match (&self.plant, &found.plant) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        };
        same(&self.rubric, found.rubric.as_ref())
            && same(&self.other, found.other.as_ref().map(|(rubric, _)| rubric))
            && same_plant
    }
}

/// What a sheet says. Problems never stop what can be computed.
pub(in crate::evaluate) fn check_review(sheet: &Arc<ReviewSheet>, with: ReviewContext) -> ReviewAssessment {
    let mut problems = Vec::new();
    let unit = tables::check_unit(sheet, &mut problems);
    let figures = assess_unit(&unit);
    tables::note_refused(sheet, &figures, &mut problems);
    for (entry, found) in [(ReviewEntry::Rubric, &with.rubric), (ReviewEntry::Other, &with.other)] {
        if found.is_none() && !sheet.entry(entry).trim().is_empty() {
            problems.push(Problem { place: place(sheet, entry), kind: ProblemKind::UnknownRubric });
        }
    }
    let mut assessment = ReviewAssessment {
        id: sheet.id,
        year: read_year(&sheet.year),
        unit,
        figures,
        plant: with.plant,
        rubric: with.rubric.clone(),
        facts: Vec::new(),
        answers: Answers::default(),
        score: None,
        assessed: None,
        other: None,
        measures: Vec::new(),
        problems: Vec::new(),
    };
    if let Some(other) = with.other {
        // Problems are those of the rubric that is followed.
        let facts = facts::facts(sheet, &other, &assessment, &mut Vec::new());
        let answers = answers::answers(sheet, &other, &facts, &mut Vec::new());
        let scored = score(&other, &answers);
        assessment.other = Some((other, scored));
    }
    if let Some(rubric) = with.rubric {
        assessment.facts = facts::facts(sheet, &rubric, &assessment, &mut problems);
        assessment.answers = answers::answers(sheet, &rubric, &assessment.facts, &mut problems);
        let given = answers::assessors_points(sheet, &rubric, &mut problems);
        assessment.score = Some(score(&rubric, &assessment.answers));
        assessment.assessed = (!given.is_empty()).then(|| assessed(&rubric, &assessment.answers, &given));
        assessment.measures = measures::measures(sheet, &rubric, &assessment, &mut problems);
    }
    assessment.problems = problems;
    assessment
}

/// What is wrong with the sheets together: no year, or a unit's year twice.
pub(in crate::evaluate) fn check_reviews(sheets: &[Arc<ReviewSheet>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for sheet in sheets {
        let kind = match read_year(&sheet.year) {
            None => ProblemKind::NotAYear,
            Some(year) if !seen.insert((sheet.unit.trim(), sheet.rubric.trim(), year)) => {
                ProblemKind::DuplicateYear
            }
            Some(_) => continue,
        };
        problems.push(Problem { place: place(sheet, ReviewEntry::Year), kind });
    }
    problems
}

fn place(sheet: &ReviewSheet, entry: ReviewEntry) -> Place {
    Place::Entry(Entry::Review(sheet.id, entry))
}

/// An entry of the sheet as a figure.
fn entry(
    sheet: &ReviewSheet,
    entry: ReviewEntry,
    unit: Unit,
    range: EntryRange,
    problems: &mut Vec<Problem>,
) -> Option<Figure> {
    let named = (sheet.unit.trim().to_string(), entry.name().words());
    read_entry(Entry::Review(sheet.id, entry), sheet.entry(entry), named, unit, range, problems)
}

impl ReviewAssessment {
    /// The fact of a name.
    pub fn fact(&self, name: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.name == name)
    }

    /// The probability that the answers pass; `None` while the verdict is open.
    pub fn chance(&self) -> Option<f64> {
        chance_to_pass(self.rubric.as_ref()?, &self.answers)
    }

    /// The plans that no other beats. It takes longer than a keystroke may, so whoever shows them asks.
    ///
    /// # Errors
    /// Measures that cannot be planned with.
    pub fn plan(&self) -> Option<Result<Frontier, PlanFault>> {
        Some(plan(self.rubric.as_ref()?, &self.answers, &self.measures))
    }

    /// The score to go by: the assessors' where they gave one.
    pub fn counted(&self) -> Option<&Score> {
        self.assessed.as_ref().or(self.score.as_ref())
    }
}

/// Points as typed, from zero to a maximum.
fn points(text: &str, max: Points) -> Result<Option<Points>, ProblemKind> {
    let range = ProblemKind::AboveMax { max };
    match crate::quantity::read_number(text) {
        Ok(None) => Ok(None),
        Ok(Some(number)) if number < 0.0 => Err(ProblemKind::Negative),
        Ok(Some(number)) => match Points::exactly(number) {
            Some(points) if points <= max => Ok(Some(points)),
            _ => Err(range),
        },
        Err(error) => Err(ProblemKind::Typed(error)),
    }
}
