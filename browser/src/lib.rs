//! 浏览器里共用的, what both modules with pages, `app` and `household`, share of the browser.

pub mod clipboard;
pub mod files;
pub mod preferences;
pub mod storage;
pub mod trusted;
