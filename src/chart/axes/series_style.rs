//! What each series is drawn with: its class and print-safe looks, by what it means and where it stands.

use super::model::{Role, Series};

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
pub(super) struct SeriesStyle {
    /// Role and colour slot, such as `own s1`.
    pub class: String,
    pub colour: &'static str,
    /// The colour of its words, which must be read where a line need only be seen.
    pub ink: &'static str,
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

/// Colours of slot 1, by role. They keep 4.5:1 against the paper, but for the quiet one of a reference, whose words have a
/// darker one; their order of lightness tells neighbours apart in the common kinds of colour blindness.
const FIRST: [(Role, Colour); 4] = [
    (Role::Own, ("#0b6e75", "#6da8ac")),
    (Role::Projection, ("#0b6e75", "#6da8ac")),
    (Role::Reference, ("#83919a", "#b5bdc2")),
    (Role::Target, ("#b3470b", "#d1916d")),
];
/// The colour of the words of the first reference.
const QUIET: &str = "#52616a";
/// Colours of the slots 2 to 6, for every further series of any role.
const FURTHER: [Colour; 5] = [
    ("#0062a3", "#66a1c8"),
    ("#a3337f", "#c885b2"),
    ("#6b6400", "#a6a266"),
    ("#5a3fb0", "#9c8cd0"),
    ("#7d3c12", "#b18a71"),
];

/// The styles of all series, in the order of the series.
pub(super) fn series_styles(series: &[Series]) -> Vec<SeriesStyle> {
    let mut further = (2..=6).zip(FURTHER).cycle();
    let mut styles = Vec::with_capacity(series.len());
    for (place, one) in series.iter().enumerate() {
        let same = series[..place].iter().filter(|other| other.role == one.role);
        let rank = same.clone().count();
        // Lines and columns differ by themselves; only their colours must not be the same.
        let turn = same.filter(|other| other.form == one.form).count();
        let first = FIRST.iter().find(|(role, _)| rank == 0 && *role == one.role);
        let slot = first.map(|(_, colour)| (1, *colour)).or_else(|| further.next());
        let (slot, colour) = slot.unwrap_or((1, FIRST[0].1));
        styles.push(style(one.role, turn, slot, colour));
    }
    styles
}

fn style(role: Role, rank: usize, slot: usize, (colour, pale): Colour) -> SeriesStyle {
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
            ("projection", "2", Some("2 4"), shape, true, 36, stripes[1])
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
    SeriesStyle {
        class: format!("{class} s{slot}"),
        colour,
        ink: if role == Role::Reference && slot == 1 { QUIET } else { colour },
        pale,
        line_width,
        dash,
        shape,
        hollow,
        radius,
        stripes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_series_of_a_role_has_the_colour_of_the_role() {
        let series = |role| Series { role, ..Series::default() };
        let roles = [Role::Own, Role::Own, Role::Reference, Role::Target, Role::Target].map(series);
        let classes: Vec<String> = series_styles(&roles).into_iter().map(|style| style.class).collect();
        assert_eq!(classes, ["own s1", "own s2", "reference s1", "target s1", "target s3"]);
    }
}
