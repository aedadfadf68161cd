//! What is measured: what the engine takes natively, what a person waits for in the browser, how Lighthouse judges the site.

use std::path::Path;
use std::thread;

use crate::project::{Project, run};
use crate::{server, site};

/// Measures the site that is built.
pub fn benches(project: &Project, chromium: &Path) -> Result<(), String> {
    let native = ["balance", "ledger", "monte_carlo", "plant", "retrofit", "workbooks"]
        .into_iter()
        .flat_map(|bench| ["--bench", bench]);
    run(project.command("cargo").args(["bench", "--locked"]).args(native))?;
    run_on_site(project, chromium, "benches/browser/run.mjs")
}

/// Prints what Lighthouse gives each page; fails where one has less than is promised.
pub fn lighthouse(project: &Project, chromium: &Path) -> Result<(), String> {
    run_on_site(project, chromium, "tests/lighthouse/run.mjs")
}

/// Runs a script that drives a browser on the site that is built.
fn run_on_site(project: &Project, chromium: &Path, script: &str) -> Result<(), String> {
    let port = server::free_port()?;
    let dist = site::dist(project);
    // It ends with this program.
    thread::spawn(move || server::serve(&dist, port));
    let mut browser = project.command("node");
    browser.arg(script).env("CHROMIUM", chromium);
    run(browser.env("WATER_LEDGER_SITE", format!("http://127.0.0.1:{port}/")))
}
