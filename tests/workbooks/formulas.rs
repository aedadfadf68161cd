//! Every figure of a workbook is the page's value when an office suite computes it anew.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use water_ledger::ledger::{Example, Ledger, Opened, open};
use water_ledger::text::Language;
use water_ledger::workbook::{Cell, Grid, book_of};
use water_ledger_office::{Cached, read, written};

use crate::golden::files::{files_of, text_of};

/// How far two programs may be apart.
const NEAR: f64 = 1e-9;

/// Settings of the suite: formulas are computed when a file is opened, whatever stands beside them.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;

#[test]
#[ignore = "needs an office suite, whose program OFFICE_SUITE names: `cargo xtask test --only office`"]
fn an_office_suite_computes_every_figure_as_the_page_does() {
    let suite = env::var("OFFICE_SUITE").expect("OFFICE_SUITE names the program");
    let folder = env::temp_dir().join(format!("workbooks-{}", std::process::id()));
    let profile = folder.join("profile");
    fs::create_dir_all(profile.join("user")).expect("a folder");
    fs::write(profile.join("user/registrymodifications.xcu"), SETTINGS).expect("written");
    let ledgers = ledgers();
    for (name, ledger) in &ledgers {
        let bytes = written(&book_of(ledger, Language::Chinese), Cached::Nothing).expect("written");
        fs::write(folder.join(format!("{name}.xlsx")), bytes).expect("written");
    }
    let out = folder.join("computed");
    let mut command = Command::new(suite);
    command.arg(format!("-env:UserInstallation=file://{}", profile.display()));
    command.args(["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]).arg(&out);
    command.args(ledgers.iter().map(|(name, _)| folder.join(format!("{name}.xlsx"))));
    assert!(command.status().expect("the office suite starts").success());
    let mut formulas = 0;
    for (name, ledger) in &ledgers {
        let known = written(&book_of(ledger, Language::Chinese), Cached::Values).expect("written");
        let known = read(&known).expect("read");
        let computed = computed(&out.join(format!("{name}.xlsx")));
        formulas += compared(name, &known, &computed);
    }
    fs::remove_dir_all(&folder).expect("removed");
    assert!(formulas > 1500, "{formulas}");
}

fn ledgers() -> Vec<(String, Ledger)> {
    let examples = Example::ALL.iter().enumerate();
    let examples = examples.map(|(at, example)| (format!("example-{at}"), example.ledger(Language::Chinese)));
    let recorded = files_of("ledger", "json").into_iter().map(|file| {
        let Opened::Ledger(ledger) = open(&text_of(&file)) else { panic!("{}", file.display()) };
        (file.file_stem().expect("a name").to_string_lossy().into_owned(), ledger)
    });
    examples.chain(recorded).collect()
}

fn computed(file: &Path) -> Vec<Grid> {
    read(&fs::read(file).expect("computed")).expect("read")
}

/// Every number of every worksheet, and how many there are; an error of the suite is a text and no number.
fn compared(name: &str, known: &[Grid], computed: &[Grid]) -> usize {
    let mut count = 0;
    for sheet in known {
        let other = computed.iter().find(|other| other.name == sheet.name).expect("the worksheet");
        for (row, cells) in sheet.rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let Cell::Number(value) = cell else { continue };
                let found = other.rows.get(row).and_then(|row| row.get(column));
                let Some(Cell::Number(found)) = found else {
                    panic!("{name}, {}, row {row}, column {column}: {value} and {found:?}", sheet.name);
                };
                let difference = (value - found).abs();
                // What is left of a difference of equal amounts is nothing to an office suite.
                assert!(
                    difference <= NEAR * value.abs().max(0.1),
                    "{name}, {}, row {}, column {column}: {value} and {found}",
                    sheet.name,
                    row + 1
                );
                count += 1;
            }
        }
    }
    count
}
