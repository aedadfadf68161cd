//! 水平衡测试统计, what each unit takes in, uses again and gives out, and the same for the plant.

use super::formulas::{gap, part_of, residual, reuse_rate, reused, total_use};
use super::model::VOLUME;
use super::{Amount, BoundaryFlow, FlowEnd, Origins, PlaceKind, Plant, SummaryUnit};
use crate::industry::{CirculationKind, IntakeConvention, SupplyClass, WaterUnitKind};
use crate::metric::Figure;
use crate::text::Coded;
use crate::water::{total, total_of};

/// The water of the whole plant.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    /// Which water counts as intake; none where that cannot be read.
    pub convention: Option<IntakeConvention>,
    /// 取水量 as the convention has it, less what was sold on.
    pub intake: Option<Figure>,
    /// Conventional water and bought water products, less what was sold on.
    pub conventional: Option<Figure>,
    /// 非常规水资源取水量.
    pub nonconventional: Option<Figure>,
    /// 新水量, of any source.
    pub fresh: Option<Figure>,
    /// 用水量, intake and reused water: what the reuse rate is a share of.
    pub total_use: Option<Figure>,
    /// The columns of the statistics sheet, over all units. What is discharged and lost is what leaves the plant.
    pub water: WaterStatistics,
}

/// A unit that stands for others: its own meter against those below.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryFigures {
    /// The fresh water of its units.
    pub parts: Option<Figure>,
    /// What its own meter shows less what its units take.
    pub closure: BalanceState,
}

/// The water of a unit, of a kind of units, or of the plant, in the columns of the statistics sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WaterStatistics {
    /// 新水量 by class of source, in the order of [`SupplyClass::ALL`].
    pub fresh: [Option<Figure>; 5],
    /// 循环水量.
    pub circulated: Option<Figure>,
    /// 串联水量, used before elsewhere in the plant.
    pub cascaded: Option<Figure>,
    /// 回用水量, of the plant's own treated effluent.
    pub reclaimed: Option<Figure>,
    /// 重复利用水量.
    pub reused: Option<Figure>,
    /// 总用水量.
    pub total_use: Option<Figure>,
    /// 串联水量 handed on to other units.
    pub handed_on: Option<Figure>,
    /// 耗水量.
    pub consumed: Option<Figure>,
    /// 排水量: what leaves after use, to treatment or out of the plant.
    pub discharged: Option<Figure>,
    /// 漏失水量.
    pub leaked: Option<Figure>,
}

/// How a balance stands.
#[derive(Clone, Debug, PartialEq)]
pub enum BalanceState {
    /// Every amount was typed: what comes in less what goes out, and its share of what comes in.
    Tested {
        /// m³
        residual: Figure,
        /// %
        relative: Option<Figure>,
    },
    /// An amount of it was found from the balance itself, which therefore proves nothing.
    ByDifference,
    /// An amount of it is unknown.
    Unknown,
    /// Nothing flows.
    Empty,
}

impl BalanceState {
    /// Whether a tested balance is open by no more than a tolerance, in %.
    pub fn closes(&self, tolerance: f64) -> Option<bool> {
        match self {
            BalanceState::Tested { relative: Some(relative), .. } => {
                Some(relative.value().abs() <= tolerance)
            }
            BalanceState::Tested { residual, relative: None } => Some(residual.value() == 0.0),
            BalanceState::ByDifference | BalanceState::Unknown | BalanceState::Empty => None,
        }
    }

    /// By how many per cent a tested balance is open beyond a tolerance, in %; `None` where it closes or proves nothing.
    pub fn open_by(&self, tolerance: f64) -> Option<f64> {
        match self {
            _ if self.closes(tolerance) != Some(false) => None,
            BalanceState::Tested { relative: Some(relative), .. } => Some(relative.value().abs()),
            // Water goes out that never came in.
            _ => Some(100.0),
        }
    }
}

/// What a place comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceFigures {
    /// Its water.
    pub water: WaterStatistics,
    /// All that comes in.
    pub into: Option<Figure>,
    /// All that goes out.
    pub out: Option<Figure>,
    /// Its balance.
    pub closure: BalanceState,
    /// 重复利用率.
    pub reuse_rate: Option<Figure>,
}

