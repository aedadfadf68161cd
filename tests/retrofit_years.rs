//! Plans after the measures: years that differ, contracts, readings before and after.

use proptest::prelude::*;
use water_ledger::evaluate::{Afterwards, everything};
use water_ledger::ledger::{
    CHANGES, ChangeColumn, Example, RETROFIT_MEASURES, RETROFIT_READINGS, RETROFIT_YEARS, RETROFITS,
    RetrofitEntry as Entry, RetrofitMeasureColumn as Measure, RetrofitReadingColumn as Reading,
    RetrofitYearColumn as Year, Row, RowId,
};
use water_ledger::metric::Figure;
use water_ledger::text::Language;

/// A plan of the small works that saves 2400 m³ a year at 5 元 for 24,000 元, with entries, years and readings.
fn plan(entries: &[(Entry, &str)], years: &[[&str; 4]], readings: &[[&str; 5]]) -> Afterwards {
    let mut sheet = Row::blank(&RETROFITS, RowId(1)).with(Entry::Year, "2024").with(Entry::Price, "5");
    for (entry, typed) in entries {
        sheet = sheet.with(*entry, *typed);
    }
    let measure = Row::blank(&RETROFIT_MEASURES, RowId(1))
        .with(Measure::Name, "节水器具")
        .with(Measure::Investment, "24000")
        .with(Measure::Running, "1000");
    let change = Row::blank(&CHANGES, RowId(1))
        .with(ChangeColumn::Measure, "节水器具")
        .with(ChangeColumn::Target, "办公与食堂 · 自来水")
        .with(ChangeColumn::Change, "-2400");
    let years = years.iter().zip(1..).map(|([year, reached, share, once], id)| {
        Row::blank(&RETROFIT_YEARS, RowId(id))
            .with(Year::Year, *year)
            .with(Year::Reached, *reached)
            .with(Year::Share, *share)
            .with(Year::Once, *once)
    });
    let readings = readings.iter().zip(1..).map(|([month, phase, used, driver, adjustment], id)| {
        Row::blank(&RETROFIT_READINGS, RowId(id))
            .with(Reading::Month, *month)
            .with(Reading::Phase, *phase)
            .with(Reading::Used, *used)
            .with(Reading::Driver, *driver)
            .with(Reading::Adjustment, *adjustment)
    });
    let sheet = sheet
        .holding(&RETROFIT_MEASURES, [measure])
        .holding(&CHANGES, [change])
        .holding(&RETROFIT_YEARS, years)
        .holding(&RETROFIT_READINGS, readings);
    let ledger = Example::Works.ledger(Language::Chinese).with_sheets(&RETROFITS, [sheet]);
    let found = everything(&ledger).retrofit.plans.first().expect("a plan").clone();
    Afterwards::of(&ledger.sheets(&RETROFITS)[0], found)
}

fn value(figure: &Option<Figure>) -> f64 {
    figure.as_ref().expect("computed").value()
}

fn codes(after: &Afterwards) -> Vec<&'static str> {
    // That less discharge must be said too is no matter of these.
    let problems = after.plan.problems.iter().chain(&after.problems);
    let codes = problems.map(|problem| problem.kind.code());
    codes.filter(|code| *code != "balance_open").collect()
}

/// What is worth something over ten years at eight per cent.
fn worth(flows: &[f64]) -> f64 {
    (0..).zip(flows).map(|(year, flow)| flow / 1.08_f64.powi(year)).sum()
}

#[test]
fn years_that_differ_change_the_value_the_return_and_the_payback() {
    let level = plan(&[], &[], &[]);
    assert_eq!(value(&level.plan.plan.benefit), 11_000.0);
    let plan = plan(
        &[(Entry::Growth, "2%"), (Entry::Years, "4")],
        &[["3", "50%", "", ""], ["2", "", "", "-3000"]],
        &[],
    );
    assert_eq!(codes(&plan), [] as [&str; 0]);
    let of_year = |year: i32, reached: f64| 2400.0 * reached * 5.0 * 1.02_f64.powi(year) - 1000.0;
    let flows = [-24_000.0, of_year(1, 1.0), of_year(2, 1.0) - 3000.0, of_year(3, 0.5), of_year(4, 0.5)];
    assert!((value(&plan.plan.plan.value) - worth(&flows)).abs() < 0.01);
    assert!(plan.plan.plan.rate.as_ref().is_some_and(|rate| rate.value() > 0.0 && rate.value() < 20.0));
    let so_far: f64 = flows[..3].iter().sum();
    assert!((value(&plan.plan.plan.payback) - (2.0 - so_far / flows[3])).abs() < 0.01);
    let today = |year: i32| flows[year as usize] / 1.08_f64.powi(year);
    let so_far: f64 = (0..4).map(today).sum();
    assert!((value(&plan.plan.plan.discounted) - (3.0 - so_far / today(4))).abs() < 0.01);
    let money = plan.plan.plan.money.clone().expect("money");
    let in_hand: Vec<f64> = money.in_hand(false).iter().map(Figure::value).collect();
    let mut so_far = 0.0;
    for (found, flow) in in_hand.iter().zip(flows) {
        so_far += flow;
        assert!((found - so_far).abs() < 0.01, "{in_hand:?}");
    }
    assert_eq!(in_hand.len(), 5);
}

