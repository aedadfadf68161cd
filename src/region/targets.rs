//! 双控目标, how each indicator under control stands to its target, and where it should be on the way.

use super::{
    AmountAndTarget, BaseAndTarget, ChainedDeclineRate, Controlled, DeclineAndTarget, DeclineLeft,
    EqualRateDecline, EqualRatePath, GrowthRate, LinearPath, NeededYearlyDecline, RegionYear,
    RegionYearFigures, TargetPath, TargetRatio, TwoYears, UseAndGrowths, ValueAndTarget,
};
use crate::metric::{Citation, Figure, Refusal, Workings};
use crate::numeric::in_order;
use crate::quantity::{Quantity, Unit};
use crate::text::Words;
use crate::trend::{CALENDAR, LastAndTarget, NeededPerYear, year_figure};

/// A target as it was read.
#[derive(Clone, Debug)]
pub struct ControlTarget {
    /// The mark of its row.
    pub key: u32,
    /// What it is set for.
    pub of: Controlled,
    /// The year that it is counted from.
    pub base_year: i32,
    /// The year in which it is to be reached.
    pub target_year: i32,
    /// The target.
    pub target: Figure,
}

/// How a target is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetStanding {
    /// It is reached, in its year or ahead of it.
    Reached,
    /// It is not reached yet, and the indicator is where it should be by now.
    OnTheWay,
    /// It is not reached yet, and the indicator should be further by now.
    Behind,
    /// Its year has come, and it is not reached.
    Missed,
}

/// What is not known that a target needs.
#[derive(Clone, Debug, PartialEq)]
pub enum TargetLack {
    /// The base year has no water.
    BaseYear,
    /// This year has no water.
    ThisYear,
    /// Years without growth, of those that are chained.
    Growth(Vec<i32>),
}

/// What a target comes to in a year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ControlTargetFigures {
    /// The mark of its row.
    pub key: u32,
    /// Amount, or decline since the base year.
    pub now: Option<Figure>,
    /// Where it should be this year.
    pub path: Option<Figure>,
    /// What is needed in each year left.
    pub needed: Option<Figure>,
    /// It against what should be this year: the way, and after the target year the target.
    pub ratio: Option<Figure>,
    /// How it stands.
    pub standing: Option<TargetStanding>,
    /// What is not known.
    pub lack: Option<TargetLack>,
}

/// The years of a region with what they come to, and the one that is looked at.
#[derive(Clone, Copy, Debug)]
pub struct YearsSoFar<'y> {
    /// As they were read.
    pub years: &'y [RegionYear],
    /// What they come to, in the same order.
    pub figures: &'y [RegionYearFigures],
    /// The year that is looked at.
    pub year: i32,
}

