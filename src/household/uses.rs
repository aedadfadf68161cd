//! 直接用水, water from the tap: what runs, what is filled, what is flushed, by person and day, and what that comes to.

use crate::metric::{Citation, Fault, FaultKind, Number, in_unit, metric};
use crate::quantity::Unit;

metric! {
    /// 按流量计的用水, what runs while something is open.
    ///
    /// # Formula
    /// V = t·q·k
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// A shower of eight minutes:
    /// ```
    /// use water_ledger::{household::{FlowUse, RunningWater}, metric::Metric};
    /// assert_eq!(FlowUse::formula(&RunningWater { minutes: 8.0, flow_l_min: 9.0, times: 1.0 }), 72.0);
    /// ```
    FlowUse("household.flow_use", "按流量计的用水", "Water that runs")
    from RunningWater {
        number minutes "t" "每次分钟数" "minutes" = in_unit(Unit::Minute).at_least(0.0);
        number flow_l_min "q" "流量" "flow" = in_unit(Unit::LitrePerMinute).at_least(0.0);
        number times "k" "次数" "times" = in_unit(Unit::One).at_least(0.0).or(1.0);
    }
    gives "V" in Litre, 1 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| x.minutes * x.flow_l_min * x.times
}

metric! {
    /// 按次计的用水, what so many uses take.
    ///
    /// # Formula
    /// V = v·k
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// Seven flushes of nine litres:
    /// ```
    /// use water_ledger::{household::{Uses, VolumeUse}, metric::Metric};
    /// assert_eq!(VolumeUse::formula(&Uses { litres: 9.0, times: 7.0 }), 63.0);
    /// ```
    VolumeUse("household.volume_use", "按次计的用水", "Water by use")
    from Uses {
        number litres "v" "每次水量" "water of a use" = in_unit(Unit::Litre).at_least(0.0);
        number times "k" "次数" "times" = in_unit(Unit::One).at_least(0.0);
    }
    gives "V" in Litre, 1 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| x.litres * x.times
}

metric! {
    /// 开着流的水, what so many times of running water take that is open for a share of the time.
    ///
    /// # Formula
    /// V = k·t·q·s
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// Five showers of ten minutes:
    /// ```
    /// use water_ledger::{household::{OpenedUse, OpenedWater}, metric::Metric};
    /// assert_eq!(OpenedUse::formula(&OpenedWater { times: 5.0, minutes: 10.0, flow_l_min: 9.0, open_share: 1.0 }), 450.0);
    /// ```
    OpenedUse("household.opened_use", "开着流的水", "Water that runs while open")
    from OpenedWater {
        number times "k" "次数" "times" = in_unit(Unit::One).at_least(0.0);
        number minutes "t" "每次分钟数" "minutes each" = in_unit(Unit::Minute).at_least(0.0);
        number flow_l_min "q" "流量" "flow" = in_unit(Unit::LitrePerMinute).at_least(0.0);
        number open_share "s" "开水的时间占比" "share of the time that it is open" = in_unit(Unit::One).at_least(0.0).at_most(1.0).or(1.0);
    }
    gives "V" in Litre, 1 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| x.times * x.minutes * x.flow_l_min * x.open_share
}

metric! {
    /// 机洗用水, what so many loads of a washing machine take.
    ///
    /// # Formula
    /// V = k·m·v
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// Three loads of eight kilograms in a drum machine:
    /// ```
    /// use water_ledger::{household::{LaundryUse, Loads}, metric::Metric};
    /// assert_eq!(LaundryUse::formula(&Loads { times: 3.0, kg: 8.0, litre_per_kg: 8.0 }), 192.0);
    /// ```
    LaundryUse("household.laundry_use", "洗衣用水", "Water of laundry")
    from Loads {
        number times "k" "次数" "loads" = in_unit(Unit::One).at_least(0.0);
        number kg "m" "每次衣物重量" "kilograms of a load" = in_unit(Unit::Kilogram).at_least(0.0);
        number litre_per_kg "v" "每千克用水" "water by kilogram" = in_unit(Unit::LitrePerKilogram).at_least(0.0);
    }
    gives "V" in Litre, 1 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| x.times * x.kg * x.litre_per_kg
}

