//! 附件, files that are attached to rows of the ledger. All of it comes when something that carries files is shown.

mod kept;
mod known;
mod view;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::part::{Part, part};
use crate::state::{Notice, State};
use crate::storage;
pub use kept::Attachments;
use water_ledger::ledger::{Place, TableAt};
use water_ledger::show::ledgers::attached_total;
use water_ledger::text::{Key, Message};

/// What carries the files that are shown.
#[derive(Clone)]
enum Carries {
    /// A row, with what it is called.
    Row(Place, String),
    /// Each row of a table of meters.
    Meters(TableAt),
    /// The ledger went out as a file; nothing is shown of it.
    Exported,
}

static ATTACHED: &Part<(State, Carries)> = part!(attached, of: (State, Carries), {
    match of.1 {
        Carries::Row(row, name) => view::of_row(of.0, row, name),
        Carries::Meters(table) => view::of_meters(of.0, table),
        Carries::Exported => {
            say_left_out(of.0);
            ().into_any()
        }
    }
});

/// Says that files were attached in this browser: whoever never did that loads no code for them.
const MARK: &str = "water-ledger/attached";

/// The files of a row, and the way to attach some; `name` is what the row is called.
pub fn of_row(state: State, row: Place, name: String) -> AnyView {
    ATTACHED.later((state, Carries::Row(row, name)))
}

/// The files of each row of a table of meters.
pub fn of_meters(state: State, table: TableAt) -> AnyView {
    ATTACHED.later((state, Carries::Meters(table)))
}

/// The ledger went out as a file: says that its attached files did not, where it has some.
pub fn tell_left_out(state: State) {
    if storage::read(MARK).ok().flatten().is_none() {
        return;
    }
    spawn_local(async move {
        // Where the code does not come, the files cannot be seen either.
        if (ATTACHED.fetch)().await.is_ok() {
            let _ = (ATTACHED.call)((state, Carries::Exported));
        }
    });
}

fn say_left_out(state: State) {
    spawn_local(async move {
        let read = async { Attachments::open().await?.list(state.store.ledger_id()).await };
        let list = read.await.unwrap_or_default();
        if let Some((count, size)) = attached_total(&list) {
            let message = Message::new(Key::AttachedLeftOut).with("count", count.to_string());
            let size = size.say(state.language.get_untracked());
            state.notify(Notice::quiet(message.with("size", size)));
        }
    });
}
