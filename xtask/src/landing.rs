//! The landing page and the public page of a city: a native program of the workspace writes them, for the build to put into the site.

use std::fs;
use std::path::Path;

use crate::names::{Site, read};
use crate::project::{Project, run};

/// The file that holds the landing page; the others are those that it offers.
pub const CONTENT: &str = "landing.html";

/// What the program writes; the city is that of a saved ledger, else the sample.
pub fn files(project: &Project, ledger: Option<&Path>) -> Result<Site, String> {
    let folder = project.root.join("target/landing");
    // What an earlier build left is no file of this site.
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("cannot clear {}: {error}", folder.display()))?;
    }
    fs::create_dir_all(&folder).map_err(|error| format!("cannot create {}: {error}", folder.display()))?;
    let mut cargo = project.command("cargo");
    cargo.args(["run", "--quiet", "--locked", "--package", "water-ledger-landing", "--"]).arg(&folder);
    if let Some(ledger) = ledger {
        cargo.arg(std::path::absolute(ledger).map_err(|error| format!("{}: {error}", ledger.display()))?);
    }
    run(&mut cargo)?;
    read(&folder)
}
