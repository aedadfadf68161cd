//! 水量估算, amounts without a meter of their own: a process, people, a lawn, a flow over hours, two readings, a bucket.

use super::{BalanceResidual, InsAndOuts, sources};
use crate::metric::{Fault, Figure, Outcome, calculation, in_unit, inputs, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

inputs! {
    /// Water that a process needs, and the share of it that comes round again.
    pub struct RequiredWater {
        number required "Wq" "工艺需水量" "water required" = shared().at_least(0.0);
        number recirculated_fraction "f" "循环比例" "fraction recirculated" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
    }
}

metric! {
    /// 工艺循环水量, water of a process that comes round again.
    ///
    /// # Formula
    /// Wr = Wq·f
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{ProcessRecirculated, RequiredWater}, metric::Metric};
    /// let process = RequiredWater { required: 1000.0, recirculated_fraction: 0.2 };
    /// assert_eq!(ProcessRecirculated::formula(&process), 200.0);
    /// ```
    ProcessRecirculated("industry.process_recirculated", "工艺循环水量", "Process water recirculated")
    from RequiredWater;
    gives "Wr" shared, 6 significant;
    source sources::MEASUR;
    formula |x, n| x.required * x.recirculated_fraction
}

calculation! {
    /// 工艺用水估算, what a process takes in and discharges.
    ///
    /// # Formula
    /// [`ProcessRecirculated`]; incoming is required less recirculated, discharged is incoming less consumed and lost, by
    /// [`BalanceResidual`]
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{exchange::evaluate, text::Language};
    /// let asked = r#"[{"metric": "industry.process_water_use",
    ///     "inputs": {"required": 1000, "consumed": 700, "lost": 50, "recirculated_fraction": 0.2}}]"#;
    /// let answers = evaluate(asked, Language::English).expect("an array").answers;
    /// assert_eq!(answers[0]["value"]["discharged"], 50.0);
    /// ```
    ProcessWaterUse("industry.process_water_use", "工艺用水估算", "Water of a process")
    from ProcessNeeds {
        number required "Wq" "工艺需水量" "water required" = shared().at_least(0.0);
        number consumed "Wc" "消耗水量" "water consumed" = shared().at_least(0.0);
        number lost "Wl" "损失水量" "water lost" = shared().at_least(0.0);
        number recirculated_fraction "f" "循环比例" "fraction recirculated" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
    }
    source sources::MEASUR;
    compute |x| {
        let needs = RequiredWater {
            required: x.required.clone(), recirculated_fraction: x.recirculated_fraction.clone(),
        };
        let recirculated = Figure::computed(&ProcessRecirculated, needs)?;
        let less = |inputs: &Figure, outputs: Vec<Figure>| {
            Figure::computed(&BalanceResidual, InsAndOuts { inputs: vec![inputs.clone()], outputs })
        };
        let incoming = less(&x.required, vec![recirculated.clone()])?;
        let discharged = less(&incoming, vec![x.consumed.clone(), x.lost.clone()])?;
        if discharged.value() < 0.0 {
            return Err(Fault::rule("consumed", "uses_above_incoming", Key::FaultUsesAboveIncoming));
        }
        Ok(Outcome::Several(vec![
            ("recirculated", recirculated),
            ("incoming", incoming),
            ("discharged", discharged),
        ]))
    }
}

metric! {
    /// 厨房与卫生间用水估算, water of kitchens and restrooms.
    ///
    /// # Formula
    /// V = p·d·v
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{KitchenRestroomWater, PeopleAndDays}, metric::Metric};
    /// let plant = PeopleAndDays { people: 50.0, days: 260.0, daily_gal: 3.0 };
    /// assert_eq!(KitchenRestroomWater::formula(&plant), 39_000.0);
    /// ```
    KitchenRestroomWater("industry.kitchen_restroom_water", "厨房与卫生间用水量", "Water of kitchens and restrooms")
    from PeopleAndDays {
        number people "p" "人数" "people" = in_unit(Unit::Person).at_least(0.0);
        number days "d" "天数" "days" = in_unit(Unit::Day).at_least(0.0);
        number daily_gal "v" "人均日用水量" "water of a person and day" = in_unit(Unit::GallonPerPersonDay).at_least(0.0);
    }
    gives "V" in Gallon, 0 decimals;
    source sources::MEASUR;
    formula |x, n| x.people * x.days * x.daily_gal
}

