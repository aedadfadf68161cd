//! What can be done: measures as the planner takes them.

use super::answers::{of_rule, reading};
use super::indicators::measure_unit;
use super::results::{Indicator, ReviewResults};
use crate::evaluate::cells::{Cells, filled, label, typed_number};
use crate::evaluate::problem::{Problem, ProblemKind};
use crate::ledger::{
    ANSWERS, AnswerColumn, Column, EFFECTS, EffectColumn, MEASURES, MeasureColumn, NOT_APPLICABLE, Row,
    answer_row, measured_name,
};
use crate::metric::{Figure, InputQuantity, PartialMetric, Shape};
use crate::quantity::{Quantity, Unit, read_number};
use crate::rubric::{Answer, Change, Effect, Given, Item, Measure, Points, Rubric};

/// Every measure that has a name or a cost, in the order of the table.
pub(super) fn read_measures(
    sheet: &Row,
    rubric: &Rubric,
    found: &ReviewResults,
    problems: &mut Vec<Problem>,
) -> Vec<Measure> {
    let rows: Vec<&Row> = filled(sheet.rows(&MEASURES)).map(|(_, row)| row).collect();
    let named = |name: &str| rows.iter().position(|row| row[MeasureColumn::Name].trim() == name);
    let mut measures = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let at = MEASURES.at(&[sheet.id]);
        let mut cells = Cells::new(at, row, label(&row[MeasureColumn::Name], place), problems);
        if named(row[MeasureColumn::Name].trim()).is_some_and(|first| first < place) {
            cells.report(MeasureColumn::Name, ProblemKind::DuplicateName);
        }
        if row[MeasureColumn::Name].trim().is_empty() {
            cells.report(MeasureColumn::Name, ProblemKind::NoName);
        }
        let mut number = |column: MeasureColumn| cells.number(column).map_or(0.0, |figure| figure.value());
        let (cost, saving) = (number(MeasureColumn::Cost), number(MeasureColumn::Saving));
        let months = number(MeasureColumn::Months);
        let mut needs = Vec::new();
        let separators = ['、', ',', '，', ';', '；'];
        for name in row[MeasureColumn::Needs].split(separators).map(str::trim).filter(|name| !name.is_empty())
        {
            match named(name) {
                Some(other) => needs.push(other),
                None => cells.report(MeasureColumn::Needs, ProblemKind::UnknownMeasure),
            }
        }
        let group = Some(row[MeasureColumn::Group].trim().to_string()).filter(|group| !group.is_empty());
        let effects = effects(sheet, row[MeasureColumn::Name].trim(), rubric, found, problems);
        measures.push(Measure { effects, cost, saving, months, group, needs });
    }
    for row in sheet.rows(&EFFECTS).iter().filter(|row| !row.is_blank()) {
        if named(row[EffectColumn::Measure].trim()).is_none() {
            problems.push(at(sheet, row, EffectColumn::Measure, ProblemKind::UnknownMeasure));
        }
    }
    measures
}

/// What a measure changes: items by themselves, and those that rest on inputs that it changes.
fn effects(
    sheet: &Row,
    measure: &str,
    rubric: &Rubric,
    found: &ReviewResults,
    problems: &mut Vec<Problem>,
) -> Vec<Effect> {
    let rows = sheet
        .rows(&EFFECTS)
        .iter()
        .filter(|row| !row.is_blank() && row[EffectColumn::Measure].trim() == measure);
    let mut effects = Vec::new();
    let mut changed: Vec<(&Indicator, &str, Figure)> = Vec::new();
    for row in rows.filter(|_| !measure.is_empty()) {
        let (target, change) = (row[EffectColumn::Target].trim(), row[EffectColumn::Change].trim());
        let found_change = if let Some(item) = rubric.item(target) {
            item_change(item, rubric, sheet, change, found)
        } else if rubric.prerequisites.iter().any(|prerequisite| prerequisite.id == target) {
            Some(Change::Meet)
        } else {
            match indicator_change(found, target, change, row, sheet) {
                Some(Some(new)) => {
                    changed.push(new);
                    continue;
                }
                Some(None) => None,
                None => {
                    problems.push(at(sheet, row, EffectColumn::Target, ProblemKind::UnknownTarget));
                    continue;
                }
            }
        };
        match found_change {
            Some(change) => effects.push(Effect { id: target.to_string(), change }),
            None => problems.push(at(sheet, row, EffectColumn::Change, ProblemKind::BadChange)),
        }
    }
    effects.extend(by_inputs(rubric, sheet, found, &changed));
    effects
}

/// `+2` raises; anything else is the answer that the item will have.
fn item_change(
    item: &Item,
    rubric: &Rubric,
    sheet: &Row,
    typed: &str,
    found: &ReviewResults,
) -> Option<Change> {
    if let Some(raise) = typed.strip_prefix(['+', '＋']) {
        let points = Points::exactly(read_number(raise).ok()??)?;
        return (points >= Points::ZERO).then_some(Change::Raise(points));
    }
    if typed.is_empty() || typed == NOT_APPLICABLE {
        return None;
    }
    let variant = variant(sheet, rubric, item);
    let answer = of_rule(item, item.rule(variant.as_deref())?, typed, &found.indicators).ok()??;
    // Numbers that are measured are changed by what they are measured from.
    (!matches!(answer, Answer::Numbers(_))).then_some(Change::Answer(Given { variant, answer }))
}

