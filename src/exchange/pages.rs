//! The pages of the site as data: their names in addresses, their titles, their tabs and what stands on each.

use std::fmt;
use std::ptr;

use crate::ledger::{Example, PERIODS, REGIONS, RETROFITS, REVIEWS, TableSpec, YEARS};
use crate::text::Key;

/// A page.
pub struct PageSpec {
    /// Its name in addresses; the landing page has none.
    pub name: &'static str,
    /// What the window is called; the product's name where there is no other.
    pub title: Option<Key>,
    /// The page whose entry in the navigation it belongs to, where it has none of its own.
    pub within: Option<&'static PageSpec>,
    /// Whether its addresses name a sheet.
    pub has_sheets: bool,
    /// The list of the ledger that its sheets stand in; rubrics are in none.
    pub sheets: Option<&'static TableSpec>,
    /// Its tabs, from left to right; the first is shown where an address names none.
    pub tabs: &'static [TabSpec],
}

/// A tab of a page.
pub struct TabSpec {
    /// Its name in addresses.
    pub name: &'static str,
    /// What it is called; the only tab of a page is not.
    pub label: Option<Key>,
    /// The tables on it, by what one of their rows is called.
    pub tables: &'static [&'static str],
    /// The entries on it, of the sheet or of one of its rows, by their names.
    pub entries: &'static [&'static str],
    /// How many rows its addresses name: one of the sheet that it is about, one within that.
    pub depth: usize,
    /// What the window is called where it is no tab beside the others but a page to print.
    pub paper: Option<Key>,
}

impl TabSpec {
    /// All of a page that has no tabs.
    const WHOLE: TabSpec =
        TabSpec { name: "", label: None, tables: &[], entries: &[], depth: 0, paper: None };

    const fn new(name: &'static str, label: Key) -> TabSpec {
        TabSpec { name, label: Some(label), ..TabSpec::WHOLE }
    }

    /// The same tab with these tables.
    const fn tables(self, tables: &'static [&'static str]) -> TabSpec {
        TabSpec { tables, ..self }
    }

    /// The same tab with these entries.
    const fn entries(self, entries: &'static [&'static str]) -> TabSpec {
        TabSpec { entries, ..self }
    }

    /// The same tab, about a row of the sheet, or a row within it.
    const fn within(self, depth: usize) -> TabSpec {
        TabSpec { depth, ..self }
    }

    /// The same tab as a page to print.
    const fn paper(self, title: Key) -> TabSpec {
        TabSpec { paper: Some(title), ..self }
    }
}

/// Every page that has an address.
pub static PAGES: [&PageSpec; 14] = [
    &HOME,
    &IRRIGATION,
    &INDUSTRY,
    &CERTIFICATION,
    &RETROFIT,
    &REGION,
    &RUBRICS,
    &METHODS,
    &LEDGERS,
    &SHARED,
    &BEGIN,
    &EXAMPLE,
    &EXAMPLE_PLANT,
    &EXAMPLE_UNIT,
];

/// The landing page.
pub static HOME: PageSpec = PageSpec::plain("", None);

/// Any other address.
pub static NOT_FOUND: PageSpec = PageSpec::plain("", Some(Key::NotFoundTitle));

/// Every formula.
pub static METHODS: PageSpec = PageSpec::plain("methods", Some(Key::MethodsTitle));

/// The ledgers of this browser, their copies, the bin.
pub static LEDGERS: PageSpec = PageSpec::plain("ledgers", Some(Key::LedgersTitle));

/// A ledger in the rest of the address, shown before anything is done with it.
pub static SHARED: PageSpec = PageSpec::plain("open", Some(Key::LinkTitle));

/// Begins a measure where water is lost, which the rest of the address names, and goes on to its plan.
pub static BEGIN: PageSpec = PageSpec::plain("begin", Some(Key::RetrofitTitle));

/// Puts the filled city in the ledger's place and goes on to the irrigation page.
pub static EXAMPLE: PageSpec = PageSpec::plain("example", Some(Key::IrrigationTitle));

