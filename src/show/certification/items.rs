//! 逐项自评 in words: how each item and section stands, what a filter leaves out, how far one has come.

use std::collections::BTreeSet;

use crate::evaluate::ReviewResults;
use crate::ledger::{EvidenceColumn, READY, Row, evidence_row};
use crate::rubric::{
    Item, ItemScore, ItemStanding, Mode, Points, Prerequisite, PrerequisiteScore, Rubric, Score,
    SectionScore, Standing,
};
use crate::text::{Key, Language, Message};

/// How an item stands, made ready for the page.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemLine {
    /// Its points of its maximum, or in a word how it stands.
    pub points: String,
    /// Its points and its maximum, where it was scored with points.
    pub share: Option<(Points, Points)>,
    /// Why.
    pub basis: String,
    /// How much of its evidence is ready; none where it asks for none.
    pub evidence: Option<String>,
    /// Whether it is not answered.
    pub is_open: bool,
    /// Whether its points rest on what is still to be confirmed.
    pub is_unverified: bool,
}

/// How an item stands; none where the rubric does not have it.
pub fn item_line(sheet: &Row, found: &ReviewResults, id: &str, language: Language) -> Option<ItemLine> {
    let rubric = found.rubric.as_deref()?;
    let score = found.score.as_ref()?;
    let scored = score.item(id)?;
    Some(ItemLine {
        points: standing(rubric.mode, scored, language),
        share: (rubric.mode == Mode::Points && scored.standing == ItemStanding::Scored)
            .then_some((scored.points, scored.max))
            .filter(|(_, max)| *max > Points::ZERO),
        basis: scored.basis.message(language).say(language),
        evidence: Evidence::of_item(sheet, rubric, rubric.item(id)?).say(language),
        is_open: scored.standing == ItemStanding::Open,
        is_unverified: !scored.status.is_verified(),
    })
}

/// How much of a prerequisite's evidence is ready; none where it asks for none.
pub fn prerequisite_evidence(
    sheet: &Row,
    found: &ReviewResults,
    id: &str,
    language: Language,
) -> Option<String> {
    let rubric = found.rubric.as_deref()?;
    let prerequisite = rubric.prerequisites.iter().find(|prerequisite| prerequisite.id == id)?;
    Evidence::of_prerequisite(sheet, rubric, prerequisite).say(language)
}

fn standing(mode: Mode, item: &ItemScore, language: Language) -> String {
    let word = match (item.standing, mode) {
        (ItemStanding::LeftOut, _) => Key::NotApplicable,
        (_, Mode::Points) => return format!("{} / {}", item.points, item.max),
        (ItemStanding::Open, Mode::PassFail) => Key::ItemOpen,
        (ItemStanding::Scored, Mode::PassFail) if item.holds => Key::ItemYes,
        (ItemStanding::Scored, Mode::PassFail) => Key::ItemNo,
    };
    word.say(language).to_string()
}

/// How much of what proves something is ready.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Evidence {
    ready: usize,
    asked: usize,
}

impl Evidence {
    fn of(sheet: &Row, rubric: &Rubric, id: &str, asked: usize) -> Evidence {
        let is_ready = |place: &usize| {
            evidence_row(sheet, rubric, id, *place)
                .is_some_and(|row| row[EvidenceColumn::State].trim() == READY)
        };
        Evidence { ready: (0..asked).filter(is_ready).count(), asked }
    }

    fn of_item(sheet: &Row, rubric: &Rubric, item: &Item) -> Evidence {
        Evidence::of(sheet, rubric, &item.id, item.evidence.len())
    }

    fn of_prerequisite(sheet: &Row, rubric: &Rubric, prerequisite: &Prerequisite) -> Evidence {
        Evidence::of(sheet, rubric, &prerequisite.id, prerequisite.evidence.len())
    }

    fn say(self, language: Language) -> Option<String> {
        let message = Message::new(Key::ItemEvidence).with("ready", self.ready.to_string());
        (self.asked > 0).then(|| message.with("asked", self.asked.to_string()).say(language))
    }

    fn lacks(self) -> bool {
        self.ready < self.asked
    }
}

/// Which items are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ItemFilter {
    /// All of them.
    #[default]
    All,
    /// Those that are not answered.
    Open,
    /// Those of which a piece of evidence is not ready.
    Unproven,
    /// Those answered that give less than they could.
    Losing,
}

impl ItemFilter {
    /// Every filter.
    pub const ALL: [ItemFilter; 4] =
        [ItemFilter::All, ItemFilter::Open, ItemFilter::Unproven, ItemFilter::Losing];

