//! Every golden case once more as a program of draws: at its typed values it comes to the figure's value, to the bit.

use serde_json::Value;
use water_ledger::catalog::entry;
use water_ledger::metric::{Figure, Outcome, RawInputs};
use water_ledger::uncertainty::Program;

use crate::golden::metrics::metric_cases;

#[test]
fn a_program_computes_what_the_figure_says() {
    let mut steps = 0;
    for case in metric_cases() {
        let entry = entry(&case.metric).unwrap_or_else(|| panic!("{}: no {}", case.name, case.metric));
        let mut given = given(&case.inputs).lay_out(entry.inputs()).expect(&case.name);
        given.iter_mut().for_each(|number| number.u = Some(1.0));
        let figures: Vec<Figure> = match entry.compute(&given).expect(&case.name) {
            Outcome::One(figure) => vec![figure],
            Outcome::List(figures) => figures,
            Outcome::Several(figures) => figures.into_iter().map(|(_, figure)| figure).collect(),
        };
        for figure in figures {
            let program = Program::of(&figure);
            steps += program.inputs().len();
            assert_eq!(program.at_estimates().to_bits(), figure.value().to_bits(), "{}", case.name);
        }
    }
    assert!(steps > 100, "{steps} inputs are too few to prove anything");
}

fn given(value: &Value) -> RawInputs {
    match value {
        Value::Number(number) => RawInputs::Number(number.as_f64().expect("a number"), None),
        Value::Array(items) => RawInputs::List(items.iter().map(given).collect()),
        Value::Object(fields) => {
            RawInputs::Row(fields.iter().map(|(key, value)| (key.clone(), given(value))).collect())
        }
        Value::String(word) => RawInputs::Word(word.clone()),
        _ => RawInputs::Other,
    }
}
