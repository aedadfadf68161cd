//! Every page with its view. A new page is a line here and one in `exchange::PAGES`.
//!
//! The code of a page is a part of its own, fetched when the page is opened, but for pages that are a few lines.

use leptos::prelude::*;
use wasm_split_helpers::SplitLoaderError;

use super::pages::{
    Home, Methods, NotFound, RubricsPage, certification, industry, irrigation, ledgers, region, retrofit,
};
use super::part::{Part, part};
use super::widgets::SetAside;
use water_ledger::exchange::{
    BEGIN, CERTIFICATION, EXAMPLE, EXAMPLE_PLANT, EXAMPLE_UNIT, HOME, INDUSTRY, IRRIGATION, LEDGERS, METHODS,
    NOT_FOUND, PageSpec, REGION, RETROFIT, RUBRICS, Route, SHARED,
};

/// A page and what shows it.
struct View {
    page: &'static PageSpec,
    screen: &'static Part,
    /// The page to print that is made of its sheets.
    paper: Option<&'static Part>,
}

/// A view whose code comes with the app.
const fn here(call: fn(()) -> Option<AnyView>) -> Part {
    Part { fetch: || Box::pin(async { Ok(()) }), call }
}

static HERE: Part = here(|()| Some(view! { <Home/> <SetAside/> }.into_any()));
static NOWHERE: Part = here(|()| Some(view! { <NotFound/> }.into_any()));
static YEARS: &Part = part!(irrigation, irrigation::page());
static PERIODS: &Part = part!(industry, industry::page());
static REVIEWS: &Part = part!(certification, certification::page());

static VIEWS: [View; 15] = [
    View { page: &HOME, screen: &HERE, paper: None },
    View { page: &IRRIGATION, screen: YEARS, paper: Some(part!(report, irrigation::report())) },
    View { page: &EXAMPLE, screen: YEARS, paper: None },
    View { page: &EXAMPLE_PLANT, screen: PERIODS, paper: None },
    View { page: &EXAMPLE_UNIT, screen: REVIEWS, paper: None },
    View { page: &INDUSTRY, screen: PERIODS, paper: Some(part!(sheets, industry::sheets())) },
    View { page: &CERTIFICATION, screen: REVIEWS, paper: Some(part!(form, certification::form())) },
    View {
        page: &RETROFIT,
        screen: part!(retrofit, retrofit::page()),
        paper: Some(part!(proposal, retrofit::proposal())),
    },
    View {
        page: &REGION,
        screen: part!(region, region::page()),
        paper: Some(part!(year_report, region::report())),
    },
    View { page: &RUBRICS, screen: part!(rubrics, view! { <RubricsPage/> }.into_any()), paper: None },
    View { page: &METHODS, screen: part!(methods, view! { <Methods/> }.into_any()), paper: None },
    View { page: &LEDGERS, screen: part!(ledgers, ledgers::page()), paper: None },
    View { page: &BEGIN, screen: part!(begin, retrofit::begin()), paper: None },
    View { page: &SHARED, screen: part!(shared, ledgers::shared()), paper: None },
    View { page: &NOT_FOUND, screen: &NOWHERE, paper: None },
];

/// What shows the page of an address.
fn part_of(route: Route) -> Option<&'static Part> {
    let view = VIEWS.iter().find(|view| view.page == route.page)?;
    if route.tab.paper.is_some() { view.paper } else { Some(view.screen) }
}

/// Fetches the code of an address's page.
pub async fn fetch(route: Route) -> Result<(), SplitLoaderError> {
    match part_of(route) {
        Some(part) => (part.fetch)().await,
        None => Ok(()),
    }
}

/// The view of an address's page, whose code is there.
pub fn view_of(route: Route) -> Option<AnyView> {
    (part_of(route)?.call)(())
}
