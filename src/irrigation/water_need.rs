//! 作物需水推算, from a station's months and the crops' stages to what the crops need.

use super::season_days::{Need, StagePart, Visit, stage_parts, visits};
use super::sources;
use super::{
    CropAndReference, CropCoefficientInStage, CropEvapotranspiration, DryCropNeed, EffectiveRainUsda,
    GrossFromNet, NetAndCoefficient, NetRequirementDry, Rain, ReferenceEt0Estimated, SparseWeather, Stage,
};
use crate::metric::{
    Calculation, Figure, InputSet, Number, Outcome, Refusal, Workings, in_unit, inputs, metric, shared,
};
use crate::quantity::{MONTH_DAYS, Quantity, Unit, days_before};
use crate::text::Words;
use crate::water::{self, Amounts, Total};

metric! {
    /// 时段水深, the depth that a daily rate comes to in a period.
    ///
    /// # Formula
    /// h = r·t
    ///
    /// # Source
    /// Addition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{DepthOfDays, RateAndDays}, metric::Metric};
    /// assert_eq!(DepthOfDays::formula(&RateAndDays { rate_mm_d: 4.0, days: 30.0 }), 120.0);
    /// ```
    DepthOfDays("irrigation.depth_of_days", "时段水深", "Depth of a period")
    from RateAndDays {
        number rate_mm_d "r" "日强度" "rate a day" = in_unit(Unit::MillimetrePerDay).at_least(0.0);
        number days "t" "天数" "days" = in_unit(Unit::Day).at_least(0.0);
    }
    gives "h" in Millimetre, 1 decimals;
    source sources::ARITHMETIC;
    formula |x, n| x.rate_mm_d * x.days
}

metric! {
    /// 生育期内的月量, what of a month's amount falls into the days of a season.
    ///
    /// # Formula
    /// p = P·t / T
    ///
    /// # Source
    /// Addition; verified. The amount is taken to be spread evenly over the month.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{MonthAmount, PartOfMonth}, metric::Metric};
    /// assert_eq!(PartOfMonth::formula(&MonthAmount { amount: 62.0, days: 10.0, month_days: 31.0 }), 20.0);
    /// ```
    PartOfMonth("irrigation.part_of_month", "生育期内的月量", "Part of a month's amount")
    from MonthAmount {
        number amount "P" "全月的量" "amount of the month" = shared().at_least(0.0);
        number days "t" "生育期内天数" "days in the season" = in_unit(Unit::Day).at_least(0.0);
        number month_days "T" "全月天数" "days of the month" = in_unit(Unit::Day).above(0.0);
    }
    gives "p" shared, 4 significant;
    order days <= month_days, "days_beyond_month", crate::text::Key::FaultDayBeyondStage;
    source sources::ARITHMETIC;
    formula |x, n| x.amount * x.days / x.month_days
}

inputs! {
    /// A crop's amount and its share of the area.
    pub struct ShareOfArea {
        number share "α" "种植比例" "share of the area" = in_unit(Unit::One).at_least(0.0);
        number amount "x" "作物的量" "amount of the crop" = shared().at_least(0.0);
    }
}

metric! {
    /// 综合量, an amount over the whole area from the crops on it.
    ///
    /// # Formula
    /// x = Σ αᵢ·xᵢ
    ///
    /// # Symbols
    /// - αᵢ, share of a crop; with several harvests a year the shares add up to more than 1.
    ///
    /// # Source
    /// Addition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{CropShares, OverAllCrops, ShareOfArea}, metric::Metric, numeric::round};
    /// let crops = vec![ShareOfArea { share: 0.6, amount: 300.0 }, ShareOfArea { share: 0.4, amount: 200.0 }];
    /// assert_eq!(round(OverAllCrops::formula(&CropShares { crops }), 6), 260.0);
    /// ```
    OverAllCrops("irrigation.over_all_crops", "各作物综合量", "Amount over all crops")
    from CropShares {
        rows<ShareOfArea> crops "i" "作物" "crops";
    }
    gives "x" shared, 4 significant;
    source sources::ARITHMETIC;
    formula |x, n| Number::sum(x.crops.iter().map(|crop| crop.share * crop.amount))
}

/// A station with its months, and the crops around it.
#[derive(Clone, Debug, Default)]
pub struct CropSeasonPlan {
    /// 纬度.
    pub latitude: Option<Figure>,
    /// 海拔.
    pub altitude: Option<Figure>,
    /// 灌溉水利用系数 for the gross requirement.
    pub efficiency: Option<Figure>,
    /// The months.
    pub months: Vec<StationMonth>,
    /// The crops.
    pub crops: Vec<PlannedCrop>,
}

