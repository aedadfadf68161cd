//! 节水改造 as typed: plans of measures for a year of a plant, of irrigation or of an institution, and what each measure changes of
//! what was typed there.

use crate::ledger::Called;
use crate::ledger::column::columns;
use crate::ledger::{Column, SheetSpec, TableSpec};
use crate::quantity::{Period, Unit, read_year};
use crate::retrofit::{ContractMode, ReadingPhase, Standing, SubjectKind};
use crate::text::{Key, choices};

columns! {
    /// The entries of a plan of measures.
    RetrofitEntry {
        Name: text("name", Key::RetrofitNameField).carried().entry(),
        About: choice("about", Key::AboutField, choices::<SubjectKind>).carried().entry(),
        Of: text("of", Key::AboutNameField).carried().entry().private(),
        Year: text("year", Key::BaseYearField).carried().entry(),
        Price: number("price", Key::FullPriceField, Unit::YuanPerCubicMetre).not_negative().usual(0.02, 60.0, &[]).feeds(&["price"]).carried().entry(),
        Rate: number("rate", Key::DiscountRateField, Unit::Percent).within(0.0, 100.0).carried().entry(),
        Years: number("years", Key::StudyYearsField, Unit::Year).within(1.0, 100.0).carried().entry(),
        Budget: number("budget", Key::BudgetField, Unit::Yuan).amount().carried().entry(),
        Goal: number("goal", Key::GoalField, Unit::CubicMetre).amount().carried().entry(),
        Energy: number("energy", Key::EnergyField, Unit::KilowattHourPerCubicMetre).within(0.0, 1000.0).carried().feeds(&["energy_kwh_m3"]).entry(),
        Emission: number("emission", Key::EmissionField, Unit::KilogramPerKilowattHour).within(0.0, 10.0).carried().feeds(&["factor_kg_kwh"]).entry(),
        Growth: number("growth", Key::PriceGrowthField, Unit::Percent).within(-50.0, 100.0).carried().feeds(&["growth_pct"]).entry(),
        Contract: choice("contract", Key::ContractField, choices::<ContractMode>).carried().entry(),
        Term: number("term", Key::ContractTermField, Unit::Year).within(1.0, 100.0).carried().entry(),
        Share: number("share", Key::CompanyShareField, Unit::Percent).within(0.0, 100.0).carried().feeds(&["share_pct"]).entry(),
        Fee: number("fee", Key::ContractFeeField, Unit::Yuan).amount().carried().feeds(&["fee"]).entry(),
        Guaranteed: number("guaranteed", Key::GuaranteedField, Unit::CubicMetre).amount().carried().feeds(&["guaranteed_m3"]).entry(),
        Boundary: text("boundary", Key::BoundaryField).carried().entry().private(),
        Driver: text("driver", Key::DriverField).carried().entry(),
        Organisation: text("organisation", Key::OrganisationField).carried().entry().private(),
        Note: text("note", Key::ReportNote).carried().entry().private(),
    }
}

/// 改造方案, one sheet a plan: several of one year are the ways that are compared.
pub static RETROFITS: TableSpec = TableSpec::sheets_called(
    "retrofit",
    "retrofit",
    Key::RetrofitField,
    RetrofitEntry::COLUMNS,
    &[&RETROFIT_MEASURES, &CHANGES, &RETROFIT_YEARS, &RETROFIT_READINGS],
);

/// A plan follows the one that is shown, as a copy of it.
pub static SHEET: SheetSpec = SheetSpec {
    table: &RETROFITS,
    period: || RetrofitEntry::Year.spec(),
    read: |typed| read_year(typed).map(Period::whole),
    unit: Some(|| RetrofitEntry::Name.spec()),
    joined: None,
};

