//! How the rates of a period stand to limits and quotas.

use super::cooling_systems;
use crate::catalog::{Bound, INDUSTRY_METER_NORMS, Quota, SectorLimit, quota, sector_limits};
use crate::evaluate::PeriodResults;
use crate::industry::{CoolingCycles, IntakeConvention};
use crate::ledger::{PRODUCTS, PlantEntry, ProductColumn, Row};
use crate::metering::MeterLevel;
use crate::metric::{Figure, Metric};
use crate::numeric::Judging;
use crate::plant::Rate;
use crate::show::mark::{Mark, limit_mark};
use crate::show::table_view::filled;
use crate::show::{Tone, VerdictWord};
use crate::text::{Coded, Key, Language, Message, Words, choice_of, grouped};

/// A rate, what is asked of it, and whether it reaches that.
#[derive(Clone, Debug, PartialEq)]
pub struct JudgedRate {
    /// What it is called.
    pub name: Words,
    /// What it is of, such as a level of meters or a product; none of the whole plant.
    pub of: Option<RateOf>,
    /// The rate.
    pub figure: Figure,
    /// What is asked.
    pub requirement: Option<Message>,
    /// Whether it is reached.
    pub reached: Option<bool>,
    /// How far the rate is from what is asked, as a share of that.
    pub distance: Option<f64>,
    /// Whether what is asked is still to be verified.
    pub is_unverified: bool,
}

impl JudgedRate {
    /// A rate of which nothing is asked.
    fn unjudged(name: Words, of: Option<RateOf>, figure: Figure) -> JudgedRate {
        JudgedRate {
            name,
            of,
            figure,
            requirement: None,
            reached: None,
            distance: None,
            is_unverified: false,
        }
    }

    /// Whether it reaches what is asked, as a mark.
    pub fn mark(&self) -> Option<Mark> {
        Some(limit_mark(self.reached?, self.figure.is_incomplete()))
    }
}

/// What a rate is of.
#[derive(Clone, Debug, PartialEq)]
pub enum RateOf {
    /// A term of the field.
    Term(Words),
    /// What a person called it.
    Named(String),
}

impl RateOf {
    /// What it is called.
    pub fn say(&self, language: Language) -> &str {
        match self {
            RateOf::Term(words) => words.get(language),
            RateOf::Named(name) => name,
        }
    }
}

impl JudgedRate {
    /// What the rate is called, with what it is of.
    pub fn title(&self, language: Language) -> String {
        let name = self.name.get(language);
        match &self.of {
            Some(of) => format!("{name} · {}", of.say(language)),
            None => name.to_string(),
        }
    }
}

/// What counts as intake on the sheet, with the standard that defines it so; none where that cannot be read.
pub fn intake_note(found: &PeriodResults, language: Language) -> Option<Message> {
    let convention = found.plant.convention?;
    let key = match convention {
        IntakeConvention::Conventional => Key::IntakeConventional,
        IntakeConvention::AllSources => Key::IntakeAllSources,
    };
    let source = convention.source();
    let note = Message::new(key).with("source", source.line(language));
    Some(note.with_words("status", source.status.name().words()))
}

/// The rates that have no meaning by what counts as intake; none where all have one.
pub fn rates_without_meaning(found: &PeriodResults, language: Language) -> Option<Message> {
    let refused = found.figures.refused.iter().filter(|refused| refused.fault.code() == "not_of_intake");
    let names: Vec<&str> = refused.map(|refused| refused.name.get(language)).collect();
    let separator = match language {
        Language::Chinese => "、",
        Language::English => ", ",
    };
    (!names.is_empty()).then(|| Message::new(Key::RatesWithoutMeaning).with("rates", names.join(separator)))
}

