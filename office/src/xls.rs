//! Workbooks of the format before the present one: records in a stream, of which only those are looked at that hold cells. A library
//! reads them into blocks from corner to corner, reads every formula, and ends where a record lies about its length.

use encoding_rs::Encoding;
use water_ledger::workbook::{Cell, Grid};

use crate::compound::Compound;
use crate::grid::Unread;
use crate::sheets::Sheets;
use crate::shown::{Shown, mark, packed_number, text, truth};

/// Its worksheets.
pub(crate) fn grids(bytes: &[u8]) -> Result<Vec<Grid>, Unread> {
    let file = Compound::of(bytes)?;
    // A locked workbook of the present format stands in a file of this one.
    if file.stream("EncryptedPackage").is_some() {
        return Err(Unread::Locked);
    }
    let stream = file.stream("Workbook").or_else(|| file.stream("Book")).ok_or(Unread::Damaged)?;
    Workbook::of(&stream, bytes.len())?.read(&stream)
}

/// A record: its kind and its content, in pieces where it goes on in further records.
struct Record<'s> {
    kind: u16,
    pieces: Vec<&'s [u8]>,
}

const CONTINUED: u16 = 0x3c;
const BEGIN: u16 = 0x809;
const END: u16 = 0x0a;

/// The records from a place of a stream on, as far as they are whole.
fn records(stream: &[u8], from: usize) -> impl Iterator<Item = Record<'_>> {
    let mut rest = stream.get(from..).unwrap_or_default();
    let mut single = move |is_wanted: &dyn Fn(u16) -> bool| {
        let kind = number_at(rest, 0)?;
        let length = usize::from(number_at(rest, 2)?);
        let content = rest.get(4..4 + length).filter(|_| is_wanted(kind))?;
        rest = &rest[4 + length..];
        Some((kind, content))
    };
    std::iter::from_fn(move || {
        let (kind, content) = single(&|_| true)?;
        let mut pieces = vec![content];
        while let Some((_, more)) = single(&|kind| kind == CONTINUED) {
            pieces.push(more);
        }
        Some(Record { kind, pieces })
    })
}

fn number_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2).map(|two| u16::from_le_bytes([two[0], two[1]]))
}

/// What is read of a record byte by byte, over its pieces.
struct Content<'s> {
    pieces: std::vec::IntoIter<&'s [u8]>,
    piece: &'s [u8],
}

impl<'s> Content<'s> {
    fn of(record: Record<'s>) -> Content<'s> {
        Content { pieces: record.pieces.into_iter(), piece: &[] }
    }

    /// Goes on to the next piece where this one is read; false where there is none.
    fn goes_on(&mut self) -> bool {
        while self.piece.is_empty() {
            match self.pieces.next() {
                Some(piece) => self.piece = piece,
                None => return false,
            }
        }
        true
    }

    fn byte(&mut self) -> Option<u8> {
        self.goes_on().then(|| {
            let (first, rest) = (self.piece[0], &self.piece[1..]);
            self.piece = rest;
            first
        })
    }

    fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let mut all = [0; N];
        for byte in &mut all {
            *byte = self.byte()?;
        }
        Some(all)
    }

    fn number(&mut self) -> Option<u16> {
        self.bytes().map(u16::from_le_bytes)
    }

    fn skip(&mut self, mut count: usize) {
        while count > 0 && self.goes_on() {
            let passed = count.min(self.piece.len());
            self.piece = &self.piece[passed..];
            count -= passed;
        }
    }

    /// So many signs of one or two bytes. Where they go on in another piece it is said anew which.
    fn signs(&mut self, count: usize, mut is_wide: bool) -> Option<String> {
        let (mut units, mut is_first): (Vec<u16>, bool) = (Vec::new(), true);
        while units.len() < count {
            if self.piece.is_empty() {
                if !self.goes_on() {
                    break;
                }
                if !is_first {
                    is_wide = self.byte()? & 1 == 1;
                }
            }
            is_first = false;
            if is_wide {
                units.push(self.number()?);
            } else {
                units.push(self.byte()?.into());
            }
        }
        Some(String::from_utf16_lossy(&units))
    }

