//! An institution's year: its indicators, its answers, the way to its line; each problem from the smallest change that brings it.

use futures::FutureExt;
use std::sync::Arc;

use water_ledger::catalog;
use water_ledger::evaluate::{
    IndicatorOrigin, NoWay, Results, RetrofitPlan, ReviewResults, WaysToPass, everything, ways_to_pass,
};
use water_ledger::ledger::{
    ANSWERS, AnswerColumn as Answer, Column, ColumnSpec, EVIDENCE, Edit, EvidenceColumn as Evidence, Example,
    FIXTURES, FixtureColumn as Fixture, INDICATORS, INSTITUTION_METERS, IndicatorColumn as Indicator,
    InstitutionMeterColumn as Meter, Ledger, NIGHTS, NightColumn as Night, Opened, PEOPLE,
    PeopleColumn as People, Place, RETROFIT_MEASURES, RETROFITS, REVIEWS, RetrofitMeasureColumn, ReviewEntry,
    Row, RowId, RubricEdit, RubricId, TableAt, TableEdit, TableSpec, answer_row, evidence_row, indicator_row,
    open, save,
};
use water_ledger::rubric::{ItemStanding, Points, Rubric, Verdict};
use water_ledger::show::retrofit::{PassLines, pass_lines};
use water_ledger::text::{Key, Language};

use crate::ledger_check::{added, asked, entered, sorted, typed};

fn example(which: Example) -> Ledger {
    asked(which.ledger(Language::Chinese))
}

fn institution() -> Ledger {
    example(Example::Institution)
}

fn at(table: &'static TableSpec) -> TableAt {
    table.at(&[RowId(1)])
}

fn found(ledger: &Ledger) -> ReviewResults {
    let results = everything(ledger);
    ReviewResults::clone(results.certification.reviews.last().expect("a unit's year"))
}

fn problems(results: &Results) -> Vec<(Place, &'static str)> {
    let of_reviews = results.certification.reviews.iter().flat_map(|review| &review.problems);
    let all = results.sheet_problems().chain(of_reviews);
    sorted(all.map(|problem| (problem.place, problem.kind.code())).collect())
}

/// The row of an item's answer, an indicator's input, a prerequisite.
fn row(ledger: &Ledger, table: &'static TableSpec, of: &str, input: &str) -> u32 {
    let sheet = ledger.sheet(&REVIEWS, RowId(1)).expect("the unit's year");
    let rubric = ledger.rubric(&sheet[ReviewEntry::Rubric]).expect("a rubric");
    let is_indicator = table == &INDICATORS;
    let row =
        if is_indicator { indicator_row(sheet, of, input) } else { answer_row(sheet, table, &rubric, of) };
    row.unwrap_or_else(|| panic!("{of} {input} has a row")).id.0
}

fn answered(ledger: &Ledger, item: &str, column: Answer, text: &str) -> Ledger {
    let row = row(ledger, &ANSWERS, item, "");
    typed(ledger, at(&ANSWERS), row, column.spec(), text)
}

fn indicator(ledger: &Ledger, name: &str, input: &str, text: &str) -> Ledger {
    let row = row(ledger, &INDICATORS, name, input);
    typed(ledger, at(&INDICATORS), row, Indicator::Value.spec(), text)
}

fn points(ledger: &Ledger, item: &str) -> f64 {
    let score = found(ledger).score.expect("a score");
    let mut items = score.sections.iter().flat_map(|section| &section.items);
    items.find(|one| one.id == item).expect("the item").points.value()
}

#[test]
fn the_examples_have_no_problems_and_come_to_their_scores() {
    for language in Language::ALL {
        for example in Example::of(&REVIEWS) {
            let ledger = example.ledger(language);
            assert_eq!(problems(&everything(&ledger)), [], "{example:?} {language:?}");
            assert_eq!(open(&save(&ledger)), Opened::Ledger(ledger), "{example:?} {language:?}");
        }
    }
    let totals = |which| {
        let all = everything(&example(which)).certification.reviews;
        all.iter().map(|one| one.score.as_ref().expect("a score").total.value()).collect::<Vec<_>>()
    };
    assert_eq!(totals(Example::University), [51.0, 66.244, 72.367]);
    assert_eq!(totals(Example::Institution), [81.0]);
    assert_eq!(totals(Example::Quarter), [89.0]);
}

