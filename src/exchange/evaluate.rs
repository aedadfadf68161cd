//! Metrics for programs: a JSON array of requests in, a JSON array of answers out.

use serde_json::{Map, Value, json};

use super::evaluate_network::{COST_ALLOCATION, cost_allocation};
use crate::catalog::{self, Entry};
use crate::ledger::read_strictly;
use crate::metric::{Fault, FaultKind, Figure, Outcome, RawInputs};
use crate::quantity::Unit;
use crate::text::{Damage, Key, Language, Message};

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
    /// The line at which the reader stopped, from one.
    pub line: usize,
    /// Why.
    pub detail: Damage,
}

impl Unreadable {
    /// What is wrong and what to change.
    pub fn message(&self) -> Message {
        Message::new(Key::RequestsDamaged)
            .with("line", self.line.to_string())
            .with_clause("detail", self.detail.message())
    }
}

/// Evaluates a JSON array of `{"metric": …, "inputs": {…}}`.
///
/// # Errors
/// [`Unreadable`] when the text is not a JSON array, or a name stands twice in an object of it. A single bad entry is an answer with an error.
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
    let read = read_strictly(text);
    let read = read.map_err(|error| Unreadable { line: error.line(), detail: Damage::of_json(&error) })?;
    let Value::Array(entries) = read else {
        return Err(Unreadable { line: 1, detail: Damage::OtherType });
    };
    let answers: Vec<Value> = entries.iter().map(|entry| answer(entry, language)).collect();
    let failed = answers.iter().any(|answer| answer.get("error").is_some());
    Ok(Evaluation { answers: Value::Array(answers), failed })
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
    if id == COST_ALLOCATION {
        return cost_allocation(entry.get("inputs").unwrap_or(&Value::Null), language);
    }
    let Some(known) = catalog::entry(id) else {
        return error("unknown_metric", Message::new(Key::FaultUnknownMetric).with("metric", id));
    };
    match compute(known, entry.get("inputs").unwrap_or(&Value::Null)) {
        Ok((outcome, has_u)) => Value::Object(described(known, &outcome, has_u, language)),
        Err(fault) => error(fault.code(), fault.message_with_key(known.inputs())),
    }
}

/// What the entry comes to, and whether any input came with an uncertainty.
fn compute(entry: Entry, inputs: &Value) -> Result<(Outcome, bool), Fault> {
    let given = match inputs {
        Value::Object(fields) => {
            RawInputs::Row(fields.iter().map(|(key, value)| (key.clone(), given(value))).collect())
        }
        _ => RawInputs::Row(Vec::new()),
    };
    let numbers = given.lay_out(entry.inputs())?;
    let outcome = entry.compute(&numbers)?;
    let overflows = figures(&outcome).iter().any(|(_, figure)| !figure.u().is_finite());
    match numbers.first() {
        Some(first) if overflows => Err(Fault::within(first.path, FaultKind::Overflow)),
        _ => Ok((outcome, numbers.iter().any(|number| number.u.is_some()))),
    }
}

fn figures(outcome: &Outcome) -> Vec<(&'static str, &Figure)> {
    match outcome {
        Outcome::One(figure) => vec![("", figure)],
        Outcome::Several(figures) => figures.iter().map(|(key, figure)| (*key, figure)).collect(),
        Outcome::List(figures) => figures.iter().map(|figure| ("", figure)).collect(),
    }
}

fn given(value: &Value) -> RawInputs {
    match value {
        Value::Number(number) => RawInputs::Number(number.as_f64().unwrap_or(f64::NAN), None),
        Value::Array(items) => RawInputs::List(items.iter().map(given).collect()),
        Value::Object(fields) => match fields.get("value").and_then(Value::as_f64) {
            Some(value) if fields.keys().all(|key| key == "value" || key == "u") => {
                with_uncertainty(value, fields.get("u"))
            }
            _ => RawInputs::Row(fields.iter().map(|(key, value)| (key.clone(), given(value))).collect()),
        },
        Value::String(word) => RawInputs::Word(word.clone()),
        _ => RawInputs::Other,
    }
}

fn with_uncertainty(value: f64, u: Option<&Value>) -> RawInputs {
    match u.map(|u| u.as_f64().filter(|u| *u >= 0.0)) {
        None => RawInputs::Number(value, None),
        Some(Some(u)) => RawInputs::Number(value, Some(u)),
        Some(None) => RawInputs::BadUncertainty,
    }
}

fn described(entry: Entry, outcome: &Outcome, has_u: bool, language: Language) -> Map<String, Value> {
    let figures = figures(outcome);
    let each = |what: &dyn Fn(&Figure) -> f64| match outcome {
        Outcome::One(figure) => json!(what(figure)),
        Outcome::List(figures) => figures.iter().map(what).collect(),
        Outcome::Several(figures) => Value::Object(
            figures.iter().map(|(key, figure)| (key.to_string(), json!(what(figure)))).collect(),
        ),
    };
    let shown = |(key, figure): &(&str, &Figure)| match *key {
        "" => with_unit(entry, figure, language),
        key => format!("{key} {}", with_unit(entry, figure, language)),
    };
    let info = entry.info();
    let mut fields = Map::new();
    let mut add = |key: &str, value: Value| fields.insert(key.to_string(), value);
    add("metric", json!(info.id));
    add("value", each(&|figure| figure.value()));
    let is_list = matches!(outcome, Outcome::List(_));
    add("unit", json!(unit(entry, &figures, is_list)));
    add("display", json!(figures.iter().map(shown).collect::<Vec<_>>().join("; ")));
    add("source", json!(info.source.line(language)));
    add("status", json!(info.source.status.code()));
    if has_u {
        add("u", each(&|figure| figure.u()));
    }
    fields
}

/// The number as people read it; a unit that only the caller knows is left to the caller.
fn with_unit(entry: Entry, figure: &Figure, language: Language) -> String {
    match figure.quantity().unit {
        Unit::One => figure.shown(),
        _ if entry.has_shared_unit() => figure.shown(),
        unit => format!("{} {}", figure.shown(), unit.symbol(language)),
    }
}

/// The unit as the contract of the command line names it.
fn unit(entry: Entry, figures: &[(&str, &Figure)], is_list: bool) -> String {
    if entry.is_per_year() {
        return "unit/a".to_string();
    }
    let shared = entry.inputs().iter().find(|input| input.is_shared());
    // What a list of amounts is of, only the caller knows; it may be of rates instead.
    let is_of_shared = is_list && figures.iter().all(|(_, figure)| figure.quantity().unit == Unit::One);
    match shared {
        Some(shared) if entry.has_shared_unit() || is_of_shared => return format!("unit of {}", shared.key),
        _ => {}
    }
    let mut units: Vec<&str> = Vec::new();
    for (_, figure) in figures {
        let symbol = figure.quantity().unit.symbol(Language::Chinese);
        if !units.contains(&symbol) {
            units.push(symbol);
        }
    }
    // More than two would not tell which figure has which; their keys do.
    if units.len() <= 2 { units.join("; ") } else { "as named".to_string() }
}
