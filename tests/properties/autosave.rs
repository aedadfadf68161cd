//! Laws of autosave: two tabs over one storage, with other programs and failures between them, in any order of events.

use std::collections::VecDeque;
use std::sync::Arc;

use proptest::prelude::*;
use water_ledger::ledger::{
    Action, Autosave, Edit, Event, History, Ledger, Opened, SaveAnswer, Saving, Step, StorageError, open,
    save,
};

/// A text that no program of this version opens.
const NEWER: &str = r#"{ "schema": 99, "ledger": {} }"#;
const DAMAGED: &str = r#"{"schema": 1, "ledger": {"title": "#;

/// What happens next, and to which tab.
#[derive(Clone, Debug)]
enum Happening {
    Edit(usize),
    FireTimer(usize),
    /// The storage does what a tab asked for first.
    Work(usize),
    /// A tab hears the storage's first answer.
    Answer(usize),
    /// A tab hears that another one wrote.
    News(usize),
    SetAside(usize),
    /// The tab is closed and opened again, with or without a storage.
    Reopen(usize, bool),
    /// Another program stores a text of its own.
    Foreign(bool),
    Clear,
    Full(bool),
}

fn happening() -> impl Strategy<Value = Happening> {
    let tab = || 0..2_usize;
    prop_oneof![
        6 => tab().prop_map(Happening::Edit),
        6 => tab().prop_map(Happening::FireTimer),
        8 => tab().prop_map(Happening::Work),
        8 => tab().prop_map(Happening::Answer),
        4 => tab().prop_map(Happening::News),
        2 => tab().prop_map(Happening::SetAside),
        2 => (tab(), prop::bool::weighted(0.1)).prop_map(|(tab, blocked)| Happening::Reopen(tab, blocked)),
        1 => any::<bool>().prop_map(Happening::Foreign),
        1 => Just(Happening::Clear),
        1 => any::<bool>().prop_map(Happening::Full),
    ]
}

enum Request {
    Save { known: Option<Arc<str>>, text: Arc<str> },
    KeepAside(Arc<str>),
    Read,
}

struct Tab {
    autosave: Autosave,
    history: History,
    has_timer: bool,
    has_news: bool,
    is_blocked: bool,
    requests: VecDeque<Request>,
    answers: VecDeque<Event>,
}

struct World {
    /// Whether the storage answers at once, as a browser's small one does.
    is_immediate: bool,
    tabs: Vec<Tab>,
    document: Option<Arc<str>>,
    aside: Vec<Arc<str>>,
    is_full: bool,
    /// Every text that a tab has written.
    written: Vec<Arc<str>>,
    edits: usize,
}

impl World {
    fn new(is_immediate: bool) -> World {
        let mut world = World {
            is_immediate,
            tabs: Vec::new(),
            document: None,
            aside: Vec::new(),
            is_full: false,
            written: Vec::new(),
            edits: 0,
        };
        world.tabs = vec![world.opened(false), world.opened(false)];
        world
    }

    fn opened(&self, is_blocked: bool) -> Tab {
        let found = if is_blocked { Err(StorageError::Blocked) } else { Ok(self.document.clone()) };
        let (autosave, ledger) = Autosave::load(found);
        Tab {
            autosave,
            history: History::new(ledger.unwrap_or_default()),
            has_timer: false,
            has_news: false,
            is_blocked,
            requests: VecDeque::new(),
            answers: VecDeque::new(),
        }
    }

    fn happen(&mut self, happening: &Happening) {
        match *happening {
            Happening::Edit(at) => {
                self.edits += 1;
                let edit = Edit::Title(self.edits.to_string());
                // Each a step of its own: so long after the one before that they are not gathered.
                let now = self.edits as f64 * 1e6;
                self.tabs[at].history.edit(edit, now).expect("a title can always be typed");
                self.tell(at, Event::Edited);
            }
            Happening::FireTimer(at) => {
                if std::mem::take(&mut self.tabs[at].has_timer) {
                    self.tell(at, Event::TimerFired);
                }
            }
            Happening::Work(at) => self.work(at),
            Happening::Answer(at) => {
                if let Some(event) = self.tabs[at].answers.pop_front() {
                    self.tell(at, event);
                }
            }
            Happening::News(at) => {
                if std::mem::take(&mut self.tabs[at].has_news) && !self.tabs[at].is_blocked {
                    self.ask(at, Request::Read);
                }
            }
            Happening::SetAside(at) => self.tell(at, Event::SetAside),
            Happening::Reopen(at, is_blocked) => self.reopen(at, is_blocked),
            Happening::Foreign(is_newer) => {
                let text = if is_newer { NEWER } else { DAMAGED };
                self.document = Some(text.into());
                self.spread_news(None);
            }
            Happening::Clear => {
                self.document = None;
                self.spread_news(None);
            }
            Happening::Full(is_full) => self.is_full = is_full,
        }
    }

