//! Laws of plants: rates, cooling towers, prices, retrofits.

use proptest::prelude::*;
use serde_json::{Value, json};
use water_ledger::exchange::evaluate;
use water_ledger::industry::{
    CoolingBlowdown, CoolingBlowdownSaving, CoolingCycles, CoolingMakeup, CoolingMakeupDriftAdded,
    CoolingMakeupLimited, CoolingMakeupSaving, CoolingMaximumCycles, CyclesBeforeAndAfter,
    EvaporationAndCycles, EvaporationAndDrift, EvaporationDriftAndCycles, MakeupAndOutlets, Tier, TieredCost,
    TieredWater,
};
use water_ledger::metric::Metric;
use water_ledger::retrofit::{
    CostOfSaving, Discounted, InternalRateOfReturn, NetPresentValue, Undiscounted, UnitCost,
};
use water_ledger::text::Language;

/// Rates of two amounts, the first at most the second where one is a part of the other.
const SHARES: [(&str, &str, &str); 9] = [
    ("industry.leakage_rate", "leaked", "intake"),
    ("industry.metering_rate", "metered", "total"),
    ("industry.compliant_discharge_rate", "compliant", "discharged"),
    ("industry.meter_fitting_rate", "installed", "required"),
    ("industry.meter_working_rate", "working", "installed"),
    ("industry.fitting_leakage_rate", "leaking", "inspected"),
    ("industry.air_conditioning_makeup_rate", "makeup", "circulation"),
    ("industry.condensate_recovery_rate", "condensate_t", "steam_t"),
    ("industry.stripped_water_reuse_rate", "reused", "stripped"),
];

/// Rates of two amounts of any size.
const PARTS: [(&str, &str, &str); 6] = [
    ("industry.reuse_rate", "reused", "intake"),
    ("industry.process_reuse_rate", "reused", "makeup"),
    ("industry.indirect_cooling_rate", "circulating", "makeup"),
    ("industry.direct_cooling_rate", "circulating", "makeup"),
    ("industry.wastewater_reuse_rate", "reused", "discharged"),
    ("industry.nonconventional_rate", "nonconventional", "intake"),
];

/// Evaporation, drift, cycles of a tower.
type Tower = (f64, f64, f64);

fn tower() -> impl Strategy<Value = Tower> {
    (0.1..1e6f64, 0.0..1e4f64, 1.01..20.0f64)
}

fn tower_of((evaporation, drift, cycles): Tower) -> EvaporationDriftAndCycles<f64> {
    EvaporationDriftAndCycles { evaporation, drift, cycles }
}