/// How a target stands in the year that is looked at; none of `path` means that what was chosen cannot be read.
pub fn compute_target(
    target: &ControlTarget,
    so_far: YearsSoFar<'_>,
    path: Option<TargetPath>,
) -> (ControlTargetFigures, Vec<Refusal<u32>>) {
    let mut work = Workings::default();
    let mut found = ControlTargetFigures { key: target.key, ..ControlTargetFigures::default() };
    let (base, now) = (so_far.of(target.base_year), so_far.of(so_far.year));
    let amounts = |of: fn(&RegionYearFigures) -> Option<Figure>| {
        (base.and_then(|(_, figures)| of(figures)), now.and_then(|(_, figures)| of(figures)))
    };
    let is_amount = matches!(target.of, Controlled::Total | Controlled::Nonconventional);
    let (base_value, value) = match target.of {
        // Judged as a normal year where that is known of both.
        Controlled::Total => match amounts(|year| year.normal.clone()) {
            (Some(base), Some(now)) => (Some(base), Some(now)),
            _ => amounts(|year| year.total.clone()),
        },
        Controlled::Nonconventional => amounts(|year| year.other.clone()),
        Controlled::PerGdp => amounts(|year| year.by_gdp.clone()),
        Controlled::PerValueAdded => amounts(|year| year.by_industry.clone()),
    };
    match (&base_value, &value) {
        (_, None) => found.lack = Some(TargetLack::ThisYear),
        (None, _) => found.lack = Some(TargetLack::BaseYear),
        _ => {}
    }
    found.now = if is_amount {
        value
    } else {
        match so_far.growths(target.of, target.base_year) {
            Ok(growth_pct) => {
                let known = base_value.clone().zip(value).filter(|(base, _)| base.value() > 0.0);
                let known = known.filter(|_| !growth_pct.is_empty());
                let since =
                    known.map(|(use_before, use_after)| UseAndGrowths { use_before, use_after, growth_pct });
                work.compute(target.key, &ChainedDeclineRate, since)
            }
            Err(years) => {
                found.lack = found.lack.take().or(Some(TargetLack::Growth(years)));
                None
            }
        }
    };
    let Some(now) = found.now.clone() else { return (found, work.refusals) };
    found.path = path_of(&mut work, target, so_far.year, base_value.filter(|_| is_amount), path);
    found.needed = needed_of(&mut work, target, so_far.year, now.clone(), is_amount);
    // A way that begins at nothing asks for nothing yet.
    let asked =
        found.path.clone().or_else(|| (so_far.year > target.target_year).then(|| target.target.clone()));
    let asked = asked.filter(|asked| asked.value() > 0.0);
    let against = asked.map(|asked| ValueAndTarget { value: now.clone(), target: asked });
    found.ratio = work.compute(target.key, &TargetRatio, against);
    found.standing = Some(standing(target, so_far.year, &now, found.path.as_ref()));
    (found, work.refusals)
}

/// Where an indicator should be in a year; a decline begins at nothing.
fn path_of(
    work: &mut Workings<u32>,
    target: &ControlTarget,
    year: i32,
    base: Option<Figure>,
    path: Option<TargetPath>,
) -> Option<Figure> {
    let is_amount = matches!(target.of, Controlled::Total | Controlled::Nonconventional);
    if year < target.base_year || year > target.target_year {
        return None;
    }
    let (elapsed, years) =
        (years_between(target.base_year, year), years_between(target.base_year, target.target_year));
    let (key, goal) = (target.key, target.target.clone());
    let found = match path.unwrap_or(TargetPath::Linear) {
        TargetPath::Linear => {
            let nothing =
                || Figure::reference(Quantity::new(0.0, Unit::Percent), BASE, Citation::BY_DEFINITION);
            let base = if is_amount { base } else { Some(nothing()) }?;
            let way = BaseAndTarget { base, target: goal, elapsed, years };
            work.compute(key, &LinearPath, way)
        }
        TargetPath::EqualRate if is_amount => {
            let way = AmountAndTarget { base: base?, target: goal, elapsed, years };
            work.compute(key, &EqualRatePath, way)
        }
        TargetPath::EqualRate => {
            let way = DeclineAndTarget { target_pct: goal, elapsed, years };
            work.compute(key, &EqualRateDecline, way)
        }
    };
    found.map(|found| found.incomplete_if(path.is_none()))
}

/// What a decline begins with.
const BASE: Words = Words::new("基期下降率", "Decline of the base year");

/// What is needed in each year that is left.
fn needed_of(
    work: &mut Workings<u32>,
    target: &ControlTarget,
    year: i32,
    now: Figure,
    is_amount: bool,
) -> Option<Figure> {
    if year >= target.target_year {
        return None;
    }
    let goal = target.target.clone();
    if is_amount {
        let (year, target_year) = (year_figure(year), year_figure(target.target_year));
        let left = LastAndTarget { year, value: now, target_year, target: goal };
        return work.compute(target.key, &NeededPerYear, left);
    }
    let years_left = years_between(year, target.target_year);
    let left = DeclineLeft { decline_pct: now, target_pct: goal, years_left };
    work.compute(target.key, &NeededYearlyDecline, left)
}

