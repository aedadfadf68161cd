//! 灌区净、毛灌溉用水总量, a district's net and gross water, and the sources its gross water comes from.

use super::sources;
use crate::metric::{Fault, FaultKind, Number, in_unit, inputs, metric, shared};
use crate::quantity::Unit;
use crate::text::Key;

inputs! {
    /// A crop of a district.
    pub struct Crop {
        number net_m3_mu "w" "亩均净灌溉用水量" "net water per mu" = in_unit(Unit::CubicMetrePerMu).at_least(0.0);
        number area_10k_mu "A" "实灌面积" "actually irrigated area" = in_unit(Unit::TenThousandMu).at_least(0.0);
    }
}

metric! {
    /// 灌区净灌溉用水总量, a district's net water from its crops, with the leaching of salt.
    ///
    /// # Formula
    /// W净 = Σ wᵢ·Aᵢ + wL·AL
    ///
    /// # Symbols
    /// - wᵢ, net water per 亩 of a crop; Aᵢ, its actually irrigated area, each season of a double crop for itself;
    ///   m³/亩 × 万亩 = 万m³.
    /// - wL, AL, water and area of salt leaching (洗盐), which counts as net.
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient · 2015-12; unverified
    /// (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{Crop, Crops, DistrictNetWater}, metric::Metric};
    /// let crops = vec![Crop { net_m3_mu: 140.0, area_10k_mu: 10.0 }, Crop { net_m3_mu: 360.0, area_10k_mu: 2.0 }];
    /// let district = Crops { crops, leaching_m3_mu: 60.0, leaching_area_10k_mu: 1.0 };
    /// assert_eq!(DistrictNetWater::formula(&district), 2180.0);
    /// ```
    DistrictNetWater("irrigation.district_net_water", "灌区净灌溉用水总量", "Net water of a district")
    from Crops {
        rows<Crop> crops "i" "作物" "crops";
        number leaching_m3_mu "wL" "亩均洗盐用水量" "leaching water per mu" = in_unit(Unit::CubicMetrePerMu).at_least(0.0).or(0.0);
        number leaching_area_10k_mu "AL" "洗盐面积" "leached area" = in_unit(Unit::TenThousandMu).at_least(0.0).or(0.0);
    }
    gives "W净" in TenThousandCubicMetres, 2 decimals;
    source sources::DISTRICT_TOTALS;
    formula |x, n| {
        Number::sum(x.crops.iter().map(|crop| crop.net_m3_mu * crop.area_10k_mu))
            + x.leaching_m3_mu * x.leaching_area_10k_mu
    }
}

metric! {
    /// 灌区毛灌溉用水总量, a district's gross water from its sources, less what was not for its fields.
    ///
    /// # Formula
    /// W毛 = Wh + Wp + Ww + Wo − Ws − Wr − Wn
    ///
    /// # Symbols
    /// - Each water is counted once, at its source; ponds that the canal fills (长藤结瓜) are not counted again.
    /// - Ws, spilled for flood control or to protect works; Wr, returned out of the district; Wn, for industry,
    ///   towns, ecology, fish. Something must be left.
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient · 2015-12; unverified
    /// (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{DistrictGrossWater, WaterSources}, metric::Metric};
    /// let sources = WaterSources {
    ///     head: 4000.0, ponds: 300.0, wells: 200.0, other: 0.0, spilled: 150.0, returned: 100.0, non_irrigation: 250.0,
    /// };
    /// assert_eq!(DistrictGrossWater::formula(&sources), 4000.0);
    /// ```
    DistrictGrossWater("irrigation.district_gross_water", "灌区毛灌溉用水总量", "Gross water of a district")
    from WaterSources {
        number head "Wh" "渠首引（提）水量" "water taken at the head" = shared().at_least(0.0);
        number ponds "Wp" "塘坝供水量" "water from ponds" = shared().at_least(0.0).or(0.0);
        number wells "Ww" "井供水量" "water from wells" = shared().at_least(0.0).or(0.0);
        number other "Wo" "其他水源供水量" "water from other sources" = shared().at_least(0.0).or(0.0);
        number spilled "Ws" "防洪或保护工程弃水量" "water spilled for flood control or works" = shared().at_least(0.0).or(0.0);
        number returned "Wr" "退出灌区的水量" "water returned out of the district" = shared().at_least(0.0).or(0.0);
        number non_irrigation "Wn" "非灌溉用水量" "water not for irrigation" = shared().at_least(0.0).or(0.0);
    }
    gives "W毛" shared, 6 parts;
    source sources::DISTRICT_TOTALS;
    check |x| {
        let taken = x.head + x.ponds + x.wells + x.other;
        let left = taken - x.spilled - x.returned - x.non_irrigation;
        match left > 0.0 {
            true => Ok(()),
            false if left.is_finite() => Err(Fault::rule("head", "nothing_left", Key::FaultNothingLeft)),
            false => Err(Fault::at("head", FaultKind::Overflow)),
        }
    };
    formula |x, n| x.head + x.ponds + x.wells + x.other - x.spilled - x.returned - x.non_irrigation
}

metric! {
    /// 塘坝供水量, water that ponds gave: their storage as often as it was filled.
    ///
    /// # Formula
    /// Wp = V·k
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient · 2015-12; unverified
    /// (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{PondWater, Ponds}, metric::Metric};
    /// assert_eq!(PondWater::formula(&Ponds { storage: 120.0, refills: 2.5 }), 300.0);
    /// ```
    PondWater("irrigation.pond_water", "塘坝供水量", "Water from ponds")
    from Ponds {
        number storage "V" "塘坝有效蓄水量" "effective storage" = shared().at_least(0.0);
        number refills "k" "复蓄次数" "times filled" = in_unit(Unit::One).at_least(0.0);
    }
    gives "Wp" shared, 6 significant;
    source sources::DISTRICT_TOTALS;
    formula |x, n| x.storage * x.refills
}

metric! {
    /// 以电折水, pumped water from the electricity it took.
    ///
    /// # Formula
    /// V = E·k
    ///
    /// # Symbols
    /// - k, water per kWh, calibrated at the well or pump.
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient · 2015-12; unverified
    /// (textbook). Calibration: T/CIDA 0018-2023.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{ElectricityWater, Pumping}, metric::Metric};
    /// assert_eq!(ElectricityWater::formula(&Pumping { electricity_kwh: 5000.0, water_m3_per_kwh: 3.2 }), 16000.0);
    /// ```
    ElectricityWater("irrigation.electricity_water", "以电折水水量", "Water from electricity")
    from Pumping {
        number electricity_kwh "E" "用电量" "electricity" = in_unit(Unit::KilowattHour).at_least(0.0);
        number water_m3_per_kwh "k" "以电折水系数" "water per kWh" = in_unit(Unit::CubicMetrePerKilowattHour).above(0.0);
    }
    gives "V" in CubicMetre, 0 decimals;
    source sources::DISTRICT_TOTALS;
    formula |x, n| x.electricity_kwh * x.water_m3_per_kwh
}
