//! Laws of measures on the same water, of what an investment is worth, of contracts, of plans that are split, of a reservoir's months.

use proptest::prelude::*;
use water_ledger::metric::Metric;
use water_ledger::region::{ReservoirMonth, StorageAfterMonth, in_steps};
use water_ledger::retrofit::{
    CombinedSavingRate, Discounted, DiscountedForever, DynamicPayback, InvestmentAndBenefit, NetPresentValue,
    SavingRates, SharedCompany, SharedCompanyNpv, SharedUser, SharedUserNpv, SimplePayback,
};

fn combined(rates: &[f64]) -> f64 {
    CombinedSavingRate::formula(&SavingRates { rates_pct: rates.to_vec() })
}

fn npv(investment: f64, annual_benefit: f64, rate: f64, years: f64) -> f64 {
    NetPresentValue::formula(&Discounted { investment, annual_benefit, rate, years })
}

proptest! {
    #[test]
    fn measures_on_the_same_water_save_no_more_than_there_is_in_any_order(
        rates in prop::collection::vec(0.0..=100.0f64, 1..8),
        more in 0.0..=100.0f64,
    ) {
        let together = combined(&rates);
        let greatest = rates.iter().copied().fold(0.0, f64::max);
        prop_assert!(together <= 100.0 && together >= greatest - 1e-9);
        prop_assert!(together <= rates.iter().sum::<f64>() + 1e-9);
        let backwards: Vec<f64> = rates.iter().rev().copied().collect();
        prop_assert!((combined(&backwards) - together).abs() < 1e-9);
        let longer: Vec<f64> = rates.iter().copied().chain([more]).collect();
        prop_assert!(combined(&longer) >= together - 1e-9);
    }

    #[test]
    fn interest_makes_the_way_back_longer_and_the_last_year_pays_the_rest(
        investment in 1.0..1e6f64,
        part in 0.03..2.0f64,
        rate in 0.0..0.5f64,
    ) {
        let benefit = investment * part;
        prop_assume!(rate < 0.99 * part);
        let discounted = DynamicPayback::formula(&DiscountedForever { investment, annual_benefit: benefit, rate });
        let simple = SimplePayback::formula(&InvestmentAndBenefit { investment, annual_benefit: benefit });
        prop_assert!(discounted >= simple * (1.0 - 1e-9), "{discounted} {simple}");
        // By whole years: not yet paid before, paid after.
        let (before, after) = (discounted.floor(), discounted.ceil());
        let rounding = 1e-6 * investment;
        if rate > 1e-6 {
            prop_assert!(before == 0.0 || npv(investment, benefit, rate, before) <= rounding);
            prop_assert!(npv(investment, benefit, rate, after.max(1.0)) >= -rounding);
        }
    }

    #[test]
    fn what_company_and_user_get_is_what_the_project_is_worth(
        investment in 0.0..1e6f64,
        annual_benefit in 0.0..1e6f64,
        company_share_pct in 0.0..=100.0f64,
        years in 1.0..30.0f64,
        rate in 0.0..0.3f64,
    ) {
        let company = SharedCompanyNpv::formula(&SharedCompany {
            investment, annual_benefit, company_share_pct, years, annual_cost: 0.0, rate,
        });
        let user = SharedUserNpv::formula(&SharedUser { annual_benefit, company_share_pct, years, rate });
        let project = npv(investment, annual_benefit, rate, years);
        prop_assert!((company + user - project).abs() <= 1e-9 * (investment + annual_benefit * years + 1.0));
    }

    #[test]
    fn a_split_adds_up_and_nobody_is_a_step_away_from_his_share(
        weights in prop::collection::vec(0.0..100.0f64, 1..20),
        steps in 0u32..100_000,
        step in prop::sample::select(vec![0.01, 1.0, 10.0, 2.5]),
    ) {
        let all: f64 = weights.iter().sum();
        prop_assume!(all > 0.0);
        let whole = f64::from(steps) * step;
        let shares: Vec<f64> = weights.iter().map(|weight| whole * weight / all).collect();
        let split = in_steps(&shares, whole, step);
        prop_assert!((split.iter().sum::<f64>() - whole).abs() <= 1e-9 * whole.max(1.0));
        for (part, share) in split.iter().zip(&shares) {
            prop_assert!(*part >= 0.0 && (part - share).abs() <= step * (1.0 + 1e-6), "{part} {share}");
            prop_assert!((part / step - (part / step).round()).abs() < 1e-6);
        }
    }

    #[test]
    fn a_reservoir_is_never_over_full_and_supplies_nothing_below_its_dead_storage(
        capacity in 1.0..100.0f64,
        dead in 0.0..=1.0f64,
        start in 0.0..=1.0f64,
        inflow in 0.0..200.0f64,
        supply in 0.0..200.0f64,
    ) {
        let month = |order| {
            let (dead, start) = (dead * capacity, start * capacity);
            StorageAfterMonth::formula(&ReservoirMonth { capacity, dead, start, inflow, supply, order })
        };
        let least = (dead * capacity).min(start * capacity + inflow);
        let (supply_first, fill_first) = (month(0.0), month(1.0));
        for end in [supply_first, fill_first] {
            prop_assert!(end <= capacity && end >= least.min(capacity) - 1e-9, "{end}");
        }
        // Who supplies first has room for more.
        prop_assert!(supply_first >= fill_first - 1e-9);
    }
}
