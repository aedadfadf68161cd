//! 蒙特卡洛法 (JCGM 101), a figure drawn many times over, chunk by chunk.

use serde::{Deserialize, Serialize};

use super::machine::{LANES, Machine};
use super::program::Program;
use super::random::{Generator, Normal};
use super::{Distribution, Probability, SimulationOutcome};
use crate::metric::{Figure, Origin};
use crate::text::{Key, Message, Words};

/// Draws in a chunk. Every chunk has a random stream of its own, so that it matters to no bit who works it out, or when.
pub const CHUNK: usize = 40 * LANES;

/// Fewer draws say nothing of the ends of an interval; more would not fit into the memory of a phone.
const DRAWS: (usize, usize) = (100, 10_000_000);

/// A simulation cannot be run, and why.
#[derive(Clone, Debug, PartialEq)]
pub enum SimulationError {
    /// No typed number has an uncertainty.
    NothingUncertain,
    /// Too few or too many draws were asked for.
    DrawCount,
    /// A shape without a standard uncertainty, such as Student's t with two degrees of freedom.
    NoStandardUncertainty {
        /// The number it was meant for.
        name: Words,
    },
    /// No draw gave a finite result, or they spread beyond all numbers.
    NoneFinite,
}

impl SimulationError {
    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            SimulationError::NothingUncertain => "nothing_uncertain",
            SimulationError::DrawCount => "draw_count",
            SimulationError::NoStandardUncertainty { .. } => "no_standard_uncertainty",
            SimulationError::NoneFinite => "no_finite_draw",
        }
    }

    /// The sentence that says what to change.
    pub fn message(&self) -> Message {
        match self {
            SimulationError::NothingUncertain => Message::new(Key::SimulationNothingUncertain),
            SimulationError::DrawCount => Message::new(Key::SimulationDraws)
                .with_number("least", DRAWS.0 as f64)
                .with_number("most", DRAWS.1 as f64),
            SimulationError::NoStandardUncertainty { name } => {
                Message::new(Key::SimulationNoUncertainty).with_words("name", *name)
            }
            SimulationError::NoneFinite => Message::new(Key::SimulationNoneFinite),
        }
    }
}

/// How far a simulation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Chunks that are done.
    pub done: usize,
    /// Chunks in all.
    pub chunks: usize,
}

impl Progress {
    /// Whether nothing is left to do.
    pub fn is_complete(self) -> bool {
        self.done == self.chunks
    }
}

/// A figure being drawn.
///
/// One worker calls [`Simulation::run_chunk`] until all are done. Several workers make the same simulation, each runs chunks
/// of its own with [`Simulation::run`], and one of them takes the others' draws in with [`Simulation::adopt`].
pub struct Simulation {
    program: Program,
    inputs: Vec<Input>,
    normal: Normal,
    machine: Machine,
    streams: Vec<Generator>,
    is_done: Vec<bool>,
    draws: Vec<f64>,
}

/// A simulation before its first draw, in a form that can travel to a worker.
#[derive(Serialize, Deserialize)]
pub struct Task {
    program: Program,
    inputs: Vec<Input>,
    draws: usize,
    seed: u64,
}

/// How an input is drawn.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct Input {
    shape: Distribution,
    centre: f64,
    size: f64,
}

impl Task {
    /// The task to draw a figure down to its typed numbers. Each is drawn from a normal distribution of its standard
    /// uncertainty unless `shapes` names another for it.
    ///
    /// # Errors
    /// Nothing uncertain, a shape without standard uncertainty, too few or too many draws.
    pub fn of(
        figure: &Figure,
        shapes: &[(u64, Distribution)],
        draws: usize,
        seed: u64,
    ) -> Result<Task, SimulationError> {
        if draws < DRAWS.0 || draws > DRAWS.1 {
            return Err(SimulationError::DrawCount);
        }
        let program = Program::of(figure);
        let inputs: Vec<Input> =
            program.inputs().iter().map(|input| drawn(input, shapes)).collect::<Result<_, _>>()?;
        if inputs.is_empty() {
            return Err(SimulationError::NothingUncertain);
        }
        Ok(Task { program, inputs, draws, seed })
    }
}

