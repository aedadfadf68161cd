//! Where the visitor is and what he has answered: signals, the address, what this browser keeps.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use water_ledger::evaluate::household;
use water_ledger::exchange::{HOUSEHOLD, answers_of_link, link_of_answers};
use water_ledger::household::{Answers, Field, Home, QUESTIONS, Question};
use water_ledger::metric::Figure;
use water_ledger::text::{Key, Language, Message};
use water_ledger_browser::preferences::{self, Theme};
use water_ledger_browser::storage;

/// What is kept: the day and the link of the last result of this visitor.
const KEPT: &str = "water-ledger/household";

/// The widest that a picture is drawn, and what stands beside it on a phone.
const ROOM: (f64, f64) = (448.0, 32.0);

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// A question.
    Asked(Question),
    /// What the answers come to.
    Result,
    /// The results of a class.
    Class,
    /// A sheet to print for a class.
    Lesson,
}

/// All that a view needs. Copying shares it.
#[derive(Clone, Copy)]
pub struct Page {
    /// The language of the page.
    pub language: RwSignal<Language>,
    /// Light or dark.
    pub theme: RwSignal<Theme>,
    /// What has been answered.
    pub answers: RwSignal<Answers>,
    /// What the answers come to; none where a formula refuses them.
    pub home: Memo<Option<Home>>,
    /// The same with fixtures of grade 1.
    pub efficient: Memo<Option<Home>>,
    /// What is shown.
    pub view: RwSignal<View>,
    /// Whether a single answer is being changed.
    pub is_changing: RwSignal<bool>,
    /// Whether the answers are this visitor's own.
    pub is_own: RwSignal<bool>,
    /// What is wrong with the link that was opened.
    pub refused: RwSignal<Option<Message>>,
    /// The figure whose basis is open.
    pub explained: RwSignal<Option<Figure>>,
    /// The day and the total of this visitor's last time.
    pub last: StoredValue<Option<(String, Figure)>>,
    /// How wide a picture is drawn.
    pub room: f64,
}

impl Page {
    /// The page of the address, with what this browser keeps.
    pub fn start() -> Page {
        let answers = RwSignal::new(Answers::default());
        let width = window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(ROOM.0);
        let page = Page {
            language: preferences::language(),
            theme: preferences::theme(),
            answers,
            home: Memo::new(move |_| answers.with(|answers| household::home(answers).ok())),
            efficient: Memo::new(move |_| answers.with(|answers| household::efficient(answers).ok())),
            view: RwSignal::new(View::Asked(Question::People)),
            is_changing: RwSignal::new(false),
            is_own: RwSignal::new(true),
            refused: RwSignal::new(None),
            explained: RwSignal::new(None),
            last: StoredValue::new(last()),
            room: ROOM.0.min(width - ROOM.1),
        };
        page.arrive();
        page
    }

