//! What marks are drawn with that belong to no series: the table from meaning to class and print-safe colour.
//!
//! plotters knows colours only. So a meaning travels through plotters as a reserved colour, a
//! [`Style`], and the canvas turns it back into class and attributes.

use plotters::style::Color;
use plotters_backend::BackendColor;

/// Ground of the picture; hollow markers and the halo of labels have it too.
pub(super) const PAPER: &str = "#ffffff";

/// The meaning of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Paper,
    Frame,
    Grid,
    Axis,
    Tick,
    XTitle,
    Unit,
    Legend,
    Title,
    Subtitle,
    Source,
    NoData,
    /// The name of a bar or a canal.
    Name,
    /// The figures of a canal.
    Figures,
    /// What lies between a canal and its branches, and what water passes on its way.
    Junction,
    /// The uncertainty of a bar.
    Whisker,
    /// Where water enters or leaves.
    Border,
    /// The name of a group of units.
    Group,
    /// A value beside its bar.
    Value,
}

/// Class and colour of each style. Their place is their code.
const STYLES: [(Style, &str, &str); 19] = [
    (Style::Paper, "paper", PAPER),
    (Style::Frame, "frame", "#c9d1d4"),
    (Style::Grid, "grid", "#dfe5e6"),
    (Style::Axis, "axis", "#7d8d93"),
    (Style::Tick, "tick", "#52616a"),
    (Style::XTitle, "x-title", "#52616a"),
    (Style::Unit, "unit", "#52616a"),
    (Style::Legend, "legend", "#172226"),
    (Style::Title, "title", "#172226"),
    (Style::Subtitle, "subtitle", "#52616a"),
    (Style::Source, "source", "#52616a"),
    (Style::NoData, "no-data", "#52616a"),
    (Style::Name, "name", "#172226"),
    (Style::Figures, "figures", "#52616a"),
    (Style::Junction, "junction", "#7d8d93"),
    (Style::Whisker, "whisker", "#172226"),
    (Style::Border, "border", "#172226"),
    (Style::Group, "group", "#172226"),
    (Style::Value, "value", "#172226"),
];

impl Style {
    /// Class and colour.
    pub(super) fn class_and_colour(self) -> (&'static str, &'static str) {
        let looks = STYLES.iter().find(|(style, ..)| *style == self);
        looks.map(|(_, class, colour)| (*class, *colour)).unwrap_or_default()
    }
}

impl Color for Style {
    fn to_backend_color(&self) -> BackendColor {
        let code = STYLES.iter().position(|(style, ..)| style == self).unwrap_or(0);
        BackendColor { alpha: 1.0, rgb: (0, 0, code as u8) }
    }
}

impl From<BackendColor> for Style {
    fn from(BackendColor { rgb: (_, _, code), .. }: BackendColor) -> Self {
        STYLES.get(usize::from(code)).map_or(Style::Axis, |(style, ..)| *style)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_survives_its_way_through_plotters() {
        for style in STYLES.map(|(style, ..)| style) {
            assert_eq!(Style::from(style.to_backend_color()), style);
        }
    }
}
