//! 现金流量, flows of money that differ from year to year.

use super::sources;
use crate::metric::{Fault, Number, in_unit, inputs, metric, shared};
use crate::numeric::sign_changes;
use crate::quantity::Unit;
use crate::text::Key;

inputs! {
    /// Net flows, the first of them today, each of the others a year later.
    pub struct YearlyFlows {
        list flows "F" "各年净流量" "net flow of each year" = shared();
    }
}

inputs! {
    /// A net flow with its year.
    pub struct FlowOfYear {
        number flow "F" "净流量" "net flow" = shared();
        number year "t" "距基准年的年数" "years from today" = in_unit(Unit::Year).at_least(0.0).at_most(1000.0);
    }
}

metric! {
    /// 净现值（逐年）, what flows of several years are worth today.
    ///
    /// # Formula
    /// NPV = Σ (Fᵢ / (1 + r)^tᵢ)
    ///
    /// # Symbols
    /// - r, rate of discount as a fraction, 0.08 for 8 %. What is paid is below zero; today is the year 0.
    ///
    /// # Source
    /// Economics of water-saving retrofits; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{FlowOfYear, FlowsAndRate, FlowsNpv}};
    /// let year = |year, flow| FlowOfYear { flow, year };
    /// let flows = vec![year(0.0, -1000.0), year(1.0, 600.0), year(2.0, 605.0)];
    /// assert_eq!(round(FlowsNpv::formula(&FlowsAndRate { flows, rate: 0.1 }), 2), 45.45);
    /// ```
    FlowsNpv("retrofit.flows_npv", "净现值（逐年）", "Net present value of yearly flows")
    from FlowsAndRate {
        rows<FlowOfYear> flows "i" "各年净流量" "net flow of each year";
        number rate "r" "折现率" "rate of discount" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
    }
    gives "NPV" shared, 8 significant;
    source sources::ECONOMICS;
    formula |x, n| Number::sum(x.flows.iter().map(|each| each.flow / (n(1.0) + x.rate).pow(each.year)))
}

metric! {
    /// 内部收益率（逐年）, the rate of discount at which flows of several years are worth nothing today.
    ///
    /// # Formula
    /// IRR = 100·irr(F)
    ///
    /// # Symbols
    /// - irr(F), the rate r at which Σ Fₜ / (1 + r)^t is zero. There is one where payments come first and receipts after them, or the
    ///   other way round; where they change more than once several rates may do it, and none is told.
    ///
    /// # Source
    /// Economics of water-saving retrofits; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{FlowsIrr, YearlyFlows}};
    /// assert_eq!(round(FlowsIrr::formula(&YearlyFlows { flows: vec![-1000.0, 600.0, 605.0] }), 3), 13.367);
    /// ```
    FlowsIrr("retrofit.flows_irr", "内部收益率（逐年）", "Internal rate of return of yearly flows")
    from YearlyFlows;
    gives "IRR" in Percent, 2 decimals;
    source sources::ECONOMICS;
    check |x| match sign_changes(&x.flows) {
        1 => Ok(()),
        _ => Err(Fault::rule("flows", "no_single_return", Key::FaultNoSingleReturn)),
    };
    formula |x, n| n(100.0) * N::return_rate(x.flows.clone())
}

metric! {
    /// 某年节水量, what is saved in a year of all that the measures save when they are new.
    ///
    /// # Formula
    /// S1 = S·f / 100
    ///
    /// # Symbols
    /// - f, above 100 % where a year saves more. Habits and repaired leaks wear off, fixtures do not.
    ///
    /// # Source
    /// Economics of water-saving retrofits; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, retrofit::{ReachedSaving, SavingOfYear}};
    /// assert_eq!(SavingOfYear::formula(&ReachedSaving { saving: 20_000.0, reached_pct: 80.0 }), 16_000.0);
    /// ```
    SavingOfYear("retrofit.saving_of_year", "某年节水量", "Saving of a year")
    from ReachedSaving {
        number saving "S" "年节水量" "water saved by the year" = shared();
        number reached_pct "f" "该年达到的比例" "share reached in the year" = in_unit(Unit::Percent).at_least(0.0).at_most(1000.0);
    }
    gives "S1" shared, 6 significant;
    source sources::ECONOMICS;
    formula |x, n| x.saving * x.reached_pct / n(100.0)
}

metric! {
    /// 某年水价, a price that rises by the same share every year.
    ///
    /// # Formula
    /// p1 = p·(1 + g / 100)^t
    ///
    /// # Symbols
    /// - g, rise of a year; with it the rate of discount is the nominal one. t, years from today.
    ///
    /// # Source
    /// Economics of water-saving retrofits; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{PriceOfYear, RisingPrice}};
    /// assert_eq!(round(PriceOfYear::formula(&RisingPrice { price: 4.0, growth_pct: 3.0, year: 2.0 }), 6), 4.2436);
    /// ```
    PriceOfYear("retrofit.price_of_year", "某年水价", "Price of a year")
    from RisingPrice {
        number price "p" "现价" "price today" = shared().at_least(0.0);
        number growth_pct "g" "年涨幅" "rise of a year" = in_unit(Unit::Percent).at_least(-50.0).at_most(100.0);
        number year "t" "距基准年的年数" "years from today" = in_unit(Unit::Year).at_least(0.0).at_most(100.0);
    }
    gives "p1" shared, 6 significant;
    source sources::ECONOMICS;
    formula |x, n| x.price * (n(1.0) + x.growth_pct / n(100.0)).pow(x.year)
}

