//! Laws of editing: undo and redo lead back and forth, identities stay unique, the past stays bounded.

use proptest::prelude::*;
use proptest::sample::Index;
use water_ledger::catalog;
use water_ledger::ledger::{
    CanalColumn, ColumnSpec, Edit, Entry, History, Ledger, MAX_ROWS, Opened, PlantEntry, PlantTable, Refused,
    ReviewEntry, ReviewId, ReviewTable, RowId, RubricEdit, RubricId, Step, TableAt, TableEdit, YearId,
    example, open, save,
};
use water_ledger::rubric::Rubric;
use water_ledger::text::Language;

use crate::properties::ledgers::{any_ledger, any_text, cell_text, entries, rows, tables};

/// How many steps back the history keeps.
const STEPS: usize = 200;

/// A change before it is known which rows there are.
#[derive(Clone, Debug)]
pub enum Intent {
    Title(String),
    Replace(Ledger),
    AddYear,
    Enter(Index, String),
    RemoveYear(Index),
    AddPeriod,
    RemovePeriod(Index),
    AddReview(Option<Index>),
    RemoveReview(Index),
    AddRubric(Index),
    RemoveRubric(Index),
    Rubric(Index, String, String, bool),
    Set(Index, usize, String),
    Paste(Index, usize, Vec<Vec<String>>),
    Append(Index),
    Insert(Index),
    Remove(Index),
    Move(Index, isize),
    /// A change of a row that is no longer there.
    Stale(RowId),
}

pub fn intent() -> impl Strategy<Value = Intent> {
    let at = any::<Index>;
    // One column more than any table has, as a careless caller might name.
    let column = || 0..=CanalColumn::ALL.len();
    let block = prop::collection::vec(prop::collection::vec(cell_text(), 0..8), 0..6);
    prop_oneof![
        1 => any_text().prop_map(Intent::Title),
        1 => any_ledger().prop_map(Intent::Replace),
        2 => Just(Intent::AddYear),
        1 => (at(), cell_text()).prop_map(|(at, text)| Intent::Enter(at, text)),
        1 => at().prop_map(Intent::RemoveYear),
        2 => Just(Intent::AddPeriod),
        1 => at().prop_map(Intent::RemovePeriod),
        1 => prop::option::of(at()).prop_map(Intent::AddReview),
        1 => at().prop_map(Intent::RemoveReview),
        1 => at().prop_map(Intent::AddRubric),
        1 => at().prop_map(Intent::RemoveRubric),
        2 => (at(), field(), cell_text(), any::<bool>())
            .prop_map(|(at, field, text, is_number)| Intent::Rubric(at, field, text, is_number)),
        6 => (at(), column(), cell_text()).prop_map(|(row, c, text)| Intent::Set(row, c, text)),
        3 => (at(), column(), block).prop_map(|(row, c, block)| Intent::Paste(row, c, block)),
        2 => at().prop_map(Intent::Append),
        2 => at().prop_map(Intent::Insert),
        2 => at().prop_map(Intent::Remove),
        2 => (at(), any::<isize>()).prop_map(|(row, by)| Intent::Move(row, by)),
        1 => any::<u32>().prop_map(|row| Intent::Stale(RowId(row))),
    ]
}

