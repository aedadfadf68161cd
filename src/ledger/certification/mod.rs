//! The certification part of the ledger, as typed: a unit's years with their answers, and the rubrics of one's own.

mod example;
mod fields;
mod rows;
mod rubrics;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::sheet::sheet;
use super::table::is_default;
use super::table_edit::free_id;
use super::{Refused, RowId, TypedRow};
use crate::catalog;
use crate::quantity::Unit;
use crate::rubric::{Measured, Rubric};
use crate::text::Key;

pub use crate::rubric::form_spec::RubricEdit;
pub use example::UnitExample;
pub use fields::RubricFields;
pub use rows::{
    AnswerColumn, AnswerRow, EffectColumn, EffectRow, EvidenceColumn, EvidenceRow, FactColumn, FactRow,
    FixtureColumn, FixtureRow, MeasureColumn, MeasureRow, NightColumn, NightRow, PeopleColumn, PeopleRow,
    UnitMeterColumn, UnitMeterRow, UseColumn, UseRow,
};
pub use rubrics::{RubricId, RubricSheet};

/// 节水载体评价 as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certification {
    /// Rubrics of one's own.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rubrics: Vec<Arc<RubricSheet>>,
    /// One sheet a unit and year; each is shared with the past that still knows it as it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reviews: Vec<Arc<ReviewSheet>>,
}

/// What is typed for an item or prerequisite that does not apply.
pub const NOT_APPLICABLE: &str = "na";

/// What is typed where no option of a list holds.
pub const NONE_HOLDS: &str = "none";

/// The state of a piece of evidence that is there.
pub const READY: &str = "ready";

/// The identity of a unit's year within a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ReviewId(pub u32);

sheet! {
    /// 自评, a unit's year under a rubric.
    pub struct ReviewSheet(ReviewId);
    /// A table of a unit's year.
    tables ReviewTable {
        /// 用水人数.
        People people "people": PeopleRow, PeopleTitle [carried];
        /// 分类用水量.
        Uses uses "use": UseRow, UsesTitle [carried];
        /// 器具台账.
        Fixtures fixtures "fixture": FixtureRow, FixturesTitle [carried];
        /// 水表台账.
        Meters meters "unit-meter": UnitMeterRow, UnitMetersTitle [carried];
        /// 夜间流量.
        Nights nights "night": NightRow, NightsTitle [carried];
        /// 指标数据, what the rubric measures.
        Facts facts "fact": FactRow, FactsTitle [carried];
        /// 问题, which decide what applies.
        Questions questions "question": AnswerRow, QuestionsTitle [carried];
        /// 前提条件.
        Gates gates "gate": AnswerRow, GatesTitle [carried];
        /// 评分项.
        Answers answers "answer": AnswerRow, AnswersTitle [carried];
        /// 佐证材料.
        Evidence evidence "evidence": EvidenceRow, EvidenceTitle [carried];
        /// 措施.
        Measures measures "measure": MeasureRow, MeasuresTitle;
        /// 措施的效果.
        Effects effects "effect": EffectRow, EffectsTitle;
    }
    /// An entry beside the tables of a unit's year.
    entries ReviewEntry {
        /// 单位名称.
        Unit unit: text(Key::UnitNameField).carried();
        /// 年度.
        Year year: text(Key::YearField);
        /// 评分标准, by the name of a shipped one or of one's own.
        Rubric rubric: text(Key::RubricField).key();
        /// 对照标准, another to score the same answers under.
        Other other: text(Key::OtherRubricField).key();
        /// 总表水量.
        Supplied supplied: number(Key::SuppliedField, Unit::CubicMetre).not_negative();
        /// 用水天数.
        Days days: number(Key::DaysField, Unit::Day).within(0.0, 366.0).carried();
        /// 非住宿人员折算系数.
        Weight weight: number(Key::WeightField, Unit::One).share().carried();
        /// 同类单位平均值.
        Mean mean: number(Key::MeanField, Unit::CubicMetrePerPersonYear).not_negative();
        /// 定额通用值.
        General general: number(Key::GeneralField, Unit::CubicMetrePerPersonYear).not_negative().carried();
        /// 定额先进值.
        Advanced advanced: number(Key::AdvancedField, Unit::CubicMetrePerPersonYear).not_negative().carried();
    }
}