/// Puts a filled plant into the ledger and goes on to its page.
pub static EXAMPLE_PLANT: PageSpec = PageSpec::plain("example-plant", Some(Key::IndustryTitle));

/// Puts a filled university into the ledger and goes on to its page.
pub static EXAMPLE_UNIT: PageSpec = PageSpec::plain("example-unit", Some(Key::CertificationTitle));

/// The addresses that open an example, which it is, and the page that they go on to.
pub static EXAMPLES: [(&PageSpec, Example, &PageSpec); 3] = [
    (&EXAMPLE, Example::City, &IRRIGATION),
    (&EXAMPLE_PLANT, Example::Works, &INDUSTRY),
    (&EXAMPLE_UNIT, Example::University, &CERTIFICATION),
];

/// The library of rubrics, and the editor of one's own, whose sheets are rubrics.
pub static RUBRICS: PageSpec = PageSpec {
    within: Some(&CERTIFICATION),
    has_sheets: true,
    ..PageSpec::plain("rubrics", Some(Key::RubricsTitle))
};

/// 农田灌溉: a sheet a year, tabs about the region or one of its districts.
pub static IRRIGATION: PageSpec = PageSpec {
    name: "irrigation",
    title: Some(Key::IrrigationTitle),
    within: None,
    has_sheets: true,
    sheets: Some(&YEARS),
    tabs: &[
        TabSpec::new("region", Key::SectionRegion).tables(&["district", "class"]).entries(&[
            "year",
            "mu",
            "region",
            "organisation",
            "compiler",
            "compiled_on",
            "note",
        ]),
        TabSpec::new("district", Key::SectionDistrict).tables(&["crop", "source"]).within(1),
        TabSpec::new("canals", Key::SectionCanals)
            .tables(&["canal"])
            .entries(&["field_efficiency", "canal_days"])
            .within(1),
        TabSpec::new("fields", Key::SectionFields).tables(&["field", "reading", "balance-step"]).within(2),
        TabSpec::new("water-need", Key::SectionWaterNeed).tables(&["month", "season"]).entries(&[
            "latitude",
            "altitude",
            "efficiency",
        ]),
        TabSpec::new("report", Key::ReportLink).paper(Key::ReportTitle),
    ],
};

/// 工业用水: a sheet a month or year of a plant.
pub static INDUSTRY: PageSpec = PageSpec {
    name: "industry",
    title: Some(Key::IndustryTitle),
    within: None,
    has_sheets: true,
    sheets: Some(&PERIODS),
    tabs: &[
        TabSpec::new("network", Key::SectionNetwork).tables(&["supply", "unit", "flow"]).entries(&[
            "period",
            "intake_convention",
            "plant",
            "organisation",
            "tester",
            "tested_on",
            "note",
        ]),
        TabSpec::new("balance", Key::SectionBalance).entries(&["tolerance"]),
        TabSpec::new("rates", Key::SectionRates).tables(&["product", "meter", "requirement"]).entries(&[
            "sector",
            "output_value",
            "value_added",
            "staff",
            "days",
            "staff_water",
            "compliant",
        ]),
        TabSpec::new("cooling", Key::SectionCooling).tables(&["cooling", "steam"]),
        TabSpec::new("costs", Key::SectionCosts).tables(&["cost", "tier"]),
        TabSpec::new("sheets", Key::SectionSheets).paper(Key::SheetsTitle),
    ],
};

/// 节水载体评价: a sheet an institution and year, the tabs steps of its self-assessment.
pub static CERTIFICATION: PageSpec = PageSpec {
    name: "certification",
    title: Some(Key::CertificationTitle),
    within: None,
    has_sheets: true,
    sheets: Some(&REVIEWS),
    tabs: &[
        TabSpec::new("rubric", Key::StepRubric).tables(&["question", "prerequisite"]).entries(&[
            "unit",
            "year",
            "rubric",
            "other",
            "assessor",
            "assessed_on",
        ]),
        TabSpec::new("facts", Key::StepFacts)
            .tables(&["people", "use", "fixture", "unit-meter", "night", "fact"])
            .entries(&["supplied", "days", "weight", "mean", "general", "advanced", "quota"]),
        TabSpec::new("items", Key::StepItems).tables(&["answer", "evidence"]),
        TabSpec::new("plan", Key::StepPlan),
        TabSpec::new("trend", Key::StepTrend),
        TabSpec::new("form", Key::StepForm).paper(Key::StepForm),
    ],
};

