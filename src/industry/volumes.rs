//! 水量与平衡, amounts of a plant: what is reused, what is used in all, and whether what goes in comes out.

use super::sources;
use crate::metric::{Fault, FaultKind, Number, inputs, metric, shared};

metric! {
    /// 重复利用水量, reused water: circulated, cascaded and reclaimed.
    ///
    /// # Formula
    /// Vr = Vcy + Vs + Vw
    ///
    /// # Symbols
    /// - Vcy, circulation of all systems: flow times hours; Vs, discharge of one unit used as it is by another; Vw, own waste
    ///   water treated and used again. No water counts as two of them.
    ///
    /// # Source
    /// General principles of water balance tests GB/T 12452 · 2022; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{ReusedParts, ReusedWater}, metric::Metric};
    /// let plant = ReusedParts { circulated: 1600.0, cascaded: 400.0, reclaimed: 600.0 };
    /// assert_eq!(ReusedWater::formula(&plant), 2600.0);
    /// ```
    ReusedWater("industry.reused_water", "重复利用水量", "Reused water")
    from ReusedParts {
        number circulated "Vcy" "循环水量" "circulated water" = shared().at_least(0.0);
        number cascaded "Vs" "串联水量" "cascaded water" = shared().at_least(0.0);
        number reclaimed "Vw" "处理后回用水量" "reclaimed water" = shared().at_least(0.0);
    }
    gives "Vr" shared, 6 parts;
    source sources::GBT_12452;
    formula |x, n| x.circulated + x.cascaded + x.reclaimed
}

metric! {
    /// 用水量, total use: what is taken in and what is used again.
    ///
    /// # Formula
    /// Vt = Vi + Vr
    ///
    /// # Source
    /// Assessment indicators of industrial water and their computation, CJ 42 · 1999; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{IntakeAndReused, TotalUse}, metric::Metric};
    /// assert_eq!(TotalUse::formula(&IntakeAndReused { intake: 700.0, reused: 2600.0 }), 3300.0);
    /// ```
    TotalUse("industry.total_use", "用水量", "Total use")
    from IntakeAndReused {
        number intake "Vi" "取水量" "intake" = shared().at_least(0.0);
        number reused "Vr" "重复利用水量" "reused water" = shared().at_least(0.0);
    }
    gives "Vt" shared, 6 parts;
    source sources::CJ_42;
    formula |x, n| x.intake + x.reused
}

inputs! {
    /// All that flows in and all that flows out of one boundary over one period.
    pub struct InsAndOuts {
        list inputs "Vin" "各项输入水量" "inputs" = shared().at_least(0.0);
        list outputs "Vout" "各项输出水量" "outputs" = shared().at_least(0.0);
    }
}

fn residual<N: Number>(x: &InsAndOuts<N>) -> N {
    Number::sum(x.inputs.iter().copied()) - Number::sum(x.outputs.iter().copied())
}

metric! {
    /// 水平衡差额, residual of a balance: what goes in less what comes out, with its sign.
    ///
    /// # Formula
    /// Δ = Σ Vin − Σ Vout
    ///
    /// # Symbols
    /// - Above zero: water that nobody accounts for; below: more comes out than was measured going in.
    ///
    /// # Source
    /// General principles of water balance tests GB/T 12452 · 2022; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{industry::{BalanceResidual, InsAndOuts}, metric::Metric, numeric::round};
    /// let plant = InsAndOuts { inputs: vec![13.20], outputs: vec![13.65] };
    /// assert_eq!(round(BalanceResidual::formula(&plant), 9), -0.45);
    /// ```
    BalanceResidual("industry.balance_residual", "水平衡差额", "Residual of the balance")
    from InsAndOuts;
    gives "Δ" shared, 6 parts;
    source sources::GBT_12452;
    formula |x, n| residual(x)
}

metric! {
    /// 水平衡不闭合率, how far a balance is from closing, as a share of what goes in.
    ///
    /// # Formula
    /// δ = 100·|Σ Vin − Σ Vout| / Σ Vin
    ///
    /// # Symbols
    /// - What is allowed is the user's to set: the standard's value is not available.
    ///
    /// # Source
    /// General principles of water balance tests GB/T 12452 · 2022; unverified (textbook).
    ///
    /// # Example
    /// A dairy, printed 3.4 %:
    /// ```
    /// use water_ledger::{industry::{BalanceClosure, InsAndOuts}, metric::Metric, numeric::round};
    /// let plant = InsAndOuts { inputs: vec![13.20], outputs: vec![13.65] };
    /// assert_eq!(round(BalanceClosure::formula(&plant), 1), 3.4);
    /// ```
    BalanceClosure("industry.balance_closure", "水平衡不闭合率", "Closure error of the balance")
    from InsAndOuts;
    gives "δ" in Percent, 2 decimals;
    source sources::GBT_12452;
    check |x| match x.inputs.iter().sum::<f64>() {
        0.0 => Err(Fault::at("inputs", FaultKind::ZeroDenominator)),
        _ => Ok(()),
    };
    formula |x, n| {
        let gap = residual(x);
        n(100.0) * gap.max_of(-gap) / Number::sum(x.inputs.iter().copied())
    }
}
