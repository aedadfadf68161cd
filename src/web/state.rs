//! What the whole app shares: the ledger with its history, what it works out to, language, theme, notices.

use std::sync::Arc;

use leptos::prelude::*;

use super::keeper::Keeper;
use super::preferences::{self, Theme};
use crate::exchange::Route;
use crate::ledger::{Assessment, Edit, History, Ledger, Severity, Step, assess};
use crate::metric::Figure;
use crate::text::{Key, Language, Message};

/// The shared state. Copying shares it.
#[derive(Clone, Copy)]
pub struct State {
    /// The ledger with its past and future.
    pub history: RwSignal<History>,
    /// The ledger as it is now.
    pub ledger: Memo<Arc<Ledger>>,
    /// Everything the ledger says.
    pub assessment: Memo<Arc<Assessment>>,
    /// The language of the interface.
    pub language: RwSignal<Language>,
    /// Light or dark.
    pub theme: RwSignal<Theme>,
    /// The page that is shown.
    pub route: RwSignal<Route>,
    /// What the person should know now.
    pub notice: RwSignal<Option<Notice>>,
    /// The figure whose derivation is open.
    pub explained: RwSignal<Option<Figure>>,
    /// Saving.
    pub keeper: Keeper,
}

/// A sentence for the person.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What to say.
    pub message: Message,
    /// How grave it is; nothing grave is a plain word of what was done.
    pub severity: Option<Severity>,
}

impl Notice {
    /// A plain word of what was done.
    pub fn quiet(message: Message) -> Notice {
        Notice { message, severity: None }
    }

    /// Something did not work.
    pub fn grave(message: Message) -> Notice {
        Notice { message, severity: Some(Severity::Wrong) }
    }
}

impl State {
    /// Loads what was kept and starts keeping.
    pub fn start() -> State {
        let (keeper, ledger) = Keeper::load();
        let history = RwSignal::new(History::new(ledger));
        let ledger = Memo::new(move |_| history.with(|history| history.ledger().clone()));
        let assessment = Memo::new(move |_| ledger.with(|ledger| Arc::new(assess(ledger))));
        State {
            history,
            ledger,
            assessment,
            language: preferences::language(),
            theme: preferences::theme(),
            route: RwSignal::new(Route::default()),
            notice: RwSignal::new(None),
            explained: RwSignal::new(None),
            keeper,
        }
    }

    /// The state of the app that this component is part of.
    pub fn expect() -> State {
        expect_context::<State>()
    }

    /// Changes the ledger, or says why it was not changed.
    pub fn edit(self, edit: Edit) {
        match self.history.try_update(|history| history.edit(edit, js_sys::Date::now())) {
            Some(Err(refused)) => self.notify(Notice::grave(refused.message())),
            _ => self.keeper.save_soon(self),
        }
    }

    /// Goes a step through the history.
    pub fn go(self, step: Step) {
        self.history.update(|history| history.go(step));
        self.keeper.save_soon(self);
    }

    /// Says something to the person.
    pub fn notify(self, notice: Notice) {
        self.notice.set(Some(notice));
    }

    /// The sentence of a key. The app is built anew when the language changes, so nothing need listen for it.
    pub fn say(self, key: Key) -> &'static str {
        key.say(self.language.get_untracked())
    }

    /// A message in the language of the moment.
    pub fn tell(self, message: &Message) -> String {
        message.say(self.language.get_untracked())
    }
}
