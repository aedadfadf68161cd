//! 浏览器, the app in the browser: the only room that knows one.
//!
//! It holds signals and markup. What is computed, said or drawn comes from the other rooms.
//!
//! The landing page stands in the document before it and needs nothing of it; `public/boot.js` loads it when it is wanted.

mod address;
mod app;
mod attachments;
mod backups;
mod basis;
mod clock;
mod database;
mod frame;
mod indexed_db;
mod keeper;
mod document_store;
mod documents;
mod loading;
mod office;
mod pages;
mod part;
mod page_context;
mod registry;
mod result_memos;
mod results;
mod simulation;
mod state;
mod take_in;
mod uncertainty;
mod widgets;

use water_ledger_browser::{clipboard, files, preferences, storage, trusted};

pub use app::mount;
pub use trusted::TrustPolicy;
