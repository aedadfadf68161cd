//! 工业参数的查取, what is looked up for industry: quotas, limits of sectors, the evaporation of a tower.

use std::sync::OnceLock;

use super::{
    COOLING_EVAPORATION, Constant, LIMITS, PERSON_QUOTA_NAMES, PERSON_QUOTAS, QUOTA_NAMES, QUOTAS, Row,
    SECTORS, Table, TableNames,
};
use crate::industry::{BetweenTemperatures, CoolingEvaporationCoefficientBetween};
use crate::metric::{Citation, Fault, FaultKind, Figure, Outcome, Status, calculation, in_unit};
use crate::numeric::{Judging, parse};
use crate::quantity::{Quantity, Unit};
use crate::text::{Choice, Words, choice_of};

/// 取水定额, a quota: what a standard in one of its editions allows a product.
#[derive(Clone, Copy, Debug)]
pub struct Quota {
    /// The part of the standard in its edition.
    pub standard: &'static Table,
    /// The product.
    pub product: &'static Row,
}

/// Every quota of the catalogue, standard by standard; editions of one part are standards of their own.
///
/// ```
/// use water_ledger::catalog::quotas;
/// let steel = quotas().find(|quota| quota.id() == "quota.gbt18916_2_2022/coking_cold_rolling").expect("shipped");
/// assert_eq!(steel.general().map(|quota| quota.value), Some(4.8));
/// assert_eq!(steel.product.unit.zh, "m³/t 粗钢");
/// ```
pub fn quotas() -> impl Iterator<Item = Quota> {
    let products = |standard: &&'static Table| {
        let standard = *standard;
        standard.rows.iter().map(move |product| Quota { standard, product })
    };
    QUOTAS.iter().flat_map(products)
}

/// The quota of a name, as [`Quota::id`] gives it.
pub fn quota(id: &str) -> Option<Quota> {
    quota_in(QUOTAS, id)
}

fn quota_in(quotas: &'static [&'static Table], id: &str) -> Option<Quota> {
    let (standard, product) = id.split_once('/')?;
    let standard = quotas.iter().copied().find(|table| table.id == standard)?;
    standard.rows.iter().find(|row| row.id == product).map(|product| Quota { standard, product })
}

/// Every quota to choose from, each called by its standard and its product.
pub fn quota_choices() -> Vec<Choice> {
    static CHOICES: OnceLock<Vec<[String; 3]>> = OnceLock::new();
    choices_of(QUOTA_NAMES, &CHOICES)
}

/// 服务业用水定额, every quota by person to choose from. One province's holds nowhere else, so each is called by its standard.
pub fn person_quota_choices() -> Vec<Choice> {
    static CHOICES: OnceLock<Vec<[String; 3]>> = OnceLock::new();
    choices_of(PERSON_QUOTA_NAMES, &CHOICES)
}

/// The quota by person that a typed or pasted text means.
///
/// ```
/// use water_ledger::catalog::person_quota;
/// let university = person_quota("person_quota.db37_4452_2021/university").expect("shipped");
/// assert_eq!(university.general().map(|quota| quota.value), Some(50.0));
/// ```
pub fn person_quota(typed: &str) -> Option<Quota> {
    let choices = person_quota_choices();
    quota_in(PERSON_QUOTAS, choices[choice_of(typed, &choices)?].code)
}

fn choices_of(names: &'static [TableNames], made: &'static OnceLock<Vec<[String; 3]>>) -> Vec<Choice> {
    let named = |standard: &TableNames, (id, product): &(&str, Words)| {
        let both = |standard: &str, product: &str| format!("{standard} · {product}");
        let (zh, en) = (both(standard.name.zh, product.zh), both(standard.name.en, product.en));
        [quota_id(standard.id, id), zh, en]
    };
    let of_standard =
        |standard: &'static TableNames| standard.rows.iter().map(move |row| named(standard, row));
    let choices = made.get_or_init(|| names.iter().flat_map(of_standard).collect());
    choices.iter().map(|[code, zh, en]| Choice { code, name: Words { zh, en } }).collect()
}

fn quota_id(standard: &str, product: &str) -> String {
    format!("{standard}/{product}")
}

impl Quota {
    /// Stable name: that of the standard and that of the product.
    pub fn id(self) -> String {
        quota_id(self.standard.id, self.product.id)
    }

    /// 通用值, what existing plants are held to.
    pub fn general(self) -> Option<&'static Constant> {
        self.level("general")
    }

    /// 先进值, what new and rebuilt plants are held to.
    pub fn advanced(self) -> Option<&'static Constant> {
        self.level("advanced")
    }

    /// What a standard with three levels has for the best.
    pub fn leading(self) -> Option<&'static Constant> {
        self.level("leading")
    }

    /// Edition and status of its values.
    pub fn source(self) -> Option<&'static Citation> {
        self.product.cells.iter().flatten().map(|constant| &constant.source).next()
    }

    fn level(self, column: &str) -> Option<&'static Constant> {
        let index = self.standard.columns.iter().position(|id| *id == column)?;
        self.product.cells.get(index)?.as_ref()
    }
}

