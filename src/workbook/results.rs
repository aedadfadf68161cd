//! The figures of a ledger as rows of worksheets, each with where it stands.

use std::collections::HashMap;

use super::formula::{CellAt, Computed, FIRST, Formulas};
use super::layout::{Layout, free_name, title};
use crate::exchange::{LedgerFigure, figures_of_ledger};
use crate::ledger::{LEDGER, Ledger};
use crate::text::{Key, Language, Message};

/// In which column the number of a figure stands.
const VALUE_COLUMN: u16 = 2;

/// The results of the sheets of a list.
pub(super) struct ResultSheet {
    /// The name of its worksheet.
    pub name: String,
    /// Every figure, with what stands in its cell.
    pub rows: Vec<(LedgerFigure, Computed)>,
}

/// All that is computed of a ledger.
pub(super) struct Results<'l> {
    pub sheets: Vec<ResultSheet>,
    /// The names of the worksheets of steps and of constants.
    pub names: [String; 2],
    pub formulas: Formulas<'l>,
}

impl<'l> Results<'l> {
    pub fn of(ledger: &Ledger, layout: &'l Layout, language: Language) -> Results<'l> {
        let mut names: Vec<String> = layout.tables.iter().map(|table| table.name.clone()).collect();
        let figures = figures_of_ledger(ledger, language);
        let mut sheets: Vec<(String, Vec<LedgerFigure>)> = Vec::new();
        for list in LEDGER.tables {
            let own: Vec<LedgerFigure> = figures.iter().filter(|one| one.list == *list).cloned().collect();
            if !own.is_empty() {
                let title = Message::new(Key::WorkbookResults).with("of", title(list, language));
                sheets.push((free_name(&mut names, &title.say(language)), own));
            }
        }
        let further =
            [Key::WorkbookSteps, Key::WorkbookConstants].map(|key| free_name(&mut names, key.say(language)));
        let mut places = HashMap::new();
        for (name, figures) in &sheets {
            for (row, one) in figures.iter().enumerate() {
                let cell = CellAt { sheet: name.clone(), row: FIRST + row as u32, column: VALUE_COLUMN };
                places.entry(one.figure.identity()).or_insert(cell);
            }
        }
        let mut formulas = Formulas::new(layout, places, further.clone());
        let sheets = sheets.into_iter().map(|(name, figures)| {
            let rows = figures.into_iter().map(|one| {
                let computed = formulas.of(&one.figure);
                (one, computed)
            });
            ResultSheet { name, rows: rows.collect() }
        });
        let sheets = sheets.collect();
        Results { sheets, names: further, formulas }
    }
}
