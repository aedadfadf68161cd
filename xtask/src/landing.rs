//! The landing page: a native program of the workspace writes it, for the build to put into the page.

use std::fs;

use crate::names::{Site, read};
use crate::project::{Project, run};

/// The file that holds the landing page; the others are those that it offers.
pub const CONTENT: &str = "landing.html";

/// What the program writes.
pub fn files(project: &Project) -> Result<Site, String> {
    let folder = project.root.join("target/landing");
    fs::create_dir_all(&folder).map_err(|error| format!("cannot create {}: {error}", folder.display()))?;
    let mut cargo = project.command("cargo");
    cargo.args(["run", "--quiet", "--locked", "--package", "water-ledger-landing", "--"]).arg(&folder);
    run(&mut cargo)?;
    read(&folder)
}
