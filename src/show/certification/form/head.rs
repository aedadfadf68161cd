//! What stands around the tables of the form: the institution, the summary, what is to be verified, who signs.

use super::Form;
use crate::ledger::ReviewEntry;
use crate::metric::Flag;
use crate::quantity::Unit;
use crate::rubric::{ItemScore, ItemStanding, Mode, Points, Score, SectionScore};
use crate::show::certification::{hindrance, item_title, official_points_so_far, scaled_notes, verdict_word};
use crate::show::paper::{Block, Cell, Column, Section};
use crate::text::{Key, Message};

/// How many hindrances are listed.
const LISTED: usize = 12;

/// The institution, the year, the rubric; a date that was not typed is left to be filled in by hand.
pub(super) fn unit(form: &Form) -> Section {
    let Form { writer, sheet, rubric, .. } = form;
    let language = writer.language;
    let date = match sheet[ReviewEntry::AssessedOn].trim() {
        "" => writer.say(Key::FormDateBlank),
        date => date.to_string(),
    };
    let lines = [
        (Key::UnitNameField, sheet[ReviewEntry::Institution].trim().to_string()),
        (Key::ReviewYear, sheet[ReviewEntry::Year].trim().to_string()),
        (Key::RubricField, rubric.title.get(language).to_string()),
        (Key::FieldEdition, rubric.edition.clone()),
        (Key::RubricRegion, rubric.region.get(language).to_string()),
        (Key::FormDate, date),
    ];
    let mut values: Vec<(String, Cell)> =
        lines.into_iter().map(|(name, text)| (writer.say(name), Cell::text(text))).collect();
    if let Some(line) = rubric.pass.min_score {
        let cell = marked(line, !rubric.pass.status.is_verified());
        values.insert(values.len() - 1, (writer.say(Key::RubricPassLine), cell));
    }
    writer.section(Key::FormHead, vec![Block::Values(values)])
}

/// 自评汇总: the sections, the total, the verdict, what stands in the way.
pub(super) fn summary(form: &Form) -> Section {
    let Form { writer, found, rubric, score, .. } = form;
    let mut blocks = Vec::new();
    if rubric.mode == Mode::Points {
        blocks.push(table(form));
        blocks.extend(scaled_notes(score).into_iter().map(|note| Block::Text(writer.tell(note), Vec::new())));
    }
    blocks.push(verdict(form, Key::FormVerdict, score, found.is_incomplete()));
    blocks.extend(found.official.as_ref().map(|official| match official.is_complete() {
        true => verdict(form, Key::FormVerdictAssessed, &official.score, false),
        false => Block::Text(writer.tell(official_points_so_far(official)), Vec::new()),
    }));
    let hindrances = score.hindrances.iter().map(|one| hindrance(rubric, one, writer.language));
    let mut list: Vec<String> = hindrances.take(LISTED).collect();
    let more = score.hindrances.len() - list.len();
    if more > 0 {
        list.push(writer.tell(Message::new(Key::HindrancesMore).with("count", more.to_string())));
    }
    blocks.extend((!list.is_empty()).then_some(Block::List(list)));
    writer.section(Key::FormSummary, blocks)
}

fn table(form: &Form) -> Block {
    let Form { writer, found, rubric, score, .. } = form;
    let points = Some(Unit::One);
    let columns: [Column; 4] = [
        (Key::FormSection, None),
        (Key::FormMax, points),
        (Key::FormSelf, points),
        (Key::FormAssessor, points),
    ];
    let given = |of: &dyn Fn(&Score) -> Points| {
        Cell::text(found.official_score().map_or_else(String::new, |score| of(score).to_string()))
    };
    let row = |(place, section): (usize, &crate::rubric::Section)| {
        let title = section.title.get(writer.language);
        let named = Message::new(Key::FormBonus).with("section", title);
        let name = if section.bonus { writer.tell(named) } else { title.to_string() };
        let of = |score: &Score| score.sections.get(place).map_or(Points::ZERO, |section| section.points);
        let own = match score.sections.get(place) {
            Some(SectionScore { applies: Some(true), .. }) => marked(of(score), is_open(form, place)),
            Some(SectionScore { applies: Some(false), .. }) => Cell::text(writer.say(Key::NotApplicable)),
            _ => Cell::text(writer.say(Key::FormOpen)),
        };
        vec![Cell::text(name), Cell::text(section.max.to_string()), own, given(&of)]
    };
    let mut rows: Vec<Vec<Cell>> = rubric.sections.iter().enumerate().map(row).collect();
    rows.push(vec![
        Cell::text(writer.say(Key::Total)),
        Cell::text(rubric.total.to_string()),
        marked(score.total, !score.status.is_verified()),
        given(&|score| score.total),
    ]);
    writer.table(writer.say(Key::FormSummary), &columns, rows)
}

