//! 用水单位的一年, an institution in a year: from its tables to the figures that rubrics ask for.

use super::{
    FixtureLeakRate, FixturesLeaking, FixturesSaving, GroupAndWeight, MeterGoodRate, MeterInstallationRate,
    MetersInOrder, MetersInstalled, NetworkLeakRate, NightFlows, NightLeakFlow, People, PeopleAndDays,
    PeopleAndMean, PeopleAndQuota, PeopleKind, PerPersonRatio, PersonAndQuota, PersonQuotaRatio, QuotaPlace,
    StandardPeople, SubMeterRate, SubMeters, SuppliedAndLeak, SuppliedAndUsed, UseKind, UsedByNightFlow,
    VisitorPeople, VisitorsAndDays, WaterPerPersonDay, WaterPerPersonYear, WaterSavingFixtureRate,
    WeightedPeople, YearAndPeople,
};
use crate::metering::{MeterLevel, MeteredWater, MeteringRate};
use crate::metric::{Citation, Fault, Figure, PartialMetric};
use crate::quantity::{Quantity, Unit};
use crate::text::Coded;
use crate::water::{total, total_of};

/// An institution in a year, as figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstitutionYear {
    /// Who is there.
    pub people: Vec<PeopleGroup>,
    /// 折算系数 of the kinds of people that the rubric says how to count.
    pub weights: Vec<(PeopleKind, Figure)>,
    /// 非住宿人员折算系数, where one was typed; it goes before the rubric's.
    pub weight: Option<Figure>,
    /// Whether something was said of the weight that cannot be read.
    pub lacks_weight: bool,
    /// Days on which water per person and day counts.
    pub days: Option<Figure>,
    /// 总表水量, what the main meters show, without non-conventional water.
    pub supplied: Option<Figure>,
    /// What water is used for; what is sold on is used by others.
    pub uses: Vec<(Option<UseKind>, Option<Figure>)>,
    /// 器具台账.
    pub fixtures: Vec<Fixtures>,
    /// 水表台账.
    pub meters: Vec<Meters>,
    /// Mean of institutions of the same kind.
    pub mean: Option<Figure>,
    /// 定额通用值.
    pub general: Option<Figure>,
    /// 定额先进值.
    pub advanced: Option<Figure>,
    /// 夜间流量.
    pub nights: Vec<Night>,
    /// Whether there are records of nights that cannot be read.
    pub lacks_nights: bool,
}

/// A group of people.
#[derive(Clone, Debug, PartialEq)]
pub struct PeopleGroup {
    /// How it counts; nobody knows yet where it was not said.
    pub kind: Option<PeopleKind>,
    /// How many.
    pub count: Option<Figure>,
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
    /// The caller's own mark, handed back with the figures.
    pub key: u32,
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
    /// The caller's own mark, handed back with the figures.
    pub key: u32,
    /// Its lowest flows.
    pub lowest: Vec<Figure>,
    /// What is rightly used at night.
    pub legitimate: Figure,
}

/// What an institution's tables come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InstitutionFigures {
    /// 用水人数, by the weights of the rubric; by heads where it has none.
    pub people: Option<Figure>,
    /// 标准人数, by the weights of the rubric; where it has none, by those that are usual.
    pub standard_people: Option<Figure>,
    /// Leak of each meter's night.
    pub night_leaks: Vec<NightLeak>,
    /// All of them.
    pub night_leak: Option<Figure>,
    /// 管网漏损率 by the flow of the night, where the uses of the water give one as well.
    pub leak_by_night: Option<PartialMetric>,
    /// What rubrics may ask for, with the level of meters that it is about where there are several.
    pub offers: Vec<(Option<MeterLevel>, PartialMetric)>,
}

/// What a meter's night comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct NightLeak {
    /// The mark of its row.
    pub key: u32,
    /// The leak, or why there is none to tell.
    pub flow: Result<Figure, Fault>,
}

/// Works an institution's year out. What is lacking or refused stops nothing else.
pub fn compute_institution(institution: &InstitutionYear) -> InstitutionFigures {
    let people = people(institution);
    let standard_people = standard_people(institution);
    let night_leaks: Vec<NightLeak> = institution
        .nights
        .iter()
        .map(|night| NightLeak { key: night.key, flow: night_leak(night) })
        .collect();
    let night_leak = total_of(night_leaks.iter().map(|night| night.flow.clone().ok()));
    let night_leak = night_leak.map(|leak| leak.incomplete_if(institution.lacks_nights));
    let offers = offers(institution, people.as_ref(), standard_people.as_ref(), night_leak.as_ref());
    let is_known_by_use = institution.uses.iter().any(|(_, amount)| amount.is_some());
    let leak_by_night = night_leak.as_ref().filter(|_| is_known_by_use).map(|leak| {
        let used = used_by_night(institution, Some(leak));
        PartialMetric::of(&NetworkLeakRate, SuppliedAndUsed { supplied: institution.supplied.clone(), used })
    });
    InstitutionFigures { people, standard_people, night_leaks, night_leak, leak_by_night, offers }
}

