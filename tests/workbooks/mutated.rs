//! Files of the corpus with something wrong in them: each is read or refused, whatever it is.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;
use water_ledger::exchange::{KnownColumns, Worksheet, best_list, matched_sheets};
use water_ledger::workbook::{Grid, own_ledger};
use water_ledger_office::{answer, read};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Something that goes wrong in a file.
#[derive(Clone, Debug)]
enum Change {
    /// A byte is another one.
    Flip(Index, u8),
    /// Some bytes are missing.
    Cut(Index, u8),
    /// Some bytes are new.
    Insert(Index, Vec<u8>),
    /// Some bytes stand there often.
    Repeat(Index, u8, u16),
    /// A number says something else.
    Number(Index, &'static str),
    /// All that follows is missing.
    End(Index),
}

/// Numbers that sizes and places do not have.
const NUMBERS: [&str; 9] =
    ["", "0", "-1", "1048577", "4294967295", "4294967296", "18446744073709551616", "1e309", "NaN"];

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    prop_oneof![
        6 => (at(), any::<u8>()).prop_map(|(at, byte)| Change::Flip(at, byte)),
        2 => (at(), any::<u8>()).prop_map(|(at, count)| Change::Cut(at, count)),
        2 => (at(), prop::collection::vec(any::<u8>(), 1..9)).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
        1 => (at(), any::<u8>(), 0..2_000_u16).prop_map(|(at, count, times)| Change::Repeat(at, count, times)),
        4 => (at(), prop::sample::select(NUMBERS.to_vec())).prop_map(|(at, number)| Change::Number(at, number)),
        1 => at().prop_map(Change::End),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        if bytes.is_empty() {
            break;
        }
        let length = bytes.len();
        let slice = |at: &Index, count: u8| {
            let at = at.index(length);
            at..(at + usize::from(count)).min(length)
        };
        match change {
            Change::Flip(at, byte) => bytes[at.index(length)] = *byte,
            Change::Cut(at, count) => drop(bytes.drain(slice(at, *count))),
            Change::Insert(at, new) => {
                let at = at.index(length);
                bytes.splice(at..at, new.iter().copied());
            }
            Change::Repeat(at, count, times) => {
                let slice = slice(at, *count);
                let often = bytes[slice.clone()].repeat((*times).into());
                bytes.splice(slice, often);
            }
            Change::Number(at, number) => {
                let is_digit = |at: &usize| bytes[*at].is_ascii_digit();
                let Some(first) = (at.index(length)..length).find(is_digit) else { continue };
                let end = (first..length).find(|at| !is_digit(at)).unwrap_or(length);
                bytes.splice(first..end, number.bytes());
            }
            Change::End(at) => bytes.truncate(at.index(length)),
        }
    }
    bytes
}

/// The archive with one of its files changed; none of what is no archive.
fn changed_within(bytes: &[u8], which: &Index, changes: &[Change]) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok().filter(|archive| !archive.is_empty())?;
    let which = which.index(archive.len());
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).ok()?;
        let mut content = Vec::new();
        file.read_to_end(&mut content).ok()?;
        if at == which {
            content = changed(content, changes);
        }
        out.start_file(file.name().ok()?.into_owned(), SimpleFileOptions::default()).ok()?;
        out.write_all(&content).ok()?;
    }
    Some(out.finish().ok()?.into_inner())
}

/// The files of the corpus, whose far-off cells cost as much as all others.
static WHOLE: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let is_file = |name: &str| {
        let ends = [".py", ".mjs", ".md", ".toml"];
        !ends.iter().any(|end| name.ends_with(end)) && !name.contains("far-off")
    };
    let files = fs::read_dir(super::corpus::folder()).expect("the corpus").map(|entry| {
        let entry = entry.expect("a file");
        (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).expect("the file"))
    });
    let mut files: Vec<_> = files.filter(|(name, _)| is_file(name)).collect();
    files.sort();
    files
});

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(400), ..ProptestConfig::default() })]

    #[test]
    fn a_file_with_something_wrong_in_it_is_read_or_refused(
        file in any::<Index>(),
        within in prop::option::weighted(0.7, any::<Index>()),
        changes in prop::collection::vec(change(), 1..6),
    ) {
        let (_, whole) = &WHOLE[file.index(WHOLE.len())];
        let inner = within.and_then(|which| changed_within(whole, &which, &changes));
        let bytes = inner.unwrap_or_else(|| changed(whole.clone(), &changes));
        let told: serde_json::Value = serde_json::from_str(&answer(&bytes)).expect("JSON");
        let found: Option<Vec<Grid>> =
            told.as_array().map(|all| all.iter().filter_map(Grid::of_value).collect());
        prop_assert_eq!(found.is_some(), read(&bytes).is_ok());
        // What was read goes on to where it is understood.
        let grids = found.unwrap_or_default();
        own_ledger(&grids);
        let sheets: Vec<Worksheet> = grids.iter().map(|grid| (grid.name.clone(), grid.texts())).collect();
        if let Some(list) = best_list(&sheets) {
            matched_sheets(&sheets, list, &KnownColumns::default());
        }
    }
}
