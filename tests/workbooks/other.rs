//! Files of other programs, and files that are none: each has its right reading, or is refused in words.

use std::io::{Cursor, Write};
use std::sync::LazyLock;

use proptest::prelude::*;
use water_ledger::exchange::{ForeignBlock, better_block, html_tables, pasted};
use water_ledger::ledger::{Example, WATER_UNITS};
use water_ledger::text::Language;
use water_ledger::workbook::{Grid, book_of};
use water_ledger_office::{Cached, Unread, read, written};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    read(bytes).expect("read")[0].texts()
}

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

/// A workbook whose only worksheet has this data, as a hand would write it.
fn by_hand(data: &str, further: &[(&str, &[u8])]) -> Vec<u8> {
    let sheet = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{data}</sheetData></worksheet>"#
    );
    let mut files: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#),
        ("_rels/.rels", br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
        ("xl/workbook.xml", r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="用水" sheetId="1" r:id="r1"/></sheets></workbook>"#.as_bytes()),
        ("xl/_rels/workbook.xml.rels", br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#),
    ];
    files.push(("xl/worksheets/sheet1.xml", sheet.as_bytes()));
    files.extend(further.iter().copied());
    archive(&files)
}

#[test]
fn tables_as_text_are_read_whatever_parts_and_encodes_them() {
    let text = "单元名称,自来水量(m³)\n\"机修,一车间\",9000\n锅炉房,\"6,000\"\n";
    let expected = [["单元名称", "自来水量(m³)"], ["机修,一车间", "9000"], ["锅炉房", "6,000"]];
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let with_mark = [&[0xef, 0xbb, 0xbf], text.as_bytes()].concat();
    let (gbk, _, _) = encoding_rs::GB18030.encode(text);
    let utf16_with_mark = [&[0xff, 0xfe], &utf16[..]].concat();
    for (name, bytes) in [
        ("UTF-8", text.as_bytes()),
        ("UTF-8 with its mark", &with_mark),
        ("UTF-16", &utf16),
        ("UTF-16 with its mark", &utf16_with_mark),
        ("GB 18030", &gbk),
    ] {
        assert_eq!(rows(bytes), expected, "{name}");
    }
    for separator in ['\t', ';', '|'] {
        let text = format!("名称{separator}水量\n甲{separator}1\n乙{separator}2\n");
        assert_eq!(rows(text.as_bytes()), [["名称", "水量"], ["甲", "1"], ["乙", "2"]]);
    }
}

#[test]
fn a_worksheet_of_another_shape_goes_through_matching() {
    let cells = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>2024 年用水统计表</t></is></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><t>序号</t></is></c><c r="B3" t="inlineStr"><is><t>用水部门</t></is></c><c r="C3" t="inlineStr"><is><t>自来水(万m³)</t></is></c><c r="D3" t="inlineStr"><is><t>漏失</t></is></c></row>
        <row r="4"><c r="A4"><v>1</v></c><c r="B4" t="inlineStr"><is><t>机修</t></is></c><c r="C4"><v>0.9</v></c><c r="D4"><f>C4*100</f><v>90</v></c></row>
        <row r="5"><c r="B5" t="inlineStr"><is><t>合计</t></is></c><c r="C5"><f>SUM(C4:C4)</f><v>0.9</v></c></row>"#;
    let file = by_hand(cells, &[]);
    assert_eq!(read(&file).expect("read")[0].name, "用水");
    let block = ForeignBlock::read(rows(&file), &WATER_UNITS, &WATER_UNITS.columns[0]);
    assert!(block.has_headings);
    assert_eq!(block.rows.len(), 1, "the sum is left out");
    let names: Vec<_> = block.columns.iter().map(|column| column.to.map(|to| to.name)).collect();
    assert_eq!(names, [None, Some("name"), Some("town"), Some("leakage")]);
}

#[test]
fn a_page_that_is_called_a_workbook_gives_its_tables() {
    let page = "\u{feff}<html xmlns:x=\"urn:x\"><head><style>td { mso: '<td>' }</style></head><body><!-- <table><tr><td>no -->\
        <table border=1><tr><td colspan='2'>2024 年用水</td></tr>\
        <tr><TH rowspan=\"2\">单元<br/>名称</TH><th>自来水量<p>m³</p></th></tr><tr><td x:num>9&#44;000</td></tr>\
        <tr><td>锅炉房</td><td>&lt;6000 &amp; &unknown;</td></tr></table><script>'<table><tr><td>no'</script></body></html>";
    let expected: [&[&str]; 4] =
        [&["2024 年用水"], &["单元\n名称", "自来水量\nm³"], &["", "9,000"], &["锅炉房", "<6000 & &unknown;"]];
    assert_eq!(rows(page.as_bytes()), expected);
    let (gbk, ..) = encoding_rs::GBK.encode("<table><tr><td>循环水<td>1</table><TABLE><tr><td>二");
    let tables = read(&gbk).expect("read");
    assert_eq!(tables.iter().map(Grid::texts).collect::<Vec<_>>(), [[vec!["循环水", "1"]], [vec!["二"]]]);
    // A few signs ask for very many cells.
    let bomb = "<table>".to_string() + &"<tr><td rowspan=200 colspan=200>".repeat(100_000);
    assert!(read(bomb.as_bytes()).expect("read")[0].rows.iter().map(Vec::len).sum::<usize>() < 8_000_000);
    for hostile in [
        "<",
        "<!--",
        "<td",
        "<table><tr><td colspan=99999999999999>x",
        "<table>".repeat(50_000).as_str(),
        "<a \"".repeat(200_000).as_str(),
    ] {
        assert!(read(hostile.as_bytes()).is_ok(), "{}", &hostile[..hostile.len().min(20)]);
    }
}

#[test]
fn what_a_word_processor_pastes_is_taken_by_its_cells_and_what_a_spreadsheet_pastes_as_typed() {
    let page =
        "<table><tr><td>单元<p>名称</p></td><td>水量</td></tr><tr><td>机修</td><td>9000</td></tr></table>";
    let cut = pasted("单元\n名称\t水量\n机修\t9000");
    assert_eq!(better_block(&cut, page).expect("a better one"), [["单元\n名称", "水量"], ["机修", "9000"]]);
    let whole = pasted("单元名称\t水量\n机修\t=9000");
    assert_eq!(better_block(&whole, page), None);
    assert_eq!(better_block(&cut, &page.repeat(2)), None);
    assert_eq!(better_block(&cut, "<b>单元</b>"), None);
}

#[test]
fn nothing_in_a_workbook_is_executed_and_marks_stay_texts() {
    let cells = r#"<row r="1"><c r="A1" t="str"><f>HYPERLINK("http://x","看")</f><v>看</v></c><c r="B1" t="e"><v>#DIV/0!</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="inlineStr"><is><t>=1+1</t></is></c></row>"#;
    let macros: &[(&str, &[u8])] = &[
        ("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 Sub AutoOpen()"),
        ("xl/externalLinks/externalLink1.xml", b"<x/>"),
    ];
    assert_eq!(rows(&by_hand(cells, macros)), [["看", "#DIV/0!", "TRUE", "=1+1"]]);
}

#[test]
fn what_would_become_too_large_or_is_none_is_refused_in_words() {
    let unread = |bytes: &[u8]| read(bytes).err();
    // A file that becomes five thousand times its size.
    let zeros = vec![b' '; 64 * 1024 * 1024];
    assert_eq!(
        unread(&archive(&[("xl/workbook.xml", b"<x/>"), ("xl/worksheets/sheet1.xml", &zeros)])),
        Some(Unread::TooLarge)
    );
    // Very many files.
    let names: Vec<String> = (0..10_001).map(|at| format!("xl/{at}")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"" as &[u8])).collect();
    assert_eq!(unread(&archive(&files)), Some(Unread::TooLarge));
    // An archive within one is no workbook.
    let inner = archive(&[("a", b"b")]);
    assert_eq!(unread(&archive(&[("inner.zip", &inner)])), Some(Unread::Damaged));
    assert_eq!(unread(b"PK\x03\x04 and nothing"), Some(Unread::Damaged));
    assert_eq!(unread(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and nothing"), Some(Unread::Damaged));
    assert_eq!(unread(&vec![b'a'; 51 * 1024 * 1024]), Some(Unread::TooLarge));
    assert_eq!(unread(b"\x00\x01\x02\x03"), Some(Unread::Damaged));
    assert_eq!(read(b"").expect("nothing")[0].rows.len(), 0);
}

/// A spreadsheet of the open format with these rows.
fn open_document(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="t">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let mimetype = b"application/vnd.oasis.opendocument.spreadsheet";
    let manifest = br#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;
    archive(&[
        ("mimetype", mimetype),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", content.as_bytes()),
    ])
}

#[test]
fn what_asks_for_more_room_than_it_holds_is_refused_before_it_gets_it() {
    let cell = r#"<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>"#;
    let row = format!(r#"<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>"#);
    // Blanks repeated to the end of the sheet are how such files are written.
    let blank = r#"<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    let plain = r#"<table:table-row><table:table-cell office:value-type="float" office:value="9"><text:p>9</text:p></table:table-cell></table:table-row>"#;
    assert_eq!(rows(&open_document(&format!("{plain}{blank}"))), [["9"]]);
    assert_eq!(read(&open_document(&row)).err(), Some(Unread::TooLarge));
}

#[test]
fn a_row_far_below_costs_no_more_than_it_holds() {
    let cells =
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    let rows = rows(&by_hand(cells, &[]));
    assert_eq!((rows.len(), rows[1_048_575].len()), (1_048_576, 16_384));
}

proptest! {
    #[test]
    fn any_text_has_some_tables_or_none(parts in prop::collection::vec(
        prop_oneof![
            "\\PC{0,6}",
            prop::sample::select(vec![
                "<table>", "</table", ">", "<tr>", "<td colspan=3", " rowspan=\"2\">", "<th>", "</td>", "<br/>", "<!--", "-->",
                "<style>", "</style>", "&#x4e00;", "&nbsp;", "&", "\"", "'",
            ]).prop_map(str::to_string),
        ],
        0..40,
    )) {
        for table in html_tables(&parts.concat()) {
            prop_assert!(table.iter().all(|row| !row.is_empty()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(2_000), ..ProptestConfig::default() })]

    /// A byte here and there is another one, or the end is missing: it is read or refused, and nothing else happens. What is read of a
    /// workbook is what it held.
    #[test]
    fn a_damaged_file_is_read_or_refused(
        hits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in prop::option::of(any::<prop::sample::Index>()),
        is_text in any::<bool>(),
    ) {
        let whole = if is_text { "单元名称,自来水量(m³)\n机修,9000\n锅炉房,\"6,000\"\n".as_bytes() } else { &WORKBOOK.0[..] };
        let mut bytes = whole.to_vec();
        for (at, byte) in hits {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let told: serde_json::Value = serde_json::from_str(&water_ledger_office::answer(&bytes)).expect("JSON");
        let found: Option<Vec<Grid>> = told.as_array().map(|all| all.iter().filter_map(Grid::of_value).collect());
        prop_assert_eq!(&found, &read(&bytes).ok());
        // Less than the mark of an archive is a text of a letter or two.
        if let Some(found) = found.filter(|_| bytes.starts_with(b"PK\x03\x04")) {
            prop_assert!(found == WORKBOOK.1, "other cells than there were");
        }
    }
}

/// A workbook with what it holds.
static WORKBOOK: LazyLock<(Vec<u8>, Vec<Grid>)> = LazyLock::new(|| {
    let book = book_of(&Example::Errors.ledger(Language::Chinese), Language::Chinese);
    let bytes = written(&book, Cached::Values).expect("written");
    let grids = read(&bytes).expect("read");
    (bytes, grids)
});