/// 有效用水量, if what leaks at night leaks all day.
fn used_by_night(institution: &InstitutionYear, night_leak: Option<&Figure>) -> Option<Figure> {
    let (supplied, days) = (institution.supplied.clone(), institution.days.clone());
    PartialMetric::of(&UsedByNightFlow, SuppliedAndLeak { supplied, leak: night_leak.cloned(), days }).value()
}

/// What the rubric says of each group, or the typed weight; a group of which neither says anything counts by heads.
fn people(institution: &InstitutionYear) -> Option<Figure> {
    let is_lacking = institution.lacks_weight
        && institution.people.iter().any(|group| group.kind == Some(PeopleKind::NonResident));
    let counted = |group: &PeopleGroup| match institution.weight_of(group.kind) {
        Some(weight) => group.weighted(weight),
        None => group.count.clone(),
    };
    let people = total_of(institution.people.iter().map(counted));
    people.map(|people| people.incomplete_if(is_lacking))
}

/// What the rubric says of each group; else residents and staff count one, non-residents by their weight, visitors by their
/// days.
fn standard_people(institution: &InstitutionYear) -> Option<Figure> {
    // A group of no kind is missing from all of them.
    let lacks = institution.lacks_weight || institution.people.iter().any(|group| group.kind.is_none());
    let whole = |figure: Option<Figure>| figure.map(|figure| figure.incomplete_if(lacks));
    let is_apart = |group: &&PeopleGroup| {
        let is_said = institution.weight.is_none() && institution.weight_of(group.kind).is_some();
        group.kind == Some(PeopleKind::NonResident) && !is_said
    };
    let (apart, rest): (Vec<_>, Vec<_>) =
        institution.people.iter().filter(|group| group.kind.is_some()).partition(is_apart);
    let resident = total_of(rest.into_iter().map(|group| match institution.weight_of(group.kind) {
        Some(weight) => group.weighted(weight),
        None => group.present(),
    }));
    if apart.is_empty() {
        return whole(resident);
    }
    let nonresident = total_of(apart.into_iter().map(|group| group.count.clone()));
    let nobody = || {
        let none = Quantity::new(0.0, Unit::Person);
        Figure::reference(none, PeopleKind::Resident.name(), Citation::BY_DEFINITION)
    };
    let people = People {
        resident: Some(resident.unwrap_or_else(nobody)),
        nonresident,
        nonresident_weight: institution.weight.clone(),
    };
    whole(PartialMetric::of(&StandardPeople, people).value())
}

impl InstitutionYear {
    /// How a kind of people counts, where something is said of it.
    fn weight_of(&self, kind: Option<PeopleKind>) -> Option<&Figure> {
        let kind = kind?;
        let typed = self.weight.as_ref().filter(|_| kind == PeopleKind::NonResident);
        typed.or_else(|| self.weights.iter().find(|(of, _)| *of == kind).map(|(_, weight)| weight))
    }
}

impl PeopleGroup {
    /// How many are there on the mean day of the year: visitors by their days.
    fn present(&self) -> Option<Figure> {
        if self.kind != Some(PeopleKind::Visitor) {
            return self.count.clone();
        }
        let inputs = VisitorsAndDays { visitors: self.count.clone(), days: self.days.clone() };
        PartialMetric::of(&VisitorPeople, inputs).value()
    }

    /// The group as a weight counts it.
    fn weighted(&self, weight: &Figure) -> Option<Figure> {
        let inputs = GroupAndWeight { people: self.present(), weight: Some(weight.clone()) };
        PartialMetric::of(&WeightedPeople, inputs).value()
    }
}

fn night_leak(night: &Night) -> Result<Figure, Fault> {
    let flows = NightFlows { lowest_flows: night.lowest.clone(), legitimate: night.legitimate.clone() };
    Figure::computed(&NightLeakFlow, flows)
}

/// The sums of a part and of its whole over rows; where a row has one of them alone, both say that something is missing.
fn part_and_whole<'f>(rows: impl Iterator<Item = [&'f Option<Figure>; 2]>) -> [Option<Figure>; 2] {
    let rows: Vec<[&Option<Figure>; 2]> = rows.collect();
    let lacks = rows.iter().any(|[part, whole]| part.is_some() != whole.is_some());
    [0, 1].map(|at| total(rows.iter().filter_map(|row| row[at].clone())).map(|sum| sum.incomplete_if(lacks)))
}

