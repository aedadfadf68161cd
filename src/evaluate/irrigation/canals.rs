//! A district's canals: names become a tree, cells become figures.

use std::collections::{HashMap, HashSet};

use crate::catalog;
use crate::evaluate::cells::{Cells, filled, label, refused_cell, twice};
use crate::evaluate::problem::{Problem, ProblemKind, refuse};
use crate::irrigation::{CanalNetwork, CanalReach, Lining, NetworkFigures, Soil, WHOLE, compute_network};
use crate::ledger::{CANALS, CanalColumn, DISTRICTS, DistrictColumn, Row, RowId};
use crate::metric::Figure;
use crate::quantity::{Quantity, Unit};
use crate::text::{Coded, Words};

/// What a district's canals come to, and everything that is wrong or odd with them.
pub(super) fn evaluate_canals(year: RowId, district: &Row) -> (NetworkFigures, Vec<Problem>) {
    let table = CANALS.at(&[year, district.id]);
    let mut problems = Vec::new();
    let rows: Vec<(usize, &Row)> = filled(district.rows(&CANALS)).collect();
    let tree = Tree::of(&rows);
    let feeders: HashSet<usize> = tree.upstream.iter().flatten().copied().collect();
    let mut canals = Vec::new();
    for (place, (index, row)) in rows.iter().enumerate() {
        let mut cells = Cells::new(table, row, label(&row[CanalColumn::Name], *index), &mut problems);
        if tree.duplicates.contains(row[CanalColumn::Name].trim()) {
            cells.report(CanalColumn::Name, ProblemKind::DuplicateName);
        }
        if let Some(problem) = &tree.problems[place] {
            cells.report(CanalColumn::Upstream, problem.clone());
        }
        if !feeders.contains(&place) {
            cells.ask(CanalColumn::Delivery, ProblemKind::Blank);
        }
        canals.push(reach(&mut cells, row, tree.upstream[place], tree.problems[place].is_some()));
    }
    let name = district[DistrictColumn::Name].trim().to_string();
    let mut of_district = Cells::apart(DISTRICTS.at(&[year]), district, name, &mut problems);
    let network = CanalNetwork {
        canals,
        field_efficiency: of_district.number(DistrictColumn::FieldEfficiency),
        days: of_district.number(DistrictColumn::CanalDays),
    };
    let figures = compute_network(&network);
    for refusal in figures.refusals.iter().filter(|refusal| refusal.at != WHOLE) {
        let (row, delivery) = (RowId(refusal.at), CanalColumn::Delivery);
        let place = refused_cell(table, row, &refusal.fault, delivery);
        refuse(&mut problems, place, &refusal.fault, refusal.inputs);
    }
    (figures, problems)
}

fn reach(cells: &mut Cells<'_>, row: &Row, upstream: Option<usize>, left_out: bool) -> CanalReach {
    use CanalColumn as At;
    let soil = cells.choice::<Soil>(At::Soil).and_then(soil_figures);
    let lining = cells.choice::<Lining>(At::Lining);
    let mut positive = |column: At| cells.number(column);
    let (length, delivery) = (positive(At::Length), positive(At::Delivery));
    let (inflow, outflow) = (positive(At::Inflow), positive(At::Outflow));
    let groundwater_factor = positive(At::GroundwaterFactor);
    let typed_factor = cells.number(At::LiningFactor);
    CanalReach {
        key: row.id.0,
        upstream,
        left_out,
        lacks: cells.lacks(),
        length,
        delivery,
        soil,
        lining_factor: typed_factor.or_else(|| lining.and_then(lining_figure)),
        groundwater_factor,
        inflow,
        outflow,
    }
}

/// A and m of a soil, from the catalogue.
fn soil_figures(soil: Soil) -> Option<(Figure, Figure)> {
    let table = &catalog::CANAL_SOIL;
    Some((table.at(soil.code(), "a")?.figure(), table.at(soil.code(), "m")?.figure()))
}

/// The β of a canal of which none was typed: that of its lining, 1 of bare earth.
pub(in crate::evaluate) fn factor_of_lining(canal: &Row) -> f64 {
    let lining = Lining::from_typed(&canal[CanalColumn::Lining]);
    lining.and_then(lining_figure).map_or(1.0, |figure| figure.value())
}

/// The middle of the range that the catalogue gives for a kind of lining; none for a canal without.
fn lining_figure(lining: Lining) -> Option<Figure> {
    let table = &catalog::CANAL_LINING;
    let (low, high) = (table.at(lining.code(), "low")?, table.at(lining.code(), "high")?);
    let name = Words::new("防渗系数 β（取范围中值）", "Lining factor β, middle of its range");
    Some(Figure::reference(Quantity::new((low.value + high.value) / 2.0, Unit::One), name, low.source))
}

/// Which canal feeds which.
struct Tree<'r> {
    upstream: Vec<Option<usize>>,
    problems: Vec<Option<ProblemKind>>,
    duplicates: HashSet<&'r str>,
}

impl<'r> Tree<'r> {
    fn of(rows: &[(usize, &'r Row)]) -> Tree<'r> {
        let mut places = HashMap::new();
        for (place, (_, row)) in rows.iter().enumerate() {
            places.entry(row[CanalColumn::Name].trim()).or_insert(place);
        }
        let mut problems = vec![None; rows.len()];
        let mut upstream = vec![None; rows.len()];
        for (place, (_, row)) in rows.iter().enumerate() {
            match row[CanalColumn::Upstream].trim() {
                "" => {}
                name => match places.get(name) {
                    Some(feeder) => upstream[place] = Some(*feeder),
                    None => problems[place] = Some(ProblemKind::UnknownCanal),
                },
            }
        }
        for (place, problem) in problems.iter_mut().enumerate() {
            if is_its_own_feeder(&upstream, place) {
                *problem = Some(ProblemKind::FeedsItself);
            }
        }
        Tree { upstream, problems, duplicates: twice(rows.iter().map(|(_, row)| &row[CanalColumn::Name])) }
    }
}

/// Whether the way upstream comes back to where it began.
fn is_its_own_feeder(upstream: &[Option<usize>], place: usize) -> bool {
    let mut at = upstream[place];
    for _ in 0..upstream.len() {
        match at {
            Some(feeder) if feeder == place => return true,
            Some(feeder) => at = upstream[feeder],
            None => return false,
        }
    }
    false
}
