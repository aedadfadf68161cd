//! A small web server for the built site, on this machine only.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write, stdout};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::compress::{ENCODINGS, Encoding, twin};
use crate::headers::{FOR_GOOD, headers, headers_of};

/// How many ports after the wanted one are tried when it is taken.
const PORTS_TO_TRY: u16 = 50;

/// The longest request that is read, in bytes.
const LONGEST_REQUEST: u64 = 64 * 1024;

/// How long a silent client is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// A port that is free now: a fixed one may be taken by a run beside this one.
pub fn free_port() -> Result<u16, String> {
    let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
    address.map(|address| address.port()).map_err(|error| format!("no port is free on this machine: {error}"))
}

/// Serves a folder until the process is ended, and prints the address once it answers.
pub fn serve(folder: &Path, port: u16) -> Result<(), String> {
    if !folder.join("index.html").is_file() {
        return Err("there is no built site in dist/: run `cargo xtask build`".to_owned());
    }
    let listener = listen(port)?;
    let address = listener.local_addr().map_err(|error| format!("the port has no number: {error}"))?;
    println!("http://{address}/");
    // A program that waits for the address reads it through a pipe, which would otherwise hold it back.
    let _ = stdout().flush();
    for stream in listener.incoming() {
        // A client that is gone before it is accepted concerns nobody.
        let Ok(stream) = stream else { continue };
        let folder = folder.to_owned();
        thread::spawn(move || {
            // Errors here are the client's: it went away, or it was silent for too long.
            let _ = answer(&stream, &folder);
        });
    }
    Ok(())
}

/// Takes the wanted port, or the next free one; port 0 stands for any free port.
fn listen(port: u16) -> Result<TcpListener, String> {
    let last = if port == 0 { 0 } else { port.saturating_add(PORTS_TO_TRY) };
    for port in port..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(format!("cannot listen on port {port}: {error}")),
        }
    }
    Err(format!("the ports {port} to {last} are all taken: choose another with --port"))
}

/// Reads one request and answers it.
fn answer(stream: &TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream.take(LONGEST_REQUEST));
    let mut request = String::new();
    lines.read_line(&mut request)?;
    let mut accepted = String::new();
    // The headers are read to the end, because a connection that is closed with unread bytes may take the answer with it.
    let mut header = String::new();
    while lines.read_line(&mut header)? > 2 {
        if let Some((name, value)) = header.split_once(':')
            && name.eq_ignore_ascii_case("Accept-Encoding")
        {
            accepted = value.to_ascii_lowercase();
        }
        header.clear();
    }
    let mut reply = reply(&request, &accepted, folder);
    write!(
        &*stream,
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: {}\r\n{}{}\
         {}Vary: Accept-Encoding\r\nConnection: close\r\n\r\n",
        reply.status,
        reply.content_type,
        reply.length,
        reply.cache,
        reply.encoding.map(|name| format!("Content-Encoding: {name}\r\n")).unwrap_or_default(),
        if reply.status.starts_with("405") { "Allow: GET, HEAD\r\n" } else { "" },
        reply.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect::<String>(),
    )?;
    io::copy(&mut reply.body, &mut &*stream)?;
    stream.shutdown(Shutdown::Write)
}

/// What is sent back.
struct Reply {
    status: &'static str,
    content_type: &'static str,
    cache: &'static str,
    /// How the content is compressed, if it is.
    encoding: Option<&'static str>,
    /// What hosts are told to say of the file.
    headers: Vec<(&'static str, String)>,
    /// The length of the content, which a reply to HEAD tells and does not send.
    length: u64,
    body: Box<dyn Read>,
}

impl Reply {
    /// A reply that consists of a sentence.
    fn sentence(status: &'static str) -> Self {
        Self {
            status,
            content_type: "text/plain; charset=utf-8",
            cache: "no-cache",
            encoding: None,
            headers: headers(),
            length: status.len() as u64,
            body: Box::new(status.as_bytes()),
        }
    }
}

/// The reply to the first line of a request, whose client accepts these encodings.
fn reply(request: &str, accepted: &str, folder: &Path) -> Reply {
    let mut words = request.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Reply::sentence("400 Bad Request");
    };
    if !["GET", "HEAD"].contains(&method) {
        return Reply::sentence("405 Method Not Allowed");
    }
    let mut reply = found(target, accepted, folder).unwrap_or_else(|| Reply::sentence("404 Not Found"));
    if method == "HEAD" {
        reply.body = Box::new(io::empty());
    }
    reply
}

/// The reply with the file that an address names, or its compressed twin.
fn found(target: &str, accepted: &str, folder: &Path) -> Option<Reply> {
    let path = file_path(target, folder)?;
    let packed = |encoding: &&Encoding| Some((File::open(twin(&path, encoding)).ok()?, Some(encoding.name)));
    let (file, encoding) = ENCODINGS
        .iter()
        .filter(|encoding| accepts(accepted, encoding.name))
        .find_map(|encoding| packed(&encoding))
        .or_else(|| Some((File::open(&path).ok()?, None)))?;
    let length = file.metadata().ok()?.len();
    Some(Reply {
        status: "200 OK",
        content_type: content_type(&path),
        cache: cache(&path),
        encoding,
        headers: headers_of(&address_within(&path, folder)),
        length,
        body: Box::new(file.take(length)),
    })
}

