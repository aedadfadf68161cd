//! The tables of a unit's year as typed.

use crate::industry::MeterLevel;
use crate::ledger::ColumnKind::{Choice, Number, Text};
use crate::ledger::table::rows;
use crate::quantity::Unit;
use crate::text::choices;
use crate::unit::{EfficiencyGrade, FixtureKind, PeopleKind, RecordedAs, UseKind};

rows! {
    /// A group of people as typed.
    pub struct PeopleRow, PeopleColumn {
        Name name: Text, ColumnPeople;
        Kind kind: Choice(choices::<PeopleKind>), ColumnPeopleKind;
        Count count: Number(Unit::Person), ColumnPeopleCount;
        Days days: Number(Unit::Day), ColumnVisitDays;
    }
}

rows! {
    /// What water is used for, as typed.
    pub struct UseRow, UseColumn {
        Name name: Text, ColumnUse;
        Kind kind: Choice(choices::<UseKind>), ColumnUseKind;
        Amount amount: Number(Unit::CubicMetre), ColumnAmount;
    }
}

rows! {
    /// Fixtures as typed.
    pub struct FixtureRow, FixtureColumn {
        Name name: Text, ColumnFixturePlace;
        Kind kind: Choice(choices::<FixtureKind>), ColumnFixtureKind;
        Grade grade: Choice(choices::<EfficiencyGrade>), ColumnGrade;
        Count count: Number(Unit::One), ColumnFixtures;
        Saving saving: Number(Unit::One), ColumnFixturesSaving;
        Inspected inspected: Number(Unit::One), ColumnInspected;
        Leaking leaking: Number(Unit::One), ColumnLeaking;
    }
}

rows! {
    /// The meters of a level as typed, and the water that they count.
    pub struct UnitMeterRow, UnitMeterColumn {
        Level level: Choice(choices::<MeterLevel>), ColumnMeterLevel;
        Required required: Number(Unit::One), ColumnMetersRequired;
        Installed installed: Number(Unit::One), ColumnMetersInstalled;
        Working working: Number(Unit::One), ColumnMetersWorking;
        Metered metered: Number(Unit::CubicMetre), ColumnMeteredWater;
        Water water: Number(Unit::CubicMetre), ColumnLevelWater;
    }
}

rows! {
    /// A meter's record, from which the flow of the night is read, as pasted.
    pub struct NightRow, NightColumn {
        Meter meter: Text, ColumnMeter;
        Kind kind: Choice(choices::<RecordedAs>), ColumnRecordedAs;
        Step step: Number(Unit::Minute), ColumnInterval;
        Legitimate legitimate: Number(Unit::CubicMetrePerHour), ColumnLegitimate;
        Record record: Text, ColumnReadings;
    }
}

rows! {
    /// An input of what a rubric measures, as typed; without the input's name, the measured number itself.
    pub struct FactRow, FactColumn {
        Of of: Text, ColumnFact;
        Input input: Text, ColumnInput;
        Value value: Text, ColumnValue;
    }
}

rows! {
    /// The answer to a question, a prerequisite or an item of a rubric, as typed, and what it rests on.
    pub struct AnswerRow, AnswerColumn {
        Of of: Text, ColumnItem;
        Variant variant: Text, ColumnVariant;
        Answer answer: Text, ColumnAnswer;
        Assessed assessed: Text, ColumnAssessed;
        Person person: Text, ColumnPerson;
        Note note: Text, ColumnNote;
    }
}

rows! {
    /// A piece of evidence as typed: of which item or prerequisite, the place in its list, whether it is there, in which file.
    pub struct EvidenceRow, EvidenceColumn {
        Of of: Text, ColumnItem;
        Number number: Text, ColumnEvidence;
        State state: Text, ColumnEvidenceState;
        File file: Text, ColumnFile;
        Note note: Text, ColumnNote;
    }
}

rows! {
    /// Something that can be done, as typed.
    pub struct MeasureRow, MeasureColumn {
        Name name: Text, ColumnMeasure;
        Cost cost: Number(Unit::Yuan), ColumnInvestment;
        Saving saving: Number(Unit::Yuan), ColumnYearlyBenefit;
        Months months: Number(Unit::One), ColumnMonths;
        Group group: Text, ColumnExclusive;
        Needs needs: Text, ColumnNeeds;
    }
}

rows! {
    /// What a measure changes, as typed: an item or prerequisite, or an input of what is measured.
    pub struct EffectRow, EffectColumn {
        Measure measure: Text, ColumnMeasure;
        Target target: Text, ColumnTarget;
        Change change: Text, ColumnChange;
    }
}
