//! The tables of a year, made ready for the page.

use std::sync::Arc;

use crate::evaluate::{DistrictDetail, YearResults};
use crate::ledger::{Column, DISTRICTS, DistrictColumn, Row, RowId, TableAt};
use crate::metric::Figure;
use crate::show::TableView;

/// A table of the year, however deep within, with what its rows come to.
pub fn year_table(sheet: &Row, year: &YearResults, at: TableAt) -> TableView {
    let rows = sheet.rows_at(at);
    let mut within = at.within().iter().skip(1);
    if let Some(district) = within.next() {
        let place = sheet.rows(&DISTRICTS).iter().position(|row| row.id == *district);
        let detail = place.and_then(|place| year.details.get(place).cloned()).unwrap_or_default();
        let made = district_table(rows, &detail, at, within.next().copied());
        return match place {
            Some(place) => made.offering_names(&sheet.rows(&DISTRICTS)[place]),
            None => made,
        };
    }
    let (problems, need) = (&year.problems, &year.water_need);
    match at.spec.row_name {
        "district" => districts(rows, year, at),
        "month" => TableView::of_rows(None, at, rows, problems, &need.months),
        "season" => TableView::of_rows(None, at, rows, problems, &need.crops),
        _ => TableView::plain(None, at, rows, problems),
    }
}

/// The districts with their coefficients and water per mu; a blank cell shows what the district's own tables come to.
fn districts(rows: &[Arc<Row>], year: &YearResults, at: TableAt) -> TableView {
    let mut made = TableView::of_rows(None, at, rows, &year.problems, &year.figures.districts);
    for (row, detail) in made.rows.iter_mut().zip(&year.details) {
        let measured =
            [(DistrictColumn::Net, &detail.fieldwork.net), (DistrictColumn::Gross, &detail.fieldwork.gross)];
        let hint = |(column, figure): (DistrictColumn, &Option<Figure>)| {
            Some((column.spec(), figure.as_ref()?.shown()))
        };
        Arc::make_mut(row).hints = measured.into_iter().filter_map(hint).collect();
    }
    made
}

/// A table of a district, or of one of its fields.
fn district_table(
    rows: &[Arc<Row>],
    detail: &DistrictDetail,
    at: TableAt,
    field: Option<RowId>,
) -> TableView {
    let DistrictDetail { fieldwork, canals, problems } = detail;
    let field = field.and_then(|id| fieldwork.fields.iter().find(|found| found.key == id.0));
    match at.spec.row_name {
        "crop" => TableView::of_rows(None, at, rows, problems, &fieldwork.crops),
        "source" => TableView::of_rows(None, at, rows, problems, &fieldwork.sources),
        "field" => TableView::of_rows(None, at, rows, problems, &fieldwork.fields),
        "canal" => TableView::of_rows(None, at, rows, problems, &canals.canals),
        "reading" => TableView::of_rows(None, at, rows, problems, field.map_or(&[], |field| &field.readings)),
        "balance-step" => {
            TableView::of_rows(None, at, rows, problems, field.map_or(&[], |field| &field.steps))
        }
        _ => TableView::plain(None, at, rows, problems),
    }
}
