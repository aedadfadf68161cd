//! Laws of patches: they lead from any ledger to any other and back, are read as they are written, and lose nothing of two people's
//! work on one ledger.

use std::sync::Arc;

use proptest::prelude::*;
use water_ledger::ledger::{Ledger, Opened, Patch, open, save};

use crate::properties::edits::{Intent, edit_for, intent};
use crate::properties::ledgers::any_ledger;

/// A ledger as the page has it: opened, with the rows that are asked for.
fn opened(ledger: &Ledger) -> Ledger {
    match open(&save(ledger)) {
        Opened::Ledger(ledger) => ledger,
        other => panic!("{other:?}"),
    }
}

fn after(ledger: &Ledger, intents: Vec<Intent>) -> Ledger {
    let step = |ledger: Ledger, intent| match edit_for(intent, &ledger) {
        Some(edit) => ledger.after(edit).unwrap_or(ledger),
        None => ledger,
    };
    intents.into_iter().fold(ledger.clone(), step)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_patch_leads_from_any_ledger_to_any_other_and_back(from in any_ledger(), to in any_ledger()) {
        let patch = Patch::between(&from, &to);
        prop_assert_eq!(&patch.on(&from), &to);
        prop_assert_eq!(&patch.inverse().on(&to), &from);
        prop_assert_eq!(patch.is_empty(), from == to);
    }

    #[test]
    fn a_patch_is_read_as_it_was_written(from in any_ledger(), intents in prop::collection::vec(intent(), 1..6)) {
        let from = opened(&from);
        let patch = Patch::between(&from, &after(&from, intents));
        prop_assert_eq!(Patch::of_text(&patch.to_text()), Ok(patch));
    }

    #[test]
    fn edits_lead_back_and_forth(from in any_ledger(), intents in prop::collection::vec(intent(), 1..8)) {
        let from = opened(&from);
        let to = after(&from, intents);
        let patch = Patch::between(&from, &to);
        prop_assert_eq!(&patch.on(&from), &to);
        prop_assert_eq!(&patch.inverse().on(&to), &from);
    }

    /// Whatever two people did, a patch of the one made after the other's leaves a document that opens.
    #[test]
    fn a_patch_on_another_ledger_leaves_a_sound_one(
        base in any_ledger(),
        ours in prop::collection::vec(intent(), 1..6),
        theirs in prop::collection::vec(intent(), 1..6),
    ) {
        let base = opened(&base);
        let (ours, theirs) = (after(&base, ours), after(&base, theirs));
        let both = Patch::between(&base, &ours).on(&theirs);
        prop_assert_eq!(both.duplicate_id(), None);
        prop_assert!(matches!(open(&save(&both)), Opened::Ledger(_)));
        // What the other did not touch is as ours has it: made once more, ours changes nothing.
        let again = Patch::between(&theirs, &both).on(&theirs);
        prop_assert_eq!(again, both);
    }
}

#[test]
fn the_same_patch_costs_nothing_where_nothing_changed() {
    let ledger = Arc::new(Ledger::titled("a"));
    assert!(Patch::between(&ledger, &ledger).is_empty());
}
