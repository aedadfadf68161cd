//! 类别与份额, coefficients of classes, shares implied by them, and coefficients from remote sensing.

use super::{PLAUSIBLE_COEFFICIENT, sources};
use crate::metric::{Fault, FaultKind, Number, in_unit, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

metric! {
    /// 类别平均系数, coefficient of a sampled class: the plain mean of its samples.
    ///
    /// # Formula
    /// η = Σ ηᵢ / n
    ///
    /// # Symbols
    /// - ηᵢ, coefficients of the sample districts of one size class or well type. Between classes the weight is gross
    ///   water: [`RegionalCoefficient`](super::RegionalCoefficient).
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient · 2015-12 · 5.1–5.5;
    /// unverified (textbook). The clause is to be confirmed.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{ClassMean, ClassSamples}, metric::Metric, numeric::round};
    /// let samples = ClassSamples { coefficients: vec![0.55, 0.56, 0.57] };
    /// assert_eq!(round(ClassMean::formula(&samples), 4), 0.56);
    /// ```
    ClassMean("irrigation.class_mean", "类别平均灌溉水有效利用系数", "Mean coefficient of a class")
    from ClassSamples {
        list coefficients "η" "样点灌区灌溉水有效利用系数" "coefficients of the samples" = in_unit(Unit::One).above(0.0).at_most(1.0);
    }
    gives "η" in One, 4 decimals;
    plausible PLAUSIBLE_COEFFICIENT;
    source sources::AGGREGATION;
    formula |x, n| Number::sum(x.coefficients.iter().copied()) / n(x.coefficients.len() as f64)
}

metric! {
    /// 反推毛水量份额, share of gross water of the second of two parts, implied by the coefficient of both.
    ///
    /// # Formula
    /// s₂ = (η − η₁) / (η₂ − η₁)
    ///
    /// # Symbols
    /// - η₁, η₂, coefficients of the parts, not equal; η, of both together, between them.
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient · 2015-12 · 5.1–5.5;
    /// unverified (textbook). Aggregation by gross water solved for the share; the clause is to be confirmed.
    ///
    /// # Example
    /// 本溪 2020, small districts and wells:
    /// ```
    /// use water_ledger::{irrigation::{ImpliedGrossShare, TwoParts}, metric::Metric, numeric::round};
    /// let parts = TwoParts { first: 0.5553, second: 0.8154, total: 0.5971 };
    /// assert_eq!(round(ImpliedGrossShare::formula(&parts), 4), 0.1607);
    /// ```
    ImpliedGrossShare("irrigation.implied_gross_share", "反推毛灌溉用水量份额", "Implied share of gross water")
    from TwoParts {
        number first "η₁" "第一部分系数" "coefficient of the first part" = in_unit(Unit::One).above(0.0).at_most(1.0);
        number second "η₂" "第二部分系数" "coefficient of the second part" = in_unit(Unit::One).above(0.0).at_most(1.0);
        number total "η" "整体系数" "coefficient of both" = in_unit(Unit::One).above(0.0).at_most(1.0);
    }
    gives "s₂" in One, 4 decimals;
    source sources::AGGREGATION;
    check |x| {
        let (low, high) = (x.first.min(x.second), x.first.max(x.second));
        if low == high {
            return Err(Fault::rule("second", "equal_coefficients", Key::FaultEqualCoefficients));
        }
        match low <= x.total && x.total <= high {
            true => Ok(()),
            false => Err(Fault::rule("total", "total_not_between", Key::FaultTotalNotBetween)),
        }
    };
    formula |x, n| (x.total - x.first) / (x.second - x.first)
}

metric! {
    /// 遥感法灌溉水有效利用系数, coefficient from evapotranspiration seen from above and rain.
    ///
    /// # Formula
    /// η = (ETi − Pi) / ((ETi − Pi) + (ETn − Pn))
    ///
    /// # Symbols
    /// - ETi, Pi, evapotranspiration and rain of the irrigated land; ETn, Pn, of the land beside it that is not irrigated,
    ///   which drinks what the canals lose. One volume unit for all; ETi > Pi, ETn ≥ Pn.
    ///
    /// # Source
    /// Arid Land Geography (Changma district) · 2020 · 43(4): 928–938; verified. What stands below the line is called net
    /// irrigation there and is used as the water supplied.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{RemoteSensing, RemoteSensingCoefficient}, metric::Metric, numeric::round};
    /// let seen = RemoteSensing { irrigated_et: 800.0, irrigated_rain: 100.0, other_et: 350.0, other_rain: 50.0 };
    /// assert_eq!(round(RemoteSensingCoefficient::formula(&seen), 4), 0.7);
    /// ```
    RemoteSensingCoefficient("irrigation.remote_sensing_coefficient", "灌溉水有效利用系数（遥感法）", "Coefficient by remote sensing")
    from RemoteSensing {
        number irrigated_et "ETi" "灌溉土地蒸散发量" "evapotranspiration of irrigated land" = shared().above(0.0);
        number irrigated_rain "Pi" "灌溉土地降水量" "rain on irrigated land" = shared().at_least(0.0);
        number other_et "ETn" "非灌溉土地蒸散发量" "evapotranspiration of other land" = shared().at_least(0.0);
        number other_rain "Pn" "非灌溉土地降水量" "rain on other land" = shared().at_least(0.0);
    }
    gives "η" in One, 4 decimals;
    plausible PLAUSIBLE_COEFFICIENT;
    order irrigated_rain <= irrigated_et, "rain_above_evapotranspiration", Key::FaultRainAboveEvapotranspiration;
    order other_rain <= other_et, "rain_above_evapotranspiration", Key::FaultRainAboveEvapotranspiration;
    source sources::REMOTE_SENSING;
    check |x| match (x.irrigated_et - x.irrigated_rain) + (x.other_et - x.other_rain) {
        0.0 => Err(Fault::at("irrigated_et", FaultKind::ZeroDenominator)),
        f64::INFINITY => Err(Fault::at("irrigated_et", FaultKind::Overflow)),
        _ => Ok(()),
    };
    formula |x, n| {
        let used = x.irrigated_et - x.irrigated_rain;
        used / (used + (x.other_et - x.other_rain))
    }
}

metric! {
    /// 系数的相对标准不确定度, relative uncertainty of a coefficient from those of net and gross water.
    ///
    /// # Formula
    /// ur = √(ur净² + ur毛²)
    ///
    /// # Symbols
    /// - Both in %, of one coverage, and net and gross measured independently of each other.
    ///
    /// # Source
    /// First-order propagation of uncertainty; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{CoefficientRelativeUncertainty, RelativeUncertainties}, metric::Metric, numeric::round};
    /// let both = RelativeUncertainties { net_relative_pct: 5.0, gross_relative_pct: 5.0 };
    /// assert_eq!(round(CoefficientRelativeUncertainty::formula(&both), 2), 7.07);
    /// ```
    CoefficientRelativeUncertainty("irrigation.coefficient_relative_uncertainty", "系数的相对不确定度", "Relative uncertainty of a coefficient")
    from RelativeUncertainties {
        number net_relative_pct "ur净" "净灌溉用水量相对不确定度" "relative uncertainty of net water" = in_unit(Unit::Percent).at_least(0.0);
        number gross_relative_pct "ur毛" "毛灌溉用水量相对不确定度" "relative uncertainty of gross water" = in_unit(Unit::Percent).at_least(0.0);
    }
    gives "ur" in Percent, 2 decimals;
    source sources::PROPAGATION;
    formula |x, n| (x.net_relative_pct.pow(n(2.0)) + x.gross_relative_pct.pow(n(2.0))).sqrt()
}
