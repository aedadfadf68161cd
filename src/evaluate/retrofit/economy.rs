//! What measures cost and bring.

use super::money::Money;
use super::results::{MeasureFigures, PlanFigures};
use super::subject::{Subject, saving};
use super::years::{YearByYear, YearInputs};
use crate::catalog::RETROFIT_USUAL;
use crate::evaluate::cells::Cells;
use crate::evaluate::problem::Problem;
use crate::ledger::{Column, RetrofitEntry, RetrofitMeasureColumn, Row};
use crate::metric::{Citation, Figure, PartialMetric};
use crate::quantity::{Quantity, Unit};
use crate::retrofit::{
    AnnualBenefit, AvoidedEmissions, CostOfSaving, CostsAndSaving, Discounted, DiscountedForever,
    DynamicPayback, EnergyOfWater, InternalRateOfReturn, MarginalPrice, NetCostOfSaving, NetPayback,
    NetPresentValue, NetUnitCost, OwnInvestment, OwnPart, SavedWater, Subsidised, Undiscounted, UnitCost,
};
use crate::water;

/// What holds for all measures of a plan.
#[derive(Clone)]
pub(super) struct Common {
    /// What a m³ costs.
    pub price: Option<Figure>,
    rate: Option<Figure>,
    years: Option<Figure>,
    /// What differs from year to year.
    by_year: YearByYear,
    /// The energy of a m³, and the emissions of a kWh.
    energy: [Option<Figure>; 2],
    /// Whether something of it cannot be read.
    lacks: bool,
}

/// What one measure costs and brings.
#[derive(Clone)]
pub(super) struct Terms {
    investment: Option<Figure>,
    subsidy: Option<Figure>,
    running: Option<Figure>,
    benefit: Option<Figure>,
    life: Option<Figure>,
    months: Option<Figure>,
    lacks: bool,
}

impl Common {
    pub(super) fn read(sheet: &Row, problems: &mut Vec<Problem>) -> Common {
        let by_year = YearByYear::read(sheet, problems);
        let mut entries = Cells::of_sheet(sheet, String::new(), problems);
        // What was typed and cannot be read is not taken for what is usual.
        let mut typed_or = |entry: RetrofitEntry, usual: &str, unit: Unit| match entries.number(entry) {
            None if !entries.is_unreadable(entry) => {
                RETROFIT_USUAL.at(usual, "value").map(|usual| usual.figure_in(unit))
            }
            typed => typed,
        };
        let rate = typed_or(RetrofitEntry::Rate, "discount_rate", Unit::Percent);
        let years = typed_or(RetrofitEntry::Years, "years", Unit::Year);
        let price = entries.number(RetrofitEntry::Price);
        let lacks = entries.is_unreadable(RetrofitEntry::Price);
        let energy = [RetrofitEntry::Energy, RetrofitEntry::Emission].map(|entry| entries.number(entry));
        Common { price, rate, years, by_year, energy, lacks }
    }

    /// What water saved no longer causes of emissions.
    fn emissions(&self, saving: &Figure) -> Option<Figure> {
        let [energy_kwh_m3, factor_kg_kwh] = self.energy.clone();
        let saving_m3 = saving.clone();
        let of = EnergyOfWater { saving_m3, energy_kwh_m3: energy_kwh_m3?, factor_kg_kwh: factor_kg_kwh? };
        Figure::computed(&AvoidedEmissions, of).ok()
    }

    /// Where no price was typed, what a m³ costs that is taken less, by the sheet that the plan is about; on average where that is not
    /// known.
    pub(super) fn between(&self, before: &dyn Subject, after: &dyn Subject) -> Common {
        let own = || marginal_price(before, after).or_else(|| before.price());
        let price = self.price.clone().or_else(|| if self.lacks { None } else { own() });
        Common { price, ..self.clone() }
    }
}

fn marginal_price(before: &dyn Subject, after: &dyn Subject) -> Option<Figure> {
    let saving_m3 = saving(before, after, false)?;
    let costs = CostsAndSaving { before: before.cost()?, after: after.cost()?, saving_m3 };
    Figure::computed(&MarginalPrice, costs).ok()
}