metric! {
    /// 冲厕日用水, what a person flushes in a day.
    ///
    /// # Formula
    /// q = kf·vf + kp·vp
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// One full and six part flushes, printed as about 24 L:
    /// ```
    /// use water_ledger::{household::{FlushDay, Flushes}, metric::Metric};
    /// assert_eq!(FlushDay::formula(&Flushes { visits_full: 1.0, full_l: 6.0, visits_part: 6.0, part_l: 3.0 }), 24.0);
    /// ```
    FlushDay("household.flush_day", "冲厕日用水", "Water flushed in a day")
    from Flushes {
        number visits_full "kf" "大档次数" "full flushes" = in_unit(Unit::One).at_least(0.0);
        number full_l "vf" "大档水量" "water of a full flush" = in_unit(Unit::Litre).at_least(0.0);
        number visits_part "kp" "小档次数" "part flushes" = in_unit(Unit::One).at_least(0.0);
        number part_l "vp" "小档水量" "water of a part flush" = in_unit(Unit::Litre).at_least(0.0);
    }
    gives "q" in LitrePerPersonDay, 1 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| x.visits_full * x.full_l + x.visits_part * x.part_l
}

metric! {
    /// 漏水日水量, what leaks away in a day.
    ///
    /// # Formula
    /// V = 1440·q
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// Half a cup a minute, a cup being a sixteenth of a US gallon, makes 45 gal a day:
    /// ```
    /// use water_ledger::{household::{LeakDay, LeakFlow}, metric::Metric, numeric::round};
    /// let gallon = 3.785411784;
    /// assert_eq!(round(LeakDay::formula(&LeakFlow { flow_l_min: 0.5 / 16.0 * gallon }) / gallon, 6), 45.0);
    /// ```
    LeakDay("household.leak_day", "漏水日水量", "Water leaked in a day")
    from LeakFlow {
        number flow_l_min "q" "漏水流量" "flow of the leak" = in_unit(Unit::LitrePerMinute).at_least(0.0);
    }
    gives "V" in Litre, 1 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| n(1440.0) * x.flow_l_min
}

metric! {
    /// 折合每人每天, water of a home over some days, by person and day.
    ///
    /// # Formula
    /// q = V / (n·d)
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// A week's laundry of three people:
    /// ```
    /// use water_ledger::{household::{PersonDay, SharedWater}, metric::Metric, numeric::round};
    /// let week = SharedWater { litres: 192.0, people: 3.0, days: 7.0 };
    /// assert_eq!(round(PersonDay::formula(&week), 1), 9.1);
    /// ```
    PersonDay("household.person_day", "折合每人每天", "By person and day")
    from SharedWater {
        number litres "V" "用水量" "water" = in_unit(Unit::Litre).at_least(0.0);
        number people "n" "人数" "people" = in_unit(Unit::Person).above(0.0).or(1.0);
        number days "d" "天数" "days" = in_unit(Unit::Day).above(0.0).or(1.0);
    }
    gives "q" in LitrePerPersonDay, 1 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| x.litres / (x.people * x.days)
}

metric! {
    /// 每人每天用水, water from the tap by person and day, all uses together.
    ///
    /// # Formula
    /// q = Σ qᵢ
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{household::{DirectUse, UsesOfHome}, metric::Metric};
    /// assert_eq!(DirectUse::formula(&UsesOfHome { uses: vec![64.0, 21.0, 18.0, 17.0, 9.0, 1.0] }), 130.0);
    /// ```
    DirectUse("household.direct_use", "每人每天用水", "Water by person and day")
    from UsesOfHome {
        list uses "q" "各项用水" "uses" = in_unit(Unit::LitrePerPersonDay).at_least(0.0);
    }
    gives "q" in LitrePerPersonDay, 1 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| Number::sum(x.uses.iter().copied())
}

metric! {
    /// 全家用水量, what a home takes in so many days.
    ///
    /// # Formula
    /// V = q·n·d / 1000
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{household::{HomeVolume, PeopleOfHome}, metric::Metric, numeric::round};
    /// let month = PeopleOfHome { per_person_day: 130.0, people: 3.0, days: 30.0 };
    /// assert_eq!(round(HomeVolume::formula(&month), 1), 11.7);
    /// ```
    HomeVolume("household.home_volume", "全家用水量", "Water of the home")
    from PeopleOfHome {
        number per_person_day "q" "每人每天用水" "water by person and day" = in_unit(Unit::LitrePerPersonDay).at_least(0.0);
        number people "n" "人数" "people" = in_unit(Unit::Person).above(0.0);
        number days "d" "天数" "days" = in_unit(Unit::Day).above(0.0);
    }
    gives "V" in CubicMetre, 1 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| x.per_person_day * x.people * x.days / n(1000.0)
}

