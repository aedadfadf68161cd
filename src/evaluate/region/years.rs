//! The years so far and the targets set for them.

use crate::evaluate::cells::{Cells, filled, label, refused_cell};
use crate::evaluate::problem::{Problem, ProblemKind, refuse};
use crate::ledger::{
    Place, REGION_ECONOMY, REGION_TARGETS, REGION_YEARS, RegionEconomyColumn as Economy,
    RegionTargetColumn as Target, RegionYearColumn as Year, Row, RowId, TableAt,
};
use crate::metric::{Fault, Figure};
use crate::numeric::DETAIL_AGREEMENT;
use crate::quantity::{Unit, read_year};
use crate::region::{
    self, ControlTarget, ControlTargetFigures, Controlled, RegionYear, RegionYearFigures, SinceBase,
    TargetLack, TargetPath, YearsSoFar, compute_target,
};
use crate::water;

/// The years as they were read, and the price base that the growth of each is in.
pub(super) struct YearsRead {
    /// The years, in the order of their table.
    pub years: Vec<RegionYear>,
    bases: Vec<String>,
}

/// The years with what they come to.
#[derive(Clone, Copy)]
pub(super) struct Read<'y> {
    /// As they were read.
    pub years: &'y YearsRead,
    /// What they come to.
    pub figures: &'y [RegionYearFigures],
}

/// Reads the years: their water, and what it was used for.
pub(super) fn read_years(sheet: &Row, problems: &mut Vec<Problem>) -> YearsRead {
    let mut years: Vec<RegionYear> = Vec::new();
    let at = REGION_YEARS.at(&[sheet.id]);
    for (index, row) in filled(sheet.rows(&REGION_YEARS)) {
        let mut cells = Cells::new(at, row, label(&row[Year::Year], index), problems);
        let Some(year) = year_of(&mut cells, Year::Year, |year| years.iter().any(|one| one.year == year))
        else {
            continue;
        };
        years.push(of_water(&mut cells, row, year));
    }
    let mut bases = vec![String::new(); years.len()];
    let at = REGION_ECONOMY.at(&[sheet.id]);
    let mut seen: Vec<i32> = Vec::new();
    for (index, row) in filled(sheet.rows(&REGION_ECONOMY)) {
        let mut cells = Cells::apart(at, row, label(&row[Economy::Year], index), problems);
        let Some(year) = year_of(&mut cells, Economy::Year, |year| seen.contains(&year)) else { continue };
        seen.push(year);
        let place = years.iter().position(|one| one.year == year).unwrap_or_else(|| {
            // Growth of a year without water still chains.
            years.push(RegionYear { key: row.id.0, year, ..RegionYear::default() });
            bases.push(String::new());
            years.len() - 1
        });
        bases[place] = cells.text(Economy::PriceBase).to_string();
        let one = &mut years[place];
        one.gdp = cells.number(Economy::Gdp);
        one.gdp_growth = cells.number(Economy::GdpGrowth);
        one.value_added = cells.number(Economy::ValueAdded);
        one.value_added_growth = cells.number(Economy::ValueAddedGrowth);
        one.population = cells.number(Economy::Population);
        one.irrigated_area = cells.number(Economy::IrrigatedArea);
        one.irrigation_use = cells.number(Economy::IrrigationUse);
    }
    YearsRead { years, bases }
}

/// The year of a row; one that is none, or stands above already, leaves the row out.
fn year_of(
    cells: &mut Cells<'_>,
    column: impl crate::ledger::Column,
    is_known: impl Fn(i32) -> bool,
) -> Option<i32> {
    let year = read_year(cells.text(column));
    match year {
        None => cells.report(column, ProblemKind::NotAYear),
        Some(year) if is_known(year) => {
            cells.report(column, ProblemKind::Repeated);
            return None;
        }
        Some(_) => {}
    }
    year
}

fn of_water(cells: &mut Cells<'_>, row: &Row, year: i32) -> RegionYear {
    let uses =
        [Year::Agriculture, Year::Industry, Year::Domestic, Year::Ecology].map(|column| cells.number(column));
    let total = cells.number(Year::Total);
    let sources = [Year::Surface, Year::Ground, Year::Other].map(|column| cells.number(column));
    let sum = |parts: &[Option<Figure>]| {
        let is_whole = parts.iter().all(Option::is_some);
        is_whole.then(|| water::total(parts.iter().flatten().cloned())).flatten()
    };
    let differs =
        |a: &Figure, b: &Figure| (a.value() - b.value()).abs() > DETAIL_AGREEMENT * b.value().max(1e-9);
    let used = sum(&uses);
    if let Some((_, used)) = total.as_ref().zip(used.as_ref()).filter(|(total, used)| differs(total, used)) {
        cells.report(Year::Total, ProblemKind::DetailDisagrees { computed: used.value() });
    }
    let whole = used.or(total.clone());
    if let Some((supply, used)) = sum(&sources).zip(whole).filter(|(supply, used)| differs(supply, used)) {
        cells.report(Year::Surface, ProblemKind::SupplyNotUse { supply: supply.value(), used: used.value() });
    }
    RegionYear {
        key: row.id.0,
        year,
        uses,
        total,
        sources,
        once_through: cells.number(Year::OnceThrough),
        normal_factor: cells.number(Year::NormalFactor),
        consumed: cells.number(Year::Consumed),
        returned: cells.number(Year::Returned),
        reclaimed: cells.number(Year::Reclaimed),
        ..RegionYear::default()
    }
}

