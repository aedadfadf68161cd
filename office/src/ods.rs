//! Workbooks of the open format. A library reads them into blocks from corner to corner, in which a repeated cell takes the room of all
//! it stands for; here they are read cell by cell.

use std::collections::HashSet;
use std::io::{BufReader, Cursor, Read};

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use water_ledger::workbook::{Cell, Grid};

use crate::grid::Unread;
use crate::sheets::{Sheets, text_room};
use crate::shown::{Shown, clock, of_standard, text, truth};

/// Its worksheets.
pub(crate) fn grids(bytes: &[u8]) -> Result<Vec<Grid>, Unread> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unread::Damaged)?;
    // What is locked is said to be in the list of the files.
    let mut manifest = String::new();
    if let Ok(file) = archive.by_name("META-INF/manifest.xml") {
        let _ = file.take(1 << 20).read_to_string(&mut manifest);
    }
    if manifest.contains("encryption-data") {
        return Err(Unread::Locked);
    }
    let content = archive.by_name("content.xml").map_err(|_| Unread::Damaged)?;
    let mut xml = Reader::from_reader(BufReader::new(content));
    xml.config_mut().check_end_names = false;
    let mut document = Document::new(bytes.len());
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(|_| Unread::Damaged)? {
            Event::Eof => break,
            event => document.meet(event)?,
        }
    }
    document.sheets.all()
}

/// A document as far as it was read.
struct Document {
    sheets: Sheets,
    /// The style that is being described, and those of hidden tables.
    style: String,
    hidden: HashSet<String>,
    /// How many tables within each other are open: those within a cell are none of the workbook's.
    depth: usize,
    /// How many elements are open whose texts are none of the cell: notes.
    aside: usize,
    /// Where the next row and cell stand.
    row: usize,
    column: usize,
    /// How often the row stands there, and what is in it.
    repeats: usize,
    filled: Vec<(usize, Cell)>,
    /// The room that is given back when the row has ended.
    lent: usize,
    cell: Option<OpenCell>,
}

/// A cell being read.
struct OpenCell {
    repeats: usize,
    /// What its attributes say, where they say it.
    value: Option<Cell>,
    text: String,
    paragraphs: usize,
    formula: String,
}

/// No sheet has more rows.
const MOST_ROWS: usize = 1 << 20;
/// No row has more cells.
const MOST_COLUMNS: usize = 1 << 14;

impl Document {
    fn new(bytes: usize) -> Document {
        Document {
            sheets: Sheets::new(bytes),
            style: String::new(),
            hidden: HashSet::new(),
            depth: 0,
            aside: 0,
            row: 0,
            column: 0,
            repeats: 1,
            filled: Vec::new(),
            lent: 0,
            cell: None,
        }
    }

    fn meet(&mut self, event: Event<'_>) -> Result<(), Unread> {
        match event {
            Event::Start(element) => self.begin(&element),
            Event::Empty(element) => {
                self.begin(&element)?;
                self.end(element.name().as_ref())
            }
            Event::End(element) => self.end(element.name().as_ref()),
            Event::Text(said) => self.say(&said.xml10_content()),
            Event::CData(said) => self.say(&said.xml10_content()),
            Event::GeneralRef(name) => {
                let sign = match name.resolve_char_ref() {
                    Ok(Some(sign)) => Some(sign),
                    _ => named_sign(&name),
                };
                sign.map_or(Ok(()), |sign| self.say(sign.encode_utf8(&mut [0; 4])))
            }
            _ => Ok(()),
        }
    }

    fn say(&mut self, words: &str) -> Result<(), Unread> {
        // Between paragraphs stand only blanks of the file.
        if let Some(cell) = self.cell.as_mut().filter(|cell| cell.paragraphs > 0 && self.aside == 0) {
            self.sheets.take(words.len())?;
            self.lent += words.len();
            cell.text.push_str(words);
        }
        Ok(())
    }

