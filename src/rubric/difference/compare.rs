//! Two editions laid side by side: parts are the same where their names are.

use super::{Aspect, Difference, DifferenceKind as Kind, Part};
use crate::rubric::{Grade, Group, Item, Points, Prerequisite, Question, Rubric, Section, Wording};
use crate::text::Key;

/// Everything in which two editions differ: what is there of the rubric as a whole, then part by part. Of a part that came
/// or went, what it holds came or went with it and is not told again.
///
/// ```
/// use water_ledger::{catalog::rubric, rubric::{Points, difference}, text::Language};
/// let old = rubric("public-institution-2013").expect("shipped");
/// let mut new = (*old).clone();
/// new.pass.min_score = Some(Points::whole(85));
/// let found = difference(&old, &new);
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].message(Language::English).say(Language::English), "pass: the pass line changed from “90” to “85”.");
/// ```
pub fn difference(old: &Rubric, new: &Rubric) -> Vec<Difference> {
    let mut found = Found::default();
    whole(&mut found, old, new);
    rules(&mut found, old, new);
    for (key, document) in &new.sources {
        match old.sources.get(key) {
            None => found.add("sources", Kind::Added { part: Part::Source, title: same(key) }),
            Some(before) => found.changed(before != document, &format!("sources/{key}"), Aspect::Source),
        }
    }
    for key in old.sources.keys().filter(|key| !new.sources.contains_key(*key)) {
        found.add("sources", Kind::Removed { part: Part::Source, title: same(key) });
    }
    found.parts("group", &old.groups, &new.groups, group);
    found.parts("question", &old.questions, &new.questions, question);
    found.parts("prerequisite", &old.prerequisites, &new.prerequisites, prerequisite);
    found.parts("section", &old.sections, &new.sections, section);
    items(&mut found, old, new);
    found.list
}

/// A part with a name of its own.
trait Named {
    const PART: Part;
    fn id(&self) -> &str;
    fn title(&self) -> &Wording;
}

macro_rules! named {
    ($($part:ident),*) => {$(
        impl Named for $part {
            const PART: Part = Part::$part;

            fn id(&self) -> &str {
                &self.id
            }

            fn title(&self) -> &Wording {
                &self.title
            }
        }
    )*};
}
named!(Section, Item, Prerequisite, Question, Group);

#[derive(Default)]
struct Found {
    list: Vec<Difference>,
}

impl Found {
    fn add(&mut self, place: &str, kind: Kind) {
        self.list.push(Difference { place: place.to_string(), kind });
    }

    fn changed(&mut self, is_other: bool, place: &str, aspect: Aspect) {
        if is_other {
            self.add(place, Kind::Changed(aspect));
        }
    }

    fn replaced(&mut self, place: &str, aspect: Aspect, old: Wording, new: Wording) {
        if old != new {
            self.add(place, Kind::Replaced { aspect, old, new });
        }
    }

    /// Parts that came, went or changed, each at its name, and their order.
    fn parts<P: Named>(&mut self, list: &str, old: &[P], new: &[P], compare: fn(&mut Found, &str, &P, &P)) {
        for (place, one) in new.iter().enumerate() {
            match twin(old, new, place) {
                Some(before) => compare(self, one.id(), before, one),
                None => self.add(one.id(), Kind::Added { part: P::PART, title: one.title().clone() }),
            }
        }
        let gone = old.iter().enumerate().filter(|(place, _)| twin(new, old, *place).is_none());
        for (_, one) in gone {
            self.add(one.id(), Kind::Removed { part: P::PART, title: one.title().clone() });
        }
        self.order(list, old, new);
    }

    /// Whether what both have stands in another order.
    fn order<P: Named>(&mut self, place: &str, old: &[P], new: &[P]) {
        let common = |of: &'_ [P], other: &[P]| -> Vec<String> {
            let ids = of.iter().map(|one| one.id().to_string());
            ids.filter(|id| other.iter().any(|one| one.id() == *id)).collect()
        };
        let (before, after) = (common(old, new), common(new, old));
        self.changed(before.len() == after.len() && before != after, place, Aspect::Order);
    }
}

/// The part of the other edition that has the name of the one at a place. A name that stands several times, as it should
/// not, is the same as its first, second, third in the other.
fn twin<'a, P: Named>(other: &'a [P], of: &[P], place: usize) -> Option<&'a P> {
    let id = of[place].id();
    let before = of[..place].iter().filter(|one| one.id() == id).count();
    other.iter().filter(|one| one.id() == id).nth(before)
}

