//! 英国 Part G, the method of the building regulations: what the fittings of a dwelling take with usual habits.

use super::sources::PART_G;
use crate::metric::{in_unit, metric};
use crate::quantity::Unit;

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
    /// 英国 Part G 一项, a fitting in the calculator of Part G: its flow or volume with the factor of its use.
    ///
    /// # Formula
    /// q = v·f + c
    ///
    /// # Source
    /// Water efficiency calculator for new dwellings (Part G); verified.
    ///
    /// # Example
    /// A washing machine, printed 17.157:
    /// ```
    /// use water_ledger::{household::{PartGRow, PartGValue}, metric::Metric, numeric::round};
    /// assert_eq!(round(PartGRow::formula(&PartGValue { value: 8.17, factor: 2.1, fixed: 0.0 }), 3), 17.157);
    /// ```
    PartGRow("household.part_g_row", "英国 Part G 一项", "A fitting of Part G")
    from PartGValue {
        number value "v" "器具流量或水量" "flow or volume" = in_unit(Unit::One).at_least(0.0);
        number factor "f" "使用系数" "factor of its use" = in_unit(Unit::One).at_least(0.0);
        number fixed "c" "固定用水" "fixed use" = in_unit(Unit::One).at_least(0.0).or(0.0);
    }
    gives "q" in LitrePerPersonDay, 3 decimals;
    source PART_G;
    formula |x, n| x.value * x.factor + x.fixed
}

metric! {
    /// 英国 Part G 合计, what all fittings take by Part G, with the outdoor use.
    ///
    /// # Formula
    /// q = a·Σ qᵢ + b
    ///
    /// # Source
    /// Water efficiency calculator for new dwellings (Part G); verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{household::{PartGDwelling, PartGRows}, metric::Metric, numeric::round};
    /// let rows = PartGRows { rows: vec![131.247], normalisation: 0.91, outdoor: 5.0 };
    /// assert_eq!(round(PartGDwelling::formula(&rows), 2), 124.43);
    /// ```
    PartGDwelling("household.part_g_dwelling", "英国 Part G 合计", "A dwelling by Part G")
    from PartGRows {
        list rows "q" "各项" "fittings" = in_unit(Unit::LitrePerPersonDay).at_least(0.0);
        number normalisation "a" "归一系数" "normalisation factor" = in_unit(Unit::One).at_least(0.0);
        number outdoor "b" "室外用水" "outdoor use" = in_unit(Unit::LitrePerPersonDay).at_least(0.0);
    }
    gives "q" in LitrePerPersonDay, 1 decimals;
    source PART_G;
    formula |x, n| x.normalisation * <N as crate::metric::Number>::sum(x.rows.iter().copied()) + x.outdoor
}
