//! 节水载体自评 as typed: an institution's years under a rubric, with its tables, answers and evidence.

use crate::catalog::person_quota_choices;
use crate::institution::{EfficiencyGrade, FixtureKind, PeopleKind, UseKind};
use crate::ledger::Called;
use crate::ledger::column::columns;
use crate::ledger::{Column, SheetSpec, TableSpec};
use crate::metering::{MeterLevel, RecordedAs};
use crate::quantity::{Period, Unit, read_year};
use crate::text::{Key, choices};

columns! {
    /// The entries of an institution's year.
    ReviewEntry {
        Institution: text("unit", Key::UnitNameField).carried().entry().private(),
        Year: text("year", Key::YearField).entry(),
        Rubric: text("rubric", Key::RubricField).key().entry(),
        Other: text("other", Key::OtherRubricField).key().entry(),
        Supplied: number("supplied", Key::SuppliedField, Unit::CubicMetre).not_negative().entry(),
        Days: number("days", Key::DaysField, Unit::Day).within(0.0, 366.0).carried().entry(),
        Weight: number("weight", Key::WeightField, Unit::One).share().carried().entry(),
        Mean: number("mean", Key::MeanField, Unit::CubicMetrePerPersonYear).not_negative().entry(),
        General: number("general", Key::GeneralField, Unit::CubicMetrePerPersonYear).not_negative().carried().entry(),
        Advanced: number("advanced", Key::AdvancedField, Unit::CubicMetrePerPersonYear).not_negative().carried().entry(),
        Quota: choice("quota", Key::PersonQuotaField, person_quota_choices).carried().entry(),
        Assessor: text("assessor", Key::AssessorField).carried().entry().private(),
        AssessedOn: text("assessed_on", Key::FormDate).entry(),
    }
}

/// 自评, one sheet an institution and year, in the order of the tabs.
pub static REVIEWS: TableSpec = TableSpec::sheets_called(
    "institution",
    "review",
    Key::YearField,
    ReviewEntry::COLUMNS,
    &[
        &PEOPLE,
        &USES,
        &FIXTURES,
        &INSTITUTION_METERS,
        &NIGHTS,
        &INDICATORS,
        &QUESTIONS,
        &PREREQUISITES,
        &ANSWERS,
        &EVIDENCE,
    ],
);

/// An institution's year follows the year before.
pub static SHEET: SheetSpec = SheetSpec {
    table: &REVIEWS,
    period: || ReviewEntry::Year.spec(),
    read: |typed| read_year(typed).map(Period::whole),
    unit: Some(|| ReviewEntry::Institution.spec()),
    joined: None,
};

columns! {
    /// A group of people as typed.
    PeopleColumn {
        Name: text("name", Key::ColumnPeople).carried()
            .called(&["人员", "人员类别", "名称", "Group of people"]),
        Kind: choice("kind", Key::ColumnPeopleKind, choices::<PeopleKind>).carried()
            .called(&["类型", "人员类型", "Type"]),
        Count: number("count", Key::ColumnPeopleCount, Unit::Person).summed().not_negative().usual(0.0, 300_000.0, &[])
            .called(&["数量", "人数合计", "Number", "Count"]),
        Days: number("days", Key::ColumnVisitDays, Unit::Day).not_negative()
            .called(&["天数", "停留天数", "Days"]),
    }
}

/// 用水人数.
pub static PEOPLE: TableSpec =
    TableSpec::new("people", "people", Key::PeopleTitle, PeopleColumn::COLUMNS, &REVIEWS).carried();

columns! {
    /// What water is used for, as typed.
    UseColumn {
        Name: text("name", Key::ColumnUse).carried()
            .called(&["部位", "用水点", "名称", "用水单位", "楼宇", "Place", "Building"]),
        Kind: choice("kind", Key::ColumnUseKind, choices::<UseKind>).carried()
            .called(&["用水类型", "类别", "Type"]),
        Amount: number("amount", Key::ColumnAmount, Unit::CubicMetre).summed().not_negative()
            .called(&["用水量", "年用水量", "Volume", "Use"]),
    }
}

/// 分类用水量.
pub static USES: TableSpec =
    TableSpec::new("uses", "use", Key::UsesTitle, UseColumn::COLUMNS, &REVIEWS).carried();

columns! {
    /// Fixtures as typed.
    FixtureColumn {
        Name: text("name", Key::ColumnFixturePlace).carried()
            .called(&["安装位置", "地点", "Place", "Location"]),
        Kind: choice("kind", Key::ColumnFixtureKind, choices::<FixtureKind>).carried()
            .called(&["器具类型", "器具名称", "用水器具", "名称", "Type"]),
        Grade: choice("grade", Key::ColumnGrade, choices::<EfficiencyGrade>).carried()
            .called(&["等级", "水效", "Efficiency grade"]).explained(Key::HelpGrade),
        Count: number("count", Key::ColumnFixtures, Unit::One).summed().not_negative().usual(0.0, 1_000_000.0, &[])
            .called(&["数量", "器具总数", "安装数", "Number", "Total"]),
        Saving: number("saving", Key::ColumnFixturesSaving, Unit::One).summed().not_negative()
            .called(&["节水型数量", "节水器具数", "节水型器具", "Efficient"]),
        Inspected: number("inspected", Key::ColumnInspected, Unit::One).summed().not_negative()
            .called(&["抽查数", "检查数量"]),
        Leaking: number("leaking", Key::ColumnLeaking, Unit::One).summed().not_negative()
            .called(&["漏水", "漏水数量", "Leaks"]),
    }
}

