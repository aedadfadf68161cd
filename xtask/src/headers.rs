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

/// The other headers of every file.
const OTHERS: &[(&str, &str)] = &[
    ("X-Frame-Options", "DENY"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
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

/// The headers of every file.
pub fn headers() -> Vec<(&'static str, String)> {
    let policy = ("Content-Security-Policy", format!("{POLICY}; {FRAMES}"));
    std::iter::once(policy).chain(OTHERS.iter().map(|(name, value)| (*name, (*value).to_owned()))).collect()
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
         Header set Cache-Control \"{FOR_GOOD}\"\n  </FilesMatch>\n</IfModule>\n"
    );
    text
}

/// `nginx.conf`: to be included in the server's block. Its places say nothing by `add_header`, or they would drop what is said here.
fn for_nginx() -> String {
    let mut text = String::from("charset utf-8;\n");
    for (name, value) in headers() {
        let _ = writeln!(text, "add_header {name} \"{value}\" always;");
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
}
