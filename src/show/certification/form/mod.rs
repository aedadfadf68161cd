//! 自评表, the self-assessment form on paper: head, summary, prerequisites, items with basis and evidence, signatures.

mod head;
mod items;
mod typed;

use crate::evaluate::{CertificationResults, Indicator, ReviewResults};
use crate::exchange::Derivations;
use crate::ledger::{Ledger, Place, REVIEWS, ReviewEntry, Row, RowId};
use crate::metering::MeterLevel;
use crate::metric::Figure;
use crate::rubric::{Rubric, Score};
use crate::show::certification::review_place_name;
use crate::show::paper::{self, Block, Cover, Group, Numbering, Report, Section, Writer};
use crate::text::{Coded, Key, Language, Message};

/// What every part of the form is made of.
struct Form<'a> {
    writer: Writer,
    sheet: &'a Row,
    found: &'a ReviewResults,
    rubric: &'a Rubric,
    score: &'a Score,
}

/// The form of an institution's year; none when the ledger has no such year.
pub fn assessment_form(
    ledger: &Ledger,
    results: &CertificationResults,
    id: RowId,
    chosen: Derivations,
    language: Language,
) -> Option<Report> {
    let sheet = ledger.sheet(&REVIEWS, id)?;
    let found = results.review(id)?;
    let subject = sheet[ReviewEntry::Institution].trim().to_string();
    let (Some(rubric), Some(score)) = (found.rubric.as_deref(), &found.score) else {
        let nothing = Block::Text(Key::FormNoRubric.say(language).to_string(), Vec::new());
        let title = Key::FormTitle.say(language).to_string();
        let section = Section { title: title.clone(), blocks: vec![nothing], ..Section::default() };
        return Some(Report { title, subject, cover: Cover::default(), sections: vec![section] });
    };
    let writer = Writer::new(language, Numbering::new(measured(found, language), &[], chosen));
    let form = Form { writer, sheet, found, rubric, score };
    let title = Message::new(Key::FormTitleOf).with("rubric", rubric.title.get(language)).say(language);
    Some(Report { title, subject, cover: cover(ledger, &form), sections: sections(&form) })
}

/// The signatures stand at the end, where assessors sign too.
fn cover(ledger: &Ledger, form: &Form) -> Cover {
    let entries = [ReviewEntry::Year, ReviewEntry::Assessor, ReviewEntry::AssessedOn];
    let lines = entries.map(|entry| paper::entry(form.sheet, entry));
    let institution = form.sheet[ReviewEntry::Institution].trim();
    paper::cover(&form.writer, ledger, (Key::UnitNameField, institution), &lines, &[])
}

/// The measured figures, whose derivations stand at the end: each is a main figure, what it is made of is not.
fn measured(found: &ReviewResults, language: Language) -> Vec<Group> {
    // A rate of meters is one of their level, whose row has no name.
    let level = |name: &str| MeterLevel::from_typed(name.split_once('@')?.1);
    let of = |name: &str| level(name).map(|level| level.name().get(language).to_string());
    let root = |indicator: &Indicator| Some((of(&indicator.name), indicator.figure.clone()?));
    let roots: Vec<(Option<String>, Figure)> = found.indicators.iter().filter_map(root).collect();
    vec![Group { title: Key::FactsTitle.say(language).to_string(), main: roots.len(), roots }]
}

fn sections(form: &Form) -> Vec<Section> {
    let writer = &form.writer;
    let mut sections = vec![head::unit(form), head::summary(form)];
    sections.extend(items::questions(form));
    sections.extend(items::prerequisites(form));
    sections.extend(items::sections(form));
    sections.extend(typed::tables(writer, form.sheet));
    sections.push(head::unverified(form));
    sections.push(head::signatures(form));
    if !form.found.problems.is_empty() {
        let name = |place: Place| review_place_name(form.sheet, form.found, place, form.writer.language);
        sections.push(paper::problems(writer, &[], form.found.problems.iter(), &name));
    }
    sections.extend(paper::derivations(writer, Vec::new()));
    sections.extend(paper::sources(writer));
    sections
}
