//! A figure being drawn in a worker, so that the page goes on answering.

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::Worker;

use crate::trusted;

use water_ledger::exchange::{SimulationAnswer, read_answer, simulation_task};
use water_ledger::metric::Figure;
use water_ledger::text::{Key, Message};
use water_ledger::uncertainty::Distribution;

pub use water_ledger::exchange::SimulationResult as Outcome;

/// How far a simulation is.
#[derive(Clone, Debug, PartialEq)]
pub enum Run {
    /// Not started.
    Idle,
    /// Drawing; the share that is done.
    Going(f64),
    /// Drawn.
    Done(Outcome),
    /// It could not be drawn, and why.
    Failed(Message),
}

/// Starts and stops a simulation. Copying shares it.
#[derive(Clone, Copy)]
pub struct Simulator {
    /// How far it is.
    pub run: RwSignal<Run>,
    worker: StoredValue<Option<Worker>, LocalStorage>,
}

impl Simulator {
    /// One that has not started.
    pub fn new() -> Simulator {
        Simulator { run: RwSignal::new(Run::Idle), worker: StoredValue::new_local(None) }
    }

    /// Draws a figure so many times; `shapes` are those of typed numbers that are not normal.
    pub fn start(self, figure: &Figure, shapes: &[(u64, Distribution)], draws: usize, seed: u64) {
        match simulation_task(figure, shapes, draws, seed) {
            Err(message) => self.run.set(Run::Failed(message)),
            Ok(task) => self.follow(&task),
        }
    }

    /// Stops at once; a worker that is ended leaves nothing behind.
    pub fn cancel(self) {
        if let Some(worker) = self.worker.try_update_value(Option::take).flatten() {
            worker.terminate();
        }
        let _ = self.run.try_set(Run::Idle);
    }

    fn follow(self, task: &str) {
        self.run.set(Run::Going(0.0));
        let heard = move |_: &Worker, said: JsValue| {
            let Some(text) = said.as_string() else { return };
            match read_answer(&text) {
                SimulationAnswer::Progress(done) => self.run.set(Run::Going(done)),
                SimulationAnswer::Done(outcome) => self.end(Run::Done(outcome)),
                SimulationAnswer::Failed(message) => self.end(Run::Failed(message)),
            }
        };
        let lost = move || self.end(Run::Failed(Message::new(Key::SimulationUnavailable)));
        match trusted::ask("engine", &JsValue::from_str(task), heard, lost) {
            Some(worker) => self.worker.set_value(Some(worker)),
            None => lost(),
        }
    }

    fn end(self, run: Run) {
        if let Some(worker) = self.worker.try_update_value(Option::take).flatten() {
            worker.terminate();
        }
        let _ = self.run.try_set(run);
    }
}
