//! 计划分解与执行, how a plan goes from a place to those within it, and what of it was used.

use std::collections::HashMap;

use super::plan::rounding_of;
use super::{
    ExecutionRate, ForecastAsPlanned, ForecastAsUsed, KeptBack, NeedByQuota, OverPlan, PartAndSum,
    PlanAndGiven, PlanAndPart, PlanAndShare, PlanByShare, PlanUntilNow, QuotaAndCount, RoundedShare,
    SeasonMonths, SeasonPart, ShareAndRounding, ShareOfSum, SplitRule, UsedAndPlanned, UsedAndPlans,
    WaterUse, in_steps,
};
use crate::industry::{OverPlanCost, OverPlanTier, PlannedWater};
use crate::metric::{Citation, Figure, Refusal, Workings};
use crate::quantity::{Quantity, Unit};
use crate::text::Words;
use crate::water;

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
    /// Whether something of its row cannot be read.
    pub lacks: bool,
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

/// What a plan came to before, and which places are still the same: places, step and seasons have not changed since.
#[derive(Clone, Copy, Debug)]
pub struct KnownPlan<'k> {
    /// What each place came to.
    pub places: &'k [PlaceFigures],
    /// What was refused of the split.
    pub refusals: &'k [Refusal<u32>],
    /// Of each place, whether its months are the very same.
    pub same_months: &'k [bool],
}

/// What a plan comes to.
#[derive(Clone, Debug, Default)]
pub struct PlanFigures {
    /// Each place, in the order given.
    pub places: Vec<PlaceFigures>,
    /// What was refused of the split.
    pub of_split: Vec<Refusal<u32>>,
    /// What was refused of what was used.
    pub of_use: Vec<Refusal<u32>>,
}

/// Splits the plan from the topmost down, and adds up what was used from the users up. What one place lacks never stops the others.
/// Where the split is known it is taken over, and so is what was used by a place whose months, and those within it, are the same.
pub fn compute_plan(plan: &RegionPlan, known: Option<KnownPlan<'_>>) -> PlanFigures {
    let mut split = Split::new(plan);
    let known = known.filter(|known| known.places.len() == plan.places.len());
    match known {
        Some(known) => {
            split.found = known.places.iter().map(PlaceFigures::without_use).collect();
            split.work.refusals = known.refusals.to_vec();
        }
        None => split.order.clone().into_iter().for_each(|place| split.give(place)),
    }
    let of_split = std::mem::take(&mut split.work.refusals);
    let mut same: Vec<bool> =
        known.map_or_else(|| vec![false; plan.places.len()], |known| known.same_months.to_vec());
    for place in split.order.clone().into_iter().rev() {
        same[place] = same[place] && split.within[place].iter().all(|child| same[*child]);
        match known.filter(|_| same[place]) {
            Some(known) => split.found[place] = known.places[place].clone(),
            None => split.add_up(place),
        }
    }
    PlanFigures { places: split.found, of_split, of_use: split.work.refusals }
}

impl PlaceFigures {
    /// What the split gave, without what was used of it.
    fn without_use(&self) -> PlaceFigures {
        let PlaceFigures { key, share, plan, kept, lacks, .. } = self.clone();
        let lacks = lacks.into_iter().filter(|lack| *lack != PlaceLack::Season).collect();
        PlaceFigures { key, share, plan, kept, lacks, ..PlaceFigures::default() }
    }
}

/// A plan being split.
struct Split<'p> {
    plan: &'p RegionPlan,
    /// Those within each place.
    within: Vec<Vec<usize>>,
    /// Every place, each after the one that it is within.
    order: Vec<usize>,
    found: Vec<PlaceFigures>,
    work: Workings<u32>,
    /// What of a year falls to the months until one, by use; no use goes by even months.
    parts: HashMap<(Option<WaterUse>, usize), Option<Figure>>,
}

