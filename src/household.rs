//! 家庭用水, water of a home: what showers, taps, machines and food take.

use crate::metric::{Citation, Status, in_unit, metric};
use crate::quantity::Unit;
use crate::text::Words;

/// The calculator of the building regulations of England and Wales.
const PART_G: Citation = Citation {
    document: Words::new(
        "英国新建住宅用水效率计算器（Part G）",
        "Water efficiency calculator for new dwellings (Part G)",
    ),
    clause: "",
    copy: "wrcpartgcalculator.co.uk",
    edition: "",
    status: Status::Verified,
};

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
    /// 住宅器具日用水（英国 Part G）, what a dwelling's fittings use by person and day, with usual habits.
    ///
    /// # Formula
    /// q = 0.91·(1.46·vf + 2.96·vp + 1.58·qt + 1.58 + 0.11·vb + 4.37·qs + 0.44·qk + 10.36 + 2.1·vw + 3.6·vd) + 5
    ///
    /// # Symbols
    /// - The limits are 125 and 110 L. A washing machine takes 8.17 L/kg and a dishwasher 1.25 L by setting where nothing is known.
    ///
    /// # Source
    /// Water efficiency calculator for new dwellings (Part G); verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{household::{DwellingFittings, PartGTotal}, metric::Metric, numeric::round};
    /// let dwelling = DwellingFittings {
    ///     full_l: 6.0, part_l: 4.0, tap_l_min: 6.0, bath_l: 185.0, shower_l_min: 10.0, sink_l_min: 8.0, washing_l_kg: 8.17,
    ///     dishwasher_l_setting: 1.25,
    /// };
    /// assert_eq!(round(PartGTotal::formula(&dwelling), 2), 124.43);
    /// ```
    PartGTotal("household.part_g_total", "住宅器具日用水（英国 Part G）", "Water of a dwelling's fittings (Part G)")
    from DwellingFittings {
        number full_l "vf" "大便器大档" "full flush" = in_unit(Unit::Litre).at_least(0.0);
        number part_l "vp" "大便器小档" "part flush" = in_unit(Unit::Litre).at_least(0.0);
        number tap_l_min "qt" "洗面器水嘴流量" "flow of the taps" = in_unit(Unit::LitrePerMinute).at_least(0.0);
        number bath_l "vb" "浴缸容量" "bath to its overflow" = in_unit(Unit::Litre).at_least(0.0);
        number shower_l_min "qs" "淋浴流量" "flow of the shower" = in_unit(Unit::LitrePerMinute).at_least(0.0);
        number sink_l_min "qk" "厨房水嘴流量" "flow of the kitchen tap" = in_unit(Unit::LitrePerMinute).at_least(0.0);
        number washing_l_kg "vw" "洗衣机每千克用水" "washing machine, by kg" = in_unit(Unit::LitrePerKilogram).at_least(0.0);
        number dishwasher_l_setting "vd" "洗碗机每套用水" "dishwasher, by setting" = in_unit(Unit::Litre).at_least(0.0);
    }
    gives "q" in LitrePerPersonDay, 2 decimals;
    source PART_G;
    formula |x, n| {
        let flush = n(1.46) * x.full_l + n(2.96) * x.part_l;
        let taps = n(1.58) * x.tap_l_min + n(1.58);
        let bath = n(0.11) * x.bath_l + n(4.37) * x.shower_l_min;
        let sink = n(0.44) * x.sink_l_min + n(10.36);
        let machines = n(2.1) * x.washing_l_kg + n(3.6) * x.dishwasher_l_setting;
        n(0.91) * (flush + taps + bath + sink + machines) + n(5.0)
    }
}

metric! {
    /// 虚拟水, the water that it took to make something; none of it comes from the tap.
    ///
    /// # Formula
    /// V = m·f
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// A cup of coffee, 7 g, printed 132 L:
    /// ```
    /// use water_ledger::{household::{Product, VirtualWater}, metric::Metric, numeric::round};
    /// assert_eq!(round(VirtualWater::formula(&Product { kg: 0.007, litre_per_kg: 18_900.0 }), 1), 132.3);
    /// ```
    VirtualWater("household.virtual_water", "虚拟水", "Virtual water")
    from Product {
        number kg "m" "重量" "mass" = in_unit(Unit::Kilogram).at_least(0.0);
        number litre_per_kg "f" "每千克水足迹" "water footprint by kg" = in_unit(Unit::LitrePerKilogram).at_least(0.0);
    }
    gives "V" in Litre, 1 decimals;
    source Citation::BY_DEFINITION;
    formula |x, n| x.kg * x.litre_per_kg
}
