//! What each mark is drawn with: the one table from meaning to class and print-safe looks.
//!
//! plotters knows colours only. So a meaning travels through plotters as a reserved colour, an
//! [`Ink`], and the SVG backend turns it back into class and attributes.

use plotters::style::Color;
use plotters_backend::BackendColor;

use super::model::{Role, Series};

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
    /// A series by its place in the chart: its line, its markers, its band, the labels at its points.
    Series(usize),
}

/// The inks that do not belong to a series: class and colour. Their place is their code.
const FIXED: [(Ink, &str, &str); 11] = [
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
];

impl Ink {
    /// Class and colour of an ink that belongs to no series.
    pub(super) fn fixed(self) -> Option<(&'static str, &'static str)> {
        FIXED.iter().find(|(ink, ..)| *ink == self).map(|(_, class, colour)| (*class, *colour))
    }

    fn code(self) -> u32 {
        let code = match self {
            Ink::Series(place) => FIXED.len().saturating_add(place),
            fixed => FIXED.iter().position(|(ink, ..)| *ink == fixed).unwrap_or(0),
        };
        u32::try_from(code).unwrap_or(u32::MAX).min(0x00ff_ffff)
    }
}

impl Color for Ink {
    fn to_backend_color(&self) -> BackendColor {
        let [_, r, g, b] = self.code().to_be_bytes();
        BackendColor { alpha: 1.0, rgb: (r, g, b) }
    }
}

impl From<BackendColor> for Ink {
    fn from(BackendColor { rgb: (r, g, b), .. }: BackendColor) -> Self {
        let code = u32::from_be_bytes([0, r, g, b]) as usize;
        FIXED.get(code).map_or_else(|| Ink::Series(code - FIXED.len()), |(ink, ..)| *ink)
    }
}

/// The form of a marker, so that series differ without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Circle,
    Square,
    Triangle,
    Diamond,
    PointDown,
}

/// How a series is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pen {
    /// Role and colour slot, such as `own s1`.
    pub class: String,
    pub colour: &'static str,
    pub line_width: &'static str,
    pub dash: Option<&'static str>,
    pub shape: Shape,
    pub hollow: bool,
    /// Half the marker's width in tenths of a pixel.
    pub radius: i32,
}

/// Colours of slot 1, by role. All colours keep 4.5:1 against the paper and their order of
/// lightness tells neighbours apart in the common kinds of colour blindness.
const FIRST: [(Role, &str); 3] =
    [(Role::Own, "#0b6e75"), (Role::Reference, "#5b6470"), (Role::Target, "#b8470b")];
/// Colours of the slots 2 to 6, for every further series of any role.
const FURTHER: [&str; 5] = ["#0062a3", "#a3337f", "#6b6400", "#5a3fb0", "#7d3c12"];

/// The pens of all series, in the order of the series.
pub(super) fn pens(series: &[Series]) -> Vec<Pen> {
    let mut further = (2..=6).zip(FURTHER).cycle();
    let mut seen: Vec<Role> = Vec::new();
    let mut pens = Vec::with_capacity(series.len());
    for one in series {
        let rank = seen.iter().filter(|role| **role == one.role).count();
        seen.push(one.role);
        let first = FIRST.iter().find(|(role, _)| rank == 0 && *role == one.role);
        let slot = first.map(|(_, colour)| (1, *colour)).or_else(|| further.next());
        let (slot, colour) = slot.unwrap_or((1, FIRST[0].1));
        pens.push(pen(one.role, rank, slot, colour));
    }
    pens
}

fn pen(role: Role, rank: usize, slot: usize, colour: &'static str) -> Pen {
    use Shape::{Circle, Diamond, PointDown, Square, Triangle};
    let turn = rank % 5;
    let dash = [None, Some("12 3"), Some("8 3 2 3"), Some("2 3")][rank % 4];
    let (class, line_width, dash, shape, hollow, radius) = match role {
        Role::Own => ("own", "2.5", dash, [Circle, Triangle, Diamond, Square, PointDown][turn], false, 42),
        Role::Reference => {
            ("reference", "1.5", dash, [Square, PointDown, Circle, Triangle, Diamond][turn], false, 32)
        }
        Role::Target => {
            ("target", "1.5", Some("6 4"), [Diamond, Square, Circle, Triangle, PointDown][turn], true, 48)
        }
    };
    Pen { class: format!("{class} s{slot}"), colour, line_width, dash, shape, hollow, radius }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ink_survives_its_way_through_plotters() {
        let series = [0, 1, 255, 256, 70_000].map(Ink::Series);
        for ink in FIXED.map(|(ink, ..)| ink).into_iter().chain(series) {
            assert_eq!(Ink::from(ink.to_backend_color()), ink);
        }
    }

    #[test]
    fn the_first_series_of_a_role_has_the_colour_of_the_role() {
        let series = |role| Series { name: String::new(), role, points: Vec::new() };
        let roles = [Role::Own, Role::Own, Role::Reference, Role::Target, Role::Target].map(series);
        let classes: Vec<String> = pens(&roles).into_iter().map(|pen| pen.class).collect();
        assert_eq!(classes, ["own s1", "own s2", "reference s1", "target s1", "target s3"]);
    }
}
