//! Lines with their bands, markers and figures.

use plotters::style::text_anchor::HPos;

use super::labels::{self, LabelRequest};
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

/// Bands, lines, markers and figures, in this order from back to front.
pub(super) fn draw(plot: &Plot, canvas: &mut Canvas) {
    let (layout, styles) = (plot.layout, &plot.layout.styles);
    // The places of the points of each line; columns have none.
    let mut grid_points: Vec<Vec<GridPoint>> = vec![Vec::new(); styles.len()];
    for (place, line) in layout.lines.iter().enumerate() {
        if layout.axes.series[place].form != Form::Columns {
            grid_points[place] = line.iter().map(|point| (plot.x(point.x), plot.y(point.y))).collect();
            draw_bands(plot, canvas, &styles[place], line);
        }
    }
    // What matters most is drawn last, on top.
    let order = [Role::Reference, Role::Target, Role::Projection, Role::Own];
    for (place, _) in order.iter().flat_map(|role| layout.of_role(*role)) {
        let (style, grid_points) = (&styles[place], &grid_points[place]);
        if grid_points.len() > 1 {
            marks::draw_line(canvas, style, grid_points);
        }
        // A reference is a line without points, where it is a line.
        let is_bare = layout.axes.series[place].role == Role::Reference && grid_points.len() > 1;
        if !is_bare && grid_points.len() as i32 <= (plot.right - plot.left) / MARKER_ROOM {
            grid_points.iter().for_each(|grid_point| marks::draw_marker(canvas, style, *grid_point));
        }
    }
    let field = ((plot.left, plot.top - EDGE), (layout.width, plot.bottom - FINE));
    for label in labels::place(requests(plot, &grid_points), &grid_points, field) {
        let SeriesStyle { class, colour, .. } = &styles[label.series];
        canvas.label(class, colour, &label.text, labels::TYPE, HPos::Center, label.middle);
    }
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

/// The figures worth writing: the last of each line, and every target; the reader's own first.
fn requests(plot: &Plot, grid_points: &[Vec<GridPoint>]) -> Vec<LabelRequest> {
    let layout = plot.layout;
    let mut requests = Vec::new();
    // The last of a row of names is worth no more than the others.
    if grid_points.len() > MOST_LABELLED || matches!(layout.axes.x, Axis::Named(_)) {
        return requests;
    }
    for role in [Role::Own, Role::Projection, Role::Target, Role::Reference] {
        for (series, line) in layout.of_role(role).filter(|(series, _)| !grid_points[*series].is_empty()) {
            let all = role == Role::Target && line.len() <= MOST_TARGET_LABELS;
            let from = if all { 0 } else { line.len().saturating_sub(1) };
            requests.extend(line.iter().zip(&grid_points[series]).skip(from).map(|(point, at)| {
                let text = shorten(&point.text(layout.values), labels::TYPE, layout.width / 4);
                LabelRequest { series, at: *at, text, most_crossings: usize::from(role != Role::Reference) }
            }));
        }
    }
    requests
}
