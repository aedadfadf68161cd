//! Saved texts as they come: of this version, or of an older one, the code for which comes with the first.

use super::part::{Code, code};
use super::state::{Notice, State};
use water_ledger::ledger::{Edit, Ledger, Opened, Stored, in_language, open, open_newest};
use water_ledger::text::Language;

static OLDER: Code<String, Opened> = code!(older, text: String => Opened, open(&text));
static OLDER_JOURNAL: Code<Stored, Stored> =
    code!(older_journal, stored: Stored => Stored, stored.in_newest_form());
static FILLED: Code<(String, Language), Option<Ledger>> =
    code!(filled, of: (String, Language) => Option<Ledger>, in_language(&of.0, of.1));

/// Opens a saved text of this version or an older one.
pub async fn opened(text: &str) -> Opened {
    match open_newest(text) {
        older @ Opened::Older { .. } => OLDER.of(text.to_string()).await.unwrap_or(older),
        other => other,
    }
}

/// Lets a ledger that was opened take the place of the open one, one undo away, and says so; what could not be opened is said too.
pub fn take_over(state: State, opened: Opened, said: Notice) {
    match opened {
        // A document that is held makes room first, or nothing happens.
        Opened::Ledger(_) if !state.store.set_aside(state) => {}
        Opened::Ledger(ledger) => {
            state.edit(Edit::Replace(Box::new(ledger)));
            state.notify(said);
        }
        other => {
            if let Some(message) = other.message() {
                state.notify(Notice::grave(message));
            }
        }
    }
}

/// What is stored of a ledger, in the newest form; where the code for an older one does not come, as it is.
pub async fn in_newest_form(stored: Stored) -> Stored {
    match stored.is_older() {
        true => OLDER_JOURNAL.of(stored.clone()).await.unwrap_or(stored),
        false => stored,
    }
}

/// A filled example in a language; none where it did not come whole.
pub async fn filled(text: String, language: Language) -> Option<Ledger> {
    FILLED.of((text, language)).await.flatten()
}
