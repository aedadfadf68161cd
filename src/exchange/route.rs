//! Addresses: a page of the app and the part of the address after `#`.

use super::Derivations;
use super::pages::{
    CERTIFICATION, EXAMPLE, EXAMPLE_PLANT, EXAMPLE_UNIT, HOME, INDUSTRY, IRRIGATION, LEDGERS, METHODS,
    NOT_FOUND, PAGES, PageSpec, REGION, RETROFIT, RUBRICS, SHARED, TabSpec,
};
use crate::ledger::{Place, RowId};
use crate::text::{Coded, Key};

/// A page and the part of it that is shown. The site is one file, so the fragment of the address tells which.
///
/// `#/irrigation` is a page, `#/irrigation/3` one of its sheets, `#/irrigation/3/fields` a tab of it, `#/irrigation/3/fields/2`
/// that tab for row 2 of the sheet, and `#/irrigation/3/fields/2/5` for row 5 within that. `#/irrigation/3/report` is a page to
/// print with the usual derivations, `#/irrigation/3/report/all` with all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// The page.
    pub page: &'static PageSpec,
    /// Its sheet; without one the latest is meant.
    pub sheet: Option<u32>,
    /// The sheet's tab.
    pub tab: &'static TabSpec,
    /// The row that the tab is about; without one the first is meant.
    pub row: Option<RowId>,
    /// The row within that row; without one the first is meant.
    pub inner: Option<RowId>,
    /// The derivations on a page to print.
    pub derivations: Derivations,
}

impl Route {
    /// `#/`
    pub const HOME: Route = Route::to(&HOME);
    /// `#/irrigation`, at its latest year.
    pub const IRRIGATION: Route = Route::to(&IRRIGATION);
    /// `#/industry`, at its latest period.
    pub const INDUSTRY: Route = Route::to(&INDUSTRY);
    /// `#/certification`, at its latest unit's year.
    pub const CERTIFICATION: Route = Route::to(&CERTIFICATION);
    /// `#/retrofit`, at its latest plan.
    pub const RETROFIT: Route = Route::to(&RETROFIT);
    /// `#/region`, at its latest year.
    pub const REGION: Route = Route::to(&REGION);
    /// `#/rubrics`, the library.
    pub const RUBRICS: Route = Route::to(&RUBRICS);
    /// `#/methods`
    pub const METHODS: Route = Route::to(&METHODS);
    /// `#/ledgers`
    pub const LEDGERS: Route = Route::to(&LEDGERS);
    /// `#/example`: puts the filled example in the ledger's place and goes on to the irrigation page.
    pub const EXAMPLE: Route = Route::to(&EXAMPLE);

    /// A filled plant, put into the ledger.
    pub const EXAMPLE_PLANT: Route = Route::to(&EXAMPLE_PLANT);

    /// A filled university, put into the ledger.
    pub const EXAMPLE_UNIT: Route = Route::to(&EXAMPLE_UNIT);
    /// Anything else.
    pub const UNKNOWN: Route = Route::to(&NOT_FOUND);

    /// A page as it is shown where nothing more is said.
    pub const fn to(page: &'static PageSpec) -> Route {
        Route {
            page,
            sheet: None,
            tab: &page.tabs[0],
            row: None,
            inner: None,
            derivations: Derivations::Main,
        }
    }

    /// The page's first tab for a sheet.
    pub const fn sheet(page: &'static PageSpec, sheet: u32) -> Route {
        Route { sheet: Some(sheet), ..Route::to(page) }
    }

    /// The page that shows a place of the ledger; none shows the ledger's title.
    pub fn of_place(place: Place) -> Option<Route> {
        let (list, sheet) = place.sheet()?;
        let page = PAGES.into_iter().find(|page| page.sheets == Some(list))?;
        let entry = place.column.filter(|column| column.is_entry);
        let has_it = |tab: &&TabSpec| match entry {
            Some(entry) => tab.entries.contains(&entry.name),
            None => tab.tables.contains(&place.table.spec.row_name),
        };
        let tab = page.tabs.iter().find(has_it)?;
        // An entry belongs to its row, a cell to the rows that its table stands within; the first of them is the sheet.
        let mut rows = place.table.within().iter().copied().chain(entry.map(|_| place.row)).skip(1);
        Some(Route { tab, row: rows.next(), inner: rows.next(), ..Route::sheet(page, sheet.0) })
    }

