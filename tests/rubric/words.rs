//! A rubric's rules, filters and sections in words, in both languages.

use crate::ledger_check::asked;
use water_ledger::catalog::{RUBRICS, rubric};
use water_ledger::evaluate::everything;
use water_ledger::ledger::{
    ANSWERS, AnswerColumn, EVIDENCE, Edit, EvidenceColumn, Example, Ledger, QUESTIONS, REVIEWS, ReviewEntry,
    RowId, answer_row, evidence_row,
};
use water_ledger::numeric::plain;
use water_ledger::rubric::{Item, ItemStanding, Mode, Points, Rubric, Scoring};
use water_ledger::show::certification::{
    ItemFilter, item_line, next_lines, progress, rule_words, score_summary, section_words,
};
use water_ledger::text::Language;

const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

/// Every number that decides the points of a rule.
fn numbers(item: &Item, rule: &Scoring) -> Vec<String> {
    let points = |points: &Points| points.to_string();
    match rule {
        Scoring::AllOrNothing { conditions, .. } => conditions.iter().map(|one| plain(one.value)).collect(),
        Scoring::Choice { options } => options.iter().map(|one| points(&one.points)).collect(),
        Scoring::Steps { steps, otherwise, .. } => {
            let both = steps.iter().flat_map(|step| [plain(step.at), points(&step.points)]);
            both.chain([points(otherwise)]).collect()
        }
        Scoring::Linear { zero_at, full_at, step, .. } => {
            [Some(*zero_at), Some(*full_at), *step].into_iter().flatten().map(plain).collect()
        }
        Scoring::Deduct { start, limit, step, lose, floor, not_beyond, .. } => {
            let numbers = [Some(*limit), Some(*step), *not_beyond].into_iter().flatten().map(plain);
            numbers.chain([start, lose, floor].map(points)).collect()
        }
        Scoring::Count { per, cap, .. } => vec![points(per), points(cap)],
        Scoring::YesNo {} | Scoring::Manual {} if item.max == Points::ZERO => Vec::new(),
        Scoring::YesNo {} | Scoring::Manual {} => vec![points(&item.max)],
    }
}

#[test]
fn the_words_of_a_rule_hold_every_number_that_decides_its_points() {
    for shipped in RUBRICS.iter() {
        let rubric = rubric(shipped.id).expect("shipped");
        for (language, (_, item)) in
            LANGUAGES.iter().flat_map(|one| rubric.items().map(move |item| (*one, item)))
        {
            let words = rule_words(&rubric, item, language);
            let said = words.join("\n");
            assert!(!said.contains(['{', '}']), "{} {}: {said}", shipped.id, item.id);
            for number in item.rules().flat_map(|rule| numbers(item, rule)) {
                assert!(said.contains(&number), "{} {}: {number} is not in {said}", shipped.id, item.id);
            }
            let no_points = if language == Language::Chinese { "0 分" } else { "0." };
            assert!(rubric.mode == Mode::Points || !said.contains(no_points), "{}: {said}", item.id);
        }
    }
}

fn words_of(rubric_id: &str, item: &str, language: Language) -> String {
    let rubric = rubric(rubric_id).expect("shipped");
    rule_words(&rubric, rubric.item(item).expect("an item"), language).join(" ")
}

#[test]
fn words_tell_how_a_part_of_a_step_counts_and_what_is_tolerated() {
    let zh = words_of("residential-changzhi", "c7", Language::Chinese);
    assert!(zh.contains("标准容许的范围为") && zh.contains("≥ 94 %"), "{zh}");
    let en = words_of("residential-changzhi", "c8", Language::English);
    assert!(en.contains("The standard tolerates") && en.contains("≤ 8 %"), "{en}");
    let zh = words_of("public-institution-2013", "t2", Language::Chinese);
    let policy = rubric("public-institution-2013").expect("shipped").partial_steps.policy;
    assert!(zh.contains("不足一档"), "{policy:?}: {zh}");
    let en = words_of("university-tches-32-2019", "t2", Language::English);
    assert!(en.contains("≥ 95 %"), "{en}");
}

fn institution() -> Ledger {
    asked(Example::Institution.ledger(Language::English))
}

/// Another rubric for the year.
fn chosen(rubric: &str) -> Edit {
    Edit::set(REVIEWS.at(&[]), ID, ReviewEntry::Rubric, rubric)
}

fn done(ledger: Ledger, edit: Edit) -> Ledger {
    asked(ledger.after(edit).expect("an edit"))
}

const ID: RowId = RowId(1);

#[test]
fn a_filter_leaves_out_what_it_says() {
    let mut ledger = institution();
    let looked_at = |ledger: &Ledger, filter: ItemFilter| -> Vec<String> {
        let all = everything(ledger);
        let (sheet, found) =
            (ledger.sheet(&REVIEWS, ID).expect("a year"), all.certification.review(ID).expect("found"));
        let left_out = filter.left_out(sheet, found);
        let rubric = found.rubric.as_deref().expect("a rubric");
        rubric.items().map(|(_, item)| item.id.clone()).filter(|id| !left_out.contains(id)).collect()
    };
    let all = looked_at(&ledger, ItemFilter::All);
    assert_eq!(all.len(), rubric("public-institution-2013").expect("shipped").items().count());
    let first = "m1a".to_string();
    let sheet = ledger.sheet(&REVIEWS, ID).expect("a year");
    let rubric = rubric("public-institution-2013").expect("shipped");
    let row = answer_row(sheet, &ANSWERS, &rubric, &first).expect("a row").id;
    let answers = ANSWERS.at(&[ID]);
    ledger = done(ledger, Edit::set(answers, row, AnswerColumn::Answer, ""));
    assert!(looked_at(&ledger, ItemFilter::Open).contains(&first));
    ledger = done(ledger, Edit::set(answers, row, AnswerColumn::Answer, "no"));
    assert!(!looked_at(&ledger, ItemFilter::Open).contains(&first));
    assert!(looked_at(&ledger, ItemFilter::Losing).contains(&first));
    ledger = done(ledger, Edit::set(answers, row, AnswerColumn::Answer, "yes"));
    assert!(!looked_at(&ledger, ItemFilter::Losing).contains(&first));
}

