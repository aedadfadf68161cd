//! Every version and package name that no lock file holds, in one place.
//!
//! The versions of the crates are in `Cargo.lock`, those of the npm packages (wasm-opt, esbuild, Playwright) in
//! `package-lock.json`.

use std::fs;
use std::path::Path;

/// The compilation target of the page.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Debian's newest compiler, with the sources of its standard library, clippy and rustfmt.
pub const DEBIAN_RUST: &[&str] =
    &["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy", "rustfmt-web"];

/// A linker for the case that no rustup toolchain offers its own.
pub const DEBIAN_LLD: &str = "lld-19";

/// Where [`DEBIAN_LLD`] puts the linker that takes its kind as an argument.
pub const DEBIAN_LLD_PATH: &str = "/usr/lib/llvm-19/bin/lld";

/// Debian's package of an office suite that needs no screen.
pub const DEBIAN_OFFICE: &[&str] = &["libreoffice-calc-nogui"];
/// The browser of the tests.
pub const DEBIAN_CHROMIUM: &[&str] = &["chromium"];

/// Chinese fonts and the tool that lists fonts: without them the browser draws boxes.
pub const DEBIAN_FONTS: &[&str] = &["fonts-noto-cjk", "fontconfig"];

/// The name under which rustup knows Debian's compiler.
pub const DEBIAN_TOOLCHAIN: &str = "debian";

/// Refuses a wasm-bindgen in xtask that is not exactly as new as the one in the page: what they exchange has no version.
pub fn refuse_unequal_bindgen(root: &Path) -> Result<(), String> {
    let version = |file: &str, package: &str| {
        let lock =
            fs::read_to_string(root.join(file)).map_err(|error| format!("cannot read {file}: {error}"))?;
        locked_version(&lock, package).ok_or_else(|| format!("{file} holds no {package}: run `cargo fetch`"))
    };
    let page = version("Cargo.lock", "wasm-bindgen")?;
    let xtask = version("xtask/Cargo.lock", "wasm-bindgen-cli-support")?;
    if page == xtask {
        return Ok(());
    }
    Err(format!(
        "Cargo.lock holds wasm-bindgen {page}, but xtask/Cargo.lock wasm-bindgen-cli-support {xtask}: \
         pin the same version in Cargo.toml and xtask/Cargo.toml"
    ))
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

    #[test]
    fn both_lock_files_hold_one_version_of_wasm_bindgen() {
        assert_eq!(refuse_unequal_bindgen(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")), Ok(()));
    }
}
