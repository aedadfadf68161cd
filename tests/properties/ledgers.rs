//! Ledgers to try the laws on.

use std::collections::HashSet;
use std::fmt::Debug;
use std::sync::Arc;

use proptest::prelude::*;
use water_ledger::catalog;
use water_ledger::irrigation::SizeClass;
use water_ledger::ledger::{
    Certification, ColumnKind, DistrictRow, Edit, Entry, FieldRow, Industry, Irrigation, Ledger, PeriodId,
    PeriodSheet, PlantEntry, PlantTable, ReviewEntry, ReviewId, ReviewSheet, ReviewTable, RowId, SheetAt,
    TableAt, TypedRow, WaterNeed, YearId, YearSheet,
};
use water_ledger::rubric::Rubric;
use water_ledger::text::Coded;

/// A district that can be computed in every respect. Coefficients stay in the plausible range.
#[derive(Clone, Debug)]
pub struct Sound {
    pub class: SizeClass,
    pub area: f64,
    pub net: f64,
    pub gross: f64,
}

pub fn sound_districts() -> impl Strategy<Value = Vec<Sound>> {
    let district = (0..SizeClass::ALL.len(), 0.1..100.0f64, 0.2..0.98f64, 1.0..1e6f64).prop_map(
        |(class, area, coefficient, gross)| Sound {
            class: SizeClass::ALL[class],
            area,
            net: gross * coefficient,
            gross,
        },
    );
    prop::collection::vec(district, 1..12)
}

/// A ledger of one year, its numbers written out in full.
pub fn ledger_of(districts: &[Sound]) -> Ledger {
    let rows = districts.iter().zip(1..).map(|(district, id)| {
        let numbers = [district.area, district.net, district.gross].map(|number| number.to_string());
        let [area, net, gross] = numbers;
        DistrictRow {
            name: format!("灌区{id}"),
            class: district.class.code().to_string(),
            area,
            net,
            gross,
            ..DistrictRow::blank(RowId(id))
        }
    });
    one_year(rows.collect())
}

pub fn one_year(districts: Vec<DistrictRow>) -> Ledger {
    let districts = districts.into_iter().map(Arc::new).collect();
    let sheet = YearSheet { year: "2024".to_string(), districts, ..YearSheet::blank(YearId(1)) };
    Ledger { irrigation: Irrigation { years: vec![sheet] }, ..Ledger::default() }
}

/// Any ledger that can be saved: any text in any cell, any identities as long as none stands twice.
pub fn any_ledger() -> impl Strategy<Value = Ledger> {
    let sheets = prop::collection::vec(any_sheet(), 0..4);
    (any_text(), sheets, any_industry(), any_certification()).prop_map(
        |(title, sheets, industry, certification)| {
            let irrigation = Irrigation { years: without_twins(sheets, |sheet| sheet.id.0) };
            let any = Ledger { title, irrigation, industry, certification };
            // Every sheet has the rows that its rubric asks for.
            Ledger::default().after(Edit::Replace(Box::new(any))).expect("a ledger is replaced")
        },
    )
}

/// Any units' years that can be saved.
pub fn any_certification() -> impl Strategy<Value = Certification> {
    (prop::collection::vec(any_review(), 0..3), 0..3usize).prop_map(|(reviews, own)| {
        let mut ledger = Ledger::default();
        for _ in 0..own {
            let copied = catalog::rubric("public-institution-2013").expect("shipped");
            let add = Edit::AddRubric(Box::new(Rubric::clone(&copied)));
            ledger = ledger.after(add).expect("a rubric is added");
        }
        let reviews = without_twins(reviews, |sheet| sheet.id.0).into_iter().map(Arc::new).collect();
        Certification { reviews, ..ledger.certification }
    })
}

fn any_review() -> impl Strategy<Value = ReviewSheet> {
    let rubric = || {
        let shipped = catalog::RUBRICS.iter().map(|one| one.id.to_string());
        let names: Vec<String> = shipped.chain(["".to_string(), "own-1".to_string()]).collect();
        prop_oneof![4 => prop::sample::select(names), 1 => cell_text()]
    };
    let entries = prop::array::uniform8(cell_text());
    let tables = (any_rows(), any_rows(), any_rows(), any_rows(), any_rows());
    let answers = (any_rows(), any_rows(), any_rows(), any_rows(), any_rows(), any_rows(), any_rows());
    (any_id(), rubric(), rubric(), entries, tables, answers).prop_map(
        |(id, rubric, other, entries, tables, answers)| {
            let [unit, year, supplied, days, weight, mean, general, advanced] = entries;
            let (people, uses, fixtures, meters, nights) = tables;
            let (facts, questions, gates, answers, evidence, measures, effects) = answers;
            ReviewSheet {
                id: ReviewId(id),
                unit,
                year,
                rubric,
                other,
                supplied,
                days,
                weight,
                mean,
                general,
                advanced,
                people,
                uses,
                fixtures,
                meters,
                nights,
                facts,
                questions,
                gates,
                answers,
                evidence,
                measures,
                effects,
            }
        },
    )
}

