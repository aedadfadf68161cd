//! Laws of the tables as they are described: what holds for each of them, so that a new one needs no tests of its own.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;
use water_ledger::ledger::{
    ColumnKind, ColumnSpec, Edit, History, LEDGER, Ledger, NAME_SEPARATORS, Opened, Place, Row, RowId,
    SHEETS, Step, TableAt, TableEdit, TableSpec, open, save,
};
use water_ledger::quantity::is_invisible;
use water_ledger::text::{Language, choice_of};

use crate::properties::ledgers::{any_ledger, any_text, cell_text, with_row};

/// A ledger with a row in every table, each within the one before.
fn full() -> Ledger {
    fn row(table: &'static TableSpec) -> Row {
        table
            .tables
            .iter()
            .fold(Row::blank(table, RowId(3)), |outer, inner| with_row(outer, inner, row(inner)))
    }
    let ledger = LEDGER
        .tables
        .iter()
        .fold(Ledger::titled("all"), |ledger, list| ledger.with_sheets(list, [row(list)]));
    as_asked(ledger)
}

/// The ledger with the rows that are asked for.
fn as_asked(ledger: Ledger) -> Ledger {
    Ledger::default().after(Edit::Replace(Box::new(ledger))).expect("a ledger is replaced")
}

/// What a cell keeps of a text: the code of a choice that was typed by its name.
fn kept(column: &ColumnSpec, text: &str) -> String {
    let text: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    let ColumnKind::Choice(choices) = column.kind else { return text };
    let choices = choices();
    choice_of(&text, &choices).map_or(text.clone(), |place| choices[place].code.to_string())
}

/// Texts that belong into a column, and some that do not.
fn texts_for(column: &ColumnSpec) -> Vec<String> {
    let mut texts = vec!["7".to_string(), " 甲 \"\\\u{1}💧\n".to_string(), String::new()];
    if let ColumnKind::Choice(choices) = column.kind {
        let names = |choice: &water_ledger::text::Choice| {
            [choice.code.to_string(), choice.name.zh.to_string(), choice.name.en.to_string()]
        };
        texts.extend(choices().iter().flat_map(names));
    }
    texts
}

fn opened_again(ledger: &Ledger) -> Opened {
    open(&save(ledger))
}

fn is_asked_for(table: TableAt) -> bool {
    table.spec.columns.iter().any(|column| column.is_key)
}

/// Whether a cell can hold the name of a row, and the other place is where such a row is named.
fn stands_for(cell: Place, named: Place) -> bool {
    let names = cell.column.and_then(|column| column.names);
    let is_of = |table: &TableSpec| names.is_some_and(|names| names.tables.contains(&table.row_name));
    named.column == named.table.spec.columns.first() && is_of(named.table.spec)
}

/// A cell with one or several names, of which one is another now.
fn with_name(text: &str, old: &str, new: &str) -> String {
    let (old, new) = (old.trim(), new.trim());
    if text.trim() == old {
        return new.to_string();
    }
    let part = |part: &str| {
        let (name, mark) = part.split_at(part.trim_end_matches(NAME_SEPARATORS).len());
        [if name.trim() == old { new } else { name }, mark].concat()
    };
    text.split_inclusive(NAME_SEPARATORS).map(part).collect()
}

/// Every cell with what stands in it.
fn cells(ledger: &Ledger) -> Vec<(Place, String)> {
    ledger.places().map(|place| (place, ledger.text_at(place).to_string())).collect()
}

#[test]
fn every_cell_of_every_table_takes_any_text_saves_it_and_gives_it_back_again() {
    let ledger = full();
    let described = LEDGER.all().into_iter().map(|table| table.columns.len()).sum::<usize>();
    let mut seen = BTreeSet::new();
    for place in ledger.places() {
        let column = place.column.expect("a cell");
        seen.insert((place.table.spec.row_name, column.name));
        for text in texts_for(column) {
            let case = format!("{text:?} in {}", place.path());
            let mut history = History::new(ledger.clone());
            history.edit(Edit::at(place, text.clone()).expect("a cell"), 0.0).expect("a cell that is there");
            let after = history.ledger().clone();
            assert_eq!(after.text_at(place), kept(column, &text), "{case}");
            assert_eq!(opened_again(&after), Opened::Ledger(Ledger::clone(&after)), "{case}");
            history.go(Step::Undo);
            assert_eq!(**history.ledger(), ledger, "{case}");
        }
    }
    assert_eq!(seen.len(), described, "a row of each table has every column");
}

