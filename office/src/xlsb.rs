//! Workbooks of the binary format. A library passes over cells that do not say their column, which some programs write, and ends where a
//! record lies about its length.

use std::collections::HashMap;
use std::io::{BufReader, Cursor, Read};

use quick_xml::events::Event;
use quick_xml::reader::Reader;
use water_ledger::workbook::{Cell, Grid};
use zip::ZipArchive;

use crate::grid::Unread;
use crate::ods::attribute;
use crate::sheets::Sheets;
use crate::shown::{Shown, mark, packed_number, text, truth};

/// A record may have so many bytes; a cell's text has fewer.
const LONGEST: usize = 1 << 20;

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Its worksheets.
pub(crate) fn grids(bytes: &[u8]) -> Result<Vec<Grid>, Unread> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unread::Damaged)?;
    let targets = targets(&mut archive)?;
    let mut book = Workbook {
        is_1904: false,
        styles: styles(&mut archive)?,
        strings: Vec::new(),
        sheets: Sheets::new(bytes.len()),
    };
    each_record(&mut archive, "xl/sharedStrings.bin", |kind, mut content| {
        if kind == 19 {
            content.skip(1);
            let text = content.text().ok_or(Unread::Damaged)?;
            book.sheets.take(size_of::<String>() + text.len())?;
            book.strings.push(text);
        }
        Ok(())
    })?;
    let mut list = Vec::new();
    each_record(&mut archive, "xl/workbook.bin", |kind, mut content| {
        match kind {
            153 => book.is_1904 = content.number().is_some_and(|flags| flags & 1 == 1),
            156 => {
                let state = content.number();
                content.skip(4);
                let (relation, name) = (content.text(), content.text());
                let (Some(state), Some(relation), Some(name)) = (state, relation, name) else {
                    return Err(Unread::Damaged);
                };
                list.push((name, relation, state != 0));
            }
            _ => {}
        }
        Ok(())
    })?;
    for (name, relation, is_hidden) in list {
        book.sheets.begin(name, is_hidden)?;
        // Sheets of charts stand elsewhere.
        let path = targets.get(&relation).filter(|path| path.contains("worksheets/"));
        if let Some(path) = path {
            book.read_sheet(&mut archive, path)?;
        }
    }
    book.sheets.all()
}

struct Workbook {
    is_1904: bool,
    styles: Vec<Shown>,
    strings: Vec<String>,
    sheets: Sheets,
}

impl Workbook {
    fn read_sheet(&mut self, archive: &mut Archive<'_>, path: &str) -> Result<(), Unread> {
        let (mut row, mut next) = (0, 0);
        each_record(archive, path, |kind, mut content| {
            if kind == 0 {
                row = content.number().ok_or(Unread::Damaged)? as usize;
                next = 0;
            }
            if !(1..=18).contains(&kind) && kind != 62 {
                return Ok(());
            }
            // Short cells stand behind the cell before.
            let column = match kind {
                12..=18 => next,
                _ => content.number().ok_or(Unread::Damaged)? as usize,
            };
            let [low, middle, high, _] = content.bytes().ok_or(Unread::Damaged)?;
            let style = u32::from_le_bytes([low, middle, high, 0]);
            let cell = self.cell(kind, style, &mut content).ok_or(Unread::Damaged)?;
            next = column.saturating_add(1);
            if row >= 1 << 20 || column >= 1 << 14 {
                return Err(Unread::Damaged);
            }
            self.sheets.put(row, column, cell)
        })
    }

    fn cell(&self, kind: u16, style: u32, content: &mut Content<'_>) -> Option<Cell> {
        let number = |number: f64| {
            self.styles.get(style as usize).copied().unwrap_or_default().cell(number, self.is_1904)
        };
        Some(match kind {
            2 | 13 => number(packed_number(content.bytes()?)),
            3 | 11 | 14 => mark(content.bytes::<1>()?[0]),
            4 | 10 | 15 => truth(content.bytes::<1>()?[0] != 0),
            5 | 9 | 16 => number(f64::from_le_bytes(content.bytes()?)),
            6 | 8 | 17 => text(&content.text()?),
            62 => {
                content.skip(1);
                text(&content.text()?)
            }
            7 | 18 => text(self.strings.get(content.number()? as usize)?),
            _ => Cell::Empty,
        })
    }
}

