//! 水平衡测试报表, the sheets of a balance test on paper: result, block diagram, statistics, analysis, balances, cost.

mod equipment;
mod typed;

use super::blocks::{balances, costs};
use super::diagram::{Picture, box_sheets, place_name, water_picture};
use super::rates::{JudgedRate, intake_note, judged_rates, rates_without_meaning};
use super::{plant_place_name, plant_verdict, reconciliation_verdict};
use crate::chart::Chart;
use crate::evaluate::{PeriodResults, PlantResults};
use crate::exchange::Derivations;
use crate::industry::{SupplyKind, WaterUnitKind};
use crate::ledger::{Ledger, PERIODS, PlantEntry, Row, RowId, SUPPLIES, SupplyColumn};
use crate::metric::{Figure, Flag, ResultSpec, Results};
use crate::plant::{PlaceKind, PlantFigures, WaterStatistics};
use crate::quantity::Unit;
use crate::show::paper::{
    self, Block, Cell, Column, Cover, Group, Numbering, Report, Section, Writer, row_name,
};
use crate::text::{Coded, Key, Language, Message, choices};

/// The sheets of a period; none when the ledger has no such period.
pub fn balance_report(
    ledger: &Ledger,
    results: &PlantResults,
    id: RowId,
    chosen: Derivations,
    language: Language,
) -> Option<Report> {
    let sheet = ledger.sheet(&PERIODS, id)?;
    let found = results.period(id)?;
    let judged = judged_rates(sheet, found);
    let writer = Writer::new(language, Numbering::new(shown(found, &judged, language), &[], chosen));
    let mut sections = vec![result(&writer, found)];
    sections.extend(paper::note(&writer, &sheet[PlantEntry::Note]));
    sections.push(supplies(&writer, sheet));
    sections.extend(equipment::products(&writer, sheet, found));
    sections.extend(flows(&writer, found));
    sections.extend(pictures(&writer, found));
    sections.push(statistics(&writer, found));
    sections.push(analysis(&writer, found, &judged));
    sections.extend(equipment::meters(&writer, sheet));
    sections.push(equipment::requirements(&writer, sheet));
    sections.extend(equipment::cooling_and_steam(&writer, sheet, found));
    sections
        .push(Section { begins_page: true, ..writer.section(Key::SectionBalance, balances(&writer, found)) });
    if !found.figures.costs.places.is_empty() {
        sections.push(writer.section(Key::SectionCosts, costs(&writer, found)));
    }
    sections.extend(typed::section(&writer, sheet));
    sections.push(problems(&writer, sheet, found));
    sections.extend(paper::derivations(&writer, Vec::new()));
    sections.extend(paper::sources(&writer));
    let subject = plant_name(ledger, sheet);
    let cover = cover(&writer, ledger, sheet, &subject);
    Some(Report { title: title(sheet, language), subject, cover, sections })
}

/// What the plant is called on its sheet, else the ledger's title; empty where nothing says so.
fn plant_name(ledger: &Ledger, sheet: &Row) -> String {
    let names = [sheet[PlantEntry::Plant].trim(), ledger.title().trim()];
    names.into_iter().find(|name| !name.is_empty()).unwrap_or_default().to_string()
}

fn cover(writer: &Writer, ledger: &Ledger, sheet: &Row, plant: &str) -> Cover {
    let entries = [PlantEntry::Organisation, PlantEntry::Tester, PlantEntry::TestedOn];
    let [organisation, tester, tested_on] = entries.map(|entry| paper::entry(sheet, entry));
    let lines = [(Key::CoverPeriod, sheet[PlantEntry::Period].trim()), organisation, tester, tested_on];
    let signatures = [Key::SignTested, Key::SignReviewed, Key::SignSeal];
    paper::cover(writer, ledger, (Key::PlantField, plant), &lines, &signatures)
}

fn title(sheet: &Row, language: Language) -> String {
    match sheet[PlantEntry::Period].trim() {
        "" => Key::SheetsTitle.say(language).to_string(),
        period => Message::new(Key::SheetsTitleOf).with("period", period).say(language),
    }
}

/// The main rates of the report, by their metrics; the sums of the plant's water are main figures too.
const MAIN_RATES: [&str; 5] = [
    "industry.reuse_rate",
    "industry.leakage_rate",
    "industry.discharge_rate",
    "industry.intake_per_value_added",
    "industry.intake_per_product",
];

