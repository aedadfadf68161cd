//! Code that comes when it is needed, and views that wait for it.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use wasm_split_helpers::SplitLoaderError;

use super::frame::{self, Missing};

/// Code that may come later: a function that makes a view of `A`.
pub struct Part<A = ()> {
    /// Fetches it.
    pub fetch: fn() -> Fetching,
    /// Calls it; nothing while it is not there.
    pub call: fn(A) -> Option<AnyView>,
}

impl<A: Clone + Send + Sync + 'static> Part<A> {
    /// What it makes, once its code is there.
    pub fn later(&'static self, of: A) -> AnyView {
        once_there(self.fetch, move || (self.call)(of.clone()), || ())
    }
}

/// Code on its way.
pub type Fetching = Pin<Box<dyn Future<Output = Result<(), SplitLoaderError>>>>;

/// A view whose code is a part of its own, under a name that the loader and the size gate know it by.
macro_rules! part {
    ($name:ident, $make:expr) => {
        part!($name, _nothing: (), $make)
    };
    ($name:ident, $of:ident: $from:ty, $make:expr) => {{
        #[wasm_split_helpers::wasm_split($name, fallible, preload(fetch))]
        fn call($of: $from) -> Result<AnyView, wasm_split_helpers::SplitLoaderError> {
            Ok($make)
        }
        // Code that is there is not waited for.
        &$crate::part::Part {
            fetch: || Box::pin(fetch()),
            call: |of| futures::FutureExt::now_or_never(call(of))?.ok(),
        }
    }};
}
pub(crate) use part;

/// Code that may come later and makes no view: a function of `A`.
pub struct Code<A, R> {
    /// Fetches it.
    fetch: fn() -> Fetching,
    /// Calls it; nothing while it is not there.
    call: fn(A) -> Option<R>,
}

impl<A, R> Code<A, R> {
    /// Code that [`code!`] marks.
    pub const fn new(fetch: fn() -> Fetching, call: fn(A) -> Option<R>) -> Code<A, R> {
        Code { fetch, call }
    }

    /// What it makes of a value, once it is there; nothing where it does not come.
    pub async fn of(&self, value: A) -> Option<R> {
        (self.fetch)().await.ok()?;
        (self.call)(value)
    }
}

/// The code that results wait for. Whoever reads what such code makes is told when it has come, as of any other change.
#[derive(Clone, Copy)]
pub struct Awaited(RwSignal<Vec<usize>>);

impl Awaited {
    /// Nothing yet.
    pub fn nothing() -> Awaited {
        Awaited(RwSignal::new(Vec::new()))
    }

    /// Whether something is waited for, so that what there is now is not all.
    pub fn is_any(self) -> bool {
        self.0.with(|codes| !codes.is_empty())
    }

    /// What code makes of a value; nothing until it is there. Where it does not come, that is said and can be tried again.
    pub fn made<A, R>(self, code: &Code<A, R>, of: A) -> Option<R> {
        let made = (code.call)(of);
        if made.is_none() {
            self.wait_for(code.fetch);
        }
        made
    }

    fn wait_for(self, fetch: fn() -> Fetching) {
        self.0.track();
        let mark = fetch as usize;
        if self.0.with_untracked(|codes| codes.contains(&mark)) {
            return;
        }
        // Whoever tracks it does so from now on; it is told of when it has come.
        self.0.update_untracked(|codes| codes.push(mark));
        self.fetch(mark, fetch);
    }

    fn fetch(self, mark: usize, fetch: fn() -> Fetching) {
        frame::set_busy(true);
        leptos::task::spawn_local(async move {
            let came = fetch().await;
            frame::set_busy(false);
            match came {
                Ok(()) => self.0.update(|codes| codes.retain(|code| *code != mark)),
                // It stays awaited, and is said to be missing until it comes.
                Err(_) => std::mem::forget(frame::show_failure(move || self.fetch(mark, fetch))),
            }
        });
    }
}

/// A function whose code is a part of its own, under a name that the loader and the size gate know it by.
macro_rules! code {
    ($name:ident, $of:ident: $from:ty => $to:ty, $make:expr) => {{
        #[wasm_split_helpers::wasm_split($name, fallible, preload(fetch))]
        fn call($of: $from) -> Result<$to, wasm_split_helpers::SplitLoaderError> {
            Ok($make)
        }
        $crate::part::Code::new(|| Box::pin(fetch()), |of| futures::FutureExt::now_or_never(call(of))?.ok())
    }};
}
pub(crate) use code;

/// What `make` makes once its code is there; while that is on its way the page is busy (`aria-busy`). Where it does not come,
/// that is said and can be tried again, after `give_way`.
pub fn once_there(
    fetch: impl Fn() -> Fetching + 'static,
    make: impl Fn() -> Option<AnyView> + Send + Sync + 'static,
    give_way: impl Fn() + Clone + 'static,
) -> AnyView {
    let first = make();
    if first.is_some() {
        return first.into_any();
    }
    let is_there = RwSignal::new(false);
    let tries = RwSignal::new(0);
    let waits = StoredValue::new(false);
    let missing = StoredValue::new(None::<Missing>);
    let set_waits = move |now| {
        waits.set_value(now);
        frame::set_busy(now);
    };
    Effect::new(move |_| {
        tries.track();
        missing.set_value(None);
        let fetching = fetch();
        set_waits(true);
        let give_way = give_way.clone();
        leptos::task::spawn_local(async move {
            let came = fetching.await;
            // Something else may be shown by now.
            if is_there.is_disposed() {
                return;
            }
            set_waits(false);
            match came {
                Ok(()) => is_there.set(true),
                Err(_) => {
                    let failed = frame::show_failure(move || {
                        let _ = tries.try_update(|tries| *tries += 1);
                    });
                    missing.set_value(Some(failed));
                    give_way();
                }
            }
        });
    });
    on_cleanup(move || {
        if waits.try_get_value() == Some(true) {
            frame::set_busy(false);
        }
    });
    view! { {move || is_there.get().then(&make)} }.into_any()
}
