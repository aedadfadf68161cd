//! A district's crops, fields, readings and sources: from typed to checked, and what their formulas refuse.

use std::sync::Arc;

use crate::evaluate::cells::{Cells, filled, label, refused_cell, twice};
use crate::evaluate::problem::{Problem, ProblemKind, refuse};
use crate::irrigation::fieldwork::{
    BalanceStep, Crop, Field, Fieldwork, FieldworkAt, FieldworkFigures, Reading, WaterSource,
    compute_fieldwork,
};
use crate::irrigation::{FieldMethod, ReadingKind, SourceKind};
use crate::ledger::{
    BALANCE_STEPS, BalanceStepColumn, CROPS, CropColumn, FIELDS, FieldColumn, Place, READINGS, ReadingColumn,
    Row, RowId, SOURCES, SourceColumn, TableAt,
};
use crate::metric::{Fault, Figure};
use crate::quantity::Unit;
use crate::text::Coded;

/// What a district's fieldwork comes to, and everything that is wrong or odd in it.
pub(super) fn evaluate_fieldwork(
    year: RowId,
    district: &Row,
    mu: Figure,
) -> (FieldworkFigures, Vec<Problem>) {
    let mut tables = DistrictTables { year, district, problems: Vec::new() };
    let fieldwork =
        Fieldwork { mu, crops: tables.crops(), fields: tables.fields(), sources: tables.sources() };
    let figures = compute_fieldwork(&fieldwork);
    for refusal in &figures.refusals {
        if let Some(place) = tables.place(refusal.at, &refusal.fault) {
            refuse(&mut tables.problems, place, &refusal.fault, refusal.inputs);
        }
    }
    tables.unfed_crops(&figures);
    (figures, tables.problems)
}

struct DistrictTables<'d> {
    year: RowId,
    district: &'d Row,
    problems: Vec<Problem>,
}

