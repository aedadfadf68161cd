//! Plans of measures: what is saved is what the plant's sheet comes to after the changes, and nothing else.

use proptest::prelude::*;
use water_ledger::evaluate::{RetrofitPlan, everything};
use water_ledger::ledger::{
    CHANGES, ChangeColumn, Edit, Example, Ledger, PERIODS, RETROFIT_MEASURES, RETROFITS, RetrofitEntry,
    RetrofitMeasureColumn as Measure, Row, RowId, SUPPLIES, SupplyColumn, WATER_UNITS, WaterUnitColumn,
};
use water_ledger::text::Language;

/// A measure: its name, what it costs, and the numbers that it changes.
type Planned<'p> = (&'p str, &'p str, &'p [(&'p str, &'p str)]);

/// The small works of 2024 with a plan of these measures.
fn planned(measures: &[Planned<'_>]) -> Ledger {
    let mut sheet = Row::blank(&RETROFITS, RowId(1))
        .with(RetrofitEntry::Name, "甲")
        .with(RetrofitEntry::Year, "2024")
        .with(RetrofitEntry::Price, "5");
    let rows = measures.iter().zip(1..).map(|((name, cost, _), id)| {
        Row::blank(&RETROFIT_MEASURES, RowId(id)).with(Measure::Name, *name).with(Measure::Investment, *cost)
    });
    sheet = sheet.holding(&RETROFIT_MEASURES, rows);
    let changes =
        measures.iter().flat_map(|(name, _, changes)| changes.iter().map(move |change| (name, change)));
    let rows = changes.zip(1..).map(|((name, (target, change)), id)| {
        Row::blank(&CHANGES, RowId(id))
            .with(ChangeColumn::Measure, *name)
            .with(ChangeColumn::Target, *target)
            .with(ChangeColumn::Change, *change)
    });
    Example::Works.ledger(Language::Chinese).with_sheets(&RETROFITS, [sheet.holding(&CHANGES, rows)])
}

fn plan_of(ledger: &Ledger) -> RetrofitPlan {
    (**everything(ledger).retrofit.plans.first().expect("a plan")).clone()
}

fn codes(plan: &RetrofitPlan) -> Vec<&'static str> {
    plan.problems.iter().map(|problem| problem.kind.code()).collect()
}

fn value(figure: &Option<water_ledger::metric::Figure>) -> f64 {
    figure.as_ref().expect("computed").value()
}

const TAPS: Planned<'static> =
    ("节水器具", "24000", &[("办公与食堂 · 自来水", "-20%"), ("办公与食堂 · 排水", "-2400")]);
const LEAKS: Planned<'static> =
    ("查漏", "5000", &[("办公与食堂 · 自来水", "-10%"), ("办公与食堂 · 漏失", "-50%")]);

#[test]
fn a_plan_saves_what_the_main_meters_show_less() {
    let plan = plan_of(&planned(&[TAPS]));
    assert_eq!(codes(&plan), [] as [&str; 0]);
    assert_eq!(value(&plan.plan.saving), 2400.0);
    assert_eq!(value(&plan.plan.benefit), 12_000.0);
    assert_eq!(value(&plan.plan.payback), 2.0);
    assert_eq!(plan.opened, [] as [&str; 0]);
    let measure = &plan.measures[0];
    assert_eq!([&measure.alone, &measure.in_plan, &measure.at_last].map(value), [2400.0; 3]);
    // Ten years at eight per cent, where nothing else was typed.
    assert_eq!(value(&plan.plan.value).round(), 56_521.0);
}

#[test]
fn the_second_measure_on_the_same_water_acts_on_what_is_left() {
    let plan = plan_of(&planned(&[TAPS, LEAKS]));
    let of = |index: usize| {
        let one = &plan.measures[index];
        [&one.alone, &one.in_plan, &one.at_last].map(value)
    };
    assert_eq!(of(0), [2400.0, 2400.0, 2160.0]);
    assert_eq!(of(1), [1200.0, 960.0, 960.0]);
    assert_eq!(value(&plan.plan.saving), 3360.0);
}