/// A month at the station.
#[derive(Clone, Debug)]
pub struct StationMonth {
    /// The caller's own mark.
    pub key: u32,
    /// 1 to 12, where it is one.
    pub month: Option<u32>,
    /// 最高气温.
    pub tmax: Option<Figure>,
    /// 最低气温.
    pub tmin: Option<Figure>,
    /// 平均相对湿度.
    pub humidity: Option<Figure>,
    /// 2 m 风速.
    pub wind: Option<Figure>,
    /// 日照时数.
    pub sunshine: Option<Figure>,
    /// 降雨量.
    pub rain: Option<Figure>,
}

/// A crop of the season.
#[derive(Clone, Debug)]
pub struct PlannedCrop {
    /// The caller's own mark.
    pub key: u32,
    /// 种植比例.
    pub share: Option<Figure>,
    /// Day of the year on which it begins, where it is one.
    pub start: Option<u32>,
    /// Length of the four stages.
    pub stages: [Option<Figure>; 4],
    /// Kc of the initial stage, mid-season, and at the end.
    pub coefficients: [Option<Figure>; 3],
}

/// What the plan comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WaterNeedFigures {
    /// Each month, in the order given.
    pub months: Vec<MonthFigures>,
    /// Each crop, in the order given.
    pub crops: Vec<CropNeedFigures>,
    /// 净灌溉需水量 over the whole area.
    pub net: Option<Figure>,
    /// 毛灌溉需水量 over the whole area.
    pub gross: Option<Figure>,
    /// What was refused.
    pub refusals: Vec<Refusal<WaterNeedAt>>,
}

/// A month of the plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MonthFigures {
    /// The mark of its row.
    pub key: u32,
    /// ET0 a day.
    pub et0: Option<Figure>,
    /// 有效降雨 of the month.
    pub effective_rain: Option<Figure>,
    /// What the crops use over the whole area.
    pub evapotranspiration: Option<Figure>,
    /// What they need beside the rain.
    pub net: Option<Figure>,
}

/// A crop of the plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CropNeedFigures {
    /// The mark of its row.
    pub key: u32,
    /// What it uses in its season.
    pub evapotranspiration: Option<Figure>,
    /// What it needs beside the rain.
    pub net: Option<Figure>,
}

/// A place in the plan, by the caller's marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaterNeedAt {
    /// A month.
    Month(u32),
    /// A crop.
    Crop(u32),
    /// The plan as a whole.
    Whole,
}

/// Works a plan out. What one row lacks never stops the others.
pub fn compute_water_need(plan: &CropSeasonPlan) -> WaterNeedFigures {
    let mut work = Workings::default();
    let mut months: Vec<MonthFigures> =
        plan.months.iter().map(|month| month_figures(&mut work, plan, month)).collect();
    let needs: Vec<Vec<Need>> =
        plan.crops.iter().map(|crop| crop_months(&mut work, plan, crop, &months)).collect();
    let crops: Vec<CropNeedFigures> = plan
        .crops
        .iter()
        .zip(&needs)
        .map(|(crop, needs)| {
            let at = WaterNeedAt::Crop(crop.key);
            let lacks = needs.contains(&Need::Missing) || has_gap(plan, crop);
            let all = |of: fn(&(Figure, Figure)) -> Figure| {
                needs.iter().filter_map(Need::known).map(of).collect::<Vec<_>>()
            };
            let whole = |figure: Option<Figure>| figure.map(|figure| figure.incomplete_if(lacks));
            CropNeedFigures {
                key: crop.key,
                evapotranspiration: whole(total(&mut work, at, all(|need| need.0.clone()))),
                net: whole(total(&mut work, at, all(|need| need.1.clone()))),
            }
        })
        .collect();
    for (place, month) in months.iter_mut().enumerate() {
        let of_month = |of: fn(&(Figure, Figure)) -> Figure| {
            let grown = plan.crops.iter().zip(&needs).map(|(crop, needs)| (crop, &needs[place]));
            let grown = grown.filter(|(_, need)| **need != Need::NotGrown);
            grown.map(|(crop, need)| share(crop, need.known().map(of))).collect::<Vec<_>>()
        };
        month.evapotranspiration = over_all(&mut work, of_month(|need| need.0.clone()));
        month.net = over_all(&mut work, of_month(|need| need.1.clone()));
    }
    let shares = plan.crops.iter().zip(&crops).map(|(crop, figures)| share(crop, figures.net.clone()));
    let net = over_all(&mut work, shares.collect());
    let gross = net.clone().zip(plan.efficiency.clone()).and_then(|(net, coefficient)| {
        work.compute(WaterNeedAt::Whole, &GrossFromNet, NetAndCoefficient { net, coefficient })
    });
    WaterNeedFigures { months, crops, net, gross, refusals: work.refusals }
}

