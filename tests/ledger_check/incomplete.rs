//! A cell that cannot be read never changes a figure without a word: the figure, and each that rests on it, says that it is
//! incomplete, or is not there.

use std::collections::BTreeMap;

use super::*;
use water_ledger::evaluate::{SheetFigure, WholePlan};
use water_ledger::ledger::{
    ColumnKind, DISTRICTS, DistrictColumn, MONTHS, MonthColumn, PEOPLE, PERIODS, PeopleColumn, RETROFITS,
    REVIEWS, YEARS,
};
use water_ledger::metric::Figure;

/// Every figure of a ledger by what it is of and called: its value, and whether it says that it is incomplete.
fn figures(ledger: &Ledger) -> BTreeMap<String, (f64, bool)> {
    let Results { irrigation, plant, certification, retrofit, region } = everything(ledger);
    let mut all = BTreeMap::new();
    let mut add = |sheet: String, figures: Vec<SheetFigure<'_>>| {
        for (place, one) in figures.iter().enumerate() {
            let is_twin = |other: &&SheetFigure<'_>| other.of == one.of && other.name == one.name;
            let twin = figures[..place].iter().filter(is_twin).count();
            let key = format!("{sheet} {:?} {} {twin}", one.of, one.name);
            all.insert(key, (one.figure.value(), one.figure.is_incomplete()));
        }
    };
    for (sheet, year) in ledger.sheets(&YEARS).iter().zip(&irrigation.years) {
        add(format!("year {}", sheet.id.0), year.every_figure(sheet));
    }
    for (sheet, found) in ledger.sheets(&PERIODS).iter().zip(&plant.periods) {
        add(format!("period {}", sheet.id.0), found.every_figure());
    }
    for (sheet, found) in ledger.sheets(&REVIEWS).iter().zip(&certification.reviews) {
        add(format!("review {}", sheet.id.0), found.every_figure());
    }
    for (sheet, found) in ledger.sheets(&RETROFITS).iter().zip(&retrofit.plans) {
        add(format!("plan {}", found.id.0), WholePlan::of(sheet, found).every_figure());
    }
    for found in &region.sheets {
        add(format!("region {}", found.id.0), found.every_figure());
    }
    all
}

fn has_changed(before: f64, after: f64) -> bool {
    (before - after).abs() > 1e-9 * before.abs().max(1e-9)
}

/// Cells that change a figure in silence when they cannot be read, each with one such figure.
fn silent_cells(example: Example, is_asked: fn(&ColumnKind) -> bool, bad: &str) -> BTreeMap<String, String> {
    let ledger = example.ledger(Language::Chinese);
    let before = figures(&ledger);
    let mut silent = BTreeMap::new();
    let mut tried: BTreeMap<String, usize> = BTreeMap::new();
    for place in ledger.places().collect::<Vec<Place>>() {
        let Some(column) = place.column else { continue };
        if !is_asked(&column.kind) || ledger.text_at(place).trim().is_empty() {
            continue;
        }
        // The first cells of a column stand for the others.
        let count = tried.entry(format!("{:?} {}", place.table, column.name)).or_default();
        *count += 1;
        if *count > 3 {
            continue;
        }
        for (name, (value, is_incomplete)) in figures(&entered(&ledger, place, bad)) {
            let changed = before.get(&name).is_some_and(|(was, _)| has_changed(*was, value));
            if changed && !is_incomplete {
                silent.insert(format!("{example:?} {}.{}", place.table.spec.row_name, column.name), name);
            }
        }
    }
    silent
}

#[test]
fn a_bad_number_never_changes_a_figure_without_a_word() {
    let is_number = |kind: &ColumnKind| matches!(kind, ColumnKind::Number(_));
    for example in Example::ALL {
        for bad in ["22..1", "5 kg"] {
            let silent = silent_cells(example, is_number, bad);
            assert!(silent.is_empty(), "{bad}: {silent:#?}");
        }
    }
}

