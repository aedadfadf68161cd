//! Language and theme: how a person likes to read, kept apart from the ledger.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::storage;
use water_ledger::text::{Key, Language};

const LANGUAGE: &str = "water-ledger/language";
const THEME: &str = "water-ledger/theme";

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The next one of the three.
    pub fn next(self) -> Theme {
        match self {
            Theme::System => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::System,
        }
    }

    /// What the switch says.
    pub fn label(self) -> Key {
        match self {
            Theme::System => Key::ThemeAuto,
            Theme::Light => Key::ThemeLight,
            Theme::Dark => Key::ThemeDark,
        }
    }

    fn attribute(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// The language of the page, which its start has set: that of the address, that of last time, or the browser's. One that is chosen
/// goes into the address, so that a link leads to the page as it is read.
pub fn language() -> RwSignal<Language> {
    let language =
        RwSignal::new(on_root("lang").and_then(|tag| Language::from_tag(&tag)).unwrap_or_default());
    Effect::new(move |before: Option<Language>| {
        let language = language.get();
        set_on_root("lang", language.tag());
        let is_chosen = before.is_some_and(|before| before != language);
        keep(LANGUAGE, language.tag(), is_chosen);
        if is_chosen {
            put_into_address(language);
        }
        language
    });
    language
}

/// The theme of the page, which its start has set: that of last time or what was chosen since, else the system's.
pub fn theme() -> RwSignal<Theme> {
    let theme = RwSignal::new(match on_root("data-theme").as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    });
    Effect::new(move |before: Option<Theme>| {
        let theme = theme.get();
        set_on_root("data-theme", theme.attribute());
        keep(THEME, theme.attribute(), before.is_some_and(|before| before != theme));
        theme
    });
    theme
}

fn put_into_address(language: Language) {
    let hash = window().location().hash().unwrap_or_default();
    let address = format!("?lang={}{hash}", language.tag());
    if let Ok(history) = window().history() {
        // Another query of the same address is never refused.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// What `public/boot.js` has set on the page; the storage may not have taken what was chosen there.
fn on_root(attribute: &str) -> Option<String> {
    document().document_element()?.get_attribute(attribute)
}

fn set_on_root(attribute: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // Both names are attributes of HTML, which no browser refuses.
        let _ = root.set_attribute(attribute, value);
    }
}

/// A preference that cannot be kept is merely asked for again next time.
fn keep(name: &str, value: &str, changed: bool) {
    if changed {
        let _ = storage::write(name, value);
    }
}
