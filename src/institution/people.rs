//! 用水人数与人均用水量, how many people an institution counts, and what each of them uses.

use super::sources;
use crate::metric::{Citation, in_unit, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

metric! {
    /// 标准人数, people weighted by how much of their day they spend at the place.
    ///
    /// # Formula
    /// N = N1 + w·N2
    ///
    /// # Symbols
    /// - w: 0.5 unless the rubric or the province says otherwise; visitors count by their days over 365.
    ///
    /// # Source
    /// Water quota of universities, Shandong DB37/T 4452 · 2021; unverified (textbook). The factor is printed; that it
    /// is for non-residents is to be confirmed.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, institution::{People, StandardPeople}};
    /// let college = People { resident: 8000.0, nonresident: 1000.0, nonresident_weight: 0.25 };
    /// assert_eq!(StandardPeople::formula(&college), 8250.0);
    /// ```
    StandardPeople("unit.standard_people", "标准人数", "Equivalent population")
    from People {
        number resident "N1" "住宿人数" "resident people" = in_unit(Unit::Person).at_least(0.0);
        number nonresident "N2" "非住宿人数" "non-resident people" = in_unit(Unit::Person).at_least(0.0);
        number nonresident_weight "w" "非住宿人员折算系数" "weight of a non-resident" = in_unit(Unit::One).at_least(0.0).at_most(1.0).or(0.5);
    }
    gives "N" in Person, 1 decimals;
    source sources::SHANDONG_UNIVERSITIES;
    formula |x, n| x.resident + x.nonresident_weight * x.nonresident
}

metric! {
    /// 人均日用水量, litres by person and day.
    ///
    /// # Formula
    /// q = 1000·V / (n·d)
    ///
    /// # Symbols
    /// - d: calendar, working or school days, as the quota that it is compared with counts them.
    ///
    /// # Source
    /// Tianyi high school, water-saving results (application after DB32/T 2946) · 2016; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, institution::{PeopleAndDays, WaterPerPersonDay}};
    /// let school = PeopleAndDays { volume_m3: 30_000.0, people: 1000.0, days: 250.0 };
    /// assert_eq!(WaterPerPersonDay::formula(&school), 120.0);
    /// ```
    WaterPerPersonDay("unit.water_per_person_day", "人均日用水量", "Water per person and day")
    from PeopleAndDays {
        number volume_m3 "V" "用水量" "water used" = in_unit(Unit::CubicMetre).at_least(0.0);
        number people "n" "用水人数" "people" = in_unit(Unit::Person).above(0.0);
        number days "d" "天数" "days" = in_unit(Unit::Day).above(0.0).at_most(366.0);
    }
    gives "q" in LitrePerPersonDay, 1 decimals;
    source sources::TIANYI;
    formula |x, n| n(1000.0) * x.volume_m3 / (x.people * x.days)
}

metric! {
    /// 标准人数年均用水量, water of a year by standard person.
    ///
    /// # Formula
    /// qa = V / N
    ///
    /// # Symbols
    /// - Non-conventional water is left out of V where the rubric leaves it out.
    ///
    /// # Source
    /// Changzhou water bureau, report on a water-saving college · 2022-11-24; verified. Name and unit stand there.
    ///
    /// # Example
    /// A college of Guangdong in 2019:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, institution::{YearAndPeople, WaterPerPersonYear}};
    /// let college = YearAndPeople { volume_m3: 1_230_000.0, standard_people: 13_000.0 };
    /// assert_eq!(round(WaterPerPersonYear::formula(&college), 2), 94.62);
    /// ```
    WaterPerPersonYear("unit.water_per_person_year", "标准人数年均用水量", "Water per standard person and year")
    from YearAndPeople {
        number volume_m3 "V" "年用水量" "water of the year" = in_unit(Unit::CubicMetre).at_least(0.0);
        number standard_people "N" "标准人数" "equivalent population" = in_unit(Unit::Person).above(0.0);
    }
    gives "qa" in CubicMetrePerPersonYear, 2 decimals;
    source sources::CHANGZHOU;
    formula |x, n| x.volume_m3 / x.standard_people
}

metric! {
    /// 人均用水量比值, water of a person against the mean of institutions of the same kind.
    ///
    /// # Formula
    /// r = V / (n·m)
    ///
    /// # Symbols
    /// - m, the province's mean of the same kind of institution in the year before, which the user gives.
    ///
    /// # Source
    /// Annex 5, construction standard of water-saving units (re-published) · 2013; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, institution::{PeopleAndMean, PerPersonRatio}};
    /// let office = PeopleAndMean { volume_m3: 1900.0, people: 100.0, reference_m3_per_person: 20.0 };
    /// assert_eq!(PerPersonRatio::formula(&office), 0.95);
    /// ```
    PerPersonRatio("unit.per_person_ratio", "人均用水量比值", "Water per person against the mean")
    from PeopleAndMean {
        number volume_m3 "V" "年用水量" "water of the year" = in_unit(Unit::CubicMetre).at_least(0.0);
        number people "n" "用水人数" "people" = in_unit(Unit::Person).above(0.0);
        number reference_m3_per_person "m" "同类单位平均值" "mean of the same kind of unit" = in_unit(Unit::CubicMetrePerPersonYear).above(0.0);
    }
    gives "r" in One, 3 decimals;
    source sources::PUBLIC_INSTITUTION;
    formula |x, n| x.volume_m3 / (x.people * x.reference_m3_per_person)
}

metric! {
    /// 人均用水量与定额之比, water of a person against its quota; 1 and below keeps it.
    ///
    /// # Formula
    /// k = qa / m
    ///
    /// # Symbols
    /// - Both by year or both by day, as the quota is written.
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// A college of Zhejiang against 45 m³ by standard person:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, institution::{PersonAndQuota, PersonQuotaRatio}};
    /// assert_eq!(round(PersonQuotaRatio::formula(&PersonAndQuota { per_person: 33.05, quota: 45.0 }), 4), 0.7344);
    /// ```
    PersonQuotaRatio("unit.quota_ratio", "人均用水量与定额之比", "Water per person against the quota")
    from PersonAndQuota {
        number per_person "qa" "人均用水量" "water per person" = in_unit(Unit::CubicMetrePerPersonYear).at_least(0.0);
        number quota "m" "用水定额" "quota" = in_unit(Unit::CubicMetrePerPersonYear).above(0.0);
    }
    gives "k" in One, 3 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| x.per_person / x.quota
}

metric! {
    /// 由节水量反推的基准用水量, what was used before, from what was saved and the rate of saving that was reported.
    ///
    /// # Formula
    /// V0 = 100·ΔV / s
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// A university of Wuhan:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, institution::{BaseFromSaving, SavedAndRate}};
    /// let reported = SavedAndRate { saved_m3: 829_000.0, rate_pct: 40.1 };
    /// assert_eq!(round(BaseFromSaving::formula(&reported), 0), 2_067_332.0);
    /// ```
    BaseFromSaving("unit.base_from_saving", "反推基准用水量", "Base from saving")
    from SavedAndRate {
        number saved_m3 "ΔV" "节水量" "water saved" = in_unit(Unit::CubicMetre).at_least(0.0);
        number rate_pct "s" "节水率" "rate of saving" = in_unit(Unit::Percent).above(0.0).at_most(100.0);
    }
    gives "V0" in CubicMetre, 6 significant;
    source Citation::BY_DEFINITION;
    formula |x, n| n(100.0) * x.saved_m3 / x.rate_pct
}

metric! {
    /// 单位水量费用, what a cubic metre costs or brings in.
    ///
    /// # Formula
    /// c = F / V
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, institution::{CostPerM3, MoneyAndWater}};
    /// let planned = MoneyAndWater { yuan: 737_800.0, volume_m3: 298_700.0 };
    /// assert_eq!(round(CostPerM3::formula(&planned), 2), 2.47);
    /// ```
    CostPerM3("unit.cost_per_m3", "单位水量费用", "Cost per cubic metre")
    from MoneyAndWater {
        number yuan "F" "费用" "money" = in_unit(Unit::Yuan).at_least(0.0);
        number volume_m3 "V" "水量" "water" = in_unit(Unit::CubicMetre).above(0.0);
    }
    gives "c" in YuanPerCubicMetre, 2 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| x.yuan / x.volume_m3
}

