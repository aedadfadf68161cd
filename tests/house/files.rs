//! The files that the rules are read from.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file: its path from the root of the repository, and its text.
pub struct File {
    pub path: PathBuf,
    pub text: String,
}

/// The library.
pub fn sources() -> Vec<File> {
    let files = files_below("src");
    assert!(files.len() > 20, "the source was not found");
    files
}

/// The library, the page, the worker and the program that writes the landing page.
pub fn everything() -> Vec<File> {
    let mut files = sources();
    files.extend(files_below("app/src"));
    files.extend(files_below("engine/src"));
    files.extend(files_below("landing/src"));
    files
}

pub fn files_below(folder: &str) -> Vec<File> {
    let entries = fs::read_dir(root().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry.expect("a readable entry");
        let path = format!("{folder}/{}", entry.file_name().to_str().expect("a name in UTF-8"));
        if entry.path().is_dir() {
            files.extend(files_below(&path));
        } else if path.ends_with(".rs") {
            files.push(read(&path));
        }
    }
    files
}

pub fn read(path: &str) -> File {
    let text = fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    File { path: PathBuf::from(path), text }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
