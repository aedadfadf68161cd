//! Laws of fields, canals and the weather.

use proptest::prelude::*;
use serde_json::{Value, json};
use water_ledger::catalog::groundwater_factor;
use water_ledger::exchange::evaluate;
use water_ledger::irrigation::{
    Canal, CanalEfficiency, CanalGrossFlow, CanalSeepageRate, ClassMean, ClassSamples, Crop, Crops,
    DistrictNetWater, DryCropNeed, DryCropSeason, FieldMean, FlowInSoil, GravimetricLayer, Layer,
    LengthAndRate, Level, LinedCanal, MU_M2, NetRequirementDry, NetWaterBalanceDry, NetWaterGravimetric,
    NetWaterLayered, NetWaterVolumetric, ParallelCanal, ParallelEfficiency, Profile, SampleField,
    SampleFields, SeepageSavedByLining, VolumetricLayer,
};
use water_ledger::metric::{Figure, InputQuantity, Metric};
use water_ledger::quantity::{Quantity, Unit};
use water_ledger::text::{Language, Words};

/// What binary arithmetic may differ by when the same sum is done in another order.
const RELATIVE: f64 = 1e-12;

/// A canal as it is built: flow, length, soil, lining, groundwater.
type Built = (f64, f64, f64, f64, f64, f64);

fn canal() -> impl Strategy<Value = Built> {
    (0.05..100.0f64, 0.1..30.0f64, 0.7..3.4f64, 0.3..0.5f64, 0.05..=1.0f64, 0.28..=1.0f64)
}

fn canal_of(built: Built) -> Canal<f64> {
    let (net_flow_m3_s, length_km, soil_a, soil_m, lining_factor, groundwater_factor) = built;
    Canal { net_flow_m3_s, length_km, soil_a, soil_m, lining_factor, groundwater_factor }
}

/// A layer of soil, its density, and its moisture before and after, no more than its pores hold.
fn layer() -> impl Strategy<Value = (f64, f64, f64, f64)> {
    (0.05..2.0f64, 0.8..1.8f64, 0.0..0.2f64, 0.0..0.2f64)
        .prop_map(|(depth, density, before, risen)| (depth, density, before, before + risen))
}

/// A summer day between the tropics and 50° N, with its solar radiation as a share of what is above the air.
fn summer_day() -> impl Strategy<Value = (Value, f64)> {
    (15.0..40.0f64, 1.0..15.0f64, 0.0..50.0f64, 0.0..3000.0f64, 120..240u32, 0.0..8.0f64, 20.0..90.0f64)
        .prop_map(|(tmax, range, latitude, altitude, day, wind, humidity)| {
            let inputs = json!({
                "tmax_c": tmax, "tmin_c": tmax - range, "latitude_deg": latitude, "altitude_m": altitude,
                "day_of_year": day, "wind_2m_m_s": wind, "rh_max": humidity, "rh_min": humidity / 2.0,
            });
            (inputs, 10.0)
        })
        .prop_flat_map(|(inputs, least)| (Just(inputs), least..20.0f64))
}

