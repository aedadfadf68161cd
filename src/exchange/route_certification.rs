//! Addresses of the certification page.

use crate::ledger::{Entry, Place, ReviewEntry, ReviewId, ReviewTable, TableAt};

/// A part of the certification page: `#/certification/3/plan` for the plan of a unit's year 3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Certification {
    /// The unit's year; without one the latest is meant.
    pub review: Option<ReviewId>,
    /// Which step.
    pub step: CertificationStep,
}

/// A step of a self-assessment; one may go to any at any time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CertificationStep {
    /// Choosing the rubric; prerequisites.
    #[default]
    Rubric,
    /// 基础数据, facts of the unit.
    Facts,
    /// 逐项自评, the items.
    Items,
    /// 达标路径, the plan.
    Plan,
    /// 趋势与对比, over the years and between units.
    Trend,
    /// 自评表, a page to print.
    Form,
}

impl CertificationStep {
    /// Every step, in order; the last is a page to print.
    pub const ALL: [CertificationStep; 6] = [
        CertificationStep::Rubric,
        CertificationStep::Facts,
        CertificationStep::Items,
        CertificationStep::Plan,
        CertificationStep::Trend,
        CertificationStep::Form,
    ];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            CertificationStep::Rubric => "rubric",
            CertificationStep::Facts => "facts",
            CertificationStep::Items => "items",
            CertificationStep::Plan => "plan",
            CertificationStep::Trend => "trend",
            CertificationStep::Form => "form",
        }
    }

    fn of_table(table: ReviewTable) -> CertificationStep {
        match table {
            ReviewTable::Questions | ReviewTable::Gates => CertificationStep::Rubric,
            ReviewTable::Answers | ReviewTable::Evidence => CertificationStep::Items,
            ReviewTable::Measures | ReviewTable::Effects => CertificationStep::Plan,
            _ => CertificationStep::Facts,
        }
    }

    fn of_entry(entry: ReviewEntry) -> CertificationStep {
        match entry {
            ReviewEntry::Unit | ReviewEntry::Year | ReviewEntry::Rubric | ReviewEntry::Other => {
                CertificationStep::Rubric
            }
            _ => CertificationStep::Facts,
        }
    }
}

impl Certification {
    /// The part that shows a place of a unit's year.
    pub(super) fn of_place(review: ReviewId, place: Place) -> Certification {
        let step = match place {
            Place::Cell { table: TableAt::Review(_, table), .. } => CertificationStep::of_table(table),
            Place::Entry(Entry::Review(_, entry)) => CertificationStep::of_entry(entry),
            _ => CertificationStep::default(),
        };
        Certification { review: Some(review), step }
    }

    pub(super) fn parse<'p>(mut parts: impl Iterator<Item = &'p str>) -> Option<Certification> {
        let Some(review) = parts.next() else { return Some(Certification::default()) };
        let step = match parts.next() {
            Some(name) => CertificationStep::ALL.into_iter().find(|step| step.name() == name)?,
            None => CertificationStep::default(),
        };
        let review = Some(ReviewId(review.parse().ok()?));
        parts.next().is_none().then_some(Certification { review, step })
    }

    pub(super) fn to_hash(self) -> String {
        match (self.review, self.step) {
            (None, _) => "#/certification".to_string(),
            (Some(ReviewId(review)), CertificationStep::Rubric) => format!("#/certification/{review}"),
            (Some(ReviewId(review)), step) => format!("#/certification/{review}/{}", step.name()),
        }
    }
}
