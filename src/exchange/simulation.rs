//! A simulation between the page and its worker: a task as text one way, progress and the outcome the other.

use serde::{Deserialize, Serialize};

use crate::metric::Figure;
use crate::text::{Key, Message};
use crate::uncertainty::{Distribution, Interval, Probability, Simulation, Task};

/// What the worker says.
#[derive(Clone, Debug, PartialEq)]
pub enum SimulationAnswer {
    /// The share that is done.
    Progress(f64),
    /// It is drawn.
    Done(SimulationResult),
    /// It could not be drawn.
    Failed(Message),
}

/// What the draws come to, as plain numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SimulationResult {
    /// The estimate.
    pub mean: f64,
    /// The standard uncertainty.
    pub u: f64,
    /// The 95 % interval that leaves as many draws below as above.
    pub symmetric: Interval,
    /// The shortest 95 % interval.
    pub shortest: Interval,
    /// How many draws left the domain of a formula.
    pub failed: usize,
}

/// A message of the worker as it travels.
#[derive(Serialize, Deserialize)]
enum Travelling {
    Progress(f64),
    Done(SimulationResult),
    Failed(String),
}

/// A figure as a task for the worker; `shapes` are those of typed numbers, by their identity, that are not normal.
///
/// # Errors
/// The sentence that says why it cannot be drawn.
pub fn simulation_task(
    figure: &Figure,
    shapes: &[(u64, Distribution)],
    draws: usize,
    seed: u64,
) -> Result<String, Message> {
    let task = Task::of(figure, shapes, draws, seed).map_err(|error| error.message())?;
    // Plain data always has a JSON form.
    Ok(serde_json::to_string(&task).unwrap_or_default())
}

/// Works a task out; `tell` hears every message, the last one being the outcome.
pub fn simulate(task: &str, tell: &mut dyn FnMut(&str)) {
    let mut say = |message: &Travelling| tell(&serde_json::to_string(message).unwrap_or_default());
    let Ok(task) = serde_json::from_str::<Task>(task) else {
        return say(&Travelling::Failed("unreadable".to_string()));
    };
    let mut simulation = Simulation::of(task);
    let mut told = 0;
    loop {
        let progress = simulation.run_chunk();
        // A hundred messages are enough for a bar.
        if progress.done * 100 / progress.chunks.max(1) > told {
            told = progress.done * 100 / progress.chunks.max(1);
            say(&Travelling::Progress(progress.done as f64 / progress.chunks as f64));
        }
        if progress.is_complete() {
            break;
        }
    }
    say(&match simulation.finish(Probability::P95) {
        Ok(outcome) => Travelling::Done(SimulationResult {
            mean: outcome.mean,
            u: outcome.u,
            symmetric: outcome.symmetric,
            shortest: outcome.shortest,
            failed: outcome.failed,
        }),
        Err(error) => Travelling::Failed(error.code().to_string()),
    });
}

/// What a message of the worker says.
pub fn read_answer(text: &str) -> SimulationAnswer {
    match serde_json::from_str::<Travelling>(text) {
        Ok(Travelling::Progress(done)) => SimulationAnswer::Progress(done),
        Ok(Travelling::Done(result)) => SimulationAnswer::Done(result),
        Ok(Travelling::Failed(code)) if code == "no_finite_draw" => {
            SimulationAnswer::Failed(Message::new(Key::SimulationNoneFinite))
        }
        _ => SimulationAnswer::Failed(Message::new(Key::SimulationUnavailable)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::irrigation::{EffectiveUse, EffectiveUseCoefficient};
    use crate::metric::InputQuantity;
    use crate::quantity::{Quantity, Unit};
    use crate::text::Words;

    fn coefficient() -> Figure {
        let typed = |id, value, u| {
            let input_quantity =
                InputQuantity { id, label: String::new(), name: Words::new("水量", "water") };
            Figure::typed(Quantity::new(value, Unit::CubicMetre), u, input_quantity)
        };
        let inputs = EffectiveUse { net: typed(1, 53.0, 1.0), gross: typed(2, 100.0, 2.0) };
        Figure::computed(&EffectiveUseCoefficient, inputs).expect("allowed")
    }

    #[test]
    fn a_task_travels_and_comes_back_as_first_order_has_it() {
        let figure = coefficient();
        let task = simulation_task(&figure, &[], 200_000, 7).expect("uncertain");
        let mut heard = Vec::new();
        simulate(&task, &mut |message| heard.push(read_answer(message)));
        let Some(SimulationAnswer::Done(result)) = heard.pop() else { panic!("an outcome") };
        assert!(
            heard.iter().all(|answer| matches!(answer, SimulationAnswer::Progress(_))) && !heard.is_empty()
        );
        assert!((result.mean - figure.value()).abs() < 1e-3 && (result.u / figure.u() - 1.0).abs() < 0.02);
    }

    #[test]
    fn nothing_uncertain_and_nonsense_are_said() {
        let certain = Figure::typed(
            Quantity::new(1.0, Unit::One),
            0.0,
            InputQuantity { id: 1, label: String::new(), name: Words::new("数", "number") },
        );
        assert!(simulation_task(&certain, &[], 1000, 1).is_err());
        let mut heard = Vec::new();
        simulate("{", &mut |message| heard.push(read_answer(message)));
        assert!(matches!(heard.as_slice(), [SimulationAnswer::Failed(_)]));
    }
}
