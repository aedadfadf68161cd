//! What holds of simulations whatever is simulated.

use serde_json::Value;
use water_ledger::exchange::{SimulationAnswer, read_answer, simulate, simulation_task};
use water_ledger::irrigation::{EffectiveUse, EffectiveUseCoefficient, Part, Parts, RegionalCoefficient};
use water_ledger::metric::{Figure, InputQuantity};
use water_ledger::quantity::{Quantity, Unit};
use water_ledger::text::Language;
use water_ledger::uncertainty::{
    Budget, CHUNK, Distribution, Probability, Program, Simulation, SimulationError, SimulationOutcome,
};
use water_ledger::water::{Amounts, Total};

use crate::uncertainty::model::{Known, NAME, assert_near, drawn, figure, model, normal, of_mean, of_u};

fn typed(id: u64, value: f64, u: f64, unit: Unit) -> Figure {
    let input_quantity = InputQuantity { id, label: format!("{id}"), name: NAME };
    Figure::typed(Quantity::new(value, unit), u, input_quantity)
}

/// a / (a + b), the number in the numerator standing in the denominator too.
fn share() -> Figure {
    let [a, b] =
        [(1, 780.0, 4.0), (2, 220.0, 1.5)].map(|(id, value, u)| typed(id, value, u, Unit::CubicMetre));
    let gross = Figure::computed(&Total, Amounts { amounts: vec![a.clone(), b] }).expect("two amounts");
    Figure::computed(&EffectiveUseCoefficient, EffectiveUse { net: a, gross }).expect("a share")
}

#[test]
fn a_reading_in_numerator_and_denominator_is_correlated_with_itself() {
    let share = share();
    // ∂/∂a = b/(a+b)², ∂/∂b = −a/(a+b)².
    let expected = (0.22e-3f64 * 4.0).hypot(0.78e-3 * 1.5);
    assert_near(share.u(), expected, 1e-15, "first order");
    let outcome = drawn(&share, &[]);
    assert_near(outcome.u, expected, of_u(expected, 3.1) + 1e-4 * expected, "draws");
    let independent = 0.78 * (4f64 / 780.0).hypot(4f64.hypot(1.5) / 1000.0);
    assert!(independent > 3.0 * expected, "the mistake that this guards against would show");
    assert_eq!(Program::of(&share).inputs().len(), 2);
}

#[test]
fn a_figure_shared_by_two_is_worked_out_once_and_cancels() {
    let gross = typed(1, 100.0, 10.0, Unit::CubicMetre);
    let net = typed(2, 50.0, 0.0, Unit::CubicMetre);
    let eta =
        Figure::computed(&EffectiveUseCoefficient, EffectiveUse { net, gross: gross.clone() }).expect("η");
    let part = |gross: &Figure| Part { coefficient: eta.clone(), gross: gross.clone() };
    let parts = vec![part(&gross), part(&gross)];
    let region = Figure::computed(&RegionalCoefficient, Parts { parts }).expect("two parts");
    assert_eq!(Program::of(&region).inputs().len(), 1);
    let [alone, both] = [&eta, &region].map(|figure| drawn(figure, &[]));
    assert_near(both.mean, alone.mean, 1e-12, "mean");
    assert_near(both.u, alone.u, 1e-12, "u");
}

#[test]
fn units_are_brought_together_as_in_the_figure_itself() {
    let net = typed(1, 12_345.6, 100.0, Unit::TenThousandCubicMetres);
    let gross = typed(2, 2.7, 0.01, Unit::HundredMillionCubicMetres);
    let eta = Figure::computed(&EffectiveUseCoefficient, EffectiveUse { net, gross }).expect("two volumes");
    assert_eq!(Program::of(&eta).at_estimates().to_bits(), eta.value().to_bits());
    let outcome = drawn(&eta, &[]);
    assert_near(outcome.u, eta.u(), of_u(eta.u(), 3.0) + 1e-4 * eta.u(), "u");
    assert_near(outcome.mean, eta.value(), of_mean(eta.u()) + 1e-4 * eta.u(), "mean");
}

/// The region of benches/monte_carlo.rs; its twin in JavaScript, run with xoshiro256++, has the same interval.
fn region() -> Figure {
    let districts =
        [(0.52, 4200.0), (0.55, 1800.0), (0.61, 960.0), (0.48, 3100.0), (0.66, 420.0), (0.58, 700.0)];
    let part = |(index, (coefficient, gross)): (u64, (f64, f64))| Part {
        coefficient: typed(2 * index, coefficient, 0.05 * coefficient, Unit::One),
        gross: typed(2 * index + 1, gross, 0.05 * gross, Unit::TenThousandCubicMetres),
    };
    let parts = (0..).zip(districts).map(part).collect();
    Figure::computed(&RegionalCoefficient, Parts { parts }).expect("six districts")
}

