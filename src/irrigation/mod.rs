//! 农田灌溉, irrigation: coefficients of districts, size classes and regions, and what raising them saves.

mod coefficient;
mod region;
mod saving;
mod sources;
mod terms;

pub use coefficient::{
    EffectiveUse, EffectiveUseCoefficient, GrossFromNet, Levels, NetAndCoefficient, PLAUSIBLE_COEFFICIENT,
    Part, Parts, ProductCoefficient, RegionalCoefficient,
};
pub use region::{ClassFigures, District, DistrictFigures, Water, YearFigures, assess};
pub use saving::{Amounts, Before, GrossAndArea, SavingConstantGross, SavingConstantNet, Total, WaterPerMu};
pub use terms::{FieldMethod, Lining, MuConvention, ReadingKind, SizeClass, Soil, SourceKind};
