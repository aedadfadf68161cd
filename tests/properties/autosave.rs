//! Laws of autosave: tabs over one journal, with a newer program, lost storage and failures between them, in any order of events.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use water_ledger::ledger::{
    Action, Autosave, Column, DISTRICTS, DistrictColumn, Edit, Entry, Event, History, Ledger, Opened, Record,
    RowCells, RowId, SCHEMA, Saving, Step, StorageError, Stored, TableAt, TableEdit, YEARS, open,
};

/// What happens next, and to which tab.
#[derive(Clone, Debug)]
enum Happening {
    /// A new district of a name of its own.
    Add(usize),
    /// A text of its own into a cell that others may type into too.
    Type(usize, usize),
    Undo(usize),
    FireTimer(usize),
    /// The storage does what a tab asked for first.
    Work(usize),
    /// A tab hears the storage's first answer.
    Answer(usize),
    /// A tab hears that another one wrote.
    News(usize),
    /// The tab is killed and opened again.
    Kill(usize),
    Full(bool),
}

fn happening(tabs: usize) -> impl Strategy<Value = Happening> {
    let tab = move || 0..tabs;
    prop_oneof![
        4 => tab().prop_map(Happening::Add),
        4 => (tab(), 0..3usize).prop_map(|(tab, cell)| Happening::Type(tab, cell)),
        1 => tab().prop_map(Happening::Undo),
        6 => tab().prop_map(Happening::FireTimer),
        8 => tab().prop_map(Happening::Work),
        8 => tab().prop_map(Happening::Answer),
        4 => tab().prop_map(Happening::News),
        1 => tab().prop_map(Happening::Kill),
        1 => any::<bool>().prop_map(Happening::Full),
    ]
}

#[derive(Debug)]
enum Request {
    Append(Entry),
    Read(u64),
}

struct Tab {
    autosave: Autosave,
    history: History,
    has_timer: bool,
    has_news: bool,
    requests: VecDeque<Request>,
    answers: VecDeque<Event>,
    /// The districts that it added and has not taken back, and when it last typed into each shared cell.
    added: Vec<String>,
}

struct World {
    tabs: Vec<Tab>,
    stored: Stored,
    is_full: bool,
    edits: usize,
    /// The districts that were shown as saved by the tab that added them.
    promised: Vec<String>,
}

fn districts() -> TableAt {
    DISTRICTS.at(&[RowId(1)])
}

fn names(ledger: &Ledger) -> Vec<String> {
    let rows = ledger.rows_at(districts()).unwrap_or_default();
    rows.iter()
        .map(|row| row[DistrictColumn::Name].to_string())
        .filter(|name| name.starts_with('+'))
        .collect()
}

/// A ledger with a year of three districts, stored.
fn begun() -> Stored {
    let ledger = Ledger::default().after(Edit::AddSheet(&YEARS, None)).expect("a first year");
    let more = || RowCells { row: None, cells: vec![(DistrictColumn::Name.spec(), "shared".to_string())] };
    let more = Edit::Table(districts(), TableEdit::Fill(vec![more(), more()]));
    let ledger = Arc::new(ledger.after(more).expect("two more rows"));
    let mut stored = Stored::default();
    let (mut autosave, _) = Autosave::load(Ok(Stored::default()));
    autosave.on(Event::Edited, &ledger);
    for action in autosave.on(Event::TimerFired, &ledger) {
        if let Action::Append(entry) = action {
            add(&mut stored, entry);
        }
    }
    stored
}

/// What a storage does with an entry that follows.
fn add(stored: &mut Stored, entry: Entry) {
    stored.patches.push(entry.patch);
    stored.snapshots.extend(entry.snapshot);
    stored.patches.retain(|record| record.number >= entry.patches_from);
    stored.snapshots.retain(|record| record.number >= entry.snapshots_from);
}

/// What a storage answers to a tab that knows a saving.
fn since(stored: &Stored, known: u64) -> Event {
    let newest = stored.patches.last().map_or(0, |record| record.number);
    let later: Vec<Record> = stored.patches.iter().filter(|record| record.number > known).cloned().collect();
    let follows = newest == known || later.first().is_some_and(|record| record.number == known + 1);
    if follows { Event::Behind(later) } else { Event::Other(stored.clone()) }
}

impl World {
    fn new(tabs: usize) -> World {
        let stored = begun();
        let tabs = (0..tabs).map(|_| Tab::opened(&stored)).collect();
        World { tabs, stored, is_full: false, edits: 0, promised: Vec::new() }
    }

