//! The plan: who it is split among, and what each of them used.

use std::collections::HashMap;
use std::sync::Arc;

use super::results::{PlanResults, ReadUse, RegionSheet};
use super::taken::{self, NotTaken, Taken};
use crate::evaluate::cells::{Cells, each, filled, label, refused_cell, twice};
use crate::evaluate::problem::{Problem, ProblemKind, refuse};
use crate::ledger::{
    PLACE_USES, PLAN_PLACES, PLAN_TIERS, PlaceUseColumn as Use, PlanPlaceColumn as Place,
    PlanTierColumn as Tier, RegionEntry, Row, RowId, SEASON_SHARES, SeasonShareColumn as Season, TableSpec,
};
use crate::metric::Figure;
use crate::numeric::DETAIL_AGREEMENT;
use crate::quantity::{Quantity, Unit};
use crate::region::{
    KnownPlan, PlaceFigures, PlaceLack, PlanFigures, PlanPlace, RegionPlan, SplitRule, UsedUntilNow,
    WaterUse, compute_plan,
};

/// The months of a place's uses.
const MONTHS: [Use; 12] = [
    Use::M1,
    Use::M2,
    Use::M3,
    Use::M4,
    Use::M5,
    Use::M6,
    Use::M7,
    Use::M8,
    Use::M9,
    Use::M10,
    Use::M11,
    Use::M12,
];

/// The sources of a place's plan.
const SOURCES: [Place; 3] = [Place::Surface, Place::Ground, Place::Other];

/// The quarters of a place's uses.
const QUARTERS: [Use; 4] = [Use::Q1, Use::Q2, Use::Q3, Use::Q4];

/// The months of a season.
const SHARES: [Season; 12] = [
    Season::M1,
    Season::M2,
    Season::M3,
    Season::M4,
    Season::M5,
    Season::M6,
    Season::M7,
    Season::M8,
    Season::M9,
    Season::M10,
    Season::M11,
    Season::M12,
];

/// What the plan of a sheet comes to; taken over where none of its tables has changed.
pub(super) fn plan(sheet: &Row, taken: Vec<Taken>, before: Option<(&Row, &RegionSheet)>) -> Arc<PlanResults> {
    let same = |table: &TableSpec, was: &Row| same_rows(was, sheet, table);
    let before = before.map(|(was, known)| {
        let is_same = was[RegionEntry::Step] == sheet[RegionEntry::Step]
            && same(&PLAN_PLACES, was)
            && same(&PLAN_TIERS, was)
            && same(&SEASON_SHARES, was)
            && known.plan.taken == taken;
        (is_same, is_same && same(&PLACE_USES, was), &known.plan)
    });
    match before {
        Some((_, true, known)) => Arc::clone(known),
        Some((is_split_same, false, known)) => {
            Arc::new(evaluate_plan(sheet, taken, Some(known), is_split_same))
        }
        None => Arc::new(evaluate_plan(sheet, taken, None, false)),
    }
}

/// Whether two sheets hold the very same rows of a table.
pub(super) fn same_rows(was: &Row, sheet: &Row, table: &TableSpec) -> bool {
    let (was, rows) = (was.rows(table), sheet.rows(table));
    was.len() == rows.len() && was.iter().zip(rows).all(|(was, row)| Arc::ptr_eq(was, row))
}

/// What a plan comes to. Rows of months that are still the same as they were before are not read again, nor is the split made again where
/// that is the same.
fn evaluate_plan(
    sheet: &Row,
    taken: Vec<Taken>,
    before: Option<&PlanResults>,
    is_split_same: bool,
) -> PlanResults {
    let mut problems = Vec::new();
    let mut entries = Cells::of_sheet(sheet, String::new(), &mut problems);
    let (step, lacks_step) = (entries.number(RegionEntry::Step), entries.is_unreadable(RegionEntry::Step));
    let mut plan = RegionPlan { step, lacks_step, ..RegionPlan::default() };
    let same_split = before.filter(|_| is_split_same);
    let read = same_split.map_or_else(|| read_places(sheet, &taken), |known| known.read.clone());
    plan.places = read.0.clone();
    problems.extend(read.1.iter().cloned());
    let uses = read_uses(sheet, before);
    let place_of_use = place_uses(sheet, &mut plan, &uses, &mut problems);
    read_seasons(sheet, &mut plan, &mut problems);
    plan.tiers = read_tiers(sheet, &mut problems);
    let same_months = same_split.map(|known| same_months(&plan, known, &uses, &place_of_use));
    let known = same_split.zip(same_months.as_deref());
    let known = known.map(|(known, same_months)| KnownPlan {
        places: &known.places,
        uses: &known.planned_uses,
        refusals: &known.refusals,
        same_months,
    });
    let PlanFigures { places, uses: planned_uses, of_split, of_use } = compute_plan(&plan, known);
    let at = PLAN_PLACES.at(&[sheet.id]);
    for refusal in of_split.iter().chain(&of_use) {
        let place = refused_cell(at, RowId(refusal.at), &refusal.fault, Place::Name);
        refuse(&mut problems, place, &refusal.fault, refusal.inputs);
    }
    for found in &places {
        let said = found.lacks.iter().map(|lack| {
            let (column, kind) = said_of(*lack);
            Problem { place: at.cell(RowId(found.key), column), kind }
        });
        problems.extend(said);
    }
    let within = plan.places.iter().map(|place| place.within).collect();
    PlanResults {
        places,
        planned_uses,
        place_of_use,
        within,
        problems,
        read,
        uses,
        taken,
        refusals: of_split,
    }
}

