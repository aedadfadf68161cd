//! What differs from year to year after the measures: how much of the saving is reached, what the water costs, what comes once.

use crate::evaluate::cells::{Cells, filled, label};
use crate::evaluate::problem::{Problem, ProblemKind};
use crate::ledger::{RETROFIT_YEARS, RetrofitEntry, RetrofitYearColumn, Row};
use crate::metric::{Citation, Figure, PartialMetric};
use crate::quantity::{Quantity, Unit};
use crate::retrofit::{
    AnnualBenefit, FlowOfYear, FlowsAndRate, FlowsIrr, FlowsNpv, NetFlow, PriceOfYear, ProjectYear,
    ReachedSaving, RisingPrice, SavedWater, SavingOfYear, YearlyFlows,
};
use crate::text::Words;

/// So many years are looked at one by one at most.
const MOST_YEARS: f64 = 100.0;

/// What differs from year to year, as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct YearByYear {
    /// By how much the price of water rises in a year.
    pub growth: Option<Figure>,
    /// The years that were typed, in their order.
    typed: Vec<TypedYear>,
    /// Whether something of it cannot be read.
    pub lacks: bool,
}

#[derive(Clone, Debug, PartialEq)]
struct TypedYear {
    year: u32,
    reached: Option<Figure>,
    share: Option<Figure>,
    once: Option<Figure>,
}

/// What a year's money rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct YearInputs {
    /// The water saved in the first year.
    pub saving: Figure,
    /// What a m³ costs today.
    pub price: Option<Figure>,
    /// What is saved beside the water in a year.
    pub other: Option<Figure>,
    /// What the measures cost to run in a year.
    pub running: Option<Figure>,
}

/// A year of a project.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectFlow {
    /// Years from today.
    pub year: u32,
    /// The water saved in it.
    pub saving: Option<Figure>,
    /// What a m³ costs in it.
    pub price: Option<Figure>,
    /// What it brings before it costs anything.
    pub benefit: Option<Figure>,
    /// What is left of it.
    pub net: Figure,
}

impl YearByYear {
    /// Reads the years of a plan; two of one year, and a year that is no whole number, are said.
    pub(super) fn read(sheet: &Row, problems: &mut Vec<Problem>) -> YearByYear {
        use RetrofitYearColumn as At;
        let mut entries = Cells::of_sheet(sheet, String::new(), problems);
        let growth = entries.number(RetrofitEntry::Growth);
        let mut lacks = entries.is_unreadable(RetrofitEntry::Growth);
        let mut typed: Vec<TypedYear> = Vec::new();
        for (place, row) in filled(sheet.rows(&RETROFIT_YEARS)) {
            let mut cells = Cells::apart(RETROFIT_YEARS.at(&[sheet.id]), row, label("", place), problems);
            let year = cells.number(At::Year).map(|year| year.value());
            cells.ask(At::Year, ProblemKind::Blank);
            let (reached, share) = (cells.number(At::Reached), cells.number(At::Share));
            let once = cells.number(At::Once);
            lacks |= cells.lacks();
            let Some(year) = year else { continue };
            if year.fract() != 0.0 {
                cells.report(At::Year, ProblemKind::NoWholeYear);
                lacks = true;
            } else if typed.iter().any(|other| f64::from(other.year) == year) {
                cells.report(At::Year, ProblemKind::Repeated);
            } else {
                typed.push(TypedYear { year: year as u32, reached, share, once });
            }
        }
        typed.sort_by_key(|one| one.year);
        YearByYear { growth, typed, lacks }
    }

    /// Whether every year is like the first.
    pub fn is_level(&self) -> bool {
        self.growth.is_none() && self.typed.iter().all(|year| year.reached.is_none() && year.once.is_none())
    }

    /// The company's share of a year, where one was typed.
    pub(super) fn share(&self, year: u32) -> Option<&Figure> {
        self.lasting(year, |typed| typed.share.as_ref())
    }

    /// What was typed last up to a year.
    fn lasting(&self, year: u32, of: impl Fn(&TypedYear) -> Option<&Figure>) -> Option<&Figure> {
        self.typed.iter().take_while(|typed| typed.year <= year).filter_map(of).last()
    }

    /// The years of a project from the investment on; a last part of a year is left away.
    pub fn project(&self, own: &Figure, inputs: &YearInputs, years: f64) -> Vec<ProjectFlow> {
        let invested = ProjectYear { benefit: None, once: None, investment: Some(own.clone()) };
        let begin =
            net(invested).map(|net| ProjectFlow { year: 0, saving: None, price: None, benefit: None, net });
        let last = years.min(MOST_YEARS) as u32;
        begin.into_iter().chain((1..=last).filter_map(|year| self.project_year(year, inputs))).collect()
    }

    fn project_year(&self, year: u32, inputs: &YearInputs) -> Option<ProjectFlow> {
        let saving = match self.lasting(year, |typed| typed.reached.as_ref()) {
            Some(reached) => {
                let reached = ReachedSaving { saving: inputs.saving.clone(), reached_pct: reached.clone() };
                Figure::computed(&SavingOfYear, reached).ok()?
            }
            None => inputs.saving.clone(),
        };
        let price = match (&inputs.price, &self.growth) {
            (Some(price), Some(growth)) => {
                let year = years_on(year);
                let rising = RisingPrice { price: price.clone(), growth_pct: growth.clone(), year };
                Some(Figure::computed(&PriceOfYear, rising).ok()?)
            }
            (price, _) => price.clone(),
        };
        let benefit = |annual_cost: Option<Figure>| {
            let saved = SavedWater {
                saving_m3: Some(saving.clone()),
                price: price.clone(),
                other_benefit: inputs.other.clone(),
                annual_cost,
            };
            PartialMetric::of(&AnnualBenefit, saved).value()
        };
        let once = self.typed.iter().find(|typed| typed.year == year).and_then(|typed| typed.once.clone());
        let left = benefit(inputs.running.clone());
        let net = match once {
            Some(once) => net(ProjectYear { benefit: left, once: Some(once), investment: None })?,
            None => left?,
        };
        let lacks = self.lacks || inputs.price.is_none();
        Some(ProjectFlow {
            year,
            benefit: benefit(None).map(|benefit| benefit.incomplete_if(lacks)),
            net: net.incomplete_if(lacks),
            saving: Some(saving),
            price,
        })
    }
}

fn net(year: ProjectYear<Option<Figure>>) -> Option<Figure> {
    PartialMetric::of(&NetFlow, year).value()
}

/// What flows are worth today; the first of them is of the year 0.
pub(super) fn worth(flows: &[Figure], rate: &Figure) -> Option<Figure> {
    let flows = (0..).zip(flows).map(|(year, flow)| FlowOfYear { flow: flow.clone(), year: years_on(year) });
    Figure::computed(&FlowsNpv, FlowsAndRate { flows: flows.collect(), rate: rate.clone() }).ok()
}

/// The rate of return of flows, where there is one.
pub(super) fn rate_of_return(flows: &[Figure]) -> Option<Figure> {
    Figure::computed(&FlowsIrr, YearlyFlows { flows: flows.to_vec() }).ok()
}

fn years_on(year: u32) -> Figure {
    const NAME: Words = Words::new("距基准年的年数", "years from today");
    Figure::reference(Quantity::new(f64::from(year), Unit::Year), NAME, Citation::BY_DEFINITION)
}
