//! Inputs given from outside, by name.

use super::{Fault, FaultKind, Input, Path, Shape, Spec};

/// What a caller gives for an input, before anything is known to be right.
#[derive(Clone, Debug, PartialEq)]
pub enum RawInputs {
    /// A number, with its standard uncertainty where one was given.
    Number(f64, Option<f64>),
    /// A list.
    List(Vec<RawInputs>),
    /// Named values.
    Row(Vec<(String, RawInputs)>),
    /// An uncertainty that is negative or no number.
    BadUncertainty,
    /// A word, for a choice.
    Word(String),
    /// Anything else.
    Other,
}

/// A number that was given, where it stands, and its standard uncertainty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GivenNumber {
    /// Where it stands.
    pub path: Path,
    /// The number.
    pub value: f64,
    /// Its standard uncertainty, where one was given.
    pub u: Option<f64>,
}

impl RawInputs {
    /// The numbers of the inputs in the order of the fields, defaults filled in.
    ///
    /// # Errors
    /// The first unknown, missing or malformed input. Ranges are not judged here.
    pub fn lay_out(&self, inputs: &'static [Input]) -> Result<Vec<GivenNumber>, Fault> {
        let RawInputs::Row(entries) = self else {
            return Err(Fault::at("inputs", FaultKind::NotARow));
        };
        let mut leaves = Vec::new();
        fields(entries, inputs, &|key| Path::to(key), &mut leaves)?;
        Ok(leaves)
    }
}

fn fields(
    entries: &[(String, RawInputs)],
    inputs: &'static [Input],
    place: &dyn Fn(&'static str) -> Path,
    leaves: &mut Vec<GivenNumber>,
) -> Result<(), Fault> {
    if let Some((unknown, _)) = entries.iter().find(|(key, _)| inputs.iter().all(|input| input.key != key)) {
        let first = inputs.first().map_or("inputs", |input| input.key);
        return Err(Fault::within(place(first), FaultKind::Unknown(unknown.clone())));
    }
    for input in inputs {
        let given = entries.iter().find(|(key, _)| key == input.key).map(|(_, given)| given);
        let at = place(input.key);
        match (input.shape, given) {
            (Shape::Number(Spec { default: Some(value), .. }), None) => {
                leaves.push(GivenNumber { path: at, value, u: None })
            }
            (Shape::Optional(_), None) => {}
            (_, None) => {
                return Err(Fault::within(at, FaultKind::Missing));
            }
            (Shape::Number(spec) | Shape::Optional(spec), Some(given)) if !spec.names.is_empty() => {
                leaves.push(choice(given, spec.names, at)?);
            }
            (Shape::Number(_) | Shape::Optional(_), Some(given)) => leaves.push(number(given, at)?),
            (Shape::List(_), Some(RawInputs::List(items))) => {
                for (index, item) in items.iter().enumerate() {
                    leaves.push(number(item, Path::item(input.key, index))?);
                }
            }
            (Shape::Rows(row), Some(RawInputs::List(items))) => {
                for (index, item) in items.iter().enumerate() {
                    let RawInputs::Row(entries) = item else {
                        return Err(Fault::within(Path::item(input.key, index), FaultKind::NotARow));
                    };
                    let place = |field| Path { key: input.key, index: Some(index), field: Some(field) };
                    fields(entries, row, &place, leaves)?;
                }
            }
            (_, Some(_)) => {
                return Err(Fault::within(at, FaultKind::NotAList));
            }
        }
    }
    Ok(())
}

fn number(given: &RawInputs, path: Path) -> Result<GivenNumber, Fault> {
    match given {
        RawInputs::Number(value, u) if value.is_finite() => Ok(GivenNumber { path, value: *value, u: *u }),
        RawInputs::Number(..) => Err(Fault::within(path, FaultKind::NotFinite)),
        RawInputs::BadUncertainty => Err(Fault::within(path, FaultKind::BadUncertainty)),
        _ => Err(Fault::within(path, FaultKind::NotANumber)),
    }
}

/// The number of the name that was given.
fn choice(given: &RawInputs, names: &'static [&'static str], path: Path) -> Result<GivenNumber, Fault> {
    let found = match given {
        RawInputs::Word(word) => names.iter().position(|name| name == word),
        _ => None,
    };
    match found {
        Some(at) => Ok(GivenNumber { path, value: at as f64, u: None }),
        None => Err(Fault::within(path, FaultKind::NotAName(names))),
    }
}
