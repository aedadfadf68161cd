//! The region: its result beside the nation's, its classes, its districts.

use crate::catalog::{NATIONAL_COEFFICIENT, NATIONAL_COEFFICIENT_TARGET, Value};
use crate::evaluate::YearResults;
use crate::irrigation::{ClassMean, MuConvention, SizeClass};
use crate::ledger::{DISTRICTS, DistrictColumn, Row, YearEntry};
use crate::metric::{Figure, Metric, Origin};
use crate::quantity::Unit;
use crate::show::irrigation::{counted, region_amounts};
use crate::show::paper::{Block, Cell, Section, Writer, row_name};
use crate::text::{Coded, Key, Message, choices, number};

/// Decimals in which two coefficients are compared in words.
const COMPARED: usize = 4;

/// The result, or that there is none.
pub(super) fn result(writer: &Writer, sheet: &Row, year: &YearResults) -> Section {
    let figures = &year.figures;
    let mut named = vec![(Key::ResultRegion, figures.coefficient.as_ref())];
    named.extend(region_amounts(figures).into_iter().map(|(_, name, figure)| (name, figure)));
    let mut blocks: Vec<Block> = writer.values(&named).into_iter().collect();
    let say = |text: String| Block::Text(text, Vec::new());
    match &figures.coefficient {
        None => blocks.push(say(writer.say(Key::ReportNothing))),
        Some(coefficient) => {
            blocks.push(say(writer.tell(counted(sheet, figures))));
            blocks.extend(year.year.map(|year| against_nation(writer, coefficient.value(), year)));
            blocks.extend(year.year.and_then(|year| against_target(writer, coefficient, year)));
        }
    }
    let mu = MuConvention::from_typed(&sheet[YearEntry::Mu]).unwrap_or(MuConvention::Exact);
    blocks.push(say(writer.tell(Message::new(Key::ReportMethod).with_words("mu", mu.name()))));
    writer.section(Key::ResultsTitle, blocks)
}

fn against_nation(writer: &Writer, coefficient: f64, year: i32) -> Block {
    let Some(national) = NATIONAL_COEFFICIENT.at(year) else {
        let none = Message::new(Key::ReportNationalNone).with("year", year.to_string());
        return Block::Text(writer.tell(none), Vec::new());
    };
    let difference = number((coefficient - national.value).abs(), COMPARED);
    let key = if difference == number(0.0, COMPARED) {
        Key::ReportNationalSame
    } else if coefficient > national.value {
        Key::ReportNationalAbove
    } else {
        Key::ReportNationalBelow
    };
    published(writer, Message::new(key).with("difference", difference), national)
}

/// The place against the next target from the year on.
fn against_target(writer: &Writer, coefficient: &Figure, year: i32) -> Option<Block> {
    let target = NATIONAL_COEFFICIENT_TARGET.values.iter().find(|target| target.year >= year)?;
    let key = match (coefficient.value() >= target.value, coefficient.is_incomplete()) {
        (true, false) => Key::ReportTargetReached,
        (true, true) => Key::ReportTargetReachedSoFar,
        (false, _) => Key::ReportTargetBelow,
    };
    let difference = number((coefficient.value() - target.value).abs(), COMPARED);
    Some(published(writer, Message::new(key).with("difference", difference), target))
}

fn published(writer: &Writer, message: Message, value: &Value) -> Block {
    let message = message
        .with("year", value.year.to_string())
        .with("value", value.printed)
        .with("source", writer.source(value.source));
    let unverified = !value.source.status.is_verified();
    let mark = unverified.then(|| writer.say(value.source.status.name()));
    let note = value.note.map(|note| note.get(writer.language).to_string());
    Block::Text(writer.tell(message), mark.into_iter().chain(note).collect())
}

