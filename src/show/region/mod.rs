//! A region's year as pages and paper show it.

mod charts;
mod glance;
mod tables;
mod tiles;
mod trends;
mod year_report;

pub use charts::{glance_charts, reservoir_chart, since_base_chart};
pub use glance::{GlanceLine, TargetLine, control_story, glance, target_lines};
pub use tables::{region_place_name, region_table};
pub use tiles::{PlaceTile, execution_note, place_tiles};
pub use trends::{IndicatorTrend, indicator_trends};
pub use year_report::year_report;
