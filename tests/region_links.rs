//! A region and the rest of the ledger: rubrics take their numbers from its year, and its plan takes present uses from the sheets of
//! districts, plants and institutions.

use water_ledger::evaluate::{
    IndicatorOrigin, RegionSheet, Results, ReviewResults, everything, everything_again, region, unit_names,
    with_sources,
};
use water_ledger::ledger::{
    DISTRICTS, DistrictColumn, Edit, Ledger, PERIODS, PLAN_PLACES, PlanPlaceColumn as Place, PlantEntry,
    REGION_ECONOMY, REGION_FACTS, REGION_TARGETS, REGION_YEARS, REGIONS, REVIEWS, RegionEntry as Entry,
    RegionFactColumn as Fact, ReviewEntry, Row, RowId, SUPPLIES, SupplyColumn, YEARS, YearEntry, rows_of,
    with_asked_rows,
};
use water_ledger::metric::{Figure, Origin};
use water_ledger::rubric::ItemStanding;
use water_ledger::show::region::{assessments, begun_assessment, year_report};
use water_ledger::text::Language;

const SAMPLE: &str = "region-assessment-ningxia-2017";

/// The years 2022 and 2023 of a county, its targets for 2023 and what else it says of the year.
fn county(facts: &[&[&str]]) -> Row {
    let years: [&[&str]; 2] = [&["2022", "80", "12", "6", "2"], &["2023", "78", "12", "6", "2"]];
    let economy: [&[&str]; 2] =
        [&["2022", "100", "5", "40", "6", "", "50"], &["2023", "106", "6", "43", "7", "", "52"]];
    let targets: [&[&str]; 2] = [&["total", "2022", "2023", "99"], &["per_gdp", "2022", "2023", "7"]];
    Row::blank(&REGIONS, RowId(1))
        .with(Entry::Year, "2023")
        .with(Entry::Name, "某县")
        .holding(&REGION_YEARS, rows_of(&REGION_YEARS, &years))
        .holding(&REGION_ECONOMY, rows_of(&REGION_ECONOMY, &economy))
        .holding(&REGION_TARGETS, rows_of(&REGION_TARGETS, &targets))
        .holding(&REGION_FACTS, rows_of(&REGION_FACTS, facts))
}

/// A self-assessment by a rubric, with the rows that it asks for.
fn assessed(regions: Vec<Row>, name: &str, rubric: &str) -> Ledger {
    let sheet = Row::blank(&REVIEWS, RowId(1))
        .with(ReviewEntry::Institution, name)
        .with(ReviewEntry::Year, "2023")
        .with(ReviewEntry::Rubric, rubric);
    asked(Ledger::default().with_sheets(&REGIONS, regions).with_sheets(&REVIEWS, [sheet]))
}

fn asked(ledger: Ledger) -> Ledger {
    with_asked_rows(&ledger).unwrap_or(ledger)
}

fn review(ledger: &Ledger) -> ReviewResults {
    ReviewResults::clone(everything(ledger).certification.reviews.last().expect("a self-assessment"))
}

/// What the indicator of a name is, with where it was taken from.
fn taken(ledger: &Ledger, name: &str) -> (Option<String>, Option<IndicatorOrigin>) {
    let found = review(ledger);
    let indicator = found.indicator(name).unwrap_or_else(|| panic!("{name} is measured"));
    (indicator.figure.as_ref().map(Figure::shown), indicator.origin)
}

const NOTHING: (Option<String>, Option<IndicatorOrigin>) = (None, None);

fn of_region(shown: &str) -> (Option<String>, Option<IndicatorOrigin>) {
    (Some(shown.to_string()), Some(IndicatorOrigin::Region))
}

