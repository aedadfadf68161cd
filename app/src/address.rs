//! The address of the page: one listener, the title, the focus.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use super::frame;
use super::page_context::PageContext;
use super::state::State;
use water_ledger::exchange::{EXAMPLES, Route};
use water_ledger::ledger::Place;
use water_ledger::text::{Key, Message};

/// Follows the address. For a visitor who has gone on from the landing page the app begins as if its own page had changed.
pub fn follow(state: State, gone_on: bool) {
    let opened = arrive(state);
    if opened || gone_on {
        request_animation_frame(show_top);
    }
    let _ = window_event_listener(ev::hashchange, move |_| {
        let before = state.route.get_untracked();
        let opened = arrive(state);
        if opened || !state.route.get_untracked().is_same_page(before) {
            // The new page's heading is there only after this turn.
            request_animation_frame(show_top);
        }
    });
}

/// Shows the page of the address; true when the address asked for an example, which is open then.
fn arrive(state: State) -> bool {
    let route = Route::parse(&window().location().hash().unwrap_or_default());
    let asked = EXAMPLES.iter().find(|(page, ..)| route == Route::to(page));
    if let Some((_, example, page)) = asked {
        state.open_example(*example);
        replace(state, Route::to(page));
    } else {
        state.route.set(route);
    }
    asked.is_some()
}

/// Shows another page in place of the one of the address, so that neither going back nor loading it again leads there.
pub fn replace(state: State, route: Route) {
    if let Ok(history) = window().history() {
        // Another fragment of the same address is never refused.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&route.to_hash()));
    }
    state.route.set(route);
}

/// The title of the page, in the language of the moment.
pub fn set_title(context: PageContext) {
    Effect::new(move |_| {
        let language = context.language.get();
        let page = context.route.get().title();
        document().set_title(&match page {
            Some(page) => Message::new(Key::TitleOf).with_words("page", page.words()).say(language),
            None => Key::AppName.say(language).to_string(),
        });
    });
}

/// Goes to a page.
pub fn go(route: Route) {
    // Setting a fragment cannot fail in a window that shows this very page.
    let _ = window().location().set_hash(&route.to_hash());
}

/// The address of a cell or an entry within the page, such as `cell-canal-1-length`; a whole row is found at its first cell. A
/// page shows one table of each kind at a time, so that row and column are enough.
pub fn cell_id(place: Place) -> String {
    let table = place.table.spec;
    let column = place.column.or(table.columns.first()).map_or("", |column| column.name);
    format!("cell-{}-{}-{column}", table.row_name, place.row.0)
}

/// Puts the keyboard on an element; false when it is not there.
pub fn focus(id: &str) -> bool {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| {
        reveal(&element);
        element.focus().is_ok()
    })
}

/// Unfolds what an element is folded into and shows it where a filter leaves it out; what is not shown cannot take the
/// keyboard.
pub fn reveal(element: &Element) {
    if let Ok(Some(left_out)) = element.closest("[data-item][hidden]") {
        // An attribute that is there can be taken off.
        let _ = left_out.remove_attribute("hidden");
    }
    while let Ok(Some(folded)) = element.closest("details:not([open])") {
        if folded.set_attribute("open", "").is_err() {
            return;
        }
    }
}

/// Keyboard and screen reader start at the new page's heading, once its code is there.
pub fn show_top() {
    if frame::is_page_awaited() {
        request_animation_frame(show_top);
        return;
    }
    // Whoever has gone on to something of the page by now stays there.
    let main = document().get_element_by_id("main");
    let is_inside = document().active_element().is_some_and(|active| {
        main.is_some_and(|main| !main.is_same_node(Some(&active)) && main.contains(Some(&active)))
    });
    if is_inside {
        return;
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
    let heading = document().query_selector("main h1").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let _ = heading.focus();
    }
}
