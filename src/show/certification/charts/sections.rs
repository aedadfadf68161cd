//! What each section earned, against what it can give.

use super::{chart, percent, point};
use crate::chart::{Axis, Chart, Form, Kind, Role, Series};
use crate::rubric::{Points, Rubric, Score, Section, SectionScore};
use crate::text::{Key, Language, Message};

/// A bar for each section that applies and has points: what it earned on what it can give.
pub fn section_bars(rubric: &Rubric, score: &Score, language: Language) -> Chart {
    let sections: Vec<(&Section, &SectionScore)> = rubric
        .sections
        .iter()
        .filter_map(|section| Some((section, score.sections.iter().find(|one| one.id == section.id)?)))
        .filter(|(section, one)| one.applicable > Points::ZERO && section.max > Points::ZERO)
        .collect();
    let series = |name: Key, role, form, of: &dyn Fn(&(&Section, &SectionScore)) -> Points| Series {
        name: name.say(language).to_string(),
        role,
        form,
        points: sections.iter().enumerate().map(|(place, one)| point(place as f64, of(one))).collect(),
    };
    let share = |(section, one): &&(&Section, &SectionScore)| percent(one.scaled, section.max);
    let least =
        sections.iter().min_by(|a, b| share(a).partial_cmp(&share(b)).unwrap_or(std::cmp::Ordering::Equal));
    let description = least.map(|(section, one)| {
        Message::new(Key::ScoreSectionsDescription)
            .with("total", score.total.to_string())
            .with("least", section.title.get(language))
            .with("points", one.scaled.to_string())
            .with("max", section.max.to_string())
    });
    Chart {
        kind: Kind::Bars,
        description: description.map_or_else(String::new, |description| description.say(language)),
        x_title: Key::ScoreSection.say(language).to_string(),
        x: Axis::Named(sections.iter().map(|(section, _)| section.title.get(language).to_string()).collect()),
        series: vec![
            series(Key::ScoreMaximum, Role::Reference, Form::default(), &|(section, _)| section.max),
            series(Key::ScoreEarned, Role::Own, Form::Over, &|(_, one)| one.scaled),
        ],
        ..chart(
            "score-sections",
            [Key::ScoreSectionsTitle, Key::ScoreSectionsDrawn],
            [(rubric, score.status)],
            language,
        )
    }
}
