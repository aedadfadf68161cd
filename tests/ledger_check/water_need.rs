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
