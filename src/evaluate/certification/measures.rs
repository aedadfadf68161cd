//! What can be done: measures as the planner takes them.

use super::answers::of_rule;
use super::indicators::measure_unit;
use super::input_changes::{names, now};
use super::results::{ChangedItem, InputChange, ReviewResults};
use crate::evaluate::cells::{Cells, filled, label};
use crate::evaluate::change::{NumberChange, number_change};
use crate::evaluate::problem::{Problem, ProblemKind};
use crate::ledger::{
    ANSWERS, AnswerColumn, Column, EFFECTS, EffectColumn, MEASURES, MeasureColumn, NOT_APPLICABLE, Row,
    answer_row, names_in,
};
use crate::metric::{InputQuantity, Shape};
use crate::quantity::{Unit, read_number};
use crate::rubric::{Answer, Change, Effect, Given, Item, Measure, Points, Rubric};

/// Every measure that has a name or a cost, in the order of the table, what they change of numbers, and the items that rest on
/// those.
pub(super) fn read_measures(
    sheet: &Row,
    rubric: &Rubric,
    found: &ReviewResults,
    problems: &mut Vec<Problem>,
) -> (Vec<Measure>, Vec<InputChange>, Vec<ChangedItem>) {
    let rows: Vec<&Row> = filled(sheet.rows(&MEASURES)).map(|(_, row)| row).collect();
    let named = |name: &str| rows.iter().position(|row| row[MeasureColumn::Name].trim() == name);
    let (mut measures, mut changes) = (Vec::new(), Vec::new());
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
        for name in names_in(&row[MeasureColumn::Needs]) {
            match named(name) {
                Some(other) => needs.push(other),
                None => cells.report(MeasureColumn::Needs, ProblemKind::UnknownMeasure),
            }
        }
        let group = Some(row[MeasureColumn::Group].trim().to_string()).filter(|group| !group.is_empty());
        // Of two measures of one name the first has the effects; that there are two is said.
        let name = Some(row[MeasureColumn::Name].trim()).filter(|name| named(name) == Some(place));
        let (effects, of_numbers) = effects(sheet, (place, name.unwrap_or("")), rubric, found, problems);
        changes.extend(of_numbers);
        measures.push(Measure { effects, cost, saving, months, group, needs });
    }
    for row in sheet.rows(&EFFECTS).iter().filter(|row| !row.is_blank()) {
        if named(row[EffectColumn::Measure].trim()).is_none() {
            problems.push(at(sheet, row, EffectColumn::Measure, ProblemKind::UnknownMeasure));
        }
    }
    let item = |item: &Item| {
        let variant = variant(sheet, rubric, item);
        let names = names(item, variant.as_deref())?;
        let is_changed = changes.iter().any(|change: &InputChange| names.contains(&change.indicator));
        is_changed.then(|| ChangedItem { id: item.id.clone(), variant })
    };
    let items = rubric.items().filter_map(|(_, one)| item(one)).collect();
    (measures, changes, items)
}

/// What a measure changes: items by themselves, and numbers that items rest on.
fn effects(
    sheet: &Row,
    (place, measure): (usize, &str),
    rubric: &Rubric,
    found: &ReviewResults,
    problems: &mut Vec<Problem>,
) -> (Vec<Effect>, Vec<InputChange>) {
    let rows = sheet
        .rows(&EFFECTS)
        .iter()
        .filter(|row| !row.is_blank() && row[EffectColumn::Measure].trim() == measure);
    let mut effects = Vec::new();
    let mut changed: Vec<InputChange> = Vec::new();
    for row in rows.filter(|_| !measure.is_empty()) {
        let (target, change) = (row[EffectColumn::Target].trim(), row[EffectColumn::Change].trim());
        let found_change = if let Some(item) = rubric.item(target) {
            item_change(item, rubric, sheet, change, found)
        } else if rubric.prerequisites.iter().any(|prerequisite| prerequisite.id == target) {
            Some(Change::Meet)
        } else {
            match indicator_change(found, target, change, row, sheet) {
                Some(Some(new)) => {
                    changed.push(InputChange { measure: place, ..new });
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
    (effects, changed)
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

/// A change of an indicator's input, or with the indicator's name alone of its number. `None` without such an indicator,
/// `Some(None)` for a change that is no number.
fn indicator_change(
    found: &ReviewResults,
    target: &str,
    typed: &str,
    row: &Row,
    sheet: &Row,
) -> Option<Option<InputChange>> {
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
    let place = EFFECTS.at(&[sheet.id]).cell(row.id, EffectColumn::Change);
    let name = EffectColumn::Change.spec().heading.words();
    let label = row[EffectColumn::Measure].trim().to_string();
    let read =
        number_change(typed, unit).filter(|(by, _)| now.is_some() || matches!(by, NumberChange::To(_)));
    Some(read.map(|(by, u)| InputChange {
        measure: 0,
        indicator: indicator.name.clone(),
        key: key.to_string(),
        by,
        u,
        typed: InputQuantity { id: place.input_id(), label, name },
    }))
}

fn at(sheet: &Row, row: &Row, column: EffectColumn, kind: ProblemKind) -> Problem {
    let place = EFFECTS.at(&[sheet.id]).cell(row.id, column);
    Problem { place, kind }
}
