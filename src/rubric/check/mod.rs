//! Strict checking of a rubric: every problem, never only the first.

mod found;
mod references;
mod rules;

use found::Found;

use super::{Mode, Points, Rubric, RubricProblem, RubricProblemKind as Kind};
use crate::institution::PeopleKind;
use crate::text::Coded;

/// Everything that is wrong with a rubric. `is_metric` tells which metrics there are.
///
/// ```
/// use water_ledger::catalog::{rubric, rubric_problems};
/// let rubric = rubric("public-institution-2013").expect("shipped");
/// assert!(rubric_problems(&rubric).is_empty());
/// ```
pub fn problems(rubric: &Rubric, is_metric: &dyn Fn(&str) -> bool) -> Vec<RubricProblem> {
    let mut found = Found::default();
    wordings(rubric, &mut found);
    references::check(rubric, &mut found);
    let weight = |kind: &PeopleKind| rubric.people_count.as_ref()?.weights.of(*kind);
    let is_negative = PeopleKind::ALL.iter().filter_map(weight).any(|weight| weight < 0.0);
    found.when(is_negative, "people_count", Kind::NegativeWeight);
    sums(rubric, &mut found);
    lines(rubric, &mut found);
    for (section, item) in rubric.items() {
        rules::check(item, &format!("{}/{}", section.id, item.id), rubric, is_metric, &mut found);
    }
    found.problems
}

/// Every text that people read, with its place.
fn wordings(rubric: &Rubric, found: &mut Found) {
    found.read("title", [&rubric.title, &rubric.region]);
    found.read("pass", &rubric.pass.note);
    found.read("star_rule", rubric.star_rule.iter().flat_map(|rule| &rule.note));
    found.read("not_applicable", &rubric.not_applicable.note);
    let people = rubric.people_count.iter().filter(|count| !count.is_blank());
    found.read("people_count", people.flat_map(|count| count.open.iter().chain([&count.text])));
    for (place, grade) in rubric.grades.iter().enumerate() {
        found.read(&format!("grade {}", place + 1), [&grade.title]);
    }
    for group in &rubric.groups {
        found.read(&group.id, [&group.title]);
    }
    for question in &rubric.questions {
        found
            .read(&question.id, question.options.iter().map(|option| &option.title).chain([&question.title]));
    }
    for one in &rubric.prerequisites {
        let texts = one.evidence.iter().chain(&one.not_applicable_when).chain(&one.note);
        found.read(&one.id, texts.chain([&one.title]));
    }
    for section in &rubric.sections {
        found.read(&section.id, [&section.title]);
    }
    for (section, item) in rubric.items() {
        let texts =
            item.evidence.iter().chain(&item.not_applicable_when).chain(&item.note).chain([&item.title]);
        let rules = item.rules().flat_map(rules::texts);
        let variants = item.variants.iter().map(|variant| &variant.when);
        found.read(&format!("{}/{}", section.id, item.id), texts.chain(rules).chain(variants));
    }
}

fn sums(rubric: &Rubric, found: &mut Found) {
    let differ = |stated: Points, sum: Points| (stated != sum).then_some((stated, sum));
    for section in &rubric.sections {
        found.when(section.items.is_empty(), &section.id, Kind::NoItems);
        let sum = section.items.iter().map(|item| item.max).sum();
        if let Some((stated, sum)) = differ(section.max, sum) {
            found.at(&section.id, Kind::SectionSum { stated, sum });
        }
    }
    for group in &rubric.groups {
        let of_group = rubric.sections.iter().filter(|section| section.group.as_ref() == Some(&group.id));
        if let Some((stated, sum)) = differ(group.max, of_group.map(|section| section.max).sum()) {
            found.at(&group.id, Kind::GroupSum { stated, sum });
        }
    }
    let counted = rubric.sections.iter().filter(|section| !section.bonus);
    if let Some((stated, sum)) = differ(rubric.total, counted.map(|section| section.max).sum()) {
        found.at("total", Kind::TotalSum { stated, sum });
    }
}

/// Lines that no score reaches, and points where there are none.
fn lines(rubric: &Rubric, found: &mut Found) {
    let bonus = rubric.sections.iter().filter(|section| section.bonus).map(|section| section.max);
    let total = rubric.total + bonus.sum();
    let mut line = |place: &str, line: Option<Points>| {
        let above = line.filter(|line| *line > total);
        if let Some(line) = above {
            found.at(place, Kind::LineAboveTotal { line, total });
        }
    };
    line("pass", rubric.pass.min_score);
    for (place, grade) in rubric.grades.iter().enumerate() {
        line(&format!("grade {}", place + 1), grade.min);
    }
    let in_pass_fail =
        rubric.mode == Mode::PassFail && (rubric.total != Points::ZERO || rubric.pass.min_score.is_some());
    found.when(in_pass_fail, "pass", Kind::PointsInPassFail);
}
