//! Installing what is missing, and nothing else: a second call finds everything and takes a second.

use std::env;
use std::fs::{self, File, TryLockError};
use std::io::{Write, stdout};
use std::path::PathBuf;
use std::time::Instant;

use sha2::{Digest, Sha256};

use crate::debian;
use crate::pins::{self, DEBIAN_CHROMIUM, DEBIAN_FONTS, DEBIAN_OFFICE};
use crate::project::{Project, answer, find_program, run_quietly};
use crate::wasm_target::{self, Toolchain};

/// The programs under which Chromium is known.
const CHROMIUM_NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Where Chromium is on a Mac.
const CHROMIUM_ON_A_MAC: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/// What an office suite is called as a program.
const OFFICE_NAMES: [&str; 2] = ["soffice", "libreoffice"];
/// Where it is on a Mac.
const OFFICE_ON_A_MAC: &str = "/Applications/LibreOffice.app/Contents/MacOS/soffice";

/// Installs what building the page needs, and says which compiler to use.
pub fn for_building(project: &Project) -> Result<Toolchain, String> {
    let _lock = lock(project)?;
    // The short steps come first, so that a machine that lacks something says so early.
    node_packages(project)?;
    let toolchain = wasm_target::ensure(project)?;
    // This also brings Cargo.lock up to date.
    run_quietly(toolchain.command(project, "cargo").arg("fetch"))?;
    pins::refuse_unequal_bindgen(&project.root)?;
    ready("dependencies", "fetched");
    Ok(toolchain)
}

/// Makes sure that the compiler in use has its formatter and its linter, and that the lock files are complete.
pub fn for_checking(project: &Project) -> Result<(), String> {
    for (component, program) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        let there = || answer(project.command("cargo").args([program, "--version"])).is_some();
        if !there() && find_program("rustup").is_some() {
            announce(component, "asking rustup");
            run_quietly(project.command("rustup").args(["component", "add", component]))?;
        }
        if !there() {
            return Err(format!(
                "{component} is missing: install it beside the compiler that `cargo` stands for"
            ));
        }
        ready(component, "part of the compiler in use");
    }
    // The checks are for what the lock files pin. Other commands bring Cargo.lock up to date in passing.
    for manifest in ["Cargo.toml", "xtask/Cargo.toml"] {
        run_quietly(
            project
                .command("cargo")
                .args(["fetch", "--locked", "--manifest-path", manifest]),
        )
        .map_err(|error| {
            format!(
                "{error}\nWhat to do: run `cargo check --manifest-path {manifest}` and commit the lock file"
            )
        })?;
    }
    Ok(())
}

/// Installs what the browser tests need, and says where Chromium is.
pub fn for_browser_tests(project: &Project) -> Result<PathBuf, String> {
    let _lock = lock(project)?;
    fonts(project)?;
    chromium(project)
}

/// Says that a tool is being made ready, which takes a while.
pub fn announce(tool: &str, what: &str) {
    println!("{tool}: {what}…");
    let _ = stdout().flush();
}

/// Says that a tool is there.
pub fn ready(tool: &str, detail: &str) {
    println!("{tool}: ready ({detail})");
}

/// Keeps two calls of xtask from installing into the same folder at the same time.
fn lock(project: &Project) -> Result<File, String> {
    let words = |error: std::io::Error| format!("cannot use the folder {}: {error}", project.tools.display());
    fs::create_dir_all(&project.tools).map_err(words)?;
    let file = File::create(project.tools.join("lock")).map_err(words)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            announce("tools", "waiting for another xtask that is installing them");
            file.lock().map_err(words)?;
        }
        Err(TryLockError::Error(error)) => return Err(words(error)),
    }
    Ok(file)
}

