//! The water network: worked examples, laws that hold for any network, and a textbook implementation to compare with.

mod allocation_laws;
mod cases;
mod networks;
mod reconciliation_laws;
mod refusals;
mod textbook;
mod tracing_laws;
