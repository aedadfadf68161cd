//! A search among sets of measures: it takes turns with the page, says how far it is, and can be stopped.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::view::PlanView;
use crate::clock;
use crate::state::State;
use crate::widgets::verdict_view;
use water_ledger::evaluate::RetrofitPlan;
use water_ledger::ledger::Row;
use water_ledger::show::{Tone, Verdict};
use water_ledger::text::{Key, Language, Message};

/// How long it waits after a change of the plan, so that typing does not begin it with every stroke.
const PAUSE: Duration = Duration::from_millis(120);

/// So many milliseconds it goes on before the page has its turn.
const TURN: f64 = 24.0;

/// What a search comes to: something, or why not; nothing where there is nothing to look for.
pub type Finding<T> = Pin<Box<dyn Future<Output = Option<Result<T, Message>>>>>;

/// A plan as a search begins with it.
pub struct Searched {
    /// Its sheet.
    pub sheet: Arc<Row>,
    /// What it comes to.
    pub found: Arc<RetrofitPlan>,
    /// The reader's language.
    pub language: Language,
    /// The turns of the search.
    pub turns: Turns,
}

/// A search on its way. Copying shares it.
#[derive(Clone, Copy)]
struct Search {
    /// Which one is meant: those before it were given up.
    current: StoredValue<u32>,
    /// How many sets it has evaluated, once the page has waited for it.
    evaluated: RwSignal<Option<usize>>,
}

/// The turns that a search takes with the page.
pub struct Turns {
    search: Search,
    own: u32,
    evaluated: usize,
    since: f64,
}

impl Search {
    /// Begins one, after which those before it are given up.
    fn begin(self) -> Turns {
        self.give_up();
        let own = self.current.get_value();
        Turns { search: self, own, evaluated: 0, since: clock::now() }
    }

    fn give_up(self) {
        let _ = self.current.try_update_value(|current| *current += 1);
        let _ = self.evaluated.try_set(None);
    }
}

impl Turns {
    /// Whether to go on with one set more; the page had its turn where the search had a long one.
    pub async fn go_on(&mut self) -> bool {
        if clock::now() - self.since > TURN {
            if self.is_meant() {
                let _ = self.search.evaluated.try_set(Some(self.evaluated));
            }
            clock::wait(Duration::ZERO).await;
            self.since = clock::now();
        }
        self.evaluated += 1;
        self.is_meant()
    }

    fn is_meant(&self) -> bool {
        self.search.current.try_get_value() == Some(self.own)
    }
}

/// What is found of a plan, looked for anew a moment after something of it was typed.
pub fn search<T: Clone + Send + Sync + 'static>(
    state: State,
    plan: PlanView,
    find: fn(Searched) -> Finding<T>,
    show: impl Fn(&T) -> AnyView + Send + 'static,
) -> AnyView {
    let search = Search { current: StoredValue::new(0), evaluated: RwSignal::new(None) };
    let found = RwSignal::new(None::<Result<T, Message>>);
    let begin = move || {
        let Some((sheet, of_plan)) = untrack(|| plan.kept()) else { return found.set(None) };
        let turns = search.begin();
        let own = turns.own;
        let language = state.language.get_untracked();
        let finding = find(Searched { sheet, found: of_plan, language, turns });
        spawn_local(async move {
            let came = finding.await;
            if search.current.try_get_value() == Some(own) {
                let _ = search.evaluated.try_set(None);
                let _ = found.try_set(came);
            }
        });
    };
    follow(plan, search, begin);
    let stop = move |_| {
        search.give_up();
        found.set(Some(Err(Message::new(Key::SearchStopped))));
    };
    let is_going = Memo::new(move |_| search.evaluated.with(Option::is_some));
    let going = move || {
        let count = move || {
            let count = search.evaluated.get().unwrap_or_default();
            state.tell(&Message::new(Key::SearchGoing).with("count", count.to_string()))
        };
        view! { <p class="quiet going">{count} " " <button on:click=stop>{state.say(Key::SearchStop)}</button></p> }
            .into_any()
    };
    let shown = move || {
        found.with(|found| match found {
            Some(Ok(found)) => show(found),
            Some(Err(said)) => {
                let again = (*said == Message::new(Key::SearchStopped)).then(|| {
                    view! { <p><button on:click=move |_| begin()>{state.say(Key::SearchAgain)}</button></p> }
                });
                let verdict = Verdict { tone: Tone::Caution, message: said.clone() };
                view! { {verdict_view(*state, &verdict)} {again} }.into_any()
            }
            None => ().into_any(),
        })
    };
    view! { {move || if is_going.get() { going() } else { shown() }} }.into_any()
}

/// Begins a search when it is first asked for, and a moment after each change of the plan.
fn follow(plan: PlanView, search: Search, begin: impl Fn() + Copy + Send + Sync + 'static) {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop_waiting = move || {
        if let Some(handle) = waiting.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    };
    Effect::new(move |before: Option<()>| {
        plan.with(|_, _| ());
        stop_waiting();
        // What a person comes to see is begun at once.
        match before {
            None => begin(),
            Some(()) => {
                search.give_up();
                waiting.set_value(set_timeout_with_handle(begin, PAUSE).ok());
            }
        }
    });
    on_cleanup(move || {
        stop_waiting();
        search.give_up();
    });
}
