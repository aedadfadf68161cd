//! Plans of measures as the page shows them.

use crate::evaluate::{BeforeAndAfter, RetrofitPlan, target_name};
use crate::ledger::{ChangeColumn, Column, Row, TableSpec};
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

/// The plant's figures that the plan changes.
pub fn compared(found: &RetrofitPlan) -> impl Iterator<Item = &BeforeAndAfter> {
    found.compared.iter().filter(|one| one.before.shown() != one.after.shown())
}

/// What such a figure is called. Rates share one heading; each is called what it is.
pub fn compared_name(one: &BeforeAndAfter, language: Language) -> &'static str {
    let heading = one.heading.words();
    let name = if one.heading == Key::RateName { one.before.name() } else { heading };
    name.get(language)
}
