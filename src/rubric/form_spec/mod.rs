//! 评分标准的表单, the form of a rubric described by data: which fields and lists it has, what can be chosen, what a new element
//! begins as.
//!
//! A field is found by its pointer (RFC 6901) in the saved form, and a change of it is a [`RubricEdit`].

mod choices;
mod edit;
mod elements;
mod rules;
mod spec;
mod template;

pub use choices::{choices, stands};
pub use edit::RubricEdit;
pub use elements::{ElementLine, add, element_line, elements, remove};
pub use rules::rule_fields;
pub use spec::{ChoiceOf, FieldKind, FieldSpec, GENERAL, LISTS, ListSpec, NodeSpec, Template, label};
