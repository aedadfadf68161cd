//! 历年: the coefficient as a chart and as a table, beside the nation's.

use crate::catalog::NATIONAL_COEFFICIENT;
use crate::evaluate::IrrigationResults;
use crate::irrigation::YearFigures;
use crate::ledger::Ledger;
use crate::quantity::Unit;
use crate::show::irrigation::{coefficient_trend, own_name};
use crate::show::paper::{Block, Cell, Column, Section, Writer};
use crate::text::Key;

/// The years, once one has a coefficient.
pub(super) fn section(writer: &Writer, ledger: &Ledger, results: &IrrigationResults) -> Option<Section> {
    let years = results.in_order();
    if years.iter().all(|(_, figures)| figures.coefficient.is_none()) {
        return None;
    }
    let chart = coefficient_trend(&years, own_name(ledger, writer.language), writer.language);
    let columns: [Column; 6] = [
        (Key::ChartYear, None),
        (Key::ReportYearDistricts, Some(Unit::One)),
        (Key::ResultRegion, Some(Unit::One)),
        (Key::ResultGross, Some(Unit::TenThousandCubicMetres)),
        (Key::ResultPerMu, Some(Unit::CubicMetrePerMu)),
        (Key::ChartNational, Some(Unit::One)),
    ];
    let row = |(year, figures): &(i32, &YearFigures)| {
        let nation = NATIONAL_COEFFICIENT.at(*year).map_or("–", |national| national.printed);
        vec![
            Cell::text(year.to_string()),
            Cell::text(figures.count.to_string()),
            writer.figure(figures.coefficient.as_ref(), Unit::One),
            writer.figure(figures.gross.as_ref(), Unit::TenThousandCubicMetres),
            writer.figure(figures.per_mu.as_ref(), Unit::CubicMetrePerMu),
            Cell::text(nation),
        ]
    };
    let rows = years.iter().map(row).collect();
    let table = writer.table(writer.say(Key::ReportYearsCaption), &columns, rows);
    Some(writer.section(Key::ReportYears, vec![Block::Chart(Box::new(chart)), table]))
}