/// Of each place, whether the row of its months is the one that it was, or there is none as before.
fn same_months(
    plan: &RegionPlan,
    known: &PlanResults,
    uses: &[ReadUse],
    place_of_use: &[(u32, usize)],
) -> Vec<bool> {
    let rows = |uses: &[ReadUse], place_of_use: &[(u32, usize)]| {
        let by_row: HashMap<u32, *const Row> =
            uses.iter().map(|one| (one.row.id.0, Arc::as_ptr(&one.row))).collect();
        let mut rows = vec![None; plan.places.len()];
        for (key, place) in place_of_use {
            rows[*place] = by_row.get(key).copied();
        }
        rows
    };
    let (now, before) = (rows(uses, place_of_use), rows(&known.uses, &known.place_of_use));
    now.iter().zip(&before).map(|(now, before)| now == before).collect()
}

/// Where and how it is said what a place lacks.
fn said_of(lack: PlaceLack) -> (Place, ProblemKind) {
    match lack {
        PlaceLack::Plan => (Place::Plan, ProblemKind::Blank),
        PlaceLack::Rule => (Place::Rule, ProblemKind::NoKind),
        PlaceLack::Basis(SplitRule::Present | SplitRule::Hand) => (Place::Present, ProblemKind::Blank),
        PlaceLack::Basis(SplitRule::Quota) => (Place::Quota, ProblemKind::Blank),
        PlaceLack::Basis(SplitRule::Weight) => (Place::Weight, ProblemKind::Blank),
        PlaceLack::Above { by, source } => {
            let column = source.and_then(|source| SOURCES.get(source).copied());
            (column.unwrap_or(Place::Plan), ProblemKind::PlansAboveParent { by })
        }
        PlaceLack::Sources { together } => (Place::Plan, ProblemKind::DetailDisagrees { computed: together }),
        PlaceLack::Season => (Place::Use, ProblemKind::NoSeason),
    }
}

/// Where each name stands among the filled rows of places.
pub(super) fn names_of(sheet: &Row) -> HashMap<&str, usize> {
    let mut names: HashMap<&str, usize> = HashMap::new();
    for (place, (_, row)) in filled(sheet.rows(&PLAN_PLACES)).enumerate() {
        names.entry(row[Place::Name].trim()).or_insert(place);
    }
    names.remove("");
    names
}

/// Reads the places, with everything that is wrong with them.
fn read_places(sheet: &Row, taken: &[Taken]) -> (Vec<PlanPlace>, Vec<Problem>) {
    let (mut places, mut problems) = (Vec::new(), Vec::new());
    let at = PLAN_PLACES.at(&[sheet.id]);
    let rows: Vec<(usize, &Row)> = filled(sheet.rows(&PLAN_PLACES)).collect();
    let duplicates = twice(rows.iter().map(|(_, row)| &row[Place::Name]));
    let names = names_of(sheet);
    for (place, (index, row)) in rows.iter().enumerate() {
        let mut cells = Cells::new(at, row, label(&row[Place::Name], *index), &mut problems);
        match cells.text(Place::Name) {
            "" => cells.report(Place::Name, ProblemKind::NoName),
            name if duplicates.contains(name) => cells.report(Place::Name, ProblemKind::DuplicateName),
            _ => {}
        }
        let within = match cells.text(Place::Within) {
            "" => None,
            name => {
                let found = names.get(name).copied();
                match found {
                    None => cells.report(Place::Within, ProblemKind::NoSuchPlace),
                    Some(parent) if parent == place => {
                        cells.report(Place::Within, ProblemKind::PlaceWithinItself)
                    }
                    Some(_) => {}
                }
                found.filter(|parent| *parent != place)
            }
        };
        let quota = cells.number(Place::Quota).zip(cells.number(Place::Count));
        // A choice that is none leaves what is read after it incomplete.
        let (water_use, rule) = (cells.choice(Place::Use), cells.choice(Place::Rule));
        let reserve = cells.number(Place::Reserve);
        let (present, lacks_present) = present(&mut cells, taken::of_row(taken, row.id));
        let one = PlanPlace {
            key: row.id.0,
            within,
            water_use,
            rule,
            reserve,
            present,
            quota,
            weight: cells.number(Place::Weight),
            plan: cells.number(Place::Plan),
            by_source: SOURCES.map(|source| cells.number(source)),
            lacks_source: SOURCES.iter().any(|source| cells.is_unreadable(*source)),
            price: cells.number(Place::Price),
            lacks: cells.lacks() || lacks_present,
            ..PlanPlace::default()
        };
        places.push(one);
    }
    break_circles(&mut places, sheet, &mut problems);
    (places, problems)
}

