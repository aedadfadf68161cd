//! A trend of too few points for a line: a bullet for each, with ticks at what it stands against. And the source of a trend.

use super::mark::{Mark, flag_marks, limit_mark};
use super::published::has_star;
use crate::chart::{Axis, Bullet, Chart, Kind, Point, Reach, Role, Series};
use crate::metric::Flag;
use crate::numeric::plain;
use crate::text::{Key, Language, Message};

/// So many points make a line.
const LINE: usize = 3;

/// What the values of a chart are held to: one of its series, in words, and whether a value is as it should be.
pub(super) struct Asked<'a> {
    /// The place of the series.
    pub series: usize,
    /// How it is asked, with blanks for its name and the limit.
    pub key: Key,
    /// Whether a value keeps to it.
    pub is_kept: &'a dyn Fn(f64) -> bool,
}

/// The chart of years as it is, or, where its own points are too few for a line, a bullet for each. What it is compared with is
/// the value of the same year, else the last one before it, else the first one after.
pub(super) fn bullets_of_few(chart: Chart, asked: Option<Asked>, language: Language) -> Chart {
    let Some(own) = chart.series.iter().position(|series| series.role == Role::Own) else { return chart };
    let points = &chart.series[own].points;
    if points.len() >= LINE || points.is_empty() || !matches!(chart.x, Axis::Years) {
        return chart;
    }
    let bullet = |point: &Point| {
        let limit = asked
            .as_ref()
            .and_then(|asked| Some((asked, of_year(chart.series.get(asked.series)?, point.x)?)));
        let others = chart.series.iter().enumerate().filter(|(place, _)| {
            *place != own && limit.as_ref().is_none_or(|(asked, _)| asked.series != *place)
        });
        let others: Vec<(&Series, &Point)> =
            others.filter_map(|(_, series)| Some((series, of_year(series, point.x)?))).collect();
        let beside: Vec<String> =
            others.iter().map(|(series, other)| format!("{} {}", series.name, other.label)).collect();
        let judged = limit.map(|(asked, limit)| {
            let name = &chart.series[asked.series].name;
            let words = Message::new(asked.key).with("name", name).with("limit", &limit.label).say(language);
            (words, limit.y, (asked.is_kept)(point.y))
        });
        Bullet {
            name: plain(point.x),
            asked: judged.as_ref().map_or_else(String::new, |(words, ..)| words.clone()),
            beside: beside.join(" · "),
            others: others.iter().map(|(_, other)| other.y).collect(),
            limit: judged.as_ref().map(|(_, limit, _)| *limit),
            ..judged_bullet(
                point,
                judged.map(|(.., is_kept)| limit_mark(is_kept, point.is_incomplete)),
                language,
            )
        }
    };
    let bullets = points.iter().map(bullet).collect();
    Chart { kind: Kind::Bullets(bullets), ..chart }
}

/// A value with the mark of how it stands; without one it is told only where it is incomplete.
pub(super) fn judged_bullet(point: &Point, mark: Option<Mark>, language: Language) -> Bullet {
    let reach = match mark.map(|mark| mark.code) {
        Some("good") => Reach::Reached,
        Some("wrong") if point.is_incomplete => Reach::MissedSoFar,
        Some("wrong") => Reach::Missed,
        Some("caution") if point.is_incomplete => Reach::MissedSoFar,
        Some("caution") => Reach::Noted,
        _ => Reach::Unjudged,
    };
    let incomplete = || flag_marks(&[Flag::Incomplete]).next().map(|one| one.mark);
    let told = mark.or_else(|| incomplete().filter(|_| point.is_incomplete));
    let mark = told.map(|mark| [mark.shape.to_string(), mark.name.say(language).to_string()]);
    Bullet {
        value: point.y,
        label: point.label.clone(),
        reach,
        mark: mark.unwrap_or_default(),
        ..Bullet::default()
    }
}

