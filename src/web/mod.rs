//! 浏览器, the app in the browser: the only room that knows one.
//!
//! It holds signals and markup. What is computed, said or drawn comes from the other rooms.

mod address;
mod app;
mod files;
mod keeper;
mod pages;
mod preferences;
mod state;
mod storage;
mod widgets;

pub use app::mount;
