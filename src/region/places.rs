//! Who a plan is split among, as it was read, and what they come to.

use std::collections::HashMap;

use super::{SplitRule, WaterUse};
use crate::metric::Figure;

/// Water by where it comes from: surface water, groundwater, non-conventional water.
pub type BySource = [Option<Figure>; 3];

/// A place as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanPlace {
    /// The mark of its row.
    pub key: u32,
    /// The place of the one that it is within; none of the topmost.
    pub within: Option<usize>,
    /// Who uses the water.
    pub water_use: Option<WaterUse>,
    /// How its plan is split.
    pub rule: Option<SplitRule>,
    /// What of its plan is kept back.
    pub reserve: Option<Figure>,
    /// Its present use.
    pub present: Option<Figure>,
    /// Quota and size.
    pub quota: Option<(Figure, Figure)>,
    /// Its weight.
    pub weight: Option<Figure>,
    /// What was given by hand.
    pub plan: Option<Figure>,
    /// What was given by hand of each source.
    pub by_source: BySource,
    /// Whether something of its row cannot be read.
    pub lacks: bool,
    /// Whether what was given by hand of a source cannot.
    pub lacks_source: bool,
    /// What it used until now, month by month or by quarters.
    pub until_now: Option<UsedUntilNow>,
    /// What its water costs a cubic metre.
    pub price: Option<Figure>,
    /// Whether a line of months is there for it.
    pub is_reported: bool,
    /// Whether one of its months cannot be read.
    pub lacks_month: bool,
}

/// What was used from the beginning of the year on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UsedUntilNow {
    /// The last month that is known, from 0.
    pub last: usize,
    /// Each month until then, or a quarter where only that is known; none where neither is.
    pub amounts: Vec<Option<Figure>>,
}

/// The plan of a region as it was read.
#[derive(Clone, Debug, Default)]
pub struct RegionPlan {
    /// Everybody, in the order of the table; none stands within itself.
    pub places: Vec<PlanPlace>,
    /// Plans are whole multiples of it.
    pub step: Option<Figure>,
    /// Whether what was typed for that cannot be read.
    pub lacks_step: bool,
    /// Shares of the months by use.
    pub seasons: HashMap<WaterUse, [Option<Figure>; 12]>,
    /// How far above plan each tier of the price reaches, in %, and what the price is multiplied with in it.
    pub tiers: Vec<(Option<Figure>, Figure)>,
}

/// What is not known, or cannot be, of a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PlaceLack {
    /// The topmost has no plan, or nothing is given to one whose parent is split by hand.
    Plan,
    /// No rule says how its plan is split.
    Rule,
    /// What its share goes by is not there.
    Basis(SplitRule),
    /// Those within it were given more than it has.
    Above {
        /// How much more, in the unit of the plan.
        by: f64,
        /// The source of which there is not so much; none where all water counts.
        source: Option<usize>,
    },
    /// What was given by hand is not what was given of its sources together.
    Sources {
        /// That sum, which counts.
        together: f64,
    },
    /// Its use has no months of its own, and never goes by even months.
    Season,
}

/// What a place comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlaceFigures {
    /// The mark of its row.
    pub key: u32,
    /// Its share of what is split.
    pub share: Option<Figure>,
    /// 计划用水量.
    pub plan: Option<Figure>,
    /// Of it each source, where the topmost place has its plan by source.
    pub by_source: BySource,
    /// What of its plan went to nobody.
    pub kept: Option<Figure>,
    /// 累计用水.
    pub used: Option<Figure>,
    /// 累计计划.
    pub planned: Option<Figure>,
    /// 累计执行率.
    pub execution: Option<Figure>,
    /// 超计划用水 until now.
    pub over: Option<Figure>,
    /// 累计水费 with what is above plan.
    pub cost: Option<Figure>,
    /// 全年预计, the rest as planned.
    pub as_planned: Option<Figure>,
    /// 全年预计, going on so.
    pub as_used: Option<Figure>,
    /// What is not known.
    pub lacks: Vec<PlaceLack>,
}

impl PlaceFigures {
    /// What the split gave, without what was used of it.
    pub(super) fn without_use(&self) -> PlaceFigures {
        let PlaceFigures { key, share, plan, by_source, kept, lacks, .. } = self.clone();
        let lacks = lacks.into_iter().filter(|lack| *lack != PlaceLack::Season).collect();
        PlaceFigures { key, share, plan, by_source, kept, lacks, ..PlaceFigures::default() }
    }
}
