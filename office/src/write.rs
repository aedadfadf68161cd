//! The workbook as a file.

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Workbook, Worksheet,
    XlsxError,
};
use water_ledger::ledger::{ColumnKind, ColumnSpec, Ledger};
use water_ledger::metric::{Digits, Figure};
use water_ledger::quantity::Unit;
use water_ledger::text::{Choice, Key, Language, Message};

use crate::code::{Content, MARK, RUBRICS, table_name};
use crate::formula::Computed;
use crate::layout::{CellText, FIRST_ROW, Layout, TableSheet};
use crate::results::{ResultSheet, Results};
use water_ledger::ledger::SCHEMA;

/// What stands beside a formula for programs that do not compute it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cached {
    /// The value of the page.
    Values,
    /// Nothing, so that whoever opens it has to compute.
    Nothing,
}

/// How many further rows of a table choices are offered in.
const ROOM: u32 = 200;
/// How many letters a list of choices may have beside its cell.
const LONGEST_LIST: usize = 250;
/// Widths of columns in letters.
const WIDTHS: [f64; 2] = [9.0, 40.0];

struct Formats {
    head: Format,
    text: Format,
    plain: Format,
}

/// A ledger as a workbook: its tables, and all that is computed of them as formulas.
///
/// # Errors
/// What the writer refuses, such as more rows than a worksheet has.
pub fn workbook(ledger: &Ledger, language: Language, cached: Cached) -> Result<Vec<u8>, String> {
    write(ledger, language, cached).map_err(|error| error.to_string())
}

fn write(ledger: &Ledger, language: Language, cached: Cached) -> Result<Vec<u8>, XlsxError> {
    let layout = Layout::of(ledger, language);
    let results = Results::of(ledger, &layout, language);
    let mut workbook = Workbook::new();
    // The same ledger makes the same file, whenever that is.
    let made = ExcelDateTime::from_ymd(2020, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(ledger.title()).set_creation_datetime(&made));
    let formats = Formats {
        head: Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top),
        text: Format::new().set_num_format("@"),
        plain: Format::new(),
    };
    for table in &layout.tables {
        table_sheet(workbook.add_worksheet(), table, language, &formats)?;
    }
    for sheet in &results.sheets {
        result_sheet(workbook.add_worksheet(), sheet, language, cached, &formats)?;
    }
    if !results.formulas.steps.is_empty() {
        steps_sheet(workbook.add_worksheet(), &results, language, cached, &formats)?;
    }
    if !results.formulas.constant_rows.is_empty() {
        constants_sheet(workbook.add_worksheet(), &results, language, &formats)?;
    }
    if !layout.rubrics.is_empty() {
        rubrics_sheet(workbook.add_worksheet(), &layout, language)?;
    }
    workbook.save_to_buffer()
}

/// A table: its codes, which are hidden, its headings, which stay in sight, its rows.
fn table_sheet(
    sheet: &mut Worksheet,
    table: &TableSheet,
    language: Language,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(&table.name)?;
    let name = table_name(table.table);
    for (column, content) in (0_u16..).zip(&table.columns) {
        sheet.write_string(0, column, content.code(&name))?;
        let heading = heading(*content, table, language);
        sheet.write_string_with_format(1, column, &heading, &formats.head)?;
        sheet.set_column_width(column, width(&heading, table, column))?;
        let format = if is_text(*content) { &formats.text } else { &formats.plain };
        for (row, cells) in (FIRST_ROW..).zip(&table.rows) {
            match &cells[usize::from(column)] {
                CellText::Nothing => {}
                CellText::Number(number) => drop(sheet.write_number(row, column, *number)?),
                CellText::Text(text) => drop(sheet.write_string_with_format(row, column, text, format)?),
            }
        }
        if let Content::Plain(ColumnSpec { kind: ColumnKind::Choice(choices), .. }) = content {
            let last = FIRST_ROW + table.rows.len() as u32 + ROOM;
            offer(sheet, &choices(), language, (column, last))?;
        }
    }
    sheet.set_row_hidden(0)?;
    sheet.set_column_hidden(0)?;
    sheet.set_freeze_panes(FIRST_ROW, 0)?;
    Ok(())
}

/// Whether a program must not take what is typed there for a number or a date.
fn is_text(content: Content) -> bool {
    !matches!(content, Content::Plain(ColumnSpec { kind: ColumnKind::Number(_), .. }))
}