impl<'p> Split<'p> {
    fn new(plan: &'p RegionPlan) -> Self {
        let mut within = vec![Vec::new(); plan.places.len()];
        let mut order = Vec::new();
        for (place, one) in plan.places.iter().enumerate() {
            match one.within {
                Some(parent) => within[parent].push(place),
                None => order.push(place),
            }
        }
        let mut next = 0;
        while let Some(place) = order.get(next) {
            order.extend(&within[*place]);
            next += 1;
        }
        let figures = |one: &PlanPlace| PlaceFigures { key: one.key, ..PlaceFigures::default() };
        let found = plan.places.iter().map(figures).collect();
        Split { plan, within, order, found, work: Workings::default(), parts: HashMap::new() }
    }

    /// Gives those within a place their plans.
    fn give(&mut self, place: usize) {
        let places = &self.plan.places;
        let one = &places[place];
        if one.within.is_none() {
            self.found[place].plan = one.plan.clone();
            if one.plan.is_none() && !one.lacks {
                self.found[place].lacks.push(PlaceLack::Plan);
            }
        }
        let children = self.within[place].clone();
        if children.is_empty() {
            return;
        }
        let (by_hand, others): (Vec<usize>, Vec<usize>) =
            children.iter().partition(|child| places[**child].plan.is_some());
        for child in &by_hand {
            self.found[*child].plan = places[*child].plan.clone();
        }
        let locked = water::total(by_hand.iter().filter_map(|child| places[*child].plan.clone()));
        if let Some(parent) = self.found[place].plan.clone() {
            self.say_above(place, &parent, locked.as_ref());
            if !others.is_empty() {
                self.split(place, parent, locked, &others);
            }
        }
        let plans = || children.iter().map(|child| self.found[*child].plan.clone());
        let given = water::total_of(plans());
        let kept =
            self.found[place].plan.clone().zip(given).filter(|(plan, given)| given.value() <= plan.value());
        let kept = kept.map(|(plan, given)| PlanAndGiven { plan, given });
        self.found[place].kept = self.work.compute(one.key, &KeptBack, kept);
    }

    /// Says where those within a place were given more than it has beside its reserve.
    fn say_above(&mut self, place: usize, parent: &Figure, locked: Option<&Figure>) {
        let Some(locked) = locked.and_then(|locked| locked.quantity().to(parent.quantity().unit)) else {
            return;
        };
        let reserve = self.plan.places[place].reserve.as_ref().map_or(0.0, |reserve| reserve.value() / 100.0);
        let by = locked.value - parent.value() * (1.0 - reserve);
        if by > 1e-9 * parent.value().max(1.0) {
            self.found[place].lacks.push(PlaceLack::Above { by });
        }
    }

    /// Splits what is left of a plan among those to whom nothing was given by hand.
    fn split(&mut self, place: usize, parent: Figure, locked: Option<Figure>, others: &[usize]) {
        let one = &self.plan.places[place];
        let rule = match one.rule {
            Some(SplitRule::Hand) => {
                others.iter().for_each(|child| self.found[*child].lacks.push(PlaceLack::Plan));
                return;
            }
            None => {
                if !one.lacks {
                    self.found[place].lacks.push(PlaceLack::Rule);
                }
                return;
            }
            Some(rule) => rule,
        };
        let bases: Vec<Option<Figure>> = others.iter().map(|child| self.basis(*child, rule)).collect();
        let Some(sum) = water::total_of(bases.iter().cloned()).filter(|sum| sum.value() > 0.0) else {
            return;
        };
        let mut shares = Vec::new();
        for (child, basis) in others.iter().zip(bases) {
            let key = self.plan.places[*child].key;
            let of_sum = basis.map(|part| PartAndSum { part, sum: sum.clone() });
            let share = self.work.compute(key, &ShareOfSum, of_sum);
            self.found[*child].share = share.clone();
            let Some(share_pct) = share else { continue };
            let (parent, locked) = (parent.clone(), locked.clone().unwrap_or_else(|| nothing(&parent)));
            let reserve_pct = one.reserve.clone().unwrap_or_else(no_reserve);
            let part = PlanAndShare { parent, reserve_pct, locked, share_pct };
            match Figure::computed(&PlanByShare, part) {
                Ok(part) => shares.push((*child, part)),
                // That those given by hand take more than there is was said at the place itself.
                Err(_) => return,
            }
        }
        self.round(&shares);
    }

