//! Addresses: a page of the app and the part of the address after `#`.

use super::route_certification::{Certification, CertificationStep};
use crate::ledger::{
    Entry, PeriodId, Place, PlantEntry, PlantTable, RowId, RubricId, SheetAt, TableAt, YearId,
};

/// A page. The site is one file, so the fragment of the address tells which page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// `#/`
    #[default]
    Home,
    /// `#/irrigation`, or a part of it.
    Irrigation(Irrigation),
    /// `#/industry`, or a part of it.
    Industry(Industry),
    /// `#/certification`, or a part of it.
    Certification(Certification),
    /// `#/rubrics`, or one of one's own: `#/rubrics/2`.
    Rubrics(Option<RubricId>),
    /// `#/methods`
    Methods,
    /// `#/example`: puts the filled example in the ledger's place and goes on to the irrigation page.
    Example,
    /// Anything else.
    Unknown,
}

/// A part of the irrigation page: `#/irrigation/3` for a year's sheet, `#/irrigation/3/canals/2` for the canals of its
/// district 2.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Irrigation {
    /// The year's sheet; without one the latest is meant.
    pub year: Option<YearId>,
    /// Which tab.
    pub section: Section,
    /// The district that the tab is about; without one the first is meant.
    pub district: Option<RowId>,
}

/// A tab of the irrigation page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Section {
    /// The region: every district of the year.
    #[default]
    Region,
    /// One district: crops, sources.
    District,
    /// Its canals.
    Canals,
    /// Its sample fields.
    Fields,
    /// Water need of the year's crops.
    WaterNeed,
    /// The year's report, which is no tab but a page to print.
    Report,
}

/// A part of the industrial page: `#/industry/3/rates` for the rates of period 3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Industry {
    /// The period's sheet; without one the latest is meant.
    pub period: Option<PeriodId>,
    /// Which tab.
    pub tab: PlantTab,
}

/// A tab of the industrial page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PlantTab {
    /// Sources, units, flows, and their diagram.
    #[default]
    Network,
    /// Balances and reconciliation.
    Balance,
    /// What was made, and every rate.
    Rates,
    /// Cooling water and steam.
    Cooling,
    /// What water costs.
    Costs,
    /// The statistics and analysis sheets, a page to print.
    Sheets,
}

impl PlantTab {
    /// Every tab, from left to right; the last is a page to print.
    pub const ALL: [PlantTab; 6] = [
        PlantTab::Network,
        PlantTab::Balance,
        PlantTab::Rates,
        PlantTab::Cooling,
        PlantTab::Costs,
        PlantTab::Sheets,
    ];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            PlantTab::Network => "network",
            PlantTab::Balance => "balance",
            PlantTab::Rates => "rates",
            PlantTab::Cooling => "cooling",
            PlantTab::Costs => "costs",
            PlantTab::Sheets => "sheets",
        }
    }

    fn of_table(table: PlantTable) -> PlantTab {
        match table {
            PlantTable::Supplies | PlantTable::Units | PlantTable::Flows => PlantTab::Network,
            PlantTable::Products | PlantTable::Meters => PlantTab::Rates,
            PlantTable::Cooling | PlantTable::Steam => PlantTab::Cooling,
            PlantTable::Costs | PlantTable::Tiers => PlantTab::Costs,
        }
    }

    fn of_entry(entry: PlantEntry) -> PlantTab {
        match entry {
            PlantEntry::Period => PlantTab::Network,
            PlantEntry::Tolerance => PlantTab::Balance,
            _ => PlantTab::Rates,
        }
    }
}

impl Industry {
    fn parse<'p>(mut parts: impl Iterator<Item = &'p str>) -> Option<Industry> {
        let Some(period) = parts.next() else { return Some(Industry::default()) };
        let tab = match parts.next() {
            Some(name) => PlantTab::ALL.into_iter().find(|tab| tab.name() == name)?,
            None => PlantTab::default(),
        };
        let period = Some(PeriodId(period.parse().ok()?));
        parts.next().is_none().then_some(Industry { period, tab })
    }

    fn to_hash(self) -> String {
        match (self.period, self.tab) {
            (None, _) => "#/industry".to_string(),
            (Some(PeriodId(period)), PlantTab::Network) => format!("#/industry/{period}"),
            (Some(PeriodId(period)), tab) => format!("#/industry/{period}/{}", tab.name()),
        }
    }
}

