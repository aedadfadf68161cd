//! Attached files in a database of their own: what damages the ledgers leaves them whole, and they make no saving of a ledger heavier.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use water_ledger::numeric::in_order;

use crate::clock;
use crate::indexed_db::{Connection, Ended, completed, done, field, key, object, range, written};
use crate::storage::reason;
use water_ledger::ledger::{Attachment, StorageError, shown_kind};

const NAME: &str = "water-ledger-attached";

/// The stores: what is told of a file, its content; both by ledger and number.
const FILES: &str = "files";
const CONTENTS: &str = "contents";

/// A connection to the database.
pub struct Attachments(Connection);

impl Attachments {
    /// Opens the database, and makes it where there is none.
    pub async fn open() -> Result<Attachments, StorageError> {
        Connection::open(NAME, &[FILES, CONTENTS]).await.map(Attachments)
    }

    /// The files of every ledger without their contents, each with the ledger's number.
    pub async fn all(&self) -> Result<Vec<(u32, Attachment)>, StorageError> {
        let [files, _] = self.0.stores([FILES, CONTENTS], "readonly")?;
        let all = done(&files.get_all().map_err(reason)?).await?;
        let told = |value: JsValue| Some((field(&value, "ledger").as_f64()? as u32, attachment(&value)?));
        Ok(Array::from(&all).iter().filter_map(told).collect())
    }

    /// The files of a ledger without their contents, the first that was attached first. Those whose time is over go for good.
    pub async fn list(&self, ledger: u32) -> Result<Vec<Attachment>, StorageError> {
        let [files, _] = self.0.stores([FILES, CONTENTS], "readonly")?;
        let all = files.get_all_with_key(&range(ledger, 0.0, f64::INFINITY)?).map_err(reason)?;
        let all = done(&all).await?;
        let now = clock::now();
        let (over, kept): (Vec<Attachment>, Vec<Attachment>) =
            Array::from(&all).iter().filter_map(|value| attachment(&value)).partition(|one| one.is_over(now));
        for one in over {
            self.erase(ledger, one.id).await?;
        }
        Ok(in_order(kept, |one, other| one.id.total_cmp(&other.id)))
    }

    /// Keeps a file under the first number that is free from its own on. It is on disk when that is told.
    pub async fn add(
        &self,
        ledger: u32,
        one: &Attachment,
        content: &ArrayBuffer,
    ) -> Result<(), StorageError> {
        let mut one = one.clone();
        loop {
            let [files, contents] = self.0.stores([FILES, CONTENTS], "readwrite")?;
            let at = key(ledger, one.id);
            files.add_with_key(&told(ledger, &one), &at).map_err(reason)?;
            // Bytes rather than a file: some browsers keep no files for private windows, and one that changes on disk while it is
            // stored would be torn.
            contents.add_with_key(content, &at).map_err(reason)?;
            match completed(&files.transaction()).await {
                Ok(()) => return Ok(()),
                // Another tab attached one in the same moment.
                Err(Ended::Taken) => one.id += 1.0,
                Err(Ended::Failed(error)) => return Err(error),
            }
        }
    }

    /// The content of a file; none where it is not as long as it was.
    pub async fn content(&self, ledger: u32, one: &Attachment) -> Result<Option<Uint8Array>, StorageError> {
        let [_, contents] = self.0.stores([FILES, CONTENTS], "readonly")?;
        let content = done(&contents.get(&key(ledger, one.id)).map_err(reason)?).await?;
        let content = content.dyn_into::<ArrayBuffer>().ok().map(|content| Uint8Array::new(&content));
        Ok(content.filter(|content| f64::from(content.length()) == one.bytes))
    }

    /// Notes when a file was removed, or that it is there again; false where its content is gone.
    pub async fn mark(&self, ledger: u32, one: &Attachment) -> Result<bool, StorageError> {
        let [files, contents] = self.0.stores([FILES, CONTENTS], "readwrite")?;
        let at = key(ledger, one.id);
        files.put_with_key(&told(ledger, one), &at).map_err(reason)?;
        let content = contents.get_key(&at).map_err(reason)?;
        let transaction = files.transaction();
        let (content, marked) = futures::join!(done(&content), written(&transaction));
        marked?;
        let is_there = content.is_ok_and(|key| !key.is_undefined());
        if !is_there {
            // Another tab deleted it meanwhile, and what was told of it is put back.
            self.erase(ledger, one.id).await?;
        }
        Ok(is_there)
    }

    /// Takes a file away for good.
    pub async fn erase(&self, ledger: u32, id: f64) -> Result<(), StorageError> {
        self.delete(&key(ledger, id)).await
    }

    /// Takes all files of a ledger away for good.
    pub async fn erase_all(&self, ledger: u32) -> Result<(), StorageError> {
        self.delete(&range(ledger, 0.0, f64::INFINITY)?).await
    }

    async fn delete(&self, keys: &JsValue) -> Result<(), StorageError> {
        let [files, contents] = self.0.stores([FILES, CONTENTS], "readwrite")?;
        for store in [&files, &contents] {
            store.delete(keys).map_err(reason)?;
        }
        written(&files.transaction()).await
    }

    /// Copies the files of a ledger to another; one whose content is gone has no copy.
    pub async fn copy(&self, from: u32, to: u32) -> Result<(), StorageError> {
        for one in self.list(from).await?.iter().filter(|one| one.removed_ms.is_none()) {
            if let Some(content) = self.content(from, one).await? {
                self.add(to, one, &content.buffer().unchecked_into()).await?;
            }
        }
        Ok(())
    }
}

fn told(ledger: u32, one: &Attachment) -> JsValue {
    object(&[
        ("ledger", ledger.into()),
        ("id", one.id.into()),
        ("carrier", one.carrier.as_str().into()),
        ("name", one.name.as_str().into()),
        ("shown", one.shown.unwrap_or_default().into()),
        ("bytes", one.bytes.into()),
        ("at", one.at_ms.into()),
        ("removed", one.removed_ms.map_or(JsValue::NULL, JsValue::from)),
    ])
}

/// What is told of a file; none where it makes no sense.
fn attachment(value: &JsValue) -> Option<Attachment> {
    let number = |name: &str| field(value, name).as_f64();
    let text = |name: &str| field(value, name).as_string();
    Some(Attachment {
        id: number("id")?,
        carrier: text("carrier")?,
        name: text("name")?,
        shown: shown_kind(&text("shown")?),
        bytes: number("bytes")?,
        at_ms: number("at")?,
        removed_ms: number("removed"),
    })
}
