//! What is wrong in one place leaves the rest as it was, and nothing that was typed is lost.

use water_ledger::evaluate::{Results, everything};
use water_ledger::ledger::{
    CANALS, CROPS, DISTRICTS, Edit, FIELDS, Ledger, MAX_ROWS, MONTHS, Opened, Refused, SEASONS, SOURCES,
    TableAt, TableEdit, open, save,
};

use crate::ledger_check::{added, at, readings, sample, steps, typed, value};

/// Nonsense of every kind.
const BAD: [&str; 6] = ["很多", "-1", "1,5", "1e999", "NaN", "0"];

#[test]
fn nonsense_in_a_new_row_leaves_every_other_row_as_it_was() {
    let before = everything(&sample());
    for table in tables() {
        for bad in BAD {
            let cells: Vec<&str> = table.spec.shown().iter().map(|_| bad).collect();
            let ledger = added(&sample(), table, &cells);
            let after = everything(&ledger);
            let (was, is) = (&before.irrigation.years[4], &after.irrigation.years[4]);
            let (old, new) = (&was.details[4], &is.details[4]);
            for (old, new) in old.fieldwork.fields.iter().zip(&new.fieldwork.fields) {
                assert_eq!(value(&old.net), value(&new.net), "{bad} in {table:?}");
            }
            for (old, new) in old.fieldwork.sources.iter().zip(&new.fieldwork.sources) {
                assert_eq!(old, new, "{bad} in {table:?}");
            }
            for (old, new) in old.canals.canals.iter().zip(&new.canals.canals) {
                assert_eq!(old, new, "{bad} in {table:?}");
            }
            assert_eq!(value(&old.canals.system), value(&new.canals.system), "{bad} in {table:?}");
            for (old, new) in was.water_need.crops.iter().zip(&is.water_need.crops) {
                assert_eq!(old, new, "{bad} in {table:?}");
            }
            assert_eq!(was.figures.districts[..4], is.figures.districts[..4]);
            assert_eq!(before.irrigation.years[..4], after.irrigation.years[..4]);
            assert_eq!(open(&save(&ledger)), Opened::Ledger(ledger), "{bad} in {table:?}");
        }
    }
}

#[test]
fn nonsense_in_one_cell_leaves_the_other_districts_and_years() {
    let before = everything(&sample());
    for table in tables() {
        let sample = sample();
        let first = sample.rows_at(table).expect("the table")[0].id;
        for column in table.spec.columns {
            for bad in BAD {
                let after = everything(&typed(&sample, table, first.0, column, bad));
                assert_eq!(before.irrigation.years[..4], after.irrigation.years[..4]);
                let touched = table.within().get(1).copied().unwrap_or(first);
                let districts = |all: &Results| {
                    let districts = all.irrigation.years[4].figures.districts.iter();
                    districts.filter(|d| d.key != touched.0).cloned().collect::<Vec<_>>()
                };
                assert_eq!(
                    districts(&before),
                    districts(&after),
                    "{bad} in {table:?}, column {}",
                    column.name
                );
            }
        }
    }
}

#[test]
fn a_block_of_ten_thousand_rows_is_refused_whole_by_every_table() {
    let sample = sample();
    for table in tables() {
        let first = sample.rows_at(table).expect("the table")[0].id;
        let paste = |rows: usize| {
            let block = vec![vec!["1".to_string()]; rows];
            sample.after(Edit::Table(table, TableEdit::Paste(Some(first), &table.spec.columns[0], block)))
        };
        assert_eq!(paste(10_000), Err(Refused::TooManyRows), "{table:?}");
        let full: Ledger = paste(MAX_ROWS).expect("as many as there may be");
        assert_eq!(full.rows_at(table).map(<[_]>::len), Some(MAX_ROWS));
    }
}

fn tables() -> [TableAt; 9] {
    let [districts, crops, sources] = [&DISTRICTS, &CROPS, &SOURCES].map(at);
    let [fields, canals, months, seasons] = [&FIELDS, &CANALS, &MONTHS, &SEASONS].map(at);
    [districts, crops, sources, fields, readings(1), steps(3), canals, months, seasons]
}
