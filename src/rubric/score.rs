//! 评分, the score: item by item with its reason, sections, prerequisites, the scale, the verdict.

use super::rule::{Judged, judge};
use std::collections::BTreeMap;

use super::{Answer, Answers, Basis, Item, Mode, Partly, Points, Policy, Rubric, Scoring, Section, Standing};
use crate::metric::Status;

/// What answers come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// The sections, as printed.
    pub sections: Vec<SectionScore>,
    /// The prerequisites, as printed.
    pub prerequisites: Vec<PrerequisiteScore>,
    /// Points of all items that are no bonus, unscaled.
    pub earned: Points,
    /// The most that those of them can give that apply.
    pub applicable: Points,
    /// Points of the bonus items.
    pub bonus: Points,
    /// The score: what was earned, scaled where items do not apply, and the bonus.
    pub total: Points,
    /// The score were every open item full.
    pub reachable: Points,
    /// Of the points earned, bonus included and unscaled, those of items that are not verified.
    pub unverified: Points,
    /// The weakest of all that the result rests on.
    pub status: Status,
    /// What stands in the way, gravest first.
    pub hindrances: Vec<Hindrance>,
    /// The verdict.
    pub verdict: Verdict,
    /// The place of the highest band that is reached, among the rubric's.
    pub grade: Option<usize>,
    /// What is missing to the pass line; `None` without one.
    pub gap: Option<Points>,
}

/// A section's score.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionScore {
    /// Its name.
    pub id: String,
    /// Whether it applies; `None` while a question is open.
    pub applies: Option<bool>,
    /// Whether it is outside the total.
    pub bonus: bool,
    /// Points of its items.
    pub points: Points,
    /// The most that its items can give that apply.
    pub applicable: Points,
    /// Its points scaled to its maximum, where items are left out and the rubric scales.
    pub scaled: Points,
    /// Its items.
    pub items: Vec<ItemScore>,
}

/// An item's score.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemScore {
    /// Its name.
    pub id: String,
    /// How it stands.
    pub standing: ItemStanding,
    /// Its points.
    pub points: Points,
    /// The most it can give.
    pub max: Points,
    /// Whether all that it asks for holds.
    pub holds: bool,
    /// Why.
    pub basis: Basis,
    /// The weakest of all that its points rest on.
    pub status: Status,
}

/// How an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemStanding {
    /// Answered.
    Scored,
    /// Not answered, or not completely.
    Open,
    /// Left out.
    LeftOut,
}

/// How a prerequisite stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrerequisiteScore {
    /// Its name.
    pub id: String,
    /// `None` while open, and where it was said not to apply though it always does.
    pub standing: Option<Standing>,
}

/// What stands between an institution and its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// 一票否决, a prerequisite is missed.
    PrerequisiteMissed(String),
    /// A star item is at zero.
    StarAtZero(String),
    /// An item does not hold where all must.
    ItemFails(String),
    /// The score stays below the pass line by so many points.
    BelowLine(Points),
    /// No item applies, so there is nothing to judge.
    NothingApplies,
    /// A prerequisite is open.
    PrerequisiteOpen(String),
    /// A question is open.
    QuestionOpen(String),
    /// An item is open.
    ItemOpen(String),
    /// The rubric has no pass line until somebody enters one.
    NoLine,
}

/// The verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It passes, whatever the open items bring.
    Passes,
    /// It fails, whatever the open items bring.
    Fails,
    /// Not decided.
    Open,
}

