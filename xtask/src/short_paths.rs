//! Compiler flags that keep this machine's folders out of what is built.

use std::fs;
use std::path::{Path, PathBuf};

use crate::debian_rust::SOURCES;
use crate::project::{cargo_home, home};

/// Compiler flags that replace this machine's folders by short names, in the form of `CARGO_ENCODED_RUSTFLAGS`.
pub fn short_paths(package: &Path) -> String {
    let mut folders = vec![(package.to_owned(), ".")];
    // Only Debian's compiler has the sources of its standard library here.
    folders.extend(fs::canonicalize(SOURCES).map(|sources| (sources, "rust")));
    folders.push((SOURCES.into(), "rust"));
    folders.extend(home().map(|home| (home, "home")));
    if let Some(cargo) = cargo_home() {
        // Each registry keeps its sources in a folder named after its server.
        let registries = fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten();
        folders.extend(registries.map(|registry| (registry.path(), "crates")));
        folders.push((cargo, "cargo"));
    }
    remap_flags(folders)
}

/// The flags for pairs of a folder and its short name.
fn remap_flags(mut folders: Vec<(PathBuf, &str)>) -> String {
    folders.retain(|(folder, _)| folder.components().count() > 1);
    // The last flag that fits a path wins, so the longer folders come after those they are in. The order of
    // the folders must not change from call to call either, or cargo would build everything anew.
    folders.sort_by_key(|(folder, _)| (folder.components().count(), folder.clone()));
    let flags =
        folders.iter().map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    flags.collect::<Vec<_>>().join("\u{1f}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_inside_another_is_named_last() {
        let folders = [("/home/ada/project", "."), ("/home/ada", "home"), ("/", "root")];
        let flags = remap_flags(folders.map(|(folder, name)| (folder.into(), name)).into());
        assert_eq!(flags, "--remap-path-prefix=/home/ada=home\u{1f}--remap-path-prefix=/home/ada/project=.");
    }
}
