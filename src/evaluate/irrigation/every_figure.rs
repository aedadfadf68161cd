//! Every figure of a year.

use super::{DistrictDetail, YearResults};
use crate::evaluate::sheet_figures::{FigureOf, SheetFigure, figures_of, figures_of_rows};
use crate::ledger::{RowId, TableAt, YearId, YearSheet};
use crate::text::Coded;

impl YearResults {
    /// Every figure: of the region, of its classes and districts, of what each district is measured from, of what crops need.
    pub fn every_figure<'r>(&'r self, sheet: &YearSheet) -> Vec<SheetFigure<'r>> {
        let mut all = self.region_figures();
        all.extend(self.district_figures());
        for (row, detail) in sheet.districts.iter().zip(&self.details) {
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
        figures_of_rows(TableAt::Districts(self.id), &self.figures.districts)
    }

    /// The figures of what crops need.
    pub fn water_need_figures(&self) -> Vec<SheetFigure<'_>> {
        let mut all = figures_of(FigureOf::Sheet, &self.water_need);
        all.extend(figures_of_rows(TableAt::Seasons(self.id), &self.water_need.crops));
        all.extend(figures_of_rows(TableAt::Months(self.id), &self.water_need.months));
        all
    }
}

impl DistrictDetail {
    /// The figures of a district's own tables.
    pub fn every_figure(&self, year: YearId, district: RowId) -> Vec<SheetFigure<'_>> {
        let own = FigureOf::Row(TableAt::Districts(year), district);
        let DistrictDetail { fieldwork, canals, .. } = self;
        let mut all = figures_of(own, fieldwork);
        all.extend(figures_of_rows(TableAt::Crops(year, district), &fieldwork.crops));
        all.extend(figures_of_rows(TableAt::Sources(year, district), &fieldwork.sources));
        for field in &fieldwork.fields {
            let id = RowId(field.key);
            all.extend(figures_of(FigureOf::Row(TableAt::Fields(year, district), id), field));
            all.extend(figures_of_rows(TableAt::Readings(year, district, id), &field.readings));
            all.extend(figures_of_rows(TableAt::Periods(year, district, id), &field.periods));
        }
        all.extend(figures_of(own, canals));
        all.extend(figures_of_rows(TableAt::Canals(year, district), &canals.canals));
        all
    }
}