impl Terms {
    /// `lacks` tells whether something else of the row cannot be read.
    pub(super) fn read(cells: &mut Cells<'_>, lacks: bool) -> Terms {
        use RetrofitMeasureColumn as At;
        let mut number = |column: At| cells.number(column);
        let (investment, subsidy) = (number(At::Investment), number(At::Subsidy));
        let (running, benefit, life) = (number(At::Running), number(At::Benefit), number(At::Life));
        let months = number(At::Months);
        let typed = [At::Investment, At::Subsidy, At::Running, At::Benefit, At::Life, At::Months];
        let lacks = lacks || typed.into_iter().any(|column| cells.is_unreadable(column));
        Terms { investment, subsidy, running, benefit, life, months, lacks }
    }

    /// What the user pays of its investment.
    pub(super) fn own(&self) -> Option<Figure> {
        let own = own_investment(self.investment.clone()?, self.subsidy.clone())?;
        Some(own.incomplete_if(self.lacks))
    }

    /// How many months it takes; none where nothing was typed.
    pub(super) fn months(&self) -> f64 {
        self.months.as_ref().map_or(0.0, Figure::value)
    }

    /// What it costs to run; nothing where nothing was typed.
    fn running_cost(&self) -> Figure {
        let name = RetrofitMeasureColumn::Running.spec().heading.words();
        let none = || Figure::reference(Quantity::new(0.0, Unit::Yuan), name, Citation::BY_DEFINITION);
        self.running.clone().unwrap_or_else(none)
    }
}

/// What a saving is worth by the year; incomplete where no price is known.
fn annual_benefit(saving: &Figure, terms: &Terms, common: &Common) -> Option<Figure> {
    let saved = SavedWater {
        saving_m3: Some(saving.clone()),
        price: common.price.clone(),
        other_benefit: terms.benefit.clone(),
        annual_cost: terms.running.clone(),
    };
    let figure = PartialMetric::of(&AnnualBenefit, saved).value()?;
    Some(figure.incomplete_if(terms.lacks || common.lacks || common.price.is_none()))
}

/// Benefit, payback, net present value and cost of a m³, as far as what they rest on is known.
pub(super) fn of_investment(
    of: &mut MeasureFigures,
    saving: Option<&Figure>,
    terms: &Terms,
    common: &Common,
) {
    of.benefit = saving.and_then(|saving| annual_benefit(saving, terms, common));
    let economy = economy(saving, terms, of.benefit.clone(), common);
    (of.payback, of.value) = (economy.payback, economy.value);
    (of.unit_cost, of.net_cost) = (economy.unit_cost, economy.net_cost);
    of.investment = terms.investment.clone();
}

/// The figures of an investment.
#[derive(Default)]
struct Economy {
    payback: Option<Figure>,
    discounted: Option<Figure>,
    value: Option<Figure>,
    rate: Option<Figure>,
    unit_cost: Option<Figure>,
    net_cost: Option<Figure>,
    money: Option<Money>,
}

