//! The commands of this project: `cargo xtask serve`, `build`, `publish`, `test`, `laws`, `reliability`, `bench` and `setup`.
//!
//! Each installs what it needs and finds missing, so that a fresh clone needs Rust, Node.js and nothing else.

#![forbid(unsafe_code)]

mod bench;
mod check;
mod compress;
mod debian;
mod debian_rust;
mod headers;
mod landing;
mod listed;
mod minify;
mod modules;
mod names;
mod offline;
mod page;
mod parallel;
mod pins;
mod progress;
mod project;
mod publish;
mod server;
mod short_paths;
mod single;
mod site;
mod size;
mod split;
mod tools;
mod wasm_target;
mod watch;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use page::Address;
use progress::Progress;
use project::Project;
use site::Purpose;
use wasm_target::Toolchain;

/// What the commands are for.
const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve [--port N] [--built | --watch]
                                   builds the site and serves it on this machine, on port 8080 or the next free one;
                                   --port 0 takes any free port, --built serves the dist/ that is there, --watch builds
                                   again after each change and loads the page again
  build [--public-url URL] [--base URL] [--single]
                                   builds the site into dist/, ready to be published under any path,
                                   or under URL alone when one is given; --base says the whole address at which it will stand,
                                   for those who find and share its pages; --single prints where it also stands as one file
                                   that opens from disk
  publish LEDGER [--public-url URL] [--base URL]
                                   writes the public page of a saved ledger's region, and its pieces for other pages, into
                                   dist/ in place of the sample's, and builds the site first where there is none
  test [--only STEP] [FILTER...]   runs all checks, or the steps named; a FILTER limits the tests to those
                                   whose names hold it
  laws [--cases N]                 runs the property tests with new cases, N each
  reliability [--kills N]          plays tabs against each other, builds the site and kills browsers and pages at typing,
                                   N times each
  bench                            builds the site and measures it, natively and in Chromium
  setup                            installs the tools and does nothing else
  help                             prints this text

Every command first installs the tools it needs. They are kept in $WATER_LEDGER_TOOLS, or else in
water-ledger/tools in the user's cache folder.
";

/// A command with its options.
#[derive(Debug, PartialEq)]
enum Task {
    Serve { port: u16, built: bool, watch: bool },
    Build { address: Address, single: bool },
    Publish { ledger: PathBuf, address: Address },
    Test { only: Vec<String>, filters: Vec<String> },
    Laws { cases: u32 },
    Reliability { kills: u32 },
    Bench,
    Setup,
    Help,
}

fn main() -> ExitCode {
    match parse(env::args().skip(1)).and_then(perform) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the command line.
fn parse(words: impl Iterator<Item = String>) -> Result<Task, String> {
    let mut words = words;
    let Some(command) = words.next() else {
        return Ok(Task::Help);
    };
    let (mut public_url, mut base) = (None, None);
    let mut task = match command.as_str() {
        "serve" => Task::Serve { port: 8080, built: false, watch: false },
        "build" => Task::Build { address: Address::new("./", None), single: false },
        "publish" => Task::Publish { ledger: PathBuf::new(), address: Address::new("./", None) },
        "test" => Task::Test { only: Vec::new(), filters: Vec::new() },
        "laws" => Task::Laws { cases: 2000 },
        "reliability" => Task::Reliability { kills: 300 },
        "bench" => Task::Bench,
        "setup" => Task::Setup,
        "help" | "--help" | "-h" => return Ok(Task::Help),
        _ => return Err(format!("there is no command `{command}`\n\n{USAGE}")),
    };
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("`{word}` needs a value\n\n{USAGE}"));
        match (&mut task, word.as_str()) {
            (_, "--help" | "-h") => return Ok(Task::Help),
            (Task::Serve { port, .. }, "--port") => {
                let text = value()?;
                *port = text.parse().map_err(|_| format!("`{text}` is no port: ports are 0 to 65535"))?;
            }
            (Task::Serve { built, watch: false, .. }, "--built") => *built = true,
            (Task::Serve { watch, built: false, .. }, "--watch") => *watch = true,
            (Task::Build { .. } | Task::Publish { .. }, "--public-url") => public_url = Some(value()?),
            (Task::Build { .. } | Task::Publish { .. }, "--base") => {
                let url = value()?;
                if !url.starts_with("https://") && !url.starts_with("http://") {
                    return Err(format!("`{url}` is no whole address: it should begin with https://"));
                }
                base = Some(url);
            }
            (Task::Publish { ledger, .. }, word)
                if ledger.as_os_str().is_empty() && !word.starts_with('-') =>
            {
                *ledger = PathBuf::from(word);
            }
            (Task::Build { single, .. }, "--single") => *single = true,
            (Task::Laws { cases: count }, "--cases") | (Task::Reliability { kills: count }, "--kills") => {
                let text = value()?;
                *count = text.parse().map_err(|_| format!("`{text}` is no number"))?;
            }
            (Task::Test { only, .. }, "--only") => only.push(value()?),
            (Task::Test { filters, .. }, _) if !word.starts_with('-') => filters.push(word),
            _ => return Err(format!("`{command}` knows no `{word}`\n\n{USAGE}")),
        }
    }
    match &mut task {
        Task::Publish { ledger, .. } if ledger.as_os_str().is_empty() => {
            return Err(format!("`publish` needs the file of a saved ledger\n\n{USAGE}"));
        }
        Task::Build { address, .. } | Task::Publish { address, .. } => {
            *address = Address::new(public_url.as_deref().unwrap_or("./"), base.as_deref());
        }
        _ => {}
    }
    Ok(task)
}

