//! 夜间最小流量, what flows through a meter at night, when nobody should draw water.

use crate::numeric::mean;
use crate::quantity::MINUTES_OF_DAY as DAY;

/// 夜间时段, minutes of the day within which nobody should draw water. A window may pass midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NightWindow {
    /// First minute of it, after midnight.
    pub from: u32,
    /// First minute after it.
    pub to: u32,
}

impl NightWindow {
    /// 02:00 to 04:00, when least is drawn.
    pub const USUAL: NightWindow = NightWindow { from: 120, to: 240 };

    fn holds(self, start: u32, step: u32) -> bool {
        let length = (self.to + DAY - self.from) % DAY;
        let after = (start + DAY - self.from) % DAY;
        after + step <= length
    }
}

/// The lowest flows of the night, m³/h ascending, at most `count` of them.
///
/// `volumes` are the m³ of intervals of `step` minutes in a row, the first beginning at the minute `begin` of the day: 24 of 60
/// minutes or 96 of 15 are a day, and several days may follow each other. Only intervals that lie wholly within the window count; a volume
/// that is no number from zero up is no reading and is left out. Empty when nothing is left.
///
/// ```
/// use water_ledger::metering::{NightWindow, lowest_night_flows};
/// let mut day = vec![5.0; 24];
/// (day[2], day[3]) = (1.2, 0.9);
/// assert_eq!(lowest_night_flows(&day, 60, 0, NightWindow::USUAL, 3), [0.9, 1.2]);
/// ```
pub fn lowest_night_flows(
    volumes: &[f64],
    step: u32,
    begin: u32,
    window: NightWindow,
    count: usize,
) -> Vec<f64> {
    if step == 0 || step > DAY {
        return Vec::new();
    }
    let hours = f64::from(step) / 60.0;
    let starts = (0u64..).map(|place| ((u64::from(begin) + place * u64::from(step)) % u64::from(DAY)) as u32);
    let mut flows: Vec<f64> = starts
        .zip(volumes)
        .filter(|(start, volume)| window.holds(*start, step) && volume.is_finite() && **volume >= 0.0)
        .map(|(_, volume)| volume / hours)
        .collect();
    flows.sort_by(f64::total_cmp);
    flows.truncate(count);
    flows
}

/// 夜间最小流量, the mean of the `count` lowest flows of the night, m³/h; `None` without a reading in the window.
pub fn minimum_night_flow(volumes: &[f64], step: u32, window: NightWindow, count: usize) -> Option<f64> {
    let lowest = lowest_night_flows(volumes, step, 0, window, count);
    (!lowest.is_empty()).then(|| mean(&lowest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_of_an_hour_become_flows_and_other_hours_do_not_count() {
        let mut two_days = vec![0.25; 192];
        two_days[8..16].copy_from_slice(&[0.5, 0.4, 0.3, 0.6, 0.7, 0.8, f64::NAN, -1.0]);
        // 23:45 is lowest of all, but no night hour.
        two_days[95] = 0.01;
        two_days[96 + 8..96 + 16].copy_from_slice(&[0.9; 8]);
        let lowest = lowest_night_flows(&two_days, 15, 0, NightWindow::USUAL, 3);
        assert_eq!(lowest, [1.2, 1.6, 2.0]);
        assert_eq!(minimum_night_flow(&two_days, 15, NightWindow::USUAL, 2), Some(1.4));
    }

    #[test]
    fn a_window_may_pass_midnight_and_an_interval_across_its_end_does_not_count() {
        let day: Vec<f64> = (0..24).map(f64::from).collect();
        let window = NightWindow { from: 23 * 60, to: 90 };
        assert_eq!(lowest_night_flows(&day, 60, 0, window, 9), [0.0, 23.0]);
    }

    #[test]
    fn no_reading_is_no_flow() {
        for (volumes, step) in
            [(&[][..], 60), (&[1.0, 1.0][..], 60), (&[1.0; 24][..], 0), (&[1.0; 24][..], 2000)]
        {
            assert_eq!(minimum_night_flow(volumes, step, NightWindow::USUAL, 3), None, "{step}");
        }
        assert_eq!(minimum_night_flow(&[1.0; 24], 60, NightWindow::USUAL, 0), None);
    }
}
