//! Tables in HTML, as pages and word processors put them on the clipboard and as many systems call a workbook. Only texts are taken from
//! it; nothing of it is shown or executed.

/// So many columns a cell may reach across, and rows down; more are a mistake.
const MOST_SPAN: usize = 200;
/// So many cells are read of any text; of a long one as many as can stand in it, each of which begins with a tag. Beyond that a few signs
/// ask for many.
const MOST_CELLS: usize = 200_000;
/// So many bytes are looked through for the end of a tag whose quotes do not fit.
const LONGEST_TAG: usize = 4096;

/// What ends a line within a cell.
const BREAKS: [&str; 5] = ["br", "p", "/p", "div", "li"];
/// What holds no words of the page.
const SILENT: [&str; 4] = ["style", "script", "title", "template"];

/// The tables of a text, each as rows of cells. A cell that reaches across others has its text in the first, as a spreadsheet has it; a
/// table within another stands by itself.
///
/// ```
/// use water_ledger::exchange::html_tables;
/// let tables = html_tables("<TABLE><tr><th rowspan=2>名称<th colspan=2>水量<tr><td>1&nbsp;000<td>m&sup3;<br>一年</table>");
/// assert_eq!(tables, [[["名称", "水量", ""], ["", "1 000", "m³\n一年"]]]);
/// ```
pub fn html_tables(text: &str) -> Vec<Vec<Vec<String>>> {
    let (mut done, mut open): (Vec<Grid>, Vec<Grid>) = (Vec::new(), Vec::new());
    let (mut rest, mut room) = (text, MOST_CELLS + text.len() / "<td>".len());
    while let Some(at) = rest.find('<') {
        let (words, tag) = (&rest[..at], &rest[at..]);
        if let Some(grid) = open.last_mut() {
            grid.say(words);
        }
        if let Some(comment) = tag.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        rest = tag;
        let Some(end) = end_of_tag(tag) else { break };
        let (inner, after) = (&tag[1..end], &tag[end + 1..]);
        rest = after;
        let name: String = inner.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
        let name = name.to_ascii_lowercase();
        // `<br/>` ends what it begins.
        let name = name.strip_suffix('/').filter(|name| !name.is_empty()).unwrap_or(&name);
        match name {
            "table" => open.push(Grid::default()),
            "/table" => done.extend(open.pop().map(Grid::closed)),
            "tr" => within(&mut open, Grid::begin_row),
            "td" | "th" => {
                if let Some(grid) = open.last_mut() {
                    let span = |name: &str| attribute(inner, name).clamp(1, MOST_SPAN);
                    let (across, down) = (span("colspan"), span("rowspan"));
                    room = room.saturating_sub(across * down);
                    grid.begin_cell(across, down);
                }
            }
            "/td" | "/th" | "/tr" => within(&mut open, Grid::end_cell),
            name if BREAKS.contains(&name) => within(&mut open, Grid::end_line),
            name if SILENT.contains(&name) => rest = after_element(rest, name),
            _ => {}
        }
        if room == 0 {
            break;
        }
    }
    // What was cut off is read as far as it goes.
    if let (Some(grid), Some(words)) = (open.last_mut(), rest.split('<').next()) {
        grid.say(words);
    }
    done.extend(open.into_iter().map(Grid::closed));
    done.into_iter().map(|grid| grid.rows).filter(|rows| !rows.is_empty()).collect()
}

/// The table of a page, where the same as plain text has other rows than it: cells of several lines part the rows of some programs' plain
/// texts. Where the rows are the same the plain text is as it was typed.
pub fn better_block(plain: &[Vec<String>], page: &str) -> Option<Vec<Vec<String>>> {
    let mut tables = html_tables(page).into_iter();
    // Several tables are not one block.
    let table = tables.next().filter(|_| tables.next().is_none())?;
    let is_cut = plain.len() != table.len() || plain.iter().all(|row| row.len() < 2);
    (is_cut && table.iter().map(Vec::len).sum::<usize>() > 1).then_some(table)
}

/// Does something to the table that is being read, where there is one.
fn within(open: &mut [Grid], act: fn(&mut Grid)) {
    if let Some(grid) = open.last_mut() {
        act(grid);
    }
}