fn month_figures(
    work: &mut Workings<WaterNeedAt>,
    plan: &CropSeasonPlan,
    month: &StationMonth,
) -> MonthFigures {
    let at = WaterNeedAt::Month(month.key);
    let effective_rain =
        month.rain.clone().and_then(|rain_mm| work.compute(at, &EffectiveRainUsda, Rain { rain_mm }));
    MonthFigures {
        key: month.key,
        et0: et0(work, at, plan, month),
        effective_rain,
        ..MonthFigures::default()
    }
}

fn et0(
    work: &mut Workings<WaterNeedAt>,
    at: WaterNeedAt,
    plan: &CropSeasonPlan,
    month: &StationMonth,
) -> Option<Figure> {
    let number = month.month?;
    let middle = days_before(number) + MONTH_DAYS[number as usize - 1].div_ceil(2);
    let weather = SparseWeather {
        tmax_c: month.tmax.clone()?,
        tmin_c: month.tmin.clone()?,
        latitude_deg: plan.latitude.clone()?,
        altitude_m: plan.altitude.clone()?,
        day_of_year: of_calendar(Words::new("月中日序", "Day of the year at mid-month"), middle, Unit::One),
        wind_2m_m_s: month.wind.clone(),
        rh_max: None,
        rh_min: None,
        rh_mean: month.humidity.clone(),
        actual_vapour_kpa: None,
        dew_point_depression_c: None,
        sunshine_h: month.sunshine.clone(),
        solar_mj_m2_d: None,
        radiation_coefficient: None,
        soil_heat_mj_m2_d: of_calendar(
            Words::new("忽略土壤热通量", "Soil heat flux left out"),
            0,
            Unit::MegajoulePerSquareMetreDay,
        ),
    };
    match ReferenceEt0Estimated::compute(&weather) {
        Ok(Outcome::One(figure)) => Some(figure),
        Ok(Outcome::List(_) | Outcome::Several(_)) => None,
        Err(fault) => {
            let inputs = <SparseWeather<f64> as InputSet<f64>>::INPUTS;
            work.refusals.push(Refusal { at, name: ReferenceEt0Estimated::INFO.name, inputs, fault });
            None
        }
    }
}

/// Whether the season meets a month that the plan does not have.
fn has_gap(plan: &CropSeasonPlan, crop: &PlannedCrop) -> bool {
    let is_missing = |month: &u32| plan.months.iter().all(|one| one.month != Some(*month));
    let is_met = |month: u32| {
        crop.start
            .zip(season_length(crop))
            .is_some_and(|(start, days)| !visits(start, days, month).is_empty())
    };
    (1..=12).filter(is_missing).any(is_met)
}

/// What a crop needs in each of the plan's months.
fn crop_months(
    work: &mut Workings<WaterNeedAt>,
    plan: &CropSeasonPlan,
    crop: &PlannedCrop,
    months: &[MonthFigures],
) -> Vec<Need> {
    let at = WaterNeedAt::Crop(crop.key);
    let mut known = |visits: &[Visit], month: &StationMonth, figures: &MonthFigures| {
        let depths = visits.iter().map(|visit| depths(work, crop, figures.et0.as_ref()?, visit));
        let used = water::total(depths.collect::<Option<Vec<_>>>()?.into_iter().flatten())?;
        let month_days = MONTH_DAYS[month.month? as usize - 1];
        // A leap year's season may meet the day on which it began again.
        let days = visits.iter().map(|visit| visit.days).sum::<u32>().min(month_days);
        let days_in = days_in_month(days);
        let rain = figures
            .effective_rain
            .clone()
            .unwrap_or_else(|| of_calendar(Words::new("未填降雨", "No rain entered"), 0, Unit::Millimetre));
        let part = MonthAmount {
            amount: rain,
            days: days_in,
            month_days: of_calendar(Words::new("全月天数", "Days of the month"), month_days, Unit::Day),
        };
        let effective_rain_mm = work.compute(at, &PartOfMonth, part)?;
        let none = || of_calendar(Words::new("不计", "Not counted"), 0, Unit::Millimetre);
        let need = DryCropNeed {
            crop_evapotranspiration_mm: used.clone(),
            effective_rain_mm,
            groundwater_mm: none(),
            storage_change_mm: none(),
        };
        Some(Need::Known(Box::new((used, work.compute(at, &NetRequirementDry, need)?))))
    };
    let mut one = |(month, figures): (&StationMonth, &MonthFigures)| {
        let Some((start, days)) = crop.start.zip(season_length(crop)) else { return Need::Missing };
        // A row that is no month of its own brings nothing; whether a month is missing is asked of the plan.
        let Some(number) = month.month else { return Need::NotGrown };
        let visits = visits(start, days, number);
        if visits.is_empty() {
            Need::NotGrown
        } else {
            known(&visits, month, figures).unwrap_or(Need::Missing)
        }
    };
    plan.months.iter().zip(months).map(&mut one).collect()
}

