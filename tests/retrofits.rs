//! Plans of measures: what is saved is what the plant's sheet comes to after the changes, and nothing else.

use futures::FutureExt;
use proptest::prelude::*;
use water_ledger::evaluate::{
    MeasureFigures, PlannerFault, RetrofitPlan, SavingByOrder, best_sets, best_within, cheapest_reaching,
    everything, most_leaking, savings_by_order,
};
use water_ledger::exchange::Beginning;
use water_ledger::ledger::{
    CHANGES, COOLING, ChangeColumn, Column, CoolingColumn, Edit, Example, FLOWS, FlowColumn, Ledger, PERIODS,
    RETROFIT_MEASURES, RETROFITS, RetrofitEntry, RetrofitMeasureColumn as Measure, Row, RowCells, RowId,
    SUPPLIES, SupplyColumn, TableEdit, WATER_UNITS, WaterUnitColumn,
};
use water_ledger::quantity::{Quantity, Unit};
use water_ledger::show::retrofit::{begun, own_measures, taken_over};
use water_ledger::text::Language;

/// A measure: its name, what it costs, and the numbers that it changes. Behind a `<` stands where water comes from instead.
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
        let (change, source) = change.split_once('<').unwrap_or((change, ""));
        Row::blank(&CHANGES, RowId(id))
            .with(ChangeColumn::Measure, *name)
            .with(ChangeColumn::Target, *target)
            .with(ChangeColumn::Change, change)
            .with(ChangeColumn::Source, source)
    });
    Example::Works.ledger(Language::Chinese).with_sheets(&RETROFITS, [sheet.holding(&CHANGES, rows)])
}

fn plan_of(ledger: &Ledger) -> RetrofitPlan {
    (**everything(ledger).retrofit.plans.first().expect("a plan")).clone()
}

/// What each measure saves by itself, in the plan, and after all others.
fn orders_of(ledger: &Ledger) -> Vec<[f64; 3]> {
    let (sheet, plan) = (&ledger.sheets(&RETROFITS)[0], plan_of(ledger));
    let of = |(other, one): (&SavingByOrder, &MeasureFigures)| {
        [&other.alone, &one.in_plan, &other.at_last].map(value)
    };
    savings_by_order(sheet, &plan).iter().zip(&plan.measures).map(of).collect()
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
    assert_eq!(orders_of(&planned(&[TAPS])), [[2400.0; 3]]);
    // Ten years at eight per cent, where nothing else was typed.
    assert_eq!(value(&plan.plan.value).round(), 56_521.0);
}

#[test]
fn water_saved_is_neither_pumped_nor_heated() {
    let with = |ledger: &Ledger, entry: RetrofitEntry, text: &str| {
        ledger.after(Edit::set(RETROFITS.at(&[]), RowId(1), entry, text)).expect("an entry")
    };
    let energy = with(&planned(&[TAPS]), RetrofitEntry::Energy, "0.5 kWh/m³");
    assert_eq!(plan_of(&energy).plan.emissions, None);
    let both = with(&energy, RetrofitEntry::Emission, "0.6 ± 5%");
    let emissions = plan_of(&both).plan.emissions.expect("both are known");
    assert_eq!((emissions.value(), emissions.u().round()), (720.0, 36.0));
}

#[test]
fn the_second_measure_on_the_same_water_acts_on_what_is_left() {
    let plan = plan_of(&planned(&[TAPS, LEAKS]));
    assert_eq!(orders_of(&planned(&[TAPS, LEAKS])), [[2400.0, 2400.0, 2160.0], [1200.0, 960.0, 960.0]]);
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
    is_as_typed(&plan_of(&ledger), &typed, sheet);
}