    /// Its stable name.
    pub fn code(self) -> &'static str {
        match self {
            ItemFilter::All => "all",
            ItemFilter::Open => "open",
            ItemFilter::Unproven => "unproven",
            ItemFilter::Losing => "losing",
        }
    }

    /// What it is called.
    pub fn name(self) -> Key {
        match self {
            ItemFilter::All => Key::FilterAll,
            ItemFilter::Open => Key::FilterOpen,
            ItemFilter::Unproven => Key::FilterUnproven,
            ItemFilter::Losing => Key::FilterLosing,
        }
    }

    /// The items and prerequisites that it leaves out, by their names.
    pub fn left_out(self, sheet: &Row, found: &ReviewResults) -> BTreeSet<String> {
        let Some(rubric) = found.rubric.as_deref() else { return BTreeSet::new() };
        let items = items(found).filter(|(item, scored)| {
            let lacks = || Evidence::of_item(sheet, rubric, item).lacks();
            !self.shows_item(scored, lacks)
        });
        let prerequisites = prerequisites(found).filter(|(prerequisite, stands)| {
            let lacks = || Evidence::of_prerequisite(sheet, rubric, prerequisite).lacks();
            !self.shows_prerequisite(stands, lacks)
        });
        items
            .map(|(item, _)| item.id.clone())
            .chain(prerequisites.map(|(prerequisite, _)| prerequisite.id.clone()))
            .collect()
    }

    fn shows_item(self, scored: &ItemScore, lacks: impl FnOnce() -> bool) -> bool {
        match self {
            ItemFilter::All => true,
            ItemFilter::Open => scored.standing == ItemStanding::Open,
            ItemFilter::Unproven => scored.standing != ItemStanding::LeftOut && lacks(),
            ItemFilter::Losing => {
                scored.standing == ItemStanding::Scored && (scored.points < scored.max || !scored.holds)
            }
        }
    }

    fn shows_prerequisite(self, stands: &PrerequisiteScore, lacks: impl FnOnce() -> bool) -> bool {
        match self {
            ItemFilter::All => true,
            ItemFilter::Open => stands.standing.is_none(),
            ItemFilter::Unproven => applies(stands) && lacks(),
            ItemFilter::Losing => stands.standing == Some(Standing::Missed),
        }
    }
}

fn items(found: &ReviewResults) -> impl Iterator<Item = (&Item, &ItemScore)> {
    let (rubric, score) = (found.rubric.as_deref(), found.score.as_ref());
    let scored = score.into_iter().flat_map(Score::items);
    rubric.into_iter().flat_map(Rubric::items).map(|(_, item)| item).zip(scored)
}

fn prerequisites(found: &ReviewResults) -> impl Iterator<Item = (&Prerequisite, &PrerequisiteScore)> {
    let (rubric, score) = (found.rubric.as_deref(), found.score.as_ref());
    let stands = score.into_iter().flat_map(|score| &score.prerequisites);
    rubric.into_iter().flat_map(|rubric| &rubric.prerequisites).zip(stands)
}

fn applies(prerequisite: &PrerequisiteScore) -> bool {
    prerequisite.standing != Some(Standing::NotApplicable)
}

/// How far one has come: items answered of those that apply, evidence ready of all that is asked, that of prerequisites too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Items answered.
    pub answered: usize,
    /// Items that apply.
    pub items: usize,
    /// Pieces of evidence that are ready.
    pub ready: usize,
    /// Pieces of evidence asked.
    pub evidence: usize,
}

/// How far one has come with the rubric.
pub fn progress(sheet: &Row, found: &ReviewResults) -> Progress {
    let Some(rubric) = found.rubric.as_deref() else { return Progress::default() };
    let mut progress = Progress::default();
    let mut add = |Evidence { ready, asked }| {
        progress.ready += ready;
        progress.evidence += asked;
    };
    prerequisites(found)
        .filter(|(_, stands)| applies(stands))
        .for_each(|(prerequisite, _)| add(Evidence::of_prerequisite(sheet, rubric, prerequisite)));
    let applying = || items(found).filter(|(_, scored)| scored.standing != ItemStanding::LeftOut);
    applying().for_each(|(item, _)| add(Evidence::of_item(sheet, rubric, item)));
    progress.items = applying().count();
    progress.answered = applying().filter(|(_, scored)| scored.standing == ItemStanding::Scored).count();
    progress
}

/// How a section stands, a few words each: what it gives, what is open, why it does not count.
pub fn section_words(found: &ReviewResults, id: &str, language: Language) -> Vec<String> {
    let (Some(rubric), Some(score)) = (found.rubric.as_deref(), found.score.as_ref()) else {
        return Vec::new();
    };
    let Some(section) = score.sections.iter().find(|section| section.id == id) else {
        return Vec::new();
    };
    let messages = match section.applies {
        None => vec![Message::new(Key::SectionUndecided)],
        Some(false) => vec![Message::new(Key::SectionLeftOut)],
        Some(true) => section_stands(rubric.mode, section),
    };
    messages.into_iter().map(|message| message.say(language)).collect()
}

fn section_stands(mode: Mode, section: &SectionScore) -> Vec<Message> {
    let counts = || section.items.iter().filter(|item| item.standing != ItemStanding::LeftOut);
    let open = counts().filter(|item| item.standing == ItemStanding::Open).count();
    let of = |key, done: String, all: String| Message::new(key).with("done", done).with("all", all);
    let stands = match mode {
        Mode::Points => of(Key::SectionPoints, section.points.to_string(), section.applicable.to_string()),
        Mode::PassFail => {
            let holding = counts().filter(|item| item.holds).count();
            of(Key::SectionHolds, holding.to_string(), counts().count().to_string())
        }
    };
    let open = (open > 0).then(|| Message::new(Key::SectionOpen).with("count", open.to_string()));
    let bonus = section.bonus.then(|| Message::new(Key::SectionBonus));
    std::iter::once(stands).chain(open).chain(bonus).collect()
}

/// An item's number and title.
pub fn item_title(item: &Item, language: Language) -> String {
    [item.no.as_str(), item.title.get(language)].join(" ").trim().to_string()
}
