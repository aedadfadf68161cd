//! The head of the story's documents: what browsers, and those who find or share a link, are told.

use super::places::page_file;
use super::year::City;
use crate::chart::escape;
use crate::text::Language;

/// The security policy, which is the site's.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; font-src 'none'; \
                      form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; \
                      trusted-types water-ledger";

/// The picture that stands beside a shared link. It holds no number, so that it is right of any city.
const PREVIEW: &str = "preview.png";

/// What a document is.
pub(super) struct Document {
    /// What it is called.
    pub title: String,
    /// What it says, in a sentence.
    pub description: String,
    /// How its files are reached from it.
    pub folder: &'static str,
    /// The script that it loads.
    pub script: &'static str,
    /// What the head holds besides.
    pub more: String,
    /// A word for its looks.
    pub class: &'static str,
    /// What stands in it.
    pub body: String,
}

impl City<'_> {
    /// A document as a whole.
    pub(super) fn document(&self, document: Document) -> String {
        let Document { title, description, folder, script, more, class, body } = document;
        let styles: String = ["tokens", "base", "chart", "city"]
            .map(|sheet| format!("<link rel=\"stylesheet\" href=\"{folder}{sheet}.css\">\n"))
            .concat();
        format!(
            r#"<!doctype html>
<html lang="{language}" data-theme="system">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<meta name="description" content="{description}">
{more}{styles}<link rel="icon" href="{folder}icon.svg">
<script src="{folder}{script}"></script>
</head>
<body class="{class}">
{body}</body>
</html>
"#,
            language = self.language.tag(),
            title = escape(&title),
            description = escape(&description),
        )
    }

    /// What those who share the page's link are shown, and where it stands in each language.
    pub(super) fn shared(&self, title: &str, description: &str) -> String {
        let locale = |language: Language| match language {
            Language::Chinese => "zh_CN",
            Language::English => "en_US",
        };
        let alternate = |language: Language| {
            format!(
                "<link rel=\"alternate\" hreflang=\"{}\" href=\"./{}\">\n",
                language.tag(),
                page_file(language)
            )
        };
        let property = |name: &str, content: &str| {
            format!("<meta property=\"og:{name}\" content=\"{}\">\n", escape(content))
        };
        let other = self.language.other();
        [
            property("type", "article"),
            property("title", title),
            property("description", description),
            format!("<meta property=\"og:image\" content=\"./{PREVIEW}\">\n"),
            property("image:width", "1200"),
            property("image:height", "630"),
            property("locale", locale(self.language)),
            property("locale:alternate", locale(other)),
            "<meta name=\"twitter:card\" content=\"summary_large_image\">\n".to_string(),
        ]
        .into_iter()
        .chain(Language::ALL.map(alternate))
        .collect()
    }
}
