//! A region's year as pages and paper show it.

mod assessment;
mod charts;
mod flows;
mod glance;
mod issues;
mod notices;
mod published;
mod tables;
mod tiles;
mod trends;
mod year_report;

pub use assessment::{AssessedNumber, Assessment, Assessments, assessments, begun_assessment};
pub use charts::{glance_charts, reservoir_chart, since_base_chart};
pub use flows::water_flows;
pub use glance::{GlanceLine, TargetLine, control_story, glance, target_lines};
pub(super) use glance::{latest, with_unit};
pub use issues::{IssuedPlace, issued_plans};
pub use notices::{over_plan_count, over_plan_notices};
pub use published::{PublishedTarget, published_headings, published_targets};
pub use tables::{planned_columns, region_place_name, region_table};
pub use tiles::{PlaceTile, execution_note, place_tiles};
pub use trends::{IndicatorTrend, indicator_trends};
pub use year_report::year_report;