#[test]
fn the_yearly_assessment_is_scored_by_the_targets_of_the_region() {
    let facts: [&[&str]; 2] = [
        &["农田灌溉水有效利用系数", "2023", "0.59", "", "", "at_least", "0.60"],
        &["黄河取水量", "2023", "18", "万m³", "", "at_most", "20"],
    ];
    let ledger = assessed(vec![county(&facts)], "某县", SAMPLE);
    let ratio = |label: &str| taken(&ledger, &format!("region.target_ratio#{label}与目标之比"));
    // 98 of 99; 100·(1 − 98/100/1.06) = 7.55 of 7; 0.59 of 0.60; 18 of 20.
    assert_eq!(ratio("用水总量"), of_region("98.99"));
    assert_eq!(ratio("万元GDP用水量下降率"), of_region("107.82"));
    assert_eq!(ratio("农田灌溉水有效利用系数"), of_region("98.33"));
    assert_eq!(ratio("黄河取水量"), of_region("90.00"));
    let score = review(&ledger).score.expect("a score");
    assert_eq!(score.total.to_string(), "20");
    let told = assessments(&ledger, &everything(&ledger).certification, RowId(1), Language::Chinese)
        .expect("a region");
    let line = &told.lines[0];
    assert_eq!(
        (line.score.as_str(), line.line.as_deref(), line.numbers.len()),
        ("20 分（满分 26）", None, 4)
    );
    assert!(told.choices.iter().map(|(id, _)| id.as_str()).eq(["city-national", "county-2017", SAMPLE]));
    // What the region does not say stays open.
    let without = review(&assessed(vec![county(&[])], "某县", SAMPLE)).score.expect("a score");
    assert_eq!(without.item("river").map(|item| item.standing), Some(ItemStanding::Open));
    assert_eq!(without.total.to_string(), "16");
}

#[test]
fn a_city_takes_declines_in_constant_prices_and_what_is_called_as_it_is_measured() {
    let facts: [&[&str]; 3] = [
        &["再生水利用率", "2023", "0.26", "", "", "", ""],
        &["工业用水重复利用率", "", "91", "%"],
        &["城市污水处理率", "2022", "95", "%"],
    ];
    let ledger = assessed(vec![county(&facts)], "", "city-national");
    assert_eq!(taken(&ledger, "region.real_decline_rate#万元GDP用水量下降率（可比价）"), of_region("7.55"));
    assert_eq!(
        taken(&ledger, "region.real_decline_rate#万元工业增加值用水量下降率（可比价）"),
        of_region("6.54")
    );
    // By the title of the only item that measures it; without a year it is of the sheet's.
    assert_eq!(taken(&ledger, "industry.reuse_rate"), of_region("91"));
    // A share without its unit, and another year's number, are not taken.
    assert_eq!(taken(&ledger, "region.reclaimed_rate"), NOTHING);
    assert_eq!(taken(&ledger, "region.sewage_treatment_rate"), NOTHING);
}

#[test]
fn a_typed_number_goes_first_and_other_rubrics_years_and_regions_take_nothing() {
    let facts: [&[&str]; 1] = [&["再生水利用率", "2023", "26", "%"]];
    let name = "region.reclaimed_rate";
    let ledger = assessed(vec![county(&facts)], "某县", "county-2017");
    assert_eq!(taken(&ledger, name), of_region("26"));
    let rows = ledger.sheets(&REVIEWS)[0].clone();
    let direct = water_ledger::ledger::indicator_row(&rows, name, "").expect("a row").id;
    let place = water_ledger::ledger::INDICATORS
        .at(&[RowId(1)])
        .cell(direct, water_ledger::ledger::IndicatorColumn::Value);
    let typed = ledger.after(Edit::at(place, "31".to_string()).expect("a cell")).expect("a number");
    assert_eq!(taken(&typed, name), (Some("31".to_string()), Some(IndicatorOrigin::Direct)));
    // A rubric that says of nobody that it is about a region takes nothing of one.
    let school =
        assessed(vec![county(&[&["管网漏损率", "2023", "8", "%"]])], "某县", "university-tches-32-2019");
    assert!(review(&school).indicators.iter().all(|one| one.origin != Some(IndicatorOrigin::Region)));
    let other_year = assessed(vec![county(&facts).with(Entry::Year, "2024")], "某县", "county-2017");
    assert_eq!(taken(&other_year, name), NOTHING);
    // Of two regions the one of the same name; where none has it nobody knows.
    let mut second = county(&[&["再生水利用率", "2023", "12", "%"]]).with(Entry::Name, "乙县");
    second.id = RowId(2);
    let both = || vec![county(&facts), second.clone()];
    assert_eq!(taken(&assessed(both(), "乙县", "county-2017"), name), of_region("12"));
    assert_eq!(taken(&assessed(both(), "丙县", "county-2017"), name), NOTHING);
    // The metric's own name says nothing where the rubric tells two numbers of it apart.
    let metered = assessed(
        vec![county(&[&["水表计量率", "2023", "80", "%"], &["工业用水计量率", "2023", "97", "%"]])],
        "某县",
        "county-2017",
    );
    assert_eq!(taken(&metered, "industry.metering_rate#农业灌溉用水计量率"), NOTHING);
    assert_eq!(taken(&metered, "industry.metering_rate#工业用水计量率"), of_region("97"));
    // Another kind of unit is not taken for this one.
    let odd = assessed(vec![county(&[&["再生水利用率", "2023", "26", "万m³"]])], "某县", "county-2017");
    assert_eq!(taken(&odd, name), NOTHING);
}

