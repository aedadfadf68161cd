//! What a rubric measures: each number from the best of what is known of it.

use super::results::{Indicator, IndicatorInput, IndicatorOrigin, ReviewResults};
use crate::catalog;
use crate::evaluate::cells::typed_number;
use crate::evaluate::problem::{Problem, ProblemKind, refuse};
use crate::evaluate::{RegionNumbers, is_about_region};
use crate::ledger::{
    INDICATORS, IndicatorColumn, Place, ReviewEntry, Row, RowId, indicator_row, indicator_row_name,
    measured_name,
};
use crate::metering::MeterLevel;
use crate::metric::{AnyMetric, Figure, Input, InputQuantity, Measure, PartialMetric, Shape};
use crate::quantity::Unit;
use crate::rubric::{Item, Measured, Rubric, Wording};
use crate::text::{Coded, Key, Words};

/// Everything that a rubric measures, each once, in the order of its items.
pub(super) fn read_indicators(
    sheet: &Row,
    rubric: &Rubric,
    found: &ReviewResults,
    problems: &mut Vec<Problem>,
) -> Vec<Indicator> {
    let region = found.region.as_deref().filter(|_| is_about_region(rubric));
    let mut indicators: Vec<Indicator> = Vec::new();
    for (_, item) in rubric.items() {
        for rule in item.rules() {
            for (at, one) in rule.measured().into_iter().enumerate() {
                let name = measured_name(&item.id, at, one);
                match indicators.iter_mut().find(|indicator| indicator.name == name) {
                    Some(indicator) if indicator.items.contains(&item.id) => {}
                    Some(indicator) => indicator.items.push(item.id.clone()),
                    None => {
                        let of = indicator_row_name(rubric, &item.id, at, one);
                        let called =
                            if region.is_some() { called(rubric, item, one, &name) } else { Vec::new() };
                        let from = Sources { found, region, called: &called };
                        let mut indicator = indicator(sheet, one, name, &of, from, problems);
                        indicator.items.push(item.id.clone());
                        indicators.push(indicator);
                    }
                }
            }
        }
    }
    indicators
}

/// What a number may be taken from that is not typed: the tables, the plant, the region.
#[derive(Clone, Copy)]
struct Sources<'s> {
    found: &'s ReviewResults,
    region: Option<&'s RegionNumbers>,
    /// What the number is called, in Chinese and in English.
    called: &'s [[&'s str; 2]],
}

/// What a number is called: by the rubric's label, else as its metric; and as the item, where that measures nothing else and no other item
/// measures it.
fn called<'r>(rubric: &'r Rubric, item: &'r Item, one: &'r Measured, name: &str) -> Vec<[&'r str; 2]> {
    let names = |item: &Item| -> Vec<String> {
        let measured = item.rules().flat_map(|rule| rule.measured().into_iter().enumerate());
        measured.map(|(at, one)| measured_name(&item.id, at, one)).collect()
    };
    let is_alone = names(item).iter().all(|measured| measured == name)
        && rubric.items().all(|(_, other)| other.id == item.id || names(other).iter().all(|of| of != name));
    let of_metric = || {
        let words = one.id.as_deref().and_then(catalog::measured)?.info().name;
        Some([words.zh, words.en])
    };
    let both = |words: &'r Wording| [words.zh.as_str(), words.en.as_str()];
    let own = one.label.as_ref().map(both).or_else(of_metric);
    own.into_iter().chain(is_alone.then(|| both(&item.title))).collect()
}

fn indicator(
    sheet: &Row,
    measured: &Measured,
    name: String,
    of: &str,
    from: Sources<'_>,
    problems: &mut Vec<Problem>,
) -> Indicator {
    let metric = measured.id.as_deref().and_then(catalog::measured);
    let level = measured.level.as_deref().and_then(MeterLevel::from_typed);
    let offer = metric.and_then(|metric| from.found.figures.offer(metric.info().id, level));
    let direct = indicator_row(sheet, of, "");
    let unit = metric.map_or(Unit::One, |metric| measure_unit(metric.info().output.measure));
    let words = metric.map_or(Key::ColumnValue.words(), |metric| metric.info().name);
    let typed = direct.and_then(|row| typed(sheet, row, unit, words, problems));
    let mut indicator = Indicator {
        row: direct.map(|row| row.id),
        label: measured.label.clone(),
        inputs: metric.map_or_else(Vec::new, |metric| inputs(sheet, metric, &name, offer)),
        metric,
        name,
        figure: typed,
        origin: Some(IndicatorOrigin::Direct),
        items: Vec::new(),
    };
    if indicator.figure.is_none() {
        let (figure, origin) = derived(sheet, &indicator, offer, from, problems);
        // Something was typed for it that cannot be read.
        let lacks = problems.iter().any(|problem| is_of(problem, sheet, &indicator));
        (indicator.figure, indicator.origin) = (figure.map(|figure| figure.incomplete_if(lacks)), origin);
    }
    indicator
}