fn economy(saving: Option<&Figure>, terms: &Terms, benefit: Option<Figure>, common: &Common) -> Economy {
    let mut economy = Economy::default();
    let Some(investment) = terms.investment.clone() else { return economy };
    let (rate, years) = (common.rate.clone(), terms.life.clone().or_else(|| common.years.clone()));
    if let (Some(saving), Some(rate), Some(years)) = (saving, &rate, &years) {
        let cost = CostOfSaving {
            investment: investment.clone(),
            annual_cost: terms.running_cost(),
            rate: rate.clone(),
            years: years.clone(),
            saving_m3: saving.clone(),
        };
        let figure = Figure::computed(&UnitCost, cost).ok();
        economy.unit_cost = figure.map(|figure| figure.incomplete_if(terms.lacks));
    }
    let Some(annual_benefit) = benefit else { return economy };
    let paid = Subsidised {
        investment: Some(investment.clone()),
        incentive: terms.subsidy.clone(),
        one_time_saving: None,
        annual_benefit: Some(annual_benefit.clone()),
    };
    economy.payback = PartialMetric::of(&NetPayback, paid).value();
    // What others pay is no investment of one's own.
    let Some(own) = own_investment(investment, terms.subsidy.clone()) else { return economy };
    if let Some(rate) = rate {
        let forever = DiscountedForever {
            investment: own.clone(),
            annual_benefit: annual_benefit.clone(),
            rate: rate.clone(),
        };
        economy.discounted = Figure::computed(&DynamicPayback, forever).ok();
        if let (Some(years), Some(saving)) = (&years, saving) {
            let cost = NetCostOfSaving {
                investment: own.clone(),
                annual_benefit: annual_benefit.clone(),
                rate: rate.clone(),
                years: years.clone(),
                saving_m3: saving.clone(),
            };
            economy.net_cost = Figure::computed(&NetUnitCost, cost).ok();
            economy.money = Some(Money {
                own: own.clone(),
                benefit: annual_benefit.clone(),
                rate: rate.clone(),
                years: years.clone(),
                inputs: YearInputs {
                    saving: saving.clone(),
                    price: common.price.clone(),
                    other: terms.benefit.clone(),
                    running: terms.running.clone(),
                },
                by_year: common.by_year.clone(),
            });
        }
        if let Some(years) = &years {
            let flow = Discounted {
                investment: own.clone(),
                annual_benefit: annual_benefit.clone(),
                rate,
                years: years.clone(),
            };
            economy.value = Figure::computed(&NetPresentValue, flow).ok();
        }
    }
    if let Some(years) = years {
        let flow = Undiscounted { investment: own, annual_benefit, years };
        economy.rate = Figure::computed(&InternalRateOfReturn, flow).ok();
    }
    economy
}

fn own_investment(investment: Figure, subsidy: Option<Figure>) -> Option<Figure> {
    let Some(subsidy) = subsidy else { return Some(investment) };
    let parts = OwnPart { investment, incentive: subsidy };
    Figure::computed(&OwnInvestment, parts).ok()
}

/// A plan: its saving, all its money together, over the years of the plan.
pub(super) fn plan_figures(
    saving: Option<Figure>,
    consumption_saving: Option<Figure>,
    measures: &[&Terms],
    common: &Common,
) -> PlanFigures {
    let sum = |of: fn(&Terms) -> &Option<Figure>| {
        water::total(measures.iter().filter_map(|terms| of(terms).clone()))
    };
    let lacks = measures.iter().any(|terms| terms.lacks || terms.investment.is_none());
    let together = Terms {
        investment: sum(|terms| &terms.investment).map(|figure| figure.incomplete_if(lacks)),
        subsidy: sum(|terms| &terms.subsidy),
        running: sum(|terms| &terms.running),
        benefit: sum(|terms| &terms.benefit),
        life: None,
        months: None,
        lacks: measures.iter().any(|terms| terms.lacks),
    };
    let benefit = saving.as_ref().and_then(|saving| annual_benefit(saving, &together, common));
    let mut economy = economy(saving.as_ref(), &together, benefit.clone(), common);
    if let Some(money) = economy.money.as_ref().filter(|money| !money.by_year.is_level()) {
        (economy.value, economy.rate) = (money.value(), money.rate_of_return());
        // Their formulas are of level years.
        (economy.payback, economy.discounted) = (money.payback(false), money.payback(true));
    }
    let lacks = common.by_year.lacks;
    let told = |figure: Option<Figure>| figure.map(|figure| figure.incomplete_if(lacks));
    PlanFigures {
        emissions: saving.as_ref().and_then(|saving| common.emissions(saving)),
        saving,
        consumption_saving,
        investment: together.investment,
        benefit,
        payback: told(economy.payback),
        discounted: told(economy.discounted),
        value: told(economy.value),
        rate: told(economy.rate),
        unit_cost: economy.unit_cost,
        money: economy.money,
    }
}
