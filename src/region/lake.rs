//! 水库水量, what a reservoir holds by its level, what came in by all the rest, what its surface gives to the air.

use super::sources;
use crate::metric::{Citation, Fault, in_unit, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

metric! {
    /// 水位曲线插值, storage or area of a lake at a level between two of its curve.
    ///
    /// # Formula
    /// y = y1 + (y2 − y1)·(z − z1) / (z2 − z1)
    ///
    /// # Symbols
    /// - z1 and z2, the levels of the curve below and above; nothing is told of a level outside the curve.
    ///
    /// # Source
    /// Reservoir operation, textbook tables; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{LevelOnCurve, ValueOnCurve}};
    /// let lake = LevelOnCurve { level: 101.0, low_level: 100.0, low: 50.0, high_level: 102.0, high: 90.0 };
    /// assert_eq!(ValueOnCurve::formula(&lake), 70.0);
    /// ```
    ValueOnCurve("reservoir.value_on_curve", "水位对应值", "Storage or area at a level")
    from LevelOnCurve {
        number level "z" "水位" "level" = in_unit(Unit::Metre);
        number low_level "z1" "曲线下点水位" "level of the curve below" = in_unit(Unit::Metre);
        number low "y1" "曲线下点的库容或面积" "storage or area there" = shared().at_least(0.0);
        number high_level "z2" "曲线上点水位" "level of the curve above" = in_unit(Unit::Metre);
        number high "y2" "曲线上点的库容或面积" "storage or area there" = shared().at_least(0.0);
    }
    gives "y" shared, 8 significant;
    order low <= high, "curve_falls", Key::FaultCurveFalls;
    order low_level <= level, "outside_curve", Key::FaultOutsideCurve;
    order level <= high_level, "outside_curve", Key::FaultOutsideCurve;
    source sources::RESERVOIR;
    check |x| match x.high_level > x.low_level {
        true => Ok(()),
        false => Err(Fault::rule("high_level", "curve_falls", Key::FaultCurveFalls)),
    };
    formula |x, n| {
        x.low + (x.high - x.low) * (x.level - x.low_level) / (x.high_level - x.low_level)
    }
}

metric! {
    /// 反推入库水量, what must have come into a reservoir by all that left it and by how it rose. It closes the balance and so proves nothing.
    ///
    /// # Formula
    /// I = Σ Oᵢ + ΔV
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{DerivedInflow, OutAndRise}};
    /// let month = OutAndRise { out: vec![120.0, 30.0, 10.0], storage_change: -60.0 };
    /// assert_eq!(DerivedInflow::formula(&month), 100.0);
    /// ```
    DerivedInflow("reservoir.derived_inflow", "反推入库水量", "Inflow found from the rest")
    from OutAndRise {
        list out "O" "各项出水量" "water out" = shared().at_least(0.0);
        number storage_change "ΔV" "蓄变量" "rise of storage" = shared();
    }
    gives "I" shared, 8 significant;
    source Citation::BY_DEFINITION;
    formula |x, n| N::sum(x.out.iter().copied()) + x.storage_change
}

metric! {
    /// 可用蓄水量, what of a reservoir's water lies above its dead storage.
    ///
    /// # Formula
    /// Vu = max(V − Vd, 0)
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{StorageAndDead, UsableStorage}};
    /// assert_eq!(UsableStorage::formula(&StorageAndDead { storage: 70.0, dead: 20.0 }), 50.0);
    /// ```
    UsableStorage("reservoir.usable_storage", "可用蓄水量", "Usable storage")
    from StorageAndDead {
        number storage "V" "蓄水量" "storage" = shared().at_least(0.0);
        number dead "Vd" "死库容" "dead storage" = shared().at_least(0.0);
    }
    gives "Vu" shared, 8 significant;
    source Citation::BY_DEFINITION;
    formula |x, n| (x.storage - x.dead).max_of(n(0.0))
}

metric! {
    /// 水面蒸发量, all that the surface of a lake gives to the air, where the inflow was measured at the lake.
    ///
    /// # Formula
    /// E = 0.1·k·Ep·Σ Aᵢ / n
    ///
    /// # Symbols
    /// - Ep, evaporation of the pan; k, of a lake by that of the pan; Aᵢ, area at the beginning and at the end, as far as known. Where the inflow is that of the land before
    ///   the dam, only what the lake loses beyond its land counts ([`super::ExtraEvaporation`]).
    ///
    /// # Source
    /// Reservoir operation, textbook tables; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, region::{LakeEvaporation, LakeAndPan}};
    /// let july = LakeAndPan { pan_mm: 200.0, pan_factor: 0.9, lake_km2: vec![1.5, 2.5] };
    /// assert_eq!(round(LakeEvaporation::formula(&july), 6), 36.0);
    /// ```
    LakeEvaporation("reservoir.lake_evaporation", "水面蒸发量", "Evaporation of a lake")
    from LakeAndPan {
        number pan_mm "Ep" "蒸发皿蒸发量" "evaporation of the pan" = in_unit(Unit::Millimetre).at_least(0.0);
        number pan_factor "k" "折算系数" "pan factor" = in_unit(Unit::One).above(0.0).at_most(2.0);
        list lake_km2 "A" "期初与期末水面面积" "area at the beginning and at the end" = in_unit(Unit::SquareKilometre).at_least(0.0);
    }
    gives "E" in TenThousandCubicMetres, 6 significant;
    source sources::RESERVOIR;
    formula |x, n| {
        let count = n(x.lake_km2.len() as f64);
        n(0.1) * x.pan_factor * x.pan_mm * N::sum(x.lake_km2.iter().copied()) / count
    }
}
