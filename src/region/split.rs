//! 计划分解与执行, how a plan goes from a place to those within it, and what of it was used.

use std::collections::HashMap;

use super::plan::rounding_of;
use super::uses::{PlannedUse, planned_uses};
use super::{
    BySource, KeptBack, NeedByQuota, PartAndSum, PlaceFigures, PlaceLack, PlanAndGiven, PlanAndShare,
    PlanByShare, PlanPlace, QuotaAndCount, RegionPlan, RoundedShare, ShareAndRounding, ShareOfSum, SplitRule,
    WaterUse, in_steps,
};
use crate::metric::{Citation, Figure, Refusal, Workings};
use crate::quantity::{Quantity, Unit};
use crate::text::Words;
use crate::water;

/// What a plan came to before, and which places are still the same: places, step and seasons have not changed since.
#[derive(Clone, Copy, Debug)]
pub struct KnownPlan<'k> {
    /// What each place came to.
    pub places: &'k [PlaceFigures],
    /// What all users of a kind were planned.
    pub uses: &'k [PlannedUse],
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
    /// What all users of a kind are planned together.
    pub uses: Vec<PlannedUse>,
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
    let uses = match known {
        Some(known) => {
            split.found = known.places.iter().map(PlaceFigures::without_use).collect();
            split.work.refusals = known.refusals.to_vec();
            known.uses.to_vec()
        }
        None => {
            split.order.clone().into_iter().for_each(|place| split.give(place));
            planned_uses(plan, &split.found)
        }
    };
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
    PlanFigures { places: split.found, uses, of_split, of_use: split.work.refusals }
}

