//! What lets the site do without a network: the worker that keeps all its files.

use std::collections::BTreeSet;

use crate::names::{PAGE, Site, hash_of};

/// The worker's file, whose name stays: browsers look there for a newer one.
pub const WORKER: &str = "service-worker.js";

/// What names the worker in the page.
pub fn tag() -> String {
    format!("<meta name=\"service-worker\" content=\"./{WORKER}\">")
}

/// The page with the name of the worker in its head.
pub fn named_in(page: &str) -> String {
    page.replacen("</head>", &format!("  {}\n  </head>", tag()), 1)
}

/// The worker of a site: all its files, and the hash of its page, which names them.
pub fn worker(site: &Site) -> Vec<u8> {
    let files: BTreeSet<&String> = site.keys().collect();
    let release = hash_of(&site[PAGE]);
    let start = format!(
        "'use strict';\nconst PAGE = {PAGE:?};\nconst RELEASE = {release:?};\nconst FILES = {files:?};\n",
        files = files.into_iter().collect::<Vec<_>>()
    );
    (start + include_str!("service_worker.js")).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_knows_every_file_and_is_another_for_another_page() {
        let site: Site = [("index.html", "page"), ("a-0.js", "a")]
            .map(|(name, text)| (name.to_owned(), text.into()))
            .into();
        let text = String::from_utf8(worker(&site)).unwrap();
        assert!(text.contains("const FILES = [\"a-0.js\", \"index.html\"];"), "{text}");
        let mut other = site.clone();
        other.insert(PAGE.to_owned(), b"another".to_vec());
        assert_ne!(worker(&other), worker(&site));
    }
}
