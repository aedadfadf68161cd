//! What a rubric measures, in words: what it is, where the number was taken from, who uses it.

use super::{item_title, measured_name, rule::joined};
use crate::evaluate::{Fact, FactInput, FactOrigin};
use crate::metric::{Measure, Shape};
use crate::quantity::Unit;
use crate::rubric::{Measured, Rubric};
use crate::show::{input_unit, output_unit};
use crate::text::{Key, Language};

/// What is measured: the rubric's own words, else the metric's name with the level of meters it is about.
pub fn fact_name(fact: &Fact, language: Language) -> String {
    let level = fact.name.split_once('@').map(|(_, level)| level.to_string());
    let id = fact.metric.map_or(fact.name.as_str(), |metric| metric.card().id).to_string();
    measured_name(&Measured { id: Some(id), level, label: fact.label.clone() }, language)
}

/// Where the number was taken from, or what is lacking.
pub fn fact_origin(fact: &Fact) -> Key {
    let is_begun =
        fact.origin == Some(FactOrigin::Inputs) || fact.inputs.iter().any(|one| one.offered.is_some());
    match fact.origin.filter(|_| fact.figure.is_some()) {
        None if is_begun => Key::OriginIncomplete,
        None => Key::OriginNone,
        Some(FactOrigin::Direct) => Key::OriginDirect,
        Some(FactOrigin::Inputs) => Key::OriginInputs,
        Some(FactOrigin::Tables) => Key::OriginTables,
        Some(FactOrigin::Plant) => Key::OriginPlant,
    }
}

/// The titles of the items that measure it.
pub fn fact_items(rubric: &Rubric, fact: &Fact, language: Language) -> String {
    let items = fact.items.iter().filter_map(|id| rubric.item(id));
    joined(items.map(|item| item_title(item, language)), language)
}

/// The unit in which the number itself is typed.
pub fn fact_unit(fact: &Fact, language: Language) -> &'static str {
    fact.metric.map_or("", |metric| output_unit(metric.card().output.measure, language))
}

/// The unit in which an input is typed: that of what the tables say, where any will do.
pub fn fact_input_unit(input: &FactInput, language: Language) -> &'static str {
    let (Shape::Number(spec) | Shape::Optional(spec)) = input.input.shape else { return "" };
    match (spec.measure, &input.offered) {
        (Measure::In(Unit::One), _) => "",
        (Measure::Shared | Measure::SharedPerYear, Some(offered)) => offered.quantity().unit.symbol(language),
        (measure, _) => input_unit(measure, language),
    }
}
