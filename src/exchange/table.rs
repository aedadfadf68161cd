//! Tables as spreadsheets exchange them: tab-separated on the clipboard, comma-separated in files.

use crate::numeric::parse;
use crate::quantity::is_invisible;

/// The characters that end a line: of any system, and of a text that was copied from a page.
const LINE_ENDS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// The cells of a block copied from a spreadsheet (tabs between cells, quotes around cells that hold breaks).
///
/// ```
/// use water_ledger::exchange::pasted;
/// assert_eq!(pasted("a\t1\r\nb\t2\r\n"), [["a", "1"], ["b", "2"]]);
/// assert_eq!(pasted("\"two\nlines\"\t3"), [["two\nlines", "3"]]);
/// ```
pub fn pasted(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    // Once there is no further quote, it is looked for no more: a text of quotes alone would take forever.
    let mut has_closing = true;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            // Two characters end one line.
            '\r' if !quoted && characters.peek() == Some(&'\n') => {}
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            // A quote opens only a whole cell, and only when it is closed again; 5" of rain is text.
            '"' if cell.is_empty() && has_closing && closes(characters.clone(), &mut has_closing) => {
                quoted = true
            }
            '\t' if !quoted => row.push(std::mem::take(&mut cell)),
            ends if !quoted && LINE_ENDS.contains(&ends) => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

/// Whether a quoted cell that has just begun ends in a quote before a tab, a break or the end; `has_closing` turns false where
/// the text has no further quote.
fn closes(mut rest: std::iter::Peekable<std::str::Chars<'_>>, has_closing: &mut bool) -> bool {
    while let Some(c) = rest.next() {
        if c == '"' {
            match rest.peek() {
                Some('"') => {
                    rest.next();
                }
                None | Some('\t') => return true,
                Some(next) => return LINE_ENDS.contains(next),
            }
        }
    }
    *has_closing = false;
    false
}

/// A table as CSV with a byte order mark, which Excel needs to read Chinese.
///
/// Cells that a spreadsheet would take for a formula are made plain text by a leading apostrophe;
/// plain numbers stay numbers, negative ones too.
///
/// ```
/// use water_ledger::exchange::csv;
/// let text = csv(&[vec!["=1+1".to_string(), "-5".to_string(), "a,b".to_string()]]);
/// assert_eq!(text, "\u{feff}'=1+1,-5,\"a,b\"\r\n");
/// ```
pub fn csv(rows: &[Vec<String>]) -> String {
    let mut text = String::from("\u{feff}");
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&harmless(cell))).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

fn harmless(cell: &str) -> String {
    let plain_number = parse(&cell.replace('−', "-")).is_some();
    // What a spreadsheet may drop or not show before it looks for a formula.
    let is_dropped = |c: char| c == '"' || c == ' ' || c == '\u{a0}' || is_invisible(c) || is_no_sign(c);
    match cell.trim_start_matches(is_dropped).chars().next() {
        _ if plain_number => cell.replace('−', "-"),
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠' | '|' | '%') => {
            format!("'{cell}")
        }
        _ => cell.to_string(),
    }
}

/// A blank of any width or a control character, but for those that themselves begin a formula or end a line.
fn is_no_sign(c: char) -> bool {
    !['\t', '\r', '\n'].contains(&c) && (c.is_whitespace() || c.is_control())
}

fn quoted(cell: &str) -> String {
    // A semicolon parts the cells where a comma is the decimal sign.
    if cell.contains([',', ';', '"']) || cell.contains(LINE_ENDS) || cell.contains('\t') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_cell_stays_a_formula() {
        let hidden = [
            "\u{202d}",
            "\u{202e}",
            "\u{200b}",
            "\u{200e}",
            "\u{2066}",
            "\u{2060}",
            "\u{ad}",
            "\u{a0}",
            "\u{2007}",
            "\u{feff}",
            "\u{1}",
            "\u{202d} \u{200f}",
            "\u{3000}\u{202a}",
        ];
        let hidden = hidden
            .iter()
            .flat_map(|sign| ["=1", "+1+1", "@SUM(A1)"].map(|formula| format!("{sign}{formula}")));
        let plain = ["=1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "＝1", "\n=1", " =1", "=cmd|'/C calc'!A0"];
        for hostile in plain.map(str::to_string).into_iter().chain(hidden) {
            let text = csv(&[vec![hostile.to_string()]]);
            let cell = text.trim_start_matches('\u{feff}').trim_start_matches('"');
            assert!(cell.starts_with('\''), "{hostile:?} → {text:?}");
        }
    }

    #[test]
    fn numbers_stay_numbers() {
        assert_eq!(
            csv(&[vec!["-5.2".to_string(), "−3".to_string(), "1e3".to_string()]]),
            "\u{feff}-5.2,-3,1e3\r\n"
        );
    }

    #[test]
    fn a_cell_with_any_sign_that_parts_cells_or_rows_is_quoted() {
        for cell in ["a;b", "a,b", "a\"b", "a\tb", "a\nb", "a\rb", "a\u{2028}b", "a\u{85}b"] {
            let expected = format!("\u{feff}\"{}\"\r\n", cell.replace('"', "\"\""));
            assert_eq!(csv(&[vec![cell.to_string()]]), expected);
        }
        assert_eq!(csv(&[vec!["a；b".to_string()]]), "\u{feff}a；b\r\n");
    }

    #[test]
    fn a_lone_quote_is_text() {
        assert_eq!(pasted("5\" rain\tx"), [["5\" rain", "x"]]);
        assert_eq!(pasted("\"open\tx"), [["\"open", "x"]]);
        assert_eq!(pasted(""), Vec::<Vec<String>>::new());
        assert_eq!(pasted("a\n\nb"), [vec!["a"], vec![""], vec!["b"]]);
    }

    #[test]
    fn any_end_of_a_line_ends_a_row() {
        for end in ["\n", "\r\n", "\r", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"] {
            assert_eq!(pasted(&["1\t2", "3\t4"].join(end)), [["1", "2"], ["3", "4"]], "{end:?}");
        }
    }

    proptest! {
        #[test]
        fn any_plain_block_comes_back(block in prop::collection::vec(prop::collection::vec("[^\\t\"\\p{Cc}\\p{Zl}\\p{Zp}]{1,6}", 1..5), 1..6)) {
            let text = block.iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n");
            prop_assert_eq!(pasted(&text), block);
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            pasted(&text);
            csv(&[vec![text]]);
        }
    }
}