metric! {
    /// 折算人数, a group of people as a rubric counts it: staff by half, boarders twice.
    ///
    /// # Formula
    /// n′ = w·n
    ///
    /// # Source
    /// By definition; verified. The weight is the rubric's.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, institution::{GroupAndWeight, WeightedPeople}};
    /// assert_eq!(WeightedPeople::formula(&GroupAndWeight { people: 620.0, weight: 0.5 }), 310.0);
    /// ```
    WeightedPeople("unit.weighted_people", "折算人数", "Weighted people")
    from GroupAndWeight {
        number people "n" "人数" "people" = in_unit(Unit::Person).at_least(0.0);
        number weight "w" "折算系数" "weight" = in_unit(Unit::One).at_least(0.0);
    }
    gives "n′" in Person, 1 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| x.weight * x.people
}

metric! {
    /// 外来人员折算人数, visitors counted by the days on which they are there.
    ///
    /// # Formula
    /// N3 = v·d / 365
    ///
    /// # Symbols
    /// - No rubric prints how visitors count; this way is to be confirmed.
    ///
    /// # Source
    /// Common practice; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, institution::{VisitorPeople, VisitorsAndDays}};
    /// assert_eq!(VisitorPeople::formula(&VisitorsAndDays { visitors: 730.0, days: 10.0 }), 20.0);
    /// ```
    VisitorPeople("unit.visitor_people", "外来人员折算人数", "Visitor equivalents")
    from VisitorsAndDays {
        number visitors "v" "外来人数" "visitors" = in_unit(Unit::Person).at_least(0.0);
        number days "d" "每人停留天数" "days of each" = in_unit(Unit::Day).at_least(0.0).at_most(366.0);
    }
    gives "N3" in Person, 1 decimals;
    source sources::TEXTBOOK;
    formula |x, n| x.visitors * x.days / n(365.0)
}

