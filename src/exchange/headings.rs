//! The headings of a table from elsewhere, matched with the columns of a table of the ledger.
//!
//! A heading is compared without its unit, its blanks and its punctuation, with what a column is called here, in both languages,
//! and with what else people call it ([`ColumnSpec::called`]).

use crate::ledger::{ColumnSpec, TableSpec, called};
use crate::numeric::in_order;
use crate::quantity::{Unit, is_invisible};

/// A column of a table from elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct ForeignColumn {
    /// Its heading as written; blank where there is none.
    pub heading: String,
    /// The unit that the heading names, or the title of the table.
    pub unit: Option<Unit>,
    /// The column of the ledger that it goes into; none for one that is left out.
    pub to: Option<&'static ColumnSpec>,
    /// The table of which it names the row that each row stands within, where it does.
    pub names: Option<&'static TableSpec>,
    /// Whether it only counts the rows.
    pub is_counter: bool,
}

/// Headings that were found: the columns, and where the rows below begin.
pub(super) struct Headings {
    pub(super) columns: Vec<ForeignColumn>,
    pub(super) first_row: usize,
    /// How well they fit, together.
    pub(super) score: u32,
}

/// In how many rows from the top headings are looked for: a title, a unit, a blank line may stand above them.
const SEARCHED: usize = 8;

/// A heading that is called exactly as a column.
const SAME: u32 = 100;

/// How many rows headings may have: those above the last span several columns.
const MOST_LEVELS: usize = 3;

/// So many columns are compared; a worksheet with more has them from a cell far off.
const COMPARED: usize = 500;

/// What a column from elsewhere may be: a column of the table, or the name of a row of a table around it.
struct Candidate {
    column: &'static ColumnSpec,
    names: Option<&'static TableSpec>,
    /// What it is called, plain.
    called: Vec<String>,
    /// The same without units.
    bare: Vec<String>,
}

impl Candidate {
    /// A column of a table; where it names the rows of that, they stand around the table that is filled.
    fn new(table: &'static TableSpec, column: &'static ColumnSpec, is_around: bool) -> Candidate {
        let (words, others) = (column.heading.words(), called(table, column));
        let known = || [words.zh, words.en].into_iter().chain(others.iter().copied());
        Candidate {
            column,
            names: is_around.then_some(table),
            called: known().map(plain).collect(),
            bare: known().map(|name| plain(split_unit(name).0)).collect(),
        }
    }
}

