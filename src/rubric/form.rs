//! The form of a rubric file: what stands in it, in the words of the standards.

use std::collections::BTreeMap;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::{Item, PeopleCount, Points, Section, When, Wording};
use crate::metric::Status;
use crate::text::Language;

/// The form that this version writes.
pub const FORM: u32 = 1;

/// 评分标准, a rubric: one edition of the rules of one title.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rubric {
    /// The form of the file.
    #[cfg_attr(test, schemars(extend("const" = FORM)))]
    pub form: u32,
    /// Stable name, such as `public-institution-2013`.
    pub id: String,
    /// Edition as printed.
    pub edition: String,
    /// What it is called.
    pub title: Wording,
    /// Where it is in force.
    pub region: Wording,
    /// Kinds of unit that it is for.
    #[serde(default)]
    pub applies_to: Vec<String>,
    /// Whether points are summed or everything must hold.
    pub mode: Mode,
    /// Points of all sections that are no bonus.
    pub total: Points,
    /// How far the total is confirmed; as far as the sections where it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_status: Option<Status>,
    /// How far the lists of evidence are confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence_status: Option<Status>,
    /// Since when it holds.
    pub effective: Effective,
    /// The documents that items refer to, by key.
    #[serde(deserialize_with = "once_each")]
    pub sources: BTreeMap<String, Document>,
    /// 合格线, the pass line.
    pub pass: Pass,
    /// What a star means; without it stars mean nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub star_rule: Option<StarRule>,
    /// What becomes of items that do not apply.
    pub not_applicable: NotApplicable,
    /// How a step counts that is not complete.
    pub partial_steps: PartialSteps,
    /// Who counts as a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people_count: Option<PeopleCount>,
    /// Bands of the score, highest first or in any order.
    #[serde(default, rename = "grade")]
    pub grades: Vec<Grade>,
    /// Sums over several sections.
    #[serde(default, rename = "group")]
    pub groups: Vec<Group>,
    /// Questions that decide which sections and items apply.
    #[serde(default, rename = "question")]
    pub questions: Vec<Question>,
    /// 一票否决, conditions of which none may be missed.
    #[serde(default, rename = "prerequisite")]
    pub prerequisites: Vec<Prerequisite>,
    /// The sections, as printed.
    #[serde(rename = "section")]
    pub sections: Vec<Section>,
}

/// How items make a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Points are summed.
    Points,
    /// Every prerequisite and every item that applies must hold; all maxima are zero.
    PassFail,
}

/// Since when a rubric holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Effective {
    /// Year, month or day; empty when not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// What the date is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<Meaning>,
    /// How far it is confirmed.
    pub status: Status,
    /// Key of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// What a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// 发布
    Issued,
    /// 实施
    InForce,
}

/// A document, cited in its own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Official, published, re-published, unit-file, general-knowledge or none.
    pub kind: String,
    /// The citation.
    pub text: String,
    /// The citation in English, where it has one of its own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text_en: String,
}

impl Document {
    /// The citation in a language.
    pub fn citation(&self, language: Language) -> &str {
        match language {
            Language::English if !self.text_en.is_empty() => &self.text_en,
            _ => &self.text,
        }
    }
}

/// The pass line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pass {
    /// Points needed; without them there is no verdict until somebody enters one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_score: Option<Points>,
    /// How far it is confirmed.
    pub status: Status,
    /// Key of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What a reader must know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Wording>,
}

/// 带★项不得为零, a star item at zero fails the unit whatever its sum.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StarRule {
    /// How far it is confirmed.
    pub status: Status,
    /// Key of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What a reader must know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Wording>,
}

/// The rule for items that do not apply.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NotApplicable {
    /// What becomes of them.
    pub policy: Policy,
    /// How far it is confirmed.
    pub status: Status,
    /// Key of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What a reader must know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Wording>,
}

/// What becomes of items that do not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Policy {
    /// Left out; the score is its share of what applies, times the total.
    DropAndRescale,
    /// Left out; nothing is scaled.
    Drop,
    /// They count as zero.
    NotAllowed,
}

/// How an incomplete step counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartialSteps {
    /// The way.
    pub policy: Partly,
    /// How far it is confirmed.
    pub status: Status,
}

/// The ways to count "each 1 %" where part of one is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Partly {
    /// Only whole steps count.
    Ignore,
    /// A step that was begun counts.
    Count,
    /// It counts by its part.
    Proportional,
}

/// A band of the score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// Points needed; a band without them is named and never reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Points>,
    /// What it is called.
    pub title: Wording,
    /// How far it is confirmed.
    pub status: Status,
}

/// A sum over several sections.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Stable name.
    pub id: String,
    /// What it is called.
    pub title: Wording,
    /// Points of its sections.
    pub max: Points,
}

/// A question that decides what applies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Stable name.
    pub id: String,
    /// The question.
    pub title: Wording,
    /// What can be answered.
    pub options: Vec<QuestionOption>,
    /// When it is asked at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applies_when: Option<When>,
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionOption {
    /// Stable name.
    pub id: String,
    /// What it is called.
    pub title: Wording,
}

/// 前提条件, missing one ends the evaluation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Prerequisite {
    /// Stable name.
    pub id: String,
    /// What must hold.
    pub title: Wording,
    /// When it does not apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable_when: Option<Wording>,
    /// How far that is confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable_status: Option<Status>,
    /// 佐证材料
    #[serde(default)]
    pub evidence: Vec<Wording>,
    /// How far it is confirmed.
    pub status: Status,
    /// Key of the document.
    pub source: String,
    /// Keys of further documents that ask for the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// What a reader must know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Wording>,
}

impl Rubric {
    /// Every item with its section.
    pub fn items(&self) -> impl Iterator<Item = (&Section, &Item)> {
        self.sections.iter().flat_map(|section| section.items.iter().map(move |item| (section, item)))
    }

    /// The item of a name.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items().map(|(_, item)| item).find(|item| item.id == id)
    }
}

/// Reads documents by key. JSON allows a key to stand twice, and the first document would be lost without a word.
fn once_each<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, Document>, D::Error> {
    struct Documents;
    impl<'de> Visitor<'de> for Documents {
        type Value = BTreeMap<String, Document>;

        fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
            f.write_str("documents by key")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut documents = BTreeMap::new();
            while let Some((key, document)) = map.next_entry::<String, Document>()? {
                if documents.contains_key(&key) {
                    return Err(A::Error::custom(format_args!("duplicate field `{key}`")));
                }
                documents.insert(key, document);
            }
            Ok(documents)
        }
    }
    from.deserialize_map(Documents)
}
