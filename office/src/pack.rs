//! A pack of files as an archive, file by file: what is done with goes out at once, so that no more than one file is held.

use std::cell::RefCell;
use std::io::{self, Seek, SeekFrom, Write};
use std::rc::Rc;

use water_ledger::text::FileKind;
use zip::result::ZipResult;
use zip::write::{PreparedZipFile, SimpleFileOptions};
use zip::{CompressionMethod, DateTime, ZipWriter};

/// An archive that is being written.
pub struct Pack {
    writer: ZipWriter<Sink>,
    sink: Sink,
}

impl Pack {
    /// An empty archive.
    pub fn new() -> Pack {
        let sink = Sink::default();
        Pack { writer: ZipWriter::new(sink.clone()), sink }
    }

    /// Adds a file, of a time of the clock on the wall (year, month, day, hour, minute, second); the bytes of the archive that are done
    /// with, which follow those before.
    ///
    /// # Errors
    /// What the writer refuses, such as a name that was there before.
    pub fn add(&mut self, name: &str, content: &[u8], time: [u16; 6]) -> Result<Vec<u8>, String> {
        self.write(name, content, time).map_err(|error| error.to_string())?;
        Ok(self.sink.take())
    }

    fn write(&mut self, name: &str, content: &[u8], time: [u16; 6]) -> ZipResult<()> {
        // What is packed by itself becomes no smaller, and takes as long as all the rest.
        let packed = [FileKind::Archive, FileKind::Workbook, FileKind::Pdf, FileKind::Image];
        let is_packed = FileKind::of_bytes(content).is_some_and(|kind| packed.contains(&kind));
        let method = if is_packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let [year, rest @ ..] = time;
        let [month, day, hour, minute, second] = rest.map(|part| part as u8);
        // A clock before 1980 has no place in an archive.
        let time = DateTime::from_date_and_time(year, month, day, hour, minute, second).unwrap_or_default();
        let options = SimpleFileOptions::default().compression_method(method).last_modified_time(time);
        // Its size is known before its head is written, so nothing of the archive is ever written anew.
        self.writer.add_prepared_file(PreparedZipFile::from_data(name, options, content)?)?;
        Ok(())
    }

    /// The end of the archive.
    ///
    /// # Errors
    /// What the writer refuses.
    pub fn finish(self) -> Result<Vec<u8>, String> {
        let Pack { writer, sink } = self;
        writer.finish().map_err(|error| error.to_string())?;
        Ok(sink.take())
    }
}

impl Default for Pack {
    fn default() -> Pack {
        Pack::new()
    }
}

/// Where the archive is written: what was taken is no longer held, and cannot be written anew.
#[derive(Clone, Default)]
struct Sink(Rc<RefCell<Held>>);

#[derive(Default)]
struct Held {
    /// How many bytes were taken.
    taken: u64,
    bytes: Vec<u8>,
    /// Where is written next, from the beginning of the archive.
    at: u64,
}

impl Sink {
    fn take(&self) -> Vec<u8> {
        let mut held = self.0.borrow_mut();
        held.taken += held.bytes.len() as u64;
        std::mem::take(&mut held.bytes)
    }
}

impl Write for Sink {
    fn write(&mut self, content: &[u8]) -> io::Result<usize> {
        let held = &mut *self.0.borrow_mut();
        let begin = held.at.checked_sub(held.taken).ok_or(io::ErrorKind::InvalidInput)? as usize;
        if begin > held.bytes.len() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let over = (held.bytes.len() - begin).min(content.len());
        held.bytes[begin..begin + over].copy_from_slice(&content[..over]);
        held.bytes.extend_from_slice(&content[over..]);
        held.at += content.len() as u64;
        Ok(content.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Sink {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let held = &mut *self.0.borrow_mut();
        let end = held.taken + held.bytes.len() as u64;
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(from) => end.checked_add_signed(from),
            SeekFrom::Current(from) => held.at.checked_add_signed(from),
        };
        held.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(held.at)
    }
}
