//! Canals: which feeds which, and what seeps away on the way.

use water_ledger::evaluate::everything;
use water_ledger::ledger::{CANALS, CanalColumn as Canal, Column};

use crate::ledger_check::{At, added, at, expect_of, expect_problems, lacking, sample, typed, value};

fn expect(row: u32, column: Canal, text: &str, expected: &[(u32, Canal, &'static str)]) {
    let expected: Vec<At> =
        expected.iter().map(|(row, column, code)| (at(&CANALS), *row, column.spec(), *code)).collect();
    expect_problems(at(&CANALS), row, column.spec(), text, &expected);
}

#[test]
fn which_canal_feeds_which() {
    use Canal::{Delivery, Name, Upstream};
    expect(2, Upstream, "无此渠", &[(2, Upstream, "unknown_canal")]);
    expect(1, Upstream, "总干渠", &[(1, Upstream, "feeds_itself")]);
    // Through others: the main canal takes from a lateral of its own north branch.
    let round = [(1, Upstream, "feeds_itself"), (2, Upstream, "feeds_itself"), (4, Upstream, "feeds_itself")];
    expect(1, Upstream, "1 斗渠", &round);
    expect(5, Name, "1 斗渠", &[(4, Name, "duplicate_name"), (5, Name, "duplicate_name")]);
    // A canal that feeds no other needs a flow of its own.
    expect(4, Delivery, "", &[(4, Delivery, "blank")]);
    // Those below a canal follow its name; one without a name leaves them without it.
    expect(2, Name, "北干渠", &[]);
    let orphans = [(4, Upstream, "unknown_canal"), (5, Upstream, "unknown_canal"), (2, Delivery, "blank")];
    expect(2, Name, "", &orphans);
}

#[test]
fn what_a_canal_is_worked_out_from() {
    use Canal::{Delivery, GroundwaterFactor, Inflow, Length, Lining, LiningFactor, Outflow, Soil};
    for (row, column, text, at, code) in [
        (4, Delivery, "0", Delivery, "not_positive"),
        (4, Delivery, "-0.06", Delivery, "negative"),
        (4, Delivery, "60 L", Delivery, "other_dimension"),
        (4, Length, "", Length, "missing_input"),
        (4, Length, "0", Length, "not_positive"),
        (4, Length, "900 亩", Length, "other_dimension"),
        (4, Soil, "", Soil, "missing_input"),
        (4, Soil, "石头", Soil, "unknown_class"),
        (6, Lining, "木板", Lining, "unknown_class"),
        (4, LiningFactor, "-1", LiningFactor, "negative"),
        (4, LiningFactor, "1.5", LiningFactor, "outside"),
        (4, GroundwaterFactor, "0", GroundwaterFactor, "not_positive"),
        (4, GroundwaterFactor, "1.5", GroundwaterFactor, "too_large"),
        (7, Outflow, "0.06", Outflow, "outflow_above_inflow"),
        (7, Inflow, "-1", Inflow, "negative"),
    ] {
        let mut expected = vec![(row, at, code)];
        if column == Inflow {
            // Without its measured flow the canal is taken for one that seeps, which asks for the soil of its bed.
            expected.push((row, Soil, "missing_input"));
        }
        expect(row, column, text, &expected);
    }
}

#[test]
fn a_canal_that_feeds_itself_leaves_out_what_hangs_on_it_and_nothing_else() {
    let before = everything(&sample()).irrigation.years[4].details[4].canals.clone();
    let looped = added(&sample(), at(&CANALS), &["回渠", "回渠", "1", "0.5", "clay"]);
    let looped = added(&looped, at(&CANALS), &["回渠之下", "回渠", "1", "0.5", "clay"]);
    expect_of(&looped, &[(at(&CANALS), 8, Canal::Upstream.spec(), "feeds_itself")], "a canal apart");
    let after = everything(&looped).irrigation.years[4].details[4].canals.clone();
    assert_eq!(after.canals[..7], before.canals[..]);
    assert!(after.canals[7..].iter().all(|canal| canal.gross.is_none()));
    assert_eq!(lacking(&after.system), value(&before.system));
    assert_eq!(lacking(&after.diverted), value(&before.diverted));
}

#[test]
fn what_hangs_on_a_canal_that_cannot_be_computed_is_not_counted_as_delivered() {
    let before = everything(&sample()).irrigation.years[4].details[4].canals.clone();
    // A second head whose length is not known, and a canal below it that can be computed.
    let other = added(&sample(), at(&CANALS), &["西干渠", "", "", "", "clay"]);
    let other = added(&other, at(&CANALS), &["西支渠", "西干渠", "1", "0.5", "clay"]);
    expect_of(
        &other,
        &[(at(&CANALS), 8, Canal::Length.spec(), "missing_input")],
        "a head without its length",
    );
    let after = everything(&other).irrigation.years[4].details[4].canals.clone();
    assert!(after.canals[8].gross.is_some());
    assert_eq!(lacking(&after.system), value(&before.system));
}

#[test]
fn a_blank_row_between_canals_changes_nothing() {
    let before = everything(&sample()).irrigation.years[4].details[4].canals.clone();
    let blank = added(&sample(), at(&CANALS), &["", " ", "　"]);
    assert_eq!(everything(&blank).irrigation.years[4].details[4].canals, before);
    let without = typed(&blank, at(&CANALS), 8, Canal::Name.spec(), "");
    expect_of(&without, &[], "a blank row");
}
