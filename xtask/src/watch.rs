//! `serve --watch`: builds again whenever a source changes.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use crate::page::Address;
use crate::progress::seconds;
use crate::project::Project;
use crate::server;
use crate::site::{self, Purpose, dist, files};
use crate::wasm_target::Toolchain;

/// What the site is built from.
const SOURCES: &[&str] = &[
    "src",
    "app",
    "engine",
    "office",
    "landing",
    "style",
    "public",
    "index.html",
    "build.rs",
    "Cargo.toml",
    "Cargo.lock",
];

/// How often the sources are looked at.
const INTERVAL: Duration = Duration::from_millis(300);

/// Serves the built site, and builds it again after each change of its sources, until the process is ended.
pub fn serve(project: &Project, toolchain: &Toolchain, port: u16) -> Result<(), String> {
    let folder = dist(project);
    let server = thread::spawn(move || server::serve(&folder, port));
    let mut built = times(&project.root)?;
    while !server.is_finished() {
        thread::sleep(INTERVAL);
        let now = times(&project.root)?;
        if now == built {
            continue;
        }
        built = now;
        let start = Instant::now();
        let announce = &mut |title: &str| println!("{title}…");
        match site::build(project, toolchain, Purpose::Watch, &Address::default(), announce) {
            Ok(()) => println!("built in {}", seconds(start.elapsed())),
            // The compiler has said it already; the next change may mend it.
            Err(error) => println!("{error}"),
        }
    }
    server.join().map_err(|_| "the server broke off".to_owned())?
}

/// When each source was changed last.
fn times(root: &Path) -> Result<Vec<(PathBuf, Option<SystemTime>)>, String> {
    let mut times = Vec::new();
    for source in SOURCES {
        let source = root.join(source);
        let within =
            if source.is_dir() { files(&source)?.into_iter().collect() } else { vec![PathBuf::new()] };
        for file in within {
            let file = source.join(file);
            // A file that went away meanwhile counts as another state.
            let changed = fs::metadata(&file).and_then(|metadata| metadata.modified()).ok();
            times.push((file, changed));
        }
    }
    Ok(times)
}
