//! 年度用水报告, a year of a region in the manner of a water office: the total that is fixed, what is saved, what is supplied for sure.

use super::assessment::Assessment;
use super::charts::{glance_charts, since_base_chart};
use super::flows::water_flows;
use super::glance::{control_story, glance, target_lines, with_unit};
use super::issues::{IssuedPlace, issued_plans};
use super::notices::{Over, users_over_plan};
use super::tables::planned_columns;
use super::tables::region_place_name;
use super::tiles::{execution_note, place_tiles};
use super::trends::{IndicatorTrend, indicator_trends};
use crate::chart::Chart;
use crate::evaluate::{FigureOf, RegionResults, RegionSheet, SheetFigure};
use crate::exchange::Derivations;
use crate::ledger::{
    Ledger, PLAN_PLACES, PlanPlaceColumn, REGIONS, RESERVOIRS, RegionEntry, ReservoirColumn, Row, RowId,
};
use crate::metric::{Figure, Results};
use crate::quantity::Unit;
use crate::region::{PlaceFigures, PlannedUse, ReservoirFigures};
use crate::show::mark::Mark;
use crate::show::paper::{self, Block, Cell, Column, Group, Numbering, Report, Section, Writer};
use crate::show::table_view::filled;
use crate::text::{Key, Language, Message};

/// The figures of a year whose derivations are printed without being asked for.
const MAIN: [&str; 5] = ["total", "per_gdp", "per_value_added", "gdp_decline", "value_added_decline"];

/// How many places have their derivations printed; nobody reads those of thousands of users.
const DERIVED_PLACES: usize = 60;

/// The report of a region's year with its self-assessments; none when the ledger has no such sheet.
pub fn year_report(
    ledger: &Ledger,
    results: &RegionResults,
    assessments: &[Assessment],
    id: RowId,
    chosen: Derivations,
    language: Language,
) -> Option<Report> {
    let sheet = ledger.sheet(&REGIONS, id)?;
    let found = results.sheet(id)?;
    let writer = Writer::new(language, numbering(found, chosen, language));
    let mut sections = vec![total(&writer, sheet, found), saving(&writer, sheet, found)];
    sections.extend(supply(&writer, sheet, found));
    sections.extend(assessed(&writer, assessments));
    sections.extend(paper::note(&writer, &sheet[RegionEntry::Note]));
    let of_sheet = results.problems.iter().filter(|problem| problem.place.is_in(sheet));
    let problems = of_sheet.chain(found.all_problems());
    sections.push(paper::problems(&writer, &[], problems, &|place| region_place_name(sheet, place)));
    sections.extend(paper::derivations(&writer, Vec::new()));
    sections.extend(paper::sources(&writer));
    let name = match sheet[RegionEntry::Name].trim() {
        "" => ledger.title().trim(),
        name => name,
    };
    let entries = [RegionEntry::Organisation, RegionEntry::Compiler, RegionEntry::CompiledOn];
    let [organisation, compiler, compiled_on] = entries.map(|entry| paper::entry(sheet, entry));
    let lines = [(Key::YearField, sheet[RegionEntry::Year].trim()), organisation, compiler, compiled_on];
    let signatures = [Key::SignCompiled, Key::SignChecked, Key::SignApproved];
    let cover = paper::cover(&writer, ledger, (Key::RegionField, name), &lines, &signatures);
    let title = match sheet[RegionEntry::Year].trim().trim_end_matches('年') {
        "" => writer.say(Key::RegionReportTitle),
        year => writer.tell(Message::new(Key::RegionReportOf).with("year", year)),
    };
    Some(Report { title, subject: name.to_string(), cover, sections })
}

