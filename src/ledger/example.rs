//! 示例, a filled ledger to start from. Its districts and figures are invented, and its title says so.

use std::sync::Arc;

use super::example_details::{add_details, water_need};
use super::{DistrictRow, Irrigation, Ledger, RowId, TypedRow, YearId, YearSheet};
use crate::irrigation::SizeClass;
use crate::text::{Coded, Language, Words};

/// What the sample is called.
pub const EXAMPLE_TITLE: Words =
    Words::new("示例城市（灌区与数值均为虚构）", "Sample city (districts and figures are invented)");

/// The districts of the sample city.
const DISTRICTS: [(Words, SizeClass); 8] = [
    (Words::new("东河灌区", "Donghe district"), SizeClass::Large),
    (Words::new("西河灌区", "Xihe district"), SizeClass::Medium15To30),
    (Words::new("北滩灌区", "Beitan district"), SizeClass::Medium5To15),
    (Words::new("清泉灌区", "Qingquan district"), SizeClass::Medium1To5),
    (Words::new("红崖提水灌区", "Hongya pumped district"), SizeClass::Small),
    (Words::new("川北井灌（防渗渠）", "Chuanbei wells, lined canal"), SizeClass::WellLinedCanal),
    (Words::new("川北井灌（管道）", "Chuanbei wells, pipe"), SizeClass::WellPipe),
    (Words::new("川北井灌（滴灌）", "Chuanbei wells, drip"), SizeClass::WellMicro),
];

/// The place of the district that is shown in every detail in the last year.
const DETAILED: usize = 4;

/// Irrigated area (万亩), net and gross water (万m³) of each district, year by year. The region comes to 0.59 in 2023,
/// the coefficient that the real city behind the sample published.
const YEARS: [(&str, [[&str; 3]; 8]); 5] = [
    (
        "2019",
        [
            ["38.6", "8070", "15400"],
            ["18.2", "3699", "6980"],
            ["9.4", "1872", "3460"],
            ["3.1", "608", "1085"],
            ["0.86", "158", "262"],
            ["2.4", "521", "742"],
            ["5.7", "1171", "1496"],
            ["6.8", "1144", "1318"],
        ],
    ),
    (
        "2020",
        [
            ["38.6", "8028", "15123"],
            ["18.2", "3684", "6855"],
            ["9.4", "1864", "3398"],
            ["3.1", "604", "1066"],
            ["0.86", "156", "257"],
            ["2.4", "515", "729"],
            ["5.7", "1157", "1469"],
            ["7.14", "1199", "1376"],
        ],
    ),
    (
        "2021",
        [
            ["38.79", "8149", "15185"],
            ["18.29", "3743", "6883"],
            ["9.45", "1894", "3412"],
            ["3.12", "612", "1070"],
            ["0.86", "158", "258"],
            ["2.41", "520", "732"],
            ["5.73", "1167", "1475"],
            ["7.53", "1283", "1469"],
        ],
    ),
    (
        "2022",
        [
            ["38.91", "8330", "15323"],
            ["18.35", "3830", "6945"],
            ["9.48", "1938", "3443"],
            ["3.12", "626", "1080"],
            ["0.87", "161", "261"],
            ["2.42", "528", "738"],
            ["5.75", "1185", "1489"],
            ["7.93", "1382", "1576"],
        ],
    ),
    (
        "2023",
        [
            ["39.06", "8179", "14851"],
            ["18.42", "3757", "6731"],
            ["9.51", "1901", "3337"],
            ["3.14", "612", "1046"],
            ["0.87", "157", "253"],
            ["2.43", "515", "716"],
            ["5.77", "1153", "1443"],
            ["8.36", "1427", "1624"],
        ],
    ),
];

/// The sample city's ledger, its names in the given language.
pub fn example(language: Language) -> Ledger {
    let mut years = example_regions(language);
    if let Some(last) = years.last_mut() {
        if let Some(district) = last.districts.get_mut(DETAILED) {
            add_details(Arc::make_mut(district), language);
        }
        last.water_need = water_need(language);
    }
    Ledger {
        title: EXAMPLE_TITLE.get(language).to_string(),
        irrigation: Irrigation { years },
        ..Ledger::default()
    }
}

/// The sample city's years with its districts alone, as the landing page shows them.
pub fn example_regions(language: Language) -> Vec<YearSheet> {
    let years = YEARS.iter().zip(1..).map(|((year, figures), id)| YearSheet {
        year: year.to_string(),
        districts: DISTRICTS
            .iter()
            .zip(figures)
            .zip(1..)
            .map(|(((name, class), [area, net, gross]), id)| {
                Arc::new(DistrictRow {
                    name: name.get(language).to_string(),
                    class: class.code().to_string(),
                    area: area.to_string(),
                    net: net.to_string(),
                    gross: gross.to_string(),
                    ..DistrictRow::blank(RowId(id))
                })
            })
            .collect(),
        ..YearSheet::blank(YearId(id))
    });
    years.collect()
}
