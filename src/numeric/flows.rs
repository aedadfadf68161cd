//! 现金流量的收益率, the interest at which yearly flows are worth nothing today.

/// How often flows change from payments to receipts or back; years without a flow aside.
pub fn sign_changes(flows: &[f64]) -> usize {
    let signs: Vec<bool> = flows.iter().filter(|flow| **flow != 0.0).map(|flow| *flow > 0.0).collect();
    signs.windows(2).filter(|pair| pair[0] != pair[1]).count()
}

/// Halvings that leave nothing of the interval in which the root is looked for.
const HALVINGS: usize = 200;
/// A year's growth is looked for between e⁻²⁰ and e²⁰.
const WIDEST: f64 = 20.0;

/// The yearly rate of interest at which flows, the first of them today and each of the others a year later, are worth nothing; NaN
/// where they change their sign more than once or never, so that there is none or perhaps several.
///
/// ```
/// use water_ledger::numeric::return_rate;
/// assert!((return_rate(&[-100.0, 0.0, 121.0]) - 0.1).abs() < 1e-12);
/// assert!(return_rate(&[-100.0, 230.0, -132.0]).is_nan());
/// ```
pub fn return_rate(flows: &[f64]) -> f64 {
    if sign_changes(flows) != 1 || flows.iter().any(|flow| !flow.is_finite()) {
        return f64::NAN;
    }
    // By Descartes' rule one change has one root, and the value's sign tells on which side of it a growth lies.
    let value = |growth: f64| flows.iter().rev().fold(0.0, |value, flow| value * libm::exp(-growth) + flow);
    let (mut low, mut high) = (-WIDEST, WIDEST);
    let is_high = |growth: f64| (value(growth) > 0.0) == (value(WIDEST) > 0.0);
    if is_high(low) {
        return f64::NAN;
    }
    for _ in 0..HALVINGS {
        let middle = (low + high) / 2.0;
        *(if is_high(middle) { &mut high } else { &mut low }) = middle;
    }
    libm::expm1((low + high) / 2.0)
}

/// The slopes of [`return_rate`] along each flow, where it comes to `rate`.
pub fn return_rate_slopes(rate: f64, flows: &[f64]) -> Vec<f64> {
    let worth: Vec<f64> = (0..flows.len())
        .scan(1.0, |worth, _| Some(std::mem::replace(worth, *worth / (1.0 + rate))))
        .collect();
    let years = (0..).map(f64::from);
    let fall: f64 =
        years.zip(flows).zip(&worth).map(|((year, flow), worth)| year * flow * worth).sum::<f64>();
    worth.into_iter().map(|worth| worth * (1.0 + rate) / fall).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn at_the_rate_flows_are_worth_nothing(paid in 1.0..1e6f64, back in prop::collection::vec(0.0..1e6f64, 1..40)) {
            prop_assume!(back.iter().any(|flow| *flow > 1.0));
            let flows: Vec<f64> = [-paid].into_iter().chain(back).collect();
            let rate = return_rate(&flows);
            prop_assert!(rate > -1.0);
            let worth = |rate: f64| {
                let years = (0..).map(f64::from);
                years.zip(&flows).map(|(year, flow)| flow / libm::pow(1.0 + rate, year)).sum::<f64>()
            };
            let size: f64 = flows.iter().map(|flow| flow.abs()).sum();
            prop_assert!(worth(rate).abs() <= 1e-9 * size * (1.0 + 1.0 / (1.0 + rate)));
            // Who gets more has the higher rate.
            let mut more = flows.clone();
            more[1] += 1000.0;
            prop_assert!(return_rate(&more) > rate);
        }
    }

    #[test]
    fn flows_without_a_single_rate_have_none() {
        for flows in [
            &[][..],
            &[1.0],
            &[0.0, 0.0],
            &[1.0, 2.0],
            &[-1.0, 3.0, -2.0],
            &[-1.0, f64::NAN],
            &[f64::INFINITY, -1.0],
        ] {
            assert!(return_rate(flows).is_nan(), "{flows:?}");
        }
    }
}
