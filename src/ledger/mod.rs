//! 账本, the ledger: the one document, as typed; its edits, its undo, its versions.
//!
//! It is made of rows of cells, described as data: [`TableSpec`] says what a table is called, which columns it has and in
//! which rows it stands, [`ColumnSpec`] what belongs into a column. A sheet is a row of a list of sheets ([`YEARS`],
//! [`PERIODS`], [`REVIEWS`]), and the document a row that holds these lists. What works for one table works for all.
//!
//! Nothing a person typed is ever dropped or rewritten here: a half-finished cell is kept as text.

mod address;
mod asked;
mod asked_names;
mod attached;
mod autosave;
mod backups;
mod called;
mod codec;
mod column;
mod damaged;
mod document;
mod edit;
mod example;
mod history;
mod journal;
mod merge;
mod migrate;
mod names;
mod own_rubrics;
mod patch;
mod patch_text;
mod refused;
mod row;
mod rubric_fields;
mod sheets;
mod spec;
mod strict;

pub use crate::rubric::form_spec::RubricEdit;
pub use address::{Place, TableAt};
pub use asked::{answer_row, evidence_row, indicator_row, with_asked_rows, with_rows_of_rubric};
pub use asked_names::{
    EXPECTED_POINTS, MET, MISSED, NONE_HOLDS, NOT_APPLICABLE, READY, answer_name, asked_in,
    indicator_row_name, measured_name,
};
pub use attached::{Attachment, MOST_ATTACHED, PDF, carrier, of_sheet, shown_as, shown_kind};
pub use autosave::{Action, Autosave, Event, Held, Kept, Saving, StorageError};
pub use backups::{
    Backup, BackupReason, days_left_in_bin, is_backup_due, is_reminder_due, superfluous_backups,
};
pub use called::Called;
pub use column::{Column, ColumnKind, ColumnSpec, Described, Limits, NamesOf};
pub use damaged::Damaged;
pub use document::{Ledger, Opened, open, open_newest, save, save_dense};
pub use edit::{Edit, RowCells, TableEdit};
pub use example::{Example, in_language, open_in_language};
pub use history::{Complete, History, Step};
pub use journal::{Entry, Record, Stored, checksum};
pub use merge::{Becomes, OfferedSheet, merged, offered_sheets};
pub use migrate::SCHEMA;
pub use names::{NAME_SEPARATORS, names_in};
pub use own_rubrics::{RubricChange, RubricId, RubricSheet};
pub use patch::Patch;
pub use refused::{MAX_LINES, MAX_ROWS, MAX_TEXT, Refused, is_too_long};
pub use row::{Row, RowId, rows_of};
pub use rubric_fields::RubricFields;
pub use sheets::*;
pub use spec::{SheetSpec, TableSpec};
pub use strict::read_strictly;
