//! 趋势, trend: how a yearly series moves, how sure that is, and where it leads.
//!
//! Everything here rests on ranks and medians, so that one odd year does not decide the answer.

mod compute;
mod mann_kendall;
mod slope;
mod sources;

pub use compute::{Projection, SeriesLength, TestFigures, TrendFigures, compute_trend, project};
pub use mann_kendall::{
    Counts, EqualValues, MannKendall, MannKendallP, MannKendallS, MannKendallVariance, MannKendallZ,
    OneAndAll, SAndVariance, StandardisedS,
};
pub use slope::{
    LastAndTarget, NeededPerYear, SenProjection, SenSlope, SlopeToYear, YearsAndValues, year_figure,
};
pub use sources::CALENDAR;