/// The figures whose derivations are printed: those of the plant, not of each unit.
fn shown(found: &PeriodResults, judged: &[JudgedRate], language: Language) -> Vec<Group> {
    let PlantFigures { totals, .. } = &found.figures;
    let group = |title: Key, main: usize, roots: Vec<(Option<String>, Figure)>| Group {
        title: title.say(language).to_string(),
        roots,
        main,
    };
    let of = |rate: &JudgedRate| rate.of.as_ref().map(|of| of.say(language).to_string());
    let is_main =
        |rate: &&JudgedRate| rate.figure.metric_id().is_some_and(|metric| MAIN_RATES.contains(&metric));
    let (main, others): (Vec<&JudgedRate>, Vec<&JudgedRate>) = judged.iter().partition(is_main);
    let rates = main.iter().chain(&others).map(|rate| (of(rate), rate.figure.clone())).collect();
    let water = &totals.water;
    let sums = [&totals.intake, &totals.nonconventional, &totals.fresh, &water.reused, &totals.total_use];
    let sums: Vec<_> = sums.into_iter().flatten().map(|figure| (None, figure.clone())).collect();
    vec![group(Key::RatesTitle, main.len(), rates), group(Key::SectionNetwork, sums.len(), sums)]
}

fn result(writer: &Writer, found: &PeriodResults) -> Section {
    let PlantFigures { totals, closure, .. } = &found.figures;
    let (residual, relative) = match closure {
        crate::plant::BalanceState::Tested { residual, relative } => (Some(residual), relative.as_ref()),
        _ => (None, None),
    };
    let mut blocks: Vec<Block> = writer
        .values(&[
            (Key::ColumnReuseRate, found.figures.rate("industry.reuse_rate")),
            (Key::ResultIntake, totals.intake.as_ref()),
            (Key::ResultNonConventional, totals.nonconventional.as_ref()),
            (Key::ResultFresh, totals.fresh.as_ref()),
            (Key::ColumnReused, totals.water.reused.as_ref()),
            (Key::ResultTotalUse, totals.total_use.as_ref()),
            (Key::ColumnConsumption, totals.water.consumed.as_ref()),
            (Key::ColumnDischarge, totals.water.discharged.as_ref()),
            (Key::ColumnLeakage, totals.water.leaked.as_ref()),
            (Key::ColumnResidual, residual),
            (Key::ColumnClosure, relative),
        ])
        .into_iter()
        .collect();
    if blocks.is_empty() {
        // Without a figure there is nothing that a verdict could be about.
        blocks.push(Block::Text(writer.say(Key::SheetsNothing), Vec::new()));
    } else {
        let note = intake_note(found, writer.language);
        blocks.extend(note.map(|note| Block::Text(writer.tell(note), Vec::new())));
        let verdicts = plant_verdict(found).into_iter();
        let verdicts = verdicts.chain(reconciliation_verdict(found, writer.language));
        blocks.extend(verdicts.map(|verdict| Block::Text(writer.tell(verdict.message), Vec::new())));
    }
    writer.section(Key::ResultsTitle, blocks)
}

fn supplies(writer: &Writer, sheet: &Row) -> Section {
    let volume = Some(Unit::CubicMetre);
    let columns: [Column; 4] = [
        (Key::ColumnSupply, None),
        (Key::ColumnSupplyKind, None),
        (Key::ColumnMainMeter, volume),
        (Key::ColumnSold, volume),
    ];
    let row = |(place, row): (usize, &crate::ledger::Row)| {
        vec![
            Cell::text(row_name(&row[SupplyColumn::Name], place)),
            writer.chosen(&row[SupplyColumn::Kind], &choices::<SupplyKind>()),
            writer.typed_spread(&row[SupplyColumn::Amount], Unit::CubicMetre),
            writer.typed_spread(&row[SupplyColumn::Sold], Unit::CubicMetre),
        ]
    };
    let rows = sheet
        .rows(&SUPPLIES)
        .iter()
        .map(|row| &**row)
        .enumerate()
        .filter(|(_, row)| !row.is_blank())
        .map(row)
        .collect();
    let table = writer.table(writer.say(Key::SuppliesTitle), &columns, rows);
    writer.section(Key::SuppliesTitle, vec![table])
}

