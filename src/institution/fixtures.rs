//! 用水器具与水表, fixtures and meters of an institution: how many save water, how many leak, how many are there of those needed.

use super::sources;
use crate::metric::{Number, in_unit, inputs, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

metric! {
    /// 节水器具普及率, fixtures that save water as a share of all.
    ///
    /// # Formula
    /// Rj = 100·Nj / N
    ///
    /// # Source
    /// Annex 5, construction standard of water-saving units (re-published) · 2013; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, institution::{FixturesSaving, WaterSavingFixtureRate}};
    /// let counted = FixturesSaving { saving: 6467.0, total: 6467.0 };
    /// assert_eq!(round(WaterSavingFixtureRate::formula(&counted), 2), 100.0);
    /// ```
    WaterSavingFixtureRate("unit.water_saving_fixture_rate", "节水器具普及率", "Share of water-saving fixtures")
    from FixturesSaving {
        number saving "Nj" "节水器具数" "water-saving fixtures" = in_unit(Unit::One).at_least(0.0);
        number total "N" "器具总数" "all fixtures" = in_unit(Unit::One).above(0.0);
    }
    gives "Rj" in Percent, 2 decimals;
    order saving <= total, "part_above_total", Key::FaultPartAboveTotal;
    source sources::PUBLIC_INSTITUTION;
    formula |x, n| n(100.0) * x.saving / x.total
}

metric! {
    /// 用水器具漏失率, leaking fixtures as a share of those inspected.
    ///
    /// # Formula
    /// Rl = 100·Nl / Ni
    ///
    /// # Source
    /// Annex 5, construction standard of water-saving units (re-published) · 2013; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, institution::{FixtureLeakRate, FixturesLeaking}};
    /// let counted = FixturesLeaking { leaking: 2.0, inspected: 742.0 };
    /// assert_eq!(round(FixtureLeakRate::formula(&counted), 2), 0.27);
    /// ```
    FixtureLeakRate("unit.fixture_leak_rate", "用水器具漏失率", "Share of leaking fixtures")
    from FixturesLeaking {
        number leaking "Nl" "漏水器具数" "leaking fixtures" = in_unit(Unit::One).at_least(0.0);
        number inspected "Ni" "检查器具数" "fixtures inspected" = in_unit(Unit::One).above(0.0);
    }
    gives "Rl" in Percent, 2 decimals;
    order leaking <= inspected, "part_above_total", Key::FaultPartAboveTotal;
    source sources::PUBLIC_INSTITUTION;
    formula |x, n| n(100.0) * x.leaking / x.inspected
}

metric! {
    /// 水表安装率, meters installed as a share of those required, level by level.
    ///
    /// # Formula
    /// Ra = 100·Na / Nr
    ///
    /// # Source
    /// Tianyi high school, water-saving results (application after DB32/T 2946) · 2016; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, institution::{MeterInstallationRate, MetersInstalled}};
    /// let counted = MetersInstalled { installed: 18.0, required: 18.0 };
    /// assert_eq!(round(MeterInstallationRate::formula(&counted), 2), 100.0);
    /// ```
    MeterInstallationRate("unit.meter_installation_rate", "水表安装率", "Meters installed")
    from MetersInstalled {
        number installed "Na" "已安装水表数" "meters installed" = in_unit(Unit::One).at_least(0.0);
        number required "Nr" "应安装水表数" "meters required" = in_unit(Unit::One).above(0.0);
    }
    gives "Ra" in Percent, 2 decimals;
    order installed <= required, "part_above_total", Key::FaultPartAboveTotal;
    source sources::TIANYI;
    formula |x, n| n(100.0) * x.installed / x.required
}

metric! {
    /// 水表完好率, meters in order as a share of those inspected.
    ///
    /// # Formula
    /// Rg = 100·Ng / Ni
    ///
    /// # Source
    /// Tianyi high school, water-saving results (application after DB32/T 2946) · 2016; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, institution::{MeterGoodRate, MetersInOrder}};
    /// let counted = MetersInOrder { good: 114.0, inspected: 120.0 };
    /// assert_eq!(round(MeterGoodRate::formula(&counted), 2), 95.0);
    /// ```
    MeterGoodRate("unit.meter_good_rate", "水表完好率", "Meters in order")
    from MetersInOrder {
        number good "Ng" "完好水表数" "meters in order" = in_unit(Unit::One).at_least(0.0);
        number inspected "Ni" "检查水表数" "meters inspected" = in_unit(Unit::One).above(0.0);
    }
    gives "Rg" in Percent, 2 decimals;
    order good <= inspected, "part_above_total", Key::FaultPartAboveTotal;
    source sources::TIANYI;
    formula |x, n| n(100.0) * x.good / x.inspected
}

metric! {
    /// 居民户表率, households with a meter of their own as a share of those that need one.
    ///
    /// # Formula
    /// Rh = 100·Na / Nr
    ///
    /// # Source
    /// Guizhou school of finance, logistics · 2003; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, institution::{HouseholdMeterRate, HouseholdMeters}};
    /// let counted = HouseholdMeters { installed: 24.0, required: 24.0 };
    /// assert_eq!(round(HouseholdMeterRate::formula(&counted), 2), 100.0);
    /// ```
    HouseholdMeterRate("household.meter_rate", "居民户表率", "Household meter rate")
    from HouseholdMeters {
        number installed "Na" "已装户表数" "household meters installed" = in_unit(Unit::One).at_least(0.0);
        number required "Nr" "应装户表数" "household meters required" = in_unit(Unit::One).above(0.0);
    }
    gives "Rh" in Percent, 2 decimals;
    order installed <= required, "part_above_total", Key::FaultPartAboveTotal;
    source sources::GUIZHOU_SCHOOL;
    formula |x, n| n(100.0) * x.installed / x.required
}

metric! {
    /// 水表出户率, households whose meter is read without entering the flat.
    ///
    /// # Formula
    /// Ro = 100·No / Nh
    ///
    /// # Source
    /// Common practice; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, institution::{OutdoorMeterRate, OutdoorMeters}};
    /// let counted = OutdoorMeters { outside: 196.0, households: 200.0 };
    /// assert_eq!(round(OutdoorMeterRate::formula(&counted), 2), 98.0);
    /// ```
    OutdoorMeterRate("household.outdoor_meter_rate", "水表出户率", "Meters outside the flat")
    from OutdoorMeters {
        number outside "No" "户外水表数" "meters outside the flat" = in_unit(Unit::One).at_least(0.0);
        number households "Nh" "总户数" "households" = in_unit(Unit::One).above(0.0);
    }
    gives "Ro" in Percent, 2 decimals;
    order outside <= households, "part_above_total", Key::FaultPartAboveTotal;
    source sources::TEXTBOOK;
    formula |x, n| n(100.0) * x.outside / x.households
}

inputs! {
    /// A kind of fixture: what one use takes, and how often by how many.
    pub struct FixtureUse {
        number flow "q" "流量或每次水量" "flow, or water of a use" = shared().at_least(0.0);
        number uses "k" "每人每日次数" "uses by person and day" = in_unit(Unit::One).at_least(0.0);
        number duration "t" "每次时长；按次计者为 1" "duration of a use; one where the water of a use is given" = in_unit(Unit::One).at_least(0.0);
        number people "n" "人数" "people" = in_unit(Unit::Person).at_least(0.0);
    }
}

metric! {
    /// 器具日用水量, what fixtures use in a day by how they are used.
    ///
    /// # Formula
    /// V = Σ qᵢ·kᵢ·tᵢ·nᵢ
    ///
    /// # Symbols
    /// - q by minute with t in minutes, or q by use with t = 1.
    ///
    /// # Source
    /// IAPMO Green Plumbing supplement, calculator; verified.
    ///
    /// # Example
    /// An office of 300, printed 1,796 gallons:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, institution::{FixtureUse, FixtureUseDay, FixtureUses}};
    /// let office = [
    ///     (1.28, 1.0, 1.0, 150.0), (1.28, 3.0, 1.0, 150.0), (0.5, 2.0, 1.0, 150.0),
    ///     (0.5, 3.0, 0.25, 300.0), (2.2, 1.0, 0.25, 300.0), (2.5, 0.1, 8.0, 300.0),
    /// ];
    /// let fixtures = office.map(|(flow, uses, duration, people)| FixtureUse { flow, uses, duration, people }).into();
    /// assert_eq!(round(FixtureUseDay::formula(&FixtureUses { fixtures }), 1), 1795.5);
    /// ```
    FixtureUseDay("unit.fixture_use_day", "器具日用水量", "Water of fixtures in a day")
    from FixtureUses {
        rows<FixtureUse> fixtures "i" "各类器具" "fixtures";
    }
    gives "V" shared, 6 significant;
    source sources::IAPMO;
    formula |x, n| Number::sum(x.fixtures.iter().map(|each| each.flow * each.uses * each.duration * each.people))
}
