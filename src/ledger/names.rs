//! Names that stand for rows of other tables, and how they follow when a row is called otherwise.

use std::sync::Arc;

use super::{Ledger, NamesOf, Row, RowId, TableAt, TableEdit, TableSpec};

/// What parts the names in a cell that holds several.
pub const NAME_SEPARATORS: [char; 5] = ['、', ',', '，', ';', '；'];

/// The names in a cell that may hold several.
pub fn names_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(NAME_SEPARATORS).map(str::trim).filter(|name| !name.is_empty())
}

impl NamesOf {
    /// The names that there are in the row that holds the tables, each once.
    pub fn known(&self, owner: &Row) -> Vec<String> {
        let mut seen = std::collections::HashSet::new();
        let names = self.rows(owner).map(name);
        names.filter(|name| !name.is_empty() && seen.insert(*name)).map(str::to_string).collect()
    }

    /// The rows that names can stand for, in the row that holds the tables.
    fn rows(self, owner: &Row) -> impl Iterator<Item = &Row> {
        let tables = self
            .tables
            .iter()
            .filter_map(|of| owner.table().tables.iter().find(|table| table.row_name == *of));
        tables.flat_map(|table| owner.rows(table)).map(|row| &**row)
    }

    /// A cell in which a row is called otherwise; none where it is not named.
    fn renamed(&self, text: &str, old: &str, new: &str) -> Option<String> {
        if !self.is_list {
            return (text.trim() == old).then(|| new.to_string());
        }
        let part = |part: &str| {
            let (name, mark) = part.split_at(part.trim_end_matches(NAME_SEPARATORS).len());
            format!("{}{mark}", if name.trim() == old { new } else { name })
        };
        let renamed: String = text.split_inclusive(NAME_SEPARATORS).map(part).collect();
        (renamed != text).then_some(renamed)
    }

    /// Whether a row alone was called by the old name and is by the new one, which names can hold.
    fn can_follow(&self, owner: &Row, (table, id): (&TableSpec, RowId), old: &str, new: &str) -> bool {
        let mut others = self.rows(owner).filter(|row| row.table() != table || row.id != id).map(name);
        let is_several = self.is_list && new.contains(NAME_SEPARATORS);
        !new.is_empty() && !is_several && others.all(|other| other != old && other != new)
    }
}

/// What a row is called.
fn name(row: &Row) -> &str {
    row.cell(0).trim()
}

/// A column that holds names of a table's rows: of a table beside that, or of one within the rows of such a table.
struct Reference {
    outer: Option<&'static TableSpec>,
    table: &'static TableSpec,
    column: usize,
    names: NamesOf,
}

/// The columns that hold names of a table's rows.
fn references(named: &'static TableSpec) -> impl Iterator<Item = Reference> {
    let beside = named.within.map_or(&[][..], |owner| owner.tables);
    let tables = beside.iter().flat_map(|table| {
        let within = table.tables.iter().map(|inner| (Some(*table), *inner));
        std::iter::once((None, *table)).chain(within)
    });
    tables.flat_map(move |(outer, table)| {
        let columns = table.columns.iter().enumerate();
        columns.filter_map(move |(column, spec)| {
            let names = spec.names.filter(|names| names.tables.contains(&named.row_name))?;
            Some(Reference { outer, table, column, names })
        })
    })
}

impl TableEdit {
    /// The row of a table that it calls otherwise, where names elsewhere stand for such rows.
    pub(super) fn renames(&self, table: TableAt) -> Option<RowId> {
        let TableEdit::Set(row, column, _) = self else { return None };
        let is_name = table.spec.columns.first() == Some(*column);
        (is_name && references(table.spec).next().is_some()).then_some(*row)
    }
}

impl Ledger {
    /// What a row is called.
    pub(super) fn name_at(&self, table: TableAt, row: RowId) -> String {
        self.row_at(table, row).map_or_else(String::new, |row| name(row).to_string())
    }

    /// Lets names follow a row that was called by another before. They stay as they are where it has no name now, or one that
    /// is another's too: which of the two was meant could not be told any more.
    pub(super) fn follow(&mut self, table: TableAt, row: RowId, old: &str) {
        let new = self.name_at(table, row);
        let Some(owner) = self.owner_mut(table).filter(|_| !old.is_empty() && old != new) else { return };
        for Reference { outer, table: of, column, names } in references(table.spec) {
            if !names.can_follow(owner, (table.spec, row), old, &new) {
                continue;
            }
            let renamed = |text: &str| names.renamed(text, old, &new);
            let Some(outer) = outer else {
                rename_in(owner.rows_mut(of).into_iter().flatten(), column, renamed);
                continue;
            };
            for outer in owner.rows_mut(outer).into_iter().flatten() {
                // A row that names nobody by it stays shared with the past.
                if outer.rows(of).iter().any(|row| renamed(row.cell(column)).is_some()) {
                    rename_in(Arc::make_mut(outer).rows_mut(of).into_iter().flatten(), column, renamed);
                }
            }
        }
    }
}

