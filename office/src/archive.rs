//! Archives that would become too much when they are unpacked are refused before anything is read of them.

use std::io::{Cursor, Read};

use crate::grid::Unread;

/// So many bytes all files of an archive may have together.
const MOST_UNPACKED: u64 = 400 * 1024 * 1024;
/// So many files an archive may have.
const MOST_FILES: usize = 10_000;
/// So many times its size a file may become, beyond a size that does no harm.
const MOST_RATIO: u64 = 1_000;
/// What does no harm, in bytes.
const HARMLESS: u64 = 4 * 1024 * 1024;

/// Whether an archive can be unpacked; what is none passes.
///
/// # Errors
/// Why it cannot.
pub(crate) fn checked(bytes: &[u8]) -> Result<(), Unread> {
    if !bytes.starts_with(b"PK") {
        return Ok(());
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unread::Damaged)?;
    if archive.len() > MOST_FILES {
        return Err(Unread::TooLarge);
    }
    let (mut packed, mut said) = (0_u64, 0_u64);
    for at in 0..archive.len() {
        let file = archive.by_index_raw(at).map_err(|_| Unread::Damaged)?;
        if file.encrypted() {
            return Err(Unread::Locked);
        }
        packed = packed.saturating_add(file.compressed_size());
        said = said.saturating_add(file.size());
        let is_bomb = file.size() > HARMLESS && file.size() / MOST_RATIO > file.compressed_size();
        if is_bomb || said > MOST_UNPACKED {
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
        loop {
            match file.read(&mut buffer).map_err(|_| Unread::Damaged)? {
                0 => break,
                count => unpacked += count as u64,
            }
            if unpacked > most {
                return Err(Unread::Damaged);
            }
        }
    }
    Ok(())
}
