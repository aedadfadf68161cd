//! The page for whoever pays.

use leptos::prelude::*;

use super::SHEETS;
use super::view::Shown;
use crate::pages::workbook;
use crate::state::State;
use water_ledger::show::retrofit::proposal;
use water_ledger::text::Key;

/// The paper.
pub fn paper(_: State, shown: Shown) -> AnyView {
    workbook::report(&SHEETS, "report proposal", Key::ProposalTitle, None, move |state, id, derivations| {
        let all = (shown.all)(state);
        let language = state.language.get_untracked();
        state.ledger.with(|ledger| proposal(ledger, all.plan(id)?, derivations, language))
    })
}