/// A text that is the same in every language.
fn same(text: impl ToString) -> Wording {
    Wording { zh: text.to_string(), en: text.to_string() }
}

/// Points, or that there are none.
fn points(points: Option<Points>) -> Wording {
    let none = Key::DifferenceNone.words();
    points.map_or_else(|| Wording { zh: none.zh.to_string(), en: none.en.to_string() }, same)
}

fn whole(found: &mut Found, old: &Rubric, new: &Rubric) {
    found.replaced("id", Aspect::Id, same(&old.id), same(&new.id));
    found.replaced("edition", Aspect::Edition, same(&old.edition), same(&new.edition));
    found.replaced("title", Aspect::Title, old.title.clone(), new.title.clone());
    found.replaced("region", Aspect::Region, old.region.clone(), new.region.clone());
    found.changed(old.applies_to != new.applies_to, "applies_to", Aspect::AppliesTo);
    found.changed(old.mode != new.mode, "mode", Aspect::Mode);
    found.replaced("total", Aspect::Points, points(Some(old.total)), points(Some(new.total)));
    found.changed(old.total_status != new.total_status, "total", Aspect::Status);
    found.changed(old.evidence_status != new.evidence_status, "evidence", Aspect::Status);
    let date = |rubric: &Rubric| same(&rubric.effective.date);
    found.replaced("effective", Aspect::Effective, date(old), date(new));
    found.changed(old.effective.meaning != new.effective.meaning, "effective", Aspect::Effective);
    found.changed(old.effective.status != new.effective.status, "effective", Aspect::Status);
    found.changed(old.effective.source != new.effective.source, "effective", Aspect::Source);
}

fn rules(found: &mut Found, old: &Rubric, new: &Rubric) {
    let (before, after) = (&old.pass, &new.pass);
    found.replaced("pass", Aspect::PassLine, points(before.min_score), points(after.min_score));
    found.changed(before.status != after.status, "pass", Aspect::Status);
    found.changed(before.source != after.source, "pass", Aspect::Source);
    found.changed(before.note != after.note, "pass", Aspect::Note);
    found.changed(old.star_rule != new.star_rule, "star_rule", Aspect::StarRule);
    let (before, after) = (&old.not_applicable, &new.not_applicable);
    found.changed(before.policy != after.policy, "not_applicable", Aspect::NotApplicable);
    found.changed(before.status != after.status, "not_applicable", Aspect::Status);
    found.changed(before.source != after.source, "not_applicable", Aspect::Source);
    found.changed(before.note != after.note, "not_applicable", Aspect::Note);
    let (before, after) = (&old.partial_steps, &new.partial_steps);
    found.changed(before.policy != after.policy, "partial_steps", Aspect::PartialSteps);
    found.changed(before.status != after.status, "partial_steps", Aspect::Status);
    found.changed(old.people_count != new.people_count, "people_count", Aspect::PeopleCount);
    let (before, after) = (grades(&old.grades), grades(&new.grades));
    if before == after {
        found.changed(old.grades != new.grades, "grade", Aspect::Grades);
    } else {
        found.replaced("grade", Aspect::Grades, before, after);
    }
}

/// The bands in one line; they have no names by which one could be told from another.
fn grades(grades: &[Grade]) -> Wording {
    let mut line = Wording::default();
    for grade in grades {
        let points = points(grade.min);
        for (line, separator, title, points) in [
            (&mut line.zh, "、", &grade.title.zh, points.zh),
            (&mut line.en, ", ", &grade.title.en, points.en),
        ] {
            if !line.is_empty() {
                line.push_str(separator);
            }
            line.push_str(&format!("{title} {points}"));
        }
    }
    line
}

fn group(found: &mut Found, place: &str, old: &Group, new: &Group) {
    found.replaced(place, Aspect::Title, old.title.clone(), new.title.clone());
    found.replaced(place, Aspect::Points, points(Some(old.max)), points(Some(new.max)));
}

fn question(found: &mut Found, place: &str, old: &Question, new: &Question) {
    found.replaced(place, Aspect::Title, old.title.clone(), new.title.clone());
    found.changed(old.options != new.options, place, Aspect::Options);
    found.changed(old.applies_when != new.applies_when, place, Aspect::AppliesWhen);
}