/// How a limit binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// Not below it.
    AtLeast,
    /// Not above it.
    AtMost,
    /// Below it, the limit itself no longer.
    Below,
}

/// 行业限值, a limit that a sector's standard sets for a metric.
#[derive(Clone, Copy, Debug)]
pub struct SectorLimit {
    /// The sector and its standard.
    pub sector: &'static Table,
    /// The indicator as the standard names it.
    pub indicator: Words,
    /// The metric that is judged, such as `industry.reuse_rate`; the limit is in its unit.
    pub metric: &'static str,
    /// How it binds.
    pub bound: Bound,
    /// The limit with its source.
    pub limit: &'static Constant,
}

/// Every limit of the sectors.
///
/// ```
/// use water_ledger::{catalog::sector_limits, numeric::Judging};
/// let steel = sector_limits()
///     .find(|limit| limit.sector.id == "limit.steel" && limit.metric == "industry.reuse_rate")
///     .expect("shipped");
/// assert!(steel.is_met(97.0, Judging::FullValue) && !steel.is_met(96.99, Judging::FullValue));
/// ```
pub fn sector_limits() -> impl Iterator<Item = SectorLimit> {
    let limits = |sector: &&'static Table| {
        let sector = *sector;
        sector.rows.iter().flat_map(move |row| limits_of(sector, row))
    };
    LIMITS.iter().flat_map(limits)
}

/// The sectors that have limits, to choose from.
pub fn sectors() -> Vec<Choice> {
    SECTORS.to_vec()
}

fn limits_of(sector: &'static Table, row: &'static Row) -> impl Iterator<Item = SectorLimit> {
    let limit = move |(column, cell): (&&str, &'static Option<Constant>)| {
        let bound = match *column {
            "at_least" => Bound::AtLeast,
            "at_most" => Bound::AtMost,
            _ => Bound::Below,
        };
        let limit = cell.as_ref()?;
        Some(SectorLimit { sector, indicator: row.name, metric: row.id, bound, limit })
    };
    sector.columns.iter().zip(row.cells).filter_map(limit)
}

impl SectorLimit {
    /// Whether a value of the metric keeps to the limit, judged by the method that is named.
    pub fn is_met(self, value: f64, judging: Judging) -> bool {
        let limit = self.limit.limit(judging);
        match self.bound {
            Bound::AtLeast => limit.reached_by(value),
            Bound::AtMost => limit.kept_by(value),
            Bound::Below => limit.kept_by(value) && !limit.reached_by(value),
        }
    }
}

/// The table of the evaporation coefficient.
const EVAPORATION: Citation = Citation {
    document: Words::new(
        "工业循环冷却水处理设计规范 GB/T 50050，蒸发系数表",
        "Code for design of industrial recirculating cooling water treatment GB/T 50050, table of evaporation",
    ),
    clause: "",
    copy: "",
    edition: "2017",
    status: Status::UnverifiedTextbook,
};

calculation! {
    /// 蒸发系数, evaporation coefficient of a tower by the dry-bulb temperature of the air, between the values of the table.
    ///
    /// # Formula
    /// [`CoolingEvaporationCoefficientBetween`] the two temperatures of the table around that of the air
    ///
    /// # Source
    /// Code for design of industrial recirculating cooling water treatment GB/T 50050, table of evaporation · 2017;
    /// unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{exchange::evaluate, text::Language};
    /// let asked = r#"[{"metric": "industry.cooling_evaporation_coefficient", "inputs": {"air_c": 25}}]"#;
    /// let answers = evaluate(asked, Language::English).expect("an array").answers;
    /// assert_eq!(answers[0]["display"], "0.00145 1/°C");
    /// ```
    CoolingEvaporationCoefficient("industry.cooling_evaporation_coefficient", "蒸发系数", "Evaporation coefficient")
    from AirTemperature {
        number air_c "θ" "进塔空气干球温度" "dry-bulb temperature of the air" = in_unit(Unit::DegreeCelsius).at_least(-10.0).at_most(40.0);
    }
    source EVAPORATION;
    compute |x| {
        let air = x.air_c.quantity().to(Unit::DegreeCelsius).map(|air| air.value);
        let air = air.ok_or(Fault::at("air_c", FaultKind::OtherDimension))?;
        let [low, high] = within(air).map_err(|outside| Fault::at("air_c", outside))?;
        let inputs = BetweenTemperatures {
            air_c: x.air_c.clone(), low_c: low.0, low_k: low.1, high_c: high.0, high_k: high.1,
        };
        Figure::computed(&CoolingEvaporationCoefficientBetween, inputs).map(Outcome::One)
    }
}

