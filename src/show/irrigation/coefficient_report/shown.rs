//! Which figures the report shows, in groups, and whose derivations would make it too long.

use super::DERIVED_DISTRICTS;
use super::district::has_details;
use crate::evaluate::{DistrictDetail, YearResults};
use crate::irrigation::fieldwork::FieldworkFigures;
use crate::irrigation::{DistrictFigures, NetworkFigures};
use crate::ledger::{DistrictRow, TypedRow, YearSheet};
use crate::metric::Figure;
use crate::show::paper::{Group, row_name};
use crate::show::table_view::by_filled;
use crate::text::{Coded, Key, Language, Message};

/// The figures of a report.
pub(super) struct Shown {
    /// Those whose derivations are printed.
    pub groups: Vec<Group>,
    /// Those whose derivations are not.
    pub left_out: Vec<Figure>,
    /// The districts these are of.
    pub not_derived: Vec<String>,
}

type Named = (Option<String>, Figure);

/// Every figure of the year, group by group.
pub(super) fn groups(sheet: &YearSheet, year: &YearResults, language: Language) -> Shown {
    let group = |title: Key, roots: Vec<Named>| Group { title: title.say(language).to_string(), roots };
    let figures = &year.figures;
    let region = [&figures.coefficient, &figures.per_mu, &figures.gross];
    let region = region.into_iter().flatten().map(|figure| (None, figure.clone())).collect();
    let of_class = |class: &crate::irrigation::ClassFigures| {
        let name = class.class.name().get(language);
        named(name, [&class.coefficient, &class.gross])
    };
    let classes = figures.classes.iter().flat_map(of_class).collect();

    let districts = sheet.districts.iter().enumerate().zip(&figures.districts).zip(&year.details);
    let filled: Vec<_> = districts.filter(|(((_, row), _), _)| !row.is_blank()).collect();
    let (printed, left) = filled.split_at(filled.len().min(DERIVED_DISTRICTS));
    let of_district = |(((place, row), figures), _): &(((usize, &_), &DistrictFigures), &_)| {
        let row: &std::sync::Arc<DistrictRow> = row;
        named(&row_name(&row.name, *place), [&figures.coefficient, &figures.gross, &figures.per_mu])
    };
    let mut groups = vec![
        group(Key::SectionRegion, region),
        group(Key::ResultClasses, classes),
        group(Key::TableUntitled, printed.iter().flat_map(of_district).collect()),
    ];
    let with_details = printed.iter().filter(|(((_, row), _), _)| has_details(row));
    groups.extend(with_details.map(|(((place, row), _), detail)| {
        let name = row_name(&row.name, *place);
        Group { roots: details(&name, row, detail), title: name }
    }));
    groups.push(group(Key::SectionWaterNeed, water_need(sheet, year, language)));
    let whole = |(((_, row), figures), detail): &(
        ((usize, &std::sync::Arc<DistrictRow>), &_),
        &std::sync::Arc<DistrictDetail>,
    )| {
        let figures: &DistrictFigures = figures;
        let own = named("", [&figures.coefficient, &figures.gross, &figures.per_mu]);
        own.into_iter().chain(details("", row, detail)).map(|(_, figure)| figure).collect::<Vec<_>>()
    };
    Shown {
        groups,
        left_out: left.iter().flat_map(whole).collect(),
        not_derived: left.iter().map(|(((place, row), _), _)| row_name(&row.name, *place)).collect(),
    }
}

fn named<const N: usize>(name: &str, figures: [&Option<Figure>; N]) -> Vec<Named> {
    figures.into_iter().flatten().map(|figure| (Some(name.to_string()), figure.clone())).collect()
}

/// The figures of a district's own tables.
fn details(name: &str, row: &DistrictRow, detail: &DistrictDetail) -> Vec<Named> {
    let mut all = fieldwork(name, row, &detail.fieldwork);
    all.extend(canals(name, row, &detail.canals));
    all
}

fn fieldwork(name: &str, row: &DistrictRow, figures: &FieldworkFigures) -> Vec<Named> {
    let mut all = named(name, [&figures.net, &figures.gross]);
    for ((place, crop), found) in row.crops.iter().enumerate().zip(by_filled(&row.crops, &figures.crops)) {
        all.extend(found.map(|found| named(&row_name(&crop.name, place), [&found.net])).unwrap_or_default());
    }
    for ((place, source), found) in
        row.sources.iter().enumerate().zip(by_filled(&row.sources, &figures.sources))
    {
        all.extend(found.map(|found| named(&row_name(&source.name, place), [found])).unwrap_or_default());
    }
    for ((place, field), found) in row.fields.iter().enumerate().zip(by_filled(&row.fields, &figures.fields))
    {
        let Some(found) = found else { continue };
        let name = row_name(&field.name, place);
        all.extend(named(&name, [&found.net]));
        for (row, figure) in field.readings.iter().zip(by_filled(&field.readings, &found.readings)) {
            all.extend(
                figure.map(|figure| named(&part_name(&name, &row.irrigation), [figure])).unwrap_or_default(),
            );
        }
        for (row, figure) in field.periods.iter().zip(by_filled(&field.periods, &found.periods)) {
            all.extend(
                figure.map(|figure| named(&part_name(&name, &row.name), [figure])).unwrap_or_default(),
            );
        }
    }
    all
}

/// A reading or a period of a field.
fn part_name(field: &str, part: &str) -> String {
    [field, part.trim()].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn canals(name: &str, row: &DistrictRow, figures: &NetworkFigures) -> Vec<Named> {
    let mut all = named(
        name,
        [
            &figures.system,
            &figures.coefficient,
            &figures.diverted,
            &figures.planned_system,
            &figures.saved_constant_net,
            &figures.saved_constant_gross,
        ],
    );
    for ((place, canal), found) in row.canals.iter().enumerate().zip(by_filled(&row.canals, &figures.canals))
    {
        let Some(found) = found else { continue };
        let name = row_name(&canal.name, place);
        all.extend(named(&name, [&found.net, &found.gross, &found.efficiency, &found.planned]));
    }
    all
}

fn water_need(sheet: &YearSheet, year: &YearResults, language: Language) -> Vec<Named> {
    let (typed, need) = (&sheet.water_need, &year.water_need);
    let mut all: Vec<Named> =
        [&need.net, &need.gross].into_iter().flatten().map(|figure| (None, figure.clone())).collect();
    for ((place, crop), found) in typed.crops.iter().enumerate().zip(by_filled(&typed.crops, &need.crops)) {
        let Some(found) = found else { continue };
        all.extend(named(&row_name(&crop.name, place), [&found.evapotranspiration, &found.net]));
    }
    for (month, found) in typed.months.iter().zip(by_filled(&typed.months, &need.months)) {
        let Some(found) = found else { continue };
        let figures = [&found.et0, &found.effective_rain, &found.evapotranspiration, &found.net];
        let name = Message::new(Key::ReportMonth).with("month", month.month.trim()).say(language);
        all.extend(named(&name, figures));
    }
    all
}