#[test]
fn the_plant_after_a_plan_is_the_plant_with_the_same_numbers_typed_in() {
    let ledger = planned(&[TAPS]);
    let sheet = ledger.sheets(&PERIODS).last().expect("2024").id;
    let set = |ledger: Ledger, edit: Edit| ledger.after(edit).expect("allowed");
    let typed =
        set(ledger.clone(), Edit::set(WATER_UNITS.at(&[sheet]), RowId(5), WaterUnitColumn::Town, "9600"));
    let typed = set(typed, Edit::set(WATER_UNITS.at(&[sheet]), RowId(5), WaterUnitColumn::Discharge, "7300"));
    let typed = set(typed, Edit::set(SUPPLIES.at(&[sheet]), RowId(1), SupplyColumn::Amount, "39200 ± 832"));
    let by_hand = everything(&typed).plant;
    let by_hand = by_hand.period(sheet).expect("2024").every_figure();
    let plan = plan_of(&ledger);
    let after = plan.after.expect("evaluated");
    let after = after.every_figure();
    assert_eq!(after.len(), by_hand.len());
    for (one, other) in after.iter().zip(&by_hand) {
        assert_eq!((one.of, one.name), (other.of, other.name));
        assert_eq!(one.figure.value().to_bits(), other.figure.value().to_bits(), "{}", one.name);
        assert!((one.figure.u() - other.figure.u()).abs() <= 1e-9 * other.figure.u(), "{}", one.name);
    }
}

#[test]
fn what_no_longer_closes_is_said() {
    let plan = plan_of(&planned(&[("只写取水", "1", &[("办公与食堂 · 自来水", "-20%")])]));
    assert_eq!(plan.opened, ["办公与食堂"]);
    assert_eq!(value(&plan.plan.saving), 2400.0);
}

#[test]
fn each_fault_is_said_at_its_place_and_the_rest_computes() {
    let cases: [(&str, &str, &str); 8] = [
        ("办公与食堂 · 自来水", "-600±10%", "uncertainty_here"),
        ("办公与食堂 · 自来水", "-120%", "less_than_nothing"),
        ("办公与食堂 · 自来水", "-99999", "less_than_nothing"),
        ("不存在 · 自来水", "-20%", "nothing_to_change"),
        ("办公与食堂 · 地下水", "-20%", "nothing_to_change"),
        ("办公与食堂", "-20%", "nothing_to_change"),
        ("办公与食堂 · 自来水", "少一点", "bad_number_change"),
        ("办公与食堂 · 自来水", "12000", "changes_nothing"),
    ];
    for (target, change, code) in cases {
        let plan = plan_of(&planned(&[("坏的", "1", &[(target, change)]), LEAKS]));
        assert_eq!(codes(&plan), [code], "{target} {change}");
        assert_eq!(value(&plan.plan.saving), 1200.0, "{target} {change}");
        let is_said = plan.compared.iter().all(|one| one.after.is_incomplete());
        assert_eq!(is_said, code != "changes_nothing", "{target} {change}");
    }
    let ledger = planned(&[TAPS]);
    let at = RETROFITS.at(&[]);
    let other_year = ledger.after(Edit::set(at, RowId(1), RetrofitEntry::Year, "1999")).expect("allowed");
    assert_eq!(codes(&plan_of(&other_year)), ["no_plant_of_year"]);
}

