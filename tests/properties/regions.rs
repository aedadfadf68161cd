//! Laws of a region and its districts.

use proptest::prelude::*;
use water_ledger::evaluate::everything;
use water_ledger::irrigation::{ClassFigures, YearFigures};
use water_ledger::ledger::{DISTRICTS, DistrictColumn, Ledger, Row, YEARS};
use water_ledger::metric::Figure;

use crate::properties::ledgers::{Sound, cell_text, ledger_of, one_year, sound_districts, with_id};

/// What binary arithmetic may differ by when the same sum is done in another order.
const RELATIVE: f64 = 1e-12;

/// The typed volume as a multiple of one m³, and the unit's name.
const VOLUMES: [(f64, &str); 3] = [(1e4, "m³"), (1.0, "万m³"), (1e-4, "亿m³")];

proptest! {
    #[test]
    fn the_region_lies_between_its_districts(districts in sound_districts()) {
        let figures = year_of(&ledger_of(&districts));
        let parts: Vec<f64> = figures.districts.iter().map(|d| value(&d.coefficient)).collect();
        let low = parts.iter().copied().fold(f64::INFINITY, f64::min);
        let high = parts.iter().copied().fold(0.0, f64::max);
        let region = value(&figures.coefficient);
        prop_assert!(region >= low * (1.0 - RELATIVE), "{low} {region} {high}");
        prop_assert!(region <= high * (1.0 + RELATIVE), "{low} {region} {high}");
    }

    #[test]
    fn the_region_is_all_net_water_over_all_gross_water(districts in sound_districts()) {
        let figures = year_of(&ledger_of(&districts));
        let sum = |of: fn(&Sound) -> f64| districts.iter().map(of).sum::<f64>();
        prop_assert!(near(value(&figures.coefficient), sum(|d| d.net) / sum(|d| d.gross)));
        prop_assert!(near(value(&figures.per_mu), sum(|d| d.gross) / sum(|d| d.area)));
        prop_assert!(near(value(&figures.gross), sum(|d| d.gross)));
    }

    #[test]
    fn scaling_all_water_leaves_every_coefficient(districts in sound_districts(), factor in 1e-3..1e3f64) {
        let scaled = |d: &Sound| Sound { net: d.net * factor, gross: d.gross * factor, ..d.clone() };
        let scaled: Vec<Sound> = districts.iter().map(scaled).collect();
        let (before, after) = (year_of(&ledger_of(&districts)), year_of(&ledger_of(&scaled)));
        prop_assert!(near(value(&after.coefficient), value(&before.coefficient)));
        prop_assert!(near(value(&after.per_mu), value(&before.per_mu) * factor));
        for (before, after) in before.districts.iter().zip(&after.districts) {
            prop_assert!(near(value(&after.coefficient), value(&before.coefficient)));
        }
    }

    #[test]
    fn the_order_of_the_districts_changes_nothing_but_the_order(
        (ledger, shuffled) in sound_districts().prop_map(|d| ledger_of(&d)).prop_flat_map(|ledger| {
            let rows = Just(districts_of(&ledger)).prop_shuffle();
            (Just(ledger), rows.prop_map(one_year))
        })
    ) {
        let (before, after) = (year_of(&ledger), year_of(&shuffled));
        prop_assert!(near(value(&after.coefficient), value(&before.coefficient)));
        prop_assert!(near(value(&after.per_mu), value(&before.per_mu)));
        for (row, figures) in districts_of(&shuffled).iter().zip(&after.districts) {
            prop_assert_eq!(row.id.0, figures.key);
            let same = before.districts.iter().find(|d| d.key == figures.key).expect("the same rows");
            prop_assert_eq!(same, figures);
        }
        let classes = |figures: YearFigures| figures.classes.into_iter().map(|c| (c.class, c.count));
        prop_assert!(classes(after).eq(classes(before)));
    }

    #[test]
    fn splitting_a_district_in_proportion_leaves_the_region(
        (districts, at) in sound_districts().prop_flat_map(|d| { let count = d.len(); (Just(d), 0..count) }),
        share in 0.1..0.9f64,
    ) {
        let mut split = districts.clone();
        split.push(part(&districts[at], 1.0 - share));
        split[at] = part(&districts[at], share);
        let (before, after) = (year_of(&ledger_of(&districts)), year_of(&ledger_of(&split)));
        prop_assert!(near(value(&after.coefficient), value(&before.coefficient)));
        prop_assert!(near(value(&after.per_mu), value(&before.per_mu)));
        prop_assert!(near(value(&after.gross), value(&before.gross)));
    }

    #[test]
    fn classes_weighted_by_their_gross_water_make_the_region(districts in sound_districts()) {
        let figures = year_of(&ledger_of(&districts));
        let gross: f64 = figures.classes.iter().map(|class| value(&class.gross)).sum();
        let net_of = |class: &ClassFigures| value(&class.coefficient) * value(&class.gross);
        let net: f64 = figures.classes.iter().map(net_of).sum();
        prop_assert!(near(net / gross, value(&figures.coefficient)));
        prop_assert!(near(gross, value(&figures.gross)));
        prop_assert_eq!(figures.classes.iter().map(|class| class.count).sum::<usize>(), districts.len());
    }

    #[test]
    fn a_more_efficient_district_never_lowers_the_region(
        (districts, at) in sound_districts().prop_flat_map(|d| { let count = d.len(); (Just(d), 0..count) }),
        rise in 0.0..1.0f64,
    ) {
        let mut better = districts.clone();
        better[at].net += (better[at].gross - better[at].net) * rise;
        let (before, after) = (year_of(&ledger_of(&districts)), year_of(&ledger_of(&better)));
        prop_assert!(value(&after.coefficient) >= value(&before.coefficient) * (1.0 - RELATIVE));
    }

    #[test]
    fn the_unit_that_was_typed_changes_no_coefficient(
        districts in sound_districts(),
        net in prop::sample::select(&VOLUMES[..]),
        gross in prop::sample::select(&VOLUMES[..]),
    ) {
        let plain = ledger_of(&districts);
        let rows = districts_of(&plain).into_iter().zip(&districts).map(|(row, district)| {
            row.with(DistrictColumn::Net, format!("{} {}", district.net * net.0, net.1))
                .with(DistrictColumn::Gross, format!("{}{}", district.gross * gross.0, gross.1))
        });
        let typed = one_year(rows.collect());
        let (before, after) = (year_of(&plain), year_of(&typed));
        prop_assert!(near(value(&after.coefficient), value(&before.coefficient)));
        for (before, after) in before.districts.iter().zip(&after.districts) {
            prop_assert!(near(value(&after.coefficient), value(&before.coefficient)));
            prop_assert!(near(value(&after.per_mu), value(&before.per_mu)));
        }
    }

    #[test]
    fn net_and_gross_or_either_with_the_coefficient_say_the_same(districts in sound_districts()) {
        let plain = ledger_of(&districts);
        let without = |column: DistrictColumn| {
            let rows = districts_of(&plain).into_iter().zip(&districts).map(|(row, district)| {
                let coefficient = (district.net / district.gross).to_string();
                row.with(column, "").with(DistrictColumn::Coefficient, coefficient)
            });
            year_of(&one_year(rows.collect()))
        };
        let expected = year_of(&plain);
        for figures in [without(DistrictColumn::Net), without(DistrictColumn::Gross)] {
            prop_assert!(near(value(&figures.coefficient), value(&expected.coefficient)));
            prop_assert!(near(value(&figures.per_mu), value(&expected.per_mu)));
            prop_assert!(near(value(&figures.gross), value(&expected.gross)));
        }
    }

    #[test]
    fn a_half_typed_row_leaves_the_sound_ones_alone(
        districts in sound_districts(),
        cells in prop::array::uniform3(cell_text()),
    ) {
        let plain = ledger_of(&districts);
        let mut rows = districts_of(&plain);
        let columns = [DistrictColumn::Area, DistrictColumn::Net, DistrictColumn::Gross];
        let row = with_id(rows[0].clone(), 1000);
        rows.push(columns.into_iter().zip(cells).fold(row, |row, (column, text)| row.with(column, text)));
        let disturbed = one_year(rows);
        let (before, after) = (year_of(&plain), year_of(&disturbed));
        prop_assert_eq!(&after.districts[..districts.len()], &before.districts[..]);
    }
}

fn part(district: &Sound, share: f64) -> Sound {
    Sound {
        area: district.area * share,
        net: district.net * share,
        gross: district.gross * share,
        ..district.clone()
    }
}

/// The districts of the only year.
fn districts_of(ledger: &Ledger) -> Vec<Row> {
    ledger.sheets(&YEARS)[0].rows(&DISTRICTS).iter().map(|row| Row::clone(row)).collect()
}

fn year_of(ledger: &Ledger) -> YearFigures {
    everything(ledger).irrigation.years[0].figures.clone()
}

fn value(figure: &Option<Figure>) -> f64 {
    figure.as_ref().expect("a sound ledger has every figure").value()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= RELATIVE * b.abs()
}
