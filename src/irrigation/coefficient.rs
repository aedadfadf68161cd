//! 系数, coefficients: one district, canals in series, a region from its parts.

use super::sources;
use crate::metric::{Fault, FaultKind, Number, in_unit, inputs, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

/// Coefficients outside this range deserve a second look; unverified (textbook).
pub const PLAUSIBLE_COEFFICIENT: (f64, f64) = (0.2, 0.98);

metric! {
    /// 农田灌溉水有效利用系数, irrigation water effective utilization coefficient (首尾测算分析法, head–tail method).
    ///
    /// # Formula
    /// η = W净 / W毛
    ///
    /// # Symbols
    /// - W净, net irrigation water: stored in the root zone or the paddy basin, any volume unit, 0 ≤ W净 ≤ W毛.
    /// - W毛, gross irrigation water taken at the source for the same area and period, same unit, W毛 > 0.
    ///
    /// # Source
    /// Head–tail method (Xishuangbanna coefficient report) · 2013–2015; verified.
    ///
    /// # Example
    /// 西双版纳州 2013, 万m³, printed 0.5321:
    /// ```
    /// use water_ledger::{irrigation::{EffectiveUse, EffectiveUseCoefficient}, metric::Metric, numeric::round};
    /// let eta = EffectiveUseCoefficient::formula(&EffectiveUse { net: 22728.0, gross: 42714.0 });
    /// assert_eq!(round(eta, 4), 0.5321);
    /// ```
    EffectiveUseCoefficient("irrigation.effective_use_coefficient", "农田灌溉水有效利用系数", "Irrigation water effective utilization coefficient")
    from EffectiveUse {
        number net "W净" "净灌溉用水量" "net irrigation water" = shared().at_least(0.0);
        number gross "W毛" "毛灌溉用水量" "gross irrigation water" = shared().above(0.0);
    }
    gives "η" in One, 4 decimals;
    plausible PLAUSIBLE_COEFFICIENT;
    order net <= gross, "net_above_gross", Key::FaultNetAboveGross;
    source sources::HEAD_TAIL;
    formula |x, n| x.net / x.gross
}

metric! {
    /// 毛灌溉用水量（由净水量与系数反推）, gross irrigation water from net water and coefficient.
    ///
    /// # Formula
    /// W毛 = W净 / η
    ///
    /// # Symbols
    /// - W净, net irrigation water, any volume unit, W净 ≥ 0.
    /// - η, effective utilization coefficient, 0 < η ≤ 1.
    ///
    /// # Source
    /// Head–tail method (Xishuangbanna coefficient report) · 2013–2015; verified. The definition of η solved for W毛.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{GrossFromNet, NetAndCoefficient}, metric::Metric};
    /// assert_eq!(GrossFromNet::formula(&NetAndCoefficient { net: 590.0, coefficient: 0.59 }), 1000.0);
    /// ```
    GrossFromNet("irrigation.gross_from_net", "毛灌溉用水量（反推）", "Gross irrigation water, from the coefficient")
    from NetAndCoefficient {
        number net "W净" "净灌溉用水量" "net irrigation water" = shared().at_least(0.0);
        number coefficient "η" "灌溉水有效利用系数" "effective utilization coefficient" = in_unit(Unit::One).above(0.0).at_most(1.0);
    }
    gives "W毛" shared, 6 significant;
    source sources::HEAD_TAIL;
    formula |x, n| x.net / x.coefficient
}

metric! {
    /// 连乘法灌溉水利用系数, coefficient by the product method.
    ///
    /// # Formula
    /// η = Π ηᵢ
    ///
    /// # Symbols
    /// - ηᵢ, efficiency of a canal level or of the field, 0 < ηᵢ ≤ 1: η干·η支·η斗·η农·η田.
    ///
    /// # Source
    /// Technical code for water-saving irrigation GB/T 50363 · 2006; verified. As quoted. Holds for canals in series or
    /// equivalent parallel canals; with level-skipping supply it gives too little.
    ///
    /// # Example
    /// 党城湾, canal system 0.636 and field 0.88, printed 0.56:
    /// ```
    /// use water_ledger::{irrigation::{Levels, ProductCoefficient}, metric::Metric, numeric::round};
    /// assert_eq!(round(ProductCoefficient::formula(&Levels { levels: vec![0.636, 0.88] }), 2), 0.56);
    /// ```
    ProductCoefficient("irrigation.product_coefficient", "灌溉水利用系数（连乘法）", "Coefficient by the product method")
    from Levels {
        list levels "η" "各级水利用系数" "efficiency of each level" = in_unit(Unit::One).above(0.0).at_most(1.0);
    }
    gives "η" in One, 4 decimals;
    plausible PLAUSIBLE_COEFFICIENT;
    source sources::PRODUCT;
    formula |x, n| Number::product(x.levels.iter().copied())
}

inputs! {
    /// One part of a region.
    pub struct Part {
        number coefficient "η" "灌溉水有效利用系数" "effective utilization coefficient" = in_unit(Unit::One).above(0.0).at_most(1.0);
        number gross "W" "毛灌溉用水量" "gross irrigation water" = shared().at_least(0.0);
    }
}

metric! {
    /// 区域农田灌溉水有效利用系数, coefficient of a region from its parts, weighted by gross water.
    ///
    /// # Formula
    /// η = Σ ηᵢ·Wᵢ / Σ Wᵢ
    ///
    /// # Symbols
    /// - ηᵢ, coefficient of a part, 0 < ηᵢ ≤ 1.
    /// - Wᵢ, its gross irrigation water, one unit for all, Wᵢ ≥ 0 and Σ Wᵢ > 0.
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient · 2015-12 · 5.1–5.5;
    /// unverified (textbook). The clause is to be confirmed.
    ///
    /// # Example
    /// 本溪 2020 from its small districts and its wells, 0.5971:
    /// ```
    /// use water_ledger::{irrigation::{Part, Parts, RegionalCoefficient}, metric::Metric, numeric::round};
    /// let parts = vec![Part { coefficient: 0.5553, gross: 0.8393 }, Part { coefficient: 0.8154, gross: 0.1607 }];
    /// assert_eq!(round(RegionalCoefficient::formula(&Parts { parts }), 4), 0.5971);
    /// ```
    RegionalCoefficient("irrigation.regional_coefficient", "区域农田灌溉水有效利用系数", "Regional effective utilization coefficient")
    from Parts {
        rows<Part> parts "i" "各部分" "parts";
    }
    gives "η" in One, 4 decimals;
    plausible PLAUSIBLE_COEFFICIENT;
    source sources::AGGREGATION;
    check |x| {
        match x.parts.iter().map(|part| part.gross).sum::<f64>() {
            // A sum beyond all numbers would make the quotient zero, which it is not.
            f64::INFINITY => Err(Fault::at("parts", FaultKind::Overflow)),
            0.0 => Err(Fault::at("parts", FaultKind::ZeroDenominator)),
            _ => Ok(()),
        }
    };
    formula |x, n| {
        Number::sum(x.parts.iter().map(|part| part.coefficient * part.gross))
            / Number::sum(x.parts.iter().map(|part| part.gross))
    }
}