impl DistrictTables<'_> {
    fn crops_at(&self) -> TableAt {
        CROPS.at(&[self.year, self.district.id])
    }

    fn fields_at(&self) -> TableAt {
        FIELDS.at(&[self.year, self.district.id])
    }

    fn sources_at(&self) -> TableAt {
        SOURCES.at(&[self.year, self.district.id])
    }

    fn readings_at(&self, field: RowId) -> TableAt {
        READINGS.at(&[self.year, self.district.id, field])
    }

    fn steps_at(&self, field: RowId) -> TableAt {
        BALANCE_STEPS.at(&[self.year, self.district.id, field])
    }

    fn crops(&mut self) -> Vec<Crop> {
        let table = self.crops_at();
        let duplicates = twice(self.district.rows(&CROPS).iter().map(|crop| &crop[CropColumn::Name]));
        let mut crop = |(index, row): (usize, &Row)| {
            let mut cells = Cells::new(table, row, label(&row[CropColumn::Name], index), &mut self.problems);
            let name = cells.text(CropColumn::Name);
            if duplicates.contains(name) {
                cells.report(CropColumn::Name, ProblemKind::DuplicateName);
            }
            Crop {
                key: row.id.0,
                name: name.to_string(),
                area: cells.number(CropColumn::Area),
                net: cells.number(CropColumn::Net),
            }
        };
        filled(self.district.rows(&CROPS)).map(&mut crop).collect()
    }

    fn fields(&mut self) -> Vec<Field> {
        let duplicates = twice(self.district.rows(&FIELDS).iter().map(|field| &field[FieldColumn::Name]));
        let fields = filled(self.district.rows(&FIELDS)).map(|(index, row)| {
            let method = {
                let table = self.fields_at();
                let mut cells =
                    Cells::new(table, row, label(&row[FieldColumn::Name], index), &mut self.problems);
                if duplicates.contains(cells.text(FieldColumn::Name)) {
                    cells.report(FieldColumn::Name, ProblemKind::DuplicateName);
                }
                let crop = cells.text(FieldColumn::Crop);
                let is_known = |known: &Arc<Row>| !crop.is_empty() && known[CropColumn::Name].trim() == crop;
                if !self.district.rows(&CROPS).iter().any(is_known) {
                    cells.report(FieldColumn::Crop, ProblemKind::UnknownCrop);
                }
                let method = cells.choice::<FieldMethod>(FieldColumn::Method);
                let area = cells.number(FieldColumn::Area);
                let net = cells.number(FieldColumn::Net);
                (crop.to_string(), method, area, net)
            };
            let (crop, method, area, net) = method;
            // The table that does not belong to the method is neither shown nor counted; it stays as typed.
            let (readings, steps) = match method {
                None | Some(FieldMethod::Readings) => (self.readings(row, index), Vec::new()),
                Some(_) => (Vec::new(), self.steps(row, index, method)),
            };
            Field { key: row.id.0, crop, area, method, net, readings, steps }
        });
        fields.collect()
    }

    fn readings(&mut self, field: &Row, index: usize) -> Vec<Reading> {
        let table = self.readings_at(field.id);
        let mut reading = |(_, row): (usize, &Row)| {
            let name = label(&field[FieldColumn::Name], index);
            let mut cells = Cells::new(table, row, name, &mut self.problems);
            let kind = cells.choice::<ReadingKind>(ReadingColumn::Kind);
            if kind.is_none() {
                cells.ask(ReadingColumn::Kind, ProblemKind::NoKind);
            }
            // A depth of water is typed in mm, a moisture as a fraction or in %.
            let unit = if kind == Some(ReadingKind::Paddy) { Unit::Millimetre } else { Unit::One };
            Reading {
                key: row.id.0,
                kind,
                depth: cells.number(ReadingColumn::Depth),
                density: cells.number(ReadingColumn::Density),
                before: cells.number_in(ReadingColumn::Before, unit),
                after: cells.number_in(ReadingColumn::After, unit),
                volume: cells.number(ReadingColumn::Volume),
            }
        };
        filled(field.rows(&READINGS)).map(&mut reading).collect()
    }

    fn steps(&mut self, field: &Row, index: usize, method: Option<FieldMethod>) -> Vec<BalanceStep> {
        let table = self.steps_at(field.id);
        let mut step = |(_, row): (usize, &Row)| {
            use BalanceStepColumn as At;
            let name = label(&field[FieldColumn::Name], index);
            let mut cells = Cells::new(table, row, name, &mut self.problems);
            let unit = if method == Some(FieldMethod::PaddyBalance) { Unit::Millimetre } else { Unit::One };
            let mut number = |column: At| cells.number(column);
            let (evapotranspiration, rain) = (number(At::Evapotranspiration), number(At::Rain));
            let (groundwater, percolation) = (number(At::Groundwater), number(At::Percolation));
            let (soaking, inflow) = (number(At::Soaking), number(At::Inflow));
            BalanceStep {
                key: row.id.0,
                evapotranspiration,
                rain,
                groundwater,
                percolation,
                soaking,
                depth: cells.number(At::Depth),
                start: cells.number_in(At::Start, unit),
                end: cells.number_in(At::End, unit),
                inflow,
            }
        };
        filled(field.rows(&BALANCE_STEPS)).map(&mut step).collect()
    }

    fn sources(&mut self) -> Vec<WaterSource> {
        let table = self.sources_at();
        let mut source = |(index, row): (usize, &Row)| {
            use SourceColumn as At;
            let mut cells =
                Cells::new(table, row, label(&row[SourceColumn::Name], index), &mut self.problems);
            let kind = cells.choice(At::Kind);
            if kind.is_none() {
                cells.ask(At::Kind, ProblemKind::NoKind);
            }
            if cells.text(At::Energy).is_empty() {
                cells.ask(At::Amount, ProblemKind::Blank);
            }
            WaterSource {
                key: row.id.0,
                kind,
                amount: cells.number(At::Amount),
                refills: cells.number(At::Refills),
                energy: cells.number(At::Energy),
                factor: cells.number(At::Factor),
            }
        };
        filled(self.district.rows(&SOURCES)).map(&mut source).collect()
    }

    /// A crop that has an area and no net water is left out of the total, which must be said.
    fn unfed_crops(&mut self, figures: &FieldworkFigures) {
        let table = self.crops_at();
        for crop in &figures.crops {
            let Some(row) = self.district.rows(&CROPS).iter().find(|row| row.id.0 == crop.key) else {
                continue;
            };
            let place = |column: CropColumn| table.cell(row.id, column);
            if crop.net.is_none() && row[CropColumn::Net].trim().is_empty() {
                self.problems.push(Problem { place: place(CropColumn::Net), kind: ProblemKind::NoFields });
            }
            if row[CropColumn::Area].trim().is_empty() {
                self.problems.push(Problem { place: place(CropColumn::Area), kind: ProblemKind::NoArea });
            }
        }
    }

    /// The first row that takes water off; what is left over is its matter.
    fn taken_off(&self) -> Option<RowId> {
        let sources = self.district.rows(&SOURCES);
        let is_taken_off = |row: &&Arc<Row>| {
            SourceKind::from_typed(&row[SourceColumn::Kind]).is_some_and(SourceKind::is_taken_off)
        };
        sources.iter().find(is_taken_off).or_else(|| sources.first()).map(|row| row.id)
    }

    /// The cell to go to for what a formula refuses.
    fn place(&self, at: FieldworkAt, fault: &Fault) -> Option<Place> {
        Some(match at {
            FieldworkAt::Reading(field, row) => {
                let (table, after) = (self.readings_at(RowId(field)), ReadingColumn::After);
                refused_cell(table, RowId(row), fault, after)
            }
            FieldworkAt::BalanceStep(field, row) => {
                let (table, end) = (self.steps_at(RowId(field)), BalanceStepColumn::End);
                refused_cell(table, RowId(row), fault, end)
            }
            FieldworkAt::Field(row) => refused_cell(self.fields_at(), RowId(row), fault, FieldColumn::Net),
            FieldworkAt::Crop(row) => refused_cell(self.crops_at(), RowId(row), fault, CropColumn::Net),
            FieldworkAt::Source(row) => {
                refused_cell(self.sources_at(), RowId(row), fault, SourceColumn::Amount)
            }
            FieldworkAt::Crops => {
                self.crops_at().cell(self.district.rows(&CROPS).first()?.id, CropColumn::Area)
            }
            FieldworkAt::Sources => self.sources_at().cell(self.taken_off()?, SourceColumn::Amount),
        })
    }
}
