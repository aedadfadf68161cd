//! Building the site into `dist/`, and proving that it is fit to be published.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::html::{inline_scripts, tags};
use crate::project::{Project, cargo_home, home, run};
use crate::wasm_target::Toolchain;

/// What stands in index.html for the hashes of the inline scripts.
const PLACEHOLDER: &str = "'sha256-BOOT'";

/// Builds the site for publication. Nothing it leaves is written by hand afterwards.
pub fn build(project: &Project, toolchain: &Toolchain, public_url: &str) -> Result<(), String> {
    let mut trunk = toolchain.command(project, "trunk");
    trunk.args(["build", "--release", "--public-url", public_url]);
    // Trunk takes this variable for an option of its own, which accepts "true" and nothing else.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    run(&mut trunk)?;
    let page = dist(project).join("index.html");
    let text = fs::read_to_string(&page).map_err(|error| format!("cannot read dist/index.html: {error}"))?;
    let text = allow_inline_scripts(&text)?;
    refuse_other_inline_code(&text)?;
    fs::write(&page, text).map_err(|error| format!("cannot write dist/index.html: {error}"))?;
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

/// Replaces the placeholder in the page's security policy by the hashes of its inline scripts.
fn allow_inline_scripts(page: &str) -> Result<String, String> {
    if page.matches(PLACEHOLDER).count() != 1 {
        return Err(format!("index.html must hold {PLACEHOLDER} once, in its Content-Security-Policy"));
    }
    let scripts = inline_scripts(page);
    if scripts.is_empty() {
        return Err(
            "Trunk wrote no inline script into dist/index.html: nothing would start the app".to_owned()
        );
    }
    let hashes: Vec<_> = scripts.into_iter().map(script_hash).collect();
    Ok(page.replace(PLACEHOLDER, &hashes.join(" ")))
}

/// A script's hash in the words of a Content-Security-Policy.
fn script_hash(script: &str) -> String {
    // A browser reads both line ends as one character before it hashes.
    let script = script.replace("\r\n", "\n");
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)))
}

/// Refuses styles and handlers in the page itself: its security policy would make the browser ignore them.
fn refuse_other_inline_code(page: &str) -> Result<(), String> {
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

    #[test]
    fn the_placeholder_becomes_the_hash_of_the_script() {
        let page = "<meta content=\"script-src 'sha256-BOOT'\"><script src=\"a.js\"></script><script>alert(1)</script>";
        let done = allow_inline_scripts(page).unwrap();
        // The hash is the one that `printf 'alert(1)' | openssl dgst -sha256 -binary | base64` gives.
        assert!(done.contains("script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"), "{done}");
    }

    #[test]
    fn a_page_without_placeholder_or_script_is_refused() {
        assert!(allow_inline_scripts("<script>1</script>").is_err());
        assert!(allow_inline_scripts("'sha256-BOOT' 'sha256-BOOT'<script>1</script>").is_err());
        assert!(allow_inline_scripts("'sha256-BOOT'<script src='a.js'></script>").is_err());
    }

    #[test]
    fn styles_and_handlers_in_the_page_are_refused() {
        assert!(
            refuse_other_inline_code("<p class=\"style\" title='onward style=\"x\"'>style=\"x\"</p>").is_ok()
        );
        assert!(refuse_other_inline_code("<p style=\"color: red\">").is_err());
        assert!(refuse_other_inline_code("<p onclick='go()'>").is_err());
        assert!(refuse_other_inline_code("<STYLE>p {}</STYLE>").is_err());
    }
}
