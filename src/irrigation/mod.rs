//! 农田灌溉, irrigation: fields, canals, districts, size classes and regions; what crops need, what a higher coefficient saves.

mod canal;
mod canal_chain;
mod canal_network;
mod coefficient;
pub mod fieldwork;
mod fieldwork_model;
mod crop_water;
mod district;
mod evapotranspiration;
mod field;
mod moisture;
mod radiation;
mod rain;
mod reference_day;
mod reference_et0;
mod region;
mod results;
mod saving;
mod share;
mod sources;
mod sun;
mod terms;
mod threshold;
mod vapour;
mod water_need;

// Every metric and every set of inputs is public; the rooms' own notes stay private.
pub use canal::*;
pub use canal_chain::*;
pub use canal_network::*;
pub use coefficient::*;
pub use crop_water::*;
pub use district::*;
pub use evapotranspiration::*;
pub use field::*;
pub use moisture::*;
pub use radiation::*;
pub use rain::*;
pub use reference_et0::*;
pub use region::*;
pub use saving::*;
pub use share::*;
pub use sun::*;
pub use terms::*;
pub use threshold::*;
pub use vapour::*;
pub use water_need::*;
