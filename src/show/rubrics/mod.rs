//! 评分标准库, the library of rubrics and the problems of one's own, as plain data.

mod library;
mod problems;

pub use library::{LibraryLine, copy_of, export_name, imported, own_line, shipped_line};
pub use problems::{RubricFinding, findings, not_understood};