/// A plant as it was before a change, and what its places came to.
#[derive(Clone, Copy)]
pub(super) struct PlacesBefore<'b> {
    pub(super) plant: &'b Plant,
    pub(super) amounts: &'b [Amount],
    pub(super) origins: &'b Origins,
    pub(super) places: &'b [PlaceFigures],
}

/// The water of each place. Places through which water only passes use none.
pub(super) fn places(
    plant: &Plant,
    amounts: &[Amount],
    origins: &Origins,
    before: Option<PlacesBefore<'_>>,
) -> Vec<PlaceFigures> {
    let before = before.filter(|before| plant.is_built_like(before.plant));
    let mut at: Vec<Sorted> = plant.places.iter().map(|_| Sorted::default()).collect();
    for (index, flow) in plant.flows.iter().enumerate() {
        if let FlowEnd::Place(to) = flow.to {
            at[to].enters(index);
        }
        if let FlowEnd::Place(from) = flow.from {
            at[from].leaves(index);
        }
    }
    let unchanged = |number: usize, sorted: &Sorted| {
        let was = before?;
        let is_same =
            |flow: &usize| was.amounts[*flow] == amounts[*flow] && was.origins.of(*flow) == origins.of(*flow);
        let is_still_so = was.plant.places[number].circulation == plant.places[number].circulation
            && sorted.into.iter().chain(&sorted.out).all(is_same);
        is_still_so.then(|| was.places[number].clone())
    };
    let place = |(number, sorted): (usize, &Sorted)| {
        if let Some(figures) = unchanged(number, sorted) {
            return figures;
        }
        let water = statistics(plant, number, sorted, amounts, origins);
        let (into, out) = (total(known(&sorted.into, amounts)), total(known(&sorted.out, amounts)));
        let closure = closure(sorted, amounts);
        PlaceFigures {
            reuse_rate: reuse_rate(water.reused.clone(), water.fresh_total()),
            water,
            into,
            out,
            closure,
        }
    };
    at.iter().enumerate().map(place).collect()
}

/// The flows of a place.
#[derive(Default)]
struct Sorted {
    into: Vec<usize>,
    out: Vec<usize>,
}

impl Sorted {
    fn enters(&mut self, flow: usize) {
        self.into.push(flow);
    }

    fn leaves(&mut self, flow: usize) {
        self.out.push(flow);
    }
}

/// The amounts that are known.
fn known(flows: &[usize], amounts: &[Amount]) -> Vec<Figure> {
    flows.iter().filter_map(|flow| amounts[*flow].figure().cloned()).collect()
}

fn closure(sorted: &Sorted, amounts: &[Amount]) -> BalanceState {
    let all = || sorted.into.iter().chain(&sorted.out).map(|flow| &amounts[*flow]);
    if all().next().is_none() {
        return BalanceState::Empty;
    }
    if all().any(|amount| matches!(amount, Amount::Unknown)) {
        return BalanceState::Unknown;
    }
    if all().any(|amount| matches!(amount, Amount::FromBalance(_))) {
        return BalanceState::ByDifference;
    }
    tested(known(&sorted.into, amounts), known(&sorted.out, amounts))
}

/// A balance of which every amount is known.
fn tested(into: Vec<Figure>, out: Vec<Figure>) -> BalanceState {
    match residual(into.clone(), out.clone()) {
        Some(residual) => BalanceState::Tested { residual, relative: gap(into, out) },
        None => BalanceState::Empty,
    }
}

