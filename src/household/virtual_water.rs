//! 虚拟水, the water that it took to grow and make what a home eats. It is never added to water from the tap.

use super::sources::FOOTPRINT_CHAIN;
use crate::metric::{Citation, in_unit, metric};
use crate::quantity::Unit;

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

metric! {
    /// 面包水足迹, the footprint of bread from that of its wheat, by way of the flour.
    ///
    /// # Formula
    /// f = w·v / (p·b)
    ///
    /// # Source
    /// Water Footprint Network, product gallery, as quoted · 2012; verified (secondary).
    ///
    /// # Example
    /// Printed 1608:
    /// ```
    /// use water_ledger::{household::{BreadFromWheat, VirtualWaterChain}, metric::Metric, numeric::round};
    /// let bread = BreadFromWheat { wheat_litre_per_kg: 1827.0, value_fraction: 0.8, product_fraction: 0.79, bread_per_flour: 1.15 };
    /// assert_eq!(round(VirtualWaterChain::formula(&bread), 0), 1609.0);
    /// ```
    VirtualWaterChain("household.virtual_water_chain", "面包水足迹", "Water footprint of bread")
    from BreadFromWheat {
        number wheat_litre_per_kg "w" "小麦水足迹" "footprint of wheat" = in_unit(Unit::LitrePerKilogram).at_least(0.0);
        number value_fraction "v" "面粉价值占比" "flour's share of the value" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number product_fraction "p" "出粉率" "flour by wheat" = in_unit(Unit::One).above(0.0).at_most(1.0);
        number bread_per_flour "b" "每千克面粉做的面包" "bread by flour" = in_unit(Unit::One).above(0.0);
    }
    gives "f" in LitrePerKilogram, 0 decimals;
    source FOOTPRINT_CHAIN;
    formula |x, n| x.wheat_litre_per_kg * x.value_fraction / (x.product_fraction * x.bread_per_flour)
}
