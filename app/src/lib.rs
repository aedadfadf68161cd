//! 浏览器, the app in the browser: the only room that knows one.
//!
//! It holds signals and markup. What is computed, said or drawn comes from the other rooms.
//!
//! It is linked into two modules: one with the landing page alone, which a first visit loads, and one with
//! everything. What the landing page uses must not use the `State`, or the ledger's keeping comes with it.

mod address;
mod app;
mod files;
mod frame;
mod keeper;
mod landing;
mod loading;
mod pages;
mod preferences;
mod reader;
mod registry;
mod result_memos;
mod results;
mod simulation;
mod state;
mod storage;
mod uncertainty;
mod widgets;

pub use app::mount;
pub use landing::{leave_home, mount_home};
