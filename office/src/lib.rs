//! Workbooks as files: what the library lays out is written, and files of any program are read as grids of cells. A workbook and files
//! beside it go into one archive.

mod answer;
mod archive;
mod compound;
mod csv;
mod grid;
mod markup;
mod ods;
mod pack;
mod sheets;
mod shown;
mod write;
mod xls;
mod xlsb;
mod xlsx;

pub use answer::{answer, read};
pub use grid::Unread;
pub use pack::Pack;
pub use write::{Cached, written};