/// The number from its inputs, from the tables, from the plant, or from the region.
fn derived(
    sheet: &Row,
    indicator: &Indicator,
    offer: Option<&PartialMetric>,
    from: Sources<'_>,
    problems: &mut Vec<Problem>,
) -> (Option<Figure>, Option<IndicatorOrigin>) {
    let of_region = || {
        let region = from.region?.measured(indicator.metric, from.called)?;
        Some((Some(region), Some(IndicatorOrigin::Region)))
    };
    let Some(metric) = indicator.metric else { return of_region().unwrap_or_default() };
    let typed = typed_inputs(sheet, indicator, offer, problems);
    if !typed.is_empty() {
        return (from_inputs(sheet, indicator, metric, &typed, problems), Some(IndicatorOrigin::Inputs));
    }
    if let Some(figure) = offer.and_then(PartialMetric::value) {
        return (Some(figure), Some(IndicatorOrigin::Tables));
    }
    match from.found.plant.as_ref().and_then(|plant| plant.figures.rate(metric.info().id)).cloned() {
        Some(plant) => (Some(plant), Some(IndicatorOrigin::Plant)),
        None => of_region().unwrap_or_default(),
    }
}

fn from_inputs(
    sheet: &Row,
    indicator: &Indicator,
    metric: &'static dyn AnyMetric,
    typed: &[(&'static str, Figure)],
    problems: &mut Vec<Problem>,
) -> Option<Figure> {
    let known = indicator.inputs.iter().map(|one| {
        let typed = typed.iter().find(|(key, _)| *key == one.input.key).map(|(_, figure)| figure);
        (one.input.key, typed.or(one.offered.as_ref()).cloned())
    });
    match PartialMetric::by_key(metric, &known.collect::<Vec<_>>()).figure? {
        Ok(figure) => Some(figure),
        Err(fault) => {
            let row =
                indicator.inputs.iter().find(|one| one.input.key == fault.at.key).and_then(|one| one.row);
            if let Some(row) = row.or(indicator.row) {
                refuse(problems, place(sheet, row), &fault, metric.inputs());
            }
            None
        }
    }
}

fn typed_inputs(
    sheet: &Row,
    indicator: &Indicator,
    offer: Option<&PartialMetric>,
    problems: &mut Vec<Problem>,
) -> Vec<(&'static str, Figure)> {
    let shared = offer.and_then(|offer| offer.inputs.first()).map(|(_, figure)| figure.quantity().unit);
    let mut found = Vec::new();
    for one in &indicator.inputs {
        let Some(row) = indicator_row(sheet, &indicator.name, one.input.key) else { continue };
        let unit = match one.input.shape {
            Shape::Number(spec) | Shape::Optional(spec) => match spec.measure {
                Measure::In(unit) => unit,
                Measure::Shared | Measure::SharedPerYear => shared.unwrap_or(Unit::One),
            },
            Shape::List(_) | Shape::Rows(_) => continue,
        };
        let figure = typed(sheet, row, unit, one.input.name, problems);
        found.extend(figure.map(|figure| (one.input.key, figure)));
    }
    found
}

fn inputs(
    sheet: &Row,
    metric: &'static dyn AnyMetric,
    name: &str,
    offer: Option<&PartialMetric>,
) -> Vec<IndicatorInput> {
    let numbers = |input: &&Input| matches!(input.shape, Shape::Number(_) | Shape::Optional(_));
    let known =
        |key: &str| offer.and_then(|offer| offer.inputs.iter().find(|(path, _)| path.key == key)).cloned();
    let one = |input: &'static Input| IndicatorInput {
        input,
        row: indicator_row(sheet, name, input.key).map(|row| row.id),
        offered: known(input.key).map(|(_, figure)| figure),
    };
    metric.inputs().iter().filter(numbers).map(one).collect()
}

fn typed(sheet: &Row, row: &Row, unit: Unit, name: Words, problems: &mut Vec<Problem>) -> Option<Figure> {
    let place = place(sheet, row.id);
    match typed_number(&row[IndicatorColumn::Value], unit) {
        Ok(number) => {
            let (quantity, u) = number?;
            let input_quantity = InputQuantity {
                id: place.input_id(),
                label: sheet[ReviewEntry::Institution].trim().to_string(),
                name,
            };
            Some(Figure::typed(quantity, u, input_quantity))
        }
        Err(error) => {
            problems.push(Problem { place, kind: ProblemKind::Typed(error) });
            None
        }
    }
}

/// The unit of a number that is typed for a metric's result or input.
pub(in crate::evaluate) fn measure_unit(measure: Measure) -> Unit {
    match measure {
        Measure::In(unit) => unit,
        Measure::Shared | Measure::SharedPerYear => Unit::One,
    }
}

/// Whether a problem stands at the number of an indicator or at one of its inputs.
fn is_of(problem: &Problem, sheet: &Row, indicator: &Indicator) -> bool {
    let rows = indicator.inputs.iter().filter_map(|one| one.row).chain(indicator.row);
    rows.map(|row| place(sheet, row)).any(|place| place == problem.place)
}

fn place(sheet: &Row, row: RowId) -> Place {
    INDICATORS.at(&[sheet.id]).cell(row, IndicatorColumn::Value)
}