    fn happen(&mut self, happening: &Happening) {
        match *happening {
            Happening::Add(at) => {
                let name = self.text();
                let row = RowCells { row: None, cells: vec![(DistrictColumn::Name.spec(), name.clone())] };
                if self.edit(at, Edit::Table(districts(), TableEdit::Fill(vec![row]))) {
                    self.tabs[at].added.push(name);
                }
            }
            Happening::Type(at, cell) => {
                let text = self.text();
                let column = [DistrictColumn::Net, DistrictColumn::Gross, DistrictColumn::Area][cell];
                self.edit(at, Edit::set(districts(), RowId(2), column, text));
            }
            Happening::Undo(at) => {
                let before = names(self.tabs[at].history.ledger());
                self.tabs[at].history.go(Step::Undo);
                let after = names(self.tabs[at].history.ledger());
                // Whatever was taken back by hand is promised no more, whoever added it.
                let is_taken = |name: &String| before.contains(name) && !after.contains(name);
                self.promised.retain(|name| !is_taken(name));
                self.tabs.iter_mut().for_each(|tab| tab.added.retain(|name| !is_taken(name)));
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
                if std::mem::take(&mut self.tabs[at].has_news) {
                    self.tell(at, Event::News);
                }
            }
            Happening::Kill(at) => self.tabs[at] = Tab::opened(&self.stored),
            Happening::Full(is_full) => self.is_full = is_full,
        }
    }

    fn text(&mut self) -> String {
        self.edits += 1;
        format!("+{}", self.edits)
    }

    /// Makes a change; false where somebody took away what it is made on.
    fn edit(&mut self, at: usize, edit: Edit) -> bool {
        // Each a step of its own: so long after the one before that they are not gathered.
        let now = self.edits as f64 * 1e6;
        let is_made = self.tabs[at].history.edit(edit, now).is_ok();
        self.tell(at, Event::Edited);
        is_made
    }

    fn tell(&mut self, at: usize, event: Event) {
        let now = self.tabs[at].history.ledger().clone();
        for action in self.tabs[at].autosave.on(event, &now) {
            let tab = &mut self.tabs[at];
            match action {
                Action::StartTimer(_) => tab.has_timer = true,
                Action::StopTimer => tab.has_timer = false,
                Action::Append(entry) => tab.requests.push_back(Request::Append(entry)),
                Action::Read(known) => tab.requests.push_back(Request::Read(known)),
                Action::Rebase { base, theirs } => tab.history.rebase(&base, &theirs),
            }
        }
        let tab = &self.tabs[at];
        if tab.autosave.saving() == Saving::Done {
            self.promised.extend(
                tab.added.iter().filter(|name| !self.promised.contains(name)).cloned().collect::<Vec<_>>(),
            );
        }
    }

    fn work(&mut self, at: usize) {
        let Some(request) = self.tabs[at].requests.pop_front() else { return };
        let answer = match request {
            Request::Read(known) => since(&self.stored, known),
            Request::Append(_) if self.is_full => Event::Failed(StorageError::Full),
            Request::Append(entry) => match since(&self.stored, entry.after) {
                Event::Behind(later) if later.is_empty() => {
                    add(&mut self.stored, entry);
                    for (other, tab) in self.tabs.iter_mut().enumerate() {
                        tab.has_news |= other != at;
                    }
                    Event::Written
                }
                behind => behind,
            },
        };
        self.tabs[at].answers.push_back(answer);
    }

    /// Everything that is under way comes to its end.
    fn settle(&mut self) {
        self.is_full = false;
        for _ in 0..20 {
            for at in 0..self.tabs.len() {
                while !self.tabs[at].requests.is_empty() || !self.tabs[at].answers.is_empty() {
                    self.happen(&Happening::Work(at));
                    self.happen(&Happening::Answer(at));
                }
                self.happen(&Happening::News(at));
                self.happen(&Happening::FireTimer(at));
            }
        }
    }
}

impl Tab {
    fn opened(stored: &Stored) -> Tab {
        let (autosave, kept) = Autosave::load(Ok(stored.clone()));
        assert!(!kept.is_cut);
        // The year itself is not taken back: the other tabs type into it.
        let past = kept.past.into_iter().filter(|ledger| !ledger.sheets(&YEARS).is_empty()).collect();
        Tab {
            autosave,
            history: History::with_past(past, kept.ledger),
            has_timer: false,
            has_news: false,
            requests: VecDeque::new(),
            answers: VecDeque::new(),
            added: Vec::new(),
        }
    }
}

