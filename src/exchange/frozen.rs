//! A chart as it stands, for a page of someone else: a picture and its numbers in the part of an address after `#`, a frame that
//! shows them, and its numbers as a table of HTML.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use serde::Serialize;

use crate::chart::{self, Chart, Size, escape};
use crate::text::Language;

/// The version that this program writes, as the first letter; `public/frozen.js` reads it.
const VERSION: char = '1';

/// How hard the compressor tries, of ten.
const EFFORT: u8 = 10;

/// A longer one is not made and not read, in letters.
const LONGEST_FROZEN: usize = 200_000;

/// What a frozen chart holds, as `public/frozen.js` reads it.
#[derive(Serialize)]
struct Frozen<'c> {
    title: &'c str,
    source: &'c str,
    /// The day on which it was made.
    day: &'c str,
    svg: String,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// What stands behind `#` for a chart as it is on a day; nothing where that would be longer than 200,000 letters.
///
/// ```
/// # use water_ledger::{chart::*, exchange::frozen_chart};
/// # let chart = Chart::default();
/// assert!(frozen_chart(&chart, "2024-03-22").expect("short").starts_with('1'));
/// ```
pub fn frozen_chart(chart: &Chart, day: &str) -> Option<String> {
    let chart::Table { head, rows } = chart::table(chart);
    let svg = chart::svg_file(chart, Size::WIDE);
    let frozen = Frozen { title: &chart.title, source: &chart.source, day, svg, head, rows };
    let text = serde_json::to_string(&frozen).ok()?;
    let letters = URL_SAFE_NO_PAD.encode(compress_to_vec(text.as_bytes(), EFFORT));
    (letters.len() < LONGEST_FROZEN).then(|| format!("{VERSION}{letters}"))
}

/// The page that shows frozen charts in a language, beside the site's own.
pub fn frozen_page(language: Language) -> &'static str {
    match language {
        Language::Chinese => "embed/frozen.html",
        Language::English => "embed/frozen-en.html",
    }
}

/// The markup of a frame that shows an address; a page without the script of the site scrolls within it. What it may beside running scripts
/// and opening windows is said in the words of `sandbox`.
pub fn frame_markup(address: &str, title: &str, height: u32, may: &str) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
         referrerpolicy=\"no-referrer\" sandbox=\"allow-scripts allow-popups {may}\"></iframe>",
        escape(address),
        escape(title)
    )
}

/// The numbers of a chart as a table of HTML, for pages that take no frames.
pub fn table_markup(chart: &Chart) -> String {
    let chart::Table { head, rows } = chart::table(chart);
    let cells = |tag: &str, texts: &[String]| -> String {
        texts.iter().map(|text| format!("<{tag}>{}</{tag}>", escape(text))).collect()
    };
    let body: String = rows.iter().map(|row| format!("<tr>{}</tr>\n", cells("td", row))).collect();
    format!(
        "<table>\n<caption>{}</caption>\n<thead><tr>{}</tr></thead>\n<tbody>\n{body}</tbody>\n<tfoot><tr><td colspan=\"{}\">{}</td></tr></tfoot>\n</table>\n",
        escape(&chart.title),
        cells("th", &head),
        head.len().max(1),
        escape(&chart.source)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::inflate::decompress_to_vec;

    fn chart() -> Chart {
        Chart { title: "<b>系数</b> & \"x\"".into(), source: "某局 2023".into(), ..Chart::default() }
    }

    #[test]
    fn what_stands_behind_the_address_is_the_chart() {
        let letters = frozen_chart(&chart(), "2024-03-22").expect("short");
        let packed = URL_SAFE_NO_PAD.decode(&letters[1..]).expect("letters of an address");
        let text = String::from_utf8(decompress_to_vec(&packed).expect("whole")).expect("text");
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(value["title"], chart().title);
        assert_eq!(value["svg"], chart::svg_file(&chart(), Size::WIDE));
        assert_eq!(value["day"], "2024-03-22");
    }

    #[test]
    fn words_stay_words_in_markup() {
        let frame = frame_markup("https://example.org/\"x\"", "<i>\"", 400, "allow-downloads");
        assert!(!frame.contains("<i>") && frame.matches('"').count().is_multiple_of(2), "{frame}");
        let table = table_markup(&chart());
        assert!(table.contains("&lt;b&gt;") && !table.contains("<b>"), "{table}");
    }
}
