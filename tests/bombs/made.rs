//! Small files that ask for very much: room, time, or a belief in what they say of themselves.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A file, and whether it is read or refused.
pub struct Bomb {
    pub name: &'static str,
    pub bytes: Vec<u8>,
    /// The word that it is refused with; none where it is read.
    pub refused: Option<&'static str>,
}

const LARGE: Option<&str> = Some("too_large");
const DAMAGED: Option<&str> = Some("damaged");
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// An archive of these files.
fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in files {
        writer.start_file(*name, options).expect("begun");
        writer.write_all(content).expect("written");
    }
    writer.finish().expect("finished").into_inner()
}

/// A workbook with one worksheet, its data and further parts.
fn workbook(data: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    sheets(&[data], parts)
}

fn sheets(data: &[&str], parts: &[(&str, &str)]) -> Vec<u8> {
    let each = |make: &dyn Fn(usize) -> String| (1..=data.len()).map(make).collect::<String>();
    let list = each(&|at| format!(r#"<sheet name="s{at}" sheetId="{at}" r:id="r{at}"/>"#));
    let relation = |id: &str, kind: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="{RELATIONS}/{kind}" Target="{target}"/>"#)
    };
    let links = each(&|at| relation(&format!("r{at}"), "worksheet", &format!("worksheets/sheet{at}.xml")));
    let list_of = |links: &str| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>"#
        )
    };
    let further = [("s", "sharedStrings", "sharedStrings.xml"), ("t", "styles", "styles.xml")]
        .map(|(id, kind, target)| relation(id, kind, target))
        .concat();
    let sheet =
        |data: &&str| format!(r#"<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData></worksheet>"#);
    let mut files = vec![
        ("_rels/.rels".to_string(), list_of(&relation("o", "officeDocument", "xl/workbook.xml"))),
        (
            "xl/workbook.xml".to_string(),
            format!(r#"<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{list}</sheets></workbook>"#),
        ),
        ("xl/_rels/workbook.xml.rels".to_string(), list_of(&[links, further].concat())),
    ];
    files.extend(
        data.iter().enumerate().map(|(at, data)| (format!("xl/worksheets/sheet{}.xml", at + 1), sheet(data))),
    );
    for (name, content) in parts {
        files.retain(|(known, _)| known != name);
        files.push((name.to_string(), content.to_string()));
    }
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, content)| (name.as_str(), content.as_bytes())).collect();
    archive(&files)
}

/// A spreadsheet of the open format with these rows.
fn open_document(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="t">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<m/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// The files of an archive listed this many times, each time under another name over the same bytes.
fn listed_again(times: u32) -> Vec<u8> {
    let single = archive(&[("xl/00000000", &[b'a'; 1000])]);
    let end = single.len() - 22;
    let begin = u32::from_le_bytes(single[end + 16..end + 20].try_into().expect("four bytes")) as usize;
    let (mut whole, entry) = (single[..begin].to_vec(), &single[begin..end]);
    for number in 0..times {
        let mut entry = entry.to_vec();
        entry[46 + 3..46 + 11].copy_from_slice(format!("{number:08}").as_bytes());
        whole.extend(entry);
    }
    let length = (whole.len() - begin) as u32;
    let mut tail = single[end..].to_vec();
    let count = (times.min(u32::from(u16::MAX)) as u16).to_le_bytes();
    tail[8..10].copy_from_slice(&count);
    tail[10..12].copy_from_slice(&count);
    tail[12..16].copy_from_slice(&length.to_le_bytes());
    whole.extend(tail);
    whole
}

/// A record of the older format.
fn record(kind: u16, content: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(content.len() as u16).to_le_bytes(), content].concat()
}

/// A workbook of the older format: what stands before its worksheet, and the records of that.
fn older(before: &[u8], cells: &[u8]) -> Vec<u8> {
    let begin = record(0x809, &[0, 6, 5, 0, 0, 0, 0, 0]);
    let end = record(0x0a, &[]);
    let bound = |at: u32| record(0x85, &[&at.to_le_bytes()[..], &[0, 0, 1, 0, b's']].concat());
    let at = begin.len() + before.len() + bound(0).len() + end.len();
    let stream = [&begin[..], before, &bound(at as u32), &end, &begin, cells, &end].concat();
    compound(&stream, None)
}

