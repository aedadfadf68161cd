//! Whatever is typed as text stands on the paper of its sheet in full, however long it is.

use water_ledger::evaluate::{irrigation, plant};
use water_ledger::exchange::Derivations;
use water_ledger::ledger::{ColumnKind, Edit, Example, Ledger, PERIODS, Place, RowId, TableSpec, YEARS};
use water_ledger::show::irrigation::coefficient_report;
use water_ledger::show::paper::Report;
use water_ledger::show::plant::balance_report;
use water_ledger::text::Language;

/// Types into each text cell of the last sheet of a list but those of `left_out`, and looks for it on the paper; how many there are.
fn texts_on_paper(
    example: Example,
    list: &'static TableSpec,
    left_out: &str,
    report: fn(&Ledger, RowId) -> Option<Report>,
) -> usize {
    let ledger = example.ledger(Language::Chinese);
    let sheet = ledger.sheets(list).last().expect("a sheet").id;
    let mut count = 0;
    for table in ledger.tables().into_iter().filter(|table| table.spec.row_name != left_out) {
        for row in ledger.rows_at(table).expect("a table").iter().filter(|row| !row.is_blank()) {
            if table.row(row.id).sheet() != Some((list, sheet)) {
                continue;
            }
            for column in table.spec.columns.iter().filter(|column| matches!(column.kind, ColumnKind::Text)) {
                count += 1;
                let text = format!("第{count}段文字，比格子长：{}完", "甲乙丙丁戊己庚辛".repeat(30));
                let place = Place { column: Some(column), ..table.row(row.id) };
                let typed = ledger.after(Edit::at(place, text.clone()).expect("a cell")).expect("a cell");
                let report = report(&typed, sheet).expect("the sheet is there");
                assert!(report.text().contains(&text), "{}", place.path());
            }
        }
    }
    count
}

#[test]
fn in_the_report_of_a_year() {
    let count = texts_on_paper(Example::City, &YEARS, "", |ledger, year| {
        coefficient_report(ledger, &irrigation(ledger, None), year, Derivations::None, Language::Chinese)
    });
    assert!(count > 40, "{count}");
}

#[test]
fn in_the_sheets_of_a_plant() {
    // What stands for a requirement of the catalogue is its code.
    let count = texts_on_paper(Example::Works, &PERIODS, "requirement", |ledger, period| {
        balance_report(ledger, &plant(ledger, None), period, Derivations::None, Language::Chinese)
    });
    assert!(count > 20, "{count}");
}
