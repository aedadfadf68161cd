//! Amounts by person and day as lengths: a home on the scale of others, a use beside that of an efficient home.
//!
//! Shapes carry a class, which the style sheet themes, and a colour that holds where there is no style sheet.

use crate::chart::escape;
use crate::metric::Figure;
use crate::numeric::plain;
use crate::numeric::round;

/// Something to compare with, named at its tick.
pub struct Mark {
    /// Name and number.
    pub words: String,
    /// Where it stands, in L by person and day.
    pub value: f64,
    /// Whether its words stand above the bar.
    pub above: bool,
}

/// The least that the scale reaches.
const REACH: f64 = 160.0;

const BAR: f64 = 12.0;

/// The height of a line of words.
const LINE: f64 = 20.0;

/// A home on the scale, in a room so wide: own water, its ±, and what it is compared with. `label` says it to who cannot see it.
pub fn scale(own: Option<&Figure>, marks: &[Mark], width: f64, label: &str) -> String {
    let (above, below): (Vec<&Mark>, Vec<&Mark>) = marks.iter().partition(|mark| mark.above);
    let top = LINE * above.len() as f64 + 4.0;
    let height = top + BAR + 4.0 + LINE * below.len() as f64 + 4.0;
    let mut svg = format!(
        "<svg class=\"scale\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"img\"><title>{}</title>",
        escape(label),
        w = text(width),
        h = text(height)
    );
    svg += &on_scale(own, marks, (0.0, top, width), 12.0);
    svg += "</svg>";
    svg
}

/// The scale at a place of a picture, with words of a size; lines of words stand a line above each other.
pub(super) fn on_scale(
    own: Option<&Figure>,
    marks: &[Mark],
    (left, top, width): (f64, f64, f64),
    size: f64,
) -> String {
    let values = marks.iter().map(|mark| mark.value).chain(own.map(|own| own.value() + own.u()));
    let reach = values.fold(REACH, |most, value| if 1.05 * value > most { 1.05 * value } else { most });
    let at = |value: f64| left + width * value / reach;
    let factor = size / 12.0;
    let (thick, line) = (BAR * factor, LINE * factor);
    let mut svg = rect("rest", "#dfe5e6", (left, top, width, thick));
    if let Some(own) = own {
        svg += &rect("own", "#0b6e75", (left, top, at(own.value()) - left, thick));
        if own.u() > 0.0 {
            let from = if own.value() > own.u() { own.value() - own.u() } else { 0.0 };
            let range =
                (at(from), top + thick / 2.0 - factor, at(own.value() + own.u()) - at(from), 2.0 * factor);
            svg += &rect("mark", "#172226", range);
        }
    }
    let (mut over, mut under) = (0.0, 0.0);
    for mark in marks {
        let x = at(mark.value);
        svg += &rect("mark", "#172226", (x - factor, top - 4.0 * factor, 2.0 * factor, thick + 8.0 * factor));
        let y = if mark.above {
            over += 1.0;
            top - 8.0 * factor - line * (over - 1.0)
        } else {
            under += 1.0;
            top + thick + line * under - 2.0 * factor
        };
        let (x, anchor) = match (x - left) / width {
            share if share < 0.2 => (left.max(x - 2.0 * factor), "start"),
            share if share > 0.8 => ((left + width).min(x + 2.0 * factor), "end"),
            _ => (x, "middle"),
        };
        svg += &words("quiet", "#52616a", (x, y), (size, 400, anchor), &mark.words);
    }
    svg
}

/// A use on a common scale, with a tick for an efficient home. It stretches to the room that it has.
pub fn bar(value: f64, efficient: f64, most: f64) -> String {
    let at = |value: f64| if most > 0.0 { 176.0 * value / most } else { 0.0 };
    format!(
        "<svg class=\"use-bar\" viewBox=\"0 0 180 24\" width=\"180\" height=\"24\" preserveAspectRatio=\"none\">{}{}</svg>",
        rect("own", "#0b6e75", (0.0, 8.0, at(value), 8.0)),
        rect("mark", "#172226", (at(efficient), 4.0, 2.0, 16.0))
    )
}

pub(super) fn rect(class: &str, fill: &str, (x, y, width, height): (f64, f64, f64, f64)) -> String {
    let [x, y, width, height] = [x, y, width.max(0.0), height].map(text);
    format!(
        "<rect class=\"{class}\" fill=\"{fill}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
    )
}

pub(super) fn words(
    class: &str,
    fill: &str,
    (x, y): (f64, f64),
    (size, weight, anchor): (f64, u32, &str),
    said: &str,
) -> String {
    let weight = f64::from(weight);
    format!(
        "<text class=\"{class}\" fill=\"{fill}\" x=\"{}\" y=\"{}\" font-size=\"{}\" font-weight=\"{}\" text-anchor=\"{anchor}\">{}</text>",
        text(x),
        text(y),
        text(size),
        text(weight),
        escape(said)
    )
}

pub(super) fn text(number: f64) -> String {
    plain(round(number, 1))
}
