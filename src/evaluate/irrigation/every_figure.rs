//! Every figure of a year.

use super::{DistrictDetail, YearResults};
use crate::evaluate::sheet_figures::{FigureOf, SheetFigure, figures_of, figures_of_rows};
use crate::ledger::{
    BALANCE_STEPS, CANALS, CROPS, DISTRICTS, FIELDS, MONTHS, READINGS, Row, RowId, SEASONS, SOURCES,
};
use crate::text::Coded;

impl YearResults {
    /// Every figure: of the region, of its classes and districts, of what each district is measured from, of what crops need.
    pub fn every_figure<'r>(&'r self, sheet: &Row) -> Vec<SheetFigure<'r>> {
        let mut all = self.region_figures();
        all.extend(self.district_figures());
        for (row, detail) in sheet.rows(&DISTRICTS).iter().zip(&self.details) {
            all.extend(detail.every_figure(self.id, row.id));
        }
        all.extend(self.water_need_figures());
        all
    }

    /// The figures of the region and of its classes.
    pub fn region_figures(&self) -> Vec<SheetFigure<'_>> {
        let mut all = figures_of(FigureOf::Sheet, &self.figures);
        for class in &self.figures.classes {
            all.extend(figures_of(FigureOf::Group(class.class.name()), class));
        }
        all
    }

    /// The figures of the districts as parts of the region.
    pub fn district_figures(&self) -> Vec<SheetFigure<'_>> {
        figures_of_rows(DISTRICTS.at(&[self.id]), &self.figures.districts)
    }

    /// The figures of what crops need.
    pub fn water_need_figures(&self) -> Vec<SheetFigure<'_>> {
        let mut all = figures_of(FigureOf::Sheet, &self.water_need);
        all.extend(figures_of_rows(SEASONS.at(&[self.id]), &self.water_need.crops));
        all.extend(figures_of_rows(MONTHS.at(&[self.id]), &self.water_need.months));
        all
    }
}

impl DistrictDetail {
    /// The figures of a district's own tables.
    pub fn every_figure(&self, year: RowId, district: RowId) -> Vec<SheetFigure<'_>> {
        let own = FigureOf::Row(DISTRICTS.at(&[year]), district);
        let DistrictDetail { fieldwork, canals, .. } = self;
        let mut all = figures_of(own, fieldwork);
        all.extend(figures_of_rows(CROPS.at(&[year, district]), &fieldwork.crops));
        all.extend(figures_of_rows(SOURCES.at(&[year, district]), &fieldwork.sources));
        for field in &fieldwork.fields {
            let id = RowId(field.key);
            all.extend(figures_of(FigureOf::Row(FIELDS.at(&[year, district]), id), field));
            all.extend(figures_of_rows(READINGS.at(&[year, district, id]), &field.readings));
            all.extend(figures_of_rows(BALANCE_STEPS.at(&[year, district, id]), &field.steps));
        }
        all.extend(figures_of(own, canals));
        all.extend(figures_of_rows(CANALS.at(&[year, district]), &canals.canals));
        all
    }
}
