//! 用水单位的一年, a unit in a year: from its tables to the figures that rubrics ask for.

use super::{
    FixtureLeakRate, MeterGoodRate, MeterInstallationRate, NetworkLeakRate, NightLeakFlow, PeopleKind,
    PerPersonRatio, PersonQuotaRatio, QuotaPlace, StandardPeople, SubMeterRate, UseKind, UsedByNightFlow,
    VisitorPeople, WaterPerPersonDay, WaterPerPersonYear, WaterSavingFixtureRate, sources,
};
use crate::metering::{MeterLevel, MeteringRate};
use crate::metric::{AnyMetric, Fault, Figure, Path, Shape};
use crate::quantity::{Quantity, Unit};
use crate::text::Coded;
use crate::water::total;

/// A unit in a year, as figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnitYear {
    /// Who is there.
    pub people: Vec<PeopleGroup>,
    /// 非住宿人员折算系数, where another than the usual was said.
    pub weight: Option<Figure>,
    /// Days on which water per person and day counts.
    pub days: Option<Figure>,
    /// 总表水量, what the main meters show, without non-conventional water.
    pub supplied: Option<Figure>,
    /// What water is used for; what is sold on is used by others.
    pub uses: Vec<(Option<UseKind>, Figure)>,
    /// 器具台账.
    pub fixtures: Vec<Fixtures>,
    /// 水表台账.
    pub meters: Vec<Meters>,
    /// Mean of units of the same kind.
    pub mean: Option<Figure>,
    /// 定额通用值.
    pub general: Option<Figure>,
    /// 定额先进值.
    pub advanced: Option<Figure>,
    /// 夜间流量.
    pub nights: Vec<Night>,
}

/// A group of people.
#[derive(Clone, Debug, PartialEq)]
pub struct PeopleGroup {
    /// How it counts; nobody knows yet where it was not said.
    pub kind: Option<PeopleKind>,
    /// How many.
    pub count: Figure,
    /// On how many days of the year visitors are there.
    pub days: Option<Figure>,
}

/// Fixtures of a kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fixtures {
    /// All of them.
    pub total: Option<Figure>,
    /// Those that save water.
    pub saving: Option<Figure>,
    /// Those inspected.
    pub inspected: Option<Figure>,
    /// Those that leak.
    pub leaking: Option<Figure>,
}

/// Meters of a level.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meters {
    /// The level.
    pub level: Option<MeterLevel>,
    /// How many are needed.
    pub required: Option<Figure>,
    /// How many there are.
    pub installed: Option<Figure>,
    /// How many of them work.
    pub working: Option<Figure>,
    /// What they show.
    pub metered: Option<Figure>,
    /// What goes through with and without meters.
    pub water: Option<Figure>,
}

/// A meter in the night.
#[derive(Clone, Debug, PartialEq)]
pub struct Night {
    /// Its lowest flows.
    pub lowest: Vec<Figure>,
    /// What is rightly used at night.
    pub legitimate: Figure,
}

/// A metric with as much of its inputs as is known.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The metric.
    pub metric: &'static dyn AnyMetric,
    /// The level of meters it is about, where there are several.
    pub level: Option<MeterLevel>,
    /// Its inputs, as far as known.
    pub inputs: Vec<(Path, Figure)>,
    /// The figure, or what it refuses; `None` while an input is lacking.
    pub figure: Option<Result<Figure, Fault>>,
}

/// What a unit's tables come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnitFigures {
    /// 用水人数, heads.
    pub people: Option<Figure>,
    /// 标准人数.
    pub standard_people: Option<Figure>,
    /// Leak of each meter's night, in the order of [`UnitYear::nights`].
    pub night_leaks: Vec<Result<Figure, Fault>>,
    /// All of them.
    pub night_leak: Option<Figure>,
    /// What rubrics may ask for.
    pub offers: Vec<Offer>,
}

/// Works a unit's year out. What is lacking or refused stops nothing else.
pub fn assess_unit(unit: &UnitYear) -> UnitFigures {
    let people = total(unit.people.iter().map(|group| group.count.clone()));
    let standard_people = standard_people(unit);
    let night_leaks: Vec<Result<Figure, Fault>> = unit.nights.iter().map(night_leak).collect();
    let night_leak = total(night_leaks.iter().flatten().cloned());
    let offers = offers(unit, people.as_ref(), standard_people.as_ref(), night_leak.as_ref());
    UnitFigures { people, standard_people, night_leaks, night_leak, offers }
}

/// Residents count one, non-residents by their weight, visitors by their days.
fn standard_people(unit: &UnitYear) -> Option<Figure> {
    let of = |kind: PeopleKind| unit.people.iter().filter(move |group| group.kind == Some(kind));
    let visitors = of(PeopleKind::Visitor).filter_map(|group| {
        let inputs = [("visitors", Some(group.count.clone())), ("days", group.days.clone())];
        Offer::of(&VisitorPeople, &inputs).value()
    });
    let resident = total(of(PeopleKind::Resident).map(|group| group.count.clone()).chain(visitors));
    let nonresident = total(of(PeopleKind::NonResident).map(|group| group.count.clone()));
    if nonresident.is_none() {
        return resident;
    }
    let nobody = || {
        let none = Quantity::new(0.0, Unit::Person);
        Figure::reference(none, PeopleKind::Resident.name(), sources::ARITHMETIC)
    };
    let inputs = [
        ("resident", Some(resident.unwrap_or_else(nobody))),
        ("nonresident", nonresident),
        ("nonresident_weight", unit.weight.clone()),
    ];
    Offer::of(&StandardPeople, &inputs).value()
}