/// A file of files with a single stream; `next` is where its first sector says that it goes on, where that is a lie.
fn compound(stream: &[u8], next: Option<u32>) -> Vec<u8> {
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4096).next_multiple_of(512), 0);
    let (sectors, length) = (stream.len() / 512, stream.len());
    // The table, as long as it must be for itself, the directory and the stream.
    let tables = (1..).find(|tables| tables * 128 > tables + 1 + sectors).expect("a number");
    assert!(tables <= 109);
    let mut table: Vec<u32> = vec![0xffff_fffd; tables];
    table.push(0xffff_fffe);
    let first = tables + 1;
    table
        .extend((0..sectors).map(|at| if at + 1 == sectors { 0xffff_fffe } else { (first + at + 1) as u32 }));
    if let Some(next) = next {
        table[first] = next;
    }
    table.resize(tables * 128, 0xffff_ffff);
    let mut header = vec![0; 512];
    header[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    let mut put = |at: usize, number: u32| header[at..at + 4].copy_from_slice(&number.to_le_bytes());
    put(24, 0x0003_003e);
    put(28, 0x0009_fffe);
    put(32, 6);
    put(44, tables as u32);
    put(48, tables as u32);
    put(56, 4096);
    put(60, 0xffff_fffe);
    put(68, 0xffff_fffe);
    (0..109).for_each(|at| put(76 + 4 * at, if at < tables { at as u32 } else { 0xffff_ffff }));
    let mut directory = vec![0; 512];
    for (at, name, kind, begin, length) in
        [(0, "Root Entry", 5_u8, 0xffff_fffe_u32, 0), (128, "Workbook", 2, first as u32, length)]
    {
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        directory[at..at + units.len()].copy_from_slice(&units);
        directory[at + 64] = units.len() as u8 + 2;
        directory[at + 66] = kind;
        directory[at + 116..at + 120].copy_from_slice(&begin.to_le_bytes());
        directory[at + 120..at + 124].copy_from_slice(&(length as u32).to_le_bytes());
    }
    let table: Vec<u8> = table.into_iter().flat_map(u32::to_le_bytes).collect();
    [header, table, directory, stream].concat()
}

/// A number in a cell of the older format.
fn number(row: u16, column: u16) -> Vec<u8> {
    let place = [row.to_le_bytes(), column.to_le_bytes(), [0, 0]].concat();
    record(0x203, &[&place[..], &1.5_f64.to_le_bytes()].concat())
}

/// A record of the binary format, its length as it is or as it says.
fn binary(kind: u8, content: &[u8], said: Option<u32>) -> Vec<u8> {
    let length = said.unwrap_or(content.len() as u32);
    let length =
        [length & 0x7f | 0x80, length >> 7 & 0x7f | 0x80, length >> 14 & 0x7f | 0x80, length >> 21 & 0x7f];
    let kind = if kind < 0x80 { vec![kind] } else { vec![kind, 1] };
    [&kind[..], &length.map(|part| part as u8), content].concat()
}

/// A workbook of the binary format: its texts and the records of its worksheet.
fn of_binary(strings: &[u8], cells: &[u8]) -> Vec<u8> {
    let text = |text: &str| {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [&((units.len() / 2) as u32).to_le_bytes()[..], &units].concat()
    };
    let sheet = binary(156, &[&[0; 4][..], &[1, 0, 0, 0], &text("r1"), &text("s")].concat(), None);
    let relations =
        r#"<Relationships><Relationship Id="r1" Target="worksheets/sheet1.bin"/></Relationships>"#;
    archive(&[
        ("xl/workbook.bin", &sheet),
        ("xl/_rels/workbook.bin.rels", relations.as_bytes()),
        ("xl/sharedStrings.bin", strings),
        ("xl/worksheets/sheet1.bin", cells),
    ])
}

