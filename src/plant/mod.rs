//! 工厂, a plant in a period: its network of water as figures, the statistics of its units, its rates, its cost.

mod amounts;
mod cooling;
mod costs;
mod compute;
mod formulas;
mod model;
mod network;
mod rates;
mod results;
mod statistics;

pub use amounts::Amount;
pub use compute::{Before, PlantFigures, compute_plant, rate, recompute_plant};
pub use cooling::{CoolingFigures, compute_cooling};
pub use costs::{CostFigures, PlaceCost};
pub use formulas::{CostAndVolume, CostPerVolume, MixedFlow, PriceAndVolume, TracedPart, VolumeCost};
pub use model::*;
pub use network::{Origins, ReconciledPlant};
pub use rates::{ProductFigures, Rate, Refused, SteamFigures, months_together};
pub use statistics::{BalanceState, PlaceFigures, SummaryFigures, Totals, WaterStatistics};
