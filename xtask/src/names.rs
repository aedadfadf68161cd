//! Names that hold a hash of the content, so that a browser may keep a file for good and never mixes two builds.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::compress::is_twin;
use crate::site::files;

/// What a host shows for the folder. Its name stays, as that of every page does: people and other sites lead there.
pub const PAGE: &str = "index.html";

/// Whether a file is a page. It may name any other, also one that names it: its name holds no hash.
pub fn is_page(address: &str) -> bool {
    address.ends_with(".html")
}

/// The files of a site by their addresses, which are relative to the page.
pub type Site = BTreeMap<String, Vec<u8>>;

/// Reads all files below a folder, without their compressed twins.
pub fn read(folder: &Path) -> Result<Site, String> {
    let mut site = Site::new();
    for file in files(folder)?.into_iter().filter(|file| !is_twin(file)) {
        let content = fs::read(folder.join(&file))
            .map_err(|error| format!("cannot read {}: {error}", file.display()))?;
        site.insert(address(&file), content);
    }
    Ok(site)
}

/// A path inside a site as an address: with the slash on every system.
pub fn address(file: &Path) -> String {
    file.to_string_lossy().replace('\\', "/")
}

/// The site with a hash in every name but those of pages, and the new names wherever the old ones stood.
///
/// A file gets its name when all files that it mentions have theirs. So nothing is changed after its name was derived
/// from its content, and a change anywhere reaches the page.
pub fn named(site: Site) -> Result<Site, String> {
    let (mut done, mut waiting): (Site, Site) = site.into_iter().partition(|(address, _)| is_page(address));
    while !waiting.is_empty() {
        let is_ready = |content: &[u8]| !waiting.keys().any(|other| mentions(content, other));
        let Some(old) = waiting.iter().find(|(_, content)| is_ready(content)).map(|(old, _)| old.clone())
        else {
            let rest: Vec<_> = waiting.into_keys().collect();
            return Err(format!("these files name each other or themselves: {}", rest.join(", ")));
        };
        let content = waiting.remove(&old).unwrap_or_default();
        let new = with_hash(&old, &content);
        let pages = done.iter_mut().filter(|(address, _)| is_page(address)).map(|(_, page)| page);
        for other in waiting.values_mut().chain(pages) {
            *other = replaced(other, &old, &new);
        }
        done.insert(new, content);
    }
    Ok(done)
}

/// A page with the names of a site that has its hashes already, wherever the plain ones stand.
pub fn with_names_of(site: &Site, page: &[u8]) -> Vec<u8> {
    let mut page = page.to_vec();
    for (plain, named) in site.keys().filter_map(|named| Some((without_hash(named)?, named))) {
        page = replaced(&page, &plain, named);
    }
    page
}

/// Refuses a file that no other names: nothing would ever load it, or something would by a name it does not have.
pub fn refuse_forgotten(site: &Site) -> Result<(), String> {
    let is_named =
        |address: &String| address == PAGE || site.values().any(|content| mentions(content, address));
    match site.keys().find(|address| !is_named(address)) {
        Some(forgotten) => {
            Err(format!("no file of the site names dist/{forgotten}, so nothing would load it"))
        }
        None => Ok(()),
    }
}

/// `home_bg.wasm` becomes `home_bg-0123456789abcdef.wasm`.
fn with_hash(address: &str, content: &[u8]) -> String {
    let hash = hash_of(content);
    match address.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{hash}.{extension}"),
        None => format!("{address}-{hash}"),
    }
}

/// `home_bg-0123456789abcdef.wasm` becomes `home_bg.wasm`; none where there is no hash in the name.
pub fn without_hash(address: &str) -> Option<String> {
    let (stem, extension) = address.rsplit_once('.')?;
    let (stem, hash) = stem.rsplit_once('-')?;
    let is_hash = hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hash.then(|| format!("{stem}.{extension}"))
}

/// The start of a content's hash (SHA-256), which stands in names.
pub fn hash_of(content: &[u8]) -> String {
    format!("{:x}", Sha256::digest(content))[..16].to_owned()
}

/// Whether a file that is text mentions an address.
pub fn mentions(content: &[u8], address: &str) -> bool {
    std::str::from_utf8(content).is_ok_and(|text| places(text, address).next().is_some())
}

/// The content with an address in place of another.
fn replaced(content: &[u8], old: &str, new: &str) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(content) else {
        return content.to_vec();
    };
    let mut result = String::new();
    let mut from = 0;
    for place in places(text, old) {
        result.push_str(&text[from..place]);
        result.push_str(new);
        from = place + old.len();
    }
    result.push_str(&text[from..]);
    result.into_bytes()
}

