//! The saved document: its versions, and what happens to one that cannot be opened.

use serde::{Deserialize, Serialize};

use super::migrate;
use super::table::is_default;
use super::{Certification, Industry, Irrigation};
use crate::text::{Key, Message};

/// The version this program writes.
pub const SCHEMA: u32 = 5;

/// A document larger than this is refused unread. Twenty years of full tables stay below it.
const MAX_BYTES: usize = 20 * 1024 * 1024;

/// Everything a person entered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    /// What the person calls it.
    pub title: String,
    /// 农田灌溉.
    pub irrigation: Irrigation,
    /// 工业用水.
    #[serde(default, skip_serializing_if = "is_default")]
    pub industry: Industry,
    /// 节水载体评价.
    #[serde(default, skip_serializing_if = "is_default")]
    pub certification: Certification,
}

impl Ledger {
    fn duplicate_id(&self) -> Option<u32> {
        let certification = || self.certification.duplicate_id();
        self.irrigation.duplicate_id().or_else(|| self.industry.duplicate_id()).or_else(certification)
    }
}

/// A ledger as it is saved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The version of the form.
    pub schema: u32,
    /// The content.
    pub ledger: Ledger,
}

/// What became of a saved text. Only the first kind may ever be written over.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// A ledger of this version or an older one.
    Ledger(Ledger),
    /// A ledger of a newer program: to be kept as it is.
    Newer {
        /// Its version.
        schema: u32,
    },
    /// Not a ledger, or a damaged one: to be kept as it is.
    Damaged {
        /// Where the reader stopped, in its own words.
        detail: String,
    },
    /// Too large to be read.
    TooLarge,
}

impl Opened {
    /// What to tell the person of a file too large to be read, by its size alone.
    pub fn refused_by_size(bytes: f64) -> Option<Message> {
        if bytes > MAX_BYTES as f64 { Opened::TooLarge.message() } else { None }
    }

    /// What to tell the person; nothing when all is well.
    pub fn message(&self) -> Option<Message> {
        match self {
            Opened::Ledger(_) => None,
            Opened::Newer { schema } => Some(
                Message::new(Key::DocumentNewer)
                    .with("theirs", schema.to_string())
                    .with("ours", SCHEMA.to_string()),
            ),
            Opened::Damaged { detail } => {
                Some(Message::new(Key::DocumentDamaged).with("detail", detail.clone()))
            }
            Opened::TooLarge => {
                Some(Message::new(Key::FileTooLarge).with("limit", (MAX_BYTES / 1024 / 1024).to_string()))
            }
        }
    }
}

/// The text of a ledger, indented so that people can read and compare it.
pub fn save(ledger: &Ledger) -> String {
    let document = Document { schema: SCHEMA, ledger: ledger.clone() };
    // Strings and numbers always have a JSON form, so this cannot fail.
    serde_json::to_string_pretty(&document).unwrap_or_default()
}

/// Opens a saved text.
pub fn open(text: &str) -> Opened {
    if text.len() > MAX_BYTES {
        return Opened::TooLarge;
    }
    // The version is read first: a newer form may have fields that are unknown here.
    #[derive(Deserialize)]
    struct Version {
        schema: u32,
    }
    let text = text.trim_start_matches('\u{feff}');
    // The reader also takes an array for the fields in their order; no ledger was ever saved so.
    if !text.trim_start().starts_with('{') {
        return Opened::Damaged { detail: "it does not begin with {".to_string() };
    }
    match serde_json::from_str::<Version>(text) {
        Ok(Version { schema }) if schema > SCHEMA => Opened::Newer { schema },
        Ok(Version { schema: SCHEMA }) => read(text),
        Ok(Version { schema }) => match migrate::to_newest(text, schema) {
            Ok(text) => read(&text),
            Err(detail) => Opened::Damaged { detail },
        },
        Err(error) => Opened::Damaged { detail: error.to_string() },
    }
}

/// Reads a document of the newest form.
fn read(text: &str) -> Opened {
    match serde_json::from_str::<Document>(text) {
        Ok(mut document) => match document.ledger.duplicate_id() {
            // A rubric that came with the program may ask for more than when the document was saved.
            None => {
                document.ledger.certification.fit();
                Opened::Ledger(document.ledger)
            }
            Some(id) => Opened::Damaged { detail: format!("id {id} stands twice") },
        },
        Err(error) => Opened::Damaged { detail: error.to_string() },
    }
}