impl Certification {
    /// The sheet of an identity.
    pub fn review(&self, id: ReviewId) -> Option<&Arc<ReviewSheet>> {
        self.reviews.iter().find(|sheet| sheet.id == id)
    }

    /// The rubric of a name: one's own, else one that comes with the product.
    pub fn rubric(&self, name: &str) -> Option<Arc<Rubric>> {
        let own = self.rubrics.iter().find(|sheet| sheet.name() == name.trim());
        own.map(|sheet| sheet.rubric.clone()).or_else(|| catalog::rubric(name.trim()))
    }

    /// An identity that no sheet has.
    pub fn next_review_id(&self) -> ReviewId {
        ReviewId(free_id(self.reviews.iter().map(|sheet| sheet.id.0)))
    }

    /// An identity that stands twice, by which a hand-made document would confuse its rows.
    pub fn duplicate_id(&self) -> Option<u32> {
        let mut seen = std::collections::HashSet::new();
        let mut of_rubrics = self.rubrics.iter().map(|sheet| sheet.id.0);
        if let Some(id) = of_rubrics.find(|id| !seen.insert(*id)) {
            return Some(id);
        }
        seen.clear();
        let twice = |sheet: &Arc<ReviewSheet>| {
            if seen.insert(sheet.id.0) { sheet.twin() } else { Some(sheet.id.0) }
        };
        self.reviews.iter().find_map(twice)
    }

    pub(super) fn sheet(&mut self, id: ReviewId) -> Result<&mut ReviewSheet, Refused> {
        let sheet = self.reviews.iter_mut().find(|sheet| sheet.id == id).ok_or(Refused::Gone)?;
        Ok(Arc::make_mut(sheet))
    }

    /// Next year's unit is mostly this one's: rubric, people, fixtures, meters and answers that are no numbers carry over,
    /// what was measured, judged or planned does not.
    pub(super) fn following_review(&self, of: Option<ReviewId>) -> ReviewSheet {
        let id = self.next_review_id();
        let Some(last) = of.and_then(|id| self.review(id)).or(self.reviews.last()) else {
            return ReviewSheet::blank(id);
        };
        let year = crate::quantity::read_year(&last.year).map(|year| (year + 1).to_string());
        ReviewSheet { year: year.unwrap_or_default(), ..last.carried_over(id) }
    }

    /// Gives every sheet the rows that its rubrics ask for. Rows that no rubric asks for stay: it may be chosen again.
    pub(super) fn fit(&mut self) {
        for place in 0..self.reviews.len() {
            let sheet = &self.reviews[place];
            let rubrics: Vec<Arc<Rubric>> =
                [&sheet.rubric, &sheet.other].into_iter().filter_map(|name| self.rubric(name)).collect();
            let mut fitted = ReviewSheet::clone(sheet);
            rubrics.iter().for_each(|rubric| fitted.fit(rubric));
            if fitted != **sheet {
                self.reviews[place] = Arc::new(fitted);
            }
        }
    }
}

/// A name under which what a rubric measures is kept: its metric's, with the rubric's own words where it has some, so that two
/// items that measure the same ask once; else the item's.
pub fn measured_name(item: &str, place: usize, measured: &Measured) -> String {
    let level = measured.level.as_ref().map(|level| format!("@{level}")).unwrap_or_default();
    match (&measured.id, &measured.label) {
        (Some(id), None) => format!("{id}{level}"),
        (Some(id), Some(_)) if !level.is_empty() => format!("{id}{level}"),
        (Some(id), Some(label)) => format!("{id}#{}", label.zh),
        (None, _) => format!("{item}.{place}"),
    }
}

/// The name under which what was typed for a measured number is kept: what has no metric is known in its rubric alone.
pub fn fact_row_name(rubric: &Rubric, item: &str, place: usize, measured: &Measured) -> String {
    let name = measured_name(item, place, measured);
    if measured.id.is_some() { name } else { answer_name(&rubric.id, &name) }
}