proptest! {
    #[test]
    fn a_mean_lies_between_what_it_is_the_mean_of(
        fields in prop::collection::vec((0.0..500.0f64, 0.1..1e4f64), 1..20),
    ) {
        let values: Vec<f64> = fields.iter().map(|(net, _)| *net).collect();
        let weighted = fields.iter().map(|(net_m3_mu, area_mu)| SampleField { net_m3_mu: *net_m3_mu, area_mu: *area_mu });
        let fields_mean = SampleFields { fields: weighted.collect() };
        prop_assert!(is_within(FieldMean::formula(&fields_mean), &values));
        let coefficients: Vec<f64> = values.iter().map(|net| 0.01 + net / 600.0).collect();
        let samples = ClassSamples { coefficients: coefficients.clone() };
        prop_assert!(is_within(ClassMean::formula(&samples), &coefficients));
        let canals = fields.iter().zip(&coefficients).map(|((_, gross), efficiency)| {
            ParallelCanal { net: gross * efficiency, gross: *gross }
        });
        let level = Level { canals: canals.collect() };
        prop_assert!(is_within(ParallelEfficiency::formula(&level), &coefficients));
    }

    #[test]
    fn a_layer_cut_in_two_holds_as_much_and_density_makes_volume_of_mass(
        (depth, density, before, after) in layer(),
        share in 0.1..0.9f64,
    ) {
        let whole = GravimetricLayer {
            layer_depth_m: depth, bulk_density_t_m3: density, moisture_before: before, moisture_after: after, mu_m2: MU_M2,
        };
        let volumetric = VolumetricLayer {
            layer_depth_m: depth, moisture_before: before * density, moisture_after: after * density, mu_m2: MU_M2,
        };
        let part = |depth, density: Option<f64>| {
            let factor = if density.is_some() { 1.0 } else { whole.bulk_density_t_m3 };
            Layer {
                layer_depth_m: depth, bulk_density_t_m3: density,
                moisture_before: before * factor, moisture_after: after * factor,
            }
        };
        let profile = Profile {
            layers: vec![part(depth * share, Some(density)), part(depth * (1.0 - share), None)],
            mu_m2: MU_M2,
        };
        let expected = NetWaterGravimetric::formula(&whole);
        prop_assert!((NetWaterVolumetric::formula(&volumetric) - expected).abs() < 1e-9);
        prop_assert!((NetWaterLayered::formula(&profile) - expected).abs() < 1e-9);
    }

    #[test]
    fn a_balance_by_moisture_is_the_requirement_as_a_depth(
        need in 0.0..900.0f64, rain in 0.0..900.0f64, risen in 0.0..100.0f64,
        depth in 0.1..2.0f64, start in 0.1..0.4f64, end in 0.1..0.4f64,
    ) {
        let season = DryCropSeason {
            crop_evapotranspiration_mm: need, effective_rain_mm: rain, groundwater_mm: risen,
            root_depth_m: depth, moisture_start: start, moisture_end: end, mu_m2: MU_M2,
        };
        let as_depth = DryCropNeed {
            crop_evapotranspiration_mm: need, effective_rain_mm: rain, groundwater_mm: risen,
            storage_change_mm: 1000.0 * depth * (end - start),
        };
        let expected = Unit::convert(NetRequirementDry::formula(&as_depth), Unit::Millimetre, Unit::CubicMetrePerMu);
        let found = NetWaterBalanceDry::formula(&season);
        prop_assert!(found >= 0.0 && (found - expected.expect("both are depths")).abs() < 1e-9);
    }

    #[test]
    fn a_canal_takes_more_than_it_gives_and_lining_never_raises_the_loss(built in canal(), share in 0.0..=1.0f64) {
        let canal = canal_of(built);
        let gross = CanalGrossFlow::formula(&canal);
        prop_assert!(gross > canal.net_flow_m3_s);
        let lined = Canal { lining_factor: canal.lining_factor * share, ..canal.clone() };
        prop_assert!(CanalGrossFlow::formula(&lined) <= gross);
        let saved = LinedCanal {
            days: 100.0, net_flow_m3_s: canal.net_flow_m3_s, length_km: canal.length_km,
            soil_a: canal.soil_a, soil_m: canal.soil_m, lining_factor: share, groundwater_factor: canal.groundwater_factor,
        };
        prop_assert!(SeepageSavedByLining::formula(&saved) >= 0.0);
    }

    #[test]
    fn the_efficiency_of_a_canal_is_its_net_by_its_gross_flow(built in canal()) {
        let unlined = Canal { lining_factor: 1.0, groundwater_factor: 1.0, ..canal_of(built) };
        let (net_flow_m3_s, soil_a, soil_m) = (unlined.net_flow_m3_s, unlined.soil_a, unlined.soil_m);
        let seepage_rate_per_km = CanalSeepageRate::formula(&FlowInSoil { net_flow_m3_s, soil_a, soil_m });
        let efficiency = CanalEfficiency::formula(&LengthAndRate { seepage_rate_per_km, length_km: unlined.length_km });
        prop_assert!(near(efficiency, net_flow_m3_s / CanalGrossFlow::formula(&unlined)));
    }

    #[test]
    fn a_canal_cut_into_pieces_in_series_tends_to_its_limit_from_below(built in canal()) {
        let canal = canal_of(built);
        // dQ/dx = γ·β·A·Q^(1 − m) / 100 solved from the end of the canal upwards.
        let (m, rate) = (canal.soil_m, canal.soil_a * canal.lining_factor * canal.groundwater_factor / 100.0);
        let limit = (canal.net_flow_m3_s.powf(m) + m * rate * canal.length_km).powf(1.0 / m);
        let in_pieces = |count: u32| {
            (0..count).fold(canal.net_flow_m3_s, |net_flow_m3_s, _| {
                let length_km = canal.length_km / f64::from(count);
                CanalGrossFlow::formula(&Canal { net_flow_m3_s, length_km, ..canal.clone() })
            })
        };
        let short_of_it = [1, 2, 4, 64].map(|count| limit - in_pieces(count));
        let rounding = limit * 1e-9;
        prop_assert!(short_of_it.windows(2).all(|pair| pair[1] <= pair[0] + rounding), "{short_of_it:?}");
        prop_assert!(short_of_it[3] >= -rounding && short_of_it[3] <= short_of_it[0] / 10.0 + rounding, "{short_of_it:?}");
    }

    #[test]
    fn groundwater_holds_back_less_the_deeper_it_lies_and_more_the_greater_the_canal(
        flow in 0.01..200.0f64, depth in 0.0..30.0f64, greater in 0.0..50.0f64, deeper in 0.0..10.0f64,
    ) {
        let factor = |flow, depth| groundwater_factor(flow, depth).expect("a flow and a depth");
        let here = factor(flow, depth);
        prop_assert!(here > 0.0 && here <= 1.0);
        prop_assert!(factor(flow, depth + deeper) >= here - RELATIVE);
        prop_assert!(factor(flow + greater, depth) <= here + RELATIVE);
    }

    #[test]
    fn more_sun_never_lowers_the_evapotranspiration_of_a_summer_day(
        (day, radiation) in summer_day(),
        more in 0.0..10.0f64,
    ) {
        let with = |solar: f64| {
            let mut inputs = day.clone();
            inputs["solar_mj_m2_d"] = json!(solar);
            asked("irrigation.reference_et0", &inputs)["value"].as_f64()
        };
        let (less, more) = (with(radiation), with(radiation + more));
        prop_assert!(less.zip(more).is_some_and(|(less, more)| more >= less - RELATIVE), "{less:?} {more:?}");
    }

    #[test]
    fn an_estimate_that_misses_nothing_is_no_estimate((day, radiation) in summer_day()) {
        let mut inputs = day;
        inputs["solar_mj_m2_d"] = json!(radiation);
        let strict = asked("irrigation.reference_et0", &inputs);
        let terms = asked("irrigation.reference_et0_terms", &inputs);
        let estimated = asked("irrigation.reference_et0_estimated", &inputs);
        prop_assert!(strict["value"].is_f64(), "{strict}");
        prop_assert_eq!(&strict["value"], &estimated["value"]);
        prop_assert_eq!(&strict["value"], &terms["value"]["et0_mm_d"]);
    }

    #[test]
    fn two_temperatures_a_place_and_a_day_are_enough_for_an_estimate(
        tmax in -10.0..45.0f64, range in 0.0..25.0f64, latitude in -60.0..60.0f64, day in 1..=365u32,
    ) {
        let inputs = json!({
            "tmax_c": tmax, "tmin_c": tmax - range, "latitude_deg": latitude, "altitude_m": 500, "day_of_year": day,
        });
        let answer = asked("irrigation.reference_et0_estimated", &inputs);
        prop_assert!(answer["value"].as_f64().is_some_and(f64::is_finite), "{answer}");
    }

    #[test]
    fn the_units_of_the_inputs_change_no_result(
        nets in prop::collection::vec((1.0..500.0f64, 0.1..100.0f64), 1..10),
        built in canal(),
    ) {
        let canal = canal_of(built);
        let crops = |net: Unit, area: Unit| {
            let crop = |(w, a): &(f64, f64)| Crop {
                net_m3_mu: figure(*w, Unit::CubicMetrePerMu, net),
                area_10k_mu: figure(*a, Unit::TenThousandMu, area),
            };
            let none = |unit| figure(0.0, unit, unit);
            Crops {
                crops: nets.iter().map(crop).collect(),
                leaching_m3_mu: none(Unit::CubicMetrePerMu),
                leaching_area_10k_mu: none(Unit::TenThousandMu),
            }
        };
        let total = |crops| Figure::computed(&DistrictNetWater, crops).expect("sound crops").value();
        let plain = total(crops(Unit::CubicMetrePerMu, Unit::TenThousandMu));
        prop_assert!(near(total(crops(Unit::Millimetre, Unit::Hectare)), plain));

        let gross = |length: Unit| {
            let one = |value| figure(value, Unit::One, Unit::One);
            let canal = Canal {
                net_flow_m3_s: figure(canal.net_flow_m3_s, Unit::CubicMetrePerSecond, Unit::CubicMetrePerSecond),
                length_km: figure(canal.length_km, Unit::Kilometre, length),
                soil_a: one(canal.soil_a),
                soil_m: one(canal.soil_m),
                lining_factor: one(canal.lining_factor),
                groundwater_factor: one(canal.groundwater_factor),
            };
            Figure::computed(&CanalGrossFlow, canal).expect("a sound canal").value()
        };
        prop_assert!(near(gross(Unit::Metre), gross(Unit::Kilometre)));
    }
}

fn asked(metric: &str, inputs: &Value) -> Value {
    let request = json!([{ "metric": metric, "inputs": inputs }]).to_string();
    evaluate(&request, Language::English).expect("an array").answers[0].clone()
}

/// A number typed in another unit than the one it is given in.
fn figure(value: f64, given: Unit, typed: Unit) -> Figure {
    let value = Unit::convert(value, given, typed).expect("units of one dimension");
    let input_quantity = InputQuantity { id: 0, label: String::new(), name: Words::new("数", "number") };
    Figure::typed(Quantity::new(value, typed), 0.0, input_quantity)
}

fn is_within(mean: f64, values: &[f64]) -> bool {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(0.0, f64::max);
    mean >= low * (1.0 - RELATIVE) && mean <= high * (1.0 + RELATIVE)
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= RELATIVE * b.abs()
}