/// Installs the packages of `package-lock.json`, unless they are there as it wants them.
fn node_packages(project: &Project) -> Result<(), String> {
    let missing = "Node.js is missing, which wasm-opt and the browser tests run on: \
                   install version 20 or newer with npm (https://nodejs.org)";
    let node = answer(project.command("node").arg("--version")).ok_or(missing)?;
    let lock = fs::read(project.root.join("package-lock.json"))
        .map_err(|error| format!("cannot read package-lock.json: {error}"))?;
    let wanted = format!("{:x}\n", Sha256::digest(lock));
    let stamp = project.root.join("node_modules/.water-ledger-stamp");
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        ready("npm packages", &format!("Node.js {node}"));
        return Ok(());
    }
    find_program("npm").ok_or(missing)?;
    announce("npm packages", "installing");
    let start = Instant::now();
    run_quietly(project.command("npm").arg("ci"))?;
    fs::write(&stamp, wanted).map_err(|error| format!("cannot write {}: {error}", stamp.display()))?;
    ready("npm packages", &format!("installed in {:.0} s", start.elapsed().as_secs_f64()));
    Ok(())
}

/// Finds Chromium, or installs it on Debian.
fn chromium(project: &Project) -> Result<PathBuf, String> {
    if let Some(chosen) = env::var_os("CHROMIUM").filter(|value| !value.is_empty()).map(PathBuf::from) {
        if !chosen.is_file() {
            return Err(format!("the variable CHROMIUM names {}, which is no file", chosen.display()));
        }
        ready("Chromium", "named by the variable CHROMIUM");
        return Ok(chosen);
    }
    let found = || {
        let on_path = CHROMIUM_NAMES.iter().find_map(|name| find_program(name));
        on_path.or_else(|| CHROMIUM_ON_A_MAC.iter().map(PathBuf::from).find(|file| file.is_file()))
    };
    if found().is_none() && debian::available(project) {
        announce("Chromium", "installing Debian's package");
        let start = Instant::now();
        match debian::install(project, DEBIAN_CHROMIUM) {
            Ok(()) => println!("Chromium: installed in {:.0} s", start.elapsed().as_secs_f64()),
            Err(error) => println!("Chromium: {error}"),
        }
    }
    let place = found().ok_or(
        "there is no Chromium for the browser tests: install Chromium or Chrome, or set the variable CHROMIUM to it",
    )?;
    ready("Chromium", &place.display().to_string());
    Ok(place)
}

/// Installs the office suite that computes workbooks anew, and says where it is.
pub fn office_suite(project: &Project) -> Result<PathBuf, String> {
    let _lock = lock(project)?;
    let found = || {
        let on_path = OFFICE_NAMES.iter().find_map(|name| find_program(name));
        on_path.or_else(|| Some(PathBuf::from(OFFICE_ON_A_MAC)).filter(|file| file.is_file()))
    };
    if found().is_none() && debian::available(project) {
        announce("Office suite", "installing Debian's package");
        let start = Instant::now();
        match debian::install(project, DEBIAN_OFFICE) {
            Ok(()) => println!("Office suite: installed in {:.0} s", start.elapsed().as_secs_f64()),
            Err(error) => println!("Office suite: {error}"),
        }
    }
    let place =
        found().ok_or("there is no office suite that computes workbooks: install LibreOffice Calc")?;
    ready("Office suite", &place.display().to_string());
    Ok(place)
}

/// Makes sure that there is a font with Chinese characters.
fn fonts(project: &Project) -> Result<(), String> {
    if cfg!(any(target_os = "macos", windows)) {
        ready("Chinese fonts", "part of the system");
        return Ok(());
    }
    let there = || answer(project.command("fc-list").arg(":lang=zh")).is_some_and(|fonts| !fonts.is_empty());
    if !there() && debian::available(project) {
        announce("Chinese fonts", "installing Debian's package");
        let start = Instant::now();
        match debian::install(project, DEBIAN_FONTS) {
            Ok(()) => println!("Chinese fonts: installed in {:.0} s", start.elapsed().as_secs_f64()),
            Err(error) => println!("Chinese fonts: {error}"),
        }
    }
    if !there() {
        return Err(
            "there is no font with Chinese characters: install Noto Sans CJK and fontconfig".to_owned()
        );
    }
    ready("Chinese fonts", "found");
    Ok(())
}