#[test]
fn an_assessment_is_begun_from_the_region_in_one_step() {
    let ledger = Ledger::default().with_sheets(&REGIONS, [county(&[])]);
    let edit = begun_assessment(&ledger, RowId(1), SAMPLE).expect("a region");
    let after = ledger.after(edit).expect("a sheet");
    let sheet = after.sheets(&REVIEWS).last().expect("a self-assessment");
    let texts = [ReviewEntry::Institution, ReviewEntry::Year, ReviewEntry::Rubric].map(|entry| &sheet[entry]);
    assert_eq!(texts, ["某县", "2023", SAMPLE]);
    assert_eq!(review(&asked(after)).score.expect("a score").total.to_string(), "16");
}

#[test]
fn the_yearly_report_prints_the_scores() {
    let ledger = assessed(vec![county(&[])], "某县", SAMPLE);
    let Results { region, certification, .. } = everything(&ledger);
    for language in Language::ALL {
        let told = assessments(&ledger, &certification, RowId(1), language).expect("a region");
        let report = year_report(&ledger, &region, &told.lines, RowId(1), Default::default(), language);
        let printed = format!("{:?}", report.expect("a report").sections);
        assert!(printed.contains(&told.lines[0].score), "{printed}");
        assert!(printed.contains(&told.lines[0].rubric));
    }
}

#[test]
fn results_follow_the_region_that_they_were_taken_from() {
    let facts: [&[&str]; 1] = [&["再生水利用率", "2023", "26", "%"]];
    let ledger = assessed(vec![county(&facts)], "某县", "county-2017");
    let was = everything(&ledger);
    let row = ledger.sheets(&REGIONS)[0].rows(&REGION_FACTS)[0].id;
    let set = |text: &str| Edit::set(REGION_FACTS.at(&[RowId(1)]), row, Fact::Value, text);
    let after = ledger.after(set("12")).expect("a number");
    let again = everything_again(&after, (&ledger, &was));
    assert_eq!(again, everything(&after));
    assert_eq!(taken(&after, "region.reclaimed_rate"), of_region("12"));
    // What rubrics do not take leaves a self-assessment as it was.
    let noted = Edit::set(REGIONS.at(&[]), RowId(1), Entry::Note, "…");
    let noted = ledger.after(noted).expect("a note");
    let again = everything_again(&noted, (&ledger, &was));
    assert!(std::sync::Arc::ptr_eq(&again.certification.reviews[0], &was.certification.reviews[0]));
}

/// A plan of 2023 whose places take their present use from units of the ledger.
fn plan(places: &[(&str, &str, &str)]) -> Row {
    let top = Row::blank(&PLAN_PLACES, RowId(1))
        .with(Place::Name, "市")
        .with(Place::Rule, "present")
        .with(Place::Plan, "1000");
    let place = |(at, &(name, present, from)): (usize, &(&str, &str, &str))| {
        Row::blank(&PLAN_PLACES, RowId(2 + at as u32))
            .with(Place::Name, name)
            .with(Place::Within, "市")
            .with(Place::Present, present)
            .with(Place::TakenFrom, from)
    };
    let rows: Vec<Row> = std::iter::once(top).chain(places.iter().enumerate().map(place)).collect();
    Row::blank(&REGIONS, RowId(1))
        .with(Entry::Year, "2023")
        .with(Entry::Step, "1")
        .holding(&PLAN_PLACES, rows)
}