#[test]
fn a_seed_gives_these_bits_on_every_machine() {
    // The browser tests give the same task to the worker and look for the same outcome.
    let known: Value = serde_json::from_str(include_str!("../cases/draws.json")).expect("the case is sound");
    let task = simulation_task(&region(), &[], 1_000_000, 20_240_615).expect("twelve uncertain numbers");
    assert_eq!(serde_json::from_str::<Value>(&task).expect("a task is JSON"), known["task"], "{task}");
    let mut heard = String::new();
    simulate(&task, &mut |message| heard = message.to_string());
    let SimulationAnswer::Done(outcome) = read_answer(&heard) else { panic!("{heard}") };
    assert_eq!(serde_json::to_value(outcome).expect("numbers"), known["outcome"]);
}

fn simulation(draws: usize, seed: u64) -> Simulation {
    Simulation::new(&share(), &[], draws, seed).expect("two uncertain numbers")
}

fn finished(simulation: Simulation) -> SimulationOutcome {
    simulation.finish(Probability::P95).expect("finite draws")
}

#[test]
fn chunks_in_any_order_by_any_number_of_workers_give_the_same_bits() {
    let draws = 2 * CHUNK + 777;
    let expected = finished(simulation(draws, 9));
    let mut one_by_one = simulation(draws, 9);
    let done: Vec<usize> = (0..3).map(|_| one_by_one.run_chunk().done).collect();
    assert_eq!(done, [1, 2, 3]);
    assert_eq!(finished(one_by_one), expected);
    for order in [[2, 0, 1], [1, 2, 0], [2, 1, 0]] {
        let mut shuffled = simulation(draws, 9);
        order.iter().for_each(|chunk| shuffled.run(*chunk));
        assert!(shuffled.progress().is_complete());
        assert_eq!(finished(shuffled), expected, "{order:?}");
    }
    let mut collector = simulation(draws, 9);
    collector.run(1);
    for (worker, chunk) in [0, 2].into_iter().enumerate() {
        let mut worker_simulation = simulation(draws, 9);
        worker_simulation.run(chunk);
        let progress = collector.adopt(chunk, worker_simulation.draws_of(chunk));
        assert_eq!(progress.done, worker + 2);
    }
    assert_eq!(finished(collector), expected);
    assert_ne!(finished(simulation(draws, 10)), expected, "another seed gives other draws");
}

#[test]
fn what_does_not_fit_is_not_taken_in() {
    let mut simulation = simulation(CHUNK + 1, 9);
    assert_eq!(simulation.adopt(0, &[1.0]).done, 0);
    assert_eq!(simulation.adopt(7, &[1.0]).done, 0);
    assert_eq!(simulation.adopt(1, &[0.5]).done, 1);
    assert!(simulation.draws_of(7).is_empty());
    simulation.run(7);
    assert_eq!(simulation.progress().done, 1);
}

model!(Root, |x, n| water_ledger::metric::Number::sqrt(x[0]));

#[test]
fn draws_beyond_the_domain_are_counted_and_never_averaged_in() {
    let (root, shapes) = figure(&Root, &[normal(1.0, 1.0)]);
    let outcome = drawn(&root, &shapes);
    let share = outcome.failed as f64 / (outcome.failed + outcome.count()) as f64;
    assert_near(share, 0.158_655, 0.002, "P(x < 0)");
    assert!(outcome.mean.is_finite() && outcome.u.is_finite());
    assert!(outcome.symmetric.low >= 0.0);
}

model!(Cases, |x, n| {
    use water_ledger::metric::Number;
    let all = Number::sum(x.iter().copied()) * n(0.0);
    let middle = Number::median(vec![x[0], x[1], x[2], x[3] * n(2.0)]);
    let kept = middle.max_of(x[0]).min_of(x[1] + n(3.0));
    all + x[2].choose(n(0.0), kept, -kept) + Number::median(vec![x[1], x[3], kept]).exp().ln()
});

