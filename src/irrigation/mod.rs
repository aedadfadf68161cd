//! 农田灌溉, irrigation: coefficients of districts, size classes and regions, and what raising them saves.

mod coefficient;
mod region;
mod saving;
mod sources;

pub use coefficient::{
    EffectiveUse, EffectiveUseCoefficient, GrossFromNet, Levels, NetAndCoefficient, PLAUSIBLE_COEFFICIENT,
    Part, Parts, ProductCoefficient, RegionalCoefficient,
};
pub use region::{ClassFigures, District, DistrictFigures, SizeClass, Water, YearFigures, assess};
pub use saving::{Amounts, Before, GrossAndArea, SavingConstantGross, SavingConstantNet, Total, WaterPerMu};
