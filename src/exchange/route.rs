//! Addresses: a page of the app and the part of the address after `#`.

use crate::ledger::YearId;

/// A page. The site is one file, so the fragment of the address tells which page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// `#/`
    #[default]
    Home,
    /// `#/irrigation`, or `#/irrigation/3` for one year's sheet.
    Irrigation(Option<YearId>),
    /// `#/methods`
    Methods,
    /// `#/example`: puts the filled example in the ledger's place and goes on to the irrigation page.
    Example,
    /// Anything else.
    Unknown,
}

impl Route {
    /// The page of an address's fragment.
    ///
    /// ```
    /// use water_ledger::exchange::Route;
    /// assert_eq!(Route::parse("#/irrigation"), Route::Irrigation(None));
    /// assert_eq!(Route::parse(""), Route::Home);
    /// assert_eq!(Route::parse("#/nowhere"), Route::Unknown);
    /// ```
    pub fn parse(fragment: &str) -> Route {
        let path = fragment.trim_start_matches('#').trim_matches('/');
        let mut parts = path.split('/');
        match (parts.next().unwrap_or_default(), parts.next(), parts.next()) {
            ("", None, None) => Route::Home,
            ("irrigation", None, None) => Route::Irrigation(None),
            ("irrigation", Some(year), None) => match year.parse() {
                Ok(year) => Route::Irrigation(Some(YearId(year))),
                Err(_) => Route::Unknown,
            },
            ("methods", None, None) => Route::Methods,
            ("example", None, None) => Route::Example,
            _ => Route::Unknown,
        }
    }

    /// The fragment that leads to the page.
    pub fn to_hash(self) -> String {
        match self {
            Route::Home | Route::Unknown => "#/".to_string(),
            Route::Irrigation(None) => "#/irrigation".to_string(),
            Route::Irrigation(Some(YearId(year))) => format!("#/irrigation/{year}"),
            Route::Methods => "#/methods".to_string(),
            Route::Example => "#/example".to_string(),
        }
    }

    /// Whether two addresses are the same page, whatever part of it they show.
    pub fn is_same_page(self, other: Route) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn known() -> impl Strategy<Value = Route> {
        prop_oneof![
            Just(Route::Home),
            Just(Route::Methods),
            Just(Route::Example),
            any::<Option<u32>>().prop_map(|year| Route::Irrigation(year.map(YearId))),
        ]
    }

    proptest! {
        #[test]
        fn the_fragment_of_a_page_leads_to_it(route in known()) {
            prop_assert_eq!(Route::parse(&route.to_hash()), route);
        }

        #[test]
        fn any_fragment_leads_somewhere(fragment in "\\PC*") {
            let route = Route::parse(&fragment);
            prop_assert!(route == Route::Unknown || Route::parse(&route.to_hash()) == route);
        }
    }
}