/// Every figure of a plant after a plan is that of the plant with the same numbers typed in.
fn is_as_typed(plan: &RetrofitPlan, typed: &Ledger, sheet: RowId) {
    let by_hand = everything(typed).plant;
    let by_hand = by_hand.period(sheet).expect("2024").every_figure();
    let after = plan.after.as_ref().and_then(|after| after.plant()).expect("a plant").every_figure();
    assert_eq!(after.len(), by_hand.len());
    for (one, other) in after.iter().zip(&by_hand) {
        assert_eq!((one.of, one.name), (other.of, other.name));
        assert_eq!(one.figure.value().to_bits(), other.figure.value().to_bits(), "{}", one.name);
        assert!((one.figure.u() - other.figure.u()).abs() <= 1e-9 * other.figure.u(), "{}", one.name);
    }
}

const REUSE: Planned<'static> = ("回用", "60000", &[("循环冷却水站 · 地下水", "70%<废水站 · 排水")]);

#[test]
fn water_from_elsewhere_is_the_plant_with_its_flow_typed_in() {
    let ledger = planned(&[REUSE]);
    let plan = plan_of(&ledger);
    assert_eq!(codes(&plan), [] as [&str; 0]);
    assert_eq!(value(&plan.plan.saving), 11_200.0);
    assert_eq!(plan.opened, [] as [&str; 0]);
    let sheet = ledger.sheets(&PERIODS).last().expect("2024");
    let (units, id) = (WATER_UNITS.at(&[sheet.id]), sheet.id);
    let set = |ledger: Ledger, edit: Edit| ledger.after(edit).expect("allowed");
    let typed = set(ledger.clone(), Edit::set(units, RowId(3), WaterUnitColumn::Ground, "10800"));
    let typed = set(typed, Edit::set(units, RowId(7), WaterUnitColumn::Discharge, "4800"));
    let typed = set(typed, Edit::set(SUPPLIES.at(&[id]), RowId(2), SupplyColumn::Amount, "24800 ± 720"));
    let flow = [
        (FlowColumn::From.spec(), "废水站".to_string()),
        (FlowColumn::To.spec(), "循环冷却水站".to_string()),
        (FlowColumn::Amount.spec(), "11200".to_string()),
    ];
    let rows = vec![RowCells { row: None, cells: flow.to_vec() }];
    let typed = set(typed, Edit::Table(FLOWS.at(&[id]), TableEdit::Fill(rows)));
    is_as_typed(&plan, &typed, id);
}

#[test]
fn what_serves_gives_no_more_than_it_has_and_than_is_still_taken() {
    let saved = |measures: &[Planned<'_>]| {
        let plan = plan_of(&planned(measures));
        (codes(&plan), plan.measures.iter().map(|one| value(&one.in_plan)).collect::<Vec<_>>())
    };
    let none = || Vec::<&str>::new();
    let cooling = "循环冷却水站 · 地下水";
    let of = |change: &'static str| -> [(&'static str, &'static str); 1] { [(cooling, change)] };
    // All of it, an amount, more than there is, and of one source twice.
    assert_eq!(saved(&[("甲", "1", &of("<废水站 · 排水"))]), (none(), vec![16_000.0]));
    assert_eq!(saved(&[("甲", "1", &of("5000<废水站 · 排水"))]), (none(), vec![5000.0]));
    assert_eq!(saved(&[("甲", "1", &of("0.5 万m³<废水站 · 排水"))]), (none(), vec![5000.0]));
    assert_eq!(saved(&[("甲", "1", &of("50000<废水站 · 排水"))]), (none(), vec![16_000.0]));
    let twice = [("甲", "1", &of("70%<废水站 · 排水")[..]), ("乙", "1", &of("70%<废水站 · 排水")[..])];
    assert_eq!(saved(&twice), (none(), vec![11_200.0, 4800.0]));
    // Need first: a measure on the same water leaves less to serve, wherever it stands.
    let half = ("省半", "1", &of("-50%")[..]);
    assert_eq!(saved(&[("甲", "1", &of("<废水站 · 排水")), half]), (none(), vec![16_000.0, 6000.0]));
    assert_eq!(saved(&[half, ("甲", "1", &of("<废水站 · 排水"))]), (none(), vec![11_000.0, 11_000.0]));
    // Rain is drawn of a supply of its own, and counts as the plant's convention has it.
    let rain = plan_of(&planned(&[("雨", "1", &of("3000<雨水"))]));
    assert_eq!(codes(&rain), none());
    assert_eq!(rain.opened, none());
    // A flow is served as an intake is.
    let flow: Planned<'_> = ("丙", "1", &[("废水站 → 电镀车间 · 水量", "<锅炉房 · 排水量")]);
    assert_eq!(saved(&[flow]), (none(), vec![0.0]));
}

