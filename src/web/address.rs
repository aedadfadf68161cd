//! The address of the page: one listener, the title, the focus.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::state::State;
use crate::exchange::Route;
use crate::text::{Key, Message};

/// Follows the address, and gives each page its title.
pub fn follow(state: State) {
    state.route.set(current());
    let _ = window_event_listener(ev::hashchange, move |_| {
        let (before, route) = (state.route.get_untracked(), current());
        state.route.set(route);
        if !route.is_same_page(before) {
            // The new page's heading is there only after this turn.
            request_animation_frame(show_top);
        }
    });
    Effect::new(move |_| {
        let language = state.language.get();
        let page = title(state.route.get());
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

/// Puts the keyboard on an element; false when it is not there.
pub fn focus(id: &str) -> bool {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.focus().is_ok())
}

fn current() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

fn title(route: Route) -> Option<Key> {
    match route {
        Route::Home => None,
        Route::Irrigation(_) => Some(Key::IrrigationTitle),
        Route::Methods => Some(Key::MethodsTitle),
        Route::Unknown => Some(Key::NotFoundTitle),
    }
}

/// Keyboard and screen reader start at the new page's heading.
fn show_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    let heading = document().query_selector("main h1").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let _ = heading.focus();
    }
}
