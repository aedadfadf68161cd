//! What a plan's money comes to over the years, and otherwise: with interest and without, at other rates, with other inputs.

use super::years::{MOST_YEARS, ProjectFlow, YearByYear, YearInputs, rate_of_return, worth};
use crate::ledger::{Column, RetrofitEntry, RetrofitMeasureColumn};
use crate::metric::{Citation, Figure, PartialMetric};
use crate::numeric::in_order;
use crate::quantity::{Quantity, Unit};
use crate::retrofit::{
    AnnualBenefit, Discounted, DiscountedFlow, FlowsPayback, LaterFlow, NetPresentValue, SavedWater,
    YearInHand, YearsInHand,
};
use crate::text::{Key, Words};

/// What a plan's net present value rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Money {
    /// What the user pays of the investment.
    pub own: Figure,
    /// What it brings in a year, where every year is like the first.
    pub benefit: Figure,
    /// The rate of discount.
    pub rate: Figure,
    /// The years looked at.
    pub years: Figure,
    /// What a year rests on.
    pub inputs: YearInputs,
    /// What differs from year to year.
    pub by_year: YearByYear,
}

/// A net present value with one of its inputs a fifth lower and higher.
#[derive(Clone, Debug, PartialEq)]
pub struct Swing {
    /// The input.
    pub input: Key,
    /// The value with it lower.
    pub lower: Quantity,
    /// The value with it higher.
    pub higher: Quantity,
}

/// How far inputs are moved, as Chinese feasibility studies do.
pub const SWING: f64 = 0.2;

/// Rates of discount that stand beside the plan's own, in %.
pub const RATES_BESIDE: [f64; 3] = [6.0, 8.0, 10.0];

impl Money {
    /// What is in hand after each year, the investment in the year nought.
    pub fn in_hand(&self, with_interest: bool) -> Vec<Figure> {
        let rate = if with_interest { self.rate.clone() } else { fixed(0.0, Unit::Percent) };
        if !self.by_year.is_level() {
            let flows = self.net_flows(&self.own, &self.inputs, &self.years);
            return (1..=flows.len()).filter_map(|years| worth(&flows[..years], &rate)).collect();
        }
        let of_years = |benefit: &Figure, years: f64| {
            present_value(self.own.clone(), benefit.clone(), rate.clone(), fixed(years, Unit::Year))
        };
        let whole = self.years.value().floor();
        let years = (1..).map(f64::from).take_while(|year| *year <= whole.min(MOST_YEARS));
        let begin = of_years(&fixed(0.0, self.own.quantity().unit), 1.0);
        begin.into_iter().chain(years.filter_map(|years| of_years(&self.benefit, years))).collect()
    }

    /// The years of the project, from the investment on.
    pub fn flows(&self) -> Vec<ProjectFlow> {
        self.by_year.project(&self.own, &self.inputs, self.years.value())
    }

    /// The net present value.
    pub fn value(&self) -> Option<Figure> {
        self.value_of(self.own.clone(), &self.inputs, self.rate.clone(), self.years.clone())
    }

    /// The rate of return of flows that differ from year to year.
    pub fn rate_of_return(&self) -> Option<Figure> {
        rate_of_return(&self.net_flows(&self.own, &self.inputs, &self.years))
    }

    /// Years until flows that differ from year to year have paid for the investment, with interest or without; none where a year brings
    /// nothing, or too little comes back.
    pub fn payback(&self, with_interest: bool) -> Option<Figure> {
        let flows = self.net_flows(&self.own, &self.inputs, &self.years);
        let today = |(year, flow): (usize, Figure)| {
            let (rate, year) = (self.rate.clone(), fixed(year as f64, Unit::Year));
            if with_interest {
                Figure::computed(&DiscountedFlow, LaterFlow { flow, rate, year }).ok()
            } else {
                Some(flow)
            }
        };
        let later: Vec<Figure> = flows.into_iter().enumerate().skip(1).map(today).collect::<Option<_>>()?;
        let years = self.in_hand(with_interest).into_iter().zip(later);
        let years = years.map(|(before, flow)| YearInHand { before, flow }).collect();
        Figure::computed(&FlowsPayback, YearsInHand { years }).ok()
    }

