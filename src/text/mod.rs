//! The words: every sentence the product says, in Chinese and English, side by side.
//!
//! Other rooms hold a [`Key`] and the values that go into its blanks; the sentence is made here, whole,
//! so that word order stays each language's own.

mod coded;
mod damage;
mod file_kind;
mod keys;
mod number;

pub(crate) use coded::coded;
pub use coded::{Choice, Coded, choice_of, choices};
pub use damage::{Damage, is_not_known, stands_twice};
pub use file_kind::{Encoding, FileKind, encoding};
pub use keys::Key;
pub use number::{grouped, number, uncertain};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// 简体中文
    #[default]
    Chinese,
    /// English
    English,
}

impl Language {
    /// Every language, the first being the default.
    pub const ALL: [Language; 2] = [Language::Chinese, Language::English];

    /// The one that is not shown.
    pub fn other(self) -> Language {
        match self {
            Language::Chinese => Language::English,
            Language::English => Language::Chinese,
        }
    }

    /// The BCP 47 tag, as the `lang` attribute wants it.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Chinese => "zh-CN",
            Language::English => "en",
        }
    }

    /// The language of a BCP 47 tag; any kind of Chinese is Chinese.
    pub fn from_tag(tag: &str) -> Option<Language> {
        match tag.split('-').next()?.to_ascii_lowercase().as_str() {
            "zh" => Some(Language::Chinese),
            "en" => Some(Language::English),
            _ => None,
        }
    }
}

/// One short text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Words {
    /// 中文
    pub zh: &'static str,
    /// English
    pub en: &'static str,
}

impl Words {
    /// Pairs the two languages.
    pub const fn new(zh: &'static str, en: &'static str) -> Words {
        Words { zh, en }
    }

    /// The text in one language.
    pub fn get(&self, language: Language) -> &'static str {
        match language {
            Language::Chinese => self.zh,
            Language::English => self.en,
        }
    }
}

/// A sentence still to be said: its key and what fills its blanks.
///
/// ```
/// use water_ledger::text::{Key, Language, Message};
/// let message = Message::new(Key::FileTooLarge).with("limit", "5");
/// assert!(message.say(Language::English).contains("5 MB"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    key: Key,
    blanks: Vec<(&'static str, Blank)>,
}

#[derive(Clone, Debug, PartialEq)]
enum Blank {
    Text(String),
    Words(Words),
    Keyed(Words, String),
    Number(f64),
    Clause(Message),
}

impl Message {
    /// A sentence without blanks.
    pub fn new(key: Key) -> Message {
        Message { key, blanks: Vec::new() }
    }

    /// Fills a blank with text that is the same in every language.
    pub fn with(mut self, blank: &'static str, text: impl Into<String>) -> Message {
        self.blanks.push((blank, Blank::Text(text.into())));
        self
    }

    /// Fills a blank with words that each language has its own of.
    pub fn with_words(mut self, blank: &'static str, words: Words) -> Message {
        self.blanks.push((blank, Blank::Words(words)));
        self
    }

    /// Fills a blank with words and, in brackets, the key by which programs know what they name.
    pub fn with_keyed(mut self, blank: &'static str, words: Words, key: String) -> Message {
        self.blanks.push((blank, Blank::Keyed(words, key)));
        self
    }

    /// Fills a blank with a number, written as briefly as it can be.
    pub fn with_number(mut self, blank: &'static str, value: f64) -> Message {
        self.blanks.push((blank, Blank::Number(value)));
        self
    }

    /// Fills a blank with a clause.
    pub fn with_clause(mut self, blank: &'static str, clause: Message) -> Message {
        self.blanks.push((blank, Blank::Clause(clause)));
        self
    }

    /// The whole sentence.
    pub fn say(&self, language: Language) -> String {
        let template = self.key.words().get(language);
        let mut said = String::with_capacity(template.len() + 16);
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, tail)) = after.split_once('}') else {
                break;
            };
            said.push_str(before);
            match self.blanks.iter().find(|(blank, _)| *blank == name) {
                Some((_, Blank::Text(text))) => said.push_str(text),
                Some((_, Blank::Words(words))) => said.push_str(words.get(language)),
                Some((_, Blank::Keyed(words, key))) => said.push_str(&match language {
                    Language::Chinese => format!("{}（{key}）", words.zh),
                    Language::English => format!("{} ({key})", words.en),
                }),
                Some((_, Blank::Number(value))) => said.push_str(&grouped(*value)),
                Some((_, Blank::Clause(clause))) => said.push_str(&clause.say(language)),
                None => {}
            }
            rest = tail;
        }
        said.push_str(rest);
        said
    }
}

impl Key {
    /// The sentence of a key that has no blanks.
    pub fn say(self, language: Language) -> &'static str {
        self.words().get(language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blanks(template: &str) -> Vec<&str> {
        let mut names: Vec<&str> = template
            .split('{')
            .skip(1)
            .filter_map(|part| part.split_once('}').map(|(name, _)| name))
            .collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn both_languages_say_something_and_have_the_same_blanks() {
        for key in Key::all() {
            let words = key.words();
            assert!(!words.zh.trim().is_empty() && !words.en.trim().is_empty(), "{key:?}");
            assert_eq!(blanks(words.zh), blanks(words.en), "{key:?}");
            assert!(
                !words.zh.contains('!') && !words.zh.contains('！') && !words.en.contains('!'),
                "{key:?}"
            );
        }
    }

    #[test]
    fn what_fills_a_blank_is_never_read_as_a_template() {
        let message = Message::new(Key::FileTooLarge).with("limit", "{limit}");
        assert!(message.say(Language::English).contains("{limit}"));
    }

    #[test]
    fn tags_name_their_language() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
        assert_eq!(Language::from_tag("zh-TW"), Some(Language::Chinese));
        assert_eq!(Language::from_tag("fr"), None);
    }
}