    /// Rounds shares to whole steps so that they add up to the same.
    fn round(&mut self, shares: &[(usize, Figure)]) {
        let Some((_, first)) = shares.first() else { return };
        let unit = first.quantity().unit;
        let step =
            self.plan.step.as_ref().and_then(|step| step.quantity().to(unit)).filter(|step| step.value > 0.0);
        let Some(step) = step else {
            for (child, share) in shares {
                self.found[*child].plan = Some(share.clone().incomplete_if(self.plan.lacks_step));
            }
            return;
        };
        let values: Vec<f64> = shares.iter().map(|(_, share)| share.value()).collect();
        let whole: f64 = values.iter().sum();
        for ((child, share), rounded) in shares.iter().zip(in_steps(&values, whole, step.value)) {
            let rounding = rounding_of(share, rounded);
            let rounded = ShareAndRounding { share: share.clone(), rounding };
            let key = self.plan.places[*child].key;
            self.found[*child].plan = self.work.compute(key, &RoundedShare, rounded);
        }
    }

    /// What the share of a place goes by.
    fn basis(&mut self, place: usize, rule: SplitRule) -> Option<Figure> {
        let one = &self.plan.places[place];
        let basis = match rule {
            SplitRule::Present => one.present.clone(),
            SplitRule::Weight => one.weight.clone(),
            SplitRule::Quota => {
                let need = one.quota.clone().map(|(quota, count)| QuotaAndCount { quota, count });
                self.work.compute(one.key, &NeedByQuota, need)
            }
            SplitRule::Hand => None,
        };
        if basis.is_none() && !one.lacks {
            self.found[place].lacks.push(PlaceLack::Basis(rule));
        }
        basis
    }

    /// What a place used and was planned until now: its own months, else those of the places within it.
    fn add_up(&mut self, place: usize) {
        let one = &self.plan.places[place];
        let (used, planned) = match one.is_reported {
            true => self.own_months(place),
            false => self.those_within(place),
        };
        let (found, key) = (&self.found[place], one.key);
        let both = used.clone().zip(planned.clone()).map(|(used, planned)| UsedAndPlanned { used, planned });
        let plan = found.plan.clone();
        // A place without a plan has no rate of it, which is no fault.
        let both = both.filter(|both| both.planned.value() > 0.0);
        let year =
            both.clone().zip(plan).filter(|(both, plan)| plan.value() >= both.planned.value() * (1.0 - 1e-9));
        let year = year.map(|(UsedAndPlanned { used, planned }, plan)| UsedAndPlans { used, plan, planned });
        let execution = self.work.compute(key, &ExecutionRate, both.clone());
        let over = self.work.compute(key, &OverPlan, both);
        let as_planned = self.work.compute(key, &ForecastAsPlanned, year.clone());
        let as_used = self.work.compute(key, &ForecastAsUsed, year);
        let cost = self.cost(place, &used, &planned);
        let found = &mut self.found[place];
        (found.used, found.planned, found.execution, found.over) = (used, planned, execution, over);
        found.cost = cost;
        (found.as_planned, found.as_used) = (as_planned, as_used);
    }

