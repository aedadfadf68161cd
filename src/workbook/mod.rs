//! Workbooks: where every cell of a ledger stands in one, its figures as formulas over those cells, and the way back.
//!
//! Ledger → `layout`, which says where each cell stands → formulas of the figures over those → [`Book`], which `office` writes as
//! a file. In: the worksheets that `office` read, as [`Grid`] → the ledger's saved form, which the library opens with all its checks.

mod book;
mod code;
mod formula;
mod layout;
mod own;
mod results;
mod sheets;

pub use book::{Book, BookCell, Cell, Column, Grid, Sheet};
pub use own::own_ledger;
pub use sheets::book_of;
