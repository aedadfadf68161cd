//! Laws of a district's details: its crops and fields, its canals.

use std::sync::Arc;

use proptest::prelude::*;
use water_ledger::evaluate::{DistrictDetail, everything};
use water_ledger::irrigation::{CanalFigures, NetworkFigures, Soil};
use water_ledger::ledger::{
    CANALS, CROPS, CanalColumn, Column, CropColumn, DISTRICTS, DistrictColumn, FIELDS, FieldColumn, READINGS,
    ReadingColumn, Row, RowId, TableSpec,
};
use water_ledger::metric::Figure;
use water_ledger::text::Coded;

use crate::properties::ledgers::{one_year, with_each, with_id, with_row};

/// What binary arithmetic may differ by when the same sum is done in another order.
const RELATIVE: f64 = 1e-12;

/// A field with readings of moisture: area, depth, density, moisture before, rise of it, how often.
type Field = (f64, f64, f64, f64, f64, usize);

/// A district of crops, each with an area and fields.
fn crops() -> impl Strategy<Value = Row> {
    let field = (1.0..50.0f64, 0.2..1.0f64, 1.0..1.7f64, 0.05..0.2f64, 0.01..0.2f64, 1..6usize);
    let crop = (0.01..50.0f64, prop::collection::vec(field, 1..4));
    prop::collection::vec(crop, 1..5).prop_map(|crops| {
        let mut district = named_district();
        for (index, (area, fields)) in crops.into_iter().enumerate() {
            let name = format!("作物{index}");
            let row = Row::blank(&CROPS, next_id(&district, &CROPS))
                .with(CropColumn::Name, &name)
                .with(CropColumn::Area, area.to_string());
            district = with_row(district, &CROPS, row);
            for field in fields {
                let row = field_row(next_id(&district, &FIELDS), &name, field);
                district = with_row(district, &FIELDS, row);
            }
        }
        district
    })
}

fn field_row(id: RowId, crop: &str, (area, depth, density, before, rise, times): Field) -> Row {
    let reading = |id: u32| {
        Row::blank(&READINGS, RowId(id))
            .with(ReadingColumn::Kind, "gravimetric")
            .with(ReadingColumn::Depth, depth.to_string())
            .with(ReadingColumn::Density, density.to_string())
            .with(ReadingColumn::Before, before.to_string())
            .with(ReadingColumn::After, (before + rise).to_string())
    };
    Row::blank(&FIELDS, id)
        .with(FieldColumn::Name, format!("田{}", id.0))
        .with(FieldColumn::Crop, crop)
        .with(FieldColumn::Area, area.to_string())
        .with(FieldColumn::Method, "readings")
        .holding(&READINGS, (1..=times as u32).map(reading))
}

/// A district of canals, each but the first taking from one above it in the table.
fn canals() -> impl Strategy<Value = Row> {
    let soil = prop::sample::select(Soil::ALL.to_vec());
    let canal = (any::<prop::sample::Index>(), 0.1..8.0f64, 0.01..3.0f64, soil, 0.05..1.0f64);
    prop::collection::vec(canal, 1..8).prop_map(|canals| {
        let rows = canals.into_iter().enumerate().map(|(index, (feeder, length, delivery, soil, beta))| {
            // The first takes from the source, and now and then another does.
            let upstream = feeder.index(index + 1);
            let upstream = if upstream == index { String::new() } else { format!("渠{upstream}") };
            Row::blank(&CANALS, RowId(index as u32 + 1))
                .with(CanalColumn::Name, format!("渠{index}"))
                .with(CanalColumn::Upstream, upstream)
                .with(CanalColumn::Length, length.to_string())
                .with(CanalColumn::Delivery, delivery.to_string())
                .with(CanalColumn::Soil, soil.code())
                .with(CanalColumn::LiningFactor, beta.to_string())
        });
        named_district()
            .with(DistrictColumn::FieldEfficiency, "0.9")
            .with(DistrictColumn::CanalDays, "110")
            .holding(&CANALS, rows)
    })
}

