//! What a file is, by what it begins with, and how its text is encoded: what a wrong file is can be said to who chose it.

use super::{Key, Words};

/// The kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Nothing, or blanks alone.
    Empty,
    /// A workbook of a spreadsheet program.
    Workbook,
    /// A workbook or document of an old office program.
    OldOffice,
    /// Another archive.
    Archive,
    /// A PDF.
    Pdf,
    /// A picture.
    Image,
    /// JSON.
    Json,
    /// TOML.
    Toml,
    /// A table as text.
    Csv,
    /// Another text.
    Text,
    /// No text, and nothing that is known here.
    Other,
}

/// What files of a kind begin with.
const BEGINNINGS: [(&[u8], FileKind); 9] = [
    (b"PK\x03\x04", FileKind::Archive),
    (b"\xd0\xcf\x11\xe0", FileKind::OldOffice),
    (b"%PDF", FileKind::Pdf),
    (b"\x89PNG", FileKind::Image),
    (b"\xff\xd8\xff", FileKind::Image),
    (b"GIF8", FileKind::Image),
    (b"BM", FileKind::Image),
    (b"RIFF", FileKind::Image),
    (b"\x1f\x8b", FileKind::Archive),
];

impl FileKind {
    /// The kind of a file that is no text; none where it may be one.
    ///
    /// ```
    /// use water_ledger::text::FileKind;
    /// assert_eq!(FileKind::of_bytes(b"PK\x03\x04\x14\0..xl/workbook.xml"), Some(FileKind::Workbook));
    /// assert_eq!(FileKind::of_bytes("时间,水量\n".as_bytes()), None);
    /// ```
    pub fn of_bytes(bytes: &[u8]) -> Option<FileKind> {
        // Signs below blank other than tab and line ends stand in no text; in UTF-16 every other byte is one.
        let is_binary = encoding(bytes) != Encoding::Utf16Le
            && encoding(bytes) != Encoding::Utf16Be
            && bytes.iter().take(4096).any(|byte| *byte < 9);
        let known = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning));
        match known.map(|(_, kind)| *kind) {
            Some(FileKind::Archive) if bytes.windows(3).any(|part| part == b"xl/") => {
                Some(FileKind::Workbook)
            }
            // Letters alone may begin a text too.
            Some(FileKind::Image) if bytes.is_ascii() && !is_binary => None,
            Some(kind) => Some(kind),
            None => is_binary.then_some(FileKind::Other),
        }
    }

    /// The kind of a text.
    ///
    /// ```
    /// use water_ledger::text::FileKind;
    /// assert_eq!(FileKind::of_text("\u{feff} [1]"), FileKind::Json);
    /// assert_eq!(FileKind::of_text("# 标准\nform = 1"), FileKind::Toml);
    /// assert_eq!(FileKind::of_text("时间;水量\n02:00;1,5"), FileKind::Csv);
    /// ```
    pub fn of_text(text: &str) -> FileKind {
        let text = text.trim_start_matches('\u{feff}').trim();
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let Some(line) = lines.next() else {
            return if text.is_empty() { FileKind::Empty } else { FileKind::Text };
        };
        let is_key =
            |key: &str| key.trim().chars().all(|c| c.is_ascii_alphanumeric() || "_-.\"'".contains(c));
        if line.starts_with('[')
            && line.ends_with(']')
            && is_key(line.trim_matches(['[', ']']))
            && line.len() > 3
            && !line.as_bytes()[1].is_ascii_digit()
        {
            FileKind::Toml
        } else if line.starts_with(['{', '[']) {
            FileKind::Json
        } else if line.split_once('=').is_some_and(|(key, _)| !key.trim().is_empty() && is_key(key)) {
            FileKind::Toml
        } else if line.contains([',', ';', '\t', '，', '；']) {
            FileKind::Csv
        } else {
            FileKind::Text
        }
    }

    /// What it is called.
    pub fn words(self) -> Words {
        let key = match self {
            FileKind::Empty => Key::FileEmpty,
            FileKind::Workbook => Key::FileWorkbook,
            FileKind::OldOffice => Key::FileOldOffice,
            FileKind::Archive => Key::FileArchive,
            FileKind::Pdf => Key::FilePdf,
            FileKind::Image => Key::FileImage,
            FileKind::Json => Key::FileJson,
            FileKind::Toml => Key::FileToml,
            FileKind::Csv => Key::FileCsv,
            FileKind::Text => Key::FileText,
            FileKind::Other => Key::FileOther,
        };
        key.words()
    }
}

