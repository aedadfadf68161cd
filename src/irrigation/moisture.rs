//! 典型田块直接量测法, net water of a sample field, measured in the soil or in the paddy.

use super::sources;
use crate::metric::{Fault, FaultKind, Number, Path, in_unit, inputs, metric};
use crate::quantity::Unit;
use crate::text::Key;

/// m² in a 亩, exactly. Guideline texts compute with 667, which is 0.05 % more.
pub const MU_M2: f64 = 2000.0 / 3.0;

/// Density of the mineral grains, t/m³: soil with pores is lighter. Unverified (textbook).
pub const GRAIN_DENSITY: f64 = 2.65;

metric! {
    /// 质量含水率, gravimetric soil moisture from wet and oven-dry mass.
    ///
    /// # Formula
    /// θg = (mw − md) / md
    ///
    /// # Symbols
    /// - mw, md: the sample without its box, 0 < md ≤ mw. A moisture above 1 is refused.
    ///
    /// # Source
    /// Soil moisture by oven drying; verified.
    ///
    /// # Example
    /// 95 g wet, 79 g dry, printed 20.3 %:
    /// ```
    /// use water_ledger::{irrigation::{GravimetricMoisture, SampleMasses}, metric::Metric, numeric::round};
    /// let moisture = GravimetricMoisture::formula(&SampleMasses { wet_mass_g: 95.0, dry_mass_g: 79.0 });
    /// assert_eq!(round(moisture, 3), 0.203);
    /// ```
    GravimetricMoisture("irrigation.gravimetric_moisture", "质量含水率", "Gravimetric soil moisture")
    from SampleMasses {
        number wet_mass_g "mw" "湿土质量" "wet mass" = in_unit(Unit::Gram).above(0.0);
        number dry_mass_g "md" "烘干土质量" "oven-dry mass" = in_unit(Unit::Gram).above(0.0);
    }
    gives "θg" in KilogramPerKilogram, 4 decimals;
    order dry_mass_g <= wet_mass_g, "dry_above_wet", Key::FaultDryAboveWet;
    source sources::OVEN_DRYING;
    check |x| within_one(Path::to("wet_mass_g"), x.wet_mass_g / x.dry_mass_g - 1.0);
    formula |x, n| (x.wet_mass_g - x.dry_mass_g) / x.dry_mass_g
}

metric! {
    /// 体积含水率, volumetric soil moisture from the gravimetric one.
    ///
    /// # Formula
    /// θv = θg·γ
    ///
    /// # Symbols
    /// - γ, dry bulk density, by that of water, 1 t/m³. A moisture above 1 is refused: water cannot fill more than all space.
    ///
    /// # Source
    /// Conversion of soil moisture; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{MoistureAndDensity, VolumetricMoisture}, metric::Metric, numeric::round};
    /// let inputs = MoistureAndDensity { moisture: 0.14, bulk_density_t_m3: 1.4 };
    /// assert_eq!(round(VolumetricMoisture::formula(&inputs), 4), 0.196);
    /// ```
    VolumetricMoisture("irrigation.volumetric_moisture", "体积含水率", "Volumetric soil moisture")
    from MoistureAndDensity {
        number moisture "θg" "质量含水率" "gravimetric moisture" = in_unit(Unit::KilogramPerKilogram).at_least(0.0).at_most(1.0);
        number bulk_density_t_m3 "γ" "土壤干容重" "dry bulk density" = in_unit(Unit::TonnePerCubicMetre).above(0.0).at_most(GRAIN_DENSITY);
    }
    gives "θv" in CubicMetrePerCubicMetre, 4 decimals;
    source sources::MOISTURE_FORMS;
    check |x| within_one(Path::to("moisture"), x.moisture * x.bulk_density_t_m3);
    formula |x, n| x.moisture * x.bulk_density_t_m3
}

