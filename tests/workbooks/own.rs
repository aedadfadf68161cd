//! A ledger as a workbook comes back as it was, also where people have moved things meanwhile.

use proptest::prelude::*;
use water_ledger::ledger::{Example, Ledger, Opened, open};
use water_ledger::text::Language;
use water_ledger::workbook::{Cell, Grid, book_of, own_ledger};
use water_ledger_office::{Cached, read, written as file_of};

use crate::golden::files::{files_of, text_of};
use crate::properties::ledgers::any_ledger;

fn written(ledger: &Ledger, language: Language) -> Vec<Grid> {
    let bytes = file_of(&book_of(ledger, language), Cached::Values).expect("written");
    read(&bytes).expect("read")
}

/// The ledger of a workbook, and how many rows belong to none.
fn of(grids: &[Grid]) -> (Ledger, usize) {
    let (text, lost) = own_ledger(grids).expect("a workbook of this program");
    match open(&text) {
        Opened::Ledger(ledger) => (ledger, lost),
        other => panic!("{:?}\n{text}", other.message().map(|message| message.say(Language::English))),
    }
}

fn examples() -> Vec<Ledger> {
    Example::ALL.iter().flat_map(|example| Language::ALL.map(|language| example.ledger(language))).collect()
}

#[test]
fn every_example_comes_back_as_it_was() {
    for (at, ledger) in examples().into_iter().enumerate() {
        for language in Language::ALL {
            assert_eq!(of(&written(&ledger, language)), (ledger.clone(), 0), "{at} {language:?}");
        }
    }
}

#[test]
fn every_recorded_ledger_comes_back_as_it_was() {
    for file in files_of("ledger", "json") {
        let Opened::Ledger(ledger) = open(&text_of(&file)) else { panic!("{}", file.display()) };
        assert_eq!(of(&written(&ledger, Language::Chinese)), (ledger, 0), "{}", file.display());
    }
}

#[test]
fn worksheets_rows_and_columns_may_be_moved_and_others_put_between() {
    let ledger = Example::Works.ledger(Language::Chinese);
    let mut grids = written(&ledger, Language::Chinese);
    grids.reverse();
    grids.insert(
        1,
        Grid {
            name: "备注".into(), rows: vec![vec![Cell::Text("开会讨论".into())]], ..Grid::default()
        },
    );
    for grid in &mut grids {
        // A title above, a column before, and the last two columns in the other order.
        grid.rows.insert(0, vec![Cell::Text("某厂水账".into())]);
        let width = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
        for row in &mut grid.rows {
            row.resize(width, Cell::Empty);
            row.swap(width - 1, width.saturating_sub(2));
            row.insert(0, Cell::Empty);
        }
    }
    assert_eq!(of(&grids), (ledger, 0));
}

#[test]
fn a_number_typed_over_counts_and_a_new_row_belongs_beside_the_one_above() {
    let ledger = Example::Works.ledger(Language::Chinese);
    let mut grids = written(&ledger, Language::Chinese);
    let supplies = grids
        .iter_mut()
        .find(|grid| matches!(&grid.rows[0][0], Cell::Text(code) if code.ends_with("/supplies")))
        .expect("a worksheet of supplies");
    let column = |name: &str| {
        let is = |cell: &Cell| *cell == Cell::Text(name.into());
        supplies.rows[0].iter().position(is).expect("a column")
    };
    let (name, amount) = (column("name"), column("amount"));
    let last = supplies.rows.len() - 1;
    supplies.rows[last][amount] = Cell::Number(30_000.0);
    let mut new = vec![Cell::Empty; amount + 1];
    new[name] = Cell::Text("雨水池".into());
    new[amount] = Cell::Number(1200.5);
    supplies.rows.push(new);
    let (read, lost) = of(&grids);
    assert_eq!(lost, 0);
    use water_ledger::ledger::{PERIODS, SUPPLIES, SupplyColumn};
    let sheet = read.sheets(&PERIODS).last().expect("2024");
    let rows = sheet.rows(&SUPPLIES);
    assert_eq!(rows.len(), 3);
    assert_eq!(&rows[1][SupplyColumn::Amount], "30000");
    assert_eq!((&rows[2][SupplyColumn::Name], &rows[2][SupplyColumn::Amount]), ("雨水池", "1200.5"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn any_ledger_comes_back_as_it_was(ledger in any_ledger(), language in prop::sample::select(Language::ALL.to_vec())) {
        prop_assert_eq!(of(&written(&ledger, language)), (ledger, 0));
    }
}
