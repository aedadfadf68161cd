//! 账本, the ledger: the one document, as typed; its edits, its undo, and the check that makes domain inputs of it.
//!
//! Nothing a person typed is ever dropped or rewritten here: a half-finished cell is kept as text and
//! reported as a problem.

mod check;
mod document;
mod edit;
mod example;
mod figures;
mod history;
mod irrigation;
mod table;

pub use check::{Place, Problem, ProblemKind, Severity};
pub use document::{Document, Ledger, Opened, SCHEMA, open, save};
pub use edit::Edit;
pub use example::{EXAMPLE_TITLE, example, example_irrigation};
pub use figures::{Assessment, YearAssessment, assess, assess_irrigation};
pub use history::{History, Step};
pub use irrigation::{Column, DistrictRow, Irrigation, YearId, YearSheet};
pub use table::{MAX_ROWS, Refused, RowId, TableEdit, TypedRow};