    /// A text of the present encoding, with what follows it of types and sounds.
    fn rich(&mut self, count: usize) -> Option<String> {
        let flags = self.byte()?;
        let types = if flags & 8 == 0 { 0 } else { usize::from(self.number()?) };
        let sounds = if flags & 4 == 0 { 0 } else { u32::from_le_bytes(self.bytes()?) as usize };
        let text = self.signs(count, flags & 1 == 1)?;
        self.skip(4 * types);
        self.skip(sounds);
        Some(text)
    }
}

/// What stands before the worksheets.
struct Workbook {
    /// Whether its texts are of the present encoding; else of the one that it names.
    is_unicode: bool,
    encoding: &'static Encoding,
    is_1904: bool,
    /// How numbers are shown, by the number of a cell's style.
    styles: Vec<Shown>,
    strings: Vec<String>,
    /// Where each sheet begins, its name, whether it is hidden and whether it has cells.
    bounds: Vec<(usize, String, bool, bool)>,
    sheets: Sheets,
}

impl Workbook {
    fn of(stream: &[u8], bytes: usize) -> Result<Workbook, Unread> {
        let mut book = Workbook {
            is_unicode: true,
            encoding: encoding_rs::WINDOWS_1252,
            is_1904: false,
            styles: Vec::new(),
            strings: Vec::new(),
            bounds: Vec::new(),
            sheets: Sheets::new(bytes),
        };
        let (mut codes, mut numbers) = (std::collections::HashMap::new(), Vec::new());
        for record in records(stream, 0) {
            let kind = record.kind;
            let mut content = Content::of(record);
            match kind {
                END => break,
                BEGIN => book.is_unicode = content.number() == Some(0x600),
                0x2f => return Err(Unread::Locked),
                0x42 => book.encoding = encoding(content.number().unwrap_or_default()),
                0x22 => book.is_1904 = content.number() == Some(1),
                0x41e => {
                    if let Some((number, code)) = content.number().zip(book.format(&mut content)) {
                        codes.insert(number, Shown::of_code(&code));
                    }
                }
                0xe0 => {
                    content.skip(2);
                    numbers.push(content.number().unwrap_or_default());
                }
                0x85 => {
                    let bound = book.bound(&mut content).ok_or(Unread::Damaged)?;
                    book.bounds.push(bound);
                }
                0xfc => {
                    content.skip(8);
                    while let Some(text) = content.number().and_then(|count| content.rich(count.into())) {
                        book.sheets.take(size_of::<String>() + text.len())?;
                        book.strings.push(text);
                    }
                }
                _ => {}
            }
        }
        let shown = |number: u16| codes.get(&number).copied().unwrap_or_else(|| Shown::of_number(number));
        book.styles = numbers.into_iter().map(shown).collect();
        Ok(book)
    }

    /// The code of a format, whose length is said in a byte by older programs.
    fn format(&self, content: &mut Content<'_>) -> Option<String> {
        let count = if self.is_unicode { content.number()? } else { content.byte()?.into() };
        self.text(content, count.into())
    }

    fn bound(&self, content: &mut Content<'_>) -> Option<(usize, String, bool, bool)> {
        let at = u32::from_le_bytes(content.bytes()?) as usize;
        let [state, kind, length] = content.bytes()?;
        let name = self.text(content, length.into())?.replace('\0', "");
        Some((at, name, state & 3 != 0, kind == 0))
    }

    fn text(&self, content: &mut Content<'_>, count: usize) -> Option<String> {
        if self.is_unicode {
            return content.rich(count);
        }
        let mut bytes = Vec::new();
        while bytes.len() < count {
            bytes.push(content.byte()?);
        }
        Some(self.encoding.decode_without_bom_handling(&bytes).0.into_owned())
    }

    fn read(mut self, stream: &[u8]) -> Result<Vec<Grid>, Unread> {
        for (at, name, is_hidden, has_cells) in std::mem::take(&mut self.bounds) {
            self.sheets.begin(name, is_hidden)?;
            if has_cells {
                self.read_sheet(stream, at)?;
            }
        }
        self.sheets.all()
    }