/// The change that an intent means for a ledger; none where there is nothing to change.
pub fn edit_for(intent: Intent, ledger: &Ledger) -> Option<Edit> {
    let row = |at: Index| {
        let of_table = |table| rows(ledger, table).into_iter().map(move |row| (table, row));
        some_of(tables(ledger).into_iter().flat_map(of_table).collect(), at)
    };
    let of_row = |at: Index, change: &dyn Fn(RowId) -> TableEdit| {
        row(at).map(|(table, row)| Edit::Table(table, change(row)))
    };
    Some(match intent {
        Intent::Title(title) => Edit::Set(Entry::Title, title),
        Intent::Replace(ledger) => Edit::Replace(Box::new(ledger)),
        Intent::AddYear => Edit::AddYear,
        Intent::AddPeriod => Edit::AddPeriod,
        Intent::Enter(at, text) => Edit::Set(some_of(entries(ledger), at)?, text),
        Intent::RemoveYear(at) => {
            Edit::RemoveYear(some_of(ledger.irrigation.years.iter().map(|sheet| sheet.id).collect(), at)?)
        }
        Intent::RemovePeriod(at) => {
            Edit::RemovePeriod(some_of(ledger.industry.periods.iter().map(|sheet| sheet.id).collect(), at)?)
        }
        Intent::AddReview(of) => Edit::AddReview(of.and_then(|at| some_of(reviews(ledger), at))),
        Intent::RemoveReview(at) => Edit::RemoveReview(some_of(reviews(ledger), at)?),
        Intent::AddRubric(at) => {
            let shipped = catalog::rubric(at.get(catalog::RUBRICS).id).expect("shipped");
            Edit::AddRubric(Box::new(Rubric::clone(&shipped)))
        }
        Intent::RemoveRubric(at) => Edit::RemoveRubric(some_of(own_rubrics(ledger), at)?),
        Intent::Rubric(at, field, text, is_number) => {
            let change =
                if is_number { RubricEdit::Number(field, text) } else { RubricEdit::Text(field, text) };
            Edit::Rubric(some_of(own_rubrics(ledger), at)?, change)
        }
        Intent::Append(at) => Edit::Table(some_of(tables(ledger), at)?, TableEdit::Insert(None)),
        Intent::Set(at, column, text) => of_row(at, &|row| TableEdit::Set(row, column, text.clone()))?,
        Intent::Paste(at, column, block) => of_row(at, &|row| TableEdit::Paste(row, column, block.clone()))?,
        Intent::Insert(after) => of_row(after, &|row| TableEdit::Insert(Some(row)))?,
        Intent::Remove(at) => of_row(at, &TableEdit::Remove)?,
        Intent::Move(at, by) => of_row(at, &|row| TableEdit::Move(row, by))?,
        Intent::Stale(row) => Edit::Table(TableAt::Districts(YearId(row.0)), TableEdit::Remove(row)),
    })
}

fn reviews(ledger: &Ledger) -> Vec<ReviewId> {
    ledger.certification.reviews.iter().map(|sheet| sheet.id).collect()
}

fn own_rubrics(ledger: &Ledger) -> Vec<RubricId> {
    ledger.certification.rubrics.iter().map(|sheet| sheet.id).collect()
}

/// A field of a rubric, some of which are not there.
fn field() -> impl Strategy<Value = String> {
    let fields = [
        "/total",
        "/title/zh",
        "/edition",
        "/pass/min_score",
        "/section/0/max",
        "/section/0/item/0/max",
        "/section/0/item/1/id",
        "/section/9/max",
        "/nothing",
        "",
    ];
    prop::sample::select(fields.map(str::to_string).to_vec())
}

fn some_of<T: Copy>(all: Vec<T>, at: Index) -> Option<T> {
    (!all.is_empty()).then(|| *at.get(&all))
}