fn offers(
    institution: &InstitutionYear,
    people: Option<&Figure>,
    standard_people: Option<&Figure>,
    night_leak: Option<&Figure>,
) -> Vec<(Option<MeterLevel>, PartialMetric)> {
    let (people, standard) = (people.cloned(), standard_people.cloned());
    let (water, days) = (institution.supplied.clone(), institution.days.clone());
    let (general, advanced) = (institution.general.clone(), institution.advanced.clone());
    let fixtures =
        |of: fn(&Fixtures) -> [&Option<Figure>; 2]| part_and_whole(institution.fixtures.iter().map(of));
    let meters = |of: fn(&Meters) -> [&Option<Figure>; 2]| part_and_whole(institution.meters.iter().map(of));
    let counted = total_of(institution.fixtures.iter().map(|one| one.total.clone()));
    let saves = total(institution.fixtures.iter().filter_map(|one| one.saving.clone()));
    let sub = institution.meters.iter().find(|one| one.level == Some(MeterLevel::SubUnit));
    // A row of no level may be one of them.
    let lacks_level = institution.meters.iter().any(|one| one.level.is_none());
    let sub = sub.and_then(|one| one.metered.clone()).map(|sub| sub.incomplete_if(lacks_level));
    // What is used is known by its uses, else by what does not flow at night.
    let used = total_of(institution.uses.iter().map(|(_, amount)| amount.clone())).or_else(|| {
        let used = used_by_night(institution, night_leak)?;
        Some(used.incomplete_if(!institution.uses.is_empty()))
    });
    let year_and_people = YearAndPeople { volume_m3: water.clone(), standard_people: standard.clone() };
    let year = PartialMetric::of(&WaterPerPersonYear, year_and_people);
    let per_person = year.value();
    let day = PeopleAndDays { volume_m3: water.clone(), people: people.clone(), days };
    let mean =
        PeopleAndMean { volume_m3: water.clone(), people, reference_m3_per_person: institution.mean.clone() };
    let quota = PersonAndQuota { per_person, quota: general.clone() };
    let place = PeopleAndQuota { volume_m3: water.clone(), standard_people: standard, advanced, general };
    let saving = FixturesSaving { saving: saves, total: counted };
    let [leaking, inspected] = fixtures(|one| [&one.leaking, &one.inspected]);
    let leaking = FixturesLeaking { leaking, inspected };
    let [installed, required] = meters(|one| [&one.installed, &one.required]);
    let installed = MetersInstalled { installed, required };
    let [good, inspected] = meters(|one| [&one.working, &one.installed]);
    let in_order = MetersInOrder { good, inspected };
    let of_institution = [
        year,
        PartialMetric::of(&WaterPerPersonDay, day),
        PartialMetric::of(&PerPersonRatio, mean),
        PartialMetric::of(&PersonQuotaRatio, quota),
        PartialMetric::of(&QuotaPlace, place),
        PartialMetric::of(&WaterSavingFixtureRate, saving),
        PartialMetric::of(&FixtureLeakRate, leaking),
        PartialMetric::of(&MeterInstallationRate, installed),
        PartialMetric::of(&MeterGoodRate, in_order),
        PartialMetric::of(&SubMeterRate, SubMeters { sub, main: water.clone() }),
        PartialMetric::of(&NetworkLeakRate, SuppliedAndUsed { supplied: water, used }),
    ];
    // 水计量率 of each level of meters.
    let of_levels = institution.meters.iter().filter(|one| one.level.is_some()).map(|one| {
        let water = MeteredWater { metered: one.metered.clone(), total: one.water.clone() };
        (one.level, PartialMetric::of(&MeteringRate, water))
    });
    of_institution.into_iter().map(|offer| (None, offer)).chain(of_levels).collect()
}

impl InstitutionFigures {
    /// What is known for a metric, of a level of meters where it is about one.
    pub fn offer(&self, metric: &str, level: Option<MeterLevel>) -> Option<&PartialMetric> {
        let is_meant =
            |of: &Option<MeterLevel>, offer: &PartialMetric| offer.metric.info().id == metric && *of == level;
        self.offers.iter().find(|(of, offer)| is_meant(of, offer)).map(|(_, offer)| offer)
    }

    /// The figure of a metric that is about no level of meters.
    pub fn figure(&self, metric: &str) -> Option<&Figure> {
        self.offer(metric, None)?.figure.as_ref()?.as_ref().ok()
    }
}
