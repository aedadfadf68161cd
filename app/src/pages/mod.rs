//! The pages.

pub mod certification;
mod problems;
mod home;
pub mod industry;
pub mod irrigation;
pub mod ledgers;
mod methods;
mod not_found;
mod paper;
mod parts;
pub mod region;
pub mod retrofit;
mod row_choice;
mod rubrics;
mod sheet_view;
mod way_to_retrofit;
mod workbook;

pub use home::Home;
pub use methods::Methods;
pub use not_found::NotFound;
pub use problems::go_to;
pub use rubrics::RubricsPage;
