//! The modules of the site: each a binary of the workspace that cargo compiles, wasm-bindgen gives a script, and wasm-opt slims.

use std::fs;
use std::path::Path;
use std::thread;

use wasm_bindgen_cli_support::Bindgen;

use crate::names::{Site, read};
use crate::pins::WASM_TARGET;
use crate::project::{Project, run};
use crate::site::Purpose;
use crate::wasm_target::Toolchain;

/// A binary of the workspace that becomes `NAME.js` and `NAME_bg.wasm`.
struct Module {
    name: &'static str,
    package: &'static str,
    /// The profile in the workspace's `Cargo.toml` for what is published.
    published: &'static str,
    /// The profile for what is tried.
    tried: &'static str,
    /// What wasm-opt does.
    passes: &'static [&'static str],
}

/// The profile for what is worked on.
const WATCHED: &str = "watch";

/// All modules.
const MODULES: &[Module] = &[
    Module { name: "home", package: "water-ledger-app", published: "web", tried: "try", passes: SLIMMING },
    Module { name: "app", package: "water-ledger-app", published: "web", tried: "try", passes: SLIMMING },
    Module {
        name: "engine",
        package: "water-ledger-engine",
        published: "engine",
        tried: "try-engine",
        passes: &["-O3", "--strip-producers"],
    },
];

/// What the modules are made of, beside the first version of WebAssembly.
pub const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What makes a module of the page lighter to send. The levels of wasm-opt aim at fewer bytes before compression; their
/// folding, merging and inlining takes away the repetition that compression lives on, and weighs 15 kB more after it.
const SLIMMING: &[&str] = &[
    "--duplicate-function-elimination",
    "--remove-unused-module-elements",
    "--optimize-instructions",
    "--simplify-locals-nostructure",
    "--vacuum",
    "--coalesce-locals",
    "--reorder-locals",
    "--vacuum",
    "--duplicate-function-elimination",
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
];

impl Module {
    /// The profile in the workspace's `Cargo.toml` that the module is compiled with.
    fn profile(&self, purpose: Purpose) -> &'static str {
        match purpose {
            Purpose::Publish => self.published,
            Purpose::Try => self.tried,
            Purpose::Watch => WATCHED,
        }
    }
}

/// How many steps [`compile`] announces.
pub const COMPILE_STEPS: usize = MODULES.len();

/// Compiles all modules, each announced as a step of its own.
pub fn compile(
    project: &Project,
    toolchain: &Toolchain,
    purpose: Purpose,
    announce: &mut dyn FnMut(&str),
) -> Result<(), String> {
    for module in MODULES {
        let profile = module.profile(purpose);
        announce(&format!("Code of `{}`: cargo, profile `{profile}` of Cargo.toml", module.name));
        let mut cargo = toolchain.command(project, "cargo");
        cargo.args(["build", "--target", WASM_TARGET, "--package", module.package, "--bin", module.name]);
        run(cargo.args(["--profile", profile]))?;
    }
    Ok(())
}

/// Gives the compiled modules their scripts, slims them, and returns the files.
pub fn finish(project: &Project, purpose: Purpose) -> Result<Site, String> {
    let folder = project.root.join("target/wasm/site");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("cannot clear {}: {error}", folder.display()))?;
    }
    thread::scope(|scope| {
        let threads: Vec<_> = MODULES
            .iter()
            .map(|module| scope.spawn(|| finish_module(project, module, purpose, &folder)))
            .collect();
        threads
            .into_iter()
            .try_for_each(|thread| thread.join().map_err(|_| "a step of the build broke off".to_owned())?)
    })?;
    read(&folder)
}

/// Runs wasm-bindgen and, unless the page is being worked on, wasm-opt on one module.
fn finish_module(project: &Project, module: &Module, purpose: Purpose, folder: &Path) -> Result<(), String> {
    let compiled = project
        .root
        .join("target/wasm")
        .join(WASM_TARGET)
        .join(module.profile(purpose))
        .join(module.name)
        .with_extension("wasm");
    let mut bindgen = Bindgen::new();
    let result = bindgen.web(true).and_then(|bindgen| bindgen.input_path(compiled).generate(folder));
    result.map_err(|error| format!("wasm-bindgen on `{}`: {error:#}", module.name))?;
    if purpose == Purpose::Watch {
        return Ok(());
    }
    let file = folder.join(format!("{}_bg.wasm", module.name));
    let mut slim = project.command("wasm-opt");
    run(slim.args(FEATURES).args(module.passes).arg(&file).arg("-o").arg(&file))
}