/// Puts answers to a rubric. Answers to items that it does not have are ignored.
///
/// ```
/// use water_ledger::{catalog::rubric, rubric::{Answer, Answers, Points, score}};
/// let rubric = rubric("public-institution-2013").expect("shipped");
/// let mut answers = Answers::default();
/// answers.items.insert("t4".to_string(), Answer::number(5.2).into());
/// assert_eq!(score(&rubric, &answers).total, Points::whole(6));
/// ```
pub fn score(rubric: &Rubric, answers: &Answers) -> Score {
    let sections: Vec<SectionScore> =
        rubric.sections.iter().map(|section| of_section(rubric, section, answers)).collect();
    let prerequisites = prerequisites(rubric, answers);
    let sum = |bonus: bool, of: &dyn Fn(&SectionScore) -> Points| {
        sections.iter().filter(|section| section.bonus == bonus).map(of).sum::<Points>()
    };
    let full = sum(false, &|section| section.items.iter().map(|item| item.max).sum());
    let (earned, applicable) =
        (sum(false, &|section| section.points), sum(false, &|section| section.applicable));
    let bonus = sum(true, &|section| section.points);
    let scale = |points: Points| scaled(rubric, applicable, full, points);
    let open = |section: &SectionScore| section.items.iter().map(ItemScore::open).sum::<Points>();
    let total = scale(earned) + bonus;
    let mut score = Score {
        earned,
        applicable,
        bonus,
        total,
        reachable: scale(earned + sum(false, &open)) + bonus + sum(true, &open),
        unverified: sections.iter().flat_map(|section| &section.items).map(ItemScore::unverified).sum(),
        status: Status::Verified,
        hindrances: Vec::new(),
        verdict: Verdict::Open,
        grade: None,
        gap: rubric.pass.min_score.map(|line| (line - total).max(Points::ZERO)),
        sections,
        prerequisites,
    };
    score.status = status(rubric, &score);
    score.hindrances = hindrances(rubric, answers, &score);
    score.verdict = verdict(rubric, &score);
    score.grade = grade(rubric, &score);
    score
}

/// 核定分, what assessors gave.
#[derive(Clone, Debug, PartialEq)]
pub struct OfficialScore {
    /// How many items that count have their points.
    pub given: usize,
    /// How many count.
    pub of: usize,
    /// The score with those points in place of one's own; nothing is decided by it until every item has its points.
    pub score: Score,
}

impl OfficialScore {
    /// Whether every item that counts has its points, so that sum and verdict are the assessors'.
    pub fn is_complete(&self) -> bool {
        self.given == self.of
    }
}

/// 核定分, the score with the points that assessors gave in place of what the answers come to; `None` while they gave none.
pub fn official_score(
    rubric: &Rubric,
    answers: &Answers,
    given: &BTreeMap<String, Points>,
) -> Option<OfficialScore> {
    let mut score = with_official_points(rubric, answers, given);
    let counted: Vec<&ItemScore> =
        score.items().filter(|item| item.standing != ItemStanding::LeftOut).collect();
    let of = counted.len();
    let given = counted.iter().filter(|item| given.contains_key(&item.id)).count();
    if given < of {
        (score.verdict, score.grade) = (Verdict::Open, None);
    }
    (given > 0).then_some(OfficialScore { given, of, score })
}

fn with_official_points(rubric: &Rubric, answers: &Answers, given: &BTreeMap<String, Points>) -> Score {
    let (mut rubric, mut answers) = (rubric.clone(), answers.clone());
    for item in rubric.sections.iter_mut().flat_map(|section| &mut section.items) {
        if let Some(points) = given.get(&item.id) {
            item.scoring = Some(Scoring::Manual {});
            answers.items.insert(item.id.clone(), Answer::Points(*points).into());
        }
    }
    score(&rubric, &answers)
}

fn of_section(rubric: &Rubric, section: &Section, answers: &Answers) -> SectionScore {
    let applies = answers.hold(rubric, section.applies_when.as_ref());
    let items: Vec<ItemScore> = section
        .items
        .iter()
        .map(|item| match applies {
            Some(true) => of_item(rubric, item, answers),
            _ => ItemScore::new(item, ItemStanding::LeftOut, Basis::LeftOut),
        })
        .collect();
    let points = items.iter().map(|item| item.points).sum();
    let counted = items.iter().filter(|item| item.standing != ItemStanding::LeftOut);
    let applicable: Points = counted.map(|item| item.max).sum();
    let scales = rubric.not_applicable.policy == Policy::DropAndRescale && applicable != section.max;
    SectionScore {
        id: section.id.clone(),
        applies,
        bonus: section.bonus,
        points,
        applicable,
        scaled: if scales { points.scaled(applicable, section.max) } else { points },
        items,
    }
}

