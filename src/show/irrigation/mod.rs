//! A region's irrigation as pages and paper show it.

mod canals;
mod classes;
mod coefficient_report;
mod coefficient_trend;
mod limits;
mod problems;
mod region_trend;
mod season;
mod tables;

pub use canals::{canal_losses, canal_schematic, most_lossy};
pub use classes::class_bars;
pub use coefficient_report::coefficient_report;
use coefficient_trend::region_name;
pub use coefficient_trend::{coefficient_trend, own_name};
pub use limits::{canal_standing, is_below_limit};
pub use problems::{counted, place_name, region_amounts};
pub use region_trend::{RegionTrend, region_trend, target_verdict};
pub use season::season;
pub use tables::year_table;