/// A plan being split.
pub(super) struct Split<'p> {
    pub(super) plan: &'p RegionPlan,
    /// Those within each place.
    pub(super) within: Vec<Vec<usize>>,
    /// Every place, each after the one that it is within.
    order: Vec<usize>,
    pub(super) found: Vec<PlaceFigures>,
    pub(super) work: Workings<u32>,
    /// What of a year falls to the months until one, by use; no use goes by even months.
    pub(super) parts: HashMap<(Option<WaterUse>, usize), Option<Figure>>,
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
        if self.plan.places[place].within.is_none() {
            self.begin(place);
        }
        let children = self.within[place].clone();
        if children.is_empty() {
            return;
        }
        match self.found[place].by_source.iter().any(Option::is_some) {
            true => self.give_by_source(place, &children),
            false => self.give_whole(place, &children),
        }
        let given = water::total_of(children.iter().map(|child| self.found[*child].plan.clone()));
        let kept =
            self.found[place].plan.clone().zip(given).filter(|(plan, given)| given.value() <= plan.value());
        let kept = kept.map(|(plan, given)| PlanAndGiven { plan, given });
        self.found[place].kept = self.work.compute(self.plan.places[place].key, &KeptBack, kept);
    }

    /// The plan of a topmost place is what was typed.
    fn begin(&mut self, place: usize) {
        let one = &self.plan.places[place];
        self.found[place].by_source = one.by_source.clone();
        self.found[place].plan = self.of_sources(place).or_else(|| one.plan.clone());
        if self.found[place].plan.is_none() && !one.lacks {
            self.lack(place, PlaceLack::Plan);
        }
    }

    /// The sources of a place together, where one is known; what was typed for all of them should be the same.
    fn of_sources(&mut self, place: usize) -> Option<Figure> {
        let one = &self.plan.places[place];
        let together = water::total(self.found[place].by_source.iter().flatten().cloned())?;
        let typed = one.plan.as_ref().and_then(|typed| typed.quantity().to(together.quantity().unit));
        let differs =
            |typed: &Quantity| (typed.value - together.value()).abs() > 1e-9 * together.value().max(1.0);
        if typed.as_ref().is_some_and(differs) {
            self.lack(place, PlaceLack::Sources { together: together.value() });
        }
        Some(together.incomplete_if(one.lacks_source))
    }

    /// What a place lacks is said once, of however many sources it is found.
    fn lack(&mut self, place: usize, lack: PlaceLack) {
        let lacks = &mut self.found[place].lacks;
        if !lacks.contains(&lack) {
            lacks.push(lack);
        }
    }

    fn give_whole(&mut self, place: usize, children: &[usize]) {
        let places = &self.plan.places;
        let (by_hand, others): (Vec<usize>, Vec<usize>) =
            children.iter().partition(|child| places[**child].plan.is_some());
        for child in &by_hand {
            self.found[*child].plan = places[*child].plan.clone();
        }
        let locked = water::total(by_hand.iter().filter_map(|child| places[*child].plan.clone()));
        let Some(parent) = self.found[place].plan.clone() else { return };
        self.say_above(place, &parent, locked.as_ref(), None);
        let bases = self.bases(place, &others);
        for (child, part) in self.split(place, &parent, locked, &bases) {
            self.found[child].plan = part;
        }
    }

    /// Splits each source apart by the same rule, so that its column adds up; a plan is the sum of its sources.
    fn give_by_source(&mut self, place: usize, children: &[usize]) {
        let places = &self.plan.places;
        let parents = self.found[place].by_source.clone();
        for child in children {
            let one = &places[*child];
            self.found[*child].by_source = match &one.plan {
                Some(plan) if one.by_source.iter().all(Option::is_none) => {
                    self.found[*child].plan = Some(plan.clone());
                    self.in_proportion(*child, plan, &parents)
                }
                _ => one.by_source.clone(),
            };
        }
        // Of a place whose plan was given by hand, a source that is blank gives nothing.
        let is_open = |child: usize, source: usize| {
            let one = &places[child];
            parents[source].is_some() && one.plan.is_none() && one.by_source[source].is_none()
        };
        let others: Vec<usize> = children
            .iter()
            .copied()
            .filter(|child| (0..parents.len()).any(|source| is_open(*child, source)))
            .collect();
        let bases = self.bases(place, &others);
        for (source, parent) in parents.iter().enumerate() {
            let Some(parent) = parent else { continue };
            let locked = water::total(
                children.iter().filter_map(|child| self.found[*child].by_source[source].clone()),
            );
            self.say_above(place, parent, locked.as_ref(), Some(source));
            let open: Vec<_> = bases.iter().filter(|(child, _)| is_open(*child, source)).cloned().collect();
            for (child, part) in self.split(place, parent, locked, &open) {
                self.found[child].by_source[source] = part;
            }
        }
        for child in children {
            let lacks = (0..parents.len())
                .any(|source| is_open(*child, source) && self.found[*child].by_source[source].is_none());
            if !lacks && self.found[*child].plan.is_none() {
                self.found[*child].plan = self.of_sources(*child);
            }
        }
    }

    /// A plan of which the sources are not told, in the proportion of those of the place above.
    fn in_proportion(&mut self, place: usize, plan: &Figure, parents: &BySource) -> BySource {
        let key = self.plan.places[place].key;
        let mut by_source = BySource::default();
        let Some(sum) = water::total(parents.iter().flatten().cloned()).filter(|sum| sum.value() > 0.0)
        else {
            return by_source;
        };
        let mut parts = Vec::new();
        for (source, parent) in parents.iter().enumerate() {
            let of_sum = parent.clone().map(|part| PartAndSum { part, sum: sum.clone() });
            let Some(share) = self.work.compute(key, &ShareOfSum, of_sum) else { continue };
            let part = part_of(plan, &no_reserve(), &nothing(plan), share);
            parts.extend(part.map(|part| (source, key, part)));
        }
        for (source, part) in self.round(parts) {
            by_source[source] = part;
        }
        by_source
    }

    /// Says where those within a place were given more than it has beside its reserve.
    fn say_above(&mut self, place: usize, parent: &Figure, locked: Option<&Figure>, source: Option<usize>) {
        let Some(locked) = locked.and_then(|locked| locked.quantity().to(parent.quantity().unit)) else {
            return;
        };
        let reserve = self.plan.places[place].reserve.as_ref().map_or(0.0, |reserve| reserve.value() / 100.0);
        let by = locked.value - parent.value() * (1.0 - reserve);
        if by > 1e-9 * parent.value().max(1.0) {
            self.lack(place, PlaceLack::Above { by, source });
        }
    }

    /// What the shares of places go by that were given nothing by hand; none where no rule says so.
    fn bases(&mut self, place: usize, others: &[usize]) -> Vec<(usize, Option<Figure>)> {
        let one = &self.plan.places[place];
        match one.rule {
            _ if others.is_empty() => Vec::new(),
            Some(SplitRule::Hand) => {
                others.iter().for_each(|child| self.lack(*child, PlaceLack::Plan));
                Vec::new()
            }
            None => {
                if !one.lacks {
                    self.lack(place, PlaceLack::Rule);
                }
                Vec::new()
            }
            Some(rule) => others.iter().map(|child| (*child, self.basis(*child, rule))).collect(),
        }
    }

    /// Splits what is left of a plan among those to whom nothing was given by hand.
    fn split(
        &mut self,
        place: usize,
        parent: &Figure,
        locked: Option<Figure>,
        bases: &[(usize, Option<Figure>)],
    ) -> Vec<(usize, Option<Figure>)> {
        let reserve = self.plan.places[place].reserve.clone().unwrap_or_else(no_reserve);
        let locked = locked.unwrap_or_else(|| nothing(parent));
        let sum = water::total_of(bases.iter().map(|(_, basis)| basis.clone()));
        let Some(sum) = sum.filter(|sum| sum.value() > 0.0) else { return Vec::new() };
        // What was given to another of them and cannot be read would leave less.
        let lacks = self.within[place].iter().any(|child| self.plan.places[*child].lacks);
        let mut parts = Vec::new();
        for (child, basis) in bases {
            let key = self.plan.places[*child].key;
            let of_sum = basis.clone().map(|part| PartAndSum { part, sum: sum.clone() });
            let share = self.work.compute(key, &ShareOfSum, of_sum);
            self.found[*child].share = share.clone();
            let Some(share) = share else { continue };
            match part_of(parent, &reserve, &locked, share) {
                Some(part) => parts.push((*child, key, part.incomplete_if(lacks))),
                // That those given by hand take more than there is was said at the place itself.
                None => return Vec::new(),
            }
        }
        self.round(parts)
    }

    /// Rounds parts to whole steps so that they add up to the same.
    fn round(&mut self, parts: Vec<(usize, u32, Figure)>) -> Vec<(usize, Option<Figure>)> {
        let Some((_, _, first)) = parts.first() else { return Vec::new() };
        let unit = first.quantity().unit;
        let step =
            self.plan.step.as_ref().and_then(|step| step.quantity().to(unit)).filter(|step| step.value > 0.0);
        let Some(step) = step else {
            let lacks = self.plan.lacks_step;
            return parts.into_iter().map(|(to, _, part)| (to, Some(part.incomplete_if(lacks)))).collect();
        };
        let values: Vec<f64> = parts.iter().map(|(_, _, part)| part.value()).collect();
        let whole: f64 = values.iter().sum();
        let rounded = in_steps(&values, whole, step.value);
        let round = |((to, key, share), rounded): ((usize, u32, Figure), f64)| {
            let rounding = rounding_of(&share, rounded);
            (to, self.work.compute(key, &RoundedShare, ShareAndRounding { share, rounding }))
        };
        parts.into_iter().zip(rounded).map(round).collect()
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
}

/// What of a plan falls to a share, where what was given by hand leaves so much.
fn part_of(plan: &Figure, reserve_pct: &Figure, locked: &Figure, share_pct: Figure) -> Option<Figure> {
    let [parent, reserve_pct, locked] = [plan, reserve_pct, locked].map(Clone::clone);
    Figure::computed(&PlanByShare, PlanAndShare { parent, reserve_pct, locked, share_pct }).ok()
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
