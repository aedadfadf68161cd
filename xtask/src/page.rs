//! The pages: `index.html` with the landing page in it and those of the city, beside the files of `public/` and `style/`.

use std::fs;

use crate::headers::POLICY;
use crate::landing;
use crate::names::{PAGE, Site, is_page, read};
use crate::offline;
use crate::project::Project;
use crate::site::Purpose;

/// The script that loads the page again after a change.
const RELOADER: &str = "watch.js";

/// The page for frames of other sites that holds the calculator of homes.
pub const FRAMED: &str = "embed/household.html";

/// The picture that stands beside a shared link. Who shows one asks for its whole address.
const PREVIEW: &str = "content=\"./preview.png\"";

/// Where a site will stand, as far as it is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// What the pages' addresses stand below.
    pub public_url: String,
    /// The whole address of the site, which those are told who find or share its pages.
    pub base: Option<String>,
}

impl Default for Address {
    /// Anywhere.
    fn default() -> Self {
        Self::new("./", None)
    }
}

impl Address {
    /// An address; what is shown below a whole one stands there.
    pub fn new(public_url: &str, base: Option<&str>) -> Self {
        let whole = Some(public_url).filter(|url| url.starts_with("https://") || url.starts_with("http://"));
        let with_slash = |base: &str| format!("{}/", base.trim_end_matches('/'));
        Self { public_url: public_url.to_owned(), base: base.or(whole).map(with_slash) }
    }

    /// A page that stands in the site's own folder, with its addresses.
    fn of_page(&self, page: &str) -> String {
        let page = match &self.base {
            Some(base) => page.replace(PREVIEW, &format!("content=\"{base}preview.png\"")),
            None => page.to_owned(),
        };
        published_at(&page, &self.public_url)
    }
}

/// The pages of the city with their addresses, which are refused where their policy or their code is not as it must be.
pub fn city(landing: &mut Site, address: &Address) -> Result<(), String> {
    for (name, content) in landing.iter_mut().filter(|(name, _)| is_page(name)) {
        let page = String::from_utf8_lossy(content).into_owned();
        refuse_other_policies(&page)
            .and_then(|()| refuse_inline_code(&page))
            .map_err(|error| format!("{name}: {error}"))?;
        // Pieces stand in a folder of their own and name what they need from there.
        if !name.contains('/') {
            *content = address.of_page(&page).into_bytes();
        }
    }
    Ok(())
}

/// The page, the files of the landing page, and all of `public/` and `style/`, with the page's addresses.
pub fn files(project: &Project, purpose: Purpose, address: &Address, landing: Site) -> Result<Site, String> {
    let mut site = landing;
    let page = fs::read_to_string(project.root.join(PAGE))
        .map_err(|error| format!("cannot read {PAGE}: {error}"))?;
    let mut page = with_landing(&page, &site.remove(landing::CONTENT).unwrap_or_default())?;
    refuse_other_policies(&page)?;
    refuse_inline_code(&page)?;
    city(&mut site, address)?;
    if purpose == Purpose::Watch {
        let script = format!("  <script type=\"module\" src=\"./{RELOADER}\"></script>\n  </head>");
        page = page.replacen("</head>", &script, 1);
        site.insert(RELOADER.to_owned(), include_bytes!("watch.js").to_vec());
    }
    if purpose == Purpose::Publish {
        page = offline::named_in(&page);
    }
    // The calculator of homes for frames of other sites: the same page, from which its script shows nothing else.
    site.insert(FRAMED.to_owned(), page.replace("=\"./", "=\"../").into_bytes());
    site.insert(PAGE.to_owned(), address.of_page(&page).into_bytes());
    for folder in ["public", "style"] {
        site.extend(read(&project.root.join(folder))?);
    }
    Ok(site)
}

/// The page with the landing page in the place that a comment keeps for it.
fn with_landing(page: &str, content: &[u8]) -> Result<String, String> {
    let place = format!("<!-- {} -->", landing::CONTENT);
    let (before, after) = page
        .split_once(&place)
        .filter(|(_, after)| !content.is_empty() && !after.contains(&place))
        .ok_or_else(|| {
            format!("{PAGE} must hold `{place}` once, and the landing page must hold something")
        })?;
    Ok(format!("{before}{}{after}", String::from_utf8_lossy(content)))
}

/// The page with all its addresses, which are written `./file`, below another address.
fn published_at(page: &str, public_url: &str) -> String {
    let slash = if public_url.ends_with('/') { "" } else { "/" };
    page.replace("\"./", &format!("\"{public_url}{slash}"))
}

/// How a page says [`POLICY`] of itself.
fn with_policy() -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">")
}

