//! The case files: where they lie and how they are read.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Whether the expected value was printed by the source, worked out from it, or made by the rule without a source.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CaseStatus {
    Published,
    Derived,
    Constructed,
}

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// The cases of a file, which hold one list of the given name; an empty list would prove nothing.
pub fn cases<C: DeserializeOwned>(file: &str, list: &str) -> Vec<C> {
    let mut lists = case_file::<BTreeMap<String, Vec<C>>>(&folder().join(file));
    let cases = lists.remove(list).unwrap_or_default();
    assert!(!cases.is_empty() && lists.is_empty(), "{file} holds [[{list}]] and nothing else");
    cases
}

pub fn case_file<C: DeserializeOwned>(file: &Path) -> C {
    toml::from_str(&text_of(file)).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

pub fn text_of(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

pub fn files_of(name: &str, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder().join(name)).expect("the folder of cases");
    let paths = entries.map(|entry| entry.expect("a readable entry").path());
    let mut files: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|e| e == extension)).collect();
    files.sort();
    assert!(!files.is_empty(), "no {extension} files in {name}");
    files
}