metric! {
    /// 绿化用水估算, water of a lawn by its area and the depth of water on it.
    ///
    /// # Formula
    /// V = A·h
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{LandscapeWater, WateredArea}, metric::Metric};
    /// assert_eq!(LandscapeWater::formula(&WateredArea { area: 5000.0, depth: 0.6 }), 3000.0);
    /// ```
    LandscapeWater("industry.landscape_water", "绿化用水量", "Water of landscape")
    from WateredArea {
        number area "A" "绿化面积" "area" = in_unit(Unit::SquareMetre).at_least(0.0);
        number depth "h" "灌水深度" "depth of water" = in_unit(Unit::Metre).at_least(0.0);
    }
    gives "V" in CubicMetre, 0 decimals;
    source sources::MEASUR;
    formula |x, n| x.area * x.depth
}

metric! {
    /// 流量折算水量（美制）, a flow over its hours.
    ///
    /// # Formula
    /// V = 60·q·h
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{FlowAndHours, FlowVolume}, metric::Metric};
    /// assert_eq!(FlowVolume::formula(&FlowAndHours { flow_gpm: 100.0, hours: 8640.0 }), 51_840_000.0);
    /// ```
    FlowVolume("industry.flow_volume", "流量折算水量（美制）", "Volume of a flow, US")
    from FlowAndHours {
        number flow_gpm "q" "流量" "flow" = in_unit(Unit::GallonPerMinute).at_least(0.0);
        number hours "h" "运行小时数" "hours" = in_unit(Unit::Hour).at_least(0.0);
    }
    gives "V" in Gallon, 0 decimals;
    source sources::MEASUR;
    formula |x, n| n(60.0) * x.flow_gpm * x.hours
}

metric! {
    /// 两次读数折算水量（美制）, what two readings of a meter some minutes apart come to over the hours.
    ///
    /// # Formula
    /// V = 60·h·(M2 − M1) / t
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{MeteredVolumeRate, TwoReadings}, metric::Metric, numeric::round};
    /// let meter = TwoReadings { reading_start_gal: 4235.0, reading_end_gal: 5942.0, minutes: 15.0, hours: 8640.0 };
    /// assert_eq!(round(MeteredVolumeRate::formula(&meter), 3), 58_993_920.0);
    /// ```
    MeteredVolumeRate("industry.metered_volume_rate", "两次读数折算水量（美制）", "Volume from two readings, US")
    from TwoReadings {
        number reading_start_gal "M1" "起始读数" "first reading" = in_unit(Unit::Gallon).at_least(0.0);
        number reading_end_gal "M2" "终止读数" "second reading" = in_unit(Unit::Gallon).at_least(0.0);
        number minutes "t" "间隔时间" "minutes between" = in_unit(Unit::Minute).above(0.0);
        number hours "h" "运行小时数" "hours" = in_unit(Unit::Hour).at_least(0.0);
    }
    gives "V" in Gallon, 0 decimals;
    order reading_start_gal <= reading_end_gal, "reading_falls", Key::FaultReadingFalls;
    source sources::MEASUR;
    formula |x, n| n(60.0) * x.hours * (x.reading_end_gal - x.reading_start_gal) / x.minutes
}

metric! {
    /// 容积法折算水量（美制）, what a bucket that fills in some seconds comes to over the hours.
    ///
    /// # Formula
    /// V = 3600·h·b / t
    ///
    /// # Source
    /// ORNL AMO-Tools-Suite · tests/cpp, commit 15208321; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{Bucket, BucketVolume}, metric::Metric};
    /// assert_eq!(BucketVolume::formula(&Bucket { bucket_gal: 10.0, fill_s: 20.0, hours: 8640.0 }), 15_552_000.0);
    /// ```
    BucketVolume("industry.bucket_volume", "容积法折算水量（美制）", "Volume by the bucket, US")
    from Bucket {
        number bucket_gal "b" "容器容积" "bucket" = in_unit(Unit::Gallon).at_least(0.0);
        number fill_s "t" "充满时间" "time to fill it" = in_unit(Unit::Second).above(0.0);
        number hours "h" "运行小时数" "hours" = in_unit(Unit::Hour).at_least(0.0);
    }
    gives "V" in Gallon, 0 decimals;
    source sources::MEASUR;
    formula |x, n| n(3600.0) * x.hours * x.bucket_gal / x.fill_s
}
