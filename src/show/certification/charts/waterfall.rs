//! From the full mark down to the score, and from there to the pass line.

use super::{chart, is_told, point};
use crate::chart::{Axis, Chart, Form, Kind, Point, Role, Series};
use crate::numeric::in_order;
use crate::rubric::{Losses, Points, Rubric, Score, losses};
use crate::text::{Key, Language, Message};

/// So many items are steps of their own; the others are one step.
const MOST_ITEMS: usize = 8;

/// What the steps down from the full mark are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LossesBy {
    /// One for each section that lost points.
    Sections,
    /// One for each of the items that lost most, and one for all others.
    Items,
}

/// The steps from the full mark through all losses to the score, and what is missing to the pass line.
pub fn score_waterfall(rubric: &Rubric, score: &Score, by: LossesBy, language: Language) -> Chart {
    let losses = losses(rubric, score);
    let steps = steps(rubric, &losses, by, language);
    let mut rows = Rows::default();
    if losses.full > Points::ZERO {
        draw(&mut rows, rubric, score, &losses, &steps, language);
    }
    let gap = score.gap.filter(|gap| *gap > Points::ZERO && is_told(score));
    let finding =
        gap.map(|gap| Message::new(Key::ScoreFindingGap).with("gap", gap.to_string()).say(language));
    let plain = chart(
        "score-waterfall",
        [Key::ScoreWaterfallTitle, Key::ScoreWaterfallDrawn],
        [(rubric, score.status)],
        language,
    );
    Chart {
        kind: Kind::Bars,
        title: finding.unwrap_or(plain.title),
        description: description(rubric, score, &losses, &steps).say(language),
        x_title: Key::ScoreStep.say(language).to_string(),
        x: Axis::Named(rows.names),
        series: rows.series.into_iter().filter(|series| !series.points.is_empty()).collect(),
        ..plain
    }
}

/// A step down: its name and how far.
type Step = (String, Points);

/// The steps down, of what was answered.
fn steps(rubric: &Rubric, losses: &Losses, by: LossesBy, language: Language) -> Vec<Step> {
    let lost = || losses.items.iter().filter(|loss| !loss.is_open && loss.points > Points::ZERO);
    if by == LossesBy::Sections {
        let of_section = |id: &str| lost().filter(|loss| loss.section == id).map(|loss| loss.points).sum();
        let sections = rubric.sections.iter();
        let steps = sections.map(|one| (one.title.get(language).to_string(), of_section(&one.id)));
        return steps.filter(|(_, points)| *points > Points::ZERO).collect();
    }
    let name = |id: &str| rubric.item(id).map_or(id, |item| item.title.get(language)).to_string();
    let steps: Vec<Step> = lost().map(|loss| (name(&loss.item), loss.points)).collect();
    let mut steps = in_order(steps, |one, other| other.1.cmp(&one.1));
    // One item alone needs no other name.
    if steps.len() > MOST_ITEMS + 1 {
        let rest = steps.split_off(MOST_ITEMS);
        let name = Message::new(Key::ScoreRest).with("count", rest.len().to_string()).say(language);
        steps.push((name, rest.into_iter().map(|(_, points)| points).sum()));
    }
    steps
}

/// The series, in the order of the legend, and the names of the rows.
#[derive(Default)]
struct Rows {
    names: Vec<String>,
    series: Vec<Series>,
}

impl Rows {
    /// A kind of bar; its place among the series.
    fn kind(&mut self, name: Key, role: Role, language: Language) -> usize {
        let form = if self.series.is_empty() { Form::default() } else { Form::Over };
        let name = name.say(language).to_string();
        self.series.push(Series { name, role, form, points: Vec::new() });
        self.series.len() - 1
    }

    fn add(&mut self, kind: usize, name: String, point: Point) {
        let x = self.names.len() as f64;
        self.names.push(name);
        self.series[kind].points.push(Point { x, ..point });
    }
}

fn draw(
    rows: &mut Rows,
    rubric: &Rubric,
    score: &Score,
    losses: &Losses,
    steps: &[Step],
    language: Language,
) {
    let say = |key: Key| key.say(language).to_string();
    let sums = rows.kind(Key::ScoreSums, Role::Own, language);
    let lost = rows.kind(Key::ScoreLost, Role::Reference, language);
    let open = rows.kind(Key::ScoreOpen, Role::Reference, language);
    let bonus = rows.kind(Key::ScoreBonus, Role::Own, language);
    let gap = rows.kind(Key::ScoreGap, Role::Projection, language);
    let line = rows.kind(Key::ScorePassLine, Role::Target, language);
    let full = if losses.full == rubric.total { Key::ScoreFull } else { Key::ScoreFullApplicable };
    rows.add(sums, say(full), point(0.0, losses.full));
    let mut at = losses.full;
    for (name, points) in steps {
        rows.add(lost, name.clone(), between(at, at - *points, '−', *points));
        at = at - *points;
    }
    let unanswered: Points = losses.items.iter().filter(|loss| loss.is_open).map(|loss| loss.points).sum();
    if unanswered > Points::ZERO {
        rows.add(open, say(Key::ScoreOpen), between(at, at - unanswered, '−', unanswered));
        at = at - unanswered;
    }
    if score.bonus > Points::ZERO {
        rows.add(bonus, say(Key::ScoreBonus), between(at, score.total, '+', score.bonus));
    }
    rows.add(sums, say(Key::ScoreTotal), point(0.0, score.total));
    let first_of_line = rows.names.len() - 1;
    if let (Some(pass), Some(missing)) = (rubric.pass.min_score, score.gap) {
        if missing > Points::ZERO {
            rows.add(gap, say(Key::ScoreGap), between(score.total, pass, '+', missing));
        }
        let places = first_of_line..rows.names.len();
        rows.series[line].points = places.map(|place| point(place as f64, pass)).collect();
    }
}

/// A bar from one height to another.
fn between(from: Points, to: Points, sign: char, points: Points) -> Point {
    Point { from: Some(from.value()), ..Point::new(0.0, to.value(), format!("{sign}{points}")) }
}

fn description(rubric: &Rubric, score: &Score, losses: &Losses, steps: &[Step]) -> Message {
    let most = steps.iter().rev().max_by_key(|(_, points)| *points);
    let gap = score.gap.filter(|gap| *gap > Points::ZERO);
    let key = match (most, gap) {
        (None, _) => Key::ScoreWaterfallFull,
        (Some(_), None) => Key::ScoreWaterfallDescription,
        (Some(_), Some(_)) => Key::ScoreWaterfallBelow,
    };
    let (name, lost) = most.cloned().unwrap_or_default();
    Message::new(key)
        .with("full", losses.full.to_string())
        .with("total", score.total.to_string())
        .with("line", rubric.pass.min_score.unwrap_or_default().to_string())
        .with("gap", gap.unwrap_or_default().to_string())
        .with("most", name)
        .with("lost", lost.to_string())
}