/// The headings of a table, where there are any: the row that fits best, or the rows of which those above span several columns. Rows of
/// the tables around it may be named.
pub(super) fn find(
    rows: &[Vec<String>],
    table: &'static TableSpec,
    around: &[&'static TableSpec],
) -> Option<Headings> {
    let own = table.shown().iter().map(|column| Candidate::new(table, column, false));
    let names = around.iter().filter_map(|table| Some(Candidate::new(table, table.naming_column()?, true)));
    let columns: Vec<Candidate> = own.chain(names).collect();
    let mut best: Option<Headings> = None;
    // One row of headings goes before two that fit no better.
    for levels in 1..=MOST_LEVELS {
        for at in 0..rows.len().min(SEARCHED) {
            let found = headings_at(rows, at, levels, &columns);
            if let Some(found) =
                found.filter(|found| best.as_ref().is_none_or(|best| found.score > best.score))
            {
                best = Some(found);
            }
        }
    }
    best
}

fn headings_at(rows: &[Vec<String>], at: usize, levels: usize, columns: &[Candidate]) -> Option<Headings> {
    let heads = rows.get(at..at + levels)?;
    // A row with a single text is a title, which spans no columns.
    let is_title = levels > 1 && heads[0].iter().filter(|text| !text.trim().is_empty()).count() < 2;
    if is_title || heads.iter().any(|row| is_row_of_numbers(row)) {
        return None;
    }
    let names = spanned(heads);
    let mut first_row = at + levels;
    let mut below: &[String] = &[];
    if let Some(row) = rows.get(first_row).filter(|row| is_row_of_units(row)) {
        below = row;
        first_row += 1;
    }
    // The units that hold for a column, the nearest first.
    let of_table = table_units(&rows[..at]);
    let units = |place: usize| {
        let [name, inner] = &names[place];
        let own = split_unit(inner).1.or(split_unit(name).1);
        let below =
            below.get(place).map(|text| text.trim().trim_matches(BRACKETS)).filter(|text| !text.is_empty());
        own.or(below).into_iter().collect::<Vec<&str>>()
    };
    let mut foreign: Vec<ForeignColumn> = names
        .iter()
        .map(|[name, inner]| {
            let heading = if inner.is_empty() { name.clone() } else { format!("{name} {inner}") };
            ForeignColumn {
                heading: heading.trim().to_string(),
                unit: None,
                to: None,
                names: None,
                is_counter: is_counter(name),
            }
        })
        .collect();
    let mut fits: Vec<(u32, usize, usize)> = Vec::new();
    let is_meant = |place: &usize| !foreign[*place].is_counter && !foreign[*place].heading.is_empty();
    for place in (0..names.len().min(COMPARED)).filter(is_meant) {
        let written = Written::new(&names[place]);
        let unit = units(place).first().copied();
        for (index, candidate) in columns.iter().enumerate() {
            let score = fit(&written, unit, candidate);
            if score > 0 {
                fits.push((score, place, index));
            }
        }
    }
    // The best fit goes first; of equal ones, the column that stands farther left.
    let rank = |(score, place, index): &(u32, usize, usize)| (u32::MAX - score, *place, *index);
    let fits = in_order(fits, |one, other| rank(one).cmp(&rank(other)));
    let mut total = 0;
    for (score, place, index) in fits {
        let Candidate { column, names, .. } = columns[index];
        let is_free = |one: &ForeignColumn| one.to.is_none() && one.names.is_none();
        let is_same = |one: &ForeignColumn| match names {
            None => one.to == Some(column),
            names => one.names == names,
        };
        if is_free(&foreign[place]) && !foreign.iter().any(is_same) {
            match names {
                None => foreign[place].to = Some(column),
                names => foreign[place].names = names,
            }
            foreign[place].unit =
                measured_in(&units(place), column).or_else(|| measured_in(&of_table, column));
            total += score;
        }
    }
    let (matched, named) = (
        foreign.iter().filter(|column| column.to.is_some() || column.names.is_some()).count(),
        foreign.iter().filter(|column| !column.heading.is_empty()).count(),
    );
    let is_certain = matched >= 2 || matched == named && total >= SAME;
    (matched > 0 && is_certain).then_some(Headings { columns: foreign, first_row, score: total })
}

/// A heading in all the ways in which it can be understood.
struct Written {
    /// As a whole, plain, where it has one line.
    whole: Option<String>,
    /// Without its unit.
    bare: Vec<String>,
}

impl Written {
    fn new([name, inner]: &[String; 2]) -> Written {
        let whole = inner.is_empty().then(|| plain(name));
        let (name, inner) = (split_unit(name).0, split_unit(inner).0);
        // 毛 under 灌溉用水量 is 毛灌溉用水量.
        let bare = match inner {
            "" => [vec![plain(name)], in_both_languages(name)].concat(),
            _ => [inner, &format!("{name}{inner}"), &format!("{inner}{name}")].map(plain).to_vec(),
        };
        Written { whole, bare }
    }
}

/// How well a heading fits a column: not at all, or from 1 to [`SAME`].
fn fit(written: &Written, unit: Option<&str>, candidate: &Candidate) -> u32 {
    // What ends like a unit may still be a name: wind at 2 m.
    if written.whole.as_ref().is_some_and(|whole| candidate.called.contains(whole)) {
        return SAME;
    }
    let column = candidate.column;
    let measures_another = unit.is_some_and(|unit| match column.unit() {
        Some(Unit::One) => false,
        Some(_) => measured_in(&[unit], column).is_none(),
        None => true,
    });
    if measures_another {
        return 0;
    }
    let pairs =
        written.bare.iter().flat_map(|written| candidate.bare.iter().map(move |known| (written, known)));
    pairs.map(|(written, known)| likeness(written, known)).max().unwrap_or(0)
}

/// What a heading says in Chinese and what in English, where it says both, as forms for two readers do.
fn in_both_languages(heading: &str) -> Vec<String> {
    let (english, chinese): (String, String) = heading.chars().partition(char::is_ascii);
    let parts = [plain(&chinese), plain(&english)];
    // ET0 and pH are parts of a Chinese name.
    let are_words =
        parts[0].chars().count() >= 2 && parts[1].chars().filter(char::is_ascii_alphabetic).count() >= 4;
    if are_words { parts.into() } else { Vec::new() }
}

/// How alike two plain names are.
fn likeness(written: &str, known: &str) -> u32 {
    let (a, b) = (written.chars().count() as u32, known.chars().count() as u32);
    let (short, long) = (a.min(b), a.max(b));
    // Two Chinese characters are a word, two letters none.
    let least = if known.is_ascii() || written.is_ascii() { 4 } else { 2 };
    match short {
        _ if written.is_empty() || known.is_empty() => 0,
        _ if written == known => SAME,
        _ if short < least || 2 * short < long => 0,
        _ if written.contains(known) || known.contains(written) => 40 + 50 * short / long,
        _ => 0,
    }
}

/// A heading without the unit it ends in: in brackets, behind a stroke, a comma or a break.
pub(super) fn split_unit(heading: &str) -> (&str, Option<&str>) {
    let heading = heading.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    let pairs = [('(', ')'), ('（', '）'), ('[', ']'), ('【', '】'), ('〔', '〕')];
    for (open, close) in pairs {
        let Some(inside) = heading.strip_suffix(close) else { continue };
        // m³/(kW·h) has brackets of its own.
        let starts = inside.char_indices().filter(|(_, c)| *c == open).map(|(at, _)| at);
        for at in starts {
            let unit =
                inside[at + open.len_utf8()..].trim_start_matches("单位").trim_start_matches([':', '：']);
            if Unit::from_typed(unit.trim()).is_some() {
                return (heading[..at].trim_end(), Some(unit.trim()));
            }
        }
    }
    for (at, c) in heading.char_indices().filter(|(_, c)| matches!(c, '/' | ',' | '，' | '\n' | '、' | ' '))
    {
        // Water per kWh is counted in no kWh.
        if heading[..at].ends_with("per") {
            continue;
        }
        let unit = heading[at + c.len_utf8()..].trim();
        if Unit::from_typed(unit).is_some() {
            return (heading[..at].trim_end(), Some(unit));
        }
    }
    (heading, None)
}

/// A name without what people write in many ways: case, blanks, punctuation, full-width forms.
pub(super) fn plain(name: &str) -> String {
    let ascii = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        other => other,
    };
    name.chars()
        .map(ascii)
        .filter(|c| c.is_alphanumeric() || *c == '#')
        .flat_map(char::to_lowercase)
        .collect()
}