/// Every rate of the period, those of products last; one that several limits judge stands once for each.
pub fn judged_rates(sheet: &Row, found: &PeriodResults) -> Vec<JudgedRate> {
    let mut judged = Vec::new();
    for Rate { figure, level } in &found.figures.rates {
        let of = level.map(|level| RateOf::Term(level.name()));
        let plain = JudgedRate::unjudged(figure.name(), of, figure.clone());
        let before = judged.len();
        judged.extend(limits(sheet, figure.metric_id()).map(|limit| by_limit(&plain, limit)));
        judged.extend(level.and_then(|level| by_norm(&plain, level)));
        if judged.len() == before {
            judged.push(plain);
        }
    }
    for (name, system) in cooling_systems(sheet, found) {
        let Some(figure) = system.cycles.clone() else { continue };
        let plain = JudgedRate::unjudged(CoolingCycles::INFO.name, Some(RateOf::Named(name)), figure);
        judged.extend(limits(sheet, Some(CoolingCycles::INFO.id)).map(|limit| by_limit(&plain, limit)));
    }
    for (_, row, product) in filled(sheet.rows(&PRODUCTS), &found.figures.products) {
        let intake = product.and_then(|product| product.intake.as_ref());
        judged.extend(intake.into_iter().flat_map(|figure| of_product(row, figure)));
    }
    judged
}

/// How many rates reach what is asked of them and how many do not, with the one that is furthest off; none where nothing is
/// asked of any.
pub fn rates_verdict_word(judged: &[JudgedRate], language: Language) -> Option<VerdictWord> {
    let held: Vec<&JudgedRate> = judged.iter().filter(|rate| rate.reached.is_some()).collect();
    let missed = || held.iter().copied().filter(|rate| rate.reached == Some(false));
    let is_incomplete = held.iter().any(|rate| rate.figure.is_incomplete());
    let (tone, word) = match missed().count() {
        _ if held.is_empty() => return None,
        0 => (Tone::Good, Message::new(Key::RatesAllReached)),
        count => (Tone::Failed, Message::new(Key::RatesMissed).with("missed", count.to_string())),
    };
    let word = word.with("count", held.len().to_string());
    let off = |rate: &JudgedRate| rate.distance.unwrap_or(0.0);
    let worst = missed().max_by(|one, other| off(one).total_cmp(&off(other)));
    let distance = worst.map(|rate| Message::new(Key::RatesWorst).with("rate", rate.title(language)));
    let held_to = Message::new(Key::RatesHeldTo);
    Some(VerdictWord { distance, ..VerdictWord::new(held_to, tone, word, is_incomplete) })
}

/// How far a rate is from its limit, as a share of that; of a limit of nothing, the rate itself.
fn distance(rate: &Figure, limit: f64) -> f64 {
    let off = (rate.value() - limit).abs();
    if limit == 0.0 { off } else { off / limit.abs() }
}

/// The limits of the chosen sector for a metric.
fn limits(sheet: &Row, metric: Option<&'static str>) -> impl Iterator<Item = SectorLimit> {
    let sector = sheet[PlantEntry::Sector].trim().to_string();
    sector_limits().filter(move |limit| limit.sector.id == sector && metric == Some(limit.metric))
}

/// What meters of a level must reach.
fn by_norm(rate: &JudgedRate, level: MeterLevel) -> Option<JudgedRate> {
    let row = match rate.figure.metric_id()? {
        "industry.meter_fitting_rate" => "fitting",
        "industry.metering_rate" => "metering",
        _ => return None,
    };
    let column = match level {
        MeterLevel::Enterprise => "unit",
        MeterLevel::SubUnit => "sub_unit",
        MeterLevel::Equipment => "equipment",
    };
    let norm = INDUSTRY_METER_NORMS.at(row, column)?;
    Some(JudgedRate {
        requirement: Some(
            Message::new(Key::RateAtLeast)
                .with("limit", norm.printed)
                .with_words("source", norm.source.document),
        ),
        reached: Some(norm.limit(Judging::FullValue).reached_by(rate.figure.value())),
        distance: Some(distance(&rate.figure, norm.value)),
        is_unverified: !norm.source.status.is_verified(),
        ..rate.clone()
    })
}

fn by_limit(rate: &JudgedRate, limit: SectorLimit) -> JudgedRate {
    let key = match limit.bound {
        Bound::AtLeast => Key::RateAtLeast,
        Bound::AtMost => Key::RateAtMost,
        Bound::Below => Key::RateBelow,
    };
    JudgedRate {
        requirement: Some(
            Message::new(key)
                .with("limit", limit.limit.printed)
                .with_words("source", limit.limit.source.document),
        ),
        reached: Some(limit.is_met(rate.figure.value(), Judging::FullValue)),
        distance: Some(distance(&rate.figure, limit.limit.value)),
        is_unverified: !limit.limit.source.status.is_verified(),
        ..rate.clone()
    }
}