#[test]
fn every_table_takes_a_block_and_rows_that_come_go_and_move() {
    let ledger = full();
    for table in ledger.tables() {
        let row = ledger.rows_at(table).expect("a table that is there")[0].id;
        let done = |ledger: &Ledger, edit: TableEdit| {
            let after = ledger.after(Edit::Table(table, edit)).expect("a row that is there");
            assert_eq!(opened_again(&after), Opened::Ledger(after.clone()), "{table:?}");
            after
        };
        let count = |ledger: &Ledger| ledger.rows_at(table).map_or(0, <[_]>::len);
        let two = done(&ledger, TableEdit::Insert(Some(row)));
        assert_eq!(count(&two), count(&ledger) + 1, "{table:?}");
        let new = two.rows_at(table).expect("the table")[1].id;
        let moved = done(&two, TableEdit::Move(row, 1));
        let order: Vec<RowId> = moved.rows_at(table).expect("the table").iter().map(|row| row.id).collect();
        assert_eq!(order[..2], [new, row], "{table:?}");
        assert_eq!(done(&moved, TableEdit::Move(row, -1)), two, "{table:?}");
        assert_eq!(done(&two, TableEdit::Remove(new)), ledger, "{table:?}");
        let nothing = done(&two, TableEdit::Remove(row));
        assert_eq!(nothing.row_at(table, row), None, "{table:?}");
        for column in table.spec.shown() {
            let block = vec![vec!["甲".to_string(); 2]; 3];
            let pasted = done(&two, TableEdit::Paste(Some(new), column, block));
            assert!(count(&pasted) >= 4, "{table:?}");
            let rows = &pasted.rows_at(table).expect("the table")[1..4];
            assert!(rows.iter().all(|row| row.text(column) == "甲"), "{table:?} {}", column.name);
        }
    }
}

proptest! {
    #[test]
    fn the_next_sheet_has_what_is_carried_and_nothing_that_is_measured(ledger in any_ledger()) {
        for kind in SHEETS {
            let Some(last) = ledger.sheets(kind.table).last() else { continue };
            let add = Edit::AddSheet(kind.table, Some(last.id));
            let after = ledger.after(add).expect("a sheet can always be added");
            let next = after.sheets(kind.table).last().expect("it was added");
            let period = (kind.period)();
            let following = (kind.read)(last.text(period)).map(|period| period.next().to_string());
            prop_assert_eq!(next.text(period), following.unwrap_or_default());
            for column in kind.table.columns.iter().filter(|column| *column != period) {
                let expected = if column.is_carried { last.text(column) } else { "" };
                prop_assert_eq!(next.text(column), expected, "{}", column.name);
            }
            prop_assert!(tables_are_carried(last, next), "{:?}", kind.table);
            prop_assert_eq!(opened_again(&after), Opened::Ledger(after.clone()));
        }
    }
}