/// Any plant that can be saved.
pub fn any_industry() -> impl Strategy<Value = Industry> {
    prop::collection::vec(any_period(), 0..3).prop_map(|periods| Industry {
        periods: without_twins(periods, |sheet| sheet.id.0).into_iter().map(Arc::new).collect(),
    })
}

fn any_period() -> impl Strategy<Value = PeriodSheet> {
    let period = prop_oneof![Just("2024".to_string()), Just("2024-03".to_string()), cell_text()];
    let entries = prop::array::uniform8(cell_text());
    let network = (any_rows(), any_rows(), any_rows());
    let others = (any_rows(), any_rows(), any_rows(), any_rows(), any_rows(), any_rows());
    (any_id(), period, entries, network, others).prop_map(|(id, period, entries, network, others)| {
        let [tolerance, sector, output_value, value_added, staff, days, staff_water, compliant] = entries;
        let (supplies, units, flows) = network;
        let (products, meters, cooling, steam, costs, tiers) = others;
        PeriodSheet {
            id: PeriodId(id),
            period,
            tolerance,
            sector,
            output_value,
            value_added,
            staff,
            days,
            staff_water,
            compliant,
            supplies,
            units,
            flows,
            products,
            meters,
            cooling,
            steam,
            costs,
            tiers,
            prerequisites: std::collections::BTreeMap::from([("effluent".to_string(), "met".to_string())]),
        }
    })
}

fn each<T: Copy, P>(all: &[T], place: impl Fn(T) -> P) -> Vec<P> {
    all.iter().map(|one| place(*one)).collect()
}

/// Every table of a ledger.
pub fn tables(ledger: &Ledger) -> Vec<TableAt> {
    let of_period = |sheet: &Arc<PeriodSheet>| each(PlantTable::ALL, |table| TableAt::Plant(sheet.id, table));
    let of_review =
        |sheet: &Arc<ReviewSheet>| each(ReviewTable::ALL, |table| TableAt::Review(sheet.id, table));
    let of_years = ledger.irrigation.years.iter().flat_map(TableAt::all);
    let of_periods = ledger.industry.periods.iter().flat_map(of_period);
    of_years.chain(of_periods).chain(ledger.certification.reviews.iter().flat_map(of_review)).collect()
}

/// The rows of a table.
pub fn rows(ledger: &Ledger, table: TableAt) -> Vec<RowId> {
    match table.sheet() {
        SheetAt::Year(year) => ledger.irrigation.year(year).map_or_else(Vec::new, |sheet| table.rows(sheet)),
        SheetAt::Period(period) => match (table, ledger.industry.period(period)) {
            (TableAt::Plant(_, table), Some(sheet)) => sheet.rows(table),
            _ => Vec::new(),
        },
        SheetAt::Review(review) => match (table, ledger.certification.review(review)) {
            (TableAt::Review(_, table), Some(sheet)) => sheet.rows(table),
            _ => Vec::new(),
        },
    }
}

/// Every entry beside the tables, but for the title.
pub fn entries(ledger: &Ledger) -> Vec<Entry> {
    let of_period = |sheet: &Arc<PeriodSheet>| each(PlantEntry::ALL, |entry| Entry::Plant(sheet.id, entry));
    let of_review = |sheet: &Arc<ReviewSheet>| each(ReviewEntry::ALL, |entry| Entry::Review(sheet.id, entry));
    let of_years = ledger.irrigation.years.iter().flat_map(Entry::all);
    let of_periods = ledger.industry.periods.iter().flat_map(of_period);
    of_years.chain(of_periods).chain(ledger.certification.reviews.iter().flat_map(of_review)).collect()
}

fn any_sheet() -> impl Strategy<Value = YearSheet> {
    let mu = prop_oneof![Just(String::new()), Just("667".to_string()), any_text()];
    let districts = prop::collection::vec(any_district(), 0..5);
    (any_id(), cell_text(), districts, any_rows(), mu, any_water_need()).prop_map(
        |(id, year, districts, classes, mu, water_need)| YearSheet {
            id: YearId(id),
            year,
            districts: without_twins(districts, |row| row.id.0).into_iter().map(Arc::new).collect(),
            classes,
            mu,
            water_need,
        },
    )
}