proptest! {
    #[test]
    fn rates_lie_between_0_and_100_and_the_size_of_the_plant_does_not_matter(
        less in 0.001..1e6f64, more in 0.0..1e6f64, size in 0.001..1000.0f64,
    ) {
        for (metric, part, whole) in SHARES {
            let rate = |size: f64| number(metric, json!({ part: size * less, whole: size * (less + more) }));
            prop_assert!((0.0..=100.0 + 1e-9).contains(&rate(1.0)), "{metric}");
            prop_assert!(near(rate(size), rate(1.0)), "{metric}");
        }
        for (metric, part, rest) in PARTS {
            let rate = |size: f64| number(metric, json!({ part: size * less, rest: size * (more + 0.001) }));
            prop_assert!((0.0..100.0 + 1e-9).contains(&rate(1.0)), "{metric}");
            prop_assert!(near(rate(size), rate(1.0)), "{metric}");
        }
    }

    #[test]
    fn more_cycles_never_take_more_water(built in tower(), more in 0.0..10.0f64) {
        let tower = tower_of(built);
        let raised = EvaporationDriftAndCycles { cycles: tower.cycles + more, ..tower.clone() };
        let rounding = 1.0 + 1e-12;
        let plain = |x: &EvaporationDriftAndCycles<f64>| {
            CoolingMakeup::formula(&EvaporationAndCycles { evaporation: x.evaporation, cycles: x.cycles })
        };
        prop_assert!(plain(&raised) <= plain(&tower) * rounding);
        for makeup in [CoolingMakeupLimited::formula::<f64>, CoolingMakeupDriftAdded::formula::<f64>] {
            prop_assert!(makeup(&raised) <= makeup(&tower) * rounding);
        }
        prop_assert!(CoolingBlowdown::formula(&raised) <= CoolingBlowdown::formula(&tower));
        prop_assert!(CoolingBlowdown::formula(&raised) >= 0.0);
    }

    #[test]
    fn make_up_is_what_leaves_and_gives_the_cycles_back_unless_drift_limits_them(built in tower()) {
        let tower = tower_of(built);
        let makeup = CoolingMakeupLimited::formula(&tower);
        let blowdown = CoolingBlowdown::formula(&tower);
        prop_assert!(near(makeup, tower.evaporation + tower.drift + blowdown));
        if blowdown + tower.drift > 0.0 {
            let cycles = CoolingCycles::formula(&MakeupAndOutlets { makeup, blowdown, drift: tower.drift });
            let reached = match blowdown > 0.0 {
                true => tower.cycles,
                false => CoolingMaximumCycles::formula(&EvaporationAndDrift {
                    evaporation: tower.evaporation, drift: tower.drift,
                }),
            };
            prop_assert!((cycles - reached).abs() <= 1e-9 * reached, "{cycles} {reached}");
        }
    }

    #[test]
    fn savings_are_the_differences_of_make_up_and_blow_down(
        evaporation in 0.1..1e6f64, before in 1.01..20.0f64, after in 1.01..20.0f64,
    ) {
        let makeup = |cycles| CoolingMakeup::formula(&EvaporationAndCycles { evaporation, cycles });
        let out = |cycles| makeup(cycles) - evaporation;
        let both = CyclesBeforeAndAfter { cycles_before: before, cycles_after: after };
        let share = |was: f64, is: f64| 100.0 * (was - is) / was;
        prop_assert!((CoolingMakeupSaving::formula(&both) - share(makeup(before), makeup(after))).abs() < 1e-6);
        let expected = share(out(before), out(after));
        prop_assert!((CoolingBlowdownSaving::formula(&both) - expected).abs() < 1e-6 * (1.0 + expected.abs()));
    }

    #[test]
    fn tiers_of_one_price_are_one_price_and_dearer_tiers_are_never_cheaper(
        volume_m3 in 0.0..5000.0f64, more in 0.0..100.0f64, price in 0.1..20.0f64, first in 1.0..2.0f64, second in 0.0..2.0f64,
    ) {
        let cost = |volume_m3: f64, multipliers: [f64; 3]| {
            let ends = [Some(1000.0), Some(2000.0), None];
            let tiers = ends.into_iter().zip(multipliers).map(|(upto, multiplier)| Tier { upto, multiplier });
            TieredCost::formula(&TieredWater { volume_m3, price, tiers: tiers.collect() })
        };
        prop_assert!(near(cost(volume_m3, [1.0; 3]), price * volume_m3));
        let rising = [1.0, first, first + second];
        prop_assert!(cost(volume_m3, rising) >= price * volume_m3 * (1.0 - 1e-12));
        prop_assert!(cost(volume_m3 + more, rising) >= cost(volume_m3, rising) - 1e-9);
    }

    #[test]
    fn at_its_own_rate_of_return_an_investment_is_worth_nothing_more(
        investment in 1.0..1e9f64, share in 0.01..1.0f64, years in 1.0..50.0f64,
    ) {
        let annual_benefit = investment * share;
        let rate = InternalRateOfReturn::formula(&Undiscounted { investment, annual_benefit, years }) / 100.0;
        prop_assert!(rate.is_finite());
        let worth = |rate| NetPresentValue::formula(&Discounted { investment, annual_benefit, rate, years });
        if rate > 1e-4 {
            prop_assert!(worth(rate).abs() <= 1e-6 * investment, "{} {}", rate, worth(rate));
            prop_assert!(worth(rate * 0.9) > 0.0 && worth(rate * 1.1) < 0.0);
        }
    }

    #[test]
    fn a_small_rate_of_discount_is_close_to_none_on_both_sides_of_the_series(years in 1.0..60.0f64) {
        let cost = |rate| UnitCost::formula(&CostOfSaving { investment: 1e6, annual_cost: 0.0, rate, years, saving_m3: 1.0 });
        let (series, exact) = (cost(0.99e-7), cost(1.01e-7));
        prop_assert!((series / cost(0.0) - 1.0).abs() < 1e-5);
        prop_assert!((series / exact - 1.0).abs() < 1e-6);
    }
}

fn number(metric: &str, inputs: Value) -> f64 {
    let request = json!([{ "metric": metric, "inputs": inputs }]).to_string();
    let answer = evaluate(&request, Language::English).expect("an array").answers[0].clone();
    answer["value"].as_f64().unwrap_or_else(|| panic!("{answer}"))
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * b.abs().max(1e-9)
}