/// Sheets of a district, a plant and a school, of 2022 and of a year too late.
fn units(plan: Row) -> Ledger {
    let district = |id: u32, year: &str, net: &str| {
        let row = Row::blank(&DISTRICTS, RowId(1))
            .with(DistrictColumn::Name, "东灌区")
            .with(DistrictColumn::Net, net)
            .with(DistrictColumn::Coefficient, "0.5");
        Row::blank(&YEARS, RowId(id)).with(YearEntry::Year, year).holding(&DISTRICTS, vec![row])
    };
    let works = |id: u32, period: &str, amount: &str| {
        let row = Row::blank(&SUPPLIES, RowId(1))
            .with(SupplyColumn::Name, "自来水")
            .with(SupplyColumn::Kind, "tap")
            .with(SupplyColumn::Amount, amount);
        Row::blank(&PERIODS, RowId(id))
            .with(PlantEntry::Plant, "冶炼公司")
            .with(PlantEntry::Period, period)
            .holding(&SUPPLIES, vec![row])
    };
    let school = Row::blank(&REVIEWS, RowId(1))
        .with(ReviewEntry::Institution, "大学")
        .with(ReviewEntry::Year, "2021")
        .with(ReviewEntry::Supplied, "1200000");
    Ledger::default()
        .with_sheets(
            &YEARS,
            [district(1, "2021", "90"), district(2, "2022", "100"), district(3, "2024", "500")],
        )
        .with_sheets(&PERIODS, [works(1, "2023", "1800000"), works(2, "2023-05", "99")])
        .with_sheets(&REVIEWS, [school])
        .with_sheets(&REGIONS, [plan])
}

fn found(ledger: &Ledger) -> RegionSheet {
    RegionSheet::clone(&everything(ledger).region.sheets[0])
}

fn codes(ledger: &Ledger) -> Vec<&'static str> {
    found(ledger).all_problems().map(|problem| problem.kind.code()).collect()
}

fn plans(ledger: &Ledger) -> Vec<String> {
    let shown = |figure: &Option<Figure>| figure.as_ref().map_or_else(|| "none".to_string(), Figure::shown);
    found(ledger).plan.places.iter().map(|place| shown(&place.plan)).collect()
}

#[test]
fn a_sheet_that_leaves_its_ledger_comes_with_what_its_numbers_are_from() {
    let ledger = units(plan(&[("甲", "", "东灌区"), ("乙", "", "冶炼公司"), ("丁", "500", "")]));
    let alone = with_sources(&ledger, &REGIONS, RowId(1));
    assert_eq!(plans(&alone), plans(&ledger));
    assert_eq!(
        (alone.sheets(&YEARS).len(), alone.sheets(&PERIODS).len(), alone.sheets(&REVIEWS).len()),
        (3, 2, 0)
    );
    let ledger = assessed(vec![county(&[])], "某县", SAMPLE);
    let alone = with_sources(&ledger, &REVIEWS, RowId(1));
    assert_eq!(review(&alone).score, review(&ledger).score);
    let region = with_sources(&ledger, &REGIONS, RowId(1));
    assert_eq!((region.sheets(&REGIONS).len(), region.sheets(&REVIEWS).len()), (1, 0));
}

/// The typed numbers that a figure comes from.
fn typed_below(figure: &Figure) -> Vec<u64> {
    match figure.origin() {
        Origin::Typed(input_quantity) => vec![input_quantity.id],
        Origin::Reference { .. } => Vec::new(),
        Origin::Computed { inputs, .. } => {
            inputs.iter().flat_map(|(_, figure)| typed_below(figure)).collect()
        }
    }
}

#[test]
fn present_uses_come_from_the_latest_sheet_that_is_not_after_the_year() {
    let ledger =
        units(plan(&[("甲", "", "东灌区"), ("乙", "", "冶炼公司"), ("丙", "", "大学"), ("丁", "500", "")]));
    assert_eq!(codes(&ledger), [] as [&str; 0]);
    // 200, 180, 120 and 500 of a thousand.
    assert_eq!(plans(&ledger), ["1,000", "200", "180", "120", "500"]);
    assert_eq!(unit_names(&ledger), ["东灌区", "冶炼公司", "大学"]);
    let plan = found(&ledger).plan.places[2].plan.clone().expect("a plan");
    let supply = SUPPLIES.at(&[RowId(1)]).cell(RowId(1), SupplyColumn::Amount);
    assert!(typed_below(&plan).contains(&supply.input_id()), "its basis leads to the meter");
}

