//! What a picture shows, read back from its SVG: where lines, bars and words lie.

use roxmltree::{Document, Node};
use water_ledger::chart::{Chart, Role};

use super::laws::numbers;

/// What coordinates with one decimal may differ by.
const ROUNDING: f64 = 0.15;

/// A value and the place at which it is drawn.
pub type Pair = (f64, f64);

/// A picture that was parsed again.
pub struct Drawn<'t>(Document<'t>);

impl<'t> Drawn<'t> {
    pub fn new(svg: &'t str) -> Self {
        Self(Document::parse(svg).expect("well-formed"))
    }

    /// Everything whose class holds each of these words, in the order of drawing.
    pub fn with<'a>(&'a self, classes: &str) -> Vec<Node<'a, 't>> {
        let has = |node: &Node, word: &str| {
            node.attribute("class").is_some_and(|class| class.split(' ').any(|one| one == word))
        };
        self.0.descendants().filter(|node| classes.split(' ').all(|word| has(node, word))).collect()
    }

    /// Width and height of the picture.
    pub fn size(&self) -> [f64; 2] {
        ["width", "height"].map(|name| number(&self.0.root_element(), name))
    }

    /// Left, top, right and bottom of axes and grid.
    pub fn plot(&self) -> [f64; 4] {
        let ends: Vec<f64> =
            self.with("axis").iter().chain(&self.with("grid")).flat_map(|line| numbers(path(line))).collect();
        let (xs, ys): (Vec<f64>, Vec<f64>) = ends.chunks(2).map(|spot| (spot[0], spot[1])).unzip();
        let least = |of: &[f64]| of.iter().copied().fold(f64::MAX, f64::min);
        let most = |of: &[f64]| of.iter().copied().fold(f64::MIN, f64::max);
        [least(&xs), least(&ys), most(&xs), most(&ys)]
    }

    /// The places along each line of a class, without samples in the legend.
    pub fn lines(&self, class: &str) -> Vec<Vec<[f64; 2]>> {
        let top = self.plot()[1];
        let lines = self.with(&format!("series {class}")).into_iter().map(|line| numbers(path(&line)));
        let places = |line: Vec<f64>| line.chunks(2).map(|spot| [spot[0], spot[1]]).collect();
        lines.filter(|line| line[1] > top).map(places).collect()
    }

    /// Left, top, right and bottom of the rectangles of a class, from above, without samples in the legend.
    pub fn rects(&self, class: &str) -> Vec<[f64; 4]> {
        let top = if self.with("axis").is_empty() { 0.0 } else { self.plot()[1] };
        let rect = |node: &Node| {
            let [x, y, width, height] = ["x", "y", "width", "height"].map(|name| number(node, name));
            [x, y, x + width, y + height]
        };
        let mut rects: Vec<[f64; 4]> = self.with(class).iter().map(rect).collect();
        rects.retain(|rect| rect[1] > top);
        rects.sort_by(|a, b| a[1].total_cmp(&b[1]));
        rects
    }

    /// Where the points of all lines lie across and up. Lines of one role are drawn in the order of the series.
    pub fn points(&self, chart: &Chart) -> [Vec<Pair>; 2] {
        let (mut across, mut up) = (Vec::new(), Vec::new());
        for (role, class) in [
            (Role::Own, "own"),
            (Role::Projection, "projection"),
            (Role::Reference, "reference"),
            (Role::Target, "target"),
        ] {
            let of_role = chart.series.iter().filter(|series| series.role == role);
            let lines = self.lines(class);
            assert_eq!(lines.len(), of_role.clone().count(), "{class}");
            for (series, places) in of_role.zip(&lines) {
                assert_eq!(places.len(), series.points.len(), "{}", series.name);
                across.extend(series.points.iter().zip(places).map(|(point, place)| (point.x, place[0])));
                up.extend(series.points.iter().zip(places).map(|(point, place)| (point.y, place[1])));
            }
        }
        [across, up]
    }

    /// The numbers at the axes with their places: those below across, those at the left up.
    pub fn ticks(&self) -> [Vec<Pair>; 2] {
        ["middle", "end"].map(|anchor| {
            let ticks = self.with("tick").into_iter();
            let at = if anchor == "end" { "y" } else { "x" };
            let ticks = ticks.filter(|tick| tick.attribute("text-anchor") == Some(anchor));
            ticks.map(|tick| (said(&tick).parse().expect("a number"), number(&tick, at))).collect()
        })
    }
}

/// The text of an element.
pub fn said<'a>(node: &Node<'a, '_>) -> &'a str {
    node.text().unwrap_or_default()
}

pub fn number(node: &Node, name: &str) -> f64 {
    node.attribute(name).and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("{name}: {node:?}"))
}

pub fn path<'a>(node: &Node<'a, '_>) -> &'a str {
    node.attribute("d").unwrap_or_else(|| panic!("no path: {node:?}"))
}

pub fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= ROUNDING
}

/// Whether values lie on one scale: each at a place that is a constant and a factor of the value; the factor is returned.
pub fn factor_of(pairs: &[Pair]) -> f64 {
    let least = pairs.iter().min_by(|a, b| a.0.total_cmp(&b.0)).expect("values");
    let most = pairs.iter().max_by(|a, b| a.0.total_cmp(&b.0)).expect("values");
    let factor = (most.1 - least.1) / (most.0 - least.0);
    for (value, place) in pairs {
        let expected = least.1 + factor * (value - least.0);
        assert!(near(*place, expected), "{value} lies at {place}, not at {expected}");
    }
    factor
}