proptest! {
    // Each case goes through every cell of a ledger.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_typed_into_a_cell_stands_there_and_in_names_of_its_row_alone(
        ledger in any_ledger(),
        at in any::<Index>(),
        text in prop_oneof![cell_text(), any_text()],
    ) {
        let before = cells(&ledger);
        let place = at.get(&before).0;
        let column = place.column.expect("a cell");
        let after = ledger.after(Edit::at(place, text.clone()).expect("a cell")).expect("a cell that is there");
        prop_assert_eq!(after.text_at(place), kept(column, &text));
        for (other, was) in before.iter().filter(|(other, _)| *other != place) {
            let is = after.text_at(*other);
            let follows = stands_for(*other, place)
                && is == with_name(was, ledger.text_at(place), after.text_at(place));
            prop_assert!(is == was || follows, "{}: {was:?} became {is:?}", other.path());
        }
        prop_assert_eq!(opened_again(&after), Opened::Ledger(after.clone()));
        // What was not changed is shared with the past: it is not copied, and not evaluated again.
        for list in LEDGER.tables {
            for (was, is) in ledger.sheets(list).iter().zip(after.sheets(list)) {
                prop_assert!(place.is_in(was) || Arc::ptr_eq(was, is));
            }
        }
    }

    #[test]
    fn a_block_stands_where_it_was_pasted_and_nothing_beside_it_changes(
        ledger in any_ledger(),
        (at, from, under) in (any::<Index>(), any::<Index>(), any::<Index>()),
        block in prop::collection::vec(prop::collection::vec(cell_text(), 0..8), 0..6),
    ) {
        let filled = |table: &TableAt| ledger.rows_at(*table).is_some_and(|rows| !rows.is_empty());
        let tables: Vec<TableAt> = ledger.tables().into_iter().filter(filled).collect();
        prop_assume!(!tables.is_empty());
        let table = *at.get(&tables);
        let rows = ledger.rows_at(table).expect("the table");
        let (top, left) = (from.index(rows.len()), under.index(table.spec.columns.len()));
        let paste = TableEdit::Paste(Some(rows[top].id), &table.spec.columns[left], block.clone());
        let after = ledger.after(Edit::Table(table, paste)).expect("a cell that is there");
        let pasted = after.rows_at(table).expect("the table");
        let count = rows.len().max(top + block.len());
        // Where a block covered the keys of rows that are asked for, these come again behind it.
        prop_assert!(pasted.len() == count || pasted.len() > count && is_asked_for(table));
        for (index, row) in pasted.iter().enumerate().take(count) {
            prop_assert!(rows.get(index).is_none_or(|was| was.id == row.id));
            for (number, column) in table.spec.columns.iter().enumerate() {
                let in_block = index.checked_sub(top).zip(number.checked_sub(left)).filter(|_| !column.is_entry);
                let text = in_block.and_then(|(row, cell)| block.get(row)?.get(cell));
                let expected = match text {
                    Some(text) => kept(column, text),
                    None => rows.get(index).map_or(String::new(), |was| was.text(column).to_string()),
                };
                prop_assert_eq!(row.text(column), expected, "{} in row {}", column.name, index);
            }
            let has_its_own = |inner: &&TableSpec| rows.get(index).is_none_or(|was| was.rows(inner) == row.rows(inner));
            prop_assert!(table.spec.tables.iter().all(has_its_own));
        }
        prop_assert_eq!(opened_again(&after), Opened::Ledger(after.clone()));
    }

    #[test]
    fn a_new_row_that_goes_again_leaves_the_ledger_as_it_was(ledger in any_ledger(), at in any::<Index>()) {
        let table = *at.get(&ledger.tables());
        let more = ledger.after(Edit::Table(table, TableEdit::Insert(None))).expect("room for a row");
        let new = more.rows_at(table).expect("the table");
        let new = new.iter().find(|row| ledger.row_at(table, row.id).is_none()).expect("a new row").id;
        let less = more.after(Edit::Table(table, TableEdit::Remove(new))).expect("the row that was added");
        prop_assert_eq!(less, ledger);
    }

    #[test]
    fn every_cell_has_a_path_of_its_own_and_is_found_by_its_number(ledger in any_ledger(), at in any::<Index>()) {
        let places: Vec<Place> = ledger.places().collect();
        let paths: BTreeSet<String> = places.iter().map(Place::path).collect();
        let leaves: BTreeSet<u64> = places.iter().map(Place::input_id).collect();
        prop_assert_eq!((paths.len(), leaves.len()), (places.len(), places.len()));
        let place = *at.get(&places);
        prop_assert_eq!(ledger.place_of_input(place.input_id()), Some(place));
        let sheet = place.sheet().and_then(|(list, id)| ledger.sheet(list, id));
        prop_assert_eq!(sheet.is_none(), place.table.spec == &LEDGER);
        prop_assert!(sheet.is_none_or(|sheet| Place::in_sheet(place.input_id(), sheet) == Some(place)));
    }
}