/// What a tab adds, and what was shown as saved before a tab was killed, is there once in every tab and on disk; all tabs come to
/// the same ledger.
fn nothing_is_lost_or_doubled(tabs: usize, happenings: &[Happening]) -> Result<(), TestCaseError> {
    let mut world = World::new(tabs);
    for happening in happenings {
        world.happen(happening);
    }
    world.settle();
    let kept = Tab::opened(&world.stored);
    let stored = kept.history.ledger();
    let mut counts: HashMap<String, usize> = HashMap::new();
    names(stored).into_iter().for_each(|name| *counts.entry(name).or_default() += 1);
    for tab in &world.tabs {
        prop_assert_eq!(tab.history.ledger(), stored);
        prop_assert!(matches!(tab.autosave.saving(), Saving::Done | Saving::Nothing));
        for name in &tab.added {
            prop_assert_eq!(counts.get(name), Some(&1), "{} in {:?}", name, names(stored));
        }
    }
    for name in &world.promised {
        prop_assert_eq!(counts.get(name), Some(&1), "{} was shown as saved", name);
    }
    prop_assert!(counts.values().all(|count| *count == 1), "{:?}", counts);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3))]

    #[test]
    fn four_tabs_lose_and_double_nothing_over_a_long_day(happenings in prop::collection::vec(happening(4), 2000)) {
        nothing_is_lost_or_doubled(4, &happenings)?;
    }
}

proptest! {
    #[test]
    fn tabs_lose_and_double_nothing(
        (tabs, happenings) in (2..5usize)
            .prop_flat_map(|tabs| (Just(tabs), prop::collection::vec(happening(tabs), 0..160))),
    ) {
        nothing_is_lost_or_doubled(tabs, &happenings)?;
    }

    /// Every saving can be undone after all tabs were closed.
    #[test]
    fn what_was_saved_can_be_undone_after_a_reload(happenings in prop::collection::vec(happening(2), 0..80)) {
        let mut world = World::new(2);
        for happening in &happenings {
            world.happen(happening);
        }
        world.settle();
        let mut opened = Tab::opened(&world.stored).history;
        for record in world.stored.patches.iter().skip(1).rev().take(150) {
            prop_assert!(opened.can(Step::Undo), "saving {}", record.number);
            opened.go(Step::Undo);
        }
    }

    /// Whatever is torn, what is read is a ledger that once was, or it is held; nothing whole is written over.
    #[test]
    fn a_torn_record_costs_what_follows_it_and_no_more(count in 1..150u64, torn in any::<prop::sample::Index>(), is_snapshot in any::<bool>()) {
        let mut stored = begun();
        let mut ledgers = vec![Arc::default(), Tab::opened(&stored).history.ledger().clone()];
        let mut tab = Tab::opened(&stored);
        for edit in 0..count {
            tab.history.edit(Edit::set(districts(), RowId(2), DistrictColumn::Net, format!("{edit}")), edit as f64 * 1e6).expect("a cell");
            let now = tab.history.ledger().clone();
            tab.autosave.on(Event::Edited, &now);
            for action in tab.autosave.on(Event::TimerFired, &now) {
                if let Action::Append(entry) = action {
                    add(&mut stored, entry);
                    tab.autosave.on(Event::Written, &now);
                }
            }
            ledgers.push(now);
        }
        let of = if is_snapshot && !stored.snapshots.is_empty() { &mut stored.snapshots } else { &mut stored.patches };
        let place = torn.index(of.len());
        let text = of[place].text.replacen('"', "'", 1);
        of[place].text = text.into();
        let (mut autosave, kept) = Autosave::load(Ok(stored.clone()));
        prop_assert!(autosave.held().is_none());
        prop_assert!(ledgers.contains(&kept.ledger));
        // What is typed next is read again, with all that could be read before.
        let mut history = History::with_past(kept.past, kept.ledger);
        history.edit(Edit::title("after"), 0.0).expect("a title");
        autosave.on(Event::Edited, history.ledger());
        for action in autosave.on(Event::TimerFired, history.ledger()) {
            if let Action::Append(entry) = action {
                add(&mut stored, entry);
            }
        }
        prop_assert_eq!(&Autosave::load(Ok(stored)).1.ledger, history.ledger());
    }
}

