//! The tables of a year, made ready for the page.

use std::sync::Arc;

use super::problems::counted_total;
use crate::evaluate::{DistrictDetail, YearResults};
use crate::ledger::{Column, DISTRICTS, DistrictColumn, Row, RowId, TableAt};
use crate::metric::Figure;
use crate::show::TableView;
use crate::text::{Key, Message};

/// A table of the year, however deep within, with what its rows come to; rows of the table as it was `before` that still show the
/// same are taken over.
pub fn year_table(before: Option<&TableView>, sheet: &Row, year: &YearResults, at: TableAt) -> TableView {
    let rows = sheet.rows_at(at);
    let mut within = at.within().iter().skip(1);
    if let Some(district) = within.next() {
        let place = sheet.rows(&DISTRICTS).iter().position(|row| row.id == *district);
        let detail = place.and_then(|place| year.details.get(place).cloned()).unwrap_or_default();
        let made = district_table(before, rows, &detail, at, within.next().copied());
        return match place {
            Some(place) => made.offering_names(&sheet.rows(&DISTRICTS)[place]),
            None => made,
        };
    }
    let (problems, need) = (&year.problems, &year.water_need);
    match at.spec.row_name {
        "district" => districts(before, rows, year, at),
        "month" => TableView::of_rows(before, at, rows, problems, &need.months),
        "season" => TableView::of_rows(before, at, rows, problems, &need.crops).summed(
            Message::new(Key::AllCrops),
            Vec::new(),
            vec![None, need.net.clone()],
        ),
        _ => TableView::plain(before, at, rows, problems),
    }
}

/// The districts with their coefficients and water per mu; a blank cell shows what the district's own tables come to.
fn districts(before: Option<&TableView>, rows: &[Arc<Row>], year: &YearResults, at: TableAt) -> TableView {
    let mut made = TableView::of_rows(before, at, rows, &year.problems, &year.figures.districts);
    for (row, detail) in made.rows.iter_mut().zip(&year.details) {
        let measured =
            [(DistrictColumn::Net, &detail.fieldwork.net), (DistrictColumn::Gross, &detail.fieldwork.gross)];
        let hint = |(column, figure): (DistrictColumn, &Option<Figure>)| {
            Some((column.spec(), figure.as_ref()?.shown()))
        };
        let hints: Vec<_> = measured.into_iter().filter_map(hint).collect();
        if row.hints != hints {
            Arc::make_mut(row).hints = hints;
        }
    }
    let figures = &year.figures;
    // The total stands under the rows that it is of, and not under those of whole classes.
    let gross = if figures.is_by_class { &figures.gross_of_samples } else { &figures.gross };
    let gross = gross.clone().map(|gross| (DistrictColumn::Gross.spec(), gross));
    let computed = vec![figures.coefficient.clone(), figures.per_mu.clone()];
    if figures.count == 0 {
        return made;
    }
    made.summed(counted_total(rows, figures), gross.into_iter().collect(), computed)
}

/// A table of a district, or of one of its fields.
fn district_table(
    before: Option<&TableView>,
    rows: &[Arc<Row>],
    detail: &DistrictDetail,
    at: TableAt,
    field: Option<RowId>,
) -> TableView {
    let DistrictDetail { fieldwork, canals, problems } = detail;
    let field = field.and_then(|id| fieldwork.fields.iter().find(|found| found.key == id.0));
    match at.spec.row_name {
        "crop" => TableView::of_rows(before, at, rows, problems, &fieldwork.crops),
        "source" => TableView::of_rows(before, at, rows, problems, &fieldwork.sources).summed(
            Message::new(Key::Total),
            Vec::new(),
            vec![fieldwork.gross.clone()],
        ),
        "field" => TableView::of_rows(before, at, rows, problems, &fieldwork.fields),
        "canal" => TableView::of_rows(before, at, rows, problems, &canals.canals),
        "reading" => {
            TableView::of_rows(before, at, rows, problems, field.map_or(&[], |field| &field.readings))
        }
        "balance-step" => {
            TableView::of_rows(before, at, rows, problems, field.map_or(&[], |field| &field.steps))
        }
        _ => TableView::plain(before, at, rows, problems),
    }
}