    /// The page of an address's fragment.
    ///
    /// ```
    /// use water_ledger::exchange::Route;
    /// assert_eq!(Route::parse("#/irrigation"), Route::IRRIGATION);
    /// assert_eq!(Route::parse(""), Route::HOME);
    /// assert_eq!(Route::parse("#/nowhere"), Route::UNKNOWN);
    /// ```
    pub fn parse(fragment: &str) -> Route {
        Route::read(fragment).unwrap_or(Route::UNKNOWN)
    }

    fn read(fragment: &str) -> Option<Route> {
        let path = fragment.trim_start_matches('#').trim_matches('/');
        // What stands behind a question mark is for the page alone.
        let path = path.split('?').next().unwrap_or(path);
        let mut parts = path.split('/');
        let name = parts.next()?;
        let mut route = Route::to(PAGES.into_iter().find(|page| page.name == name)?);
        if route.page == &SHARED {
            // What follows is the ledger, which only its page reads.
            return Some(route);
        }
        if let Some(sheet) = parts.next() {
            route.sheet = Some(sheet.parse().ok().filter(|_| route.page.has_sheets)?);
        }
        if let Some(tab) = parts.next() {
            route.tab = route.page.tab(tab)?;
        }
        if route.tab.paper.is_some() {
            if let Some(chosen) = parts.next() {
                route.derivations = *Derivations::ALL.iter().find(|one| one.code() == chosen)?;
            }
            return parts.next().is_none().then_some(route);
        }
        if let Some(row) = parts.next() {
            route.row = Some(RowId(row.parse().ok().filter(|_| route.tab.depth > 0)?));
        }
        if let Some(row) = parts.next() {
            route.inner = Some(RowId(row.parse().ok().filter(|_| route.tab.depth > 1)?));
        }
        parts.next().is_none().then_some(route)
    }

    /// The fragment that leads to the page.
    pub fn to_hash(self) -> String {
        let mut hash = format!("#/{}", self.page.name);
        let Some(sheet) = self.sheet else { return hash };
        hash += &format!("/{sheet}");
        if *self.tab != self.page.tabs[0] {
            hash += &format!("/{}", self.tab.name);
            if self.tab.paper.is_some() && self.derivations != Derivations::default() {
                hash += &format!("/{}", self.derivations.code());
            }
            // An inner row is one of the row before it.
            let rows = [self.row, self.row.and(self.inner)].into_iter().flatten().take(self.tab.depth);
            rows.for_each(|RowId(row)| hash += &format!("/{row}"));
        }
        hash
    }

    /// What the window is called; the product's name where there is no title.
    pub fn title(self) -> Option<Key> {
        self.tab.paper.or(self.page.title)
    }

    /// Whether two addresses are the same page, whatever part of it they show. A page to print is one of its own.
    pub fn is_same_page(self, other: Route) -> bool {
        self.page == other.page && self.tab.paper.is_some() == other.tab.paper.is_some()
    }

    /// Whether the navigation's entry for `page` leads here: a page to print belongs to the page it is made from, rubrics to what
    /// they certify.
    pub fn is_within(self, page: Route) -> bool {
        self.page == page.page || self.page.within == Some(page.page)
    }
}

