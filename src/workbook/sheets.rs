//! The worksheets of a ledger: its tables, and all that is computed of them as formulas.

use super::book::{Book, BookCell, Column, Sheet};
use super::code::{Content, MARK, RUBRICS, table_name};
use super::formula::Computed;
use super::layout::{CellText, FIRST_ROW, Layout, TableSheet, title};
use super::results::{ResultSheet, Results};
use crate::ledger::{ColumnKind, ColumnSpec, Ledger, SCHEMA};
use crate::metric::{Digits, Figure, Origin};
use crate::numeric::plain;
use crate::quantity::Unit;
use crate::text::{Choice, Key, Language, Message};

/// How many letters a list of choices may have beside its cell.
const LONGEST_LIST: usize = 250;
/// The least and the greatest width of a column, in letters.
const WIDTHS: [f64; 2] = [9.0, 40.0];

/// A ledger as a workbook in a language.
pub fn book_of(ledger: &Ledger, language: Language) -> Book {
    let layout = Layout::of(ledger, language);
    let results = Results::of(ledger, &layout, language);
    let mut sheets: Vec<Sheet> = layout.tables.iter().map(|table| table_sheet(table, language)).collect();
    sheets.extend(results.sheets.iter().map(|sheet| result_sheet(sheet, language)));
    if !results.formulas.steps.is_empty() {
        sheets.push(steps_sheet(&results, language));
    }
    if !results.formulas.constant_rows.is_empty() {
        sheets.push(constants_sheet(&results, language));
    }
    if !layout.rubrics.is_empty() {
        sheets.push(rubrics_sheet(&layout, language));
    }
    Book { title: ledger.title().to_string(), sheets }
}

/// A table: its codes, which are hidden, its headings, which stay in sight, its rows.
fn table_sheet(table: &TableSheet, language: Language) -> Sheet {
    let name = table_name(table.table);
    let headings: Vec<String> = table.columns.iter().map(|one| heading(*one, table, language)).collect();
    let column = |(at, content): (usize, &Content)| Column {
        width: width(&headings[at], table, at),
        is_text: !matches!(content, Content::Plain(ColumnSpec { kind: ColumnKind::Number(_), .. })),
        choices: match content {
            Content::Plain(ColumnSpec { kind: ColumnKind::Choice(choices), .. }) => {
                offered(&choices(), language)
            }
            _ => Vec::new(),
        },
    };
    let columns = table.columns.iter().enumerate().map(column).collect();
    let codes = table.columns.iter().map(|content| BookCell::text(content.code(&name))).collect();
    let cell = |cell: &CellText| match cell {
        CellText::Nothing => BookCell::Nothing,
        CellText::Number(number) => BookCell::Number(*number, None),
        CellText::Text(text) => BookCell::text(text.as_str()),
    };
    let typed = table.rows.iter().map(|row| row.iter().map(cell).collect());
    let head = headings.iter().map(|heading| BookCell::text(heading.as_str())).collect();
    let rows = [codes, head].into_iter().chain(typed).collect();
    Sheet { name: table.name.clone(), is_hidden: false, has_codes: true, head: FIRST_ROW, columns, rows }
}

/// The names of choices, where a list beside a cell can hold them.
fn offered(choices: &[Choice], language: Language) -> Vec<String> {
    let names = choices.iter().map(|choice| choice.name.get(language).to_string());
    let names: Vec<String> = names.collect();
    // A comma parts the names of a list.
    let is_short = names.iter().map(|name| name.encode_utf16().count() + 1).sum::<usize>() <= LONGEST_LIST;
    if is_short && names.iter().all(|name| !name.contains(',')) { names } else { Vec::new() }
}

fn heading(content: Content, table: &TableSheet, language: Language) -> String {
    let of = |column: &ColumnSpec| {
        let name = column.heading.say(language);
        match column.unit() {
            Some(unit) if unit != Unit::One => format!("{name} ({})", unit.symbol(language)),
            _ => name.to_string(),
        }
    };
    match content {
        Content::Path => String::new(),
        Content::Outer(depth) => {
            let outer = title(table.table.way()[depth], language);
            Message::new(Key::WorkbookColumnWithin).with("table", outer).say(language)
        }
        Content::Plain(column) => of(column),
        Content::Typed(column) => {
            let name = column.heading.say(language);
            Message::new(Key::WorkbookColumnAsTyped).with("heading", name).say(language)
        }
        Content::More(column, part) => format!("{} {}", column.heading.say(language), part + 1),
    }
}

/// As wide as its texts, within bounds.
fn width(heading: &str, table: &TableSheet, at: usize) -> f64 {
    let letters = |text: &str| text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
    let of_cell = |cells: &Vec<CellText>| match &cells[at] {
        CellText::Text(text) => letters(text),
        CellText::Number(number) => plain(*number).len(),
        CellText::Nothing => 0,
    };
    let widest = table.rows.iter().map(of_cell).max().unwrap_or(0).max(letters(heading).min(20));
    (widest as f64 + 2.0).clamp(WIDTHS[0], WIDTHS[1])
}

/// What stands behind a figure's number and unit: its formula, source and status, and why it is no formula or what it lacks.
const BASIS: [(Key, f64); 4] = [
    (Key::WorkbookColumnSymbols, 34.0),
    (Key::WorkbookColumnSource, 40.0),
    (Key::WorkbookColumnStatus, 18.0),
    (Key::ColumnNote, 40.0),
];

