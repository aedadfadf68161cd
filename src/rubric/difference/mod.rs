//! 版本差异, what another edition of a rubric changes, place by place.

mod compare;

use super::Wording;
use crate::text::{Coded, Key, Language, Message, coded};

pub use compare::difference;

/// A difference between two editions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where: `technical/t2`, `sources`, `pass`; in the new edition, of what was removed in the old one.
    pub place: String,
    /// What.
    pub kind: DifferenceKind,
}

/// What is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DifferenceKind {
    /// A part that the old edition does not have.
    Added {
        /// What it is.
        part: Part,
        /// What it is called.
        title: Wording,
    },
    /// A part that the new edition does not have.
    Removed {
        /// What it is.
        part: Part,
        /// What it is called.
        title: Wording,
    },
    /// An item in another section.
    Moved {
        /// The section in the old edition.
        from: Wording,
        /// The section in the new one.
        to: Wording,
    },
    /// What is too long to be put beside each other.
    Changed(Aspect),
    /// What is short enough for that.
    Replaced {
        /// What it is.
        aspect: Aspect,
        /// As the old edition has it.
        old: Wording,
        /// As the new one has it.
        new: Wording,
    },
}

coded! {
    /// 组成部分, what a rubric is made of.
    pub enum Part {
        Section "section" "部分" "section";
        Item "item" "评分项" "item";
        Prerequisite "prerequisite" "前提条件" "prerequisite";
        Question "question" "问题" "question";
        Group "group" "合计组" "group";
        Source "source" "来源文献" "source";
    }
}

coded! {
    /// 内容, what can change in a rubric or a part of it.
    pub enum Aspect {
        Id "id" "标识" "the id";
        Edition "edition" "版本" "the edition";
        Title "title" "名称" "the title";
        Number "no" "序号" "the number";
        Region "region" "适用地区" "the region";
        AppliesTo "applies_to" "适用对象" "the kinds of unit";
        Mode "mode" "评定方式" "the mode";
        Points "points" "分值" "the points";
        Bonus "bonus" "加分性质" "whether it is a bonus";
        Rule "scoring" "评分办法" "the scoring rule";
        Star "star" "★" "the star";
        StarRule "star_rule" "★的含义" "the rule for stars";
        NotApplicable "not_applicable" "不适用的规定" "the rule for what does not apply";
        AppliesWhen "applies_when" "适用条件" "the condition";
        PartialSteps "partial_steps" "不足一档的计法" "how incomplete steps count";
        Evidence "evidence" "佐证材料" "the evidence";
        PassLine "pass" "合格线" "the pass line";
        Grades "grade" "等级" "the bands";
        Options "options" "选项" "the options";
        InGroup "group" "所属合计组" "the group";
        Effective "effective" "施行日期" "the date";
        PeopleCount "people_count" "人数的计法" "who counts as a person";
        Source "source" "来源" "the source";
        Note "note" "备注" "the note";
        Status "status" "核实情况" "the status";
        Order "order" "次序" "the order";
    }
}

impl Difference {
    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match &self.kind {
            DifferenceKind::Added { .. } => "added",
            DifferenceKind::Removed { .. } => "removed",
            DifferenceKind::Moved { .. } => "moved",
            DifferenceKind::Changed(_) => "changed",
            DifferenceKind::Replaced { .. } => "replaced",
        }
    }

    /// What is different, and where.
    pub fn message(&self, language: Language) -> Message {
        let said = |key| Message::new(key).with("place", self.place.clone());
        match &self.kind {
            DifferenceKind::Added { part, title } => {
                said(Key::DifferenceAdded).with_words("part", part.name()).with("title", title.get(language))
            }
            DifferenceKind::Removed { part, title } => said(Key::DifferenceRemoved)
                .with_words("part", part.name())
                .with("title", title.get(language)),
            DifferenceKind::Moved { from, to } => {
                said(Key::DifferenceMoved).with("from", from.get(language)).with("to", to.get(language))
            }
            DifferenceKind::Changed(aspect) => {
                said(Key::DifferenceChanged).with_words("aspect", aspect.name())
            }
            DifferenceKind::Replaced { aspect, old, new } => said(Key::DifferenceReplaced)
                .with_words("aspect", aspect.name())
                .with("old", old.get(language))
                .with("new", new.get(language)),
        }
    }
}
