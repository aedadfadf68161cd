//! A plant's water as pages and paper show it: rates over years and months, the block diagram on sheets.

use std::collections::BTreeSet;
use std::sync::Arc;

use water_ledger::chart::{Chart, Kind, Role, Size, svg};
use water_ledger::evaluate::plant;
use water_ledger::ledger::{Example, Ledger, PERIODS, PlantEntry, Row, RowId};
use water_ledger::show::plant::{Picture, box_sheets, rate_trends, water_picture};
use water_ledger::text::Language;

/// The small works' last year as so many months, each like the year.
fn months(count: u32) -> Ledger {
    let works = Example::Works.ledger(Language::Chinese);
    let year = works.sheets(&PERIODS).last().expect("the works have years");
    let month = |number: u32| {
        let mut month = Row::clone(year).with(PlantEntry::Period, format!("2024-{number:02}"));
        month.id = RowId(number);
        month
    };
    works.clone().with_sheets(&PERIODS, (1..=count).map(month))
}

fn trend(ledger: &Ledger, id: &str) -> Option<Chart> {
    rate_trends(ledger, &plant(ledger, None), Language::English).into_iter().find(|chart| chart.id == id)
}

fn own(chart: &Chart) -> Vec<(f64, f64)> {
    let own = chart.series.iter().find(|series| series.role == Role::Own).expect("an own series");
    own.points.iter().map(|point| (point.x, point.y)).collect()
}

#[test]
fn twelve_months_make_a_year_and_eleven_do_not() {
    let whole = months(12);
    let by_month = own(&trend(&whole, "plant-reuse-months").expect("months"));
    assert_eq!(by_month.len(), 12);
    let year = trend(&whole, "plant-reuse").expect("a year");
    let Kind::Bullets(bullets) = &year.kind else { panic!("{:?}", year.kind) };
    assert_eq!(bullets.iter().map(|bullet| bullet.name.as_str()).collect::<Vec<_>>(), ["2024"]);
    let by_year = own(&year);
    let [(_, rate)] = by_year.as_slice() else { panic!("{by_year:?}") };
    // Twelve equal months reuse the same share together.
    assert!((rate - by_month[0].1).abs() < 1e-9, "{by_year:?}");
    let part = months(11);
    assert_eq!(own(&trend(&part, "plant-reuse-months").expect("months")).len(), 11);
    assert!(trend(&part, "plant-reuse").is_none());
}

#[test]
fn years_stand_among_the_nations_values_and_the_limit_of_the_sector() {
    let works = Example::Works.ledger(Language::Chinese);
    let steel = |sheet: &Arc<Row>| Row::clone(sheet).with(PlantEntry::Sector, "limit.steel");
    let ledger = works.clone().with_sheets(&PERIODS, works.sheets(&PERIODS).iter().map(steel));
    let chart = trend(&ledger, "plant-reuse").expect("three years");
    let years: Vec<f64> = own(&chart).iter().map(|(year, _)| *year).collect();
    assert_eq!(years, [2022.0, 2023.0, 2024.0]);
    let limit = chart.series.iter().find(|series| series.name == "Limit of the sector").expect("a limit");
    assert!(limit.points.iter().all(|point| point.y == 97.0));
    assert!(chart.series.iter().any(|series| series.role == Role::Reference && !series.points.is_empty()));
    // The product against the user's own quota.
    let product = trend(&ledger, "plant-product-0").expect("a product");
    let levels: Vec<f64> = product.series[1..].iter().map(|series| series.points[0].y).collect();
    assert_eq!(levels, [20.0, 16.0]);
}

/// The nodes that have a box in a picture.
fn boxes(chart: &Chart) -> BTreeSet<usize> {
    let picture = svg(chart, Size::WIDE);
    let numbers =
        picture.split("data-node=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse().ok());
    numbers.collect()
}

#[test]
fn each_unit_of_a_large_plant_stands_on_one_sheet() {
    let results = plant(&Example::Smelter.ledger(Language::Chinese), None);
    let found = &results.periods[0];
    let sheets = box_sheets(found, Language::Chinese);
    assert!(sheets.len() > 1);
    let all: Vec<BTreeSet<usize>> = sheets.iter().map(boxes).collect();
    // Sources and outfalls stand on each sheet, units on one.
    let on_each: BTreeSet<usize> = all.iter().skip(1).fold(all[0].clone(), |common, next| &common & next);
    let units: usize = all.iter().map(|sheet| sheet.len() - on_each.len()).sum();
    let is_unit = |name: &String| !["河水", "自来水", "城市再生水", "总排口"].contains(&name.as_str());
    assert_eq!(units, found.plant.places.iter().filter(|place| is_unit(&place.name)).count());
}

#[test]
fn every_flow_is_on_paper_and_no_group_is_split() {
    let results = plant(&Example::Smelter.ledger(Language::Chinese), None);
    let sheets = box_sheets(&results.periods[0], Language::Chinese);
    let pictures: Vec<String> = sheets.iter().map(|chart| svg(chart, Size::WIDE)).collect();
    assert!(pictures.iter().all(|picture| !picture.contains("… +")));
    let whole = water_picture(&results.periods[0], Picture::Boxes, 0.0, Language::Chinese).expect("water");
    for flow in 0..whole.flows.len() {
        assert!(pictures.iter().any(|picture| picture.contains(&format!("data-flow=\"{flow}\""))), "{flow}");
    }
    // Main production alone is larger than a page.
    for group in ["辅助生产", "附属生产", "给水处理", "废水处理与回用", "水池与管网"]
    {
        let named = |picture: &&String| picture.contains(&format!(">{group}</text>"));
        assert_eq!(pictures.iter().filter(named).count(), 1, "{group}");
    }
}
