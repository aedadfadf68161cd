//! Terms to choose from, each with a stable code that is saved and a name that is read.

use super::Words;

/// One of a fixed list of terms.
pub trait Coded: Copy + Sized + 'static {
    /// Every term, in the order in which they are offered.
    const ALL: &'static [Self];

    /// The name that saved ledgers use.
    fn code(self) -> &'static str;

    /// The term of the field.
    fn name(self) -> Words;

    /// The term that a typed or pasted text means: its code, its name, or its name cut short without ambiguity.
    fn from_typed(text: &str) -> Option<Self> {
        let choices = choices::<Self>();
        let place = choice_of(text, &choices)?;
        Self::ALL.get(place).copied()
    }
}

/// A term to choose: what is saved, and what is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is saved.
    pub code: &'static str,
    /// What is read.
    pub name: Words,
}

/// Every term of a kind.
pub fn choices<C: Coded>() -> Vec<Choice> {
    C::ALL.iter().map(|term| Choice { code: term.code(), name: term.name() }).collect()
}

/// The place of the choice that a text means, if it means exactly one.
pub fn choice_of(text: &str, choices: &[Choice]) -> Option<usize> {
    // A saved ledger has nothing but codes.
    if let Some(place) = choices.iter().position(|choice| choice.code == text.trim()) {
        return Some(place);
    }
    let wanted = plain(text);
    if wanted.is_empty() {
        return None;
    }
    let exactly = |choice: &Choice| both(choice).iter().any(|name| plain(name) == wanted);
    if let Some(place) = choices.iter().position(exactly) {
        return Some(place);
    }
    let begins = |choice: &Choice| {
        both(choice).iter().any(|name| plain(name).starts_with(&wanted))
            // 纯井·喷灌 is also meant by 喷灌.
            || choice.name.zh.split_once('·').is_some_and(|(_, kind)| plain(kind) == wanted)
    };
    let mut places = choices.iter().enumerate().filter(|(_, choice)| begins(choice)).map(|(place, _)| place);
    match (places.next(), places.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

fn both(choice: &Choice) -> [&'static str; 2] {
    [choice.name.zh, choice.name.en]
}

/// A name without what people leave out or write in several ways.
fn plain(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_whitespace() && !"（）()·,，.".contains(*c));
    kept.collect::<String>().replace(['-', '~', '～', '—'], "–").replace("灌区", "").to_ascii_lowercase()
}

/// Defines a list of terms: variant, code, Chinese and English name.
macro_rules! coded {
    ($(#[$doc:meta])* pub enum $name:ident { $($variant:ident $code:literal $zh:literal $en:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = concat!($zh, ", ", $en)] $variant,)*
        }

        impl $crate::text::Coded for $name {
            const ALL: &'static [$name] = &[$($name::$variant),*];

            fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)* }
            }

            fn name(self) -> $crate::text::Words {
                match self { $($name::$variant => $crate::text::Words::new($zh, $en),)* }
            }
        }
    };
}
pub(crate) use coded;