/// How many days a crop's stages come to.
fn season_length(crop: &PlannedCrop) -> Option<u32> {
    let stages = crop.stages.iter().map(|stage| stage.as_ref().map(Figure::value));
    Some(stages.sum::<Option<f64>>()?.clamp(0.0, 366.0) as u32)
}

/// What a crop uses in a part of a month, by the stages that the part reaches into.
fn depths(
    work: &mut Workings<WaterNeedAt>,
    crop: &PlannedCrop,
    et0: &Figure,
    visit: &Visit,
) -> Option<Vec<Figure>> {
    let [initial, middle, end] = crop.coefficients.clone();
    let (initial, middle, end) = (initial?, middle?, end?);
    let from_to = [
        (initial.clone(), initial.clone()),
        (initial, middle.clone()),
        (middle.clone(), middle.clone()),
        (middle, end),
    ];
    let lengths = crop.stages.clone().map(|stage| stage.as_ref().map(Figure::value));
    let [Some(first), Some(second), Some(third), Some(last)] = lengths else { return None };
    let parts = stage_parts(visit, [first, second, third, last]);
    let depth = |part: &StagePart| {
        let at = WaterNeedAt::Crop(crop.key);
        let (coefficient_start, coefficient_end) = from_to[part.stage].clone();
        let name = Words::new("所计各日在阶段内的平均日序", "Mean day of the stage over the days counted");
        let day = Figure::reference(Quantity::new(part.mean_day, Unit::Day), name, sources::ARITHMETIC);
        let stage = Stage { coefficient_start, coefficient_end, day, days: crop.stages[part.stage].clone()? };
        let crop_coefficient = work.compute(at, &CropCoefficientInStage, stage)?;
        let etc = CropAndReference { crop_coefficient, reference_evapotranspiration: et0.clone() };
        let rate_mm_d = work.compute(at, &CropEvapotranspiration, etc)?;
        work.compute(at, &DepthOfDays, RateAndDays { rate_mm_d, days: days_in_month(part.days) })
    };
    parts.iter().map(depth).collect()
}

fn days_in_month(days: u32) -> Figure {
    of_calendar(Words::new("生育期在本月的天数", "Days of the season in the month"), days, Unit::Day)
}

fn share(crop: &PlannedCrop, amount: Option<Figure>) -> Option<ShareOfArea<Figure>> {
    Some(ShareOfArea { share: crop.share.clone()?, amount: amount? })
}

/// The mean over the area of what is known of the crops, which says where something is not.
fn over_all(work: &mut Workings<WaterNeedAt>, shares: Vec<Option<ShareOfArea<Figure>>>) -> Option<Figure> {
    let (crops, lacks) = water::known(shares);
    if crops.is_empty() {
        return None;
    }
    Some(work.compute(WaterNeedAt::Whole, &OverAllCrops, CropShares { crops })?.incomplete_if(lacks))
}

fn total(work: &mut Workings<WaterNeedAt>, at: WaterNeedAt, amounts: Vec<Figure>) -> Option<Figure> {
    if amounts.is_empty() { None } else { work.compute(at, &Total, Amounts { amounts }) }
}

/// A number of the calendar, or none at all, which the derivation names for what it is.
fn of_calendar(name: Words, value: u32, unit: Unit) -> Figure {
    Figure::reference(Quantity::new(f64::from(value), unit), name, sources::ARITHMETIC)
}
