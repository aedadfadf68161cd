//! Which days of which months a crop stands on the field, and what it needs in each.

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

#[cfg(test)]
mod tests {
    use super::*;

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
