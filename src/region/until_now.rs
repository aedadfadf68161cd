//! What places used and were planned until now, from the users up.

use super::split::Split;
use super::{
    ExecutionRate, ForecastAsPlanned, ForecastAsUsed, OverPlan, PlaceLack, PlanAndPart, PlanUntilNow,
    SeasonMonths, SeasonPart, UsedAndPlanned, UsedAndPlans, UsedUntilNow, WaterUse,
};
use crate::industry::{OverPlanCost, OverPlanTier, PlannedWater};
use crate::metric::{Citation, Figure};
use crate::quantity::{Quantity, Unit};
use crate::text::Words;
use crate::water;

impl Split<'_> {
    /// What a place used and was planned until now: its own months, else those of the places within it.
    pub(super) fn add_up(&mut self, place: usize) {
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
