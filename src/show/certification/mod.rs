//! 节水评价, a self-assessment as pages and paper show it.

mod charts;
mod facts;
mod form;
mod items;
mod night;
mod plan;
mod rule;
mod score;
mod tables;

pub use charts::{
    LossesBy, UnitScore, YearScore, cost_curve, review_trend, review_units, score_trend, score_waterfall,
    section_bars, unit_bars,
};
pub use facts::{fact_input_unit, fact_items, fact_name, fact_origin, fact_unit};
pub use form::assessment_form;
pub use items::{
    ItemFilter, ItemLine, Progress, gate_evidence, item_line, item_title, progress, section_words,
};
pub use night::{NightLine, night_line};
pub use plan::{NextLine, Target, next_lines, plan_blocks, plan_verdict, targets};
pub use rule::{measured_name, rule_words};
pub use score::{ScoreLine, ScoreSummary, hindrance, rubric_facts, score_lines, score_summary};
pub use tables::{review_place_name, review_table};
