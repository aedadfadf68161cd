//! The formulas of a plant's balance, and sums of figures that may be lacking.

use super::model::VOLUME;
use crate::industry::{
    BalanceClosure, BalanceResidual, DirectAndTrueCost, InsAndOuts, IntakeAndReused, ReuseRate,
    ReusedAndIntake, ReusedParts, ReusedWater, Tier, TieredCost, TieredWater, TotalUse, TrueCostRatio,
};
use crate::metric::{Citation, Figure, Status, in_unit, metric, shared};
use crate::quantity::{Quantity, Unit};
use crate::text::Words;

/// Shares of water that was mixed, and of cost, follow the amounts.
const MIXING: Citation = Citation {
    document: Words::new("水网混合与分摊的算术", "Arithmetic of mixing and sharing in a network"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::UnverifiedTextbook,
};

metric! {
    /// 混合水中的一部分, the part of a flow that has one origin.
    ///
    /// # Formula
    /// V′ = V·s
    ///
    /// # Symbols
    /// - V, the flow, any volume unit; s, the share of one origin, from the mixing of all that flows in, 0 ≤ s ≤ 1.
    ///
    /// # Source
    /// Arithmetic of mixing and sharing in a network; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, plant::{MixedFlow, TracedPart}};
    /// assert_eq!(TracedPart::formula(&MixedFlow { amount: 40.0, share: 0.75 }), 30.0);
    /// ```
    TracedPart("plant.traced_part", "混合水中的一部分", "Part of a mixed flow")
    from MixedFlow {
        number amount "V" "水量" "flow" = shared().at_least(0.0);
        number share "s" "来源份额" "share of its origin" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
    }
    gives "V′" shared, 6 significant;
    source MIXING;
    formula |x, n| x.amount * x.share
}

metric! {
    /// 单位用水成本, what a cubic metre used costs.
    ///
    /// # Formula
    /// c = C / V
    ///
    /// # Symbols
    /// - C, cost borne, 元; V, water used, m³, V > 0.
    ///
    /// # Source
    /// Arithmetic of mixing and sharing in a network; unverified (textbook). Cost is allocated along the network in
    /// proportion to flows.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, plant::{CostAndVolume, CostPerVolume}};
    /// assert_eq!(CostPerVolume::formula(&CostAndVolume { cost: 500.0, volume: 200.0 }), 2.5);
    /// ```
    CostPerVolume("plant.cost_per_volume", "单位用水成本", "Cost of a cubic metre")
    from CostAndVolume {
        number cost "C" "成本" "cost" = in_unit(Unit::Yuan).at_least(0.0);
        number volume "V" "水量" "water" = in_unit(Unit::CubicMetre).above(0.0);
    }
    gives "c" in YuanPerCubicMetre, 3 decimals;
    source MIXING;
    formula |x, n| x.cost / x.volume
}

metric! {
    /// 按量计的成本, what an amount of water costs.
    ///
    /// # Formula
    /// C = c·V
    ///
    /// # Symbols
    /// - c, price of a cubic metre, 元/m³; V, water, m³.
    ///
    /// # Source
    /// Arithmetic of mixing and sharing in a network; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, plant::{PriceAndVolume, VolumeCost}};
    /// assert_eq!(VolumeCost::formula(&PriceAndVolume { price: 2.5, volume: 200.0 }), 500.0);
    /// ```
    VolumeCost("plant.volume_cost", "按量计的成本", "Cost of an amount of water")
    from PriceAndVolume {
        number price "c" "单价" "price" = in_unit(Unit::YuanPerCubicMetre).at_least(0.0);
        number volume "V" "水量" "water" = in_unit(Unit::CubicMetre).at_least(0.0);
    }
    gives "C" in Yuan, 2 decimals;
    source MIXING;
    formula |x, n| x.price * x.volume
}

/// No water, where a formula asks for some.
pub(super) fn nothing() -> Figure {
    nothing_of(Quantity::new(0.0, VOLUME))
}

/// Nothing, where a formula asks for an amount.
pub(super) fn nothing_of(zero: Quantity) -> Figure {
    Figure::reference(zero, Words::new("无", "none"), MIXING)
}

fn ins_and_outs(into: Vec<Figure>, out: Vec<Figure>) -> InsAndOuts<Figure> {
    let or_nothing = |flows: Vec<Figure>| if flows.is_empty() { vec![nothing()] } else { flows };
    InsAndOuts { inputs: or_nothing(into), outputs: or_nothing(out) }
}

/// What comes in less what goes out; none of nothing.
pub(super) fn residual(into: Vec<Figure>, out: Vec<Figure>) -> Option<Figure> {
    if into.is_empty() && out.is_empty() {
        return None;
    }
    Figure::computed(&BalanceResidual, ins_and_outs(into, out)).ok()
}

/// By how much of what comes in a balance is open; none where nothing comes in.
pub(super) fn gap(into: Vec<Figure>, out: Vec<Figure>) -> Option<Figure> {
    Figure::computed(&BalanceClosure, ins_and_outs(into, out)).ok()
}

/// 重复利用水量; none where no water is used again.
pub(super) fn reused(parts: [&Option<Figure>; 3]) -> Option<Figure> {
    parts.iter().any(|part| part.is_some()).then(|| {
        let [circulated, cascaded, reclaimed] = parts.map(|part| part.clone().unwrap_or_else(nothing));
        Figure::computed(&ReusedWater, ReusedParts { circulated, cascaded, reclaimed }).ok()
    })?
}

/// 用水量; none where none is used.
pub(super) fn total_use(intake: Option<Figure>, reused: Option<Figure>) -> Option<Figure> {
    if intake.is_none() && reused.is_none() {
        return None;
    }
    let [intake, reused] = [intake, reused].map(|part| part.unwrap_or_else(nothing));
    Figure::computed(&TotalUse, IntakeAndReused { intake, reused }).ok()
}

/// 重复利用率; none where no water is used.
pub(super) fn reuse_rate(reused: Option<Figure>, intake: Option<Figure>) -> Option<Figure> {
    let both = ReusedAndIntake { reused: reused.unwrap_or_else(nothing), intake: intake? };
    Figure::computed(&ReuseRate, both).ok()
}

/// The part of a flow that has one origin; the flow itself where all of it has, none where none has.
pub(super) fn part_of(amount: &Figure, share: f64) -> Option<Figure> {
    /// What is left of a share by rounding.
    const NOTHING: f64 = 1e-12;
    if share <= NOTHING {
        return None;
    }
    if share >= 1.0 - NOTHING {
        return Some(amount.clone());
    }
    let name =
        Words::new("来源份额（由水网混合推得）", "share of its origin, from the mixing in the network");
    let share = Figure::reference(Quantity::new(share, Unit::One), name, MIXING);
    Figure::computed(&TracedPart, MixedFlow { amount: amount.clone(), share }).ok()
}

/// What a cubic metre costs; none without water.
pub(super) fn cost_per_volume(cost: Figure, volume: Option<Figure>) -> Option<Figure> {
    Figure::computed(&CostPerVolume, CostAndVolume { cost, volume: volume? }).ok()
}

/// What an amount of water costs at one price.
pub(super) fn volume_cost(price: Figure, volume: Figure) -> Option<Figure> {
    Figure::computed(&VolumeCost, PriceAndVolume { price, volume }).ok()
}

/// What an amount of water costs at a price that is multiplied in steps.
pub(super) fn stepped_cost(
    price: Figure,
    volume: Figure,
    steps: Vec<(Option<Figure>, Figure)>,
) -> Option<Figure> {
    let tiers = steps.into_iter().map(|(upto, multiplier)| Tier { upto, multiplier }).collect();
    Figure::computed(&TieredCost, TieredWater { volume_m3: volume, price, tiers }).ok()
}

/// The whole cost to what is paid for supply and discharge.
pub(super) fn cost_ratio(direct_cost: Figure, true_cost: Figure) -> Option<Figure> {
    Figure::computed(&TrueCostRatio, DirectAndTrueCost { direct_cost, true_cost }).ok()
}

/// A cost that was allocated along the network.
pub(super) fn allocated(cost: f64) -> Figure {
    let name = Words::new("沿水网分摊的成本", "cost allocated along the network");
    Figure::reference(Quantity::new(cost, Unit::Yuan), name, MIXING)
}
