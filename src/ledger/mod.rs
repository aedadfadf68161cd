//! 账本, the ledger: the one document, as typed; its edits, its undo.
//!
//! Nothing a person typed is ever dropped or rewritten here: a half-finished cell is kept as text and
//! reported as a problem.

mod autosave;
mod certification;
mod conveyance;
mod document;
mod edit;
mod entry;
mod example;
mod example_details;
mod fieldwork;
mod history;
mod industry;
mod irrigation;
mod migrate;
mod place;
mod sheet;
mod spec;
mod strict;
mod table;
mod table_edit;
mod water_need;

pub use autosave::{Action, Autosave, Event, Held, SaveAnswer, Saving, StorageError};
pub use certification::{
    AnswerColumn, AnswerRow, Certification, EffectColumn, EffectRow, EvidenceColumn, EvidenceRow, FactColumn,
    FactRow, FixtureColumn, FixtureRow, MeasureColumn, MeasureRow, NONE_HOLDS, NOT_APPLICABLE, NightColumn,
    NightRow, PeopleColumn, PeopleRow, READY, ReviewEntry, ReviewId, ReviewSheet, ReviewTable, RubricEdit,
    RubricFields, RubricId, RubricSheet, UnitExample, UnitMeterColumn, UnitMeterRow, UseColumn, UseRow,
    answer_name, asked_in, fact_row_name, measured_name,
};
pub use conveyance::{CanalColumn, CanalRow};
pub use document::{Document, Ledger, Opened, SCHEMA, open, save};
pub use edit::Edit;
pub use entry::Entry;
pub use example::{EXAMPLE_TITLE, example, example_regions};
pub use fieldwork::{
    CropColumn, CropRow, FieldColumn, FieldRow, PeriodColumn, PeriodRow, ReadingColumn, ReadingRow,
    SourceColumn, SourceRow,
};
pub use history::{History, Step};
pub use industry::{
    CoolingColumn, CoolingRow, CostColumn, CostRow, FlowColumn, FlowRow, Industry, MeterColumn, MeterRow,
    PeriodId, PeriodSheet, PlantEntry, PlantExample, PlantTable, ProductColumn, ProductRow, SteamColumn,
    SteamRow, SupplyColumn, SupplyRow, TierColumn, TierRow, UnitColumn, UnitRow,
};
pub use irrigation::{ClassColumn, ClassRow, DistrictColumn, DistrictRow, Irrigation, YearId, YearSheet};
pub use place::{Place, SheetAt, TableAt};
pub use spec::{ColumnKind, ColumnSpec, Limits};
pub use table::{MAX_ROWS, RowId, TypedRow};
pub use table_edit::{Refused, TableEdit};
pub use water_need::{MonthColumn, MonthRow, SeasonColumn, SeasonRow, WaterNeed};