/// Whether the value of `Accept-Encoding` lists an encoding, and does not refuse it by `;q=0`.
fn accepts(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|entry| {
        let mut words = entry.split(';').map(str::trim);
        words.next() == Some(encoding) && !words.any(|word| word == "q=0")
    })
}

/// The file that an address names, if it is inside the folder.
fn file_path(target: &str, folder: &Path) -> Option<PathBuf> {
    let address = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let mut path = folder.to_owned();
    for part in address.split('/').filter(|part| !part.is_empty()) {
        let part = percent_decoded(part)?;
        // Each part must be a plain name: no way up, no drive letter, no second separator.
        if part == "." || part == ".." || part.contains(['/', '\\', ':', '\0']) {
            return None;
        }
        path.push(part);
    }
    if path.is_dir() {
        path.push("index.html");
    }
    // A symbolic link could still lead out of the folder.
    let path = fs::canonicalize(path).ok()?;
    (path.is_file() && path.starts_with(fs::canonicalize(folder).ok()?)).then_some(path)
}

/// The address of a file within the folder.
fn address_within(path: &Path, folder: &Path) -> String {
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    path.strip_prefix(folder).map(crate::names::address).unwrap_or_default()
}

/// A part of an address with its `%20` and the like replaced.
fn percent_decoded(part: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The content type of a file. A browser compiles wasm while it loads only under its own type.
pub fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// How long a browser may keep a file: for good when its name holds a hash of its content, as
/// `app-0123456789abcdef.js` does, and otherwise not without asking.
fn cache(path: &Path) -> &'static str {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let is_hash = |part: &str| part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    if name.split(['-', '.', '_']).any(is_hash) { FOR_GOOD } else { "no-cache" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    /// A folder with a page in `site`, next to a file that must stay unreachable; it goes when it is dropped.
    fn folder() -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, content| fs::write(folder.path().join(name), content).unwrap();
        fs::create_dir_all(folder.path().join("site/data")).unwrap();
        file("secret.txt", "secret");
        file("site/index.html", "<p>page</p>");
        file("site/app-0123456789abcdef_bg.wasm", "wasm");
        file("site/data/灌区.csv", "1,2");
        folder
    }

    fn body(mut reply: Reply) -> String {
        let mut text = String::new();
        reply.body.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn files_are_served_with_type_and_lifetime() {
        let folder = folder();
        let site = folder.path().join("site");
        let page = reply("GET /?x=1 HTTP/1.1", "", &site);
        assert_eq!(
            (page.status, page.content_type, page.cache),
            ("200 OK", "text/html; charset=utf-8", "no-cache")
        );
        assert_eq!(body(page), "<p>page</p>");
        let wasm = reply("GET /app-0123456789abcdef_bg.wasm HTTP/1.1", "", &site);
        assert_eq!((wasm.content_type, wasm.length), ("application/wasm", 4));
        assert!(wasm.cache.contains("immutable"));
        assert_eq!(body(reply("GET /data/%E7%81%8C%E5%8C%BA.csv HTTP/1.1", "", &site)), "1,2");
        assert_eq!(reply("GET /data/ HTTP/1.1", "", &site).status, "404 Not Found");
    }

    #[test]
    fn a_compressed_twin_is_sent_where_it_is_accepted() {
        let folder = folder();
        let site = folder.path().join("site");
        fs::write(site.join("index.html.br"), "br").unwrap();
        fs::write(site.join("index.html.gz"), "gzip").unwrap();
        let sent = |accepted: &str| {
            let page = reply("GET / HTTP/1.1", accepted, &site);
            (page.encoding, page.length, page.content_type)
        };
        let html = "text/html; charset=utf-8";
        assert_eq!(sent("gzip, deflate, br, zstd"), (Some("br"), 2, html));
        assert_eq!(sent("gzip, br;q=0"), (Some("gzip"), 4, html));
        assert_eq!(sent("identity"), (None, 11, html));
        assert_eq!(reply("GET /data/%E7%81%8C%E5%8C%BA.csv HTTP/1.1", "br", &site).encoding, None);
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let folder = folder();
        let site = folder.path().join("site");
        let tries = [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/data/../../secret.txt",
            "/..%2fsecret.txt",
            "/..\\secret.txt",
        ];
        for target in tries.into_iter().chain(["secret.txt", "/%", "/%ff", "/%00", "//etc/passwd", "/C:/x"]) {
            assert_eq!(
                reply(&format!("GET {target} HTTP/1.1"), "", &site).status,
                "404 Not Found",
                "{target}"
            );
        }
    }

    #[test]
    fn head_tells_the_length_and_other_methods_are_refused() {
        let folder = folder();
        let site = folder.path().join("site");
        let head = reply("HEAD / HTTP/1.1", "", &site);
        assert_eq!((head.status, head.length), ("200 OK", 11));
        assert_eq!(body(head), "");
        assert_eq!(reply("POST / HTTP/1.1", "", &site).status, "405 Method Not Allowed");
        assert_eq!(reply("", "", &site).status, "400 Bad Request");
    }

    #[test]
    fn a_taken_port_leads_to_another() {
        let first = listen(0).unwrap();
        let port = first.local_addr().unwrap().port();
        if let Ok(second) = listen(port) {
            assert_ne!(second.local_addr().unwrap().port(), port);
        }
    }
}
