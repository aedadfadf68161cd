//! The pages.

mod home;
mod irrigation;
mod methods;
mod not_found;
mod results;

pub use home::Home;
pub use irrigation::IrrigationPage;
pub use methods::Methods;
pub use not_found::NotFound;
