//! What self-assessments come to.

use std::sync::Arc;

use crate::evaluate::problem::Problem;
use crate::evaluate::{PeriodResults, RegionNumbers};
use crate::institution::{InstitutionFigures, InstitutionYear};
use crate::ledger::RowId;
use crate::metric::{AnyMetric, Figure, Input};
use crate::rubric::{Answers, OfficialScore, Rubric, Score, Wording, chance_to_pass};

/// What all institutions' years come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CertificationResults {
    /// Each unit's year, in the order of the ledger.
    pub reviews: Vec<Arc<ReviewResults>>,
    /// Problems of the sheets themselves.
    pub problems: Vec<Problem>,
}

impl CertificationResults {
    /// What an institution's year comes to.
    pub fn review(&self, id: RowId) -> Option<&Arc<ReviewResults>> {
        self.reviews.iter().find(|review| review.id == id)
    }
}

/// What an institution's year comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewResults {
    /// The sheet.
    pub id: RowId,
    /// The year, where it is one.
    pub year: Option<i32>,
    /// The tables as they were understood.
    pub institution: InstitutionYear,
    /// What they come to.
    pub figures: InstitutionFigures,
    /// The plant's period that indicators were taken from, in case it changes.
    pub plant: Option<Arc<PeriodResults>>,
    /// What the region's year offers that indicators were taken from, in case it changes.
    pub region: Option<Arc<RegionNumbers>>,
    /// The rubric, where one is chosen.
    pub rubric: Option<Arc<Rubric>>,
    /// What it measures, each once.
    pub indicators: Vec<Indicator>,
    /// 自查, the answers.
    pub answers: Answers,
    /// 自查分, what they come to.
    pub score: Option<Score>,
    /// 核定分, the same with the points that assessors gave; `None` while they gave none.
    pub official: Option<OfficialScore>,
    /// The same answers under another rubric.
    pub other: Option<(Arc<Rubric>, Score)>,
    /// What is wrong or odd in the sheet.
    pub problems: Vec<Problem>,
}

impl ReviewResults {
    /// The indicator of a name.
    pub fn indicator(&self, name: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.name == name)
    }

    /// The probability that the answers pass; `None` while the verdict is open.
    pub fn chance(&self) -> Option<f64> {
        chance_to_pass(self.rubric.as_ref()?, &self.answers)
    }

    /// Whether a number that the rubric measures is incomplete; the self score is then one for the time being.
    pub fn is_incomplete(&self) -> bool {
        self.indicators.iter().filter_map(|indicator| indicator.figure.as_ref()).any(Figure::is_incomplete)
    }

    /// 核定分, once every item that counts has its points.
    pub fn official_score(&self) -> Option<&Score> {
        self.official.as_ref().filter(|official| official.is_complete()).map(|official| &official.score)
    }

    /// The score to go by: the assessors' where they gave one.
    pub fn counted(&self) -> Option<&Score> {
        self.official_score().or(self.score.as_ref())
    }
}

/// Something that a rubric measures.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// The name that it is kept under.
    pub name: String,
    /// Its metric; none where the rubric describes the number in words alone.
    pub metric: Option<&'static dyn AnyMetric>,
    /// The rubric's own words for it.
    pub label: Option<Wording>,
    /// The row in which the number itself can be typed.
    pub row: Option<RowId>,
    /// The metric's inputs.
    pub inputs: Vec<IndicatorInput>,
    /// The number.
    pub figure: Option<Figure>,
    /// What it was taken from.
    pub origin: Option<IndicatorOrigin>,
    /// The items that measure it.
    pub items: Vec<String>,
}

/// An input of what is measured.
#[derive(Clone, Debug)]
pub struct IndicatorInput {
    /// The input.
    pub input: &'static Input,
    /// The row in which it can be typed.
    pub row: Option<RowId>,
    /// What the institution's tables say.
    pub offered: Option<Figure>,
}

/// What a measured number was taken from; an earlier one goes before a later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndicatorOrigin {
    /// The number itself was typed.
    Direct,
    /// An input was typed.
    Inputs,
    /// The institution's tables.
    Tables,
    /// The plant's figures of the same year.
    Plant,
    /// The region's numbers of the same year.
    Region,
}

impl PartialEq for Indicator {
    fn eq(&self, other: &Indicator) -> bool {
        (&self.name, &self.figure, self.origin, &self.items)
            == (&other.name, &other.figure, other.origin, &other.items)
            && self.inputs.iter().map(|one| &one.offered).eq(other.inputs.iter().map(|one| &one.offered))
    }
}
