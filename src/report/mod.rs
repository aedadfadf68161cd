//! 呈现, what pages and reports show of the figures, in words and chart models.

mod canals;
mod certification;
mod classes;
mod coefficient_report;
mod facts;
mod form;
mod found;
mod irrigation;
mod items;
mod landing;
mod limits;
mod night;
pub mod paper;
mod plan;
mod plant;
mod review;
mod rubrics;
mod rule;
mod score;
mod score_charts;
mod season;
mod sheet;
mod source;
mod tables;
mod trend;
mod uncertainty;

pub use canals::{canal_losses, canal_schematic};
pub use certification::{
    LossesBy, UnitScore, YearScore, cost_curve, score_trend, score_waterfall, section_bars, unit_bars,
};
pub use classes::class_bars;
use classes::with_interval;
pub use coefficient_report::coefficient_report;
pub use facts::{fact_input_unit, fact_items, fact_name, fact_origin, fact_unit};
pub use form::assessment_form;
pub use found::{counted, place_name};
pub use irrigation::coefficient_trend;
pub use items::{
    ItemFilter, ItemLine, Progress, gate_evidence, item_line, item_title, progress, section_words,
};
pub use landing::{PARTS, landing_files, landing_page};
pub use limits::{canal_standing, is_below_limit};
pub use night::{NightLine, night_line};
pub use plan::{NextLine, Target, next_lines, plan_blocks, plan_verdict, targets};
pub use plant::*;
pub use review::{review_place_name, review_table};
pub use rubrics::*;
pub use rule::{measured_name, rule_words};
pub use score::{ScoreLine, ScoreSummary, hindrance, rubric_facts, score_lines, score_summary};
pub use score_charts::{review_trend, review_units};
pub use season::season;
pub use sheet::{ComputedColumn, Sheet, SheetRow};
pub use source::{input_unit, output_unit, range, status};
pub use tables::{canals, classes, crops, districts, fields, months, periods, readings, seasons, sources};
pub use trend::{RegionTrend, region_trend};
pub use uncertainty::{budget_chart, budget_row_name};