#[test]
fn each_problem_is_told_at_its_place() {
    let cells: &[(&'static TableSpec, u32, &'static ColumnSpec, &str, &str)] = &[
        (&PEOPLE, 1, People::Kind.spec(), "", "no_kind"),
        (&PEOPLE, 1, People::Kind.spec(), "ghost", "unknown_class"),
        (&PEOPLE, 1, People::Kind.spec(), "visitor", "blank"),
        (&PEOPLE, 1, People::Count.spec(), "-3", "negative"),
        (&PEOPLE, 1, People::Count.spec(), "NaN", "not_a_number"),
        (&FIXTURES, 1, Fixture::Saving.spec(), "149", "more_than_total"),
        (&FIXTURES, 1, Fixture::Inspected.spec(), "149", "more_than_total"),
        (&FIXTURES, 1, Fixture::Leaking.spec(), "150", "more_than_total"),
        (&INSTITUTION_METERS, 1, Meter::Level.spec(), "", "no_kind"),
    ];
    for (table, row, column, text, code) in cells {
        let changed = typed(&institution(), at(table), *row, column, text);
        // An effect with nothing in it but a measure is told where what it should say is missing.
        let place = match *text {
            "visitor" => at(&PEOPLE).cell(RowId(1), People::Days),
            _ => Place { column: Some(*column), ..at(table).row(RowId(*row)) },
        };
        let problems = problems(&everything(&changed));
        assert!(
            problems.contains(&(place, code)),
            "{text:?} in {table:?} {row} {}: {problems:?}",
            column.name
        );
    }
    let entries = [
        (ReviewEntry::Year, "soon", "not_a_year"),
        (ReviewEntry::Rubric, "own-7", "unknown_rubric"),
        (ReviewEntry::Other, "nothing", "unknown_rubric"),
        (ReviewEntry::Days, "400", "outside"),
        (ReviewEntry::Weight, "1.5", "outside"),
        (ReviewEntry::Supplied, "三吨", "not_a_number"),
    ];
    for (entry, text, code) in entries {
        let entry = REVIEWS.entry(RowId(1), entry);
        let changed = entered(&institution(), entry, text);
        let problems = problems(&everything(&changed));
        assert!(problems.contains(&(entry, code)), "{text:?} in {entry:?}: {problems:?}");
    }
}

#[test]
fn an_answer_beyond_its_item_is_left_out_and_told() {
    let cases = [
        ("m4", Answer::Answer, "16", "points_above_max"),
        ("m4", Answer::Answer, "-1", "negative"),
        ("m4", Answer::Answer, "0.0001", "points_above_max"),
        ("m4", Answer::Answer, "many", "not_a_number"),
        ("m4", Answer::OfficialPoints, "15.5", "points_above_max"),
        ("m2a", Answer::Answer, "four", "unknown_class"),
        ("m3b", Answer::Answer, "old-pipes,new-pipes", "unknown_class"),
        ("m1a", Answer::Answer, "na", "cannot_be_left_out"),
        ("t2", Answer::Answer, "yes", "unknown_class"),
        ("t2", Answer::Variant, "other", "unknown_class"),
    ];
    for (item, column, text, code) in cases {
        let changed = answered(&institution(), item, column, text);
        let row = RowId(row(&changed, &ANSWERS, item, ""));
        // What is wrong with a variant is told at the answer that it is for.
        let told = if matches!(column, Answer::Variant) { Answer::Answer } else { column };
        let place = at(&ANSWERS).cell(row, told);
        assert_eq!(problems(&everything(&changed)), [(place, code)], "{text:?} to {item}");
        if !matches!(column, Answer::OfficialPoints) {
            assert_eq!(points(&changed, item), 0.0, "{text:?} to {item}");
        }
    }
}

