//! 呈现, what pages and reports show of the figures, in words and chart models.

mod irrigation;
mod sheet;
mod source;
mod tables;

pub use irrigation::coefficient_trend;
pub use sheet::{ComputedColumn, Sheet, SheetRow};
pub use source::{input_unit, output_unit, range, status};
pub use tables::districts;
