//! What the whole app shares: the context, the ledger with its history, what it works out to, notices.

use std::ops::Deref;
use std::sync::Arc;

use leptos::prelude::*;

use super::document_store::{DocumentStore, Found};
use super::documents;
use super::files;
use super::page_context::PageContext;
use super::part::Awaited;
use super::result_memos::ResultMemos;
use super::take_in::Offered;
use water_ledger::evaluate::Severity;
use water_ledger::ledger::{Edit, Example, History, LEDGER, Ledger, Place, Step};
use water_ledger::text::{Key, Message};

/// The shared state: a [`PageContext`] with a ledger. Copying shares it.
#[derive(Clone, Copy)]
pub struct State {
    /// Who reads.
    context: PageContext,
    /// The ledger with its past and future.
    pub history: RwSignal<History>,
    /// The ledger as it is now.
    pub ledger: Memo<Arc<Ledger>>,
    /// What it comes to, for [`super::results`].
    pub(super) results: ResultMemos,
    /// The code that these wait for.
    pub awaited: Awaited,
    /// What the person should know now.
    pub notice: RwSignal<Option<Notice>>,
    /// The ledger whose place another has taken, for whoever keeps copies.
    pub replaced: RwSignal<Option<Arc<Ledger>>>,
    /// The worker that works on a file; ending it leaves everything as it was.
    pub working: StoredValue<Option<web_sys::Worker>, LocalStorage>,
    /// A file of elsewhere whose worksheets are offered to a sheet.
    pub offered: RwSignal<Option<Arc<Offered>>>,
    /// A cell that is asked for and not in the page: of a long table only what is seen is drawn.
    pub wanted: RwSignal<Option<Place>>,
    /// Saving.
    pub store: DocumentStore,
}

/// A sentence for the person.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What to say.
    pub message: Message,
    /// How grave it is; nothing grave is a plain word of what was done.
    pub severity: Option<Severity>,
    /// Whether it tells of work that a worker is doing, and that can be cancelled.
    pub is_under_way: bool,
}

impl Notice {
    /// A plain word of what was done.
    pub fn quiet(message: Message) -> Notice {
        Notice { message, severity: None, is_under_way: false }
    }

    /// Work that a worker has begun.
    pub fn under_way(message: Message) -> Notice {
        Notice { is_under_way: true, ..Notice::quiet(message) }
    }

    /// Something did not work.
    pub fn grave(message: Message) -> Notice {
        Notice { severity: Some(Severity::Wrong), ..Notice::quiet(message) }
    }
}

impl State {
    /// Starts with what was found in this browser, and keeps it from then on.
    pub fn start(found: Found) -> State {
        let (store, history, beginning) = DocumentStore::begin(found);
        let history = RwSignal::new(history);
        let ledger = Memo::new(move |_| history.with(|history| history.ledger().clone()));
        let state = State {
            context: PageContext::start(),
            history,
            ledger,
            results: ResultMemos::new(),
            awaited: Awaited::nothing(),
            notice: RwSignal::new(None),
            replaced: RwSignal::new(None),
            working: StoredValue::new_local(None),
            offered: RwSignal::new(None),
            wanted: RwSignal::new(None),
            store,
        };
        store.listen(state);
        if beginning.is_unsaved {
            store.save_soon(state);
        }
        if beginning.is_lost {
            state.notify(Notice::grave(Message::new(Key::LedgerLost)));
        }
        if beginning.is_cut {
            state.notify(Notice::grave(Message::new(Key::JournalCut)));
        }
        state
    }

    /// Ends the worker that works on a file, where one does.
    pub fn stop_working(self) {
        if let Some(worker) = self.working.try_update_value(Option::take).flatten() {
            worker.terminate();
        }
    }

    /// The state of the app that this component is part of.
    pub fn expect() -> State {
        expect_context::<State>()
    }

    /// Changes the ledger, or says why it was not changed.
    pub fn edit(self, edit: Edit) {
        self.try_edit(edit);
    }

    /// As [`State::edit`]; whether the ledger took the change.
    pub fn try_edit(self, edit: Edit) -> bool {
        let before = self.ledger.get_untracked();
        let takes_its_place = matches!(edit, Edit::Replace(_)) && *before != Ledger::default();
        match self.history.try_update(|history| history.edit(edit, js_sys::Date::now())) {
            Some(Err(refused)) => {
                self.notify(Notice::grave(refused.message()));
                false
            }
            _ => {
                if takes_its_place {
                    self.replaced.set(Some(before));
                }
                self.store.save_soon(self);
                true
            }
        }
    }

    /// Goes a step through the history.
    pub fn go(self, step: Step) {
        self.history.update(|history| history.go(step));
        self.store.save_soon(self);
    }

    /// Opens an example: the city in the ledger's place, the others in the place of the sheets of their kind. What was there
    /// before is one undo away.
    pub fn open_example(self, example: Example) {
        let language = self.language.get_untracked();
        leptos::task::spawn_local(async move {
            let text = files::fetch_named(example.file()).await;
            let filled = match text {
                Some(text) => documents::filled(text, language).await,
                None => None,
            };
            match filled {
                Some(filled) => self.fill(example, filled),
                None => self.notify(Notice::grave(Message::new(Key::ExampleDidNotCome))),
            }
        });
    }

    fn fill(self, example: Example, filled: Ledger) {
        let replaces_all = example == Example::City;
        let before = self.ledger.get_untracked();
        let next = match replaces_all {
            true => filled,
            false => {
                let lists = LEDGER.tables.iter().filter(|list| !filled.sheets(list).is_empty());
                lists.fold(Ledger::clone(&before), |next, list| {
                    next.with_sheets(list, filled.sheets(list).iter().cloned())
                })
            }
        };
        self.edit(Edit::Replace(Box::new(next)));
        if replaces_all && *before != Ledger::default() {
            self.notify(Notice::quiet(Message::new(Key::ExampleOpened)));
        }
    }

    /// Says something to the person.
    pub fn notify(self, notice: Notice) {
        self.notice.set(Some(notice));
    }
}

/// What asks for a context gets this one: `*state`.
impl Deref for State {
    type Target = PageContext;

    fn deref(&self) -> &PageContext {
        &self.context
    }
}