fn variant(sheet: &Row, rubric: &Rubric, item: &Item) -> Option<String> {
    let typed = answer_row(sheet, &ANSWERS, rubric, &item.id)
        .map(|row| row[AnswerColumn::Variant].trim().to_string());
    typed.filter(|typed| !typed.is_empty())
}

/// An indicator's input, or with the indicator's name alone its number, as it will be. `None` without such an indicator,
/// `Some(None)` for a change that is no number.
fn indicator_change<'f>(
    found: &'f ReviewResults,
    target: &str,
    typed: &str,
    row: &Row,
    sheet: &Row,
) -> Option<Option<(&'f Indicator, &'f str, Figure)>> {
    let (indicator, key, now, unit) = found.indicators.iter().find_map(|indicator| {
        if indicator.name == target {
            let unit =
                indicator.metric.map_or(Unit::One, |metric| measure_unit(metric.info().output.measure));
            return Some((indicator, "", indicator.figure.clone(), unit));
        }
        let key = target.strip_prefix(indicator.name.as_str())?.strip_prefix('/')?;
        let one = indicator.inputs.iter().find(|one| one.input.key == key)?;
        let now = now(indicator, key).or_else(|| one.offered.clone());
        let unit = match one.input.shape {
            Shape::Number(spec) | Shape::Optional(spec) => measure_unit(spec.measure),
            Shape::List(_) | Shape::Rows(_) => return None,
        };
        Some((indicator, one.input.key, now, unit))
    })?;
    let unit = now.as_ref().map_or(unit, |figure| figure.quantity().unit);
    let relative = typed.starts_with(['+', '-', '＋', '－']);
    let number = typed_number(typed.trim_start_matches(['+', '＋']), unit).ok().flatten();
    let Some((quantity, u)) = number else { return Some(None) };
    let before = if relative { now.map(|figure| figure.value()) } else { Some(0.0) };
    let Some(before) = before else { return Some(None) };
    let place = EFFECTS.at(&[sheet.id]).cell(row.id, EffectColumn::Change);
    let name = EffectColumn::Change.spec().heading.words();
    let input_quantity =
        InputQuantity { id: place.input_id(), label: row[EffectColumn::Measure].trim().to_string(), name };
    let figure = Figure::typed(Quantity::new(before + quantity.value, unit), u, input_quantity);
    Some(Some((indicator, key, figure)))
}

/// The input that an indicator's figure was computed with.
fn now(indicator: &Indicator, key: &str) -> Option<Figure> {
    match indicator.figure.as_ref()?.origin() {
        crate::metric::Origin::Computed { inputs, .. } => {
            inputs.iter().find(|(path, _)| path.key == key).map(|(_, figure)| figure.clone())
        }
        _ => None,
    }
}

/// The answers of items that rest on what is changed, all changes of the measure taken together.
fn by_inputs(
    rubric: &Rubric,
    sheet: &Row,
    found: &ReviewResults,
    changed: &[(&Indicator, &str, Figure)],
) -> Vec<Effect> {
    if changed.is_empty() {
        return Vec::new();
    }
    let after: Vec<(&str, Figure)> = found
        .indicators
        .iter()
        .filter_map(|indicator| {
            let of_indicator = || changed.iter().filter(|(other, ..)| other.name == indicator.name);
            of_indicator().next()?;
            if let Some((.., figure)) = of_indicator().find(|(_, key, _)| key.is_empty()) {
                return Some((indicator.name.as_str(), figure.clone()));
            }
            let known = indicator.inputs.iter().map(|one| {
                let new = of_indicator()
                    .find(|(_, key, _)| *key == one.input.key)
                    .map(|(.., figure)| figure.clone());
                (one.input.key, new.or_else(|| now(indicator, one.input.key)).or_else(|| one.offered.clone()))
            });
            let known: Vec<_> = known.collect();
            PartialMetric::by_key(indicator.metric?, &known)
                .value()
                .map(|figure| (indicator.name.as_str(), figure))
        })
        .collect();
    let effect = |item: &Item| {
        let variant = variant(sheet, rubric, item);
        let measured = item.rule(variant.as_deref())?.measured();
        let names: Vec<String> =
            measured.iter().enumerate().map(|(at, one)| measured_name(&item.id, at, one)).collect();
        if !names.iter().any(|name| after.iter().any(|(other, _)| other == name)) {
            return None;
        }
        let number = |name: &String| {
            let new = after.iter().find(|(other, _)| other == name).map(|(_, figure)| figure);
            let now = || found.indicators.iter().find(|indicator| indicator.name == *name)?.figure.as_ref();
            new.or_else(now).map(reading)
        };
        let answer = Answer::Numbers(names.iter().map(number).collect());
        Some(Effect { id: item.id.clone(), change: Change::Answer(Given { variant, answer }) })
    };
    rubric.items().filter_map(|(_, item)| effect(item)).collect()
}

fn at(sheet: &Row, row: &Row, column: EffectColumn, kind: ProblemKind) -> Problem {
    let place = EFFECTS.at(&[sheet.id]).cell(row.id, column);
    Problem { place, kind }
}