/// The names of choices as a list at the cells of a column; a long list is left to be typed.
fn offer(
    sheet: &mut Worksheet,
    choices: &[Choice],
    language: Language,
    (column, last): (u16, u32),
) -> Result<(), XlsxError> {
    let names: Vec<&str> = choices.iter().map(|choice| choice.name.get(language)).collect();
    // A comma parts the names of a list.
    let is_short = names.iter().map(|name| name.encode_utf16().count() + 1).sum::<usize>() <= LONGEST_LIST;
    if !is_short || names.is_empty() || names.iter().any(|name| name.contains(',')) {
        return Ok(());
    }
    // Another text is kept as well; the page says what is odd about it.
    let list = DataValidation::new().allow_list_strings(&names)?.show_error_message(false);
    sheet.add_data_validation(FIRST_ROW, column, last, column, &list)?;
    Ok(())
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
            let outer = table.table.way()[depth].title.say(language);
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
fn width(heading: &str, table: &TableSheet, column: u16) -> f64 {
    let letters = |text: &str| text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
    let of_cell = |cells: &Vec<CellText>| match &cells[usize::from(column)] {
        CellText::Text(text) => letters(text),
        CellText::Number(number) => number.to_string().len(),
        CellText::Nothing => 0,
    };
    let widest = table.rows.iter().map(of_cell).max().unwrap_or(0).max(letters(heading).min(20));
    (widest as f64 + 2.0).clamp(WIDTHS[0], WIDTHS[1])
}

/// The figures of the sheets of a list.
fn result_sheet(
    sheet: &mut Worksheet,
    results: &ResultSheet,
    language: Language,
    cached: Cached,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(&results.name)?;
    let headings = [
        Key::WorkbookColumnPlace,
        Key::WorkbookColumnFigure,
        Key::WorkbookColumnValue,
        Key::ColumnUnitOf,
        Key::WorkbookColumnUncertainty,
        Key::WorkbookColumnSymbols,
        Key::WorkbookColumnSource,
        Key::WorkbookColumnStatus,
        Key::ColumnNote,
    ];
    head(sheet, &headings, &[28.0, 28.0, 16.0, 10.0, 12.0, 34.0, 40.0, 18.0, 40.0], language, formats)?;
    for (row, (one, computed)) in (crate::results::FIRST..).zip(&results.rows) {
        sheet.write_string(row, 0, one.place.join(" / "))?;
        sheet.write_string(row, 1, one.name.get(language))?;
        value(sheet, (row, crate::results::VALUE_COLUMN), &one.figure, computed, cached)?;
        about(sheet, row, &one.figure, computed, language)?;
    }
    Ok(())
}

/// Unit, uncertainty, formula, source, status and note of a figure, behind its value.
fn about(
    sheet: &mut Worksheet,
    row: u32,
    figure: &Figure,
    computed: &Computed,
    language: Language,
) -> Result<(), XlsxError> {
    sheet.write_string(row, 3, figure.quantity().unit.symbol(language))?;
    if figure.u() > 0.0 {
        sheet.write_number(row, 4, figure.u())?;
    }
    if let Some(derivation) = figure.derivation() {
        let info = derivation.metric.info();
        sheet.write_string(row, 5, format!("{} = {}", info.output.symbol, derivation.written.symbols))?;
        sheet.write_string(row, 6, info.source.line(language))?;
        sheet.write_string(row, 7, info.source.status.name().say(language))?;
    }
    let mut notes: Vec<&str> = Vec::new();
    if let Computed::Value(why) = computed {
        notes.push(why.say(language));
    }
    if figure.is_incomplete() {
        notes.push(Key::WorkbookNoteIncomplete.say(language));
    }
    sheet.write_string(row, 8, notes.join(" "))?;
    Ok(())
}

/// A figure's number, as a formula where it has one, shown with its digits.
fn value(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    figure: &Figure,
    computed: &Computed,
    cached: Cached,
) -> Result<(), XlsxError> {
    let format = match figure.derivation().map(|derivation| derivation.metric.info().output.digits) {
        Some(Digits::Decimals(0)) => Format::new().set_num_format("#,##0"),
        Some(Digits::Decimals(decimals)) => {
            Format::new().set_num_format(format!("#,##0.{}", "0".repeat(decimals)))
        }
        _ => Format::new(),
    };
    match computed {
        Computed::Formula(text) => {
            let formula = Formula::new(format!("={text}"));
            let formula = match cached {
                Cached::Values => formula.set_result(figure.value().to_string()),
                Cached::Nothing => formula,
            };
            sheet.write_formula_with_format(row, column, formula, &format)?;
        }
        Computed::Value(_) => drop(sheet.write_number_with_format(row, column, figure.value(), &format)?),
    }
    Ok(())
}

/// What formulas rest on that is no result by itself.
fn steps_sheet(
    sheet: &mut Worksheet,
    results: &Results<'_>,
    language: Language,
    cached: Cached,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(&results.names[0])?;
    let headings = [
        Key::WorkbookColumnFigure,
        Key::WorkbookColumnValue,
        Key::ColumnUnitOf,
        Key::WorkbookColumnSymbols,
        Key::WorkbookColumnSource,
        Key::WorkbookColumnStatus,
        Key::ColumnNote,
    ];
    head(sheet, &headings, &[34.0, 16.0, 10.0, 34.0, 40.0, 18.0, 40.0], language, formats)?;
    for (row, step) in (crate::formula::FIRST..).zip(&results.formulas.steps) {
        let column = crate::formula::VALUE_COLUMN;
        if let Some(figure) = &step.figure {
            sheet.write_string(row, 0, figure.name().get(language))?;
            value(sheet, (row, column), figure, &step.computed, cached)?;
            sheet.write_string(row, 2, figure.quantity().unit.symbol(language))?;
            if let Some(derivation) = figure.derivation() {
                let info = derivation.metric.info();
                sheet.write_string(
                    row,
                    3,
                    format!("{} = {}", info.output.symbol, derivation.written.symbols),
                )?;
                sheet.write_string(row, 4, info.source.line(language))?;
                sheet.write_string(row, 5, info.source.status.name().say(language))?;
            }
            if let Computed::Value(why) = &step.computed {
                sheet.write_string(row, 6, why.say(language))?;
            }
        } else if let Computed::Formula(text) = &step.computed {
            let formula = Formula::new(format!("={text}"));
            let formula = match cached {
                Cached::Values => formula.set_result(step.value.to_string()),
                Cached::Nothing => formula,
            };
            sheet.write_formula(row, column, formula)?;
        }
    }
    Ok(())
}

/// The numbers of the catalogue, each with where it stands.
fn constants_sheet(
    sheet: &mut Worksheet,
    results: &Results<'_>,
    language: Language,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(&results.names[1])?;
    let headings = [
        Key::WorkbookColumnFigure,
        Key::WorkbookColumnValue,
        Key::ColumnUnitOf,
        Key::WorkbookColumnSource,
        Key::WorkbookColumnStatus,
    ];
    head(sheet, &headings, &[34.0, 16.0, 10.0, 50.0, 18.0], language, formats)?;
    for (row, figure) in (crate::formula::FIRST..).zip(&results.formulas.constant_rows) {
        sheet.write_string(row, 0, figure.name().get(language))?;
        sheet.write_number(row, crate::formula::VALUE_COLUMN, figure.value())?;
        sheet.write_string(row, 2, figure.quantity().unit.symbol(language))?;
        if let water_ledger::metric::Origin::Reference { source, .. } = figure.origin() {
            sheet.write_string(row, 3, source.line(language))?;
            sheet.write_string(row, 4, source.status.name().say(language))?;
        }
    }
    Ok(())
}

/// The rubrics of one's own, to be read by this program alone.
fn rubrics_sheet(sheet: &mut Worksheet, layout: &Layout, language: Language) -> Result<(), XlsxError> {
    sheet.set_name(Key::WorkbookRubrics.say(language))?;
    sheet.write_string(0, 0, format!("{MARK} {SCHEMA} {RUBRICS}"))?;
    for (row, parts) in (1_u32..).zip(&layout.rubrics) {
        for (column, part) in (0_u16..).zip(parts) {
            sheet.write_string(row, column, part)?;
        }
    }
    sheet.set_hidden(true);
    Ok(())
}

fn head(
    sheet: &mut Worksheet,
    headings: &[Key],
    widths: &[f64],
    language: Language,
    formats: &Formats,
) -> Result<(), XlsxError> {
    for (column, (heading, width)) in (0_u16..).zip(headings.iter().zip(widths)) {
        sheet.write_string_with_format(0, column, heading.say(language), &formats.head)?;
        sheet.set_column_width(column, *width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}
