//! Building the site into `dist/`, and proving that it is fit to be published.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::compress::{Effort, is_twin, write_twins};
use crate::names::Site;
use crate::page::Address;
use crate::project::{Project, cargo_home, home};
use crate::wasm_target::Toolchain;
use crate::{headers, landing, listed, minify, modules, names, offline, page, single};

/// What a build is for.
#[derive(Clone, Copy, PartialEq)]
pub enum Purpose {
    /// To be published and checked: as light to send as can be.
    Publish,
    /// To be tried on this machine: sooner ready, and a little heavier.
    Try,
    /// To be worked on: a change is soon seen, and the page loads itself again then.
    Watch,
}

/// How many steps [`build`] announces.
pub const BUILD_STEPS: usize = modules::COMPILE_STEPS + 4;

/// Builds the site into `dist/`, to be shown at an address.
pub fn build(
    project: &Project,
    toolchain: &Toolchain,
    purpose: Purpose,
    address: &Address,
    announce: &mut dyn FnMut(&str),
) -> Result<(), String> {
    announce("Landing page: the library, for this machine");
    // What is wrong with the page is said before the long steps.
    let mut site = page::files(project, purpose, address, landing::files(project, None)?)?;
    modules::compile(project, toolchain, purpose, announce)?;
    announce("Scripts of the modules (wasm-bindgen), code slimmed (wasm-opt, esbuild)");
    site.extend(modules::finish(project, purpose)?);
    if purpose == Purpose::Publish {
        minify::minify(project, &mut site)?;
    }
    announce("Names with hashes, into dist/; the whole site as one file");
    if purpose == Purpose::Publish {
        let file = single(project);
        let words = |error: std::io::Error| format!("cannot write {}: {error}", file.display());
        file.parent().map_or(Ok(()), fs::create_dir_all).map_err(words)?;
        fs::write(&file, single::page(&site)?).map_err(words)?;
    }
    let mut site = names::named(site)?;
    names::refuse_forgotten(&site)?;
    if purpose == Purpose::Publish {
        add_worker(&mut site);
    }
    add_named_files(&mut site, address);
    refuse_machine_paths(project, &site)?;
    let dist = dist(project);
    write(&dist, &site)?;
    announce("Compressed twins of the files (brotli, gzip)");
    match purpose {
        Purpose::Publish => write_twins(&dist, Effort::Most),
        Purpose::Try => write_twins(&dist, Effort::Little),
        Purpose::Watch => Ok(()),
    }
}

/// Adds the worker that keeps the site, of which all else is there.
pub fn add_worker(site: &mut Site) {
    offline::note_pages(site);
    site.insert(offline::WORKER.to_owned(), offline::worker(site));
}

/// Adds what hosts, those who find pages, and pages of others look for by its own name.
pub fn add_named_files(site: &mut Site, address: &Address) {
    site.extend(listed::files(site, address.base.as_deref()));
    site.extend(headers::files());
    site.insert("embed.js".to_owned(), include_bytes!("embed.js").to_vec());
}

/// Makes a folder hold a site and nothing else.
pub fn write(folder: &Path, site: &Site) -> Result<(), String> {
    let words = |error: std::io::Error| format!("cannot write into {}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(words)?;
    let before = files(folder)?;
    // A page that is being loaded meanwhile is the old or the new one as a whole: twins of the old one go first, the page
    // takes its place when the files that it names are there, and what only the old one named goes last.
    for twin in before.iter().filter(|file| is_twin(file)) {
        fs::remove_file(folder.join(twin)).map_err(words)?;
    }
    for (address, content) in site.iter().filter(|(address, _)| *address != names::PAGE) {
        let file = folder.join(address);
        file.parent().map_or(Ok(()), fs::create_dir_all).map_err(words)?;
        fs::write(file, content).map_err(words)?;
    }
    let page = folder.join("new.html");
    fs::write(&page, &site[names::PAGE]).map_err(words)?;
    fs::rename(page, folder.join(names::PAGE)).map_err(words)?;
    for old in before.iter().filter(|file| !is_twin(file) && !site.contains_key(&names::address(file))) {
        fs::remove_file(folder.join(old)).map_err(words)?;
    }
    Ok(())
}

/// The folder of the built site.
pub fn dist(project: &Project) -> PathBuf {
    project.root.join("dist")
}

/// The whole site as one file.
pub fn single(project: &Project) -> PathBuf {
    project.root.join("dist-single").join(single::FILE)
}

/// All files below a folder, as paths relative to it, in alphabetical order.
pub fn files(folder: &Path) -> Result<BTreeSet<PathBuf>, String> {
    let words = |error: std::io::Error| format!("cannot read {}: {error}", folder.display());
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).map_err(words)? {
            let path = entry.map_err(words)?.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(relative) = path.strip_prefix(folder) {
                found.insert(relative.to_owned());
            }
        }
    }
    Ok(found)
}

/// Refuses a site whose files tell where on this machine they were built.
fn refuse_machine_paths(project: &Project, site: &Site) -> Result<(), String> {
    let folders: Vec<_> = [Some(project.root.clone()), Some(project.tools.clone()), cargo_home(), home()]
        .into_iter()
        .flatten()
        .filter(|folder| folder.components().count() > 1)
        .map(|folder| format!("{}/", folder.display()))
        .chain(["/.cargo/registry/".to_owned()])
        .collect();
    for (address, content) in site {
        for folder in &folders {
            if content.windows(folder.len()).any(|part| part == folder.as_bytes()) {
                return Err(format!("dist/{address} holds the name of a folder of this machine, {folder}"));
            }
        }
    }
    Ok(())
}
