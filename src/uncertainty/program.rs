//! A figure as one flat program: every formula below it, one after the other, on registers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::metric::{Figure, Node, Operation, Origin};

/// What a figure does with the uncertain numbers it rests on.
///
/// Figures that are shared are worked out once, and a typed number is one input however often it is used, so that what
/// is correlated stays so. All else is a constant. A register is used again once nothing needs its number any more.
///
/// ```
/// use water_ledger::irrigation::{EffectiveUse, EffectiveUseCoefficient};
/// use water_ledger::metric::{Figure, InputQuantity};
/// use water_ledger::{quantity::{Quantity, Unit}, text::Words, uncertainty::Program};
/// let typed = |id, value| {
///     let input_quantity = InputQuantity { id, label: String::new(), name: Words::new("水量", "water") };
///     Figure::typed(Quantity::new(value, Unit::CubicMetre), 1.0, input_quantity)
/// };
/// let inputs = EffectiveUse { net: typed(1, 53.0), gross: typed(2, 100.0) };
/// let eta = Figure::computed(&EffectiveUseCoefficient, inputs).expect("allowed");
/// assert_eq!(Program::of(&eta).inputs().len(), 2);
/// ```
#[derive(Serialize, Deserialize)]
pub struct Program {
    pub(super) steps: Vec<Step>,
    pub(super) constants: Vec<(usize, f64)>,
    pub(super) registers: usize,
    /// The register of the result.
    pub(super) result: usize,
    /// Worth their room only where the program is made.
    #[serde(skip)]
    inputs: Vec<Figure>,
}

/// An operation on registers; an [`Operation::Input`] draws.
#[derive(Serialize, Deserialize)]
pub(super) struct Step {
    pub(super) into: usize,
    pub(super) operation: Operation,
}

impl Program {
    /// The program of a figure.
    pub fn of(figure: &Figure) -> Program {
        let mut tape = FlatTape::default();
        let result = tape.place_of(figure);
        let (steps, constants, registers, result) = on_registers(&tape.nodes, result);
        Program { steps, constants, registers, result, inputs: tape.inputs }
    }

    /// The typed numbers that have an uncertainty, in the order of their first use.
    pub fn inputs(&self) -> &[Figure] {
        &self.inputs
    }
}

/// The formulas of all figures below one, on one tape.
#[derive(Default)]
struct FlatTape {
    nodes: Vec<Node>,
    inputs: Vec<Figure>,
    figures: BTreeMap<usize, usize>,
    typed: BTreeMap<u64, usize>,
    literals: BTreeMap<u64, usize>,
}

impl FlatTape {
    /// Where the figure's number stands on the tape; it is put there when it is not.
    fn place_of(&mut self, figure: &Figure) -> usize {
        if let Some(place) = self.figures.get(&figure.identity()) {
            return *place;
        }
        let place = match figure.origin() {
            // A figure to which nothing contributes rests on nothing uncertain.
            _ if figure.contributions().is_empty() => self.literal(figure.value()),
            Origin::Typed(input_quantity) => self.input(input_quantity.id, figure),
            Origin::Reference { .. } => self.literal(figure.value()),
            Origin::Computed { .. } => self.computed(figure),
        };
        self.figures.insert(figure.identity(), place);
        place
    }

    fn input(&mut self, input_id: u64, figure: &Figure) -> usize {
        if let Some(place) = self.typed.get(&input_id) {
            return *place;
        }
        self.inputs.push(figure.clone());
        let place = self.push(figure.value(), Operation::Input(self.inputs.len() - 1));
        self.typed.insert(input_id, place);
        place
    }