/// A product against its own quota, the one chosen, and the one to compare with.
fn of_product(row: &Row, figure: &Figure) -> Vec<JudgedRate> {
    let name = row[ProductColumn::Name].trim().to_string();
    let plain = JudgedRate::unjudged(figure.name(), Some(RateOf::Named(name)), figure.clone());
    let own = own_quota(row).map(|(general, message)| JudgedRate {
        requirement: Some(message),
        reached: general.map(|general| figure.value() <= general),
        distance: general.map(|general| distance(figure, general)),
        ..plain.clone()
    });
    let chosen = [&row[ProductColumn::Quota], &row[ProductColumn::Other]].into_iter().filter_map(chosen);
    let chosen = chosen.map(|quota| by_quota(&plain, quota));
    let judged: Vec<JudgedRate> = own.into_iter().chain(chosen).collect();
    if judged.is_empty() { vec![plain] } else { judged }
}

/// The quota that was chosen.
pub(super) fn chosen(typed: &str) -> Option<Quota> {
    let choices = crate::catalog::quota_choices();
    choice_of(typed, &choices).and_then(|place| quota(choices[place].code))
}

/// The user's own quota: its general value, and what is asked.
fn own_quota(row: &Row) -> Option<(Option<f64>, Message)> {
    let number = |text: &str| crate::quantity::read_number(text).ok().flatten();
    let (general, advanced) = (number(&row[ProductColumn::General]), number(&row[ProductColumn::Advanced]));
    general.or(advanced)?;
    let shown = |value: Option<f64>| value.map_or_else(|| "–".to_string(), grouped);
    let message =
        Message::new(Key::RateOwnQuota).with("general", shown(general)).with("advanced", shown(advanced));
    Some((general.or(advanced), message))
}

fn by_quota(rate: &JudgedRate, quota: Quota) -> JudgedRate {
    let printed = |value: Option<&crate::catalog::Constant>| value.map_or("–", |value| value.printed);
    let general = quota.general();
    JudgedRate {
        requirement: Some(
            Message::new(Key::RateQuota)
                .with("general", printed(general))
                .with("advanced", printed(quota.advanced()))
                .with_words("unit", quota.product.unit)
                .with_words("source", quota.standard.name),
        ),
        reached: general.map(|general| general.limit(Judging::FullValue).kept_by(rate.figure.value())),
        distance: general.map(|general| distance(&rate.figure, general.value)),
        is_unverified: quota.source().is_none_or(|source| !source.status.is_verified()),
        ..rate.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Quantity, Unit};

    fn rate(value: f64, limit: f64, reached: bool) -> JudgedRate {
        let name = Words::new("循环水率", "Circulation rate");
        let figure = Figure::reference(Quantity::new(value, Unit::Percent), name, crate::water::ADDITION);
        let distance = Some(distance(&figure, limit));
        let of = Some(RateOf::Named(format!("{value}")));
        JudgedRate {
            name,
            of,
            figure,
            requirement: None,
            reached: Some(reached),
            distance,
            is_unverified: false,
        }
    }

    #[test]
    fn the_verdict_counts_what_is_missed_and_names_what_is_furthest_off() {
        let asked_of_none = JudgedRate { reached: None, ..rate(1.0, 2.0, false) };
        assert_eq!(rates_verdict_word(std::slice::from_ref(&asked_of_none), Language::English), None);
        let judged = [rate(96.0, 95.0, true), rate(0.5, 1.0, false), rate(80.0, 95.0, false), asked_of_none];
        let verdict = rates_verdict_word(&judged, Language::English).expect("three are held to a limit");
        assert_eq!(verdict.tone, Tone::Failed);
        assert_eq!(verdict.word.say(Language::English), "2 of 3 not reached");
        let worst = verdict.distance.map(|distance| distance.say(Language::English));
        assert_eq!(worst.as_deref(), Some("furthest off: Circulation rate · 0.5"));
        let all = rates_verdict_word(&judged[..1], Language::English).expect("one is held to a limit");
        assert_eq!((all.tone, all.distance), (Tone::Good, None));
    }
}
