//! Which days of which months a crop stands on the field, in which of its stages, and what it needs in each.

use crate::metric::Figure;
use crate::quantity::days_before;

/// A part of a month that a crop's season covers.
pub(super) struct Visit {
    /// Days from the season's beginning to the part.
    pub(super) first: u32,
    /// Its length.
    pub(super) days: u32,
}

/// Water use and net need of a crop in a month of the plan.
#[derive(PartialEq)]
pub(super) enum Need {
    /// The season does not reach the month.
    NotGrown,
    /// Something is not known that it takes.
    Missing,
    /// What it uses, and what it needs beside the rain.
    Known(Box<(Figure, Figure)>),
}

impl Need {
    pub(super) fn known(&self) -> Option<&(Figure, Figure)> {
        match self {
            Need::Known(figures) => Some(figures),
            Need::NotGrown | Need::Missing => None,
        }
    }
}

/// The parts of a month that a season covers, which begins on a day of the year and lasts so many days; one that runs over the
/// turn of the year may end in the month in which it began, and meets that twice.
pub(super) fn visits(start: u32, length: u32, month: u32) -> Vec<Visit> {
    let (month_first, month_last) = (days_before(month) + 1, days_before(month + 1));
    let part = |year: u32| {
        let from = (month_first + year).max(start);
        let beyond = (month_last + year + 1).min(start + length);
        (from < beyond).then(|| Visit { first: from - start, days: beyond - from })
    };
    [0, 365].into_iter().filter_map(part).collect()
}

/// The days of a part of a month that fall into one stage of the crop.
pub(super) struct StagePart {
    /// Which of the four stages.
    pub(super) stage: usize,
    /// How many days.
    pub(super) days: u32,
    /// Their mean number within the stage, whose first day is its day 1: the coefficient runs in a straight line there, so that
    /// its mean over the days, as FAO-56 takes it day by day, is that of the mean day.
    pub(super) mean_day: f64,
}

/// The parts of a month's days by the stages, each so many days long, that they fall into.
pub(super) fn stage_parts(visit: &Visit, lengths: [f64; 4]) -> Vec<StagePart> {
    let mut parts = Vec::new();
    let mut before = 0.0;
    for (stage, length) in lengths.into_iter().enumerate() {
        // Day n of the season belongs to the stage that has begun before it ends.
        let first = (visit.first + 1).max((before as u32).saturating_add(1));
        let last = (visit.first + visit.days).min((before + length) as u32);
        if first <= last {
            let mean_day = (f64::from(first) + f64::from(last)) / 2.0 - before;
            parts.push(StagePart { stage, days: last - first + 1, mean_day });
        }
        before += length;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_of_more_days_than_can_be_counted_leaves_none_to_the_next() {
        let parts = stage_parts(&Visit { first: 0, days: 31 }, [5e9, 30.0, 40.0, 25.0]);
        assert_eq!(parts.iter().map(|part| (part.stage, part.days)).collect::<Vec<_>>(), [(0, 31)]);
    }

    #[test]
    fn every_day_of_a_month_falls_into_one_stage_with_the_sum_of_its_days() {
        for lengths in [[20.0, 30.0, 40.0, 25.0], [20.5, 0.25, 40.25, 25.0], [0.4, 0.4, 0.4, 99.8]] {
            let length = lengths.iter().sum::<f64>() as u32;
            let (mut days, mut sum) = (0, 0.0);
            for month in 1..=12 {
                for visit in visits(100, length, month) {
                    for part in stage_parts(&visit, lengths) {
                        days += part.days;
                        let before: f64 = lengths[..part.stage].iter().sum();
                        sum += f64::from(part.days) * (before + part.mean_day);
                        assert!(part.mean_day > 0.0 && part.mean_day <= lengths[part.stage], "{lengths:?}");
                    }
                }
            }
            assert_eq!(days, length, "{lengths:?}");
            assert!((sum - f64::from(length * (length + 1)) / 2.0).abs() < 1e-6, "{lengths:?}: {sum}");
        }
    }

    #[test]
    fn every_day_of_a_season_falls_into_one_part_of_a_month() {
        for start in 1..=365 {
            for length in [1, 30, 200, 365] {
                let mut days: Vec<u32> = (1..=12)
                    .flat_map(|month| visits(start, length, month))
                    .flat_map(|visit| visit.first..visit.first + visit.days)
                    .collect();
                days.sort_unstable();
                assert_eq!(days, (0..length).collect::<Vec<_>>(), "{length} days from day {start}");
            }
        }
        // 15 February is day 46: the month is met again at the end of the season.
        let february: Vec<u32> = visits(46, 365, 2).iter().map(|visit| visit.days).collect();
        assert_eq!(february, [14, 14]);
    }
}
