//! The pack: what goes into the archive comes out of it, byte for byte.

use std::io::{Cursor, Read};

use water_ledger_office::Pack;
use zip::{CompressionMethod, ZipArchive};

const TIME: [u16; 6] = [2026, 11, 29, 8, 5, 30];

#[test]
fn every_file_comes_out_as_it_went_in_and_pictures_are_not_packed_twice() {
    let png = [&b"\x89PNG\r\n\x1a\n"[..], &[7; 5000]].concat();
    let text = "编号,评分项\r\n".repeat(2000).into_bytes();
    let files: Vec<(String, Vec<u8>)> = vec![
        ("自评表.html".into(), text.clone()),
        ("1.2_用水计量/发票.pdf".into(), [&b"%PDF-1.7\n"[..], &text].concat()),
        ("1.2_用水计量/照片 (2).png".into(), png),
        ("Other/empty.txt".into(), Vec::new()),
    ];
    let mut pack = Pack::new();
    let mut bytes = Vec::new();
    for (name, content) in &files {
        let done = pack.add(name, content, TIME).expect("added");
        // Nothing is kept back: it can be handed on before the next one is read.
        assert!(!done.is_empty());
        bytes.extend(done);
    }
    bytes.extend(pack.finish().expect("finished"));

    let mut archive = ZipArchive::new(Cursor::new(&bytes)).expect("an archive");
    assert_eq!(archive.len(), files.len());
    for (at, (name, content)) in files.iter().enumerate() {
        let mut file = archive.by_index(at).expect("a file");
        assert_eq!(file.name().expect("a name"), name.as_str());
        let is_packed = name.ends_with("pdf") || name.ends_with("png");
        assert_eq!(file.compression() == CompressionMethod::Stored, is_packed, "{name}");
        let time = file.last_modified().expect("a time");
        assert_eq!((time.year(), time.month(), time.day(), time.hour()), (2026, 11, 29, 8));
        let mut found = Vec::new();
        file.read_to_end(&mut found).expect("read");
        assert!(&found == content, "{name}");
        // The eleventh bit of the flags says that the name is UTF-8; without it Windows reads it by its own code page.
        let head = usize::try_from(file.header_start()).expect("a place");
        let flags = u16::from_le_bytes([bytes[head + 6], bytes[head + 7]]);
        assert_eq!(flags & 0x800 != 0, !name.is_ascii(), "{name}");
        // No sizes behind the content, which some programs do not look for.
        assert_eq!(flags & 0x8, 0, "{name}");
    }
}

#[test]
fn a_name_that_is_taken_and_a_time_that_is_none_break_nothing() {
    let mut pack = Pack::new();
    let first = pack.add("a.txt", b"one", [0; 6]).expect("added");
    assert!(pack.add("a.txt", b"two", TIME).is_err());
    let bytes = [first, pack.finish().expect("finished")].concat();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    archive.by_name("a.txt").expect("the file").read_to_string(&mut text).expect("a text");
    assert_eq!(text, "one");
}
