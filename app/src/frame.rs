//! The frame around every page: navigation, the bar of tools, language and theme at the foot, the derivation dialog.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, HtmlElement};

use super::address;
use super::page_context::PageContext;
use super::widgets::DerivationDialog;
use water_ledger::exchange::Route;
use water_ledger::show::PARTS;
use water_ledger::text::{Key, Language};

/// Asks again for what did not come.
type Again = Box<dyn FnOnce()>;

thread_local! {
    /// How much code is on its way: a page, a tab of it and its charts may all be at once.
    static WAITS: Cell<u32> = const { Cell::new(0) };
    /// How much of it is the code of pages themselves.
    static PAGES: Cell<u32> = const { Cell::new(0) };
    /// What did not come, by number, with how it is asked for again.
    static MISSING: RefCell<Vec<(u32, Again)>> = const { RefCell::new(Vec::new()) };
    static NUMBER: Cell<u32> = const { Cell::new(0) };
}

/// Code of the page is on its way, or has come or is given up; each wait ends once.
pub fn set_busy(begins: bool) {
    let count = WAITS.get();
    WAITS.set(if begins { count + 1 } else { count.saturating_sub(1) });
    show_busy(WAITS.get() > 0);
}

/// Says to screen readers, and to whoever asks [`is_busy`], whether code of the page is on its way.
fn show_busy(busy: bool) {
    if let Some(main) = document().get_element_by_id("main") {
        // An attribute of this name is never refused.
        let _ = match busy {
            true => main.set_attribute("aria-busy", "true"),
            false => main.remove_attribute("aria-busy"),
        };
    }
}

/// Whether code of the page is on its way.
pub fn is_busy() -> bool {
    document().get_element_by_id("main").is_some_and(|main| main.has_attribute("aria-busy"))
}

/// The code of the page itself is on its way, or has come or is given up.
pub fn set_page_awaited(begins: bool) {
    let count = PAGES.get();
    PAGES.set(if begins { count + 1 } else { count.saturating_sub(1) });
    set_busy(begins);
}

/// Whether the code of the page itself is on its way; what comes within a page is not waited for.
pub fn is_page_awaited() -> bool {
    PAGES.get() > 0
}

/// Something that did not come, and can be asked for again; dropped once it is wanted no more.
pub struct Missing(u32);

/// Says that a part of the page did not come; the link beside asks again for all that is missing.
pub fn show_failure(again: impl FnOnce() + 'static) -> Missing {
    let number = NUMBER.get();
    NUMBER.set(number + 1);
    MISSING.with_borrow_mut(|missing| missing.push((number, Box::new(again))));
    let Some(failure) = document().get_element_by_id("failure") else {
        return Missing(number);
    };
    // An attribute that is there can be taken off.
    let _ = failure.remove_attribute("hidden");
    let link =
        failure.query_selector("a").ok().flatten().and_then(|link| link.dyn_into::<HtmlElement>().ok());
    let try_again = Closure::<dyn FnMut(Event)>::new(|event: Event| {
        event.prevent_default();
        let missing = MISSING.take();
        hide_if_all_came();
        missing.into_iter().for_each(|(_, again)| again());
    });
    if let Some(link) = link {
        link.set_onclick(Some(try_again.into_js_value().unchecked_ref()));
    }
    Missing(number)
}

impl Drop for Missing {
    fn drop(&mut self) {
        MISSING.with_borrow_mut(|all| all.retain(|(number, _)| *number != self.0));
        hide_if_all_came();
    }
}

/// Takes the sentence away where nothing is missing any more.
fn hide_if_all_came() {
    if let Some(failure) = document().get_element_by_id("failure")
        && MISSING.with_borrow(Vec::is_empty)
    {
        let _ = failure.set_attribute("hidden", "");
    }
}

/// The frame, built anew when the language changes.
#[component]
pub fn Frame(
    /// What the module offers in the bar.
    tools: AnyView,
    /// What the person should know now.
    notices: AnyView,
    /// The page.
    content: AnyView,
) -> impl IntoView {
    let context = PageContext::expect();
    view! {
        <button class="skip-link" on:click=move |_| { address::focus("main"); }>{context.say(Key::SkipToMain)}</button>
        <Navigation/>
        <div class="frame">
            <header class="toolbar">
                {tools}
            </header>
            {notices}
            <main id="main" tabindex="-1">{content}</main>
            <footer class="footer">
                <p>{context.say(Key::AppPrivacy)}</p>
                <LanguageSwitch/>
                <button class="plain" on:click=move |_| context.theme.update(|theme| *theme = theme.next())>
                    {move || context.theme.get().label().say(context.language.get_untracked())}
                </button>
            </footer>
        </div>
        <DerivationDialog/>
    }
}

/// The parts of the product.
#[component]
fn Navigation() -> impl IntoView {
    let context = PageContext::expect();
    let entries = std::iter::once((Key::NavHome, Route::HOME)).chain(PARTS);
    let entry = move |(name, route): (Key, Route)| {
        let current = move || context.route.get().is_within(route).then_some("page");
        view! { <li><a href=route.to_hash() aria-current=current>{context.say(name)}</a></li> }.into_any()
    };
    view! {
        <nav class="rail" aria-label=context.say(Key::NavLabel)>
            <a class="brand" href="#/">{context.say(Key::AppName)}</a>
            <ul>{entries.map(entry).collect_view()}</ul>
        </nav>
    }
}

/// The switch is built anew too when it is used; the keyboard stays on it.
#[component]
fn LanguageSwitch() -> impl IntoView {
    let context = PageContext::expect();
    let switch = move |_| {
        context.language.update(|language| *language = other(*language));
        request_animation_frame(|| {
            address::focus("language");
        });
    };
    view! {
        <button class="plain" id="language" lang=other(context.language.get_untracked()).tag() on:click=switch>
            {context.say(Key::OtherLanguage)}
        </button>
    }
}

fn other(language: Language) -> Language {
    match language {
        Language::Chinese => Language::English,
        Language::English => Language::Chinese,
    }
}