fn statistics(
    plant: &Plant,
    number: usize,
    sorted: &Sorted,
    amounts: &[Amount],
    origins: &Origins,
) -> WaterStatistics {
    let PlaceKind::Unit(kind) = plant.places[number].kind else { return WaterStatistics::default() };
    let known = |flow: &usize| Some((*flow, amounts[*flow].figure()?.clone()));
    let into: Vec<(usize, Figure)> = sorted.into.iter().filter_map(known).collect();
    let out: Vec<(usize, Figure)> = sorted.out.iter().filter_map(known).collect();
    let came = |share: &dyn Fn(usize) -> f64| {
        total(into.iter().filter_map(|(flow, amount)| part_of(amount, share(*flow))))
    };
    let to_outside = |wanted: BoundaryFlow| {
        total(
            out.iter()
                .filter(|(flow, _)| plant.flows[*flow].to == FlowEnd::Outside(wanted))
                .map(|(_, f)| f.clone()),
        )
    };
    let goes_to = |flow: usize| match plant.flows[flow].to {
        FlowEnd::Place(place) => Some(plant.places[place].kind),
        FlowEnd::Outside(_) => None,
    };
    let is_waste =
        |kind: PlaceKind| matches!(kind, PlaceKind::Unit(WaterUnitKind::Wastewater | WaterUnitKind::Outfall));
    let handed = |wanted: bool| {
        out.iter()
            .filter(move |(flow, _)| goes_to(*flow).is_some_and(|kind| is_waste(kind) == wanted))
            .map(|(_, f)| f.clone())
    };
    let discharged = to_outside(BoundaryFlow::Discharge).into_iter().chain(handed(true));
    let mut found = WaterStatistics {
        handed_on: total(handed(false)),
        consumed: to_outside(BoundaryFlow::Consumption),
        discharged: total(discharged),
        leaked: to_outside(BoundaryFlow::Leakage),
        ..WaterStatistics::default()
    };
    if kind.is_use() {
        for (place, class) in SupplyClass::ALL.iter().enumerate() {
            found.fresh[place] = came(&|flow| origins.fresh(flow, *class));
        }
        found.cascaded = came(&|flow| origins.cascaded(flow));
        found.reclaimed = came(&|flow| origins.reclaimed(flow));
    }
    found.circulated = plant.places[number].circulation.as_ref().map(|(amount, _)| amount.clone());
    found.add_up();
    found
}

impl WaterStatistics {
    /// 重复利用水量 and 总用水量 from the rest.
    fn add_up(&mut self) {
        self.reused = reused([&self.circulated, &self.cascaded, &self.reclaimed]);
        self.total_use = total_use(self.fresh_total(), self.reused.clone());
    }

    /// All fresh water, non-conventional water included.
    pub fn fresh_total(&self) -> Option<Figure> {
        total(self.fresh.iter().flatten().cloned())
    }

    /// What the system must be made up with: all water that enters and did not go round in it.
    pub fn makeup(&self) -> Option<Figure> {
        total([self.fresh_total(), self.cascaded.clone(), self.reclaimed.clone()].into_iter().flatten())
    }

    /// The sum of several.
    pub fn sum<'s>(of: impl Iterator<Item = &'s WaterStatistics> + Clone) -> WaterStatistics {
        let column = |pick: &dyn Fn(&WaterStatistics) -> &Option<Figure>| {
            total(of.clone().filter_map(|one| pick(one).clone()))
        };
        let mut found = WaterStatistics {
            circulated: column(&|s| &s.circulated),
            cascaded: column(&|s| &s.cascaded),
            reclaimed: column(&|s| &s.reclaimed),
            handed_on: column(&|s| &s.handed_on),
            consumed: column(&|s| &s.consumed),
            discharged: column(&|s| &s.discharged),
            leaked: column(&|s| &s.leaked),
            ..WaterStatistics::default()
        };
        for class in 0..found.fresh.len() {
            found.fresh[class] = column(&|s| &s.fresh[class]);
        }
        found.add_up();
        found
    }
}

/// The sum over units in which water circulates for a purpose.
pub(super) fn of_circulation(
    plant: &Plant,
    places: &[PlaceFigures],
    kind: CirculationKind,
) -> WaterStatistics {
    let serves =
        |number: &usize| plant.places[*number].circulation.as_ref().is_some_and(|(_, found)| *found == kind);
    let all = (0..places.len()).filter(serves).map(|number| &places[number].water);
    WaterStatistics::sum(all)
}