/// 水量流向图 across a page, with what is open said below it.
fn flows(writer: &Writer, found: &PeriodResults) -> Option<Section> {
    let chart = water_picture(found, Picture::Ribbons, 0.0, writer.language)?.chart;
    let title = chart.title.clone();
    let verdict = plant_verdict(found).map(|verdict| Block::Text(writer.tell(verdict.message), Vec::new()));
    let blocks = std::iter::once(Block::Chart(Box::new(chart))).chain(verdict).collect();
    Some(Section { title, begins_page: true, is_wide: true, blocks, ..Section::default() })
}

/// 水平衡方框图, each sheet on a page.
fn pictures(writer: &Writer, found: &PeriodResults) -> Vec<Section> {
    let section = |chart: Chart| {
        let title = chart.title.clone();
        let blocks = vec![Block::Chart(Box::new(chart))];
        Section { title, begins_page: true, blocks, ..Section::default() }
    };
    box_sheets(found, writer.language).into_iter().map(section).collect()
}

/// 水平衡测试统计表.
fn statistics(writer: &Writer, found: &PeriodResults) -> Section {
    // Fifteen columns: the unit stands in the caption, and uncertainties where each figure has room.
    let amounts = WaterStatistics::RESULTS.iter().map(|spec| (spec.heading, Some(Unit::One)));
    let columns: Vec<Column> = std::iter::once((Key::ColumnUnit, None)).chain(amounts).collect();
    let row = |name: String, water: &WaterStatistics| {
        let cell = |spec: &ResultSpec<WaterStatistics>| Cell {
            u: String::new(),
            number: None,
            ..writer.figure((spec.get)(water), spec.unit)
        };
        std::iter::once(Cell::text(name)).chain(WaterStatistics::RESULTS.iter().map(cell)).collect()
    };
    let mut rows = Vec::new();
    for kind in WaterUnitKind::ALL {
        let of_kind = |place: &usize| found.plant.places[*place].kind == PlaceKind::Unit(*kind);
        let places: Vec<usize> = (0..found.plant.places.len()).filter(of_kind).collect();
        for place in &places {
            let name = place_name(&found.plant, *place, writer.language);
            rows.push(row(name, &found.figures.places[*place].water));
        }
        if kind.is_use() && places.len() > 1 {
            let sum = WaterStatistics::sum(places.iter().map(|place| &found.figures.places[*place].water));
            let name = Message::new(Key::StatisticsSum).with_words("kind", kind.name());
            rows.push(row(writer.tell(name), &sum));
        }
    }
    rows.push(row(writer.say(Key::StatisticsPlant), &found.figures.totals.water));
    let table = writer.table(writer.say(Key::StatisticsCaption), &columns, rows);
    let note = Block::Text(writer.say(Key::StatisticsNote), Vec::new());
    let section = writer.section(Key::StatisticsTitle, vec![table, note]);
    Section { begins_page: true, is_wide: true, ..section }
}

/// 用水分析表.
fn analysis(writer: &Writer, found: &PeriodResults, judged: &[JudgedRate]) -> Section {
    let columns: [Column; 4] = [
        (Key::RateName, None),
        (Key::RateValue, Some(Unit::One)),
        (Key::RateRequirement, None),
        (Key::RateVerdict, None),
    ];
    let row = |rate: &JudgedRate| {
        let requirement = rate.requirement.clone().map_or_else(String::new, |message| writer.tell(message));
        let flags = if rate.is_unverified { vec![Flag::Unverified] } else { Vec::new() };
        let verdict = rate.mark().map_or_else(|| "–".to_string(), |mark| writer.say(mark.name));
        vec![
            Cell::text(rate.title(writer.language)),
            writer.value(&rate.figure),
            Cell { text: requirement, flags, ..Cell::default() },
            Cell::text(verdict),
        ]
    };
    let rows = judged.iter().map(row).collect();
    let mut blocks = vec![writer.table(writer.say(Key::AnalysisTitle), &columns, rows)];
    let language = writer.language;
    let notes = rates_without_meaning(found, language).into_iter().chain(intake_note(found, language));
    blocks.extend(notes.map(|note| Block::Text(writer.tell(note), Vec::new())));
    let section = writer.section(Key::AnalysisTitle, blocks);
    Section { begins_page: true, ..section }
}

/// What the check found.
fn problems(writer: &Writer, sheet: &Row, found: &PeriodResults) -> Section {
    paper::problems(writer, &[], found.problems.iter(), &|place| plant_place_name(sheet, place))
}
