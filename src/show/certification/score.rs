//! A score in words: how much, the verdict, what stands in the way.

use super::people::said;
use super::tables::asked_title;
use crate::evaluate::{CertificationResults, ReviewResults};
use crate::ledger::{
    ANSWERS, AnswerColumn, Ledger, PREREQUISITES, Place, QUESTIONS, REVIEWS, ReviewEntry, Row, RowId,
    TableSpec, answer_row,
};
use crate::rubric::{self, Hindrance, Mode, OfficialScore, Points, Rubric, Score};
use crate::show::{Tone, Verdict, VerdictWord};
use crate::text::{Key, Language, Message, number};

/// What a page says of a score.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreSummary {
    /// What it is called.
    pub name: Key,
    /// The score.
    pub total: String,
    /// Of how many points.
    pub of: String,
    /// What assessors gave, where they gave any.
    pub official_score: Option<String>,
    /// The verdict, in a word.
    pub verdict: VerdictWord,
    /// What a reader must know beside: open and unverified points, the chance, the band, the other rubric.
    pub notes: Vec<String>,
    /// What stands in the way, gravest first, each with where it is answered.
    pub hindrances: Vec<(String, Option<Place>)>,
    /// Whether it rests on what is still to be confirmed.
    pub is_unverified: bool,
}

/// The summary; none without a rubric.
pub fn score_summary(sheet: &Row, found: &ReviewResults, language: Language) -> Option<ScoreSummary> {
    let (rubric, score) = (found.rubric.as_deref()?, found.score.as_ref()?);
    let say = |message: Message| message.say(language);
    let of = match rubric.mode {
        Mode::PassFail => String::new(),
        Mode::Points => say(Message::new(Key::ScoreOf).with("total", rubric.total.to_string())),
    };
    let official_score = found.official.as_ref().map(|official| match official.is_complete() {
        true => say(Message::new(Key::ScoreAssessed).with("total", official.score.total.to_string())),
        false => say(official_points_so_far(official)),
    });
    Some(ScoreSummary {
        name: match rubric.mode {
            Mode::Points => Key::ScoreSelf,
            Mode::PassFail => Key::ScoreHeld,
        },
        total: total(rubric, score),
        of,
        official_score,
        verdict: verdict_in_a_word(rubric, score, found.is_incomplete()),
        notes: notes(found, rubric, score, language).into_iter().map(say).collect(),
        hindrances: score
            .hindrances
            .iter()
            .map(|one| (hindrance(rubric, one, language), hindrance_place(sheet, rubric, one)))
            .collect(),
        is_unverified: !score.status.is_verified(),
    })
}

/// How many items have their points by assessors, who are not done yet.
pub fn official_points_so_far(official: &OfficialScore) -> Message {
    Message::new(Key::ScoreAssessedSoFar)
        .with("given", official.given.to_string())
        .with("of", official.of.to_string())
}

/// The points, or where everything must hold, how much does.
fn total(rubric: &Rubric, score: &Score) -> String {
    match rubric.mode {
        Mode::Points => score.total.to_string(),
        Mode::PassFail => kept(score),
    }
}

/// How many of the prerequisites and items hold, where everything must.
fn kept(score: &Score) -> String {
    use crate::rubric::{ItemStanding, Standing};
    let items = || {
        let all = score.items();
        all.filter(|item| item.standing != ItemStanding::LeftOut)
    };
    let prerequisites = || {
        score
            .prerequisites
            .iter()
            .filter(|prerequisite| prerequisite.standing != Some(Standing::NotApplicable))
    };
    let held = items().filter(|item| item.holds).count()
        + prerequisites().filter(|prerequisite| prerequisite.standing == Some(Standing::Met)).count();
    format!("{held} / {}", items().count() + prerequisites().count())
}

/// That a score was scaled, where it was, and that points are cut to thousandths, where one stands there.
pub(super) fn scaled_notes(score: &Score) -> Vec<Message> {
    let scaled = score.total - score.bonus;
    let is_scaled = scaled != score.earned;
    let items = score.items();
    let has_thousandths =
        |points: Points| points.to_string().split_once('.').is_some_and(|(_, of)| of.len() > 2);
    let is_cut = is_scaled || items.map(|item| item.points).any(has_thousandths);
    let scaling = is_scaled.then(|| {
        Message::new(Key::FormScaled)
            .with("applicable", score.applicable.to_string())
            .with("earned", score.earned.to_string())
            .with("total", scaled.to_string())
    });
    scaling.into_iter().chain(is_cut.then(|| Message::new(Key::ScoreCut))).collect()
}