/// 现状用水: what was typed, else what is taken from the ledger; and whether what should have been taken is not there.
fn present(cells: &mut Cells<'_>, taken: Option<&Result<Figure, NotTaken>>) -> (Option<Figure>, bool) {
    let typed = cells.number(Place::Present);
    let is_blank = typed.is_none() && !cells.is_unreadable(Place::Present);
    match taken {
        None => (typed, false),
        Some(Err(lack)) => {
            if let Some(problem) = lack.problem() {
                cells.report(Place::TakenFrom, problem);
            }
            (typed, is_blank)
        }
        Some(Ok(taken)) if is_blank => (Some(taken.clone()), false),
        Some(Ok(taken)) => {
            let computed = taken.value();
            let differs =
                |typed: &Figure| (typed.value() - computed).abs() > DETAIL_AGREEMENT * computed.max(1e-9);
            if typed.as_ref().is_some_and(differs) {
                cells.report(Place::Present, ProblemKind::TakenDisagrees { computed });
            }
            (typed, false)
        }
    }
}

/// Says of places that stand within each other in a circle, and lets each stand for itself.
fn break_circles(places: &mut [PlanPlace], sheet: &Row, problems: &mut Vec<Problem>) {
    let at = PLAN_PLACES.at(&[sheet.id]);
    // 0: not looked at, 1: on the way up that is being gone, 2: its way up ends.
    let mut seen = vec![0_u8; places.len()];
    for start in 0..places.len() {
        let mut way = Vec::new();
        let mut next = Some(start);
        while let Some(place) = next.filter(|place| seen[*place] == 0) {
            seen[place] = 1;
            way.push(place);
            next = places[place].within;
        }
        if let Some(again) = next.filter(|place| seen[*place] == 1) {
            places[again].within = None;
            let place = at.cell(RowId(places[again].key), Place::Within);
            problems.push(Problem { place, kind: ProblemKind::PlaceWithinItself });
        }
        way.into_iter().for_each(|place| seen[place] = 2);
    }
}

/// Reads the months of places; rows that are still the same as they were before are taken over.
fn read_uses(sheet: &Row, before: Option<&PlanResults>) -> Vec<ReadUse> {
    let at = PLACE_USES.at(&[sheet.id]);
    let known: HashMap<RowId, &ReadUse> =
        before.map_or_else(HashMap::new, |known| known.uses.iter().map(|one| (one.row.id, one)).collect());
    let rows = sheet.rows(&PLACE_USES).iter().enumerate().filter(|(_, row)| !row.is_blank());
    let read = |(index, row): (usize, &Arc<Row>)| {
        let name = label(&row[Use::Name], index);
        let is_same = |known: &&&ReadUse| Arc::ptr_eq(&known.row, row) && known.name == name;
        if let Some(known) = known.get(&row.id).filter(is_same) {
            return ReadUse::clone(known);
        }
        let mut problems = Vec::new();
        let mut cells = Cells::new(at, row, name.clone(), &mut problems);
        let until_now = until_now(&mut cells);
        ReadUse { row: Arc::clone(row), name, until_now, lacks: cells.lacks(), problems }
    };
    rows.map(read).collect()
}

