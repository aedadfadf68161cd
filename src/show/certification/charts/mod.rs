//! 节水评价的图, charts of scores: sections, losses, costs, years, units.
//!
//! Nothing is scored here; whoever asks has the scores.

mod cost;
mod of_ledger;
mod sections;
mod trend;
mod institutions;
mod waterfall;

pub use cost::score_curve;
pub use institutions::{InstitutionScore, institution_bars};
pub use of_ledger::{review_institutions, review_trend};
pub use sections::section_bars;
pub use trend::{YearScore, score_trend};
pub use waterfall::{LossesBy, score_waterfall};

use crate::chart::{Chart, Point};
use crate::metric::Status;
use crate::rubric::{Points, Rubric, Score};
use crate::text::{Key, Language, Message};

/// What all charts of scores have: unit, source, words for nothing.
fn chart<'a>(
    id: &str,
    [title, drawn]: [Key; 2],
    rubrics: impl IntoIterator<Item = (&'a Rubric, Status)>,
    language: Language,
) -> Chart {
    let say = |key: Key| key.say(language).to_string();
    Chart {
        id: id.to_string(),
        title: say(title),
        subtitle: say(drawn),
        unit: say(Key::ScoreUnit),
        source: source(rubrics, language).say(language),
        no_data: say(Key::ScoreNothing),
        decimals: 3,
        ..Chart::default()
    }
}

/// What the scores follow, and whether all they rest on is verified.
fn source<'a>(rubrics: impl IntoIterator<Item = (&'a Rubric, Status)>, language: Language) -> Message {
    let mut rubrics = rubrics.into_iter();
    let Some((first, mut weakest)) = rubrics.next() else { return Message::new(Key::ScoreSourceSeveral) };
    for (rubric, status) in rubrics {
        if (&rubric.id, &rubric.edition) != (&first.id, &first.edition) {
            return Message::new(Key::ScoreSourceSeveral);
        }
        weakest = weakest.max(status);
    }
    let key = if weakest.is_verified() { Key::ScoreSource } else { Key::ScoreSourceUnverified };
    Message::new(key).with("title", first.title.get(language)).with("edition", first.edition.clone())
}

/// Whether a title may rest on a score: all of it is answered and verified.
fn is_told(score: &Score) -> bool {
    score.status.is_verified() && score.reachable == score.total
}

/// Points as they stand in a row or at a place of an axis.
fn point(x: f64, points: Points) -> Point {
    Point::new(x, points.value(), points.to_string())
}

/// The share of a maximum, in percent; none of a maximum that is zero.
fn percent(points: Points, max: Points) -> Option<f64> {
    (max > Points::ZERO).then(|| 100.0 * points.value() / max.value())
}