/// The classes and how each coefficient was found.
pub(super) fn classes(writer: &Writer, year: &YearResults) -> Option<Section> {
    let columns = [
        (Key::ColumnClass, None),
        (Key::ResultCount, Some(Unit::One)),
        (Key::ColumnCoefficient, Some(Unit::One)),
        (Key::ColumnGross, Some(Unit::TenThousandCubicMetres)),
        (Key::ReportClassMethod, None),
    ];
    let row = |class: &crate::irrigation::ClassFigures| {
        vec![
            Cell::text(class.class.name().get(writer.language)),
            Cell::text(class.count.to_string()),
            writer.figure(class.coefficient.as_ref(), Unit::One),
            writer.figure(class.gross.as_ref(), Unit::TenThousandCubicMetres),
            Cell::text(
                class
                    .coefficient
                    .as_ref()
                    .map_or_else(|| "–".to_string(), |figure| writer.say(method(figure))),
            ),
        ]
    };
    let rows: Vec<Vec<Cell>> = year.figures.classes.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        let caption = match year.figures.is_by_class {
            true => Key::ReportWholeClassesCaption,
            false => Key::ReportClassesCaption,
        };
        let table = writer.table(writer.say(caption), &columns, rows);
        writer.section(Key::ResultClasses, vec![table])
    })
}

fn method(coefficient: &Figure) -> Key {
    match coefficient.origin() {
        Origin::Computed { metric, .. } if metric.info().id == ClassMean::INFO.id => Key::ReportMeanOfSamples,
        _ => Key::ReportWeighted,
    }
}

/// Every district that has something in its row.
pub(super) fn districts(writer: &Writer, sheet: &Row, year: &YearResults) -> Option<Section> {
    let columns = [
        (Key::ColumnName, None),
        (Key::ColumnClass, None),
        (Key::ColumnArea, Some(Unit::TenThousandMu)),
        (Key::ColumnNet, Some(Unit::TenThousandCubicMetres)),
        (Key::ColumnGross, Some(Unit::TenThousandCubicMetres)),
        (Key::ColumnCoefficient, Some(Unit::One)),
        (Key::ColumnPerMu, Some(Unit::CubicMetrePerMu)),
    ];
    let classes = choices::<SizeClass>();
    let rows = sheet.rows(&DISTRICTS).iter().enumerate().zip(&year.figures.districts).zip(&year.details);
    let rows: Vec<Vec<Cell>> = rows
        .filter(|(((_, row), _), _)| !row.is_blank())
        .map(|(((place, row), figures), detail)| {
            let net = detail.fieldwork.net.as_ref();
            let mut cells = vec![
                Cell::text(row_name(&row[DistrictColumn::Name], place)),
                writer.chosen(&row[DistrictColumn::Class], &classes),
                writer.typed(&row[DistrictColumn::Area], Unit::TenThousandMu),
                amount(writer, net, &row[DistrictColumn::Net]),
                amount(writer, figures.gross.as_ref(), &row[DistrictColumn::Gross]),
            ];
            cells.push(coefficient(writer, row, figures.coefficient.as_ref()));
            cells.push(writer.figure(figures.per_mu.as_ref(), Unit::CubicMetrePerMu));
            cells
        })
        .collect();
    (!rows.is_empty()).then(|| {
        let table = writer.table(writer.say(Key::ReportDistrictsCaption), &columns, rows);
        writer.section(Key::TableUntitled, vec![table])
    })
}

fn amount(writer: &Writer, figure: Option<&Figure>, typed: &str) -> Cell {
    match figure {
        Some(figure) => writer.figure(Some(figure), Unit::TenThousandCubicMetres),
        None => writer.typed(typed, Unit::TenThousandCubicMetres),
    }
}

fn coefficient(writer: &Writer, row: &Row, figure: Option<&Figure>) -> Cell {
    match figure {
        Some(figure) => writer.figure(Some(figure), Unit::One),
        None => writer.typed(&row[DistrictColumn::Coefficient], Unit::One),
    }
}