/// Whether points of a section rest on rules to be verified.
fn is_open(form: &Form, place: usize) -> bool {
    form.score.sections.get(place).is_some_and(|section| section.items.iter().any(rests_on_open_rule))
}

fn rests_on_open_rule(item: &ItemScore) -> bool {
    !item.status.is_verified() && item.points > Points::ZERO
}

/// Points, with the sign of what is to be verified.
pub(super) fn marked(points: Points, is_open: bool) -> Cell {
    let flags = if is_open { vec![Flag::Unverified] } else { Vec::new() };
    Cell { flags, ..Cell::text(points.to_string()) }
}

fn verdict(form: &Form, key: Key, score: &Score, is_incomplete: bool) -> Block {
    let word = verdict_word(score.verdict, is_incomplete);
    Block::Text(form.writer.tell(Message::new(key).with_words("verdict", word.words())), Vec::new())
}

/// How many points rest on rules to be verified, and on which documents; where everything must hold, which rules are.
pub(super) fn unverified(form: &Form) -> Section {
    let Form { writer, rubric, score, .. } = form;
    let counts = |item: &&ItemScore| match rubric.mode {
        Mode::Points => rests_on_open_rule(item),
        Mode::PassFail => item.standing != ItemStanding::LeftOut && !item.status.is_verified(),
    };
    let items = score.items().filter(counts);
    let items = items.filter_map(|item| rubric.item(&item.id));
    let items = items.map(|item| (item.source.as_str(), item_title(item, writer.language)));
    let prerequisites = rubric.prerequisites.iter().filter(|prerequisite| !prerequisite.status.is_verified());
    let prerequisites = prerequisites.map(|prerequisite| {
        (prerequisite.source.as_str(), prerequisite.title.get(writer.language).to_string())
    });
    let mut of_source: Vec<(&str, Vec<String>)> = Vec::new();
    for (source, name) in items.chain(prerequisites) {
        let document = rubric.sources.get(source).map_or(source, |one| one.citation(writer.language));
        match of_source.iter_mut().find(|(known, _)| *known == document) {
            Some((_, items)) => items.push(name),
            None => of_source.push((document, vec![name])),
        }
    }
    let note = match (of_source.is_empty(), rubric.mode) {
        (true, _) => Message::new(Key::FormUnverifiedNone),
        (false, Mode::PassFail) => Message::new(Key::FormUnverifiedHolds),
        (false, Mode::Points) => Message::new(Key::FormUnverifiedNote)
            .with("earned", (score.earned + score.bonus).to_string())
            .with("points", score.unverified.to_string()),
    };
    let line = |(document, items): (&str, Vec<String>)| {
        let items = items.join(&writer.say(Key::FormListMark));
        writer.tell(Message::new(Key::FormUnverifiedSource).with("source", document).with("items", items))
    };
    let list: Vec<String> = of_source.into_iter().map(line).collect();
    let mut blocks = vec![Block::Text(writer.tell(note), Vec::new())];
    blocks.extend((!list.is_empty()).then_some(Block::List(list)));
    if rubric.evidence_status.is_some_and(|status| !status.is_verified()) {
        blocks.push(Block::Text(writer.say(Key::FormUnverifiedEvidence), Vec::new()));
    }
    writer.section(Key::FormUnverified, blocks)
}

/// Lines for signatures and seals.
pub(super) fn signatures(form: &Form) -> Section {
    let lines = [
        Key::FormSigned,
        Key::FormHeadOfUnit,
        Key::FormSeal,
        Key::FormExperts,
        Key::FormLeader,
        Key::FormAuthority,
    ];
    let lines = lines.map(|line| form.writer.say(line)).into();
    form.writer.section(Key::FormSignatures, vec![Block::Signatures(lines)])
}
