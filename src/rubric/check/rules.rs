//! The rule of an item: that it can be put to an answer, and that it gives the item's points, no more and no less.

use super::found::Found;
use crate::rubric::{
    Direction, Item, Measured, Mode, Points, Rubric, RubricProblemKind as Kind, Scoring, Step, Wording,
};

pub(super) fn check(
    item: &Item,
    place: &str,
    rubric: &Rubric,
    is_metric: &dyn Fn(&str) -> bool,
    found: &mut Found,
) {
    found.when(item.scoring.is_some() != item.variants.is_empty(), place, Kind::NoSingleRule);
    found.when(item.max < Points::ZERO, place, Kind::NegativePoints);
    found.when(item.star && rubric.star_rule.is_none(), place, Kind::StarWithoutRule);
    for rule in item.rules() {
        if rubric.mode == Mode::PassFail {
            let plain = matches!(rule, Scoring::AllOrNothing { .. } | Scoring::YesNo {} | Scoring::Manual {});
            found.when(!plain || item.max != Points::ZERO, place, Kind::PointsInPassFail);
        }
        for measured in rule.measured() {
            measure(measured, place, is_metric, found);
        }
        shape(rule, place, found);
        reach(rule, item.max, place, found);
    }
}

fn measure(measured: &Measured, place: &str, is_metric: &dyn Fn(&str) -> bool, found: &mut Found) {
    match &measured.id {
        Some(id) => found.when(!is_metric(id), place, Kind::UnknownMetric { id: id.clone() }),
        None => found.when(measured.label.is_none(), place, Kind::NothingMeasured),
    }
}

fn shape(rule: &Scoring, place: &str, found: &mut Found) {
    match rule {
        Scoring::AllOrNothing { conditions, .. } => found.when(conditions.is_empty(), place, Kind::EmptyRule),
        Scoring::Choice { options } => {
            found.when(options.is_empty(), place, Kind::EmptyRule);
            found.when(
                options.iter().any(|option| option.points < Points::ZERO),
                place,
                Kind::NegativePoints,
            );
        }
        Scoring::Steps { direction, steps, otherwise, .. } => {
            found.when(steps.is_empty(), place, Kind::EmptyRule);
            found.when(!runs_one_way(*direction, steps, *otherwise), place, Kind::NotMonotone);
            found.when(*otherwise < Points::ZERO, place, Kind::NegativePoints);
        }
        Scoring::Linear { zero_at, full_at, step, .. } => {
            found.when(zero_at == full_at, place, Kind::NotMonotone);
            found.when(step.is_some_and(|step| step <= 0.0), place, Kind::BadStep);
        }
        Scoring::Deduct { direction, start, limit, step, lose, floor, not_beyond, .. } => {
            found.when(*step <= 0.0, place, Kind::BadStep);
            found.when(*lose < Points::ZERO || *floor < Points::ZERO, place, Kind::NegativePoints);
            let warns_early = not_beyond.is_some_and(|warns| direction.beyond(warns, *limit) < 0.0);
            found.when(floor > start || warns_early, place, Kind::NotMonotone);
        }
        Scoring::Count { per, cap, options } => {
            found.when(options.is_empty(), place, Kind::EmptyRule);
            found.when(*per < Points::ZERO || *cap < Points::ZERO, place, Kind::NegativePoints);
        }
        Scoring::YesNo {} | Scoring::Manual {} => {}
    }
}

/// Rows stand best first: each is easier to reach than the one before, and gives less.
fn runs_one_way(direction: Direction, steps: &[Step], otherwise: Points) -> bool {
    let pairs = steps
        .windows(2)
        .all(|pair| direction.beyond(pair[1].at, pair[0].at) > 0.0 && pair[1].points < pair[0].points);
    pairs && steps.last().is_none_or(|last| otherwise < last.points)
}

/// The most that a rule gives, against the item's maximum.
fn reach(rule: &Scoring, max: Points, place: &str, found: &mut Found) {
    let best = match rule {
        Scoring::Choice { options } => options.iter().map(|option| option.points).max(),
        Scoring::Steps { steps, otherwise, .. } => {
            steps.iter().map(|step| step.points).chain([*otherwise]).max()
        }
        Scoring::Deduct { start, .. } => Some(*start),
        Scoring::Count { per, cap, options } => Some(per.times(options.len() as i64).min(*cap)),
        _ => None,
    };
    if let Some(best) = best {
        found.when(best < max, place, Kind::Unreachable { best, max });
        found.when(best > max, place, Kind::AboveMax { best, max });
    }
}

/// The names of a rule's options.
pub(super) fn options(rule: &Scoring) -> Vec<&str> {
    match rule {
        Scoring::Choice { options } => options.iter().map(|option| option.id.as_str()).collect(),
        Scoring::Count { options, .. } => options.iter().map(|option| option.id.as_str()).collect(),
        _ => Vec::new(),
    }
}

/// The texts of a rule that people read.
pub(super) fn texts(rule: &Scoring) -> Vec<&Wording> {
    match rule {
        Scoring::Choice { options } => options.iter().map(|option| &option.label).collect(),
        Scoring::Count { options, .. } => options.iter().map(|option| &option.label).collect(),
        _ => rule.measured().into_iter().filter_map(|measured| measured.label.as_ref()).collect(),
    }
}