metric! {
    /// 人均用水量定额位置, where water by person stands between the quota's values: 0 and below keeps the advanced, 1 and below the
    /// general.
    ///
    /// # Formula
    /// p = (V / N − ma) / (mg − ma)
    ///
    /// # Symbols
    /// - ma, mg, the quota's advanced and general value, ma < mg.
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, institution::{PeopleAndQuota, QuotaPlace}};
    /// let college = PeopleAndQuota { volume_m3: 990_000.0, standard_people: 18_000.0, advanced: 45.0, general: 65.0 };
    /// assert_eq!(QuotaPlace::formula(&college), 0.5);
    /// ```
    QuotaPlace("unit.quota_place", "人均用水量定额位置", "Position of water per person between advanced and general quota")
    from PeopleAndQuota {
        number volume_m3 "V" "年用水量" "water of the year" = in_unit(Unit::CubicMetre).at_least(0.0);
        number standard_people "N" "标准人数" "equivalent population" = in_unit(Unit::Person).above(0.0);
        number advanced "ma" "定额先进值" "advanced value" = in_unit(Unit::CubicMetrePerPersonYear).above(0.0);
        number general "mg" "定额通用值" "general value" = in_unit(Unit::CubicMetrePerPersonYear).above(0.0);
    }
    gives "p" in One, 3 decimals;
    order advanced <= general, "advanced_above_general", Key::FaultAdvancedAboveGeneral;
    source Citation::BY_DEFINITION;
    formula |x, n| (x.volume_m3 / x.standard_people - x.advanced) / (x.general - x.advanced)
}

metric! {
    /// 超定额比例, by how much the water of a person is above its quota.
    ///
    /// # Formula
    /// r = 100·(q − m) / m
    ///
    /// # Symbols
    /// - Both by year or both by day, as the quota is written; below zero where the quota is kept.
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// A college that prints 121.5 L against 100 L:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, institution::{OverQuota, OverQuotaRate}};
    /// assert_eq!(round(OverQuotaRate::formula(&OverQuota { per_person: 121.5, quota: 100.0 }), 6), 21.5);
    /// ```
    OverQuotaRate("unit.over_quota_rate", "超定额比例", "Water above the quota")
    from OverQuota {
        number per_person "q" "人均用水量" "water per person" = shared().at_least(0.0);
        number quota "m" "用水定额" "quota" = shared().above(0.0);
    }
    gives "r" in Percent, 2 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| n(100.0) * (x.per_person - x.quota) / x.quota
}