    /// What the water of a user until now costs, where it is more than was planned and there are prices above plan.
    fn cost(&mut self, place: usize, used: &Option<Figure>, planned: &Option<Figure>) -> Option<Figure> {
        let (volume_m3, plan_m3) = used.clone().zip(planned.clone())?;
        let is_over = volume_m3.value() > plan_m3.value() && plan_m3.value() > 0.0;
        let is_user = self.within[place].is_empty();
        if !is_over || !is_user || self.plan.tiers.is_empty() {
            return None;
        }
        let places = &self.plan.places;
        let above = std::iter::successors(Some(place), |place| places[*place].within);
        let price = above.take(places.len()).find_map(|place| places[place].price.clone())?;
        let tier = |(upto_pct, multiplier): &(Option<Figure>, Figure)| OverPlanTier {
            upto_pct: upto_pct.clone(),
            multiplier: multiplier.clone(),
        };
        let tiers = self.plan.tiers.iter().map(tier).collect();
        let water = PlannedWater { volume_m3, plan_m3, price, tiers };
        self.work.compute(places[place].key, &OverPlanCost, water)
    }

    fn own_months(&mut self, place: usize) -> (Option<Figure>, Option<Figure>) {
        let one = &self.plan.places[place];
        let Some(UsedUntilNow { last, amounts }) = &one.until_now else { return (None, None) };
        let (used, last) = (water::total_of(amounts.iter().cloned()), *last);
        let Some(plan) = self.found[place].plan.clone() else { return (used, None) };
        let part = self.part_of_year(place, last);
        let planned = part.map(|part_pct| PlanAndPart { plan, part_pct });
        // The month that cannot be read may be the last one.
        let planned = self.work.compute(one.key, &PlanUntilNow, planned);
        (used, planned.map(|planned| planned.incomplete_if(one.lacks_month)))
    }

    fn those_within(&self, place: usize) -> (Option<Figure>, Option<Figure>) {
        let reported = || self.within[place].iter().map(|child| &self.found[*child]);
        if reported().all(|child| child.used.is_none()) {
            return (None, None);
        }
        let used = water::total_of(reported().map(|child| child.used.clone()));
        let planned = water::total_of(reported().map(|child| child.planned.clone()));
        (used, planned)
    }

    /// What of a place's year falls to the months until one, in %.
    fn part_of_year(&mut self, place: usize, last: usize) -> Option<Figure> {
        let one = &self.plan.places[place];
        let season = one.water_use.and_then(|water_use| self.plan.seasons.get(&water_use));
        if season.is_none() && one.water_use == Some(WaterUse::Agriculture) {
            self.found[place].lacks.push(PlaceLack::Season);
            return None;
        }
        let of = season.and(one.water_use);
        if let Some(known) = self.parts.get(&(of, last)) {
            return known.clone();
        }
        let lacks = season.is_some_and(|season| season.iter().any(Option::is_none));
        let share = |month: usize| match season {
            Some(season) => season[month].clone().unwrap_or_else(|| in_month(0.0)),
            None => in_month(1.0),
        };
        let months: Vec<Figure> = (0..12).map(share).collect();
        let part = SeasonMonths { until_now: months[..=last].to_vec(), months };
        let part = self.work.compute(one.key, &SeasonPart, part).map(|part| part.incomplete_if(lacks));
        self.parts.insert((of, last), part.clone());
        part
    }
}

/// A share of a month that is not typed.
fn in_month(share: f64) -> Figure {
    let name = Words::new("各月均分", "Even months");
    Figure::reference(Quantity::new(share, Unit::Percent), name, Citation::BY_DEFINITION)
}

fn no_reserve() -> Figure {
    let name = Words::new("预留比例", "Reserve");
    Figure::reference(Quantity::new(0.0, Unit::Percent), name, Citation::BY_DEFINITION)
}

/// Nothing given by hand, in the unit of a plan.
fn nothing(plan: &Figure) -> Figure {
    let name = Words::new("已定各户计划", "Given by hand");
    Figure::reference(Quantity::new(0.0, plan.quantity().unit), name, Citation::BY_DEFINITION)
}
