//! The pages.

mod certification;
mod found;
mod home;
mod industry;
mod irrigation;
mod methods;
mod not_found;
mod paper;
mod parts;
mod rubrics;

pub use certification::{CertificationPage, FormPage};
pub use found::go_to;
pub use home::Home;
pub use industry::{IndustryPage, SheetsPage};
pub use irrigation::{IrrigationPage, ReportPage};
pub use methods::Methods;
pub use not_found::NotFound;
pub use rubrics::RubricsPage;