metric! {
    /// 旱作物次亩均净灌溉用水量（质量含水率）, net water of one irrigation of a dry crop, from gravimetric moisture.
    ///
    /// # Formula
    /// w净 = c·h·γ·(θ2 − θ1)
    ///
    /// # Symbols
    /// - h, planned wetting layer; γ, dry bulk density, by that of water, 1 t/m³.
    /// - θ1, θ2: before and after the irrigation, θ1 ≤ θ2, as fractions. What is above field capacity drains away
    ///   and is not net water.
    /// - c, m² in a 亩: 2000/3, or 667 to reproduce guideline tables.
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient, direct measurement ·
    /// 2015-12; unverified (textbook).
    ///
    /// # Example
    /// 0.6 m of soil at 1.40 t/m³ from 0.14 to 0.21:
    /// ```
    /// use water_ledger::{irrigation::{GravimetricLayer, MU_M2, NetWaterGravimetric}, metric::Metric, numeric::round};
    /// let layer = |mu_m2| GravimetricLayer {
    ///     layer_depth_m: 0.6, bulk_density_t_m3: 1.4, moisture_before: 0.14, moisture_after: 0.21, mu_m2,
    /// };
    /// assert_eq!(round(NetWaterGravimetric::formula(&layer(MU_M2)), 2), 39.2);
    /// assert_eq!(round(NetWaterGravimetric::formula(&layer(667.0)), 2), 39.22);
    /// ```
    NetWaterGravimetric("irrigation.net_water_gravimetric", "次亩均净灌溉用水量（质量含水率）", "Net water of an irrigation, from gravimetric moisture")
    from GravimetricLayer {
        number layer_depth_m "h" "计划湿润层深度" "depth of the wetted layer" = in_unit(Unit::Metre).above(0.0);
        number bulk_density_t_m3 "γ" "土壤干容重" "dry bulk density" = in_unit(Unit::TonnePerCubicMetre).above(0.0).at_most(GRAIN_DENSITY);
        number moisture_before "θ1" "灌水前质量含水率" "gravimetric moisture before" = in_unit(Unit::KilogramPerKilogram).at_least(0.0).at_most(1.0);
        number moisture_after "θ2" "灌水后质量含水率" "gravimetric moisture after" = in_unit(Unit::KilogramPerKilogram).at_least(0.0).at_most(1.0);
        number mu_m2 "c" "每亩平方米数" "square metres in a mu" = in_unit(Unit::SquareMetre).above(0.0).or(MU_M2);
    }
    gives "w净" in CubicMetrePerMu, 2 decimals;
    order moisture_before <= moisture_after, "moisture_falls", Key::FaultMoistureFalls;
    source sources::SAMPLE_FIELD;
    check |x| within_one(Path::to("moisture_after"), x.moisture_after * x.bulk_density_t_m3);
    formula |x, n| x.mu_m2 * x.layer_depth_m * x.bulk_density_t_m3 * (x.moisture_after - x.moisture_before)
}

metric! {
    /// 旱作物次亩均净灌溉用水量（体积含水率）, net water of one irrigation of a dry crop, from volumetric moisture.
    ///
    /// # Formula
    /// w净 = c·h·(θ2 − θ1)
    ///
    /// # Symbols
    /// - θ1, θ2: before and after the irrigation, θ1 ≤ θ2, as fractions of the soil's volume.
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient, direct measurement ·
    /// 2015-12; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{MU_M2, NetWaterVolumetric, VolumetricLayer}, metric::Metric, numeric::round};
    /// let layer = VolumetricLayer { layer_depth_m: 0.6, moisture_before: 0.196, moisture_after: 0.294, mu_m2: MU_M2 };
    /// assert_eq!(round(NetWaterVolumetric::formula(&layer), 2), 39.2);
    /// ```
    NetWaterVolumetric("irrigation.net_water_volumetric", "次亩均净灌溉用水量（体积含水率）", "Net water of an irrigation, from volumetric moisture")
    from VolumetricLayer {
        number layer_depth_m "h" "计划湿润层深度" "depth of the wetted layer" = in_unit(Unit::Metre).above(0.0);
        number moisture_before "θ1" "灌水前体积含水率" "volumetric moisture before" = in_unit(Unit::CubicMetrePerCubicMetre).at_least(0.0).at_most(1.0);
        number moisture_after "θ2" "灌水后体积含水率" "volumetric moisture after" = in_unit(Unit::CubicMetrePerCubicMetre).at_least(0.0).at_most(1.0);
        number mu_m2 "c" "每亩平方米数" "square metres in a mu" = in_unit(Unit::SquareMetre).above(0.0).or(MU_M2);
    }
    gives "w净" in CubicMetrePerMu, 2 decimals;
    order moisture_before <= moisture_after, "moisture_falls", Key::FaultMoistureFalls;
    source sources::SAMPLE_FIELD;
    formula |x, n| x.mu_m2 * x.layer_depth_m * (x.moisture_after - x.moisture_before)
}