#[test]
fn cases_medians_and_functions_are_taken_draw_by_draw() {
    let known = [normal(0.2, 1.0), normal(-0.1, 2.0), normal(0.3, 1.5), normal(0.0, 0.7)];
    let (cases, shapes) = figure(&Cases, &known);
    let mut simulation = Simulation::new(&cases, &shapes, CHUNK, 5).expect("four uncertain numbers");
    simulation.run(0);
    // The inputs of the same draws: each alone, from simulations that draw the same four numbers.
    let inputs: Vec<Vec<f64>> = (0..4)
        .map(|wanted| {
            let (alone, shapes) = match wanted {
                0 => figure(&First, &known),
                1 => figure(&Second, &known),
                2 => figure(&Third, &known),
                _ => figure(&Fourth, &known),
            };
            let mut simulation = Simulation::new(&alone, &shapes, CHUNK, 5).expect("four uncertain numbers");
            simulation.run(0);
            simulation.draws_of(0).to_vec()
        })
        .collect();
    for (draw, found) in simulation.draws_of(0).iter().enumerate() {
        let x = inputs.iter().map(|input| input[draw]).collect();
        let expected =
            <Cases as water_ledger::metric::Metric>::formula(&crate::uncertainty::model::Numbers { x });
        assert_eq!(found.to_bits(), expected.to_bits(), "{draw}");
    }
}

// All four drawn in order, all but one taken away again: 0·x + the one.
model!(First, |x, n| kept(x[0], x, n(0.0)));
model!(Second, |x, n| kept(x[1], x, n(0.0)));
model!(Third, |x, n| kept(x[2], x, n(0.0)));
model!(Fourth, |x, n| kept(x[3], x, n(0.0)));

fn kept<N: water_ledger::metric::Number>(one: N, all: &[N], zero: N) -> N {
    N::sum(all.iter().copied()) * zero + one
}

#[test]
fn doubling_every_input_doubles_the_outcome_to_the_bit() {
    let known = [Known(3.0, 0.5, Distribution::Triangular), normal(-1.0, 2.0)];
    let doubled = known.map(|Known(estimate, u, shape)| Known(2.0 * estimate, 2.0 * u, shape));
    let outcome = |known: &[Known]| {
        let (sum, shapes) = figure(&Difference, known);
        finished(Simulation::new(&sum, &shapes, 3 * CHUNK, 77).expect("two uncertain numbers"))
    };
    let (one, two) = (outcome(&known), outcome(&doubled));
    assert_eq!(two.mean, 2.0 * one.mean);
    assert_eq!(two.u, 2.0 * one.u);
    assert_eq!((two.symmetric.low, two.shortest.high), (2.0 * one.symmetric.low, 2.0 * one.shortest.high));
}

model!(Difference, |x, n| x[0] - x[1]);

#[test]
fn what_cannot_be_simulated_is_refused_with_a_way_out() {
    let certain = typed(1, 100.0, 0.0, Unit::CubicMetre);
    let (alone, _) = figure(&Difference, &[normal(1.0, 1.0), normal(2.0, 1.0)]);
    let student = [(0, Distribution::StudentT { nu: 2.0 })];
    let errors = [
        Simulation::new(&certain, &[], 1000, 1).err(),
        Simulation::new(&alone, &[], 99, 1).err(),
        Simulation::new(&alone, &[], 10_000_001, 1).err(),
        Simulation::new(&alone, &student, 1000, 1).err(),
        Some(SimulationError::NoneFinite),
    ];
    let codes = errors.map(|error| {
        let error = error.expect("refused");
        for language in Language::ALL {
            let said = error.message().say(language);
            assert!(!said.is_empty() && !said.contains(['{', '}']), "{said}");
        }
        error.code()
    });
    let expected =
        ["nothing_uncertain", "draw_count", "draw_count", "no_standard_uncertainty", "no_finite_draw"];
    assert_eq!(codes, expected);
}

#[test]
fn a_budget_names_each_reading_once_the_greatest_first() {
    let budget = Budget::of(&share());
    let rows: Vec<(&str, f64)> =
        budget.rows.iter().map(|row| (row.label.as_str(), row.figure.value())).collect();
    assert_eq!(rows, [("2", 220.0), ("1", 780.0)]);
    assert!(
        budget.rows[0].amount < 0.0 && budget.rows[1].amount > 0.0,
        "the signs of the sensitivities stay"
    );
    assert_near(budget.rows.iter().map(|row| row.share).sum(), 1.0, 1e-12, "shares");
    assert_near(budget.u, share().u(), 0.0, "u");
    assert!(Budget::of(&typed(1, 5.0, 0.0, Unit::One)).rows.is_empty());
}
