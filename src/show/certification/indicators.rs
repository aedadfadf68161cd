//! What a rubric measures, in words: what it is, where the number was taken from, who uses it.

use super::{item_title, measured_name, rule::joined};
use crate::evaluate::{Indicator, IndicatorInput, IndicatorOrigin};
use crate::metric::{Measure, Shape};
use crate::quantity::Unit;
use crate::rubric::{Measured, Rubric};
use crate::show::{input_unit, output_unit};
use crate::text::{Key, Language};

/// What is measured: the rubric's own words, else the metric's name with the level of meters it is about.
pub fn indicator_name(indicator: &Indicator, language: Language) -> String {
    let level = indicator.name.split_once('@').map(|(_, level)| level.to_string());
    let id = indicator.metric.map_or(indicator.name.as_str(), |metric| metric.info().id).to_string();
    measured_name(&Measured { id: Some(id), level, label: indicator.label.clone() }, language)
}

/// Where the number was taken from, or what is lacking.
pub fn indicator_origin(indicator: &Indicator) -> Key {
    let is_begun = indicator.origin == Some(IndicatorOrigin::Inputs)
        || indicator.inputs.iter().any(|one| one.offered.is_some());
    match indicator.origin.filter(|_| indicator.figure.is_some()) {
        None if is_begun => Key::OriginIncomplete,
        None => Key::OriginNone,
        Some(IndicatorOrigin::Direct) => Key::OriginDirect,
        Some(IndicatorOrigin::Inputs) => Key::OriginInputs,
        Some(IndicatorOrigin::Tables) => Key::OriginTables,
        Some(IndicatorOrigin::Plant) => Key::OriginPlant,
        Some(IndicatorOrigin::Region) => Key::OriginRegion,
    }
}

/// The titles of the items that measure it.
pub fn indicator_items(rubric: &Rubric, indicator: &Indicator, language: Language) -> String {
    let items = indicator.items.iter().filter_map(|id| rubric.item(id));
    joined(items.map(|item| item_title(item, language)), language)
}

/// The unit in which the number itself is typed.
pub fn indicator_unit(indicator: &Indicator, language: Language) -> &'static str {
    indicator.metric.map_or("", |metric| output_unit(metric.info().output.measure, language))
}

/// The unit in which an input is typed: that of what the tables say, where any will do.
pub fn indicator_input_unit(input: &IndicatorInput, language: Language) -> &'static str {
    let (Shape::Number(spec) | Shape::Optional(spec)) = input.input.shape else { return "" };
    match (spec.measure, &input.offered) {
        (Measure::In(Unit::One), _) => "",
        (Measure::Shared | Measure::SharedPerYear, Some(offered)) => offered.quantity().unit.symbol(language),
        (measure, _) => input_unit(measure, language),
    }
}
