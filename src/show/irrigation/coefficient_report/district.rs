//! A district in detail: crops, sources, sample fields, canals, and what they come to.

use std::sync::Arc;

use crate::evaluate::{DistrictDetail, YearResults};
use crate::irrigation::{FieldMethod, NetworkFigures, SourceKind};
use crate::ledger::{
    CANALS, CROPS, CanalColumn, CropColumn, DISTRICTS, DistrictColumn, FIELDS, FieldColumn, Row, SOURCES,
    SourceColumn,
};
use crate::metric::{Figure, RowResults};
use crate::quantity::Unit;
use crate::show::paper::{Block, Cell, Column, Section, Writer, row_name};
use crate::show::table_view::filled;
use crate::text::{Key, choices};

/// A section for every district that has tables of its own.
pub(super) fn details(writer: &Writer, sheet: &Row, year: &YearResults) -> Option<Section> {
    let districts = sheet.rows(&DISTRICTS).iter().enumerate().zip(&year.details).zip(&year.figures.districts);
    let parts: Vec<Section> = districts
        .filter(|(((_, row), _), _)| has_details(row))
        .map(|(((place, row), detail), figures)| Section {
            title: row_name(&row[DistrictColumn::Name], place),
            blocks: blocks(writer, row, detail, figures.coefficient.as_ref()),
            ..Section::default()
        })
        .collect();
    let section = writer.section(Key::ReportDetails, Vec::new());
    (!parts.is_empty()).then_some(Section { parts, ..section })
}

/// Whether anything was entered in the district's own tables.
pub(super) fn has_details(row: &Row) -> bool {
    DISTRICTS.tables.iter().any(|table| row.rows(table).iter().any(|row| !row.is_blank()))
}

fn blocks(writer: &Writer, row: &Row, detail: &DistrictDetail, head_tail: Option<&Figure>) -> Vec<Block> {
    let fieldwork = &detail.fieldwork;
    let totals = [
        (Key::ResultDistrictNet, fieldwork.net.as_ref()),
        (Key::ResultDistrictGross, fieldwork.gross.as_ref()),
        (Key::ResultHeadTail, head_tail),
    ];
    let mut blocks: Vec<Block> = writer.values(&totals).into_iter().collect();
    let tables = [
        crops(writer, row, detail),
        sources(writer, row, detail),
        fields(writer, row, detail),
        canals(writer, row, detail),
    ];
    blocks.extend(tables.into_iter().flatten());
    blocks.extend(network(writer, row, &detail.canals, head_tail));
    blocks
}

/// A table of the rows that are filled, each with its figures.
fn table<F: RowResults>(
    writer: &Writer,
    title: Key,
    columns: &[Column],
    (rows, figures): (&[Arc<Row>], &[F]),
    cells: impl Fn(usize, &Row, Option<&F>) -> Vec<Cell>,
) -> Option<Block> {
    let rows: Vec<Vec<Cell>> =
        filled(rows, figures).map(|(place, row, figures)| cells(place, row, figures)).collect();
    (!rows.is_empty()).then(|| writer.table(writer.say(title), columns, rows))
}

fn crops(writer: &Writer, row: &Row, detail: &DistrictDetail) -> Option<Block> {
    let columns = [
        (Key::ColumnCrop, None),
        (Key::ColumnArea, Some(Unit::TenThousandMu)),
        (Key::ColumnNetPerMu, Some(Unit::CubicMetrePerMu)),
        (Key::ReportFieldCount, Some(Unit::One)),
    ];
    table(
        writer,
        Key::CropsTitle,
        &columns,
        (row.rows(&CROPS), &detail.fieldwork.crops),
        |place, crop, figures| {
            let fields = figures.map_or(0, |figures| figures.fields);
            vec![
                Cell::text(row_name(&crop[CropColumn::Name], place)),
                writer.typed(&crop[CropColumn::Area], Unit::TenThousandMu),
                writer.figure(figures.and_then(|figures| figures.net.as_ref()), Unit::CubicMetrePerMu),
                Cell::text(if fields == 0 { "–".to_string() } else { fields.to_string() }),
            ]
        },
    )
}

