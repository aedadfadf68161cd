//! Memos of what the ledger comes to, each made when something first asks for it.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;

use water_ledger::evaluate::Before;
use water_ledger::ledger::Ledger;

/// The memos of the verticals that something has asked for so far. They live as long as the app, so that a page which is
/// opened again finds what it left.
#[derive(Clone, Copy)]
pub struct ResultMemos {
    memos: StoredValue<HashMap<TypeId, Box<dyn Any + Send + Sync>>>,
    owner: StoredValue<Owner>,
}

impl ResultMemos {
    /// No memos yet; the ones to come belong to the owner that this is called under.
    pub fn new() -> ResultMemos {
        let owner = Owner::current().unwrap_or_default();
        ResultMemos { memos: StoredValue::new(HashMap::new()), owner: StoredValue::new(owner) }
    }

    /// The memo of these results, made when they are first asked for.
    pub fn of<R: PartialEq + Send + Sync + 'static>(
        self,
        ledger: Memo<Arc<Ledger>>,
        evaluate: impl Fn(&Ledger, Before<'_, R>) -> R + Send + Sync + 'static,
    ) -> Memo<Arc<R>> {
        let known = self.memos.with_value(|memos| {
            memos.get(&TypeId::of::<R>()).and_then(|memo| memo.downcast_ref::<Memo<Arc<R>>>().copied())
        });
        known.unwrap_or_else(|| {
            let memo = self.owner.with_value(|owner| owner.with(|| memo_of(ledger, evaluate)));
            self.memos.update_value(|memos| {
                memos.insert(TypeId::of::<R>(), Box::new(memo));
            });
            memo
        })
    }
}

/// Results that are worked out when they are read after a change of the ledger; what has not changed since is taken over.
fn memo_of<R: PartialEq + Send + Sync + 'static>(
    ledger: Memo<Arc<Ledger>>,
    evaluate: impl Fn(&Ledger, Before<'_, R>) -> R + Send + Sync + 'static,
) -> Memo<Arc<R>> {
    type Known<R> = (Arc<Ledger>, Arc<R>);
    let known = Memo::new_with_compare(
        move |before: Option<&Known<R>>| {
            let ledger = ledger.get();
            let before = before.map(|(was, results)| (&**was, &**results));
            let results = Arc::new(evaluate(&ledger, before));
            (ledger, results)
        },
        // What is known goes with the ledger that it is of, even where it comes to the same.
        |_, _| true,
    );
    Memo::new(move |_| known.with(|(_, results)| results.clone()))
}