fn of_item(rubric: &Rubric, item: &Item, answers: &Answers) -> ItemScore {
    if answers.hold(rubric, item.applies_when.as_ref()) != Some(true) {
        return ItemScore::new(item, ItemStanding::LeftOut, Basis::LeftOut);
    }
    let open = ItemScore::new(item, ItemStanding::Open, Basis::Open);
    let Some(given) = answers.items.get(&item.id) else { return open };
    if given.answer == Answer::NotApplicable {
        let allowed =
            rubric.not_applicable.policy != Policy::NotAllowed && item.not_applicable_when.is_some();
        return if allowed {
            ItemScore::new(item, ItemStanding::LeftOut, Basis::LeftOut)
        } else {
            ItemScore::new(item, ItemStanding::Open, Basis::CannotBeLeftOut)
        };
    }
    let Some(rule) = item.rule(given.variant.as_deref()) else { return open };
    let judged = |partly| judge(rule, item.max, &given.answer, partly);
    let Some(Judged { points, holds, basis }) = judged(rubric.partial_steps.policy) else { return open };
    // How incomplete steps count weakens the status only where it changes the points.
    let steps_matter =
        judged(Partly::Ignore).map(|one| one.points) != judged(Partly::Count).map(|one| one.points);
    let status = open.status.max(given.answer.status());
    let status = if steps_matter { status.max(rubric.partial_steps.status) } else { status };
    ItemScore { standing: ItemStanding::Scored, points, holds, basis, status, ..open }
}

/// What was earned, as the rubric scales it where not all applies.
fn scaled(rubric: &Rubric, applicable: Points, full: Points, earned: Points) -> Points {
    match rubric.not_applicable.policy {
        Policy::DropAndRescale if applicable != full => earned.scaled(applicable, rubric.total),
        _ => earned,
    }
}

impl Score {
    /// The items, as printed.
    pub fn items(&self) -> impl Iterator<Item = &ItemScore> {
        self.sections.iter().flat_map(|section| &section.items)
    }

    /// How an item stands.
    pub fn item(&self, id: &str) -> Option<&ItemScore> {
        self.items().find(|item| item.id == id)
    }

    /// Whether what was earned is scaled.
    pub(super) fn is_scaled(&self, rubric: &Rubric) -> bool {
        rubric.not_applicable.policy == Policy::DropAndRescale && self.applicable != self.full()
    }

    /// The most that all items but the bonus give, those included that are left out.
    fn full(&self) -> Points {
        let counted = self.sections.iter().filter(|section| !section.bonus);
        counted.flat_map(|section| &section.items).map(|item| item.max).sum()
    }

    /// The score of so many points earned with the same items left out, the bonus aside.
    pub(super) fn scale(&self, rubric: &Rubric, earned: Points) -> Points {
        scaled(rubric, self.applicable, self.full(), earned)
    }
}

impl ItemScore {
    /// Where it stands, as [`level`](super::level) says it of answers.
    pub fn level(&self, mode: Mode) -> Points {
        match mode {
            Mode::Points => self.points,
            Mode::PassFail => Points::of_grains(i64::from(self.holds)),
        }
    }

    fn new(item: &Item, standing: ItemStanding, basis: Basis) -> ItemScore {
        let status = match (standing, item.not_applicable_status) {
            (ItemStanding::LeftOut, Some(status)) => status,
            _ => item.weakest(),
        };
        ItemScore {
            id: item.id.clone(),
            standing,
            points: Points::ZERO,
            max: item.max,
            holds: false,
            basis,
            status,
        }
    }

    /// What it could still bring.
    fn open(&self) -> Points {
        if self.standing == ItemStanding::Open { self.max } else { Points::ZERO }
    }

    fn unverified(&self) -> Points {
        if self.status.is_verified() { Points::ZERO } else { self.points }
    }
}

fn prerequisites(rubric: &Rubric, answers: &Answers) -> Vec<PrerequisiteScore> {
    let stands = |one: &super::Prerequisite| {
        let said = answers.prerequisites.get(&one.id).copied();
        let standing =
            said.filter(|said| *said != Standing::NotApplicable || one.not_applicable_when.is_some());
        PrerequisiteScore { id: one.id.clone(), standing }
    };
    rubric.prerequisites.iter().map(stands).collect()
}

