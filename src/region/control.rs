//! 用水总量和强度双控, where an indicator should be on the way to its target, and how far it has come in constant prices.

use super::sources;
use crate::metric::{Citation, in_unit, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

metric! {
    /// 累计可比价下降率, how far water by value has declined over several years in constant prices: the growth of each year is chained.
    ///
    /// # Formula
    /// d = 100·(1 − W1 / W0 / Π(1 + gᵢ / 100))
    ///
    /// # Symbols
    /// - W0 and W1, water of the base year and of this year; gᵢ, real growth of each year between them, as it was first published or as
    ///   revised, but never of two price bases mixed.
    ///
    /// # Source
    /// China water resources bulletins; unverified (textbook).
    ///
    /// # Example
    /// Two years, 2021 and 2022, of the nation:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{ChainedDeclineRate, UseAndGrowths}};
    /// let years = UseAndGrowths { use_before: 5812.9, use_after: 5998.2, growth_pct: vec![8.1, 3.0] };
    /// assert_eq!(round(ChainedDeclineRate::formula(&years), 2), 7.32);
    /// ```
    ChainedDeclineRate("region.chained_decline_rate", "累计可比价下降率", "Decline in constant prices since the base year")
    from UseAndGrowths {
        number use_before "W0" "基准年用水量" "water of the base year" = shared().above(0.0);
        number use_after "W1" "本年用水量" "water of the year" = shared().at_least(0.0);
        list growth_pct "g" "各年实际增长率" "real growth of each year" = in_unit(Unit::Percent).above(-100.0);
    }
    gives "d" in Percent, 2 decimals;
    source sources::BULLETINS;
    formula |x, n| {
        let growth = N::product(x.growth_pct.iter().map(|g| n(1.0) + *g / n(100.0)));
        n(100.0) * (n(1.0) - x.use_after / x.use_before / growth)
    }
}

metric! {
    /// 折算平水年用水总量, total water as it would have been in a year of normal rain: irrigation is converted, the rest stays.
    ///
    /// # Formula
    /// Wp = W − Wa + k·Wa
    ///
    /// # Symbols
    /// - Wa, agricultural water; k, its need in a normal year by that of the year, which the water office gives.
    ///
    /// # Source
    /// Total water converted to a normal year, as commonly computed; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{NormalYearUse, UseAndAgriculture}};
    /// let dry_year = UseAndAgriculture { total: 100.0, agriculture: 80.0, factor: 0.9 };
    /// assert_eq!(NormalYearUse::formula(&dry_year), 92.0);
    /// ```
    NormalYearUse("region.normal_year_use", "折算平水年用水总量", "Total water of a normal year")
    from UseAndAgriculture {
        number total "W" "用水总量" "total water" = shared().at_least(0.0);
        number agriculture "Wa" "农业用水量" "agricultural water" = shared().at_least(0.0);
        number factor "k" "平水年折算系数" "factor to a normal year" = in_unit(Unit::One).above(0.0).at_most(10.0);
    }
    gives "Wp" shared, 8 significant;
    order agriculture <= total, "part_above_total", Key::FaultPartAboveTotal;
    source sources::NORMAL_YEAR;
    formula |x, n| x.total - x.agriculture + x.factor * x.agriculture
}

metric! {
    /// 线性路径值, where an indicator should be in a year if it goes to its target in even steps.
    ///
    /// # Formula
    /// X = X0 + (Xt − X0)·t / T
    ///
    /// # Symbols
    /// - t, years since the base year; T, years from it to the target year.
    ///
    /// # Source
    /// Even shares (rates) by year; verified.
    ///
    /// # Example
    /// A decline of 16 % in five years, after two:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{BaseAndTarget, LinearPath}};
    /// let way = BaseAndTarget { base: 0.0, target: 16.0, elapsed: 2.0, years: 5.0 };
    /// assert_eq!(round(LinearPath::formula(&way), 6), 6.4);
    /// ```
    LinearPath("region.linear_path", "线性路径值", "On a straight way to the target")
    from BaseAndTarget {
        number base "X0" "基准值" "value of the base year" = shared();
        number target "Xt" "目标值" "target" = shared();
        number elapsed "t" "已过年数" "years since the base year" = in_unit(Unit::Year).at_least(0.0);
        number years "T" "基准年到目标年的年数" "years to the target" = in_unit(Unit::Year).above(0.0);
    }
    gives "X" shared, 6 significant;
    source sources::EVEN_SHARES;
    formula |x, n| x.base + (x.target - x.base) * x.elapsed / x.years
}

metric! {
    /// 与目标之比, an indicator as a share of what it should be: at least 100 % where more is wanted, at most 100 % where less is.
    ///
    /// # Formula
    /// k = 100·X / Xt
    ///
    /// # Symbols
    /// - Xt, the target of the year, on the way to a later one what the way asks for in this year.
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{TargetRatio, ValueAndTarget}};
    /// let total = ValueAndTarget { value: 820.0, target: 800.0 };
    /// assert_eq!(TargetRatio::formula(&total), 102.5);
    /// ```
    TargetRatio("region.target_ratio", "与目标之比", "Against the target")
    from ValueAndTarget {
        number value "X" "指标值" "value" = shared();
        number target "Xt" "目标值" "target" = shared().above(0.0);
    }
    gives "k" in Percent, 2 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| n(100.0) * x.value / x.target
}

