//! 家庭用水, water of a home: what showers, taps, machines and food take, what is asked about them, what could be saved.

mod answers;
mod compute;
mod part_g;
mod questions;
mod sources;
mod tips;
mod uses;
mod virtual_water;

pub use answers::{Answers, Refused};
pub use compute::{Dishes, Home, HomeInputs, compute, given};
pub use part_g::{DwellingFittings, PartGDwelling, PartGRow, PartGRows, PartGTotal, PartGValue};
pub use questions::{Field, FieldSpec, QUESTIONS, Question, SPECS, USES, Use};
pub use tips::Tip;
pub use uses::*;
pub use virtual_water::{BreadFromWheat, Product, VirtualWater, VirtualWaterChain};
