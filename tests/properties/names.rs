//! Laws of names: what a row is called changes no figure, and names follow it however it is typed.

use std::collections::HashMap;

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;
use water_ledger::exchange::evaluate_ledger;
use water_ledger::ledger::{ColumnKind, Edit, Example, History, Ledger, Place, RETROFITS, Row, TableAt};
use water_ledger::text::Language;

use crate::ledger_check::asked;
use crate::properties::plants;

/// Every answer of the command line but for how places are called, and how many are errors.
fn answers(ledger: &Ledger) -> Vec<Value> {
    let answers = evaluate_ledger(ledger, Language::English).answers;
    let mut answers = answers.as_array().expect("a list").clone();
    for answer in &mut answers {
        let places = answer["place"].as_array().expect("a place").len();
        answer["place"] = places.into();
    }
    answers
}

/// What every row is called that alone is called so in its sheet or district; what a rubric asks is no name.
fn names(ledger: &Ledger) -> Vec<Place> {
    let is_name = |table: &TableAt| {
        let first = &table.spec.columns[0];
        let is_text = matches!(first.kind, ColumnKind::Text) && first.names.is_none();
        // A month or a year is called by its number.
        let is_period =
            ["month", "region-year", "region-economy", "reservoir-month"].contains(&table.spec.row_name);
        table.spec.within.is_some() && is_text && !first.is_key && !is_period
    };
    let places = |table: TableAt| {
        let rows = ledger.rows_at(table).unwrap_or_default();
        rows.iter().map(move |row| Place { column: table.spec.columns.first(), ..table.row(row.id) })
    };
    let places: Vec<Place> = ledger.tables().into_iter().filter(is_name).flat_map(places).collect();
    let name = |place: &Place| (place.table.within().to_vec(), ledger.text_at(*place).trim());
    let mut count: HashMap<_, usize> = HashMap::new();
    places.iter().for_each(|place| *count.entry(name(place)).or_default() += 1);
    let is_alone = |place: &Place| !name(place).1.is_empty() && count[&name(place)] == 1;
    places.iter().copied().filter(is_alone).collect()
}

/// Types texts into a cell, one after another.
fn typed(ledger: &Ledger, place: Place, texts: &[&str]) -> Ledger {
    let mut history = History::new(ledger.clone());
    for (text, at) in texts.iter().zip(0..) {
        let edit = Edit::at(place, (*text).to_string()).expect("a cell");
        history.edit(edit, f64::from(at) * 1000.0).expect("a cell");
    }
    Ledger::clone(history.ledger())
}

/// Every example, but for plans of measures: what they change is named, and one that is called otherwise is said.
fn examples() -> Vec<Ledger> {
    let asked =
        |which: Example| asked(which.ledger(Language::Chinese)).with_sheets(&RETROFITS, Vec::<Row>::new());
    Example::ALL.into_iter().map(asked).collect()
}

#[test]
fn no_figure_of_an_example_rests_on_what_a_row_is_called() {
    let mut count = 0;
    for ledger in examples() {
        let before = answers(&ledger);
        // Every name at once, each typed by way of nothing.
        let renamed = names(&ledger).into_iter().fold(ledger.clone(), |ledger, place| {
            count += 1;
            typed(&ledger, place, &["", &format!("改名{count}")])
        });
        let after = answers(&renamed);
        let different = before.iter().zip(&after).find(|(before, after)| before != after);
        assert_eq!(different, None, "{}", ledger.title());
        assert_eq!(after.len(), before.len(), "{}", ledger.title());
    }
    assert!(count > 100, "{count}");
}

proptest! {
    #[test]
    fn names_follow_a_row_of_any_plant_however_it_is_typed(sheet in plants::plants(), at in any::<Index>()) {
        let ledger = plants::ledger_of(sheet);
        let places = names(&ledger);
        let place = *at.get(&places);
        let another = ledger.text_at(*at.get(&places[..places.len() / 2])).to_string();
        let own = ledger.text_at(place).to_string();
        let typed = typed(&ledger, place, &["新", "", &another, "单元", "新单元", ""," 新单元甲 "]);
        prop_assert_eq!(answers(&typed), answers(&ledger));
        let back = self::typed(&typed, place, &[&own]);
        prop_assert_eq!(back, ledger);
    }
}
