//! A whole file for a sheet of the ledger: each of its worksheets goes to the table that it fits best.

use super::block::ForeignBlock;
use super::known_columns::KnownColumns;
use crate::ledger::{Edit, Ledger, PERIODS, REVIEWS, RowId, TableEdit, TableSpec, YEARS};

/// A worksheet as texts, with its name.
pub type Worksheet = (String, Vec<Vec<String>>);

/// The lists whose sheets a file can fill.
pub const FILLED: [&TableSpec; 3] = [&YEARS, &PERIODS, &REVIEWS];

/// Headings stand at the top: so many rows are looked at to see what a worksheet is.
const LOOKED_AT: usize = 60;

/// A worksheet and where it goes.
#[derive(Clone, Debug, PartialEq)]
pub struct MatchedSheet {
    /// Its name.
    pub name: String,
    /// The table that it goes to; none where it is left out.
    pub table: Option<&'static TableSpec>,
    /// How it is understood for that table.
    pub block: ForeignBlock,
    rows: Vec<Vec<String>>,
}

/// The worksheets of a file for the sheets of a list, each with the table whose headings fit it best.
pub fn matched_sheets(
    worksheets: &[Worksheet],
    list: &'static TableSpec,
    known: &KnownColumns,
) -> Vec<MatchedSheet> {
    let one = |(name, rows): &Worksheet| {
        let table = best_table(rows, list).map(|(_, table)| table);
        let mut sheet = MatchedSheet {
            name: name.clone(),
            table: None,
            block: ForeignBlock::read(Vec::new(), list, &list.columns[0]),
            rows: rows.clone(),
        };
        sheet.put(table, known);
        sheet
    };
    worksheets.iter().map(one).collect()
}

/// The list whose tables the worksheets of a file fit best; none where they fit no table.
pub fn best_list(worksheets: &[Worksheet]) -> Option<&'static TableSpec> {
    let fit = |list: &'static TableSpec| -> u32 {
        worksheets.iter().filter_map(|(_, rows)| Some(best_table(rows, list)?.0)).sum()
    };
    let fits = FILLED.map(|list| (fit(list), list));
    let best = fits.iter().map(|(fit, _)| *fit).max().filter(|best| *best > 0)?;
    fits.into_iter().find(|(fit, _)| *fit == best).map(|(_, list)| list)
}

/// The tables of a list that a worksheet can go to.
pub fn tables_of(list: &'static TableSpec) -> impl Iterator<Item = &'static TableSpec> {
    // What a rubric asks has its rows from there.
    let is_asked = |table: &TableSpec| table.columns.iter().any(|column| column.is_key);
    list.tables.iter().copied().filter(move |table| !is_asked(table))
}

/// How well the headings of a worksheet fit a table; 0 where it has none of them.
pub fn fit_of_table(rows: &[Vec<String>], table: &'static TableSpec) -> u32 {
    let head = rows.iter().take(LOOKED_AT).cloned().collect();
    ForeignBlock::read(head, table, &table.columns[0]).fit
}

/// The table of a list that fits a worksheet best, and how well.
fn best_table(rows: &[Vec<String>], list: &'static TableSpec) -> Option<(u32, &'static TableSpec)> {
    let fits: Vec<(u32, &'static TableSpec)> =
        tables_of(list).map(|table| (fit_of_table(rows, table), table)).collect();
    let best = fits.iter().map(|(fit, _)| *fit).max().filter(|best| *best > 0)?;
    fits.into_iter().find(|(fit, _)| *fit == best)
}

impl MatchedSheet {
    /// Lets it go to another table, or to none.
    pub fn put(&mut self, table: Option<&'static TableSpec>, known: &KnownColumns) {
        self.table = table;
        if let Some(table) = table {
            self.block = ForeignBlock::read(self.rows.clone(), table, &table.columns[0]);
            known.recall(table, &mut self.block);
        }
    }

    /// The change that puts it into its table of a sheet; none where it goes nowhere or has no rows.
    pub fn edit(&self, ledger: &Ledger, sheet: RowId) -> Option<Edit> {
        let at = self.table?.at(&[sheet]);
        let rows = ledger.rows_at(at).unwrap_or_default();
        let filled = rows.iter().rposition(|row| !row.is_blank()).map_or(0, |last| last + 1);
        // Where no blank row follows, none has this identity, so that new rows stand behind the last.
        let behind = rows.get(filled).map_or(RowId(u32::MAX), |row| row.id);
        let placed = self.block.placed(at.spec, rows, behind);
        (!placed.rows.is_empty()).then(|| Edit::Table(at, TableEdit::Fill(placed.rows)))
    }
}

/// The year that a file is of, as its name, those of its worksheets or the words above its tables say; none where they say nothing or
/// several.
pub fn year_of_file(name: &str, worksheets: &[Worksheet]) -> Option<String> {
    let titles = worksheets.iter().flat_map(|(_, rows)| rows.iter().take(3).flatten());
    let said = [name].into_iter().chain(worksheets.iter().map(|(name, _)| name.as_str()));
    // What stands nearer to the file counts first.
    let mut found: Vec<&str> = said.filter_map(year_in).collect();
    if found.is_empty() {
        found = titles.filter(|text| text.contains('年')).filter_map(|text| year_in(text)).collect();
    }
    let first = found.first().copied()?;
    found.iter().all(|year| *year == first).then(|| first.to_string())
}

/// Four digits that are a year, and no part of a longer number.
fn year_in(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (0..bytes.len()).find_map(|at| {
        let is_alone = (at == 0 || !is_digit(at - 1)) && !is_digit(at + 4);
        let year = text.get(at..at + 4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
        (is_alone && (year.starts_with("19") || year.starts_with("20"))).then_some(year)
    })
}
