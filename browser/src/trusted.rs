//! The page's one policy for text that becomes markup and for addresses of scripts (Trusted Types). `public/boot.js` makes it and says
//! what it lets pass; the browser lets nothing else through.

use std::cell::OnceCell;

use js_sys::Reflect;
use leptos::prelude::document;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MessageEvent, Worker, WorkerOptions, WorkerType};

#[wasm_bindgen]
extern "C" {
    /// The policy.
    pub type TrustPolicy;

    #[wasm_bindgen(method, catch, js_name = createHTML)]
    fn markup(this: &TrustPolicy, text: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = createScriptURL)]
    fn script(this: &TrustPolicy, address: &str) -> Result<JsValue, JsValue>;

    /// A worker whose script is a trusted address, which web-sys does not know yet.
    #[wasm_bindgen(extends = Worker)]
    type TrustedWorker;

    #[wasm_bindgen(constructor, catch, js_class = "Worker")]
    fn new(script: &JsValue, options: &WorkerOptions) -> Result<TrustedWorker, JsValue>;
}

thread_local! {
    static POLICY: OnceCell<TrustPolicy> = const { OnceCell::new() };
}

/// Takes the policy over, once, before anything is shown.
pub fn take(policy: TrustPolicy) {
    let _ = POLICY.with(|kept| kept.set(policy));
}

/// Puts a picture, written by the chart room, into an element. What the policy refuses leaves the element empty.
pub fn show_picture(element: &Element, picture: &str) {
    let markup = with_policy(|policy| policy.markup(picture)).unwrap_or_else(|| JsValue::from_str(""));
    let _ = Reflect::set(element, &"innerHTML".into(), &markup);
}

/// Gives a task to a new worker, whose script an element of the page names; `heard` is told what it says, `lost` that it broke off. None
/// where there is no such worker. It lives until it is ended.
pub fn ask(
    name: &str,
    task: &JsValue,
    heard: impl FnMut(&Worker, JsValue) + 'static,
    lost: impl Fn() + 'static,
) -> Option<Worker> {
    let (worker, mut heard) = (worker(name)?, heard);
    let asked = worker.clone();
    let heard =
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| heard(&asked, event.data()));
    let lost = Closure::<dyn Fn(JsValue)>::new(move |_| lost());
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    worker.set_onerror(Some(lost.as_ref().unchecked_ref()));
    // The worker holds them for as long as it lives.
    heard.forget();
    lost.forget();
    worker.post_message(task).ok()?;
    Some(worker)
}

fn worker(name: &str) -> Option<Worker> {
    let address =
        document().query_selector(&format!("meta[name={name}]")).ok().flatten()?.get_attribute("content")?;
    let script = with_policy(|policy| policy.script(&address))?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    TrustedWorker::new(&script, &options).ok().map(Worker::from)
}

fn with_policy(make: impl FnOnce(&TrustPolicy) -> Result<JsValue, JsValue>) -> Option<JsValue> {
    POLICY.with(|policy| make(policy.get()?).ok())
}
