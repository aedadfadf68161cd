//! How certain a figure is, and which measurement to improve first.

use crate::chart::{Axis, Chart, Kind, Point, Role, Series};
use crate::metric::Figure;
use crate::text::{Key, Language, Message, number};
use crate::uncertainty::{Budget, BudgetRow};

/// How many measurements are drawn; the others add less than each of them.
const BARS: usize = 12;

/// What the typed numbers add to a figure's variance, the greatest first; none where nothing is uncertain.
pub fn budget_chart(figure: &Figure, language: Language) -> Option<Chart> {
    let budget = Budget::of(figure);
    if budget.rows.is_empty() {
        return None;
    }
    let rows = &budget.rows[..budget.rows.len().min(BARS)];
    let name = |row: &BudgetRow| budget_row_name(row, language);
    let point = |(place, row): (usize, &BudgetRow)| {
        Point::new(place as f64, 100.0 * row.share, number(100.0 * row.share, 1))
    };
    let say = |key: Key| key.say(language).to_string();
    let share = number(100.0 * rows[0].share, 1);
    Some(Chart {
        id: "uncertainty-budget".to_string(),
        kind: Kind::Bars,
        title: Message::new(Key::FindingShare)
            .with("first", name(&rows[0]))
            .with("share", share)
            .say(language),
        subtitle: say(Key::ChartBudgetTitle),
        description: Message::new(Key::ChartBudgetDescription)
            .with("count", budget.rows.len().to_string())
            .with("first", name(&budget.rows[0]))
            .say(language),
        unit: "%".to_string(),
        x_title: say(Key::ChartBudgetMeasure),
        x: Axis::Named(rows.iter().map(name).collect()),
        decimals: 1,
        series: vec![Series {
            name: say(Key::ChartBudgetShare),
            role: Role::Own,
            points: rows.iter().enumerate().map(point).collect(),
            ..Series::default()
        }],
        source: say(Key::ChartSourceOwn),
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    })
}

/// Whose number a row of a budget is, and what it measures.
pub fn budget_row_name(row: &BudgetRow, language: Language) -> String {
    match row.label.as_str() {
        "" => row.measure.get(language).to_string(),
        label => format!("{label} · {}", row.measure.get(language)),
    }
}

/// A figure as a point; where it has an uncertainty, with the interval of twice the standard uncertainty either way.
pub(super) fn with_interval(x: f64, figure: &Figure) -> Point {
    let (value, u) = (figure.value(), figure.u());
    let point = Point { is_incomplete: figure.is_incomplete(), ..Point::new(x, value, figure.shown()) };
    if u > 0.0 { Point { low: Some(value - 2.0 * u), high: Some(value + 2.0 * u), ..point } } else { point }
}
