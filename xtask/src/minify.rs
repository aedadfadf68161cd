//! Scripts and style sheets without their comments, blanks and long names (esbuild): what a browser needs of them.

use std::fs;

use crate::names::Site;
use crate::project::{Project, run_quietly};
use crate::site;
use crate::split::LOADER;

/// Minifies the scripts and style sheets of a site. The loader of the parts stays as it is: the size gate reads it.
pub fn minify(project: &Project, site: &mut Site) -> Result<(), String> {
    let folder = project.root.join("target/minified");
    let (written, minified) = (folder.join("written"), folder.join("minified"));
    let words = |error: std::io::Error| format!("cannot write into {}: {error}", folder.display());
    // What an earlier build left is no file of this site.
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(words)?;
    }
    let is_taken = |address: &str| {
        let file = std::path::Path::new(address);
        address != LOADER && file.extension().is_some_and(|end| end == "js" || end == "css")
    };
    let mut command = project.command("esbuild");
    for (address, content) in site.iter().filter(|(address, _)| is_taken(address)) {
        let file = written.join(address);
        file.parent().map_or(Ok(()), fs::create_dir_all).map_err(words)?;
        fs::write(&file, content).map_err(words)?;
        command.arg(file);
    }
    command.args(["--minify", "--charset=utf8", "--log-level=error"]);
    command.arg(format!("--outbase={}", written.display())).arg(format!("--outdir={}", minified.display()));
    run_quietly(&mut command)?;
    for file in site::files(&minified)? {
        let content = fs::read(minified.join(&file)).map_err(words)?;
        site.insert(crate::names::address(&file), content);
    }
    Ok(())
}
