//! Lines with their bands, markers, names and figures.

use plotters::style::text_anchor::HPos;

use super::labels::{self, Label, LabelRequest};
use super::marks;
use super::model::{Axis, Form, Point, Role};
use super::plot::Plot;
use super::scale;
use super::series_style::SeriesStyle;
use crate::chart::picture::EDGE;
use crate::chart::svg::{Canvas, FINE, GridPoint};
use crate::chart::text_width::shorten;

/// With more series than this, figures in the picture would only be clutter.
const MOST_LABELLED: usize = 8;
/// Markers that have less room than this on average would hide their line.
const MARKER_ROOM: i32 = 11 * FINE;
/// So many values of a target are written beside it; of more, only the last one.
const MOST_TARGET_LABELS: usize = 4;
/// What matters most is drawn last, on top.
const ORDER: [Role; 4] = [Role::Reference, Role::Target, Role::Projection, Role::Own];

/// Bands, lines, markers and figures, in this order from back to front.
pub(super) fn draw(plot: &Plot, is_named: bool, canvas: &mut Canvas) {
    let (layout, styles) = (plot.layout, &plot.layout.styles);
    let grid_points = grid_points(plot);
    for (place, line) in layout.lines.iter().enumerate().filter(|(place, _)| !grid_points[*place].is_empty())
    {
        draw_bands(plot, canvas, &styles[place], line);
    }
    for (place, _) in ORDER.iter().flat_map(|role| layout.of_role(*role)) {
        let (style, grid_points) = (&styles[place], &grid_points[place]);
        if grid_points.len() > 1 {
            marks::draw_line(canvas, style, grid_points);
        }
        let has_room = grid_points.len() as i32 <= (plot.right - plot.left) / MARKER_ROOM;
        let bare = match layout.axes.series[place].role {
            // A reference is a line without points, where it is a line; a projection begins where the own line ends.
            Role::Reference if grid_points.len() > 1 => grid_points.len(),
            Role::Projection if has_room => grid_points.len().saturating_sub(1),
            _ if has_room => 0,
            _ => grid_points.len(),
        };
        for (at, point) in grid_points.iter().zip(&layout.lines[place]).skip(bare) {
            let draw = if point.is_incomplete { marks::draw_half } else { marks::draw_marker };
            draw(canvas, style, *at);
        }
    }
    for label in placed(plot, &grid_points, is_named) {
        let SeriesStyle { class, ink, .. } = &styles[label.series];
        canvas.label(class, ink, &label.text, labels::TYPE, HPos::Center, label.middle);
    }
}

/// Whether each line has room for its name at its end. Columns have none, nor lines that cross them.
pub(super) fn are_named(plot: &Plot) -> bool {
    if plot.layout.axes.series.iter().any(|series| series.form == Form::Columns) {
        return false;
    }
    let grid_points = grid_points(plot);
    let to_name = named(plot, &grid_points).count();
    placed(plot, &grid_points, true).iter().filter(|label| label.is_name).count() == to_name
}

/// The places of the points of each line; columns have none.
fn grid_points(plot: &Plot) -> Vec<Vec<GridPoint>> {
    let layout = plot.layout;
    let of_line = |(line, series): (&Vec<&Point>, &super::Series)| match series.form {
        Form::Columns => Vec::new(),
        _ => line.iter().map(|point| (plot.x(point.x), plot.y(point.y))).collect(),
    };
    layout.lines.iter().zip(layout.axes.series).map(of_line).collect()
}

/// The bands of uncertainty: one for each run of neighbours that have both ends.
fn draw_bands(plot: &Plot, canvas: &mut Canvas, style: &SeriesStyle, line: &[&Point]) {
    for run in line.split(|point| scale::band(point).is_none()).filter(|run| !run.is_empty()) {
        let (mut outline, mut below) = (Vec::new(), Vec::new());
        for point in run {
            let x = plot.x(point.x);
            if let Some((low, high)) = scale::band(point) {
                outline.push((x, plot.y(high)));
                below.push((x, plot.y(low)));
            }
        }
        outline.extend(below.iter().rev());
        marks::draw_band(canvas, style, &outline);
    }
}

/// The lines that can be named at an end, those that matter most first.
fn named<'p>(
    plot: &'p Plot,
    grid_points: &'p [Vec<GridPoint>],
) -> impl Iterator<Item = (usize, &'p Point, GridPoint)> {
    let lines = ORDER.iter().rev().flat_map(move |role| plot.layout.of_role(*role));
    lines.filter_map(move |(series, line)| {
        let has_name = !plot.layout.axes.series[series].name.trim().is_empty();
        Some((series, *line.last().filter(|_| has_name)?, *grid_points[series].last()?))
    })
}

/// The words beside the lines with their places: names and the figures worth writing, the last of each line and every
/// target; the reader's own first.
fn placed(plot: &Plot, grid_points: &[Vec<GridPoint>], is_named: bool) -> Vec<Label> {
    let layout = plot.layout;
    let (mut names, mut figures) = (Vec::new(), Vec::new());
    // The last of a row of names is worth no more than the others.
    let has_figures = grid_points.len() <= MOST_LABELLED && !matches!(layout.axes.x, Axis::Named(_));
    let text = |point: &Point| shorten(&point.text(layout.values), labels::TYPE, layout.width / 4);
    let most_crossings = |series: usize| usize::from(layout.axes.series[series].role != Role::Reference);
    if is_named {
        names.extend(named(plot, grid_points).map(|(series, point, at)| {
            let name = layout.axes.series[series].name.trim();
            let text = if has_figures { format!("{name} {}", text(point)) } else { name.to_string() };
            LabelRequest { series, at, text, most_crossings: 1, is_name: true }
        }));
    }
    for (series, line) in ORDER.iter().rev().flat_map(|role| layout.of_role(*role)) {
        let Some(last) = line.last().filter(|_| has_figures && !grid_points[series].is_empty()) else {
            continue;
        };
        let is_target = layout.axes.series[series].role == Role::Target && line.len() <= MOST_TARGET_LABELS;
        let from = if is_target { 0 } else { line.len() - 1 };
        for (nth, (point, at)) in line.iter().zip(&grid_points[series]).enumerate().skip(from) {
            // What a name says, and what stays the same, is said once.
            let is_last = nth + 1 == line.len();
            if is_last && !is_named || !is_last && text(point) != text(last) {
                let most_crossings = most_crossings(series);
                figures.push(LabelRequest {
                    series,
                    at: *at,
                    text: text(point),
                    most_crossings,
                    is_name: false,
                });
            }
        }
    }
    let field = ((plot.left, plot.top - EDGE), (layout.width - EDGE / 2, plot.bottom - FINE));
    let place = |names: &[LabelRequest]| labels::place([names, &figures].concat(), grid_points, field);
    let labels = place(&names);
    if labels.iter().filter(|label| label.is_name).count() == names.len() {
        return labels;
    }
    // Whoever matters least may have the least room, and leaves it to the others if it comes first.
    names.reverse();
    place(&names)
}
