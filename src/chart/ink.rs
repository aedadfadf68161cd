//! What each mark is drawn with: the one table from meaning to class and print-safe looks.
//!
//! plotters knows colours only. So a meaning travels through plotters as a reserved colour, an
//! [`Ink`], and the canvas turns it back into class and attributes.

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
    /// A series by its place in the chart: its line, its markers, its band, the labels at its points.
    Series(usize),
}

/// The inks that do not belong to a series: class and colour. Their place is their code.
const FIXED: [(Ink, &str, &str); 17] = [
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
    /// Class and colour of an ink that belongs to no series.
    pub(super) fn fixed(self) -> (&'static str, &'static str) {
        let fixed = FIXED.iter().find(|(ink, ..)| *ink == self);
        fixed.map(|(_, class, colour)| (*class, *colour)).unwrap_or_default()
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
    /// The filling of a column.
    pub pale: &'static str,
    pub line_width: &'static str,
    pub dash: Option<&'static str>,
    pub shape: Shape,
    pub hollow: bool,
    /// Half the marker's width in tenths of a pixel.
    pub radius: i32,
    /// Dashes that make the stripes of a column; none for a full one.
    pub stripes: Option<&'static str>,
}

/// A colour, and what is left of it in a filling: three fifths, the rest paper.
type Colour = (&'static str, &'static str);

/// Colours of slot 1, by role. All colours keep 4.5:1 against the paper and their order of
/// lightness tells neighbours apart in the common kinds of colour blindness.
const FIRST: [(Role, Colour); 4] = [
    (Role::Own, ("#0b6e75", "#6da8ac")),
    (Role::Projection, ("#0b6e75", "#6da8ac")),
    (Role::Reference, ("#5b6470", "#9da2a9")),
    (Role::Target, ("#b8470b", "#d4916d")),
];
/// Colours of the slots 2 to 6, for every further series of any role.
const FURTHER: [Colour; 5] = [
    ("#0062a3", "#66a1c8"),
    ("#a3337f", "#c885b2"),
    ("#6b6400", "#a6a266"),
    ("#5a3fb0", "#9c8cd0"),
    ("#7d3c12", "#b18a71"),
];

/// The classes of a canal's loss, the unknown first: colour, share of it in the filling, and dashes
/// that make the hatching. Darkness and hatching both grow with the loss.
pub(super) const LOSS: [(&str, &str, &str); 5] = [
    ("#6d7a80", "0", ""),
    ("#b3802f", "0.3", ""),
    ("#96600f", "0.45", "1 9"),
    ("#6f3f00", "0.6", "1.5 3"),
    ("#452300", "1", ""),
];

/// How a kind of water is drawn.
pub(super) struct WaterInk {
    pub class: &'static str,
    pub colour: &'static str,
    /// Share of the colour in a ribbon.
    pub opacity: &'static str,
    /// Dashes that make the hatching of a ribbon; may be empty.
    pub hatch: &'static str,
    /// Width and dashes of an arrow.
    pub arrow: (&'static str, &'static str),
}

/// The kinds of water in the order of [`super::model::Water::ALL`]. Without colour, hatching and dashes
/// tell them apart.
pub(super) const WATERS: [WaterInk; 7] = [
    water("fresh", "#0062a3", "0.5", "", ("1.8", "")),
    water("nonconventional", "#0b7a6a", "0.3", "2 10", ("1.8", "14 4")),
    water("reused", "#5a3fb0", "0.35", "2 4", ("1.8", "9 3 2 3")),
    water("reclaimed", "#4a7a14", "0.3", "9 4", ("1.8", "6 3")),
    water("discharge", "#5b6470", "0.75", "", ("2.6", "")),
    water("consumption", "#b06000", "0.2", "1 3", ("1.8", "1.5 2.5")),
    water("leakage", "#b3243f", "0.1", "3 7", ("1.8", "3 4")),
];

const fn water(
    class: &'static str,
    colour: &'static str,
    opacity: &'static str,
    hatch: &'static str,
    arrow: (&'static str, &'static str),
) -> WaterInk {
    WaterInk { class, colour, opacity, hatch, arrow }
}

/// The pens of all series, in the order of the series.
pub(super) fn pens(series: &[Series]) -> Vec<Pen> {
    let mut further = (2..=6).zip(FURTHER).cycle();
    let mut pens = Vec::with_capacity(series.len());
    for (place, one) in series.iter().enumerate() {
        let same = series[..place].iter().filter(|other| other.role == one.role);
        let rank = same.clone().count();
        // Lines and columns differ by themselves; only their colours must not be the same.
        let turn = same.filter(|other| other.form == one.form).count();
        let first = FIRST.iter().find(|(role, _)| rank == 0 && *role == one.role);
        let slot = first.map(|(_, colour)| (1, *colour)).or_else(|| further.next());
        let (slot, colour) = slot.unwrap_or((1, FIRST[0].1));
        pens.push(pen(one.role, turn, slot, colour));
    }
    pens
}

fn pen(role: Role, rank: usize, slot: usize, (colour, pale): Colour) -> Pen {
    use Shape::{Circle, Diamond, PointDown, Square, Triangle};
    let turn = rank % 5;
    let dash = [None, Some("12 3"), Some("8 3 2 3"), Some("2 3")][rank % 4];
    let stripes = [None, Some("1 3"), Some("3 2"), Some("1 6")];
    let (class, line_width, dash, shape, hollow, radius, stripes) = match role {
        Role::Own => {
            let shape = [Circle, Triangle, Diamond, Square, PointDown][turn];
            ("own", "2.5", dash, shape, false, 42, stripes[rank % 4])
        }
        Role::Projection => {
            let shape = [Circle, Triangle, Diamond, Square, PointDown][turn];
            ("projection", "2", Some("3 3"), shape, true, 36, stripes[1])
        }
        Role::Reference => {
            let shape = [Square, PointDown, Circle, Triangle, Diamond][turn];
            ("reference", "1.5", dash, shape, false, 32, stripes[1 + rank % 3])
        }
        Role::Target => {
            let shape = [Diamond, Square, Circle, Triangle, PointDown][turn];
            ("target", "1.5", Some("6 4"), shape, true, 48, None)
        }
    };
    Pen { class: format!("{class} s{slot}"), colour, pale, line_width, dash, shape, hollow, radius, stripes }
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
        let series = |role| Series { role, ..Series::default() };
        let roles = [Role::Own, Role::Own, Role::Reference, Role::Target, Role::Target].map(series);
        let classes: Vec<String> = pens(&roles).into_iter().map(|pen| pen.class).collect();
        assert_eq!(classes, ["own s1", "own s2", "reference s1", "target s1", "target s3"]);
    }
}
