//! The size gate: what a visitor downloads, first view by first view.

use std::fs;
use std::path::Path;

use crate::compress::{ENCODINGS, twin};
use crate::names::{PAGE, Site, mentions, read};
use crate::project::Project;
use crate::site;

/// What a visitor meets first, and what that may weigh in bytes after brotli compression, which static hosts use.
struct View {
    /// Who sees it.
    title: &'static str,
    /// The module it loads.
    module: &'static str,
    /// The most that may travel.
    limit: usize,
    /// What it should come down to, where that is less.
    aim: Option<usize>,
}

/// The views. The second limit is a ratchet: it may sink, and rises only with a reason.
///
/// It rose from 400,000 when the printed report, the trend and the uncertainty of figures came to the irrigation page, and
/// from 420,000 with the industrial pages: some 150 metrics, quotas and limits of sectors, the diagrams, the sheets; and from
/// 620,000 with certification: eight rubrics, their reader in two forms, checker, scorer, planner and editor, six steps, the form.
const VIEWS: &[View] = &[
    View { title: "first view of a new visitor", module: "home", limit: 220_000, aim: Some(150_000) },
    View { title: "first view of a work page", module: "app", limit: 880_000, aim: None },
];

/// Prints the size of every file, and fails when those that a view needs are too large together.
pub fn check(project: &Project) -> Result<(), String> {
    let dist = site::dist(project);
    let site = read(&dist)?;
    let page = site.get(PAGE).ok_or("there is no built site: run `cargo xtask build`")?;
    let mut failures = Vec::new();
    let mut later: Vec<_> = site.keys().collect();
    for view in VIEWS {
        println!("{:<44} {:>9} {:>9}", view.title, "bytes", "brotli");
        let needed = needed(page, &site, view.module);
        later.retain(|address| !needed.contains(address));
        let (mut bytes_in_all, mut brotli_in_all) = (0, 0);
        for address in needed {
            let (bytes, packed) = print_sizes(&dist, &site, address, "")?;
            bytes_in_all += bytes;
            brotli_in_all += packed;
        }
        let aim = view.aim.map(|aim| format!(", aim {aim}")).unwrap_or_default();
        println!(
            "{:<44} {bytes_in_all:>9} {brotli_in_all:>9}  limit {}{aim}\n",
            "together, before it is usable", view.limit
        );
        if brotli_in_all > view.limit {
            failures.push(format!(
                "the {} needs {brotli_in_all} bytes before it is usable, {} more than the limit",
                view.title,
                brotli_in_all - view.limit
            ));
        }
    }
    for address in later {
        print_sizes(&dist, &site, address, "  loaded later")?;
    }
    if failures.is_empty() { Ok(()) } else { Err(failures.join("; ")) }
}

/// Prints the size of a file and gives it back, as it is and compressed.
fn print_sizes(dist: &Path, site: &Site, address: &str, remark: &str) -> Result<(usize, usize), String> {
    let bytes = site[address].len();
    let packed = packed_size(&dist.join(address), bytes)?;
    println!("{address:<44} {bytes:>9} {packed:>9}{remark}");
    Ok((bytes, packed))
}

/// The page, the files it names, the two files of a module, and the scripts that modules may import.
fn needed<'a>(page: &[u8], site: &'a Site, module: &str) -> Vec<&'a String> {
    let of_module = [format!("{module}-"), format!("{module}_bg-"), "snippets/".to_owned()];
    let is_needed = |address: &&String| {
        *address == PAGE
            || mentions(page, address)
            || of_module.iter().any(|start| address.starts_with(start.as_str()))
    };
    site.keys().filter(is_needed).collect()
}

/// The size of a file's brotli twin; a file without one travels as it is.
fn packed_size(file: &Path, bytes: usize) -> Result<usize, String> {
    match fs::metadata(twin(file, &ENCODINGS[0])) {
        Ok(twin) => usize::try_from(twin.len()).map_err(|error| format!("{}: {error}", file.display())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(bytes),
        Err(error) => Err(format!("cannot read the twin of {}: {error}", file.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_needs_the_page_with_its_files_and_one_module() {
        let all = [
            "index.html",
            "boot-1.js",
            "home-1.js",
            "home_bg-1.wasm",
            "app-1.js",
            "app_bg-1.wasm",
            "engine-1.js",
            "snippets/a/inline0.js",
        ];
        let site = all.iter().map(|address| (address.to_string(), Vec::new())).collect();
        let page = b"<script type=module src=./boot-1.js></script>";
        let expected = ["boot-1.js", "home-1.js", "home_bg-1.wasm", "index.html", "snippets/a/inline0.js"];
        assert_eq!(needed(page, &site, "home"), expected);
    }
}
