//! The marks that both pictures of a net have, and how each kind of water is drawn.

use super::model::{Severity, Water};
use crate::chart::picture::Use;
use crate::chart::style::Style;
use crate::chart::svg::{Canvas, FINE, GridPoint, escape, path_data, px};

/// Samples of the legend beyond the kinds of water.
pub(super) const UNKNOWN: usize = WATERS.len();
pub(super) const CIRCULATION: usize = UNKNOWN + 1;
pub(super) const WITHIN: usize = UNKNOWN + 2;
pub(super) const EXCEEDS: usize = UNKNOWN + 3;

/// What a finger or a pointer needs to hit a thin line.
const HIT: i32 = 12 * FINE;
/// Length of an arrow's head.
pub(super) const HEAD: i32 = 7 * FINE;
/// Room of a residual's mark before its label.
pub(super) const MARK: i32 = 28 * FINE;

/// How a kind of water is drawn.
pub(super) struct WaterStyle {
    pub class: &'static str,
    /// Of what carries the meaning where it is thin: arrows, heads, figures.
    pub colour: &'static str,
    /// Of ribbons.
    pub tint: &'static str,
    /// Width and dashes of an arrow.
    pub arrow: (&'static str, &'static str),
}

/// The kinds of water in the order of [`Water::ALL`]. Without colour the steps of lightness tell ribbons apart, and
/// dashes tell arrows; water that was used before has one tint, whether it was treated or not.
pub(super) const WATERS: [WaterStyle; 7] = [
    water("fresh", "#20688f", "#aed6ea", ("1.8", "")),
    water("nonconventional", "#5c6b17", "#b7c26a", ("1.8", "14 4")),
    water("reused", "#0b6e75", "#74b5b0", ("1.8", "9 3 2 3")),
    water("reclaimed", "#0b6e75", "#74b5b0", ("1.8", "6 3")),
    water("discharge", "#4d585d", "#757d80", ("2.6", "")),
    water("consumption", "#8a6410", "#f1e2c0", ("1.8", "1.5 2.5")),
    water("leakage", "#a83327", "#d27b70", ("1.8", "3 4")),
];

const fn water(
    class: &'static str,
    colour: &'static str,
    tint: &'static str,
    arrow: (&'static str, &'static str),
) -> WaterStyle {
    WaterStyle { class, colour, tint, arrow }
}

pub(super) fn water_style(water: Water) -> &'static WaterStyle {
    &WATERS[water as usize]
}

/// Draws the samples that both pictures have: what is not known, what goes round, residuals.
pub(super) fn draw_sample(canvas: &mut Canvas, sample: usize, (x, end, y): (i32, i32, i32)) {
    match sample {
        UNKNOWN => draw_unknown(canvas, &WATERS[0], &path_data(&[(x, y), (end, y)])),
        CIRCULATION => draw_loop(canvas, (x + 4 * FINE, y)),
        WITHIN => draw_residual(canvas, Severity::Within, (x, y)),
        _ => draw_residual(canvas, Severity::Exceeds, (x, y)),
    }
}

