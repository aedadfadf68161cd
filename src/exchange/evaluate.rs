//! Metrics for programs: a JSON array of requests in, a JSON array of answers out.

use serde_json::{Map, Value, json};

use crate::catalog;
use crate::irrigation::YearFigures;
use crate::ledger::{Ledger, assess};
use crate::metric::{AnyMetric, Card, Fault, FaultKind, Figure, Given, GivenNumber, Measure, Path};
use crate::quantity::Unit;
use crate::text::{Key, Language, Message};

/// The answers, and whether any of them is an error.
#[derive(Debug)]
pub struct Evaluation {
    /// A JSON array in the order of the requests.
    pub answers: Value,
    /// At least one entry could not be computed.
    pub failed: bool,
}

/// The text is not a JSON array.
#[derive(Debug)]
pub struct Unreadable {
    /// Where the reader stopped.
    pub detail: String,
}

/// Evaluates a JSON array of `{"metric": …, "inputs": {…}}`.
///
/// # Errors
/// [`Unreadable`] when the text is not a JSON array. A single bad entry is an answer with an error.
///
/// ```
/// use water_ledger::{exchange::evaluate, text::Language};
/// let text = r#"[{"metric": "irrigation.effective_use_coefficient", "inputs": {"net": 22728, "gross": 42714}}]"#;
/// let evaluation = evaluate(text, Language::English).expect("a JSON array");
/// assert_eq!(evaluation.answers[0]["display"], "0.5321");
/// assert!(!evaluation.failed);
/// ```
pub fn evaluate(text: &str, language: Language) -> Result<Evaluation, Unreadable> {
    let text = text.trim_start_matches('\u{feff}');
    let entries: Vec<Value> =
        serde_json::from_str(text).map_err(|error| Unreadable { detail: error.to_string() })?;
    let answers: Vec<Value> = entries.iter().map(|entry| answer(entry, language)).collect();
    let failed = answers.iter().any(|answer| answer.get("error").is_some());
    Ok(Evaluation { answers: Value::Array(answers), failed })
}

/// Every figure of a ledger, each with its place, and every problem.
pub fn evaluate_ledger(ledger: &Ledger, language: Language) -> Evaluation {
    let assessment = assess(ledger);
    let mut answers = Vec::new();
    let mut failed = false;
    for (sheet, year) in ledger.irrigation.years.iter().zip(&assessment.years) {
        let name =
            |key: u32| sheet.districts.iter().find(|row| row.id.0 == key).map_or("", |row| row.name.trim());
        answers.extend(year_answers(sheet.year.trim(), &year.figures, &name, language));
        let of_sheet = assessment.problems.iter().filter(|problem| problem.place.year == sheet.id);
        for problem in of_sheet.chain(&year.problems) {
            let row = problem.place.row.map_or("", |row| name(row.0));
            let column = problem.place.column.map_or("", |column| column.heading().say(language));
            let error =
                json!({ "code": problem.kind.code(), "message": problem.kind.message().say(language) });
            answers.push(json!({ "place": [sheet.year.trim(), row, column], "error": error }));
            failed |= problem.kind.severity() == crate::ledger::Severity::Wrong;
        }
        let of_districts =
            year.figures.districts.iter().flat_map(|d| d.faults.iter().map(|fault| (name(d.key), fault)));
        for (row, fault) in year.figures.faults.iter().map(|fault| ("", fault)).chain(of_districts) {
            let error = json!({ "code": fault.code(), "message": fault.message(&[]).say(language) });
            answers.push(json!({ "place": [sheet.year.trim(), row, ""], "error": error }));
            failed = true;
        }
    }
    Evaluation { answers: Value::Array(answers), failed }
}

fn year_answers<'l>(
    year: &'l str,
    figures: &YearFigures,
    name: &dyn Fn(u32) -> &'l str,
    language: Language,
) -> Vec<Value> {
    let mut answers = Vec::new();
    let mut add = |place: Vec<&str>, figure: Option<&Figure>| {
        if let Some(figure) = figure
            && let Some(derivation) = figure.derivation()
        {
            let unit = figure.quantity().unit;
            let mut entry =
                described(derivation.metric.card(), figure.value(), unit.symbol(Language::Chinese), language);
            entry.insert("place".to_string(), json!(place));
            answers.push(Value::Object(entry));
        }
    };
    for district in &figures.districts {
        let place = || vec![year, name(district.key)];
        for figure in [&district.coefficient, &district.gross, &district.per_mu] {
            add(place(), figure.as_ref());
        }
    }
    for class in &figures.classes {
        add(vec![year, class.class.name().get(language)], class.coefficient.as_ref());
    }
    for figure in [&figures.coefficient, &figures.gross, &figures.per_mu] {
        add(vec![year], figure.as_ref());
    }
    answers
}