#[test]
fn water_that_cannot_come_from_there_is_said_at_its_place() {
    let cases: [(&str, &str, &str); 8] = [
        ("循环冷却水站 · 地下水", "70%<不存在 · 排水", "nothing_to_change"),
        ("循环冷却水站 · 地下水", "170%<废水站 · 排水", "bad_served_amount"),
        ("循环冷却水站 · 地下水", "-70%<废水站 · 排水", "bad_served_amount"),
        ("循环冷却水站 · 地下水", "多一点<废水站 · 排水", "bad_served_amount"),
        ("循环冷却水站 · 地下水", "70%<雨水", "bad_served_amount"),
        ("循环冷却水站 · 地下水", "70%<循环冷却水站 · 耗水", "not_served"),
        ("循环冷却水站 · 排水", "70%<废水站 · 排水", "not_served"),
        ("循环冷却水站 · 地下水", "0<废水站 · 排水", "no_water_to_serve"),
    ];
    each_is_said(&cases, "no_water_to_serve");
}

/// Each change is said by its code beside one that computes, and all that rests on it as incomplete, but for a mere caution.
fn each_is_said(cases: &[(&str, &str, &str)], caution: &str) {
    for (target, change, code) in cases {
        let plan = plan_of(&planned(&[("坏的", "1", &[(target, change)]), LEAKS]));
        assert_eq!(codes(&plan), [*code], "{target} {change}");
        assert_eq!(value(&plan.plan.saving), 1200.0, "{target} {change}");
        let is_said = plan.compared.iter().all(|one| one.after.is_incomplete());
        assert_eq!(is_said, *code != caution, "{target} {change}");
    }
}

#[test]
fn what_no_longer_closes_is_said() {
    let plan = plan_of(&planned(&[("只写取水", "1", &[("办公与食堂 · 自来水", "-20%")])]));
    assert_eq!(plan.opened, ["办公与食堂"]);
    assert_eq!(value(&plan.plan.saving), 2400.0);
}

#[test]
fn a_doubt_of_a_change_is_one_of_the_saving_and_of_all_that_rests_on_it() {
    for (change, saved, u) in
        [("-20% ± 5%", 2400.0, 600.0), ("-600 ± 15%", 600.0, 90.0), ("9000 ± 300", 3000.0, 300.0)]
    {
        let plan = plan_of(&planned(&[("疑", "24000", &[("办公与食堂 · 自来水", change)])]));
        assert_eq!(codes(&plan), [] as [&str; 0], "{change}");
        let of = |figure: &Option<water_ledger::metric::Figure>| {
            let figure = figure.as_ref().expect("computed");
            (figure.value(), (figure.u() * 1e6).round() / 1e6)
        };
        assert_eq!(of(&plan.plan.saving), (saved, u), "{change}");
        assert_eq!(of(&plan.measures[0].in_plan), (saved, u), "{change}");
        assert_eq!(of(&plan.plan.benefit), (5.0 * saved, 5.0 * u), "{change}");
        assert!(plan.plan.value.as_ref().is_some_and(|value| value.u() > 6.0 * 5.0 * u), "{change}");
    }
    // Two measures, each with its own doubt: in quadrature.
    let two = plan_of(&planned(&[
        ("一", "1", &[("办公与食堂 · 自来水", "-600 ± 30")]),
        ("二", "1", &[("锅炉房 · 自来水", "-600 ± 40")]),
    ]));
    assert!((two.plan.saving.expect("computed").u() - 50.0).abs() < 1e-6);
}

