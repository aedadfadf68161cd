//! Undo and redo: the ledgers that were, shared, typing gathered into one step.

use std::sync::Arc;

use super::patch::rebased;
use super::{Edit, LEDGER, Ledger, Patch, Place, Refused, RowId, RubricId, TableAt, TableEdit};

/// How many steps back are kept.
pub(super) const STEPS: usize = 200;

/// Keystrokes in one cell or field that follow each other within this time are one step.
const GATHER_MS: f64 = 400.0;

/// The ledger with its past and its future.
#[derive(Clone, Debug)]
pub struct History {
    past: Vec<Arc<Ledger>>,
    present: Arc<Ledger>,
    future: Vec<Arc<Ledger>>,
    typing: Option<Typing>,
    complete: Option<Complete>,
    /// The highest identity that a row of a table ever had here. Another tab may still know the row by it, so no other row gets it.
    highest: Vec<(TableAt, RowId)>,
}

/// Adds to a ledger what a page needs to be there, such as the rows that a rubric asks for; none where nothing is lacking.
pub type Complete = fn(&Ledger) -> Option<Ledger>;

/// Typing that goes on in one field.
#[derive(Clone, Debug)]
struct Typing {
    field: Field,
    at_ms: f64,
    /// The ledger before the first letter of it.
    before: Arc<Ledger>,
}

/// What is typed into.
#[derive(Clone, Debug, PartialEq)]
enum Field {
    /// A cell or an entry.
    Place(Place),
    /// A field of a rubric, by its pointer.
    Rubric(RubricId, String),
}

/// Which way to go through the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// 撤销
    Undo,
    /// 重做
    Redo,
}

impl History {
    /// A ledger without a past.
    pub fn new(ledger: Ledger) -> History {
        History::with_past(Vec::new(), Arc::new(ledger))
    }

    /// A ledger with the ones before it, the newest last.
    pub fn with_past(past: Vec<Arc<Ledger>>, present: Arc<Ledger>) -> History {
        History { past, present, future: Vec::new(), typing: None, complete: None, highest: Vec::new() }
    }

    /// The ledger as it is now.
    pub fn ledger(&self) -> &Arc<Ledger> {
        &self.present
    }

    /// Makes a change at a time given in milliseconds of any clock.
    ///
    /// # Errors
    /// [`Refused`] when the change cannot be made; nothing changes then.
    pub fn edit(&mut self, edit: Edit, now_ms: f64) -> Result<(), Refused> {
        let field = typed_field(&edit);
        let complete = self.complete.filter(|_| edit.may_leave_rows_lacking());
        let typing = self.typing.as_ref().filter(|typing| Some(&typing.field) == field.as_ref());
        let before = typing.map_or(&self.present, |typing| &typing.before).clone();
        let gathers = typing.is_some_and(|typing| now_ms - typing.at_ms < GATHER_MS);
        // However a name is typed, it is one change of what it was before: what referred to it finds it again after it was empty
        // or another row's for a letter.
        let table = edit.table();
        let once = table.map_or(RowId(0), |table| self.highest_in(table));
        let from = if edit.renames() { &before } else { &self.present };
        let next = from.after_with_ids_above(once, edit)?;
        if let Some(table) = table {
            self.remember_id(table, once);
        }
        let next = complete.and_then(|complete| complete(&next)).unwrap_or(next);
        if next == *self.present {
            return Ok(());
        }
        if !gathers {
            self.remember();
        }
        self.future.clear();
        self.present = Arc::new(next);
        self.typing = field.map(|field| Typing { field, at_ms: now_ms, before });
        Ok(())
    }

    /// The highest identity that a row of a table has or once had.
    fn highest_in(&self, table: TableAt) -> RowId {
        let known = self.highest.iter().find(|(of, _)| *of == table).map_or(RowId(0), |(_, id)| *id);
        let rows = self.present.rows_at(table).unwrap_or_default();
        rows.iter().map(|row| row.id).max().unwrap_or(RowId(0)).max(known)
    }

    fn remember_ids(&mut self, patch: &Patch) {
        for (table, id) in patch.new_rows() {
            self.remember_id(table, id);
        }
    }