fn sources(writer: &Writer, row: &Row, detail: &DistrictDetail) -> Option<Block> {
    let columns = [
        (Key::ColumnSource, None),
        (Key::ColumnSourceKind, None),
        (Key::ColumnAmountFound, Some(Unit::TenThousandCubicMetres)),
    ];
    let kinds = choices::<SourceKind>();
    table(
        writer,
        Key::SourcesTitle,
        &columns,
        (row.rows(&SOURCES), &detail.fieldwork.sources),
        |place, source, figures| {
            vec![
                Cell::text(row_name(&source[SourceColumn::Name], place)),
                writer.chosen(&source[SourceColumn::Kind], &kinds),
                writer.figure(
                    figures.and_then(|figures| figures.amount.as_ref()),
                    Unit::TenThousandCubicMetres,
                ),
            ]
        },
    )
}

fn fields(writer: &Writer, row: &Row, detail: &DistrictDetail) -> Option<Block> {
    let columns = [
        (Key::ColumnField, None),
        (Key::ColumnCrop, None),
        (Key::ColumnFieldArea, Some(Unit::Mu)),
        (Key::ColumnFieldMethod, None),
        (Key::ColumnNetPerMu, Some(Unit::CubicMetrePerMu)),
    ];
    let methods = choices::<FieldMethod>();
    table(
        writer,
        Key::FieldsTitle,
        &columns,
        (row.rows(&FIELDS), &detail.fieldwork.fields),
        |place, field, figures| {
            vec![
                Cell::text(row_name(&field[FieldColumn::Name], place)),
                Cell::text(field[FieldColumn::Crop].trim()),
                writer.typed(&field[FieldColumn::Area], Unit::Mu),
                writer.chosen(&field[FieldColumn::Method], &methods),
                writer.figure(figures.and_then(|figures| figures.net.as_ref()), Unit::CubicMetrePerMu),
            ]
        },
    )
}

fn canals(writer: &Writer, row: &Row, detail: &DistrictDetail) -> Option<Block> {
    let columns = [
        (Key::ColumnCanal, None),
        (Key::ColumnUpstream, None),
        (Key::ColumnLength, Some(Unit::Kilometre)),
        (Key::ColumnNetFlow, Some(Unit::CubicMetrePerSecond)),
        (Key::ColumnGrossFlow, Some(Unit::CubicMetrePerSecond)),
        (Key::ColumnCanalEfficiency, Some(Unit::One)),
    ];
    table(
        writer,
        Key::CanalsTitle,
        &columns,
        (row.rows(&CANALS), &detail.canals.canals),
        |place, canal, figures| {
            vec![
                Cell::text(row_name(&canal[CanalColumn::Name], place)),
                Cell::text(canal[CanalColumn::Upstream].trim()),
                writer.typed(&canal[CanalColumn::Length], Unit::Kilometre),
                writer.figure(figures.and_then(|figures| figures.net.as_ref()), Unit::CubicMetrePerSecond),
                writer.figure(figures.and_then(|figures| figures.gross.as_ref()), Unit::CubicMetrePerSecond),
                writer.figure(figures.and_then(|figures| figures.efficiency.as_ref()), Unit::One),
            ]
        },
    )
}

/// The canals as a system beside the head–tail result.
fn network(writer: &Writer, row: &Row, canals: &NetworkFigures, head_tail: Option<&Figure>) -> Vec<Block> {
    let Some(system) = &canals.system else { return Vec::new() };
    let value = |key: Key, figure: &Figure| (writer.say(key), writer.value(figure));
    let mut values = vec![value(Key::ResultCanalSystem, system)];
    if !row[DistrictColumn::FieldEfficiency].trim().is_empty() {
        values.push((
            writer.say(Key::FieldEfficiency),
            writer.typed(&row[DistrictColumn::FieldEfficiency], Unit::One),
        ));
    }
    let beside = [
        (Key::ResultCanalCoefficient, canals.coefficient.as_ref()),
        (Key::ResultHeadTail, canals.coefficient.as_ref().and(head_tail)),
        (Key::ResultDiverted, canals.diverted.as_ref()),
    ];
    values.extend(beside.into_iter().filter_map(|(key, figure)| Some(value(key, figure?))));
    vec![Block::Values(values)]
}
