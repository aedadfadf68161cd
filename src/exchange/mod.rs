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
mod file_name;
mod frozen;
mod headings;
mod home_link;
mod html;
mod known_columns;
mod ledger_figures;
mod link;
mod pages;
mod route;
mod rubric_table;
mod simulation;
mod table;
mod whole_file;

pub use begin::Beginning;
pub use block::{ForeignBlock, Placed};
pub use derivations::Derivations;
pub use evaluate::{Evaluation, Unreadable, evaluate};
pub use evaluate_ledger::evaluate_ledger;
pub use file_name::FileNames;
pub use frozen::{frame_markup, frozen_chart, frozen_page, table_markup};
pub use headings::ForeignColumn;
pub use home_link::{HOUSEHOLD, answers_of_link, link_of_answers};
pub use html::{better_block, html_tables};
pub use known_columns::KnownColumns;
pub use ledger_figures::{LedgerFigure, figures_of_ledger};
pub use link::{LONGEST_LINK, SAFE_LINK, link_of, qr_code, text_of_link};
pub use pages::*;
pub use route::Route;
pub use rubric_table::{RubricDraft, rubric_of_table};
pub use simulation::{SimulationAnswer, SimulationResult, read_answer, simulate, simulation_task};
pub use table::{csv, pasted};
pub use whole_file::{
    FILLED, Homeless, MatchedSheet, Worksheet, best_list, fit_of_table, in_order_of_depth, matched_sheets,
    tables_of, year_of_file,
};
