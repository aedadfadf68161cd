//! 用水与节水, water used per area, totals, and what a higher coefficient saves.

use super::sources;
use crate::metric::{Number, in_unit, inputs, metric, shared};
use crate::quantity::Unit;

metric! {
    /// 亩均灌溉用水量, gross irrigation water per actually irrigated 亩.
    ///
    /// # Formula
    /// w毛 = W毛 / A
    ///
    /// # Symbols
    /// - W毛, gross irrigation water of the year, conveyance losses included, 万m³, W毛 ≥ 0.
    /// - A, actually irrigated area (实灌面积, not 有效灌溉面积), 万亩, A > 0.
    ///
    /// # Source
    /// By definition, water over area; verified. 亩均 needs no standard; which area is meant, the actually irrigated one, is said above.
    ///
    /// # Example
    /// 朝阳市 2020:
    /// ```
    /// use water_ledger::{irrigation::{GrossAndArea, WaterPerMu}, metric::Metric, numeric::round};
    /// let per_mu = WaterPerMu::formula(&GrossAndArea { gross_10k_m3: 19578.6, area_10k_mu: 184.98 });
    /// assert_eq!(round(per_mu, 2), 105.84);
    /// ```
    WaterPerMu("irrigation.water_per_mu", "亩均灌溉用水量", "Irrigation water per mu")
    from GrossAndArea {
        number gross_10k_m3 "W毛" "毛灌溉用水量" "gross irrigation water" = in_unit(Unit::TenThousandCubicMetres).at_least(0.0);
        number area_10k_mu "A" "实灌面积" "actually irrigated area" = in_unit(Unit::TenThousandMu).above(0.0);
    }
    gives "w毛" in CubicMetrePerMu, 2 decimals;
    source sources::WATER_OVER_AREA;
    formula |x, n| x.gross_10k_m3 / x.area_10k_mu
}

metric! {
    /// 节水量（净用水量不变）, water saved while the crops get as much as before.
    ///
    /// # Formula
    /// ΔW = W毛·(1 − η1 / η2)
    ///
    /// # Symbols
    /// - W毛, gross water before, any volume unit, W毛 ≥ 0.
    /// - η1, η2, coefficients before and after, 0 < η ≤ 1; ΔW is negative when the coefficient falls.
    ///
    /// # Source
    /// Water saving at constant net water; unverified (textbook). Not to be mixed with the convention of constant gross
    /// water.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{Before, SavingConstantNet}, metric::Metric, numeric::round};
    /// let saved = SavingConstantNet::formula(&Before { gross: 1000.0, before: 0.5, after: 0.6 });
    /// assert_eq!(round(saved, 2), 166.67);
    /// ```
    SavingConstantNet("irrigation.saving_constant_net", "节水量（净用水量不变）", "Water saved at constant net water")
    from Before {
        number gross "W毛" "改造前毛灌溉用水量" "gross irrigation water before" = shared().at_least(0.0);
        number before "η1" "改造前系数" "coefficient before" = in_unit(Unit::One).above(0.0).at_most(1.0);
        number after "η2" "改造后系数" "coefficient after" = in_unit(Unit::One).above(0.0).at_most(1.0);
    }
    gives "ΔW" shared, 6 significant;
    source sources::SAVING_NET;
    formula |x, n| x.gross * (n(1.0) - x.before / x.after)
}

metric! {
    /// 节水量（毛用水量不变）, loss avoided while the diversion stays as it was.
    ///
    /// # Formula
    /// ΔW′ = W毛·(η2 − η1)
    ///
    /// # Symbols
    /// - W毛, gross water, any volume unit, W毛 ≥ 0.
    /// - η1, η2, coefficients before and after, 0 < η ≤ 1; ΔW′ is negative when the coefficient falls.
    ///
    /// # Source
    /// Water saving at constant gross water (Jiangsu); verified. Not to be mixed with the convention of constant
    /// net water.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{Before, SavingConstantGross}, metric::Metric, numeric::round};
    /// let saved = SavingConstantGross::formula(&Before { gross: 1000.0, before: 0.5, after: 0.6 });
    /// assert_eq!(round(saved, 9), 100.0);
    /// ```
    SavingConstantGross("irrigation.saving_constant_gross", "节水量（毛用水量不变）", "Water saved at constant gross water")
    from Before;
    gives "ΔW′" shared, 6 significant;
    source sources::SAVING_GROSS;
    formula |x, n| x.gross * (x.after - x.before)
}

