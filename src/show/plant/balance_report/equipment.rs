//! Cooling water and steam, meters, products with their quotas, and the requirements that come before any rate.

use crate::evaluate::PeriodResults;
use crate::ledger::{COOLING, METERS, PRODUCTS, Row, STEAM, TableSpec};
use crate::metric::{ResultSpec, RowResults};
use crate::show::paper::{Block, Cell, Column, Section, Writer, as_typed, row_name, typed_table};
use crate::show::plant::{fulfilment, makeup_curve, prerequisites, prerequisites_verdict};
use crate::show::table_view::filled;
use crate::text::{Coded, Key, Message};

/// 计量器具, by level, as counted; what share works and is there stands among the rates.
pub(super) fn meters(writer: &Writer, sheet: &Row) -> Option<Section> {
    let table = whole(writer, sheet, &METERS)?;
    Some(writer.section(Key::MetersTitle, vec![table]))
}

/// 产品, as typed and with what each takes.
pub(super) fn products(writer: &Writer, sheet: &Row, found: &PeriodResults) -> Option<Section> {
    let found = results(writer, sheet, (&PRODUCTS, Key::ColumnProduct), &found.figures.products);
    let blocks: Vec<Block> = whole(writer, sheet, &PRODUCTS).into_iter().chain(found).collect();
    (!blocks.is_empty()).then(|| writer.section(Key::ProductsTitle, blocks))
}

/// 冷却与蒸汽: what was typed of each system, what it comes to, and what more cycles would save.
pub(super) fn cooling_and_steam(writer: &Writer, sheet: &Row, found: &PeriodResults) -> Option<Section> {
    let figures = &found.figures;
    let mut blocks: Vec<Block> = whole(writer, sheet, &COOLING).into_iter().collect();
    blocks.extend(results(writer, sheet, (&COOLING, Key::ColumnCoolingSystem), &figures.cooling));
    let is_limited = figures.cooling.iter().any(|system| system.is_drift_limited);
    blocks.extend(is_limited.then(|| Block::Text(writer.say(Key::DriftLimited), Vec::new())));
    blocks.extend(makeup_curve(sheet, found, writer.language).map(|chart| Block::Chart(Box::new(chart))));
    blocks.extend(whole(writer, sheet, &STEAM));
    blocks.extend(results(writer, sheet, (&STEAM, Key::ColumnBoiler), &figures.condensate));
    (!blocks.is_empty()).then(|| writer.section(Key::SectionCooling, blocks))
}

/// 基本要求, each with whether it holds; where none was answered, how many are open.
pub(super) fn requirements(writer: &Writer, sheet: &Row) -> Section {
    let columns: [Column; 3] =
        [(Key::FieldNumber, None), (Key::FieldCondition, None), (Key::FormAnswer, None)];
    let row = |(place, row): (usize, &crate::catalog::Row)| {
        let answer = match fulfilment(sheet, row.id) {
            Some(fulfilment) => fulfilment.name().get(writer.language).to_string(),
            None => writer.say(Key::FormOpen),
        };
        vec![
            Cell::text((place + 1).to_string()),
            Cell::text(row.name.get(writer.language)),
            Cell::text(answer),
        ]
    };
    let is_answered = prerequisites().iter().any(|row| fulfilment(sheet, row.id).is_some());
    let table = is_answered.then(|| {
        let rows = prerequisites().iter().enumerate().map(row).collect();
        writer.table(writer.say(Key::PrerequisitesTitle), &columns, rows)
    });
    let verdict = Block::Text(writer.tell(prerequisites_verdict(sheet).message), Vec::new());
    writer.section(Key::PrerequisitesTitle, table.into_iter().chain([verdict]).collect())
}

fn whole(writer: &Writer, sheet: &Row, table: &'static TableSpec) -> Option<Block> {
    typed_table(writer, sheet, table, writer.say(table.title), &as_typed)
}

/// What the filled rows of a table come to, without the columns in which nothing stands.
fn results<F: RowResults>(
    writer: &Writer,
    sheet: &Row,
    (table, row_heading): (&'static TableSpec, Key),
    figures: &[F],
) -> Option<Block> {
    let rows: Vec<(usize, &Row, &F)> =
        filled(sheet.rows(table), figures).filter_map(|(place, row, of)| Some((place, row, of?))).collect();
    let is_there = |spec: &&ResultSpec<F>| rows.iter().any(|(_, _, of)| (spec.get)(of).is_some());
    let specs: Vec<&ResultSpec<F>> = F::RESULTS.iter().filter(is_there).collect();
    let mut columns: Vec<Column> = vec![(row_heading, None)];
    columns.extend(specs.iter().map(|spec| (spec.heading, Some(spec.unit))));
    let cells = |(place, row, of): &(usize, &Row, &F)| {
        let name = Cell::text(row_name(row.cell(0), *place));
        let figures = specs.iter().map(|spec| writer.figure((spec.get)(of), spec.unit));
        std::iter::once(name).chain(figures).collect()
    };
    let cells: Vec<Vec<Cell>> = rows.iter().map(cells).collect();
    let caption = Message::new(Key::ReportFoundOf).with_words("table", table.title.words());
    (!specs.is_empty()).then(|| writer.table(writer.tell(caption), &columns, cells))
}