fn notes(found: &ReviewResults, rubric: &Rubric, score: &Score, language: Language) -> Vec<Message> {
    let mut notes = Vec::new();
    let with = |key: Key, points: Points| Message::new(key).with("points", points.to_string());
    if found.is_incomplete() {
        notes.push(Message::new(Key::ScoreIncomplete));
    }
    if rubric.mode == Mode::Points {
        notes.extend(scaled_notes(score));
    }
    if score.reachable > score.total {
        notes.push(with(Key::ScoreReachable, score.reachable));
    }
    if score.unverified > Points::ZERO {
        let message = with(Key::ScoreUnverified, score.unverified);
        notes.push(message.with("earned", (score.earned + score.bonus).to_string()));
    }
    if score.bonus > Points::ZERO {
        notes.push(with(Key::ScoreOfBonus, score.bonus));
    }
    if let Some(grade) = score.grade.and_then(|place| rubric.grades.get(place)) {
        notes.push(Message::new(Key::ScoreGrade).with("grade", grade.title.get(language)));
    }
    // A verdict that numbers without ± leave certain needs no chance.
    if let Some(chance) = found.chance().filter(|chance| *chance > 0.0 && *chance < 1.0) {
        notes.push(Message::new(Key::ScoreChance).with("percent", number(chance * 100.0, 0)));
    }
    if let Some((other, scored)) = &found.other {
        // Editions of a rubric share answers; another rubric has answers of its own.
        let key = if other.id == rubric.id { Key::ScoreOther } else { Key::ScoreOtherRubric };
        notes.push(
            Message::new(key)
                .with("rubric", other.title.get(language))
                .with("total", scored.total.to_string()),
        );
    }
    notes
}

/// An institution's year in the list of all.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreLine {
    /// The sheet.
    pub id: RowId,
    /// The institution.
    pub institution: String,
    /// The year.
    pub year: String,
    /// The rubric.
    pub rubric: String,
    /// 自查分.
    pub total: String,
    /// 核定分.
    pub official_score: String,
    /// The verdict.
    pub verdict: String,
}

/// Every unit's year with its score, in the order of the ledger.
pub fn score_lines(ledger: &Ledger, results: &CertificationResults, language: Language) -> Vec<ScoreLine> {
    let all = ledger.sheets(&REVIEWS).iter().zip(&results.reviews);
    let total = |found: &ReviewResults, score: Option<&Score>| {
        found.rubric.as_deref().zip(score).map_or_else(String::new, |(rubric, score)| total(rubric, score))
    };
    all.map(|(sheet, found)| ScoreLine {
        id: sheet.id,
        institution: match sheet[ReviewEntry::Institution].trim() {
            "" => Key::ReviewUntitled.say(language).to_string(),
            name => name.to_string(),
        },
        year: sheet[ReviewEntry::Year].trim().to_string(),
        rubric: found
            .rubric
            .as_ref()
            .map_or_else(String::new, |rubric| rubric.title.get(language).to_string()),
        total: total(found, found.score.as_ref()),
        official_score: total(found, found.official_score()),
        verdict: found.counted().map_or_else(String::new, |score| {
            verdict(score.verdict, rests_on_incomplete(found)).message.say(language)
        }),
    })
    .collect()
}

/// Whether the score to go by is the institution's own and rests on incomplete numbers.
fn rests_on_incomplete(found: &ReviewResults) -> bool {
    found.official_score().is_none() && found.is_incomplete()
}

/// A score's verdict in words; one that rests on incomplete numbers is for the time being.
fn verdict(verdict: rubric::Verdict, is_incomplete: bool) -> Verdict {
    let tone = match verdict {
        rubric::Verdict::Open => Tone::Neutral,
        _ if is_incomplete => Tone::Caution,
        rubric::Verdict::Passes => Tone::Good,
        rubric::Verdict::Fails => Tone::Failed,
    };
    Verdict::new(tone, verdict_word(verdict, is_incomplete))
}

/// A score's verdict with the line it is held to and how far it is from it.
fn verdict_in_a_word(rubric: &Rubric, score: &Score, is_incomplete: bool) -> VerdictWord {
    let held_to = match (rubric.mode, rubric.pass.min_score) {
        (Mode::Points, Some(line)) => Message::new(Key::VerdictLine).with("line", line.to_string()),
        (Mode::Points, None) => Message::new(Key::RubricNoLine),
        (Mode::PassFail, _) => Message::new(Key::VerdictAll),
    };
    let tone = match score.verdict {
        rubric::Verdict::Open => Tone::Neutral,
        rubric::Verdict::Passes => Tone::Good,
        rubric::Verdict::Fails => Tone::Failed,
    };
    let word = Message::new(verdict_word(score.verdict, is_incomplete));
    let gap = score.hindrances.iter().find_map(|one| match one {
        Hindrance::BelowLine(gap) => {
            Some(Message::new(Key::HindranceBelowLine).with("points", gap.to_string()))
        }
        _ => None,
    });
    VerdictWord { distance: gap, ..VerdictWord::new(held_to, tone, word, is_incomplete) }
}

/// The word for a verdict.
pub(in crate::show) fn verdict_word(verdict: rubric::Verdict, is_incomplete: bool) -> Key {
    match (verdict, is_incomplete) {
        (rubric::Verdict::Passes, false) => Key::VerdictPasses,
        (rubric::Verdict::Passes, true) => Key::VerdictPassesSoFar,
        (rubric::Verdict::Fails, false) => Key::VerdictFails,
        (rubric::Verdict::Fails, true) => Key::VerdictFailsSoFar,
        (rubric::Verdict::Open, _) => Key::VerdictOpen,
    }
}

