//! 进出, what goes in and out of the product as text: evaluations for programs, tables for spreadsheets, pasted blocks,
//! and what a page and its worker tell each other.

mod evaluate;
mod evaluate_ledger;
mod evaluate_network;
mod evaluate_plant;
mod evaluate_review;
mod route;
mod route_certification;
mod simulation;
mod table;

pub use evaluate::{Evaluation, Unreadable, evaluate};
pub use evaluate_ledger::evaluate_ledger;
pub use route::{Industry, Irrigation, PlantTab, Route, Section};
pub use route_certification::{Certification, CertificationStep};
pub use simulation::{SimulationAnswer, SimulationResult, read_answer, simulate, simulation_task};
pub use table::{csv, pasted};