/// A rubric with evidence for its only prerequisite, as somebody might bring one.
fn proven_prerequisite(mut ledger: Ledger) -> (Ledger, Rubric) {
    let mut own = Rubric::clone(&rubric("public-institution-2013").expect("shipped"));
    own.prerequisites = rubric("enterprise-gbt-7119").expect("shipped").prerequisites.clone();
    own.prerequisites.truncate(1);
    own.prerequisites[0].evidence = vec![own.prerequisites[0].title.clone()];
    ledger = done(ledger, Edit::add_rubric(&own));
    let name = ledger.rubrics.last().expect("added").name();
    ledger = done(ledger, chosen(&name));
    (ledger, own)
}

#[test]
fn evidence_of_prerequisites_counts_too() {
    let ledger = institution();
    let count = |ledger: &Ledger| {
        let all = everything(ledger);
        progress(ledger.sheet(&REVIEWS, ID).expect("a year"), all.certification.review(ID).expect("found"))
    };
    let before = count(&ledger);
    let (mut ledger, own) = proven_prerequisite(ledger);
    let after = count(&ledger);
    assert_eq!((after.ready, after.evidence), (before.ready, before.evidence + 1));
    let prerequisite = own.prerequisites[0].id.clone();
    let sheet = ledger.sheet(&REVIEWS, ID).expect("a year");
    let row = evidence_row(sheet, &own, &prerequisite, 0).expect("a row").id;
    let table = EVIDENCE.at(&[ID]);
    ledger = done(ledger, Edit::set(table, row, EvidenceColumn::State, "ready"));
    assert_eq!(count(&ledger).ready, before.ready + 1);
    let all = everything(&ledger);
    let (sheet, found) =
        (ledger.sheet(&REVIEWS, ID).expect("a year"), all.certification.review(ID).expect("found"));
    assert!(!ItemFilter::Unproven.left_out(sheet, found).is_empty());
    assert!(ItemFilter::Unproven.left_out(sheet, found).contains(&prerequisite));
}

#[test]
fn sections_and_items_say_how_they_stand() {
    let ledger = institution();
    let all = everything(&ledger);
    let (sheet, found) =
        (ledger.sheet(&REVIEWS, ID).expect("a year"), all.certification.review(ID).expect("found"));
    let rubric = found.rubric.as_deref().expect("a rubric");
    let section = &rubric.sections[0];
    let words = section_words(found, &section.id, Language::English);
    assert!(words[0].ends_with("points") && words[0].contains(" / "), "{words:?}");
    let line = item_line(sheet, found, &section.items[0].id, Language::English).expect("a line");
    assert!(line.evidence.expect("evidence").starts_with("evidence "), "{}", line.points);
    // Where everything must hold, a word stands for the points.
    let ledger = done(ledger, chosen("enterprise-gbt-7119"));
    let all = everything(&ledger);
    let (sheet, found) =
        (ledger.sheet(&REVIEWS, ID).expect("a year"), all.certification.review(ID).expect("found"));
    let rubric = found.rubric.as_deref().expect("a rubric");
    let undecided = rubric.sections.iter().map(|one| section_words(found, &one.id, Language::English));
    assert!(undecided.flatten().any(|words| words.contains("depends on")), "a question is open");
    let line = item_line(sheet, found, &rubric.sections[0].items[0].id, Language::English).expect("a line");
    assert!(!line.points.contains('/'), "{}", line.points);
}

#[test]
fn where_everything_must_hold_each_step_says_what_does_not_and_no_points() {
    let ledger = done(institution(), chosen("enterprise-gbt-7119"));
    let sheet = ledger.sheet(&REVIEWS, ID).expect("a year");
    let rubric = rubric("enterprise-gbt-7119").expect("shipped");
    let row = answer_row(sheet, &QUESTIONS, &rubric, "sector").expect("a row").id;
    let option = rubric.questions[0].options[0].id.clone();
    let sector = Edit::set(QUESTIONS.at(&[ID]), row, AnswerColumn::Answer, option);
    let ledger = done(ledger, sector);
    let all = everything(&ledger);
    let found = all.certification.review(ID).expect("found");
    let sheet = ledger.sheet(&REVIEWS, ID).expect("a year");
    let steps = next_lines(sheet, found, Language::English);
    let open = |one: &&water_ledger::rubric::ItemScore| one.standing != ItemStanding::LeftOut && !one.holds;
    let score = found.score.as_ref().expect("a score");
    let open = score.sections.iter().flat_map(|section| &section.items).filter(open).count();
    assert_eq!(steps.len(), open, "{steps:?}");
    assert!(open > 0 && steps.iter().all(|step| step.gain.is_empty() && !step.requirement.is_empty()));
    let summary = score_summary(sheet, found, Language::English);
    let summary = summary.expect("a rubric");
    assert!(summary.hindrances.iter().all(|(words, place)| !words.is_empty() && place.is_some()));
}