#[test]
fn an_indicator_comes_from_the_best_that_is_known_of_it() {
    let ledger = institution();
    let name = "unit.water_saving_fixture_rate";
    let of = |ledger: &Ledger| {
        let found = found(ledger);
        let indicator = found.indicator(name).expect("measured").clone();
        (indicator.figure.map(|figure| figure.value()), indicator.origin)
    };
    assert_eq!(of(&ledger).1, Some(IndicatorOrigin::Tables));
    // An input that was typed goes before the tables, the tables give the other.
    let by_input = indicator(&ledger, name, "saving", "266");
    assert_eq!(of(&by_input), (Some(100.0), Some(IndicatorOrigin::Inputs)));
    let direct = indicator(&by_input, name, "", "98.5");
    assert_eq!(of(&direct), (Some(98.5), Some(IndicatorOrigin::Direct)));
    // What a formula refuses is told at the cell, and nothing else is taken in its place.
    let refused = indicator(&ledger, name, "saving", "300");
    assert_eq!(of(&refused), (None, Some(IndicatorOrigin::Inputs)));
    let place = RowId(row(&ledger, &INDICATORS, name, "saving"));
    let place = at(&INDICATORS).cell(place, Indicator::Value);
    assert_eq!(problems(&everything(&refused)), [(place, "part_above_total")]);
}

#[test]
fn an_enterprise_takes_the_rates_of_its_plant_in_the_same_year() {
    let mut ledger = example(Example::Works);
    ledger = asked(ledger.after(Edit::AddSheet(&REVIEWS, None)).expect("a unit"));
    for (entry, text) in [(ReviewEntry::Year, "2024"), (ReviewEntry::Rubric, "city-national")] {
        ledger = entered(&ledger, REVIEWS.entry(RowId(1), entry), text);
    }
    let reuse = |ledger: &Ledger| {
        let found = found(ledger);
        let indicator = found.indicator("industry.reuse_rate").expect("measured").clone();
        (indicator.figure.map(|figure| figure.value()), indicator.origin)
    };
    let plant =
        everything(&ledger).plant.periods[2].figures.rate("industry.reuse_rate").expect("a rate").value();
    assert_eq!(reuse(&ledger), (Some(plant), Some(IndicatorOrigin::Plant)));
    let other_year = entered(&ledger, REVIEWS.entry(RowId(1), ReviewEntry::Year), "2019");
    assert_eq!(reuse(&other_year), (None, None));
}

#[test]
fn the_night_tells_what_leaks_while_nothing_else_is_known() {
    let ledger = example(Example::University);
    let review = found(&ledger);
    let leak = review.figures.night_leak.as_ref().expect("a leak").value();
    // (11.0 + 10.9 + 11.2)/3 − 6.5 and (12.4 + 12.3 + 12.6)/3 − 9.
    let expected = (11.0 + 10.9 + 11.2) / 3.0 - 6.5 + (12.4 + 12.3 + 12.6) / 3.0 - 9.0;
    assert!((leak - expected).abs() < 1e-9, "{leak} {expected}");
    let rate = review.figures.figure("unit.network_leak_rate").expect("a rate").value();
    assert!((rate - 100.0 * 24.0 * 365.0 * expected / 1_012_000.0).abs() < 1e-9, "{rate}");
    let night = NIGHTS.at(&[RowId(3)]);
    let cases = [
        ("12:00,3\n13:00,4", "no_night"),
        ("02:00,3\n03:00,x", "no_number"),
        ("02:00,3\n02:00,3", "bad_time"),
        ("3\nfour", "no_number"),
    ];
    for (text, code) in cases {
        let changed = typed(&ledger, night, 1, Night::Record.spec(), text);
        let place = night.cell(RowId(1), Night::Record);
        assert!(problems(&everything(&changed)).contains(&(place, code)), "{text:?}");
    }
}

#[test]
fn assessors_points_stand_beside_the_answers() {
    let ledger = institution();
    let before = found(&ledger);
    assert_eq!(before.official, None);
    // One item alone gives no sum and no verdict.
    let judged = answered(&ledger, "m4", Answer::OfficialPoints, "9.5");
    let review = found(&judged);
    assert_eq!(review.score.as_ref().expect("a score").total, Points::whole(81));
    let official = review.official.as_ref().expect("given");
    assert_eq!((official.given, official.is_complete(), official.score.verdict), (1, false, Verdict::Open));
    assert_eq!(official.score.total.value(), 77.5);
    assert_eq!(review.official_score(), None);
    assert_eq!(review.counted(), review.score.as_ref());
    // Once all that count have theirs there is one: here half of what each item can give.
    let items = before.score.iter().flat_map(|score| &score.sections).flat_map(|section| &section.items);
    let counted = items.filter(|item| item.standing != ItemStanding::LeftOut);
    let (mut all, mut sum) = (ledger, 0.0);
    for item in counted {
        let half = item.max.value() / 2.0;
        sum += half;
        all = answered(&all, &item.id, Answer::OfficialPoints, &half.to_string());
    }
    assert_eq!(found(&all).official_score().expect("judged").earned.value(), sum);
}

