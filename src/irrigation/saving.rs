//! 用水与节水, water used per area, totals, and what a higher coefficient saves.

use super::sources;
use crate::metric::{Card, Digits, Measure, Metric, Number, Output, in_unit, inputs, shared};
use crate::quantity::Unit;
use crate::text::Words;

inputs! {
    /// Gross water and the area that was actually irrigated with it.
    pub struct GrossAndArea {
        number gross_10k_m3 "W毛" "毛灌溉用水量" "gross irrigation water" = in_unit(Unit::TenThousandCubicMetres).at_least(0.0);
        number area_10k_mu "A" "实灌面积" "actually irrigated area" = in_unit(Unit::TenThousandMu).above(0.0);
    }
}

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
pub struct WaterPerMu;

impl Metric for WaterPerMu {
    type Inputs<N> = GrossAndArea<N>;

    const CARD: Card = Card {
        id: "irrigation.water_per_mu",
        name: Words::new("亩均灌溉用水量", "Irrigation water per mu"),
        output: Output {
            symbol: "w毛",
            measure: Measure::In(Unit::CubicMetrePerMu),
            digits: Digits::Decimals(2),
            plausible: None,
        },
        orders: &[],
        source: sources::BULLETIN,
    };

    fn formula<N: Number>(x: &GrossAndArea<N>) -> N {
        x.gross_10k_m3 / x.area_10k_mu
    }
}

inputs! {
    /// Amounts of one kind.
    pub struct Amounts {
        list amounts "x" "各项" "items" = shared();
    }
}

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
pub struct Total;

impl Metric for Total {
    type Inputs<N> = Amounts<N>;

    const CARD: Card = Card {
        id: "irrigation.total",
        name: Words::new("合计", "Total"),
        output: Output {
            symbol: "X",
            measure: Measure::Shared,
            digits: Digits::Significant(6),
            plausible: None,
        },
        orders: &[],
        source: sources::ARITHMETIC,
    };

    fn formula<N: Number>(x: &Amounts<N>) -> N {
        N::sum(x.amounts.iter().copied())
    }
}

inputs! {
    /// Gross water before, and the coefficients before and after.
    pub struct Before {
        number gross "W毛" "改造前毛灌溉用水量" "gross irrigation water before" = shared().at_least(0.0);
        number before "η1" "改造前系数" "coefficient before" = in_unit(Unit::One).above(0.0).at_most(1.0);
        number after "η2" "改造后系数" "coefficient after" = in_unit(Unit::One).above(0.0).at_most(1.0);
    }
}

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
pub struct SavingConstantNet;

impl Metric for SavingConstantNet {
    type Inputs<N> = Before<N>;

    const CARD: Card = Card {
        id: "irrigation.saving_constant_net",
        name: Words::new("节水量（净用水量不变）", "Water saved at constant net water"),
        output: Output {
            symbol: "ΔW",
            measure: Measure::Shared,
            digits: Digits::Significant(6),
            plausible: None,
        },
        orders: &[],
        source: sources::SAVING_NET,
    };

    fn formula<N: Number>(x: &Before<N>) -> N {
        x.gross * (N::from(1.0) - x.before / x.after)
    }
}

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
pub struct SavingConstantGross;

impl Metric for SavingConstantGross {
    type Inputs<N> = Before<N>;

    const CARD: Card = Card {
        id: "irrigation.saving_constant_gross",
        name: Words::new("节水量（毛用水量不变）", "Water saved at constant gross water"),
        output: Output {
            symbol: "ΔW′",
            measure: Measure::Shared,
            digits: Digits::Significant(6),
            plausible: None,
        },
        orders: &[],
        source: sources::SAVING_GROSS,
    };

    fn formula<N: Number>(x: &Before<N>) -> N {
        x.gross * (x.after - x.before)
    }
}
