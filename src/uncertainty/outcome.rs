//! What the draws of a figure come to.

use super::{Interval, Probability};
use crate::numeric::mean_and_deviation;

/// The distribution of a figure by its draws. Draws that left the domain of a formula, such as the root of a negative
/// number, are counted and take no further part.
#[derive(Clone, Debug, PartialEq)]
pub struct SimulationOutcome {
    /// The estimate.
    pub mean: f64,
    /// The standard uncertainty.
    pub u: f64,
    /// The interval that leaves as many draws below as above.
    pub symmetric: Interval,
    /// The shortest interval.
    pub shortest: Interval,
    /// How many draws are not finite.
    pub failed: usize,
    draws: Vec<f64>,
}

/// How many draws fall where.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    /// Where the first bar begins.
    pub low: f64,
    /// How wide a bar is.
    pub width: f64,
    /// Draws in each bar.
    pub counts: Vec<usize>,
    /// Draws below the first bar and above the last.
    pub beyond: (usize, usize),
}

/// A histogram reaches so many standard uncertainties to either side, where there are draws so far out.
const REACH: f64 = 4.0;

impl SimulationOutcome {
    /// The outcome of draws; `None` when none is finite or their spread is not.
    pub(super) fn of(mut draws: Vec<f64>, probability: Probability) -> Option<SimulationOutcome> {
        let asked = draws.len();
        draws.retain(|draw| draw.is_finite());
        let failed = asked - draws.len();
        let (mean, u) = mean_and_deviation(&draws);
        if draws.is_empty() || !mean.is_finite() || !u.is_finite() {
            return None;
        }
        let [symmetric, shortest] = intervals(&mut draws, probability);
        Some(SimulationOutcome { mean, u, symmetric, shortest, failed, draws })
    }

    /// How many draws the outcome rests on.
    pub fn count(&self) -> usize {
        self.draws.len()
    }

    /// The value that a share p of the draws does not exceed, found by selection.
    pub fn quantile(&mut self, p: f64) -> f64 {
        let rank = (p * self.draws.len() as f64).ceil() as usize;
        let place = rank.clamp(1, self.draws.len()) - 1;
        *self.draws.select_nth_unstable_by(place, f64::total_cmp).1
    }

    /// The share of draws that reach a limit or more, such as a pass line.
    pub fn share_at_least(&self, limit: f64) -> f64 {
        self.draws.iter().filter(|draw| **draw >= limit).count() as f64 / self.draws.len() as f64
    }

    /// The draws in so many bars.
    pub fn histogram(&self, bars: usize) -> Histogram {
        let bars = bars.max(1);
        let least = self.draws.iter().copied().fold(f64::INFINITY, f64::min);
        let most = self.draws.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let low = least.max(self.mean - REACH * self.u);
        let width = (most.min(self.mean + REACH * self.u) - low) / bars as f64;
        let (mut counts, mut beyond) = (vec![0; bars], (0, 0));
        for draw in &self.draws {
            let place = if width > 0.0 { (draw - low) / width } else { 0.0 };
            match place {
                below if below < 0.0 => beyond.0 += 1,
                // The upper end belongs to the last bar.
                above if above > bars as f64 => beyond.1 += 1,
                within => counts[(within as usize).min(bars - 1)] += 1,
            }
        }
        Histogram { low, width, counts, beyond }
    }
}

/// The symmetric and the shortest interval (JCGM 101, 7.7). Only the draws in the two tails are sorted.
fn intervals(draws: &mut [f64], probability: Probability) -> [Interval; 2] {
    let count = draws.len();
    let within = ((probability.value() * count as f64 + 0.5) as usize).min(count - 1);
    let outside = count - within;
    if outside < within {
        draws.select_nth_unstable_by(outside - 1, f64::total_cmp);
        draws[outside..].select_nth_unstable_by(within - outside, f64::total_cmp);
        draws[..outside].sort_unstable_by(f64::total_cmp);
        draws[within..].sort_unstable_by(f64::total_cmp);
    } else {
        draws.sort_unstable_by(f64::total_cmp);
    }
    // The interval that begins with the draw of this rank, counted from zero.
    let from = |rank: usize| Interval { low: draws[rank], high: draws[rank + within] };
    let length = |rank: &usize| draws[rank + within] - draws[*rank];
    let shortest = (0..outside).min_by(|a, b| length(a).total_cmp(&length(b))).unwrap_or(0);
    [from(outside.div_ceil(2) - 1), from(shortest)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn outcome(draws: Vec<f64>, p: f64) -> SimulationOutcome {
        SimulationOutcome::of(draws, Probability::new(p).expect("a probability")).expect("finite draws")
    }

    #[test]
    fn what_is_not_finite_is_counted_and_left_out() {
        let draws = vec![1.0, f64::NAN, 3.0, f64::INFINITY, 2.0, f64::NEG_INFINITY];
        let outcome = outcome(draws, 0.5);
        assert_eq!((outcome.mean, outcome.u, outcome.failed, outcome.count()), (2.0, 1.0, 3, 3));
        assert_eq!(SimulationOutcome::of(vec![f64::NAN], Probability::P95), None);
        assert_eq!(SimulationOutcome::of(vec![1e308, -1e308, 1e308], Probability::P95), None);
    }

    #[test]
    fn shares_and_bars_count_every_draw() {
        let outcome = outcome((0..1000).map(f64::from).collect(), 0.95);
        assert_eq!(outcome.share_at_least(900.0), 0.1);
        let histogram = outcome.histogram(10);
        assert_eq!(histogram.counts, vec![100; 10]);
        assert_eq!((histogram.low, histogram.beyond), (0.0, (0, 0)));
        let constant = super::SimulationOutcome { u: 0.0, mean: 5.0, draws: vec![5.0; 7], ..outcome };
        assert_eq!(constant.histogram(3).counts.iter().sum::<usize>(), 7);
    }

    proptest! {
        #[test]
        fn selection_finds_what_sorting_would(
            draws in prop::collection::vec(-1e6..1e6f64, 2..400),
            p in 0.01..0.999f64,
        ) {
            let mut found = outcome(draws.clone(), p);
            let mut sorted = draws;
            sorted.sort_by(f64::total_cmp);
            let count = sorted.len();
            let within = ((p * count as f64 + 0.5) as usize).min(count - 1);
            let rank = ((count - within) as f64 / 2.0).ceil() as usize;
            let symmetric = Interval { low: sorted[rank - 1], high: sorted[rank - 1 + within] };
            prop_assert_eq!(found.symmetric, symmetric);
            let lengths = (0..count - within).map(|at| sorted[at + within] - sorted[at]);
            let shortest = lengths.fold(f64::INFINITY, f64::min);
            prop_assert_eq!(found.shortest.high - found.shortest.low, shortest);
            let rank = ((p * count as f64).ceil() as usize).clamp(1, count);
            prop_assert_eq!(found.quantile(p), sorted[rank - 1]);
            let bars = found.histogram(7);
            let all = bars.counts.iter().sum::<usize>() + bars.beyond.0 + bars.beyond.1;
            prop_assert_eq!(all, count);
        }
    }
}