#[test]
fn a_year_that_stands_twice_is_said_on_both_sheets() {
    let ledger = institution();
    let mut twice = ledger.after(Edit::AddSheet(&REVIEWS, None)).expect("a year");
    let [first, second] = [0, 1].map(|place| twice.sheets(&REVIEWS)[place].id);
    for entry in [ReviewEntry::Institution, ReviewEntry::Year, ReviewEntry::Rubric] {
        let text = ledger.sheets(&REVIEWS)[0][entry].to_string();
        twice = entered(&twice, REVIEWS.entry(second, entry), &text);
    }
    let said = everything(&twice).certification.problems;
    let places: Vec<_> = said.iter().map(|problem| (problem.place, problem.kind.code())).collect();
    assert_eq!(places, [first, second].map(|id| (REVIEWS.entry(id, ReviewEntry::Year), "duplicate_year")));
}

#[test]
fn a_rubric_without_pass_line_gives_no_verdict_of_the_plan() {
    let ledger = institution();
    let copy = Rubric::clone(&catalog::rubric("public-institution-2013").expect("shipped"));
    let ledger = asked(ledger.after(Edit::add_rubric(&copy)).expect("a rubric"));
    let open = RubricEdit::Number("/pass/min_score".to_string(), String::new());
    let ledger = asked(ledger.after(Edit::rubric(RubricId(1), open)).expect("a field"));
    let ledger = entered(&ledger, REVIEWS.entry(RowId(1), ReviewEntry::Rubric), "own-1");
    assert_eq!(lines(&ledger).verdict.message.say(Language::English), Key::PlanNoLine.say(Language::English));
    assert_eq!(found(&ledger).chance(), None);
}

/// The plan of the example and what it comes to.
fn plan(ledger: &Ledger) -> (Arc<Row>, Arc<RetrofitPlan>) {
    (ledger.sheets(&RETROFITS)[0].clone(), everything(ledger).retrofit.plans[0].clone())
}

fn lines(ledger: &Ledger) -> PassLines {
    let (sheet, found) = plan(ledger);
    pass_lines(&sheet, &found, Language::English, &mut async || true)
        .now_or_never()
        .expect("it waits for nothing")
        .expect("a rubric")
        .expect("can be planned with")
}

fn ways(ledger: &Ledger) -> Result<WaysToPass, NoWay> {
    let (sheet, found) = plan(ledger);
    ways_to_pass(&sheet, &found, &mut async || true)
        .now_or_never()
        .expect("it waits for nothing")
        .expect("a rubric")
}

#[test]
fn the_plan_reaches_the_line_for_the_least_money() {
    let found = ways(&institution()).expect("measures that can be planned with");
    let cheapest = found.frontier.cheapest().expect("a way");
    assert_eq!((cheapest.cost, cheapest.total.value()), (31_600.0, 91.0));
    assert_eq!(cheapest.measures, [0, 1, 3]);
    // Without the taps there is no way.
    let measures = RETROFIT_MEASURES.at(&[RowId(1)]);
    let without = institution().after(Edit::Table(measures, TableEdit::Remove(RowId(1))));
    assert_eq!(ways(&without.expect("a row")).expect("sound").frontier.cheapest(), None);
}

#[test]
fn measures_that_need_each_other_in_a_circle_are_told_and_the_rest_stands() {
    let measures = RETROFIT_MEASURES.at(&[RowId(1)]);
    let needs = |ledger: &Ledger, row: u32, name: &str| {
        typed(ledger, measures, row, RetrofitMeasureColumn::Needs.spec(), name)
    };
    let circle = needs(&needs(&institution(), 1, "主要设备装表"), 2, "更换食堂水嘴");
    assert!(matches!(ways(&circle), Err(NoWay::Plan(fault)) if fault.code() == "bad_need"));
    assert_eq!(found(&circle).score.expect("a score").total, Points::whole(81));
}