metric! {
    /// 年净流量, what comes in and goes out of a project in a year.
    ///
    /// # Formula
    /// N = S·f / 100·p·(1 + g / 100)^t + o − C + e − I
    ///
    /// # Symbols
    /// - S, saved in a year when the measures are new, and f, how much of it is reached; p, all that a m³ costs today, g, its rise of a year,
    ///   and t, years from today; e, what comes in once in that year, below zero what is paid once, such as a part that is replaced.
    ///
    /// # Source
    /// Economics of water-saving retrofits; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{NetFlow, ProjectYear}};
    /// let year = ProjectYear {
    ///     saving_m3: 20_000.0, reached_pct: 80.0, price: 4.0, growth_pct: 3.0, year: 2.0, other_benefit: 1000.0, annual_cost: 500.0,
    ///     once: -4000.0, investment: 0.0,
    /// };
    /// assert_eq!(round(NetFlow::formula(&year), 6), 64_397.6);
    /// ```
    NetFlow("retrofit.net_flow", "年净流量", "Net flow of a year")
    from ProjectYear {
        number saving_m3 "S" "年节水量" "water saved by the year" = in_unit(Unit::CubicMetre).or(0.0);
        number reached_pct "f" "该年达到的比例" "share reached in the year" = in_unit(Unit::Percent).at_least(0.0).at_most(1000.0).or(100.0);
        number price "p" "每立方米水的全部费用" "all that a m³ costs" = in_unit(Unit::YuanPerCubicMetre).at_least(0.0).or(0.0);
        number growth_pct "g" "水价年涨幅" "rise of the price in a year" = in_unit(Unit::Percent).at_least(-50.0).at_most(100.0).or(0.0);
        number year "t" "距基准年的年数" "years from today" = in_unit(Unit::Year).at_least(0.0).at_most(100.0);
        number other_benefit "o" "其他年收益" "other savings of a year" = in_unit(Unit::Yuan).at_least(0.0).or(0.0);
        number annual_cost "C" "年运行费" "running cost of a year" = in_unit(Unit::Yuan).at_least(0.0).or(0.0);
        number once "e" "一次性收支" "once in that year" = in_unit(Unit::Yuan).or(0.0);
        number investment "I" "投资" "investment" = in_unit(Unit::Yuan).at_least(0.0).or(0.0);
    }
    gives "N" in Yuan, 0 decimals;
    source sources::ECONOMICS;
    formula |x, n| {
        let price = x.price * (n(1.0) + x.growth_pct / n(100.0)).pow(x.year);
        x.saving_m3 * x.reached_pct / n(100.0) * price + x.other_benefit - x.annual_cost + x.once - x.investment
    }
}

inputs! {
    /// A year of flows with what was in hand before it, below zero where something is still to be paid back.
    pub struct YearInHand {
        number before "c" "年初累计" "in hand before the year" = shared();
        number flow "F" "该年净流量" "net flow of the year" = shared().above(0.0);
    }
}

metric! {
    /// 投资回收期（逐年）, years until flows that differ from year to year have paid for the investment; within its last year by the share of
    /// that year's flow that is needed.
    ///
    /// # Formula
    /// P = Σ min(max(−c / F, 0), 1)
    ///
    /// # Symbols
    /// - c, what is in hand before each year, discounted where the flows are. Every year must bring something.
    ///
    /// # Source
    /// Economics of water-saving retrofits; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, retrofit::{FlowsPayback, YearInHand, YearsInHand}};
    /// let year = |before, flow| YearInHand { before, flow };
    /// let years = vec![year(-1000.0, 600.0), year(-400.0, 800.0), year(400.0, 500.0)];
    /// assert_eq!(FlowsPayback::formula(&YearsInHand { years }), 1.5);
    /// ```
    FlowsPayback("retrofit.flows_payback", "投资回收期（逐年）", "Payback of yearly flows")
    from YearsInHand {
        rows<YearInHand> years "i" "各年" "years";
    }
    gives "P" in Year, 2 decimals;
    source sources::ECONOMICS;
    check |x| match x.years.last() {
        Some(last) if last.before + last.flow < 0.0 => Err(Fault::rule("years", "not_paid_back", Key::FaultNotPaidBack)),
        _ => Ok(()),
    };
    formula |x, n| {
        let part = |year: &YearInHand<N>| (-year.before / year.flow).max_of(n(0.0)).min_of(n(1.0));
        Number::sum(x.years.iter().map(part))
    }
}
