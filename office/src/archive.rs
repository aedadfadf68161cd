//! Archives that would become too much when they are unpacked are refused before anything is read of them.

use std::io::{Cursor, Read};

use crate::grid::Unread;
use crate::markup::Markup;
use crate::sheets::room;

/// So many bytes all files of an archive may have together.
const MOST_UNPACKED: u64 = 400 * 1024 * 1024;
/// So many bytes the files of a small archive may have together, and so many times its size those of a larger one beyond that.
const LEAST_UNPACKED: u64 = 48 * 1024 * 1024;
const MOST_GROWTH: u64 = 100;
/// So many bytes an element takes when it is read, at least: a text of a list of them.
const ELEMENT: usize = 32;
/// So many elements the styles of a workbook may have; each takes much more when it is read, and no program allows more.
const MOST_STYLES: usize = 100_000;
/// So many files an archive may have.
const MOST_FILES: usize = 10_000;
/// So many times its size a file may become, beyond a size that does no harm.
const MOST_RATIO: u64 = 1_000;
/// What does no harm, in bytes.
const HARMLESS: u64 = 4 * 1024 * 1024;

/// Whether an archive can be unpacked and what is in it can be read.
///
/// # Errors
/// Why it cannot.
pub(crate) fn checked(bytes: &[u8]) -> Result<(), Unread> {
    // The list of the files is read as a whole.
    let is_listed = |four: &&[u8]| *four == b"PK\x01\x02";
    if bytes.windows(4).filter(is_listed).take(MOST_FILES + 1).count() > MOST_FILES {
        return Err(Unread::TooLarge);
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unread::Damaged)?;
    if archive.len() > MOST_FILES {
        return Err(Unread::TooLarge);
    }
    let most = MOST_UNPACKED.min(LEAST_UNPACKED + MOST_GROWTH * bytes.len() as u64);
    let (mut packed, mut said) = (0_u64, 0_u64);
    for at in 0..archive.len() {
        let file = archive.by_index_raw(at).map_err(|_| Unread::Damaged)?;
        if file.encrypted() {
            return Err(Unread::Locked);
        }
        packed = packed.saturating_add(file.compressed_size());
        said = said.saturating_add(file.size());
        let is_bomb = file.size() > HARMLESS && file.size() / MOST_RATIO > file.compressed_size();
        if is_bomb || said > most {
            return Err(Unread::TooLarge);
        }
    }
    // Files that lie over each other have more bytes together than the archive.
    if packed > bytes.len() as u64 {
        return Err(Unread::Damaged);
    }
    // What a file says of its size need not be so.
    let mut buffer = vec![0; 64 * 1024];
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).map_err(|_| Unread::Damaged)?;
        let (most, mut unpacked) = (file.size(), 0_u64);
        let elements = room(bytes.len()) / ELEMENT;
        let is_of_styles = file.name().is_ok_and(|name| name.ends_with("styles.xml"));
        let mut markup = Markup::new(if is_of_styles { elements.min(MOST_STYLES) } else { elements });
        let mut is_markup = true;
        loop {
            let count = file.read(&mut buffer).map_err(|_| Unread::Damaged)?;
            if count == 0 {
                break;
            }
            // A zero stands in no markup, and near the beginning of anything else: pictures, macros, records.
            is_markup &= unpacked > 0 || !buffer[..count.min(64)].contains(&0);
            unpacked += count as u64;
            if is_markup {
                markup.see(&buffer[..count])?;
            }
            if unpacked > most {
                return Err(Unread::Damaged);
            }
        }
    }
    Ok(())
}