/// The figures that the report shows, with what each is of.
fn numbering(found: &RegionSheet, chosen: Derivations, language: Language) -> Numbering {
    let (of_year, others): (Vec<SheetFigure<'_>>, Vec<_>) = found.every_figure().into_iter().partition(|one| {
        matches!(one.of, FigureOf::Row(_, row) if found.this_year().is_some_and(|year| year.key == row.0))
    });
    let (main, rest): (Vec<_>, Vec<_>) = of_year.into_iter().partition(|one| MAIN.contains(&one.name));
    let places = PLAN_PLACES.at(&[found.id]);
    let (of_places, others): (Vec<_>, Vec<_>) =
        others.into_iter().partition(|one| matches!(one.of, FigureOf::Row(table, _) if table == places));
    let roots = |figures: Vec<SheetFigure<'_>>| -> Vec<(Option<String>, Figure)> {
        figures.into_iter().map(|one| (None, one.figure.clone())).collect()
    };
    let title = |key: Key| key.say(language).to_string();
    let printed: Vec<_> = of_places.iter().take(DERIVED_PLACES * PLAN_RESULTS).copied().collect();
    let left_out: Vec<Figure> =
        of_places.iter().skip(DERIVED_PLACES * PLAN_RESULTS).map(|one| one.figure.clone()).collect();
    let groups = vec![
        Group { title: title(Key::SectionGlance), main: main.len(), roots: roots([main, rest].concat()) },
        Group { title: title(Key::SectionControl), main: 0, roots: roots(others) },
        Group { title: title(Key::SectionPlan), main: 0, roots: roots(printed) },
    ];
    Numbering::new(groups, &left_out, chosen)
}

/// So many figures a place comes to, at most.
const PLAN_RESULTS: usize = PlaceFigures::RESULTS.len();

/// A mark with its word; nothing where there is none.
fn marked(writer: &Writer, mark: Option<Mark>) -> Cell {
    Cell::text(mark.map_or_else(String::new, |mark| format!("{} {}", mark.shape, writer.say(mark.name))))
}

/// A figure with its unit; a dash where there is none.
fn value(writer: &Writer, figure: &Option<Figure>) -> Cell {
    figure.as_ref().map_or_else(|| Cell::text("–"), |figure| writer.value(figure))
}

fn chart(chart: Chart) -> Block {
    Block::Chart(Box::new(chart))
}

fn text(writer: &Writer, message: Message) -> Block {
    Block::Text(writer.tell(message), Vec::new())
}

/// 定总量: the total, the targets, the plan and how it is kept.
fn total(writer: &Writer, sheet: &Row, found: &RegionSheet) -> Section {
    let mut blocks = Vec::new();
    blocks.extend(total_sentence(writer, found));
    blocks.extend(plan_sentence(writer, found));
    if let Some(year) = found.this_year() {
        blocks.extend(writer.values(&[
            (Key::ResultRegionUse, year.total.as_ref()),
            (Key::ResultUseGrowth, year.growth.as_ref()),
            (Key::ResultNormalUse, year.normal.as_ref()),
            (Key::ResultSupply, year.supply.as_ref()),
        ]));
    }
    blocks.extend(control_story(found).map(|story| text(writer, story)));
    blocks.extend(since_base_chart(found, writer.language).map(chart));
    let targets = target_lines(sheet, found, writer.language);
    let columns: [Column; 5] = [
        (Key::ColumnControlled, None),
        (Key::ColumnTarget, None),
        (Key::ResultNow, None),
        (Key::ResultPath, None),
        (Key::ColumnStandingNow, None),
    ];
    let rows: Vec<Vec<Cell>> = targets
        .iter()
        .map(|line| {
            vec![
                Cell::text(line.name.clone()),
                Cell::text(line.target.clone()),
                value(writer, &line.now),
                value(writer, &line.path),
                marked(writer, line.mark),
            ]
        })
        .collect();
    if !rows.is_empty() {
        blocks.push(writer.table(writer.say(Key::RegionTargetsTitle), &columns, rows));
    }
    let tiles = place_tiles(sheet, found, writer.language);
    if !tiles.is_empty() {
        let document = [RegionEntry::Document, RegionEntry::IssuedOn].map(|entry| sheet[entry].trim());
        if document.iter().any(|text| !text.is_empty()) {
            let [number, date] = document;
            blocks.push(text(
                writer,
                Message::new(Key::PlanIssuedBy).with("number", number).with("date", date),
            ));
        }
        let columns: [Column; 4] = [
            (Key::ColumnPlanPlace, None),
            (Key::ColumnPlanned, None),
            (Key::ColumnExecution, Some(Unit::Percent)),
            (Key::ColumnStandingNow, None),
        ];
        let rows = tiles
            .iter()
            .map(|tile| {
                vec![
                    Cell::text(format!("{}{}", "　".repeat(tile.depth), tile.name)),
                    Cell::text(tile.plan.clone()),
                    writer.figure(tile.execution.as_ref(), Unit::Percent),
                    marked(writer, tile.mark),
                ]
            })
            .collect();
        blocks.push(writer.table(writer.say(Key::PlanPlacesTitle), &columns, rows));
        blocks.extend(planned_uses(writer, found));
        blocks.extend(execution_note().map(|note| text(writer, note)));
        blocks.extend(over_plan(writer, sheet, found));
        blocks.extend(issues(writer, sheet, found));
    }
    writer.section(Key::ReportFixTotal, blocks)
}

