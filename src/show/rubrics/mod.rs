//! 评分标准库, the library of rubrics and the editor of one's own, as plain data: what is listed, which fields there are.

mod choices;
mod elements;
mod library;
mod problems;
mod rules;
mod spec;
mod template;

pub use choices::{choices, stands};
pub use elements::{ElementLine, add, element_line, elements, not_understood, remove};
pub use library::{LibraryLine, copy_of, export_name, imported, own_line, shipped_line};
pub use problems::{RubricFinding, findings};
pub use rules::rule_fields;
pub use spec::{ChoiceOf, FieldKind, FieldSpec, GENERAL, LISTS, ListSpec, NodeSpec, Template, label};
