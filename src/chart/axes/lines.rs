//! Lines with their bands, markers and figures.

use plotters::style::text_anchor::HPos;

use super::labels::{self, Wish};
use super::marks;
use super::model::{Axis, Form, Point, Role};
use super::pens::Pen;
use super::plot::Plot;
use super::scale;
use crate::chart::picture::EDGE;
use crate::chart::svg::{Canvas, FINE, Spot};
use crate::chart::text_width::shorten;

/// With more series than this, figures in the picture would only be clutter.
const MOST_LABELLED: usize = 8;
/// Markers that have less room than this on average would hide their line.
const MARKER_ROOM: i32 = 11 * FINE;
/// So many values of a target are written beside it; of more, only the last one.
const MOST_TARGET_LABELS: usize = 4;

/// Bands, lines, markers and figures, in this order from back to front.
pub(super) fn draw(plot: &Plot, canvas: &mut Canvas) {
    let (layout, pens) = (plot.layout, &plot.layout.pens);
    // The places of the points of each line; columns have none.
    let mut spots: Vec<Vec<Spot>> = vec![Vec::new(); pens.len()];
    for (place, line) in layout.lines.iter().enumerate() {
        if layout.axes.series[place].form != Form::Columns {
            spots[place] = line.iter().map(|point| (plot.across(point.x), plot.up(point.y))).collect();
            draw_bands(plot, canvas, &pens[place], line);
        }
    }
    // What matters most is drawn last, on top.
    let order = [Role::Reference, Role::Target, Role::Projection, Role::Own];
    for (place, _) in order.iter().flat_map(|role| layout.of_role(*role)) {
        let (pen, spots) = (&pens[place], &spots[place]);
        if spots.len() > 1 {
            marks::draw_line(canvas, pen, spots);
        }
        if spots.len() as i32 <= (plot.right - plot.left) / MARKER_ROOM {
            spots.iter().for_each(|spot| marks::draw_marker(canvas, pen, *spot));
        }
    }
    let field = ((plot.left, plot.top - EDGE), (layout.width, plot.bottom - FINE));
    for label in labels::place(wishes(plot, &spots), &spots, field) {
        let Pen { class, colour, .. } = &pens[label.series];
        canvas.label(class, colour, &label.text, labels::TYPE, HPos::Center, label.middle);
    }
}

/// The bands of uncertainty: one for each run of neighbours that have both ends.
fn draw_bands(plot: &Plot, canvas: &mut Canvas, pen: &Pen, line: &[&Point]) {
    for run in line.split(|point| scale::band(point).is_none()).filter(|run| !run.is_empty()) {
        let (mut outline, mut below) = (Vec::new(), Vec::new());
        for point in run {
            let x = plot.across(point.x);
            if let Some((low, high)) = scale::band(point) {
                outline.push((x, plot.up(high)));
                below.push((x, plot.up(low)));
            }
        }
        outline.extend(below.iter().rev());
        marks::draw_band(canvas, pen, &outline);
    }
}

/// The figures worth writing: the last of each line, and every target; the reader's own first.
fn wishes(plot: &Plot, spots: &[Vec<Spot>]) -> Vec<Wish> {
    let layout = plot.layout;
    let mut wishes = Vec::new();
    // The last of a row of names is worth no more than the others.
    if spots.len() > MOST_LABELLED || matches!(layout.axes.x, Axis::Named(_)) {
        return wishes;
    }
    for role in [Role::Own, Role::Projection, Role::Target, Role::Reference] {
        for (series, line) in layout.of_role(role).filter(|(series, _)| !spots[*series].is_empty()) {
            let all = role == Role::Target && line.len() <= MOST_TARGET_LABELS;
            let from = if all { 0 } else { line.len().saturating_sub(1) };
            wishes.extend(line.iter().zip(&spots[series]).skip(from).map(|(point, at)| {
                let text = shorten(&point.text(layout.values), labels::TYPE, layout.width / 4);
                Wish { series, at: *at, text, most_crossings: usize::from(role != Role::Reference) }
            }));
        }
    }
    wishes
}
