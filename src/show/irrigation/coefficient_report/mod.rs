//! 系数测算报告, the report of a year's coefficient work: what an irrigation bureau hands in.

mod district;
mod region;
mod shown;
mod typed;
mod water_need;
mod years;

use super::{place_name, region_name};
use crate::evaluate::{IrrigationResults, YearResults};
use crate::exchange::Derivations;
use crate::ledger::{Ledger, Row, RowId, YEARS, YearEntry};
use crate::show::paper::{self, Block, Cover, Numbering, Report, Section, Writer};
use crate::text::{Key, Language, Message};

#[cfg(test)]
mod tests;

/// How many districts have their derivations printed; a county has fewer, and nobody reads more.
const DERIVED_DISTRICTS: usize = 60;

/// The report of a year; none when the ledger has no such year.
pub fn coefficient_report(
    ledger: &Ledger,
    results: &IrrigationResults,
    id: RowId,
    chosen: Derivations,
    language: Language,
) -> Option<Report> {
    let sheet = ledger.sheet(&YEARS, id)?;
    let year = results.year(id)?;
    let shown = shown::groups(sheet, year, language);
    let writer = Writer::new(language, Numbering::new(shown.groups, &shown.left_out, chosen));
    let mut sections = vec![region::result(&writer, sheet, year)];
    sections.extend(paper::note(&writer, &sheet[YearEntry::Note]));
    sections.extend(years::section(&writer, ledger, results));
    sections.extend(region::classes(&writer, year));
    sections.extend(region::districts(&writer, sheet, year));
    sections.extend(district::details(&writer, sheet, year));
    sections.extend(water_need::section(&writer, sheet, year));
    sections.extend(typed::section(&writer, sheet));
    sections.push(problems(&writer, sheet, results, year));
    sections.extend(paper::derivations(&writer, not_derived(&writer, &shown.not_derived)));
    sections.extend(paper::sources(&writer));
    let subject = region_name(ledger, Some(sheet));
    let cover = cover(&writer, ledger, sheet, &subject);
    Some(Report { title: title(sheet, language), subject, cover, sections })
}

fn cover(writer: &Writer, ledger: &Ledger, sheet: &Row, region: &str) -> Cover {
    let entries = [YearEntry::Organisation, YearEntry::Compiler, YearEntry::CompiledOn];
    let [organisation, compiler, compiled_on] = entries.map(|entry| paper::entry(sheet, entry));
    let lines = [(Key::CoverYear, sheet[YearEntry::Year].trim()), organisation, compiler, compiled_on];
    let signatures = [Key::SignCompiled, Key::SignChecked, Key::SignApproved];
    paper::cover(writer, ledger, (Key::RegionField, region), &lines, &signatures)
}

/// The districts whose derivations would make the report too long.
fn not_derived(writer: &Writer, districts: &[String]) -> Vec<Block> {
    if districts.is_empty() || writer.numbering.chosen != Derivations::All {
        return Vec::new();
    }
    let printed = Message::new(Key::ReportNotDerived).with("limit", DERIVED_DISTRICTS.to_string());
    vec![Block::Text(writer.tell(printed), Vec::new()), Block::List(districts.to_vec())]
}

fn title(sheet: &Row, language: Language) -> String {
    match sheet[YearEntry::Year].trim().trim_end_matches('年') {
        "" => Key::ReportTitle.say(language).to_string(),
        year => Message::new(Key::ReportTitleOf).with("year", year).say(language),
    }
}

/// What the check found in the year.
fn problems(writer: &Writer, sheet: &Row, results: &IrrigationResults, year: &YearResults) -> Section {
    let of_sheet = results.problems.iter().filter(|problem| problem.place.is_in(sheet));
    let found = of_sheet.chain(year.all_problems());
    paper::problems(writer, &year.figures.faults, found, &|place| place_name(sheet, place))
}
