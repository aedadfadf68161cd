//! Compressed twins beside the files of the site, for hosts that send those: `app.js` gets `app.js.br` and `app.js.gz`.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::parallel;
use crate::site::files;

/// An encoding that browsers accept.
pub struct Encoding {
    /// Its name in the headers `Accept-Encoding` and `Content-Encoding`.
    pub name: &'static str,
    /// What the name of a twin ends with.
    pub extension: &'static str,
    compress: fn(&[u8], Effort) -> Result<Vec<u8>, String>,
}

/// The encodings, the smaller one first.
pub const ENCODINGS: &[Encoding] = &[
    Encoding { name: "br", extension: "br", compress: brotli },
    Encoding { name: "gzip", extension: "gz", compress: gzip },
];

/// How hard the compressors try.
#[derive(Clone, Copy)]
pub enum Effort {
    /// As hard as they can, for what is published; it takes seconds.
    Most,
    /// So that nobody waits, for what is tried on this machine.
    Little,
}

/// The endings of names of files that compression makes smaller.
const COMPRESSIBLE: &[&str] = &["html", "css", "js", "svg", "wasm", "json", "csv", "txt", "webmanifest"];

/// The twin of a file.
pub fn twin(file: &Path, encoding: &Encoding) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(encoding.extension);
    name.into()
}

/// Whether a file is a twin.
pub fn is_twin(file: &Path) -> bool {
    ENCODINGS.iter().any(|encoding| file.extension().is_some_and(|found| found == encoding.extension))
}

/// Writes the twins of all files below a folder that compression makes smaller.
pub fn write_twins(folder: &Path, effort: Effort) -> Result<(), String> {
    let compressible = |file: &PathBuf| {
        file.extension().is_some_and(|found| COMPRESSIBLE.iter().any(|wanted| found == *wanted))
    };
    let sources: Vec<_> =
        files(folder)?.into_iter().filter(compressible).map(|file| folder.join(file)).collect();
    let tasks: Vec<_> =
        sources.iter().flat_map(|file| ENCODINGS.iter().map(move |encoding| (file, encoding))).collect();
    parallel::for_each(&tasks, |(file, encoding)| write_twin(file, encoding, effort))
}

/// Writes one twin, if it is smaller than its file.
fn write_twin(file: &Path, encoding: &Encoding, effort: Effort) -> Result<(), String> {
    let content = fs::read(file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
    let packed = (encoding.compress)(&content, effort)?;
    if packed.len() >= content.len() {
        return Ok(());
    }
    let twin = twin(file, encoding);
    fs::write(&twin, packed).map_err(|error| format!("cannot write {}: {error}", twin.display()))
}

fn brotli(content: &[u8], effort: Effort) -> Result<Vec<u8>, String> {
    let quality = match effort {
        Effort::Most => 11,
        Effort::Little => 4,
    };
    let parameters = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut packed, &parameters)
        .map_err(|error| format!("brotli failed: {error}"))?;
    Ok(packed)
}

fn gzip(content: &[u8], effort: Effort) -> Result<Vec<u8>, String> {
    let level = match effort {
        Effort::Most => Compression::best(),
        Effort::Little => Compression::fast(),
    };
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder
        .write_all(content)
        .and_then(|()| encoder.finish())
        .map_err(|error| format!("gzip failed: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twins_stand_beside_files_that_they_make_smaller() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        for (name, content) in [("app.js", "let x = 1;".repeat(100)), ("tiny.css", "p{}".to_owned())] {
            fs::write(folder.join(name), content).unwrap();
        }
        write_twins(folder, Effort::Most).unwrap();
        let mut found: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        found.sort();
        assert_eq!(found, ["app.js", "app.js.br", "app.js.gz", "tiny.css"]);
        assert!(fs::metadata(folder.join("app.js.br")).unwrap().len() < 50);
    }
}
