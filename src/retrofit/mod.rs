//! 节水改造, retrofits: what a measure saves, what it costs, when it has paid for itself, who of two parties pays.

mod contract;
mod economics;
mod saving;
mod sources;
mod terms;

pub use contract::*;
pub use economics::*;
pub use saving::*;
pub use terms::*;
