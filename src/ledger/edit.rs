//! Every change of the ledger as a value, so that it can be undone, tested and refused.

use super::check::typed_year;
use super::table::change;
use super::{DistrictRow, Ledger, Refused, RowId, TableEdit, TypedRow, YearId, YearSheet};

/// A change of the ledger.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// The ledger's title.
    SetTitle(String),
    /// Another ledger takes its place: an import, an example.
    Replace(Box<Ledger>),
    /// A new year, the districts of the last one taken over without their figures.
    AddYear,
    /// A year's number.
    SetYear(YearId, String),
    /// A year and all in it goes.
    RemoveYear(YearId),
    /// A change in a year's table of districts.
    Districts(YearId, TableEdit),
}

impl Ledger {
    /// The ledger after a change.
    ///
    /// # Errors
    /// [`Refused`] when the change cannot be made; the ledger stays as it is.
    pub fn after(&self, edit: Edit) -> Result<Ledger, Refused> {
        let mut ledger = self.clone();
        match edit {
            Edit::SetTitle(title) => ledger.title = title,
            Edit::Replace(other) => ledger = *other,
            Edit::AddYear => {
                let sheet = ledger.following_year();
                ledger.irrigation.years.push(sheet);
            }
            Edit::SetYear(id, year) => ledger.sheet(id)?.year = year,
            Edit::RemoveYear(id) => {
                ledger.sheet(id)?;
                ledger.irrigation.years.retain(|sheet| sheet.id != id);
            }
            Edit::Districts(id, edit) => change(&mut ledger.sheet(id)?.districts, edit)?,
        }
        Ok(ledger)
    }

    fn sheet(&mut self, id: YearId) -> Result<&mut YearSheet, Refused> {
        self.irrigation.years.iter_mut().find(|sheet| sheet.id == id).ok_or(Refused::Gone)
    }

    /// Next year's districts are mostly this year's: names and classes carry over, figures do not.
    fn following_year(&self) -> YearSheet {
        let years = &self.irrigation.years;
        let last = years.iter().max_by_key(|sheet| typed_year(sheet));
        let year = last.and_then(typed_year).map(|year| year + 1);
        let districts = match last {
            Some(sheet) => sheet
                .districts
                .iter()
                .filter(|row| !row.is_blank())
                .map(|row| DistrictRow {
                    name: row.name.clone(),
                    class: row.class.clone(),
                    ..DistrictRow::blank(row.id)
                })
                .collect(),
            None => vec![DistrictRow::blank(RowId(1))],
        };
        YearSheet {
            id: self.irrigation.next_year_id(),
            year: year.map(|year| year.to_string()).unwrap_or_default(),
            districts,
        }
    }
}