impl Section {
    /// Every tab, from left to right.
    pub const TABS: [Section; 5] =
        [Section::Region, Section::District, Section::Canals, Section::Fields, Section::WaterNeed];

    /// Every part.
    pub const ALL: [Section; 6] = [
        Section::Region,
        Section::District,
        Section::Canals,
        Section::Fields,
        Section::WaterNeed,
        Section::Report,
    ];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Section::Region => "region",
            Section::District => "district",
            Section::Canals => "canals",
            Section::Fields => "fields",
            Section::WaterNeed => "water-need",
            Section::Report => "report",
        }
    }

    /// Whether the tab is about one district.
    pub fn is_of_district(self) -> bool {
        matches!(self, Section::District | Section::Canals | Section::Fields)
    }
}

impl Irrigation {
    /// A year's sheet.
    pub fn year(year: YearId) -> Irrigation {
        Irrigation { year: Some(year), ..Irrigation::default() }
    }

    fn of_table(year: YearId, table: TableAt) -> Irrigation {
        let section = match table {
            TableAt::Plant(..) | TableAt::Review(..) => Section::default(),
            TableAt::Districts(_) | TableAt::Classes(_) => Section::Region,
            TableAt::Crops(..) | TableAt::Sources(..) => Section::District,
            TableAt::Canals(..) => Section::Canals,
            TableAt::Fields(..) | TableAt::Readings(..) | TableAt::Periods(..) => Section::Fields,
            TableAt::Months(_) | TableAt::Seasons(_) => Section::WaterNeed,
        };
        Irrigation { year: Some(year), section, district: table.district() }
    }

    fn of_entry(year: YearId, entry: Entry) -> Irrigation {
        let section = match entry {
            Entry::Title | Entry::Plant(..) | Entry::Review(..) => Section::default(),
            Entry::Year(_) | Entry::Mu(_) => Section::Region,
            Entry::FieldEfficiency(..) | Entry::CanalDays(..) => Section::Canals,
            Entry::Latitude(_) | Entry::Altitude(_) | Entry::Efficiency(_) => Section::WaterNeed,
        };
        Irrigation { year: Some(year), section, district: entry.district() }
    }

    fn parse<'p>(mut parts: impl Iterator<Item = &'p str>) -> Option<Irrigation> {
        let Some(year) = parts.next() else { return Some(Irrigation::default()) };
        let mut found = Irrigation::year(YearId(year.parse().ok()?));
        if let Some(name) = parts.next() {
            found.section = Section::ALL.into_iter().find(|section| section.name() == name)?;
        }
        if let Some(district) = parts.next() {
            found.district = Some(RowId(district.parse().ok()?));
        }
        let is_whole = parts.next().is_none() && (found.district.is_none() || found.section.is_of_district());
        is_whole.then_some(found)
    }

    fn to_hash(self) -> String {
        let Some(YearId(year)) = self.year else { return "#/irrigation".to_string() };
        match (self.section, self.district) {
            (Section::Region, _) => format!("#/irrigation/{year}"),
            (section, Some(RowId(district))) if section.is_of_district() => {
                format!("#/irrigation/{year}/{}/{district}", section.name())
            }
            (section, _) => format!("#/irrigation/{year}/{}", section.name()),
        }
    }
}

impl Route {
    /// The irrigation page at its latest year.
    pub const IRRIGATION: Route =
        Route::Irrigation(Irrigation { year: None, section: Section::Region, district: None });

    /// The industrial page at its latest period.
    pub const INDUSTRY: Route = Route::Industry(Industry { period: None, tab: PlantTab::Network });

    /// The certification page at its latest unit's year.
    pub const CERTIFICATION: Route =
        Route::Certification(Certification { review: None, step: CertificationStep::Rubric });

    /// The page that shows a place of the ledger; none shows the ledger's title.
    pub fn of_place(place: Place) -> Option<Route> {
        Some(match (place.sheet()?, place) {
            (SheetAt::Year(year), Place::Cell { table, .. }) => {
                Route::Irrigation(Irrigation::of_table(year, table))
            }
            (SheetAt::Year(year), Place::Entry(entry)) => {
                Route::Irrigation(Irrigation::of_entry(year, entry))
            }
            (SheetAt::Period(period), place) => {
                let tab = match place {
                    Place::Cell { table: TableAt::Plant(_, table), .. } => PlantTab::of_table(table),
                    Place::Entry(Entry::Plant(_, entry)) => PlantTab::of_entry(entry),
                    _ => PlantTab::default(),
                };
                Route::Industry(Industry { period: Some(period), tab })
            }
            (SheetAt::Review(review), place) => Route::Certification(Certification::of_place(review, place)),
        })
    }

