//! What measures change of the numbers that a rubric measures, applied to the facts for every set of measures.

use super::answers::reading;
use super::results::{ChangedItem, Indicator, InputChange, ReviewResults};
use crate::evaluate::change::NumberChange;
use crate::ledger::measured_name;
use crate::metric::{Figure, Origin, PartialMetric};
use crate::quantity::Quantity;
use crate::rubric::{Answer, Given, Item, JointEffect, MOST_JOINT, Rubric};

impl ReviewResults {
    /// The items whose numbers measures change, with their answers for every set of those measures.
    pub(super) fn joint_effects(&self, rubric: &Rubric) -> Vec<JointEffect> {
        let effect = |changed: &ChangedItem| {
            let item = rubric.item(&changed.id)?;
            let names = names(item, changed.variant.as_deref())?;
            let mut measures: Vec<usize> = Vec::new();
            for change in self.input_changes.iter().filter(|change| names.contains(&change.indicator)) {
                if !measures.contains(&change.measure) {
                    measures.push(change.measure);
                }
            }
            // Of more the planner says that they are too many.
            let sets = if measures.len() > MOST_JOINT { 0 } else { 1 << measures.len() };
            let answer = |set: usize| {
                let is_done = |measure: usize| {
                    measures
                        .iter()
                        .position(|one| *one == measure)
                        .is_some_and(|digit| set & (1 << digit) != 0)
                };
                self.answer_after(&names, &is_done)
                    .map(|answer| Given { variant: changed.variant.clone(), answer })
            };
            let answers = (0..sets).map(answer).collect();
            Some(JointEffect { id: changed.id.clone(), measures, answers })
        };
        self.changed_items.iter().filter_map(effect).collect()
    }

    /// The numbers of an item after measures; none while none of them is known.
    fn answer_after(&self, names: &[String], is_done: &dyn Fn(usize) -> bool) -> Option<Answer> {
        let number = |name: &String| {
            let indicator = self.indicators.iter().find(|indicator| indicator.name == *name)?;
            let changes: Vec<&InputChange> = self
                .input_changes
                .iter()
                .filter(|change| change.indicator == *name && is_done(change.measure))
                .collect();
            match changes.is_empty() {
                true => indicator.figure.as_ref().map(reading),
                false => after(indicator, &changes).as_ref().map(reading),
            }
        };
        let numbers: Vec<_> = names.iter().map(number).collect();
        numbers.iter().any(Option::is_some).then_some(Answer::Numbers(numbers))
    }
}

/// The names of the numbers that an item measures.
pub(super) fn names(item: &Item, variant: Option<&str>) -> Option<Vec<String>> {
    let measured = item.rule(variant)?.measured();
    Some(measured.iter().enumerate().map(|(at, one)| measured_name(&item.id, at, one)).collect())
}

/// An indicator's figure after changes of it or of its inputs.
fn after(indicator: &Indicator, changes: &[&InputChange]) -> Option<Figure> {
    let of = |key: &str| changes.iter().filter(|change| change.key == key).copied().collect::<Vec<_>>();
    let own = of("");
    if !own.is_empty() {
        return changed(indicator.figure.as_ref(), &own);
    }
    let known = indicator.inputs.iter().map(|one| {
        let now = now(indicator, one.input.key).or_else(|| one.offered.clone());
        let changes = of(one.input.key);
        let figure = if changes.is_empty() { now } else { changed(now.as_ref(), &changes) };
        (one.input.key, figure)
    });
    PartialMetric::by_key(indicator.metric?, &known.collect::<Vec<_>>()).value()
}

/// A number after changes; none where what it is changed by rests on a number that is not known.
fn changed(now: Option<&Figure>, changes: &[&InputChange]) -> Option<Figure> {
    let first = changes.first()?;
    let set = changes.iter().rev().find_map(|change| match change.by {
        NumberChange::To(quantity) => Some(quantity),
        NumberChange::By(_) | NumberChange::Times(_) => None,
    });
    let start = set.or_else(|| now.map(Figure::quantity))?;
    let mut value = start.value;
    for change in changes {
        match change.by {
            NumberChange::By(by) => value += by.to(start.unit)?.value,
            NumberChange::Times(share) => value *= share,
            NumberChange::To(_) => {}
        }
    }
    let u = changes.iter().map(|change| change.u * change.u).sum::<f64>().sqrt();
    let lacks = set.is_none() && now.is_some_and(Figure::is_incomplete);
    let figure = Figure::typed(Quantity::new(value, start.unit), u, first.typed.clone());
    Some(figure.incomplete_if(lacks))
}

/// The input that an indicator's figure was computed with.
pub(super) fn now(indicator: &Indicator, key: &str) -> Option<Figure> {
    match indicator.figure.as_ref()?.origin() {
        Origin::Computed { inputs, .. } => {
            inputs.iter().find(|(path, _)| path.key == key).map(|(_, figure)| figure.clone())
        }
        _ => None,
    }
}