/// How numbers are shown, by the number of a cell's style.
fn styles(archive: &mut Archive<'_>) -> Result<Vec<Shown>, Unread> {
    let (mut codes, mut styles, mut is_of_cells) = (HashMap::new(), Vec::new(), false);
    each_record(archive, "xl/styles.bin", |kind, mut content| {
        match kind {
            44 => {
                if let Some((number, code)) = content.short().zip(content.text()) {
                    codes.insert(number, Shown::of_code(&code));
                }
            }
            617 => is_of_cells = true,
            618 => is_of_cells = false,
            47 if is_of_cells => {
                content.skip(2);
                let number = content.short().unwrap_or_default();
                styles.push(codes.get(&number).copied().unwrap_or_else(|| Shown::of_number(number)));
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(styles)
}

/// Where the parts of the workbook stand, by the names that it has for them.
fn targets(archive: &mut Archive<'_>) -> Result<HashMap<String, String>, Unread> {
    let file = archive.by_name("xl/_rels/workbook.bin.rels").map_err(|_| Unread::Damaged)?;
    let mut xml = Reader::from_reader(BufReader::new(file));
    let (mut found, mut buffer) = (HashMap::new(), Vec::new());
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(|_| Unread::Damaged)? {
            Event::Eof => return Ok(found),
            Event::Start(element) | Event::Empty(element) => {
                let value = |name: &str| attribute(&element, name);
                if let Some((id, target)) = value("Id").zip(value("Target")) {
                    let path = match target.strip_prefix('/') {
                        Some(whole) => whole.to_string(),
                        None => format!("xl/{target}"),
                    };
                    found.insert(id, path);
                }
            }
            _ => {}
        }
    }
}

/// Does something with each record of a part; with none where the part is not there.
fn each_record(
    archive: &mut Archive<'_>,
    path: &str,
    mut act: impl FnMut(u16, Content<'_>) -> Result<(), Unread>,
) -> Result<(), Unread> {
    let Ok(file) = archive.by_name(path) else { return Ok(()) };
    let mut file = BufReader::new(file);
    let mut content = Vec::new();
    let one = |file: &mut dyn Read| -> Result<Option<u8>, Unread> {
        let mut byte = [0];
        Ok((file.read(&mut byte).map_err(|_| Unread::Damaged)? == 1).then_some(byte[0]))
    };
    loop {
        let Some(low) = one(&mut file)? else { return Ok(()) };
        let mut kind = u16::from(low);
        if low & 0x80 != 0 {
            let high = one(&mut file)?.ok_or(Unread::Damaged)?;
            kind = u16::from(low & 0x7f) | u16::from(high & 0x7f) << 7;
        }
        let mut length = 0_usize;
        for place in 0..4 {
            let byte = one(&mut file)?.ok_or(Unread::Damaged)?;
            length |= usize::from(byte & 0x7f) << (7 * place);
            if byte & 0x80 == 0 {
                break;
            }
        }
        if length > LONGEST {
            return Err(Unread::TooLarge);
        }
        content.resize(length, 0);
        file.read_exact(&mut content).map_err(|_| Unread::Damaged)?;
        act(kind, Content(&content))?;
    }
}

/// What is left of a record.
struct Content<'r>(&'r [u8]);

impl Content<'_> {
    fn skip(&mut self, count: usize) {
        self.0 = self.0.get(count..).unwrap_or_default();
    }

    fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (bytes, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*bytes)
    }

    fn short(&mut self) -> Option<u16> {
        self.bytes().map(u16::from_le_bytes)
    }

    fn number(&mut self) -> Option<u32> {
        self.bytes().map(u32::from_le_bytes)
    }

    fn text(&mut self) -> Option<String> {
        let count = self.number()? as usize;
        let bytes = self.0.get(..count.checked_mul(2)?)?;
        self.skip(bytes.len());
        let units: Vec<u16> = bytes.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
        Some(String::from_utf16_lossy(&units))
    }
}