fn rename_in<'r>(
    rows: impl Iterator<Item = &'r mut Arc<Row>>,
    index: usize,
    renamed: impl Fn(&str) -> Option<String>,
) {
    for row in rows {
        let Some(text) = renamed(row.cell(index)) else { continue };
        if let Some(cell) = Arc::make_mut(row).cell_mut(index) {
            *cell = text;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ledger::{
        CANALS, CHANGES, COSTS, CROPS, CanalColumn, ChangeColumn, CostColumn, CropColumn, DISTRICTS, Edit,
        FIELDS, FLOWS, FieldColumn, FlowColumn, History, LEDGER, Ledger, PERIODS, RETROFIT_MEASURES,
        RETROFITS, RetrofitMeasureColumn, Row, RowId, SUPPLIES, Step, SupplyColumn, TIERS, TierColumn,
        WATER_UNITS, WaterUnitColumn, YEARS, rows_of,
    };

    fn plant() -> History {
        let sheet = Row::blank(&PERIODS, RowId(1))
            .holding(&SUPPLIES, rows_of(&SUPPLIES, &[&["自来水"], &["井"]]))
            .holding(&WATER_UNITS, rows_of(&WATER_UNITS, &[&["甲"], &["乙", "", "甲"], &["", "", "甲"]]))
            .holding(&FLOWS, rows_of(&FLOWS, &[&["自来水", "甲"], &[" 甲 ", "乙"], &["乙", "丙"]]))
            .holding(&COSTS, rows_of(&COSTS, &[&["甲"], &["自来水"]]))
            .holding(&TIERS, rows_of(&TIERS, &[&["自来水"]]));
        History::new(Ledger::default().with_sheets(&PERIODS, [sheet]))
    }

    fn sheet(history: &History) -> &Row {
        &history.ledger().sheets(&PERIODS)[0]
    }

    /// What stands where 甲 stood: the flows' ends, the cost, the units within.
    fn names(history: &History) -> [&str; 5] {
        let sheet = sheet(history);
        [
            &sheet.rows(&FLOWS)[0][FlowColumn::To],
            &sheet.rows(&FLOWS)[1][FlowColumn::From],
            &sheet.rows(&COSTS)[0][CostColumn::Place],
            &sheet.rows(&WATER_UNITS)[1][WaterUnitColumn::Within],
            &sheet.rows(&WATER_UNITS)[2][WaterUnitColumn::Within],
        ]
    }

    /// Types texts one after another into the name of a unit.
    fn type_into(history: &mut History, row: u32, texts: &[&str]) {
        for text in texts {
            let edit = Edit::set(WATER_UNITS.at(&[RowId(1)]), RowId(row), WaterUnitColumn::Name, *text);
            history.edit(edit, 0.0).expect("a cell");
        }
    }

    #[test]
    fn every_column_of_names_stands_beside_the_tables_it_names() {
        let mut count = 0;
        for table in LEDGER.all() {
            for names in table.columns.iter().filter_map(|column| column.names) {
                let owner = table.within.expect("a sheet holds it");
                let outside = owner.within.map_or(&[][..], |outer| outer.tables);
                let beside: Vec<&str> =
                    owner.tables.iter().chain(outside).map(|table| table.row_name).collect();
                for named in names.tables {
                    assert!(beside.contains(named), "{table:?}: {named}");
                }
                count += 1;
            }
        }
        assert_eq!(count, 12);
    }

    #[test]
    fn names_follow_a_unit_letter_by_letter_and_go_back_in_one_step() {
        let mut history = plant();
        let before = history.ledger().clone();
        type_into(&mut history, 1, &["甲厂", "甲厂房"]);
        assert_eq!(names(&history), ["甲厂房"; 5]);
        assert_eq!(&sheet(&history).rows(&FLOWS)[0][FlowColumn::From], "自来水");
        history.go(Step::Undo);
        assert_eq!(*history.ledger(), before);
    }

    #[test]
    fn names_find_their_row_again_after_it_was_empty_or_called_as_another() {
        for through in [&[""][..], &["乙"], &["", "乙", "自来水"], &["  "], &["丁", "", "乙"]] {
            let mut history = plant();
            type_into(&mut history, 1, through);
            // No unit stands within a supply, so that units may follow even to a supply's name.
            let kept = &names(&history)[..3];
            assert!(kept.iter().all(|name| name.trim() == "甲"), "{through:?}: {kept:?}");
            assert_eq!(&sheet(&history).rows(&FLOWS)[1][FlowColumn::To], "乙");
            type_into(&mut history, 1, &["戊"]);
            assert_eq!(names(&history), ["戊"; 5], "{through:?}");
            assert_eq!(&sheet(&history).rows(&FLOWS)[1][FlowColumn::To], "乙", "{through:?}");
        }
    }

    #[test]
    fn a_name_that_two_rows_have_or_had_is_left_to_the_other() {
        let mut history = plant();
        type_into(&mut history, 3, &["甲"]);
        type_into(&mut history, 1, &["丁"]);
        assert!(names(&history).iter().all(|name| name.trim() == "甲"), "the third row is called so");
        let mut history = plant();
        type_into(&mut history, 1, &["自来水"]);
        // A supply of that name takes no unit's place, and no unit stands within a supply.
        assert_eq!(names(&history)[0], "甲");
        assert_eq!(names(&history)[3..], ["自来水"; 2]);
    }

    #[test]
    fn names_follow_supplies_canals_crops_and_measures() {
        let mut history = plant();
        let edit = Edit::set(SUPPLIES.at(&[RowId(1)]), RowId(1), SupplyColumn::Name, "市政水");
        history.edit(edit, 0.0).expect("a cell");
        let plant = sheet(&history);
        assert_eq!(&plant.rows(&FLOWS)[0][FlowColumn::From], "市政水");
        assert_eq!(&plant.rows(&COSTS)[1][CostColumn::Place], "市政水");
        assert_eq!(&plant.rows(&TIERS)[0][TierColumn::Place], "市政水");

        let district = |id: u32| {
            Row::blank(&DISTRICTS, RowId(id))
                .holding(&CANALS, rows_of(&CANALS, &[&["总干"], &["一支", "总干"]]))
                .holding(&CROPS, rows_of(&CROPS, &[&["小麦"]]))
                .holding(&FIELDS, rows_of(&FIELDS, &[&["田", "小麦"]]))
        };
        let year = Row::blank(&YEARS, RowId(1)).holding(&DISTRICTS, [district(1), district(2)]);
        let ledger = Ledger::default().with_sheets(&YEARS, [year]);
        let within = &[RowId(1), RowId(2)];
        let ledger = ledger.after(Edit::set(CANALS.at(within), RowId(1), CanalColumn::Name, "干渠"));
        let ledger = ledger.expect("a cell");
        let ledger = ledger.after(Edit::set(CROPS.at(within), RowId(1), CropColumn::Name, "冬小麦"));
        let ledger = ledger.expect("a cell");
        let of = |at: usize| {
            let district = &ledger.sheets(&YEARS)[0].rows(&DISTRICTS)[at];
            let canal = district.rows(&CANALS)[1][CanalColumn::Upstream].to_string();
            (canal, district.rows(&FIELDS)[0][FieldColumn::Crop].to_string())
        };
        assert_eq!(of(1), ("干渠".to_string(), "冬小麦".to_string()));
        assert_eq!(of(0), ("总干".to_string(), "小麦".to_string()), "another district has its own");

        let measures = [
            Row::blank(&RETROFIT_MEASURES, RowId(1)).with(RetrofitMeasureColumn::Name, "换表"),
            Row::blank(&RETROFIT_MEASURES, RowId(2))
                .with(RetrofitMeasureColumn::Name, "修管")
                .with(RetrofitMeasureColumn::Needs, "水池； 换表 ，换表二"),
        ];
        let plan = Row::blank(&RETROFITS, RowId(1))
            .holding(&RETROFIT_MEASURES, measures)
            .holding(&CHANGES, rows_of(&CHANGES, &[&["换表", "t2", "+1"]]));
        let ledger = Ledger::default().with_sheets(&RETROFITS, [plan]);
        for (name, change, needs) in [
            ("换智能表", "换智能表", "水池；换智能表，换表二"),
            // Between names that stand in one cell it would be two.
            ("换表、校表", "换表、校表", "水池； 换表 ，换表二"),
        ] {
            let edit =
                Edit::set(RETROFIT_MEASURES.at(&[RowId(1)]), RowId(1), RetrofitMeasureColumn::Name, name);
            let renamed = ledger.after(edit).expect("a cell");
            let sheet = &renamed.sheets(&RETROFITS)[0];
            assert_eq!(&sheet.rows(&CHANGES)[0][ChangeColumn::Measure], change);
            assert_eq!(&sheet.rows(&RETROFIT_MEASURES)[1][RetrofitMeasureColumn::Needs], needs);
        }
    }
}