/// A worksheet of computed numbers under headings of these widths.
fn computed_sheet(
    name: &str,
    headings: &[(Key, f64)],
    rows: Vec<Vec<BookCell>>,
    language: Language,
) -> Sheet {
    let columns = headings.iter().map(|(_, width)| Column { width: *width, ..Column::default() });
    let head = headings.iter().map(|(key, _)| BookCell::text(key.say(language))).collect();
    Sheet {
        name: name.to_string(),
        is_hidden: false,
        has_codes: false,
        head: 1,
        columns: columns.collect(),
        rows: [head].into_iter().chain(rows).collect(),
    }
}

/// The figures of the sheets of a list.
fn result_sheet(results: &ResultSheet, language: Language) -> Sheet {
    let headings = [
        (Key::WorkbookColumnPlace, 28.0),
        (Key::WorkbookColumnFigure, 28.0),
        (Key::WorkbookColumnValue, 16.0),
        (Key::ColumnUnitOf, 10.0),
        (Key::WorkbookColumnUncertainty, 12.0),
    ];
    let rows = results.rows.iter().map(|(one, computed)| {
        let figure = &one.figure;
        let u = if figure.u() > 0.0 { BookCell::Number(figure.u(), None) } else { BookCell::Nothing };
        let mut row = vec![
            BookCell::text(one.place.join(" / ")),
            BookCell::text(one.name.get(language)),
            value(figure, computed),
            BookCell::text(figure.quantity().unit.symbol(language)),
            u,
        ];
        row.extend(basis(figure, computed, language));
        row
    });
    computed_sheet(&results.name, &[&headings[..], &BASIS].concat(), rows.collect(), language)
}

/// What formulas rest on that is no result by itself.
fn steps_sheet(results: &Results<'_>, language: Language) -> Sheet {
    let headings =
        [(Key::WorkbookColumnFigure, 34.0), (Key::WorkbookColumnValue, 16.0), (Key::ColumnUnitOf, 10.0)];
    let rows = results.formulas.steps.iter().map(|step| {
        let Some(figure) = &step.figure else {
            return vec![BookCell::Nothing, cell(&step.computed, step.value, None)];
        };
        let mut row = vec![
            BookCell::text(figure.name().get(language)),
            value(figure, &step.computed),
            BookCell::text(figure.quantity().unit.symbol(language)),
        ];
        row.extend(basis(figure, &step.computed, language));
        row
    });
    computed_sheet(&results.names[0], &[&headings[..], &BASIS].concat(), rows.collect(), language)
}

/// The numbers of the catalogue, each with where it stands.
fn constants_sheet(results: &Results<'_>, language: Language) -> Sheet {
    let headings = [
        (Key::WorkbookColumnFigure, 34.0),
        (Key::WorkbookColumnValue, 16.0),
        (Key::ColumnUnitOf, 10.0),
        (Key::WorkbookColumnSource, 50.0),
        (Key::WorkbookColumnStatus, 18.0),
    ];
    let rows = results.formulas.constant_rows.iter().map(|figure| {
        let mut row = vec![
            BookCell::text(figure.name().get(language)),
            BookCell::Number(figure.value(), None),
            BookCell::text(figure.quantity().unit.symbol(language)),
        ];
        if let Origin::Reference { source, .. } = figure.origin() {
            row.push(BookCell::text(source.line(language)));
            row.push(BookCell::text(source.status.name().say(language)));
        }
        row
    });
    computed_sheet(&results.names[1], &headings, rows.collect(), language)
}

/// The rubrics of one's own, to be read by this program alone.
fn rubrics_sheet(layout: &Layout, language: Language) -> Sheet {
    let mark = vec![BookCell::text(format!("{MARK} {SCHEMA} {RUBRICS}"))];
    let parts =
        layout.rubrics.iter().map(|parts| parts.iter().map(|part| BookCell::text(part.as_str())).collect());
    Sheet {
        name: Key::WorkbookRubrics.say(language).to_string(),
        is_hidden: true,
        has_codes: false,
        head: 0,
        columns: Vec::new(),
        rows: [mark].into_iter().chain(parts).collect(),
    }
}

/// The cells under [`BASIS`].
fn basis(figure: &Figure, computed: &Computed, language: Language) -> [BookCell; 4] {
    let mut notes: Vec<&str> = Vec::new();
    if let Computed::Value(why) = computed {
        notes.push(why.say(language));
    }
    if figure.is_incomplete() {
        notes.push(Key::WorkbookNoteIncomplete.say(language));
    }
    let note = BookCell::text(notes.join(" "));
    let Some(derivation) = figure.derivation() else {
        return [BookCell::Nothing, BookCell::Nothing, BookCell::Nothing, note];
    };
    let info = derivation.metric.info();
    [
        BookCell::text([info.output.symbol, &derivation.written.symbols].join(" = ")),
        BookCell::text(info.source.line(language)),
        BookCell::text(info.source.status.name().say(language)),
        note,
    ]
}

/// A figure's number, as a formula where it has one, shown with its digits.
fn value(figure: &Figure, computed: &Computed) -> BookCell {
    let digits = figure.derivation().map(|derivation| derivation.metric.info().output.digits);
    let decimals = match digits {
        Some(Digits::Decimals(decimals)) => u8::try_from(decimals).ok(),
        _ => None,
    };
    cell(computed, figure.value(), decimals)
}

fn cell(computed: &Computed, value: f64, decimals: Option<u8>) -> BookCell {
    match computed {
        Computed::Formula(text) => BookCell::Formula(text.clone(), value, decimals),
        Computed::Value(_) => BookCell::Number(value, decimals),
    }
}
