//! Tables as spreadsheets exchange them: tab-separated on the clipboard, comma-separated in files.

use crate::numeric::parse;

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
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            // A quote opens only a whole cell, and only when it is closed again; 5" of rain is text.
            '"' if cell.is_empty() && closes(characters.clone()) => quoted = true,
            '\t' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
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

/// Whether a quoted cell that has just begun ends in a quote before a tab, a break or the end.
fn closes(mut rest: std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    while let Some(c) = rest.next() {
        if c == '"' {
            match rest.peek() {
                Some('"') => {
                    rest.next();
                }
                None | Some('\t' | '\n' | '\r') => return true,
                Some(_) => return false,
            }
        }
    }
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
    let first = cell.trim_start_matches([' ', '\u{3000}', '\u{feff}', '\0', '"']).chars().next();
    match first {
        _ if plain_number => cell.replace('−', "-"),
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠' | '|' | '%') => {
            format!("'{cell}")
        }
        _ => cell.to_string(),
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r', '\t']) {
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
        for hostile in ["=1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "＝1", "\n=1", " =1", "=cmd|'/C calc'!A0"]
        {
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
    fn a_lone_quote_is_text() {
        assert_eq!(pasted("5\" rain\tx"), [["5\" rain", "x"]]);
        assert_eq!(pasted("\"open\tx"), [["\"open", "x"]]);
        assert_eq!(pasted(""), Vec::<Vec<String>>::new());
        assert_eq!(pasted("a\n\nb"), [vec!["a"], vec![""], vec!["b"]]);
    }

    proptest! {
        #[test]
        fn any_plain_block_comes_back(block in prop::collection::vec(prop::collection::vec("[^\t\r\n\"]{1,6}", 1..5), 1..6)) {
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