proptest! {
    #[test]
    fn undoing_all_leads_to_the_first_ledger_and_redoing_all_to_the_last(
        first in any_ledger(),
        changes in prop::collection::vec((intent(), 0.0..1000.0f64), 0..40),
    ) {
        let mut history = History::new(first.clone());
        let mut now = 0.0;
        for (intent, pause) in changes {
            now += pause;
            apply(&mut history, intent, now)?;
        }
        let last = history.ledger().clone();
        go_to_the_end(&mut history, Step::Undo);
        prop_assert_eq!(history.ledger().as_ref(), &first);
        go_to_the_end(&mut history, Step::Redo);
        prop_assert_eq!(history.ledger(), &last);
    }

    #[test]
    fn each_slow_change_is_one_step_and_undo_goes_through_all_of_them(
        changes in prop::collection::vec(intent(), 0..30),
    ) {
        let mut history = History::new(example(Language::Chinese));
        let mut states = vec![history.ledger().clone()];
        for (intent, at) in changes.into_iter().zip(1..) {
            // Two seconds apart, nothing is gathered.
            apply(&mut history, intent, f64::from(at) * 2000.0)?;
            if states.last() != Some(history.ledger()) {
                states.push(history.ledger().clone());
            }
        }
        while let Some(state) = states.pop() {
            prop_assert_eq!(history.ledger(), &state);
            history.go(Step::Undo);
        }
        prop_assert!(!history.can(Step::Undo));
    }

    #[test]
    fn identities_stay_unique_so_that_every_ledger_opens_again(
        first in any_ledger(),
        changes in prop::collection::vec(intent(), 1..30),
    ) {
        let mut ledger = first;
        for intent in changes {
            let Some(edit) = edit_for(intent, &ledger) else { continue };
            ledger = ledger.after(edit).unwrap_or(ledger);
            prop_assert_eq!(ledger.irrigation.duplicate_id(), None);
            prop_assert_eq!(ledger.industry.duplicate_id(), None);
            prop_assert_eq!(ledger.certification.duplicate_id(), None);
        }
        prop_assert_eq!(open(&save(&ledger)), Opened::Ledger(ledger));
    }
}

#[test]
fn the_past_is_bounded_whoever_made_the_changes() {
    let mut typed = History::new(Ledger::default());
    let mut adopted = History::new(Ledger::default());
    for number in 0..STEPS + 50 {
        let title = number.to_string();
        let other = Ledger { title: title.clone(), ..Ledger::default() };
        typed
            .edit(Edit::Set(Entry::Title, title), number as f64 * 1000.0)
            .expect("a title can always be set");
        adopted.adopt(other);
    }
    for mut history in [typed, adopted] {
        assert_eq!(go_to_the_end(&mut history, Step::Undo), STEPS);
        assert_eq!(history.ledger().title, "49", "the newest steps are the ones that are kept");
        assert_eq!(go_to_the_end(&mut history, Step::Redo), STEPS);
        assert_eq!(history.ledger().title, "249");
    }
}

#[test]
fn a_table_takes_as_many_rows_as_it_may_and_refuses_one_more_whole() {
    let mut ledger = Ledger::default().after(Edit::AddYear).expect("a first year");
    let paste = |rows: usize| {
        let block = vec![vec!["灌区".to_string()]; rows];
        Edit::Table(TableAt::Districts(YearId(1)), TableEdit::Paste(RowId(1), 0, block))
    };
    assert_eq!(ledger.after(paste(MAX_ROWS + 1)), Err(Refused::TooManyRows));
    ledger = ledger.after(paste(MAX_ROWS)).expect("as many as there may be");
    assert_eq!(ledger.irrigation.years[0].districts.len(), MAX_ROWS);
    let insert = Edit::Table(TableAt::Districts(YearId(1)), TableEdit::Insert(None));
    assert_eq!(ledger.after(insert), Err(Refused::TooManyRows));
}

#[test]
fn the_year_after_one_typed_in_full_width_follows_it() {
    let mut ledger = Ledger::default().after(Edit::AddYear).expect("a first year");
    for (typed, next) in [("２０２３", "2024"), (" 2024 ", "2025"), ("明年", "")] {
        ledger.irrigation.years.truncate(1);
        ledger.irrigation.years[0].year = typed.to_string();
        let after = ledger.after(Edit::AddYear).expect("a year can always be added");
        assert_eq!(after.irrigation.years[1].year, next, "{typed}");
    }
}

/// Makes a change; one that is refused leaves the ledger as it was.
fn apply(history: &mut History, intent: Intent, now: f64) -> Result<(), TestCaseError> {
    let before = history.ledger().clone();
    if let Some(edit) = edit_for(intent, &before)
        && history.edit(edit, now).is_err()
    {
        prop_assert_eq!(history.ledger(), &before);
    }
    Ok(())
}

/// Goes as far as it goes and says how many steps it was.
fn go_to_the_end(history: &mut History, step: Step) -> usize {
    let mut steps = 0;
    while history.can(step) {
        history.go(step);
        steps += 1;
    }
    steps
}