metric! {
    /// 一立方米够用天数, how many days a m³ lasts.
    ///
    /// # Formula
    /// d = 1000 / Σ qᵢ
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// Seven uses, 185 L together; the page that lists them prints 5.5:
    /// ```
    /// use water_ledger::{household::{DaysPerTon, UsesOfDay}, metric::Metric, numeric::round};
    /// let day = UsesOfDay { parts: vec![15.0, 40.0, 20.0, 50.0, 30.0, 20.0, 10.0] };
    /// assert_eq!(round(DaysPerTon::formula(&day), 1), 5.4);
    /// ```
    DaysPerTon("household.days_per_ton", "一立方米够用天数", "Days that a cubic metre lasts")
    from UsesOfDay {
        list parts "q" "各项日用水" "uses of a day" = in_unit(Unit::Litre).at_least(0.0);
    }
    gives "d" in Day, 1 decimals;
    source Citation::BY_DEFINITION;
    check |x| if x.parts.iter().sum::<f64>() > 0.0 { Ok(()) } else { Err(Fault::at("parts", FaultKind::ZeroDenominator)) };
    formula |x, n| n(1000.0) / N::sum(x.parts.iter().copied())
}

metric! {
    /// 前后之差, what a change saves: before less after, both evaluated alike.
    ///
    /// # Formula
    /// s = q0 − q1
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{household::{BeforeAndAfter, Difference}, metric::Metric};
    /// assert_eq!(Difference::formula(&BeforeAndAfter { before: 130.0, after: 86.0 }), 44.0);
    /// ```
    Difference("household.difference", "前后之差", "Before less after")
    from BeforeAndAfter {
        number before "q0" "原来" "before" = in_unit(Unit::LitrePerPersonDay).at_least(0.0);
        number after "q1" "之后" "after" = in_unit(Unit::LitrePerPersonDay).at_least(0.0);
    }
    gives "s" in LitrePerPersonDay, 0 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| x.before - x.after
}

metric! {
    /// 折合各月水费, a cost over some months as that of others.
    ///
    /// # Formula
    /// C = C0·b / a
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// A year's bill by the month:
    /// ```
    /// use water_ledger::{household::{CostAndMonths, PeriodCost}, metric::Metric};
    /// assert_eq!(PeriodCost::formula(&CostAndMonths { cost: 600.0, months: 12.0, wanted_months: 1.0 }), 50.0);
    /// ```
    PeriodCost("household.period_cost", "折合各月水费", "Cost of so many months")
    from CostAndMonths {
        number cost "C0" "一期水费" "cost of a period" = in_unit(Unit::Yuan).at_least(0.0);
        number months "a" "一期月数" "months of the period" = in_unit(Unit::One).above(0.0);
        number wanted_months "b" "所求月数" "months wanted" = in_unit(Unit::One).at_least(0.0);
    }
    gives "C" in Yuan, 0 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| x.cost * x.wanted_months / x.months
}

metric! {
    /// 一级水量上限, the end of a tier of the price for a home of more people than it was made for.
    ///
    /// # Formula
    /// u = u0 + m·max(n − f, 0)
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// Six in a home where tiers are for four, each further one adding 6 m³:
    /// ```
    /// use water_ledger::{household::{PeopleAndTier, TierEnd}, metric::Metric};
    /// assert_eq!(TierEnd::formula(&PeopleAndTier { end: 25.0, more: 6.0, people: 6.0, covered: 4.0 }), 37.0);
    /// ```
    TierEnd("household.tier_end", "一级水量上限", "End of a tier")
    from PeopleAndTier {
        number end "u0" "基本上限" "end for a usual home" = in_unit(Unit::CubicMetre).above(0.0);
        number more "m" "每多一人增加" "more for each further person" = in_unit(Unit::CubicMetre).at_least(0.0);
        number people "n" "人数" "people" = in_unit(Unit::Person).at_least(0.0);
        number covered "f" "基本人数" "people of a usual home" = in_unit(Unit::Person).at_least(0.0);
    }
    gives "u" in CubicMetre, 1 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| x.end + x.more * (x.people - x.covered).max_of(n(0.0))
}