fn answer(entry: &Value, language: Language) -> Value {
    let id = entry.get("metric").and_then(Value::as_str).unwrap_or_default();
    let error = |code: &str, message: Message| json!({ "metric": id, "error": { "code": code, "message": message.say(language) } });
    let well_formed = entry.as_object().is_some_and(|fields| {
        fields.keys().all(|key| key == "metric" || key == "inputs")
            && entry["metric"].is_string()
            && fields.get("inputs").is_none_or(Value::is_object)
    });
    if !well_formed {
        return error("malformed_entry", Message::new(Key::FaultMalformedEntry));
    }
    let Some(metric) = catalog::metric(id) else {
        return error("unknown_metric", Message::new(Key::FaultUnknownMetric).with("metric", id));
    };
    match compute(metric, entry.get("inputs").unwrap_or(&Value::Null)) {
        Ok((value, u)) => {
            let mut fields = described(metric.card(), value, &unit(metric), language);
            if let Some(u) = u {
                fields.insert("u".to_string(), json!(u));
            }
            Value::Object(fields)
        }
        Err(fault) => error(fault.code(), fault.message(metric.inputs())),
    }
}

fn compute(metric: &dyn AnyMetric, inputs: &Value) -> Result<(f64, Option<f64>), Fault> {
    let given = match inputs {
        Value::Object(fields) => {
            Given::Row(fields.iter().map(|(key, value)| (key.clone(), given(value))).collect())
        }
        _ => Given::Row(Vec::new()),
    };
    let leaves = given.lay_out(metric)?;
    let numbers: Vec<(Path, f64)> = leaves.iter().map(|leaf| (leaf.path, leaf.value)).collect();
    let value = metric.value(&numbers)?;
    let u = uncertainty(metric, &numbers, &leaves);
    match (u, leaves.first()) {
        (Some(u), Some(first)) if !u.is_finite() => Err(Fault { at: first.path, kind: FaultKind::Overflow }),
        _ => Ok((value, u)),
    }
}

/// First-order propagation; each input stands alone here, so nothing is correlated.
fn uncertainty(metric: &dyn AnyMetric, numbers: &[(Path, f64)], leaves: &[GivenNumber]) -> Option<f64> {
    leaves.iter().any(|leaf| leaf.u.is_some()).then(|| {
        let slopes = metric.sensitivities(numbers);
        let squares = slopes.iter().zip(leaves).map(|(slope, leaf)| (slope * leaf.u.unwrap_or(0.0)).powi(2));
        squares.sum::<f64>().sqrt()
    })
}

fn given(value: &Value) -> Given {
    match value {
        Value::Number(number) => Given::Number(number.as_f64().unwrap_or(f64::NAN), None),
        Value::Array(items) => Given::List(items.iter().map(given).collect()),
        Value::Object(fields) => match fields.get("value").and_then(Value::as_f64) {
            Some(value) if fields.keys().all(|key| key == "value" || key == "u") => {
                with_uncertainty(value, fields.get("u"))
            }
            _ => Given::Row(fields.iter().map(|(key, value)| (key.clone(), given(value))).collect()),
        },
        _ => Given::Other,
    }
}

fn with_uncertainty(value: f64, u: Option<&Value>) -> Given {
    match u.map(|u| u.as_f64().filter(|u| *u >= 0.0)) {
        None => Given::Number(value, None),
        Some(Some(u)) => Given::Number(value, Some(u)),
        Some(None) => Given::BadUncertainty,
    }
}

fn described(card: &Card, value: f64, unit: &str, language: Language) -> Map<String, Value> {
    let shown = card.output.digits.show(value);
    let display = match card.output.measure {
        Measure::In(Unit::One) => shown,
        Measure::In(unit) => format!("{shown} {}", unit.symbol(language)),
        Measure::Shared => shown,
    };
    let fields = json!({
        "metric": card.id,
        "value": value,
        "unit": unit,
        "display": display,
        "source": card.source.line(language),
        "status": card.source.status.code(),
    });
    match fields {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

/// The unit as the contract of the command line names it.
fn unit(metric: &dyn AnyMetric) -> String {
    match metric.card().output.measure {
        Measure::In(unit) => unit.symbol(Language::Chinese).to_string(),
        Measure::Shared => {
            let shared = metric.inputs().iter().find(|input| input.is_shared());
            format!("unit of {}", shared.map_or("inputs", |input| input.key))
        }
    }
}
