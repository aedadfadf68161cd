//! What marks are drawn with that belong to no series: the table from meaning to class and print-safe colour.
//!
//! plotters knows colours only. So a meaning travels through plotters as a reserved colour, an
//! [`Ink`], and the canvas turns it back into class and attributes.

use plotters::style::Color;
use plotters_backend::BackendColor;

/// Ground of the picture; hollow markers and the halo of labels have it too.
pub(super) const PAPER: &str = "#ffffff";

/// The meaning of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    Paper,
    Frame,
    Grid,
    Axis,
    Tick,
    XTitle,
    Unit,
    Legend,
    Title,
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
}

/// Class and colour of each ink. Their place is their code.
const INKS: [(Ink, &str, &str); 17] = [
    (Ink::Paper, "paper", PAPER),
    (Ink::Frame, "frame", "#c9d1d4"),
    (Ink::Grid, "grid", "#dde3e5"),
    (Ink::Axis, "axis", "#6d7a80"),
    (Ink::Tick, "tick", "#4b585e"),
    (Ink::XTitle, "x-title", "#4b585e"),
    (Ink::Unit, "unit", "#4b585e"),
    (Ink::Legend, "legend", "#1d272b"),
    (Ink::Title, "title", "#1d272b"),
    (Ink::Source, "source", "#4b585e"),
    (Ink::NoData, "no-data", "#4b585e"),
    (Ink::Name, "name", "#1d272b"),
    (Ink::Figures, "figures", "#4b585e"),
    (Ink::Junction, "junction", "#6d7a80"),
    (Ink::Whisker, "whisker", "#1d272b"),
    (Ink::Border, "border", "#1d272b"),
    (Ink::Group, "group", "#1d272b"),
];

impl Ink {
    /// Class and colour.
    pub(super) fn looks(self) -> (&'static str, &'static str) {
        let looks = INKS.iter().find(|(ink, ..)| *ink == self);
        looks.map(|(_, class, colour)| (*class, *colour)).unwrap_or_default()
    }
}

impl Color for Ink {
    fn to_backend_color(&self) -> BackendColor {
        let code = INKS.iter().position(|(ink, ..)| ink == self).unwrap_or(0);
        BackendColor { alpha: 1.0, rgb: (0, 0, code as u8) }
    }
}

impl From<BackendColor> for Ink {
    fn from(BackendColor { rgb: (_, _, code), .. }: BackendColor) -> Self {
        INKS.get(usize::from(code)).map_or(Ink::Axis, |(ink, ..)| *ink)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ink_survives_its_way_through_plotters() {
        for ink in INKS.map(|(ink, ..)| ink) {
            assert_eq!(Ink::from(ink.to_backend_color()), ink);
        }
    }
}
