//! The whole site as one HTML file that opens from disk: every file stands in the page, and a script gives each an address.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::names::{PAGE, Site, is_page, mentions};
use crate::offline;
use crate::server::content_type;

/// The file.
pub const FILE: &str = "water-ledger.html";

/// The script that gives each file an address.
const UNPACK: &str = include_str!("single.js");

/// The single file of a site whose files have no hashes in their names yet.
///
/// # Errors
/// Files that name each other, or a page without the parts that are replaced.
pub fn page(site: &Site) -> Result<Vec<u8>, String> {
    let text = |name: &str| site.get(name).map(|content| String::from_utf8_lossy(content).into_owned());
    let mut page = text(PAGE).ok_or("there is no page")?;
    let mut styles = String::new();
    // What the head loads stands in the page itself, in the same order.
    for (sheet, tag) in links(&page, "<link rel=\"stylesheet\"") {
        let sheet = text(&sheet).ok_or_else(|| format!("{sheet} is no file of the site"))?;
        styles += &with_pictures(&sheet, site);
        page = page.replacen(&tag, "", 1);
    }
    for (_, tag) in links(&page, "<link rel=\"manifest\"").into_iter().chain(links(&page, "<script")) {
        page = page.replacen(&tag, "", 1);
    }
    page = page.replace(&offline::tag(), "");
    let site = &with_whole_pages(site)?;
    let files = in_order(site)?;
    let packed: Vec<serde_json::Value> = files.iter().map(|(name, content)| packed(name, content)).collect();
    // No element ends within it.
    let data = serde_json::Value::from(packed).to_string().replace('<', "\\u003c");
    let unpack = UNPACK.trim();
    let head = format!("<style>{styles}</style>\n  </head>");
    let foot = format!(
        "<script type=\"application/json\" id=\"files\">{data}</script>\n<script>{unpack}</script>\n</body>"
    );
    let policy = crate::headers::POLICY
        .replace("script-src 'self'", &format!("script-src {} blob:", hash(unpack)))
        .replace("style-src 'self'", &format!("style-src {} blob:", hash(&styles)))
        .replace("connect-src 'self'", "connect-src blob:")
        .replace("trusted-types water-ledger", "trusted-types water-ledger water-ledger-file");
    let page = replaced(&page, crate::headers::POLICY, &policy)?;
    let page = replaced(&page, "</head>", &head)?;
    Ok(replaced(&page, "</body>", &foot)?.into_bytes())
}

/// The site with the pages of the city as documents that need no other file, and without what they lead to: nothing of a page that is
/// opened from disk can name another. Pieces are for other pages, which cannot reach a file on a disk.
fn with_whole_pages(site: &Site) -> Result<Site, String> {
    let is_kept = |name: &str| !name.starts_with("embed/") && name != PAGE;
    let mut whole: Site = site
        .iter()
        .filter(|(name, _)| is_kept(name))
        .map(|(name, content)| (name.clone(), content.clone()))
        .collect();
    for (name, content) in whole.iter_mut().filter(|(name, _)| is_page(name)) {
        let mut page = String::from_utf8_lossy(content).into_owned();
        let mut styles = String::new();
        for (sheet, tag) in links(&page, "<link rel=\"stylesheet\"") {
            let sheet = site.get(&sheet).ok_or_else(|| format!("{sheet} is no file of the site"))?;
            styles += &String::from_utf8_lossy(sheet);
            page = page.replacen(&tag, "", 1);
        }
        for (start, end) in LEADING_AWAY {
            page = without(&page, start, end);
        }
        let policy =
            crate::headers::POLICY.replace("style-src 'self'", &format!("style-src {}", hash(&styles)));
        page = replaced(&page, crate::headers::POLICY, &policy)?;
        page = replaced(&page, "</head>", &format!("<style>{styles}</style>\n</head>"))
            .map_err(|error| format!("{name}: {error}"))?;
        *content = page.into_bytes();
    }
    Ok(whole)
}

/// What of a page of the city leads away from it, by its beginning and its end.
const LEADING_AWAY: &[(&str, &str)] = &[
    ("<link rel=\"alternate\"", ">"),
    ("<link rel=\"icon\"", ">"),
    ("<meta property=\"og:image\"", ">"),
    ("<script", "</script>"),
    ("<header class=\"city-head\">", "</header>"),
    ("<p class=\"screen-links\">", "</p>"),
    (" · <a href", "</a>"),
];

