//! 人数的计法, who counts as a person, and how much.

use serde::{Deserialize, Serialize};

use super::Wording;
use crate::institution::PeopleKind;
use crate::metric::Status;

/// Who counts as a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PeopleCount {
    /// How far it is confirmed.
    #[serde(default = "nothing_confirmed")]
    pub status: Status,
    /// Key of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The rule.
    #[serde(default)]
    pub text: Wording,
    /// What it leaves open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<Wording>,
    /// 折算系数, how much each group counts.
    #[serde(default, skip_serializing_if = "PeopleWeights::is_empty")]
    pub weights: PeopleWeights,
    /// How far the weights are confirmed, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights_status: Option<Status>,
}

impl PeopleCount {
    /// Whether nothing is said in it.
    pub fn is_blank(&self) -> bool {
        self.text == Wording::default() && self.open.is_none() && self.weights.is_empty()
    }

    /// How far the weights are confirmed.
    pub fn weights_status(&self) -> Status {
        self.weights_status.unwrap_or(self.status)
    }
}

/// A rule that was begun by one of its weights is still to be confirmed.
fn nothing_confirmed() -> Status {
    Status::UnverifiedWeak
}

/// How much a person of each group counts. A group of which the rubric says nothing has no weight here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PeopleWeights {
    /// 住宿
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resident: Option<f64>,
    /// 非住宿
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nonresident: Option<f64>,
    /// 职工
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<f64>,
    /// 外来, of visitors by their days over 365.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visitor: Option<f64>,
}

impl PeopleWeights {
    /// The weight of a group.
    pub fn of(&self, kind: PeopleKind) -> Option<f64> {
        match kind {
            PeopleKind::Resident => self.resident,
            PeopleKind::NonResident => self.nonresident,
            PeopleKind::Staff => self.staff,
            PeopleKind::Visitor => self.visitor,
        }
    }

    /// Whether nothing is said of any group.
    pub fn is_empty(&self) -> bool {
        *self == PeopleWeights::default()
    }
}
