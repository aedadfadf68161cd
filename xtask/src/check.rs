//! All checks, in the order in which they find mistakes soonest.

use std::env;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::page::Address;
use crate::pins::WASM_TARGET;
use crate::progress::seconds;
use crate::project::{Project, run};
use crate::site::Purpose;
use crate::wasm_target::Toolchain;
use crate::{bench, server, site, size, tools};

/// What the steps work with.
struct Context<'a> {
    project: &'a Project,
    /// Words of which a test's name must hold one; none at all runs every test.
    filters: &'a [String],
    /// The compiler of the page, known once the tools are there.
    toolchain: Toolchain,
    /// The browser of the tests.
    chromium: PathBuf,
}

/// One step of the checks.
struct Step {
    /// The word that `--only` takes.
    name: &'static str,
    /// What the step does.
    title: &'static str,
    /// What to do when it fails.
    advice: &'static str,
    /// Does it.
    run: fn(&Context) -> Result<(), String>,
}

/// The steps. The browser tests come last, so that their own closing line is the last line of all.
const STEPS: &[Step] = &[
    Step {
        name: "format",
        title: "Format: rustfmt, product and xtask",
        advice: "run `cargo fmt --all` and `cargo fmt --manifest-path xtask/Cargo.toml`",
        run: format,
    },
    Step {
        name: "clippy",
        title: "Clippy on this machine's target, product and xtask",
        advice: "mend what clippy names above; a new dependency needs its line in Cargo.lock (`cargo check`)",
        run: clippy,
    },
    Step {
        name: "clippy-wasm",
        title: "Clippy on wasm32, the part that runs in the browser",
        advice: "mend what clippy names above",
        run: clippy_wasm,
    },
    Step {
        name: "doc",
        title: "Documentation: rustdoc without warnings",
        advice: "mend the documentation comments named above",
        run: doc,
    },
    Step {
        name: "test",
        title: "Tests of the product, with documentation examples",
        advice: "mend the code or the test; `cargo xtask test --only test NAME` repeats one test",
        run: test,
    },
    Step {
        name: "office",
        title: "Workbooks: every formula computed anew by an office suite",
        advice: "mend what is named above; the worksheet's formula and the page's value stand beside each other there",
        run: office,
    },
    Step {
        name: "test-xtask",
        title: "Tests of xtask",
        advice: "mend the code or the test below xtask/",
        run: test_xtask,
    },
    Step {
        name: "site",
        title: "Site: release build into dist/",
        advice: "mend what the build names above; `cargo xtask build` repeats it",
        run: |context| {
            site::build(
                context.project,
                &context.toolchain,
                Purpose::Publish,
                &Address::default(),
                &mut |title| println!("  {title}"),
            )
        },
    },
    Step {
        name: "size",
        title: "Size gate: what a visitor loads before a page is usable",
        advice: "make the page smaller: look for a new dependency, for what the landing page uses, or load a part later",
        run: |context| size::check(context.project),
    },
    Step {
        name: "lighthouse",
        title: "Lighthouse: speed, access, practice and search of each page",
        advice: "mend what is named above; `cargo xtask test --only lighthouse` repeats it on the dist/ that is there",
        run: |context| bench::lighthouse(context.project, &context.chromium),
    },
    Step {
        name: "browser",
        title: "Browser tests: Playwright with Chromium, on dist/",
        advice: "mend the page or the test; `cargo xtask test --only browser NAME` repeats one test on the dist/ that is there",
        run: browser,
    },
];

/// The names that `--only` takes.
pub fn step_names() -> Vec<&'static str> {
    STEPS.iter().map(|step| step.name).collect()
}

/// Installs what is missing and runs the checks: all of them, or those named.
pub fn run_checks(project: &Project, only: &[String], filters: &[String]) -> Result<(), String> {
    if let Some(unknown) = only.iter().find(|name| !step_names().contains(&name.as_str())) {
        return Err(format!("there is no step `{unknown}`: the steps are {}", step_names().join(", ")));
    }
    let steps: Vec<_> =
        STEPS.iter().filter(|step| only.is_empty() || only.iter().any(|name| name == step.name)).collect();
    let count = steps.len() + 1;
    let mut times = Vec::new();

    heading(1, count, "Tools: what is missing is installed");
    let start = Instant::now();
    tools::for_checking(project)?;
    let toolchain = tools::for_building(project)?;
    let chromium = tools::for_browser_tests(project)?;
    let context = Context { project, filters, toolchain, chromium };
    finished(1, count, start.elapsed());
    times.push(("tools", start.elapsed()));

    for (number, step) in (2..).zip(steps) {
        let browser = step.name == "browser";
        if browser {
            summary(&times);
        }
        heading(number, count, step.title);
        let start = Instant::now();
        (step.run)(&context).map_err(|error| {
            format!(
                "[{number}/{count}] failed after {}: {error}\nWhat to do: {}",
                seconds(start.elapsed()),
                step.advice
            )
        })?;
        // Playwright tells its own time.
        if !browser {
            finished(number, count, start.elapsed());
            times.push((step.name, start.elapsed()));
        }
    }
    Ok(())
}

/// Says which step begins.
fn heading(number: usize, count: usize, title: &str) {
    println!("\n[{number}/{count}] {title}");
}

/// Says that a step has passed.
fn finished(number: usize, count: usize, time: Duration) {
    println!("[{number}/{count}] passed in {}", seconds(time));
}

/// Says how long the steps took.
fn summary(times: &[(&str, Duration)]) {
    let total = times.iter().map(|(_, time)| *time).sum();
    let each: Vec<_> = times.iter().map(|(name, time)| format!("{name} {}", seconds(*time))).collect();
    println!("\nTimes: {}; together {}", each.join(", "), seconds(total));
}

