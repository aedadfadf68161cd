//! Turns the catalogue's data files into Rust constants, so that the page carries no TOML reader.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Deserialize;

const DATA: &str = "src/catalog/data";

/// A data file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    sources: BTreeMap<String, Source>,
    series: Vec<Series>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    zh: String,
    en: String,
    #[serde(default)]
    clause: String,
    edition: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Series {
    id: String,
    zh: String,
    en: String,
    unit: Unit,
    values: Vec<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unit {
    zh: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Value {
    year: i32,
    value: String,
    source: String,
    status: String,
    #[serde(default)]
    note: Option<Unit>,
}

fn main() {
    println!("cargo::rerun-if-changed={DATA}");
    let mut files: Vec<PathBuf> = fs::read_dir(DATA)
        .expect("the catalogue has a data folder")
        .map(|entry| entry.expect("readable").path())
        .collect();
    files.sort();
    let mut code = String::new();
    let names: Vec<String> = files.iter().flat_map(|path| constants(path, &mut code)).collect();
    let all: String = names.iter().map(|name| format!("&{name}, ")).collect();
    writeln!(code, "/// Every series of the data files.\npub static SERIES: &[&Series] = &[{all}];")
        .expect("a string takes any text");
    let out = Path::new(&env::var_os("OUT_DIR").expect("cargo sets it")).join("catalogue.rs");
    fs::write(out, code).expect("the build folder is writable");
}

/// Writes the series of one file as Rust code, each a constant of its own, so that a module of the page carries those
/// it uses, and tells their names. A file that is not as it should be stops the build, named.
fn constants(path: &Path, code: &mut String) -> Vec<String> {
    let file_name = path.display();
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{file_name}: {error}"));
    let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{file_name}: {error}"));
    let mut names = Vec::new();
    for series in &file.series {
        let name = series.id.to_uppercase().replace('.', "_");
        let values: String = series.values.iter().map(|value| constant(value, &file.sources, path)).collect();
        writeln!(
            code,
            "/// {}, {}.\npub static {name}: Series = Series {{ id: {:?}, name: Words::new({:?}, {:?}), unit: Words::new({:?}, {:?}), \
             values: &[{values}] }};",
            series.zh, series.en, series.id, series.zh, series.en, series.unit.zh, series.unit.en
        )
        .expect("a string takes any text");
        names.push(name);
    }
    names
}

fn constant(value: &Value, sources: &BTreeMap<String, Source>, path: &Path) -> String {
    let place = || format!("{}, {} {}", path.display(), value.year, value.value);
    let source =
        sources.get(&value.source).unwrap_or_else(|| panic!("{}: no source {:?}", place(), value.source));
    let status = match value.status.as_str() {
        "verified" => "Verified",
        "verified (secondary)" => "VerifiedSecondary",
        "derived" => "Derived",
        "unverified (textbook)" => "UnverifiedTextbook",
        "unverified (weak)" => "UnverifiedWeak",
        other => panic!("{}: no status {other:?}", place()),
    };
    let number: f64 = value.value.parse().unwrap_or_else(|_| panic!("{}: not a number", place()));
    let note = match &value.note {
        Some(note) => format!("Some(Words::new({:?}, {:?}))", note.zh, note.en),
        None => "None".to_string(),
    };
    format!(
        "Value {{ year: {}, value: {number:?}, printed: {:?}, note: {note}, source: Source {{ document: Words::new({:?}, {:?}), \
         clause: {:?}, edition: {:?}, status: Status::{status} }} }},",
        value.year, value.value, source.zh, source.en, source.clause, source.edition
    )
}