/// What all users of a kind are planned together, by source where the plan is split so.
fn planned_uses(writer: &Writer, found: &RegionSheet) -> Option<Block> {
    let uses = &found.plan.planned_uses;
    let shown = planned_columns(uses);
    let columns: Vec<Column> = std::iter::once((Key::ColumnUseKind, None))
        .chain(shown.iter().map(|spec| (spec.heading, Some(spec.unit))))
        .collect();
    let row = |one: &PlannedUse| {
        let figures = shown.iter().map(|spec| writer.figure((spec.get)(one), spec.unit));
        std::iter::once(Cell::text(one.of.name().get(writer.language))).chain(figures).collect()
    };
    let rows: Vec<Vec<Cell>> = uses.iter().map(row).collect();
    (!rows.is_empty()).then(|| writer.table(writer.say(Key::PlannedUsesTitle), &columns, rows))
}

/// The users who took more than was planned until now, each with how much: what a notice to them says.
fn over_plan(writer: &Writer, sheet: &Row, found: &RegionSheet) -> Option<Block> {
    let volume = Unit::TenThousandCubicMetres;
    let columns: [Column; 6] = [
        (Key::ColumnPlanPlace, None),
        (Key::ColumnPlannedUntilNow, Some(volume)),
        (Key::ColumnUsedUntilNow, Some(volume)),
        (Key::ColumnOverPlan, Some(volume)),
        (Key::ColumnOverPlanCost, Some(Unit::Yuan)),
        (Key::ColumnForecastAsPlanned, Some(volume)),
    ];
    let row = |user: Over<'_>| {
        let Over { index, row, found: place } = user;
        let figure = |figure: &Option<Figure>| writer.figure(figure.as_ref(), volume);
        let name = paper::row_name(&row[PlanPlaceColumn::Name], index);
        let [planned, used] = [&place.planned, &place.used].map(figure);
        let cost = writer.figure(place.cost.as_ref(), Unit::Yuan);
        vec![Cell::text(name), planned, used, figure(&place.over), cost, figure(&place.as_planned)]
    };
    let rows: Vec<Vec<Cell>> = users_over_plan(sheet, found).into_iter().map(row).collect();
    (!rows.is_empty()).then(|| writer.table(writer.say(Key::ReportOverPlan), &columns, rows))
}

