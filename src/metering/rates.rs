//! 水计量, meters: how much of the water they measure, how many there are of those needed, how many work.

use super::sources;
use crate::metric::{in_unit, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

metric! {
    /// 水表计量率, metered water as a share of all water of that level: enterprise, sub-unit or equipment.
    ///
    /// # Formula
    /// K4 = 100·Vmi / Vi
    ///
    /// # Source
    /// Guangxi standard for water-saving units; verified. The split by level is common
    /// practice.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metering::{MeteredWater, MeteringRate}, metric::Metric};
    /// assert_eq!(MeteringRate::formula(&MeteredWater { metered: 950.0, total: 1000.0 }), 95.0);
    /// ```
    MeteringRate("industry.metering_rate", "水表计量率", "Metering rate")
    from MeteredWater {
        number metered "Vmi" "水表计量水量" "metered water" = shared().at_least(0.0);
        number total "Vi" "该级总水量" "all water of the level" = shared().above(0.0);
    }
    gives "K4" in Percent, 2 decimals;
    order metered <= total, "part_above_total", Key::FaultPartAboveTotal;
    source sources::SAVING_UNIT;
    formula |x, n| n(100.0) * x.metered / x.total
}

metric! {
    /// 水计量器具配备率, meters fitted of those that should be.
    ///
    /// # Formula
    /// Rp = 100·Ns / N
    ///
    /// # Symbols
    /// - N, meters that the level needs; Ns, those of them that are there.
    ///
    /// # Source
    /// Fitting and management of water meters of water-using units GB/T 24789 · 2022; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metering::{MeterFittingRate, MetersFitted}, metric::Metric};
    /// assert_eq!(MeterFittingRate::formula(&MetersFitted { installed: 19.0, required: 20.0 }), 95.0);
    /// ```
    MeterFittingRate("industry.meter_fitting_rate", "水计量器具配备率", "Meters fitted")
    from MetersFitted {
        number installed "Ns" "实际配备数" "meters fitted" = in_unit(Unit::One).at_least(0.0);
        number required "N" "应配备数" "meters needed" = in_unit(Unit::One).above(0.0);
    }
    gives "Rp" in Percent, 2 decimals;
    order installed <= required, "part_above_total", Key::FaultPartAboveTotal;
    source sources::GBT_24789;
    formula |x, n| n(100.0) * x.installed / x.required
}

metric! {
    /// 水计量器具完好率, meters that work and are within their verification, of those fitted.
    ///
    /// # Formula
    /// Rw = 100·Nw / Ns
    ///
    /// # Source
    /// Fitting and management of water meters of water-using units GB/T 24789 · 2022; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metering::{MeterWorkingRate, MetersWorking}, metric::Metric};
    /// assert_eq!(MeterWorkingRate::formula(&MetersWorking { working: 18.0, installed: 20.0 }), 90.0);
    /// ```
    MeterWorkingRate("industry.meter_working_rate", "水计量器具完好率", "Meters working")
    from MetersWorking {
        number working "Nw" "完好且在检定期内的器具数" "meters working and verified" = in_unit(Unit::One).at_least(0.0);
        number installed "Ns" "配备数" "meters fitted" = in_unit(Unit::One).above(0.0);
    }
    gives "Rw" in Percent, 2 decimals;
    order working <= installed, "part_above_total", Key::FaultPartAboveTotal;
    source sources::GBT_24789;
    formula |x, n| n(100.0) * x.working / x.installed
}
