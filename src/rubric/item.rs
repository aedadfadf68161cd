//! Sections and items of a rubric file.

use serde::{Deserialize, Serialize};

use super::{Points, Scoring, When, Wording};
use crate::metric::Status;

/// A section of a rubric.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Stable name.
    pub id: String,
    /// The group that it is summed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// What it is called.
    pub title: Wording,
    /// Points of its items.
    pub max: Points,
    /// 加分项, outside the total.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bonus: bool,
    /// When it applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applies_when: Option<When>,
    /// How far it is confirmed.
    pub status: Status,
    /// How far its points are confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points_status: Option<Status>,
    /// Key of the document.
    pub source: String,
    /// The items, as printed.
    #[serde(rename = "item")]
    pub items: Vec<Item>,
}

/// An item of a section.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Stable name within the rubric.
    pub id: String,
    /// Number as printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub no: String,
    /// What it is called.
    pub title: Wording,
    /// Most points.
    pub max: Points,
    /// ★, must not be zero.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub star: bool,
    /// How far the star is confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub star_status: Option<Status>,
    /// When it does not apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable_when: Option<Wording>,
    /// How far that is confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable_status: Option<Status>,
    /// When it applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applies_when: Option<When>,
    /// 佐证材料
    #[serde(default)]
    pub evidence: Vec<Wording>,
    /// How far name and rule are confirmed.
    pub status: Status,
    /// How far the points are confirmed, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points_status: Option<Status>,
    /// How far threshold and formula are confirmed, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule_status: Option<Status>,
    /// Key of the document.
    pub source: String,
    /// What a reader must know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Wording>,
    /// The rule, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scoring: Option<Scoring>,
    /// Rules to choose from, where there are several.
    #[serde(default, rename = "variant", skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<Variant>,
}

/// A rule to choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Stable name within the item.
    pub id: String,
    /// When it is the one.
    pub when: Wording,
    /// The rule.
    pub scoring: Scoring,
}

impl Item {
    /// The weakest of all that its points rest on.
    pub fn weakest(&self) -> Status {
        self.points_status.into_iter().chain(self.rule_status).fold(self.status, Status::max)
    }

    /// The rule: the one there is, or the chosen one of several.
    pub fn rule(&self, variant: Option<&str>) -> Option<&Scoring> {
        match variant {
            Some(id) => self.variants.iter().find(|one| one.id == id).map(|one| &one.scoring),
            None => self.scoring.as_ref(),
        }
    }

    /// Every rule that it has.
    pub fn rules(&self) -> impl Iterator<Item = &Scoring> {
        self.scoring.iter().chain(self.variants.iter().map(|one| &one.scoring))
    }
}
