//! The public page of a city of one's own: the built site with the pages of a saved ledger in place of the sample's.

use std::path::Path;

use crate::names::{self, Site, is_page, without_hash};
use crate::offline::WORKER;
use crate::page::{self, Address};
use crate::project::Project;
use crate::{landing, site};

/// The pages of a ledger and their pictures, as the build writes them.
///
/// # Errors
/// A ledger that cannot be read, or that has nothing to show; the program that reads it says so.
pub fn pages(project: &Project, ledger: &Path, address: &Address) -> Result<Site, String> {
    let mut files = landing::files(project, Some(ledger))
        .map_err(|_| format!("no page was made of {}: see above", ledger.display()))?;
    files.retain(|name, _| is_of_city(name));
    page::city(&mut files, address)?;
    Ok(files)
}

/// Whether a file belongs to the city: its pages, their pieces and pictures.
fn is_of_city(name: &str) -> bool {
    name.starts_with("embed/") || (name.starts_with("city") && (is_page(name) || name.ends_with(".svg")))
}

/// A built site with other pages of the city.
pub fn with_pages(built: Site, pages: Site, address: &Address) -> Result<Site, String> {
    if !built.contains_key(names::PAGE) {
        return Err("there is no built site: run `cargo xtask build`".to_owned());
    }
    let has_worker = built.contains_key(WORKER);
    let own = built.into_iter().filter(|(name, _)| {
        !is_of_city(&without_hash(name).unwrap_or_else(|| name.clone()))
            && name != WORKER
            && name != "sitemap.xml"
    });
    let mut site: Site = own.collect();
    let pages = names::named(pages)?
        .into_iter()
        .map(|(name, content)| {
            let content = if is_page(&name) { names::with_names_of(&site, &content) } else { content };
            (name, content)
        })
        .collect::<Site>();
    site.extend(pages);
    if has_worker {
        // The files that are looked for by their own names are no part of what is kept.
        let named: Vec<_> = site.keys().filter(|name| is_named_by_hosts(name)).cloned().collect();
        named.iter().for_each(|name| drop(site.remove(name)));
        site::add_worker(&mut site);
    }
    site::add_named_files(&mut site, address);
    Ok(site)
}

/// Whether the build adds a file by its own name, after the worker.
fn is_named_by_hosts(name: &str) -> bool {
    !is_page(name)
        && without_hash(name).is_none()
        && !name.contains('/')
        && ["_headers", ".htaccess", "nginx.conf", "robots.txt", "embed.js"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Site {
        files.iter().map(|(name, text)| (name.to_string(), text.as_bytes().to_vec())).collect()
    }

    fn built() -> Site {
        let mut built = names::named(site(&[
            ("index.html", "<head><script src='./boot.js'></script></head><a href='./city.html'>"),
            ("boot.js", "'./city.html'"),
            ("base.css", "p{}"),
            ("city.css", "h1{}"),
            (
                "city.html",
                "<link href='./base.css'><link href='./city.css'>sample<a href='./city-reuse.svg'>",
            ),
            ("city-reuse.svg", "<svg>95</svg>"),
            ("embed/city.html", "<link href='../base.css'>sample"),
            ("embed/city-reuse.html", "<link href='../base.css'>sample"),
        ]))
        .unwrap();
        site::add_worker(&mut built);
        site::add_named_files(&mut built, &Address::new("./", None));
        built
    }

    #[test]
    fn the_pages_of_a_ledger_take_the_place_of_the_samples_with_all_their_files() {
        let before = built();
        let own = site(&[
            ("city.html", "<link href='./base.css'><link href='./city.css'>own<a href='./city-total.svg'>"),
            ("city-total.svg", "<svg>1</svg>"),
            ("embed/city.html", "<link href='../base.css'>own"),
            ("embed/city-total.html", "<link href='../base.css'>own"),
        ]);
        let address = Address::new("./", Some("https://a.example"));
        let after = with_pages(before.clone(), own.clone(), &address).unwrap();
        let text = |name: &str| String::from_utf8(after[name].clone()).unwrap();
        assert!(!after.keys().any(|name| name.contains("reuse")), "{:?}", after.keys());
        for page in ["city.html", "embed/city.html", "embed/city-total.html"] {
            assert!(!text(page).contains("sample") && !text(page).contains("base.css"), "{page}");
        }
        assert!(text("city.html").contains(
            before.keys().find(|name| name.starts_with("city-") && name.ends_with(".css")).unwrap()
        ));
        assert!(after.values().all(|content| !String::from_utf8_lossy(content).contains("sample")));
        assert!(text(WORKER).contains("embed/city-total.html") && !text(WORKER).contains("_headers"));
        assert_ne!(after[names::PAGE], before[names::PAGE], "those who have the site are told");
        assert!(text("sitemap.xml").contains("https://a.example/city.html"));
        // Done twice it is the same.
        assert_eq!(with_pages(after.clone(), own, &address).unwrap(), after);
    }

    #[test]
    fn without_a_site_there_is_nothing_to_publish_in() {
        assert!(with_pages(Site::new(), Site::new(), &Address::new("./", None)).is_err());
    }
}
