//! Writes the landing page and the files that it offers into a folder: `landing FOLDER`.
//!
//! It is a package of its own so that the build of the site compiles the library and nothing else for it.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

use water_ledger::show::{landing_files, landing_page};

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: landing FOLDER");
        return ExitCode::from(2);
    };
    let page = ("landing.html".to_string(), landing_page());
    for (name, content) in landing_files().into_iter().chain([page]) {
        let file = folder.join(name);
        if let Err(error) = fs::write(&file, content) {
            eprintln!("cannot write {}: {error}", file.display());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