#[test]
fn the_same_answers_score_under_another_rubric() {
    let ledger = institution();
    let copy = Rubric::clone(&catalog::rubric("public-institution-2013").expect("shipped"));
    let ledger = asked(ledger.after(Edit::add_rubric(&copy)).expect("a rubric"));
    let harder = RubricEdit::Number("/section/0/item/3/scoring/limit".to_string(), "3".to_string());
    let ledger = asked(ledger.after(Edit::rubric(RubricId(1), harder)).expect("a field"));
    let ledger = entered(&ledger, REVIEWS.entry(RowId(1), ReviewEntry::Other), "own-1");
    let review = found(&ledger);
    let (other, score) = review.other.expect("another rubric");
    assert_eq!(other.items().count(), 20);
    assert_eq!(score.total, Points::whole(81));
    let strict = RubricEdit::Number("/section/0/item/3/scoring/step".to_string(), "0.5".to_string());
    let ledger = asked(ledger.after(Edit::rubric(RubricId(1), strict)).expect("a field"));
    assert_eq!(found(&ledger).other.expect("another rubric").1.total, Points::whole(79));
}

#[test]
fn a_field_of_a_rubric_keeps_what_makes_no_sense_and_the_rubric_stays() {
    let copy = Rubric::clone(&catalog::rubric("public-institution-2013").expect("shipped"));
    let ledger = Ledger::default().after(Edit::add_rubric(&copy)).expect("a rubric");
    let max = "/section/0/item/0/max".to_string();
    let number = |text: &str| Edit::rubric(RubricId(1), RubricEdit::Number(max.clone(), text.to_string()));
    let half = asked(ledger.after(number("8.")).expect("a field"));
    let sheet = |ledger: &Ledger| ledger.own_rubric(RubricId(1)).expect("it").clone();
    assert_eq!(
        sheet(&half).rubric().expect("a rubric").items().next().map(|(_, item)| item.max),
        Some(Points::whole(8))
    );
    assert_eq!(sheet(&half).fields().text(&max), "8.", "a number half typed stays as it is typed");
    let words = asked(half.after(number("eight")).expect("a field"));
    assert_eq!((*sheet(&words).rubric().expect("a rubric")).clone(), copy);
    assert_eq!(sheet(&words).fields().text(&max), "eight");
    assert_eq!(open(&save(&words)), Opened::Ledger(words.clone()));
    let sound = words.after(number("9")).expect("a field");
    assert_eq!(sheet(&sound).fields().text(&max), "9");
    assert!(sheet(&sound).typed.is_empty());
    let gone = Edit::rubric(RubricId(1), RubricEdit::Remove("/section/7".to_string()));
    assert!(sound.after(gone).is_err());
    let removed = Edit::rubric(RubricId(1), RubricEdit::Remove("/section/0/item/0".to_string()));
    assert_eq!(
        sheet(&asked(sound.after(removed).expect("an item"))).rubric().expect("a rubric").items().count(),
        19
    );
}

#[test]
fn another_unit_begins_with_nothing_of_the_one_before() {
    let ledger = example(Example::University);
    let next = ledger.after(Edit::AddBlankSheet(&REVIEWS)).expect("a unit");
    let sheet = next.sheets(&REVIEWS).last().expect("it was added");
    assert!(REVIEWS.columns.iter().all(|column| sheet.text(column).is_empty()));
    assert!(REVIEWS.tables.iter().all(|table| sheet.rows(table).iter().all(|row| row.is_blank())));
    assert_eq!(next.sheets(&REVIEWS).len(), ledger.sheets(&REVIEWS).len() + 1);
    // It is of nobody yet, so no sheet stands before it.
    assert_eq!(next.sheet_before(&REVIEWS, sheet.id), None);
}

