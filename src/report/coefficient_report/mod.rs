//! 系数测算报告, the report of a year's coefficient work: what an irrigation bureau hands in.

mod derivations;
mod district;
mod model;
mod numbering;
mod region;
mod shown;
mod water_need;
mod writer;

pub use model::{Block, Cell, Derived, Heading, Input, Report, Section, Table, sign};

use self::numbering::Numbering;
use self::writer::Writer;
use super::{coefficient_trend, place_name};
use crate::ledger::{Assessment, Ledger, Severity, YearAssessment, YearId, YearSheet};
use crate::text::{Key, Language, Message};

#[cfg(test)]
mod tests;

/// How many districts have their derivations printed; a county has fewer, and nobody reads more.
const DERIVED_DISTRICTS: usize = 60;

/// How many problems are listed.
const LISTED_PROBLEMS: usize = 200;

/// The report of a year; none when the ledger has no such year.
pub fn coefficient_report(
    ledger: &Ledger,
    assessment: &Assessment,
    id: YearId,
    language: Language,
) -> Option<Report> {
    let sheet = ledger.irrigation.year(id)?;
    let year = assessment.year(id)?;
    let shown = shown::groups(sheet, year, language);
    let writer = Writer::new(language, Numbering::new(shown.groups, &shown.left_out));
    let mut result = region::result(&writer, sheet, year);
    result.blocks.extend(trend(assessment, language));
    let mut sections = vec![result];
    sections.extend(region::classes(&writer, year));
    sections.extend(region::districts(&writer, sheet, year));
    sections.extend(district::details(&writer, sheet, year));
    sections.extend(water_need::section(&writer, sheet, year));
    sections.push(problems(&writer, sheet, assessment, year));
    sections.extend(derivations::section(&writer, &shown.not_derived));
    sections.extend(derivations::sources(&writer));
    Some(Report { title: title(sheet, language), subject: ledger.title.trim().to_string(), sections })
}

fn title(sheet: &YearSheet, language: Language) -> String {
    match sheet.year.trim().trim_end_matches('年') {
        "" => Key::ReportTitle.say(language).to_string(),
        year => Message::new(Key::ReportTitleOf).with("year", year).say(language),
    }
}

/// The coefficient over the years, once a year has one.
fn trend(assessment: &Assessment, language: Language) -> Option<Block> {
    let years = assessment.in_order();
    let chart = || Block::Chart(Box::new(coefficient_trend(&years, Key::ChartOwn, language)));
    years.iter().any(|(_, figures)| figures.coefficient.is_some()).then(chart)
}

/// What the check found: the reader sees what was left out.
fn problems(writer: &Writer, sheet: &YearSheet, assessment: &Assessment, year: &YearAssessment) -> Section {
    let of_sheet = assessment.problems.iter().filter(|problem| problem.place.year() == Some(sheet.id));
    let (wrong, odd): (Vec<_>, Vec<_>) =
        of_sheet.chain(year.all_problems()).partition(|problem| problem.kind.severity() == Severity::Wrong);
    let faults = year.figures.faults.iter().map(|fault| writer.tell(fault.message(&[])));
    let said = |word: Key, problems: Vec<&crate::ledger::Problem>| {
        let say = |problem: &&crate::ledger::Problem| {
            let message = Message::new(word)
                .with("place", writer.tell(place_name(sheet, problem.place)))
                .with("what", writer.tell(problem.kind.message()));
            writer.tell(message)
        };
        problems.iter().map(say).collect::<Vec<_>>()
    };
    let mut list: Vec<String> = faults.collect();
    list.extend(said(Key::ReportWrong, wrong));
    list.extend(said(Key::ReportCaution, odd));
    if list.is_empty() {
        return writer
            .section(Key::ReportProblems, vec![Block::Text(writer.say(Key::ProblemsNone), Vec::new())]);
    }
    let count = Message::new(Key::ReportProblemCount).with("count", list.len().to_string());
    let more = list.len().saturating_sub(LISTED_PROBLEMS);
    list.truncate(LISTED_PROBLEMS);
    let mut blocks = vec![Block::Text(writer.tell(count), Vec::new()), Block::List(list)];
    if more > 0 {
        let more = Message::new(Key::ProblemsMore).with("count", more.to_string());
        blocks.push(Block::Text(writer.tell(more), Vec::new()));
    }
    writer.section(Key::ReportProblems, blocks)
}