/// What a row of months and quarters says was used until now: the months, or the quarter where not all of its months are there.
fn until_now(cells: &mut Cells<'_>) -> Option<UsedUntilNow> {
    let months = MONTHS.map(|month| cells.number(month));
    let quarters = QUARTERS.map(|quarter| cells.number(quarter));
    let last_of_quarters = quarters.iter().rposition(Option::is_some).map(|quarter| 3 * quarter + 2);
    let last = months.iter().rposition(Option::is_some).max(last_of_quarters)?;
    let mut amounts = Vec::new();
    for (place, (months, quarter)) in months.chunks(3).zip(quarters).enumerate() {
        let known = months.iter().flatten().count();
        match quarter {
            Some(quarter) if known < months.len() => amounts.push(Some(quarter)),
            quarter => {
                let sum: f64 = months.iter().flatten().map(Figure::value).sum();
                let differs = |typed: &Figure| (typed.value() - sum).abs() > DETAIL_AGREEMENT * sum.max(1e-9);
                if quarter.as_ref().is_some_and(differs) {
                    cells.report(QUARTERS[place], ProblemKind::DetailDisagrees { computed: sum });
                }
                amounts.extend(months.iter().take((last + 1).saturating_sub(3 * place)).cloned());
            }
        }
    }
    Some(UsedUntilNow { last, amounts })
}

/// What the price is multiplied with above plan.
fn read_tiers(sheet: &Row, problems: &mut Vec<Problem>) -> Vec<(Option<Figure>, Figure)> {
    let tiers = each(sheet, &PLAN_TIERS, problems, |cells, _| {
        cells.ask(Tier::Multiplier, ProblemKind::Blank);
        (cells.number(Tier::Upto), cells.number(Tier::Multiplier))
    });
    // Without one of its multipliers there is no price above plan.
    let known = tiers.into_iter().map(|(upto, multiplier)| Some((upto, multiplier?)));
    known.collect::<Option<_>>().unwrap_or_default()
}

/// Puts months to their places; answers which place each row is of.
fn place_uses(
    sheet: &Row,
    plan: &mut RegionPlan,
    uses: &[ReadUse],
    problems: &mut Vec<Problem>,
) -> Vec<(u32, usize)> {
    let at = PLACE_USES.at(&[sheet.id]);
    let names = names_of(sheet);
    let mut rows = Vec::new();
    for one in uses {
        problems.extend(one.problems.iter().cloned());
        let mut say = |kind| problems.push(Problem { place: at.cell(one.row.id, Use::Name), kind });
        let Some(place) = names.get(one.row[Use::Name].trim()).copied() else {
            say(ProblemKind::NoSuchPlace);
            continue;
        };
        let known = &mut plan.places[place];
        if known.is_reported {
            say(ProblemKind::Repeated);
            continue;
        }
        (known.until_now, known.is_reported, known.lacks_month) = (one.until_now.clone(), true, one.lacks);
        rows.push((one.row.id.0, place));
    }
    rows
}

fn read_seasons(sheet: &Row, plan: &mut RegionPlan, problems: &mut Vec<Problem>) {
    let at = SEASON_SHARES.at(&[sheet.id]);
    for (_, row) in filled(sheet.rows(&SEASON_SHARES)) {
        let mut cells = Cells::new(at, row, row[Season::Use].trim().to_string(), problems);
        let water_use = cells.choice::<WaterUse>(Season::Use);
        if water_use.is_none() {
            cells.ask(Season::Use, ProblemKind::NoKind);
        }
        let mut shares: [Option<Figure>; 12] = SHARES.map(|month| {
            let share = cells.number(month);
            // A month that is blank takes nothing.
            share.or_else(|| (!cells.is_unreadable(month)).then(|| cells.figure(month, NOTHING, 0.0)))
        });
        let Some(water_use) = water_use else { continue };
        if plan.seasons.contains_key(&water_use) {
            cells.report(Season::Use, ProblemKind::Repeated);
            continue;
        }
        if shares.iter().flatten().all(|share| share.value() == 0.0) {
            cells.report(Season::Use, ProblemKind::Blank);
            shares = Default::default();
        }
        plan.seasons.insert(water_use, shares);
    }
}

/// What a month takes that is not typed.
const NOTHING: Quantity = Quantity { value: 0.0, unit: Unit::Percent };

impl PlanResults {
    /// The topmost place, the first where there are several.
    pub fn top(&self) -> Option<&PlaceFigures> {
        self.places.get(self.within.iter().position(Option::is_none)?)
    }

    /// What each row of months comes to, by the mark of the row.
    pub fn of_uses(&self) -> HashMap<u32, &PlaceFigures> {
        self.place_of_use.iter().filter_map(|(key, place)| Some((*key, self.places.get(*place)?))).collect()
    }
}