inputs! {
    /// One layer of a soil profile.
    pub struct Layer {
        number layer_depth_m "h" "土层厚度" "depth of the layer" = in_unit(Unit::Metre).above(0.0);
        optional bulk_density_t_m3 "γ" "土壤干容重" "dry bulk density" = in_unit(Unit::TonnePerCubicMetre).above(0.0).at_most(GRAIN_DENSITY);
        number moisture_before "θ1" "灌水前含水率" "moisture before" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
        number moisture_after "θ2" "灌水后含水率" "moisture after" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
    }
}

metric! {
    /// 旱作物次亩均净灌溉用水量（分层）, net water of one irrigation of a dry crop, from a profile of layers.
    ///
    /// # Formula
    /// w净 = c·Σ hₖ·γₖ·(θ2ₖ − θ1ₖ)
    ///
    /// # Symbols
    /// - A layer with a bulk density has gravimetric moistures (kg/kg); one without has volumetric ones (m³/m³),
    ///   and its γ falls away.
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient, direct measurement ·
    /// 2015-12; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{Layer, MU_M2, NetWaterLayered, Profile}, metric::Metric, numeric::round};
    /// let layers = vec![
    ///     Layer { layer_depth_m: 0.2, bulk_density_t_m3: Some(1.4), moisture_before: 0.14, moisture_after: 0.21 },
    ///     Layer { layer_depth_m: 0.4, bulk_density_t_m3: None, moisture_before: 0.196, moisture_after: 0.294 },
    /// ];
    /// assert_eq!(round(NetWaterLayered::formula(&Profile { layers, mu_m2: MU_M2 }), 2), 39.2);
    /// ```
    NetWaterLayered("irrigation.net_water_layered", "次亩均净灌溉用水量（分层）", "Net water of an irrigation, by layers")
    from Profile {
        rows<Layer> layers "k" "土层" "layers";
        number mu_m2 "c" "每亩平方米数" "square metres in a mu" = in_unit(Unit::SquareMetre).above(0.0).or(MU_M2);
    }
    gives "w净" in CubicMetrePerMu, 2 decimals;
    source sources::SAMPLE_FIELD;
    check |x| {
        x.layers.iter().enumerate().try_for_each(|(index, layer)| {
            let at = |field| Path { key: "layers", index: Some(index), field: Some(field) };
            if layer.moisture_before > layer.moisture_after {
                let kind = FaultKind::Rule { code: "moisture_falls", says: Key::FaultMoistureFalls };
                return Err(Fault::within(at("moisture_before"), kind));
            }
            within_one(at("moisture_after"), layer.moisture_after * layer.bulk_density_t_m3.unwrap_or(1.0))
        })
    };
    formula |x, n| {
        x.mu_m2 * Number::sum(x.layers.iter().map(|layer| {
            let risen = layer.moisture_after - layer.moisture_before;
            match layer.bulk_density_t_m3 {
                Some(density) => layer.layer_depth_m * density * risen,
                None => layer.layer_depth_m * risen,
            }
        }))
    }
}

