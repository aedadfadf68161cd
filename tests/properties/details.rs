//! Laws of a district's details: its crops and fields, its canals.

use std::sync::Arc;

use proptest::prelude::*;
use water_ledger::evaluate::{DistrictDetail, everything};
use water_ledger::irrigation::{CanalFigures, NetworkFigures, Soil};
use water_ledger::ledger::{CanalRow, CropRow, DistrictRow, FieldRow, Ledger, ReadingRow, RowId, TypedRow};
use water_ledger::metric::Figure;
use water_ledger::text::Coded;

use crate::properties::ledgers::one_year;

/// What binary arithmetic may differ by when the same sum is done in another order.
const RELATIVE: f64 = 1e-12;

/// A field with readings of moisture: area, depth, density, moisture before, rise of it, how often.
type Field = (f64, f64, f64, f64, f64, usize);

/// A district of crops, each with an area and fields.
fn crops() -> impl Strategy<Value = DistrictRow> {
    let field = (1.0..50.0f64, 0.2..1.0f64, 1.0..1.7f64, 0.05..0.2f64, 0.01..0.2f64, 1..6usize);
    let crop = (0.01..50.0f64, prop::collection::vec(field, 1..4));
    prop::collection::vec(crop, 1..5).prop_map(|crops| {
        let mut district = named_district();
        for (index, (area, fields)) in crops.into_iter().enumerate() {
            let name = format!("作物{index}");
            let mut row = CropRow::blank(next_id(&district.crops));
            (row.name, row.area) = (name.clone(), area.to_string());
            district.crops.push(row);
            for field in fields {
                let id = next_id(&district.fields);
                district.fields.push(field_row(id, &name, field));
            }
        }
        district
    })
}

fn field_row(id: RowId, crop: &str, (area, depth, density, before, rise, times): Field) -> FieldRow {
    let reading = |id: u32| ReadingRow {
        kind: "gravimetric".to_string(),
        depth: depth.to_string(),
        density: density.to_string(),
        before: before.to_string(),
        after: (before + rise).to_string(),
        ..ReadingRow::blank(RowId(id))
    };
    FieldRow {
        name: format!("田{}", id.0),
        crop: crop.to_string(),
        area: area.to_string(),
        method: "readings".to_string(),
        readings: (1..=times as u32).map(reading).collect(),
        ..FieldRow::blank(id)
    }
}

/// A district of canals, each but the first taking from one above it in the table.
fn canals() -> impl Strategy<Value = DistrictRow> {
    let soil = prop::sample::select(Soil::ALL.to_vec());
    let canal = (any::<prop::sample::Index>(), 0.1..8.0f64, 0.01..3.0f64, soil, 0.05..1.0f64, 0.0..1.0f64);
    prop::collection::vec(canal, 1..8).prop_map(|canals| {
        let mut district = named_district();
        (district.field_efficiency, district.canal_days) = ("0.9".to_string(), "110".to_string());
        for (index, (feeder, length, delivery, soil, beta, planned)) in canals.into_iter().enumerate() {
            let mut row = CanalRow::blank(RowId(index as u32 + 1));
            row.name = format!("渠{index}");
            // The first takes from the source, and now and then another does.
            if index > 0 {
                let upstream = feeder.index(index + 1);
                row.upstream = if upstream == index { String::new() } else { format!("渠{upstream}") };
            }
            (row.length, row.delivery) = (length.to_string(), delivery.to_string());
            (row.soil, row.lining_factor) = (soil.code().to_string(), beta.to_string());
            row.planned = (planned * beta).to_string();
            district.canals.push(row);
        }
        district
    })
}

