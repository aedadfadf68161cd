//! Workbooks: a ledger as one whose results are live formulas, and one as a ledger.
//!
//! The data's way out: ledger → [`Layout`], which says where every cell of it stands → formulas of the figures over those cells →
//! the file. In: file → grids of cells → the ledger's saved form, which the library opens with all its checks.

mod archive;
mod code;
mod formula;
mod grid;
mod layout;
mod own;
mod results;
mod write;

pub use grid::{Cell, Grid, Unread, grids};
pub use layout::Layout;
pub use own::own_ledger;
pub use write::{Cached, workbook};
