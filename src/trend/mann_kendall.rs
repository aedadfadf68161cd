//! 曼–肯德尔趋势检验, the Mann–Kendall test: whether a series moves at all, or only scatters.

use super::slope::{YearsAndValues, check_series, pair_slopes};
use super::sources;
use crate::metric::{Fault, Figure, Number, Outcome, calculation, in_unit, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

metric! {
    /// 曼–肯德尔统计量, the Mann–Kendall statistic: pairs of years that rise less pairs that fall.
    ///
    /// # Formula
    /// S = Σ sgn((xⱼ − xᵢ) / (tⱼ − tᵢ))
    ///
    /// # Symbols
    /// - The sum runs over all pairs i < j.
    ///
    /// # Source
    /// Mann, Econometrica 13 (1945); Kendall, Rank Correlation Methods (1975) · 1975; verified (secondary). The years
    /// must differ; four are the least that the test can say anything of.
    ///
    /// # Example
    /// Wisconsin Administrative Code NR 746, table A, printed −5:
    /// ```
    /// use water_ledger::{metric::Metric, trend::{MannKendallS, YearsAndValues}};
    /// let (years, values) = (vec![1.0, 2.0, 3.0, 4.0, 5.0], vec![100.0, 50.0, 85.0, 75.0, 50.0]);
    /// assert_eq!(MannKendallS::formula(&YearsAndValues { years, values }), -5.0);
    /// ```
    MannKendallS("trend.mann_kendall_s", "曼–肯德尔统计量", "Mann–Kendall statistic")
    from YearsAndValues;
    gives "S" in One, 0 decimals;
    source sources::MANN_KENDALL;
    check |x| check_series(x, 4, Fault::rule("years", "too_few_points", Key::FaultTooFewForTest));
    formula |x, n| Number::sum(pair_slopes(x).into_iter().map(Number::sign))
}

metric! {
    /// 相等值个数, how many values of a series equal one of them, itself included.
    ///
    /// # Formula
    /// k = Σⱼ (1 − sgn(x − xⱼ)²)
    ///
    /// # Source
    /// Mann, Econometrica 13 (1945); Kendall, Rank Correlation Methods (1975) · 1975; verified (secondary). The ties of
    /// Kendall's variance: an equal value adds one, any other nothing.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, trend::{EqualValues, OneAndAll}};
    /// let values = vec![17.0, 14.0, 39.0, 16.0, 39.0, 14.0, 14.0, 39.0, 17.0, 39.0];
    /// assert_eq!(EqualValues::formula(&OneAndAll { value: 14.0, values }), 3.0);
    /// ```
    EqualValues("trend.equal_values", "相等值个数", "Count of equal values")
    from OneAndAll {
        number value "x" "某年数值" "value of one year" = shared();
        list values "x" "各年数值" "value of each year" = shared();
    }
    gives "k" in One, 0 decimals;
    source sources::MANN_KENDALL;
    formula |x, n| {
        Number::sum(x.values.iter().map(|other| n(1.0) - (x.value - *other).sign().pow(n(2.0))))
    }
}

metric! {
    /// 统计量方差（含并列修正）, variance of the statistic, corrected for equal values.
    ///
    /// # Formula
    /// V = (n·(n − 1)·(2·n + 5) − Σ (kᵢ − 1)·(2·kᵢ + 5)) / 18
    ///
    /// # Source
    /// Mann, Econometrica 13 (1945); Kendall, Rank Correlation Methods (1975) · 1975; verified (secondary). Summed by
    /// value instead of by group of equals: a group of k adds k·(k − 1)·(2k + 5) either way.
    ///
    /// # Example
    /// Ten values with groups of three, two and four equals:
    /// ```
    /// use water_ledger::{metric::Metric, trend::{Counts, MannKendallVariance}};
    /// let equals = vec![2.0, 3.0, 4.0, 1.0, 4.0, 3.0, 3.0, 4.0, 2.0, 4.0];
    /// assert_eq!(MannKendallVariance::formula(&Counts { equals }), 2010.0 / 18.0);
    /// ```
    MannKendallVariance("trend.mann_kendall_variance", "曼–肯德尔统计量方差", "Variance of the Mann–Kendall statistic")
    from Counts {
        list equals "k" "与各年相等的个数" "count of values equal to each" = in_unit(Unit::One).at_least(1.0);
    }
    gives "V" in One, 2 decimals;
    source sources::MANN_KENDALL;
    formula |x, n| {
        let count = n(x.equals.len() as f64);
        let ties = x.equals.iter().map(|k| (*k - n(1.0)) * (n(2.0) * *k + n(5.0)));
        (count * (count - n(1.0)) * (n(2.0) * count + n(5.0)) - Number::sum(ties)) / n(18.0)
    }
}

metric! {
    /// 标准化统计量, the statistic in standard deviations, with the correction for continuity.
    ///
    /// # Formula
    /// Z = (S − sgn S) / √max(V, 1)
    ///
    /// # Source
    /// Mann, Econometrica 13 (1945); Kendall, Rank Correlation Methods (1975) · 1975; verified (secondary). V is at
    /// least 1 unless all values are equal; then S and V are zero, and so is Z.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, trend::{MannKendallZ, SAndVariance}};
    /// let z = MannKendallZ::formula(&SAndVariance { s: 29.0, variance: 125.0 });
    /// assert_eq!(round(z, 4), 2.5044);
    /// ```
    MannKendallZ("trend.mann_kendall_z", "曼–肯德尔标准化统计量", "Mann–Kendall statistic, standardised")
    from SAndVariance {
        number s "S" "曼–肯德尔统计量" "Mann–Kendall statistic" = in_unit(Unit::One);
        number variance "V" "统计量方差" "its variance" = in_unit(Unit::One).at_least(0.0);
    }
    gives "Z" in One, 3 decimals;
    source sources::MANN_KENDALL;
    formula |x, n| (x.s - x.s.sign()) / x.variance.max_of(n(1.0)).sqrt()
}

metric! {
    /// 显著性水平（双侧）, the chance that a series without trend scatters this far or farther to either side.
    ///
    /// # Formula
    /// p = erfc(|Z| / √2)
    ///
    /// # Symbols
    /// - The same as 2·(1 − Φ(|Z|)) with the normal distribution Φ.
    ///
    /// # Source
    /// Mann, Econometrica 13 (1945); Kendall, Rank Correlation Methods (1975) · 1975; verified (secondary). The normal
    /// distribution is an approximation that wants ten years or more.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, trend::{StandardisedS, MannKendallP}};
    /// assert_eq!(round(MannKendallP::formula(&StandardisedS { z: -1.959964 }), 4), 0.05);
    /// ```
    MannKendallP("trend.mann_kendall_p", "趋势显著性水平（双侧）", "Significance of the trend, two-sided")
    from StandardisedS {
        number z "Z" "标准化统计量" "standardised statistic" = in_unit(Unit::One);
    }
    gives "p" in One, 4 decimals;
    source sources::MANN_KENDALL;
    formula |x, n| (x.z.max_of(-x.z) / n(2.0).sqrt()).erfc()
}

calculation! {
    /// 曼–肯德尔趋势检验, the Mann–Kendall test for trend.
    ///
    /// # Formula
    /// S = Σ sgn, V its variance corrected for equal values, Z = (S − sgn S) / √V, p = 2·(1 − Φ(|Z|))
    ///
    /// # Source
    /// Mann, Econometrica 13 (1945); Kendall, Rank Correlation Methods (1975) · 1975; verified (secondary). Four years
    /// are the least; with fewer than ten, p is rough. Years that depend on each other make p too small.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{exchange::evaluate, text::Language};
    /// let text = r#"[{"metric": "trend.mann_kendall", "inputs":
    ///     {"years": [1, 2, 3, 4, 5], "values": [100, 50, 85, 75, 50]}}]"#;
    /// let answers = evaluate(text, Language::English).expect("a JSON array").answers;
    /// assert_eq!(answers[0]["value"]["S"], -5.0);
    /// ```
    MannKendall("trend.mann_kendall", "曼–肯德尔趋势检验", "Mann–Kendall test for trend")
    from YearsAndValues;
    source sources::MANN_KENDALL;
    compute |x| {
        let [s, _, z, p] = test_figures(x)?;
        Ok(Outcome::Several(vec![("S", s), ("Z", z), ("p", p)]))
    }
}

/// S, its variance, Z and p.
pub(super) fn test_figures(x: &YearsAndValues<Figure>) -> Result<[Figure; 4], Fault> {
    let series = YearsAndValues { years: x.years.clone(), values: x.values.clone() };
    let s = Figure::computed(&MannKendallS, series)?;
    let equals = |value: &Figure| {
        Figure::computed(&EqualValues, OneAndAll { value: value.clone(), values: x.values.clone() })
    };
    let equals = x.values.iter().map(equals).collect::<Result<_, _>>()?;
    let variance = Figure::computed(&MannKendallVariance, Counts { equals })?;
    let of = SAndVariance { s: s.clone(), variance: variance.clone() };
    let z = Figure::computed(&MannKendallZ, of)?;
    let p = Figure::computed(&MannKendallP, StandardisedS { z: z.clone() })?;
    Ok([s, variance, z, p])
}
