//! 工业用水, industry: rates of reuse, water by product, meters and losses, cooling water, boilers, what water costs.

mod boiler;
mod cooling;
mod cycles;
mod estimates;
mod losses;
mod price;
mod product;
mod reuse;
mod sources;
mod terms;
mod tower_us;
mod volumes;

// Every metric and every set of inputs is public; the room's own notes stay private.
pub use boiler::*;
pub use cooling::*;
pub use cycles::*;
pub use estimates::*;
pub use losses::*;
pub use price::*;
pub use product::*;
pub use reuse::*;
pub use terms::*;
pub use tower_us::*;
pub use volumes::*;