/// 器具台账.
pub static FIXTURES: TableSpec =
    TableSpec::new("fixtures", "fixture", Key::FixturesTitle, FixtureColumn::COLUMNS, &REVIEWS).carried();

columns! {
    /// The meters of a level as typed, and the water that they count.
    InstitutionMeterColumn {
        Level: choice("level", Key::ColumnMeterLevel, choices::<MeterLevel>).carried()
            .called(&["计量级别", "等级", "Meter level"]),
        Required: number("required", Key::ColumnMetersRequired, Unit::One).summed().not_negative()
            .called(&["应配", "应装数"]),
        Installed: number("installed", Key::ColumnMetersInstalled, Unit::One).summed().not_negative()
            .called(&["实配", "实装数", "安装数"]),
        Working: number("working", Key::ColumnMetersWorking, Unit::One).summed().not_negative()
            .called(&["完好", "完好数量"]),
        Metered: number("metered", Key::ColumnMeteredWater, Unit::CubicMetre).not_negative()
            .called(&["计量水量", "已计量水量"]),
        Water: number("water", Key::ColumnLevelWater, Unit::CubicMetre).not_negative()
            .called(&["总水量", "用水总量"]),
    }
}

/// 水表台账.
pub static INSTITUTION_METERS: TableSpec =
    TableSpec::new("meters", "unit-meter", Key::UnitMetersTitle, InstitutionMeterColumn::COLUMNS, &REVIEWS)
        .carried();

columns! {
    /// A meter's record, from which the flow of the night is read, as pasted.
    NightColumn {
        Meter: text("meter", Key::ColumnMeter).carried(),
        Kind: choice("kind", Key::ColumnRecordedAs, choices::<RecordedAs>).carried(),
        Step: number("step", Key::ColumnInterval, Unit::Minute).positive().carried(),
        Column: number("column", Key::ColumnRecordColumn, Unit::One).positive().carried(),
        Legitimate: number("legitimate", Key::ColumnLegitimate, Unit::CubicMetrePerHour).not_negative().carried().explained(Key::HelpLegitimate),
        Record: text("record", Key::ColumnReadings),
    }
}

/// 夜间流量.
pub static NIGHTS: TableSpec =
    TableSpec::new("nights", "night", Key::NightsTitle, NightColumn::COLUMNS, &REVIEWS).carried();

columns! {
    /// An input of what a rubric measures, as typed; without the input's name, the measured number itself.
    IndicatorColumn {
        Of: text("of", Key::ColumnFact).key(),
        Input: text("input", Key::ColumnInput).key(),
        Value: text("value", Key::ColumnValue),
    }
}

/// 指标数据, what the rubric measures.
pub static INDICATORS: TableSpec =
    TableSpec::new("facts", "fact", Key::FactsTitle, IndicatorColumn::COLUMNS, &REVIEWS).carried();

columns! {
    /// The answer to a question, a prerequisite or an item of a rubric, as typed, and what it rests on.
    AnswerColumn {
        Of: text("of", Key::ColumnItem).key(),
        Variant: text("variant", Key::ColumnVariant).carried(),
        Answer: text("answer", Key::ColumnAnswer),
        OfficialPoints: text("assessed", Key::ColumnAssessed),
        Person: text("person", Key::ColumnPerson).carried().private(),
        Note: text("note", Key::ColumnNote).private(),
    }
}

/// 问题, which decide what applies.
pub static QUESTIONS: TableSpec =
    TableSpec::new("questions", "question", Key::QuestionsTitle, AnswerColumn::COLUMNS, &REVIEWS).carried();

/// 前提条件.
pub static PREREQUISITES: TableSpec =
    TableSpec::new("prerequisites", "prerequisite", Key::GatesTitle, AnswerColumn::COLUMNS, &REVIEWS)
        .carried();

/// 评分项.
pub static ANSWERS: TableSpec =
    TableSpec::new("answers", "answer", Key::AnswersTitle, AnswerColumn::COLUMNS, &REVIEWS).carried();

columns! {
    /// A piece of evidence as typed: of which item or prerequisite, the place in its list, whether it is there, in which file.
    EvidenceColumn {
        Of: text("of", Key::ColumnItem).key(),
        Number: text("number", Key::ColumnEvidence).key(),
        State: text("state", Key::ColumnEvidenceState),
        File: text("file", Key::ColumnFile).carried().private(),
        Note: text("note", Key::ColumnNote).private(),
    }
}

/// 佐证材料.
pub static EVIDENCE: TableSpec =
    TableSpec::new("evidence", "evidence", Key::EvidenceTitle, EvidenceColumn::COLUMNS, &REVIEWS).carried();

/// What else people call the columns of these tables.
pub static INSTITUTIONS_CALLED: Called = Called(&[
    (&REVIEWS, ReviewEntry::CALLED),
    (&PEOPLE, PeopleColumn::CALLED),
    (&USES, UseColumn::CALLED),
    (&FIXTURES, FixtureColumn::CALLED),
    (&INSTITUTION_METERS, InstitutionMeterColumn::CALLED),
    (&NIGHTS, NightColumn::CALLED),
    (&INDICATORS, IndicatorColumn::CALLED),
    (&QUESTIONS, AnswerColumn::CALLED),
    (&PREREQUISITES, AnswerColumn::CALLED),
    (&ANSWERS, AnswerColumn::CALLED),
    (&EVIDENCE, EvidenceColumn::CALLED),
]);