#[test]
fn a_choice_that_is_none_never_changes_a_figure_without_a_word() {
    let is_choice = |kind: &ColumnKind| matches!(kind, ColumnKind::Choice(_));
    for example in Example::ALL {
        let silent = silent_cells(example, is_choice, "某种");
        assert!(silent.is_empty(), "{silent:#?}");
    }
}

#[test]
fn what_is_complete_says_nothing() {
    for example in Example::ALL.into_iter().filter(|example| *example != Example::Errors) {
        let figures = figures(&example.ledger(Language::Chinese));
        let marked: Vec<_> = figures.iter().filter(|(_, (_, is_incomplete))| *is_incomplete).collect();
        assert!(marked.is_empty(), "{example:?}: {marked:#?}");
    }
}

#[test]
fn what_is_missing_from_a_district_goes_on_to_the_region() {
    let ledger = Example::City.ledger(Language::Chinese);
    let (sheet, year) = (&ledger.sheets(&YEARS)[0], DISTRICTS.at(&[ledger.sheets(&YEARS)[0].id]));
    let district = sheet.rows(&DISTRICTS)[0].id;
    let region = |ledger: &Ledger| everything(ledger).irrigation.years[0].figures.clone();
    let complete = region(&ledger).coefficient.expect("a coefficient");
    assert!(!complete.is_incomplete());
    let net = year.cell(district, DistrictColumn::Net);
    // Net above gross leaves the district out of the region, which says so; so does a number that is none.
    for text in ["99999999", "22..1"] {
        let found = region(&entered(&ledger, net, text));
        assert!(found.coefficient.expect("of the others").is_incomplete(), "{text}");
        assert!(found.gross.expect("of the others").is_incomplete(), "{text}");
    }
}

#[test]
fn what_is_missing_from_an_institution_goes_on_to_the_score() {
    let ledger = Example::University.ledger(Language::Chinese);
    let people = PEOPLE.at(&[ledger.sheets(&REVIEWS)[0].id]);
    let row = ledger.rows_at(people).expect("people")[0].id;
    for (column, text) in [(PeopleColumn::Kind, "某种人"), (PeopleColumn::Count, "1,2,3")] {
        let bad = entered(&ledger, people.cell(row, column), text);
        let found = &everything(&bad).certification.reviews[0];
        assert!(found.is_incomplete(), "{text}");
        let standard = found.figures.standard_people.as_ref();
        assert!(standard.is_none_or(Figure::is_incomplete), "{text}");
    }
    // The days of visitors, of which there is no figure without.
    let visitors =
        ledger.rows_at(people).expect("people").iter().find(|row| row[PeopleColumn::Kind] == *"visitor");
    let visitors = visitors.expect("visitors").id;
    for text in ["900", ""] {
        let bad = entered(&ledger, people.cell(visitors, PeopleColumn::Days), text);
        let found = &everything(&bad).certification.reviews[0];
        assert!(found.figures.standard_people.as_ref().is_some_and(Figure::is_incomplete), "{text}");
    }
}

#[test]
fn a_month_that_lacks_its_temperature_leaves_the_need_of_crops_incomplete() {
    let ledger = Example::City.ledger(Language::Chinese);
    let (index, sheet) = ledger
        .sheets(&YEARS)
        .iter()
        .enumerate()
        .find(|(_, sheet)| !sheet.rows(&MONTHS).is_empty())
        .expect("a year with months");
    let april =
        sheet.rows(&MONTHS).iter().find(|row| row[MonthColumn::Month].starts_with('5')).expect("May").id;
    let place = MONTHS.at(&[sheet.id]).cell(april, MonthColumn::Tmax);
    let need =
        |ledger: &Ledger| everything(ledger).irrigation.years[index].water_need.net.clone().expect("a need");
    assert!(!need(&ledger).is_incomplete());
    assert!(need(&entered(&ledger, place, "")).is_incomplete());
    let removed = ledger.after(Edit::Table(MONTHS.at(&[sheet.id]), TableEdit::Remove(april))).expect("a row");
    assert!(need(&removed).is_incomplete(), "a month of the season that is not there");
}
