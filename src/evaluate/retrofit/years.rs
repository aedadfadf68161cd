//! What differs from year to year after the measures: how much of the saving is reached, what the water costs, what comes once.

use crate::evaluate::cells::{Cells, filled, label};
use crate::evaluate::problem::{Problem, ProblemKind};
use crate::ledger::{RETROFIT_YEARS, RetrofitEntry, RetrofitYearColumn, Row};
use crate::metric::{Citation, Figure, PartialMetric};
use crate::numeric::in_order;
use crate::quantity::{Quantity, Unit};
use crate::retrofit::{
    FlowOfYear, FlowsAndRate, FlowsIrr, FlowsNpv, NetFlow, PriceOfYear, ProjectYear, ReachedSaving,
    RisingPrice, SavingOfYear, YearlyFlows,
};
use crate::text::Words;

/// So many years are looked at one by one at most.
pub(super) const MOST_YEARS: f64 = 100.0;

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
        YearByYear { growth, typed: in_order(typed, |one, other| one.year.cmp(&other.year)), lacks }
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
        let invested = ProjectYear { investment: Some(own.clone()), ..self.of_year(0, inputs) };
        let begin = ProjectYear { saving_m3: None, other_benefit: None, annual_cost: None, ..invested };
        let later = (1..=years.min(MOST_YEARS) as u32).map(|year| (year, self.of_year(year, inputs)));
        let flow = |(year, inputs): (u32, ProjectYear<Option<Figure>>)| {
            Some(ProjectFlow { year, net: PartialMetric::of(&NetFlow, inputs).value()? })
        };
        let lacks = |flow: ProjectFlow| match flow.year {
            0 => flow,
            _ => ProjectFlow { net: flow.net.incomplete_if(self.lacks || inputs.price.is_none()), ..flow },
        };
        [(0, begin)].into_iter().chain(later).filter_map(flow).map(lacks).collect()
    }

    /// What a year brings before it costs anything.
    pub(super) fn benefit(&self, year: u32, inputs: &YearInputs) -> Option<Figure> {
        let gross = ProjectYear { annual_cost: None, once: None, ..self.of_year(year, inputs) };
        let benefit = PartialMetric::of(&NetFlow, gross).value()?;
        Some(benefit.incomplete_if(self.lacks || inputs.price.is_none()))
    }

    /// What a year saves.
    pub(super) fn saving(&self, year: u32, inputs: &YearInputs) -> Option<Figure> {
        let Some(reached) = self.reached(year) else { return Some(inputs.saving.clone()) };
        let reached = ReachedSaving { saving: inputs.saving.clone(), reached_pct: reached.clone() };
        Figure::computed(&SavingOfYear, reached).ok()
    }

    /// What a m³ costs in a year.
    pub(super) fn price(&self, year: u32, inputs: &YearInputs) -> Option<Figure> {
        let (price, Some(growth)) = (inputs.price.clone()?, &self.growth) else {
            return inputs.price.clone();
        };
        let rising = RisingPrice { price, growth_pct: growth.clone(), year: years_on(year) };
        Figure::computed(&PriceOfYear, rising).ok()
    }

    fn reached(&self, year: u32) -> Option<&Figure> {
        self.lasting(year, |typed| typed.reached.as_ref())
    }

    fn of_year(&self, year: u32, inputs: &YearInputs) -> ProjectYear<Option<Figure>> {
        ProjectYear {
            saving_m3: Some(inputs.saving.clone()),
            reached_pct: self.reached(year).cloned(),
            price: inputs.price.clone(),
            growth_pct: self.growth.clone(),
            year: Some(years_on(year)),
            other_benefit: inputs.other.clone(),
            annual_cost: inputs.running.clone(),
            once: self.typed.iter().find(|typed| typed.year == year).and_then(|typed| typed.once.clone()),
            investment: None,
        }
    }
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
