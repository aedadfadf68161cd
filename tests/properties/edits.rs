//! Laws of editing: undo and redo lead back and forth, identities stay unique, the past stays bounded.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;
use water_ledger::catalog;
use water_ledger::ledger::{
    CanalColumn, Column, ColumnSpec, DISTRICTS, DistrictColumn, Edit, Example, History, LEDGER, Ledger,
    MAX_ROWS, Opened, Refused, Row, RowId, RubricEdit, RubricId, Step, TableAt, TableEdit, TableSpec, YEARS,
    YearEntry, open, save,
};
use water_ledger::text::Language;

use crate::properties::ledgers::{any_ledger, any_text, cell_text};

/// How many steps back the history keeps.
const STEPS: usize = 200;

/// A change before it is known which rows there are.
#[derive(Clone, Debug)]
pub enum Intent {
    Title(String),
    Replace(Ledger),
    Enter(Index, String),
    AddSheet(Index, Option<Index>),
    AddBlankSheet(Index),
    RemoveSheet(Index),
    AddRubric(Index),
    RemoveRubric(Index),
    Rubric(Index, String, String, bool),
    Set(Index, Index, String),
    Paste(Index, Index, Vec<Vec<String>>),
    Append(Index),
    Insert(Index),
    Remove(Index),
    Move(Index, isize),
    /// A change of a row that is no longer there.
    Stale(RowId),
}

pub fn intent() -> impl Strategy<Value = Intent> {
    let at = any::<Index>;
    let block = prop::collection::vec(prop::collection::vec(cell_text(), 0..8), 0..6);
    prop_oneof![
        1 => any_text().prop_map(Intent::Title),
        1 => any_ledger().prop_map(Intent::Replace),
        1 => (at(), cell_text()).prop_map(|(at, text)| Intent::Enter(at, text)),
        4 => (at(), prop::option::of(at())).prop_map(|(list, after)| Intent::AddSheet(list, after)),
        2 => at().prop_map(Intent::AddBlankSheet),
        3 => at().prop_map(Intent::RemoveSheet),
        1 => at().prop_map(Intent::AddRubric),
        1 => at().prop_map(Intent::RemoveRubric),
        2 => (at(), field(), cell_text(), any::<bool>())
            .prop_map(|(at, field, text, is_number)| Intent::Rubric(at, field, text, is_number)),
        6 => (at(), at(), cell_text()).prop_map(|(row, c, text)| Intent::Set(row, c, text)),
        3 => (at(), at(), block).prop_map(|(row, c, block)| Intent::Paste(row, c, block)),
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
        some_of(ledger.tables().into_iter().flat_map(of_table).collect(), at)
    };
    let of_row = |at: Index, change: &dyn Fn(RowId) -> TableEdit| {
        row(at).map(|(table, row)| Edit::Table(table, change(row)))
    };
    // One column too many, as a careless caller might name.
    let column = |at: Index, table: TableAt| -> &'static ColumnSpec {
        let place = at.index(table.spec.columns.len() + 1);
        table.spec.columns.get(place).unwrap_or(CanalColumn::Outflow.spec())
    };
    Some(match intent {
        Intent::Title(title) => Edit::title(title),
        Intent::Replace(ledger) => Edit::Replace(Box::new(ledger)),
        Intent::Enter(at, text) => Edit::at(some_of(ledger.places().collect(), at)?, text)?,
        Intent::AddSheet(list, after) => {
            let list = *list.get(LEDGER.tables);
            let after = after.and_then(|at| some_of(ids(ledger.sheets(list)), at));
            Edit::AddSheet(list, after)
        }
        Intent::AddBlankSheet(list) => Edit::AddBlankSheet(LEDGER.tables[list.index(LEDGER.tables.len())]),
        Intent::RemoveSheet(at) => {
            let of_list =
                |list: &'static TableSpec| ids(ledger.sheets(list)).into_iter().map(move |id| (list, id));
            let (list, sheet) = some_of(LEDGER.tables.iter().flat_map(|list| of_list(list)).collect(), at)?;
            Edit::remove_sheet(list, sheet)
        }
        Intent::AddRubric(at) => {
            let shipped = catalog::rubric(at.get(catalog::RUBRICS).id).expect("shipped");
            Edit::add_rubric(&shipped)
        }
        Intent::RemoveRubric(at) => Edit::RemoveRubric(some_of(own_rubrics(ledger), at)?),
        Intent::Rubric(at, field, text, is_number) => {
            let change =
                if is_number { RubricEdit::Number(field, text) } else { RubricEdit::Text(field, text) };
            Edit::rubric(some_of(own_rubrics(ledger), at)?, change)
        }
        Intent::Append(at) => Edit::Table(some_of(ledger.tables(), at)?, TableEdit::Insert(None)),
        Intent::Set(at, under, text) => {
            let (table, row) = row(at)?;
            Edit::Table(table, TableEdit::Set(row, column(under, table), text))
        }
        Intent::Paste(at, from, block) => {
            let (table, row) = row(at)?;
            Edit::Table(table, TableEdit::Paste(Some(row), column(from, table), block))
        }
        Intent::Insert(after) => of_row(after, &|row| TableEdit::Insert(Some(row)))?,
        Intent::Remove(at) => of_row(at, &TableEdit::Remove)?,
        Intent::Move(at, by) => of_row(at, &|row| TableEdit::Move(row, by))?,
        Intent::Stale(row) => Edit::Table(DISTRICTS.at(&[row]), TableEdit::Remove(row)),
    })
}

