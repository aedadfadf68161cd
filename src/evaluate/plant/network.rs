//! Supplies, units and flows become one network. Each filled cell of the units' table is a flow of its own.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::intakes::INTAKES;
use super::results::{PeriodResults, RowAt};
use crate::evaluate::cells::{Cells, filled, label, twice};
use crate::evaluate::problem::{Problem, ProblemKind};
use crate::industry::{CirculationKind, SupplyClass, SupplyKind, WaterUnitKind};
use crate::ledger::{
    Column, FLOWS, FlowColumn, Place, Row, SUPPLIES, SupplyColumn, TableAt, TableSpec, WATER_UNITS,
    WaterUnitColumn,
};
use crate::metering::RecordKind;
use crate::metric::Figure;
use crate::plant::{BoundaryFlow, FlowEnd, PlaceKind, PlantFlow, PlantPlace, SummaryUnit};
use crate::text::Coded;
use crate::water::total;

/// The network of a sheet, with where each of its parts was typed.
pub(super) struct Network<'s> {
    pub places: Vec<PlantPlace>,
    pub flows: Vec<PlantFlow>,
    pub levels: Vec<SummaryUnit>,
    pub place_rows: Vec<Option<RowAt>>,
    pub flow_cells: Vec<Option<Place>>,
    /// The places by what they are called.
    pub by_name: HashMap<&'s str, usize>,
}

/// What stands in the cell of an amount.
enum Amount {
    Blank,
    /// A question mark: to be found from the balance.
    Unknown,
    Known(Figure),
}

/// The cells that are water leaving the plant.
const LEAVING: [(WaterUnitColumn, BoundaryFlow); 3] = [
    (WaterUnitColumn::Consumption, BoundaryFlow::Consumption),
    (WaterUnitColumn::Discharge, BoundaryFlow::Discharge),
    (WaterUnitColumn::Leakage, BoundaryFlow::Leakage),
];

/// The network, and everything that is wrong or odd in its tables.
pub(super) fn read_network<'s>(
    sheet: &'s Row,
    before: Option<(&Row, &PeriodResults)>,
    problems: &mut Vec<Problem>,
) -> Network<'s> {
    let mut typed = TypedNetwork {
        sheet,
        network: Network {
            places: Vec::new(),
            flows: Vec::new(),
            levels: Vec::new(),
            place_rows: Vec::new(),
            flow_cells: Vec::new(),
            by_name: HashMap::new(),
        },
        pools: HashMap::new(),
        levels: HashSet::new(),
        problems,
    };
    let first = typed.problems.len();
    typed.supplies();
    typed.units();
    typed.flows(&known_amounts(sheet, before));
    if typed.problems[first..].iter().any(|problem| problem.kind.leaves_out()) {
        typed.network.lacks();
    }
    typed.network
}

impl Network<'_> {
    /// Says of all its water that some is missing: in a balance each amount rests on the others.
    fn lacks(&mut self) {
        let amounts = self.flows.iter_mut().map(|flow| &mut flow.amount);
        let circulations = self.places.iter_mut().map(|place| &mut place.circulation);
        amounts.for_each(|amount| *amount = amount.take().map(Figure::incomplete));
        circulations.for_each(|of| *of = of.take().map(|(amount, kind)| (amount.incomplete(), kind)));
        self.levels.iter_mut().for_each(|level| level.metered = level.metered.take().map(Figure::incomplete));
    }
}

/// The amount of each row of the flows' table, where the row is still the one that was read before.
fn known_amounts<'b>(sheet: &Row, before: Option<(&'b Row, &'b PeriodResults)>) -> Vec<Option<&'b Figure>> {
    let Some((was, results)) = before else { return Vec::new() };
    let amount = |(cell, flow): (&Option<Place>, &'b PlantFlow)| {
        let cell = cell.filter(|cell| cell.table.spec == &FLOWS)?;
        // One that was incomplete for another row's sake is read again.
        Some((cell.row, flow.amount.as_ref().filter(|amount| !amount.is_incomplete())?))
    };
    // Both stand in the order of the table.
    let mut amounts = results.flow_cells.iter().zip(&results.plant.flows).filter_map(amount).peekable();
    let known = |(was, is): (&Arc<Row>, &Arc<Row>)| {
        let (_, amount) = amounts.next_if(|(row, _)| *row == was.id)?;
        Arc::ptr_eq(was, is).then_some(amount)
    };
    was.rows(&FLOWS).iter().zip(sheet.rows(&FLOWS)).map(known).collect()
}