proptest! {
    #[test]
    fn the_order_of_crops_and_fields_changes_nothing(
        (district, shuffled) in crops().prop_flat_map(|district| {
            let crops = Just(district.crops.clone()).prop_shuffle();
            let fields = Just(district.fields.clone()).prop_shuffle();
            let shuffled = district.clone();
            (Just(district), (crops, fields).prop_map(move |(crops, fields)| {
                DistrictRow { crops, fields, ..shuffled.clone() }
            }))
        })
    ) {
        let (before, after) = (detail_of(&district), detail_of(&shuffled));
        prop_assert!(near(value(&before.fieldwork.net), value(&after.fieldwork.net)));
        for (row, crop) in shuffled.crops.iter().zip(&after.fieldwork.crops) {
            let at = district.crops.iter().position(|other| other.id == row.id).expect("the same crops");
            let same = &before.fieldwork.crops[at];
            prop_assert!(near(value(&crop.net), value(&same.net)));
            prop_assert_eq!(crop.fields, same.fields);
        }
    }

    #[test]
    fn a_crop_in_two_halves_of_its_area_needs_the_same_water(district in crops(), share in 0.1..0.9f64) {
        let mut split = district.clone();
        let area: f64 = district.crops[0].area.parse().expect("a number");
        split.crops[0].area = (area * share).to_string();
        let mut half = split.crops[0].clone();
        (half.id, half.area) = (next_id(&split.crops), (area * (1.0 - share)).to_string());
        split.crops.push(half);
        let (before, after) = (detail_of(&district), detail_of(&split));
        prop_assert!(near(value(&after.fieldwork.net), value(&before.fieldwork.net)));
    }

    #[test]
    fn net_water_of_a_crop_lies_between_its_fields(district in crops()) {
        let figures = &detail_of(&district).fieldwork;
        for (crop, found) in district.crops.iter().zip(&figures.crops) {
            let of_crop = district.fields.iter().zip(&figures.fields).filter(|(f, _)| f.crop == crop.name);
            let nets: Vec<f64> = of_crop.map(|(_, field)| value(&field.net)).collect();
            let (low, high) = bounds(&nets);
            let net = value(&found.net);
            prop_assert!(low * (1.0 - RELATIVE) <= net && net <= high * (1.0 + RELATIVE), "{low} {net} {high}");
        }
    }

    #[test]
    fn the_unit_of_a_reading_changes_nothing(district in crops()) {
        let mut typed = district.clone();
        for field in &mut typed.fields {
            field.area = format!("{} hm²", parsed(&field.area) / 15.0);
            for reading in &mut field.readings {
                reading.depth = format!("{} km", parsed(&reading.depth) / 1000.0);
                reading.before = format!("{}%", parsed(&reading.before) * 100.0);
                reading.after = format!("{}%", parsed(&reading.after) * 100.0);
            }
        }
        for crop in &mut typed.crops {
            crop.area = format!("{} 亩", parsed(&crop.area) * 1e4);
        }
        let (before, after) = (detail_of(&district), detail_of(&typed));
        prop_assert!(near_within(value(&after.fieldwork.net), value(&before.fieldwork.net), 1e-9));
    }

    #[test]
    fn the_order_of_canals_changes_nothing(
        (district, shuffled) in canals().prop_flat_map(|district| {
            let canals = Just(district.canals.clone()).prop_shuffle();
            let shuffled = district.clone();
            (Just(district), canals.prop_map(move |canals| DistrictRow { canals, ..shuffled.clone() }))
        })
    ) {
        let (before, after) = (network_of(&district), network_of(&shuffled));
        prop_assert!(near(value(&before.system), value(&after.system)));
        prop_assert!(near(value(&before.diverted), value(&after.diverted)));
        prop_assert!(near(value(&before.planned_system), value(&after.planned_system)));
        for (row, canal) in shuffled.canals.iter().zip(&after.canals) {
            let at = district.canals.iter().position(|other| other.id == row.id).expect("the same canals");
            prop_assert!(near(value(&canal.gross), value(&before.canals[at].gross)));
        }
    }

    #[test]
    fn no_canal_gives_more_than_it_takes_and_the_system_neither(district in canals()) {
        let network = network_of(&district);
        for CanalFigures { net, gross, efficiency, planned, .. } in &network.canals {
            prop_assert!(value(gross) >= value(net));
            prop_assert!((0.0..=1.0).contains(&value(efficiency)));
            // What is planned here never seeps more than what is.
            prop_assert!(value(planned) <= value(gross) * (1.0 + RELATIVE));
        }
        let system = value(&network.system);
        let each: Vec<f64> = network.canals.iter().map(|canal| value(&canal.efficiency)).collect();
        prop_assert!(system <= bounds(&each).1 * (1.0 + RELATIVE));
        prop_assert!(value(&network.saved_constant_net) >= -RELATIVE * value(&network.diverted));
        prop_assert!(value(&network.saved_constant_gross) <= value(&network.saved_constant_net) * (1.0 + 1e-9) + 1e-9);
    }

    #[test]
    fn lining_a_canal_never_raises_what_is_diverted(
        (district, at) in canals().prop_flat_map(|d| { let count = d.canals.len(); (Just(d), 0..count) }),
        share in 0.0..1.0f64,
    ) {
        let mut lined = district.clone();
        lined.canals[at].lining_factor = (parsed(&lined.canals[at].lining_factor) * share).to_string();
        let (before, after) = (network_of(&district), network_of(&lined));
        prop_assert!(value(&after.diverted) <= value(&before.diverted) * (1.0 + RELATIVE));
        prop_assert!(value(&after.system) >= value(&before.system) * (1.0 - RELATIVE));
    }

    /// Seepage of a reach is c·L·Q^(1−m) with the flow Q at its end. The upper of two reaches carries Q₁ ≥ Q, so that
    /// the two lose at least what the whole loses, and at most (Q₁/Q)^(1−m) times as much.
    #[test]
    fn a_canal_cut_in_two_loses_more_only_as_far_as_seepage_grows_with_flow(
        soil in prop::sample::select(Soil::ALL.to_vec()),
        length in 0.1..20.0f64,
        delivery in 0.01..5.0f64,
        share in 0.05..0.95f64,
    ) {
        let reach = |id: u32, upstream: &str, length: f64, delivery: &str| CanalRow {
            name: id.to_string(),
            upstream: upstream.to_string(),
            length: length.to_string(),
            delivery: delivery.to_string(),
            soil: soil.code().to_string(),
            ..CanalRow::blank(RowId(id))
        };
        let delivered = delivery.to_string();
        let whole = DistrictRow { canals: vec![reach(1, "", length, &delivered)], ..named_district() };
        let upper = reach(1, "", length * (1.0 - share), "");
        let cut = DistrictRow {
            canals: vec![upper, reach(2, "1", length * share, &delivered)],
            ..named_district()
        };
        let (whole, cut) = (network_of(&whole), network_of(&cut));
        let (single, double) = (value(&whole.canals[0].gross), value(&cut.canals[0].gross));
        let between = value(&cut.canals[1].gross);
        let m = exponent(soil);
        let most = delivery + (single - delivery) * (between / delivery).powf(1.0 - m);
        prop_assert!(double >= single * (1.0 - RELATIVE), "{single} {double}");
        prop_assert!(double <= most * (1.0 + 1e-9), "{double} {most}");
    }

    #[test]
    fn the_unit_of_a_canal_changes_nothing(district in canals()) {
        let mut typed = district.clone();
        for canal in &mut typed.canals {
            canal.length = format!("{} m", parsed(&canal.length) * 1000.0);
            canal.lining_factor = format!("{}%", parsed(&canal.lining_factor) * 100.0);
        }
        let (before, after) = (network_of(&district), network_of(&typed));
        prop_assert!(near_within(value(&after.system), value(&before.system), 1e-9));
        prop_assert!(near_within(value(&after.diverted), value(&before.diverted), 1e-9));
    }
}

