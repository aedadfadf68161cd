//! Debian's compiler with a standard library for `wasm32-unknown-unknown`, for machines without a route to
//! rustup's server.
//!
//! Debian's packages hold a compiler and the sources of its standard library, which is built once for the
//! target and put where the compiler looks for it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::debian;
use crate::pins::{DEBIAN_LLD, DEBIAN_LLD_PATH, DEBIAN_RUST, WASM_TARGET};
use crate::project::{Project, answer, run_quietly};
use crate::short_paths::short_paths;
use crate::tools::announce;
use crate::wasm_target::{has_standard_library, library_folder, own_sysroot};

/// Where Debian's compiler looks for the sources of its standard library: a link to where they are.
pub const SOURCES: &str = "/usr/lib/rustlib/src/rust";

/// The file beside Debian's standard library that says which compiler built it, and how.
const STAMP: &str = "built-for-water-ledger";

/// Part of the stamp; a change of the recipe below gets a new number, and so a new build.
const RECIPE: &str = "recipe 1";

/// The stamp of the library built for Debian's compiler.
pub fn stamp_path() -> PathBuf {
    Path::new("/usr/lib/rustlib").join(WASM_TARGET).join(STAMP)
}

/// What the stamp says when the library fits Debian's compiler as it is now.
fn stamp(project: &Project) -> Option<String> {
    let version = answer(project.command("/usr/bin/rustc").arg("-vV"))?;
    Some(format!("{RECIPE}\n{version}\n"))
}

/// The platform a compiler runs on, read from its `-vV`.
fn host(version: &str) -> Option<&str> {
    version.lines().find_map(|line| line.strip_prefix("host: "))
}

/// Where Debian's compiler looks for its linker.
fn linker_path(project: &Project) -> Option<PathBuf> {
    let stamp = stamp(project)?;
    Some(Path::new("/usr/lib/rustlib").join(host(&stamp)?).join("bin/rust-lld"))
}

/// Whether Debian's compiler, its library for the target and its linker are there and belong together.
pub fn is_ready(project: &Project) -> bool {
    // The stamp is read first: on other machines no process need be started.
    let Ok(found) = fs::read_to_string(stamp_path()) else {
        return false;
    };
    has_standard_library(Path::new("/usr"))
        && stamp(project).is_some_and(|wanted| wanted == found)
        && linker_path(project).is_some_and(|linker| linker.is_file())
}

/// Installs Debian's compiler and builds its standard library for the target.
pub fn install(project: &Project) -> Result<(), String> {
    announce("wasm32 target", "installing Debian's compiler (about a minute)");
    install_compiler(project)?;
    announce("wasm32 target", "building the standard library (about a minute)");
    build_standard_library(project)
}

/// Installs Debian's compiler and a linker for it.
fn install_compiler(project: &Project) -> Result<(), String> {
    debian::install(project, DEBIAN_RUST)?;
    let linker = linker_path(project).ok_or("Debian's compiler does not run")?;
    if linker.is_file() {
        return Ok(());
    }
    let own = own_sysroot(project).and_then(|sysroot| {
        let version = answer(project.command("rustc").arg("-vV"))?;
        Some(sysroot.join("lib/rustlib").join(host(&version)?).join("bin/rust-lld"))
    });
    let source = match own.filter(|own| own.is_file()) {
        Some(own) => own,
        None => {
            debian::install(project, &[DEBIAN_LLD])?;
            PathBuf::from(DEBIAN_LLD_PATH)
        }
    };
    let folder = linker.parent().unwrap_or(Path::new("/"));
    run_quietly(debian::as_root(project, "mkdir").arg("-p").arg(folder))?;
    run_quietly(debian::as_root(project, "ln").arg("-sfn").arg(source).arg(&linker))
}

/// Builds the standard library for the target with Debian's compiler and puts it where that looks for it.
fn build_standard_library(project: &Project) -> Result<(), String> {
    let scratch = project.tools.join("wasm-std");
    let words = |error: std::io::Error| format!("cannot write {}: {error}", scratch.display());
    // What an earlier compiler left would be copied along: the folder starts empty.
    if scratch.exists() {
        fs::remove_dir_all(&scratch).map_err(words)?;
    }
    fs::create_dir_all(scratch.join("src")).map_err(words)?;
    fs::write(scratch.join("Cargo.toml"), SCRATCH_MANIFEST).map_err(words)?;
    fs::write(scratch.join("src/lib.rs"), "#![no_std]\n").map_err(words)?;

    let mut build = project.command("/usr/bin/cargo");
    build
        .current_dir(&scratch)
        .args(["build", "--release", "--target", WASM_TARGET, "-Z", "build-std=std,panic_abort,test"])
        .env("RUSTC", "/usr/bin/rustc")
        // Building the standard library is an unstable feature, which a stable compiler offers under this name.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", scratch.join("target"))
        .env_remove("RUSTFLAGS")
        // With bitcode the product can be optimised as a whole, its standard library included.
        .env("CARGO_ENCODED_RUSTFLAGS", format!("-Cembed-bitcode=yes\u{1f}{}", short_paths(&scratch)));
    run_quietly(&mut build)?;

    let deps = scratch.join("target").join(WASM_TARGET).join("release/deps");
    let mut libraries = Vec::new();
    for file in fs::read_dir(deps).map_err(words)?.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.starts_with("lib") && name.ends_with(".rlib") && !name.starts_with("libscratch-") {
            libraries.push(file.path());
        }
    }
    let stamp_file = scratch.join(STAMP);
    fs::write(&stamp_file, stamp(project).ok_or("Debian's compiler does not run")?).map_err(words)?;
    let library = library_folder(Path::new("/usr"));
    // The stamp is copied last: a build that breaks off half-way is done again.
    run_quietly(debian::as_root(project, "rm").arg("-rf").arg(&library).arg(stamp_path()))?;
    run_quietly(debian::as_root(project, "mkdir").arg("-p").arg(&library))?;
    run_quietly(debian::as_root(project, "cp").args(&libraries).arg(&library))?;
    run_quietly(debian::as_root(project, "cp").arg(&stamp_file).arg(stamp_path()))?;
    fs::remove_dir_all(&scratch).map_err(words)
}

/// The empty package whose only use is its standard library.
const SCRATCH_MANIFEST: &str = r#"[package]
name = "scratch"
version = "0.0.0"
edition = "2021"

[workspace]

[profile.release]
panic = "abort"
debug = 0
opt-level = 3
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_is_read_from_the_long_version() {
        assert_eq!(
            host("rustc 1.95.0\nhost: x86_64-unknown-linux-gnu\nrelease: 1.95.0"),
            Some("x86_64-unknown-linux-gnu")
        );
    }
}