#[test]
fn with_interest_years_that_differ_pay_back_later() {
    let plan = plan(&[(Entry::Years, "8")], &[["2", "80%", "", ""]], &[]);
    let flows: Vec<f64> =
        (1..=8).map(|year| (if year == 1 { 11_000.0 } else { 8600.0 }) / 1.08_f64.powi(year)).collect();
    let (mut left, mut years) = (24_000.0, 0.0);
    for flow in flows {
        years += (left / flow).clamp(0.0, 1.0);
        left -= flow;
    }
    let figures = &plan.plan.plan;
    assert!((value(&figures.discounted) - years).abs() < 1e-3, "{years}");
    assert!(value(&figures.discounted) > value(&figures.payback));
}

#[test]
fn a_year_that_cannot_be_is_said() {
    let plan = plan(
        &[],
        &[["1.5", "80%", "", ""], ["2", "90%", "", ""], ["2", "50%", "", ""], ["", "70%", "", ""]],
        &[],
    );
    assert_eq!(codes(&plan), ["no_whole_year", "repeated", "blank"]);
}

#[test]
fn a_shared_contract_comes_to_what_its_closed_forms_say() {
    let plan = plan(&[(Entry::Contract, "shared"), (Entry::Term, "10"), (Entry::Share, "80")], &[], &[]);
    assert_eq!(codes(&plan), [] as [&str; 0]);
    let contract = &plan.contract;
    let annuity = (1.0 - 1.08_f64.powi(-10)) / 0.08;
    assert!((value(&contract.company_value) - ((12_000.0 * 0.8 - 1000.0) * annuity - 24_000.0)).abs() < 0.01);
    assert!((value(&contract.user_value) - 12_000.0 * 0.2 * annuity).abs() < 0.01);
    assert!((value(&contract.breakeven) - 100.0 * (24_000.0 / annuity + 1000.0) / 12_000.0).abs() < 0.01);
    // At that share the company gets its money back and no more.
    let share = format!("{}", value(&contract.breakeven));
    let even = self::plan(&[(Entry::Contract, "shared"), (Entry::Share, &share)], &[], &[]);
    assert!(value(&even.contract.company_value).abs() < 5.0);
}

#[test]
fn a_share_that_falls_is_typed_by_the_year() {
    let terms = [(Entry::Contract, "shared"), (Entry::Term, "5")];
    let plan = plan(&terms, &[["1", "", "90", ""], ["3", "", "50", ""]], &[]);
    let company: Vec<f64> = plan.contract.years.iter().map(|year| year.company.value()).collect();
    let expected = [-24_000.0, 9800.0, 9800.0, 5000.0, 5000.0, 5000.0, 0.0, 0.0, 0.0, 0.0, 0.0];
    for (found, expected) in company.iter().zip(expected) {
        assert!((found - expected).abs() < 1e-6, "{company:?}");
    }
}

#[test]
fn a_guarantee_that_is_missed_is_owed_at_the_price_of_the_year() {
    let terms = [
        (Entry::Contract, "guaranteed"),
        (Entry::Term, "3"),
        (Entry::Fee, "30000"),
        (Entry::Guaranteed, "2400"),
    ];
    let plan = plan(&terms, &[["2", "75%", "", ""]], &[]);
    let owed: Vec<f64> =
        plan.contract.years.iter().map(|year| year.owed.as_ref().map_or(0.0, Figure::value)).collect();
    assert_eq!(owed[..5], [0.0, 0.0, 3000.0, 3000.0, 0.0]);
    assert_eq!(plan.contract.years[0].company.value(), 6000.0);
}