#[test]
fn each_fault_is_said_at_its_place_and_the_rest_computes() {
    let cases: [(&str, &str, &str); 7] = [
        ("办公与食堂 · 自来水", "-120%", "less_than_nothing"),
        ("办公与食堂 · 自来水", "-99999", "less_than_nothing"),
        ("不存在 · 自来水", "-20%", "nothing_to_change"),
        ("办公与食堂 · 地下水", "-20%", "nothing_to_change"),
        ("办公与食堂", "-20%", "nothing_to_change"),
        ("办公与食堂 · 自来水", "少一点", "bad_number_change"),
        ("办公与食堂 · 自来水", "12000", "changes_nothing"),
    ];
    each_is_said(&cases, "changes_nothing");
    let ledger = planned(&[TAPS]);
    let at = RETROFITS.at(&[]);
    let other_year = ledger.after(Edit::set(at, RowId(1), RetrofitEntry::Year, "1999")).expect("allowed");
    assert_eq!(codes(&plan_of(&other_year)), ["no_subject_of_year"]);
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
    assert_eq!(value(&without.measures[0].left_out), 2400.0);
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
    // What is saved is the town's water above 40 000 m³, at half as much again, and what was discharged of it: the tenth of the
    // average that it is apart from that.
    let marginal = (1600.0 * 3.2 * 1.5 + 800.0 * 3.2 + 2400.0 * 1.4) / 2400.0;
    assert!((value(&plan.price) - marginal).abs() < 1e-9, "{} {marginal}", value(&plan.price));
    assert!((value(&plan.price) - value(&own)).abs() > 1.0);
    let costs: Vec<_> = plan.compared.iter().filter(|one| one.name == "cost_of_item").collect();
    let less: f64 = costs.iter().map(|one| one.before.value() - one.after.value()).sum();
    assert!((less - marginal * 2400.0).abs() < 1e-6);
    let ledger = planned(&[TAPS]);
    let bare: Vec<_> = ledger
        .sheets(&PERIODS)
        .iter()
        .map(|sheet| (**sheet).clone().holding(&water_ledger::ledger::COSTS, Vec::<Row>::new()))
        .collect();
    let plan = plan_of(&blank(ledger.with_sheets(&PERIODS, bare)));
    assert!(plan.plan.benefit.as_ref().is_some_and(|benefit| benefit.is_incomplete()));
}

/// An example with a plan about one of its years.
fn plan_about(example: Example, about: &str, year: &str, measures: &[Planned<'_>]) -> Ledger {
    let of_plant = planned(measures);
    let plan = Row::clone(&of_plant.sheets(&RETROFITS)[0]);
    let plan = plan.with(RetrofitEntry::About, about).with(RetrofitEntry::Year, year);
    example.ledger(Language::Chinese).with_sheets(&RETROFITS, [plan])
}

fn of_plan<'p>(plan: &'p RetrofitPlan, name: &str, row: &str) -> &'p water_ledger::evaluate::BeforeAndAfter {
    plan.compared.iter().find(|one| one.name == name && one.row == row).expect("compared")
}

