//! Every table of the document: the list of sheets of each field, and what stands on them.

mod institution;
mod irrigation;
mod plant;
mod region;
mod retrofit;
mod rubric_table;

use super::column::columns;
use super::{Called, Column, ColumnSpec, SheetSpec, TableSpec};
use crate::text::Key;

pub use institution::{
    ANSWERS, AnswerColumn, EVIDENCE, EvidenceColumn, FIXTURES, FixtureColumn, INDICATORS, INSTITUTION_METERS,
    INSTITUTIONS_CALLED, IndicatorColumn, InstitutionMeterColumn, NIGHTS, NightColumn, PEOPLE, PREREQUISITES,
    PeopleColumn, QUESTIONS, REVIEWS, ReviewEntry, USES, UseColumn,
};
pub use irrigation::{
    BALANCE_STEPS, BalanceStepColumn, CANALS, CLASSES, CROPS, CanalColumn, ClassColumn, CropColumn,
    DISTRICTS, DistrictColumn, FIELDS, FieldColumn, IRRIGATION_CALLED, MONTHS, MonthColumn, READINGS,
    ReadingColumn, SEASONS, SOURCES, SeasonColumn, SourceColumn, YEARS, YearEntry,
};
pub use plant::{
    COOLING, COSTS, CoolingColumn, CostColumn, FLOWS, FlowColumn, METERS, MeterColumn, PERIODS,
    PLANTS_CALLED, PRODUCTS, PlantEntry, ProductColumn, REQUIREMENTS, RequirementColumn, STEAM, SUPPLIES,
    SteamColumn, SupplyColumn, TIERS, TierColumn, WATER_UNITS, WaterUnitColumn,
};
pub use region::{
    CURVE_POINTS, CurvePointColumn, ISSUED_PLANS, IssuedPlanColumn, PLACE_USES, PLAN_ISSUES, PLAN_PLACES,
    PLAN_TIERS, PlaceUseColumn, PlanIssueColumn, PlanPlaceColumn, PlanTierColumn, REGION_ECONOMY,
    REGION_FACTS, REGION_TARGETS, REGION_YEARS, REGIONS, REGIONS_CALLED, RESERVOIR_MONTHS, RESERVOIRS,
    RegionEconomyColumn, RegionEntry, RegionFactColumn, RegionTargetColumn, RegionYearColumn,
    ReservoirColumn, ReservoirMonthColumn, SEASON_SHARES, SeasonShareColumn,
};
pub use retrofit::{
    CHANGES, ChangeColumn, RETROFIT_MEASURES, RETROFIT_READINGS, RETROFIT_YEARS, RETROFITS, RETROFITS_CALLED,
    RetrofitEntry, RetrofitMeasureColumn, RetrofitReadingColumn, RetrofitYearColumn,
};
pub use rubric_table::{RUBRIC_TABLE, RUBRIC_TABLE_CALLED, RubricTableColumn};

columns! {
    /// The entries of the document itself.
    LedgerEntry {
        Title: text("title", Key::LedgerTitle).entry().private(),
        Organisation: text("organisation", Key::OrganisationField).entry().private(),
        Note: text("note", Key::LedgerNote).entry().private(),
    }
}

/// 账本, the document: a row of its own kind, whose tables are the lists of sheets.
pub static LEDGER: TableSpec = TableSpec::document(
    "ledger",
    Key::LedgerTitle,
    LedgerEntry::COLUMNS,
    &[&YEARS, &PERIODS, &REVIEWS, &RETROFITS, &REGIONS],
);

/// Every kind of sheet.
pub static SHEETS: [&SheetSpec; 5] =
    [&irrigation::SHEET, &plant::SHEET, &institution::SHEET, &retrofit::SHEET, &region::SHEET];

/// The kind of sheet that stands in a list.
pub fn sheet_of(list: &TableSpec) -> Option<&'static SheetSpec> {
    SHEETS.into_iter().find(|sheet| sheet.table == list)
}

/// What else people call the columns of every table.
pub static CALLED: [&Called; 6] = [
    &INSTITUTIONS_CALLED,
    &IRRIGATION_CALLED,
    &PLANTS_CALLED,
    &REGIONS_CALLED,
    &RETROFITS_CALLED,
    &RUBRIC_TABLE_CALLED,
];

/// What else people call a column of a table, in any language.
pub fn called(table: &TableSpec, column: &ColumnSpec) -> &'static [&'static str] {
    CALLED
        .into_iter()
        .map(|words| words.of(table, column))
        .find(|words| !words.is_empty())
        .unwrap_or_default()
}