/// The landing page.
impl Default for Route {
    fn default() -> Route {
        Route::HOME
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{LEDGER, TableSpec};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// Every page with every tab, a sheet and a row where they are named.
    fn known() -> impl Strategy<Value = Route> {
        let tabs: Vec<Route> = PAGES
            .into_iter()
            .flat_map(|page| page.tabs.iter().map(move |tab| Route { tab, ..Route::to(page) }))
            .collect();
        let number = any::<Option<u32>>;
        let derivations = prop::sample::select(Derivations::ALL);
        let parts = (prop::sample::select(tabs), number(), number(), number(), derivations);
        parts.prop_map(|(route, sheet, row, inner, derivations)| {
            let is_paper = route.tab.paper.is_some();
            let derivations = if is_paper { derivations } else { Derivations::default() };
            let row = row.filter(|_| route.tab.depth > 0).map(RowId);
            let inner = row.and(inner).filter(|_| route.tab.depth > 1).map(RowId);
            match sheet.filter(|_| route.page.has_sheets) {
                None => Route::to(route.page),
                sheet => Route { sheet, row, inner, derivations, ..route },
            }
        })
    }

    proptest! {
        #[test]
        fn the_fragment_of_a_page_leads_to_it(route in known()) {
            prop_assert_eq!(Route::parse(&route.to_hash()), route);
        }

        #[test]
        fn any_fragment_leads_somewhere(fragment in "\\PC*") {
            let route = Route::parse(&fragment);
            prop_assert!(route == Route::UNKNOWN || Route::parse(&route.to_hash()) == route);
        }
    }

    #[test]
    fn released_addresses_lead_where_they_led() {
        let tab = |page: &'static PageSpec, sheet, name| Route {
            tab: page.tab(name).expect("a tab"),
            ..Route::sheet(page, sheet)
        };
        let canals = Route { row: Some(RowId(2)), ..tab(&IRRIGATION, 3, "canals") };
        for (hash, route) in [
            ("#/", Route::HOME),
            ("#/methods", Route::METHODS),
            ("#/example", Route::EXAMPLE),
            ("#/rubrics", Route::RUBRICS),
            ("#/rubrics/2", Route::sheet(&RUBRICS, 2)),
            ("#/irrigation/3", Route::sheet(&IRRIGATION, 3)),
            ("#/irrigation/3/canals/2", canals),
            ("#/irrigation/3/water-need", tab(&IRRIGATION, 3, "water-need")),
            ("#/irrigation/3/report", tab(&IRRIGATION, 3, "report")),
            (
                "#/irrigation/3/report/all",
                Route { derivations: Derivations::All, ..tab(&IRRIGATION, 3, "report") },
            ),
            (
                "#/industry/3/sheets/none",
                Route { derivations: Derivations::None, ..tab(&INDUSTRY, 3, "sheets") },
            ),
            ("#/industry/3/rates", tab(&INDUSTRY, 3, "rates")),
            ("#/industry/3/sheets", tab(&INDUSTRY, 3, "sheets")),
            ("#/certification/3/plan", tab(&CERTIFICATION, 3, "plan")),
            ("#/certification/3/form", tab(&CERTIFICATION, 3, "form")),
        ] {
            assert_eq!(Route::parse(hash), route, "{hash}");
            assert_eq!(route.to_hash(), hash);
        }
        assert_eq!(Route::parse("#/irrigation/3/region"), Route::sheet(&IRRIGATION, 3));
        for hash in [
            "#/irrigation/abc",
            "#/irrigation/1/2",
            "#/irrigation/1/region/2",
            "#/irrigation/1/canals/2/3",
            "#/methods/1",
            "#/rubrics/1/x",
            "#/irrigation/1/report/some",
            "#/irrigation/1/report/all/1",
        ] {
            assert_eq!(Route::parse(hash), Route::UNKNOWN, "{hash}");
        }
    }

    #[test]
    fn every_place_of_the_ledger_stands_on_one_tab() {
        // Every kind of place, in the first sheet and row.
        let tables = LEDGER.tables.iter().flat_map(|list| list.all());
        let columns = tables.flat_map(|table| table.columns.iter().map(move |column| (table, column)));
        let place = |(table, column): (&'static TableSpec, _)| Place {
            column: Some(column),
            ..table.at(&vec![RowId(1); table.depth()]).row(RowId(1))
        };
        let places: Vec<Place> = columns.map(place).collect();
        for place in &places {
            let route = Route::of_place(*place).unwrap_or_else(|| panic!("{place:?} stands on no tab"));
            assert_eq!(Route::parse(&route.to_hash()), route, "{place:?}");
        }
        // What a tab lists is there, and stands on no other.
        let named = |place: &Place| match place.column {
            Some(column) if column.is_entry => column.name,
            _ => place.table.spec.row_name,
        };
        let of_ledger: BTreeSet<&str> = places.iter().map(named).collect();
        for page in PAGES {
            for list in [|tab: &TabSpec| tab.tables, |tab: &TabSpec| tab.entries] {
                let listed: Vec<&str> = page.tabs.iter().flat_map(list).copied().collect();
                let distinct: BTreeSet<&str> = listed.iter().copied().collect();
                assert_eq!(distinct.len(), listed.len(), "{page:?} lists something twice");
                for name in distinct {
                    assert!(of_ledger.contains(name), "{page:?} lists {name}, which is nowhere");
                }
            }
        }
    }
}
