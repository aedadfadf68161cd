//! 显著误差检验, whether measurements disagree by more than their uncertainties allow, and which one most likely.
//!
//! The sum of squared corrections follows χ² if all uncertainties are as stated (global test), and each standardised
//! correction the normal distribution (measurement test, with Šidák's correction for testing many at once). Source:
//! textbook of data reconciliation (Tamhane and Mah 1985), unverified (textbook).

use crate::uncertainty::{chi_square_tail, normal_quantile};

/// 显著性水平, the risk of calling sound measurements wrong.
pub const SIGNIFICANCE: f64 = 0.05;

/// Standardised corrections that differ by less than this fraction are the same: the balances cannot tell such flows apart.
const TIE: f64 = 1e-6;

/// 整体检验, the global test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GlobalTest {
    /// χ², the sum of the squared corrections, each ÷ its u.
    pub chi_square: f64,
    /// 自由度, how many independent balances check the measurements.
    pub degrees_of_freedom: usize,
    /// The chance that sound measurements differ this far or farther.
    pub p: f64,
}

impl GlobalTest {
    pub(super) fn of(chi_square: f64, degrees_of_freedom: usize) -> Option<GlobalTest> {
        let p = chi_square_tail(chi_square, degrees_of_freedom);
        (degrees_of_freedom > 0).then_some(GlobalTest { chi_square, degrees_of_freedom, p })
    }

    /// Whether the measurements agree within their uncertainties, at [`SIGNIFICANCE`].
    pub fn agrees(&self) -> bool {
        self.p >= SIGNIFICANCE
    }
}

/// 测量检验, the measurement test.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasurementTest {
    /// 临界值, above which a standardised correction is more than chance.
    pub critical: f64,
    /// The flows most likely wrong: those with the largest standardised correction, if it is above the critical value.
    /// More than one where the balances cannot tell them apart.
    pub suspects: Vec<usize>,
}

impl MeasurementTest {
    /// The test of the standardised correction of each flow; none of a flow that is not checked.
    pub(super) fn of(standardised: &[Option<f64>]) -> Option<MeasurementTest> {
        let sizes: Vec<Option<f64>> = standardised.iter().map(|z| z.map(f64::abs)).collect();
        let tested = sizes.iter().flatten();
        let (count, largest) =
            tested.fold((0, 0.0), |(count, largest): (i32, f64), z| (count + 1, largest.max(*z)));
        if count == 0 {
            return None;
        }
        let each = -libm::expm1(libm::log1p(-SIGNIFICANCE) / f64::from(count));
        let critical = -normal_quantile(each / 2.0);
        let is_suspect = |z: Option<f64>| z.is_some_and(|z| z >= largest * (1.0 - TIE));
        let suspects = (0..sizes.len()).filter(|at| largest > critical && is_suspect(sizes[*at])).collect();
        Some(MeasurementTest { critical, suspects })
    }
}