#[test]
fn the_following_year_takes_over_what_stays() {
    let ledger = example(Example::University);
    let next = ledger.after(Edit::AddSheet(&REVIEWS, Some(RowId(3)))).expect("a year");
    let sheet = next.sheet(&REVIEWS, RowId(4)).expect("the year").clone();
    let last = next.sheet(&REVIEWS, RowId(3)).expect("the year before");
    assert_eq!(&sheet[ReviewEntry::Year], "2025");
    for entry in [ReviewEntry::Institution, ReviewEntry::Rubric] {
        assert_eq!(sheet[entry], last[entry]);
    }
    // Who is there is the same; how many they are is not known of another year.
    let names = |rows: &[Arc<Row>]| rows.iter().map(|row| row[People::Name].to_string()).collect::<Vec<_>>();
    assert_eq!(names(sheet.rows(&PEOPLE)), names(last.rows(&PEOPLE)));
    assert!(sheet.rows(&PEOPLE).iter().all(|row| row[People::Count].is_empty()));
    assert!(sheet[ReviewEntry::Supplied].is_empty());
    assert!(sheet.rows(&NIGHTS).iter().all(|row| row[Night::Record].is_empty()));
    assert!(sheet.rows(&EVIDENCE).iter().all(|row| row[Evidence::State].is_empty()));
    let rubric = next.rubric(&sheet[ReviewEntry::Rubric]).expect("a rubric");
    let answer = |sheet| answer_row(sheet, &ANSWERS, &rubric, "m1").expect("a row");
    assert_eq!((&answer(last)[Answer::Answer], &answer(&sheet)[Answer::Answer]), ("6", ""));
    assert_eq!(&answer(&sheet)[Answer::Person], &answer(last)[Answer::Person]);
}

#[test]
fn rows_that_a_rubric_does_not_ask_for_wait_until_it_is_chosen_again() {
    let ledger = institution();
    let rubric = REVIEWS.entry(RowId(1), ReviewEntry::Rubric);
    let away = entered(&ledger, rubric, "university-tches-32-2019");
    assert_eq!(found(&away).score.map(|score| score.verdict), Some(Verdict::Open));
    // Items of two rubrics may have one name and are still two: only what is measured carries over.
    assert!(
        found(&away)
            .answers
            .items
            .values()
            .all(|given| matches!(given.answer, water_ledger::rubric::Answer::Numbers(_)))
    );
    let sheet = away.sheet(&REVIEWS, RowId(1)).expect("the year");
    let university = away.rubric("university-tches-32-2019").expect("shipped");
    assert!(evidence_row(sheet, &university, "m1", 0).is_some_and(|row| row[Evidence::State].is_empty()));
    let both = answered(&away, "m4", Answer::Answer, "yes");
    let back = entered(&both, rubric, "public-institution-2013");
    assert_eq!(found(&back).score, found(&ledger).score);
}

#[test]
fn a_row_may_be_added_to_each_table_that_is_filled_row_by_row() {
    let ledger = added(&institution(), at(&PEOPLE), &["访客", "visitor", "365", "2"]);
    let standard = found(&ledger).figures.standard_people.expect("people").value();
    assert!((standard - (358.0 + 2.0)).abs() < 1e-9, "{standard}");
}

#[test]
fn a_quota_that_is_chosen_counts_until_values_are_typed() {
    let ledger = example(Example::University);
    let sheet = ledger.sheets(&REVIEWS).last().expect("a year").id;
    let entry =
        |ledger: &Ledger, entry: ReviewEntry, text: &str| entered(ledger, REVIEWS.entry(sheet, entry), text);
    let place = |ledger: &Ledger| {
        found(ledger).figures.figure("unit.quota_ratio").map(water_ledger::metric::Figure::value)
    };
    let typed = place(&ledger).expect("against 65 m³");
    let none = entry(&entry(&ledger, ReviewEntry::General, ""), ReviewEntry::Advanced, "");
    assert_eq!(place(&none), None);
    let chosen = entry(&none, ReviewEntry::Quota, "person_quota.db37_4452_2021/university");
    let by_quota = place(&chosen).expect("against 50 m³");
    assert!((by_quota - typed * 65.0 / 50.0).abs() < 1e-9, "{by_quota}");
    // It is quoted at second hand, which the figure says.
    let figure = found(&chosen).figures.figure("unit.quota_ratio").cloned().expect("a figure");
    assert!(figure.flags().contains(&water_ledger::metric::Flag::Unverified), "{:?}", figure.flags());
    assert_eq!(place(&entry(&chosen, ReviewEntry::General, "65")), Some(typed));
    let unknown = entry(&none, ReviewEntry::Quota, "某省定额");
    let at = (REVIEWS.entry(sheet, ReviewEntry::Quota), "unknown_class");
    assert_eq!(problems(&everything(&unknown)), [at]);
}
