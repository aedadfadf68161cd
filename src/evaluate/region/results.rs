//! What regions come to.

use std::sync::Arc;

use crate::evaluate::problem::Problem;
use crate::evaluate::sheet_figures::{FigureOf, SheetFigure, figures_of, figures_of_rows};
use crate::ledger::{
    PLAN_PLACES, REGION_FACTS, REGION_TARGETS, REGION_YEARS, RESERVOIR_MONTHS, RESERVOIRS, Row, RowId,
};
use crate::metric::{Figure, Refusal, ResultSpec as Spec, Results, RowResults};
use crate::quantity::Unit;
use crate::region::{
    ControlTargetFigures, PlaceFigures, PlanPlace, RegionYearFigures, ReservoirFigures, SinceBase,
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
    /// Each year so far, in the order of its table.
    pub years: Vec<RegionYearFigures>,
    /// Each target.
    pub targets: Vec<ControlTargetFigures>,
    /// Total and intensity against the base year.
    pub since_base: Vec<SinceBase>,
    /// Indicators in the reader's own words.
    pub facts: Vec<RegionFact>,
    /// The plan.
    pub plan: Arc<PlanResults>,
    /// The reservoirs.
    pub reservoirs: Arc<ReservoirResults>,
    /// All reservoirs together.
    pub totals: RegionTotals,
    /// What is wrong or odd in years, targets and facts.
    pub problems: Vec<Problem>,
}

/// What a plan comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanResults {
    /// Each place, in the order of its table, blank rows left out.
    pub places: Vec<PlaceFigures>,
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
    /// What was refused of the split.
    pub(super) refusals: Vec<Refusal<u32>>,
}

/// A row of months as it was read; as long as that is the same, so are they.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadUse {
    pub(super) row: Arc<Row>,
    pub(super) months: [Option<Figure>; 12],
    pub(super) lacks: bool,
    /// What is wrong with its months.
    pub(super) problems: Vec<Problem>,
}

/// What reservoirs come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReservoirResults {
    /// Each reservoir, in the order of its table, blank rows left out.
    pub figures: Vec<ReservoirFigures>,
    /// What is wrong or odd.
    pub problems: Vec<Problem>,
}

/// An indicator in the reader's own words.
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
    /// Its value and how far it has risen since the year before.
    pub figures: RegionFactFigures,
    /// Its target, and whether it is kept to.
    pub target: Option<(Figure, Option<bool>)>,
}

/// What an indicator comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegionFactFigures {
    /// The mark of its row.
    pub key: u32,
    /// Its value.
    pub value: Option<Figure>,
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
    const RESULTS: &'static [Spec<Self>] =
        &[Spec::column("growth", Key::ColumnFactGrowth, Unit::Percent, |fact| fact.growth.as_ref())];
}

impl RowResults for RegionFactFigures {
    fn key(&self) -> u32 {
        self.key
    }
}

impl RegionResults {
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
        all.extend(figures_of_rows(RESERVOIRS.at(&[self.id]), &self.reservoirs.figures));
        for lake in &self.reservoirs.figures {
            all.extend(figures_of_rows(RESERVOIR_MONTHS.at(&[self.id, RowId(lake.key)]), &lake.months));
        }
        all.extend(figures_of(FigureOf::Sheet, &self.totals));
        all
    }
}
