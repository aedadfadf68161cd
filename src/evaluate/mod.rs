//! From typed to figures: every cell of the ledger is read, every problem is reported with its place, and what is sound is
//! computed with. Nothing stops at the first problem.

mod cells;
mod certification;
mod entry;
mod figures;
mod irrigation;
mod plant;
mod problem;

pub use certification::{Fact, FactInput, FactOrigin, ReviewAssessment};
pub use figures::{Assessment, DistrictDetail, YearAssessment, assess, assess_again, assess_regions};
pub use plant::{PeriodAssessment, RowAt};
pub use problem::{Problem, ProblemKind, Severity};
