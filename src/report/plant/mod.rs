//! A plant's water as pages and paper show it.

mod blocks;
mod cooling;
mod diagram;
mod prerequisites;
mod products;
mod rates;
mod sheets;
mod tables;
mod trends;

pub use blocks::{Verdict, balance_blocks, cost_blocks, flow_name, plant_verdict, reconciliation_verdict};
pub use cooling::{cooling_systems, makeup_curve};
pub use diagram::{Picture, WaterPicture, box_sheets, water_picture};
pub use prerequisites::{fulfilment, prerequisites, prerequisites_verdict};
use products::product_trends;
pub use rates::{JudgedRate, judged_rates};
pub use sheets::balance_report;
pub use tables::{plant_place_name, plant_table};
pub use trends::rate_trends;