#[test]
fn a_canal_that_is_lined_lets_its_district_take_less_for_the_same_fields() {
    let lined: Planned<'static> = (
        "衬砌",
        "1200000",
        &[("红崖提水灌区 / 北支渠 · 衬砌", "混凝土"), ("红崖提水灌区 / 南支渠 · 衬砌", "混凝土")],
    );
    let plan = plan_of(&plan_about(Example::City, "irrigation", "2023", &[lined]));
    assert_eq!(codes(&plan), [] as [&str; 0]);
    let system = of_plan(&plan, "system", "红崖提水灌区");
    let gross = of_plan(&plan, "gross", "红崖提水灌区");
    assert!(system.after.value() > system.before.value());
    // 净用水量不变: gross by the ratio of the coefficients.
    let expected = gross.before.value() * system.before.value() / system.after.value();
    assert!((gross.after.value() - expected).abs() < 1e-9 * expected, "{} {expected}", gross.after.value());
    let saved = plan.plan.saving.as_ref().expect("computed");
    assert!((saved.value() - (gross.before.value() - gross.after.value())).abs() < 1e-6);
    // The fields get what they got.
    assert!(value(&plan.plan.consumption_saving).abs() < 1e-9);
    let coefficient = of_plan(&plan, "coefficient", "红崖提水灌区");
    assert!(coefficient.after.value() > coefficient.before.value());
}

#[test]
fn what_was_measured_of_a_canal_says_nothing_of_it_once_it_is_lined() {
    let system = |target: &str, change: &str| {
        let measure: &[(&str, &str)] = &[(target, change)];
        let plan = plan_of(&plan_about(Example::City, "irrigation", "2023", &[("衬砌", "0", measure)]));
        assert_eq!(codes(&plan), [] as [&str; 0], "{target}");
        value(&plan.plan.saving)
    };
    // Its β was none, of bare earth: β 1 is what was computed with.
    let canal = "红崖提水灌区 / 北支渠 · β";
    assert!(system(canal, "0.1") > system(canal, "0.5"));
    assert!(system(canal, "0.5") > 0.0);
    // Of the fourth the flows were measured, but not what its bed is made of.
    let measure: &[(&str, &str)] = &[("红崖提水灌区 / 4 斗渠 · β", "0.1")];
    let plan = plan_of(&plan_about(Example::City, "irrigation", "2023", &[("衬砌", "0", measure)]));
    assert!(plan.plan.saving.as_ref().is_some_and(|saving| saving.is_incomplete()));
}

#[test]
fn more_cycles_of_concentration_lessen_what_the_unit_takes_and_discharges() {
    let cycles: Planned<'static> = ("浓缩倍数", "38000", &[("循环冷却水站 · 浓缩倍数", "5")]);
    let plan = plan_of(&planned(&[cycles]));
    assert_eq!(codes(&plan), [] as [&str; 0]);
    // From 3, as the salts have it: N ÷ (N − 1) becomes 1.25 of 1.5, by the salt balance.
    let sheet = planned(&[cycles]).sheets(&PERIODS).last().expect("2024").clone();
    let row = sheet.rows(&WATER_UNITS).iter().find(|row| &row[WaterUnitColumn::Name] == "循环冷却水站");
    let taken: f64 = row.expect("the station")[WaterUnitColumn::Ground].parse().expect("a number");
    let saved = value(&plan.plan.saving);
    assert!((saved - taken / 6.0).abs() < 1e-6 * taken, "{saved} of {taken}");
    assert_eq!(plan.opened, [] as [&str; 0]);
    assert!(value(&plan.plan.consumption_saving).abs() < 1e-6);
    // Fewer take more.
    assert!(value(&plan_of(&planned(&[("少", "0", &[("循环冷却水站 · 浓缩倍数", "2")])])).plan.saving) < 0.0);
}

#[test]
fn cycles_change_no_water_where_it_is_not_known_whose() {
    let cycles: Planned<'static> = ("浓缩倍数", "38000", &[("循环冷却水站 · 浓缩倍数", "5")]);
    let ledger = planned(&[cycles]);
    let sheet = ledger.sheets(&PERIODS).last().expect("2024").id;
    let table = COOLING.at(&[sheet]);
    let other = [(CoolingColumn::Name.spec(), "另一套".to_string())];
    let two = ledger
        .after(Edit::Table(table, TableEdit::Fill(vec![RowCells { row: None, cells: other.to_vec() }])))
        .expect("allowed");
    assert_eq!(codes(&plan_of(&two)), [] as [&str; 0]);
    let named = two.after(Edit::set(table, RowId(1), CoolingColumn::Name, "冷却")).expect("allowed");
    let renamed: Planned<'static> = ("浓缩倍数", "38000", &[("冷却 · 浓缩倍数", "5")]);
    let plan = planned(&[renamed]).sheets(&RETROFITS)[0].clone();
    let named = named.with_sheets(&RETROFITS, [Row::clone(&plan)]);
    assert_eq!(codes(&plan_of(&named)), ["no_makeup"]);
}

