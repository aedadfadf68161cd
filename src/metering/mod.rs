//! 水计量, meters of any field: their levels, how much of the water they measure, the records that they leave.

mod night;
mod rates;
mod readings;
mod record_fault;
mod record_layout;
mod sources;
mod terms;

pub use night::{NightWindow, lowest_night_flows, minimum_night_flow};
pub use rates::*;
pub use readings::{Readings, RecordSaid, readings};
pub use record_fault::ReadingsFault;
pub use record_layout::{CommaSign, Layout, Separator};
pub(crate) use sources::SAVING_UNIT;
pub use terms::*;