/// Rows of headings as one, for each column the last that names it and what stands above: a heading goes on over the blanks behind it
/// where the rows below name something.
fn spanned(rows: &[Vec<String>]) -> Vec<[String; 2]> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut above = vec![""; rows.len()];
    let column = |place: usize| {
        let own: Vec<&str> = rows.iter().map(|row| row.get(place).map_or("", |text| text.trim())).collect();
        let last = own.iter().rposition(|text| !text.is_empty());
        for (level, text) in own.iter().enumerate() {
            // What is named below belongs to the heading before it.
            let goes_on = text.is_empty() && last.is_some_and(|last| level < last);
            if !goes_on {
                above[level] = text;
            }
        }
        let mut named = above.iter().rev().filter(|text| !text.is_empty()).map(|text| text.to_string());
        let (inner, name) = (named.next().unwrap_or_default(), named.next());
        name.map_or_else(|| [inner.clone(), String::new()], |name| [name, inner.clone()])
    };
    (0..width).map(column).collect()
}

/// What people put around a unit.
const BRACKETS: [char; 6] = ['(', ')', '（', '）', '[', ']'];

/// Whether a row holds units and nothing else.
fn is_row_of_units(row: &[String]) -> bool {
    let is_unit = |text: &String| {
        !text.trim().is_empty() && Unit::from_typed(text.trim().trim_matches(BRACKETS)).is_some()
    };
    let is_blank = |text: &String| matches!(text.trim(), "" | "-" | "–" | "—" | "/" | "单位");
    row.iter().any(is_unit) && row.iter().all(|text| is_unit(text) || is_blank(text))
}

/// The units that the lines above a table name for all of it: `单位：万m³、万亩`.
fn table_units(titles: &[Vec<String>]) -> Vec<&str> {
    let texts = titles.iter().flatten();
    let said = texts.filter_map(|text| text.split_once("单位").or_else(|| text.split_once("Unit")));
    said.flat_map(|(_, units)| units.split(['、', ',', '，', ';', '；', ' ', ':', '：', ')', '）']))
        .map(str::trim)
        .collect()
}

/// The first of some units that measures what a column does.
fn measured_in(units: &[&str], column: &ColumnSpec) -> Option<Unit> {
    let own = column.unit()?;
    let meant = |unit: &&str| Unit::from_typed_for(unit, own);
    units.iter().filter_map(meant).find(|unit| unit.dimension() == own.dimension())
}

/// Whether a heading is that of the rows' numbers.
fn is_counter(heading: &str) -> bool {
    matches!(
        plain(heading).as_str(),
        "序号" | "编号" | "行号" | "no" | "nr" | "#" | "序" | "number" | "index"
    )
}

/// Whether numbers stand in a row, so that it is none of headings. A month is none, as in `3月` above what was used in it.
fn is_row_of_numbers(row: &[String]) -> bool {
    let is_month = |text: &str| {
        let (number, rest) = text.trim().split_once('月').unwrap_or_default();
        number.parse::<u8>().is_ok_and(|month| (1..=12).contains(&month)) && !starts_as_number(rest)
    };
    let numbers = row.iter().filter(|text| starts_as_number(text) && !is_month(text)).count();
    let filled = row.iter().filter(|text| !text.trim().is_empty()).count();
    numbers * 3 > filled
}

/// Whether a text begins as a number does.
pub(super) fn starts_as_number(text: &str) -> bool {
    let first = text.trim().trim_start_matches(['+', '-', '−', '－']).chars().next();
    first.is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c))
}