#[test]
fn a_search_that_is_not_to_go_on_stops() {
    let ledger = planned(&[TAPS, LEAKS]);
    let (sheet, plan) = (&ledger.sheets(&RETROFITS)[0], plan_of(&ledger));
    let mut left = 3;
    let mut go_on = async || {
        left -= 1;
        left >= 0
    };
    let found = best_sets(sheet, &plan, &mut go_on).now_or_never().expect("it waits for nothing");
    assert_eq!(found, Err(PlannerFault::Stopped));
    let all = best_sets(sheet, &plan, &mut async || true).now_or_never().expect("it waits for nothing");
    assert!(all.is_ok_and(|sets| sets.len() > 1));
}

#[test]
fn less_net_water_is_less_consumed() {
    let plan = plan_of(&plan_about(
        Example::City,
        "irrigation",
        "2023",
        &[("灌溉制度", "0", &[("东河灌区 · 净灌溉用水量", "-10%"), ("东河灌区 · 毛灌溉用水量", "-10%")])],
    ));
    assert_eq!(codes(&plan), [] as [&str; 0]);
    let saved = |figure: &Option<water_ledger::metric::Figure>| {
        let quantity = figure.as_ref().expect("computed").quantity();
        quantity.to(Unit::CubicMetre).expect("a volume").value.round()
    };
    assert_eq!(saved(&plan.plan.saving), 14_851_000.0);
    assert_eq!(saved(&plan.plan.consumption_saving), 8_179_000.0);
    // 5 元 a m³.
    assert_eq!(value(&plan.plan.benefit).round(), 5.0 * 14_851_000.0);
}

#[test]
fn an_institution_saves_of_its_supply_and_scores_by_what_is_left() {
    let plan = plan_of(&plan_about(
        Example::University,
        "institution",
        "2024",
        &[
            ("查漏", "240000", &[("总表水量（不含非常规水）", "-40000")]),
            ("水嘴", "162000", &[("老校区 · 节水型", "+90")]),
        ],
    ));
    assert_eq!(codes(&plan), [] as [&str; 0]);
    assert_eq!(value(&plan.plan.saving), 40_000.0);
    let score = |subject: &Option<std::sync::Arc<dyn water_ledger::evaluate::Subject>>| {
        let review = subject.as_ref().and_then(|subject| subject.review()).expect("an institution");
        review.score.as_ref().expect("scored").total.value()
    };
    assert!(score(&plan.after) >= score(&plan.before));
    let per_person =
        plan.compared.iter().find(|one| one.name == "unit.water_per_person_day").expect("compared");
    assert!(per_person.after.value() < per_person.before.value());
}