/// A table being read.
#[derive(Default)]
struct Grid {
    rows: Vec<Vec<String>>,
    /// For each column, into how many further rows the cell above reaches.
    reaches: Vec<usize>,
    cell: Option<Cell>,
}

/// A cell being read.
struct Cell {
    text: String,
    across: usize,
    down: usize,
}

impl Grid {
    fn begin_row(&mut self) {
        self.end_cell();
        self.rows.push(Vec::new());
        self.fill();
    }

    /// Leaves the columns blank that a cell above reaches into.
    fn fill(&mut self) {
        let Some(row) = self.rows.last_mut() else { return };
        while let Some(reach) = self.reaches.get_mut(row.len()).filter(|reach| **reach > 0) {
            *reach -= 1;
            row.push(String::new());
        }
    }

    fn begin_cell(&mut self, across: usize, down: usize) {
        self.end_cell();
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        self.cell = Some(Cell { text: String::new(), across, down });
    }

    fn say(&mut self, words: &str) {
        if let Some(cell) = &mut self.cell {
            cell.text.push_str(words);
        }
    }

    fn end_line(&mut self) {
        // Breaks of the text itself are blanks, and become some when the cell ends.
        self.say("\u{2028}");
    }

    fn end_cell(&mut self) {
        let (Some(cell), Some(row)) = (self.cell.take(), self.rows.last_mut()) else { return };
        let place = row.len();
        row.push(plain(&cell.text));
        row.resize(place + cell.across, String::new());
        let width = row.len();
        self.reaches.resize(self.reaches.len().max(width), 0);
        self.reaches[place..width].fill(cell.down - 1);
        self.fill();
    }

    fn closed(mut self) -> Grid {
        self.end_cell();
        self.rows.retain(|row| !row.is_empty());
        self
    }
}

/// The words of a cell: blanks as pages show them, lines where the cell has some, names of signs as the signs.
fn plain(text: &str) -> String {
    let line = |line: &str| {
        let words = line.split([' ', '\t', '\n', '\r', '\u{c}']).filter(|word| !word.is_empty());
        decoded(&words.collect::<Vec<_>>().join(" ")).replace('\u{a0}', " ").trim().to_string()
    };
    let lines = text.split('\u{2028}').map(line).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// A text with the names of signs replaced; what is no name of one stays as it is.
fn decoded(text: &str) -> String {
    let mut parts = text.split('&');
    let mut whole = parts.next().unwrap_or_default().to_string();
    for part in parts {
        match part.split_once(';').and_then(|(name, after)| Some((sign(name)?, after))) {
            Some((sign, after)) => {
                whole.push(sign);
                whole.push_str(after);
            }
            None => {
                whole.push('&');
                whole.push_str(part);
            }
        }
    }
    whole
}

fn sign(name: &str) -> Option<char> {
    let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => number.parse().ok(),
    });
    let named = || {
        Some(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" | "ensp" | "emsp" | "thinsp" => '\u{a0}',
            "sup2" => '²',
            "sup3" => '³',
            "times" => '×',
            "middot" => '·',
            "ndash" => '–',
            "mdash" => '—',
            "plusmn" => '±',
            "permil" => '‰',
            "deg" => '°',
            _ => return None,
        })
    };
    number.and_then(char::from_u32).filter(|sign| *sign != '\0').or_else(named)
}

/// Where a tag ends: at the first `>` that stands in no quotes.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.bytes().take(LONGEST_TAG).enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    // A quote that is never closed is one of the text.
    tag.find('>')
}

/// The number of an attribute; 1 where it has none.
fn attribute(tag: &str, name: &str) -> usize {
    let lower = tag.to_ascii_lowercase();
    let value = lower.split_once(name).and_then(|(_, after)| after.trim_start().strip_prefix('='));
    let digits = value.map(|value| value.trim_start().trim_start_matches(['"', '\'']));
    let digits = digits.map(|text| text.chars().take_while(char::is_ascii_digit).take(6).collect::<String>());
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(1)
}

/// What follows the end of an element whose words are not shown.
fn after_element<'t>(text: &'t str, name: &str) -> &'t str {
    let end = ["</", name].concat();
    let lower_at =
        text.as_bytes().windows(end.len()).position(|part| part.eq_ignore_ascii_case(end.as_bytes()));
    lower_at.map_or("", |at| &text[at..])
}