/// Where an address stands in a text, and not as a part of a longer name.
fn places<'a>(text: &'a str, address: &'a str) -> impl Iterator<Item = usize> + 'a {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-';
    text.match_indices(address).map(|(place, _)| place).filter(move |place| {
        !text[..*place].ends_with(is_name) && !text[place + address.len()..].starts_with(is_name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Site {
        files.iter().map(|(address, text)| (address.to_string(), text.as_bytes().to_vec())).collect()
    }

    fn small(wasm: &str) -> Site {
        site(&[
            ("index.html", "<script src='./boot.js'></script><link href='base.css'>"),
            ("boot.js", "load('./home.js', './home_bg.wasm')"),
            ("home.js", "new URL('home_bg.wasm', import.meta.url)"),
            ("home_bg.wasm", wasm),
            ("base.css", "p {}"),
        ])
    }

    /// The name that a file has now.
    fn now<'a>(site: &'a Site, old: &str) -> &'a str {
        let stem = old.split_once('.').map_or(old, |(stem, _)| stem);
        site.keys().find(|new| new.starts_with(&format!("{stem}-"))).expect("it is there")
    }

    #[test]
    fn a_name_holds_the_hash_of_the_last_content_and_stands_wherever_the_file_is_mentioned() {
        let site = named(small("code")).unwrap();
        // The hash is the one that `printf code | sha256sum` gives.
        assert_eq!(now(&site, "home_bg.wasm"), "home_bg-5694d08a2e53ffca.wasm");
        for old in ["home_bg.wasm", "home.js", "boot.js", "base.css"] {
            let new = now(&site, old);
            assert_eq!(new, with_hash(old, &site[new]));
        }
        for (file, mentioned) in
            [("home.js", "home_bg.wasm"), ("boot.js", "home_bg.wasm"), ("boot.js", "home.js")]
        {
            assert!(mentions(&site[now(&site, file)], now(&site, mentioned)), "{mentioned} in {file}");
        }
        assert!(
            mentions(&site[PAGE], now(&site, "boot.js")) && mentions(&site[PAGE], now(&site, "base.css"))
        );
        assert!(refuse_forgotten(&site).is_ok());
    }

    #[test]
    fn a_change_of_any_file_reaches_the_page() {
        assert_eq!(named(small("code")).unwrap()[PAGE], named(small("code")).unwrap()[PAGE]);
        assert_ne!(named(small("code")).unwrap()[PAGE], named(small("other")).unwrap()[PAGE]);
    }

    #[test]
    fn pages_keep_their_names_and_may_name_each_other() {
        let mut linked = small("code");
        linked.extend(site(&[
            ("city.html", "<link href='./base.css'><a href='./index.html'><a href='./embed/city.html'>"),
            ("embed/city.html", "<link href='../base.css'><a href='../city.html'>"),
        ]));
        linked.get_mut(PAGE).unwrap().extend_from_slice(b"<a href='./city.html'>");
        let named = named(linked).unwrap();
        assert!(refuse_forgotten(&named).is_ok());
        let sheet = now(&named, "base.css");
        for page in ["city.html", "embed/city.html"] {
            assert!(mentions(&named[page], sheet), "{page}");
        }
        // A page that is written later takes the names that are there.
        assert_eq!(with_names_of(&named, b"href='../base.css'"), format!("href='../{sheet}'").into_bytes());
        assert_eq!(without_hash("a-b.css"), None);
    }

    #[test]
    fn a_longer_name_is_another_name() {
        let text = "at-home.js home.json home.js_ ahome.js";
        assert!(!mentions(text.as_bytes(), "home.js"));
        let text = b"'./home.js' \"home.js\" home.js";
        assert_eq!(replaced(text, "home.js", "x.js"), b"'./x.js' \"x.js\" x.js");
        assert!(!mentions(b"home.js \xff", "home.js"), "what is no text mentions nothing");
    }

    #[test]
    fn files_that_name_each_other_or_that_none_names_are_refused() {
        assert!(named(site(&[("a.js", "'b.js'"), ("b.js", "'a.js'")])).is_err());
        assert!(named(site(&[("a.js", "this is a.js")])).is_err());
        let mut forgotten = small("code");
        forgotten.insert("engine.js".to_string(), Vec::new());
        assert!(refuse_forgotten(&named(forgotten).unwrap()).is_err());
    }
}