/// The cell of a year that a formula refuses: of its water, or of what it was used for.
pub(super) fn refused_place(sheet: &Row, years: TableAt, row: RowId, fault: &Fault) -> Place {
    let at_water = refused_cell(years, row, fault, Year::Year);
    let economy = REGION_ECONOMY.at(&[sheet.id]);
    let year = sheet.row(&REGION_YEARS, row).and_then(|row| read_year(&row[Year::Year]));
    let of_year = |row: &&std::sync::Arc<Row>| {
        row.id == RowId(at_water.row.0) || read_year(&row[Economy::Year]) == year
    };
    let rows = sheet.rows(&REGION_ECONOMY);
    let typed = rows.iter().filter(of_year).map(|row| refused_cell(economy, row.id, fault, Economy::Year));
    let is_typed = |place: &Place| fault.input_id == Some(place.input_id());
    typed.into_iter().find(is_typed).unwrap_or(at_water)
}

/// What the targets come to in the year that is looked at.
pub(super) fn targets(
    sheet: &Row,
    read: Read<'_>,
    (year, path): (Option<i32>, Option<TargetPath>),
    problems: &mut Vec<Problem>,
) -> Vec<ControlTargetFigures> {
    let at = REGION_TARGETS.at(&[sheet.id]);
    let mut found = Vec::new();
    for (_, row) in filled(sheet.rows(&REGION_TARGETS)) {
        let mut cells = Cells::new(at, row, row[Target::TargetYear].trim().to_string(), problems);
        let of = cells.choice::<Controlled>(Target::Of);
        if of.is_none() {
            cells.ask(Target::Of, ProblemKind::NoKind);
        }
        let mut year_in = |column| {
            let year = read_year(cells.text(column));
            if year.is_none() {
                cells.report(column, ProblemKind::NotAYear);
            }
            year
        };
        let (base_year, target_year) = (year_in(Target::BaseYear), year_in(Target::TargetYear));
        cells.ask(Target::Target, ProblemKind::Blank);
        let unit = match of {
            Some(Controlled::PerGdp | Controlled::PerValueAdded) => Unit::Percent,
            _ => Unit::TenThousandCubicMetres,
        };
        let typed = of.and_then(|_| cells.typed(Target::Target, unit));
        let typed = typed.filter(|(quantity, _)| {
            let is_negative = quantity.value < 0.0;
            if is_negative {
                cells.report(Target::Target, ProblemKind::Negative);
            }
            !is_negative
        });
        let target = typed.map(|(quantity, u)| cells.figure(Target::Target, quantity, u));
        let (Some(of), Some(base_year), Some(target_year), Some(target), Some(year)) =
            (of, base_year, target_year, target, year)
        else {
            found.push(ControlTargetFigures { key: row.id.0, ..ControlTargetFigures::default() });
            continue;
        };
        let target = ControlTarget { key: row.id.0, of, base_year, target_year, target };
        let so_far = YearsSoFar { years: &read.years.years, figures: read.figures, year };
        let (figures, refusals) = compute_target(&target, so_far, path);
        if let Some(problem) = figures.lack.as_ref().map(lack) {
            let column = if problem == ProblemKind::NoBaseYear { Target::BaseYear } else { Target::Of };
            cells.report(column, problem);
        }
        if matches!(of, Controlled::PerGdp | Controlled::PerValueAdded)
            && figures.now.is_some()
            && read.years.has_two_bases(base_year, year)
        {
            cells.report(Target::BaseYear, ProblemKind::PriceBases);
        }
        for refusal in &refusals {
            let place = refused_cell(at, row.id, &refusal.fault, Target::Target);
            refuse(problems, place, &refusal.fault, refusal.inputs);
        }
        found.push(figures);
    }
    found
}

/// Total and intensity of each year against the base of the targets, else against the first year.
pub(super) fn since_base(sheet: &Row, read: Read<'_>, year: i32) -> Vec<SinceBase> {
    let typed = sheet.rows(&REGION_TARGETS).iter().find_map(|row| read_year(&row[Target::BaseYear]));
    let first = || read.years.years.iter().map(|one| one.year).min();
    let so_far = YearsSoFar { years: &read.years.years, figures: read.figures, year };
    typed.or_else(first).map_or_else(Vec::new, |base| region::since_base(base, so_far))
}

impl YearsRead {
    /// Whether the growth of years after one and up to another is in the prices of two years.
    fn has_two_bases(&self, base_year: i32, year: i32) -> bool {
        let of_years =
            self.years.iter().zip(&self.bases).filter(|(one, _)| (base_year + 1..=year).contains(&one.year));
        let mut bases = of_years.map(|(_, base)| base.as_str()).filter(|base| !base.is_empty());
        bases.next().is_some_and(|first| bases.any(|base| base != first))
    }
}

fn lack(lack: &TargetLack) -> ProblemKind {
    match lack {
        TargetLack::BaseYear => ProblemKind::NoBaseYear,
        TargetLack::ThisYear => ProblemKind::NoUseOfYear,
        TargetLack::Growth(years) => ProblemKind::GrowthMissing { years: years.clone() },
    }
}
