//! What lets the site do without a network: the worker that keeps all its files.

use std::collections::{BTreeMap, BTreeSet};

use crate::names::{PAGE, Site, hash_of, is_page};

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

/// What stands in the page for the content of all other pages, so that a change of any reaches it.
const PAGES: &str = "<meta name=\"pages\" content=\"";

/// Writes into the page what the other pages hold.
pub fn note_pages(site: &mut Site) {
    let others = site.iter().filter(|(address, _)| is_page(address) && *address != PAGE);
    let hash = hash_of(&others.flat_map(|(_, content)| content.iter().copied()).collect::<Vec<u8>>());
    let Some(page) = site.get_mut(PAGE) else { return };
    let text = String::from_utf8_lossy(page).into_owned();
    let text = match text.split_once(PAGES).and_then(|(before, rest)| Some((before, rest.split_once('"')?.1)))
    {
        Some((before, after)) => format!("{before}{PAGES}{hash}\"{after}"),
        None => text.replacen("</head>", &format!("  {PAGES}{hash}\">\n  </head>"), 1),
    };
    *page = text.into_bytes();
}

/// The worker of a site: all its files, the hash of each page, and that of the first, which names them all.
pub fn worker(site: &Site) -> Vec<u8> {
    let files: BTreeSet<&String> = site.keys().collect();
    let release = hash_of(&site[PAGE]);
    let pages: BTreeMap<&String, String> = site
        .iter()
        .filter(|(address, _)| is_page(address) && *address != PAGE)
        .map(|(address, content)| (address, hash_of(content)))
        .collect();
    let start = format!(
        "'use strict';\nconst PAGE = {PAGE:?};\nconst RELEASE = {release:?};\nconst PAGES = {pages:?};\nconst FILES = {files:?};\n",
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

    #[test]
    fn a_change_of_any_page_reaches_the_first_and_the_worker() {
        let with = |city: &str| {
            let mut site: Site = [("index.html", "<head></head>"), ("city.html", city)]
                .map(|(name, text)| (name.to_owned(), text.into()))
                .into();
            note_pages(&mut site);
            site
        };
        let (one, mut two) = (with("one"), with("two"));
        assert_ne!(one[PAGE], two[PAGE]);
        assert!(String::from_utf8(worker(&one)).unwrap().contains("const PAGES = {\"city.html\": \""));
        two.insert("city.html".to_owned(), b"one".to_vec());
        note_pages(&mut two);
        assert_eq!(one[PAGE], two[PAGE], "the former note goes");
    }
}