/// The weakest status among the pass line, the prerequisites and the scored items. The rules for stars and for items left out
/// count only where they changed the result.
fn status(rubric: &Rubric, score: &Score) -> Status {
    let items = || score.items();
    let scored = items().filter(|item| item.standing == ItemStanding::Scored).map(|item| item.status);
    let stars = rubric.star_rule.iter().flat_map(|rule| {
        let starred = rubric.items().filter(|(_, item)| item.star);
        starred.map(|(_, item)| rule.status.max(item.star_status.unwrap_or(Status::Verified)))
    });
    let prerequisites = rubric.prerequisites.iter().map(|one| one.status);
    let left_out = items().any(|item| item.standing == ItemStanding::LeftOut);
    let rules =
        [Some(rubric.pass.status), rubric.total_status, left_out.then_some(rubric.not_applicable.status)];
    scored
        .chain(stars)
        .chain(prerequisites)
        .chain(rules.into_iter().flatten())
        .fold(Status::Verified, Status::max)
}

fn hindrances(rubric: &Rubric, answers: &Answers, score: &Score) -> Vec<Hindrance> {
    let mut found = Vec::new();
    let with = |standing: Option<Standing>| {
        score.prerequisites.iter().filter(move |one| one.standing == standing).map(|one| one.id.clone())
    };
    let items = || score.items();
    found.extend(with(Some(Standing::Missed)).map(Hindrance::PrerequisiteMissed));
    let scored = || items().filter(|item| item.standing == ItemStanding::Scored);
    let is_star = |item: &&ItemScore| rubric.item(&item.id).is_some_and(|one| one.star);
    if rubric.star_rule.is_some() {
        let zero = scored().filter(is_star).filter(|item| item.points == Points::ZERO);
        found.extend(zero.map(|item| Hindrance::StarAtZero(item.id.clone())));
    }
    if rubric.mode == Mode::PassFail {
        found.extend(scored().filter(|item| !item.holds).map(|item| Hindrance::ItemFails(item.id.clone())));
    }
    found.extend(score.gap.filter(|gap| *gap > Points::ZERO).map(Hindrance::BelowLine));
    if items().all(|item| item.standing == ItemStanding::LeftOut) {
        found.push(Hindrance::NothingApplies);
    }
    found.extend(with(None).map(Hindrance::PrerequisiteOpen));
    let unasked = |question: &&super::Question| {
        answers.hold(rubric, question.applies_when.as_ref()) == Some(true)
            && !answers.questions.contains_key(&question.id)
    };
    found.extend(rubric.questions.iter().filter(unasked).map(|one| Hindrance::QuestionOpen(one.id.clone())));
    let open = items().filter(|item| item.standing == ItemStanding::Open);
    found.extend(open.map(|item| Hindrance::ItemOpen(item.id.clone())));
    if rubric.mode == Mode::Points && rubric.pass.min_score.is_none() {
        found.push(Hindrance::NoLine);
    }
    found
}

fn verdict(rubric: &Rubric, score: &Score) -> Verdict {
    let must_hold = |id: &String| rubric.mode == Mode::PassFail || starred(rubric, id);
    let beyond = rubric.pass.min_score.is_some_and(|line| score.reachable < line);
    let mut verdict = Verdict::Passes;
    for hindrance in &score.hindrances {
        match hindrance {
            Hindrance::PrerequisiteMissed(_) | Hindrance::StarAtZero(_) | Hindrance::ItemFails(_) => {
                return Verdict::Fails;
            }
            // A question may yet bring in items that change the scale.
            Hindrance::BelowLine(_) if beyond && !waits(score) => return Verdict::Fails,
            // An open item that need not hold only adds.
            Hindrance::ItemOpen(id) if !must_hold(id) => {}
            _ => verdict = Verdict::Open,
        }
    }
    verdict
}

fn starred(rubric: &Rubric, id: &str) -> bool {
    rubric.star_rule.is_some() && rubric.item(id).is_some_and(|item| item.star)
}

/// Whether a question is open.
fn waits(score: &Score) -> bool {
    score.hindrances.iter().any(|one| matches!(one, Hindrance::QuestionOpen(_)))
}

/// The highest band that is reached, none while something is missed that must hold.
fn grade(rubric: &Rubric, score: &Score) -> Option<usize> {
    let is_held_back = score.hindrances.iter().any(|one| {
        matches!(one, Hindrance::PrerequisiteMissed(_) | Hindrance::StarAtZero(_) | Hindrance::NothingApplies)
    });
    let bands = rubric.grades.iter().enumerate().filter_map(|(place, grade)| Some((grade.min?, place)));
    bands.filter(|(min, _)| !is_held_back && *min <= score.total).max().map(|(_, place)| place)
}
