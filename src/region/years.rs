//! 历年指标, what each year of a region comes to by its use, its supply, its people and what they made.

use super::{
    ConsumedAndUsed, ConsumptionRate, GrowthRate, NonconventionalCount, NormalYearUse, OnceThroughCount,
    PartAndSum, RealDeclineRate, ShareOfSum, TwoYears, UseAndAgriculture, UseAndGdp, UseAndGrowth,
    UseAndPeople, WaterPerCapita, WaterPerGdp,
};
use crate::industry::{IntakeAndValueAdded, IntakePerValueAdded};
use crate::irrigation::{GrossAndArea, WaterPerMu};
use crate::metric::{Citation, Figure, Refusal, Workings, metric, shared};
use crate::text::Key;
use crate::water;

metric! {
    /// 计入口径的用水量, water that counts once what does not is taken off.
    ///
    /// # Formula
    /// W = V − X
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{CountedUse, UseAndLeftOut}};
    /// assert_eq!(CountedUse::formula(&UseAndLeftOut { whole: 100.0, left_out: 8.0 }), 92.0);
    /// ```
    CountedUse("region.counted_use", "计入口径的用水量", "Water that counts")
    from UseAndLeftOut {
        number whole "V" "全部用水量" "all water" = shared().at_least(0.0);
        number left_out "X" "不计入的水量" "water that does not count" = shared().at_least(0.0);
    }
    gives "W" shared, 8 significant;
    order left_out <= whole, "part_above_total", Key::FaultPartAboveTotal;
    source Citation::BY_DEFINITION;
    formula |x, n| x.whole - x.left_out
}

/// A year of a region as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegionYear {
    /// The mark of its row.
    pub key: u32,
    /// The year.
    pub year: i32,
    /// Water of agriculture, industry, domestic use, ecology.
    pub uses: [Option<Figure>; 4],
    /// 用水总量 as it was printed.
    pub total: Option<Figure>,
    /// 地表水, 地下水, 非常规水.
    pub sources: [Option<Figure>; 3],
    /// 火电直流冷却, of industry.
    pub once_through: Option<Figure>,
    /// 平水年折算系数.
    pub normal_factor: Option<Figure>,
    /// 耗水量.
    pub consumed: Option<Figure>,
    /// 退水量.
    pub returned: Option<Figure>,
    /// 再生水利用量, of the other sources.
    pub reclaimed: Option<Figure>,
    /// 地区生产总值, prices of the year.
    pub gdp: Option<Figure>,
    /// Its growth in constant prices.
    pub gdp_growth: Option<Figure>,
    /// 工业增加值, prices of the year.
    pub value_added: Option<Figure>,
    /// Its growth in constant prices.
    pub value_added_growth: Option<Figure>,
    /// 年末常住人口.
    pub population: Option<Figure>,
    /// 实际灌溉面积.
    pub irrigated_area: Option<Figure>,
    /// 农田灌溉用水量.
    pub irrigation_use: Option<Figure>,
}

/// Which water counts in intensities.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counting {
    /// Non-conventional water; none where what was chosen cannot be read.
    pub nonconventional: Option<NonconventionalCount>,
    /// Once-through cooling; none where what was chosen cannot be read.
    pub once_through: Option<OnceThroughCount>,
}

/// What a year comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegionYearFigures {
    /// The mark of its row.
    pub key: u32,
    /// The year.
    pub year: i32,
    /// 用水总量.
    pub total: Option<Figure>,
    /// Against the year before.
    pub growth: Option<Figure>,
    /// 耗水率.
    pub consumption_rate: Option<Figure>,
    /// 折算平水年用水总量, where a factor is known.
    pub normal: Option<Figure>,
    /// Shares of agriculture, industry, domestic use, ecology.
    pub shares: [Option<Figure>; 4],
    /// 供水总量.
    pub supply: Option<Figure>,
    /// 非常规水.
    pub other: Option<Figure>,
    /// Share of non-conventional water in the supply.
    pub other_share: Option<Figure>,
    /// 人均综合用水量.
    pub per_person: Option<Figure>,
    /// 万元GDP用水量.
    pub per_gdp: Option<Figure>,
    /// 万元工业增加值用水量.
    pub per_value_added: Option<Figure>,
    /// 亩均灌溉用水量.
    pub per_mu: Option<Figure>,
    /// 万元GDP用水量下降率 against the year before, constant prices.
    pub gdp_decline: Option<Figure>,
    /// 万元工业增加值用水量下降率 against the year before, constant prices.
    pub value_added_decline: Option<Figure>,
    /// Water that counts by GDP.
    pub(super) by_gdp: Option<Figure>,
    /// Water of industry that counts.
    pub(super) by_industry: Option<Figure>,
}

