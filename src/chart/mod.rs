//! Charts: a localised model in, SVG text and a data table out.
//!
//! The caller has already chosen every word and rounded every figure; this room only places them.
//! It knows neither the browser nor a font, so that the same chart is the same text, byte for byte,
//! in a test, on the command line and in the page.
//!
//! A chart is a frame around a picture. The frame (`frame`, `legend`) has title, unit, legend and source, and decides the
//! size. A picture (`picture`) has places and a table: `axes` draws series, with plotters for the axes; `bullets`, `canals`,
//! `cost_curve` and `net` lay themselves out. Frame and pictures know each other only by the traits of `picture`, and write SVG through
//! one canvas (`svg`, `style`, `text_width`).
//!
//! Every shape carries a class, which `style/chart.css` themes, and presentation attributes, which
//! hold where no style sheet is: in a downloaded file, in print, under a strict content policy.

mod axes;
mod bullets;
mod canals;
mod cost_curve;
mod frame;
mod style;
mod legend;
mod model;
mod net;
mod picture;
mod svg;
mod text_width;

pub use axes::{Axis, Form, Point, Role, Series};
pub use bullets::{Bullet, Reach};
pub use canals::{Canal, CanalTree};
pub use cost_curve::{CostBlock, CostCurve};
pub use model::{Chart, Kind, Size};
pub use net::{Flow, FlowNet, FlowNode, FlowWords, NodeRole, Severity, Water};
pub use picture::{Schematic, Table};
pub(crate) use svg::escape;

/// The chart as an SVG element for a page, whose frame shows title and source beside it.
///
/// The picture holds axes, unit, legend and what is drawn; title and description are there for readers of
/// the markup only. The root has the class `chart` and fills the width it is given; a schematic
/// also has the class `canals`, `flows` or `boxes`, may be wider than `size`, and then scrolls in its frame.
/// Nodes and flows of a net carry `data-node` and `data-flow`, their places in the model, and take the focus.
pub fn svg(chart: &Chart, size: Size) -> String {
    document(chart, size, picture::Use::InPage)
}

/// The chart as an SVG document of its own, for a download: as [`svg`], with the title above the
/// picture and the source below it, both visible. It is taller by these two lines.
pub fn svg_file(chart: &Chart, size: Size) -> String {
    document(chart, size, picture::Use::OnItsOwn)
}

/// Lays the chart's figures out as a table. If a series has two values for one x, the later one stands.
pub fn table(chart: &Chart) -> Table {
    chart.picture(&chart.axes()).table(chart.values())
}

fn document(chart: &Chart, size: Size, purpose: picture::Use) -> String {
    let size = size.drawable();
    frame::document(&chart.frame(), chart.picture(&chart.axes()), (size.width, size.height), purpose)
}
