//! A region's year: targets, the plan and how it is kept, reservoirs; what is wrong with any of them is said at its place, and the
//! rest is worked out.

use proptest::prelude::*;
use water_ledger::evaluate::{RegionSheet, region, with_issue};
use water_ledger::ledger::{
    CURVE_POINTS, Edit, Example, History, Ledger, PLACE_USES, PLAN_ISSUES, PLAN_PLACES, PLAN_TIERS,
    PlanIssueColumn, PlanPlaceColumn, REGION_ECONOMY, REGION_FACTS, REGION_TARGETS, REGION_YEARS, REGIONS,
    RESERVOIR_MONTHS, RESERVOIRS, RegionEntry as Entry, Row, RowId, SEASON_SHARES, TableEdit, rows_of,
};
use water_ledger::metric::Figure;
use water_ledger::numeric::round;
use water_ledger::region::{PlaceFigures, TargetStanding};
use water_ledger::text::Language;

/// A sheet of 2023 with these tables.
fn sheet(tables: Vec<(&'static water_ledger::ledger::TableSpec, Vec<Row>)>) -> Row {
    let blank = Row::blank(&REGIONS, RowId(1)).with(Entry::Year, "2023").with(Entry::Step, "1");
    tables.into_iter().fold(blank, |sheet, (table, rows)| sheet.holding(table, rows))
}

fn found(sheet: Row) -> RegionSheet {
    let ledger = Ledger::default().with_sheets(&REGIONS, [sheet]);
    RegionSheet::clone(&region(&ledger, Some(&[]), None).sheets[0])
}

fn codes(found: &RegionSheet) -> Vec<&'static str> {
    found.all_problems().map(|problem| problem.kind.code()).collect()
}

fn shown(figure: &Option<Figure>) -> String {
    figure.as_ref().map_or_else(|| "none".to_string(), Figure::shown)
}

/// The years of the nation, in 亿m³, with growth as first published.
fn nation(target: &[&str]) -> Row {
    let years: [&[&str]; 4] = [
        &["2020", "3612.4亿m³", "1030.4亿m³", "863.1亿m³", "307.0亿m³"],
        &["2021", "3644.3亿m³", "1049.6亿m³", "909.4亿m³", "316.9亿m³"],
        &["2022", "3781.3亿m³", "968.4亿m³", "905.7亿m³", "342.8亿m³"],
        &["2023", "3672.4亿m³", "970.2亿m³", "909.8亿m³", "354.1亿m³"],
    ];
    let economy: [&[&str]; 3] = [
        &["2021", "1143670", "8.1", "372575", "9.6"],
        &["2022", "1210207", "3.0", "401644", "3.4"],
        &["2023", "1260582", "5.2", "399103", "4.2"],
    ];
    sheet(vec![
        (&REGION_YEARS, rows_of(&REGION_YEARS, &years)),
        (&REGION_ECONOMY, rows_of(&REGION_ECONOMY, &economy)),
        (&REGION_TARGETS, rows_of(&REGION_TARGETS, &[target])),
    ])
}

#[test]
fn the_nations_yearly_declines_are_as_printed() {
    let found = found(nation(&["per_gdp", "2020", "2025", "16"]));
    let decline = |year: i32, of: fn(&water_ledger::region::RegionYearFigures) -> &Option<Figure>| {
        let year = found.years.iter().find(|one| one.year == year).expect("a year");
        of(year).as_ref().map(|figure| round(figure.value(), 1))
    };
    for (year, by_gdp, by_industry) in [(2021, 5.8, 7.1), (2023, 6.4, 3.9)] {
        assert_eq!(decline(year, |year| &year.gdp_decline), Some(by_gdp), "{year}");
        assert_eq!(decline(year, |year| &year.value_added_decline), Some(by_industry), "{year}");
    }
    assert_eq!(decline(2022, |year| &year.value_added_decline), Some(10.8));
    let per_gdp =
        found.this_year().and_then(|year| year.per_gdp.as_ref()).map(|figure| round(figure.value(), 1));
    assert_eq!(per_gdp, Some(46.9));
    let target = &found.targets[0];
    assert_eq!(shown(&target.path), "9.6");
    assert_eq!(target.standing, Some(TargetStanding::OnTheWay));
    assert_eq!(codes(&found), [] as [&str; 0]);
}