proptest! {
    #[test]
    fn the_next_sheet_has_what_is_carried_and_nothing_that_is_measured(ledger in any_ledger()) {
        if let Some(last) = ledger.industry.periods.last() {
            let after = ledger.after(Edit::AddPeriod).expect("a period can always be added");
            let next = after.industry.periods.last().expect("it was added");
            for entry in PlantEntry::ALL.iter().filter(|entry| **entry != PlantEntry::Period) {
                let expected = if entry.spec().is_carried { last.entry(*entry) } else { "" };
                prop_assert_eq!(next.entry(*entry), expected, "{:?}", entry);
            }
            for table in PlantTable::ALL {
                prop_assert!(carried(next.rows(*table).as_slice(), table.columns(), |row, column| {
                    (next.cell(*table, row, column), last.cell(*table, row, column))
                }), "{:?}", table);
            }
        }
        if let Some(last) = ledger.certification.reviews.last() {
            let after = ledger.after(Edit::AddReview(Some(last.id))).expect("a unit's year can always be added");
            let next = after.certification.reviews.last().expect("it was added");
            for entry in ReviewEntry::ALL.iter().filter(|entry| **entry != ReviewEntry::Year) {
                let expected = if entry.spec().is_carried { last.entry(*entry) } else { "" };
                prop_assert_eq!(next.entry(*entry), expected, "{:?}", entry);
            }
            for table in ReviewTable::ALL {
                let is_planned = matches!(table, ReviewTable::Measures | ReviewTable::Effects);
                prop_assert_eq!(is_planned && !next.rows(*table).is_empty(), false);
                prop_assert!(carried(next.rows(*table).as_slice(), table.columns(), |row, column| {
                    (next.cell(*table, row, column), last.cell(*table, row, column))
                }), "{:?}", table);
            }
        }
    }
}

/// Whether every cell of these rows is the last sheet's where its column is carried, and empty elsewhere.
fn carried<'s>(
    rows: &[RowId],
    columns: &[ColumnSpec],
    cells: impl Fn(RowId, usize) -> (&'s str, &'s str),
) -> bool {
    rows.iter().all(|row| {
        columns.iter().enumerate().all(|(index, column)| {
            let (next, last) = cells(*row, index);
            // What a rubric asks for comes into being with its keys.
            next == if column.is_carried { last } else { "" } || column.is_key
        })
    })
}

#[test]
fn no_two_columns_of_a_table_and_no_two_entries_of_a_sheet_have_one_name() {
    let ledger = example(Language::Chinese);
    let years = ledger.irrigation.years.iter().flat_map(TableAt::all).map(TableAt::columns);
    let plant = PlantTable::ALL.iter().map(|table| table.columns());
    let reviews = ReviewTable::ALL.iter().map(|table| table.columns());
    for columns in years.chain(plant).chain(reviews) {
        assert!(are_different(columns.iter().map(|column| column.name)), "{columns:?}");
    }
    assert!(are_different(PlantEntry::ALL.iter().map(|entry| entry.spec().name)));
    assert!(are_different(ReviewEntry::ALL.iter().map(|entry| entry.spec().name)));
    let year = ledger.irrigation.years[0].id;
    let rows = TableAt::all(&ledger.irrigation.years[4]).into_iter().map(TableAt::row_name);
    let rows: std::collections::BTreeSet<&str> = rows.collect();
    let others = PlantTable::ALL.iter().map(|table| table.row_name());
    let others = others.chain(ReviewTable::ALL.iter().map(|table| table.row_name()));
    assert!(
        are_different(rows.into_iter().chain(others)),
        "each kind of row has a name of its own in the page"
    );
    assert!(are_different(Entry::of_year(year).iter().map(|entry| entry.spec().name)));
}

fn are_different<'n>(names: impl Iterator<Item = &'n str>) -> bool {
    let mut seen = std::collections::BTreeSet::new();
    names.into_iter().all(|name| seen.insert(name))
}
