//! Units side by side, the best first.

use super::{chart, point};
use crate::chart::{Axis, Chart, Kind, Point, Role, Series};
use crate::rubric::{Rubric, Score, Verdict};
use crate::text::{Key, Language, Message};

/// A unit's score, with the rubric that it follows.
#[derive(Clone, Copy, Debug)]
pub struct UnitScore<'a> {
    /// What the unit is called.
    pub name: &'a str,
    /// Its rubric.
    pub rubric: &'a Rubric,
    /// What it came to.
    pub score: &'a Score,
}

/// A bar for each unit, with the pass line of its rubric.
pub fn unit_bars(units: &[UnitScore], language: Language) -> Chart {
    let mut units: Vec<&UnitScore> = units.iter().collect();
    units.sort_by_key(|unit| std::cmp::Reverse(unit.score.total));
    let in_rows = || units.iter().enumerate().map(|(row, unit)| (row as f64, unit));
    let series = |name: Key, role, points: Vec<Point>| Series {
        name: name.say(language).to_string(),
        role,
        points,
        ..Series::default()
    };
    let scores = in_rows().map(|(row, unit)| point(row, unit.score.total)).collect();
    let lines = in_rows().filter_map(|(row, unit)| Some(point(row, unit.rubric.pass.min_score?))).collect();
    let mut series =
        vec![series(Key::ScoreTotal, Role::Own, scores), series(Key::ScorePassLine, Role::Target, lines)];
    series.retain(|series| !series.points.is_empty());
    Chart {
        kind: Kind::Bars,
        description: description(&units).map_or_else(String::new, |said| said.say(language)),
        x_title: Key::ScoreUnitName.say(language).to_string(),
        x: Axis::Named(units.iter().map(|unit| unit.name.to_string()).collect()),
        series,
        ..chart(
            "score-units",
            Key::ScoreUnitsTitle,
            units.iter().map(|unit| (unit.rubric, unit.score.status)),
            language,
        )
    }
}

fn description(units: &[&UnitScore]) -> Option<Message> {
    let (best, worst) = (units.first()?, units.last()?);
    let passing = units.iter().filter(|unit| unit.score.verdict == Verdict::Passes).count();
    Some(
        Message::new(Key::ScoreUnitsDescription)
            .with("count", units.len().to_string())
            .with("passing", passing.to_string())
            .with("best", best.name)
            .with("high", best.score.total.to_string())
            .with("worst", worst.name)
            .with("low", worst.score.total.to_string()),
    )
}
