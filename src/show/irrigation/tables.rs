//! The tables of the irrigation pages, made ready from the ledger and what it comes to.

use std::sync::Arc;

use crate::evaluate::{DistrictDetail, YearResults};
use crate::irrigation::fieldwork::FieldFigures;
use crate::ledger::{DistrictColumn, DistrictRow, FieldRow, TableAt, YearId, YearSheet};
use crate::show::TableView;

/// A year's districts with their coefficients and water per mu.
pub fn districts(sheet: &YearSheet, year: &YearResults) -> TableView {
    let table = TableAt::Districts(sheet.id);
    let mut made = TableView::of_rows(None, table, &sheet.districts, &year.problems, &year.figures.districts);
    for (row, detail) in made.rows.iter_mut().zip(&year.details) {
        let measured =
            [(DistrictColumn::Net, &detail.fieldwork.net), (DistrictColumn::Gross, &detail.fieldwork.gross)];
        let hint = |(column, figure): (DistrictColumn, &Option<_>)| {
            let figure: &crate::metric::Figure = figure.as_ref()?;
            Some((column.index(), figure.shown()))
        };
        Arc::make_mut(row).hints = measured.into_iter().filter_map(hint).collect();
    }
    made
}

/// The classes of which the districts are samples.
pub fn classes(sheet: &YearSheet, year: &YearResults) -> TableView {
    TableView::plain(None, TableAt::Classes(sheet.id), &sheet.classes, &year.problems)
}

/// A district's crops with their net water.
pub fn crops(year: YearId, district: &DistrictRow, detail: &DistrictDetail) -> TableView {
    let table = TableAt::Crops(year, district.id);
    TableView::of_rows(None, table, &district.crops, &detail.problems, &detail.fieldwork.crops)
}

/// A district's sources and outflows.
pub fn sources(year: YearId, district: &DistrictRow, detail: &DistrictDetail) -> TableView {
    let table = TableAt::Sources(year, district.id);
    TableView::of_rows(None, table, &district.sources, &detail.problems, &detail.fieldwork.sources)
}

/// A district's sample fields with their net water.
pub fn fields(year: YearId, district: &DistrictRow, detail: &DistrictDetail) -> TableView {
    let table = TableAt::Fields(year, district.id);
    TableView::of_rows(None, table, &district.fields, &detail.problems, &detail.fieldwork.fields)
}

/// The readings in a field with the net water of each.
pub fn readings(
    year: YearId,
    district: &DistrictRow,
    field: &FieldRow,
    detail: &DistrictDetail,
) -> TableView {
    let table = TableAt::Readings(year, district.id, field.id);
    let found = field_figures(field, detail).map_or(&[][..], |found| &found.readings);
    TableView::of_rows(None, table, &field.readings, &detail.problems, found)
}

/// The periods of a field's water balance with the need of each.
pub fn periods(year: YearId, district: &DistrictRow, field: &FieldRow, detail: &DistrictDetail) -> TableView {
    let table = TableAt::Periods(year, district.id, field.id);
    let found = field_figures(field, detail).map_or(&[][..], |found| &found.periods);
    TableView::of_rows(None, table, &field.periods, &detail.problems, found)
}

/// A district's canals with their flows and efficiencies.
pub fn canals(year: YearId, district: &DistrictRow, detail: &DistrictDetail) -> TableView {
    let table = TableAt::Canals(year, district.id);
    TableView::of_rows(None, table, &district.canals, &detail.problems, &detail.canals.canals)
}

/// The months of the year's station with evapotranspiration and effective rain.
pub fn months(sheet: &YearSheet, year: &YearResults) -> TableView {
    let table = TableAt::Months(sheet.id);
    TableView::of_rows(None, table, &sheet.water_need.months, &year.problems, &year.water_need.months)
}

/// The year's crops with what they need.
pub fn seasons(sheet: &YearSheet, year: &YearResults) -> TableView {
    let table = TableAt::Seasons(sheet.id);
    TableView::of_rows(None, table, &sheet.water_need.crops, &year.problems, &year.water_need.crops)
}

fn field_figures<'d>(field: &FieldRow, detail: &'d DistrictDetail) -> Option<&'d FieldFigures> {
    detail.fieldwork.fields.iter().find(|found| found.key == field.id.0)
}