fn exponent(soil: Soil) -> f64 {
    let table = water_ledger::catalog::table("canal.soil").expect("the table of soils");
    table.at(soil.code(), "m").expect("its exponent").value
}

fn named_district() -> DistrictRow {
    DistrictRow { name: "灌区".to_string(), class: "small".to_string(), ..DistrictRow::blank(RowId(1)) }
}

fn next_id<R: TypedRow>(rows: &[R]) -> RowId {
    RowId(rows.len() as u32 + 1)
}

fn detail_of(district: &DistrictRow) -> Arc<DistrictDetail> {
    let ledger: Ledger = one_year(vec![district.clone()]);
    everything(&ledger).irrigation.years[0].details[0].clone()
}

fn network_of(district: &DistrictRow) -> NetworkFigures {
    detail_of(district).canals.clone()
}

fn parsed(text: &str) -> f64 {
    text.parse().expect("a plain number")
}

fn bounds(values: &[f64]) -> (f64, f64) {
    (values.iter().copied().fold(f64::INFINITY, f64::min), values.iter().copied().fold(0.0, f64::max))
}

fn value(figure: &Option<Figure>) -> f64 {
    figure.as_ref().expect("a sound district has every figure").value()
}

fn near(a: f64, b: f64) -> bool {
    near_within(a, b, RELATIVE)
}

fn near_within(a: f64, b: f64, relative: f64) -> bool {
    (a - b).abs() <= relative * b.abs()
}
