//! Crops, fields with their readings and periods, sources.

use water_ledger::evaluate::everything;
use water_ledger::ledger::{
    BalanceStepColumn as Step, CROPS, Column, ColumnSpec, CropColumn as Crop, DISTRICTS, DistrictColumn,
    FIELDS, FieldColumn as Field, ReadingColumn as Reading, SOURCES, SourceColumn as Source, YEARS,
    YearEntry,
};

use crate::ledger_check::{
    At, DISTRICT, YEAR, added, at, expect_of, expect_problems, readings, sample, steps, typed,
};

#[test]
fn crops() {
    let (name, area, net) = (Crop::Name.spec(), Crop::Area.spec(), Crop::Net.spec());
    let crop = Field::Crop.spec();
    let unknown = [(at(&FIELDS), 1, crop, "unknown_crop"), (at(&FIELDS), 2, crop, "unknown_crop")];
    let cases: [(u32, Crop, &str, &[At]); 10] = [
        (1, Crop::Name, "", &[unknown[0], unknown[1], (at(&CROPS), 1, net, "no_fields")]),
        // Its fields follow its name.
        (1, Crop::Name, "棉花", &[]),
        (
            3,
            Crop::Name,
            "玉米",
            &[(at(&CROPS), 1, name, "duplicate_name"), (at(&CROPS), 3, name, "duplicate_name")],
        ),
        (1, Crop::Area, "", &[(at(&CROPS), 1, area, "no_area")]),
        (1, Crop::Area, "很多", &[(at(&CROPS), 1, area, "not_a_number")]),
        (1, Crop::Area, "-1", &[(at(&CROPS), 1, area, "negative")]),
        (1, Crop::Area, "0", &[(at(&CROPS), 1, area, "not_positive")]),
        (1, Crop::Area, "3 万m³", &[(at(&CROPS), 1, area, "other_dimension")]),
        (3, Crop::Net, "", &[(at(&CROPS), 3, net, "no_fields")]),
        (3, Crop::Net, "-1", &[(at(&CROPS), 3, net, "negative")]),
    ];
    for (row, column, text, expected) in cases {
        expect_problems(at(&CROPS), row, column.spec(), text, expected);
    }
}

#[test]
fn fields() {
    let (name, crop, area) = (Field::Name.spec(), Field::Crop.spec(), Field::Area.spec());
    let (method, net) = (Field::Method.spec(), Field::Net.spec());
    let cases: [(u32, Field, &str, &[At]); 9] = [
        (
            1,
            Field::Name,
            "下坪 2 号",
            &[(at(&FIELDS), 1, name, "duplicate_name"), (at(&FIELDS), 2, name, "duplicate_name")],
        ),
        (1, Field::Crop, "棉花", &[(at(&FIELDS), 1, crop, "unknown_crop")]),
        (1, Field::Crop, "", &[(at(&FIELDS), 1, crop, "unknown_crop")]),
        (1, Field::Area, "0", &[(at(&FIELDS), 1, area, "not_positive")]),
        // Without an area the metered water of the field cannot be spread, which is said once.
        (2, Field::Area, "", &[(at(&FIELDS), 2, area, "missing_input")]),
        (2, Field::Area, "x", &[(at(&FIELDS), 2, area, "not_a_number")]),
        (
            3,
            Field::Method,
            "目测",
            &[(at(&FIELDS), 3, method, "unknown_class"), (at(&CROPS), 2, Crop::Net.spec(), "no_fields")],
        ),
        (3, Field::Method, "", &[(at(&CROPS), 2, Crop::Net.spec(), "no_fields")]),
        (1, Field::Net, "-1", &[(at(&FIELDS), 1, net, "negative")]),
    ];
    for (row, column, text, expected) in cases {
        expect_problems(at(&FIELDS), row, column.spec(), text, expected);
    }
}

#[test]
fn readings_of_moisture_and_of_water() {
    use Reading::{After, Before, Density, Depth, Kind, Volume};
    for (field, column, text, at, code) in [
        (1, Kind, "", Kind, "no_kind"),
        (1, Kind, "目测", Kind, "unknown_class"),
        (1, Depth, "", Depth, "missing_input"),
        (1, Depth, "0", Depth, "not_positive"),
        (1, Density, "3", Density, "too_large"),
        (1, Density, "重", Density, "not_a_number"),
        // After the irrigation less than before, and moisture as a bare percentage.
        (1, After, "13%", Before, "moisture_falls"),
        (1, Before, "22%", Before, "moisture_falls"),
        (1, After, "21", After, "too_large"),
        (1, Before, "14", Before, "too_large"),
        (1, After, "", After, "missing_input"),
        (1, Before, "-1", Before, "negative"),
        (2, Volume, "", Volume, "missing_input"),
        (2, Volume, "-480", Volume, "negative"),
        (2, Volume, "480 mm", Volume, "other_dimension"),
    ] {
        expect_problems(readings(field), 3, column.spec(), text, &[(readings(field), 3, at.spec(), code)]);
    }
    // The same readings of a paddy are depths of water, and they fall.
    let paddy = typed(&sample(), readings(1), 3, Kind.spec(), "paddy");
    let paddy =
        typed(&typed(&paddy, readings(1), 3, Before.spec(), "50"), readings(1), 3, After.spec(), "20");
    expect_of(&paddy, &[(readings(1), 3, Before.spec(), "depth_falls")], "a paddy that falls");
}