fn ids(rows: &[Arc<Row>]) -> Vec<RowId> {
    rows.iter().map(|row| row.id).collect()
}

fn rows(ledger: &Ledger, table: TableAt) -> Vec<RowId> {
    ids(ledger.rows_at(table).unwrap_or_default())
}

fn own_rubrics(ledger: &Ledger) -> Vec<RubricId> {
    ledger.rubrics.iter().map(|sheet| sheet.id).collect()
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
        let mut history = History::new(Example::City.ledger(Language::Chinese));
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
            prop_assert_eq!(ledger.duplicate_id(), None);
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
        let other = Ledger::titled(title.clone());
        typed.edit(Edit::title(title), number as f64 * 1000.0).expect("a title can always be set");
        let known = adopted.ledger().clone();
        adopted.rebase(&known, &Arc::new(other));
    }
    for mut history in [typed, adopted] {
        assert_eq!(go_to_the_end(&mut history, Step::Undo), STEPS);
        assert_eq!(history.ledger().title(), "49", "the newest steps are the ones that are kept");
        assert_eq!(go_to_the_end(&mut history, Step::Redo), STEPS);
        assert_eq!(history.ledger().title(), "249");
    }
}

#[test]
fn a_table_takes_as_many_rows_as_it_may_and_refuses_one_more_whole() {
    let mut ledger = Ledger::default().after(Edit::AddSheet(&YEARS, None)).expect("a first year");
    let paste = |rows: usize| {
        let block = vec![vec!["灌区".to_string()]; rows];
        Edit::Table(
            DISTRICTS.at(&[RowId(1)]),
            TableEdit::Paste(Some(RowId(1)), DistrictColumn::Name.spec(), block),
        )
    };
    assert_eq!(ledger.after(paste(MAX_ROWS + 1)), Err(Refused::TooManyRows));
    ledger = ledger.after(paste(MAX_ROWS)).expect("as many as there may be");
    assert_eq!(ledger.sheets(&YEARS)[0].rows(&DISTRICTS).len(), MAX_ROWS);
    let insert = Edit::Table(DISTRICTS.at(&[RowId(1)]), TableEdit::Insert(None));
    assert_eq!(ledger.after(insert), Err(Refused::TooManyRows));
}

#[test]
fn the_year_after_one_typed_in_full_width_follows_it() {
    let first = Ledger::default().after(Edit::AddSheet(&YEARS, None)).expect("a first year");
    for (typed, next) in [("２０２３", "2024"), (" 2024 ", "2025"), ("明年", "")] {
        let year = Edit::set(YEARS.at(&[]), RowId(1), YearEntry::Year, typed);
        let typed_year = first.after(year).expect("the year is there");
        let after = typed_year.after(Edit::AddSheet(&YEARS, None)).expect("a year can always be added");
        assert_eq!(&after.sheets(&YEARS)[1][YearEntry::Year], next, "{typed}");
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