    fn read_sheet(&mut self, stream: &[u8], at: usize) -> Result<(), Unread> {
        // Charts within the sheet have records like cells.
        let mut depth = 0_usize;
        // Where the formula stands whose value is the text that follows.
        let mut waiting = None;
        let mut has_ended = false;
        for record in records(stream, at) {
            let kind = record.kind;
            match kind {
                BEGIN => depth += 1,
                END => depth = depth.saturating_sub(1),
                _ if depth > 1 => continue,
                _ => {}
            }
            if depth == 0 {
                has_ended = true;
                break;
            }
            let mut content = Content::of(record);
            if kind == 0x207 {
                let said = content.number().and_then(|count| self.text(&mut content, count.into()));
                if let Some(((row, column), said)) = waiting.take().zip(said) {
                    self.sheets.put(row, column, text(&said))?;
                }
            } else if let Some(is_text) = self.read_cell(kind, &mut content)? {
                waiting = Some(is_text);
            }
        }
        if has_ended { Ok(()) } else { Err(Unread::Damaged) }
    }

    /// Reads a record of a cell or of several; gives the place of a formula whose value is a text.
    fn read_cell(&mut self, kind: u16, content: &mut Content<'_>) -> Result<Option<(usize, usize)>, Unread> {
        let is_cell = matches!(kind, 0x203 | 0x27e | 0xfd | 0x204 | 0xd6 | 0x205 | 0x06 | 0xbd);
        let place = if is_cell { content.number().zip(content.number()) } else { None };
        let Some((row, column)) = place.map(|(row, column)| (usize::from(row), usize::from(column))) else {
            return if is_cell { Err(Unread::Damaged) } else { Ok(None) };
        };
        if kind == 0xbd {
            // A style and a number for each; the last two bytes say the last column, and are too few for one more.
            let mut column = column;
            while let Some((style, packed)) = content.number().zip(content.bytes()) {
                self.sheets.put(row, column, self.number(packed_number(packed), style))?;
                column += 1;
            }
            return Ok(None);
        }
        let style = content.number().ok_or(Unread::Damaged)?;
        let cell = match kind {
            0x203 => content.bytes().map(|bytes| self.number(f64::from_le_bytes(bytes), style)),
            0x27e => content.bytes().map(|bytes| self.number(packed_number(bytes), style)),
            0xfd => {
                let at = content.bytes().map(u32::from_le_bytes);
                at.map(|at| self.strings.get(at as usize).map_or(Cell::Empty, |said| text(said)))
            }
            0x204 | 0xd6 => {
                let said = content.number().and_then(|count| self.text(content, count.into()));
                said.map(|said| text(&said))
            }
            0x205 => content.bytes().map(|[value, is_error]| truth_or_mark(value, is_error != 0)),
            _ => match content.bytes::<8>() {
                Some([0, .., 0xff, 0xff]) => return Ok(Some((row, column))),
                Some([kind @ (1 | 2), _, value, .., 0xff, 0xff]) => Some(truth_or_mark(value, kind == 2)),
                Some([_, .., 0xff, 0xff]) => Some(Cell::Empty),
                bytes => bytes.map(|bytes| self.number(f64::from_le_bytes(bytes), style)),
            },
        };
        self.sheets.put(row, column, cell.ok_or(Unread::Damaged)?)?;
        Ok(None)
    }

    fn number(&self, number: f64, style: u16) -> Cell {
        self.styles.get(usize::from(style)).copied().unwrap_or_default().cell(number, self.is_1904)
    }
}

fn truth_or_mark(value: u8, is_error: bool) -> Cell {
    if is_error { mark(value) } else { truth(value != 0) }
}

/// The encoding of a code page.
fn encoding(page: u16) -> &'static Encoding {
    let label = match page {
        874 => "windows-874",
        932 => "shift_jis",
        936 | 54936 => "gb18030",
        949 => "euc-kr",
        950 => "big5",
        10000 => "macintosh",
        65001 => "utf-8",
        1250..=1258 => {
            return Encoding::for_label(format!("windows-{page}").as_bytes())
                .unwrap_or(encoding_rs::WINDOWS_1252);
        }
        _ => "windows-1252",
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252)
}
