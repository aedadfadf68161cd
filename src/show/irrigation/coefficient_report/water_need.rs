//! 作物需水: the months, the crops, and what they need together.

use crate::evaluate::YearResults;
use crate::ledger::{MONTHS, MonthColumn, Row, SEASONS, SeasonColumn};
use crate::quantity::Unit;
use crate::show::paper::{Block, Cell, Section, Writer, row_name};
use crate::show::table_view::filled;
use crate::text::Key;

/// Water need, once months or crops are entered.
pub(super) fn section(writer: &Writer, sheet: &Row, year: &YearResults) -> Option<Section> {
    let need = &year.water_need;
    let totals = [(Key::ResultNetNeed, need.net.as_ref()), (Key::ResultGrossNeed, need.gross.as_ref())];
    let blocks = [writer.values(&totals), months(writer, sheet, year), crops(writer, sheet, year)];
    let blocks: Vec<Block> = blocks.into_iter().flatten().collect();
    (!blocks.is_empty()).then(|| writer.section(Key::SectionWaterNeed, blocks))
}

fn months(writer: &Writer, sheet: &Row, year: &YearResults) -> Option<Block> {
    let columns = [
        (Key::ColumnMonth, None),
        (Key::ColumnEt0, Some(Unit::MillimetrePerDay)),
        (Key::ColumnEtc, Some(Unit::Millimetre)),
        (Key::ColumnEffectiveRain, Some(Unit::Millimetre)),
        (Key::ColumnNetNeed, Some(Unit::Millimetre)),
    ];
    let rows: Vec<Vec<Cell>> = filled(sheet.rows(&MONTHS), &year.water_need.months)
        .map(|(_, row, figures)| {
            let millimetres = |figure| writer.figure(figure, Unit::Millimetre);
            vec![
                Cell::text(row[MonthColumn::Month].trim()),
                writer.figure(figures.and_then(|f| f.et0.as_ref()), Unit::MillimetrePerDay),
                millimetres(figures.and_then(|f| f.evapotranspiration.as_ref())),
                millimetres(figures.and_then(|f| f.effective_rain.as_ref())),
                millimetres(figures.and_then(|f| f.net.as_ref())),
            ]
        })
        .collect();
    (!rows.is_empty()).then(|| writer.table(writer.say(Key::ReportMonthsCaption), &columns, rows))
}

fn crops(writer: &Writer, sheet: &Row, year: &YearResults) -> Option<Block> {
    let columns = [
        (Key::ColumnCrop, None),
        (Key::ColumnShare, Some(Unit::Percent)),
        (Key::ColumnEtc, Some(Unit::Millimetre)),
        (Key::ColumnNetNeed, Some(Unit::Millimetre)),
    ];
    let rows: Vec<Vec<Cell>> = filled(sheet.rows(&SEASONS), &year.water_need.crops)
        .map(|(place, row, figures)| {
            vec![
                Cell::text(row_name(&row[SeasonColumn::Name], place)),
                writer.typed(&row[SeasonColumn::Share], Unit::Percent),
                writer.figure(figures.and_then(|f| f.evapotranspiration.as_ref()), Unit::Millimetre),
                writer.figure(figures.and_then(|f| f.net.as_ref()), Unit::Millimetre),
            ]
        })
        .collect();
    (!rows.is_empty()).then(|| writer.table(writer.say(Key::ReportSeasonsCaption), &columns, rows))
}
