//! A rubric of one's own as the editor sees it.

use std::collections::HashSet;
use std::sync::Arc;

use leptos::prelude::*;

use crate::pages::sheet_view::shared;
use crate::state::State;
use water_ledger::ledger::{Edit, RubricEdit, RubricFields, RubricId, RubricSheet};
use water_ledger::show::rubrics::RubricFinding;
use water_ledger::show::rubrics::findings;

/// A rubric of one's own. Copying shares it.
#[derive(Clone, Copy)]
pub struct RubricView {
    /// Its identity.
    pub id: RubricId,
    sheet: Memo<Option<Arc<RubricSheet>>>,
    /// What stands in its fields, made once for all of them.
    pub fields: Memo<Arc<RubricFields>>,
    /// The elements that are unfolded, by the names that stay their own when they move.
    pub open: RwSignal<HashSet<String>>,
}

impl RubricView {
    /// The rubric of an identity.
    pub fn new(state: State, id: RubricId) -> RubricView {
        let sheet = shared(move || state.ledger.with(|ledger| ledger.own_rubric(id).cloned()));
        let fields = Memo::new_with_compare(
            move |before: Option<&Arc<RubricFields>>| {
                let fields = sheet.with(|sheet| sheet.as_ref().map(|sheet| Arc::new(sheet.fields())));
                // What is about to leave the page shows what it showed.
                fields.or_else(|| before.cloned()).unwrap_or_default()
            },
            |_, _| true,
        );
        RubricView { id, sheet, fields, open: RwSignal::new(HashSet::new()) }
    }

    /// Changes a field.
    pub fn edit(self, state: State, edit: RubricEdit) {
        state.edit(Edit::rubric(self.id, edit));
    }

    /// What stands in a field, whenever it changes.
    pub fn text(self, pointer: String) -> Memo<String> {
        Memo::new(move |_| self.fields.with(|fields| fields.text(&pointer)))
    }

    /// Everything that is wrong with it.
    pub fn findings(self, state: State) -> Memo<Vec<RubricFinding>> {
        let language = state.language.get_untracked();
        Memo::new(move |_| {
            self.sheet.with(|sheet| {
                let rubric = sheet.as_ref().and_then(|sheet| sheet.rubric());
                rubric.map(|rubric| findings(&rubric, language)).unwrap_or_default()
            })
        })
    }
}

/// The address in the page of what stands at a pointer.
pub fn field_id(pointer: &str) -> String {
    let plain = |c: char| if c.is_whitespace() { '_' } else { c };
    format!("field{}", pointer.chars().map(plain).collect::<String>())
}
