//! The size gate: what a visitor downloads before the page is usable.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::project::Project;
use crate::site;

/// The most that may travel, in bytes after brotli compression, which static hosts use.
const LIMIT: usize = 220_000;

/// Prints the size of every file, and fails when those needed at first are too large together.
pub fn check(project: &Project) -> Result<(), String> {
    let dist = site::dist(project);
    let all = site::files(&dist)?;
    let page = fs::read_to_string(dist.join("index.html"))
        .map_err(|error| format!("there is no built site ({error}): run `cargo xtask build`"))?;
    let first = needed_at_first(&page, &all);

    println!("{:<44} {:>9} {:>9}", "file", "bytes", "brotli");
    let (mut bytes_in_all, mut brotli_in_all) = (0, 0);
    for file in &first {
        let content = read(&dist, file)?;
        let packed = packed_size(&content)?;
        println!("{:<44} {:>9} {:>9}", file.display(), content.len(), packed);
        bytes_in_all += content.len();
        brotli_in_all += packed;
    }
    println!(
        "{:<44} {bytes_in_all:>9} {brotli_in_all:>9}  limit {LIMIT}",
        "together, before the page is usable"
    );
    for file in all.difference(&first) {
        let content = read(&dist, file)?;
        println!("{:<44} {:>9} {:>9}  loaded later", file.display(), content.len(), packed_size(&content)?);
    }
    if brotli_in_all > LIMIT {
        return Err(format!(
            "the page needs {brotli_in_all} bytes before it is usable, {} more than the limit",
            brotli_in_all - LIMIT
        ));
    }
    Ok(())
}

/// The page, the files it names, and the scripts that those may import.
fn needed_at_first(page: &str, all: &BTreeSet<PathBuf>) -> BTreeSet<PathBuf> {
    let needed = |file: &&PathBuf| {
        // Trunk's addresses use the slash on every system.
        let address = file.to_string_lossy().replace('\\', "/");
        address == "index.html" || page.contains(&address) || address.starts_with("snippets/")
    };
    all.iter().filter(needed).cloned().collect()
}

/// A file of the site.
fn read(dist: &Path, file: &Path) -> Result<Vec<u8>, String> {
    fs::read(dist.join(file)).map_err(|error| format!("cannot read {}: {error}", file.display()))
}

/// The size after brotli compression at its highest level.
fn packed_size(content: &[u8]) -> Result<usize, String> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut packed = Vec::new();
    let mut input = content;
    brotli::BrotliCompress(&mut input, &mut packed, &parameters)
        .map_err(|error| format!("brotli failed: {error}"))?;
    Ok(packed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_the_page_names_are_needed_at_first() {
        let all = ["index.html", "app-1.js", "app-1_bg.wasm", "later.json", "snippets/a/inline0.js"];
        let all = all.iter().map(PathBuf::from).collect();
        let page = "<script>import init from './app-1.js'; init('./app-1_bg.wasm')</script>";
        let first = needed_at_first(page, &all);
        assert_eq!(first.len(), 4);
        assert!(!first.contains(Path::new("later.json")));
    }

    #[test]
    fn compression_makes_repetition_small() {
        assert!(packed_size(&[7; 10_000]).unwrap() < 50);
    }
}