    fn begin(&mut self, element: &BytesStart<'_>) -> Result<(), Unread> {
        match element.name().as_ref() {
            "style:style" => self.style = attribute(element, "style:name").unwrap_or_default(),
            "style:table-properties" if attribute(element, "table:display").as_deref() == Some("false") => {
                self.sheets.take(self.style.len())?;
                self.hidden.insert(self.style.clone());
            }
            "table:table" => {
                self.depth += 1;
                if self.depth == 1 {
                    let is_hidden = attribute(element, "table:style-name")
                        .is_some_and(|style| self.hidden.contains(&style));
                    self.sheets.begin(attribute(element, "table:name").unwrap_or_default(), is_hidden)?;
                    self.row = 0;
                }
            }
            "office:annotation" | "office:change-info" => self.aside += 1,
            "table:table-row" if self.depth == 1 => {
                self.repeats = count(element, "table:number-rows-repeated").min(MOST_ROWS);
                self.column = 0;
            }
            "table:table-cell" | "table:covered-table-cell" if self.depth == 1 => {
                self.cell = Some(OpenCell {
                    repeats: count(element, "table:number-columns-repeated").min(MOST_COLUMNS),
                    value: value(element),
                    text: String::new(),
                    paragraphs: 0,
                    formula: attribute(element, "table:formula").unwrap_or_default(),
                });
            }
            "text:p" if self.aside == 0 => {
                if let Some(cell) = &mut self.cell {
                    cell.paragraphs += 1;
                    if cell.paragraphs > 1 {
                        cell.text.push('\n');
                    }
                }
            }
            "text:s" => self.say(&" ".repeat(count(element, "text:c").min(1000)))?,
            "text:tab" => self.say("\t")?,
            "text:line-break" => self.say("\n")?,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Unread> {
        match name {
            "table:table" => self.depth = self.depth.saturating_sub(1),
            "office:annotation" | "office:change-info" => self.aside = self.aside.saturating_sub(1),
            "table:table-cell" | "table:covered-table-cell" if self.depth == 1 => self.end_cell()?,
            "table:table-row" if self.depth == 1 => self.end_row()?,
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Unread> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let found = match cell.value {
            Some(value) => value,
            None if cell.text.is_empty() && !cell.formula.is_empty() => {
                // A formula that was never computed is shown itself.
                Cell::Text(cell.formula.trim_start_matches("of:").to_string())
            }
            None => text(&cell.text),
        };
        let last = (self.column + cell.repeats).min(MOST_COLUMNS);
        // Blanks are repeated to the end of a row.
        if found != Cell::Empty {
            for column in self.column..last {
                let said = text_room(&found);
                self.sheets.take(size_of::<(usize, Cell)>() + said)?;
                self.lent += size_of::<(usize, Cell)>() + said;
                self.filled.push((column, found.clone()));
            }
        }
        self.column = last;
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Unread> {
        let last = (self.row + self.repeats).min(MOST_ROWS);
        // Blank rows are repeated to the end of the sheet.
        if !self.filled.is_empty() {
            for row in self.row..last {
                for (column, cell) in &self.filled {
                    self.sheets.put(row, *column, cell.clone())?;
                }
            }
        }
        self.row = last;
        self.filled.clear();
        self.sheets.give(std::mem::take(&mut self.lent));
        Ok(())
    }
}

/// What the attributes of a cell say stands in it; nothing where that is its text.
fn value(element: &BytesStart<'_>) -> Option<Cell> {
    let kind = attribute(element, "office:value-type")?;
    // What could not be computed counts as a number, or a text, and is shown by its mark.
    if attribute(element, "calcext:value-type").as_deref() == Some("error") {
        return None;
    }
    let number = || attribute(element, "office:value").and_then(|value| value.parse::<f64>().ok());
    match kind.as_str() {
        "float" | "currency" => number().map(|number| Shown::Number.cell(number, false)),
        "percentage" => number().map(|number| Shown::Percent.cell(number, false)),
        "boolean" => attribute(element, "office:boolean-value").map(|value| truth(value == "true")),
        "date" => attribute(element, "office:date-value").map(|value| text(&of_standard(&value))),
        "time" => attribute(element, "office:time-value").map(|value| text(&of_length(&value))),
        _ => attribute(element, "office:string-value").map(|value| text(&value)),
    }
}

/// A length of time of the standard, `PT14H30M00S`, as a time of a day; another text as it is.
fn of_length(length: &str) -> String {
    let seconds = length.strip_prefix("PT").and_then(|parts| {
        let mut seconds = 0.0;
        for part in parts.split_inclusive(['H', 'M', 'S']) {
            let (number, unit) = part.split_at(part.len().checked_sub(1)?);
            let number: f64 = number.parse().ok()?;
            seconds += number
                * f64::from(match unit {
                    "H" => 3600,
                    "M" => 60,
                    _ => 1,
                });
        }
        Some(seconds)
    });
    seconds
        .filter(|seconds| (0.0..1e9).contains(seconds))
        .map_or(length.to_string(), |seconds| clock(seconds.round() as u64, seconds >= 86_400.0))
}

/// What an attribute of an element says.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().with_checks(false).flatten().find(|one| one.key.as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

/// A number of times; once where nothing is said.
fn count(element: &BytesStart<'_>, name: &str) -> usize {
    attribute(element, name).and_then(|count| count.parse().ok()).unwrap_or(1)
}

fn named_sign(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}
