//! The benchmarks: what the engine takes natively, and what a person waits for in the browser.

use std::path::Path;
use std::thread;

use crate::project::{Project, run};
use crate::{server, site};

/// Measures the site that is built.
pub fn benches(project: &Project, chromium: &Path) -> Result<(), String> {
    let native =
        ["balance", "ledger", "monte_carlo", "plant"].into_iter().flat_map(|bench| ["--bench", bench]);
    run(project.command("cargo").args(["bench", "--locked"]).args(native))?;
    let port = server::free_port()?;
    let dist = site::dist(project);
    // It ends with this program.
    thread::spawn(move || server::serve(&dist, port));
    let mut browser = project.command("node");
    browser.arg("benches/browser/run.mjs").env("CHROMIUM", chromium);
    run(browser.env("WATER_LEDGER_SITE", format!("http://127.0.0.1:{port}/")))
}