/// The points of the table around a temperature; beyond its ends nothing is guessed.
fn within(air: f64) -> Result<[(Figure, Figure); 2], FaultKind> {
    let evaporation = &COOLING_EVAPORATION;
    let degrees = |row: Option<&Row>| row.and_then(|row| parse(row.id)).ok_or(FaultKind::Missing);
    let (coldest, warmest) = (degrees(evaporation.rows.first())?, degrees(evaporation.rows.last())?);
    if air < coldest {
        return Err(FaultKind::TooSmall(coldest));
    }
    around(evaporation, air).ok_or(FaultKind::TooLarge(warmest))
}

/// The two rows of the table around a temperature, each with its temperature and its coefficient.
fn around(evaporation: &'static Table, air: f64) -> Option<[(Figure, Figure); 2]> {
    let degrees = |row: &Row| parse(row.id);
    let after = evaporation.rows.iter().position(|row| degrees(row).is_some_and(|there| air <= there))?;
    let rows = evaporation.rows.get(after.max(1) - 1..=after.max(1))?;
    let point = |row: &'static Row| {
        let coefficient = row.cells.first()?.as_ref()?;
        let temperature = Quantity::new(degrees(row)?, Unit::DegreeCelsius);
        let temperature = Figure::reference(temperature, row.name, coefficient.source);
        Some((temperature, coefficient.figure_in(Unit::PerDegreeCelsius)))
    };
    Some([point(rows.first()?)?, point(rows.get(1)?)?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::METRICS;
    use crate::metric::GivenNumber;
    use crate::metric::{AnyCalculation, Path};
    use std::collections::HashSet;

    #[test]
    fn every_quota_is_found_by_its_name_and_has_a_unit_a_level_and_a_source() {
        let mut ids = HashSet::new();
        for each in quotas() {
            assert!(ids.insert(each.id()), "{} twice", each.id());
            assert_eq!(quota(&each.id()).map(Quota::id), Some(each.id()));
            assert!(!each.product.unit.zh.is_empty() && !each.product.unit.en.is_empty(), "{}", each.id());
            assert!(each.source().is_some(), "{}", each.id());
            let general = each.general().unwrap_or_else(|| panic!("{}: no general value", each.id())).value;
            for stricter in [each.advanced(), each.leading()].into_iter().flatten() {
                assert!(stricter.value <= general, "{}", each.id());
            }
        }
        assert!(ids.len() > 50, "{}", ids.len());
        assert!(quota("canal.soil/clay").is_none() && quota("steel").is_none());
        assert!(quota_choices().iter().map(|choice| choice.code).eq(quotas().map(Quota::id)));
    }

    #[test]
    fn a_quota_by_person_is_found_by_its_name_and_keeps_its_province_and_its_status() {
        for choice in person_quota_choices() {
            let quota = person_quota(choice.code).expect(choice.code);
            assert_eq!(person_quota(choice.name.zh).map(Quota::id), Some(quota.id()));
            assert_eq!(quota.product.unit.zh, "m³/(人·a)", "{}", quota.id());
            let [general, advanced] = [quota.general(), quota.advanced()].map(|one| one.expect("a value"));
            assert!(advanced.value < general.value, "{}", quota.id());
            assert!(
                !general.source.status.is_verified() && choice.name.zh.starts_with("山东"),
                "{}",
                quota.id()
            );
        }
        assert!(
            person_quota("").is_none() && person_quota("quota.gbt18916_2_2022/coking_cold_rolling").is_none()
        );
    }

    #[test]
    fn a_standard_with_two_editions_is_there_twice() {
        let power = |edition| {
            quota(&format!("quota.gbt18916_1_{edition}/circulating_300"))
                .and_then(Quota::general)
                .expect("shipped")
        };
        assert_eq!((power("2012").printed, power("2019").printed), ("2.75", "2.70"));
    }

    #[test]
    fn every_limit_judges_a_metric_of_the_register() {
        for limit in sector_limits() {
            let known = METRICS.iter().any(|metric| metric.info().id == limit.metric);
            assert!(known, "{} {}", limit.sector.id, limit.metric);
        }
        for table in LIMITS {
            assert!(
                table.columns.iter().all(|id| ["at_least", "at_most", "below"].contains(id)),
                "{}",
                table.id
            );
        }
    }

    #[test]
    fn a_limit_that_must_be_stayed_below_is_not_kept_by_itself() {
        let copper = sector_limits().find(|limit| limit.bound == Bound::Below).expect("copper has one");
        let met = |value| copper.is_met(value, Judging::FullValue);
        assert!(met(copper.limit.value - 0.01) && !met(copper.limit.value));
    }

    #[test]
    fn every_value_of_the_evaporation_table_is_read_as_printed() {
        for row in COOLING_EVAPORATION.rows {
            let value = row.id.parse().expect("a temperature");
            let given = GivenNumber { path: Path::to("air_c"), value, u: None };
            let Ok(Outcome::One(k)) = AnyCalculation::compute(&CoolingEvaporationCoefficient, &[given])
            else {
                panic!("{value}: no coefficient");
            };
            let printed = row.cells[0].as_ref().expect("filled").value;
            assert!((k.value() - printed).abs() < 1e-15, "{value}");
        }
    }
}
