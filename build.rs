//! Turns the catalogue's data files into Rust constants, so that the page need not read them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Deserialize;

const DATA: &str = "src/catalog/data";
const RUBRICS: &str = "src/catalog/data/rubrics";

/// A data file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    sources: BTreeMap<String, Source>,
    #[serde(default)]
    series: Vec<Series>,
    #[serde(default)]
    table: Vec<Table>,
    #[serde(default)]
    standard: Vec<Standard>,
    #[serde(default)]
    measure: Vec<Measure>,
}

/// A measure of retrofits. What is not known is left out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Measure {
    id: String,
    zh: String,
    en: String,
    kinds: Vec<String>,
    on: Unit,
    #[serde(default)]
    saving: Option<[f64; 2]>,
    life: [f64; 2],
    #[serde(default)]
    cost: Option<Unit>,
    #[serde(default)]
    needs: Option<Unit>,
    #[serde(default)]
    beware: Option<Unit>,
    #[serde(default)]
    benefits: Option<Unit>,
    #[serde(default)]
    excludes: Vec<String>,
    source: String,
    status: String,
}

/// A standard of a kind of fixture. What is not known is left out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Standard {
    fixture: String,
    number: String,
    #[serde(default)]
    in_force: String,
    #[serde(default)]
    label_since: String,
    #[serde(default)]
    note: Option<Unit>,
    source: String,
    status: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    zh: String,
    en: String,
    #[serde(default)]
    clause: String,
    /// Where a copy was read.
    #[serde(default)]
    copy: String,
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

/// A table of constants. A cell that stands for nothing is an empty text.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    id: String,
    zh: String,
    en: String,
    columns: Vec<Label>,
    rows: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Label {
    id: String,
    zh: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    zh: String,
    en: String,
    /// What the row's numbers count, where rows of one table differ.
    #[serde(default)]
    unit: Option<Unit>,
    values: Vec<String>,
    source: String,
    status: String,
}

fn main() {
    println!("cargo::rerun-if-changed={DATA}");
    let files = files_in(DATA);
    let mut code = String::new();
    let (mut series, mut tables) = (String::new(), String::new());
    let (mut quotas, mut limits) = (String::new(), String::new());
    let (mut quota_names, mut sectors) = (String::new(), String::new());
    let (mut standards, mut measures) = (String::new(), String::new());
    let (mut person_quotas, mut person_quota_names) = (String::new(), String::new());
    for path in &files {
        let file = read(path);
        for one in &file.series {
            series += &statics("Series", &one.id, &of_series(one, &file.sources, path), &mut code);
        }
        standards +=
            &file.standard.iter().map(|one| of_standard(one, &file.sources, path)).collect::<String>();
        measures += &file.measure.iter().map(|one| of_measure(one, &file, path)).collect::<String>();
        for one in &file.table {
            let table = statics("Table", &one.id, &of_table(one, &file.sources, path), &mut code);
            if one.id.starts_with("quota.") {
                quotas += &table;
                quota_names += &names_of(one);
            } else if one.id.starts_with("person_quota.") {
                person_quotas += &table;
                person_quota_names += &names_of(one);
            } else if one.id.starts_with("limit.") {
                limits += &table;
                let name = words(&one.zh, &one.en);
                sectors += &format!("crate::text::Choice {{ code: {:?}, name: {name} }}, ", one.id);
            }
            tables += &table;
        }
    }
    code += &format!(
        "/// Every series of the data files.\npub static SERIES: &[&Series] = &[{series}];\n\n\
         /// Every table of the data files.\npub static TABLES: &[&Table] = &[{tables}];\n\n\
         /// The standards of fixtures.\n\
         pub static FIXTURE_STANDARDS: &[FixtureStandard] = &[{standards}];\n\n\
         /// Measures of retrofits.\npub static LIBRARY_MEASURES: &[LibraryMeasure] = &[{measures}];\n\n\
         /// The tables of quotas.\nstatic QUOTAS: &[&Table] = &[{quotas}];\n\n\
         /// The tables of limits of sectors.\nstatic LIMITS: &[&Table] = &[{limits}];\n\n\
         /// What the quotas are called, table by table, without their numbers.\n\
         static QUOTA_NAMES: &[TableNames] = &[{quota_names}];\n\n\
         /// The tables of quotas by person.\nstatic PERSON_QUOTAS: &[&Table] = &[{person_quotas}];\n\n\
         /// What the quotas by person are called, without their numbers.\n\
         static PERSON_QUOTA_NAMES: &[TableNames] = &[{person_quota_names}];\n\n\
         /// The sectors that have limits.\nstatic SECTORS: &[crate::text::Choice] = &[{sectors}];\n"
    );
    let rubrics: String = files_in(RUBRICS).iter().map(|path| of_rubric(path)).collect();
    code += &format!(
        "/// Every rubric of the data files.\npub static RUBRICS: &[ShippedRubric] = &[{rubrics}];\n"
    );
    let out = Path::new(&env::var_os("OUT_DIR").expect("cargo sets it")).join("catalogue.rs");
    fs::write(out, code).expect("the build folder is writable");
}

