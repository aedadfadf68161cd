//! The reader's clock: nothing is computed by it.

use std::time::Duration;

use futures::channel::oneshot;
use leptos::prelude::set_timeout;

/// Waits for a while, in which the page goes on with other things.
pub async fn wait(time: Duration) {
    let (send, over) = oneshot::channel::<()>();
    set_timeout(move || drop(send), time);
    let _ = over.await;
}

/// The time now, in milliseconds since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// A time where the reader is, in the form that sorts: `2026-11-29 08:05`.
pub fn shown(at_ms: f64) -> String {
    let at = js_sys::Date::new(&at_ms.into());
    format!("{} {:02}:{:02}", day(&at), at.get_hours(), at.get_minutes())
}

/// The date where the reader is.
pub fn today() -> String {
    day(&js_sys::Date::new_0())
}

fn day(at: &js_sys::Date) -> String {
    format!("{:04}-{:02}-{:02}", at.get_full_year(), at.get_month() + 1, at.get_date())
}