columns! {
    /// A measure as typed: what it costs and how long it lasts. What it saves is worked out.
    RetrofitMeasureColumn {
        Name: text("name", Key::ColumnMeasure).carried(),
        Standing: choice("standing", Key::ColumnStanding, choices::<Standing>).carried(),
        Investment: number("investment", Key::ColumnInvestment, Unit::Yuan).amount().carried(),
        Subsidy: number("subsidy", Key::ColumnSubsidy, Unit::Yuan).amount().carried(),
        Running: number("running", Key::ColumnRunningCost, Unit::Yuan).amount().carried(),
        Benefit: number("benefit", Key::ColumnOtherBenefit, Unit::Yuan).amount().carried(),
        Months: number("months", Key::ColumnMonths, Unit::One).not_negative().carried(),
        Life: number("life", Key::ColumnLife, Unit::Year).within(0.5, 100.0).carried(),
        Needs: text("needs", Key::ColumnNeeds).carried().naming_several(&["retrofit-measure"]),
        Group: text("group", Key::ColumnExclusive).carried(),
        Note: text("note", Key::ColumnNote).carried().private(),
    }
}

/// 改造措施.
pub static RETROFIT_MEASURES: TableSpec = TableSpec::new(
    "measures",
    "retrofit-measure",
    Key::RetrofitMeasuresTitle,
    RetrofitMeasureColumn::COLUMNS,
    &RETROFITS,
)
.carried()
.begun();

columns! {
    /// What a measure changes, as typed: what was typed on the sheet that the plan is about, and what becomes of it.
    ChangeColumn {
        Measure: text("measure", Key::ColumnMeasure).carried().naming(&["retrofit-measure"]),
        Target: text("target", Key::ColumnChanged).carried(),
        Change: text("change", Key::ColumnChange).carried(),
        Source: text("source", Key::ColumnServedBy).carried().explained(Key::HelpServedBy),
    }
}

/// 改动, where measures act.
pub static CHANGES: TableSpec =
    TableSpec::new("changes", "change", Key::ChangesTitle, ChangeColumn::COLUMNS, &RETROFITS).carried();

columns! {
    /// A year after the measures that differs from the first, as typed; what differs lasts until the next one that is typed.
    RetrofitYearColumn {
        Year: number("year", Key::ColumnYearOn, Unit::One).within(1.0, 100.0).carried(),
        Reached: number("reached", Key::ColumnReached, Unit::Percent).within(0.0, 1000.0).carried().feeds(&["reached_pct"]),
        Share: number("share", Key::CompanyShareField, Unit::Percent).within(0.0, 100.0).carried().feeds(&["share_pct"]),
        Once: number("once", Key::ColumnOnce, Unit::Yuan).carried().feeds(&["once"]),
        Note: text("note", Key::ColumnNote).carried().private(),
    }
}

/// 逐年不同之处.
pub static RETROFIT_YEARS: TableSpec = TableSpec::new(
    "by_year",
    "retrofit-year",
    Key::RetrofitYearsTitle,
    RetrofitYearColumn::COLUMNS,
    &RETROFITS,
)
.carried();

columns! {
    /// A month of readings before or after the measures, as typed.
    RetrofitReadingColumn {
        Month: text("month", Key::ColumnReadingMonth),
        Phase: choice("phase", Key::ColumnReadingPhase, choices::<ReadingPhase>),
        Used: number("used", Key::ColumnReadingUsed, Unit::CubicMetre).amount().feeds(&["used"]),
        Driver: number("driver", Key::ColumnDriver, Unit::One).feeds(&["driver"]),
        Adjustment: number("adjustment", Key::ColumnAdjustment, Unit::CubicMetre).feeds(&["adjustment"]),
        Note: text("note", Key::ColumnNote).private(),
    }
}

/// 读数, the use of each month before and after.
pub static RETROFIT_READINGS: TableSpec = TableSpec::new(
    "readings",
    "retrofit-reading",
    Key::ReadingsTableTitle,
    RetrofitReadingColumn::COLUMNS,
    &RETROFITS,
);

/// What else people call the columns of these tables.
pub static RETROFITS_CALLED: Called = Called(&[
    (&RETROFITS, RetrofitEntry::CALLED),
    (&RETROFIT_MEASURES, RetrofitMeasureColumn::CALLED),
    (&CHANGES, ChangeColumn::CALLED),
    (&RETROFIT_YEARS, RetrofitYearColumn::CALLED),
    (&RETROFIT_READINGS, RetrofitReadingColumn::CALLED),
]);
