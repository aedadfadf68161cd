//! 报告, what every printed report is made of: blocks of plain data, numbered derivations, sources.

mod cover;
mod derivations;
mod html;
mod model;
mod numbering;
mod problems;
mod text;
mod typed;
mod writer;

pub use model::{Block, Cell, Cover, Derived, Heading, Input, Report, Section, Table};

pub(super) use cover::{cover, entry, note};
pub(super) use derivations::{section as derivations, sources};
pub(super) use numbering::{Group, Numbering};
pub(super) use problems::problems;
pub(super) use typed::{as_typed, typed_caption, typed_table};
pub(super) use writer::{Column, Writer, row_name};