#[test]
fn a_measure_begins_at_places_that_an_address_names() {
    let ledger = Example::Works.ledger(Language::Chinese).with_sheets(&RETROFITS, Vec::<Row>::new());
    let sheet = ledger.sheets(&PERIODS).last().expect("2024");
    let places = most_leaking(sheet);
    let names: Vec<_> = places.iter().map(|place| place.column.map(|column| column.name)).collect();
    assert_eq!(names, [Some("leakage"), Some("town")]);
    for beginning in [
        Beginning { change: "-50%".into(), ..Beginning::at(places.clone()) },
        Beginning { name: "查漏".into(), ..Beginning::at(vec![PERIODS.at(&[]).row(sheet.id)]) },
    ] {
        assert_eq!(Beginning::of_hash(&beginning.to_hash(), &ledger), Some(beginning));
    }
    for wrong in ["#/begin", "#/begin?", "#/begin?plant/99/", "#/industry"] {
        assert_eq!(Beginning::of_hash(wrong, &ledger), None, "{wrong}");
    }
    let beginning = Beginning { change: "-50%".into(), ..Beginning::at(places) };
    let (edits, plan) = begun(&ledger, &beginning, Language::Chinese).expect("begun");
    let after = edits.into_iter().fold(ledger, |ledger, edit| ledger.after(edit).expect("allowed"));
    let sheet = after.sheet(&RETROFITS, plan).expect("a plan");
    assert_eq!(&sheet[RetrofitEntry::Year], "2024");
    let changes: Vec<_> = sheet
        .rows(&CHANGES)
        .iter()
        .map(|row| (&row[ChangeColumn::Target], &row[ChangeColumn::Change]))
        .collect();
    assert_eq!(changes, [("办公与食堂 · 漏失水量", "-50%"), ("办公与食堂 · 自来水", "")]);
    // Begun once more it is the measure that is there.
    let (again, same) = begun(&after, &beginning, Language::Chinese).expect("begun");
    assert_eq!((again.len(), same), (0, plan));
}

