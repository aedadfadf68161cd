//! The modules of the site: each a binary of the workspace that cargo compiles, wasm-bindgen gives a script, and wasm-opt slims.

use std::fs;
use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::names::{Site, read};
use crate::parallel;
use crate::pins::WASM_TARGET;
use crate::project::{Project, run, run_quietly};
use crate::site::Purpose;
use crate::split;
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
    /// Whether pages come as parts of their own.
    is_split: bool,
}

/// The profile for what is worked on.
const WATCHED: &str = "watch";

/// All modules.
const MODULES: &[Module] = &[
    Module {
        name: "app",
        package: "water-ledger-app",
        published: "web",
        tried: "try",
        passes: SLIMMING,
        is_split: true,
    },
    Module {
        name: "household",
        package: "water-ledger-household",
        published: "web",
        tried: "try",
        passes: SLIMMING,
        is_split: false,
    },
    Module {
        name: "engine",
        package: "water-ledger-engine",
        published: "engine",
        tried: "try-engine",
        passes: &["-O3", "--strip-producers"],
        is_split: false,
    },
    Module {
        name: "office",
        package: "water-ledger-office",
        published: "web",
        tried: "try",
        passes: SLIMMING,
        is_split: false,
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
        let mut cargo = match purpose {
            Purpose::Publish => toolchain.publishing_command(project, "cargo"),
            Purpose::Try | Purpose::Watch => toolchain.command(project, "cargo"),
        };
        cargo.args(["rustc", "--target", WASM_TARGET, "--package", module.package, "--bin", module.name]);
        cargo.args(["--profile", profile]);
        if module.is_split {
            // The splitter moves functions and data by their relocations.
            cargo.args(["--", "-Clink-arg=--emit-relocs"]);
        }
        run(&mut cargo)?;
    }
    Ok(())
}

/// Gives the compiled modules their scripts, slims them unless the page is being worked on, and returns the files.
pub fn finish(project: &Project, purpose: Purpose) -> Result<Site, String> {
    let folder = project.root.join("target/wasm/site");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("cannot clear {}: {error}", folder.display()))?;
    }
    let mut code = Vec::new();
    for module in MODULES {
        for file in finish_module(project, module, purpose, &folder)? {
            code.push((file, module.passes));
        }
    }
    if purpose != Purpose::Watch {
        parallel::for_each(&code, |(file, passes)| {
            let mut slim = project.command("wasm-opt");
            run_quietly(slim.args(FEATURES).args(*passes).arg(file).arg("-o").arg(file))
        })?;
    }
    read(&folder)
}

/// Splits a module where pages are parts of it, runs wasm-bindgen, and returns the files of code.
fn finish_module(
    project: &Project,
    module: &Module,
    purpose: Purpose,
    folder: &Path,
) -> Result<Vec<PathBuf>, String> {
    let compiled = project.root.join("target/wasm").join(WASM_TARGET).join(module.profile(purpose));
    let mut main = compiled.join(module.name).with_extension("wasm");
    let mut code = vec![folder.join(format!("{}_bg.wasm", module.name))];
    if module.is_split {
        let split = split::split(&main, &project.root.join("target/wasm/split"))?;
        main = split.main.clone();
        code.extend(match purpose {
            Purpose::Watch => split.copy(folder)?,
            Purpose::Publish | Purpose::Try => split.join(project, folder)?,
        });
    }
    let mut bindgen = Bindgen::new();
    // The parts need what the linker exports beside the module's own functions: memory, table and stack.
    let result = bindgen.keep_lld_exports(module.is_split).typescript(false).web(true);
    let result = result.and_then(|bindgen| bindgen.input_path(main).generate(folder));
    result.map_err(|error| format!("wasm-bindgen on `{}`: {error:#}", module.name))?;
    if module.is_split {
        let script = folder.join(format!("{}.js", module.name));
        let words = |error: std::io::Error| format!("cannot change {}: {error}", script.display());
        let text = fs::read_to_string(&script).map_err(words)?;
        fs::write(&script, split::with_loader(&text)?).map_err(words)?;
    }
    Ok(code)
}