/// Refuses a page whose security policy is another than [`POLICY`].
fn refuse_other_policies(page: &str) -> Result<(), String> {
    let count = page.to_ascii_lowercase().matches("content-security-policy").count();
    let wanted = with_policy();
    if count == 1 && page.contains(&wanted) {
        return Ok(());
    }
    Err(format!("{PAGE} must hold one Content-Security-Policy, written so:\n{wanted}"))
}

/// Refuses scripts, styles and handlers in the page itself: its security policy would make the browser ignore them.
fn refuse_inline_code(page: &str) -> Result<(), String> {
    let page = page.to_ascii_lowercase();
    for tag in page.split('<').filter_map(|rest| rest.split('>').next()) {
        let mut words = tag.split(|letter: char| letter.is_ascii_whitespace() || letter == '/');
        let name = words.next().unwrap_or_default();
        let names: Vec<_> = words.filter_map(|word| word.split_once('=')).map(|(name, _)| name).collect();
        if name == "script" && !names.contains(&"src") {
            return Err(format!("{PAGE} holds a script: put it into a file, as public/boot.js is"));
        }
        if name == "style" {
            return Err(format!("{PAGE} holds a style element: put its rules into a file below style/"));
        }
        if let Some(attribute) = names.iter().find(|name| **name == "style" || name.starts_with("on")) {
            return Err(format!(
                "{PAGE} holds the attribute `{attribute}` on a {name} element, which its security policy forbids"
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_landing_page_takes_its_place() {
        let page = "<body><!-- landing.html --></body>";
        assert_eq!(with_landing(page, "<p>水</p>".as_bytes()), Ok("<body><p>水</p></body>".to_owned()));
        assert!(with_landing(page, b"").is_err());
        assert!(with_landing("<body></body>", b"<p></p>").is_err());
        assert!(with_landing(&page.repeat(2), b"<p></p>").is_err());
    }

    #[test]
    fn any_other_policy_is_refused() {
        let policy = with_policy();
        assert_eq!(refuse_other_policies(&policy), Ok(()));
        for (from, to) in [
            ("'wasm-unsafe-eval'", "'wasm-unsafe-eval' 'unsafe-inline'"),
            (" 'wasm-unsafe-eval'", ""),
            ("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
            ("default-src 'none'; ", ""),
        ] {
            assert!(refuse_other_policies(&policy.replace(from, to)).is_err(), "{from} → {to}");
        }
        assert!(refuse_other_policies("<p>no policy</p>").is_err());
        let second = "<META HTTP-EQUIV=content-security-policy content=\"script-src *\">";
        assert!(refuse_other_policies(&format!("{policy}{second}")).is_err());
    }

    #[test]
    fn scripts_styles_and_handlers_in_the_page_are_refused() {
        assert_eq!(refuse_inline_code("<script type=module src=./boot.js></script>"), Ok(()));
        assert!(refuse_inline_code("<script>go()</script>").is_err());
        assert!(refuse_inline_code("<script type=\"module\">go()</script>").is_err());
        assert_eq!(refuse_inline_code("<p class=\"style\" title='onward'>style=\"x\" onclick=1</p>"), Ok(()));
        assert!(refuse_inline_code("<p style=\"color: red\">").is_err());
        assert!(refuse_inline_code("<p\nonclick='go()'>").is_err());
        assert!(refuse_inline_code("<STYLE>p {}</STYLE>").is_err());
    }

    #[test]
    fn addresses_of_the_page_follow_the_public_url() {
        let page = "<link href=\"./base.css\"><a href=\"\">";
        assert_eq!(published_at(page, "./"), page);
        assert_eq!(published_at(page, "/app"), "<link href=\"/app/base.css\"><a href=\"\">");
        assert_eq!(
            published_at(page, "https://a.example/b/"),
            "<link href=\"https://a.example/b/base.css\"><a href=\"\">"
        );
    }

    #[test]
    fn whoever_shares_a_page_is_told_whole_addresses_where_they_are_known() {
        let page = "<meta property=\"og:image\" content=\"./preview.png\"><a href=\"./city.html\">";
        let at = |public_url: &str, base: Option<&str>| Address::new(public_url, base).of_page(page);
        assert_eq!(at("./", None), page);
        let shared = at("./", Some("https://a.example/b"));
        assert!(
            shared.contains("content=\"https://a.example/b/preview.png\"")
                && shared.contains("\"./city.html\"")
        );
        assert!(at("https://a.example/b/", None).contains("content=\"https://a.example/b/preview.png\""));
        assert_eq!(Address::new("/app", None).base, None);
    }

    #[test]
    fn pages_of_the_city_are_held_to_the_same_policy() {
        let with = |page: &str| {
            let mut site: Site = [("city.html".to_owned(), page.as_bytes().to_vec())].into();
            city(&mut site, &Address::new("./", None))
        };
        assert_eq!(with(&with_policy()), Ok(()));
        assert!(with("<p>").is_err() && with(&format!("{}<script>go()</script>", with_policy())).is_err());
    }
}
