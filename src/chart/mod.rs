//! Charts: a localised model in, SVG text and a data table out.
//!
//! The caller has already chosen every word and rounded every figure; this room only places them.
//! It knows neither the browser nor a font, so that the same chart is the same text, byte for byte,
//! in a test, on the command line and in the page.
//!
//! The way of a chart: [`Chart`] → ends and ticks of its axes (`scale`) → division of the picture
//! (`layout`, `legend`, `text_width`) → drawing (`drawing` with plotters for the axes, `bars`, `labels`) → SVG
//! elements (`ink`, `svg`). What has no axes (`canals`, `flows`, `boxes`) lays itself out behind `schematic`.
//!
//! Every shape carries a class, which `style/chart.css` themes, and presentation attributes, which
//! hold where no style sheet is: in a downloaded file, in print, under a strict content policy.

mod bars;
mod boxes;
mod canals;
mod drawing;
mod flows;
mod ink;
mod labels;
mod layout;
mod legend;
mod model;
mod net;
mod scale;
mod schematic;
mod svg;
mod table;
mod text_width;

pub use model::{
    Axis, Canal, CanalTree, Chart, Flow, FlowNet, FlowNode, FlowWords, Form, Kind, NodeRole, Point, Role,
    Series, Severity, Size, Water,
};
pub use schematic::Schematic;
pub(crate) use svg::escape;
pub use table::{Table, table};

/// The chart as an SVG element for a page, whose frame shows title and source beside it.
///
/// The picture holds axes, unit, legend and what is drawn; title and description are there for readers of
/// the markup only. The root has the class `chart` and fills the width it is given; a schematic
/// also has the class `canals`, `flows` or `boxes`, may be wider than `size`, and then scrolls in its frame.
/// Nodes and flows of a net carry `data-node` and `data-flow`, their places in the model, and take the focus.
pub fn svg(chart: &Chart, size: Size) -> String {
    drawing::document(chart, size, layout::Use::InPage)
}

/// The chart as an SVG document of its own, for a download: as [`svg`], with the title above the
/// picture and the source below it, both visible. It is taller by these two lines.
pub fn svg_file(chart: &Chart, size: Size) -> String {
    drawing::document(chart, size, layout::Use::OnItsOwn)
}
