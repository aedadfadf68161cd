//! Kinds of charts that lay themselves out: no axes, and as wide and tall as they need to be.
//!
//! They are reached through what they are made by ([`Kind::canals`], [`Kind::flows`], [`Kind::boxes`]),
//! not through a list of kinds, so that a module which never makes one does not carry its drawing.

use std::any::Any;
use std::fmt::Debug;
use std::sync::Arc;

use super::boxes::Boxes;
use super::flows::Flows;
use super::layout::Layout;
use super::legend::Sample;
use super::model::{CanalTree, Chart, FlowNet, Kind};
use super::svg::Canvas;
use super::table::Table;

/// A model that draws itself.
#[derive(Clone, Debug)]
pub struct Schematic(pub(super) Arc<dyn Model>);

/// What is asked of a model.
pub(super) trait Model: Any + Debug + Send + Sync {
    /// Whether there is nothing to draw.
    fn is_empty(&self) -> bool;
    /// Gives everything its place, in `room` or in more.
    fn lay_out<'a>(&'a self, chart: &'a Chart, room: i32) -> Box<dyn Plan + 'a>;
    /// The same figures as a table.
    fn table(&self, chart: &Chart) -> Table;
    fn equals(&self, other: &dyn Any) -> bool;
}

/// A model with all its places, measured from the upper edge of the plot.
pub(super) trait Plan {
    /// The class of the picture.
    fn class(&self) -> &'static str;
    /// Width of the picture and height of the plot.
    fn size(&self) -> (i32, i32);
    fn legend(&self) -> Vec<(Sample, String)>;
    /// Draws what stands in the legend for a [`Sample::Own`], between two ends in the middle of a row.
    fn draw_sample(&self, canvas: &mut Canvas, sample: (usize, i32), place: (i32, i32, i32));
    fn draw(&self, canvas: &mut Canvas, layout: &Layout);
}

impl PartialEq for Schematic {
    fn eq(&self, other: &Self) -> bool {
        self.0.equals(&*other.0)
    }
}

impl Kind {
    /// Canals and what they lose.
    pub fn canals(tree: CanalTree) -> Kind {
        Kind::Schematic(Schematic(Arc::new(tree)))
    }

    /// 水流图: water from its sources through all uses to where it goes, in ribbons as thick as the flows.
    pub fn flows(net: FlowNet) -> Kind {
        Kind::Schematic(Schematic(Arc::new(Flows(net))))
    }

    /// 水平衡方框图: each unit a box with its figures at arrows, for paper.
    pub fn boxes(net: FlowNet) -> Kind {
        Kind::Schematic(Schematic(Arc::new(Boxes(net))))
    }

    /// Whether the picture may be wider than the size asked for, and then scrolls in its frame.
    pub fn scrolls(&self) -> bool {
        matches!(self, Kind::Schematic(_))
    }
}