/// How a text is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with a byte order mark or without.
    Utf8,
    /// UTF-16 with the low byte first, by its mark.
    Utf16Le,
    /// UTF-16 with the high byte first, by its mark.
    Utf16Be,
    /// GB 18030, which holds GBK and GB 2312: what Chinese programs write that is no UTF-8.
    Gb18030,
}

impl Encoding {
    /// Its name in the Encoding Standard, which browsers decode by.
    pub fn label(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Gb18030 => "gb18030",
        }
    }
}

/// How a text file is encoded: by its mark, else as UTF-8 where it is that throughout.
pub fn encoding(bytes: &[u8]) -> Encoding {
    match bytes {
        [0xff, 0xfe, ..] => Encoding::Utf16Le,
        [0xfe, 0xff, ..] => Encoding::Utf16Be,
        _ if std::str::from_utf8(bytes).is_ok() => Encoding::Utf8,
        _ => Encoding::Gb18030,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_what_it_begins_with() {
        for (bytes, kind) in [
            (&b"PK\x03\x04\x14\0\x06\0[Content_Types].xml xl/worksheets"[..], Some(FileKind::Workbook)),
            (b"PK\x03\x04\x14\0word/document.xml", Some(FileKind::Archive)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", Some(FileKind::OldOffice)),
            (b"%PDF-1.7\n%\xe2\xe3", Some(FileKind::Pdf)),
            (b"\x89PNG\r\n\x1a\n\0\0", Some(FileKind::Image)),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", Some(FileKind::Image)),
            (b"GIF89a\x01\0", Some(FileKind::Image)),
            (b"RIFF\x24\0\0\0WEBPVP8 ", Some(FileKind::Image)),
            (b"\0\x01\x02\x03", Some(FileKind::Other)),
            (b"BMI,1\nBM,2", None),
            (b"", None),
            (b"\xff\xfea\0,\0", None),
            (b"\xfe\xff\0a\0,", None),
            (b"\xca\xb1\xbc\xe4,1\r\n", None),
        ] {
            assert_eq!(FileKind::of_bytes(bytes), kind, "{bytes:?}");
        }
    }

    #[test]
    fn a_text_is_known_by_its_first_line() {
        for (text, kind) in [
            ("", FileKind::Empty),
            ("\u{feff} \r\n\t", FileKind::Empty),
            ("{\"schema\": 5}", FileKind::Json),
            ("[{\"metric\": \"x\"}]", FileKind::Json),
            ("[1, 2]", FileKind::Json),
            ("[[section]]\nid = 'a'", FileKind::Toml),
            ("form = 1", FileKind::Toml),
            ("灌区,净,毛\n甲,1,2", FileKind::Csv),
            ("灌区\t净\n甲\t1", FileKind::Csv),
            ("您好", FileKind::Text),
            ("# 只有注释", FileKind::Text),
        ] {
            assert_eq!(FileKind::of_text(text), kind, "{text:?}");
        }
    }

    #[test]
    fn a_text_is_decoded_by_its_mark_else_as_what_it_can_be() {
        for (bytes, expected) in [
            ("时间".as_bytes(), Encoding::Utf8),
            (b"\xef\xbb\xbf1", Encoding::Utf8),
            (b"", Encoding::Utf8),
            (b"\xff\xfe\xf6\x65", Encoding::Utf16Le),
            (b"\xfe\xff\x65\xf6", Encoding::Utf16Be),
            // 时间 in GBK, and cut within a character.
            (b"\xca\xb1\xbc\xe4", Encoding::Gb18030),
            (b"a\xca", Encoding::Gb18030),
        ] {
            assert_eq!(encoding(bytes), expected, "{bytes:?}");
        }
    }
}
