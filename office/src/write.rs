//! A workbook as a file.

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Workbook, Worksheet,
    XlsxError,
};
use water_ledger::workbook::{Book, BookCell, Sheet};

/// What stands beside a formula for programs that do not compute it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cached {
    /// The value of the page.
    Values,
    /// Nothing, so that whoever opens it has to compute.
    Nothing,
}

/// How many rows below the last choices are offered in.
const ROOM: u32 = 200;

/// A workbook as the bytes of an .xlsx file.
///
/// # Errors
/// What the writer refuses, such as more rows than a worksheet has.
pub fn written(book: &Book, cached: Cached) -> Result<Vec<u8>, String> {
    write(book, cached).map_err(|error| error.to_string())
}

fn write(book: &Book, cached: Cached) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same ledger makes the same file, whenever that is.
    let made = ExcelDateTime::from_ymd(2020, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(&book.title).set_creation_datetime(&made));
    for sheet in &book.sheets {
        write_sheet(workbook.add_worksheet(), sheet, cached)?;
    }
    workbook.save_to_buffer()
}

fn write_sheet(to: &mut Worksheet, sheet: &Sheet, cached: Cached) -> Result<(), XlsxError> {
    to.set_name(&sheet.name)?;
    let heading = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    // What is typed there stays as it is.
    let text = Format::new().set_num_format("@");
    for (row, cells) in (0_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            let is_text = sheet.columns.get(usize::from(column)).is_some_and(|column| column.is_text);
            match cell {
                BookCell::Nothing => {}
                BookCell::Text(said) if row + 1 == sheet.head => {
                    to.write_string_with_format(row, column, said, &heading)?;
                }
                BookCell::Text(said) if is_text => {
                    to.write_string_with_format(row, column, said, &text)?;
                }
                BookCell::Text(said) => {
                    to.write_string(row, column, said)?;
                }
                BookCell::Number(number, decimals) => {
                    to.write_number_with_format(row, column, *number, &shown(*decimals))?;
                }
                BookCell::Formula(formula, value, decimals) => {
                    let formula = Formula::new(formula);
                    let formula = match cached {
                        Cached::Values => formula.set_result(value.to_string()),
                        Cached::Nothing => formula,
                    };
                    to.write_formula_with_format(row, column, formula, &shown(*decimals))?;
                }
            }
        }
    }
    for (at, column) in (0_u16..).zip(&sheet.columns) {
        to.set_column_width(at, column.width)?;
        if !column.choices.is_empty() {
            // Another text is kept as well; the page says what is odd about it.
            let list = DataValidation::new().allow_list_strings(&column.choices)?.show_error_message(false);
            let last = sheet.rows.len() as u32 + ROOM;
            to.add_data_validation(sheet.head, at, last, at, &list)?;
        }
    }
    if sheet.has_codes {
        to.set_row_hidden(0)?;
        to.set_column_hidden(0)?;
    }
    if sheet.head > 0 {
        to.set_freeze_panes(sheet.head, 0)?;
        to.set_repeat_rows(sheet.head - 1, sheet.head - 1)?;
    }
    print_on_pages(to, sheet);
    to.set_hidden(sheet.is_hidden);
    Ok(())
}

/// So many characters fit beside each other on an upright page; wider sheets lie.
const UPRIGHT: f64 = 90.0;
/// The number of A4 among the sizes of paper.
const A4: u8 = 9;

/// As wide as a page, as many pages as it takes, each with its name and number.
fn print_on_pages(to: &mut Worksheet, sheet: &Sheet) {
    to.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&L&A&R&P / &N");
    if sheet.columns.iter().map(|column| column.width).sum::<f64>() > UPRIGHT {
        to.set_landscape();
    }
}

/// Numbers with so many decimals and a mark between thousands; as they are where that is not given.
fn shown(decimals: Option<u8>) -> Format {
    match decimals {
        None => Format::new(),
        Some(0) => Format::new().set_num_format("#,##0"),
        Some(decimals) => Format::new().set_num_format(format!("#,##0.{}", "0".repeat(decimals.into()))),
    }
}
