//! What regions come to.

use std::sync::Arc;

use super::numbers::{RegionNumbers, in_unit};
use super::taken::Taken;
use crate::evaluate::problem::Problem;
use crate::evaluate::sheet_figures::{FigureOf, SheetFigure, figures_of, figures_of_rows};
use crate::ledger::{
    ISSUED_PLANS, PLAN_PLACES, REGION_FACTS, REGION_TARGETS, REGION_YEARS, RESERVOIR_MONTHS, RESERVOIRS, Row,
    RowId,
};
use crate::metric::{Figure, Refusal, ResultSpec as Spec, Results, RowResults};
use crate::quantity::Unit;
use crate::region::{
    ControlTargetFigures, IssuedPlanFigures, PlaceFigures, PlanPlace, PlannedUse, RegionYear,
    RegionYearFigures, ReservoirFigures, SinceBase, UsedUntilNow, Wanted,
};
use crate::text::Key;
use crate::water;

/// What all sheets come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegionResults {
    /// Each sheet, in the order of the ledger.
    pub sheets: Vec<Arc<RegionSheet>>,
    /// Problems of the sheets themselves.
    pub problems: Vec<Problem>,
}

/// What a region's year comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionSheet {
    /// The sheet.
    pub id: RowId,
    /// The year that is looked at, where it is one.
    pub year: Option<i32>,
    /// Each year so far as it was read, in the order of its table.
    pub typed: Vec<RegionYear>,
    /// What each comes to.
    pub years: Vec<RegionYearFigures>,
    /// Each target.
    pub targets: Vec<ControlTargetFigures>,
    /// Total and intensity against the base year.
    pub since_base: Vec<SinceBase>,
    /// Indicators in the reader's own words.
    pub facts: Vec<RegionFact>,
    /// The plan.
    pub plan: Arc<PlanResults>,
    /// What everybody was given in each issue of the plan.
    pub issues: Vec<PlanIssue>,
    /// The reservoirs.
    pub reservoirs: Arc<ReservoirResults>,
    /// All reservoirs together.
    pub totals: RegionTotals,
    /// What rubrics may take from it.
    pub numbers: Arc<RegionNumbers>,
    /// What is wrong or odd in years, targets and facts.
    pub problems: Vec<Problem>,
}

/// What a plan comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanResults {
    /// Each place, in the order of its table, blank rows left out.
    pub places: Vec<PlaceFigures>,
    /// What all users of a kind are planned together, by source.
    pub planned_uses: Vec<PlannedUse>,
    /// The place that each row of months is of, by the mark of the row.
    pub place_of_use: Vec<(u32, usize)>,
    /// Those within each place.
    pub within: Vec<Option<usize>>,
    /// What is wrong or odd.
    pub problems: Vec<Problem>,
    /// The places as they were read, without their months, and what was wrong with them.
    pub(super) read: (Vec<PlanPlace>, Vec<Problem>),
    /// The months as they were read, by row.
    pub(super) uses: Vec<ReadUse>,
    /// What places take from the ledger.
    pub(super) taken: Vec<Taken>,
    /// What was refused of the split.
    pub(super) refusals: Vec<Refusal<u32>>,
}

/// A row of months as it was read; as long as that and what it is called are the same, so are they.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadUse {
    pub(super) row: Arc<Row>,
    /// What its figures are called after; a row without a name goes by its number, which another row may change.
    pub(super) name: String,
    pub(super) until_now: Option<UsedUntilNow>,
    pub(super) lacks: bool,
    /// What is wrong with its months.
    pub(super) problems: Vec<Problem>,
}

/// An issue of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanIssue {
    /// The mark of its row.
    pub key: u32,
    /// What each row of it comes to.
    pub plans: Vec<IssuedPlanFigures>,
}

/// What reservoirs come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReservoirResults {
    /// Each reservoir, in the order of its table, blank rows left out.
    pub figures: Vec<ReservoirFigures>,
    /// What is wrong or odd.
    pub problems: Vec<Problem>,
}

/// An indicator in the reader's own words: in a year, or in every year where a formula says what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionFact {
    /// The mark of its row.
    pub key: u32,
    /// Its name.
    pub name: String,
    /// Its unit, as typed.
    pub unit: String,
    /// The year, where it is one.
    pub year: Option<i32>,
    /// Whether a formula says what it is in every year.
    pub is_of_all_years: bool,
    /// Which way it should go.
    pub wanted: Option<Wanted>,
    /// Its value and how far it has risen since the year before.
    pub figures: RegionFactFigures,
    /// What its formula comes to in other years.
    pub others: Vec<(i32, Figure)>,
    /// Its target, and whether it is kept to.
    pub target: Option<(Figure, Option<bool>)>,
}

impl RegionFact {
    /// Its value in a unit, by the unit that was typed beside it; none where that is another kind of unit, or none was typed of a
    /// value that has one.
    pub fn value_as(&self, unit: Unit) -> Option<Figure> {
        in_unit(self.figures.value.as_ref()?, &self.unit, unit)
    }

    /// Its value in a year.
    pub fn value_in(&self, year: i32) -> Option<&Figure> {
        let others = || self.others.iter().find(|(one, _)| *one == year).map(|(_, figure)| figure);
        self.figures.value.as_ref().filter(|_| self.year == Some(year)).or_else(others)
    }
}

