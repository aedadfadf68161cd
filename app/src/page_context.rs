//! Who reads: in which language and light, on which page, and into which figure they look.

use leptos::prelude::*;

use super::preferences::{self, Theme};
use super::widgets::UnverifiedNotes;
use water_ledger::exchange::Route;
use water_ledger::metric::Figure;
use water_ledger::text::{Key, Language, Message};

/// What a page needs to be read. Copying shares it.
#[derive(Clone, Copy)]
pub struct PageContext {
    /// The language of the interface.
    pub language: RwSignal<Language>,
    /// Light or dark.
    pub theme: RwSignal<Theme>,
    /// The page that is shown.
    pub route: RwSignal<Route>,
    /// The figure whose derivation is open.
    pub explained: RwSignal<Option<Figure>>,
    /// What is shown that rests on clauses not compared with their source.
    pub unverified: RwSignal<UnverifiedNotes>,
}

impl PageContext {
    /// A context with the preferences of last time.
    pub fn start() -> PageContext {
        PageContext {
            language: preferences::language(),
            theme: preferences::theme(),
            route: RwSignal::new(Route::default()),
            explained: RwSignal::new(None),
            unverified: RwSignal::default(),
        }
    }

    /// The context of the page that this component is part of.
    pub fn expect() -> PageContext {
        expect_context::<PageContext>()
    }

    /// The sentence of a key. The page is built anew when the language changes, so nothing need listen for it.
    pub fn say(self, key: Key) -> &'static str {
        key.say(self.language.get_untracked())
    }

    /// A message in the language of the moment.
    pub fn tell(self, message: &Message) -> String {
        message.say(self.language.get_untracked())
    }
}
