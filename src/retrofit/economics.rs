//! 经济评价, when an investment has paid for itself, what it is worth, what a m³ saved costs.

use super::sources;
use crate::metric::{Citation, Fault, FaultKind, Number, Path, in_unit, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

/// So low that discounting is lost to rounding: there the first two terms of the series stand for it.
const NO_INTEREST: f64 = 1e-7;

/// What one a year over so many years is worth today.
pub(super) fn present_value<N: Number>(rate: N, years: N) -> N {
    let one = N::from(1.0);
    let discounted = (one - (one + rate).pow(-years)) / rate;
    rate.choose(N::from(NO_INTEREST), years - years * (years + one) / N::from(2.0) * rate, discounted)
}

metric! {
    /// 静态投资回收期, years until the benefits have paid for the investment, without interest.
    ///
    /// # Formula
    /// P = I / B
    ///
    /// # Source
    /// Economics of water-saving retrofits; unverified (textbook).
    ///
    /// # Example
    /// A leak survey, printed 10.4 months:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{InvestmentAndBenefit, SimplePayback}};
    /// let survey = InvestmentAndBenefit { investment: 177_000.0, annual_benefit: 204_000.0 };
    /// assert_eq!(round(12.0 * SimplePayback::formula(&survey), 1), 10.4);
    /// ```
    SimplePayback("retrofit.simple_payback", "静态投资回收期", "Simple payback")
    from InvestmentAndBenefit {
        number investment "I" "投资" "investment" = shared().at_least(0.0);
        number annual_benefit "B" "年效益" "yearly benefit" = shared().above(0.0);
    }
    gives "P" in Year, 2 decimals;
    source sources::ECONOMICS;
    formula |x, n| x.investment / x.annual_benefit
}

metric! {
    /// 净现值, net present value of equal yearly benefits.
    ///
    /// # Formula
    /// NPV = B·(1 − (1 + i)^(−n)) / i − I
    ///
    /// # Symbols
    /// - i, rate of discount as a fraction, 0.08 for 8 %; n, years. Without interest it is B·n − I.
    ///
    /// # Source
    /// Economics of water-saving retrofits; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{Discounted, NetPresentValue}};
    /// let measure = Discounted { investment: 1e6, annual_benefit: 250_000.0, rate: 0.08, years: 10.0 };
    /// assert_eq!(round(NetPresentValue::formula(&measure), 2), 677_520.35);
    /// ```
    NetPresentValue("retrofit.npv", "净现值", "Net present value")
    from Discounted {
        number investment "I" "投资" "investment" = shared().at_least(0.0);
        number annual_benefit "B" "年效益" "yearly benefit" = shared();
        number rate "i" "折现率" "rate of discount" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number years "n" "计算年限" "years" = in_unit(Unit::Year).above(0.0).at_most(1000.0);
    }
    gives "NPV" shared, 8 significant;
    source sources::ECONOMICS;
    formula |x, n| x.annual_benefit * present_value(x.rate, x.years) - x.investment
}

metric! {
    /// 内部收益率, the rate of discount at which the benefits are worth just the investment.
    ///
    /// # Formula
    /// IRR = 100·irr(B / I, n)
    ///
    /// # Symbols
    /// - irr(B / I, n), the rate r at which B·(1 − (1 + r)^(−n)) / r is I. Below zero where the benefits of all years do not reach the investment.
    ///
    /// # Source
    /// Economics of water-saving retrofits; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{InternalRateOfReturn, Undiscounted}};
    /// let measure = Undiscounted { investment: 1e6, annual_benefit: 250_000.0, years: 10.0 };
    /// assert_eq!(round(InternalRateOfReturn::formula(&measure), 3), 21.406);
    /// ```
    InternalRateOfReturn("retrofit.irr", "内部收益率", "Internal rate of return")
    from Undiscounted {
        number investment "I" "投资" "investment" = shared().above(0.0);
        number annual_benefit "B" "年效益" "yearly benefit" = shared().above(0.0);
        number years "n" "计算年限" "years" = in_unit(Unit::Year).at_least(1.0).at_most(1000.0);
    }
    gives "IRR" in Percent, 2 decimals;
    source sources::ECONOMICS;
    formula |x, n| n(100.0) * (x.annual_benefit / x.investment).annuity_rate(x.years)
}

metric! {
    /// 单位节水成本, what a m³ saved costs: the investment shared out over its years, and the running cost.
    ///
    /// # Formula
    /// c = (I·i / (1 − (1 + i)^(−n)) + C) / S
    ///
    /// # Symbols
    /// - i, rate of discount as a fraction, 0.08 for 8 %; S, water saved by the year. Without interest it is (I / n + C) / S.
    ///
    /// # Source
    /// Economics of water-saving retrofits; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{CostOfSaving, UnitCost}};
    /// let measure = CostOfSaving { investment: 1e6, annual_cost: 30_000.0, rate: 0.08, years: 10.0, saving_m3: 50_000.0 };
    /// assert_eq!(round(UnitCost::formula(&measure), 4), 3.5806);
    /// ```
    UnitCost("retrofit.unit_cost", "单位节水成本", "Cost of a m³ saved")
    from CostOfSaving {
        number investment "I" "投资" "investment" = in_unit(Unit::Yuan).at_least(0.0);
        number annual_cost "C" "年运行费" "running cost of a year" = in_unit(Unit::Yuan).at_least(0.0);
        number rate "i" "折现率" "rate of discount" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number years "n" "计算年限" "years" = in_unit(Unit::Year).above(0.0).at_most(1000.0);
        number saving_m3 "S" "年节水量" "water saved by the year" = in_unit(Unit::CubicMetre).above(0.0);
    }
    gives "c" in YuanPerCubicMetre, 4 decimals;
    source sources::ECONOMICS;
    formula |x, n| (x.investment / present_value(x.rate, x.years) + x.annual_cost) / x.saving_m3
}

metric! {
    /// 净节水成本, what a m³ saved costs after all that it brings: below zero it pays for itself.
    ///
    /// # Formula
    /// c = (I·i / (1 − (1 + i)^(−n)) − B) / S
    ///
    /// # Symbols
    /// - I, what is left to pay after subsidies; B, yearly net benefit, the water's price in it; i, rate of discount as a fraction. Measures
    ///   below zero are ranked by their net present value: of two with the same gain the one that saves less has the lower cost.
    ///
    /// # Source
    /// Economics of water-saving retrofits; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{NetCostOfSaving, NetUnitCost}};
    /// let taps = NetCostOfSaving { investment: 24_000.0, annual_benefit: 12_000.0, rate: 0.08, years: 10.0, saving_m3: 2400.0 };
    /// assert_eq!(round(NetUnitCost::formula(&taps), 4), -3.5097);
    /// ```
    NetUnitCost("retrofit.net_unit_cost", "净节水成本", "Net cost of a m³ saved")
    from NetCostOfSaving {
        number investment "I" "自有投资" "own investment" = in_unit(Unit::Yuan).at_least(0.0);
        number annual_benefit "B" "年净收益" "yearly net benefit" = in_unit(Unit::Yuan);
        number rate "i" "折现率" "rate of discount" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number years "n" "计算年限" "years" = in_unit(Unit::Year).above(0.0).at_most(1000.0);
        number saving_m3 "S" "年节水量" "water saved by the year" = in_unit(Unit::CubicMetre).above(0.0);
    }
    gives "c" in YuanPerCubicMetre, 4 decimals;
    source sources::ECONOMICS;
    formula |x, n| (x.investment / present_value(x.rate, x.years) - x.annual_benefit) / x.saving_m3
}

metric! {
    /// 单方节水投资, investment by the m³ saved in a year.
    ///
    /// # Formula
    /// k = I / S
    ///
    /// # Source
    /// Water-saving contracts, Handan; derived.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, retrofit::{InvestmentAndSaving, InvestmentPerAnnualM3}};
    /// let city = InvestmentAndSaving { investment_yuan: 1.5e9, saving_m3: 5e7 };
    /// assert_eq!(InvestmentPerAnnualM3::formula(&city), 30.0);
    /// ```
    InvestmentPerAnnualM3("retrofit.investment_per_annual_m3", "单方节水投资", "Investment by the m³ saved in a year")
    from InvestmentAndSaving {
        number investment_yuan "I" "投资" "investment" = in_unit(Unit::Yuan).at_least(0.0);
        number saving_m3 "S" "年节水量" "water saved by the year" = in_unit(Unit::CubicMetre).above(0.0);
    }
    gives "k" in YuanPerCubicMetre, 2 decimals;
    source sources::CONTRACT;
    formula |x, n| x.investment_yuan / x.saving_m3
}

metric! {
    /// 投资收益率, the benefits of a year as a share of the investment.
    ///
    /// # Formula
    /// ROI = 100·B / I
    ///
    /// # Source
    /// Water audit template of US federal buildings; verified.
    ///
    /// # Example
    /// A water closet that saves 10,400 gallons a year, printed 15 %:
    /// ```
    /// use water_ledger::{metric::Metric, retrofit::{Return, ReturnOnInvestment}};
    /// assert_eq!(ReturnOnInvestment::formula(&Return { investment: 100.0, annual_benefit: 15.0 }), 15.0);
    /// ```
    ReturnOnInvestment("retrofit.return_on_investment", "投资收益率", "Return on investment")
    from Return {
        number investment "I" "投资" "investment" = shared().above(0.0);
        number annual_benefit "B" "年效益" "yearly benefit" = shared();
    }
    gives "ROI" in Percent, 2 decimals;
    source sources::FEDERAL_AUDIT;
    formula |x, n| n(100.0) * x.annual_benefit / x.investment
}

metric! {
    /// 净投资回收期, years until the benefits have paid for what is left to pay after subsidies and savings in the first place.
    ///
    /// # Formula
    /// P = max(I − s − o, 0) / B
    ///
    /// # Symbols
    /// - s, what others pay; o, what need not be bought because of the measure.
    ///
    /// # Source
    /// Water audit template of US federal buildings; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, retrofit::{NetPayback, Subsidised}};
    /// let measure = Subsidised { investment: 10_000.0, incentive: 2000.0, one_time_saving: 0.0, annual_benefit: 2500.0 };
    /// assert_eq!(NetPayback::formula(&measure), 3.2);
    /// ```
    NetPayback("retrofit.net_payback", "净投资回收期", "Net payback")
    from Subsidised {
        number investment "I" "投资" "investment" = shared().at_least(0.0);
        number incentive "s" "补助" "incentive" = shared().at_least(0.0).or(0.0);
        number one_time_saving "o" "一次性节省" "saving in the first place" = shared().at_least(0.0).or(0.0);
        number annual_benefit "B" "年效益" "yearly benefit" = shared().above(0.0);
    }
    gives "P" in Year, 2 decimals;
    order incentive <= investment, "part_above_total", Key::FaultPartAboveTotal;
    source sources::FEDERAL_AUDIT;
    formula |x, n| (x.investment - x.incentive - x.one_time_saving).max_of(n(0.0)) / x.annual_benefit
}

metric! {
    /// 动态投资回收期, years until the discounted benefits have paid for the investment; within its last year by the share of that
    /// year's benefit that is needed.
    ///
    /// # Formula
    /// P = p + i·k·(p − (k − 1) / 2) for i ≤ 0.0000001, else m − 1 + (I − B·(1 − (1 + i)^(1 − m)) / i)·(1 + i)^m / B, p = I / B, k = ceil(p), m = ceil(−ln(1 − I·i / B) / ln(1 + i))
    ///
    /// # Symbols
    /// - i, rate of discount as a fraction, 0.08 for 8 %; m, the year in which the benefits reach the investment. There is none
    ///   where the interest of a year takes all the benefit.
    ///
    /// # Source
    /// Worked exercise of engineering economics; unverified (textbook).
    ///
    /// # Example
    /// Printed 7.28:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{DiscountedForever, DynamicPayback}};
    /// let measure = DiscountedForever { investment: 1000.0, annual_benefit: 200.0, rate: 0.1 };
    /// assert_eq!(round(DynamicPayback::formula(&measure), 2), 7.28);
    /// ```
    DynamicPayback("retrofit.dynamic_payback", "动态投资回收期", "Discounted payback")
    from DiscountedForever {
        number investment "I" "投资" "investment" = shared().at_least(0.0);
        number annual_benefit "B" "年效益" "yearly benefit" = shared().above(0.0);
        number rate "i" "折现率" "rate of discount" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
    }
    gives "P" in Year, 2 decimals;
    source sources::EXERCISE;
    check |x| match x.investment * x.rate < x.annual_benefit {
        true => Ok(()),
        false => Err(Fault::within(
            Path::to("annual_benefit"),
            FaultKind::Rule { code: "never_pays_back", says: Key::FaultNeverPaysBack },
        )),
    };
    formula |x, n| {
        let growth = n(1.0) + x.rate;
        let year = (-(n(1.0) - x.investment * x.rate / x.annual_benefit).ln() / growth.ln()).ceil();
        let left = x.investment - x.annual_benefit * (n(1.0) - growth.pow(n(1.0) - year)) / x.rate;
        let discounted = year - n(1.0) + left * growth.pow(year) / x.annual_benefit;
        let simple = x.investment / x.annual_benefit;
        let last = simple.ceil();
        let hardly = simple + x.rate * last * (simple - (last - n(1.0)) / n(2.0));
        x.rate.choose(n(NO_INTEREST), hardly, discounted)
    }
}

metric! {
    /// 资金回收系数, what of an investment has to come back every year to pay it with interest.
    ///
    /// # Formula
    /// CRF = i / (1 − (1 + i)^(−n))
    ///
    /// # Symbols
    /// - i, rate of discount as a fraction, 0.08 for 8 %; without interest it is 1 / n.
    ///
    /// # Source
    /// Worked exercise of engineering economics; unverified (textbook).
    ///
    /// # Example
    /// Printed (A/P, 8 %, 9) = 0.1601:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{CapitalRecoveryFactor, RateAndYears}};
    /// assert_eq!(round(CapitalRecoveryFactor::formula(&RateAndYears { rate: 0.08, years: 9.0 }), 4), 0.1601);
    /// ```
    CapitalRecoveryFactor("retrofit.capital_recovery_factor", "资金回收系数", "Capital recovery factor")
    from RateAndYears {
        number rate "i" "折现率" "rate of discount" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number years "n" "计算年限" "years" = in_unit(Unit::Year).above(0.0).at_most(1000.0);
    }
    gives "CRF" in One, 4 decimals;
    source sources::EXERCISE;
    formula |x, n| n(1.0) / present_value(x.rate, x.years)
}

metric! {
    /// 折现值, what a payment of a later year is worth today.
    ///
    /// # Formula
    /// PV = F / (1 + i)^t
    ///
    /// # Symbols
    /// - i, rate of discount as a fraction, 0.08 for 8 %; t, years from today. What is paid is below zero.
    ///
    /// # Source
    /// Economics of water-saving retrofits; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{DiscountedFlow, LaterFlow}};
    /// assert_eq!(round(DiscountedFlow::formula(&LaterFlow { flow: 121.0, rate: 0.1, year: 2.0 }), 6), 100.0);
    /// ```
    DiscountedFlow("retrofit.discounted_flow", "折现值", "Discounted flow")
    from LaterFlow {
        number flow "F" "该年净流量" "net flow of the year" = shared();
        number rate "i" "折现率" "rate of discount" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number year "t" "距基准年的年数" "years from today" = in_unit(Unit::Year).at_least(0.0).at_most(1000.0);
    }
    gives "PV" shared, 8 significant;
    source sources::ECONOMICS;
    formula |x, n| x.flow / (n(1.0) + x.rate).pow(x.year)
}

metric! {
    /// 节省投资比, what the benefits of all years are worth today by the investment; above one it pays.
    ///
    /// # Formula
    /// SIR = B·(1 − (1 + i)^(−n)) / i / I
    ///
    /// # Symbols
    /// - i, rate of discount as a fraction, 0.08 for 8 %; n, years. Without interest it is B·n / I.
    ///
    /// # Source
    /// ASTM E964; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{DiscountedByInvestment, SavingsToInvestment}};
    /// let measure = DiscountedByInvestment { investment: 1e6, annual_benefit: 250_000.0, rate: 0.08, years: 10.0 };
    /// assert_eq!(round(SavingsToInvestment::formula(&measure), 4), 1.6775);
    /// ```
    SavingsToInvestment("retrofit.savings_to_investment", "节省投资比", "Savings to investment ratio")
    from DiscountedByInvestment {
        number investment "I" "投资" "investment" = shared().above(0.0);
        number annual_benefit "B" "年效益" "yearly benefit" = shared();
        number rate "i" "折现率" "rate of discount" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number years "n" "计算年限" "years" = in_unit(Unit::Year).above(0.0).at_most(1000.0);
    }
    gives "SIR" in One, 4 decimals;
    source sources::SIR;
    formula |x, n| x.annual_benefit * present_value(x.rate, x.years) / x.investment
}

metric! {
    /// 年净收益, what a measure brings in a year: the water that is not paid for and what else it saves, less what it costs to run.
    ///
    /// # Formula
    /// B = S·p + o − C
    ///
    /// # Symbols
    /// - S, water saved by the year; p, all that a m³ of it costs; o, heat, power and materials saved. Below zero where it costs more to run.
    ///
    /// # Source
    /// Economics of water-saving retrofits; unverified (textbook).
    ///
    /// # Example
    /// A university's contract, 1,000,000 m³ at 3.55 元:
    /// ```
    /// use water_ledger::{metric::Metric, retrofit::{AnnualBenefit, SavedWater}};
    /// let works = SavedWater { saving_m3: 1e6, price: 3.55, other_benefit: 0.0, annual_cost: 50_000.0 };
    /// assert_eq!(AnnualBenefit::formula(&works), 3_500_000.0);
    /// ```
    AnnualBenefit("retrofit.annual_benefit", "年净收益", "Yearly net benefit")
    from SavedWater {
        number saving_m3 "S" "年节水量" "water saved by the year" = in_unit(Unit::CubicMetre);
        number price "p" "每立方米水的全部费用" "all that a m³ costs" = in_unit(Unit::YuanPerCubicMetre).at_least(0.0).or(0.0);
        number other_benefit "o" "其他年收益" "other savings of a year" = in_unit(Unit::Yuan).at_least(0.0).or(0.0);
        number annual_cost "C" "年运行费" "running cost of a year" = in_unit(Unit::Yuan).at_least(0.0).or(0.0);
    }
    gives "B" in Yuan, 0 decimals;
    source sources::ECONOMICS;
    formula |x, n| x.saving_m3 * x.price + x.other_benefit - x.annual_cost
}

metric! {
    /// 自有投资, what is left of an investment after what others pay.
    ///
    /// # Formula
    /// I = I0 − s
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, retrofit::{OwnInvestment, OwnPart}};
    /// assert_eq!(OwnInvestment::formula(&OwnPart { investment: 100.0, incentive: 20.0 }), 80.0);
    /// ```
    OwnInvestment("retrofit.own_investment", "自有投资", "Own investment")
    from OwnPart {
        number investment "I0" "投资" "investment" = shared().at_least(0.0);
        number incentive "s" "补助" "incentive" = shared().at_least(0.0).or(0.0);
    }
    gives "I" shared, 8 significant;
    order incentive <= investment, "part_above_total", Key::FaultPartAboveTotal;
    source Citation::BY_DEFINITION;
    formula |x, n| x.investment - x.incentive
}
