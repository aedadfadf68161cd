//! 计划按用途和水源, what all users of a kind are planned together, by source.

use super::{BySource, KeptBack, PlaceFigures, PlanAndGiven, RegionPlan, WaterUse};
use crate::metric::Figure;
use crate::text::{Coded, Key, Words};
use crate::water;

/// Who is meant: those of a use, those of whom no use was told, or nobody so far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PlannedFor {
    /// The users of a use.
    Use(WaterUse),
    /// The users of whom no use was told.
    Untold,
    /// What went to nobody, the reserve with it.
    Nobody,
    /// The whole plan.
    All,
}

/// What they are planned.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedUse {
    /// Who is meant.
    pub of: PlannedFor,
    /// The plan of all of them.
    pub plan: Option<Figure>,
    /// Of it each source.
    pub by_source: BySource,
}

impl PlannedFor {
    /// What a person would call them.
    pub fn name(self) -> Words {
        match self {
            PlannedFor::Use(water_use) => water_use.name(),
            PlannedFor::Untold => Key::UseUntold.words(),
            PlannedFor::Nobody => Key::ColumnPlanKept.words(),
            PlannedFor::All => Key::ResultPlanTotal.words(),
        }
    }
}

/// The plans of users, those within whom nobody stands, by use and source, with what went to nobody; together they are the whole plan.
pub(super) fn planned_uses(plan: &RegionPlan, found: &[PlaceFigures]) -> Vec<PlannedUse> {
    let mut is_user = vec![true; found.len()];
    plan.places.iter().filter_map(|place| place.within).for_each(|parent| is_user[parent] = false);
    let all = || plan.places.iter().zip(found).zip(&is_user);
    let users = |water_use: Option<WaterUse>| {
        let of_use = all().filter(|((place, _), is_user)| **is_user && place.water_use == water_use);
        of_use.map(|((_, found), _)| found).collect::<Vec<_>>()
    };
    let together = |of: PlannedFor, places: &[&PlaceFigures], lacks: bool| {
        let sum = |figures: Vec<Figure>| water::total(figures).map(|sum| sum.incomplete_if(lacks));
        let source = |at: usize| sum(places.iter().filter_map(|place| place.by_source[at].clone()).collect());
        let plan = sum(places.iter().filter_map(|place| place.plan.clone()).collect());
        PlannedUse { of, plan, by_source: [0, 1, 2].map(source) }
    };
    // What cannot be read may be the use of any of them, and a user without a plan may be of the same use.
    let lacks = all().any(|((place, found), is_user)| place.lacks || (*is_user && found.plan.is_none()));
    let of_use = |one: &WaterUse| together(PlannedFor::Use(*one), &users(Some(*one)), lacks);
    let mut uses: Vec<PlannedUse> = WaterUse::ALL.iter().map(of_use).collect();
    uses.push(together(PlannedFor::Untold, &users(None), lacks));
    uses.retain(|one| one.plan.is_some());
    let tops: Vec<&PlaceFigures> =
        all().filter(|((place, _), _)| place.within.is_none()).map(|((_, found), _)| found).collect();
    let whole = together(PlannedFor::All, &tops, false);
    if uses.is_empty() || whole.plan.is_none() {
        return Vec::new();
    }
    let kept = |plan: &Option<Figure>, given: Vec<Option<Figure>>| {
        let given = water::total(given.into_iter().flatten());
        let (plan, given) = plan.clone().zip(given)?;
        Figure::computed(&KeptBack, PlanAndGiven { plan, given }).ok()
    };
    let kept = PlannedUse {
        of: PlannedFor::Nobody,
        plan: kept(&whole.plan, uses.iter().map(|one| one.plan.clone()).collect()),
        by_source: [0, 1, 2]
            .map(|at| kept(&whole.by_source[at], uses.iter().map(|one| one.by_source[at].clone()).collect())),
    };
    uses.extend([kept, whole]);
    uses
}
