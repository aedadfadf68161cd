//! A district's crops, fields, readings and sources: from typed to checked, and what their formulas refuse.

use crate::evaluate::cells::{Allowed, Cells, label, refused_cell, twice};
use crate::evaluate::problem::{Problem, ProblemKind, refuse};
use crate::irrigation::fieldwork::{
    Crop, Field, Fieldwork, FieldworkAt, FieldworkFigures, Period, Reading, Source, assess_fieldwork,
};
use crate::irrigation::{FieldMethod, ReadingKind, SourceKind};
use crate::ledger::{
    CropColumn, CropRow, DistrictRow, FieldColumn, FieldRow, PeriodColumn, PeriodRow, Place, ReadingColumn,
    ReadingRow, RowId, SourceColumn, SourceRow, TableAt, TypedRow, YearId,
};
use crate::metric::{Fault, Figure};
use crate::quantity::Unit;
use crate::text::Coded;

/// What a district's fieldwork comes to, and everything that is wrong or odd in it.
pub(super) fn evaluate_fieldwork(
    year: YearId,
    district: &DistrictRow,
    mu: Figure,
) -> (FieldworkFigures, Vec<Problem>) {
    let mut reader = Reader { year, district, problems: Vec::new() };
    let fieldwork =
        Fieldwork { mu, crops: reader.crops(), fields: reader.fields(), sources: reader.sources() };
    let figures = assess_fieldwork(&fieldwork);
    for refusal in &figures.refusals {
        if let Some(place) = reader.place(refusal.at, &refusal.fault) {
            refuse(&mut reader.problems, place, &refusal.fault, refusal.inputs);
        }
    }
    reader.unfed_crops(&figures);
    (figures, reader.problems)
}