#[test]
fn what_was_typed_goes_first_and_a_difference_is_said() {
    let of = |present: &str| units(plan(&[("甲", present, "东灌区"), ("丁", "800", "")]));
    assert_eq!(
        (codes(&of("200")), plans(&of("200"))),
        (vec![], vec!["1,000".into(), "200".into(), "800".into()])
    );
    assert_eq!(codes(&of("200.5")), [] as [&str; 0]);
    let other = of("800");
    assert_eq!(codes(&other), ["taken_disagrees"]);
    assert_eq!(plans(&other), ["1,000", "500", "500"]);
    // What cannot be read is not replaced in silence.
    assert_eq!(codes(&of("许多")), ["not_a_number"]);
    assert_eq!(plans(&of("许多"))[1], "none");
}

#[test]
fn what_cannot_be_taken_is_said_at_its_cell() {
    let said = |ledger: &Ledger| {
        let found = found(ledger);
        let place = |problem: &water_ledger::evaluate::Problem| {
            (problem.kind.code(), problem.place.column.map(|column| column.name))
        };
        found.all_problems().map(place).collect::<Vec<_>>()
    };
    let at = |code| vec![(code, Some("taken_from"))];
    let others = ("丁", "500", "");
    assert_eq!(said(&units(plan(&[("甲", "", "西灌区"), others]))), at("no_unit_of_name"));
    // A month of a plant is no year of it, and neither is a year after the region's.
    let early = units(plan(&[("甲", "", "冶炼公司"), others]).with(Entry::Year, "2022"));
    assert_eq!(said(&early), at("no_water_of_unit"));
    let ledger = units(plan(&[("甲", "", "东灌区"), others]));
    let alike = Edit::set(PERIODS.at(&[]), RowId(1), PlantEntry::Plant, "东灌区");
    assert_eq!(said(&ledger.after(alike).expect("a name")), at("several_units_of_name"));
    let blank = Edit::set(DISTRICTS.at(&[RowId(2)]), RowId(1), DistrictColumn::Net, "");
    assert_eq!(said(&ledger.after(blank).expect("blank")), at("no_water_of_unit"));
    // While it is not known yet what the others come to, nothing is said.
    let awaited = region(&ledger, None, None);
    assert_eq!(awaited.sheets[0].all_problems().next(), None);
    assert!(awaited.sheets[0].plan.places[2].plan.as_ref().is_none_or(Figure::is_incomplete));
}

#[test]
fn a_plan_follows_what_it_takes() {
    let ledger = units(plan(&[("甲", "", "东灌区"), ("乙", "", "冶炼公司"), ("丁", "500", "")]));
    let was = everything(&ledger);
    let supply = SUPPLIES.at(&[RowId(1)]).cell(RowId(1), SupplyColumn::Amount);
    let edits = [
        Edit::at(supply, "3000000".to_string()).expect("a cell"),
        Edit::set(DISTRICTS.at(&[RowId(2)]), RowId(1), DistrictColumn::Name, "西灌区"),
        Edit::set(YEARS.at(&[]), RowId(3), YearEntry::Year, "2023"),
        Edit::remove_sheet(&PERIODS, RowId(1)),
    ];
    for edit in edits {
        let after = ledger.after(edit.clone()).expect("a change");
        let again = everything_again(&after, (&ledger, &was));
        assert_ne!(again.region, was.region, "{edit:?}");
        assert_eq!(again, everything(&after), "{edit:?}");
    }
    // What nobody takes leaves the plan as it was.
    let other = Edit::set(PERIODS.at(&[]), RowId(2), PlantEntry::Note, "…");
    let after = ledger.after(other).expect("a note");
    let again = everything_again(&after, (&ledger, &was));
    assert!(std::sync::Arc::ptr_eq(&again.region.sheets[0], &was.region.sheets[0]));
}