/// The last issue of the plan beside what is planned now, of those whose plan has changed since.
fn issues(writer: &Writer, sheet: &Row, found: &RegionSheet) -> Option<Block> {
    let volume = Unit::TenThousandCubicMetres;
    let columns: [Column; 4] = [
        (Key::ColumnPlanPlace, None),
        (Key::ColumnIssuedPlan, Some(volume)),
        (Key::ColumnPlanned, Some(volume)),
        (Key::ColumnPlanAdjustment, Some(volume)),
    ];
    let (_, places) = issued_plans(sheet, found)?;
    let changed =
        places.into_iter().filter(|place| place.adjustment.as_ref().is_some_and(|by| by.value() != 0.0));
    let row = |place: IssuedPlace| {
        let figure = |figure: Option<&Figure>| writer.figure(figure, volume);
        let issued = figure(place.issued.last().and_then(Option::as_ref));
        vec![
            Cell::text(place.name.clone()),
            issued,
            figure(place.now.as_ref()),
            figure(place.adjustment.as_ref()),
        ]
    };
    let rows: Vec<Vec<Cell>> = changed.map(row).collect();
    (!rows.is_empty()).then(|| writer.table(writer.say(Key::ReportPlanChanges), &columns, rows))
}

/// A figure with its unit, as it stands in a sentence.
fn told(writer: &Writer, figure: &Option<Figure>) -> Option<String> {
    let figure = figure.as_ref().filter(|figure| !figure.is_incomplete())?;
    Some(with_unit(figure, writer.language))
}

fn total_sentence(writer: &Writer, found: &RegionSheet) -> Option<Block> {
    let year = found.this_year()?;
    let mut said = Message::new(Key::SentenceTotal)
        .with("year", year.year.to_string())
        .with("total", told(writer, &year.total)?);
    for (name, share) in ["agriculture", "industry", "domestic", "ecology"].into_iter().zip(&year.shares) {
        said = said.with(name, share.as_ref()?.shown());
    }
    Some(text(writer, said))
}

fn plan_sentence(writer: &Writer, found: &RegionSheet) -> Option<Block> {
    let top = found.plan.top()?;
    let said = Message::new(Key::SentencePlan)
        .with("plan", told(writer, &top.plan)?)
        .with("used", told(writer, &top.used)?)
        .with("execution", top.execution.as_ref()?.shown());
    Some(text(writer, said))
}

fn saving_sentence(writer: &Writer, found: &RegionSheet) -> Option<Block> {
    let year = found.this_year()?;
    let said = Message::new(Key::SentenceSaving)
        .with("gdp", told(writer, &year.per_gdp)?)
        .with("industry", told(writer, &year.per_value_added)?)
        .with("mu", told(writer, &year.per_mu)?);
    Some(text(writer, said))
}

fn supply_sentence(writer: &Writer, found: &RegionSheet) -> Option<Block> {
    let said = Message::new(Key::SentenceSupply)
        .with("count", found.reservoirs.figures.len().to_string())
        .with("storage", told(writer, &found.totals.storage)?)
        .with("usable", told(writer, &found.totals.usable)?);
    Some(text(writer, said))
}

/// Where each indicator has been going.
fn trends(writer: &Writer, sheet: &Row, found: &RegionSheet) -> Option<Block> {
    let trends = indicator_trends(sheet, found, writer.language);
    let columns: [Column; 4] = [
        (Key::ColumnIndicator, None),
        (Key::ColumnYearsKnown, Some(Unit::One)),
        (Key::ColumnSlope, None),
        (Key::ColumnTestP, None),
    ];
    let row = |one: IndicatorTrend| {
        vec![
            Cell::text(one.name),
            Cell::text(one.count.to_string()),
            value(writer, &one.slope),
            value(writer, &one.p),
        ]
    };
    let rows: Vec<Vec<Cell>> = trends.into_iter().map(row).collect();
    (!rows.is_empty()).then(|| writer.table(writer.say(Key::TrendsTitle), &columns, rows))
}

