//! The marks of a series, drawn with its style: lines, markers, bands, bars, and the samples of the legend.

use super::model::{Axes, Role};
use super::scale;
use super::series_style::{SeriesStyle, Shape};
use crate::chart::legend::SAMPLE;
use crate::chart::style::{PAPER, Style};
use crate::chart::svg::{Canvas, FINE, GridPoint, corners, path_data, px};

/// Half the height of a bar in the legend.
const HALF: i32 = 5 * FINE;
/// Half the length of a whisker's ends.
const CAP: i32 = 4 * FINE;
/// Half the thickness of a target's mark.
const MARK: i32 = 15 * FINE / 10;

/// A column or a lying bar between two corners.
pub(super) fn draw_bar(canvas: &mut Canvas, style: &SeriesStyle, a: GridPoint, b: GridPoint) {
    let SeriesStyle { class, colour, pale, stripes, hollow, .. } = style;
    let place = corners(a, b);
    // A mark is small and therefore not as pale as a bar.
    let (kind, fill) = match (stripes, hollow) {
        (Some(_), _) => ("bar hollow", PAPER),
        (None, false) => ("bar", *pale),
        (None, true) => ("mark", *colour),
    };
    canvas.element(format_args!(
        r#"<rect class="{kind} {class}" {place} fill="{fill}" stroke="{colour}" stroke-width="1"/>"#
    ));
    if let Some(dashes) = stripes {
        // Stripes are the dashes of a line as wide as the bar.
        let (middle, width) = ((a.0.min(b.0) + a.0.max(b.0)) / 2, px((a.0 - b.0).abs()));
        let path = [(middle, a.1.max(b.1)), (middle, a.1.min(b.1))];
        draw_stroke(canvas, style, &width, Some(dashes), &path);
    }
}

/// The mark of a target across the row of a bar.
pub(super) fn draw_mark(canvas: &mut Canvas, style: &SeriesStyle, (x, y): GridPoint, half: i32) {
    draw_bar(canvas, style, (x - MARK, y - half), (x + MARK, y + half));
}

/// From one end to the other in one stroke, with a cap at either end.
pub(super) fn draw_whisker(canvas: &mut Canvas, [a, b]: [GridPoint; 2], upright: bool) {
    let cap = |(x, y): GridPoint, by: i32| if upright { (x + by, y) } else { (x, y + by) };
    canvas.path(Style::Whisker, &[cap(a, -CAP), cap(a, CAP), a, b, cap(b, -CAP), cap(b, CAP)]);
}

pub(super) fn draw_line(canvas: &mut Canvas, style: &SeriesStyle, path: &[GridPoint]) {
    draw_stroke(canvas, style, style.line_width, style.dash, path);
}

fn draw_stroke(
    canvas: &mut Canvas,
    style: &SeriesStyle,
    width: &str,
    dash: Option<&str>,
    path: &[GridPoint],
) {
    let SeriesStyle { class, colour, .. } = style;
    let (path, dash) = (path_data(path), dashes(dash));
    canvas.element(format_args!(
        r#"<path class="series {class}" d="{path}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linejoin="round"{dash}/>"#
    ));
}

/// A marker in the form of its series.
pub(super) fn draw_marker(canvas: &mut Canvas, style: &SeriesStyle, (x, y): GridPoint) {
    let (class, r) = (&style.class, style.radius);
    // A rim of paper keeps full markers apart from lines that cross them.
    let (hollow, fill, stroke, width) =
        if style.hollow { (" hollow", PAPER, style.colour, "1.5") } else { ("", style.colour, PAPER, "1") };
    let paint = format!(r#"fill="{fill}" stroke="{stroke}" stroke-width="{width}""#);
    let corners: &[GridPoint] = match style.shape {
        Shape::Circle => {
            let (x, y, r) = (px(x), px(y), px(r));
            return canvas.element(format_args!(
                r#"<circle class="marker {class}{hollow}" cx="{x}" cy="{y}" r="{r}" {paint}/>"#
            ));
        }
        Shape::Square => &[(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)],
        Shape::Diamond => &[(x, y - r), (x + r, y), (x, y + r), (x - r, y)],
        Shape::Triangle => &[(x, y - r), (x + r, y + r * 3 / 4), (x - r, y + r * 3 / 4)],
        Shape::PointDown => &[(x, y + r), (x + r, y - r * 3 / 4), (x - r, y - r * 3 / 4)],
    };
    let path = path_data(corners);
    canvas.element(format_args!(r#"<path class="marker {class}{hollow}" d="{path}Z" {paint}/>"#));
}

/// The marker of a value of which something is missing: half a disc.
pub(super) fn draw_half(canvas: &mut Canvas, style: &SeriesStyle, (x, y): GridPoint) {
    let SeriesStyle { class, colour, radius: r, .. } = style;
    let disc = [x, y, *r].map(px);
    canvas.element(format_args!(
        r#"<circle class="marker {class} hollow" cx="{}" cy="{}" r="{}" fill="{PAPER}" stroke="{colour}" stroke-width="1.5"/>"#,
        disc[0], disc[1], disc[2]
    ));
    // Two curves that are a half circle to the eye.
    let bend = r * 55 / 100;
    let [left, inner, middle, top, upper, lower, bottom] =
        [x - r, x - bend, x, y - r, y - bend, y + bend, y + r].map(px);
    let y = px(y);
    canvas.element(format_args!(
        r#"<path class="half {class}" d="M{middle} {top}C{inner} {top} {left} {upper} {left} {y}C{left} {lower} {inner} {bottom} {middle} {bottom}Z" fill="{colour}"/>"#
    ));
}

/// The band of uncertainty. Its rim shows it even where it is a single bar.
pub(super) fn draw_band(canvas: &mut Canvas, style: &SeriesStyle, corners: &[GridPoint]) {
    let SeriesStyle { class, colour, dash, hollow, .. } = style;
    let (path, dash) = (path_data(corners), dashes(dash.filter(|_| *hollow)));
    canvas.element(format_args!(
        r#"<path class="band {class}" d="{path}Z" fill="{colour}" fill-opacity="0.14" stroke="{colour}" stroke-opacity="0.5" stroke-width="1"{dash}/>"#
    ));
}

fn dashes(dashes: Option<&str>) -> String {
    dashes.map(|dashes| format!(r#" stroke-dasharray="{dashes}""#)).unwrap_or_default()
}

/// What stands in the legend before the name of a series, or of its band: a piece of it.
pub(super) fn draw_sample(
    canvas: &mut Canvas,
    axes: &Axes,
    (series, style): (usize, &SeriesStyle),
    is_band: bool,
    (x, end, y): (i32, i32, i32),
) {
    let series = &axes.series[series];
    let (above, below) = (y - HALF, y + HALF);
    let from_zero = scale::from_zero(axes, series);
    if is_band && from_zero {
        draw_whisker(canvas, [(x, y), (end, y)], false);
    } else if is_band {
        draw_band(canvas, style, &[(x, above), (end, above), (end, below), (x, below)]);
    } else if axes.lying && series.role == Role::Target {
        draw_mark(canvas, style, (end - HALF, y), HALF);
    } else if from_zero {
        draw_bar(canvas, style, (end - 3 * HALF, above), (end, below));
    } else {
        draw_line(canvas, style, &[(x, y), (end, y)]);
        if series.role != Role::Reference || series.points.len() < 2 {
            draw_marker(canvas, style, (x + SAMPLE / 2, y));
        }
    }
}
