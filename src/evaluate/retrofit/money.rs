//! What a plan's money comes to over the years, and otherwise: with interest and without, at other rates, with other inputs.

use crate::ledger::{Column, RetrofitEntry, RetrofitMeasureColumn};
use crate::metric::{Citation, Figure, PartialMetric};
use crate::quantity::{Quantity, Unit};
use crate::retrofit::{AnnualBenefit, Discounted, NetPresentValue, SavedWater};
use crate::text::{Key, Words};

type Saved = SavedWater<Option<Figure>>;

/// What a plan's net present value rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Money {
    /// What the user pays of the investment.
    pub own: Figure,
    /// What it brings in a year.
    pub benefit: Figure,
    /// The rate of discount.
    pub rate: Figure,
    /// The years looked at.
    pub years: Figure,
    /// The water saved in a year.
    pub saving: Figure,
    /// What a m³ costs.
    pub price: Option<Figure>,
    /// What is saved beside the water in a year.
    pub other: Option<Figure>,
    /// What the measures cost to run in a year.
    pub running: Option<Figure>,
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
        let whole = self.years.value().floor();
        let years = (1..).map(f64::from).take_while(|year| *year <= whole.min(100.0));
        let begin = self.value_of(
            self.own.clone(),
            fixed(0.0, self.own.quantity().unit),
            rate.clone(),
            fixed(1.0, Unit::Year),
        );
        let after = years.filter_map(|year| {
            self.value_of(self.own.clone(), self.benefit.clone(), rate.clone(), fixed(year, Unit::Year))
        });
        begin.into_iter().chain(after).collect()
    }

    /// The net present value at another rate of discount, in %.
    pub fn value_at(&self, rate: f64) -> Option<Figure> {
        let rate = fixed(rate, Unit::Percent);
        self.value_of(self.own.clone(), self.benefit.clone(), rate, self.years.clone())
    }

    /// The net present value with each input lower and higher, the widest first.
    pub fn swings(&self) -> Vec<Swing> {
        let moved = |figure: &Figure, by: f64| fixed(figure.value() * (1.0 + by), figure.quantity().unit);
        let value = |own: Figure, benefit: Figure, years: Figure| {
            self.value_of(own, benefit, self.rate.clone(), years).map(|value| value.quantity())
        };
        let with_part = |by: f64, part: fn(&mut Saved) -> &mut Option<Figure>| {
            let mut saved = SavedWater {
                saving_m3: Some(self.saving.clone()),
                price: self.price.clone(),
                other_benefit: self.other.clone(),
                annual_cost: self.running.clone(),
            };
            let own = part(&mut saved);
            *own = Some(moved(own.as_ref()?, by));
            let benefit = PartialMetric::of(&AnnualBenefit, saved).value()?;
            value(self.own.clone(), benefit, self.years.clone())
        };
        let swing = |input: Key, of: &dyn Fn(f64) -> Option<Quantity>| {
            let (lower, higher) = (of(-SWING)?, of(SWING)?);
            (lower != higher).then_some(Swing { input, lower, higher })
        };
        let mut swings: Vec<Swing> = [
            swing(RetrofitMeasureColumn::Investment.spec().heading, &|by| {
                value(moved(&self.own, by), self.benefit.clone(), self.years.clone())
            }),
            swing(Key::ColumnSavingInPlan, &|by| with_part(by, |saved| &mut saved.saving_m3)),
            swing(RetrofitEntry::Price.spec().heading, &|by| with_part(by, |saved| &mut saved.price)),
            swing(RetrofitMeasureColumn::Running.spec().heading, &|by| {
                with_part(by, |saved| &mut saved.annual_cost)
            }),
            swing(RetrofitMeasureColumn::Benefit.spec().heading, &|by| {
                with_part(by, |saved| &mut saved.other_benefit)
            }),
            swing(RetrofitEntry::Years.spec().heading, &|by| {
                value(self.own.clone(), self.benefit.clone(), moved(&self.years, by))
            }),
        ]
        .into_iter()
        .flatten()
        .collect();
        let width = |swing: &Swing| (swing.higher.value - swing.lower.value).abs();
        swings.sort_by(|one, other| width(other).total_cmp(&width(one)));
        swings
    }

    fn value_of(
        &self,
        investment: Figure,
        annual_benefit: Figure,
        rate: Figure,
        years: Figure,
    ) -> Option<Figure> {
        let inputs = Discounted { investment, annual_benefit, rate, years };
        Figure::computed(&NetPresentValue, inputs).ok()
    }
}

/// A number that is given by how it is looked at.
fn fixed(value: f64, unit: Unit) -> Figure {
    const GIVEN: Words = Words::new("取定", "as given");
    Figure::reference(Quantity::new(value, unit), GIVEN, Citation::BY_DEFINITION)
}
