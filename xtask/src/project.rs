//! The folders of the project, and child processes with a clean environment.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Where things are on this machine.
pub struct Project {
    /// The folder of the product's `Cargo.toml`.
    pub root: PathBuf,
    /// The folder of installed tools, shared by all clones of this user.
    pub tools: PathBuf,
}

impl Project {
    /// Finds the project that `cargo xtask` was called in, and the user's folder of tools.
    pub fn find() -> Result<Self, String> {
        // Cargo sets this variable while it runs a binary; a binary called by hand falls back to the current folder.
        let root = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(xtask) => Path::new(&xtask).parent().map(Path::to_owned).unwrap_or_default(),
            None => env::current_dir().map_err(|error| format!("there is no current folder: {error}"))?,
        };
        if !root.join("index.html").is_file() {
            return Err("this is not the project's folder: call `cargo xtask` where index.html is".to_owned());
        }
        Ok(Self { root, tools: tools_folder()? })
    }

    /// A child process in the project's folder which finds the installed tools first.
    ///
    /// Cargo tells its children about the package it runs, here xtask. Other cargos and compilers must not
    /// see that. `RUSTUP_TOOLCHAIN` stays: it is the toolchain the caller chose.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", self.path());
        for (name, value) in env::vars_os() {
            let text = name.to_string_lossy();
            let of_xtask =
                ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"].iter().any(|start| text.starts_with(start))
                    || ["CARGO", "CARGO_CRATE_NAME", "CARGO_PRIMARY_PACKAGE", "RUST_RECURSION_COUNT"]
                        .contains(&&*text);
            if of_xtask {
                command.env_remove(&name);
            } else if ["LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH"].contains(&&*text) {
                // Cargo and rustup add the folders of one compiler; another compiler must not look there.
                let kept = env::split_paths(&value)
                    .filter(|folder| !folder.starts_with(self.root.join("target")))
                    .filter(|folder| !folder.components().any(|part| part.as_os_str() == "toolchains"));
                command.env(&name, env::join_paths(kept).unwrap_or_default());
            }
        }
        command
    }

    /// The search path of child processes: installed tools, npm's tools, then the caller's own path.
    pub fn path(&self) -> OsString {
        let own = [self.tools.join("bin"), self.root.join("node_modules/.bin")];
        let inherited = env::var_os("PATH").unwrap_or_default();
        let folders = own.into_iter().chain(env::split_paths(&inherited));
        // Only a folder with a separator in its name makes this fail; then the inherited path must do.
        env::join_paths(folders).unwrap_or(inherited)
    }
}

/// The folder of installed tools.
fn tools_folder() -> Result<PathBuf, String> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("WATER_LEDGER_TOOLS")
        .or_else(|| set("XDG_CACHE_HOME").map(|cache| cache.join("water-ledger/tools")))
        .or_else(|| home().map(|home| home.join(".cache/water-ledger/tools")))
        .ok_or_else(|| "set WATER_LEDGER_TOOLS to a folder for tools: there is no home folder".to_owned())
}

/// The user's home folder.
pub fn home() -> Option<PathBuf> {
    env::home_dir().filter(|home| !home.as_os_str().is_empty())
}

/// Cargo's own folder, which holds the sources of all dependencies.
pub fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| home().map(|home| home.join(".cargo")))
}

/// The place of a program on the caller's search path.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// The command line as a person would type it.
pub fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Runs a command with its output on the terminal; anything but success is an error that names the command.
pub fn run(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|error| format!("cannot start `{}`: {error}", shown(command)))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", shown(command))) }
}

/// Runs a command in silence; its output appears only when it fails.
pub fn run_quietly(command: &mut Command) -> Result<(), String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("cannot start `{}`: {error}", shown(command)))?;
    if output.status.success() {
        return Ok(());
    }
    eprint!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    Err(format!("`{}` failed ({})", shown(command), output.status))
}

/// What a command prints on standard output, or nothing when it cannot run or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