fn of_year(series: &Series, year: f64) -> Option<&Point> {
    series.points.iter().rfind(|point| point.x <= year).or_else(|| series.points.first())
}

/// The chart with its source, which explains half a disc where there is one.
pub(super) fn sourced(chart: Chart, source: Key, language: Language) -> Chart {
    let is_line = matches!(chart.kind, Kind::Lines);
    let points = || chart.series.iter().flat_map(|series| &series.points);
    let source = source.say(language);
    let source = match is_line && points().any(|point| point.is_incomplete) {
        true => [source, Key::ChartPartial.say(language)].join(" "),
        false => source.to_string(),
    };
    Chart { source, ..chart }
}

/// The chart of a plant with its source, which explains the star where there is one.
pub(super) fn starred(chart: Chart, language: Language) -> Chart {
    let source = if has_star(&chart) { Key::ChartSourcePlantStar } else { Key::ChartSourcePlant };
    sourced(chart, source, language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart;

    fn series(role: Role, points: &[(f64, f64)]) -> Series {
        Series {
            name: format!("{role:?}"),
            role,
            points: points.iter().map(|(x, y)| Point::new(*x, *y, y.to_string())).collect(),
            ..Series::default()
        }
    }

    fn few_chart(own: &[(f64, f64)]) -> Chart {
        let nation = series(Role::Reference, &[(2020.0, 0.5), (2023.0, 0.6), (2030.0, 0.7)]);
        let limit = series(Role::Target, &[(2019.0, 0.15)]);
        Chart { series: vec![series(Role::Own, own), nation, limit], ..Chart::default() }
    }

    fn asked(is_kept: &dyn Fn(f64) -> bool) -> Option<Asked<'_>> {
        Some(Asked { series: 2, key: Key::ChartAtLeast, is_kept })
    }

    #[test]
    fn two_years_are_bullets_and_three_a_line() {
        let line = few_chart(&[(2021.0, 0.1), (2022.0, 0.2), (2023.0, 0.3)]);
        assert_eq!(bullets_of_few(line.clone(), None, Language::English), line);
        let few = few_chart(&[(2019.0, 0.1), (2024.0, 0.2)]);
        let drawn = bullets_of_few(few.clone(), asked(&|value| value >= 0.15), Language::English);
        let Kind::Bullets(bullets) = &drawn.kind else { panic!("{:?}", drawn.kind) };
        let told: Vec<(&str, &str, &str, Reach)> = bullets
            .iter()
            .map(|row| (row.name.as_str(), row.asked.as_str(), row.beside.as_str(), row.reach))
            .collect();
        assert_eq!(
            told,
            [
                ("2019", "Target ≥ 0.15", "Reference 0.5", Reach::Missed),
                ("2024", "Target ≥ 0.15", "Reference 0.6", Reach::Reached),
            ]
        );
        assert_eq!(chart::table(&drawn), chart::table(&few), "the twin is that of the line");
    }

    #[test]
    fn an_incomplete_value_is_judged_for_now_and_never_in_red() {
        let mut few = few_chart(&[(2024.0, 0.1)]);
        few.series[0].points[0].is_incomplete = true;
        let drawn = bullets_of_few(few.clone(), asked(&|value| value >= 0.15), Language::Chinese);
        let Kind::Bullets(bullets) = &drawn.kind else { panic!("{:?}", drawn.kind) };
        assert_eq!(bullets[0].reach, Reach::MissedSoFar);
        assert_eq!(bullets[0].mark, ["□", Key::MarkMissedSoFar.say(Language::Chinese)]);
        let unjudged = bullets_of_few(few, None, Language::Chinese);
        let Kind::Bullets(bullets) = &unjudged.kind else { panic!("{:?}", unjudged.kind) };
        assert_eq!((bullets[0].reach, bullets[0].mark[0].as_str()), (Reach::Unjudged, "◐"));
    }
}