/// 节水改造: a sheet a plan of measures.
pub static RETROFIT: PageSpec =
    PageSpec {
        name: "retrofit",
        title: Some(Key::RetrofitTitle),
        within: None,
        has_sheets: true,
        sheets: Some(&RETROFITS),
        tabs: &[
            TabSpec::new("measures", Key::SectionMeasures)
                .tables(&["retrofit-measure", "change"])
                .entries(&["name", "about", "of", "year", "price", "rate", "years", "organisation", "note"]),
            TabSpec::new("compared", Key::SectionBeforeAfter),
            TabSpec::new("scenarios", Key::SectionScenarios)
                .entries(&["budget", "goal", "energy", "emission"]),
            TabSpec::new("money", Key::SectionMoney),
            TabSpec::new("contract", Key::SectionContract).tables(&["retrofit-year"]).entries(&[
                "growth",
                "contract",
                "term",
                "share",
                "fee",
                "guaranteed",
            ]),
            TabSpec::new("verification", Key::SectionVerification)
                .tables(&["retrofit-reading"])
                .entries(&["boundary", "driver"]),
            TabSpec::new("proposal", Key::SectionProposal).paper(Key::ProposalTitle),
        ],
    };

/// 区域: a sheet a region's year.
pub static REGION: PageSpec = PageSpec {
    name: "region",
    title: Some(Key::RegionTitle),
    within: None,
    has_sheets: true,
    sheets: Some(&REGIONS),
    tabs: &[
        TabSpec::new("glance", Key::SectionGlance)
            .tables(&["region-year", "region-economy", "region-fact"])
            .entries(&[
                "year",
                "name",
                "nonconventional",
                "once_through",
                "organisation",
                "compiler",
                "compiled_on",
                "note",
            ]),
        TabSpec::new("control", Key::SectionControl).tables(&["region-target"]).entries(&["path"]),
        TabSpec::new("plan", Key::SectionPlan)
            .tables(&["plan-place", "plan-issue", "issued-plan"])
            .entries(&["step", "document", "issued_on"])
            .within(1),
        TabSpec::new("execution", Key::SectionExecution).tables(&["place-use", "season-share", "plan-tier"]),
        TabSpec::new("reservoirs", Key::SectionReservoirs)
            .tables(&["reservoir", "reservoir-month", "curve-point"])
            .within(1),
        TabSpec::new("assessment", Key::SectionAssessment),
        TabSpec::new("year", Key::RegionReportLink).paper(Key::RegionReportTitle),
        TabSpec::new("notices", Key::NoticeLink).paper(Key::NoticeTitle),
    ],
};

impl PageSpec {
    const fn plain(name: &'static str, title: Option<Key>) -> PageSpec {
        PageSpec { name, title, within: None, has_sheets: false, sheets: None, tabs: &[TabSpec::WHOLE] }
    }

    /// The tab of a name.
    pub fn tab(&self, name: &str) -> Option<&'static TabSpec> {
        self.tabs.iter().find(|tab| tab.name == name)
    }

    /// The page to print that is made of its sheets.
    pub fn paper(&self) -> Option<&'static TabSpec> {
        self.tabs.iter().find(|tab| tab.paper.is_some())
    }
}

/// A page is known by where it is described.
impl PartialEq for PageSpec {
    fn eq(&self, other: &PageSpec) -> bool {
        ptr::eq(self, other)
    }
}

impl Eq for PageSpec {}

impl fmt::Debug for PageSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#/{}", self.name)
    }
}

/// A tab is known by its name within a page.
impl PartialEq for TabSpec {
    fn eq(&self, other: &TabSpec) -> bool {
        self.name == other.name
    }
}

impl Eq for TabSpec {}

impl fmt::Debug for TabSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}