fn standing(target: &ControlTarget, year: i32, now: &Figure, path: Option<&Figure>) -> TargetStanding {
    // Half of the last printed digit of what rounding leaves between a value and its limit.
    let keeps = |limit: &Figure| {
        let (value, limit) =
            (now.value(), limit.quantity().to(now.quantity().unit).map_or(f64::NAN, |at| at.value));
        let room = 1e-9 * limit.abs();
        match target.of {
            Controlled::Total => value <= limit + room,
            _ => value >= limit - room,
        }
    };
    match keeps(&target.target) {
        true => TargetStanding::Reached,
        false if year >= target.target_year => TargetStanding::Missed,
        false if path.is_some_and(keeps) => TargetStanding::OnTheWay,
        false => TargetStanding::Behind,
    }
}

/// A year against the base year: how far the total has risen, how far its intensity has declined.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SinceBase {
    /// The year.
    pub year: i32,
    /// 用水总量 against the base year.
    pub growth: Option<Figure>,
    /// 万元GDP用水量累计下降率.
    pub decline: Option<Figure>,
}

/// Each year from a base year to the one that is looked at.
pub fn since_base(base_year: i32, so_far: YearsSoFar<'_>) -> Vec<SinceBase> {
    let of_year = |one: &RegionYearFigures| {
        let so_far = YearsSoFar { year: one.year, ..so_far };
        let of_base = so_far.of(base_year).map(|(_, figures)| figures);
        let base = of_base.and_then(|base| base.total.clone()).filter(|base| base.value() > 0.0);
        let growth = base.zip(one.total.clone()).map(|(base, current)| TwoYears { base, current });
        let growth_pct =
            so_far.growths(Controlled::PerGdp, base_year).ok().filter(|growths| !growths.is_empty());
        let base = of_base.and_then(|base| base.by_gdp.clone()).filter(|base| base.value() > 0.0);
        let decline = || {
            let (use_before, use_after, growth_pct) = (base?, one.by_gdp.clone()?, growth_pct?);
            Figure::computed(&ChainedDeclineRate, UseAndGrowths { use_before, use_after, growth_pct }).ok()
        };
        SinceBase {
            year: one.year,
            decline: decline(),
            growth: growth.and_then(|years| Figure::computed(&GrowthRate, years).ok()),
        }
    };
    let between = |one: &&RegionYearFigures| (base_year..=so_far.year).contains(&one.year);
    in_order(so_far.figures.iter().filter(between).map(of_year).collect(), |one, other| {
        one.year.cmp(&other.year)
    })
}

impl<'y> YearsSoFar<'y> {
    fn of(self, year: i32) -> Option<(&'y RegionYear, &'y RegionYearFigures)> {
        self.years.iter().zip(self.figures).find(|(one, _)| one.year == year)
    }

    /// The growth of each year since a base year; else the years without one.
    fn growths(self, of: Controlled, base_year: i32) -> Result<Vec<Figure>, Vec<i32>> {
        let growth = |year: i32| {
            let (one, _) = self.of(year)?;
            match of {
                Controlled::PerGdp => one.gdp_growth.clone(),
                _ => one.value_added_growth.clone(),
            }
        };
        // A century of years is more than any period of planning.
        let last = self.year.min(base_year.saturating_add(100));
        let years = base_year.saturating_add(1)..=last;
        let missing: Vec<i32> = years.clone().filter(|year| growth(*year).is_none()).collect();
        if missing.is_empty() { Ok(years.filter_map(growth).collect()) } else { Err(missing) }
    }
}

/// How many years lie between two.
fn years_between(from: i32, to: i32) -> Figure {
    let name = Words::new("年数", "Years");
    Figure::reference(Quantity::new(f64::from(to) - f64::from(from), Unit::Year), name, CALENDAR)
}
