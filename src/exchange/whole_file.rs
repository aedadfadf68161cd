//! A whole file for a sheet of the ledger: each of its worksheets goes to the table that it fits best. Rows of a table that stands within
//! the rows of another go to those that they name.

use std::collections::BTreeMap;

use super::block::ForeignBlock;
use super::headings::plain;
use super::known_columns::KnownColumns;
use crate::ledger::{Edit, Ledger, PERIODS, REVIEWS, RowId, TableAt, TableEdit, TableSpec, YEARS};
use crate::numeric::in_order;

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

/// The tables of a list that a worksheet can go to, outer before inner.
pub fn tables_of(list: &'static TableSpec) -> impl Iterator<Item = &'static TableSpec> {
    // What a rubric asks has its rows from there.
    let is_asked = |table: &TableSpec| table.columns.iter().any(|column| column.is_key);
    let all = in_order(list.all(), |one, other| one.depth().cmp(&other.depth()));
    all.into_iter().filter(move |table| *table != list && !is_asked(table))
}

/// The tables between a sheet and a table, outer before inner.
fn around(table: &'static TableSpec) -> Vec<&'static TableSpec> {
    let way = table.way();
    way.get(1..way.len() - 1).unwrap_or_default().to_vec()
}

/// A worksheet understood for a table of a sheet.
fn block_for(rows: Vec<Vec<String>>, table: &'static TableSpec) -> ForeignBlock {
    ForeignBlock::among(rows, table, &table.columns[0], &around(table))
}

/// How well the headings of a worksheet fit a table; 0 where it has none of them.
pub fn fit_of_table(rows: &[Vec<String>], table: &'static TableSpec) -> u32 {
    let head = rows.iter().take(LOOKED_AT).cloned().collect();
    ForeignBlock::read(head, table, &table.columns[0]).fit
}

/// How well a worksheet fits a table of a sheet, with the names of the rows that its rows stand within; 0 where it does not name them, or
/// not itself.
fn fit_in_sheet(rows: &[Vec<String>], table: &'static TableSpec) -> u32 {
    let block = block_for(rows.iter().take(LOOKED_AT).cloned().collect(), table);
    let has_name =
        table.naming_column().is_none_or(|name| block.columns.iter().any(|column| column.to == Some(name)));
    let is_told = |outer: &TableSpec| block.columns.iter().any(|column| column.names == Some(outer));
    match around(table).last() {
        Some(outer) if !has_name || !is_told(outer) => 0,
        _ => block.fit,
    }
}

/// The table of a list that fits a worksheet best, and how well.
fn best_table(rows: &[Vec<String>], list: &'static TableSpec) -> Option<(u32, &'static TableSpec)> {
    let fits: Vec<(u32, &'static TableSpec)> =
        tables_of(list).map(|table| (fit_in_sheet(rows, table), table)).collect();
    let best = fits.iter().map(|(fit, _)| *fit).max().filter(|best| *best > 0)?;
    fits.into_iter().find(|(fit, _)| *fit == best)
}

impl MatchedSheet {
    /// Lets it go to another table, or to none.
    pub fn put(&mut self, table: Option<&'static TableSpec>, known: &KnownColumns) {
        self.table = table;
        if let Some(table) = table {
            self.block = block_for(self.rows.clone(), table);
            known.recall(table, &mut self.block);
        }
    }

    /// The changes that put it into its table of a sheet, one for each row that it stands within, and what becomes of no row because
    /// that is not there. Nothing of both where it goes nowhere.
    pub fn edits(&self, ledger: &Ledger, sheet: RowId) -> (Vec<Edit>, Homeless) {
        let (mut homes, mut homeless): (BTreeMap<Vec<RowId>, Vec<Vec<String>>>, _) = Default::default();
        let Some(table) = self.table else { return (Vec::new(), homeless) };
        let around = around(table);
        for row in &self.block.rows {
            let names: Vec<Option<&str>> = around.iter().map(|outer| self.name_of(outer, row)).collect();
            match home(ledger, sheet, &around, &names) {
                Some(home) => homes.entry(home).or_default().push(row.clone()),
                None => homeless.add(names.into_iter().flatten().next_back().unwrap_or_default()),
            }
        }
        let edits = homes.into_iter().filter_map(|(within, rows)| {
            let block = ForeignBlock { rows, ..self.block.clone() };
            edit(&block, ledger, table.at(&within))
        });
        (edits.collect(), homeless)
    }

    /// What a row calls the row of an outer table that it stands within.
    fn name_of<'r>(&self, outer: &'static TableSpec, row: &'r [String]) -> Option<&'r str> {
        let place = self.block.columns.iter().position(|column| column.names == Some(outer))?;
        row.get(place).map(|name| name.trim()).filter(|name| !name.is_empty())
    }
}

/// Rows that stand within others that are not there: how many, and what those are called.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Homeless {
    /// How many rows.
    pub rows: usize,
    /// The names that were looked for, each once.
    pub names: Vec<String>,
}

impl Homeless {
    fn add(&mut self, name: &str) {
        self.rows += 1;
        if !name.is_empty() && self.names.iter().all(|known| known != name) {
            self.names.push(name.to_string());
        }
    }

    /// Takes others in.
    pub fn extend(&mut self, others: Homeless) {
        let rows = self.rows + others.rows;
        others.names.iter().for_each(|name| self.add(name));
        self.rows = rows;
    }
}

/// The sheet and the rows below it that bear these names; where none is given, the only one that there is.
fn home(
    ledger: &Ledger,
    sheet: RowId,
    around: &[&'static TableSpec],
    names: &[Option<&str>],
) -> Option<Vec<RowId>> {
    let mut homes = vec![vec![sheet]];
    for (table, name) in around.iter().zip(names) {
        let column = table.naming_column();
        let is_meant = |row: &&crate::ledger::Row| match (name, column) {
            (Some(name), Some(column)) => plain(row.text(column)) == plain(name),
            _ => !row.is_blank(),
        };
        let inner = homes.iter().flat_map(|home| {
            let rows = ledger.rows_at(table.at(home)).unwrap_or_default();
            let meant = rows.iter().map(AsRef::as_ref).filter(is_meant);
            meant.map(|row| [home.as_slice(), &[row.id]].concat()).collect::<Vec<_>>()
        });
        homes = inner.collect();
    }
    // Of two that bear a name nobody knows which is meant.
    homes.pop().filter(|_| homes.is_empty())
}

/// The change that puts a block into a table; none where it has no rows.
fn edit(block: &ForeignBlock, ledger: &Ledger, at: TableAt) -> Option<Edit> {
    let rows = ledger.rows_at(at).unwrap_or_default();
    let filled = rows.iter().rposition(|row| !row.is_blank()).map_or(0, |last| last + 1);
    // Where no blank row follows, none has this identity, so that new rows stand behind the last.
    let behind = rows.get(filled).map_or(RowId(u32::MAX), |row| row.id);
    let placed = block.placed(at.spec, rows, behind);
    (!placed.rows.is_empty()).then(|| Edit::Table(at, TableEdit::Fill(placed.rows)))
}

/// The sheets of a file in the order in which they are taken in: what stands within rows comes behind those.
pub fn in_order_of_depth(sheets: &[MatchedSheet]) -> Vec<&MatchedSheet> {
    let depth = |sheet: &MatchedSheet| sheet.table.map_or(0, TableSpec::depth);
    in_order(sheets.iter().collect(), |one, other| depth(one).cmp(&depth(other)))
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