fn texts(count: usize, text: &str) -> String {
    format!(r#"<sst xmlns="{MAIN}">{}</sst>"#, text.repeat(count))
}

/// All of them.
pub fn bombs() -> Vec<Bomb> {
    let bomb = |name, bytes, refused| Bomb { name, bytes, refused };
    let cell = |reference: &str| format!(r#"<c r="{reference}"><v>1</v></c>"#);
    let mut all = Vec::new();

    // Archives.
    all.push(bomb("a worksheet of 20 MB of blanks", workbook(&" ".repeat(20 << 20), &[]), LARGE));
    let deep = (0..40).fold(vec![b' '; 10_000], |inner, _| archive(&[("inner.zip", &inner)]));
    all.push(bomb("forty archives within each other", deep, DAMAGED));
    all.push(bomb("5,000 files over the same bytes", listed_again(5_000), DAMAGED));
    all.push(bomb("10,001 files", listed_again(10_001), LARGE));
    all.push(bomb("60,000 files", listed_again(60_000), LARGE));
    let mut lying = archive(&[("xl/workbook.xml", &[b' '; 100_000])]);
    let at = lying.windows(4).position(|four| four == b"PK\x01\x02").expect("a list");
    lying[at + 24..at + 28].copy_from_slice(&10_u32.to_le_bytes());
    all.push(bomb("a file that says it has ten bytes", lying, DAMAGED));

    // What the texts, styles and elements of a workbook take.
    let long = format!("<si><t>{}</t></si>", "长".repeat(300_000));
    let thousand: String = (1..=100_000).map(|row| format!(r#"<c r="A{row}" t="s"><v>0</v></c>"#)).collect();
    let shared = ("xl/sharedStrings.xml", texts(1, &long));
    all.push(bomb(
        "one text of 900 kB in 100,000 cells",
        workbook(&thousand, &[(shared.0, &shared.1)]),
        LARGE,
    ));
    let many = texts(3_000_000, "<si/>");
    all.push(bomb("three million texts", workbook(&cell("A1"), &[("xl/sharedStrings.xml", &many)]), LARGE));
    let styles = format!(
        r#"<styleSheet xmlns="{MAIN}"><cellXfs>{}</cellXfs></styleSheet>"#,
        "<xf/>".repeat(2_000_000)
    );
    all.push(bomb("two million styles", workbook(&cell("A1"), &[("xl/styles.xml", &styles)]), LARGE));
    let merged = format!(
        "{}</sheetData><mergeCells>{}</mergeCells><sheetData>",
        cell("A1"),
        r#"<mergeCell ref="A1:XFD1048576"/>"#.repeat(1_000_000)
    );
    all.push(bomb("a million merged ranges over everything", workbook(&merged, &[]), None));
    all.push(bomb("a million elements within each other", workbook(&"<a>".repeat(1_000_000), &[]), DAMAGED));
    let names: String =
        (1..10).map(|at| format!(r#"<!ENTITY e{at} "{}">"#, format!("&e{};", at - 1).repeat(10))).collect();
    let entities =
        format!(r#"<!DOCTYPE sst [<!ENTITY e0 "ha">{names}]>{}"#, texts(1, "<si><t>&e9;</t></si>"));
    let by_text = r#"<c r="A1" t="s"><v>0</v></c>"#;
    all.push(bomb(
        "a text that stands for a thousand million",
        workbook(by_text, &[("xl/sharedStrings.xml", &entities)]),
        DAMAGED,
    ));
    let text = format!(r#"<c r="A1" t="inlineStr"><is><t>{}</t></is></c>"#, "ab".repeat(10 << 20));
    all.push(bomb("a cell with 20 MB of text", workbook(&text, &[]), LARGE));
    let attribute = format!(r#"<c r="A1" x="{}"><v>1</v></c>"#, "<>".repeat(10 << 20));
    all.push(bomb("an attribute of 20 MB", workbook(&attribute, &[]), LARGE));
    let formula =
        format!(r#"<c r="A1"><f t="shared" si="0" ref="A1:A20000">{}</f></c>"#, "A2+".repeat(100_000));
    let meant: String =
        (2..=20_000).map(|row| format!(r#"<c r="A{row}"><f t="shared" si="0"/></c>"#)).collect();
    all.push(bomb(
        "a formula of 300 kB meant in 20,000 cells",
        workbook(&[formula, meant].concat(), &[]),
        LARGE,
    ));

    // Where cells stand.
    let claim = format!(r#"</sheetData><dimension ref="A1:XFD1048576"/><sheetData>{}"#, cell("A1"));
    all.push(bomb("two cells that claim to be all", workbook(&claim, &[]), None));
    let far = format!(r#"<row r="1">{}</row><row r="1048576">{}</row>"#, cell("A1"), cell("XFD1048576"));
    all.push(bomb("two cells as far from each other as can be", workbook(&far, &[]), None));
    let data = vec![far.as_str(); 200];
    all.push(bomb("the same on two hundred worksheets", sheets(&data, &[]), LARGE));
    let edge: String = (1..=100_000).map(|row| cell(&format!("XFD{row}"))).collect();
    all.push(bomb("the last cell of each of 100,000 rows", workbook(&edge, &[]), LARGE));
    all.push(bomb("a row beyond all rows", workbook(&cell("A4294967295"), &[]), LARGE));

    // The open format.
    let full = r#"<table:table-cell table:number-columns-repeated="1048576" office:value-type="float" office:value="1"/>"#;
    let row = |repeats: usize, cells: &str| {
        format!(r#"<table:table-row table:number-rows-repeated="{repeats}">{cells}</table:table-row>"#)
    };
    all.push(bomb("a cell repeated over a whole sheet", open_document(&row(1 << 20, full)), LARGE));
    all.push(bomb("a thousand rows of a repeated cell", open_document(&row(1, full).repeat(1_000)), LARGE));
    let apart = row(
        1 << 19,
        r#"<table:table-cell table:number-columns-repeated="16383"/><table:table-cell office:value-type="float" office:value="1"/>"#,
    );
    all.push(bomb("a cell at the end of each of half a million rows", open_document(&apart), LARGE));
    let endless = row(usize::MAX, "<table:table-cell/>");
    all.push(bomb(
        "blank rows without an end",
        open_document(&[&endless, &row(1, full)].map(|part| part.as_str()).concat()),
        None,
    ));
    let blanks = r#"<table:table-row><table:table-cell office:value-type="string"><text:p><text:s text:c="4294967295"/>a</text:p></table:table-cell></table:table-row>"#;
    all.push(bomb("a text of four thousand million blanks", open_document(blanks), None));

    // The older format.
    let corners = [number(0, 0), number(65_535, 255)].concat();
    let claim = record(0x200, &[&[0; 4][..], &[255; 4], &[0, 0, 255, 255], &[0; 2]].concat());
    all.push(bomb(
        "two cells of the older format in opposite corners",
        older(&[], &[claim, corners].concat()),
        None,
    ));
    let edge: Vec<u8> = (0..60_000).flat_map(|row| number(row, 255)).collect();
    all.push(bomb("the last cell of each of 60,000 rows of the older format", older(&[], &edge), LARGE));
    let mut lying = number(0, 0);
    lying[2..4].copy_from_slice(&u16::MAX.to_le_bytes());
    all.push(bomb("a record that says it is longer than the file", older(&[], &lying), DAMAGED));
    let short = record(0x203, &[0, 0, 0, 0]);
    all.push(bomb("a record that is shorter than what it holds", older(&[], &short), DAMAGED));
    let strings = record(0xfc, &[&[255; 8][..], &[255, 255, 0]].concat());
    all.push(bomb(
        "a list that says it has four thousand million texts",
        older(&strings, &number(0, 0)),
        None,
    ));
    let globals =
        [record(0x809, &[0, 6, 5, 0, 0, 0, 0, 0]), record(0x85, &[255, 255, 255, 255, 0, 0, 1, 0, b's'])]
            .concat();
    all.push(bomb("a worksheet that begins behind the end", compound(&globals, None), DAMAGED));
    all.push(bomb(
        "sectors that follow each other in a ring",
        compound(&vec![0; 400_000], Some(62)),
        DAMAGED,
    ));

    // The binary format.
    let row = binary(0, &[0; 17], None);
    let isst = binary(7, &[0; 12], None);
    all.push(bomb(
        "a record of the binary format that is longer than its part",
        of_binary(&[], &binary(5, &[0; 4], Some(0x0fff_ffff))),
        LARGE,
    ));
    let text = [&[0][..], &400_000_u32.to_le_bytes(), &[65; 800_000]].concat();
    all.push(bomb(
        "one text of 800 kB in 10,000 cells of the binary format",
        of_binary(
            &binary(19, &text, None),
            &[row, isst.repeat(1).iter().copied().cycle().take(isst.len() * 10_000).collect()].concat(),
        ),
        LARGE,
    ));

    // Texts.
    all.push(bomb("ten million commas", vec![b','; 10_000_000], LARGE));
    all.push(bomb("ten million quotes", vec![b'"'; 10_000_000], None));
    all.push(bomb("a million lines of one cell", b"a\n".repeat(1_000_000), LARGE));
    all.push(bomb(
        "lines packed by themselves",
        [b"\x1f\x8b\x08\0\0\0\0\0\0\x03".as_slice(), &[0; 5_000]].concat(),
        DAMAGED,
    ));
    let spans = format!("<table>{}", "<tr><td rowspan=200 colspan=200>".repeat(50_000));
    all.push(bomb("cells of a page over 40,000 others each", spans.into_bytes(), None));
    all.push(bomb("tables of a page within each other", b"<table><tr><td>".repeat(50_000), None));
    all.push(bomb("50 MB and a byte", vec![b'a'; 50 * 1024 * 1024 + 1], LARGE));
    all
}
