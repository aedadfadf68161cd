//! Institutions side by side, the best first.

use super::{chart, is_told, point};
use crate::chart::{Axis, Chart, Kind, Point, Role, Series};
use crate::numeric::in_order;
use crate::rubric::{Rubric, Score, Verdict};
use crate::text::{Key, Language, Message};

/// An institution's score, with the rubric that it follows.
#[derive(Clone, Copy, Debug)]
pub struct InstitutionScore<'a> {
    /// What the institution is called.
    pub name: &'a str,
    /// Its rubric.
    pub rubric: &'a Rubric,
    /// What it came to.
    pub score: &'a Score,
}

/// A bar for each institution, with the pass line of its rubric.
pub fn institution_bars(institutions: &[InstitutionScore], language: Language) -> Chart {
    let institutions: Vec<&InstitutionScore> = institutions.iter().collect();
    let institutions = in_order(institutions, |one, other| other.score.total.cmp(&one.score.total));
    let in_rows = || institutions.iter().enumerate().map(|(row, institution)| (row as f64, institution));
    let series = |name: Key, role, points: Vec<Point>| Series {
        name: name.say(language).to_string(),
        role,
        points,
        ..Series::default()
    };
    let scores = in_rows().map(|(row, institution)| point(row, institution.score.total)).collect();
    let lines = in_rows()
        .filter_map(|(row, institution)| Some(point(row, institution.rubric.pass.min_score?)))
        .collect();
    let mut series =
        vec![series(Key::ScoreTotal, Role::Own, scores), series(Key::ScorePassLine, Role::Target, lines)];
    series.retain(|series| !series.points.is_empty());
    let chart = chart(
        "score-units",
        [Key::ScoreUnitsTitle, Key::ScoreUnitsDrawn],
        institutions.iter().map(|institution| (institution.rubric, institution.score.status)),
        language,
    );
    let is_told = institutions.iter().all(|institution| is_told(institution.score));
    let finding = Message::new(Key::ScoreFindingUnits)
        .with("count", institutions.len().to_string())
        .with("passing", passing(&institutions));
    Chart {
        kind: Kind::Bars,
        title: if is_told { finding.say(language) } else { chart.title },
        description: description(&institutions).map_or_else(String::new, |said| said.say(language)),
        x_title: Key::ScoreUnitName.say(language).to_string(),
        x: Axis::Named(institutions.iter().map(|institution| institution.name.to_string()).collect()),
        series,
        ..chart
    }
}

/// How many pass.
fn passing(institutions: &[&InstitutionScore]) -> String {
    let passes = |one: &&&InstitutionScore| one.score.verdict == Verdict::Passes;
    institutions.iter().filter(passes).count().to_string()
}

fn description(institutions: &[&InstitutionScore]) -> Option<Message> {
    let (best, worst) = (institutions.first()?, institutions.last()?);
    Some(
        Message::new(Key::ScoreUnitsDescription)
            .with("count", institutions.len().to_string())
            .with("passing", passing(institutions))
            .with("best", best.name)
            .with("high", best.score.total.to_string())
            .with("worst", worst.name)
            .with("low", worst.score.total.to_string()),
    )
}
