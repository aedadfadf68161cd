//! 并入, sheets of another ledger taken in: files of counties into a province's, two campuses into one.

use std::sync::Arc;

use super::row::{free_id, next_id};
use super::{
    Ledger, REVIEWS, Refused, ReviewEntry, Row, RowId, RubricId, SHEETS, SheetSpec, TableSpec, sheet_of,
};

/// A sheet of another ledger that can be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedSheet {
    /// The list in which it stands.
    pub list: &'static TableSpec,
    /// Its identity there.
    pub sheet: RowId,
    /// Whose it is and of which period, as typed.
    pub unit: String,
    /// The period, as typed.
    pub period: String,
    /// What becomes of it.
    pub becomes: Becomes,
}

/// What becomes of a sheet that is taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// A sheet of its own.
    Sheet,
    /// A sheet of its own beside one of the same period that is there.
    Beside,
    /// A sheet of its own whose unit is called otherwise, for one of that name has a sheet of the same period.
    Renamed(String),
    /// Its rows are added to the sheet of the same period, some under another name because theirs is taken.
    Joined {
        /// How many.
        rows: usize,
        /// Under another name.
        renamed: Vec<String>,
    },
}

/// The sheets of another ledger, and what would become of each if it alone were taken in.
pub fn offered_sheets(own: &Ledger, other: &Ledger) -> Vec<OfferedSheet> {
    let of_list = |kind: &'static SheetSpec| {
        other.sheets(kind.table).iter().map(move |sheet| OfferedSheet {
            list: kind.table,
            sheet: sheet.id,
            unit: kind.unit_typed(sheet).to_string(),
            period: kind.period_typed(sheet).to_string(),
            becomes: take_in(&mut own.clone(), kind, sheet),
        })
    };
    SHEETS.into_iter().flat_map(of_list).collect()
}

