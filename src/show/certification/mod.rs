//! 节水评价, a self-assessment as pages and paper show it.

mod charts;
mod indicators;
mod form;
mod items;
mod night;
mod pack;
mod people;
mod next;
mod rule;
mod score;
mod tables;

pub use charts::{
    InstitutionScore, LossesBy, YearScore, institution_bars, review_institutions, review_trend, score_curve,
    score_trend, score_waterfall, section_bars,
};
pub use form::assessment_form;
pub use indicators::{
    indicator_input_unit, indicator_items, indicator_name, indicator_origin, indicator_unit,
};
pub use items::{
    ItemFilter, ItemLine, Progress, item_line, item_title, prerequisite_evidence, progress, section_words,
};
pub use next::{NextLine, next_lines};
pub use night::{NightLine, night_line};
pub use pack::{Pack, PackNames, pack};
pub use people::{PersonCount, people_rule, person_counts};
pub use rule::{measured_name, rule_words};
use score::scaled_notes;
pub(super) use score::verdict_word;
pub use score::{
    ScoreLine, ScoreSummary, hindrance, official_points_so_far, rubric_facts, score_lines, score_summary,
};
pub use tables::{FIXTURE_STANDARD_HEADINGS, fixture_standards, review_place_name, review_table};