/// Works years out, in the order given, and notes what is refused with the mark of the row.
pub fn compute_years(
    years: &[RegionYear],
    counting: Counting,
) -> (Vec<RegionYearFigures>, Vec<Refusal<u32>>) {
    let mut work = Workings::default();
    let mut found: Vec<RegionYearFigures> =
        years.iter().map(|year| of_one_year(&mut work, year, counting)).collect();
    for (place, year) in years.iter().enumerate() {
        let Some(before) = found.iter().position(|other| other.year == year.year - 1) else { continue };
        let growth = two_years(&mut work, &found[before].total, &found[place].total, year.key);
        let mut declined = |use_of: fn(&RegionYearFigures) -> &Option<Figure>, growth: &Option<Figure>| {
            let known =
                Some((use_of(&found[before]).clone()?, use_of(&found[place]).clone()?, growth.clone()?));
            let (use_before, use_after, growth_pct) = known?;
            let years = UseAndGrowth { use_before, use_after, growth_pct };
            work.compute(year.key, &RealDeclineRate, years)
        };
        let gdp_decline = declined(|year| &year.by_gdp, &year.gdp_growth);
        let value_added_decline = declined(|year| &year.by_industry, &year.value_added_growth);
        let per_person = people(&years[before], year, &found[place].total)
            .and_then(|people| work.compute(year.key, &WaterPerCapita, people));
        let year = &mut found[place];
        (year.growth, year.gdp_decline) = (growth, gdp_decline);
        (year.value_added_decline, year.per_person) = (value_added_decline, per_person);
    }
    (found, work.refusals)
}

/// Water of a year by people at its beginning and end.
fn people(before: &RegionYear, year: &RegionYear, total: &Option<Figure>) -> Option<UseAndPeople<Figure>> {
    Some(UseAndPeople {
        use_1e8_m3: total.clone()?,
        population_start_1e4: before.population.clone()?,
        population_end_1e4: year.population.clone()?,
    })
}

fn two_years(
    work: &mut Workings<u32>,
    before: &Option<Figure>,
    after: &Option<Figure>,
    key: u32,
) -> Option<Figure> {
    // A year without water has no growth to be told of.
    let base = before.clone().filter(|base| base.value() > 0.0)?;
    work.compute(key, &GrowthRate, TwoYears { base, current: after.clone()? })
}

fn of_one_year(work: &mut Workings<u32>, year: &RegionYear, counting: Counting) -> RegionYearFigures {
    let key = year.key;
    let is_any = year.uses.iter().any(Option::is_some);
    // A total that was printed counts where not all its parts are there.
    let is_whole = year.uses.iter().all(Option::is_some);
    let total = match &year.total {
        Some(printed) if !is_whole => Some(printed.clone()),
        _ if is_any => water::total_of(year.uses.iter().cloned()),
        _ => None,
    };
    let share = |work: &mut Workings<u32>, part: &Option<Figure>, sum: &Option<Figure>| {
        let sum = sum.clone().filter(|sum| sum.value() > 0.0)?;
        work.compute(key, &ShareOfSum, PartAndSum { part: part.clone()?, sum })
    };
    let supply = match year.sources.iter().any(Option::is_some) {
        true => water::total_of(year.sources.iter().cloned()),
        false => None,
    };
    let [agriculture, industry, ..] = &year.uses;
    let other = year.sources[2].clone();
    let by_gdp = match counting.nonconventional {
        Some(NonconventionalCount::Counted) => total.clone(),
        Some(NonconventionalCount::LeftOut) => without(work, key, &total, &other),
        None => total.clone().map(Figure::incomplete),
    };
    let by_industry = match counting.once_through {
        Some(OnceThroughCount::Counted) => industry.clone(),
        Some(OnceThroughCount::LeftOut) => without(work, key, industry, &year.once_through),
        None => industry.clone().map(Figure::incomplete),
    };
    let normal = || {
        let (total, agriculture) = (total.clone()?, agriculture.clone()?);
        Some(UseAndAgriculture { total, agriculture, factor: year.normal_factor.clone()? })
    };
    let per_gdp = || Some(UseAndGdp { use_1e8_m3: by_gdp.clone()?, gdp_1e8_yuan: year.gdp.clone()? });
    let per_value_added = || {
        let (intake_m3, value_added_10k_yuan) = (by_industry.clone()?, year.value_added.clone()?);
        Some(IntakeAndValueAdded { intake_m3, value_added_10k_yuan })
    };
    let per_mu = || {
        let (gross_10k_m3, area_10k_mu) = (year.irrigation_use.clone()?, year.irrigated_area.clone()?);
        Some(GrossAndArea { gross_10k_m3, area_10k_mu })
    };
    let consumed = || Some(ConsumedAndUsed { consumed: year.consumed.clone()?, used: total.clone()? });
    RegionYearFigures {
        key,
        year: year.year,
        growth: None,
        consumption_rate: work.compute(key, &ConsumptionRate, consumed()),
        normal: work.compute(key, &NormalYearUse, normal()),
        shares: year.uses.each_ref().map(|part| share(work, part, &total)),
        other_share: share(work, &other, &supply),
        per_person: None,
        per_gdp: work.compute(key, &WaterPerGdp, per_gdp()),
        per_value_added: work.compute(key, &IntakePerValueAdded, per_value_added()),
        per_mu: work.compute(key, &WaterPerMu, per_mu()),
        gdp_decline: None,
        value_added_decline: None,
        total,
        supply,
        other,
        by_gdp,
        by_industry,
    }
}

/// Water without a part of it; where the part is not known, all of it, which then says so.
fn without(
    work: &mut Workings<u32>,
    key: u32,
    whole: &Option<Figure>,
    part: &Option<Figure>,
) -> Option<Figure> {
    let whole = whole.clone()?;
    match part.clone() {
        Some(left_out) => work.compute(key, &CountedUse, UseAndLeftOut { whole, left_out }),
        None => Some(whole.incomplete()),
    }
}