/// A text without the parts between a beginning and an end.
fn without(text: &str, start: &str, end: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(start) {
        left += before;
        rest = after.split_once(end).map_or("", |(_, rest)| rest);
    }
    left + rest
}

/// The addresses that tags of a kind name, with the tags.
fn links(page: &str, start: &str) -> Vec<(String, String)> {
    let head = page.split("</head>").next().unwrap_or_default();
    let tags = head.match_indices(start).filter_map(|(at, _)| {
        let end = if start == "<script" { "</script>" } else { ">" };
        let tag = &head[at..at + head[at..].find(end)? + end.len()];
        let named = tag.split(['"', '\'']).find(|part| part.starts_with("./"))?;
        Some((named[2..].to_owned(), tag.to_owned()))
    });
    tags.collect()
}

/// A style sheet with the pictures that it names in it: where it stands nothing can name them otherwise.
fn with_pictures(sheet: &str, site: &Site) -> String {
    let mut sheet = sheet.to_owned();
    for (name, content) in site.iter().filter(|(name, _)| name.ends_with(".svg")) {
        let data = format!("data:image/svg+xml;base64,{}", STANDARD.encode(content));
        sheet = sheet.replace(&format!("./{name}"), &data);
    }
    sheet
}

fn replaced(page: &str, from: &str, to: &str) -> Result<String, String> {
    if page.contains(from) {
        Ok(page.replacen(from, to, 1))
    } else {
        Err(format!("the page holds no {from}"))
    }
}

/// The files but the page and what no script of a file may use, each behind those that it names.
fn in_order(site: &Site) -> Result<Vec<(&String, &Vec<u8>)>, String> {
    let is_packed = |name: &str| name != PAGE && !name.ends_with(".css") && !name.ends_with(".webmanifest");
    let mut waiting: Vec<_> = site.iter().filter(|(name, _)| is_packed(name)).collect();
    let styles = site.iter().filter(|(name, _)| name.ends_with(".css"));
    waiting.extend(styles);
    let mut done = Vec::new();
    while !waiting.is_empty() {
        let ready = waiting.iter().position(|(_, content)| {
            !waiting.iter().any(|(other, other_content)| content != other_content && mentions(content, other))
        });
        let ready = ready.ok_or("files of the site name each other")?;
        done.push(waiting.remove(ready));
    }
    Ok(done)
}

/// A file as it stands in the page: name, type, content, and whether that is text.
fn packed(name: &str, content: &[u8]) -> serde_json::Value {
    let kind = content_type(std::path::Path::new(name));
    match std::str::from_utf8(content) {
        Ok(text) if !name.ends_with(".wasm") => serde_json::json!([name, kind, text, true]),
        _ => serde_json::json!([name, kind, STANDARD.encode(content), false]),
    }
}

/// A script or a style in the page as its policy names it.
fn hash(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_stands_in_the_page_behind_those_that_it_names() {
        let head = format!(
            "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\
             <link rel=\"stylesheet\" href=\"./base.css\"><link rel=\"manifest\" href=\"./site.webmanifest\">\
             <script src=\"./boot.js\"></script></head><body><p></p></body></html>",
            crate::headers::POLICY
        );
        let city = |other: &str| {
            format!(
                "<head><meta content=\"{}\"><link rel=\"stylesheet\" href=\"./base.css\"></head>\
                 <header class=\"city-head\"><a href=\"./{other}\">other</a></header>city of its own",
                crate::headers::POLICY
            )
        };
        let site: Site = [
            ("index.html", head.as_str()),
            ("base.css", "p{}"),
            ("site.webmanifest", "{}"),
            ("boot.js", "import('./app.js') // </script>"),
            ("app.js", "'./a.wasm'"),
            ("a.wasm", "\0asm"),
            ("city.html", &city("city-en.html")),
            ("city-en.html", &city("city.html")),
            ("embed/city.html", "<p>"),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .into();
        let page = String::from_utf8(page(&site).unwrap()).unwrap();
        assert!(
            page.contains("[\"city.html\"") && page.contains("city of its own") && !page.contains("embed/")
        );
        let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} in {page}"));
        assert!(at("[\"a.wasm\"") < at("[\"app.js\"") && at("[\"app.js\"") < at("[\"boot.js\""));
        assert!(
            page.contains("<style>p{}</style>") && !page.contains("rel=\"manifest") && !page.contains("src=")
        );
        assert_eq!(page.matches("</script>").count(), 2);
        assert!(page.contains(&hash("p{}")) && page.contains(&hash(UNPACK.trim())));
    }
}
