//! Workbooks of the present format.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use water_ledger::workbook::{Cell, Grid};

use crate::grid::Unread;
use crate::sheets::Sheets;
use crate::shown::{Shown, of_standard, text, truth};

/// Its worksheets.
pub(crate) fn grids(bytes: &[u8]) -> Result<Vec<Grid>, Unread> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(why)?;
    let mut sheets = Sheets::new(bytes.len());
    let mut formats = Vec::new();
    for sheet in workbook.sheets_metadata().to_vec() {
        sheets.begin(sheet.name.clone(), sheet.visible != SheetVisible::Visible)?;
        // A sheet of charts has no cells.
        if sheet.typ == SheetType::WorkSheet && read(&mut workbook, &sheet.name, &mut formats, &mut sheets)? {
            read_formulas(&mut workbook, &sheet.name, &mut sheets)?;
        }
    }
    sheets.all()
}

type Workbook<'b> = Xlsx<Cursor<&'b [u8]>>;

/// Reads the cells of a worksheet; true where a cell without a value stands among them.
fn read(
    workbook: &mut Workbook,
    name: &str,
    formats: &mut Vec<Shown>,
    to: &mut Sheets,
) -> Result<bool, Unread> {
    let is_1904 = workbook.has_1904_epoch();
    // Cell by cell: as a block from corner to corner two cells far from each other would take the room of all between.
    let mut cells = workbook.worksheet_cells_reader(name).map_err(why)?;
    // All worksheets have the same.
    if formats.is_empty() {
        formats.extend(cells.styles().iter().map(shown));
    }
    let mut has_blanks = false;
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(why)? {
        let (row, column) = cell.get_position();
        let shown = formats.get(style).copied().unwrap_or_default();
        let number = |number: f64| shown.cell(number, is_1904);
        let value = match cell.get_value() {
            DataRef::Empty => {
                has_blanks = true;
                continue;
            }
            DataRef::Int(whole) => number(*whole as f64),
            DataRef::Float(float) => number(*float),
            DataRef::DateTime(date) if shown == Shown::Number => Shown::Moment.cell(date.as_f64(), is_1904),
            DataRef::DateTime(date) => number(date.as_f64()),
            DataRef::Bool(is_true) => truth(*is_true),
            DataRef::String(said) => text(said),
            DataRef::SharedString(said) => text(said),
            DataRef::DateTimeIso(said) | DataRef::DurationIso(said) => text(&of_standard(said)),
            DataRef::Error(_) => text(&Data::from(cell.get_value().clone()).to_string()),
        };
        to.put(row as usize, column as usize, value)?;
    }
    Ok(has_blanks)
}

/// A formula that was never computed is shown itself: as a blank it would be missed by nobody.
fn read_formulas(workbook: &mut Workbook, name: &str, to: &mut Sheets) -> Result<(), Unread> {
    let mut cells = workbook.worksheet_cells_reader(name).map_err(why)?;
    while let Some(formula) = cells.next_formula().map_err(why)? {
        let (row, column) = formula.get_position();
        let said = formula.get_value();
        // One formula can be meant in very many cells.
        to.take(said.len())?;
        if to.is_free(row as usize, column as usize) && !said.is_empty() {
            to.put(row as usize, column as usize, Cell::Text(format!("={said}")))?;
        }
    }
    Ok(())
}

fn shown(style: &calamine::Style) -> Shown {
    style.number_format.as_ref().map_or(Shown::Number, |format| match format.format_id {
        // The code of a format that every program knows need not be said.
        Some(number) if format.format_code.is_empty() => Shown::of_number(number.min(u16::MAX.into()) as u16),
        _ => Shown::of_code(&format.format_code),
    })
}

fn why(error: XlsxError) -> Unread {
    match error {
        XlsxError::Password => Unread::Locked,
        _ => Unread::Damaged,
    }
}
