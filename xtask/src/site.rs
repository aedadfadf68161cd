//! Building the site into `dist/`, and proving that it is fit to be published.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::html::{inline_scripts, tags};
use crate::names;
use crate::project::{Project, cargo_home, home, run};
use crate::wasm_target::Toolchain;

/// What the page's security policy must say, no more and no less, of what could run code or change its look.
const POLICY: &[(&str, &[&str])] = &[
    ("default-src", &["'none'"]),
    ("script-src", &["'self'", "'wasm-unsafe-eval'"]),
    ("style-src", &["'self'"]),
];

/// What the modules of the page are made of, beside the first version of WebAssembly.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What makes the modules of the page lighter to send. The levels of wasm-opt aim at fewer bytes before compression; their
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

/// The modules that a page loads before it is usable; Trunk optimises the others.
const SLIM: &[&str] = &["app_bg.wasm", "home_bg.wasm"];

/// Builds the site for publication: Trunk builds the files, and here they are slimmed and get their lasting names.
pub fn build(project: &Project, toolchain: &Toolchain, public_url: &str) -> Result<(), String> {
    let mut trunk = toolchain.command(project, "trunk");
    trunk.args(["build", "--release", "--public-url", public_url]);
    // Trunk takes this variable for an option of its own, which accepts "true" and nothing else.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    run(&mut trunk)?;
    for module in SLIM {
        let file = dist(project).join(module);
        let mut slim = project.command("wasm-opt");
        run(slim.args(FEATURES).args(SLIMMING).arg(&file).arg("-o").arg(&file))?;
    }
    names::rename(&dist(project))?;
    let page = fs::read_to_string(dist(project).join(names::PAGE))
        .map_err(|error| format!("cannot read dist/{}: {error}", names::PAGE))?;
    refuse_other_policies(&page)?;
    refuse_inline_code(&page)?;
    refuse_machine_paths(project)
}

/// The folder of the built site.
pub fn dist(project: &Project) -> PathBuf {
    project.root.join("dist")
}

/// All files below a folder, as paths relative to it, in alphabetical order.
pub fn files(folder: &Path) -> Result<BTreeSet<PathBuf>, String> {
    let words = |error: std::io::Error| format!("cannot read {}: {error}", folder.display());
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).map_err(words)? {
            let path = entry.map_err(words)?.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(relative) = path.strip_prefix(folder) {
                found.insert(relative.to_owned());
            }
        }
    }
    Ok(found)
}

/// Refuses a page whose security policy allows more, or less, than it should.
fn refuse_other_policies(page: &str) -> Result<(), String> {
    let is_policy = |value: &str| value.eq_ignore_ascii_case("Content-Security-Policy");
    let metas = tags(page).into_iter().filter(|tag| tag.attribute("http-equiv").is_some_and(is_policy));
    let policies: Vec<_> = metas.filter_map(|tag| tag.attribute("content")).collect();
    let [policy] = policies[..] else {
        return Err("index.html must hold one Content-Security-Policy".to_owned());
    };
    let rules: Vec<Vec<_>> = policy.split(';').map(|rule| rule.split_whitespace().collect()).collect();
    for (name, wanted) in POLICY {
        // `script-src-elem` and its like would count before `script-src`.
        let mut found = rules.iter().filter(|rule| rule.first().is_some_and(|first| first.starts_with(name)));
        if found.next().map(|rule| (rule[0], &rule[1..])) != Some((*name, *wanted)) || found.next().is_some()
        {
            return Err(format!(
                "the Content-Security-Policy in index.html must hold `{name} {}`: no other script or style is used",
                wanted.join(" ")
            ));
        }
    }
    Ok(())
}

/// Refuses scripts, styles and handlers in the page itself: its security policy would make the browser ignore them.
fn refuse_inline_code(page: &str) -> Result<(), String> {
    if !inline_scripts(page).is_empty() {
        return Err("index.html holds a script: put it into a file, as public/boot.js is".to_owned());
    }
    for tag in tags(page) {
        if tag.name == "style" {
            return Err("index.html holds a style element: put its rules into a file below style/".to_owned());
        }
        for attribute in tag.attributes() {
            if attribute == "style" || attribute.starts_with("on") {
                return Err(format!(
                    "index.html holds the attribute `{attribute}` on a {} element, which the page's security policy forbids",
                    tag.name
                ));
            }
        }
    }
    Ok(())
}

/// Refuses a site whose files tell where on this machine they were built.
fn refuse_machine_paths(project: &Project) -> Result<(), String> {
    let dist = dist(project);
    let folders: Vec<_> = [Some(project.root.clone()), Some(project.tools.clone()), cargo_home(), home()]
        .into_iter()
        .flatten()
        .filter(|folder| folder.components().count() > 1)
        .map(|folder| format!("{}/", folder.display()))
        .chain(["/.cargo/registry/".to_owned()])
        .collect();
    for file in files(&dist)? {
        let bytes =
            fs::read(dist.join(&file)).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
        for folder in &folders {
            if bytes.windows(folder.len()).any(|part| part == folder.as_bytes()) {
                return Err(format!(
                    "dist/{} holds the name of a folder of this machine, {folder}",
                    file.display()
                ));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(policy: &str) -> String {
        format!("<meta http-equiv=\"content-security-policy\" content=\"{policy}\">")
    }

    #[test]
    fn the_policy_allows_what_the_page_needs_and_nothing_else() {
        let allowed =
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:";
        assert_eq!(refuse_other_policies(&page(allowed)), Ok(()));
        for (from, to) in [
            (
                "'wasm-unsafe-eval'",
                "'wasm-unsafe-eval' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
            ),
            (" 'wasm-unsafe-eval'", ""),
            ("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
            ("default-src 'none'; ", ""),
            ("style-src 'self'", "style-src 'self'; script-src-elem data:"),
        ] {
            assert!(refuse_other_policies(&page(&allowed.replace(from, to))).is_err(), "{from} → {to}");
        }
        assert!(refuse_other_policies("<p>no policy</p>").is_err());
        assert!(refuse_other_policies(&page(allowed).repeat(2)).is_err());
    }

    #[test]
    fn scripts_styles_and_handlers_in_the_page_are_refused() {
        assert!(refuse_inline_code("<script type=module src=./boot.js></script>").is_ok());
        assert!(refuse_inline_code("<script>go()</script>").is_err());
        assert!(refuse_inline_code("<p class=\"style\" title='onward style=\"x\"'>style=\"x\"</p>").is_ok());
        assert!(refuse_inline_code("<p style=\"color: red\">").is_err());
        assert!(refuse_inline_code("<p onclick='go()'>").is_err());
        assert!(refuse_inline_code("<STYLE>p {}</STYLE>").is_err());
    }
}