/// Whether the tables within a row hold what was carried over from those of another, and nothing else.
fn tables_are_carried(last: &Row, next: &Row) -> bool {
    let tables = last.table().tables.iter();
    tables.into_iter().all(|table| {
        let is_carried = |row: &Arc<Row>| table.is_carried && !row.is_blank();
        let none_is_lost = last
            .rows(table)
            .iter()
            .filter(|row| is_carried(row))
            .all(|row| next.row(table, row.id).is_some_and(|next| tables_are_carried(row, next)));
        let cells_are_carried = |row: &Arc<Row>| {
            table.columns.iter().all(|column| {
                let last = last.row(table, row.id).map_or("", |last| last.text(column));
                // What a rubric asks for comes into being with its keys.
                row.text(column) == if column.is_carried { last } else { "" } || column.is_key
            })
        };
        none_is_lost && next.rows(table).iter().all(|row| table.is_carried && cells_are_carried(row))
    })
}

#[test]
fn a_first_sheet_begins_with_the_rows_it_is_said_to_begin_with() {
    for list in LEDGER.tables {
        let ledger = Ledger::default().after(Edit::AddSheet(list, None)).expect("a first sheet");
        let sheet = &ledger.sheets(list)[0];
        for table in list.tables.iter().filter(|table| !table.columns.iter().any(|column| column.is_key)) {
            assert_eq!(sheet.rows(table).len(), usize::from(table.begins_with_a_row), "{table:?}");
        }
        assert_eq!(opened_again(&ledger), Opened::Ledger(ledger.clone()), "{list:?}");
    }
}

#[test]
fn names_are_different_wherever_they_would_be_taken_for_one_another() {
    let all = LEDGER.all();
    for table in &all {
        // They stand side by side in the saved document, with the identity or with rubrics of one's own.
        let columns = table.columns.iter().map(|column| column.name);
        let tables = table.tables.iter().map(|inner| inner.name);
        assert!(are_different(columns.chain(tables).chain(["id", "rubrics"])), "{table:?}");
        let inputs = table.columns.iter().flat_map(|column| column.feeds);
        assert!(are_different(inputs.copied()), "two columns of {table:?} feed one input");
        for language in Language::ALL {
            let headings: Vec<String> =
                table.shown().iter().map(|column| column.heading.say(language).to_string()).collect();
            let is_told_apart = are_different(headings.iter().map(String::as_str));
            assert!(is_told_apart || is_asked_for(table.at(&vec![RowId(1); table.depth()])), "{headings:?}");
        }
    }
    let rows = all.iter().map(|table| table.row_name);
    assert!(are_different(rows), "each kind of row has a name of its own in the page");
    for choices in all.iter().flat_map(|table| table.columns).filter_map(|column| match column.kind {
        ColumnKind::Choice(choices) => Some(choices()),
        _ => None,
    }) {
        assert!(are_different(choices.iter().map(|choice| choice.code)), "{choices:?}");
    }
}

#[test]
fn entries_stand_behind_the_columns_and_tables_within_know_what_they_stand_in() {
    for table in LEDGER.all() {
        let (shown, entries) = table.columns.split_at(table.shown().len());
        assert!(shown.iter().all(|column| !column.is_entry), "{table:?}");
        assert!(entries.iter().all(|column| column.is_entry), "{table:?}");
        // A list of sheets stands in the document alone.
        let around = (table != &LEDGER).then_some(table);
        assert!(table.tables.iter().all(|inner| inner.within == around), "{table:?}");
        assert_eq!(table.is_document, table == &LEDGER);
        // Keys are taken over, or the rows that are asked for would lose what was typed beside them.
        assert!(table.columns.iter().all(|column| column.is_carried || !column.is_key), "{table:?}");
        assert_eq!(table.depth(), table.within.map_or(0, |outer| outer.depth() + 1), "{table:?}");
    }
}

fn are_different<'n>(names: impl Iterator<Item = &'n str>) -> bool {
    let mut seen = BTreeSet::new();
    names.into_iter().all(|name| seen.insert(name))
}