    fn tell(&mut self, at: usize, event: Event) {
        for action in self.tabs[at].autosave.on(event) {
            let tab = &mut self.tabs[at];
            match action {
                Action::StartTimer(_) => tab.has_timer = true,
                Action::StopTimer => tab.has_timer = false,
                Action::Save { known } => {
                    let text = save(tab.history.ledger()).into();
                    self.ask(at, Request::Save { known, text });
                }
                Action::KeepAside(text) => self.ask(at, Request::KeepAside(text)),
                Action::Adopt(theirs) => tab.history.adopt(theirs),
                Action::Merge(theirs) => {
                    tab.history.merge(theirs);
                }
                Action::SayNotSetAside => {}
            }
        }
    }

    fn ask(&mut self, at: usize, request: Request) {
        self.tabs[at].requests.push_back(request);
        if self.is_immediate {
            self.drain(at);
        }
    }

    /// Everything a tab asked for is done and answered.
    fn drain(&mut self, at: usize) {
        while !self.tabs[at].requests.is_empty() || !self.tabs[at].answers.is_empty() {
            self.work(at);
            self.happen(&Happening::Answer(at));
        }
    }

    fn work(&mut self, at: usize) {
        let Some(request) = self.tabs[at].requests.pop_front() else { return };
        let answer = match request {
            Request::Read => Event::OtherTab(self.document.clone()),
            Request::KeepAside(text) => {
                let is_kept = !self.is_full && !self.tabs[at].is_blocked;
                self.aside.extend(is_kept.then(|| text.clone()));
                Event::KeptAside(text, is_kept)
            }
            Request::Save { known, text } => Event::Saved(self.swap(at, known, text)),
        };
        self.tabs[at].answers.push_back(answer);
    }

    fn swap(&mut self, at: usize, known: Option<Arc<str>>, text: Arc<str>) -> SaveAnswer {
        if self.tabs[at].is_blocked {
            return SaveAnswer::Failed(StorageError::Blocked);
        }
        if let Some(found) = self.document.clone().filter(|_| self.document != known) {
            return SaveAnswer::Found(found);
        }
        if self.is_full {
            return SaveAnswer::Failed(StorageError::Full);
        }
        if let Some(replaced) = self.document.replace(text.clone()) {
            match open(&replaced) {
                Opened::Ledger(replaced) => {
                    assert!(self.remembers(at, &replaced), "{replaced:?} is no step back")
                }
                _ => assert!(self.aside.contains(&replaced), "a held text was written over"),
            }
        }
        self.written.push(text.clone());
        self.spread_news(Some(at));
        SaveAnswer::Written(text)
    }

    fn spread_news(&mut self, from: Option<usize>) {
        for (at, tab) in self.tabs.iter_mut().enumerate() {
            tab.has_news |= Some(at) != from;
        }
    }

    /// Whether a ledger is a tab's, or a step back from it.
    fn remembers(&self, at: usize, ledger: &Ledger) -> bool {
        let mut history = self.tabs[at].history.clone();
        loop {
            if **history.ledger() == *ledger {
                return true;
            }
            if !history.can(Step::Undo) {
                return false;
            }
            history.go(Step::Undo);
        }
    }

    fn reopen(&mut self, at: usize, is_blocked: bool) {
        // A storage that answers later must be given the time to.
        self.drain(at);
        self.tell(at, Event::Leaving);
        self.drain(at);
        let tab = &self.tabs[at];
        let is_excused = tab.autosave.held().is_some()
            || matches!(tab.autosave.saving(), Saving::Nothing | Saving::Failed(_));
        let text: Arc<str> = save(tab.history.ledger()).into();
        assert!(is_excused || self.written.contains(&text), "what the tab showed was never stored: {text}");
        self.tabs[at] = self.opened(is_blocked);
    }

