//! Workbooks that other programs wrote, each with its right reading (`corpus/readings.toml`).

use std::fs;
use std::path::Path;

use serde::Deserialize;
use water_ledger::exchange::{FILLED, KnownColumns, MatchedSheet, Worksheet, best_list, matched_sheets};
use water_ledger::workbook::Grid;
use water_ledger_office::{Unread, read};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Corpus {
    workbook: Vec<Workbook>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Workbook {
    file: String,
    #[serde(rename = "by")]
    _by: String,
    about: String,
    refused: Option<String>,
    #[serde(default)]
    sheet: Vec<Sheet>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    name: String,
    #[serde(default)]
    hidden: bool,
    rows: Vec<Vec<String>>,
    goes: Option<Goes>,
}

/// What a specialist makes of a worksheet in the shape of a table of ours.
#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Goes {
    table: String,
    /// The name of the column that each of its columns goes into, `^` for the name of what its rows stand within; blank for none.
    columns: Vec<String>,
    taken: usize,
    left_out: usize,
    /// The units that the headings name, where any of them is not the column's own.
    units: Option<Vec<String>>,
    /// The headings that are named as not understood.
    #[serde(default)]
    said: Vec<String>,
}

pub fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks/corpus")
}

fn corpus() -> Vec<Workbook> {
    let text = fs::read_to_string(folder().join("readings.toml")).expect("the readings");
    toml::from_str::<Corpus>(&text).expect("TOML").workbook
}

/// The rows of a worksheet without the blanks at its end and at those of its rows.
fn seen(rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let without = |mut row: Vec<String>| {
        row.truncate(row.iter().rposition(|text| !text.is_empty()).map_or(0, |last| last + 1));
        row
    };
    let mut rows: Vec<Vec<String>> = rows.into_iter().map(without).collect();
    rows.truncate(rows.iter().rposition(|row| !row.is_empty()).map_or(0, |last| last + 1));
    rows
}

/// What is wrong with the reading of a file; nothing where it is right.
fn wrong(one: &Workbook) -> Vec<String> {
    let bytes = fs::read(folder().join(&one.file)).expect("the file");
    let grids = match (read(&bytes), &one.refused) {
        (Ok(grids), None) => grids,
        (Err(Unread::Locked), Some(why)) if why == "locked" => return Vec::new(),
        (other, _) => return vec![format!("{:?}", other.err())],
    };
    let names = |grids: &[Grid]| -> Vec<(String, bool)> {
        grids.iter().map(|grid| (grid.name.clone(), grid.is_hidden)).collect()
    };
    let right: Vec<(String, bool)> =
        one.sheet.iter().map(|sheet| (sheet.name.clone(), sheet.hidden)).collect();
    if names(&grids) != right {
        return vec![format!("worksheets {:?}, not {right:?}", names(&grids))];
    }
    let mut wrong = Vec::new();
    for (grid, sheet) in grids.iter().zip(&one.sheet) {
        let (found, right) = (seen(grid.texts()), seen(sheet.rows.clone()));
        if found != right {
            wrong.push(format!("{}:\n      {found:?}\n  not {right:?}", sheet.name));
        }
    }
    let open: Vec<Worksheet> =
        grids.iter().filter(|grid| !grid.is_hidden).map(|grid| (grid.name.clone(), grid.texts())).collect();
    let Some(list) = best_list(&open) else {
        let is_meant = one.sheet.iter().any(|sheet| sheet.goes.is_some());
        wrong.extend(is_meant.then(|| "no table fits".to_string()));
        return wrong;
    };
    assert!(FILLED.contains(&list));
    let meant = one.sheet.iter().filter(|sheet| !sheet.hidden);
    for (matched, sheet) in matched_sheets(&open, list, &KnownColumns::default()).iter().zip(meant) {
        let (found, right) = (understood(matched), sheet.goes.as_ref());
        let units = |goes: Option<&Goes>| goes.and_then(|goes| goes.units.clone());
        let found = found.map(|found| match units(right) {
            None => Goes { units: None, ..found },
            Some(_) => found,
        });
        if found.as_ref() != right {
            wrong.push(format!("{} goes\n      {found:?}\n  not {right:?}", sheet.name));
        }
    }
    wrong
}

fn understood(sheet: &MatchedSheet) -> Option<Goes> {
    let table = sheet.table?;
    let block = &sheet.block;
    let name = |place: usize| match (block.columns[place].to, block.columns[place].names) {
        (Some(to), _) => to.name.to_string(),
        (None, Some(_)) => "^".to_string(),
        _ => String::new(),
    };
    let unit = |place: usize| block.columns[place].unit.map_or("", |unit| unit.as_words().zh).to_string();
    Some(Goes {
        table: table.name.to_string(),
        columns: (0..block.columns.len()).map(name).collect(),
        taken: block.rows.len(),
        left_out: block.left_out.len(),
        units: Some((0..block.columns.len()).map(unit).collect()),
        said: block
            .unmatched()
            .map(|column| column.heading.clone())
            .filter(|text| !text.is_empty())
            .collect(),
    })
}

#[test]
fn workbooks_of_other_programs_have_their_right_readings() {
    let corpus = corpus();
    assert!(corpus.len() >= 60);
    let all: Vec<String> = corpus
        .iter()
        .flat_map(|one| wrong(one).into_iter().map(|what| format!("{} ({}): {what}", one.file, one.about)))
        .collect();
    assert!(all.is_empty(), "{} are wrong:\n{}", all.len(), all.join("\n"));
}

#[test]
fn every_file_of_the_corpus_has_a_reading() {
    let known: Vec<String> = corpus().into_iter().map(|one| one.file).collect();
    for entry in fs::read_dir(folder()).expect("the corpus") {
        let name = entry.expect("a file").file_name().to_string_lossy().into_owned();
        let is_beside = [".py", ".mjs", ".md", ".toml"].iter().any(|end| name.ends_with(end));
        assert!(is_beside || known.contains(&name), "{name}");
    }
}
