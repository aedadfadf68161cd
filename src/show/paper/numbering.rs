//! The numbers of the derivations: each shared figure has one, and stands where a reader meets it first.

use std::collections::hash_map::Entry::Vacant;
use std::collections::{HashMap, HashSet};

use crate::exchange::Derivations;
use crate::metric::{Figure, Origin};

/// Figures whose derivations stand together.
pub(in crate::show) struct Group {
    /// The heading.
    pub title: String,
    /// The figures, each with what it is about where that is known.
    pub roots: Vec<(Option<String>, Figure)>,
    /// How many of them, from the first, are main figures of the report.
    pub main: usize,
}

/// A computed figure that is met in the report.
struct Entry {
    figure: Figure,
    label: Option<String>,
    inputs: Vec<Option<usize>>,
    number: Option<usize>,
}

/// What a figure is made of: figures that are made of the same are the same figure.
#[derive(PartialEq, Eq, Hash)]
enum Part {
    Computed(usize),
    Typed(u64, u64),
    Reference(&'static str, u64),
    LeftOut(usize),
}

/// Every derivation of a report with its number.
#[derive(Default)]
pub(in crate::show) struct Numbering {
    entries: Vec<Entry>,
    by_address: HashMap<usize, usize>,
    by_parts: HashMap<(&'static str, Vec<Part>), usize>,
    left_out: HashSet<usize>,
    /// Which derivations the reader chose.
    pub chosen: Derivations,
    /// The derivations of each group, in the order of their numbers.
    groups: Vec<(String, Vec<usize>)>,
}

impl Numbering {
    /// Numbers the figures of the groups and all they rest on, but none of those that are left out. Of the main figures are
    /// numbered they and the sums on the way, of none nothing.
    pub fn new(groups: Vec<Group>, left_out: &[Figure], chosen: Derivations) -> Numbering {
        let left_out = left_out.iter().map(Figure::identity).collect();
        let mut made = Numbering { left_out, chosen, ..Numbering::default() };
        let mut roots: Vec<(String, Vec<usize>)> = Vec::new();
        // A figure that is shown itself stands in its own group, though an earlier group rests on it.
        let mut claimed: HashMap<usize, usize> = HashMap::new();
        for (place, group) in groups.into_iter().enumerate() {
            let mut of_group = Vec::new();
            let count = match chosen {
                Derivations::None => 0,
                Derivations::Main => group.main,
                Derivations::All => group.roots.len(),
            };
            for (nth, (label, figure)) in group.roots.into_iter().enumerate() {
                let Some(at) = made.enter(&figure) else { continue };
                if let Vacant(free) = claimed.entry(at) {
                    free.insert(place);
                    made.entries[at].label = label.or_else(|| made.entries[at].label.take());
                }
                // What is not chosen is known by its own name nevertheless, and is no step of another.
                if nth < count {
                    of_group.push(at);
                }
            }
            roots.push((group.title, of_group));
        }
        let mut next = 1;
        for (place, (title, of_group)) in roots.into_iter().enumerate() {
            let mut order = Vec::new();
            for root in of_group.into_iter().filter(|root| claimed.get(root) == Some(&place)) {
                made.number(root, &claimed, &mut next, &mut order);
            }
            if !order.is_empty() {
                made.groups.push((title, order));
            }
        }
        made
    }

    /// The groups that have derivations, each with its figures and their numbers.
    pub fn groups(&self) -> impl Iterator<Item = (&str, Vec<(usize, &Figure)>)> {
        self.groups.iter().map(|(title, entries)| {
            let numbered = entries
                .iter()
                .map(|at| (self.entries[*at].number.unwrap_or_default(), &self.entries[*at].figure));
            (title.as_str(), numbered.collect())
        })
    }

    /// The number of a figure's derivation, where it has one.
    pub fn of(&self, figure: &Figure) -> Option<usize> {
        self.by_address.get(&figure.identity()).and_then(|at| self.entries[*at].number)
    }

    /// What a figure is about.
    pub fn label(&self, figure: &Figure) -> Option<String> {
        match figure.origin() {
            Origin::Typed(input_quantity) => Some(input_quantity.label.clone()),
            Origin::Reference { .. } => None,
            Origin::Computed { .. } => {
                self.by_address.get(&figure.identity()).and_then(|at| self.entries[*at].label.clone())
            }
        }
    }

    fn enter(&mut self, figure: &Figure) -> Option<usize> {
        let Origin::Computed { metric, inputs } = figure.origin() else { return None };
        if self.left_out.contains(&figure.identity()) {
            return None;
        }
        if let Some(at) = self.by_address.get(&figure.identity()) {
            return Some(*at);
        }
        let places: Vec<Option<usize>> = inputs.iter().map(|(_, input)| self.enter(input)).collect();
        let parts = inputs.iter().zip(&places).map(|((_, input), at)| part(input, *at)).collect();
        let next = self.entries.len();
        let at = *self.by_parts.entry((metric.info().id, parts)).or_insert(next);
        if at == next {
            let mut labels = inputs.iter().map(|(_, input)| self.label(input));
            let first = labels.next().flatten();
            let label = first.filter(|first| labels.all(|label| label.as_ref() == Some(first)));
            self.entries.push(Entry { figure: figure.clone(), label, inputs: places, number: None });
        }
        self.by_address.insert(figure.identity(), at);
        Some(at)
    }

    fn number(
        &mut self,
        at: usize,
        claimed: &HashMap<usize, usize>,
        next: &mut usize,
        order: &mut Vec<usize>,
    ) {
        if self.entries[at].number.is_some() {
            return;
        }
        self.entries[at].number = Some(*next);
        let label = self.entries[at].label.clone();
        *next += 1;
        order.push(at);
        for input in self.entries[at].inputs.clone().into_iter().flatten() {
            // What is shown itself stands under its own heading, not among the steps of another; what is about a part is no
            // step of a main figure.
            let is_of_part = self.chosen == Derivations::Main && self.entries[input].label.is_some();
            if !claimed.contains_key(&input) && !is_of_part {
                // A step that is about nothing of its own is one of what it leads to.
                let step = &mut self.entries[input];
                if step.number.is_none() && step.label.is_none() {
                    step.label.clone_from(&label);
                }
                self.number(input, claimed, next, order);
            }
        }
    }
}

fn part(figure: &Figure, at: Option<usize>) -> Part {
    match (figure.origin(), at) {
        (_, Some(at)) => Part::Computed(at),
        (Origin::Typed(input_quantity), None) => Part::Typed(input_quantity.id, figure.value().to_bits()),
        (Origin::Reference { name, .. }, None) => Part::Reference(name.en, figure.value().to_bits()),
        (Origin::Computed { .. }, None) => Part::LeftOut(figure.identity()),
    }
}