#[test]
fn a_target_says_what_it_lacks_and_the_others_are_worked_out() {
    let code_of = |target: &[&str]| codes(&found(nation(target)));
    assert_eq!(code_of(&["per_gdp", "2019", "2025", "16"]), ["no_base_year"]);
    assert_eq!(code_of(&["per_gdp", "2020", "2020", "16"]), [] as [&str; 0], "the target year has come");
    assert_eq!(code_of(&["per_gdp", "2020", "20xx", "16"]), ["not_a_year"]);
    assert_eq!(code_of(&["per_gdp", "2020", "2025", "100"]), ["too_large"]);
    let mut blank = nation(&["per_gdp", "2020", "2025", "16"]);
    let economy: [&[&str]; 2] = [&["2021", "", "8.1", "", "", "2015"], &["2023", "", "5.2", "", "", "2020"]];
    blank = blank.holding(&REGION_ECONOMY, rows_of(&REGION_ECONOMY, &economy));
    let without_growth = found(blank);
    assert_eq!(codes(&without_growth), ["growth_missing"]);
    assert!(without_growth.targets[0].now.is_none());
    assert_eq!(shown(&without_growth.this_year().expect("2023").total), "59,065,000");
    let economy: [&[&str]; 3] =
        [&["2021", "", "8.1", "", "", "2015"], &["2022", "", "3", "", "", "2020"], &["2023", "", "-100"]];
    let bad = nation(&["per_gdp", "2020", "2025", "16"])
        .holding(&REGION_ECONOMY, rows_of(&REGION_ECONOMY, &economy));
    assert_eq!(codes(&found(bad)), ["outside", "growth_missing"]);
    let economy: [&[&str]; 3] =
        [&["2021", "", "8.1", "", "", "2015"], &["2022", "", "3", "", "", "2020"], &["2023", "", "5.2"]];
    let mixed = nation(&["per_gdp", "2020", "2025", "16"])
        .holding(&REGION_ECONOMY, rows_of(&REGION_ECONOMY, &economy));
    assert_eq!(codes(&found(mixed)), ["price_bases"]);
}