/// The plant: every unit together, and what crosses its border.
pub(super) fn totals(plant: &Plant, amounts: &[Amount], places: &[PlaceFigures]) -> Totals {
    let at_border = |wanted: BoundaryFlow, of: &dyn Fn(SupplyClass) -> bool| {
        let crosses = |flow: &super::PlantFlow| match (flow.from, flow.to) {
            (FlowEnd::Outside(outside), FlowEnd::Place(place))
            | (FlowEnd::Place(place), FlowEnd::Outside(outside)) => {
                outside == wanted
                    && match plant.places[place].kind {
                        PlaceKind::Supply(class) => of(class),
                        PlaceKind::Unit(_) => true,
                    }
            }
            _ => false,
        };
        let flows = plant.flows.iter().zip(amounts).filter(|(flow, _)| crosses(flow));
        total_of(flows.map(|(_, amount)| amount.figure().cloned()))
    };
    let is_other = |class| class == SupplyClass::NonConventional;
    let net = |of: &dyn Fn(SupplyClass) -> bool| {
        let taken = at_border(BoundaryFlow::Intake, of);
        match at_border(BoundaryFlow::Sold, of) {
            None => taken,
            sold => residual(taken.into_iter().collect(), sold.into_iter().collect()),
        }
    };
    let mut water = WaterStatistics::sum(places.iter().map(|place| &place.water));
    water.consumed = at_border(BoundaryFlow::Consumption, &|_| true);
    water.discharged = at_border(BoundaryFlow::Discharge, &|_| true);
    water.leaked = at_border(BoundaryFlow::Leakage, &|_| true);
    Totals::of(plant.convention, net(&|class| !is_other(class)), net(&is_other), water)
}

impl Totals {
    /// The sums that follow from the two kinds of water by the convention.
    pub(super) fn of(
        convention: Option<IntakeConvention>,
        conventional: Option<Figure>,
        nonconventional: Option<Figure>,
        water: WaterStatistics,
    ) -> Totals {
        let fresh = total([&conventional, &nonconventional].into_iter().flatten().cloned());
        let intake = match convention {
            Some(IntakeConvention::AllSources) => fresh.clone(),
            Some(IntakeConvention::Conventional) => conventional.clone(),
            None => conventional.clone().map(Figure::incomplete),
        };
        let use_of_all = total_use(intake.clone(), water.reused.clone());
        let total_use = use_of_all.filter(|_| intake.is_some());
        Totals { convention, intake, conventional, nonconventional, fresh, total_use, water }
    }

    /// Whether most of the water that comes in counts as intake. What is lost, discharged or paid for is of all water: where
    /// intake is the smaller part of it, most of that is no part of intake, and a ratio to intake has no meaning.
    pub(super) fn is_mostly_intake(&self) -> bool {
        2.0 * volume(self.intake.as_ref()) >= volume(self.fresh.as_ref())
    }

    /// Whether an amount of the plant's water can be a part of its intake.
    pub(super) fn intake_holds(&self, part: &Figure) -> bool {
        self.is_mostly_intake() && volume(Some(part)) <= volume(self.intake.as_ref())
    }
}

/// m³; none are zero.
fn volume(figure: Option<&Figure>) -> f64 {
    figure.and_then(|figure| figure.quantity().to(VOLUME)).map_or(0.0, |volume| volume.value)
}

/// The balance of the plant: what comes in over its border, and what leaves.
pub(super) fn plant_closure(plant: &Plant, amounts: &[Amount]) -> BalanceState {
    let mut border = Sorted::default();
    for (index, flow) in plant.flows.iter().enumerate() {
        match (flow.from, flow.to) {
            (FlowEnd::Outside(_), _) => border.enters(index),
            (_, FlowEnd::Outside(_)) => border.leaves(index),
            _ => {}
        }
    }
    closure(&border, amounts)
}

/// A unit that stands for others: the fresh water of its own meter against that of its units.
pub(super) fn level(level: &SummaryUnit, places: &[PlaceFigures]) -> SummaryFigures {
    let parts = total(level.parts.iter().filter_map(|part| places.get(*part)?.water.fresh_total()));
    let closure = match (&level.metered, &parts) {
        (Some(metered), Some(parts)) => tested(vec![metered.clone()], vec![parts.clone()]),
        _ => BalanceState::Empty,
    };
    SummaryFigures { parts, closure }
}

/// Units that hand on to others more than all that enters.
pub(super) fn overdrawn(places: &[PlaceFigures]) -> Vec<usize> {
    let too_much = |place: &PlaceFigures| {
        let handed_on = place.water.handed_on.as_ref().map_or(0.0, Figure::value);
        handed_on > place.into.as_ref().map_or(0.0, Figure::value)
    };
    (0..places.len()).filter(|place| too_much(&places[*place])).collect()
}
