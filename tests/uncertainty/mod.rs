//! Uncertainty against published examples: GUM, JCGM 101, NPL, NIST.
//!
//! The tolerance is half a unit of the last published digit and four Monte Carlo standard errors.

mod examples;
mod laws;
mod model;
mod properties;
mod shapes;
mod statistics;