/// A ledger with chosen sheets of another, and the rubrics of one's own that they name.
///
/// # Errors
/// [`Refused`] where a table would have more rows than one may have.
pub fn merged(
    own: &Ledger,
    other: &Ledger,
    chosen: &[(&'static TableSpec, RowId)],
) -> Result<Ledger, Refused> {
    let mut ledger = own.clone();
    for (list, id) in chosen {
        let (Some(kind), Some(sheet)) = (sheet_of(list), other.sheet(list, *id)) else {
            return Err(Refused::Gone);
        };
        take_in(&mut ledger, kind, sheet);
        let named = other.rubrics.iter().find(|rubric| is_named(sheet, &rubric.name()));
        let is_new = |name: &str| ledger.rubrics.iter().all(|rubric| rubric.name() != name);
        if let Some(rubric) = named.filter(|rubric| is_new(&rubric.name())) {
            let mut rubric = rubric.as_ref().clone();
            rubric.id = RubricId(free_id(ledger.rubrics.iter().map(|rubric| rubric.id.0)));
            ledger.rubrics.push(Arc::new(rubric));
        }
    }
    match ledger.document.beyond_limits() {
        Some((refused, _)) => Err(refused),
        None => Ok(ledger),
    }
}

fn is_named(sheet: &Row, rubric: &str) -> bool {
    *sheet.table() == REVIEWS && sheet[ReviewEntry::Rubric].trim() == rubric
}

/// Takes a sheet in; what became of it.
fn take_in(ledger: &mut Ledger, kind: &'static SheetSpec, sheet: &Arc<Row>) -> Becomes {
    let Some(sheets) = ledger.document.rows_mut(kind.table) else { return Becomes::Sheet };
    let period = kind.period_of(sheet);
    let is_same = |own: &Row| period.is_some() && kind.period_of(own) == period;
    let same = sheets.iter().position(|own| is_same(own) && kind.unit_typed(own) == kind.unit_typed(sheet));
    let mut added = Row::clone(sheet);
    added.id = next_id(sheets, RowId(0));
    let becomes = match (same, kind.joined, kind.unit) {
        (Some(at), Some(table), _) => return join(Arc::make_mut(&mut sheets[at]), table, sheet),
        (Some(_), None, Some(unit)) => {
            let is_free = |name: &str| !sheets.iter().any(|own| is_same(own) && kind.unit_typed(own) == name);
            let name = free_name(kind.unit_typed(sheet), is_free);
            added.set(unit(), name.clone());
            Becomes::Renamed(name)
        }
        (Some(_), None, None) => Becomes::Beside,
        (None, ..) => Becomes::Sheet,
    };
    sheets.push(Arc::new(added));
    becomes
}

/// Adds the rows of a table of a sheet to that of another; the other tables are taken over where nothing is typed in them.
fn join(own: &mut Row, table: &'static TableSpec, sheet: &Row) -> Becomes {
    for other in own.table().tables.iter().filter(|other| **other != table) {
        let rows = sheet.rows(other).to_vec();
        if own.rows(other).iter().all(|row| row.is_blank())
            && let Some(kept) = own.rows_mut(other)
        {
            *kept = rows;
        }
    }
    let mut renamed = Vec::new();
    let name = &table.columns[0];
    let Some(kept) = own.rows_mut(table) else { return Becomes::Sheet };
    kept.retain(|row| !row.is_blank());
    let before = kept.len();
    for row in sheet.rows(table).iter().filter(|row| !row.is_blank()) {
        let mut row = Row::clone(row);
        row.id = next_id(kept, RowId(0));
        let called = row.text(name).trim().to_string();
        let is_free = |called: &str| !kept.iter().any(|other| other.text(name).trim() == called);
        if !called.is_empty() && !is_free(&called) {
            let other = free_name(&called, is_free);
            row.set(name, other.clone());
            renamed.push(other);
        }
        kept.push(Arc::new(row));
    }
    Becomes::Joined { rows: kept.len() - before, renamed }
}

/// A name with the first number behind it that makes it free.
fn free_name(name: &str, is_free: impl Fn(&str) -> bool) -> String {
    (2..).map(|number| format!("{name} ({number})")).find(|name| is_free(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{DISTRICTS, DistrictColumn, Example, PERIODS, YEARS, YearEntry};
    use crate::text::Language;

    fn county(year: &str, districts: &[&str]) -> Ledger {
        let rows = districts.iter().zip(1..).map(|(name, id)| {
            Row::blank(&DISTRICTS, RowId(id))
                .with(DistrictColumn::Name, *name)
                .with(DistrictColumn::Net, "100")
        });
        let sheet = Row::blank(&YEARS, RowId(1)).with(YearEntry::Year, year).holding(&DISTRICTS, rows);
        Ledger::default().with_sheets(&YEARS, [sheet])
    }

    fn all(other: &Ledger) -> Vec<(&'static TableSpec, RowId)> {
        let of = |list: &'static TableSpec| other.sheets(list).iter().map(move |sheet| (list, sheet.id));
        [&YEARS, &PERIODS, &REVIEWS].into_iter().flat_map(of).collect()
    }

    fn names(ledger: &Ledger) -> Vec<String> {
        let rows = |sheet: &Arc<Row>| sheet.rows(&DISTRICTS).to_vec();
        let rows = ledger.sheets(&YEARS).iter().flat_map(rows);
        rows.map(|row| row[DistrictColumn::Name].to_string()).collect()
    }

    #[test]
    fn counties_join_in_the_province_and_a_name_that_is_taken_is_said() {
        let (own, other) = (county("2023", &["东河", "西河"]), county("2023", &["东河", "南河"]));
        let offered = offered_sheets(&own, &other);
        let renamed = vec!["东河 (2)".to_string()];
        assert_eq!(offered[0].becomes, Becomes::Joined { rows: 2, renamed });
        let ledger = merged(&own, &other, &all(&other)).expect("few rows");
        assert_eq!(names(&ledger), ["东河", "西河", "东河 (2)", "南河"]);
        assert_eq!(ledger.duplicate_id(), None);
        // Once more, and nothing is lost or doubled under one name.
        let twice = merged(&ledger, &other, &all(&other)).expect("few rows");
        assert_eq!(names(&twice).len(), 6);
        assert_eq!(twice.duplicate_id(), None);
    }

    #[test]
    fn another_year_is_a_sheet_of_its_own() {
        let (own, other) = (county("2022", &["东河"]), county("2023", &["东河"]));
        assert_eq!(offered_sheets(&own, &other)[0].becomes, Becomes::Sheet);
        assert_eq!(merged(&own, &other, &all(&other)).expect("few rows").sheets(&YEARS).len(), 2);
    }

    #[test]
    fn every_example_can_be_taken_into_every_other() {
        let examples = Example::ALL.map(|example| example.ledger(Language::Chinese));
        for own in &examples {
            for other in &examples {
                let ledger = merged(own, other, &all(other)).expect("few rows");
                assert_eq!(ledger.duplicate_id(), None);
                let count = |ledger: &Ledger| all(ledger).len();
                let joined = offered_sheets(own, other)
                    .iter()
                    .filter(|sheet| matches!(sheet.becomes, Becomes::Joined { .. }))
                    .count();
                assert_eq!(count(&ledger), count(own) + count(other) - joined);
            }
        }
    }

    #[test]
    fn a_unit_whose_name_has_a_sheet_of_that_year_is_called_otherwise() {
        let own = Example::Institution.ledger(Language::Chinese);
        let offered = offered_sheets(&own, &own);
        assert!(
            matches!(&offered[0].becomes, Becomes::Renamed(name) if name.ends_with(" (2)")),
            "{offered:?}"
        );
    }
}