/// 节潜力: every indicator of the year.
fn saving(writer: &Writer, sheet: &Row, found: &RegionSheet) -> Section {
    let columns: [Column; 4] = [
        (Key::ColumnIndicator, None),
        (Key::ColumnValue, None),
        (Key::ColumnFactGrowth, None),
        (Key::ColumnTarget, None),
    ];
    let rows: Vec<Vec<Cell>> = glance(sheet, found, writer.language)
        .into_iter()
        .map(|line| {
            let value = match &line.figure {
                Some(figure) => writer.value(figure),
                None => Cell::text(line.value),
            };
            let target = line.target.map_or_else(String::new, |(target, mark)| match mark {
                Some(mark) => format!("{target} {} {}", mark.shape, writer.say(mark.name)),
                None => target,
            });
            vec![
                Cell::text(line.name),
                value,
                Cell::text(line.change.unwrap_or_default()),
                Cell::text(target),
            ]
        })
        .collect();
    let mut blocks: Vec<Block> = saving_sentence(writer, found).into_iter().collect();
    if !rows.is_empty() {
        blocks.push(writer.table(writer.say(Key::SectionGlance), &columns, rows));
    }
    blocks.extend(trends(writer, sheet, found));
    blocks.extend(water_flows(found, writer.language).map(chart));
    blocks.extend(glance_charts(found, writer.language).into_iter().map(chart));
    writer.section(Key::ReportSave, blocks)
}

/// 考核: the self-assessments of the year.
fn assessed(writer: &Writer, assessments: &[Assessment]) -> Option<Section> {
    let columns: [Column; 5] = [
        (Key::RubricField, None),
        (Key::SeriesSelf, None),
        (Key::ColumnLevelOfScore, None),
        (Key::RubricPassLine, None),
        (Key::ColumnVerdict, None),
    ];
    let row = |one: &Assessment| {
        let known = |text: &Option<String>| Cell::text(text.clone().unwrap_or_else(|| "–".to_string()));
        vec![
            Cell::text(one.rubric.clone()),
            Cell::text(one.score.clone()),
            known(&one.level),
            known(&one.line),
            Cell::text(writer.say(one.verdict)),
        ]
    };
    let rows: Vec<Vec<Cell>> = assessments.iter().map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let table = writer.table(writer.say(Key::AssessmentsTitle), &columns, rows);
    Some(writer.section(Key::SectionAssessment, vec![table]))
}

/// 保用量: what the reservoirs hold and supply.
fn supply(writer: &Writer, sheet: &Row, found: &RegionSheet) -> Option<Section> {
    let volume = Unit::TenThousandCubicMetres;
    let columns: [Column; 6] = [
        (Key::ColumnReservoir, None),
        (Key::ColumnStorageFound, Some(volume)),
        (Key::ColumnUsable, Some(volume)),
        (Key::ResultReservoirSupply, Some(volume)),
        (Key::ResultSupplyExecution, Some(Unit::Percent)),
        (Key::ColumnReservoirClosure, Some(volume)),
    ];
    let rows: Vec<Vec<Cell>> = filled(sheet.rows(&RESERVOIRS), &found.reservoirs.figures)
        .map(|(place, row, lake)| {
            let of = |get: fn(&ReservoirFigures) -> &Option<Figure>, unit| {
                writer.figure(lake.and_then(|lake| get(lake).as_ref()), unit)
            };
            vec![
                Cell::text(paper::row_name(&row[ReservoirColumn::Name], place)),
                of(|lake| &lake.storage, volume),
                of(|lake| &lake.usable, volume),
                of(|lake| &lake.supply, volume),
                of(|lake| &lake.execution, Unit::Percent),
                of(|lake| &lake.closure, volume),
            ]
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let mut blocks: Vec<Block> = supply_sentence(writer, found).into_iter().collect();
    blocks.push(writer.table(writer.say(Key::ReservoirsTitle), &columns, rows));
    blocks.extend(writer.values(&[
        (Key::ResultReservoirsTogether, found.totals.storage.as_ref()),
        (Key::ResultUsableTogether, found.totals.usable.as_ref()),
    ]));
    Some(writer.section(Key::ReportSecure, blocks))
}