#[test]
fn a_change_is_saved_once_however_many_follow_it_at_once() {
    let ledger = Arc::new(Ledger::titled("a"));
    let (mut autosave, _) = Autosave::load(Ok(Stored::default()));
    assert!(matches!(autosave.on(Event::Edited, &ledger)[..], [Action::StartTimer(_)]));
    assert_eq!(autosave.on(Event::Edited, &ledger), []);
    assert!(matches!(autosave.on(Event::TimerFired, &ledger)[..], [Action::Append(_)]));
    assert_eq!(autosave.on(Event::Written, &ledger), []);
    assert_eq!(autosave.saving(), Saving::Done);
    // There is nothing left to be saved.
    assert_eq!(autosave.on(Event::Leaving, &ledger), []);
}

#[test]
fn a_storage_that_failed_is_tried_again_and_the_failure_stays_in_sight() {
    for error in [StorageError::Full, StorageError::Blocked] {
        let ledger = Arc::new(Ledger::titled("a"));
        let (mut autosave, _) = Autosave::load(Ok(Stored::default()));
        autosave.on(Event::Edited, &ledger);
        autosave.on(Event::TimerFired, &ledger);
        assert!(matches!(autosave.on(Event::Failed(error), &ledger)[..], [Action::StartTimer(_)]));
        autosave.on(Event::Edited, &ledger);
        assert_eq!(autosave.saving(), Saving::Failed(error));
        assert!(matches!(autosave.on(Event::TimerFired, &ledger)[..], [Action::Append(_)]));
    }
}

#[test]
fn news_that_could_not_be_read_are_asked_for_again_and_nothing_is_said_of_what_is_saved() {
    let mut tab = Tab::opened(&begun());
    let now = tab.history.ledger().clone();
    assert_eq!(tab.autosave.on(Event::News, &now), [Action::Read(1)]);
    let actions = tab.autosave.on(Event::Failed(StorageError::Blocked), &now);
    assert!(matches!(actions[..], [Action::StartTimer(_)]));
    assert_eq!(tab.autosave.saving(), Saving::Nothing);
    assert_eq!(tab.autosave.on(Event::TimerFired, &now), [Action::Read(1)]);
}

#[test]
fn what_a_newer_program_wrote_is_held_and_nothing_is_added_to_it() {
    let mut stored = begun();
    let mut tab = Tab::opened(&stored);
    let newer = Record { number: 2, schema: SCHEMA + 1, text: "{}".into(), check: 0 };
    let now = tab.history.ledger().clone();
    tab.autosave.on(Event::Behind(vec![newer.clone()]), &now);
    assert!(tab.autosave.held().is_some());
    tab.autosave.on(Event::Edited, &now);
    assert_eq!(tab.autosave.on(Event::Leaving, &now), [Action::StopTimer]);
    stored.patches.push(newer);
    assert!(Autosave::load(Ok(stored)).0.held().is_some());
}

#[test]
fn a_snapshot_that_cannot_be_read_and_stands_alone_is_held_and_no_empty_ledger() {
    let torn = Record { number: 9, schema: SCHEMA, text: "{".into(), check: 0 };
    let stored = Stored { snapshots: vec![torn], patches: Vec::new() };
    assert!(Autosave::load(Ok(stored.clone())).0.held().is_some());
    assert!(stored.ledger().is_err());
}

#[test]
fn what_an_older_version_wrote_is_read_once_its_form_is_the_newest() {
    let text = "{\"schema\": 5, \"ledger\": {\"title\": \"第五版\"}}";
    let Opened::Ledger(ledger) = open(text) else { panic!("it is a ledger") };
    let whole = Entry::whole(&ledger).snapshot.expect("a snapshot");
    assert_eq!(open(&whole.text), Opened::Ledger(ledger.clone()));
    // A record knows its checksum alone, so an older one is made of one that is whole.
    let mut older = whole.clone();
    older.schema = 5;
    let stored = Stored { snapshots: vec![older], patches: Vec::new() };
    assert!(stored.is_older() && stored.older_snapshot().is_some());
    let newest = stored.in_newest_form();
    assert!(!newest.is_older());
    assert_eq!(newest.ledger().expect("a ledger").title(), "第五版");
}

#[test]
fn a_ledger_whose_storage_was_taken_away_is_written_anew() {
    let mut tab = Tab::opened(&begun());
    let now = tab.history.ledger().clone();
    tab.autosave.on(Event::News, &now);
    assert!(matches!(tab.autosave.on(Event::Other(Stored::default()), &now)[..], [Action::StartTimer(_)]));
    let actions = tab.autosave.on(Event::TimerFired, &now);
    let [Action::Append(entry)] = &actions[..] else { panic!("{actions:?}") };
    let mut stored = Stored::default();
    add(&mut stored, entry.clone());
    assert_eq!(Tab::opened(&stored).history.ledger(), &now);
}