proptest! {
    #[test]
    fn the_order_of_crops_and_fields_changes_nothing(
        (district, shuffled) in crops().prop_flat_map(|district| {
            let [crops, fields] = [&CROPS, &FIELDS].map(|table| Just(district.rows(table).to_vec()).prop_shuffle());
            let shuffled = district.clone();
            (Just(district), (crops, fields).prop_map(move |(crops, fields)| {
                shuffled.clone().holding(&CROPS, crops).holding(&FIELDS, fields)
            }))
        })
    ) {
        let (before, after) = (detail_of(&district), detail_of(&shuffled));
        prop_assert!(near(value(&before.fieldwork.net), value(&after.fieldwork.net)));
        for (row, crop) in shuffled.rows(&CROPS).iter().zip(&after.fieldwork.crops) {
            let at = district.rows(&CROPS).iter().position(|other| other.id == row.id).expect("the same crops");
            let same = &before.fieldwork.crops[at];
            prop_assert!(near(value(&crop.net), value(&same.net)));
            prop_assert_eq!(crop.fields, same.fields);
        }
    }

    #[test]
    fn a_crop_in_two_halves_of_its_area_needs_the_same_water(district in crops(), share in 0.1..0.9f64) {
        let first = Row::clone(&district.rows(&CROPS)[0]);
        let area = parsed(&first[CropColumn::Area]);
        let part = |crop: Row, share: f64| crop.with(CropColumn::Area, (area * share).to_string());
        let split = with_each(district.clone(), &CROPS, |crop| {
            if crop.id == first.id { part(crop, share) } else { crop }
        });
        let other = with_id(part(first, 1.0 - share), next_id(&split, &CROPS).0);
        let split = with_row(split, &CROPS, other);
        let (before, after) = (detail_of(&district), detail_of(&split));
        prop_assert!(near(value(&after.fieldwork.net), value(&before.fieldwork.net)));
    }

    #[test]
    fn net_water_of_a_crop_lies_between_its_fields(district in crops()) {
        let figures = &detail_of(&district).fieldwork;
        for (crop, found) in district.rows(&CROPS).iter().zip(&figures.crops) {
            let is_of_crop = |field: &Row| field[FieldColumn::Crop] == crop[CropColumn::Name];
            let of_crop = district.rows(&FIELDS).iter().zip(&figures.fields).filter(|(field, _)| is_of_crop(field));
            let nets: Vec<f64> = of_crop.map(|(_, field)| value(&field.net)).collect();
            let (low, high) = bounds(&nets);
            let net = value(&found.net);
            prop_assert!(low * (1.0 - RELATIVE) <= net && net <= high * (1.0 + RELATIVE), "{low} {net} {high}");
        }
    }

    #[test]
    fn the_unit_of_a_reading_changes_nothing(district in crops()) {
        let typed = with_each(district.clone(), &FIELDS, |field| {
            let field = in_unit(field, FieldColumn::Area, 1.0 / 15.0, " hm²");
            with_each(field, &READINGS, |reading| {
                let reading = in_unit(reading, ReadingColumn::Depth, 1e-3, " km");
                let reading = in_unit(reading, ReadingColumn::Before, 100.0, "%");
                in_unit(reading, ReadingColumn::After, 100.0, "%")
            })
        });
        let typed = with_each(typed, &CROPS, |crop| in_unit(crop, CropColumn::Area, 1e4, " 亩"));
        let (before, after) = (detail_of(&district), detail_of(&typed));
        prop_assert!(near_within(value(&after.fieldwork.net), value(&before.fieldwork.net), 1e-9));
    }

    #[test]
    fn the_order_of_canals_changes_nothing(
        (district, shuffled) in canals().prop_flat_map(|district| {
            let canals = Just(district.rows(&CANALS).to_vec()).prop_shuffle();
            let shuffled = district.clone();
            (Just(district), canals.prop_map(move |canals| shuffled.clone().holding(&CANALS, canals)))
        })
    ) {
        let (before, after) = (network_of(&district), network_of(&shuffled));
        prop_assert!(near(value(&before.system), value(&after.system)));
        prop_assert!(near(value(&before.diverted), value(&after.diverted)));
        for (row, canal) in shuffled.rows(&CANALS).iter().zip(&after.canals) {
            let at = district.rows(&CANALS).iter().position(|other| other.id == row.id).expect("the same canals");
            prop_assert!(near(value(&canal.gross), value(&before.canals[at].gross)));
        }
    }

    #[test]
    fn no_canal_gives_more_than_it_takes_and_the_system_neither(district in canals()) {
        let network = network_of(&district);
        for CanalFigures { net, gross, efficiency, .. } in &network.canals {
            prop_assert!(value(gross) >= value(net));
            prop_assert!((0.0..=1.0).contains(&value(efficiency)));
        }
        let system = value(&network.system);
        let each: Vec<f64> = network.canals.iter().map(|canal| value(&canal.efficiency)).collect();
        prop_assert!(system <= bounds(&each).1 * (1.0 + RELATIVE));
    }

    #[test]
    fn lining_a_canal_never_raises_what_is_diverted(
        (district, at) in canals().prop_flat_map(|d| { let count = d.rows(&CANALS).len(); (Just(d), 0..count) }),
        share in 0.0..1.0f64,
    ) {
        let id = district.rows(&CANALS)[at].id;
        let lined = with_each(district.clone(), &CANALS, |canal| {
            if canal.id == id { in_unit(canal, CanalColumn::LiningFactor, share, "") } else { canal }
        });
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
        let reach = |id: u32, upstream: &str, length: f64, delivery: &str| {
            Row::blank(&CANALS, RowId(id))
                .with(CanalColumn::Name, id.to_string())
                .with(CanalColumn::Upstream, upstream)
                .with(CanalColumn::Length, length.to_string())
                .with(CanalColumn::Delivery, delivery)
                .with(CanalColumn::Soil, soil.code())
        };
        let delivered = delivery.to_string();
        let whole = named_district().holding(&CANALS, [reach(1, "", length, &delivered)]);
        let upper = reach(1, "", length * (1.0 - share), "");
        let cut = named_district().holding(&CANALS, [upper, reach(2, "1", length * share, &delivered)]);
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
        let typed = with_each(district.clone(), &CANALS, |canal| {
            let canal = in_unit(canal, CanalColumn::Length, 1000.0, " m");
            in_unit(canal, CanalColumn::LiningFactor, 100.0, "%")
        });
        let (before, after) = (network_of(&district), network_of(&typed));
        prop_assert!(near_within(value(&after.system), value(&before.system), 1e-9));
        prop_assert!(near_within(value(&after.diverted), value(&before.diverted), 1e-9));
    }
}

fn exponent(soil: Soil) -> f64 {
    let table = water_ledger::catalog::table("canal.soil").expect("the table of soils");
    table.at(soil.code(), "m").expect("its exponent").value
}

fn named_district() -> Row {
    Row::blank(&DISTRICTS, RowId(1)).with(DistrictColumn::Name, "灌区").with(DistrictColumn::Class, "small")
}

/// The next identity in a table of a district.
fn next_id(district: &Row, table: &TableSpec) -> RowId {
    RowId(district.rows(table).len() as u32 + 1)
}

fn detail_of(district: &Row) -> Arc<DistrictDetail> {
    let ledger = one_year(vec![district.clone()]);
    everything(&ledger).irrigation.years[0].details[0].clone()
}

fn network_of(district: &Row) -> NetworkFigures {
    detail_of(district).canals.clone()
}

/// The row with a number typed as so many of another unit.
fn in_unit<C: Column>(row: Row, column: C, factor: f64, unit: &str) -> Row {
    let text = format!("{}{unit}", parsed(&row[column]) * factor);
    row.with(column, text)
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
