//! What those are told who find pages for others: `robots.txt`, and, where the site's whole address is known, `sitemap.xml`.

use std::fmt::Write;

use crate::names::Site;

/// Pages that stand in more than one language, each with its tag.
const LANGUAGES: &[&[(&str, &str)]] = &[&[("zh-CN", "city.html"), ("en", "city-en.html")]];

/// The files for a site at an address.
pub fn files(site: &Site, base: Option<&str>) -> Site {
    let mut robots = String::from("User-agent: *\nAllow: /\n");
    let mut files = Site::new();
    if let Some(base) = base {
        let _ = writeln!(robots, "Sitemap: {base}sitemap.xml");
        files.insert("sitemap.xml".to_owned(), sitemap(site, base).into_bytes());
    }
    files.insert("robots.txt".to_owned(), robots.into_bytes());
    files
}

/// All pages to be found: the site's own and those of the city, each with its other languages.
fn sitemap(site: &Site, base: &str) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    let base = base.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let _ = writeln!(text, "<url><loc>{base}</loc></url>");
    for pages in LANGUAGES {
        let there = || pages.iter().filter(|(_, page)| site.contains_key(*page));
        for (_, page) in there() {
            let _ = write!(text, "<url><loc>{base}{page}</loc>");
            for (tag, page) in there() {
                let _ =
                    write!(text, "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{base}{page}\"/>");
            }
            text.push_str("</url>\n");
        }
    }
    text + "</urlset>\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_listed_by_whole_addresses_where_those_are_known() {
        let site: Site = ["index.html", "city.html", "city-en.html", "embed/city-reuse.html"]
            .map(|name| (name.to_owned(), Vec::new()))
            .into();
        let text = |files: &Site, name: &str| String::from_utf8(files[name].clone()).unwrap();
        let unknown = files(&site, None);
        assert_eq!(unknown.keys().collect::<Vec<_>>(), ["robots.txt"]);
        assert!(!text(&unknown, "robots.txt").contains("Sitemap"));
        let known = files(&site, Some("https://a.example/b/"));
        assert!(text(&known, "robots.txt").contains("Sitemap: https://a.example/b/sitemap.xml\n"));
        let map = text(&known, "sitemap.xml");
        assert_eq!((map.matches("<url>").count(), map.matches("hreflang=").count()), (3, 4));
        assert!(map.contains("<loc>https://a.example/b/city-en.html</loc>") && !map.contains("embed"));
    }
}
