//! The worker of workbooks, away from the page.

/// `public/office-worker.js` calls the library.
fn main() {}
