//! The station's months and the crops of the season.

use water_ledger::evaluate::everything;
use water_ledger::ledger::{
    Column, ColumnSpec, MONTHS, MonthColumn as Month, RowId, SEASONS, SeasonColumn as Season, YEARS,
    YearEntry,
};

use crate::ledger_check::{
    At, YEAR, added, at, entered, expect_of, expect_problems, problems, sample, sorted,
};

#[test]
fn months() {
    use Month::{Humidity, Rain, Sunshine, Tmax, Tmin, Wind};
    let month = Month::Month;
    for (row, column, text, told, code) in [
        (1, month, "", month, "not_a_month"),
        (1, month, "13", month, "not_a_month"),
        (1, month, "0", month, "not_a_month"),
        (1, month, "3.5", month, "not_a_month"),
        (1, month, "三月", month, "not_a_month"),
        (2, month, "3月", month, "repeated"),
        (1, Tmax, "", Tmax, "blank"),
        (1, Tmin, "", Tmin, "blank"),
        (1, Tmax, "热", Tmax, "not_a_number"),
        (1, Tmin, "11.3", Tmin, "tmin_above_tmax"),
        (1, Humidity, "141", Humidity, "too_large"),
        (1, Humidity, "-1", Humidity, "negative"),
        (1, Wind, "-1", Wind, "negative"),
        (1, Wind, "2 km", Wind, "other_dimension"),
        (1, Sunshine, "20", Sunshine, "sunshine_above_daylight"),
        (1, Sunshine, "-1", Sunshine, "negative"),
        (1, Rain, "-4", Rain, "negative"),
    ] {
        expect_problems(at(&MONTHS), row, column.spec(), text, &[(at(&MONTHS), row, told.spec(), code)]);
    }
    // A fraction is refused, and the per cent that was meant is named.
    let humidity = |code| (at(&MONTHS), 1, Humidity.spec(), code);
    let both = [humidity("humidity_as_fraction"), humidity("slip")];
    expect_problems(at(&MONTHS), 1, Humidity.spec(), "0.41", &both);
    for column in [Humidity, Wind, Sunshine, Rain] {
        expect_problems(at(&MONTHS), 1, column.spec(), "", &[]);
    }
}

#[test]
fn beyond_the_polar_circle_the_months_without_a_night_say_so_and_the_others_are_computed() {
    let polar = entered(&sample(), YEARS.entry(YEAR, YearEntry::Latitude), "70");
    let of_month = |row| (at(&MONTHS).cell(RowId(row), Month::Month), "polar_day_or_night");
    // June and July.
    assert_eq!(problems(&everything(&polar)), sorted(vec![of_month(4), of_month(5)]));
    let months = everything(&polar).irrigation.years[4].water_need.months.clone();
    let computed: Vec<bool> = months.iter().map(|month| month.et0.is_some()).collect();
    assert_eq!(computed, [true, true, true, false, false, true, true]);
}

