//! A plant's water as pages and paper show it.

mod blocks;
mod cooling;
mod diagram;
mod prerequisites;
mod product_trends;
mod rates;
mod balance_report;
mod tables;
mod rate_trends;

pub use balance_report::balance_report;
pub use blocks::{
    balance_blocks, cost_blocks, flow_name, plant_verdict, plant_verdict_word, reconciliation_verdict,
};
pub use cooling::{cooling_systems, makeup_curve};
pub use diagram::{Picture, WaterPicture, box_sheets, changed_water, water_picture};
pub(in crate::show) use diagram::{flow_words, written};
pub use prerequisites::{fulfilment, prerequisites, prerequisites_verdict, requirement_row};
use product_trends::product_trends;
pub use rate_trends::rate_trends;
pub use rates::{JudgedRate, intake_note, judged_rates, rates_verdict_word, rates_without_meaning};
pub use tables::{plant_place_name, plant_table};