/// The data files of a folder, in order.
fn files_in(folder: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the catalogue has its data folders")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    files
}

/// A rubric as the JSON text that users' own rubrics have too, read when it is opened.
fn of_rubric(path: &Path) -> String {
    let name = path.display();
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let rubric: serde_json::Value = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let id = rubric["id"].as_str().unwrap_or_else(|| panic!("{name}: no id"));
    assert_eq!(path.file_stem().and_then(|stem| stem.to_str()), Some(id), "{name}: named after its id");
    let title = |language| rubric["title"][language].as_str().unwrap_or_default();
    format!(
        "ShippedRubric {{ id: {id:?}, title: {}, json: {:?} }},",
        words(title("zh"), title("en")),
        rubric.to_string()
    )
}

/// Writes a constant of its own, so that a module of the page carries those it uses; tells its name for the list of all.
fn statics(kind: &str, id: &str, value: &str, code: &mut String) -> String {
    let name = id.to_uppercase().replace('.', "_");
    *code += &format!("/// `{id}`\npub static {name}: {kind} = {value};\n\n");
    format!("&{name}, ")
}

/// A file that is not as it should be stops the build, named.
fn read(path: &Path) -> File {
    let name = path.display();
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn of_series(series: &Series, sources: &BTreeMap<String, Source>, path: &Path) -> String {
    let values: String = series.values.iter().map(|value| of_value(value, sources, path)).collect();
    format!(
        "Series {{ id: {:?}, name: {}, unit: {}, values: &[{values}] }}",
        series.id,
        words(&series.zh, &series.en),
        words(&series.unit.zh, &series.unit.en)
    )
}

fn of_standard(standard: &Standard, sources: &BTreeMap<String, Source>, path: &Path) -> String {
    let place = format!("{}, {}", path.display(), standard.fixture);
    format!(
        "FixtureStandard {{ fixture: {:?}, number: {:?}, in_force: {:?}, label_since: {:?}, note: {}, source: {} }},",
        standard.fixture,
        standard.number,
        standard.in_force,
        standard.label_since,
        note(standard.note.as_ref()),
        source(&standard.source, &standard.status, sources, &place)
    )
}

fn of_measure(measure: &Measure, file: &File, path: &Path) -> String {
    let place = format!("{}, {}", path.display(), measure.id);
    let kinds: String =
        measure.kinds.iter().map(|kind| format!("SubjectKind::{}, ", variant(kind))).collect();
    for other in &measure.excludes {
        assert!(file.measure.iter().any(|one| one.id == *other), "{place}: no measure {other}");
    }
    let saving =
        measure.saving.map_or("None".to_string(), |[low, high]| format!("Some(({low:?}, {high:?}))"));
    let [shortest, longest] = measure.life;
    format!(
        "LibraryMeasure {{ id: {:?}, name: {}, kinds: &[{kinds}], on: {}, saving: {saving}, life: ({shortest:?}, {longest:?}), \
         cost: {}, needs: {}, beware: {}, benefits: {}, excludes: &{:?}, source: {} }},",
        measure.id,
        words(&measure.zh, &measure.en),
        words(&measure.on.zh, &measure.on.en),
        note(measure.cost.as_ref()),
        note(measure.needs.as_ref()),
        note(measure.beware.as_ref()),
        note(measure.benefits.as_ref()),
        measure.excludes,
        source(&measure.source, &measure.status, &file.sources, &place)
    )
}

/// The variant of a code in one word.
fn variant(code: &str) -> String {
    let mut letters = code.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// What a reader must know beside a value, where there is something.
fn note(note: Option<&Unit>) -> String {
    note.map_or("None".to_string(), |note| format!("Some({})", words(&note.zh, &note.en)))
}

fn of_value(value: &Value, sources: &BTreeMap<String, Source>, path: &Path) -> String {
    let place = format!("{}, {} {}", path.display(), value.year, value.value);
    let note = note(value.note.as_ref());
    format!(
        "Value {{ year: {}, value: {:?}, printed: {:?}, note: {note}, source: {} }},",
        value.year,
        number(&value.value, &place),
        value.value,
        source(&value.source, &value.status, sources, &place)
    )
}

fn of_table(table: &Table, sources: &BTreeMap<String, Source>, path: &Path) -> String {
    let columns: String = table.columns.iter().map(|column| format!("{:?},", column.id)).collect();
    let rows: String = table.rows.iter().map(|row| of_row(row, table, sources, path)).collect();
    format!(
        "Table {{ id: {:?}, name: {}, columns: &[{columns}], rows: &[{rows}] }}",
        table.id,
        words(&table.zh, &table.en)
    )
}

/// What a table and its rows are called.
fn names_of(table: &Table) -> String {
    let row = |row: &Row| format!("({:?}, {}), ", row.id, words(&row.zh, &row.en));
    let rows: String = table.rows.iter().map(row).collect();
    format!("TableNames {{ id: {:?}, name: {}, rows: &[{rows}] }}, ", table.id, words(&table.zh, &table.en))
}

fn of_row(row: &Row, table: &Table, sources: &BTreeMap<String, Source>, path: &Path) -> String {
    let place = format!("{}, {} {}", path.display(), table.id, row.id);
    assert_eq!(row.values.len(), table.columns.len(), "{place}: a value for every column");
    let source = source(&row.source, &row.status, sources, &place);
    let cell = |(value, column): (&String, &Label)| match value.as_str() {
        "" => "None,".to_string(),
        printed => format!(
            "Some(Constant {{ name: {}, value: {:?}, printed: {printed:?}, source: {source} }}),",
            words(&format!("{}，{}", row.zh, column.zh), &format!("{}, {}", row.en, column.en)),
            number(printed, &place)
        ),
    };
    let cells: String = row.values.iter().zip(&table.columns).map(cell).collect();
    let unit = row.unit.as_ref().map_or(words("", ""), |unit| words(&unit.zh, &unit.en));
    format!("Row {{ id: {:?}, name: {}, unit: {unit}, cells: &[{cells}] }},", row.id, words(&row.zh, &row.en))
}

fn words(zh: &str, en: &str) -> String {
    format!("Words::new({zh:?}, {en:?})")
}

fn number(printed: &str, place: &str) -> f64 {
    printed.parse().unwrap_or_else(|_| panic!("{place}: {printed:?} is not a number"))
}

fn source(name: &str, status: &str, sources: &BTreeMap<String, Source>, place: &str) -> String {
    let source = sources.get(name).unwrap_or_else(|| panic!("{place}: no source {name:?}"));
    let status = match status {
        "verified" => "Verified",
        "verified (secondary)" => "VerifiedSecondary",
        "derived" => "Derived",
        "unverified (textbook)" => "UnverifiedTextbook",
        "unverified (quoted second-hand)" => "UnverifiedQuoted",
        "unverified (weak)" => "UnverifiedWeak",
        other => panic!("{place}: no status {other:?}"),
    };
    format!(
        "Citation {{ document: {}, clause: {:?}, copy: {:?}, edition: {:?}, status: Status::{status} }}",
        words(&source.zh, &source.en),
        source.clause,
        source.copy,
        source.edition
    )
}