#[test]
fn crops_of_the_season() {
    let (name, start, share) = (Season::Name.spec(), Season::Start.spec(), Season::Share.spec());
    let cases: [(&'static ColumnSpec, &str, &[At]); 10] = [
        (
            name,
            "苜蓿",
            &[(at(&SEASONS), 1, name, "duplicate_name"), (at(&SEASONS), 3, name, "duplicate_name")],
        ),
        (name, "", &[]),
        (start, "", &[(at(&SEASONS), 1, start, "not_a_day")]),
        (start, "13-1", &[(at(&SEASONS), 1, start, "not_a_day")]),
        (start, "4-31", &[(at(&SEASONS), 1, start, "not_a_day")]),
        (start, "4月20日", &[]),
        (share, "", &[(at(&SEASONS), 1, share, "blank")]),
        (share, "0", &[(at(&SEASONS), 1, share, "not_positive")]),
        (share, "-46", &[(at(&SEASONS), 1, share, "negative")]),
        (share, "46 mm", &[(at(&SEASONS), 1, share, "other_dimension")]),
    ];
    for (column, text, expected) in cases {
        expect_problems(at(&SEASONS), 1, column, text, expected);
    }
    for column in &Season::COLUMNS[Season::Initial.index()..] {
        expect_problems(at(&SEASONS), 1, column, "", &[(at(&SEASONS), 1, column, "blank")]);
        expect_problems(at(&SEASONS), 1, column, "x", &[(at(&SEASONS), 1, column, "not_a_number")]);
        expect_problems(at(&SEASONS), 1, column, "0", &[(at(&SEASONS), 1, column, "not_positive")]);
    }
}

#[test]
fn a_month_met_twice_is_counted_once() {
    let before = everything(&sample()).irrigation.years[4].water_need.clone();
    let twice = added(&sample(), at(&MONTHS), &["7", "30.1", "16.4", "53", "2.2", "9.3", "34"]);
    expect_of(&twice, &[(at(&MONTHS), 8, Month::Month.spec(), "repeated")], "July twice");
    let after = everything(&twice).irrigation.years[4].water_need.clone();
    assert_eq!(after.net, before.net);
    assert_eq!(after.crops, before.crops);
}

/// 31 days in January and so on.
const MONTHS_OF_YEAR: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// What FAO-56 comes to day by day: the coefficient of each day of the season (its equation 66) times ET0 of the day's month.
fn day_by_day(start: u32, stages: [u32; 4], kc: [f64; 3], et0: &dyn Fn(u32) -> f64) -> f64 {
    let of_day = |day: u32| {
        let [initial, development, middle, late] = stages;
        let within = |before: u32, length: u32| f64::from(day - before) / f64::from(length);
        match day {
            _ if day <= initial => kc[0],
            _ if day <= initial + development => kc[0] + within(initial, development) * (kc[1] - kc[0]),
            _ if day <= initial + development + middle => kc[1],
            _ => kc[1] + within(initial + development + middle, late) * (kc[2] - kc[1]),
        }
    };
    let month = |day: u32| {
        let mut left = (start + day - 2) % 365;
        MONTHS_OF_YEAR.iter().zip(1..).find(|(days, _)| {
            let is_here = left < **days;
            left = left.saturating_sub(**days);
            is_here
        })
    };
    let water = |day: u32| of_day(day) * et0(month(day).expect("a month").1);
    (1..=stages.iter().sum()).map(water).sum()
}

#[test]
fn a_crop_uses_what_fao_56_comes_to_day_by_day() {
    // All months at the station, so that no season leaves them.
    let mut station = sample();
    for month in ["1", "2", "10", "11", "12"] {
        station = added(&station, at(&MONTHS), &[month, "8.5", "-4.5", "45", "2.1", "6.5", "3"]);
    }
    for (name, start, day, stages, kc) in [
        // Stages that end in the middle of months, and with them.
        ("玉米", "4-20", 110, [25, 40, 45, 30], [0.3, 1.2, 0.5]),
        ("蔬菜", "5-1", 121, [31, 30, 31, 31], [0.6, 1.05, 0.95]),
        // A month that holds three stages, a season within one month, one of a day for each stage.
        ("短", "6-3", 154, [5, 7, 6, 40], [0.4, 1.1, 0.3]),
        ("一月", "7-2", 183, [4, 9, 7, 8], [0.2, 1.3, 0.2]),
        ("四天", "6-29", 180, [1, 1, 1, 1], [0.3, 1.2, 0.6]),
        // Over the turn of the year, and a whole year that meets February twice.
        ("冬小麦", "10-5", 278, [30, 140, 40, 30], [0.4, 1.15, 0.4]),
        ("苜蓿一年", "2-15", 46, [100, 100, 100, 65], [1.0, 1.0, 1.0]),
        ("变化一年", "2-15", 46, [90, 110, 100, 65], [0.4, 1.2, 0.7]),
    ] {
        let [initial, development, middle, late] = stages.map(|days: u32| days.to_string());
        let [kc_initial, kc_middle, kc_end] = kc.map(|kc: f64| kc.to_string());
        let cells =
            [name, "10", start, &initial, &development, &middle, &late, &kc_initial, &kc_middle, &kc_end];
        let ledger = added(&station, at(&SEASONS), &cells);
        let found = everything(&ledger).irrigation.years[4].water_need.clone();
        let months = ledger.rows_at(at(&MONTHS)).expect("months");
        let et0 = |month: u32| {
            let row = months.iter().position(|row| row[Month::Month] == month.to_string());
            found.months[row.expect("the month")].et0.as_ref().expect("weather").value()
        };
        let used = found.crops.last().expect("the crop").evapotranspiration.as_ref();
        let used = used.unwrap_or_else(|| panic!("{name} uses water")).value();
        let expected = day_by_day(day, stages, kc, &et0);
        assert!((used / expected - 1.0).abs() < 1e-12, "{name}: {used}, day by day {expected}");
    }
}
