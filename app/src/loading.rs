//! Which page is shown: that of the address, once its code has come.

use leptos::prelude::*;

use super::frame::{self, Missing};
use super::state::State;
use super::{address, registry};
use water_ledger::exchange::Route;

/// The page of the address once its code is there; until then the page before it stays. Only a change of page changes it, not
/// a change within one. While code is on its way, the page is busy (`aria-busy`).
pub fn loaded_page(state: State) -> RwSignal<Option<Route>> {
    let wanted = Memo::new(move |before: Option<&Route>| {
        let route = state.route.get();
        before.copied().filter(|before| before.is_same_page(route)).unwrap_or(route)
    });
    let loaded = RwSignal::new(None);
    let tries = RwSignal::new(0);
    let missing = StoredValue::new(None::<Missing>);
    Effect::new(move |_| {
        tries.track();
        let route = wanted.get();
        missing.set_value(None);
        frame::set_page_awaited(true);
        leptos::task::spawn_local(async move {
            let came = registry::fetch(route).await;
            frame::set_page_awaited(false);
            // Another page may be wanted by now.
            if wanted.get_untracked() != route {
                return;
            }
            match came {
                Ok(()) => loaded.set(Some(route)),
                Err(_) => {
                    let failed = frame::show_failure(move || {
                        tries.update(|tries| *tries += 1);
                        request_animation_frame(address::show_top);
                    });
                    missing.set_value(Some(failed));
                }
            }
        });
    });
    loaded
}
