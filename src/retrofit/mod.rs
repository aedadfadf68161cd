//! 节水改造, retrofits: what a measure saves, what it costs, when it has paid for itself, who of two parties pays.

mod baseline;
mod contract;
mod economics;
mod flows;
mod saving;
mod sources;
mod terms;

pub use baseline::*;
pub use contract::*;
pub use economics::*;
pub use flows::*;
pub use saving::*;
pub use terms::*;
