//! The pages.

mod home;
mod irrigation;
mod methods;
mod not_found;

pub use home::Home;
pub use irrigation::{IrrigationPage, ReportPage, go_to};
pub use methods::Methods;
pub use not_found::NotFound;
