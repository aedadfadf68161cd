//! 进出, what goes in and out of the product as text: evaluations for programs, tables for spreadsheets, pasted blocks.

mod evaluate;
mod evaluate_ledger;
mod route;
mod table;

pub use evaluate::{Evaluation, Unreadable, evaluate};
pub use evaluate_ledger::evaluate_ledger;
pub use route::{Irrigation, Route, Section};
pub use table::{csv, pasted};
