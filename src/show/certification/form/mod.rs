//! 自评表, the self-assessment form on paper: head, summary, prerequisites, items with basis and evidence, signatures.

mod head;
mod items;
mod typed;

use crate::evaluate::{CertificationResults, ReviewResults};
use crate::ledger::{Ledger, Place, REVIEWS, ReviewEntry, Row, RowId};
use crate::metric::Figure;
use crate::rubric::{Rubric, Score};
use crate::show::certification::review_place_name;
use crate::show::paper::{self, Block, Group, Numbering, Report, Section, Writer};
use crate::text::{Key, Language, Message};

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
    language: Language,
) -> Option<Report> {
    let sheet = ledger.sheet(&REVIEWS, id)?;
    let found = results.review(id)?;
    let subject = [sheet[ReviewEntry::Institution].trim(), sheet[ReviewEntry::Year].trim()]
        .join(" ")
        .trim()
        .to_string();
    let (Some(rubric), Some(score)) = (found.rubric.as_deref(), &found.score) else {
        let nothing = Block::Text(Key::FormNoRubric.say(language).to_string(), Vec::new());
        let title = Key::FormTitle.say(language).to_string();
        let section = Section { title: title.clone(), blocks: vec![nothing], ..Section::default() };
        return Some(Report { title, subject, sections: vec![section] });
    };
    let writer = Writer::new(language, Numbering::new(measured(found, language), &[]));
    let form = Form { writer, sheet, found, rubric, score };
    let title = Message::new(Key::FormTitleOf).with("rubric", rubric.title.get(language)).say(language);
    Some(Report { title, subject, sections: sections(&form) })
}

/// The measured figures, whose derivations stand at the end.
fn measured(found: &ReviewResults, language: Language) -> Vec<Group> {
    let figures = found.indicators.iter().filter_map(|indicator| indicator.figure.clone());
    let roots: Vec<(Option<String>, Figure)> = figures.map(|figure| (None, figure)).collect();
    vec![Group { title: Key::FactsTitle.say(language).to_string(), roots }]
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
