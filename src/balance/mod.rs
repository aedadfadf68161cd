//! 水平衡, the water network of a plant: whether it closes, what its measurements say together, where each flow's water
//! comes from, and who bears what it costs.
//!
//! Loops, parallel flows and flows that nobody measured are ordinary here. All volumes stand in one unit for one period,
//! all costs in one currency; both are the caller's.

mod allocate;
mod determine;
mod elimination;
mod network;
mod reconcile;
mod trace;
mod verdict;

pub use allocate::{Allocation, Override, allocate};
pub use determine::{DeterminedFlow, FlowState, determined, states};
pub use network::{BalanceError, End, Flow, Measured, Network, NodeKind};
pub use reconcile::{Contradiction, Reconciled, ReconciledFlow, reconcile};
pub use trace::{Origins, Shares, cycles, trace};
pub use verdict::{GlobalTest, MeasurementTest, SIGNIFICANCE};
