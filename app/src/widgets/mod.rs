//! The widgets that every page is built of.

mod chart_frame;
mod data_table;
mod derivation;
mod embedding;
mod entry_table;
mod field;
mod figure;
mod file_button;
mod held;
pub(crate) mod said;
mod unverified;
mod verdict;

pub use chart_frame::{ChartFrame, drawn_chart};
pub use data_table::{DataColumn, data_table};
pub use derivation::{DerivationActions, DerivationDialog, explanation, source_line};
pub use entry_table::{EntryTable, focus_cell, mend_button};
pub use field::{Choices, Field, Line, or_none, typed_text};
pub use figure::{figure_cell, figure_view, mark, mark_shape, rate_cell, unverified_mark};
pub use file_button::file_button;
pub use held::{SetAside, UNOPENED, Unopened, download_held};
pub use said::{Wrong, said, said_of};
pub use unverified::{UnverifiedNotes, note_unverified, unverified_line};
pub use verdict::{verdict_fact, verdict_view};
