//! Files of files, in which workbooks of the older format stand and locked ones of the present. Only streams by name are looked for; what
//! programs write about sectors that are none is passed over, where a stricter reader refuses the file.

use crate::grid::Unread;

/// What stands for no sector.
const NONE: u32 = 0xffff_fff0;
/// A stream with fewer bytes stands in small sectors.
const SMALL: usize = 4096;
const SMALL_SECTOR: usize = 64;
/// An entry of the directory.
const ENTRY: usize = 128;
/// A stream among the kinds of entries.
const STREAM: u8 = 2;

/// A file of files.
pub(crate) struct Compound<'b> {
    bytes: &'b [u8],
    sector: usize,
    /// For each sector the one that follows it.
    next: Vec<u32>,
    next_small: Vec<u32>,
    directory: Vec<u8>,
}

impl<'b> Compound<'b> {
    pub(crate) fn of(bytes: &'b [u8]) -> Result<Compound<'b>, Unread> {
        let begins = bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
        let sector = match short(bytes, 30) {
            Some(9) if begins => 512,
            Some(12) if begins => 4096,
            _ => return Err(Unread::Damaged),
        };
        let mut file =
            Compound { bytes, sector, next: Vec::new(), next_small: Vec::new(), directory: Vec::new() };
        // The sectors of the table: the first hundred and nine are named at the beginning, the others in a chain.
        let mut table: Vec<u32> = (0..109).filter_map(|at| long(bytes, 76 + 4 * at)).collect();
        let mut more = long(bytes, 68).unwrap_or(NONE);
        for _ in 0..file.count() {
            let Some((own, last)) = file.sector(more).split_last_chunk::<4>() else { break };
            table.extend(own.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four)));
            more = u32::from_le_bytes(*last);
        }
        // What names a sector twice is damaged; no table has more sectors than the file.
        table.retain(|at| *at < NONE);
        table.truncate(file.count());
        file.next = table.iter().flat_map(|at| numbers(file.sector(*at))).collect();
        let begin = |at: usize| long(bytes, at).unwrap_or(NONE);
        file.directory = file.chain(begin(48));
        file.next_small = numbers(&file.chain(begin(60))).collect();
        Ok(file)
    }

    /// The content of a stream.
    pub(crate) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_it = |entry: &&[u8]| {
            let length = usize::from(short(entry, 64).unwrap_or_default()).saturating_sub(2);
            entry[66] == STREAM && entry.get(..length) == Some(&units)
        };
        let entry = self.directory.chunks_exact(ENTRY).find(is_it)?;
        let (begin, length) = (long(entry, 116)?, long(entry, 120)? as usize);
        let mut content = if length < SMALL { self.small_chain(begin) } else { self.chain(begin) };
        content.truncate(length);
        Some(content)
    }

    /// How many sectors the file has.
    fn count(&self) -> usize {
        self.bytes.len() / self.sector
    }

    /// The bytes of a sector, fewer at the end of a file that was cut off.
    fn sector(&self, at: u32) -> &'b [u8] {
        let begin = (at as usize).saturating_add(1).saturating_mul(self.sector);
        let rest = self.bytes.get(begin..).unwrap_or_default();
        &rest[..rest.len().min(self.sector)]
    }

    /// What stands in a sector and those that follow it, which are no more than there are.
    fn chain(&self, begin: u32) -> Vec<u8> {
        let sectors = following(begin, &self.next, self.count());
        sectors.flat_map(|at| self.sector(at)).copied().collect()
    }

    /// The same of small sectors, which stand in the stream of the first entry.
    fn small_chain(&self, begin: u32) -> Vec<u8> {
        let all = long(&self.directory, 116).map(|root| self.chain(root)).unwrap_or_default();
        let sectors = following(begin, &self.next_small, all.len() / SMALL_SECTOR);
        let small = sectors.flat_map(|at| {
            let begin = at as usize * SMALL_SECTOR;
            all.get(begin..begin + SMALL_SECTOR).unwrap_or_default()
        });
        small.copied().collect()
    }
}

/// A sector and those that follow it.
fn following(begin: u32, next: &[u32], most: usize) -> impl Iterator<Item = u32> {
    std::iter::successors(Some(begin), |at| next.get(*at as usize).copied())
        .take_while(|at| *at < NONE)
        .take(most)
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four))
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2).map(|two| u16::from_le_bytes([two[0], two[1]]))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}
