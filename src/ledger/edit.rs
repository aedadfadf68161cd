//! Every change of the ledger as a value, so that it can be undone, tested and refused.

use std::sync::Arc;

use super::table::Carried;
use super::table_edit::change;
use super::{
    DistrictRow, Entry, Ledger, PeriodId, Refused, ReviewId, RowId, RubricEdit, RubricId, TableAt, TableEdit,
    TypedRow, YearId, YearSheet,
};
use crate::quantity::read_year;
use crate::rubric::Rubric;

/// A change of the ledger.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// An entry beside the tables.
    Set(Entry, String),
    /// Another ledger takes its place: an import, an example.
    Replace(Box<Ledger>),
    /// A new year, the districts of the last one taken over without their figures.
    AddYear,
    /// A year and all in it goes.
    RemoveYear(YearId),
    /// A new period, the plant of the last one taken over without its amounts.
    AddPeriod,
    /// A period and all in it goes.
    RemovePeriod(PeriodId),
    /// A change in a table.
    Table(TableAt, TableEdit),
    /// A new unit's year: the one after another's, or after the last.
    AddReview(Option<ReviewId>),
    /// A unit's year and all in it goes.
    RemoveReview(ReviewId),
    /// A rubric of one's own: a copy, a file.
    AddRubric(Box<Rubric>),
    /// A rubric of one's own goes; what was answered to it stays.
    RemoveRubric(RubricId),
    /// A change of a rubric of one's own.
    Rubric(RubricId, RubricEdit),
}

impl Edit {
    /// Whether rubrics may ask for rows after it that are not there.
    fn may_leave_rows_lacking(&self) -> bool {
        match self {
            Edit::Set(Entry::Review(_, entry), _) => entry.spec().is_key,
            Edit::Table(table @ TableAt::Review(..), TableEdit::Set(_, column, _)) => {
                table.columns().get(*column).is_some_and(|column| column.is_key)
            }
            Edit::Table(TableAt::Review(..), _) => true,
            Edit::Replace(_) | Edit::AddReview(_) | Edit::AddRubric(_) | Edit::Rubric(..) => true,
            _ => false,
        }
    }
}

impl Ledger {
    /// The ledger after a change.
    ///
    /// # Errors
    /// [`Refused`] when the change cannot be made; the ledger stays as it is.
    pub fn after(&self, edit: Edit) -> Result<Ledger, Refused> {
        let mut ledger = self.clone();
        let may_lack_rows = edit.may_leave_rows_lacking();
        match edit {
            Edit::Set(entry, text) => *ledger.entry(entry)? = text,
            Edit::Replace(other) => ledger = *other,
            Edit::AddYear => {
                let sheet = ledger.following_year();
                ledger.irrigation.years.push(sheet);
            }
            Edit::RemoveYear(id) => {
                ledger.sheet(id)?;
                ledger.irrigation.years.retain(|sheet| sheet.id != id);
            }
            Edit::AddPeriod => {
                let sheet = ledger.industry.following_period();
                ledger.industry.periods.push(Arc::new(sheet));
            }
            Edit::RemovePeriod(id) => {
                ledger.industry.sheet(id)?;
                ledger.industry.periods.retain(|sheet| sheet.id != id);
            }
            Edit::Table(table, edit) => ledger.change(table, edit)?,
            Edit::AddReview(of) => {
                let sheet = ledger.certification.following_review(of);
                ledger.certification.reviews.push(Arc::new(sheet));
            }
            Edit::RemoveReview(id) => {
                ledger.certification.sheet(id)?;
                ledger.certification.reviews.retain(|sheet| sheet.id != id);
            }
            Edit::AddRubric(rubric) => ledger.certification.add_rubric(*rubric),
            Edit::RemoveRubric(id) => {
                ledger.certification.own_rubric_mut(id)?;
                ledger.certification.rubrics.retain(|sheet| sheet.id != id);
            }
            Edit::Rubric(id, edit) => ledger.certification.own_rubric_mut(id)?.change(edit)?,
        }
        if may_lack_rows {
            ledger.certification.fit();
        }
        Ok(ledger)
    }

    fn change(&mut self, table: TableAt, edit: TableEdit) -> Result<(), Refused> {
        match table {
            TableAt::Districts(year) => change(&mut self.sheet(year)?.districts, edit),
            TableAt::Classes(year) => change(&mut self.sheet(year)?.classes, edit),
            TableAt::Months(year) => change(&mut self.sheet(year)?.water_need.months, edit),
            TableAt::Seasons(year) => change(&mut self.sheet(year)?.water_need.crops, edit),
            TableAt::Crops(year, id) => change(&mut self.sheet(year)?.district_mut(id)?.crops, edit),
            TableAt::Sources(year, id) => change(&mut self.sheet(year)?.district_mut(id)?.sources, edit),
            TableAt::Fields(year, id) => change(&mut self.sheet(year)?.district_mut(id)?.fields, edit),
            TableAt::Canals(year, id) => change(&mut self.sheet(year)?.district_mut(id)?.canals, edit),
            TableAt::Readings(year, id, at) => {
                change(&mut self.sheet(year)?.field_mut(id, at)?.readings, edit)
            }
            TableAt::Periods(year, id, at) => change(&mut self.sheet(year)?.field_mut(id, at)?.periods, edit),
            TableAt::Plant(period, table) => self.industry.sheet(period)?.change(table, edit),
            TableAt::Review(review, table) => self.certification.sheet(review)?.change(table, edit),
        }
    }

    fn entry(&mut self, entry: Entry) -> Result<&mut String, Refused> {
        Ok(match entry {
            Entry::Title => &mut self.title,
            Entry::Plant(id, entry) => self.industry.sheet(id)?.entry_mut(entry),
            Entry::Review(id, entry) => self.certification.sheet(id)?.entry_mut(entry),
            Entry::Year(id)
            | Entry::Mu(id)
            | Entry::Latitude(id)
            | Entry::Altitude(id)
            | Entry::Efficiency(id)
            | Entry::FieldEfficiency(id, _)
            | Entry::CanalDays(id, _) => self.sheet(id)?.entry_mut(entry)?,
        })
    }

    fn sheet(&mut self, id: YearId) -> Result<&mut YearSheet, Refused> {
        self.irrigation.years.iter_mut().find(|sheet| sheet.id == id).ok_or(Refused::Gone)
    }

    /// Next year's districts, crops and canals are mostly this year's: names and what is built carry over, measured
    /// figures do not.
    fn following_year(&self) -> YearSheet {
        let years = &self.irrigation.years;
        let last = years.iter().max_by_key(|sheet| read_year(&sheet.year));
        let year = last.and_then(|sheet| read_year(&sheet.year)).map(|year| year + 1);
        let mut sheet = YearSheet::blank(self.irrigation.next_year_id());
        sheet.year = year.map(|year| year.to_string()).unwrap_or_default();
        sheet.districts = match last {
            Some(last) => last.districts.carried(),
            None => vec![Arc::new(DistrictRow::blank(RowId(1)))],
        };
        let carried = Entry::of_year(sheet.id).into_iter().filter(|entry| entry.spec().is_carried);
        for (entry, last) in carried.filter_map(|entry| Some((entry, last?.entry(entry)))) {
            if let Ok(text) = sheet.entry_mut(entry) {
                text.push_str(last);
            }
        }
        sheet
    }
}