    /// What the first year brings before the measures cost anything to run.
    pub fn gross_benefit(&self) -> Option<Figure> {
        annual_benefit(&YearInputs { running: None, ..self.inputs.clone() })
    }

    /// The net present value at another rate of discount, in %.
    pub fn value_at(&self, rate: f64) -> Option<Figure> {
        self.value_of(self.own.clone(), &self.inputs, fixed(rate, Unit::Percent), self.years.clone())
    }

    /// The net present value with each input lower and higher, the widest first.
    pub fn swings(&self) -> Vec<Swing> {
        let moved = |figure: &Figure, by: f64| fixed(figure.value() * (1.0 + by), figure.quantity().unit);
        let value = |own: Figure, inputs: &YearInputs, years: Figure| {
            self.value_of(own, inputs, self.rate.clone(), years).map(|value| value.quantity())
        };
        let with_part = |by: f64, part: fn(&mut YearInputs) -> Option<&mut Figure>| {
            let mut inputs = self.inputs.clone();
            let own = part(&mut inputs)?;
            *own = moved(own, by);
            value(self.own.clone(), &inputs, self.years.clone())
        };
        let swing = |input: Key, of: &dyn Fn(f64) -> Option<Quantity>| {
            let (lower, higher) = (of(-SWING)?, of(SWING)?);
            (lower != higher).then_some(Swing { input, lower, higher })
        };
        let swings: Vec<Swing> = [
            swing(RetrofitMeasureColumn::Investment.spec().heading, &|by| {
                value(moved(&self.own, by), &self.inputs, self.years.clone())
            }),
            swing(Key::ColumnSavingInPlan, &|by| with_part(by, |inputs| Some(&mut inputs.saving))),
            swing(RetrofitEntry::Price.spec().heading, &|by| with_part(by, |inputs| inputs.price.as_mut())),
            swing(RetrofitMeasureColumn::Running.spec().heading, &|by| {
                with_part(by, |inputs| inputs.running.as_mut())
            }),
            swing(RetrofitMeasureColumn::Benefit.spec().heading, &|by| {
                with_part(by, |inputs| inputs.other.as_mut())
            }),
            swing(RetrofitEntry::Years.spec().heading, &|by| {
                value(self.own.clone(), &self.inputs, moved(&self.years, by))
            }),
        ]
        .into_iter()
        .flatten()
        .collect();
        let width = |swing: &Swing| (swing.higher.value - swing.lower.value).abs();
        in_order(swings, |one, other| width(other).total_cmp(&width(one)))
    }

    fn net_flows(&self, own: &Figure, inputs: &YearInputs, years: &Figure) -> Vec<Figure> {
        self.by_year.project(own, inputs, years.value()).into_iter().map(|flow| flow.net).collect()
    }

    fn value_of(&self, own: Figure, inputs: &YearInputs, rate: Figure, years: Figure) -> Option<Figure> {
        if !self.by_year.is_level() {
            return worth(&self.net_flows(&own, inputs, &years), &rate);
        }
        let benefit = if *inputs == self.inputs { self.benefit.clone() } else { annual_benefit(inputs)? };
        present_value(own, benefit, rate, years)
    }
}

/// What a year brings that is like the first.
fn annual_benefit(inputs: &YearInputs) -> Option<Figure> {
    let saved = SavedWater {
        saving_m3: Some(inputs.saving.clone()),
        price: inputs.price.clone(),
        other_benefit: inputs.other.clone(),
        annual_cost: inputs.running.clone(),
    };
    PartialMetric::of(&AnnualBenefit, saved).value()
}

fn present_value(investment: Figure, annual_benefit: Figure, rate: Figure, years: Figure) -> Option<Figure> {
    Figure::computed(&NetPresentValue, Discounted { investment, annual_benefit, rate, years }).ok()
}

/// A number that is given by how it is looked at.
fn fixed(value: f64, unit: Unit) -> Figure {
    const GIVEN: Words = Words::new("取定", "as given");
    Figure::reference(Quantity::new(value, unit), GIVEN, Citation::BY_DEFINITION)
}
