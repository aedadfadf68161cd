//! 基期与核验, baselines: what part of the use is fixed and what goes with a driver, how well that fits, and what was saved by readings.

use super::sources;
use crate::metric::{Fault, Number, in_unit, inputs, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

inputs! {
    /// A month of the base period: what drives the use, and the use.
    pub struct BaselineMonth {
        number driver "Q" "驱动量" "driver" = in_unit(Unit::One);
        number used "V" "用水量" "use" = shared();
    }
}

/// Refuses months from which no slope follows.
fn check_months(months: &[BaselineMonth<f64>]) -> Result<(), Fault> {
    let first = months.first().map(|month| month.driver);
    if months.len() < 3 {
        Err(Fault::rule("months", "too_few_months", Key::FaultTooFewMonths))
    } else if months.iter().all(|month| Some(month.driver) == first) {
        Err(Fault::rule("months", "equal_drivers", Key::FaultEqualDrivers))
    } else {
        Ok(())
    }
}

fn mean_driver<N: Number>(months: &[BaselineMonth<N>]) -> N {
    Number::sum(months.iter().map(|month| month.driver)) / N::from(months.len() as f64)
}

/// Σ of the squares of what drivers are away from their mean.
fn spread<N: Number>(months: &[BaselineMonth<N>]) -> N {
    let mean = mean_driver(months);
    Number::sum(months.iter().map(|month| (month.driver - mean) * (month.driver - mean)))
}

/// Σ of the squares of what the line leaves of each month.
fn left_over<N: Number>(months: &[BaselineMonth<N>], fixed: N, slope: N) -> N {
    let left = |month: &BaselineMonth<N>| month.used - fixed - slope * month.driver;
    Number::sum(months.iter().map(|month| left(month) * left(month)))
}

metric! {
    /// 单位驱动量用水, use that comes with each unit of what drives it, by the least squares of the base period's months.
    ///
    /// # Formula
    /// b = Σ (Qᵢ − m)·Vᵢ / Σ (Qᵢ − m)², m = Σ Qⱼ / n
    ///
    /// # Symbols
    /// - Q, output, people × days, degree days, ET0 − P or hours of the month; three months are the least, and not all alike.
    ///
    /// # Source
    /// IPMVP Core Concepts EVO 10000-1 · 2016; unverified (textbook).
    ///
    /// # Example
    /// 100 m³ of every month and 2 for each piece:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{BaselineMonth, BaselineMonths, BaselineSlope}};
    /// let month = |driver, used| BaselineMonth { driver, used };
    /// let months = vec![month(100.0, 300.0), month(150.0, 400.0), month(120.0, 340.0)];
    /// assert_eq!(round(BaselineSlope::formula(&BaselineMonths { months }), 9), 2.0);
    /// ```
    BaselineSlope("retrofit.baseline_slope", "单位驱动量用水", "Use by the unit of its driver")
    from BaselineMonths {
        rows<BaselineMonth> months "i" "基期各月" "months of the base period";
    }
    gives "b" shared, 6 significant;
    source sources::IPMVP;
    check |x| check_months(&x.months);
    formula |x, n| {
        let mean = mean_driver(&x.months);
        Number::sum(x.months.iter().map(|month| (month.driver - mean) * month.used)) / spread(&x.months)
    }
}

metric! {
    /// 固定用水, use of a month that comes whatever is made or whoever is there; without a driver the mean of the months.
    ///
    /// # Formula
    /// a = Σ (Vᵢ − b·Qᵢ) / n
    ///
    /// # Symbols
    /// - b, use by the unit of the driver. Below zero where the line of the months bends.
    ///
    /// # Source
    /// IPMVP Core Concepts EVO 10000-1 · 2016; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{BaselineFixed, BaselineMonth, MonthsAndSlope}};
    /// let month = |driver, used| BaselineMonth { driver, used };
    /// let months = vec![month(100.0, 300.0), month(150.0, 400.0), month(120.0, 340.0)];
    /// assert_eq!(round(BaselineFixed::formula(&MonthsAndSlope { months, slope: 2.0 }), 9), 100.0);
    /// ```
    BaselineFixed("retrofit.baseline_fixed", "固定用水", "Fixed use of a month")
    from MonthsAndSlope {
        rows<BaselineMonth> months "i" "基期各月" "months of the base period";
        number slope "b" "单位驱动量用水" "use by the unit of its driver" = shared();
    }
    gives "a" shared, 6 significant;
    source sources::IPMVP;
    formula |x, n| {
        let fixed = x.months.iter().map(|month| month.used - x.slope * month.driver);
        Number::sum(fixed) / n(x.months.len() as f64)
    }
}

inputs! {
    /// Months with the line through them.
    pub struct MonthsAndLine {
        rows<BaselineMonth> months "i" "基期各月" "months of the base period";
        number slope "b" "单位驱动量用水" "use by the unit of its driver" = shared();
        number fixed "a" "固定用水" "fixed use of a month" = shared();
    }
}

metric! {
    /// 决定系数, how much of the ups and downs of the use goes with its driver.
    ///
    /// # Formula
    /// R2 = 1 − Σ (Vᵢ − a − b·Qᵢ)² / Σ (Vᵢ − v)², v = Σ Vⱼ / n
    ///
    /// # Symbols
    /// - Above 0.75 the line is usually held to be good enough.
    ///
    /// # Source
    /// IPMVP Core Concepts EVO 10000-1 · 2016; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{BaselineFit, BaselineMonth, MonthsAndLine}};
    /// let month = |driver, used| BaselineMonth { driver, used };
    /// let months = vec![month(100.0, 310.0), month(150.0, 400.0), month(120.0, 330.0)];
    /// assert_eq!(round(BaselineFit::formula(&MonthsAndLine { months, slope: 2.0, fixed: 100.0 }), 4), 0.9552);
    /// ```
    BaselineFit("retrofit.baseline_fit", "决定系数", "Coefficient of determination")
    from MonthsAndLine;
    gives "R2" in One, 3 decimals;
    source sources::IPMVP;
    check |x| match x.months.iter().all(|month| Some(month.used) == x.months.first().map(|first| first.used)) {
        true => Err(Fault::rule("months", "equal_uses", Key::FaultEqualUses)),
        false => Ok(()),
    };
    formula |x, n| {
        let mean = Number::sum(x.months.iter().map(|month| month.used)) / n(x.months.len() as f64);
        let whole = Number::sum(x.months.iter().map(|month| (month.used - mean) * (month.used - mean)));
        n(1.0) - left_over(&x.months, x.fixed, x.slope) / whole
    }
}

metric! {
    /// 残差标准差, how far a month usually is from the line of the base period.
    ///
    /// # Formula
    /// s = √(Σ (Vᵢ − a − b·Qᵢ)² / (n − p))
    ///
    /// # Symbols
    /// - p, what was fitted: 2, the fixed part and the slope; 1 where the mean of the months is all that is known.
    ///
    /// # Source
    /// IPMVP Core Concepts EVO 10000-1 · 2016; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{BaselineMonth, BaselineScatter, LineAndFitted}};
    /// let month = |driver, used| BaselineMonth { driver, used };
    /// let months = vec![month(100.0, 310.0), month(150.0, 400.0), month(120.0, 330.0)];
    /// assert_eq!(round(BaselineScatter::formula(&LineAndFitted { months, slope: 2.0, fixed: 100.0, fitted: 2.0 }), 4), 14.1421);
    /// ```
    BaselineScatter("retrofit.baseline_scatter", "残差标准差", "Residual standard deviation")
    from LineAndFitted {
        rows<BaselineMonth> months "i" "基期各月" "months of the base period";
        number slope "b" "单位驱动量用水" "use by the unit of its driver" = shared();
        number fixed "a" "固定用水" "fixed use of a month" = shared();
        number fitted "p" "拟合的参数个数" "numbers that were fitted" = in_unit(Unit::One).at_least(1.0).at_most(2.0);
    }
    gives "s" shared, 4 significant;
    source sources::IPMVP;
    check |x| match x.months.len() as f64 > x.fitted {
        true => Ok(()),
        false => Err(Fault::rule("months", "too_few_months", Key::FaultTooFewMonths)),
    };
    formula |x, n| (left_over(&x.months, x.fixed, x.slope) / (n(x.months.len() as f64) - x.fitted)).sqrt()
}

metric! {
    /// 相对均方根误差, the usual distance of a month from the line as a share of the mean month.
    ///
    /// # Formula
    /// CV = 100·s·n / Σ Vᵢ
    ///
    /// # Symbols
    /// - Below 25 % the line is usually held to be good enough.
    ///
    /// # Source
    /// IPMVP Core Concepts EVO 10000-1 · 2016; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{BaselineMonth, BaselineVariation, MonthsAndScatter}};
    /// let month = |driver, used| BaselineMonth { driver, used };
    /// let months = vec![month(100.0, 310.0), month(150.0, 400.0), month(120.0, 330.0)];
    /// assert_eq!(round(BaselineVariation::formula(&MonthsAndScatter { months, scatter: 14.1421 }), 2), 4.08);
    /// ```
    BaselineVariation("retrofit.baseline_variation", "相对均方根误差 CV(RMSE)", "CV(RMSE)")
    from MonthsAndScatter {
        rows<BaselineMonth> months "i" "基期各月" "months of the base period";
        number scatter "s" "残差标准差" "residual standard deviation" = shared().at_least(0.0);
    }
    gives "CV" in Percent, 1 decimals;
    source sources::IPMVP;
    check |x| match x.months.iter().map(|month| month.used).sum::<f64>() > 0.0 {
        true => Ok(()),
        false => Err(Fault::rule("months", "no_use", Key::FaultNoUse)),
    };
    formula |x, n| {
        n(100.0) * x.scatter * n(x.months.len() as f64) / Number::sum(x.months.iter().map(|month| month.used))
    }
}

metric! {
    /// 报告期校准用水量, what the months of the report period would have taken by the line of the base period.
    ///
    /// # Formula
    /// V = k·a + b·D
    ///
    /// # Symbols
    /// - k, months of the report period; D, what drives the use in all of them together.
    ///
    /// # Source
    /// IPMVP Core Concepts EVO 10000-1 · 2016; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, retrofit::{ExpectedUse, LineAndReportPeriod}};
    /// let works = LineAndReportPeriod { months: 12.0, fixed: 100.0, slope: 2.0, drivers: 1500.0 };
    /// assert_eq!(ExpectedUse::formula(&works), 4200.0);
    /// ```
    ExpectedUse("retrofit.expected_use", "报告期校准用水量", "Expected use of the report period")
    from LineAndReportPeriod {
        number months "k" "报告期月数" "months of the report period" = in_unit(Unit::One).at_least(1.0);
        number fixed "a" "固定用水" "fixed use of a month" = shared();
        number slope "b" "单位驱动量用水" "use by the unit of its driver" = shared();
        number drivers "D" "报告期驱动量合计" "drivers of the report period together" = in_unit(Unit::One);
    }
    gives "V" shared, 6 significant;
    source sources::IPMVP;
    formula |x, n| x.months * x.fixed + x.slope * x.drivers
}

metric! {
    /// 校准用水量标准不确定度, standard uncertainty of what the months of the report period would have taken.
    ///
    /// # Formula
    /// u = s·√(k + k^2 / n + (D − k·m)² / Σ (Qᵢ − m)²), m = Σ Qⱼ / n
    ///
    /// # Symbols
    /// - s, the usual distance of a month from the line; the further the drivers are from those of the base period, the less is known.
    ///
    /// # Source
    /// IPMVP Core Concepts EVO 10000-1 · 2016; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{BaselineMonth, ExpectedUseDoubt, MonthsAndReportPeriod}};
    /// let month = |driver, used| BaselineMonth { driver, used };
    /// let base = vec![month(100.0, 310.0), month(150.0, 400.0), month(120.0, 330.0)];
    /// let period = MonthsAndReportPeriod { base, scatter: 14.1421, months: 3.0, drivers: 400.0 };
    /// assert_eq!(round(ExpectedUseDoubt::formula(&period), 2), 36.63);
    /// ```
    ExpectedUseDoubt("retrofit.expected_use_doubt", "校准用水量标准不确定度", "Standard uncertainty of the expected use")
    from MonthsAndReportPeriod {
        rows<BaselineMonth> base "i" "基期各月" "months of the base period";
        number scatter "s" "残差标准差" "residual standard deviation" = shared().at_least(0.0);
        number months "k" "报告期月数" "months of the report period" = in_unit(Unit::One).at_least(1.0);
        number drivers "D" "报告期驱动量合计" "drivers of the report period together" = in_unit(Unit::One);
    }
    gives "u" shared, 4 significant;
    source sources::IPMVP;
    check |x| check_months(&x.base);
    formula |x, n| {
        let away = x.drivers - x.months * mean_driver(&x.base);
        let base = n(x.base.len() as f64);
        x.scatter * (x.months + x.months * x.months / base + away * away / spread(&x.base)).sqrt()
    }
}

metric! {
    /// 均值基期标准不确定度, standard uncertainty of the report period where the mean of the base period's months is all that is known.
    ///
    /// # Formula
    /// u = s·√(k + k^2 / m)
    ///
    /// # Symbols
    /// - s, the usual distance of a month from the mean.
    ///
    /// # Source
    /// IPMVP Core Concepts EVO 10000-1 · 2016; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{MeanUseDoubt, MeanAndReportPeriod}};
    /// let year = MeanAndReportPeriod { scatter: 10.0, base_months: 12.0, months: 12.0 };
    /// assert_eq!(round(MeanUseDoubt::formula(&year), 2), 48.99);
    /// ```
    MeanUseDoubt("retrofit.mean_use_doubt", "均值基期标准不确定度", "Standard uncertainty by the mean month")
    from MeanAndReportPeriod {
        number scatter "s" "残差标准差" "residual standard deviation" = shared().at_least(0.0);
        number base_months "m" "基期月数" "months of the base period" = in_unit(Unit::One).at_least(2.0);
        number months "k" "报告期月数" "months of the report period" = in_unit(Unit::One).at_least(1.0);
    }
    gives "u" shared, 4 significant;
    source sources::IPMVP;
    formula |x, n| x.scatter * (x.months + x.months * x.months / x.base_months).sqrt()
}

metric! {
    /// 实测节水量, what was saved by readings: the use there would have been, what happened once put right, less the use there was.
    ///
    /// # Formula
    /// S = V + A − V1
    ///
    /// # Symbols
    /// - A, what happened once and has nothing to do with the measures, such as a new line (above zero) or a tenant who left (below).
    ///
    /// # Source
    /// IPMVP Core Concepts EVO 10000-1 · 2016; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, retrofit::{MeasuredSaving, ReportPeriod}};
    /// let year = ReportPeriod { expected: 4200.0, adjustment: 100.0, used: 3300.0 };
    /// assert_eq!(MeasuredSaving::formula(&year), 1000.0);
    /// ```
    MeasuredSaving("retrofit.measured_saving", "实测节水量", "Saving by readings")
    from ReportPeriod {
        number expected "V" "报告期校准用水量" "expected use of the report period" = shared();
        number adjustment "A" "一次性调整量" "one-time adjustment" = shared().or(0.0);
        number used "V1" "报告期用水量" "use of the report period" = shared().at_least(0.0);
    }
    gives "S" shared, 6 significant;
    source sources::IPMVP;
    formula |x, n| x.expected + x.adjustment - x.used
}
