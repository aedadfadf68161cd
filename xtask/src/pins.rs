//! Every version and package name that no lock file holds, in one place.
//!
//! The versions of the crates are in `Cargo.lock`, those of the npm packages (wasm-opt, Playwright) in
//! `package-lock.json`.

use std::fs;
use std::path::Path;

/// Trunk, the bundler. 0.22 needs a newer compiler than most machines have and brings a JavaScript compiler.
pub const TRUNK: &str = "0.21.14";

/// Trunk without its default features: they are there for downloads, and this project lets it download nothing.
pub const TRUNK_FEATURES: &[&str] = &["--no-default-features"];

/// The compilation target of the page.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Debian's newest compiler, with the sources of its standard library, clippy and rustfmt.
pub const DEBIAN_RUST: &[&str] =
    &["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy", "rustfmt-web"];

/// A linker for the case that no rustup toolchain offers its own.
pub const DEBIAN_LLD: &str = "lld-19";

/// Where [`DEBIAN_LLD`] puts the linker that takes its kind as an argument.
pub const DEBIAN_LLD_PATH: &str = "/usr/lib/llvm-19/bin/lld";

/// The browser of the tests.
pub const DEBIAN_CHROMIUM: &[&str] = &["chromium"];

/// Chinese fonts and the tool that lists fonts: without them the browser draws boxes.
pub const DEBIAN_FONTS: &[&str] = &["fonts-noto-cjk", "fontconfig"];

/// The name under which rustup knows Debian's compiler.
pub const DEBIAN_TOOLCHAIN: &str = "debian";

/// The version of wasm-bindgen in `Cargo.lock`. Its command-line tool must be exactly as new as the crate.
pub fn wasm_bindgen(root: &Path) -> Result<String, String> {
    let path = root.join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(|error| format!("cannot read Cargo.lock: {error}"))?;
    locked_version(&lock, "wasm-bindgen")
        .ok_or_else(|| "Cargo.lock holds no wasm-bindgen: run `cargo update --workspace`".to_owned())
}

/// The version of a package in the text of a `Cargo.lock`.
fn locked_version(lock: &str, name: &str) -> Option<String> {
    let wanted = format!("name = \"{name}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == wanted)?;
    let version = lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exact_package_is_found_in_a_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.79\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.129"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