    /// The page of an address's fragment.
    ///
    /// ```
    /// use water_ledger::exchange::Route;
    /// assert_eq!(Route::parse("#/irrigation"), Route::IRRIGATION);
    /// assert_eq!(Route::parse(""), Route::Home);
    /// assert_eq!(Route::parse("#/nowhere"), Route::Unknown);
    /// ```
    pub fn parse(fragment: &str) -> Route {
        let path = fragment.trim_start_matches('#').trim_matches('/');
        let mut parts = path.split('/');
        let page = match parts.next().unwrap_or_default() {
            "irrigation" => return Irrigation::parse(parts).map_or(Route::Unknown, Route::Irrigation),
            "industry" => return Industry::parse(parts).map_or(Route::Unknown, Route::Industry),
            "certification" => {
                return Certification::parse(parts).map_or(Route::Unknown, Route::Certification);
            }
            "rubrics" => match parts.next() {
                None => Route::Rubrics(None),
                Some(id) => id.parse().map_or(Route::Unknown, |id| Route::Rubrics(Some(RubricId(id)))),
            },
            "" => Route::Home,
            "methods" => Route::Methods,
            "example" => Route::Example,
            _ => Route::Unknown,
        };
        if parts.next().is_none() { page } else { Route::Unknown }
    }

    /// The fragment that leads to the page.
    pub fn to_hash(self) -> String {
        match self {
            Route::Home | Route::Unknown => "#/".to_string(),
            Route::Irrigation(part) => part.to_hash(),
            Route::Industry(part) => part.to_hash(),
            Route::Certification(part) => part.to_hash(),
            Route::Rubrics(None) => "#/rubrics".to_string(),
            Route::Rubrics(Some(RubricId(id))) => format!("#/rubrics/{id}"),
            Route::Methods => "#/methods".to_string(),
            Route::Example => "#/example".to_string(),
        }
    }

    /// Whether two addresses are the same page, whatever part of it they show.
    pub fn is_same_page(self, other: Route) -> bool {
        self.is_alike(other) && self.is_report() == other.is_report()
    }

    fn is_alike(self, other: Route) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    /// Whether the navigation's entry for `page` leads here: a report belongs to the page it is made from, rubrics to what they
    /// certify.
    pub fn is_within(self, page: Route) -> bool {
        self.is_alike(page) || matches!((self, page), (Route::Rubrics(_), Route::Certification(_)))
    }

    /// Whether it is the address of a report.
    pub fn is_report(self) -> bool {
        matches!(
            self,
            Route::Irrigation(Irrigation { section: Section::Report, .. })
                | Route::Industry(Industry { tab: PlantTab::Sheets, .. })
                | Route::Certification(Certification { step: CertificationStep::Form, .. })
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::ReviewId;
    use proptest::prelude::*;

    fn known() -> impl Strategy<Value = Route> {
        prop_oneof![
            Just(Route::Home),
            Just(Route::Methods),
            Just(Route::IRRIGATION),
            Just(Route::INDUSTRY),
            Just(Route::CERTIFICATION),
            Just(Route::Rubrics(None)),
            any::<u32>().prop_map(|id| Route::Rubrics(Some(RubricId(id)))),
            (any::<u32>(), 0..CertificationStep::ALL.len()).prop_map(|(review, step)| {
                let step = CertificationStep::ALL[step];
                Route::Certification(Certification { review: Some(ReviewId(review)), step })
            }),
            (any::<u32>(), 0..PlantTab::ALL.len()).prop_map(|(period, tab)| {
                Route::Industry(Industry { period: Some(PeriodId(period)), tab: PlantTab::ALL[tab] })
            }),
            (any::<u32>(), 0..Section::ALL.len(), any::<Option<u32>>()).prop_map(
                |(year, section, district)| {
                    let section = Section::ALL[section];
                    let district = district.filter(|_| section.is_of_district()).map(RowId);
                    Route::Irrigation(Irrigation { year: Some(YearId(year)), section, district })
                }
            ),
            Just(Route::Example),
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