#[test]
fn steps_of_a_water_balance() {
    use Step::{Depth, End, Evapotranspiration, Groundwater, Inflow, Percolation, Rain, Soaking, Start};
    for (column, text, code) in [
        (Evapotranspiration, "", "missing_input"),
        (Evapotranspiration, "-1", "negative"),
        (Rain, "", "missing_input"),
        (Rain, "少", "not_a_number"),
        (Groundwater, "-5", "negative"),
        (Percolation, "-5", "negative"),
        (Soaking, "5 cup", "unknown_unit"),
        (Depth, "0", "not_positive"),
        (Depth, "", "missing_input"),
        (Start, "21", "too_large"),
        (End, "-1", "negative"),
        (End, "", "missing_input"),
        (Inflow, "x", "not_a_number"),
    ] {
        expect_problems(steps(3), 2, column.spec(), text, &[(steps(3), 2, column.spec(), code)]);
    }
    expect_problems(steps(3), 2, Groundwater.spec(), "", &[]);
}

#[test]
fn measurements_that_the_method_does_not_use_are_kept_and_not_judged() {
    let ledger = added(&sample(), steps(1), &["", "很多"]);
    expect_of(&ledger, &[], "a step of a field that is read");
    assert_eq!(ledger.rows_at(steps(1)).map(<[_]>::len), Some(1));
    let balanced = typed(&ledger, at(&FIELDS), 1, Field::Method.spec(), "dry_balance");
    let found: Vec<&str> =
        crate::ledger_check::problems(&everything(&balanced)).into_iter().map(|(_, code)| code).collect();
    assert_eq!(found, ["not_a_number"], "what is missing beside it is asked for when this is mended");
}

#[test]
fn sources_and_outflows() {
    let (kind, amount, energy) = (Source::Kind.spec(), Source::Amount.spec(), Source::Energy.spec());
    let (refills, factor) = (Source::Refills.spec(), Source::Factor.spec());
    let cases: [(u32, &'static ColumnSpec, &str, &[At]); 10] = [
        (1, kind, "", &[(at(&SOURCES), 1, kind, "no_kind")]),
        (1, kind, "海水", &[(at(&SOURCES), 1, kind, "unknown_class")]),
        (1, energy, "-48", &[(at(&SOURCES), 1, energy, "negative")]),
        (1, energy, "", &[(at(&SOURCES), 1, amount, "blank")]),
        (1, factor, "", &[(at(&SOURCES), 1, factor, "missing_input")]),
        (1, factor, "0", &[(at(&SOURCES), 1, factor, "not_positive")]),
        (2, amount, "4 亩", &[(at(&SOURCES), 2, amount, "other_dimension")]),
        (2, refills, "-2", &[(at(&SOURCES), 2, refills, "negative")]),
        (3, amount, "-5", &[(at(&SOURCES), 3, amount, "negative")]),
        (3, amount, "500", &[(at(&SOURCES), 3, amount, "nothing_left")]),
    ];
    let districts = at(&DISTRICTS);
    for (row, column, text, expected) in cases {
        let ledger = typed(&sample(), at(&SOURCES), row, column, text);
        let mut expected = expected.to_vec();
        let year = &everything(&ledger).irrigation.years[4];
        let (net, gross) = (&year.details[4].fieldwork.net, &year.details[4].fieldwork.gross);
        match (net, gross) {
            // What is left of the district's water may fall short of its net water, or be none at all.
            (Some(net), Some(gross)) if net.value() > gross.value() => {
                expected.push((districts, DISTRICT.0, DistrictColumn::Net.spec(), "net_above_gross"));
            }
            (_, None) => expected.push((districts, DISTRICT.0, DistrictColumn::Gross.spec(), "incomplete")),
            _ => {}
        }
        expect_of(&ledger, &expected, &format!("{text:?} in row {row}, column {}", column.name));
    }
}

#[test]
fn what_was_typed_for_the_district_is_compared_with_its_details() {
    let districts = at(&DISTRICTS);
    for (column, text, codes) in [
        (DistrictColumn::Net, "157", vec![]),
        (DistrictColumn::Net, "160", vec!["detail_disagrees"]),
        (DistrictColumn::Gross, "253", vec![]),
        (DistrictColumn::Gross, "300", vec!["detail_disagrees"]),
        (DistrictColumn::Gross, "x", vec!["not_a_number"]),
    ] {
        let expected: Vec<At> =
            codes.into_iter().map(|code| (districts, DISTRICT.0, column.spec(), code)).collect();
        expect_problems(districts, DISTRICT.0, column.spec(), text, &expected);
        // The details count, whatever was typed beside them.
        let year =
            &everything(&typed(&sample(), districts, DISTRICT.0, column.spec(), text)).irrigation.years[4];
        let coefficient = year.figures.districts[4].coefficient.as_ref().expect("net and gross");
        assert!((coefficient.value() - 157.0 / 253.0).abs() < 1e-5, "{text}");
    }
}

#[test]
fn the_mu_is_that_of_the_year() {
    let fields = |text: &str| {
        let ledger = crate::ledger_check::entered(&sample(), YEARS.entry(YEAR, YearEntry::Mu), text);
        let detail = everything(&ledger).irrigation.years[4].details[4].clone();
        detail.fieldwork.fields[0].net.as_ref().expect("a field").value()
    };
    assert!((fields("") - 196.0).abs() < 1e-9);
    assert!((fields("667") - 196.098).abs() < 1e-9);
}
