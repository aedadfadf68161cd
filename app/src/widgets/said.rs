//! What is said of problems. The sentences come with the first of them, for most pages have none.

use leptos::prelude::*;

use crate::page_context::PageContext;
use crate::part::{Part, part};
use water_ledger::evaluate::ProblemKind;
use water_ledger::metric::Fault;

/// What has a sentence there.
#[derive(Clone)]
pub enum Wrong {
    /// A problem of the ledger.
    Problem(ProblemKind),
    /// What a formula refuses of the whole.
    Fault(Fault),
}

static SENTENCES: &Part<(PageContext, Vec<Wrong>)> = part!(sentences, of: (PageContext, Vec<Wrong>), {
    let (context, wrong) = of;
    let said = |one: &Wrong| match one {
        Wrong::Problem(kind) => context.tell(&kind.message()),
        Wrong::Fault(fault) => context.tell(&fault.message(&[])),
    };
    wrong.iter().map(said).collect::<Vec<_>>().join(" ").into_any()
});

/// The sentences, one after the other.
pub fn said(context: PageContext, wrong: Vec<Wrong>) -> AnyView {
    SENTENCES.later((context, wrong))
}

/// The sentence of a problem.
pub fn said_of(context: PageContext, kind: &ProblemKind) -> AnyView {
    said(context, vec![Wrong::Problem(kind.clone())])
}