/// The name under which the answer to something a rubric asks is kept, by the id of both. Editions of a rubric have one id
/// and share answers;
/// what another rubric happens to call the same is another thing.
pub fn answer_name(rubric: &str, asked: &str) -> String {
    format!("{rubric}:{asked}")
}

/// What the name of an answer is about, without the rubric.
pub fn asked_in(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, asked)| asked)
}

fn is_of(row: &str, rubric: &Rubric, asked: &str) -> bool {
    row.strip_prefix(rubric.id.as_str()).and_then(|rest| rest.strip_prefix(':')) == Some(asked)
}

impl ReviewSheet {
    /// Adds a row for all that a rubric asks and this sheet has none for.
    fn fit(&mut self, rubric: &Rubric) {
        let name = |asked: &str| answer_name(&rubric.id, asked);
        for question in &rubric.questions {
            answer_row(&mut self.questions, &name(&question.id));
        }
        for gate in &rubric.prerequisites {
            answer_row(&mut self.gates, &name(&gate.id));
            evidence_rows(&mut self.evidence, &name(&gate.id), gate.evidence.len());
        }
        for (_, item) in rubric.items() {
            answer_row(&mut self.answers, &name(&item.id));
            evidence_rows(&mut self.evidence, &name(&item.id), item.evidence.len());
            for rule in item.rules() {
                for (place, measured) in rule.measured().into_iter().enumerate() {
                    self.fit_fact(&fact_row_name(rubric, &item.id, place, measured), measured);
                }
            }
        }
    }

    fn fit_fact(&mut self, name: &str, measured: &Measured) {
        let metric = measured.id.as_deref().and_then(catalog::metric);
        let inputs = metric.map_or(&[][..], |metric| metric.inputs());
        for input in std::iter::once("").chain(inputs.iter().map(|input| input.key)) {
            if !self.facts.iter().any(|row| row.of == name && row.input == input) {
                let row = FactRow {
                    of: name.to_string(),
                    input: input.to_string(),
                    ..FactRow::blank(next(&self.facts))
                };
                self.facts.push(Arc::new(row));
            }
        }
    }

    /// The row of a fact.
    pub fn fact(&self, name: &str, input: &str) -> Option<&FactRow> {
        self.facts.iter().map(|row| &**row).find(|row| row.of == name && row.input == input)
    }

    /// The row of the answer to a question of a rubric.
    pub fn question(&self, rubric: &Rubric, question: &str) -> Option<&AnswerRow> {
        self.questions.iter().map(|row| &**row).find(|row| is_of(&row.of, rubric, question))
    }

    /// The row of the answer to a prerequisite.
    pub fn gate(&self, rubric: &Rubric, gate: &str) -> Option<&AnswerRow> {
        self.gates.iter().map(|row| &**row).find(|row| is_of(&row.of, rubric, gate))
    }

    /// The row of the answer to an item.
    pub fn answer(&self, rubric: &Rubric, item: &str) -> Option<&AnswerRow> {
        self.answers.iter().map(|row| &**row).find(|row| is_of(&row.of, rubric, item))
    }

    /// The row of a piece of evidence of an item or prerequisite, by its place in the list.
    pub fn evidence(&self, rubric: &Rubric, of: &str, place: usize) -> Option<&EvidenceRow> {
        let number = place.to_string();
        self.evidence.iter().map(|row| &**row).find(|row| row.number == number && is_of(&row.of, rubric, of))
    }
}

fn next<R: TypedRow>(rows: &[R]) -> RowId {
    RowId(free_id(rows.iter().map(|row| row.id().0)))
}

fn answer_row(rows: &mut Vec<Arc<AnswerRow>>, of: &str) {
    if !rows.iter().any(|row| row.of == of) {
        rows.push(Arc::new(AnswerRow { of: of.to_string(), ..AnswerRow::blank(next(rows)) }));
    }
}

fn evidence_rows(rows: &mut Vec<Arc<EvidenceRow>>, of: &str, count: usize) {
    for place in 0..count {
        let number = place.to_string();
        if !rows.iter().any(|row| row.of == of && row.number == number) {
            rows.push(Arc::new(EvidenceRow { of: of.to_string(), number, ..EvidenceRow::blank(next(rows)) }));
        }
    }
}
