//! Plans of measures as the page shows them.

use crate::evaluate::{RetrofitPlan, target_name};
use crate::ledger::{ChangeColumn, Column, Row, TableSpec};
use crate::metric::Figure;
use crate::show::TableView;
use crate::text::{Key, Language};

/// A table of a plan, shown ready for the page; what is still the same of the table as it was `before` is taken over.
pub fn retrofit_table(
    sheet: &Row,
    found: &RetrofitPlan,
    table: &'static TableSpec,
    before: Option<&TableView>,
) -> TableView {
    let (at, rows) = (table.at(&[sheet.id]), sheet.rows(table));
    let view = match table.row_name {
        "change" => TableView::plain(before, at, rows, &found.problems),
        _ => TableView::of_rows(before, at, rows, &found.problems, &found.measures),
    };
    view.offering_names(sheet)
}

/// The table of changes with the numbers that there are to be changed, by name.
pub fn offering_targets(mut table: TableView, found: &RetrofitPlan, language: Language) -> TableView {
    table.names.extend(found.known.iter().map(|(row, column)| target_name(row, column, language)));
    table.naming.push(ChangeColumn::Target.spec());
    table
}

/// A figure of the plant before and after.
pub struct Compared {
    /// What it is called.
    pub name: String,
    /// As it is.
    pub before: Figure,
    /// As it would be.
    pub after: Figure,
}

/// The plant's figures that the plan changes.
pub fn compared(found: &RetrofitPlan, language: Language) -> Vec<Compared> {
    let is_other = |one: &&crate::evaluate::BeforeAndAfter| one.before.shown() != one.after.shown();
    let row = |one: &crate::evaluate::BeforeAndAfter| Compared {
        // Rates share one heading; each is called what it is.
        name: match one.heading == Key::RateName {
            true => one.before.name().get(language).to_string(),
            false => one.heading.say(language).to_string(),
        },
        before: one.before.clone(),
        after: one.after.clone(),
    };
    found.compared.iter().filter(is_other).map(row).collect()
}