#[test]
fn what_counts_is_a_choice_and_a_part_that_is_not_known_is_said() {
    let years: [&[&str]; 1] = [&["2023", "80", "10", "5", "5", "", "60", "30", "10"]];
    let economy: [&[&str]; 1] = [&["2023", "1", "", "1"]];
    let with = |chosen: &str, years: &[&[&str]]| {
        let tables = vec![
            (&REGION_YEARS as &'static _, rows_of(&REGION_YEARS, years)),
            (&REGION_ECONOMY as &'static _, rows_of(&REGION_ECONOMY, &economy)),
        ];
        let found = found(sheet(tables).with(Entry::Nonconventional, chosen));
        let figure = found.this_year().and_then(|year| year.per_gdp.clone()).expect("water by GDP");
        (figure.value(), figure.is_incomplete())
    };
    assert_eq!(with("", &years), (100.0, false));
    assert_eq!(with("left_out", &years), (90.0, false));
    assert_eq!(with("left_out", &[&["2023", "80", "10", "5", "5"]]), (100.0, true));
    assert_eq!(with("neither", &years), (100.0, true));
}

/// Places with their rows: name, within, use, rule, reserve, present, quota, count, weight, plan.
fn plan(places: &[&[&str]], uses: &[&[&str]], seasons: &[&[&str]]) -> RegionSheet {
    found(sheet(vec![
        (&PLAN_PLACES, rows_of(&PLAN_PLACES, places)),
        (&PLACE_USES, rows_of(&PLACE_USES, uses)),
        (&SEASON_SHARES, rows_of(&SEASON_SHARES, seasons)),
    ]))
}

fn plans(found: &RegionSheet) -> Vec<String> {
    found.plan.places.iter().map(|place| shown(&place.plan)).collect()
}

#[test]
fn a_plan_goes_down_the_tree_by_each_places_own_rule() {
    let found = plan(
        &[
            &["市", "", "", "present", "5", "", "", "", "", "1000"],
            &["甲县", "市", "", "quota", "", "30"],
            &["乙县", "市", "", "weight", "", "60"],
            &["甲农", "甲县", "agriculture", "", "", "", "400", "10000"],
            &["甲生活", "甲县", "domestic", "", "", "", "40", "50000"],
            &["乙一", "乙县", "", "", "", "", "", "", "1"],
            &["乙二", "乙县", "", "", "", "", "", "", "2", "400"],
            &["乙三", "乙县", "", "", "", "", "", "", "2"],
        ],
        &[],
        &[],
    );
    assert_eq!(codes(&found), [] as [&str; 0]);
    assert_eq!(plans(&found), ["1,000", "317", "633", "211", "106", "78", "400", "155"]);
    assert_eq!(shown(&found.plan.places[0].kept), "50");
}

/// A row of a place with its plan by source: name, within, use, present, plan, then surface, ground, non-conventional.
fn by_source([name, within, usage, present, plan, surface, ground, other]: [&str; 8]) -> [&str; 15] {
    let rule = if usage.is_empty() { "present" } else { "" };
    [name, within, usage, rule, "", present, "", "", "", plan, "", "", surface, ground, other]
}

fn sources(found: &RegionSheet) -> Vec<String> {
    let told = |place: &PlaceFigures| {
        let [surface, ground, other] = place.by_source.each_ref().map(shown);
        format!("{}: {surface} {ground} {other}", shown(&place.plan))
    };
    found.plan.places.iter().map(told).collect()
}

#[test]
fn a_plan_by_source_adds_up_by_source_by_use_and_by_place() {
    let rows = [
        ["市", "", "", "", "", "600", "300", "100"],
        ["甲县", "市", "", "100", "", "", "", ""],
        ["乙县", "市", "", "200", "", "", "", ""],
        ["甲农", "甲县", "agriculture", "2", "", "", "0", ""],
        ["甲厂", "甲县", "industry", "1", "", "", "", ""],
        ["乙农", "乙县", "agriculture", "1", "", "", "", ""],
        ["乙厂", "乙县", "industry", "1", "66", "", "", ""],
    ]
    .map(by_source);
    let rows: Vec<&[&str]> = rows.iter().map(|row| &row[..]).collect();
    let found = plan(&rows, &[], &[]);
    assert_eq!(codes(&found), [] as [&str; 0]);
    let expected = [
        "1,000: 600 300 100",
        "333: 200 100 33",
        "667: 400 200 67",
        // Two thirds of the surface water, no groundwater.
        "155: 133 0 22",
        "178: 67 100 11",
        "601: 361 180 60",
        // What was given by hand without its sources has them in the proportion of the county's.
        "66: 39 20 7",
    ];
    assert_eq!(sources(&found), expected);
    let uses: Vec<String> = found
        .plan
        .planned_uses
        .iter()
        .map(|one| {
            let [surface, ground, other] = one.by_source.each_ref().map(shown);
            let name = one.of.name().get(Language::Chinese);
            format!("{name} {}: {surface} {ground} {other}", shown(&one.plan))
        })
        .collect();
    let expected = [
        "农业 756: 494 180 82",
        "工业 244: 106 120 18",
        "未分下去（含预留） 0: 0 0 0",
        "年度计划 1,000: 600 300 100",
    ];
    assert_eq!(uses, expected);
}

#[test]
fn sources_that_do_not_make_the_plan_or_are_more_than_there_is_are_said() {
    let with = |top: [&'static str; 8], child: [&'static str; 8]| {
        let rows = [by_source(top), by_source(child)];
        let found = plan(&[&rows[0], &rows[1]], &[], &[]);
        (codes(&found), sources(&found))
    };
    let (told, found) =
        with(["市", "", "", "", "1000", "600", "300", ""], ["甲", "市", "agriculture", "1", "", "", "", ""]);
    assert_eq!(told, ["detail_disagrees"]);
    assert_eq!(found, ["900: 600 300 none", "900: 600 300 none"]);
    let (told, found) =
        with(["市", "", "", "", "", "600", "300", ""], ["甲", "市", "agriculture", "1", "", "", "350", ""]);
    assert_eq!(told, ["plans_above_parent"]);
    assert_eq!(found, ["900: 600 300 none", "950: 600 350 none"]);
    let (told, found) =
        with(["市", "", "", "", "", "600", "x", ""], ["甲", "市", "agriculture", "", "", "", "", ""]);
    assert_eq!(told, ["not_a_number", "blank"]);
    assert_eq!(found, ["600: 600 none none", "none: none none none"]);
}

#[test]
fn what_is_wrong_with_a_plan_is_said_and_the_rest_is_split() {
    let top: &[&str] = &["市", "", "", "present", "", "", "", "", "", "100"];
    let split = |others: &[&[&str]]| {
        let found = plan(&[&[top], others].concat(), &[], &[]);
        (codes(&found), plans(&found))
    };
    let told = |codes: &[&'static str], plans: &[&str]| {
        (codes.to_vec(), plans.iter().map(ToString::to_string).collect::<Vec<_>>())
    };
    assert_eq!(
        split(&[&["甲", "某地", "", "", "", "1"], &["乙", "市", "", "", "", "2"]]),
        told(&["no_such_place", "blank"], &["100", "none", "100"])
    );
    assert_eq!(
        split(&[&["甲", "乙", "", "present", "", "1"], &["乙", "甲", "", "present", "", "2"]]),
        told(&["place_within_itself", "blank"], &["100", "none", "none"])
    );
    assert_eq!(
        split(&[
            &["甲", "市", "", "", "", "", "", "", "", "80"],
            &["乙", "市", "", "", "", "2", "", "", "", "40"]
        ]),
        told(&["plans_above_parent"], &["100", "80", "40"])
    );
    assert_eq!(
        split(&[&["甲", "市", "", "", "", "1"], &["乙", "市", "", "", "", "3"], &["丙", "市"]]),
        told(&["blank"], &["100", "25", "75", "none"])
    );
    assert_eq!(
        split(&[&["甲", "市", "", "", "", "1"], &["甲", "市", "", "", "", "1"]]),
        told(&["duplicate_name", "duplicate_name"], &["100", "50", "50"])
    );
    let found = plan(
        &[&["市", "", "", "present", "120", "", "", "", "", "100"], &["甲", "市", "", "", "", "1"]],
        &[],
        &[],
    );
    assert_eq!((codes(&found), plans(&found)), told(&["outside"], &["100", "100"]));
    assert!(found.plan.places[1].plan.as_ref().is_some_and(Figure::is_incomplete));
}

#[test]
fn irrigation_never_goes_by_twelfths_and_the_others_do() {
    let places: &[&[&str]] = &[
        &["市", "", "", "hand", "", "", "", "", "", "300"],
        &["农", "市", "agriculture", "", "", "", "", "", "", "200"],
        &["工", "市", "industry", "", "", "", "", "", "", "96"],
    ];
    let uses: &[&[&str]] = &[&["农", "0", "10", "30"], &["工", "8", "8", "10"]];
    let without = plan(places, uses, &[]);
    assert_eq!(codes(&without), ["no_season"]);
    let executions = |found: &RegionSheet| -> Vec<String> {
        found.plan.places.iter().map(|place| shown(&place.execution)).collect()
    };
    assert_eq!(executions(&without)[1..], ["none", "108.3"]);
    let with = plan(places, uses, &[&["agriculture", "", "10", "10", "30", "30", "20"]]);
    assert_eq!(codes(&with), [] as [&str; 0]);
    assert_eq!(executions(&with), ["103.1", "100.0", "108.3"]);
    let industry = &with.plan.places[2];
    assert_eq!([&industry.over, &industry.as_planned, &industry.as_used].map(shown), ["2", "98", "104"]);
    let odd = plan(places, &[&["工", "8"], &["工", "9"], &["某户", "1"]], &[]);
    assert_eq!(codes(&odd), ["repeated", "no_such_place"]);
}

/// A reservoir of 40 at level 10 and 100 at level 20, its surface 1 and 3 km².
#[test]
fn a_quarter_counts_where_its_months_are_not_all_there() {
    let places: &[&[&str]] = &[
        &["市", "", "", "hand", "", "", "", "", "", "300"],
        &["工", "市", "industry", "", "", "", "", "", "", "120"],
    ];
    let of = |months: &[&str]| {
        let row = [&["工"], months].concat();
        let found = plan(places, &[&row], &[]);
        let user = &found.plan.places[1];
        (codes(&found), [&user.used, &user.planned, &user.execution].map(shown).join(" "))
    };
    fn quarters<'t>(first: &'t str, second: &'t str) -> Vec<&'t str> {
        let mut row = vec![""; 16];
        (row[12], row[13]) = (first, second);
        row
    }
    let used = |text: &str| (Vec::<&str>::new(), text.to_string());
    assert_eq!(of(&quarters("33", "")), used("33 30 110.0"));
    assert_eq!(of(&quarters("33", "27")), used("60 60 100.0"));
    // Months behind the last quarter go on with it; of a quarter whose months are not all there the quarter counts.
    let mut row = quarters("33", "");
    row[3] = "9";
    assert_eq!(of(&row), used("42 40 105.0"));
    row[0] = "12";
    assert_eq!(of(&row), used("42 40 105.0"));
    (row[1], row[2]) = ("12", "12");
    assert_eq!(of(&row), (vec!["detail_disagrees"], "45 40 112.5".to_string()));
    // A quarter that is left out before the last makes the sum incomplete.
    let found = plan(places, &[&[&["工"], &quarters("", "27")[..]].concat()], &[]);
    assert!(found.plan.places[1].used.as_ref().is_some_and(Figure::is_incomplete));
}

#[test]
fn months_of_a_row_without_a_name_are_called_after_where_it_stands_now() {
    let rows = rows_of(&PLACE_USES, &[&["某户", "8"], &["", "9"]]);
    let first = Ledger::default().with_sheets(&REGIONS, [sheet(vec![(&PLACE_USES, rows)])]);
    let before = region(&first, Some(&[]), None);
    let table = PLACE_USES.at(&[first.sheets(&REGIONS)[0].id]);
    let gone = first.rows_at(table).expect("the table")[0].id;
    let after = first.after(Edit::Table(table, TableEdit::Remove(gone))).expect("a row goes");
    assert_eq!(region(&after, Some(&[]), Some((&first, &before))), region(&after, Some(&[]), None));
}

#[test]
fn water_above_plan_is_priced_by_tiers_with_the_price_of_the_place_above() {
    let places: &[&[&str]] = &[
        &["市", "", "", "hand", "", "", "", "", "", "300", "", "2"],
        &["工", "市", "industry", "", "", "", "", "", "", "120"],
        &["商", "市", "industry", "", "", "", "", "", "", "120", "", "4"],
    ];
    let with = |tiers: &[&[&str]]| {
        found(sheet(vec![
            (&PLAN_PLACES, rows_of(&PLAN_PLACES, places)),
            (&PLACE_USES, rows_of(&PLACE_USES, &[&["工", "15"], &["商", "10"]])),
            (&PLAN_TIERS, rows_of(&PLAN_TIERS, tiers)),
        ]))
    };
    let found = with(&[&["20", "1.5"], &["", "2"]]);
    // 10 planned, 2 at half more, 3 at twice the price of 2.
    assert_eq!(shown(&found.plan.places[1].cost), "380,000.00");
    assert_eq!(shown(&found.plan.places[2].cost), "none");
    assert_eq!(shown(&with(&[]).plan.places[1].cost), "none");
    let lacks = with(&[&["20", ""], &["", "2"]]);
    assert_eq!((codes(&lacks), shown(&lacks.plan.places[1].cost)), (vec!["blank"], "none".to_string()));
    assert_eq!(codes(&with(&[&["20", "1.5"], &["10", "2"]])), ["tiers_not_rising"]);
}

#[test]
fn an_issue_keeps_what_everybody_was_given_and_tells_what_changed_since() {
    let places = |own: &str| {
        let rows: [&[&str]; 3] = [
            &["市", "", "", "present", "", "", "", "", "", "100"],
            &["甲", "市", "", "", "", "1"],
            &["乙", "市", "", "", "", "3", "", "", "", own],
        ];
        sheet(vec![(&PLAN_PLACES, rows_of(&PLAN_PLACES, &rows))]).with(Entry::Document, "文 1 号")
    };
    let ledger = Ledger::default().with_sheets(&REGIONS, [places("")]);
    let of = |ledger: &Ledger| RegionSheet::clone(&region(ledger, Some(&[]), None).sheets[0]);
    let issued = with_issue(&ledger, &of(&ledger)).expect("a plan");
    let rows = issued.sheets(&REGIONS)[0].rows(&PLAN_ISSUES);
    assert_eq!((rows.len(), &rows[0][PlanIssueColumn::Document]), (1, "文 1 号"));
    let at = PLAN_PLACES.at(&[RowId(1)]);
    let changed = issued.after(Edit::set(at, RowId(3), PlanPlaceColumn::Plan, "70")).expect("a cell");
    let found = of(&changed);
    assert_eq!(codes(&found), [] as [&str; 0]);
    let changes: Vec<String> = found.issues[0].plans.iter().map(|plan| shown(&plan.adjustment)).collect();
    assert_eq!(changes, ["0", "5", "−5"]);
    // Who is called otherwise is so in every issue; who is not there any more is said.
    let mut history = History::new(changed);
    history.edit(Edit::set(at, RowId(3), PlanPlaceColumn::Name, "丙"), 0.0).expect("a cell");
    assert_eq!(codes(&of(history.ledger())), [] as [&str; 0]);
    history.edit(Edit::Table(at, TableEdit::Remove(RowId(3))), 1000.0).expect("a row");
    assert_eq!(codes(&of(history.ledger())), ["no_such_place"]);
    assert_eq!(with_issue(&Ledger::default().with_sheets(&REGIONS, [sheet(Vec::new())]), &of(&ledger)), None);
}

/// Facts with their rows: name, year, value, unit, formula, wanted, target.
fn facts(rows: &[&[&str]]) -> RegionSheet {
    let years: [&[&str]; 2] = [&["2022", "60", "20", "10", "10"], &["2023", "50", "25", "15", "10"]];
    found(sheet(vec![
        (&REGION_YEARS, rows_of(&REGION_YEARS, &years)),
        (&REGION_FACTS, rows_of(&REGION_FACTS, rows)),
    ]))
}

fn values(found: &RegionSheet) -> Vec<String> {
    found.facts.iter().map(|fact| shown(&fact.figures.value)).collect()
}

#[test]
fn an_indicator_of_ones_own_is_worked_out_from_others_in_every_year() {
    let found = facts(&[
        &["非农占比", "", "", "%", "(工业 + 生活 + Ecology) / 用水总量 × 100", "at_most", "45"],
        &["两倍", "", "", "", "非农占比 * 2"],
        &["节水型单位", "2023", "189"],
        &["每家", "", "", "", "工业 ÷ 节水型单位"],
        &["核对", "2023", "60", "", "两倍 − 40"],
    ]);
    assert_eq!(codes(&found), [] as [&str; 0]);
    assert_eq!(values(&found), ["50", "100", "189", "0.132275", "60"]);
    assert_eq!(found.facts[0].target.as_ref().map(|(_, is_kept)| *is_kept), Some(Some(false)));
    let series = |name| {
        found.series_of(name, None).iter().map(|(year, figure)| (*year, figure.shown())).collect::<Vec<_>>()
    };
    assert_eq!(series("非农占比"), [(2022, "40".to_string()), (2023, "50".to_string())]);
    assert_eq!(series("每家"), [(2023, "0.132275".to_string())]);
    assert_eq!(shown(&found.facts[0].figures.growth), "25.00");
}

#[test]
fn a_formula_that_cannot_be_worked_out_is_said_and_the_others_are() {
    let found = facts(&[
        &["甲", "", "", "", "乙 + 1"],
        &["乙", "", "", "", "丙 × 2"],
        &["丙", "", "", "", "甲 − 1"],
        &["丁", "", "", "", "甲 + 1"],
        &["戊", "", "", "", "工业 + "],
        &["己", "", "", "", "工业 + 雨水"],
        &["庚", "", "", "", "工业 / (生活 − 15)"],
        &["辛", "", "", "", "人口密度"],
        &["壬", "", "", "", "年末常住人口 / 工业"],
        &["癸", "", "7", "", "工业 + 生活"],
        &["子", "", "", "", "工业 × 2"],
    ]);
    let place = |code: &str| -> Vec<u32> {
        let of = found.all_problems().filter(|problem| problem.kind.code() == code);
        of.map(|problem| problem.place.row.0).collect()
    };
    assert_eq!(place("formula_circle"), [1, 2, 3]);
    assert_eq!(place("formula_lacks"), [9, 4]);
    assert_eq!((place("formula_broken"), place("formula_name")), (vec![5], vec![6, 8]));
    assert_eq!((place("zero_denominator"), place("detail_disagrees")), (vec![7], vec![10]));
    assert_eq!(values(&found)[9..], ["7", "50"]);
}

#[test]
fn a_long_chain_of_formulas_is_worked_out_whichever_stands_first() {
    let names: Vec<String> = (0..800).map(|place| format!("指标{place:04}")).collect();
    let formulas: Vec<String> = (0..800)
        .map(|place| names.get(place + 1).map_or("1 + 1".to_string(), |next| format!("{next} + 1")))
        .collect();
    let rows: Vec<[&str; 5]> =
        names.iter().zip(&formulas).map(|(name, formula)| [name, "2023", "", "", formula]).collect();
    let rows: Vec<&[&str]> = rows.iter().map(|row| &row[..]).collect();
    let found = facts(&rows);
    assert_eq!(codes(&found), [] as [&str; 0]);
    assert_eq!(shown(&found.facts[0].figures.value), "801");
}

fn reservoir(entries: &[&str], months: &[&[&str]], curve: &[&[&str]]) -> RegionSheet {
    let mut row = rows_of(&RESERVOIRS, &[entries]).remove(0);
    row = row.holding(&RESERVOIR_MONTHS, rows_of(&RESERVOIR_MONTHS, months));
    row = row.holding(&CURVE_POINTS, rows_of(&CURVE_POINTS, curve));
    found(sheet(vec![(&RESERVOIRS, vec![row])]))
}

const CURVE: &[&[&str]] = &[&["10", "1", "40"], &["20", "3", "100"]];

#[test]
fn a_months_balance_is_told_where_the_inflow_was_measured_and_never_where_it_was_found() {
    let months: &[&[&str]] = &[
        &["1", "50", "10", "5", "3", "2", "20", "", "", "1", "0", "15"],
        &["2", "20", "40", "", "", "", "35", "100", "", "", "", "12"],
    ];
    let measured = reservoir(&["库", "120", "30", "90", "40", "", "measured", "whole", "0.9"], months, CURVE);
    let lake = &measured.reservoirs.figures[0];
    assert_eq!(codes(&measured), [] as [&str; 0]);
    let of = |get: fn(&water_ledger::region::ReservoirMonthFigures) -> &Option<Figure>| -> Vec<String> {
        lake.months.iter().map(|month| shown(get(month))).collect()
    };
    assert_eq!(of(|month| &month.storage), ["70", "52"]);
    // 50 − 21 − 30; of February 0.1·0.9·100·(2 + 1.4)/2 went to the air.
    assert_eq!(of(|month| &month.closure), ["−1", "−17.3"]);
    assert_eq!(of(|month| &month.derived_inflow), ["none", "none"]);
    assert_eq!([&lake.closure, &lake.execution, &lake.usable].map(shown), ["−18.3", "109.1", "22"]);
    let derived = reservoir(&["库", "120", "30", "90", "40", "", "derived", "whole", "0.9"], months, CURVE);
    let lake = &derived.reservoirs.figures[0];
    assert_eq!(lake.months.iter().map(|month| shown(&month.closure)).collect::<Vec<_>>(), ["none", "none"]);
    assert_eq!(
        lake.months.iter().map(|month| shown(&month.derived_inflow)).collect::<Vec<_>>(),
        ["51", "37.3"]
    );
}

#[test]
fn what_is_odd_of_a_reservoir_is_said_at_its_place() {
    let entries: &[&str] = &["库", "120", "30", "90", "40", "3", "measured", "whole", "0.9"];
    let said = |months: &[&[&str]], curve: &[&[&str]]| codes(&reservoir(entries, months, curve));
    let at_level = |level: &'static str| -> Vec<&'static str> {
        vec!["1", "50", "10", "5", "3", "4", "", "", "", "", "", level]
    };
    assert_eq!(said(&[&at_level("21")], CURVE), ["outside_curve"]);
    assert_eq!(said(&[&at_level("19")], CURVE), ["above_flood_limit"]);
    assert_eq!(said(&[&at_level("11")], &[&["10", "1", "10"], &["20", "3", "60"]]), ["below_dead"]);
    assert_eq!(
        said(&[&at_level("15")], &[&["10", "1", "40"], &["9", "2", "50"], &["20", "3", "100"]]),
        ["curve_falls"]
    );
    assert_eq!(
        said(&[&["2022-01", "5"], &["13"], &["1"], &["1月"]], CURVE),
        ["month_of_other_year", "not_a_month", "repeated"]
    );
    assert_eq!(
        said(&[&["1", "50", "10", "5", "3", "1", "", "", "", "", "", "15"]], CURVE),
        ["ecology_unmet"]
    );
    let unasked =
        reservoir(&["库", "120", "130", "", "40"], &[&["1", "5", "5", "", "", "", "", "100"]], CURVE);
    assert_eq!(codes(&unasked), ["dead_above_capacity", "no_kind", "blank", "no_kind"]);
}

#[test]
fn the_example_comes_to_what_was_published_of_its_reservoirs() {
    for language in Language::ALL {
        let ledger = Example::Region.ledger(language);
        let found = region(&ledger, Some(&[]), None);
        assert_eq!(shown(&found.sheets[0].totals.storage), "7,615");
        assert!(found.problems.is_empty());
    }
}

proptest! {
    #[test]
    fn a_split_conserves_to_the_last_step_whoever_stands_first(
        weights in prop::collection::vec(1_u32..1000, 1..12),
        parent in 1_u32..100_000,
        reserve in 0_u32..50,
        turn in 0_usize..12,
    ) {
        let split = |weights: &[u32]| {
            let (parent, reserve) = (parent.to_string(), reserve.to_string());
            let names: Vec<String> = (0..weights.len()).map(|place| format!("户{place}")).collect();
            let weights: Vec<String> = weights.iter().map(u32::to_string).collect();
            let mut rows: Vec<Vec<&str>> = vec![vec!["市", "", "", "weight", &reserve, "", "", "", "", &parent]];
            rows.extend(names.iter().zip(&weights).map(|(name, weight)| vec![name.as_str(), "市", "", "", "", "", "", "", weight]));
            let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
            plan(&rows, &[], &[])
        };
        let found = split(&weights);
        let values = |found: &RegionSheet| -> Vec<f64> {
            found.plan.places[1..].iter().map(|place| place.plan.as_ref().map_or(f64::NAN, Figure::value)).collect()
        };
        let given = values(&found);
        let whole = f64::from(parent) * (1.0 - f64::from(reserve) / 100.0);
        prop_assert!((given.iter().sum::<f64>() - whole).abs() < 1e-6 * whole.max(1.0), "{given:?} of {whole}");
        let kept = found.plan.places[0].kept.as_ref().map_or(f64::NAN, Figure::value);
        prop_assert!((kept + given.iter().sum::<f64>() - f64::from(parent)).abs() < 1e-6 * whole.max(1.0));
        for (one, other) in weights.iter().zip(&given).flat_map(|a| weights.iter().zip(&given).map(move |b| (a, b))) {
            prop_assert!(one.0 <= other.0 || one.1 >= other.1 || (one.1 - other.1).abs() <= 1.0 + 1e-9, "{weights:?} {given:?}");
        }
        // Whoever stands first is given the same, but for the step that a tie decides.
        let turn = turn % weights.len();
        let turned = [&weights[turn..], &weights[..turn]].concat();
        let again = values(&split(&turned));
        for (place, value) in again.iter().enumerate() {
            let was = given[(place + turn) % given.len()];
            prop_assert!((was - value).abs() <= 1.0 + 1e-9, "{given:?} {again:?}");
        }
    }

    #[test]
    fn a_split_by_source_adds_up_both_ways(
        weights in prop::collection::vec(1_u32..1000, 1..12),
        parents in prop::array::uniform3(0_u32..100_000),
        locked in prop::collection::vec(prop::option::of(0_u32..20), 12),
    ) {
        let names: Vec<String> = (0..weights.len()).map(|place| format!("户{place}")).collect();
        let weights: Vec<String> = weights.iter().map(u32::to_string).collect();
        let parents = parents.map(|parent| parent.to_string());
        let locked: Vec<String> = locked.iter().map(|one| one.map_or_else(String::new, |one| one.to_string())).collect();
        let mut rows = vec![by_source(["市", "", "", "", "", &parents[0], &parents[1], &parents[2]])];
        for (at, (name, weight)) in names.iter().zip(&weights).enumerate() {
            rows.push(by_source([name, "市", "domestic", weight, "", "", &locked[at], ""]));
        }
        let rows: Vec<&[&str]> = rows.iter().map(|row| &row[..]).collect();
        let found = plan(&rows, &[], &[]);
        let value = |figure: &Option<Figure>| figure.as_ref().map_or(f64::NAN, Figure::value);
        let places = &found.plan.places;
        let is_above = codes(&found).contains(&"plans_above_parent");
        for source in [0, 2] {
            let given: f64 = places[1..].iter().map(|place| value(&place.by_source[source])).sum();
            prop_assert!((given - value(&places[0].by_source[source])).abs() < 1e-6, "{source}: {given}");
        }
        for place in places.iter().filter(|place| place.plan.is_some()) {
            let sum: f64 = place.by_source.iter().flatten().map(Figure::value).sum();
            prop_assert!((sum - value(&place.plan)).abs() < 1e-6);
        }
        if !is_above && locked[..names.len()].iter().any(String::is_empty) {
            prop_assert!(value(&places[0].kept).abs() < 1e-6);
        }
    }

    #[test]
    fn a_reservoirs_balance_closes_with_the_inflow_that_it_asks_for(
        levels in prop::collection::vec(100_u32..200, 1..12),
        supplies in prop::collection::vec(0_u32..50, 12),
        pans in prop::collection::vec(0_u32..300, 12),
    ) {
        let texts: Vec<[String; 4]> = levels.iter().enumerate().map(|(at, level)| {
            [(at + 1).to_string(), supplies[at].to_string(), pans[at].to_string(), format!("{}", f64::from(*level) / 10.0)]
        }).collect();
        let months: Vec<Vec<&str>> = texts.iter().map(|[month, supply, pan, level]| {
            vec![month.as_str(), "", supply, "", "", "", "", pan, "", "", "", level]
        }).collect();
        let rows: Vec<&[&str]> = months.iter().map(Vec::as_slice).collect();
        let derived = reservoir(&["库", "120", "", "", "40", "", "derived", "whole", "0.9"], &rows, CURVE);
        let mut held = 40.0;
        for (month, supply) in derived.reservoirs.figures[0].months.iter().zip(&supplies) {
            let value = |figure: &Option<Figure>| figure.as_ref().map_or(f64::NAN, Figure::value);
            let end = value(&month.storage);
            let closure = value(&month.derived_inflow) - f64::from(*supply) - value(&month.evaporation) - (end - held);
            prop_assert!(closure.abs() < 1e-9, "{closure}");
            held = end;
        }
    }
}
