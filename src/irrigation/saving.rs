//! 用水与节水, water used per area, totals, and what a higher coefficient saves.

use super::sources;
use crate::metric::{Number, in_unit, metric, shared};
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
    /// Water resources bulletins, 耕地实际灌溉亩均用水量; definition unverified (textbook).
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
    source sources::BULLETIN;
    formula |x, n| x.gross_10k_m3 / x.area_10k_mu
}

metric! {
    /// 合计, a total.
    ///
    /// # Formula
    /// X = Σ xᵢ
    ///
    /// # Symbols
    /// - xᵢ, amounts of one kind in one unit, any value.
    ///
    /// # Source
    /// Arithmetic.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{Amounts, Total}, metric::Metric};
    /// assert_eq!(Total::formula(&Amounts { amounts: vec![1.0, 2.5] }), 3.5);
    /// ```
    Total("irrigation.total", "合计", "Total")
    from Amounts {
        list amounts "x" "各项" "items" = shared();
    }
    gives "X" shared, 6 significant;
    source sources::ARITHMETIC;
    formula |x, n| Number::sum(x.amounts.iter().copied())
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
    /// Standard practice, unverified (textbook). Not to be mixed with the convention of constant gross water.
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
    /// 江苏水利 (jsgg.com.cn NewsID=7845); verified. Not to be mixed with the convention of constant net water.
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
