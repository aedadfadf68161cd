//! Writes the landing page, the public page of a city with its pieces, and the files that they offer into a folder:
//! `landing FOLDER [LEDGER]`. Without a saved ledger the city is the sample.
//!
//! It is a package of its own so that the build of the site compiles the library and nothing else for it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use water_ledger::show::{city_files, landing_files, landing_page, sample_city_files};
use water_ledger::text::Language;

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let Some(folder) = arguments.next() else {
        eprintln!("usage: landing FOLDER [LEDGER]");
        return ExitCode::from(2);
    };
    match city(arguments.next()).and_then(|city| write(&folder, city)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

/// The files of the city's page.
fn city(ledger: Option<PathBuf>) -> Result<Vec<(String, String)>, String> {
    let Some(file) = ledger else { return Ok(sample_city_files()) };
    let saved = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    city_files(&saved).map_err(|refused| {
        let said = Language::ALL.map(|language| refused.say(language));
        format!("{}: {}", file.display(), said.join("\n"))
    })
}

fn write(folder: &Path, city: Vec<(String, String)>) -> Result<(), String> {
    let page = ("landing.html".to_string(), landing_page());
    for (name, content) in landing_files().into_iter().chain(city).chain([page]) {
        let file = folder.join(name);
        let written =
            file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&file, content));
        written.map_err(|error| format!("cannot write {}: {error}", file.display()))?;
    }
    Ok(())
}
