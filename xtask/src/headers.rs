//! What a host says of the site's files: one list of headers, which `serve` sends, and which the build writes for common hosts.

use std::fmt::Write;

use crate::names::Site;

/// The page's security policy, which stands in the page as well. Every script and style comes from the site itself, as a file;
/// text becomes markup, or the address of a script, through one named policy alone (`public/boot.js`).
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                          img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; font-src 'none'; \
                          form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; \
                          trusted-types water-ledger";

/// What is added to [`POLICY`] where it is a header: a page cannot say it of itself.
const FRAMES: &str = "frame-ancestors 'none'";

/// The same of pages that are made to stand in frames of other sites.
const FRAMED: &str = "frame-ancestors *";

/// What the header is called that forbids frames to browsers which do not know [`FRAMES`], and the one that keeps files from other origins.
const FRAME_OPTIONS: &str = "X-Frame-Options";
const RESOURCES: &str = "Cross-Origin-Resource-Policy";

/// Who may load what is for all.
const FOR_ALL: &str = "cross-origin";

/// The other headers of every file.
const OTHERS: &[(&str, &str)] = &[
    (FRAME_OPTIONS, "DENY"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    (RESOURCES, "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    // Two years; over http, as on this machine, browsers leave it unheeded.
    ("Strict-Transport-Security", "max-age=63072000"),
];

/// How long a file may be kept whose name holds a hash of its content.
pub const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// Types that hosts do not know everywhere, by the ending of the name. A browser compiles wasm while it loads only under its own.
const TYPES: &[(&str, &str)] = &[
    ("wasm", "application/wasm"),
    ("js", "text/javascript; charset=utf-8"),
    ("webmanifest", "application/manifest+json"),
];

/// Endings of files that all have a hash in their names.
const HASHED: &[&str] = &["wasm", "css", "svg", "json", "png"];

/// The headers of every file that is for the site alone.
pub fn headers() -> Vec<(&'static str, String)> {
    let policy = ("Content-Security-Policy", format!("{POLICY}; {FRAMES}"));
    std::iter::once(policy).chain(OTHERS.iter().map(|(name, value)| (*name, (*value).to_owned()))).collect()
}

/// For whom a file is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Audience {
    /// Pages of the site.
    Site,
    /// Pages of any site: what pieces in frames load, which are of no origin where the frame is sandboxed.
    All,
    /// Frames of any site.
    Frames,
}

/// For whom the file at an address is, which is relative to the site's folder.
fn audience(address: &str) -> Audience {
    let is_city = CITY_PAGES.iter().any(|page| address == format!("{page}.html"));
    if is_city || (address.starts_with("embed/") && address.ends_with(".html")) {
        Audience::Frames
    } else if address.ends_with(".css")
        || address == "icon.svg"
        || FRAME_SCRIPTS.iter().any(|name| is_called(address, name))
    {
        Audience::All
    } else {
        Audience::Site
    }
}

/// The pages of the city, which stand beside the site's own.
const CITY_PAGES: &[&str] = &["city", "city-en"];

/// Scripts of pieces and of the pages around them.
const FRAME_SCRIPTS: &[&str] = &["embed", "framed", "frozen", "city"];

/// Whether a script is called so, with or without a hash.
fn is_called(address: &str, name: &str) -> bool {
    let stem = address.strip_suffix(".js");
    let hash = |stem: &str| stem.strip_prefix(name).map(str::to_owned);
    stem.and_then(hash).is_some_and(|rest| rest.is_empty() || (rest.starts_with('-') && rest.len() == 17))
}

/// The headers of the file at an address, which is relative to the site's folder.
pub fn headers_of(address: &str) -> Vec<(&'static str, String)> {
    headers_for(audience(address))
}

fn headers_for(audience: Audience) -> Vec<(&'static str, String)> {
    let mut headers = headers();
    if audience == Audience::Frames {
        headers.retain(|(name, _)| *name != FRAME_OPTIONS);
        headers[0].1 = format!("{POLICY}; {FRAMED}");
    }
    for (name, value) in &mut headers {
        if *name == RESOURCES && audience != Audience::Site {
            FOR_ALL.clone_into(value);
        }
    }
    headers
}

/// What is said otherwise of files for an audience, and what is not said at all.
fn differing(audience: Audience) -> (Vec<(&'static str, String)>, Vec<&'static str>) {
    let (usual, own) = (headers(), headers_for(audience));
    let dropped =
        usual.iter().filter(|(name, _)| own.iter().all(|(kept, _)| kept != name)).map(|(name, _)| *name);
    let dropped = dropped.collect();
    (own.into_iter().filter(|one| !usual.contains(one)).collect(), dropped)
}

/// The files in which common hosts look for headers: `_headers` (Netlify, Cloudflare Pages), `.htaccess` (Apache), and `nginx.conf`,
/// which nginx is told to include.
pub fn files() -> Site {
    [("_headers", for_pages()), (".htaccess", for_apache()), ("nginx.conf", for_nginx())]
        .map(|(name, text)| (name.to_owned(), text.into_bytes()))
        .into()
}

/// `_headers`: what is said of an address stands below it.
fn for_pages() -> String {
    let mut text = String::from("/*\n");
    for (name, value) in headers() {
        let _ = writeln!(text, "  {name}: {value}");
    }
    for ending in HASHED {
        let _ = write!(text, "/*.{ending}\n  Cache-Control: {FOR_GOOD}\n");
    }
    // Some hosts show a page by its name without the ending as well.
    let city = CITY_PAGES.iter().flat_map(|page| [format!("/{page}"), format!("/{page}.html")]);
    let scripts = FRAME_SCRIPTS.iter().flat_map(|name| [format!("/{name}.js"), format!("/{name}-*.js")]);
    let audiences = [
        (Audience::Frames, city.chain(["/embed/*".to_owned()]).collect::<Vec<_>>()),
        (Audience::All, scripts.chain(["/*.css".to_owned()]).collect()),
    ];
    for (audience, places) in audiences {
        let (said, dropped) = differing(audience);
        for place in places {
            let _ = writeln!(text, "{place}");
            // Cloudflare joins what two rules say unless the first is taken back; Netlify lets the closer rule count.
            for name in dropped.iter().chain(said.iter().map(|(name, _)| name)) {
                let _ = writeln!(text, "  ! {name}");
            }
            for (name, value) in &said {
                let _ = writeln!(text, "  {name}: {value}");
            }
        }
    }
    text
}

/// `.htaccess`: Apache reads it in the folder itself, where the host allows it (`AllowOverride FileInfo`, module headers).
fn for_apache() -> String {
    let mut text = String::new();
    for (ending, kind) in TYPES {
        let _ = writeln!(text, "AddType \"{kind}\" .{ending}");
    }
    text.push_str("AddDefaultCharset utf-8\n<IfModule mod_headers.c>\n");
    for (name, value) in headers() {
        let _ = writeln!(text, "  Header always set {name} \"{value}\"");
    }
    let _ = write!(
        text,
        "  Header set Cache-Control \"no-cache\"\n  <FilesMatch \"-[0-9a-f]{{16}}\\.\">\n    \
         Header set Cache-Control \"{FOR_GOOD}\"\n  </FilesMatch>\n"
    );
    for (audience, pattern) in PATTERNS {
        let (said, dropped) = differing(*audience);
        let _ = writeln!(text, "  <If \"%{{REQUEST_URI}} =~ m#{pattern}#\">");
        for name in dropped {
            let _ = writeln!(text, "    Header always unset {name}");
        }
        for (name, value) in said {
            let _ = writeln!(text, "    Header always set {name} \"{value}\"");
        }
        text.push_str("  </If>\n");
    }
    text.push_str("</IfModule>\n");
    text
}

/// What a host matches addresses by, for the audiences other than the site itself.
const PATTERNS: &[(Audience, &str)] = &[
    (Audience::Frames, r"/(city|city-en|embed/[^/]+)\.html$"),
    (Audience::All, r"/([^/]+\.css|(embed|framed|frozen|city)(-[0-9a-f]{16})?\.js)$"),
];

/// `nginx.conf`: to be included in the server's block. A place of it that says anything by `add_header` says all, because what is said
/// outside is dropped there.
fn for_nginx() -> String {
    let mut text = String::from("charset utf-8;\n");
    for (name, value) in headers() {
        let _ = writeln!(text, "add_header {name} \"{value}\" always;");
    }
    for (audience, pattern) in PATTERNS {
        let _ = writeln!(text, "location ~ \"{pattern}\" {{");
        if *audience == Audience::All {
            text.push_str("  if ($uri ~ \"-[0-9a-f]{16}\\.\") { expires max; }\n");
        }
        for (name, value) in headers_for(*audience) {
            let _ = writeln!(text, "  add_header {name} \"{value}\" always;");
        }
        text.push_str("}\n");
    }
    text.push_str("location ~ \"-[0-9a-f]{16}\\.\" {\n  expires max;\n");
    for (ending, kind) in TYPES {
        let kind = kind.split(';').next().unwrap_or(kind);
        let _ = writeln!(text, "  location ~ \"\\.{ending}$\" {{ types {{ }} default_type {kind}; }}");
    }
    text.push_str("}\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What MDN's HTTP Observatory gives for headers (version 1.4.8 of its rules): a hundred, less what is missing, and more only
    /// where no more than ten are missing.
    fn observatory(headers: &[(&str, String)]) -> i32 {
        let of =
            |name: &str| headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str());
        let policy = of("Content-Security-Policy").unwrap_or_default();
        let is_strict = policy.starts_with("default-src 'none';")
            && policy.contains("form-action 'none'")
            && !["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*"]
                .iter()
                .any(|bad| policy.contains(bad));
        let age = of("Strict-Transport-Security")
            .and_then(|value| value.strip_prefix("max-age=")?.parse::<u64>().ok());
        let is_private = ["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"];
        let points = [
            match (is_strict, policy.is_empty()) {
                (true, _) => 10,
                (false, false) => -20,
                (false, true) => -25,
            },
            match (policy.contains("frame-ancestors 'none'"), of("X-Frame-Options")) {
                (true, _) => 5,
                (false, Some("DENY")) => 0,
                (false, _) => -20,
            },
            if of("X-Content-Type-Options") == Some("nosniff") { 0 } else { -5 },
            of("Referrer-Policy").map_or(0, |value| if is_private.contains(&value) { 5 } else { -5 }),
            if of("Cross-Origin-Resource-Policy") == Some("same-origin") { 10 } else { 0 },
            if age.is_some_and(|seconds| seconds >= 15_768_000) { 0 } else { -20 },
        ];
        let lost: i32 = points.iter().filter(|points| **points < 0).sum();
        100 + if lost < -10 { lost } else { points.iter().sum() }
    }

    #[test]
    fn the_observatory_gives_a_hundred_and_thirty() {
        assert_eq!(observatory(&headers()), 130);
        assert_eq!(observatory(&[]), 30);
        let without = |missing: &str| {
            let mut headers = headers();
            headers.retain(|(name, _)| *name != missing);
            observatory(&headers)
        };
        assert_eq!(without("Strict-Transport-Security"), 80);
        assert_eq!(without("Referrer-Policy"), 125);
    }

    #[test]
    fn every_host_is_told_every_header() {
        for (file, text) in files() {
            let text = String::from_utf8(text).unwrap();
            for (name, value) in headers() {
                assert!(
                    text.lines().any(|line| line.contains(name) && line.contains(&value)),
                    "{name} in {file}"
                );
            }
            assert!(!text.contains("\n\n") && text.ends_with('\n'), "{file}");
        }
    }

    #[test]
    fn pieces_may_stand_in_frames_and_nothing_else_may() {
        let value = |address: &str, name: &str| {
            headers_of(address).into_iter().find(|(known, _)| *known == name).map(|(_, value)| value)
        };
        for page in ["city.html", "city-en.html", "embed/city.html", "embed/city-reuse.en.html"] {
            let policy = value(page, "Content-Security-Policy").unwrap();
            assert!(policy.starts_with(POLICY) && policy.ends_with("; frame-ancestors *"), "{page}");
            assert_eq!(
                (value(page, FRAME_OPTIONS), value(page, RESOURCES).as_deref()),
                (None, Some(FOR_ALL))
            );
        }
        for file in ["tokens-0123456789abcdef.css", "framed-0123456789abcdef.js", "embed.js"] {
            assert_eq!(value(file, RESOURCES).as_deref(), Some(FOR_ALL), "{file}");
            assert_eq!(value(file, FRAME_OPTIONS).as_deref(), Some("DENY"), "{file}");
        }
        for file in ["", "index.html", "app-0123456789abcdef.js", "embed/x.js", "a/city.html", "cities.html"]
        {
            assert_eq!(headers_of(file), headers(), "{file}");
        }
        assert_eq!(observatory(&headers_of("index.html")), 130);
    }

    #[test]
    fn every_host_is_told_what_may_stand_in_frames() {
        for (file, text) in files() {
            let text = String::from_utf8(text).unwrap();
            for header in [format!("{POLICY}; {FRAMED}"), FOR_ALL.to_owned()] {
                assert!(text.contains(&header), "{header} in {file}");
            }
            // What forbids frames is taken back, and stands nowhere among what is said of pieces.
            let of_pieces = text.split("embed/").nth(1).unwrap();
            let of_pieces = of_pieces.split(['}', '<']).next().unwrap();
            assert!(!of_pieces.contains("DENY") && !of_pieces.contains("'none'; frame"), "{file}");
        }
    }
}