metric! {
    /// 等速路径值（总量）, where an amount should be in a year if it changes by the same rate each year.
    ///
    /// # Formula
    /// X = X0·(Xt / X0)^(t / T)
    ///
    /// # Symbols
    /// - t, years since the base year; T, years from it to the target year.
    ///
    /// # Source
    /// Even shares (rates) by year; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{AmountAndTarget, EqualRatePath}};
    /// let way = AmountAndTarget { base: 100.0, target: 81.0, elapsed: 1.0, years: 2.0 };
    /// assert_eq!(round(EqualRatePath::formula(&way), 6), 90.0);
    /// ```
    EqualRatePath("region.equal_rate_path", "等速路径值", "At an even rate to the target")
    from AmountAndTarget {
        number base "X0" "基准值" "value of the base year" = shared().above(0.0);
        number target "Xt" "目标值" "target" = shared().above(0.0);
        number elapsed "t" "已过年数" "years since the base year" = in_unit(Unit::Year).at_least(0.0);
        number years "T" "基准年到目标年的年数" "years to the target" = in_unit(Unit::Year).above(0.0);
    }
    gives "X" shared, 6 significant;
    source sources::EVEN_SHARES;
    formula |x, n| x.base * (x.target / x.base).pow(x.elapsed / x.years)
}

metric! {
    /// 等速累计下降率, how far an intensity should have declined by a year if it declines by the same rate each year.
    ///
    /// # Formula
    /// D = 100·(1 − (1 − R / 100)^(t / T))
    ///
    /// # Symbols
    /// - R, the decline asked for by the target year; t, years since the base year; T, years from it to the target year.
    ///
    /// # Source
    /// Even shares (rates) by year; verified.
    ///
    /// # Example
    /// 16 % in five years are 3.43 % in the first:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{DeclineAndTarget, EqualRateDecline}};
    /// let way = DeclineAndTarget { target_pct: 16.0, elapsed: 1.0, years: 5.0 };
    /// assert_eq!(round(EqualRateDecline::formula(&way), 2), 3.43);
    /// ```
    EqualRateDecline("region.equal_rate_decline", "等速累计下降率", "Decline at an even rate")
    from DeclineAndTarget {
        number target_pct "R" "下降目标" "decline asked for" = in_unit(Unit::Percent).below(100.0);
        number elapsed "t" "已过年数" "years since the base year" = in_unit(Unit::Year).at_least(0.0);
        number years "T" "基准年到目标年的年数" "years to the target" = in_unit(Unit::Year).above(0.0);
    }
    gives "D" in Percent, 2 decimals;
    source sources::EVEN_SHARES;
    formula |x, n| n(100.0) * (n(1.0) - (n(1.0) - x.target_pct / n(100.0)).pow(x.elapsed / x.years))
}

metric! {
    /// 余下各年需年均下降率, how far an intensity must decline in each year that is left to reach its target.
    ///
    /// # Formula
    /// r = 100·(1 − ((1 − R / 100) / (1 − d / 100))^(1 / m))
    ///
    /// # Symbols
    /// - R, the decline asked for by the target year; d, what it has declined by now; m, years left. Below zero where the target is passed already.
    ///
    /// # Source
    /// Even shares (rates) by year; verified.
    ///
    /// # Example
    /// Of 16 % in five years, 9 % are reached after three:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{DeclineLeft, NeededYearlyDecline}};
    /// let way = DeclineLeft { decline_pct: 9.0, target_pct: 16.0, years_left: 2.0 };
    /// assert_eq!(round(NeededYearlyDecline::formula(&way), 2), 3.92);
    /// ```
    NeededYearlyDecline("region.needed_yearly_decline", "余下各年需年均下降率", "Decline needed in each year left")
    from DeclineLeft {
        number decline_pct "d" "已累计下降率" "decline reached" = in_unit(Unit::Percent).below(100.0);
        number target_pct "R" "下降目标" "decline asked for" = in_unit(Unit::Percent).below(100.0);
        number years_left "m" "余下年数" "years left" = in_unit(Unit::Year).above(0.0);
    }
    gives "r" in Percent, 2 decimals;
    source sources::EVEN_SHARES;
    formula |x, n| {
        let left = (n(1.0) - x.target_pct / n(100.0)) / (n(1.0) - x.decline_pct / n(100.0));
        n(100.0) * (n(1.0) - left.pow(n(1.0) / x.years_left))
    }
}