#[test]
fn the_measures_of_other_plans_are_taken_over_under_names_of_their_own() {
    let ledger = Example::Works.ledger(Language::Chinese);
    let plans = ledger.sheets(&RETROFITS);
    let own = own_measures(&ledger, &plans[0], "冷却");
    let names: Vec<&str> = own.iter().map(|measure| measure.name.as_str()).collect();
    assert_eq!(names, ["冷却水浓缩倍数 3 → 5", "废水处理后补冷却水"]);
    let edits = taken_over(&plans[0], &own[1]);
    let after = edits.into_iter().fold(ledger.clone(), |ledger, edit| ledger.after(edit).expect("allowed"));
    let plan = &after.sheets(&RETROFITS)[0];
    let last = plan.rows(&CHANGES).last().expect("a change");
    assert_eq!(&last[ChangeColumn::Measure], "废水处理后补冷却水 (2)");
    assert_eq!(&last[ChangeColumn::Source], "废水站 · 排水量");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn shares_add_up_and_another_measure_never_saves_less(
        parts in prop::collection::vec((0..4usize, 0..100u32, 0..6usize), 1..5),
        more in (0..4usize, 0..100u32, 0..6usize),
    ) {
        const TARGETS: [&str; 4] = ["办公与食堂 · 自来水", "锅炉房 · 自来水", "循环冷却水站 · 地下水", "机加工车间 · 自来水"];
        // Some are less use, some are served by what others discharge.
        const SOURCES: [&str; 2] = ["废水站 · 排水", "锅炉房 · 排水"];
        let texts = |(target, percent, source): (usize, u32, usize)| match SOURCES.get(source) {
            Some(source) => (TARGETS[target], format!("{percent}%<{source}")),
            None => (TARGETS[target], format!("-{percent}%")),
        };
        let all: Vec<(&str, String)> = parts.iter().copied().chain([more]).map(texts).collect();
        let names: Vec<String> = (0..all.len()).map(|at| format!("措施{at}")).collect();
        let changes: Vec<[(&str, &str); 1]> = all.iter().map(|(target, change)| [(*target, change.as_str())]).collect();
        let measures: Vec<Planned<'_>> =
            names.iter().zip(&changes).map(|(name, change)| (name.as_str(), "1000", &change[..])).collect();
        let (fewer, whole) = (plan_of(&planned(&measures[..parts.len()])), plan_of(&planned(&measures)));
        let shares: f64 = whole.measures.iter().filter_map(|one| one.in_plan.as_ref()).map(|one| one.value()).sum();
        prop_assert!((shares - value(&whole.plan.saving)).abs() < 1e-6);
        prop_assert!(value(&whole.plan.saving) >= value(&fewer.plan.saving) - 1e-6);
        for [alone, in_plan, _] in orders_of(&planned(&measures)) {
            prop_assert!(alone >= in_plan - 1e-6);
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    /// Against every set there is, each put into the plan and evaluated as a whole.
    #[test]
    fn the_best_sets_are_those_of_trying_all(
        parts in prop::collection::vec((0..4usize, 1..60u32, 1..200u32), 1..5),
        pair in any::<bool>(),
        need in any::<bool>(),
        budget in 0..400u32,
        goal in 0..9000u32,
    ) {
        const TARGETS: [&str; 4] = ["办公与食堂 · 自来水", "锅炉房 · 自来水", "循环冷却水站 · 地下水", "机加工车间 · 自来水"];
        let names: Vec<String> = (0..parts.len()).map(|at| format!("措施{at}")).collect();
        let texts: Vec<(String, String)> =
            parts.iter().map(|(_, percent, cost)| (format!("-{percent}%"), format!("{cost}000"))).collect();
        let changes: Vec<[(&str, &str); 1]> =
            parts.iter().zip(&texts).map(|((target, ..), (change, _))| [(TARGETS[*target], change.as_str())]).collect();
        let measures: Vec<Planned<'_>> = names
            .iter()
            .zip(&changes)
            .zip(&texts)
            .map(|((name, change), (_, cost))| (name.as_str(), cost.as_str(), &change[..]))
            .collect();
        let set = |ledger: Ledger, row: usize, column: Measure, text: &str| {
            let edit = Edit::set(RETROFIT_MEASURES.at(&[RowId(1)]), RowId(row as u32 + 1), column, text);
            ledger.after(edit).expect("allowed")
        };
        let mut ledger = planned(&measures);
        if pair && parts.len() > 1 {
            ledger = set(set(ledger, 0, Measure::Group, "A"), 1, Measure::Group, "A");
        }
        if need && parts.len() > 2 {
            ledger = set(ledger, 2, Measure::Needs, &names[0]);
        }
        let plan = plan_of(&ledger);
        let sets = best_sets(&ledger.sheets(&RETROFITS)[0], &plan, &mut async || true).now_or_never().expect("it waits for nothing").expect("all is known");
        let (budget, goal) = (f64::from(budget) * 1000.0, f64::from(goal));
        // Investment, saving and value of every set that can be.
        let mut all = vec![(0.0, 0.0, 0.0)];
        for bits in 1..1_usize << parts.len() {
            let mut tried = ledger.clone();
            for at in 0..parts.len() {
                let standing = if bits & (1 << at) == 0 { "left_out" } else { "in_plan" };
                tried = set(tried, at, Measure::Standing, standing);
            }
            let tried = plan_of(&tried);
            if tried.measures.iter().filter(|one| one.is_in_plan).count() == bits.count_ones() as usize {
                let of = &tried.plan;
                all.push((value(&of.investment), value(&of.saving), value(&of.value)));
            }
        }
        let best = all.iter().filter(|set| set.0 <= budget).map(|set| set.2).fold(f64::NEG_INFINITY, f64::max);
        let found = best_within(&sets, Some(Quantity::new(budget, Unit::Yuan))).expect("nothing at least").value.value;
        prop_assert!((found - best).abs() < 1e-4, "{found} {best}");
        let cheapest = all.iter().filter(|set| set.1 >= goal + 1e-6).map(|set| set.0).fold(f64::INFINITY, f64::min);
        let found = cheapest_reaching(&sets, Quantity::new(goal + 1e-6, Unit::CubicMetre)).map_or(f64::INFINITY, |set| set.investment.value);
        prop_assert!(found == cheapest || (found - cheapest).abs() < 1e-4, "{found} {cheapest}");
        for set in &sets {
            let is_beaten = all.iter().any(|other| {
                other.0 < set.investment.value - 1e-6 && other.1 > set.saving.value + 1e-6 && other.2 > set.value.value + 1e-6
            });
            prop_assert!(!is_beaten, "{set:?}");
        }
    }
}
