//! The landing page as a module of its own: all that a first visit loads.

use std::any::Any;
use std::cell::RefCell;

use leptos::mount::mount_to;
use leptos::prelude::*;

use super::address;
use super::frame::{Frame, take_shell_away};
use super::pages::Home;
use super::reader::Reader;

thread_local! {
    /// What is in the page. Whoever drops it takes it out, with its signals and its listeners.
    static MOUNTED: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

/// Puts the landing page in the page, in place of what stood there while it loaded.
pub fn mount_home() {
    console_error_panic_hook::set_once();
    take_shell_away();
    if let Some(body) = document().body() {
        MOUNTED.set(Some(Box::new(mount_to(body, landing))));
    }
}

/// Takes the landing page out of the page; the app takes its place.
pub fn leave_home() {
    MOUNTED.take();
}

fn landing() -> impl IntoView {
    let reader = Reader::start();
    provide_context(reader);
    address::entitle(reader);
    move || {
        reader.language.track();
        let nothing = || ().into_any();
        view! { <Frame tools=nothing() notices=nothing() content=view! { <Home/> }.into_any()/> }.into_any()
    }
}
