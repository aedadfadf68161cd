//! A unit's year: its facts, its answers, its measures; each problem from the smallest change that brings it.

use water_ledger::catalog;
use water_ledger::evaluate::{FactOrigin, Results, ReviewResults, everything};
use water_ledger::ledger::{
    AnswerColumn as Answer, Edit, EffectColumn as Effect, Entry, FactColumn as Fact,
    FixtureColumn as Fixture, Ledger, MeasureColumn as Measure, NightColumn as Night, Opened,
    PeopleColumn as People, Place, PlantExample, ReviewEntry, ReviewId, ReviewTable, RowId, RubricEdit,
    RubricId, TableAt, TableEdit, UnitExample, UnitMeterColumn as Meter, open, save,
};
use water_ledger::rubric::{Points, Rubric, Verdict};
use water_ledger::text::Language;

use crate::ledger_check::{added, entered, sorted, typed};

fn example(which: UnitExample) -> Ledger {
    let mut ledger = Ledger::default();
    ledger.certification.reviews = which.reviews(Language::Chinese);
    ledger
}

fn institution() -> Ledger {
    example(UnitExample::Institution)
}

fn at(table: ReviewTable) -> TableAt {
    TableAt::Review(ReviewId(1), table)
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

/// The row of an item's answer, a fact's input, a prerequisite.
fn row(ledger: &Ledger, table: ReviewTable, of: &str, input: &str) -> u32 {
    let sheet = ledger.certification.review(ReviewId(1)).expect("the unit's year");
    let rubric = ledger.certification.rubric(&sheet.rubric).expect("a rubric");
    let row = match table {
        ReviewTable::Answers => sheet.answer(&rubric, of).map(|row| row.id),
        ReviewTable::Facts => sheet.fact(of, input).map(|row| row.id),
        ReviewTable::Gates => sheet.gate(&rubric, of).map(|row| row.id),
        ReviewTable::Questions => sheet.question(&rubric, of).map(|row| row.id),
        _ => None,
    };
    row.unwrap_or_else(|| panic!("{of} {input} has a row")).0
}

fn answered(ledger: &Ledger, item: &str, column: Answer, text: &str) -> Ledger {
    let row = row(ledger, ReviewTable::Answers, item, "");
    typed(ledger, at(ReviewTable::Answers), row, column.index(), text)
}

fn fact(ledger: &Ledger, name: &str, input: &str, text: &str) -> Ledger {
    let row = row(ledger, ReviewTable::Facts, name, input);
    typed(ledger, at(ReviewTable::Facts), row, Fact::Value.index(), text)
}

fn points(ledger: &Ledger, item: &str) -> f64 {
    let score = found(ledger).score.expect("a score");
    let mut items = score.sections.iter().flat_map(|section| &section.items);
    items.find(|one| one.id == item).expect("the item").points.value()
}

#[test]
fn the_examples_have_no_problems_and_come_to_their_scores() {
    for language in Language::ALL {
        for example in UnitExample::ALL {
            let mut ledger = Ledger::default();
            ledger.certification.reviews = example.reviews(language);
            assert_eq!(problems(&everything(&ledger)), [], "{example:?} {language:?}");
            assert_eq!(open(&save(&ledger)), Opened::Ledger(ledger), "{example:?} {language:?}");
        }
    }
    let totals = |example| {
        let all = everything(&self::example(example)).certification.reviews;
        all.iter().map(|one| one.score.as_ref().expect("a score").total.value()).collect::<Vec<_>>()
    };
    assert_eq!(totals(UnitExample::University), [51.0, 66.244, 72.367]);
    assert_eq!(totals(UnitExample::Institution), [81.0]);
    assert_eq!(totals(UnitExample::Quarter), [89.0]);
}

#[test]
fn each_problem_is_told_at_its_place() {
    use ReviewTable as T;
    let cells: &[(T, u32, usize, &str, &str)] = &[
        (T::People, 1, People::Kind.index(), "", "no_kind"),
        (T::People, 1, People::Kind.index(), "ghost", "unknown_class"),
        (T::People, 1, People::Kind.index(), "visitor", "blank"),
        (T::People, 1, People::Count.index(), "-3", "negative"),
        (T::People, 1, People::Count.index(), "NaN", "not_a_number"),
        (T::Fixtures, 1, Fixture::Saving.index(), "149", "more_than_total"),
        (T::Fixtures, 1, Fixture::Inspected.index(), "149", "more_than_total"),
        (T::Fixtures, 1, Fixture::Leaking.index(), "150", "more_than_total"),
        (T::Meters, 1, Meter::Level.index(), "", "no_kind"),
        (T::Measures, 1, Measure::Needs.index(), "没有的措施", "unknown_measure"),
        (T::Measures, 1, Measure::Cost.index(), "-1", "negative"),
        (T::Effects, 1, Effect::Target.index(), "t99", "unknown_target"),
        (T::Effects, 1, Effect::Change.index(), "很多", "bad_change"),
        (T::Effects, 2, Effect::Change.index(), "seven", "bad_change"),
        (T::Effects, 2, Effect::Change.index(), "", "bad_change"),
    ];
    for (table, row, column, text, code) in cells {
        let changed = typed(&institution(), at(*table), *row, *column, text);
        // An effect with nothing in it but a measure is told where what it should say is missing.
        let place = match (*table, *text) {
            (T::People, "visitor") => Place::cell(at(T::People), RowId(1), People::Days.index()),
            _ => Place::cell(at(*table), RowId(*row), *column),
        };
        let problems = problems(&everything(&changed));
        assert!(problems.contains(&(place, code)), "{text:?} in {table:?} {row} {column}: {problems:?}");
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
        let entry = Entry::Review(ReviewId(1), entry);
        let changed = entered(&institution(), entry, text);
        let problems = problems(&everything(&changed));
        assert!(problems.contains(&(Place::Entry(entry), code)), "{text:?} in {entry:?}: {problems:?}");
    }
}

#[test]
fn an_answer_beyond_its_item_is_left_out_and_told() {
    let cases = [
        ("m4", Answer::Answer, "16", "points_above_max"),
        ("m4", Answer::Answer, "-1", "negative"),
        ("m4", Answer::Answer, "0.0001", "points_above_max"),
        ("m4", Answer::Answer, "many", "not_a_number"),
        ("m4", Answer::Assessed, "15.5", "points_above_max"),
        ("m2a", Answer::Answer, "four", "unknown_class"),
        ("m3b", Answer::Answer, "old-pipes,new-pipes", "unknown_class"),
        ("m1a", Answer::Answer, "na", "cannot_be_left_out"),
        ("t2", Answer::Answer, "yes", "unknown_class"),
        ("t2", Answer::Variant, "other", "unknown_class"),
    ];
    for (item, column, text, code) in cases {
        let changed = answered(&institution(), item, column, text);
        let row = RowId(row(&changed, ReviewTable::Answers, item, ""));
        // What is wrong with a variant is told at the answer that it is for.
        let told = if matches!(column, Answer::Variant) { Answer::Answer } else { column };
        let place = Place::cell(at(ReviewTable::Answers), row, told.index());
        assert_eq!(problems(&everything(&changed)), [(place, code)], "{text:?} to {item}");
        if !matches!(column, Answer::Assessed) {
            assert_eq!(points(&changed, item), 0.0, "{text:?} to {item}");
        }
    }
}

#[test]
fn a_fact_comes_from_the_best_that_is_known_of_it() {
    let ledger = institution();
    let name = "unit.water_saving_fixture_rate";
    let of = |ledger: &Ledger| {
        let found = found(ledger);
        let fact = found.fact(name).expect("measured").clone();
        (fact.figure.map(|figure| figure.value()), fact.origin)
    };
    assert_eq!(of(&ledger).1, Some(FactOrigin::Tables));
    // An input that was typed goes before the tables, the tables give the other.
    let by_input = fact(&ledger, name, "saving", "266");
    assert_eq!(of(&by_input), (Some(100.0), Some(FactOrigin::Inputs)));
    let direct = fact(&by_input, name, "", "98.5");
    assert_eq!(of(&direct), (Some(98.5), Some(FactOrigin::Direct)));
    // What a formula refuses is told at the cell, and nothing else is taken in its place.
    let refused = fact(&ledger, name, "saving", "300");
    assert_eq!(of(&refused), (None, Some(FactOrigin::Inputs)));
    let place = RowId(row(&ledger, ReviewTable::Facts, name, "saving"));
    let place = Place::cell(at(ReviewTable::Facts), place, Fact::Value.index());
    assert_eq!(problems(&everything(&refused)), [(place, "part_above_total")]);
}

#[test]
fn an_enterprise_takes_the_rates_of_its_plant_in_the_same_year() {
    let mut ledger =
        Ledger { industry: PlantExample::Works.industry(Language::Chinese), ..Ledger::default() };
    ledger = ledger.after(Edit::AddReview(None)).expect("a unit");
    for (entry, text) in [(ReviewEntry::Year, "2024"), (ReviewEntry::Rubric, "city-national")] {
        ledger = entered(&ledger, Entry::Review(ReviewId(1), entry), text);
    }
    let reuse = |ledger: &Ledger| {
        let found = found(ledger);
        let fact = found.fact("industry.reuse_rate").expect("measured").clone();
        (fact.figure.map(|figure| figure.value()), fact.origin)
    };
    let plant =
        everything(&ledger).plant.periods[2].figures.rate("industry.reuse_rate").expect("a rate").value();
    assert_eq!(reuse(&ledger), (Some(plant), Some(FactOrigin::Plant)));
    let other_year = entered(&ledger, Entry::Review(ReviewId(1), ReviewEntry::Year), "2019");
    assert_eq!(reuse(&other_year), (None, None));
}

#[test]
fn the_night_tells_what_leaks_while_nothing_else_is_known() {
    let ledger = example(UnitExample::University);
    let review = found(&ledger);
    let leak = review.figures.night_leak.as_ref().expect("a leak").value();
    // (11.0 + 10.9 + 11.2)/3 − 6.5 and (12.4 + 12.3 + 12.6)/3 − 9.
    let expected = (11.0 + 10.9 + 11.2) / 3.0 - 6.5 + (12.4 + 12.3 + 12.6) / 3.0 - 9.0;
    assert!((leak - expected).abs() < 1e-9, "{leak} {expected}");
    let rate = review.figures.figure("unit.network_leak_rate").expect("a rate").value();
    assert!((rate - 100.0 * 24.0 * 365.0 * expected / 1_012_000.0).abs() < 1e-9, "{rate}");
    let night = TableAt::Review(ReviewId(3), ReviewTable::Nights);
    let cases = [
        ("12:00,3\n13:00,4", "no_night"),
        ("02:00,3\n03:00,x", "no_number"),
        ("02:00,3\n02:00,3", "bad_time"),
        ("3\nfour", "no_number"),
    ];
    for (text, code) in cases {
        let changed = typed(&ledger, night, 1, Night::Record.index(), text);
        let place = Place::cell(night, RowId(1), Night::Record.index());
        assert!(problems(&everything(&changed)).contains(&(place, code)), "{text:?}");
    }
}

#[test]
fn assessors_points_stand_beside_the_answers() {
    let ledger = institution();
    assert_eq!(found(&ledger).assessed, None);
    let judged = answered(&ledger, "m4", Answer::Assessed, "9.5");
    let review = found(&judged);
    assert_eq!(review.score.expect("a score").total, Points::whole(81));
    assert_eq!(review.assessed.expect("judged").total.value(), 77.5);
}

#[test]
fn the_plan_reaches_the_line_for_the_least_money() {
    let review = found(&institution());
    let frontier = review.plan().expect("a rubric").expect("measures that can be planned with");
    let cheapest = frontier.cheapest().expect("a way");
    assert_eq!((cheapest.cost, cheapest.total.value()), (31_600.0, 91.0));
    assert_eq!(cheapest.measures, [0, 1, 3]);
    // Without the taps there is no way.
    let without = institution().after(Edit::Table(at(ReviewTable::Measures), TableEdit::Remove(RowId(1))));
    let frontier = found(&without.expect("a row")).plan().expect("a rubric").expect("sound");
    assert_eq!(frontier.cheapest(), None);
}

#[test]
fn measures_that_need_each_other_in_a_circle_are_told_and_the_rest_stands() {
    let needs = |ledger: &Ledger, row: u32, name: &str| {
        typed(ledger, at(ReviewTable::Measures), row, Measure::Needs.index(), name)
    };
    let circle = needs(&needs(&institution(), 1, "主要设备装表"), 2, "更换食堂水嘴");
    let review = found(&circle);
    assert_eq!(review.plan().expect("a rubric").expect_err("a circle").code(), "bad_need");
    assert_eq!(review.score.expect("a score").total, Points::whole(81));
}

#[test]
fn the_same_answers_score_under_another_rubric() {
    let ledger = institution();
    let copy = Rubric::clone(&catalog::rubric("public-institution-2013").expect("shipped"));
    let ledger = ledger.after(Edit::AddRubric(Box::new(copy))).expect("a rubric");
    let harder = RubricEdit::Number("/section/0/item/3/scoring/limit".to_string(), "3".to_string());
    let ledger = ledger.after(Edit::Rubric(RubricId(1), harder)).expect("a field");
    let ledger = entered(&ledger, Entry::Review(ReviewId(1), ReviewEntry::Other), "own-1");
    let review = found(&ledger);
    let (other, score) = review.other.expect("another rubric");
    assert_eq!(other.items().count(), 20);
    assert_eq!(score.total, Points::whole(81));
    let strict = RubricEdit::Number("/section/0/item/3/scoring/step".to_string(), "0.5".to_string());
    let ledger = ledger.after(Edit::Rubric(RubricId(1), strict)).expect("a field");
    assert_eq!(found(&ledger).other.expect("another rubric").1.total, Points::whole(79));
}

#[test]
fn a_field_of_a_rubric_keeps_what_makes_no_sense_and_the_rubric_stays() {
    let copy = Rubric::clone(&catalog::rubric("public-institution-2013").expect("shipped"));
    let ledger = Ledger::default().after(Edit::AddRubric(Box::new(copy.clone()))).expect("a rubric");
    let max = "/section/0/item/0/max".to_string();
    let number = |text: &str| Edit::Rubric(RubricId(1), RubricEdit::Number(max.clone(), text.to_string()));
    let half = ledger.after(number("8.")).expect("a field");
    let sheet = |ledger: &Ledger| ledger.certification.own_rubric(RubricId(1)).expect("it").clone();
    assert_eq!(sheet(&half).rubric.items().next().map(|(_, item)| item.max), Some(Points::whole(8)));
    assert_eq!(sheet(&half).fields().text(&max), "8.", "a number half typed stays as it is typed");
    let words = half.after(number("eight")).expect("a field");
    assert_eq!((*sheet(&words).rubric).clone(), copy);
    assert_eq!(sheet(&words).fields().text(&max), "eight");
    assert_eq!(open(&save(&words)), Opened::Ledger(words.clone()));
    let sound = words.after(number("9")).expect("a field");
    assert_eq!(sheet(&sound).fields().text(&max), "9");
    assert!(sheet(&sound).typed.is_empty());
    let gone = Edit::Rubric(RubricId(1), RubricEdit::Remove("/section/7".to_string()));
    assert!(sound.after(gone).is_err());
    let removed = Edit::Rubric(RubricId(1), RubricEdit::Remove("/section/0/item/0".to_string()));
    assert_eq!(sheet(&sound.after(removed).expect("an item")).rubric.items().count(), 19);
}

#[test]
fn the_following_year_takes_over_what_stays() {
    let ledger = example(UnitExample::University);
    let next = ledger.after(Edit::AddReview(Some(ReviewId(3)))).expect("a year");
    let sheet = next.certification.review(ReviewId(4)).expect("the year").clone();
    let last = next.certification.review(ReviewId(3)).expect("the year before");
    assert_eq!((sheet.year.as_str(), &sheet.unit, &sheet.rubric), ("2025", &last.unit, &last.rubric));
    assert_eq!(sheet.people, last.people);
    assert!(sheet.supplied.is_empty() && sheet.measures.is_empty());
    assert!(sheet.nights.iter().all(|row| row.record.is_empty()));
    assert!(sheet.evidence.iter().all(|row| row.state.is_empty()));
    let rubric = next.certification.rubric(&sheet.rubric).expect("a rubric");
    assert_eq!(sheet.answer(&rubric, "m1").map(|row| row.answer.as_str()), Some("6"));
}

#[test]
fn rows_that_a_rubric_does_not_ask_for_wait_until_it_is_chosen_again() {
    let ledger = institution();
    let rubric = Entry::Review(ReviewId(1), ReviewEntry::Rubric);
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
    let sheet = away.certification.review(ReviewId(1)).expect("the year");
    let university = away.certification.rubric("university-tches-32-2019").expect("shipped");
    assert!(sheet.evidence(&university, "m1", 0).is_some_and(|row| row.state.is_empty()));
    let both = answered(&away, "m4", Answer::Answer, "yes");
    let back = entered(&both, rubric, "public-institution-2013");
    assert_eq!(found(&back).score, found(&ledger).score);
}

#[test]
fn answers_saved_without_their_rubric_are_for_the_chosen_one() {
    let ledger = institution();
    let bare =
        save(&ledger).replace("public-institution-2013:", "").replace("\"schema\": 5", "\"schema\": 4");
    assert_ne!(bare, save(&ledger));
    assert_eq!(open(&bare), Opened::Ledger(ledger));
}

#[test]
fn a_row_may_be_added_to_each_table_that_is_filled_row_by_row() {
    let ledger = added(&institution(), at(ReviewTable::People), &["访客", "visitor", "365", "2"]);
    let standard = found(&ledger).figures.standard_people.expect("people").value();
    assert!((standard - (0.5 * 358.0 + 2.0)).abs() < 1e-9, "{standard}");
}