    fn computed(&mut self, figure: &Figure) -> usize {
        let Some(steps) = figure.steps() else {
            return self.literal(figure.value());
        };
        let mut places: Vec<Option<usize>> = vec![None; steps.nodes.len()];
        // Inputs and literals come when they are needed, so that a long sum does not hold all its items at once.
        for (at, node) in steps.nodes.iter().enumerate() {
            let mut place_of = |tape: &mut FlatTape, local: usize| {
                let place = places[local].unwrap_or_else(|| match steps.nodes[local].operation {
                    Operation::Input(index) => tape.converted(steps.inputs[index]),
                    _ => tape.literal(steps.nodes[local].value),
                });
                places[local] = Some(place);
                place
            };
            let operation = match node.operation {
                Operation::Input(_) | Operation::Literal => continue,
                ref operation => operation.at(|local| place_of(self, local)),
            };
            let is_constant = operation.places().iter().all(|place| self.is_literal(*place));
            places[at] = Some(match is_constant {
                true => self.literal(node.value),
                false => self.push(node.value, operation),
            });
        }
        match (places[steps.result], &steps.nodes[steps.result].operation) {
            (Some(place), _) => place,
            (None, Operation::Input(index)) => self.converted(steps.inputs[*index]),
            (None, _) => self.literal(figure.value()),
        }
    }

    /// A figure in the unit in which a formula takes it.
    fn converted(&mut self, (figure, (times, over)): (&Figure, (f64, f64))) -> usize {
        let mut place = self.place_of(figure);
        for (factor, operation) in
            [(times, Operation::Mul as fn(usize, usize) -> Operation), (over, Operation::Div)]
        {
            if factor != 1.0 {
                let value = self.nodes[place].value;
                let factor_at = self.literal(factor);
                let operation = operation(place, factor_at);
                let value = if let Operation::Mul(..) = operation { value * factor } else { value / factor };
                place =
                    if self.is_literal(place) { self.literal(value) } else { self.push(value, operation) };
            }
        }
        place
    }

    fn literal(&mut self, value: f64) -> usize {
        if let Some(place) = self.literals.get(&value.to_bits()) {
            return *place;
        }
        let place = self.push(value, Operation::Literal);
        self.literals.insert(value.to_bits(), place);
        place
    }

    fn push(&mut self, value: f64, operation: Operation) -> usize {
        self.nodes.push(Node { value, operation });
        self.nodes.len() - 1
    }

    fn is_literal(&self, place: usize) -> bool {
        self.nodes[place].operation == Operation::Literal
    }
}

/// Gives every number that is needed a register, and every register to the next number once it is free.
fn on_registers(nodes: &[Node], result: usize) -> (Vec<Step>, Vec<(usize, f64)>, usize, usize) {
    let last_use = last_uses(nodes, result);
    let (mut steps, mut constants) = (Vec::new(), Vec::new());
    let (mut register, mut free, mut count) = (vec![0; nodes.len()], Vec::new(), 0);
    for (at, node) in nodes.iter().enumerate() {
        let Some(last) = last_use[at] else {
            continue;
        };
        let is_literal = node.operation == Operation::Literal;
        let reused = if is_literal { None } else { free.pop() };
        register[at] = reused.unwrap_or_else(|| {
            count += 1;
            count - 1
        });
        if is_literal {
            constants.push((register[at], node.value));
            continue;
        }
        let operation = node.operation.at(|place| register[place]);
        steps.push(Step { into: register[at], operation });
        // What is needed here for the last time is free from the next step on: a step never writes over its own numbers.
        let mut ended: Vec<usize> = node.operation.places();
        ended.sort_unstable();
        ended.dedup();
        ended.retain(|place| last_use[*place] == Some(at) && nodes[*place].operation != Operation::Literal);
        free.extend(ended.into_iter().map(|place| register[place]));
        debug_assert!(last > at || at == result);
    }
    (steps, constants, count, register[result])
}

/// The step that needs each number for the last time; `None` for what the result does not need at all.
fn last_uses(nodes: &[Node], result: usize) -> Vec<Option<usize>> {
    let mut last_use = vec![None; nodes.len()];
    last_use[result] = Some(nodes.len());
    for at in (0..nodes.len()).rev() {
        if last_use[at].is_some() {
            for place in nodes[at].operation.places() {
                last_use[place].get_or_insert(at);
            }
        }
    }
    last_use
}