struct Reader<'d> {
    year: YearId,
    district: &'d DistrictRow,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn crops_at(&self) -> TableAt {
        TableAt::Crops(self.year, self.district.id)
    }

    fn fields_at(&self) -> TableAt {
        TableAt::Fields(self.year, self.district.id)
    }

    fn sources_at(&self) -> TableAt {
        TableAt::Sources(self.year, self.district.id)
    }

    fn readings_at(&self, field: RowId) -> TableAt {
        TableAt::Readings(self.year, self.district.id, field)
    }

    fn periods_at(&self, field: RowId) -> TableAt {
        TableAt::Periods(self.year, self.district.id, field)
    }

    fn crops(&mut self) -> Vec<Crop> {
        let table = self.crops_at();
        let duplicates = twice(self.district.crops.iter().map(|crop| crop.name.as_str()));
        let mut crop = |(index, row): (usize, &CropRow)| {
            let mut cells = Cells::new(table, row, label(&row.name, index), &mut self.problems);
            let name = cells.text(CropColumn::Name.index());
            if duplicates.contains(name) {
                cells.report(CropColumn::Name.index(), ProblemKind::DuplicateName);
            }
            Crop {
                key: row.id.0,
                name: name.to_string(),
                area: cells.number(CropColumn::Area.index(), Allowed::Positive),
                net: cells.number(CropColumn::Net.index(), Allowed::NotNegative),
            }
        };
        filled(&self.district.crops).map(&mut crop).collect()
    }

    fn fields(&mut self) -> Vec<Field> {
        let duplicates = twice(self.district.fields.iter().map(|field| field.name.as_str()));
        let fields = filled(&self.district.fields).map(|(index, row)| {
            let method = {
                let table = self.fields_at();
                let mut cells = Cells::new(table, row, label(&row.name, index), &mut self.problems);
                if duplicates.contains(cells.text(FieldColumn::Name.index())) {
                    cells.report(FieldColumn::Name.index(), ProblemKind::DuplicateName);
                }
                let crop = cells.text(FieldColumn::Crop.index());
                let is_known = |known: &CropRow| !crop.is_empty() && known.name.trim() == crop;
                if !self.district.crops.iter().any(is_known) {
                    cells.report(FieldColumn::Crop.index(), ProblemKind::UnknownCrop);
                }
                let method = cells.choice::<FieldMethod>(FieldColumn::Method.index());
                let area = cells.number(FieldColumn::Area.index(), Allowed::Positive);
                let net = cells.number(FieldColumn::Net.index(), Allowed::NotNegative);
                (crop.to_string(), method, area, net)
            };
            let (crop, method, area, net) = method;
            // The table that does not belong to the method is neither shown nor counted; it stays as typed.
            let (readings, periods) = match method {
                None | Some(FieldMethod::Readings) => (self.readings(row, index), Vec::new()),
                Some(_) => (Vec::new(), self.periods(row, index, method)),
            };
            Field { key: row.id.0, crop, area, method, net, readings, periods }
        });
        fields.collect()
    }

    fn readings(&mut self, field: &FieldRow, index: usize) -> Vec<Reading> {
        let table = self.readings_at(field.id);
        let mut reading = |(_, row): (usize, &ReadingRow)| {
            let name = label(&field.name, index);
            let mut cells = Cells::new(table, row, name, &mut self.problems);
            let kind = cells.choice::<ReadingKind>(ReadingColumn::Kind.index());
            if kind.is_none() {
                cells.ask(ReadingColumn::Kind.index(), ProblemKind::NoKind);
            }
            // A depth of water is typed in mm, a moisture as a fraction or in %.
            let unit = if kind == Some(ReadingKind::Paddy) { Unit::Millimetre } else { Unit::One };
            Reading {
                key: row.id.0,
                kind,
                depth: cells.number(ReadingColumn::Depth.index(), Allowed::Positive),
                density: cells.number(ReadingColumn::Density.index(), Allowed::Positive),
                before: cells.number_in(ReadingColumn::Before.index(), unit, Allowed::NotNegative),
                after: cells.number_in(ReadingColumn::After.index(), unit, Allowed::NotNegative),
                volume: cells.number(ReadingColumn::Volume.index(), Allowed::NotNegative),
            }
        };
        filled(&field.readings).map(&mut reading).collect()
    }

    fn periods(&mut self, field: &FieldRow, index: usize, method: Option<FieldMethod>) -> Vec<Period> {
        let table = self.periods_at(field.id);
        let mut period = |(_, row): (usize, &PeriodRow)| {
            use PeriodColumn as At;
            let name = label(&field.name, index);
            let mut cells = Cells::new(table, row, name, &mut self.problems);
            let unit = if method == Some(FieldMethod::PaddyBalance) { Unit::Millimetre } else { Unit::One };
            let mut number = |column: At| cells.number(column.index(), Allowed::NotNegative);
            let (evapotranspiration, rain) = (number(At::Evapotranspiration), number(At::Rain));
            let (groundwater, percolation) = (number(At::Groundwater), number(At::Percolation));
            let (soaking, inflow) = (number(At::Soaking), number(At::Inflow));
            Period {
                key: row.id.0,
                evapotranspiration,
                rain,
                groundwater,
                percolation,
                soaking,
                depth: cells.number(At::Depth.index(), Allowed::Positive),
                start: cells.number_in(At::Start.index(), unit, Allowed::NotNegative),
                end: cells.number_in(At::End.index(), unit, Allowed::NotNegative),
                inflow,
            }
        };
        filled(&field.periods).map(&mut period).collect()
    }

    fn sources(&mut self) -> Vec<Source> {
        let table = self.sources_at();
        let mut source = |(index, row): (usize, &SourceRow)| {
            use SourceColumn as At;
            let mut cells = Cells::new(table, row, label(&row.name, index), &mut self.problems);
            let kind = cells.choice(At::Kind.index());
            if kind.is_none() {
                cells.ask(At::Kind.index(), ProblemKind::NoKind);
            }
            if cells.text(At::Energy.index()).is_empty() {
                cells.ask(At::Amount.index(), ProblemKind::Blank);
            }
            Source {
                key: row.id.0,
                kind,
                amount: cells.number(At::Amount.index(), Allowed::NotNegative),
                refills: cells.number(At::Refills.index(), Allowed::NotNegative),
                energy: cells.number(At::Energy.index(), Allowed::NotNegative),
                factor: cells.number(At::Factor.index(), Allowed::Positive),
            }
        };
        filled(&self.district.sources).map(&mut source).collect()
    }

    /// A crop that has an area and no net water is left out of the total, which must be said.
    fn unfed_crops(&mut self, figures: &FieldworkFigures) {
        let table = self.crops_at();
        for crop in &figures.crops {
            let Some(row) = self.district.crops.iter().find(|row| row.id.0 == crop.key) else { continue };
            let place = |column: CropColumn| Place::cell(table, row.id, column.index());
            if crop.net.is_none() && row.net.trim().is_empty() {
                self.problems.push(Problem { place: place(CropColumn::Net), kind: ProblemKind::NoFields });
            }
            if row.area.trim().is_empty() {
                self.problems.push(Problem { place: place(CropColumn::Area), kind: ProblemKind::NoArea });
            }
        }
    }

    /// The first row that takes water off; what is left over is its matter.
    fn taken_off(&self) -> Option<RowId> {
        let sources = &self.district.sources;
        let is_taken_off =
            |row: &&SourceRow| SourceKind::from_typed(&row.kind).is_some_and(SourceKind::is_taken_off);
        sources.iter().find(is_taken_off).or_else(|| sources.first()).map(|row| row.id)
    }

    /// The cell to go to for what a formula refuses.
    fn place(&self, at: FieldworkAt, fault: &Fault) -> Option<Place> {
        Some(match at {
            FieldworkAt::Reading(field, row) => {
                let (table, after) = (self.readings_at(RowId(field)), ReadingColumn::After.index());
                refused_cell::<ReadingRow>(table, RowId(row), fault, after)
            }
            FieldworkAt::Period(field, row) => {
                let (table, end) = (self.periods_at(RowId(field)), PeriodColumn::End.index());
                refused_cell::<PeriodRow>(table, RowId(row), fault, end)
            }
            FieldworkAt::Field(row) => {
                refused_cell::<FieldRow>(self.fields_at(), RowId(row), fault, FieldColumn::Net.index())
            }
            FieldworkAt::Crop(row) => {
                refused_cell::<CropRow>(self.crops_at(), RowId(row), fault, CropColumn::Net.index())
            }
            FieldworkAt::Source(row) => {
                refused_cell::<SourceRow>(self.sources_at(), RowId(row), fault, SourceColumn::Amount.index())
            }
            FieldworkAt::Crops => {
                Place::cell(self.crops_at(), self.district.crops.first()?.id, CropColumn::Area.index())
            }
            FieldworkAt::Sources => {
                Place::cell(self.sources_at(), self.taken_off()?, SourceColumn::Amount.index())
            }
        })
    }
}

/// The rows that something was typed into, with their places in the table.
fn filled<R: TypedRow>(rows: &[R]) -> impl Iterator<Item = (usize, &R)> {
    rows.iter().enumerate().filter(|(_, row)| !row.is_blank())
}
