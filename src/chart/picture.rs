//! What frame and pictures know of each other.
//!
//! A picture first says what it shows and what table it makes; laid out, it has its places, says how large it is, and draws
//! itself where the frame puts it.

use std::any::Any;
use std::sync::Arc;

use super::svg::{Canvas, FINE};
use crate::numeric::fixed;

/// Type size of everything but the title.
pub(super) const TYPE: i32 = 12 * FINE;
/// Free room along the edges.
pub(super) const EDGE: i32 = 10 * FINE;
/// From the plot to the labels of its axes.
pub(super) const TICK_GAP: i32 = 4 * FINE;
/// More decimals than this only show noise, and f64 cannot tell such ticks apart.
pub(super) const MOST_DECIMALS: usize = 9;

/// Whether the chart stands in a page that shows title and source, or must bring them itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    InPage,
    OnItsOwn,
}

/// The table twin of a chart: the same figures for those who read rather than look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Heads of the columns: the x-axis, then each series with its unit, and its interval if it has one.
    pub head: Vec<String>,
    /// One row per place on the x-axis, ascending, or per canal or flow; a cell is empty where there is no value.
    pub rows: Vec<Vec<String>>,
}

/// How the values of a chart are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Values<'a> {
    pub unit: &'a str,
    pub decimals: usize,
}

impl Values<'_> {
    /// A value for which the caller gave no label.
    pub fn text(self, value: f64) -> String {
        fixed(value, self.decimals.min(MOST_DECIMALS))
    }

    /// The head of a column, with the unit of what stands in it.
    pub fn head(self, name: &str) -> String {
        if self.unit.is_empty() { name.to_string() } else { format!("{name} ({})", self.unit) }
    }
}

/// What a chart shows, without its frame.
pub(super) trait Picture {
    /// Whether there is nothing to draw.
    fn is_empty(&self) -> bool;
    /// The same figures as a table.
    fn table(&self, values: Values) -> Table;
    /// Gives everything its place, in a width of `room` or, if the picture scrolls, in more.
    fn lay_out<'a>(&'a self, values: Values<'a>, room: i32) -> Box<dyn Placed + 'a>;
}

/// A picture with all its places, measured from the upper edge of its area.
pub(super) trait Placed {
    /// The class of the picture. One that has a class also has parts that can be heard and chosen.
    fn class(&self) -> Option<&'static str>;
    /// Width of the whole picture, and height of the area; none if it takes the height that is left.
    fn size(&self) -> (i32, Option<i32>);
    /// The names in the legend, each with its sample, if it has one: a number that only this picture understands. Those
    /// that the picture names itself are not among them, if it `is_named`.
    fn legend(&self, is_named: bool) -> Vec<(Option<usize>, String)>;
    /// Whether all that has a name can have it beside itself in that area, and needs no legend.
    fn names_itself(&self, _: &Area) -> bool {
        true
    }
    /// Draws a sample of the legend between two ends in the middle of a row.
    fn draw_sample(&self, canvas: &mut Canvas, sample: usize, place: (i32, i32, i32));
    /// Draws the picture from back to front.
    fn draw(&self, canvas: &mut Canvas, area: &Area);
}

/// Where the frame puts the picture.
pub(super) struct Area {
    /// Size of the whole chart.
    pub width: i32,
    pub height: i32,
    /// Width and height in the page.
    pub shown: (i32, i32),
    /// Upper edge of the area, below the legend.
    pub top: i32,
    /// Height below the area, for the source.
    pub foot: i32,
    pub purpose: Use,
    /// Whether the picture names its parts itself, since no legend does.
    pub is_named: bool,
}

/// Height that an axis takes below its plot: for labels, and for its title if it has one.
pub(super) fn below_axis(title: &str) -> i32 {
    let title_row = if title.is_empty() { 0 } else { TYPE + TICK_GAP };
    title_row + TYPE + 3 * TICK_GAP
}

/// A picture that lays itself out, kept in a chart.
#[derive(Clone)]
pub struct Schematic(Arc<dyn Kept>);

/// What a chart needs of a picture that it keeps: to be shared between threads and compared.
trait Kept: Picture + Any + Send + Sync {
    fn equals(&self, other: &dyn Any) -> bool;
    fn picture(&self) -> &dyn Picture;
}

impl<T: Picture + Any + Send + Sync + PartialEq> Kept for T {
    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }

    fn picture(&self) -> &dyn Picture {
        self
    }
}

impl Schematic {
    pub(super) fn new(picture: impl Picture + Any + Send + Sync + PartialEq) -> Self {
        Self(Arc::new(picture))
    }

    pub(super) fn picture(&self) -> &dyn Picture {
        self.0.picture()
    }
}

// A derived form would bring that of every model along, which nobody reads.
impl std::fmt::Debug for Schematic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Schematic")
    }
}

impl PartialEq for Schematic {
    fn eq(&self, other: &Self) -> bool {
        self.0.equals(&*other.0)
    }
}
