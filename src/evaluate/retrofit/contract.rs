//! 合同节水管理: what a company and the user of a plan's savings each pay and get, year by year.

use super::money::Money;
use super::years::{ProjectFlow, YearByYear, rate_of_return, worth};
use crate::evaluate::cells::Cells;
use crate::evaluate::problem::ProblemKind;
use crate::ledger::RetrofitEntry;
use crate::metric::{Citation, Figure, PartialMetric};
use crate::quantity::{Quantity, Unit, is_no_value};
use crate::retrofit::{
    BillAfter, BreakevenShare, CompanyFlow, CompanyYear, ContractMode, Guarantee, GuaranteeCompensation,
    SharedProject, UserFlow, UserYear, WaterStillTaken,
};
use crate::text::Words;

/// A contract as it was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ContractTerms {
    mode: ContractMode,
    term: Option<Figure>,
    share: Option<Figure>,
    fee: Option<Figure>,
    guaranteed: Option<Figure>,
    lacks: bool,
}

/// What a contract comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ContractFigures {
    /// Each year, from the investment on.
    pub years: Vec<ContractYear>,
    /// What it is worth to the company.
    pub company_value: Option<Figure>,
    /// The company's rate of return.
    pub company_rate: Option<Figure>,
    /// What it is worth to the user, the years after the contract included.
    pub user_value: Option<Figure>,
    /// The share at which the company gets back what it pays, where benefits are shared and every year is like the first.
    pub breakeven: Option<Figure>,
}

/// A year of a contract.
#[derive(Clone, Debug, PartialEq)]
pub struct ContractYear {
    /// Years from today.
    pub year: u32,
    /// What is left of the project.
    pub project: Figure,
    /// What of it is the company's.
    pub company: Figure,
    /// What of it is the user's.
    pub user: Figure,
    /// What the company owes for a guarantee that it missed.
    pub owed: Option<Figure>,
}

/// The terms that a kind of contract has beside how long it lasts.
pub fn contract_terms(mode: ContractMode) -> &'static [RetrofitEntry] {
    match mode {
        ContractMode::Shared => &[RetrofitEntry::Share],
        ContractMode::Guaranteed => &[RetrofitEntry::Fee, RetrofitEntry::Guaranteed],
        ContractMode::Entrusted | ContractMode::Leased => &[RetrofitEntry::Fee],
    }
}

impl ContractTerms {
    /// None where no contract is thought of. What its mode needs and was not typed is said at its entry.
    pub(super) fn read(entries: &mut Cells<'_>, years: Option<&YearByYear>) -> Option<ContractTerms> {
        use RetrofitEntry as At;
        let mode = entries.choice::<ContractMode>(At::Contract);
        let mut number = |entry: At| entries.number(entry);
        let (term, share) = (number(At::Term), number(At::Share));
        let (fee, guaranteed) = (number(At::Fee), number(At::Guaranteed));
        let mode = mode?;
        // A share may be typed year by year instead.
        let is_by_year = mode == ContractMode::Shared && years.is_some_and(|years| years.share(1).is_some());
        let needed = if is_by_year { &[] } else { contract_terms(mode) };
        let mut lacks = years.is_some_and(|years| years.lacks);
        for entry in needed {
            lacks |= is_no_value(entries.text(*entry));
            entries.ask(*entry, ProblemKind::Blank);
        }
        lacks |= [At::Term, At::Share, At::Fee, At::Guaranteed]
            .into_iter()
            .any(|entry| entries.is_unreadable(entry));
        Some(ContractTerms { mode, term, share, fee, guaranteed, lacks })
    }
}

/// The flows of both sides; together they are those of the project in every year.
pub(super) fn contract_figures(
    terms: &ContractTerms,
    money: &Money,
    taken: Option<&Figure>,
) -> ContractFigures {
    let flows = money.flows();
    let term = terms.term.as_ref().map_or(money.years.value(), Figure::value);
    let of_year = |flow: &ProjectFlow| contract_year(terms, money, taken, term, flow);
    let years: Vec<ContractYear> = flows.iter().filter_map(of_year).collect();
    if years.len() < flows.len() {
        return ContractFigures::default();
    }
    let flows = |of: fn(&ContractYear) -> &Figure| -> Vec<Figure> { years.iter().map(of).cloned().collect() };
    let (company, user) = (flows(|year| &year.company), flows(|year| &year.user));
    let breakeven = match terms.mode {
        ContractMode::Shared if money.by_year.is_level() => {
            let project = SharedProject {
                investment: Some(money.own.clone()),
                annual_benefit: years.get(1).and(money.gross_benefit()),
                years: Some(terms.term.clone().unwrap_or_else(|| money.years.clone())),
                annual_cost: money.inputs.running.clone(),
                rate: Some(money.rate.clone()),
            };
            let share = PartialMetric::of(&BreakevenShare, project).value();
            share.map(|share| share.incomplete_if(terms.lacks || money.inputs.price.is_none()))
        }
        _ => None,
    };
    ContractFigures {
        company_value: worth(&company, &money.rate),
        company_rate: rate_of_return(&company),
        user_value: worth(&user, &money.rate),
        breakeven,
        years,
    }
}

fn contract_year(
    terms: &ContractTerms,
    money: &Money,
    taken: Option<&Figure>,
    term: f64,
    flow: &ProjectFlow,
) -> Option<ContractYear> {
    let is_within = f64::from(flow.year) <= term;
    let mut company = CompanyYear {
        benefit: None,
        share_pct: None,
        fee: None,
        annual_cost: None,
        paid_for_user: None,
        investment: Some(if flow.year == 0 { money.own.clone() } else { nothing() }),
    };
    let mut owed = None;
    match terms.mode {
        // One fee for all, when the works are accepted.
        ContractMode::Guaranteed if flow.year == 0 => company.fee = terms.fee.clone(),
        _ if flow.year == 0 || !is_within => {}
        ContractMode::Shared => {
            company.benefit = money.by_year.benefit(flow.year, &money.inputs);
            company.share_pct = money.by_year.share(flow.year).or(terms.share.as_ref()).cloned();
            company.annual_cost = money.inputs.running.clone();
        }
        ContractMode::Guaranteed => {
            let guarantee = Guarantee {
                guaranteed_m3: terms.guaranteed.clone(),
                actual_m3: money.by_year.saving(flow.year, &money.inputs),
                price: money.by_year.price(flow.year, &money.inputs),
            };
            owed = PartialMetric::of(&GuaranteeCompensation, guarantee).value();
            company.paid_for_user = owed.clone();
        }
        ContractMode::Entrusted => {
            let still = WaterStillTaken {
                taken_m3: taken.cloned(),
                saving_m3: money.by_year.saving(flow.year, &money.inputs),
                price: money.by_year.price(flow.year, &money.inputs),
            };
            company.fee = terms.fee.clone();
            company.annual_cost = money.inputs.running.clone();
            company.paid_for_user = PartialMetric::of(&BillAfter, still).value();
        }
        ContractMode::Leased => company.fee = terms.fee.clone(),
    }
    let company = PartialMetric::of(&CompanyFlow, company).value()?.incomplete_if(terms.lacks);
    let project = flow.net.clone();
    let user =
        Figure::computed(&UserFlow, UserYear { project: project.clone(), company: company.clone() }).ok()?;
    Some(ContractYear { year: flow.year, project, company, user, owed })
}

/// What is invested after the first year.
fn nothing() -> Figure {
    const NAME: Words = Words::new("以后各年的投资", "investment of later years");
    Figure::reference(Quantity::new(0.0, Unit::Yuan), NAME, Citation::BY_DEFINITION)
}