    /// Everything that is under way comes to its end.
    fn settle(&mut self) {
        // A full storage is tried again and again, so that this would never end by itself.
        for _ in 0..20 {
            for at in 0..self.tabs.len() {
                self.drain(at);
                self.happen(&Happening::News(at));
                self.drain(at);
                self.happen(&Happening::FireTimer(at));
                self.drain(at);
            }
        }
    }

    /// What a tab shows as saved is what is stored.
    fn check_honesty(&self) {
        for tab in &self.tabs {
            let is_stored = self.document.as_deref() == Some(save(tab.history.ledger()).as_str());
            let is_held = tab.autosave.held().is_some();
            match tab.autosave.saving() {
                Saving::Done => assert!(is_stored),
                Saving::Nothing => assert!(is_stored || is_held || self.document.is_none()),
                Saving::Pending => assert!(is_held),
                Saving::Failed(StorageError::Full) => assert!(self.is_full || is_held),
                Saving::Failed(StorageError::Blocked) => assert!(tab.is_blocked),
            }
        }
    }
}

proptest! {
    /// Whoever writes over a text has it as a step back, or it is held and kept aside; what a tab showed when it was closed
    /// was stored; and when all is quiet, what is shown as saved is what is stored.
    #[test]
    fn two_tabs_lose_nothing(
        is_immediate in any::<bool>(),
        happenings in prop::collection::vec(happening(), 0..120),
    ) {
        let mut world = World::new(is_immediate);
        for happening in &happenings {
            world.happen(happening);
        }
        world.settle();
        world.check_honesty();
        world.is_full = false;
        world.settle();
        world.check_honesty();
    }
}

#[test]
fn a_change_is_saved_once_however_many_follow_it_at_once() {
    let (mut autosave, _) = Autosave::load(Ok(None));
    let first = autosave.on(Event::Edited);
    assert!(matches!(first[..], [Action::StartTimer(_)]));
    assert_eq!(autosave.on(Event::Edited), []);
    assert_eq!(autosave.on(Event::TimerFired), [Action::Save { known: None }]);
    assert_eq!(autosave.on(Event::Saved(SaveAnswer::Written("text".into()))), []);
    assert_eq!(autosave.saving(), Saving::Done);
    // There is nothing left to be saved.
    assert_eq!(autosave.on(Event::Leaving), []);
}

#[test]
fn a_full_storage_is_tried_again_and_a_blocked_one_is_not() {
    for (error, is_retried) in [(StorageError::Full, true), (StorageError::Blocked, false)] {
        let (mut autosave, _) = Autosave::load(Ok(None));
        autosave.on(Event::Edited);
        autosave.on(Event::TimerFired);
        let actions = autosave.on(Event::Saved(SaveAnswer::Failed(error)));
        assert_eq!(matches!(actions[..], [Action::StartTimer(_)]), is_retried);
        assert_eq!(autosave.saving(), Saving::Failed(error));
        // The failure stays in sight while more is typed.
        autosave.on(Event::Edited);
        assert_eq!(autosave.saving(), Saving::Failed(error));
    }
}

#[test]
fn a_text_held_meanwhile_is_not_let_go_because_another_was_set_aside() {
    let (mut autosave, ledger) = Autosave::load(Ok(Some(NEWER.into())));
    assert_eq!(ledger, None);
    assert_eq!(autosave.on(Event::SetAside), [Action::KeepAside(NEWER.into())]);
    autosave.on(Event::OtherTab(Some(DAMAGED.into())));
    assert_eq!(autosave.on(Event::KeptAside(NEWER.into(), true)), []);
    assert_eq!(autosave.held().map(|held| &*held.text), Some(DAMAGED));
}

#[test]
fn another_tab_s_ledger_waits_while_this_tab_has_something_to_save() {
    let theirs: Arc<str> = save(&Ledger::titled("theirs")).into();
    let (mut autosave, _) = Autosave::load(Ok(None));
    autosave.on(Event::Edited);
    assert_eq!(autosave.on(Event::OtherTab(Some(theirs.clone()))), []);
    autosave.on(Event::TimerFired);
    let actions = autosave.on(Event::Saved(SaveAnswer::Found(theirs.clone())));
    assert!(matches!(&actions[..], [Action::Merge(_), Action::Save { known }] if *known == Some(theirs)));
}
