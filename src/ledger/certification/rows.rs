//! The tables of a unit's year as typed.

use crate::ledger::table::rows;
use crate::metering::{MeterLevel, RecordedAs};
use crate::quantity::Unit;
use crate::text::{Key, choices};
use crate::unit::{EfficiencyGrade, FixtureKind, PeopleKind, UseKind};

rows! {
    /// A group of people as typed.
    pub struct PeopleRow, PeopleColumn {
        Name name: text(Key::ColumnPeople).carried();
        Kind kind: choice(Key::ColumnPeopleKind, choices::<PeopleKind>).carried();
        Count count: number(Key::ColumnPeopleCount, Unit::Person).not_negative().carried();
        Days days: number(Key::ColumnVisitDays, Unit::Day).not_negative().carried();
    }
}

rows! {
    /// What water is used for, as typed.
    pub struct UseRow, UseColumn {
        Name name: text(Key::ColumnUse).carried();
        Kind kind: choice(Key::ColumnUseKind, choices::<UseKind>).carried();
        Amount amount: number(Key::ColumnAmount, Unit::CubicMetre).not_negative();
    }
}

rows! {
    /// Fixtures as typed.
    pub struct FixtureRow, FixtureColumn {
        Name name: text(Key::ColumnFixturePlace).carried();
        Kind kind: choice(Key::ColumnFixtureKind, choices::<FixtureKind>).carried();
        Grade grade: choice(Key::ColumnGrade, choices::<EfficiencyGrade>).carried();
        Count count: number(Key::ColumnFixtures, Unit::One).not_negative().carried();
        Saving saving: number(Key::ColumnFixturesSaving, Unit::One).not_negative().carried();
        Inspected inspected: number(Key::ColumnInspected, Unit::One).not_negative();
        Leaking leaking: number(Key::ColumnLeaking, Unit::One).not_negative();
    }
}

rows! {
    /// The meters of a level as typed, and the water that they count.
    pub struct UnitMeterRow, UnitMeterColumn {
        Level level: choice(Key::ColumnMeterLevel, choices::<MeterLevel>).carried();
        Required required: number(Key::ColumnMetersRequired, Unit::One).not_negative().carried();
        Installed installed: number(Key::ColumnMetersInstalled, Unit::One).not_negative().carried();
        Working working: number(Key::ColumnMetersWorking, Unit::One).not_negative().carried();
        Metered metered: number(Key::ColumnMeteredWater, Unit::CubicMetre).not_negative();
        Water water: number(Key::ColumnLevelWater, Unit::CubicMetre).not_negative();
    }
}

rows! {
    /// A meter's record, from which the flow of the night is read, as pasted.
    pub struct NightRow, NightColumn {
        Meter meter: text(Key::ColumnMeter).carried();
        Kind kind: choice(Key::ColumnRecordedAs, choices::<RecordedAs>).carried();
        Step step: number(Key::ColumnInterval, Unit::Minute).positive().carried();
        Legitimate legitimate: number(Key::ColumnLegitimate, Unit::CubicMetrePerHour).not_negative().carried();
        Record record: text(Key::ColumnReadings);
    }
}

rows! {
    /// An input of what a rubric measures, as typed; without the input's name, the measured number itself.
    pub struct FactRow, FactColumn {
        Of of: text(Key::ColumnFact).key();
        Input input: text(Key::ColumnInput).key();
        Value value: text(Key::ColumnValue);
    }
}

rows! {
    /// The answer to a question, a prerequisite or an item of a rubric, as typed, and what it rests on.
    pub struct AnswerRow, AnswerColumn {
        Of of: text(Key::ColumnItem).key();
        Variant variant: text(Key::ColumnVariant).carried();
        Answer answer: text(Key::ColumnAnswer).carried();
        Assessed assessed: text(Key::ColumnAssessed);
        Person person: text(Key::ColumnPerson).carried();
        Note note: text(Key::ColumnNote).carried();
    }
}

rows! {
    /// A piece of evidence as typed: of which item or prerequisite, the place in its list, whether it is there, in which file.
    pub struct EvidenceRow, EvidenceColumn {
        Of of: text(Key::ColumnItem).key();
        Number number: text(Key::ColumnEvidence).key();
        State state: text(Key::ColumnEvidenceState);
        File file: text(Key::ColumnFile).carried();
        Note note: text(Key::ColumnNote).carried();
    }
}

rows! {
    /// Something that can be done, as typed.
    pub struct MeasureRow, MeasureColumn {
        Name name: text(Key::ColumnMeasure);
        Cost cost: number(Key::ColumnInvestment, Unit::Yuan).not_negative();
        Saving saving: number(Key::ColumnYearlyBenefit, Unit::Yuan).not_negative();
        Months months: number(Key::ColumnMonths, Unit::One).not_negative();
        Group group: text(Key::ColumnExclusive);
        Needs needs: text(Key::ColumnNeeds);
    }
}

rows! {
    /// What a measure changes, as typed: an item or prerequisite, or an input of what is measured.
    pub struct EffectRow, EffectColumn {
        Measure measure: text(Key::ColumnMeasure);
        Target target: text(Key::ColumnTarget);
        Change change: text(Key::ColumnChange);
    }
}