    fn remember_id(&mut self, table: TableAt, id: RowId) {
        match self.highest.iter_mut().find(|(of, _)| *of == table) {
            Some((_, known)) => *known = id.max(*known),
            None => self.highest.push((table, id)),
        }
    }

    /// From now on every ledger that is shown is completed. It is no step of its own.
    pub fn keep_complete(&mut self, complete: Complete) {
        self.complete = Some(complete);
        self.complete_present();
    }

    fn complete_present(&mut self) {
        if let Some(ledger) = self.complete.and_then(|complete| complete(&self.present)) {
            self.present = Arc::new(ledger);
            self.typing = None;
        }
    }

    /// Somebody else made `theirs` of `base`, which this ledger comes from: what was done here since is done on that, and theirs is a
    /// step that can be undone.
    pub fn rebase(&mut self, base: &Arc<Ledger>, theirs: &Arc<Ledger>) {
        self.remember_ids(&Patch::between(base, theirs));
        let since = self.past.iter().rposition(|step| Arc::ptr_eq(step, base)).unwrap_or(self.past.len());
        let own: Vec<Arc<Ledger>> =
            self.past.drain(since..).filter(|step| !Arc::ptr_eq(step, base)).collect();
        let present = rebased(&self.present, base, theirs);
        let own = own.iter().map(|step| rebased(step, base, theirs));
        for step in [base.clone(), theirs.clone()].into_iter().chain(own) {
            if self.past.last() != Some(&step) {
                self.past.push(step);
            }
        }
        if self.past.last() == Some(&present) {
            self.past.pop();
        }
        let more = self.past.len().saturating_sub(STEPS);
        self.past.drain(..more);
        self.present = present;
        self.future.clear();
        self.typing = None;
        self.complete_present();
    }

    /// The ledger as it is now becomes the last step back; the oldest goes when there are too many.
    fn remember(&mut self) {
        self.past.push(self.present.clone());
        if self.past.len() > STEPS {
            self.past.remove(0);
        }
    }

    /// Goes one step; does nothing at the end.
    pub fn go(&mut self, step: Step) {
        let from = match step {
            Step::Undo => &mut self.past,
            Step::Redo => &mut self.future,
        };
        let Some(ledger) = from.pop() else { return };
        let left = std::mem::replace(&mut self.present, ledger);
        self.remember_ids(&Patch::between(&self.present, &left));
        match step {
            Step::Undo => self.future.push(left),
            Step::Redo => self.past.push(left),
        }
        self.typing = None;
        self.complete_present();
    }

    /// Whether there is a step to go.
    pub fn can(&self, step: Step) -> bool {
        match step {
            Step::Undo => !self.past.is_empty(),
            Step::Redo => !self.future.is_empty(),
        }
    }
}