/// Does what the command says.
fn perform(task: Task) -> Result<(), String> {
    if task == Task::Help {
        print!("{USAGE}\nThe steps of `test` are {}.\n", check::step_names().join(", "));
        return Ok(());
    }
    let project = Project::find()?;
    match task {
        Task::Serve { port, watch: true, .. } => {
            let toolchain = build(&project, Purpose::Watch, &Address::default())?;
            watch::serve(&project, &toolchain, port)
        }
        Task::Serve { port, built, .. } => {
            if !built {
                build(&project, Purpose::Try, &Address::default())?;
                println!(
                    "This build is for trying: `cargo xtask build` takes longer and makes files that are a little lighter."
                );
            }
            server::serve(&site::dist(&project), port)
        }
        Task::Build { address, single } => {
            build(&project, Purpose::Publish, &address)?;
            if single {
                println!("{}", site::single(&project).display());
            }
            Ok(())
        }
        Task::Publish { ledger, address } => {
            // What is wrong with the ledger is said before the long steps.
            let pages = publish::pages(&project, &ledger, &address)?;
            let dist = site::dist(&project);
            if !dist.join(names::PAGE).is_file() {
                build(&project, Purpose::Publish, &address)?;
            }
            let site = publish::with_pages(names::read(&dist)?, pages, &address)?;
            site::write(&dist, &site)?;
            compress::write_twins(&dist, compress::Effort::Most)?;
            println!("{}", dist.join("city.html").display());
            Ok(())
        }
        Task::Test { only, filters } => check::run_checks(&project, &only, &filters),
        Task::Laws { cases } => check::try_laws(&project, cases),
        Task::Reliability { kills } => {
            check::try_tabs(&project, 2_000)?;
            build(&project, Purpose::Publish, &Address::default())?;
            check::kill_browsers(&project, kills)
        }
        Task::Bench => {
            build(&project, Purpose::Publish, &Address::default())?;
            bench::benches(&project, &tools::for_browser_tests(&project)?)
        }
        Task::Setup => {
            tools::for_checking(&project)?;
            tools::for_building(&project)?;
            tools::for_browser_tests(&project).map(|_| ())
        }
        Task::Help => Ok(()),
    }
}

/// Installs what is missing and builds the site.
fn build(project: &Project, purpose: Purpose, address: &Address) -> Result<Toolchain, String> {
    let mut progress = Progress::new(1 + site::BUILD_STEPS);
    progress.step("Tools: what is missing is installed");
    let toolchain = tools::for_building(project)?;
    site::build(project, &toolchain, purpose, address, &mut |title| progress.step(title))?;
    progress.done("dist/ is built");
    Ok(toolchain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Task, String> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn commands_are_read_with_their_options() {
        assert_eq!(parsed("serve"), Ok(Task::Serve { port: 8080, built: false, watch: false }));
        assert_eq!(parsed("serve --built --port 0"), Ok(Task::Serve { port: 0, built: true, watch: false }));
        assert_eq!(parsed("serve --watch"), Ok(Task::Serve { port: 8080, built: false, watch: true }));
        assert_eq!(
            parsed("build --public-url /app/"),
            Ok(Task::Build { address: Address::new("/app/", None), single: false })
        );
        let both =
            Task::Test { only: vec!["test".to_owned()], filters: vec!["a".to_owned(), "b".to_owned()] };
        assert_eq!(parsed("test a --only test b"), Ok(both));
        let address = Address::new("./", Some("https://a.example"));
        assert_eq!(
            parsed("publish year.json --base https://a.example/"),
            Ok(Task::Publish { ledger: PathBuf::from("year.json"), address })
        );
        assert_eq!(parsed("laws --cases 9"), Ok(Task::Laws { cases: 9 }));
        assert_eq!(parsed("reliability --kills 9"), Ok(Task::Reliability { kills: 9 }));
        assert_eq!(parsed("test --help"), Ok(Task::Help));
        assert_eq!(parsed(""), Ok(Task::Help));
    }

    #[test]
    fn mistakes_on_the_command_line_are_refused() {
        for line in [
            "serv",
            "serve --port",
            "serve --port 70000",
            "serve --built --watch",
            "build --port 1",
            "build --base a.example",
            "publish",
            "publish one.json two.json",
            "test --fast",
            "reliability --kills many",
            "setup now",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
}