#[test]
fn what_a_contract_needs_is_asked_for_and_the_rest_computes() {
    for (mode, missing) in [("shared", 1), ("guaranteed", 2), ("entrusted", 1), ("leased", 1)] {
        let plan = plan(&[(Entry::Contract, mode)], &[], &[]);
        assert_eq!(codes(&plan), vec!["blank"; missing], "{mode}");
        assert!(plan.plan.plan.value.is_some());
        assert!(plan.contract.company_value.as_ref().is_none_or(Figure::is_incomplete), "{mode}");
    }
    // A dash stands for nothing typed.
    let dashed = self::plan(&[(Entry::Contract, "leased"), (Entry::Fee, "—")], &[], &[]);
    assert_eq!(codes(&dashed), ["blank"]);
    assert!(dashed.contract.company_value.as_ref().is_none_or(Figure::is_incomplete));
    let plan = plan(&[(Entry::Contract, "shared"), (Entry::Share, "130")], &[], &[]);
    assert_eq!(codes(&plan), ["outside"]);
}

proptest! {
    #[test]
    fn company_and_user_together_are_the_project_in_every_year(
        mode in prop::sample::select(vec!["shared", "guaranteed", "entrusted", "leased"]),
        (term, share, fee) in (1..20_u32, 0..=100_u32, 0..500_000_u32),
        guaranteed in 0..9000_u32,
        growth in -5..10_i32,
        years in prop::collection::vec((1..12_u32, 0..150_u32, 0..=100_u32, -9000..9000_i32), 0..4),
    ) {
        let texts: Vec<[String; 4]> = years
            .iter()
            .map(|(year, reached, share, once)| [year, reached, share].map(u32::to_string).into_iter()
                .chain([once.to_string()]).collect::<Vec<_>>().try_into().expect("four"))
            .collect();
        let years: Vec<[&str; 4]> = texts.iter().map(|year| year.each_ref().map(String::as_str)).collect();
        let (term, share, fee) = (term.to_string(), share.to_string(), fee.to_string());
        let (guaranteed, growth) = (guaranteed.to_string(), growth.to_string());
        let plan = plan(
            &[
                (Entry::Contract, mode), (Entry::Term, &term), (Entry::Share, &share), (Entry::Fee, &fee),
                (Entry::Guaranteed, &guaranteed), (Entry::Growth, &growth),
            ],
            &years,
            &[],
        );
        let contract = &plan.contract;
        prop_assert_eq!(contract.years.len(), 11);
        for year in &contract.years {
            let (project, sum) = (year.project.value(), year.company.value() + year.user.value());
            prop_assert!((project - sum).abs() <= 1e-9 * (1.0 + project.abs() + year.company.value().abs()));
        }
        let whole = value(&contract.company_value) + value(&contract.user_value);
        prop_assert!((value(&plan.plan.plan.value) - whole).abs() < 0.5, "{} {whole}", value(&plan.plan.plan.value));
    }
}

/// Months of a base period with 100 m³ whatever is made and 2 m³ a piece, off by what stands beside.
const BASE: [[&str; 5]; 6] = [
    ["2023-01", "base", "302", "100", ""],
    ["2023-02", "基期", "398", "150", ""],
    ["2023-03", "base", "341", "120", ""],
    ["2023-04", "base", "379", "140", ""],
    ["2023-05", "base", "361", "130", ""],
    ["2023-06", "base", "319", "110", ""],
];

