//! Documents of older versions: each version has a function that makes the next one's form of it.
//!
//! Only the form is changed here. What the newest form does not know is left where it is, and refused when it is read.

use serde_json::{Value, json};

use super::strict::read_strictly;
use super::{SCHEMA, answer_name};
use crate::catalog;

/// A document of an older version as the text of the newest.
///
/// # Errors
/// What is not as it must be, in words for who looks into the file.
pub(super) fn to_newest(text: &str, schema: u32) -> Result<String, String> {
    let first = usize::try_from(schema).ok().and_then(|schema| schema.checked_sub(1));
    let steps = first.and_then(|first| STEPS.get(first..)).ok_or(format!("there is no schema {schema}"))?;
    let mut document = read_strictly(text)?;
    let ledger = document.get_mut("ledger").ok_or("there is no ledger")?;
    steps.iter().for_each(|step| step(ledger));
    document["schema"] = json!(SCHEMA);
    Ok(document.to_string())
}

/// What makes version 2 of version 1, and so on.
const STEPS: [fn(&mut Value); SCHEMA as usize - 1] = [from_1, from_2, from_3, from_4];

/// Version 2 brought classes, the tables of a district, and water need, all of which may be absent.
fn from_1(_: &mut Value) {}

/// Version 3 brought plants, which may be absent.
fn from_2(_: &mut Value) {}

/// Version 4 brought units' years and rubrics of one's own, which may be absent, and leaves empty cells out.
fn from_3(_: &mut Value) {}

/// Version 5 keeps each answer by the rubric it is for. Those without were answers to the rubric that was chosen.
fn from_4(ledger: &mut Value) {
    let Some(certification) = ledger.get_mut("certification") else { return };
    let own = certification.get("rubrics").and_then(Value::as_array).cloned().unwrap_or_default();
    let reviews = certification.get_mut("reviews").and_then(Value::as_array_mut);
    for review in reviews.into_iter().flatten() {
        let chosen = review.get("rubric").and_then(Value::as_str).unwrap_or_default().trim();
        let Some(rubric) = rubric_id(chosen, &own) else { continue };
        for table in ["questions", "gates", "answers", "evidence"] {
            let rows = review.get_mut(table).and_then(Value::as_array_mut);
            for row in rows.into_iter().flatten() {
                if let Some(Value::String(of)) = row.get_mut("of")
                    && !of.contains(':')
                {
                    *of = answer_name(&rubric, of);
                }
            }
        }
    }
}

/// The id of the rubric of a name: one of the document's own, else one that comes with the product.
fn rubric_id(name: &str, own: &[Value]) -> Option<String> {
    let number = name.strip_prefix("own-").and_then(|number| number.parse::<u64>().ok());
    let is_it = |sheet: &&Value| number.is_some() && sheet["id"].as_u64() == number;
    let own = own.iter().find(is_it).and_then(|sheet| sheet["rubric"]["id"].as_str());
    own.map(str::to_string).or_else(|| catalog::rubric(name).map(|rubric| rubric.id.clone()))
}