/// Opens the group of a node or a flow, which can be found, heard and, in a page, chosen.
pub(super) fn open(canvas: &mut Canvas, class: &str, data: Option<(&str, usize)>, said: &[String], on: Use) {
    let data = data.map(|(what, place)| match on {
        Use::InPage => format!(
            r#" data-{what}="{place}" tabindex="0" role="button" aria-label="{}""#,
            escape(&said.join(", "))
        ),
        Use::OnItsOwn => format!(r#" data-{what}="{place}""#),
    });
    let said = said.iter().map(|line| escape(line)).collect::<Vec<_>>().join("\n");
    canvas.element(format_args!(r#"<g class="{class}"{}><title>{said}</title>"#, data.unwrap_or_default()));
}

pub(super) fn close(canvas: &mut Canvas) {
    canvas.element(format_args!("</g>"));
}

/// A wide line that is not seen, so that a thin one can be hit.
pub(super) fn draw_hit(canvas: &mut Canvas, path: &str, thickness: i32) {
    let width = px(thickness.max(HIT));
    canvas.element(format_args!(
        r##"<path class="hit" d="{path}" fill="none" stroke="#000000" stroke-opacity="0" stroke-width="{width}" pointer-events="stroke"/>"##
    ));
}

/// A thin dashed line: that water flows is known, how much is not.
pub(super) fn draw_unknown(canvas: &mut Canvas, style: &WaterStyle, path: &str) {
    let (class, colour) = (style.class, style.colour);
    canvas.element(format_args!(
        r#"<path class="ribbon {class}" d="{path}" fill="none" stroke="{colour}" stroke-width="1.5" stroke-dasharray="5 4"/>"#
    ));
}

/// The head of an arrow that ends at a place, coming along `(dx, dy)`, which is one step; it is as long as
/// it is wide.
pub(super) fn draw_head(
    canvas: &mut Canvas,
    style: &WaterStyle,
    (x, y): GridPoint,
    (dx, dy): (i32, i32),
    long: i32,
) {
    let (back_x, back_y) = (x - dx * long, y - dy * long);
    let half = long / 2;
    let corners =
        [(x, y), (back_x - dy * half, back_y + dx * half), (back_x + dy * half, back_y - dx * half)];
    let (class, colour, path) = (style.class, style.colour, path_data(&corners));
    canvas.element(format_args!(r#"<path class="head {class}" d="{path}Z" fill="{colour}"/>"#));
}

/// A small loop to the right of a place, as of water that comes back to it.
pub(super) fn draw_loop(canvas: &mut Canvas, (x, y): GridPoint) {
    let (class, colour) = Style::Junction.class_and_colour();
    let at = |dx: i32, dy: i32| format!("{} {}", px(x + dx * FINE), px(y + dy * FINE));
    let (from, over, under, to) = (at(0, -4), at(19, -6), at(19, 6), at(5, 4));
    let tip = [(x, y + 4 * FINE), (x + 6 * FINE, y + FINE), (x + 6 * FINE, y + 7 * FINE)];
    let tip = path_data(&tip);
    canvas.element(format_args!(
        r#"<path class="{class} line" d="M{from}C{over} {under} {to}" fill="none" stroke="{colour}" stroke-width="1.5"/>"#
    ));
    canvas.element(format_args!(r#"<path class="{class}" d="{tip}Z" fill="{colour}"/>"#));
}

/// A hatched stub and a shape: an open circle for what is allowed, a full triangle for what is not.
pub(super) fn draw_residual(canvas: &mut Canvas, severity: Severity, (x, y): GridPoint) {
    let (class, colour, hatch) = match severity {
        Severity::Exceeds => ("exceeds", "#b8470b", "2 1.5"),
        _ => ("within", "#52616a", "1 3"),
    };
    let (end, half) = (x + 12 * FINE, 4 * FINE);
    let rim = path_data(&[(x, y - half), (end, y - half), (end, y + half), (x, y + half)]);
    let middle = path_data(&[(x, y), (end, y)]);
    let mut element = |args: std::fmt::Arguments| canvas.element(args);
    element(format_args!(
        r#"<path class="residual {class}" d="{rim}" fill="none" stroke="{colour}" stroke-width="1"/>"#
    ));
    element(format_args!(
        r#"<path class="residual {class}" d="{middle}" fill="none" stroke="{colour}" stroke-width="8" stroke-dasharray="{hatch}"/>"#
    ));
    let at = end + 8 * FINE;
    if severity == Severity::Exceeds {
        let (half, path) = (5 * FINE, &[(at, y - 5 * FINE), (at + 5 * FINE, y + 4 * FINE)]);
        let path = path_data(&[path[0], path[1], (at - half, y + 4 * FINE)]);
        element(format_args!(r#"<path class="shape {class}" d="{path}Z" fill="{colour}"/>"#));
    } else {
        let (x, y) = (px(at), px(y));
        element(format_args!(
            r#"<circle class="residual {class}" cx="{x}" cy="{y}" r="3.5" fill="none" stroke="{colour}" stroke-width="1.5"/>"#
        ));
    }
}
