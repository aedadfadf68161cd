//! Golden cases: files below `cases/` that a specialist can read, run through the contracts of the product.
//!
//! Adding a case is adding data; nothing here names a single case.

mod answer;
mod citations;
pub mod files;
mod ledgers;
mod metrics;
mod networks;
mod numbers;
mod people;
mod programs;
mod refusals;
mod slopes;