fn prerequisite(found: &mut Found, place: &str, old: &Prerequisite, new: &Prerequisite) {
    found.replaced(place, Aspect::Title, old.title.clone(), new.title.clone());
    found.changed(old.not_applicable_when != new.not_applicable_when, place, Aspect::NotApplicable);
    found.changed(old.evidence != new.evidence, place, Aspect::Evidence);
    let status = |one: &Prerequisite| (one.status, one.not_applicable_status);
    found.changed(status(old) != status(new), place, Aspect::Status);
    found.changed((&old.source, &old.also) != (&new.source, &new.also), place, Aspect::Source);
    found.changed(old.note != new.note, place, Aspect::Note);
}

fn section(found: &mut Found, place: &str, old: &Section, new: &Section) {
    found.replaced(place, Aspect::Title, old.title.clone(), new.title.clone());
    found.replaced(place, Aspect::Points, points(Some(old.max)), points(Some(new.max)));
    found.changed(old.bonus != new.bonus, place, Aspect::Bonus);
    found.changed(old.group != new.group, place, Aspect::InGroup);
    found.changed(old.applies_when != new.applies_when, place, Aspect::AppliesWhen);
    let status = |one: &Section| (one.status, one.points_status);
    found.changed(status(old) != status(new), place, Aspect::Status);
    found.changed(old.source != new.source, place, Aspect::Source);
    found.order(place, &old.items, &new.items);
}

/// Items are named once in a rubric, so that one may move from section to section.
fn items(found: &mut Found, old: &Rubric, new: &Rubric) {
    let has = |rubric: &Rubric, section: &Section| rubric.sections.iter().any(|one| one.id == section.id);
    let (before, after) = (placed(old), placed(new));
    for (place, one) in after.iter().enumerate() {
        let at = format!("{}/{}", one.section.id, one.item.id);
        match twin(&before, &after, place) {
            Some(was) => {
                if was.section.id != one.section.id {
                    let (from, to) = (was.section.title.clone(), one.section.title.clone());
                    found.add(&at, Kind::Moved { from, to });
                }
                item(found, &at, was.item, one.item);
            }
            None if has(old, one.section) => {
                found.add(&at, Kind::Added { part: Part::Item, title: one.item.title.clone() });
            }
            None => {}
        }
    }
    for (place, one) in before.iter().enumerate() {
        if twin(&after, &before, place).is_none() && has(new, one.section) {
            let at = format!("{}/{}", one.section.id, one.item.id);
            found.add(&at, Kind::Removed { part: Part::Item, title: one.item.title.clone() });
        }
    }
}

/// An item in its section.
struct Placed<'a> {
    section: &'a Section,
    item: &'a Item,
}

impl Named for Placed<'_> {
    const PART: Part = Part::Item;

    fn id(&self) -> &str {
        &self.item.id
    }

    fn title(&self) -> &Wording {
        &self.item.title
    }
}

fn placed(rubric: &Rubric) -> Vec<Placed<'_>> {
    rubric.items().map(|(section, item)| Placed { section, item }).collect()
}

fn item(found: &mut Found, place: &str, old: &Item, new: &Item) {
    found.replaced(place, Aspect::Number, same(&old.no), same(&new.no));
    found.replaced(place, Aspect::Title, old.title.clone(), new.title.clone());
    found.replaced(place, Aspect::Points, points(Some(old.max)), points(Some(new.max)));
    let rules = (&old.scoring, &old.variants) != (&new.scoring, &new.variants);
    found.changed(rules, place, Aspect::Rule);
    found.changed(old.star != new.star, place, Aspect::Star);
    found.changed(old.not_applicable_when != new.not_applicable_when, place, Aspect::NotApplicable);
    found.changed(old.applies_when != new.applies_when, place, Aspect::AppliesWhen);
    found.changed(old.evidence != new.evidence, place, Aspect::Evidence);
    found.changed(old.note != new.note, place, Aspect::Note);
    found.changed(old.source != new.source, place, Aspect::Source);
    let status = |one: &Item| {
        [Some(one.status), one.points_status, one.rule_status, one.star_status, one.not_applicable_status]
    };
    found.changed(status(old) != status(new), place, Aspect::Status);
}
