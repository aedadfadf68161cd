//! What money buys: the best score for any cost, and the cheapest way to the pass line.

use super::{chart, point};
use crate::chart::{Axis, Chart, Point, Role, Series};
use crate::numeric::plain;
use crate::quantity::Unit;
use crate::rubric::{Frontier, Plan, Points, Rubric};
use crate::text::{Key, Language, Message};

/// From so many yuan on, costs are written in units of ten thousand.
const LARGE: f64 = 10_000.0;

/// The frontier as a line of steps, with the pass line and the cheapest plan that passes.
pub fn score_curve(rubric: &Rubric, frontier: &Frontier, language: Language) -> Chart {
    let most = frontier.plans.iter().map(|plan| plan.cost).fold(0.0, f64::max);
    let (unit, size) = if most < LARGE { (Unit::Yuan, 1.0) } else { (Unit::TenThousandYuan, LARGE) };
    let unit = unit.symbol(language);
    let cost = |plan: &Plan| plan.cost / size;
    let series = |name: Key, role, points: Vec<Point>| Series {
        name: name.say(language).to_string(),
        role,
        points,
        ..Series::default()
    };
    let curve = |clears: bool| {
        steps(frontier.plans.iter().filter(|plan| plan.clears == clears).map(|plan| (cost(plan), plan.total)))
    };
    let cheapest = frontier.cheapest().map(|plan| point(cost(plan), plan.total));
    let ends = if most > 0.0 { vec![0.0, most / size] } else { vec![0.0] };
    let line = rubric.pass.min_score.filter(|_| !frontier.plans.is_empty());
    let line = line.map(|line| ends.into_iter().map(|x| point(x, line)).collect());
    let mut series = vec![
        series(Key::ScoreBest, Role::Own, curve(true)),
        series(Key::ScoreBestGated, Role::Reference, curve(false)),
        series(Key::ScorePassLine, Role::Target, line.unwrap_or_default()),
        series(Key::ScoreCheapest, Role::Own, cheapest.into_iter().collect()),
    ];
    series.retain(|series| !series.points.is_empty());
    let finding = frontier.cheapest().filter(|_| rubric.pass.status.is_verified()).map(|plan| {
        Message::new(Key::ScoreFindingCost)
            .with("cost", plain(cost(plan)))
            .with("unit", unit)
            .with("points", plan.total.to_string())
            .say(language)
    });
    let drawn = [Key::ScoreCostTitle, Key::ScoreCostDrawn];
    let chart = chart("score-cost", drawn, [(rubric, rubric.pass.status)], language);
    Chart {
        title: finding.unwrap_or(chart.title),
        description: description(frontier, unit, size).map_or_else(String::new, |said| said.say(language)),
        x_title: Message::new(Key::ScoreCostAxis).with("unit", unit).say(language),
        x: Axis::Numbers,
        series,
        ..chart
    }
}

/// A line that stays at a score until the next plan can be paid.
fn steps(plans: impl Iterator<Item = (f64, Points)>) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for (cost, total) in plans {
        if let Some(before) = points.last().cloned() {
            points.push(Point { x: cost, ..before });
        }
        points.push(point(cost, total));
    }
    points
}

fn description(frontier: &Frontier, unit: &str, size: f64) -> Option<Message> {
    let dearest = frontier.plans.last()?;
    let cost = |plan: &Plan| plain(plan.cost / size);
    let message = match frontier.cheapest() {
        Some(plan) => Message::new(Key::ScoreCostDescription)
            .with("cost", cost(plan))
            .with("points", plan.total.to_string()),
        None => Message::new(Key::ScoreCostHopeless),
    };
    Some(
        message
            .with("count", frontier.plans.len().to_string())
            .with("unit", unit)
            .with("most", cost(dearest))
            .with("high", dearest.total.to_string()),
    )
}
