//! The tests of the library from outside, in one binary: the library is linked once.
//!
//! The command line has its own, `command_line.rs`, because it needs the example that it runs.

mod assessment_form;
mod balance;
mod balance_report;
mod charts;
mod golden;
mod house;
mod ledger_check;
mod pass_line;
mod plant_report;
mod problem_kinds;
mod properties;
mod region_links;
mod region_years;
mod retrofit_years;
mod retrofits;
mod rubric;
mod rubric_editor;
mod trend;
mod typed_on_paper;
mod uncertainty;
mod workbooks;