metric! {
    /// 水稻次亩均净灌溉用水量（淹水）, net water of one irrigation of a flooded paddy.
    ///
    /// # Formula
    /// w净 = c·(h2 − h1) / 1000
    ///
    /// # Symbols
    /// - h1, h2, depth of the water layer before and after, h1 ≤ h2.
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient, direct measurement ·
    /// 2015-12; unverified (textbook).
    ///
    /// # Example
    /// From 10 to 50 mm:
    /// ```
    /// use water_ledger::{irrigation::{MU_M2, NetWaterPaddy, WaterLayer}, metric::Metric, numeric::round};
    /// let layer = |mu_m2| WaterLayer { depth_before_mm: 10.0, depth_after_mm: 50.0, mu_m2 };
    /// assert_eq!(round(NetWaterPaddy::formula(&layer(MU_M2)), 3), 26.667);
    /// assert_eq!(round(NetWaterPaddy::formula(&layer(667.0)), 2), 26.68);
    /// ```
    NetWaterPaddy("irrigation.net_water_paddy", "水稻次亩均净灌溉用水量（淹水）", "Net water of an irrigation, flooded paddy")
    from WaterLayer {
        number depth_before_mm "h1" "灌水前田面水深" "water depth before" = in_unit(Unit::Millimetre).at_least(0.0);
        number depth_after_mm "h2" "灌水后田面水深" "water depth after" = in_unit(Unit::Millimetre).at_least(0.0);
        number mu_m2 "c" "每亩平方米数" "square metres in a mu" = in_unit(Unit::SquareMetre).above(0.0).or(MU_M2);
    }
    gives "w净" in CubicMetrePerMu, 2 decimals;
    order depth_before_mm <= depth_after_mm, "depth_falls", Key::FaultDepthFalls;
    source sources::SAMPLE_FIELD;
    formula |x, n| x.mu_m2 * (x.depth_after_mm - x.depth_before_mm) / n(1000.0)
}

metric! {
    /// 水稻次亩均净灌溉用水量（湿润）, net water of one irrigation of a paddy without standing water.
    ///
    /// # Formula
    /// w净 = c·H·(θ2 − θ1) + c·h2 / 1000
    ///
    /// # Symbols
    /// - H, depth of soil that is wetted; θ1 before, θ2 after (saturated), volumetric, θ1 ≤ θ2.
    /// - h2, water layer after the irrigation.
    ///
    /// # Source
    /// National technical guideline for measuring the irrigation water effective utilization coefficient, direct measurement ·
    /// 2015-12; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{MU_M2, MoistPaddy, NetWaterPaddyMoist}, metric::Metric, numeric::round};
    /// let paddy = MoistPaddy {
    ///     layer_depth_m: 0.3, moisture_before: 0.35, moisture_after: 0.45, depth_after_mm: 30.0, mu_m2: MU_M2,
    /// };
    /// assert_eq!(round(NetWaterPaddyMoist::formula(&paddy), 6), 40.0);
    /// ```
    NetWaterPaddyMoist("irrigation.net_water_paddy_moist", "水稻次亩均净灌溉用水量（湿润）", "Net water of an irrigation, paddy without standing water")
    from MoistPaddy {
        number layer_depth_m "H" "湿润土层深度" "depth of the wetted soil" = in_unit(Unit::Metre).above(0.0);
        number moisture_before "θ1" "灌水前体积含水率" "volumetric moisture before" = in_unit(Unit::CubicMetrePerCubicMetre).at_least(0.0).at_most(1.0);
        number moisture_after "θ2" "灌水后体积含水率" "volumetric moisture after" = in_unit(Unit::CubicMetrePerCubicMetre).at_least(0.0).at_most(1.0);
        number depth_after_mm "h2" "灌水后田面水深" "water depth after" = in_unit(Unit::Millimetre).at_least(0.0);
        number mu_m2 "c" "每亩平方米数" "square metres in a mu" = in_unit(Unit::SquareMetre).above(0.0).or(MU_M2);
    }
    gives "w净" in CubicMetrePerMu, 2 decimals;
    order moisture_before <= moisture_after, "moisture_falls", Key::FaultMoistureFalls;
    source sources::SAMPLE_FIELD;
    formula |x, n| {
        x.mu_m2 * x.layer_depth_m * (x.moisture_after - x.moisture_before) + x.mu_m2 * x.depth_after_mm / n(1000.0)
    }
}

/// Water cannot fill more than all of the soil, nor weigh more than it where moisture is a fraction.
fn within_one(at: Path, moisture: f64) -> Result<(), Fault> {
    let kind = FaultKind::Rule { code: "moisture_above_one", says: Key::FaultMoistureAboveOne };
    if moisture > 1.0 { Err(Fault::within(at, kind)) } else { Ok(()) }
}
