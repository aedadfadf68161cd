//! 进出, what goes in and out of the product as text: evaluations for programs, tables for spreadsheets, pasted blocks,
//! and what a page and its worker tell each other.

mod begin;
mod block;
mod derivations;
mod evaluate;
mod evaluate_ledger;
mod evaluate_network;
mod evaluate_plant;
mod evaluate_review;
mod headings;
mod link;
mod pages;
mod route;
mod simulation;
mod table;

pub use begin::Beginning;
pub use block::{ForeignBlock, Placed};
pub use derivations::Derivations;
pub use evaluate::{Evaluation, Unreadable, evaluate};
pub use evaluate_ledger::{LedgerFigure, evaluate_ledger, figures_of_ledger};
pub use headings::ForeignColumn;
pub use link::{LONGEST_LINK, SAFE_LINK, link_of, qr_code, text_of_link};
pub use pages::*;
pub use route::Route;
pub use simulation::{SimulationAnswer, SimulationResult, read_answer, simulate, simulation_task};
pub use table::{csv, pasted};
