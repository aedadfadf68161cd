//! Language and theme: how a person likes to read, kept apart from the ledger.

use leptos::prelude::*;

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

/// The language of the module before this one, or that of last time, else Chinese.
pub fn language() -> RwSignal<Language> {
    let tag = shown("lang").or_else(|| storage::read(LANGUAGE).ok().flatten());
    let language = RwSignal::new(tag.and_then(|tag| Language::from_tag(&tag)).unwrap_or_default());
    Effect::new(move |before: Option<Language>| {
        let language = language.get();
        set_on_root("lang", language.tag());
        keep(LANGUAGE, language.tag(), before.is_some_and(|before| before != language));
        language
    });
    language
}

/// The theme of the module before this one, or that of last time, else the system's.
pub fn theme() -> RwSignal<Theme> {
    let name = shown("data-theme").or_else(|| storage::read(THEME).ok().flatten());
    let theme = RwSignal::new(match name.as_deref() {
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

/// What the module before this one has set on the page. The theme is set by none but a module, so it tells whether there
/// was one; the storage may not have taken what was chosen there.
fn shown(attribute: &str) -> Option<String> {
    let root = document().document_element()?;
    root.get_attribute("data-theme").and_then(|_| root.get_attribute(attribute))
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
