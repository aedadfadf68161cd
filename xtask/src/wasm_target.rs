//! The compiler for `wasm32-unknown-unknown`: the one in use where rustup can add the target, else Debian's.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::debian;
use crate::debian_rust;
use crate::pins::{DEBIAN_TOOLCHAIN, WASM_TARGET};
use crate::project::{Project, answer, find_program, run_quietly};
use crate::short_paths::short_paths;
use crate::tools::{announce, ready};

/// How long `rustup target add` may take where Debian offers another way.
const RUSTUP_LIMIT: Duration = Duration::from_secs(60);

/// Makes Leptos forget the types of views early, which saves a tenth of the page's bytes.
const ERASE: &str = "erase_components";

/// The compiler that builds the page.
pub enum Toolchain {
    /// The compiler that `cargo` stands for here.
    Own,
    /// Debian's, known to rustup.
    Linked,
    /// Debian's, on a machine without rustup.
    Debian,
}

impl Toolchain {
    /// A command whose cargo and compiler can build the page.
    ///
    /// These builds have a target folder of their own, because two compilers in one folder would each
    /// rebuild what the other left. The flags replace this machine's folders by short names, so that no
    /// panic message in the product tells where it was built.
    pub fn command(&self, project: &Project, program: &str) -> Command {
        let mut command = project.command(program);
        match self {
            Self::Own => {}
            Self::Linked => {
                command.env("RUSTUP_TOOLCHAIN", DEBIAN_TOOLCHAIN);
            }
            Self::Debian => {
                let folders = [PathBuf::from("/usr/bin")].into_iter();
                let path = env::join_paths(folders.chain(env::split_paths(&project.path())));
                command.env("PATH", path.unwrap_or_default()).env_remove("RUSTC");
            }
        }
        command
            .env("CARGO_TARGET_DIR", project.root.join("target/wasm"))
            .env_remove("RUSTFLAGS")
            .env("CARGO_ENCODED_RUSTFLAGS", flags(project, &[]));
        command
    }

    /// Such a command for what is published, in which a panic does not say where it stood: each place in which one may would be twenty
    /// bytes of the page, 5 to 8 kB of those that travel. Compilers keep that option behind the variable.
    pub fn publishing_command(&self, project: &Project, program: &str) -> Command {
        let mut command = self.command(project, program);
        command
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_ENCODED_RUSTFLAGS", flags(project, &["-Zlocation-detail=none"]));
        command
    }
}

/// The compiler's flags, in the form of `CARGO_ENCODED_RUSTFLAGS`.
fn flags(project: &Project, more: &[&str]) -> String {
    [&[&*short_paths(&project.root), "--cfg", ERASE], more].concat().join("\u{1f}")
}

/// Makes sure that there is a compiler for the page, and says which.
pub fn ensure(project: &Project) -> Result<Toolchain, String> {
    if own_is_ready(project) {
        ready("wasm32 target", "with the compiler in use");
        return Ok(Toolchain::Own);
    }
    if debian_rust::is_ready(project) {
        return debian_toolchain(project);
    }
    if find_program("rustup").is_some() {
        announce("wasm32 target", "asking rustup (a minute at most)");
        if rustup_adds_the_target(project) && own_is_ready(project) {
            ready("wasm32 target", "added by rustup");
            return Ok(Toolchain::Own);
        }
        println!("wasm32 target: rustup could not add it");
    }
    if debian::available(project) {
        if let Err(error) = debian_rust::install(project) {
            println!("wasm32 target: {error}");
        } else if debian_rust::is_ready(project) {
            return debian_toolchain(project);
        }
    }
    Err(format!(
        "there is no standard library for {WASM_TARGET}. Run `rustup target add {WASM_TARGET}`; \
         rustup is at https://rustup.rs"
    ))
}

/// Whether the compiler in use has the target's standard library.
fn own_is_ready(project: &Project) -> bool {
    let Some(sysroot) = own_sysroot(project) else {
        return false;
    };
    // Debian's own library was built by xtask and fits one compiler only: its stamp decides.
    has_standard_library(&sysroot)
        && (sysroot != Path::new("/usr")
            || !debian_rust::stamp_path().is_file()
            || debian_rust::is_ready(project))
}

/// The folder of the compiler in use.
pub fn own_sysroot(project: &Project) -> Option<PathBuf> {
    answer(project.command("rustc").args(["--print", "sysroot"])).map(PathBuf::from)
}

/// Whether a compiler's folder holds the target's standard library.
pub fn has_standard_library(sysroot: &Path) -> bool {
    let Ok(files) = fs::read_dir(library_folder(sysroot)) else {
        return false;
    };
    files.flatten().any(|file| {
        let name = file.file_name().to_string_lossy().into_owned();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}

/// Where a compiler looks for the target's standard library.
pub fn library_folder(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib").join(WASM_TARGET).join("lib")
}

/// Debian's compiler, made known to rustup where there is one.
fn debian_toolchain(project: &Project) -> Result<Toolchain, String> {
    let version = answer(project.command("/usr/bin/rustc").arg("--version")).unwrap_or_default();
    ready("wasm32 target", &format!("with Debian's {version}"));
    if find_program("rustup").is_none() {
        return Ok(Toolchain::Debian);
    }
    let known = ["which", "--toolchain", DEBIAN_TOOLCHAIN, "rustc"];
    if answer(project.command("rustup").args(known)).as_deref() != Some("/usr/bin/rustc") {
        run_quietly(project.command("rustup").args(["toolchain", "link", DEBIAN_TOOLCHAIN, "/usr"]))?;
    }
    Ok(Toolchain::Linked)
}

/// Asks rustup for the target. Where Debian offers another way, rustup gets a minute, because without a
/// route to its server it waits and tries again for much longer.
fn rustup_adds_the_target(project: &Project) -> bool {
    let mut command = project.command("rustup");
    command.args(["target", "add", WASM_TARGET]).stdin(Stdio::null());
    if !debian::available(project) {
        return command.status().is_ok_and(|status| status.success());
    }
    let Ok(mut child) = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn() else {
        return false;
    };
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if start.elapsed() < RUSTUP_LIMIT => thread::sleep(Duration::from_millis(100)),
            // It ran out of time, or cannot be watched: it is ended and waited for, to leave nothing behind.
            _ => {
                let _ = child.kill();
                let _ = child.wait();
                return false;
            }
        }
    }
}