/// What stands in the way, in a sentence.
pub fn hindrance(rubric: &Rubric, hindrance: &Hindrance, language: Language) -> String {
    let key = match hindrance {
        Hindrance::PrerequisiteMissed(_) => Key::HindrancePrerequisiteMissed,
        Hindrance::StarAtZero(_) => Key::HindranceStarAtZero,
        Hindrance::ItemFails(_) => Key::HindranceItemFails,
        Hindrance::BelowLine(_) => Key::HindranceBelowLine,
        Hindrance::NothingApplies => Key::HindranceNothingApplies,
        Hindrance::PrerequisiteOpen(_) => Key::HindrancePrerequisiteOpen,
        Hindrance::QuestionOpen(_) => Key::HindranceQuestionOpen,
        Hindrance::ItemOpen(_) => Key::HindranceItemOpen,
        Hindrance::NoLine => Key::HindranceNoLine,
    };
    let message = match (hindrance, asked_by(hindrance)) {
        (Hindrance::BelowLine(gap), _) => Message::new(key).with("points", gap.to_string()),
        (_, Some((table, id))) => {
            let title = asked_title(rubric, table, id, language);
            Message::new(key).with("item", title.unwrap_or_else(|| id.to_string()))
        }
        (_, None) => Message::new(key),
    };
    message.say(language)
}

/// What of a rubric stands in the way, by the table that it is answered in.
fn asked_by(hindrance: &Hindrance) -> Option<(&'static TableSpec, &str)> {
    match hindrance {
        Hindrance::PrerequisiteMissed(id) | Hindrance::PrerequisiteOpen(id) => Some((&PREREQUISITES, id)),
        Hindrance::StarAtZero(id) | Hindrance::ItemFails(id) | Hindrance::ItemOpen(id) => {
            Some((&ANSWERS, id))
        }
        Hindrance::QuestionOpen(id) => Some((&QUESTIONS, id)),
        Hindrance::BelowLine(_) | Hindrance::NothingApplies | Hindrance::NoLine => None,
    }
}

/// Where what stands in the way is answered.
fn hindrance_place(sheet: &Row, rubric: &Rubric, hindrance: &Hindrance) -> Option<Place> {
    let (table, id) = asked_by(hindrance)?;
    let row = answer_row(sheet, table, rubric, id);
    // Of an item with several rules the one that applies is chosen first.
    let is_chosen = rubric.item(id).is_none_or(|item| item.variants.is_empty());
    let column = if is_chosen { AnswerColumn::Answer } else { AnswerColumn::Variant };
    row.map(|row| table.at(&[sheet.id]).cell(row.id, column))
}

/// What a person should know of a rubric before choosing it: name, value, whether it is still to be confirmed.
pub fn rubric_facts(rubric: &Rubric, language: Language) -> Vec<(&'static str, String, bool)> {
    let say = |key: Key| key.say(language);
    let mut facts = vec![(say(Key::RubricRegion), rubric.region.get(language).to_string(), false)];
    let date = &rubric.effective;
    if !date.date.is_empty() {
        let key = match date.meaning {
            Some(crate::rubric::Meaning::Issued) => Key::RubricIssued,
            _ => Key::RubricInForce,
        };
        facts.push((say(key), date.date.clone(), !date.status.is_verified()));
    }
    if rubric.mode == Mode::Points {
        let open = rubric.total_status.is_some_and(|status| !status.is_verified());
        facts.push((say(Key::RubricTotal), rubric.total.to_string(), open));
        let line = rubric.pass.min_score.map_or(say(Key::RubricNoLine).to_string(), |line| line.to_string());
        facts.push((say(Key::RubricPassLine), line, !rubric.pass.status.is_verified()));
    }
    let items = rubric.items().count();
    let open = rubric.items().filter(|(_, item)| !item.weakest().is_verified()).count();
    let count = Message::new(Key::RubricItemCount)
        .with("count", items.to_string())
        .with("gates", rubric.prerequisites.len().to_string())
        .with("open", open.to_string());
    facts.push((say(Key::AnswersTitle), count.say(language), open > 0));
    if let Some(people) = &rubric.people_count {
        for (said, is_open) in said(people, language) {
            facts.push((say(Key::PeopleTitle), said, is_open));
        }
    }
    if let Some(note) = &rubric.pass.note {
        facts.push((say(Key::ColumnNote), note.get(language).to_string(), false));
    }
    let of_items = rubric.items().flat_map(|(section, item)| [&section.source, &item.source]);
    let of_prerequisites = rubric.prerequisites.iter().flat_map(|one| one.also.iter().chain([&one.source]));
    let mut sources: Vec<&str> = Vec::new();
    for document in of_items.chain(of_prerequisites).filter_map(|key| rubric.sources.get(key)) {
        if !sources.contains(&document.citation(language)) {
            sources.push(document.citation(language));
        }
    }
    facts.push((
        say(Key::RubricSources),
        sources.join(match language {
            Language::Chinese => "；",
            Language::English => "; ",
        }),
        false,
    ));
    facts
}