/// What an indicator comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegionFactFigures {
    /// The mark of its row.
    pub key: u32,
    /// Its value, as typed, else by its formula.
    pub value: Option<Figure>,
    /// Its value by its formula.
    pub by_formula: Option<Figure>,
    /// Against the year before.
    pub growth: Option<Figure>,
}

/// All reservoirs together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegionTotals {
    /// 蓄水合计.
    pub storage: Option<Figure>,
    /// Of it usable.
    pub usable: Option<Figure>,
}

impl RegionTotals {
    /// What reservoirs hold together; one of which nothing is known leaves that incomplete.
    pub(super) fn of(reservoirs: &[ReservoirFigures]) -> RegionTotals {
        let together = |of: fn(&ReservoirFigures) -> &Option<Figure>| {
            let is_any = reservoirs.iter().any(|lake| of(lake).is_some());
            is_any.then(|| water::total_of(reservoirs.iter().map(|lake| of(lake).clone()))).flatten()
        };
        RegionTotals { storage: together(|lake| &lake.storage), usable: together(|lake| &lake.usable) }
    }
}

impl Results for RegionTotals {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::apart(Spec::beside(
            "reservoirs",
            Key::ResultReservoirsTogether,
            Unit::TenThousandCubicMetres,
            |all| all.storage.as_ref(),
        )),
        Spec::apart(Spec::beside(
            "reservoirs_usable",
            Key::ResultUsableTogether,
            Unit::TenThousandCubicMetres,
            |all| all.usable.as_ref(),
        )),
    ];
}

impl Results for RegionFactFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::apart(Spec::column("by_formula", Key::ColumnFactFound, Unit::One, |fact| {
            fact.by_formula.as_ref()
        })),
        Spec::apart(Spec::column("growth", Key::ColumnFactGrowth, Unit::Percent, |fact| {
            fact.growth.as_ref()
        })),
    ];
}

impl RowResults for RegionFactFigures {
    fn key(&self) -> u32 {
        self.key
    }
}

impl RegionResults {
    /// What each sheet offers to rubrics.
    pub fn numbers(&self) -> Vec<Arc<RegionNumbers>> {
        self.sheets.iter().map(|sheet| sheet.numbers.clone()).collect()
    }

    /// What a sheet comes to.
    pub fn sheet(&self, id: RowId) -> Option<&Arc<RegionSheet>> {
        self.sheets.iter().find(|sheet| sheet.id == id)
    }
}

impl RegionSheet {
    /// Everything that is wrong or odd.
    pub fn all_problems(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().chain(&self.plan.problems).chain(&self.reservoirs.problems)
    }

    /// What the year that is looked at comes to.
    pub fn this_year(&self) -> Option<&RegionYearFigures> {
        let year = self.year?;
        self.years.iter().find(|one| one.year == year)
    }

    /// A year as it was read.
    pub fn typed_year(&self, year: i32) -> Option<&RegionYear> {
        self.typed.iter().find(|one| one.year == year)
    }

    /// The years of an indicator in the reader's own words, each once and in order, up to one.
    pub fn series_of(&self, name: &str, until: Option<i32>) -> Vec<(i32, &Figure)> {
        let mut series: Vec<(i32, &Figure)> = Vec::new();
        for fact in self.facts.iter().filter(|fact| fact.name == name) {
            let own = fact.year.zip(fact.figures.value.as_ref());
            let others = fact.others.iter().map(|(year, figure)| (*year, figure));
            for (year, figure) in
                own.into_iter().chain(others).filter(|(year, _)| Some(*year) <= until.or(Some(*year)))
            {
                let place = series.partition_point(|(before, _)| *before < year);
                if series.get(place).is_none_or(|(at, _)| *at != year) {
                    series.insert(place, (year, figure));
                }
            }
        }
        series
    }

    /// The years in order, each once.
    pub fn in_order(&self) -> Vec<&RegionYearFigures> {
        let mut years: Vec<&RegionYearFigures> = Vec::new();
        for one in &self.years {
            let place = years.partition_point(|before| before.year < one.year);
            if years.get(place).is_none_or(|at| at.year != one.year) {
                years.insert(place, one);
            }
        }
        years
    }

    /// Every figure.
    pub fn every_figure(&self) -> Vec<SheetFigure<'_>> {
        let mut all = figures_of_rows(REGION_YEARS.at(&[self.id]), &self.years);
        all.extend(figures_of_rows(REGION_TARGETS.at(&[self.id]), &self.targets));
        let facts = REGION_FACTS.at(&[self.id]);
        for fact in &self.facts {
            all.extend(figures_of(FigureOf::Row(facts, RowId(fact.key)), &fact.figures));
        }
        all.extend(figures_of_rows(PLAN_PLACES.at(&[self.id]), &self.plan.places));
        for planned in &self.plan.planned_uses {
            all.extend(figures_of(FigureOf::Group(planned.of.name()), planned));
        }
        for issue in &self.issues {
            all.extend(figures_of_rows(ISSUED_PLANS.at(&[self.id, RowId(issue.key)]), &issue.plans));
        }
        all.extend(figures_of_rows(RESERVOIRS.at(&[self.id]), &self.reservoirs.figures));
        for lake in &self.reservoirs.figures {
            all.extend(figures_of_rows(RESERVOIR_MONTHS.at(&[self.id, RowId(lake.key)]), &lake.months));
        }
        all.extend(figures_of(FigureOf::Sheet, &self.totals));
        all
    }
}
