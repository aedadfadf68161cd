//! Every page with its view. A new page is a line here and one in `exchange::PAGES`.

use leptos::prelude::*;

use super::pages::{Home, Methods, NotFound, RubricsPage, certification, industry, irrigation};
use super::widgets::SetAside;
use water_ledger::exchange::{
    CERTIFICATION, EXAMPLE, HOME, INDUSTRY, IRRIGATION, METHODS, NOT_FOUND, PageSpec, RUBRICS, Route,
};

/// A page and what shows it.
struct View {
    page: &'static PageSpec,
    screen: fn() -> AnyView,
    /// The page to print that is made of its sheets.
    paper: Option<fn() -> AnyView>,
}

static VIEWS: [View; 8] = [
    View { page: &HOME, screen: || view! { <Home/> <SetAside/> }.into_any(), paper: None },
    View { page: &IRRIGATION, screen: irrigation::page, paper: Some(irrigation::report) },
    View { page: &EXAMPLE, screen: irrigation::page, paper: None },
    View { page: &INDUSTRY, screen: industry::page, paper: Some(industry::sheets) },
    View { page: &CERTIFICATION, screen: certification::page, paper: Some(certification::form) },
    View { page: &RUBRICS, screen: || view! { <RubricsPage/> }.into_any(), paper: None },
    View { page: &METHODS, screen: || view! { <Methods/> }.into_any(), paper: None },
    View { page: &NOT_FOUND, screen: || view! { <NotFound/> }.into_any(), paper: None },
];

/// The view of an address's page.
pub fn view_of(route: Route) -> Option<AnyView> {
    let view = VIEWS.iter().find(|view| view.page == route.page)?;
    let show = if route.tab.paper.is_some() { view.paper? } else { view.screen };
    Some(show())
}