struct TypedNetwork<'s, 'p> {
    sheet: &'s Row,
    network: Network<'s>,
    /// The place that stands for all sources of a class.
    pools: HashMap<SupplyClass, usize>,
    /// The names of units that stand for others.
    levels: HashSet<&'s str>,
    problems: &'p mut Vec<Problem>,
}

impl<'s> TypedNetwork<'s, '_> {
    fn table(&self, table: &'static TableSpec) -> TableAt {
        table.at(&[self.sheet.id])
    }

    fn place(&mut self, place: PlantPlace, row: Option<RowAt>) -> usize {
        self.network.places.push(place);
        self.network.place_rows.push(row);
        self.network.places.len() - 1
    }

    fn flow(&mut self, from: FlowEnd, to: FlowEnd, amount: Amount, record: RecordKind, cell: Option<Place>) {
        let amount = match amount {
            Amount::Blank => return,
            Amount::Unknown => None,
            Amount::Known(figure) => Some(figure),
        };
        self.network.flows.push(PlantFlow { from, to, amount, record });
        self.network.flow_cells.push(cell);
    }

    /// Sources. One that flows are taken from by name stands alone; the others of a class stand together, so that the
    /// cells of the units' table need not say which of them the water came from.
    fn supplies(&mut self) {
        let named: HashSet<&str> =
            self.sheet.rows(&FLOWS).iter().map(|flow| flow[FlowColumn::From].trim()).collect();
        let mut of_class: HashMap<SupplyClass, usize> = HashMap::new();
        for row in self.sheet.rows(&SUPPLIES).iter().filter(|row| !row.is_blank()) {
            let class = SupplyKind::from_typed(&row[SupplyColumn::Kind])
                .map_or(SupplyClass::Other, SupplyKind::class);
            *of_class.entry(class).or_default() += 1;
        }
        for (index, row) in filled(self.sheet.rows(&SUPPLIES)) {
            self.supply(index, row, &named, &of_class);
        }
    }

    fn supply(
        &mut self,
        index: usize,
        row: &'s Row,
        named: &HashSet<&str>,
        of_class: &HashMap<SupplyClass, usize>,
    ) {
        use SupplyColumn as At;
        let (table, name) = (self.table(&SUPPLIES), row[At::Name].trim());
        let mut cells = Cells::apart(table, row, label(name, index), self.problems);
        if !name.is_empty() && self.network.by_name.contains_key(name) {
            return cells.report(At::Name, ProblemKind::Repeated);
        }
        let kind = cells.choice::<SupplyKind>(At::Kind);
        cells.ask(At::Kind, ProblemKind::NoKind);
        let record = record(&mut cells, At::Record);
        let mut amount = amount(&mut cells, At::Amount);
        let sold = self::amount(&mut cells, At::Sold);
        if matches!(amount, Amount::Blank) {
            amount = Amount::Unknown;
        }
        let class = kind.map_or(SupplyClass::Other, SupplyKind::class);
        let is_only = of_class.get(&class) == Some(&1);
        let at = RowAt { table: &SUPPLIES, row: row.id };
        let place = match self.pools.get(&class) {
            Some(pool) if !named.contains(name) => *pool,
            _ => {
                let name = label(name, index);
                let place =
                    PlantPlace { name, kind: PlaceKind::Supply(class), circulation: None, is_part: false };
                self.place(place, Some(at))
            }
        };
        if is_only || !named.contains(name) {
            self.pools.entry(class).or_insert(place);
        }
        if !name.is_empty() {
            self.network.by_name.insert(name, place);
        }
        let cell = |column: At| Some(table.cell(row.id, column));
        let here = FlowEnd::Place(place);
        self.flow(FlowEnd::Outside(BoundaryFlow::Intake), here, amount, record, cell(At::Amount));
        self.flow(here, FlowEnd::Outside(BoundaryFlow::Sold), sold, record, cell(At::Sold));
    }

    /// The place of a class of sources; one that no row names comes into being with the first cell that takes from it.
    fn pool(&mut self, class: SupplyClass) -> usize {
        if let Some(pool) = self.pools.get(&class) {
            return *pool;
        }
        let name = String::new();
        let place = PlantPlace { name, kind: PlaceKind::Supply(class), circulation: None, is_part: false };
        let pool = self.place(place, None);
        self.pools.insert(class, pool);
        let intake = FlowEnd::Outside(BoundaryFlow::Intake);
        self.flow(intake, FlowEnd::Place(pool), Amount::Unknown, RecordKind::Calculated, None);
        pool
    }

    fn units(&mut self) {
        let rows: Vec<(usize, &Row)> = filled(self.sheet.rows(&WATER_UNITS)).collect();
        let duplicates = twice(rows.iter().map(|(_, row)| &row[WaterUnitColumn::Name]));
        let parents = self.parents(&rows);
        self.levels =
            parents.iter().flatten().map(|parent| rows[*parent].1[WaterUnitColumn::Name].trim()).collect();
        let is_level: HashSet<usize> = parents.iter().flatten().copied().collect();
        let mut places = vec![None; rows.len()];
        let mut metered = vec![None; rows.len()];
        for (at, (index, row)) in rows.iter().enumerate() {
            if is_level.contains(&at) {
                metered[at] = self.level(*index, row);
            } else {
                places[at] = Some(self.unit(*index, row, &duplicates, parents[at].is_some()));
            }
        }
        for (at, (index, row)) in rows.iter().enumerate().filter(|(at, _)| is_level.contains(at)) {
            let belongs = |part: &usize| ancestors(&parents, *part).any(|ancestor| ancestor == at);
            let parts = (0..rows.len()).filter(belongs).filter_map(|part| places[part]).collect();
            let name = label(&row[WaterUnitColumn::Name], *index);
            self.network.levels.push(SummaryUnit { name, metered: metered[at].take(), parts });
        }
    }

    /// Which unit each belongs to.
    fn parents(&mut self, rows: &[(usize, &'s Row)]) -> Vec<Option<usize>> {
        let mut by_name = HashMap::new();
        for (at, (_, row)) in rows.iter().enumerate() {
            by_name.entry(row[WaterUnitColumn::Name].trim()).or_insert(at);
        }
        let mut parents: Vec<Option<usize>> = vec![None; rows.len()];
        for (at, (_, row)) in
            rows.iter().enumerate().filter(|(_, (_, row))| !row[WaterUnitColumn::Within].trim().is_empty())
        {
            let kind = match by_name.get(row[WaterUnitColumn::Within].trim()) {
                None => ProblemKind::UnknownUnit,
                Some(parent) if *parent == at || ancestors(&parents, *parent).any(|above| above == at) => {
                    ProblemKind::WithinItself
                }
                Some(parent) => {
                    parents[at] = Some(*parent);
                    continue;
                }
            };
            let place = self.table(&WATER_UNITS).cell(row.id, WaterUnitColumn::Within);
            self.problems.push(Problem { place, kind });
        }
        parents
    }

    /// The water that enters a unit which stands for others, by its own meters.
    fn level(&mut self, index: usize, row: &'s Row) -> Option<Figure> {
        let table = self.table(&WATER_UNITS);
        let mut cells = Cells::apart(table, row, label(&row[WaterUnitColumn::Name], index), self.problems);
        let known = INTAKES.map(|(column, _)| match amount(&mut cells, column) {
            Amount::Known(figure) => Some(figure),
            Amount::Blank | Amount::Unknown => None,
        });
        total(known.into_iter().flatten())
    }

    fn unit(&mut self, index: usize, row: &'s Row, duplicates: &HashSet<&str>, is_part: bool) -> usize {
        use WaterUnitColumn as At;
        let (table, name) = (self.table(&WATER_UNITS), row[At::Name].trim());
        let mut cells = Cells::apart(table, row, label(name, index), self.problems);
        if name.is_empty() {
            cells.report(At::Name, ProblemKind::NoName);
        } else if duplicates.contains(name) || self.network.by_name.contains_key(name) {
            cells.report(At::Name, ProblemKind::DuplicateName);
        }
        let kind = cells.choice::<WaterUnitKind>(At::Kind);
        cells.ask(At::Kind, ProblemKind::NoKind);
        let record = record(&mut cells, At::Record);
        let circulation = cells.number(At::Circulation);
        let purpose = cells.choice::<CirculationKind>(At::CirculationKind);
        let fresh = INTAKES.map(|(column, class)| (column, class, amount(&mut cells, column)));
        let leaving = LEAVING.map(|(column, outside)| (column, outside, amount(&mut cells, column)));
        let place = PlantPlace {
            name: label(name, index),
            kind: PlaceKind::Unit(kind.unwrap_or(WaterUnitKind::Main)),
            circulation: circulation.map(|amount| (amount, purpose.unwrap_or(CirculationKind::Other))),
            is_part,
        };
        let place = self.place(place, Some(RowAt { table: &WATER_UNITS, row: row.id }));
        if !name.is_empty() {
            self.network.by_name.entry(name).or_insert(place);
        }
        let (here, cell) = (FlowEnd::Place(place), |column: At| Some(table.cell(row.id, column)));
        for (column, class, amount) in fresh {
            if !matches!(amount, Amount::Blank) {
                let pool = FlowEnd::Place(self.pool(class));
                self.flow(pool, here, amount, record, cell(column));
            }
        }
        for (column, outside, amount) in leaving {
            self.flow(here, FlowEnd::Outside(outside), amount, record, cell(column));
        }
        if kind == Some(WaterUnitKind::Outfall) && row[At::Discharge].trim().is_empty() {
            // What an outfall takes in leaves the plant, measured there or not.
            let outside = FlowEnd::Outside(BoundaryFlow::Discharge);
            self.flow(here, outside, Amount::Unknown, RecordKind::Calculated, cell(At::Discharge));
        }
        place
    }

    fn flows(&mut self, known: &[Option<&Figure>]) {
        for (index, row) in filled(self.sheet.rows(&FLOWS)) {
            self.typed_flow(index, row, known.get(index).copied().flatten());
        }
    }

    fn typed_flow(&mut self, index: usize, row: &'s Row, known: Option<&Figure>) {
        use FlowColumn as At;
        let table = self.table(&FLOWS);
        let (from, to) = (self.end(&row[At::From]), self.end(&row[At::To]));
        let name = || match (row[At::From].trim(), row[At::To].trim()) {
            ("", "") => label("", index),
            (from, to) => format!("{from} → {to}"),
        };
        // Only a figure that is made here is called so.
        let mut cells = Cells::apart(table, row, known.map_or_else(name, |_| String::new()), self.problems);
        let mut end =
            |column: At, end: Result<usize, ProblemKind>| end.map_err(|kind| cells.report(column, kind)).ok();
        let (from, to) = (end(At::From, from), end(At::To, to));
        let record = record(&mut cells, At::Record);
        let known = known.cloned().map(Amount::Known);
        let mut amount = known.unwrap_or_else(|| amount(&mut cells, At::Amount));
        if matches!(amount, Amount::Blank) && cells.text(At::Amount).is_empty() {
            amount = Amount::Unknown;
        }
        let (Some(from), Some(to)) = (from, to) else { return };
        if from == to {
            return cells.report(At::To, ProblemKind::FlowToItself);
        }
        if matches!(self.network.places[to].kind, PlaceKind::Supply(_)) {
            return cells.report(At::To, ProblemKind::FlowIntoSupply);
        }
        let cell = table.cell(row.id, At::Amount);
        self.flow(FlowEnd::Place(from), FlowEnd::Place(to), amount, record, Some(cell));
    }

    fn end(&self, name: &str) -> Result<usize, ProblemKind> {
        match name.trim() {
            "" => Err(ProblemKind::Blank),
            name if self.levels.contains(name) => Err(ProblemKind::FlowAtLevel),
            name => self.network.by_name.get(name).copied().ok_or(ProblemKind::UnknownPlace),
        }
    }
}

/// The units above one, from the nearest on.
fn ancestors(parents: &[Option<usize>], of: usize) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(parents[of], |above| parents[*above])
}

fn amount(cells: &mut Cells<'_>, column: impl Column) -> Amount {
    match cells.text(column) {
        "" => Amount::Blank,
        "?" | "？" => Amount::Unknown,
        _ => cells.number(column).map_or(Amount::Blank, Amount::Known),
    }
}

/// How the amounts of a row are known; metered where nothing is said.
fn record(cells: &mut Cells<'_>, column: impl Column) -> RecordKind {
    cells.choice(column).unwrap_or(RecordKind::Metered)
}
