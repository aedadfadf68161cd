//! Copies of ledgers and the bin, in a database beside that of the ledgers: what damages one leaves the other whole.

use js_sys::Array;
use wasm_bindgen::JsValue;
use water_ledger::numeric::in_order;

use super::clock;
use super::indexed_db::{Connection, done, field, key, object, written};
use super::storage::reason;
use water_ledger::ledger::{Backup, BackupReason, StorageError, checksum, superfluous_backups};

const NAME: &str = "water-ledger-kept";

/// The stores: what is told of a copy, its text, both by ledger and time; when a ledger was put into the bin.
const BACKUPS: &str = "backups";
const TEXTS: &str = "texts";
const BIN: &str = "bin";

/// A connection to the database.
pub struct Kept(Connection);

impl Kept {
    /// Opens the database, and makes it where there is none.
    pub async fn open() -> Result<Kept, StorageError> {
        Connection::open(NAME, &[BACKUPS, TEXTS, BIN]).await.map(Kept)
    }

    /// Every copy, without its text, the newest first.
    pub async fn list(&self) -> Result<Vec<Backup>, StorageError> {
        let [backups, _] = self.0.stores([BACKUPS, TEXTS], "readonly")?;
        let all = done(&backups.get_all().map_err(reason)?).await?;
        let list: Vec<Backup> = Array::from(&all).iter().filter_map(|value| backup(&value)).collect();
        Ok(in_order(list, |one, other| other.at_ms.total_cmp(&one.at_ms)))
    }

    /// Keeps a copy, and takes away those that are needed no more.
    pub async fn keep(
        &self,
        ledger: u32,
        why: BackupReason,
        title: &str,
        text: &str,
    ) -> Result<(), StorageError> {
        let one = Backup {
            ledger,
            at_ms: clock::now(),
            reason: why,
            title: title.to_string(),
            bytes: text.len() as f64,
        };
        let [backups, texts] = self.0.stores([BACKUPS, TEXTS], "readwrite")?;
        let at = key(ledger, one.at_ms);
        let told = object(&[
            ("ledger", ledger.into()),
            ("at", one.at_ms.into()),
            ("reason", code(why).into()),
            ("title", title.into()),
            ("bytes", one.bytes.into()),
            ("check", checksum(text).into()),
        ]);
        backups.put_with_key(&told, &at).map_err(reason)?;
        texts.put_with_key(&text.into(), &at).map_err(reason)?;
        written(&backups.transaction()).await?;
        let list = self.list().await?;
        let gone: Vec<&Backup> =
            superfluous_backups(&list, clock::now()).into_iter().map(|at| &list[at]).collect();
        self.remove(&gone).await
    }

    /// The text of a copy; none where it is not as it was written.
    pub async fn text(&self, backup: &Backup) -> Result<Option<String>, StorageError> {
        let [backups, texts] = self.0.stores([BACKUPS, TEXTS], "readonly")?;
        let at = key(backup.ledger, backup.at_ms);
        let (told, text) = (backups.get(&at).map_err(reason)?, texts.get(&at).map_err(reason)?);
        let (told, text) = futures::join!(done(&told), done(&text));
        let check = field(&told?, "check").as_f64();
        Ok(text?.as_string().filter(|text| check == Some(f64::from(checksum(text)))))
    }

    /// Takes copies away.
    pub async fn remove(&self, gone: &[&Backup]) -> Result<(), StorageError> {
        if gone.is_empty() {
            return Ok(());
        }
        let [backups, texts] = self.0.stores([BACKUPS, TEXTS], "readwrite")?;
        for one in gone {
            let at = key(one.ledger, one.at_ms);
            backups.delete(&at).map_err(reason)?;
            texts.delete(&at).map_err(reason)?;
        }
        written(&backups.transaction()).await
    }

    /// The ledgers in the bin, with when they were put there.
    pub async fn bin(&self) -> Result<Vec<(u32, f64)>, StorageError> {
        let [bin, _] = self.0.stores([BIN, BACKUPS], "readonly")?;
        let all = done(&bin.get_all().map_err(reason)?).await?;
        let entry =
            |value: JsValue| Some((field(&value, "ledger").as_f64()? as u32, field(&value, "at").as_f64()?));
        Ok(Array::from(&all).iter().filter_map(entry).collect())
    }

    /// Puts a ledger into the bin, or takes it out.
    pub async fn set_in_bin(&self, ledger: u32, is_in: bool) -> Result<(), StorageError> {
        let [bin, _] = self.0.stores([BIN, BACKUPS], "readwrite")?;
        let at = JsValue::from(ledger);
        match is_in {
            true => {
                let entry = object(&[("ledger", ledger.into()), ("at", clock::now().into())]);
                bin.put_with_key(&entry, &at).map_err(reason)?;
            }
            false => {
                bin.delete(&at).map_err(reason)?;
            }
        }
        written(&bin.transaction()).await
    }
}

fn code(reason: BackupReason) -> &'static str {
    BackupReason::ALL.iter().find(|(one, _)| *one == reason).map_or("", |(_, name)| name)
}

/// What is told of a copy; none where it makes no sense.
fn backup(value: &JsValue) -> Option<Backup> {
    let number = |name: &str| field(value, name).as_f64();
    let name = field(value, "reason").as_string()?;
    Some(Backup {
        ledger: number("ledger")? as u32,
        at_ms: number("at")?,
        reason: BackupReason::ALL.iter().find(|(_, known)| *known == name)?.0,
        title: field(value, "title").as_string()?,
        bytes: number("bytes")?,
    })
}
