//! Which figures the report shows, in groups, and whose derivations would make it too long.

use super::DERIVED_DISTRICTS;
use super::district::has_details;
use crate::evaluate::{FigureOf, SheetFigure, YearResults};
use crate::ledger::{
    BALANCE_STEPS, DISTRICTS, DistrictColumn, FIELDS, MONTHS, READINGS, Row, RowId, TableAt,
};
use crate::metric::Figure;
use crate::show::paper::{Group, row_name};
use crate::text::{Key, Language, Message};

/// The main figures of the report, by their names among the results: of the region.
const MAIN_OF_REGION: [&str; 3] = ["coefficient", "per_mu", "gross"];

/// The main figures of a class.
const MAIN_OF_CLASS: [&str; 1] = ["coefficient"];

/// The figures of a report.
pub(super) struct Shown {
    /// Those whose derivations are printed.
    pub groups: Vec<Group>,
    /// Those whose derivations are not.
    pub left_out: Vec<Figure>,
    /// The districts these are of.
    pub not_derived: Vec<String>,
}

/// Every figure of the year, group by group.
pub(super) fn groups(sheet: &Row, year: &YearResults, language: Language) -> Shown {
    let group = |title: Key, main: &[&str], results: Vec<SheetFigure<'_>>| {
        let (first, later): (Vec<_>, Vec<_>) =
            results.into_iter().partition(|result| main.contains(&result.name));
        Group {
            title: title.say(language).to_string(),
            main: first.len(),
            roots: roots(sheet, &[first, later].concat(), language),
        }
    };
    let (region, classes) =
        year.region_figures().into_iter().partition(|result| result.of == FigureOf::Sheet);
    let districts = sheet.rows(&DISTRICTS);
    let filled: Vec<usize> = (0..districts.len()).filter(|place| !districts[*place].is_blank()).collect();
    let (printed, left) = filled.split_at(filled.len().min(DERIVED_DISTRICTS));
    let of_districts = year.district_figures();
    let own = |place: usize| {
        let row = FigureOf::Row(DISTRICTS.at(&[sheet.id]), districts[place].id);
        of_districts.iter().filter(move |result| result.of == row).copied()
    };
    let details = |place: usize| year.details[place].every_figure(sheet.id, districts[place].id);
    let name = |place: usize| row_name(&districts[place][DistrictColumn::Name], place);
    let mut groups = vec![
        group(Key::SectionRegion, &MAIN_OF_REGION, region),
        group(Key::ResultClasses, &MAIN_OF_CLASS, classes),
        group(Key::TableUntitled, &[], printed.iter().flat_map(|place| own(*place)).collect()),
    ];
    let with_details = printed.iter().filter(|place| has_details(&districts[**place]));
    groups.extend(with_details.map(|place| Group {
        title: name(*place),
        main: 0,
        roots: roots(sheet, &details(*place), language),
    }));
    groups.push(group(Key::SectionWaterNeed, &[], year.water_need_figures()));
    let left_out = left.iter().flat_map(|place| own(*place).chain(details(*place)));
    Shown {
        groups,
        left_out: left_out.map(|result| result.figure.clone()).collect(),
        not_derived: left.iter().map(|place| name(*place)).collect(),
    }
}

/// Figures with what a person would call what each is of.
fn roots(sheet: &Row, results: &[SheetFigure<'_>], language: Language) -> Vec<(Option<String>, Figure)> {
    results.iter().map(|result| (name(sheet, result.of, language), result.figure.clone())).collect()
}

fn name(sheet: &Row, of: FigureOf<'_>, language: Language) -> Option<String> {
    match of {
        FigureOf::Group(words) => Some(words.get(language).to_string()),
        FigureOf::Named(name) => Some(name.to_string()),
        FigureOf::Row(table, row) => Some(row_title(sheet, table, row, language)),
        FigureOf::Sheet | FigureOf::Flow(_) => None,
    }
}

/// What a person would call a row; a reading or a step of a field together with the field.
fn row_title(sheet: &Row, table: TableAt, row: RowId, language: Language) -> String {
    let rows = sheet.rows_at(table);
    let place = rows.iter().position(|one| one.id == row);
    let typed = place.map_or("", |place| rows[place].cell(0).trim());
    if table.spec == &READINGS || table.spec == &BALANCE_STEPS {
        let fields = FIELDS.at(&table.within()[..2]);
        let field = row_title(sheet, fields, table.within()[2], language);
        return [&field, typed].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" · ");
    }
    if table.spec == &MONTHS {
        return Message::new(Key::ReportMonth).with("month", typed).say(language);
    }
    row_name(typed, place.unwrap_or(0))
}