#[test]
fn what_a_measure_needs_and_excludes_is_held_to() {
    let set = |ledger: Ledger, row: u32, column: Measure, text: &str| {
        let edit = Edit::set(RETROFIT_MEASURES.at(&[RowId(1)]), RowId(row), column, text);
        ledger.after(edit).expect("allowed")
    };
    let both = planned(&[TAPS, LEAKS]);
    let needs = set(both.clone(), 2, Measure::Needs, "节水器具");
    assert_eq!(value(&plan_of(&needs).plan.saving), 3360.0);
    let without = plan_of(&set(needs, 1, Measure::Standing, "left_out"));
    assert_eq!(codes(&without), ["need_not_in_plan"]);
    assert_eq!(value(&without.plan.saving), 0.0);
    // Still worked out by itself.
    assert_eq!(value(&without.measures[0].alone), 2400.0);
    let grouped = set(set(both, 1, Measure::Group, "A"), 2, Measure::Group, "A");
    let grouped = plan_of(&grouped);
    assert_eq!(codes(&grouped), ["excluded"]);
    assert_eq!(value(&grouped.plan.saving), 2400.0);
}

#[test]
fn without_a_price_the_plants_own_costs_count_and_without_those_it_is_said() {
    let at = RETROFITS.at(&[]);
    let blank =
        |ledger: Ledger| ledger.after(Edit::set(at, RowId(1), RetrofitEntry::Price, "")).expect("allowed");
    let plan = plan_of(&blank(planned(&[TAPS])));
    let own = everything(&planned(&[TAPS])).plant.periods[2].figures.costs.per_intake.clone();
    assert_eq!(value(&plan.price), value(&own));
    let ledger = planned(&[TAPS]);
    let bare: Vec<_> = ledger
        .sheets(&PERIODS)
        .iter()
        .map(|sheet| (**sheet).clone().holding(&water_ledger::ledger::COSTS, Vec::<Row>::new()))
        .collect();
    let plan = plan_of(&blank(ledger.with_sheets(&PERIODS, bare)));
    assert!(plan.plan.benefit.as_ref().is_some_and(|benefit| benefit.is_incomplete()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn shares_add_up_and_another_measure_never_saves_less(
        parts in prop::collection::vec((0..4usize, 0..100u32), 1..5),
        more in (0..4usize, 0..100u32),
    ) {
        const TARGETS: [&str; 4] = ["办公与食堂 · 自来水", "锅炉房 · 自来水", "循环冷却水站 · 地下水", "机加工车间 · 自来水"];
        let texts = |(target, percent): (usize, u32)| (TARGETS[target], format!("-{percent}%"));
        let all: Vec<(&str, String)> = parts.iter().copied().chain([more]).map(texts).collect();
        let names: Vec<String> = (0..all.len()).map(|at| format!("措施{at}")).collect();
        let changes: Vec<[(&str, &str); 1]> = all.iter().map(|(target, change)| [(*target, change.as_str())]).collect();
        let measures: Vec<Planned<'_>> =
            names.iter().zip(&changes).map(|(name, change)| (name.as_str(), "1000", &change[..])).collect();
        let (fewer, whole) = (plan_of(&planned(&measures[..parts.len()])), plan_of(&planned(&measures)));
        let shares: f64 = whole.measures.iter().filter_map(|one| one.in_plan.as_ref()).map(|one| one.value()).sum();
        prop_assert!((shares - value(&whole.plan.saving)).abs() < 1e-6);
        prop_assert!(value(&whole.plan.saving) >= value(&fewer.plan.saving) - 1e-6);
        for one in &whole.measures {
            prop_assert!(value(&one.alone) >= value(&one.in_plan) - 1e-6);
        }
    }

    #[test]
    fn a_measure_that_changes_nothing_leaves_every_figure_to_the_bit(target in 0..3usize) {
        const TARGETS: [&str; 3] = ["办公与食堂 · 自来水", "电镀车间 · 地下水", "电镀车间 → 废水站 · 水量"];
        let plan = plan_of(&planned(&[("空", "1", &[(TARGETS[target], "-0%")])]));
        prop_assert_eq!(codes(&plan), [] as [&str; 0]);
        for one in &plan.compared {
            prop_assert_eq!(one.before.value().to_bits(), one.after.value().to_bits());
        }
    }
}