fn after(months: &[[&'static str; 5]]) -> Vec<[&'static str; 5]> {
    BASE.iter().chain(months).copied().collect()
}

#[test]
fn readings_give_the_line_the_saving_and_its_doubt() {
    let months = after(&[["2024-01", "report", "300", "150", ""], ["2024-02", "report", "280", "140", "50"]]);
    let plan = plan(&[], &[], &months);
    let found = &plan.verified;
    assert_eq!(codes(&plan), [] as [&str; 0]);
    assert!((value(&found.slope) - 1.94286).abs() < 5e-5);
    assert!(value(&found.fit) > 0.99);
    let expected = 2.0 * value(&found.fixed) + value(&found.slope) * 290.0;
    assert!((value(&found.expected) - expected).abs() < 1e-6);
    assert!((value(&found.saving) - (expected + 50.0 - 580.0)).abs() < 1e-6);
    // How far months are from the line, and how far the report period is from the middle of the base period.
    let left: f64 = BASE
        .iter()
        .map(|[_, _, used, driver, _]| {
            let (used, driver): (f64, f64) = (used.parse().expect("used"), driver.parse().expect("driver"));
            (used - value(&found.fixed) - value(&found.slope) * driver).powi(2)
        })
        .sum();
    let u = (left / 4.0).sqrt() * (2.0 + 4.0 / 6.0 + (290.0_f64 - 250.0).powi(2) / 1750.0).sqrt();
    assert!((found.saving.as_ref().expect("saved").u() - u).abs() < 1e-6);
    assert_eq!(found.is_proven(), Some(true));
}

#[test]
fn a_saving_within_its_doubt_is_not_proven() {
    let months = after(&[["2024-01", "report", "398", "150", ""]]);
    assert_eq!(plan(&[], &[], &months).verified.is_proven(), Some(false));
}

#[test]
fn without_a_driver_the_mean_month_is_the_baseline() {
    let months = [
        ["2023-01", "base", "100", "", ""],
        ["2023-02", "base", "120", "", ""],
        ["2024-01", "report", "90", "", ""],
        ["2025-01", "report", "80", "", ""],
    ];
    let found = plan(&[], &[], &months).verified;
    assert_eq!((value(&found.fixed), &found.slope, &found.fit), (110.0, &None, &None));
    assert_eq!(value(&found.saving), 50.0);
    let by_year: Vec<(i32, f64)> =
        found.by_year.iter().map(|(year, saving)| (*year, saving.value())).collect();
    assert_eq!(by_year, [(2024, 20.0), (2025, 30.0)]);
}

#[test]
fn bad_readings_are_said_at_their_place_and_the_rest_computes() {
    let with = |last: [&'static str; 5]| {
        let months = after(&[["2024-01", "report", "300", "150", ""], last]);
        let found = plan(&[], &[], &months);
        (codes(&found), found.verified.saving.expect("saved"))
    };
    for (row, code) in [
        (["二月", "report", "280", "140", ""], "not_a_period"),
        (["", "report", "280", "140", ""], "blank"),
        (["2024-02", "", "280", "140", ""], "no_kind"),
        (["2024-02", "later", "280", "140", ""], "unknown_class"),
        (["2024-02", "report", "", "140", ""], "blank"),
        (["2024-02", "report", "-5", "140", ""], "negative"),
        (["2024-02", "report", "280", "", ""], "blank"),
        (["2024-02", "report", "280", "many", ""], "not_a_number"),
    ] {
        let (said, saving) = with(row);
        assert_eq!(said, [code], "{row:?}");
        assert!(saving.is_incomplete(), "{row:?}");
    }
    let (said, saving) = with(["2024/1", "report", "1", "1", ""]);
    assert_eq!(said, ["repeated"]);
    assert!(!saving.is_incomplete());
    // Two months give no line, and months that are all alike neither.
    for (base, code) in [
        (&BASE[..2], "too_few_months"),
        (
            &[BASE[0], ["2023-02", "base", "5", "100", ""], ["2023-03", "base", "7", "100", ""]][..],
            "equal_drivers",
        ),
    ] {
        let found = plan(&[], &[], base);
        assert_eq!(codes(&found), [code]);
        assert_eq!(found.verified.saving, None);
    }
}

proptest! {
    #[test]
    fn months_on_a_line_are_verified_exactly(
        fixed in 0.0..500.0_f64, slope in 0.1..9.0_f64, saved in 0.0..100.0_f64,
        drivers in prop::collection::vec(1..1000_u32, 4..10),
    ) {
        prop_assume!(drivers.iter().any(|driver| *driver != drivers[0]));
        let texts: Vec<[String; 5]> = drivers
            .iter()
            .zip(1..)
            .flat_map(|(driver, month)| {
                let used = fixed + slope * f64::from(*driver);
                let row = |year: &str, phase: &str, used: f64| {
                    [format!("{year}-{month:02}"), phase.to_string(), format!("{used}"), driver.to_string(), String::new()]
                };
                [row("2023", "base", used), row("2024", "report", (used - saved).max(0.0))]
            })
            .collect();
        let months: Vec<[&str; 5]> = texts.iter().map(|row| row.each_ref().map(String::as_str)).collect();
        let found = plan(&[], &[], &months).verified;
        let expected: f64 = drivers.iter().map(|driver| saved.min(fixed + slope * f64::from(*driver))).sum();
        prop_assert!((value(&found.saving) - expected).abs() < 1e-3, "{} {expected}", value(&found.saving));
        prop_assert!((value(&found.fit) - 1.0).abs() < 1e-6);
    }
}