fn night_leak(night: &Night) -> Result<Figure, Fault> {
    let lowest =
        night.lowest.iter().enumerate().map(|(at, flow)| (Path::item("lowest_flows", at), flow.clone()));
    let legitimate = (Path::to("legitimate"), night.legitimate.clone());
    Figure::of_any(&NightLeakFlow, lowest.chain([legitimate]).collect())
}

fn offers(
    unit: &UnitYear,
    people: Option<&Figure>,
    standard_people: Option<&Figure>,
    night_leak: Option<&Figure>,
) -> Vec<Offer> {
    let (people, standard) = (people.cloned(), standard_people.cloned());
    let (water, days) = (unit.supplied.clone(), unit.days.clone());
    let (general, advanced) = (unit.general.clone(), unit.advanced.clone());
    let fixtures =
        |of: fn(&Fixtures) -> &Option<Figure>| total(unit.fixtures.iter().filter_map(|one| of(one).clone()));
    let meters =
        |of: fn(&Meters) -> &Option<Figure>| total(unit.meters.iter().filter_map(|one| of(one).clone()));
    let sub = unit.meters.iter().find(|one| one.level == Some(MeterLevel::SubUnit));
    let sub = sub.and_then(|one| one.metered.clone());
    // What is used is known by its uses, else by what does not flow at night.
    let used = total(unit.uses.iter().map(|(_, amount)| amount.clone())).or_else(|| {
        let by_night = [("supplied", water.clone()), ("leak", night_leak.cloned()), ("days", days.clone())];
        Offer::of(&UsedByNightFlow, &by_night).value()
    });
    let year = Offer::of(
        &WaterPerPersonYear,
        &[("volume_m3", water.clone()), ("standard_people", standard.clone())],
    );
    let per_person = year.value();
    let mut offers = vec![
        year,
        Offer::of(
            &WaterPerPersonDay,
            &[("volume_m3", water.clone()), ("people", people.clone()), ("days", days)],
        ),
        Offer::of(
            &PerPersonRatio,
            &[
                ("volume_m3", water.clone()),
                ("people", people),
                ("reference_m3_per_person", unit.mean.clone()),
            ],
        ),
        Offer::of(&PersonQuotaRatio, &[("per_person", per_person), ("quota", general.clone())]),
        Offer::of(
            &QuotaPlace,
            &[
                ("volume_m3", water.clone()),
                ("standard_people", standard),
                ("advanced", advanced),
                ("general", general),
            ],
        ),
        Offer::of(
            &WaterSavingFixtureRate,
            &[("saving", fixtures(|one| &one.saving)), ("total", fixtures(|one| &one.total))],
        ),
        Offer::of(
            &FixtureLeakRate,
            &[("leaking", fixtures(|one| &one.leaking)), ("inspected", fixtures(|one| &one.inspected))],
        ),
        Offer::of(
            &MeterInstallationRate,
            &[("installed", meters(|one| &one.installed)), ("required", meters(|one| &one.required))],
        ),
        Offer::of(
            &MeterGoodRate,
            &[("good", meters(|one| &one.working)), ("inspected", meters(|one| &one.installed))],
        ),
        Offer::of(&SubMeterRate, &[("sub", sub), ("main", water.clone())]),
        Offer::of(&NetworkLeakRate, &[("supplied", water), ("used", used)]),
    ];
    offers.extend(unit.meters.iter().filter(|one| one.level.is_some()).map(metering));
    offers
}

/// 水计量率 of a level of meters.
fn metering(meters: &Meters) -> Offer {
    let inputs = [("metered", meters.metered.clone()), ("total", meters.water.clone())];
    Offer { level: meters.level, ..Offer::of(&MeteringRate, &inputs) }
}

impl Offer {
    /// A metric with what is known of its inputs, each a single number; where nothing is known of one, its usual value counts.
    pub fn of(metric: &'static dyn AnyMetric, known: &[(&'static str, Option<Figure>)]) -> Offer {
        let mut is_complete = true;
        let mut inputs = Vec::new();
        for input in metric.inputs() {
            let known =
                known.iter().find(|(key, _)| *key == input.key).and_then(|(_, figure)| figure.clone());
            match known.or_else(|| input.usual(metric.card().source)) {
                Some(figure) => inputs.push((Path::to(input.key), figure)),
                None => is_complete &= matches!(input.shape, Shape::Optional(_)),
            }
        }
        let figure = is_complete.then(|| Figure::of_any(metric, inputs.clone()));
        Offer { metric, level: None, inputs, figure }
    }

    /// The figure, where there is one.
    pub fn value(&self) -> Option<Figure> {
        self.figure.clone()?.ok()
    }
}

impl PartialEq for Offer {
    /// Two offers are the same when they are of one metric, from the same figures.
    fn eq(&self, other: &Offer) -> bool {
        (self.metric.card().id, self.level, &self.inputs)
            == (other.metric.card().id, other.level, &other.inputs)
    }
}

impl UnitFigures {
    /// What is known for a metric, of a level of meters where it is about one.
    pub fn offer(&self, metric: &str, level: Option<MeterLevel>) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.metric.card().id == metric && offer.level == level)
    }

    /// The figure of a metric that is about no level of meters.
    pub fn figure(&self, metric: &str) -> Option<&Figure> {
        self.offer(metric, None)?.figure.as_ref()?.as_ref().ok()
    }
}
