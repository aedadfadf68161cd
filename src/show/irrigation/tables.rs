//! The tables of the irrigation pages, made ready from the ledger and what it comes to.

use std::sync::Arc;

use crate::evaluate::{DistrictDetail, YearResults};
use crate::ledger::{DistrictRow, FieldRow, RowId, TableAt, YearId, YearSheet};
use crate::quantity::Unit;
use crate::show::TableView;
use crate::show::table_view::by_filled;
use crate::text::Key;

/// A year's districts with their coefficients and water per mu.
pub fn districts(sheet: &YearSheet, year: &YearResults) -> TableView {
    let computed = [(Key::ColumnCoefficient, Unit::One), (Key::ColumnPerMu, Unit::CubicMetrePerMu)];
    let table = TableAt::Districts(sheet.id);
    let mut made = TableView::new(table, &sheet.districts, &year.problems, &computed, &|place| {
        let figures = year.figures.districts.get(place);
        figures.map_or_else(Vec::new, |figures| vec![figures.coefficient.clone(), figures.per_mu.clone()])
    });
    for (row, detail) in made.rows.iter_mut().zip(&year.details) {
        let found = [(3, &detail.fieldwork.net), (4, &detail.fieldwork.gross)];
        Arc::make_mut(row).hints =
            found.into_iter().filter_map(|(at, figure)| Some((at, figure.as_ref()?.shown()))).collect();
    }
    made
}

/// The classes of which the districts are samples.
pub fn classes(sheet: &YearSheet, year: &YearResults) -> TableView {
    TableView::new(TableAt::Classes(sheet.id), &sheet.classes, &year.problems, &[], &|_| Vec::new())
}

/// A district's crops with their net water.
pub fn crops(year: YearId, district: &DistrictRow, detail: &DistrictDetail) -> TableView {
    let computed = [(Key::ColumnNetPerMu, Unit::CubicMetrePerMu)];
    let figures = by_filled(&district.crops, &detail.fieldwork.crops);
    TableView::new(
        TableAt::Crops(year, district.id),
        &district.crops,
        &detail.problems,
        &computed,
        &|place| vec![figures[place].and_then(|figures| figures.net.clone())],
    )
}

/// A district's sources and outflows.
pub fn sources(year: YearId, district: &DistrictRow, detail: &DistrictDetail) -> TableView {
    let computed = [(Key::ColumnAmountFound, Unit::TenThousandCubicMetres)];
    let figures = by_filled(&district.sources, &detail.fieldwork.sources);
    TableView::new(
        TableAt::Sources(year, district.id),
        &district.sources,
        &detail.problems,
        &computed,
        &|place| vec![figures[place].cloned().flatten()],
    )
}

/// A district's sample fields with their net water.
pub fn fields(year: YearId, district: &DistrictRow, detail: &DistrictDetail) -> TableView {
    let computed = [(Key::ColumnNetPerMu, Unit::CubicMetrePerMu)];
    let figures = by_filled(&district.fields, &detail.fieldwork.fields);
    TableView::new(
        TableAt::Fields(year, district.id),
        &district.fields,
        &detail.problems,
        &computed,
        &|place| vec![figures[place].and_then(|figures| figures.net.clone())],
    )
}

/// The readings in a field with the net water of each.
pub fn readings(
    year: YearId,
    district: &DistrictRow,
    field: &FieldRow,
    detail: &DistrictDetail,
) -> TableView {
    let computed = [(Key::ColumnNetPerMu, Unit::CubicMetrePerMu)];
    let of_field = field_figures(district, field.id, detail);
    let figures = by_filled(&field.readings, of_field.map_or(&[], |figures| &figures.readings));
    let table = TableAt::Readings(year, district.id, field.id);
    TableView::new(table, &field.readings, &detail.problems, &computed, &|place| {
        vec![figures[place].cloned().flatten()]
    })
}

/// The periods of a field's water balance with the need of each.
pub fn periods(year: YearId, district: &DistrictRow, field: &FieldRow, detail: &DistrictDetail) -> TableView {
    let computed = [(Key::ColumnNeed, Unit::CubicMetrePerMu)];
    let of_field = field_figures(district, field.id, detail);
    let figures = by_filled(&field.periods, of_field.map_or(&[], |figures| &figures.periods));
    let table = TableAt::Periods(year, district.id, field.id);
    TableView::new(table, &field.periods, &detail.problems, &computed, &|place| {
        vec![figures[place].cloned().flatten()]
    })
}

/// A district's canals with their flows and efficiencies.
pub fn canals(year: YearId, district: &DistrictRow, detail: &DistrictDetail) -> TableView {
    let computed = [
        (Key::ColumnNetFlow, Unit::CubicMetrePerSecond),
        (Key::ColumnGrossFlow, Unit::CubicMetrePerSecond),
        (Key::ColumnCanalEfficiency, Unit::One),
    ];
    let figures = by_filled(&district.canals, &detail.canals.canals);
    TableView::new(
        TableAt::Canals(year, district.id),
        &district.canals,
        &detail.problems,
        &computed,
        &|place| {
            figures[place].map_or_else(Vec::new, |figures| {
                vec![figures.net.clone(), figures.gross.clone(), figures.efficiency.clone()]
            })
        },
    )
}

/// The months of the year's station with evapotranspiration and effective rain.
pub fn months(sheet: &YearSheet, year: &YearResults) -> TableView {
    let computed = [(Key::ColumnEt0, Unit::MillimetrePerDay), (Key::ColumnEffectiveRain, Unit::Millimetre)];
    let rows = &sheet.water_need.months;
    let figures = by_filled(rows, &year.water_need.months);
    TableView::new(TableAt::Months(sheet.id), rows, &year.problems, &computed, &|place| {
        figures[place].map_or_else(Vec::new, |month| vec![month.et0.clone(), month.effective_rain.clone()])
    })
}

/// The year's crops with what they need.
pub fn seasons(sheet: &YearSheet, year: &YearResults) -> TableView {
    let computed = [(Key::ColumnEtc, Unit::Millimetre), (Key::ColumnNetNeed, Unit::Millimetre)];
    let rows = &sheet.water_need.crops;
    let figures = by_filled(rows, &year.water_need.crops);
    TableView::new(TableAt::Seasons(sheet.id), rows, &year.problems, &computed, &|place| {
        figures[place].map_or_else(Vec::new, |crop| vec![crop.evapotranspiration.clone(), crop.net.clone()])
    })
}

fn field_figures<'d>(
    district: &DistrictRow,
    field: RowId,
    detail: &'d DistrictDetail,
) -> Option<&'d crate::irrigation::fieldwork::FieldFigures> {
    let place = district.fields.iter().position(|row| row.id == field)?;
    by_filled(&district.fields, &detail.fieldwork.fields)[place]
}