    /// The sentence of a key.
    pub fn say(self, key: Key) -> &'static str {
        key.say(self.language.get_untracked())
    }

    /// A message in the language of the moment.
    pub fn tell(self, message: &Message) -> String {
        message.say(self.language.get_untracked())
    }

    /// Shows what the address names.
    fn arrive(self) {
        let hash = window().location().hash().unwrap_or_default();
        let path = hash.trim_start_matches('#').trim_matches('/');
        let rest = path.strip_prefix(HOUSEHOLD).unwrap_or_default().trim_start_matches('/');
        let (answers, refused, view) = match rest {
            "" => (Answers::default(), None, View::Asked(Question::People)),
            "class" => (Answers::default(), None, View::Class),
            "lesson" => (Answers::default(), None, View::Lesson),
            link => match answers_of_link(link) {
                Ok(answers) => {
                    let view = answers.next().map_or(View::Result, View::Asked);
                    (answers, None, view)
                }
                Err(message) => (Answers::default(), Some(message), View::Asked(Question::People)),
            },
        };
        let is_kept = kept().is_some_and(|(_, link)| link == rest);
        self.is_own.set(view != View::Result || is_kept);
        if is_kept {
            // It is the same result, loaded again.
            self.last.set_value(None);
        }
        self.refused.set(refused);
        self.answers.set(answers);
        self.is_changing.set(false);
        self.show(view);
    }

    /// Follows the address, the title and the answers.
    pub fn follow(self) {
        let _ = window_event_listener(ev::popstate, move |event| {
            // Another page of the site is about to be loaded.
            if !is_here() {
                return;
            }
            match event.state().as_f64().and_then(view_of) {
                Some(view) => {
                    self.is_changing.set(false);
                    self.show(view);
                }
                None => self.arrive(),
            }
            request_animation_frame(show_top);
        });
        Effect::new(move |_| {
            let language = self.language.get();
            let title = Message::new(Key::TitleOf).with_words("page", Key::HouseholdTitle.words());
            document().set_title(&title.say(language));
        });
        Effect::new(move |_| {
            self.answers.track();
            self.write_address(false);
            self.keep();
        });
    }

    /// Goes to a view; the browser's way back leads here again.
    pub fn go(self, view: View) {
        if view != View::Result {
            self.refused.set(None);
        }
        self.show(view);
        self.write_address(true);
        self.keep();
        request_animation_frame(show_top);
    }

    fn show(self, view: View) {
        self.view.set(view);
    }

    /// The fragment of what is shown.
    fn fragment(self) -> String {
        let view = self.view.get_untracked();
        let answers = self.answers.get_untracked();
        match view {
            View::Class => format!("#/{HOUSEHOLD}/class"),
            View::Lesson => format!("#/{HOUSEHOLD}/lesson"),
            _ if answers == Answers::default() => format!("#/{HOUSEHOLD}"),
            _ => format!("#/{HOUSEHOLD}/{}", link_of_answers(&answers)),
        }
    }

    /// The address that shows the same to somebody else.
    pub fn address(self) -> String {
        let here = window().location().href().unwrap_or_default();
        let site = here.split(['#', '?']).next().unwrap_or_default();
        // Out of a frame it leads to the site itself.
        format!("{}{}", site.strip_suffix(FRAMED).unwrap_or(site), self.fragment())
    }

    fn write_address(self, is_new: bool) {
        let state = JsValue::from_f64(f64::from(place_of(self.view.get_untracked())));
        let address = self.fragment();
        if let Ok(history) = window().history() {
            // Another fragment of the same address is never refused.
            let _ = match is_new {
                true => history.push_state_with_url(&state, "", Some(&address)),
                false => history.replace_state_with_url(&state, "", Some(&address)),
            };
        }
    }

    /// Keeps an own result for the next time; where that is forbidden nothing is lost but the comparison.
    fn keep(self) {
        if !is_framed() && self.view.get_untracked() == View::Result && self.is_own.get_untracked() {
            let link = link_of_answers(&self.answers.get_untracked());
            let _ = storage::write(KEPT, &format!("{} {link}", today()));
        }
    }

    /// Changes the answers; what somebody else answered becomes an own result by that.
    pub fn answer(self, field: Field, value: Option<f64>) {
        let changed = self.answers.with_untracked(|answers| answers.with(field, value));
        if let Ok(changed) = changed {
            self.take(changed);
        }
    }

    /// Takes changed answers.
    pub fn take(self, changed: Answers) {
        if changed != self.answers.get_untracked() {
            self.answers.set(changed);
        }
    }

    /// Shows the page in another language; the switch is made anew by that, and the keyboard stays on it.
    pub fn read_in(self, language: Language) {
        self.language.set(language);
        request_animation_frame(|| focus("#language"));
    }

    /// Begins anew.
    pub fn restart(self) {
        self.is_own.set(true);
        self.is_changing.set(false);
        self.answers.set(Answers::default());
        self.go(View::Asked(Question::People));
    }
}

/// Whether the address is one of this module's.
fn is_here() -> bool {
    if is_framed() {
        return true;
    }
    let hash = window().location().hash().unwrap_or_default();
    let path = hash.trim_start_matches('#').trim_matches('/');
    path.strip_prefix(HOUSEHOLD).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The page of the calculator for frames of other sites, which `public/boot.js` knows too.
pub const FRAMED: &str = "embed/household.html";

/// Whether this is that page: it keeps nothing, and what leads away opens elsewhere.
pub fn is_framed() -> bool {
    window().location().pathname().is_ok_and(|path| path.ends_with(FRAMED))
}

/// The day and the link that this browser keeps.
fn kept() -> Option<(String, String)> {
    let kept = storage::read(KEPT).ok().flatten().filter(|_| !is_framed())?;
    let (date, link) = kept.split_once(' ')?;
    Some((date.to_string(), link.to_string()))
}

/// The day and the total of last time; nothing where what is kept is none of ours.
fn last() -> Option<(String, Figure)> {
    let (date, link) = kept()?;
    let is_date = date.len() == 10 && date.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit());
    let home = household::home(&answers_of_link(&link).ok()?).ok()?;
    is_date.then_some((date, home.total))
}

/// The date where the reader is.
fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// A view as the history of the browser holds it.
fn place_of(view: View) -> u8 {
    match view {
        View::Asked(question) => question.place() as u8,
        View::Result => 8,
        View::Class => 9,
        View::Lesson => 10,
    }
}

fn view_of(place: f64) -> Option<View> {
    let place = place as usize;
    match place {
        8 => Some(View::Result),
        9 => Some(View::Class),
        10 => Some(View::Lesson),
        place => QUESTIONS.get(place).map(|question| View::Asked(*question)),
    }
}

/// Keyboard and screen reader go on at the heading of what is shown.
fn show_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    focus("main [data-top]");
}

fn focus(what: &str) {
    let found = document().query_selector(what).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Where it cannot take the keyboard, that stays where it is.
        let _ = element.focus();
    }
}