/// What a change is typed into.
fn typed_field(edit: &Edit) -> Option<Field> {
    match edit {
        Edit::Document(column, _) => {
            Some(Field::Place(Place { column: Some(column), ..LEDGER.at(&[]).row(RowId(0)) }))
        }
        Edit::Table(table, TableEdit::Set(row, column, _)) => {
            Some(Field::Place(Place { table: *table, row: *row, column: Some(column) }))
        }
        Edit::Rubric(id, change) => change.field().map(|pointer| Field::Rubric(*id, pointer.to_string())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{
        Column, DISTRICTS, DistrictColumn, Row, RowId, RubricEdit, TableAt, YEARS, YearEntry,
    };

    fn history() -> History {
        History::new(Ledger::default().after(Edit::AddSheet(&YEARS, None)).expect("a first year"))
    }

    fn districts() -> TableAt {
        DISTRICTS.at(&[RowId(1)])
    }

    fn set(text: &str) -> Edit {
        Edit::set(districts(), RowId(1), DistrictColumn::Name, text)
    }

    fn name(history: &History) -> &str {
        &history.ledger().sheets(&YEARS)[0].rows(&DISTRICTS)[0][DistrictColumn::Name]
    }

    #[test]
    fn quick_typing_in_one_cell_is_one_step() {
        let mut history = history();
        for (text, at) in [("东", 0.0), ("东干", 100.0), ("东干渠", 200.0)] {
            history.edit(set(text), at).expect("the row is there");
        }
        history.edit(set("东干渠灌区"), 5000.0).expect("the row is there");
        history.go(Step::Undo);
        assert_eq!(name(&history), "东干渠");
        history.go(Step::Undo);
        assert_eq!(name(&history), "");
        assert!(!history.can(Step::Undo));
        history.go(Step::Redo);
        history.go(Step::Redo);
        assert_eq!(name(&history), "东干渠灌区");
    }

    #[test]
    fn quick_typing_in_one_field_of_a_rubric_is_one_step() {
        let rubric = crate::catalog::rubric("public-institution-2013").expect("shipped");
        let mut history = history();
        history.edit(Edit::add_rubric(&rubric), 0.0).expect("a copy");
        let title = |history: &History| history.ledger().rubrics[0].fields().text("/title/zh");
        let before = title(&history);
        for (field, text, at) in
            [("/title/zh", "标", 0.0), ("/title/zh", "标准", 100.0), ("/edition", "2026", 150.0)]
        {
            let edit = RubricEdit::Text(field.to_string(), text.to_string());
            history.edit(Edit::rubric(RubricId(1), edit), at).expect("a field");
        }
        history.go(Step::Undo);
        assert_eq!(title(&history), "标准");
        history.go(Step::Undo);
        assert_eq!(title(&history), before);
    }

    #[test]
    fn a_new_change_ends_the_future_and_a_refused_one_changes_nothing() {
        let mut history = history();
        history.edit(set("a"), 0.0).expect("the row is there");
        history.go(Step::Undo);
        assert!(history.can(Step::Redo));
        let gone = Edit::Table(DISTRICTS.at(&[RowId(9)]), TableEdit::Insert(None));
        assert_eq!(history.edit(gone, 1.0), Err(Refused::Gone));
        assert!(history.can(Step::Redo));
        history.edit(set("b"), 2.0).expect("the row is there");
        assert!(!history.can(Step::Redo));
    }

    #[test]
    fn every_kind_of_change_can_be_undone() {
        let block = vec![vec!["a".to_string(), "大型".to_string()], vec!["b".to_string()]];
        for edit in [
            Edit::title("t"),
            Edit::Replace(Box::default()),
            Edit::AddSheet(&YEARS, None),
            Edit::set(YEARS.at(&[]), RowId(1), YearEntry::Year, "2024"),
            Edit::remove_sheet(&YEARS, RowId(1)),
            set("x"),
            Edit::Table(districts(), TableEdit::Paste(Some(RowId(1)), DistrictColumn::Name.spec(), block)),
            Edit::Table(districts(), TableEdit::Insert(Some(RowId(1)))),
            Edit::Table(districts(), TableEdit::Remove(RowId(1))),
        ] {
            let mut history = history();
            let before = history.ledger().clone();
            history.edit(edit.clone(), 0.0).expect("possible");
            assert_ne!(*history.ledger(), before, "{edit:?}");
            history.go(Step::Undo);
            assert_eq!(*history.ledger(), before, "{edit:?}");
        }
    }

    #[test]
    fn a_row_moves_and_stays_within_the_table() {
        let rows = [1, 2, 3].map(|id| Row::blank(&DISTRICTS, RowId(id)));
        let year = Row::blank(&YEARS, RowId(1)).holding(&DISTRICTS, rows);
        let ledger = Ledger::default().with_sheets(&YEARS, [year]);
        let order = |ledger: &Ledger| {
            ledger
                .rows_at(districts())
                .expect("the year is there")
                .iter()
                .map(|row| row.id.0)
                .collect::<Vec<_>>()
        };
        for (by, expected) in
            [(1, vec![2, 1, 3]), (-1, vec![1, 2, 3]), (9, vec![2, 3, 1]), (-9, vec![1, 2, 3])]
        {
            let moved = ledger
                .after(Edit::Table(districts(), TableEdit::Move(RowId(1), by)))
                .expect("the row is there");
            assert_eq!(order(&moved), expected, "{by}");
        }
    }
}