/// Whether every file has the form that rustfmt gives it.
fn format(context: &Context) -> Result<(), String> {
    run(context.project.command("cargo").args(["fmt", "--all", "--check"]))?;
    run(context.project.command("cargo").args(["fmt", "--manifest-path", "xtask/Cargo.toml", "--check"]))
}

/// Clippy's view of everything that compiles natively.
fn clippy(context: &Context) -> Result<(), String> {
    let mut product = context.project.command("cargo");
    run(product.args(["clippy", "--locked", "--all-targets", "--", "-D", "warnings"]))?;
    let mut xtask = context.project.command("cargo");
    xtask.args(["clippy", "--locked", "--manifest-path", "xtask/Cargo.toml", "--target-dir", "target/xtask"]);
    run(xtask.args(["--all-targets", "--", "-D", "warnings"]))
}

/// Clippy's view of the browser's part, which a native build leaves out.
fn clippy_wasm(context: &Context) -> Result<(), String> {
    let mut command = context.toolchain.command(context.project, "cargo");
    command.args([
        "clippy",
        "--locked",
        "--target",
        WASM_TARGET,
        "--workspace",
        "--lib",
        "--bins",
        "--",
        "-D",
        "warnings",
    ]);
    run(&mut command)
}

/// Whether the documentation can be built without a warning, such as a link that leads nowhere.
fn doc(context: &Context) -> Result<(), String> {
    let mut command = context.project.command("cargo");
    run(command.args(["doc", "--locked", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
}

/// The product's own tests. Property tests try the same cases each time, so that a commit passes always or never;
/// [`try_laws`] looks for new ones.
fn test(context: &Context) -> Result<(), String> {
    let mut command = context.project.command("cargo");
    command.args(["test", "--locked", "--"]).args(context.filters);
    if env::var_os(SEED).is_none() {
        command.env(SEED, "1");
    }
    run(&mut command)
}

/// The formulas of workbooks in the hands of an office suite.
fn office(context: &Context) -> Result<(), String> {
    let suite = tools::office_suite(context.project)?;
    let mut command = context.project.command("cargo");
    command.args(["test", "--locked", "--test", "it", "workbooks::formulas", "--", "--ignored"]);
    run(command.env("OFFICE_SUITE", suite))
}

/// What the cases of property tests are drawn from.
const SEED: &str = "PROPTEST_RNG_SEED";

/// The property tests with new cases, so many each; what fails is written to `proptest-regressions/` and tried first from
/// then on.
pub fn try_laws(project: &Project, cases: u32) -> Result<(), String> {
    let mut command = project.command("cargo");
    command.args(["test", "--locked", "--lib", "--test", "it"]).env("PROPTEST_CASES", cases.to_string());
    run(command.env_remove(SEED))
}

/// The tests of these commands.
fn test_xtask(context: &Context) -> Result<(), String> {
    let mut command = context.project.command("cargo");
    command.args(["test", "--locked", "--manifest-path", "xtask/Cargo.toml", "--target-dir", "target/xtask"]);
    run(command.arg("--").args(context.filters))
}

/// The tests in a browser.
fn browser(context: &Context) -> Result<(), String> {
    let mut command = context.project.command("playwright");
    command.args(["test", "--config", "tests/e2e/playwright.config.js"]);
    command.env("CHROMIUM", &context.chromium).env("WATER_LEDGER_PORT", server::free_port()?.to_string());
    if !context.filters.is_empty() {
        // A filter may belong to the other tests alone.
        command.args(["--pass-with-no-tests", "--grep", &pattern(context.filters)]);
    }
    run(&mut command)
}

/// Lets two to four tabs change one ledger in random orders of events, so many runs of them, with new cases.
pub fn try_tabs(project: &Project, runs: u32) -> Result<(), String> {
    let mut command = project.command("cargo");
    command.args(["test", "--locked", "--test", "it", "properties::autosave"]).env_remove(SEED);
    run(command.env("PROPTEST_CASES", runs.to_string()))?;
    println!(
        "{runs} runs of tabs over one journal: nothing lost after it was shown as saved, nothing doubled"
    );
    Ok(())
}

/// Kills browsers and pages while somebody types, and workers while they take a release in, and prints what was lost.
pub fn kill_browsers(project: &Project, kills: u32) -> Result<(), String> {
    let chromium = tools::for_browser_tests(project)?;
    let mut command = project.command("playwright");
    command.args(["test", "--config", "tests/e2e/playwright.config.js", "killed|offline"]);
    command.env("CHROMIUM", &chromium).env("WATER_LEDGER_PORT", server::free_port()?.to_string());
    run(command.env("WATER_LEDGER_KILLS", kills.to_string()))
}

/// The filters as a regular expression, in which each of them stands for itself.
fn pattern(filters: &[String]) -> String {
    let escaped = filters.iter().map(|filter| {
        let letters = filter.chars().map(|letter| match letter {
            '\\' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '^' | '$' | '|' | '/' => {
                format!("\\{letter}")
            }
            _ => letter.to_string(),
        });
        letters.collect::<String>()
    });
    escaped.collect::<Vec<_>>().join("|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_stand_for_themselves_in_the_pattern() {
        assert_eq!(pattern(&["print (A4)".to_owned(), "图 1.0".to_owned()]), r"print \(A4\)|图 1\.0");
    }

    #[test]
    fn the_browser_tests_come_last() {
        assert_eq!(step_names().last(), Some(&"browser"));
    }
}
