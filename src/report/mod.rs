//! 呈现, what pages and reports show of the figures, in words and chart models.

mod irrigation;
mod source;

pub use irrigation::coefficient_trend;
pub use source::{input_unit, output_unit, range, status};