impl Simulation {
    /// The simulation of a figure; see [`Task::of`].
    ///
    /// # Errors
    /// As there.
    pub fn new(
        figure: &Figure,
        shapes: &[(u64, Distribution)],
        draws: usize,
        seed: u64,
    ) -> Result<Simulation, SimulationError> {
        Task::of(figure, shapes, draws, seed).map(Simulation::of)
    }

    /// The simulation of a task, at its first draw.
    pub fn of(Task { program, inputs, draws, seed }: Task) -> Simulation {
        let machine = Machine::new(&program);
        let chunks = draws.div_ceil(CHUNK);
        Simulation {
            program,
            inputs,
            normal: Normal::new(),
            machine,
            streams: streams(seed, chunks),
            is_done: vec![false; chunks],
            draws: vec![0.0; draws],
        }
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        Progress { done: self.is_done.iter().filter(|done| **done).count(), chunks: self.is_done.len() }
    }

    /// Works the next chunk out that is not done yet.
    pub fn run_chunk(&mut self) -> Progress {
        if let Some(chunk) = self.is_done.iter().position(|done| !done) {
            self.run(chunk);
        }
        self.progress()
    }

    /// Works one chunk out; a chunk that does not exist is none.
    pub fn run(&mut self, chunk: usize) {
        let Some(mut stream) = self.streams.get(chunk).copied() else {
            return;
        };
        let (inputs, normal) = (&self.inputs, &self.normal);
        let mut draw = |input: usize, lanes: &mut [f64]| {
            let Input { shape, centre, size } = inputs[input];
            shape.fill(lanes, centre, size, normal, &mut stream);
        };
        let start = chunk * CHUNK;
        let end = self.draws.len().min(start + CHUNK);
        for block in self.draws[start..end].chunks_mut(LANES) {
            let results = self.machine.run(&self.program, &mut draw);
            block.copy_from_slice(&results[..block.len()]);
        }
        self.is_done[chunk] = true;
    }

    /// The draws of a chunk, for whoever collects them.
    pub fn draws_of(&self, chunk: usize) -> &[f64] {
        let start = (chunk * CHUNK).min(self.draws.len());
        &self.draws[start..self.draws.len().min(start + CHUNK)]
    }

    /// Takes in a chunk that another worker has worked out; one of the wrong length is not taken.
    pub fn adopt(&mut self, chunk: usize, draws: &[f64]) -> Progress {
        let start = chunk * CHUNK;
        if chunk < self.is_done.len() && draws.len() == self.draws_of(chunk).len() {
            self.draws[start..start + draws.len()].copy_from_slice(draws);
            self.is_done[chunk] = true;
        }
        self.progress()
    }

    /// What the draws come to, with intervals of the given probability; what is left to draw is drawn first.
    ///
    /// # Errors
    /// Not one draw is finite, or they spread beyond all numbers.
    pub fn finish(mut self, probability: Probability) -> Result<SimulationOutcome, SimulationError> {
        while !self.run_chunk().is_complete() {}
        SimulationOutcome::of(self.draws, probability).ok_or(SimulationError::NoneFinite)
    }
}

/// How a typed number is drawn.
fn drawn(figure: &Figure, shapes: &[(u64, Distribution)]) -> Result<Input, SimulationError> {
    let shape = match figure.origin() {
        Origin::Typed(input_quantity) => {
            shapes.iter().find(|(known, _)| *known == input_quantity.id).map(|(_, shape)| *shape)
        }
        _ => None,
    };
    let shape = shape.unwrap_or_default();
    match shape.size(figure.u()) {
        Some(size) => Ok(Input { shape, centre: figure.value(), size }),
        None => Err(SimulationError::NoStandardUncertainty { name: figure.name() }),
    }
}

/// The stream of each chunk, one jump after the other.
fn streams(seed: u64, chunks: usize) -> Vec<Generator> {
    let mut next = Generator::new(seed);
    let stream = |_| {
        let stream = next;
        next.jump();
        stream
    };
    (0..chunks).map(stream).collect()
}
