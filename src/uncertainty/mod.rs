//! 不确定度, uncertainty: how far a figure may stand from the truth, by first order (GUM) and by draws (JCGM 101).
//!
//! Both ways start from the typed numbers a figure rests on, never from half-way results, so that figures which share a
//! reading are handled as the correlated figures they are.

mod budget;
mod chi_square;
mod coverage;
mod distribution;
mod machine;
mod outcome;
mod program;
mod quantile;
mod random;
mod simulation;

pub use budget::{Budget, BudgetRow};
pub use chi_square::chi_square_tail;
pub use coverage::{
    Comparison, Coverage, Interval, Probability, Validation, coverage_factor, effective_degrees_of_freedom,
};
pub use distribution::Distribution;
pub use outcome::{Histogram, SimulationOutcome};
pub use program::Program;
pub use quantile::{chance_above_zero, normal_quantile, student_quantile};
pub use random::Generator;
pub use simulation::{CHUNK, Progress, Simulation, SimulationError, Task};
