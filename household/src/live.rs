//! What follows the answers. Each kind stands once, behind a box: the code that watches would be made anew for every closure.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A part of the page.
pub fn live(make: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    fn boxed(make: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
        (move || make()).into_any()
    }
    boxed(Box::new(make))
}

/// A part of the page that may not be there.
pub fn live_if(make: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    live(move || make().unwrap_or_else(|| ().into_any()))
}

/// Words.
pub fn said(say: impl Fn() -> String + Send + 'static) -> AnyView {
    fn boxed(say: Box<dyn Fn() -> String + Send>) -> AnyView {
        (move || say()).into_any()
    }
    boxed(Box::new(say))
}

/// Something that an element is or is not.
pub type Truth = Box<dyn Fn() -> bool + Send + Sync>;

/// The value of an attribute that is true or false.
pub fn as_attribute(truth: Truth) -> impl Fn() -> &'static str + Send + Sync + 'static {
    move || if truth() { "true" } else { "false" }
}

/// What a click does.
pub fn click(act: impl FnMut() + 'static) -> impl FnMut(MouseEvent) + 'static {
    fn boxed(mut act: Box<dyn FnMut()>) -> impl FnMut(MouseEvent) + 'static {
        move |_| act()
    }
    boxed(Box::new(act))
}