metric! {
    /// 节水率（净用水量不变）, share of the gross water saved while the crops get as much as before.
    ///
    /// # Formula
    /// r = 100·(1 − η1 / η2)
    ///
    /// # Symbols
    /// - η1, η2, coefficients before and after, 0 < η ≤ 1; r is negative when the coefficient falls.
    ///
    /// # Source
    /// Water saving at constant net water; unverified (textbook).
    ///
    /// # Example
    /// Gangcha canals, 0.49 to 0.62:
    /// ```
    /// use water_ledger::{irrigation::{BeforeAndAfter, SavingRateConstantNet}, metric::Metric, numeric::round};
    /// let canals = BeforeAndAfter { before: 0.49, after: 0.62 };
    /// assert_eq!(round(SavingRateConstantNet::formula(&canals), 1), 21.0);
    /// ```
    SavingRateConstantNet("irrigation.saving_rate_constant_net", "节水率（净用水量不变）", "Saving rate at constant net water")
    from BeforeAndAfter {
        number before "η1" "改造前系数" "coefficient before" = in_unit(Unit::One).above(0.0).at_most(1.0);
        number after "η2" "改造后系数" "coefficient after" = in_unit(Unit::One).above(0.0).at_most(1.0);
    }
    gives "r" in Percent, 2 decimals;
    source sources::SAVING_NET;
    formula |x, n| n(100.0) * (n(1.0) - x.before / x.after)
}

metric! {
    /// 节水量（定额与系数同时变化）, water saved while both the quota and the coefficient change.
    ///
    /// # Formula
    /// ΔW = A·(m1 / η1 − m2 / η2)
    ///
    /// # Symbols
    /// - A, area, 万亩; m1, m2, net quota of a year before and after, m³/亩; m³/亩 × 万亩 = 万m³.
    ///
    /// # Source
    /// Water saving at constant net water; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{QuotaChange, SavingQuotaChange}, metric::Metric, numeric::round};
    /// let change = QuotaChange {
    ///     area_10k_mu: 10.0, quota_before_m3_mu: 200.0, quota_after_m3_mu: 180.0,
    ///     coefficient_before: 0.5, coefficient_after: 0.6,
    /// };
    /// assert_eq!(round(SavingQuotaChange::formula(&change), 6), 1000.0);
    /// ```
    SavingQuotaChange("irrigation.saving_quota_change", "节水量（定额与系数变化）", "Water saved by quota and coefficient")
    from QuotaChange {
        number area_10k_mu "A" "灌溉面积" "area" = in_unit(Unit::TenThousandMu).at_least(0.0);
        number quota_before_m3_mu "m1" "改造前净灌溉定额" "net quota before" = in_unit(Unit::CubicMetrePerMu).at_least(0.0);
        number quota_after_m3_mu "m2" "改造后净灌溉定额" "net quota after" = in_unit(Unit::CubicMetrePerMu).at_least(0.0);
        number coefficient_before "η1" "改造前系数" "coefficient before" = in_unit(Unit::One).above(0.0).at_most(1.0);
        number coefficient_after "η2" "改造后系数" "coefficient after" = in_unit(Unit::One).above(0.0).at_most(1.0);
    }
    gives "ΔW" in TenThousandCubicMetres, 2 decimals;
    source sources::SAVING_NET;
    formula |x, n| {
        x.area_10k_mu * (x.quota_before_m3_mu / x.coefficient_before - x.quota_after_m3_mu / x.coefficient_after)
    }
}

inputs! {
    /// An area that changes from one way of irrigation to another.
    pub struct Conversion {
        number area_10k_mu "a" "改造面积" "area" = in_unit(Unit::TenThousandMu).at_least(0.0);
        number net_m3_mu "w净" "亩均净灌溉用水量" "net water per mu" = in_unit(Unit::CubicMetrePerMu).at_least(0.0);
        number before "η1" "改造前系数" "coefficient before" = in_unit(Unit::One).above(0.0).at_most(1.0);
        number after "η2" "改造后系数" "coefficient after" = in_unit(Unit::One).above(0.0).at_most(1.0);
    }
}

metric! {
    /// 节水量（分片改造）, water saved by converting several areas.
    ///
    /// # Formula
    /// ΔW = Σ aₖ·w净ₖ·(1 / η1ₖ − 1 / η2ₖ)
    ///
    /// # Source
    /// Water saving at constant net water; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{Conversion, Conversions, SavingConversion}, metric::Metric, numeric::round};
    /// let areas = vec![Conversion { area_10k_mu: 2.0, net_m3_mu: 150.0, before: 0.5, after: 0.75 }];
    /// assert_eq!(round(SavingConversion::formula(&Conversions { areas }), 6), 200.0);
    /// ```
    SavingConversion("irrigation.saving_conversion", "节水量（分片改造）", "Water saved by converting areas")
    from Conversions {
        rows<Conversion> areas "k" "改造片区" "areas";
    }
    gives "ΔW" in TenThousandCubicMetres, 2 decimals;
    source sources::SAVING_NET;
    formula |x, n| {
        Number::sum(x.areas.iter().map(|area| {
            area.area_10k_mu * area.net_m3_mu * (n(1.0) / area.before - n(1.0) / area.after)
        }))
    }
}
