//! Units and the water between them, in two pictures: ribbons as thick as the flows, and a block diagram.

mod boxes;
mod flows;
mod marks;
mod model;
mod words;

pub use self::model::{Flow, FlowNet, FlowNode, FlowWords, NodeRole, Severity, Water};
