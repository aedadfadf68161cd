//! 水库台账, the accounts of a reservoir: what is in it at the end of each month, whether all water is accounted for.

use super::sources;
use crate::metric::{Citation, Figure, Outcome, calculation, in_unit, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

/// The two orders of a month: supply first and spill at its end, or fill and spill first and supply then.
const ORDERS: &[&str] = &["supply_first", "fill_first"];

metric! {
    /// 月末蓄水量, what is in a reservoir at the end of a month.
    ///
    /// # Formula
    /// V = min(max(V0 + I − D, min(Vd, V0 + I)), C) for o ≤ 0, else max(min(V0 + I, C) − D, min(Vd, min(V0 + I, C)))
    ///
    /// # Symbols
    /// - C, capacity; Vd, dead storage, below which nothing is supplied; o, the order: 0 supplies in the month and spills at its end, 1 fills
    ///   and spills first and supplies then.
    ///
    /// # Source
    /// Reservoir operation, textbook tables; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{ReservoirMonth, StorageAfterMonth}};
    /// let month = ReservoirMonth { capacity: 27.7, dead: 0.0, start: 27.2, inflow: 3.8, supply: 3.32, order: 0.0 };
    /// assert_eq!(round(StorageAfterMonth::formula(&month), 2), 27.68);
    /// ```
    StorageAfterMonth("reservoir.storage_after_month", "月末蓄水量", "Storage at the end of a month")
    from ReservoirMonth {
        number capacity "C" "库容" "capacity" = shared().above(0.0);
        number dead "Vd" "死库容" "dead storage" = shared().at_least(0.0).or(0.0);
        number start "V0" "月初蓄水量" "storage at the beginning" = shared().at_least(0.0);
        number inflow "I" "来水量" "inflow" = shared().at_least(0.0);
        number supply "D" "供水量" "supply" = shared().at_least(0.0);
        number order "o" "次序" "order" = in_unit(Unit::One).at_least(0.0).at_most(1.0).or(0.0).named(ORDERS);
    }
    gives "V" shared, 8 significant;
    order dead <= capacity, "part_above_total", Key::FaultPartAboveTotal;
    order start <= capacity, "part_above_total", Key::FaultPartAboveTotal;
    source sources::RESERVOIR;
    formula |x, n| {
        let filled = x.start + x.inflow;
        let supply_first = (filled - x.supply).max_of(x.dead.min_of(filled)).min_of(x.capacity);
        let held = filled.min_of(x.capacity);
        let fill_first = (held - x.supply).max_of(x.dead.min_of(held));
        x.order.choose(n(0.0), supply_first, fill_first)
    }
}

calculation! {
    /// 逐月蓄水量, what is in a reservoir at the end of each month, with the same supply in all.
    ///
    /// # Formula
    /// [`StorageAfterMonth`] from month to month
    ///
    /// # Source
    /// Reservoir operation, textbook tables; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{exchange::evaluate, text::Language};
    /// let asked = r#"[{"metric": "reservoir.month_end_storage",
    ///     "inputs": {"capacity": 10, "start": 8, "inflow": [5, 0], "supply": 2, "order": "fill_first"}}]"#;
    /// let answers = evaluate(asked, Language::English).expect("an array").answers;
    /// assert_eq!(answers[0]["value"], serde_json::json!([8.0, 6.0]));
    /// ```
    MonthEndStorage("reservoir.month_end_storage", "逐月蓄水量", "Storage month by month")
    from ReservoirMonths {
        number capacity "C" "库容" "capacity" = shared().above(0.0);
        number dead "Vd" "死库容" "dead storage" = shared().at_least(0.0).or(0.0);
        number start "V0" "期初蓄水量" "storage at the beginning" = shared().at_least(0.0);
        list inflow "I" "各月来水量" "inflow of each month" = shared().at_least(0.0);
        number supply "D" "每月供水量" "supply of each month" = shared().at_least(0.0);
        number order "o" "次序" "order" = in_unit(Unit::One).at_least(0.0).at_most(1.0).or(0.0).named(ORDERS);
    }
    source sources::RESERVOIR;
    compute |x| {
        let mut start = x.start.clone();
        let month = |inflow: &Figure| {
            let month = ReservoirMonth {
                capacity: x.capacity.clone(),
                dead: x.dead.clone(),
                start: start.clone(),
                inflow: inflow.clone(),
                supply: x.supply.clone(),
                order: x.order.clone(),
            };
            start = Figure::computed(&StorageAfterMonth, month)?;
            Ok(start.clone())
        };
        x.inflow.iter().map(month).collect::<Result<_, _>>().map(Outcome::List)
    }
}

metric! {
    /// 水量闭合差, what of a reservoir's inflow nobody accounts for.
    ///
    /// # Formula
    /// δ = I − Σ Oᵢ − ΔV
    ///
    /// # Symbols
    /// - Oᵢ, supplies, releases, evaporation, seepage and spill; ΔV, how far the storage has risen. Where the inflow was worked out from the
    ///   rest it is zero and proves nothing.
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// Printed 0.007:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{ReservoirClosure, ReservoirYear}};
    /// let year = ReservoirYear { inflow: 36.9, out: vec![2.42, 18.16, 0.623, 15.69], storage_change: 0.0 };
    /// assert_eq!(round(ReservoirClosure::formula(&year), 3), 0.007);
    /// ```
    ReservoirClosure("reservoir.closure", "水量闭合差", "Closure of a reservoir")
    from ReservoirYear {
        number inflow "I" "来水量" "inflow" = shared().at_least(0.0);
        list out "O" "各项出水量" "water out" = shared().at_least(0.0);
        number storage_change "ΔV" "蓄变量" "rise of storage" = shared().or(0.0);
    }
    gives "δ" shared, 6 parts;
    source Citation::BY_DEFINITION;
    formula |x, n| x.inflow - N::sum(x.out.iter().copied()) - x.storage_change
}

metric! {
    /// 增加的蒸发损失, what a lake loses beyond what its land lost before.
    ///
    /// # Formula
    /// E = 0.00001·(k·Ep − El)·A
    ///
    /// # Symbols
    /// - Ep, evaporation of the pan; k, of a lake by that of the pan; El, evaporation of the land; A, area of the lake.
    ///
    /// # Source
    /// Reservoir operation, textbook tables; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{ExtraEvaporation, LakeAndLand}};
    /// let lake = LakeAndLand { pan_mm: 1210.0, pan_factor: 0.87, land_evaporation_mm: 637.0, lake_km2: 35.0 };
    /// assert_eq!(round(ExtraEvaporation::formula(&lake), 4), 0.1455);
    /// ```
    ExtraEvaporation("reservoir.extra_evaporation", "增加的蒸发损失", "Additional evaporation of a lake")
    from LakeAndLand {
        number pan_mm "Ep" "蒸发皿蒸发量" "evaporation of the pan" = in_unit(Unit::Millimetre).at_least(0.0);
        number pan_factor "k" "折算系数" "pan factor" = in_unit(Unit::One).above(0.0);
        number land_evaporation_mm "El" "陆面蒸发量" "evaporation of the land" = in_unit(Unit::Millimetre).at_least(0.0);
        number lake_km2 "A" "水面面积" "area of the lake" = in_unit(Unit::SquareKilometre).at_least(0.0);
    }
    gives "E" in HundredMillionCubicMetres, 4 decimals;
    source sources::RESERVOIR;
    formula |x, n| n(1e-5) * (x.pan_factor * x.pan_mm - x.land_evaporation_mm) * x.lake_km2
}
