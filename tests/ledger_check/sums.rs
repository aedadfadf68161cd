//! What stands in rows and the sum below them: nobody who adds up what is shown comes to something else.

use water_ledger::evaluate::everything;
use water_ledger::exchange::Derivations;
use water_ledger::ledger::{
    COSTS, Column, CostColumn as Cost, DISTRICTS, DistrictColumn as District, Example, Ledger, PERIODS,
    SUPPLIES, SupplyColumn as Supply,
};
use water_ledger::metric::{Figure, InputQuantity};
use water_ledger::quantity::{Quantity, Unit};
use water_ledger::show::paper::{Block, Table};
use water_ledger::show::plant::{balance_report, cost_blocks};
use water_ledger::text::{Key, Language, Words};
use water_ledger::water::total;

use crate::ledger_check::{DISTRICT, at, sample, typed};

fn amount(value: f64, unit: Unit) -> Figure {
    let of = InputQuantity { id: 0, label: String::new(), name: Words::new("水量", "water") };
    Figure::typed(Quantity::new(value, unit), 0.0, of)
}

#[test]
fn a_sum_is_shown_as_finely_as_its_parts() {
    let (cubic, myriad) = (Unit::CubicMetre, Unit::TenThousandCubicMetres);
    let sum = |parts: &[(f64, Unit)]| {
        total(parts.iter().map(|(value, unit)| amount(*value, *unit))).expect("parts")
    };
    for (parts, shown) in [
        (&[(17_000_000.0, cubic), (968_150.0, cubic)][..], "17,968,150"),
        (&[(48_594.13, myriad), (0.07, myriad)], "48,594.20"),
        (&[(0.1, cubic), (0.2, cubic)], "0.3"),
        (&[(1_234_567.0, cubic), (-1_234_567.0, cubic)], "0"),
        // A part in another unit is as fine in this.
        (&[(1_796.0, myriad), (8_150.0, cubic)], "1,796.815"),
    ] {
        assert_eq!(sum(parts).shown(), shown);
    }
    // A sum of sums too, and in a column of another unit.
    let nested = total([sum(&[(17_000_000.0, cubic), (968_150.0, cubic)]), amount(1.0, cubic)]);
    let nested = nested.expect("parts");
    assert_eq!(nested.shown(), "17,968,151");
    assert_eq!(nested.shown_in(myriad).as_deref(), Some("1,796.8151"));
}

fn tables(blocks: &[Block]) -> Vec<&Table> {
    fn table(block: &Block) -> Option<&Table> {
        match block {
            Block::Table(table) => Some(table),
            _ => None,
        }
    }
    blocks.iter().filter_map(table).collect()
}

/// A number as it is shown, in hundredths.
fn shown(text: &str) -> Option<i64> {
    let plain = text.replace(',', "").replace('−', "-");
    Some((plain.parse::<f64>().ok()? * 100.0).round() as i64)
}

#[test]
fn what_units_bear_adds_up_to_the_cost_as_shown() {
    let works = Example::Works.ledger(Language::Chinese);
    let id = works.sheets(&PERIODS)[2].id;
    let smelter = Example::Smelter.ledger(Language::Chinese);
    let priced = |price: &str| typed(&works, COSTS.at(&[id]), 1, Cost::PerVolume.spec(), price);
    let mut ledgers: Vec<Ledger> = ["2.5", "3.333", "0.0777", "123456.789"].map(priced).to_vec();
    ledgers.extend([works.clone(), smelter]);
    for (place, ledger) in ledgers.iter().enumerate() {
        for period in &everything(ledger).plant.periods {
            let blocks = cost_blocks(period, Language::Chinese);
            let Some((sum, rows)) = tables(&blocks).get(1).and_then(|table| table.rows.split_last()) else {
                continue;
            };
            let added: i64 = rows.iter().filter_map(|row| shown(&row[1].text)).sum();
            assert_eq!(Some(added), shown(&sum[1].text), "{place}");
            let [by_item, ..] = tables(&blocks)[..] else { panic!("a table") };
            let added: i64 = by_item.rows.iter().filter_map(|row| shown(&row[1].text)).sum();
            assert_eq!(Some(added), shown(&sum[1].text), "{place}");
        }
    }
}

#[test]
fn the_statistics_sheet_adds_up_as_shown() {
    for example in [Example::Works, Example::Smelter] {
        let ledger = example.ledger(Language::English);
        let results = everything(&ledger).plant;
        for period in &results.periods {
            let report = balance_report(&ledger, &results, period.id, Derivations::All, Language::English)
                .expect("a report");
            let title = Key::StatisticsTitle.say(Language::English);
            let sheet = report.sections.iter().find(|section| section.title == title).expect("the sheet");
            let table = tables(&sheet.blocks)[0];
            let (plant, rows) = table.rows.split_last().expect("rows");
            let units: Vec<_> = rows.iter().filter(|row| !row[0].text.ends_with(", sum")).collect();
            // Fresh water, circulation, cascaded and reclaimed water; what leaves is said to count otherwise.
            for column in 2..=9 {
                let added: i64 = units.iter().filter_map(|row| shown(&row[column].text)).sum();
                assert_eq!(
                    added,
                    shown(&plant[column].text).unwrap_or(0),
                    "{} {column}",
                    table.head[column].text
                );
            }
        }
    }
}

#[test]
fn the_intake_is_as_fine_as_the_meters() {
    let works = Example::Works.ledger(Language::Chinese);
    let id = works.sheets(&PERIODS)[2].id;
    let large = typed(&works, SUPPLIES.at(&[id]), 1, Supply::Amount.spec(), "17000000");
    let large = typed(&large, SUPPLIES.at(&[id]), 2, Supply::Amount.spec(), "968150");
    let totals = everything(&large).plant.periods[2].figures.totals.clone();
    assert_eq!(totals.intake.expect("an intake").shown(), "17,968,150");
    // And the region's water as its districts'.
    let gross = typed(&sample(), at(&DISTRICTS), DISTRICT.0, District::Gross.spec(), "1234567.25");
    let year = everything(&gross).irrigation.years[4].clone();
    let parts: f64 =
        year.figures.districts.iter().filter_map(|one| one.gross.as_ref()).map(Figure::value).sum();
    let region = year.figures.gross.as_ref().expect("water").shown();
    assert_eq!(shown(&region), Some((parts * 100.0).round() as i64), "{region}");
}