fn any_district() -> impl Strategy<Value = DistrictRow> {
    let fields = prop::collection::vec(any_field(), 0..3);
    let entries = (cell_text(), cell_text());
    (any_row::<DistrictRow>(), any_rows(), fields, any_rows(), any_rows(), entries).prop_map(
        |(row, crops, fields, sources, canals, (field_efficiency, canal_days))| DistrictRow {
            crops,
            fields: without_twins(fields, |field| field.id.0),
            sources,
            canals,
            field_efficiency,
            canal_days,
            ..row
        },
    )
}

fn any_field() -> impl Strategy<Value = FieldRow> {
    (any_row::<FieldRow>(), any_rows(), any_rows()).prop_map(|(row, readings, periods)| FieldRow {
        readings,
        periods,
        ..row
    })
}

fn any_water_need() -> impl Strategy<Value = WaterNeed> {
    let entries = prop::array::uniform3(cell_text());
    (entries, any_rows(), any_rows()).prop_map(|([latitude, altitude, efficiency], months, crops)| {
        WaterNeed { latitude, altitude, efficiency, months, crops }
    })
}

fn any_rows<R: TypedRow + Debug>() -> impl Strategy<Value = Vec<R>> {
    prop::collection::vec(any_row::<R>(), 0..4).prop_map(|rows| without_twins(rows, |row| row.id().0))
}

/// A row whose cells hold, more often than not, what belongs into them.
fn any_row<R: TypedRow + Debug>() -> impl Strategy<Value = R> {
    let cells: Vec<BoxedStrategy<String>> = R::COLUMNS.iter().map(|column| text_for(column.kind)).collect();
    (any_id(), cells).prop_map(|(id, cells)| {
        let mut row = R::blank(RowId(id));
        cells.into_iter().enumerate().for_each(|(column, text)| row.set_cell(column, text));
        row
    })
}

fn text_for(kind: ColumnKind) -> BoxedStrategy<String> {
    match kind {
        // Few names, so that rows refer to each other and to themselves.
        ColumnKind::Text => {
            let name = prop::sample::select(vec!["甲", "乙", "丙", "4-20", "7", ""]);
            prop_oneof![4 => name.prop_map(str::to_string), 1 => cell_text()].boxed()
        }
        ColumnKind::Number(_) => cell_text().boxed(),
        ColumnKind::Choice(choices) => {
            let codes: Vec<String> = choices().iter().map(|choice| choice.code.to_string()).collect();
            prop_oneof![4 => prop::sample::select(codes), 1 => cell_text()].boxed()
        }
    }
}

/// The first of each identity.
fn without_twins<T>(mut all: Vec<T>, id: impl Fn(&T) -> u32) -> Vec<T> {
    let mut seen = HashSet::new();
    all.retain(|one| seen.insert(id(one)));
    all
}

/// Identities from a hand-made file may lie anywhere, at the very end too.
fn any_id() -> impl Strategy<Value = u32> {
    prop_oneof![4 => 0..20u32, 1 => u32::MAX - 3..=u32::MAX, 1 => any::<u32>()]
}

/// What a cell may hold: numbers of any size, units, years, classes, and any text at all.
pub fn cell_text() -> impl Strategy<Value = String> {
    let unit = prop::sample::select(vec!["", "", "", "%", "万", "亿", " m³", "万m³", "亩", "hm²", "mm", "–"]);
    prop_oneof![
        4 => (1..100_000u32, unit).prop_map(|(number, unit)| format!("{number}{unit}")),
        2 => (0.0..1.2f64).prop_map(|number| number.to_string()),
        2 => any::<f64>().prop_map(|number| format!("{number:e}")),
        1 => (2000..2030u32).prop_map(|year| year.to_string()),
        1 => prop::sample::select(SizeClass::ALL.to_vec()).prop_map(|class| class.name().zh.to_string()),
        1 => Just(String::new()),
        3 => any_text(),
    ]
}

/// Any characters, control characters, quotes and emoji among them.
pub fn any_text() -> impl Strategy<Value = String> {
    let troublesome = prop::sample::select(vec![
        '\0', '\u{1}', '\u{7f}', '\u{feff}', '\u{2028}', '"', '\\', '\n', '\t', '{', '💧',
    ]);
    let character = prop_oneof![3 => any::<char>(), 1 => troublesome];
    prop::collection::vec(character, 0..10).prop_map(String::from_iter)
}
