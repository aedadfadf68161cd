//! Where water comes from that serves in place of other water.

use crate::industry::SupplyKind;
use crate::ledger::Place;

/// Where water comes from.
#[derive(Clone, Debug)]
pub enum Source {
    /// Water of an amount that was typed: what a unit discharges, a flow, another supply.
    Typed(Place),
    /// A kind of supply that is not there yet, such as rain, by the name that was typed.
    New(SupplyKind, String),
}
