//! Filled units to begin with. All figures are made up.

use std::sync::Arc;

use super::{AnswerRow, ReviewId, ReviewSheet, asked_in};
use crate::catalog;
use crate::ledger::example_details::rows;
use crate::ledger::table::change_all;
use crate::text::{Key, Language};

/// A filled unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitExample {
    /// A university over three years, with measures that bring it to the pass line.
    University,
    /// A public institution, the technical part of its rubric complete.
    Institution,
    /// A residential quarter.
    Quarter,
}

impl UnitExample {
    /// Every example.
    pub const ALL: [UnitExample; 3] =
        [UnitExample::University, UnitExample::Institution, UnitExample::Quarter];

    /// What it is called.
    pub fn name(self) -> Key {
        match self {
            UnitExample::University => Key::ExampleUniversity,
            UnitExample::Institution => Key::ExampleInstitution,
            UnitExample::Quarter => Key::ExampleQuarter,
        }
    }

    /// Its years.
    pub fn reviews(self, language: Language) -> Vec<Arc<ReviewSheet>> {
        let zh = language == Language::Chinese;
        let sheets = match self {
            UnitExample::University => vec![
                university(1, "2022", zh),
                university(2, "2023", zh),
                with_measures(university(3, "2024", zh), zh),
            ],
            UnitExample::Institution => vec![institution(zh)],
            UnitExample::Quarter => vec![quarter(zh)],
        };
        sheets.into_iter().map(Arc::new).collect()
    }
}

/// A sheet of a rubric with a row for all that it asks.
fn begun(id: u32, unit: &str, year: &str, rubric: &str) -> ReviewSheet {
    let mut sheet = ReviewSheet {
        unit: unit.to_string(),
        year: year.to_string(),
        rubric: rubric.to_string(),
        ..ReviewSheet::blank(ReviewId(id))
    };
    if let Some(rubric) = catalog::rubric(rubric) {
        sheet.fit(&rubric);
    }
    sheet
}

/// Answers to items; their evidence is ready, but for those named.
fn answer(sheet: &mut ReviewSheet, answers: &[(&str, &str)], unproven: &[&str]) {
    for (item, typed) in answers {
        if let Some(row) = sheet.answers.iter_mut().find(|row| asked_in(&row.of) == *item) {
            Arc::make_mut(row).answer = typed.to_string();
        }
    }
    change_all(&mut sheet.evidence, |row| {
        let state = if unproven.contains(&asked_in(&row.of)) { "missing" } else { "ready" };
        row.state = state.to_string();
    });
}

/// A fact that is known from elsewhere than the tables.
fn fact(sheet: &mut ReviewSheet, name: &str, input: &str, typed: &str) {
    if let Some(row) = sheet.facts.iter_mut().find(|row| row.of == name && row.input == input) {
        Arc::make_mut(row).value = typed.to_string();
    }
}

fn assessed(rows: &mut [Arc<AnswerRow>], points: &[(&str, &str)]) {
    for (item, typed) in points {
        if let Some(row) = rows.iter_mut().find(|row| asked_in(&row.of) == *item) {
            Arc::make_mut(row).assessed = typed.to_string();
        }
    }
}

/// A campus that counts its water, and loses more of it than its rubric allows.
fn university(id: u32, year: &str, zh: bool) -> ReviewSheet {
    let say = |chinese: &'static str, english: &'static str| if zh { chinese } else { english };
    let mut sheet = begun(id, say("示例大学", "Example University"), year, "university-tches-32-2019");
    // From year to year: water supplied, sub-meters, saving fixtures of the old buildings, leaking fixtures.
    let [supplied, metered, old_saving, leaking] = match year {
        "2022" => ["1186000±2%", "820000", "900", "96"],
        "2023" => ["1098000±2%", "940000", "1240", "61"],
        _ => ["1012000±2%", "958000", "1610", "34"],
    };
    sheet.supplied = supplied.to_string();
    sheet.days = "365".to_string();
    sheet.general = "65".to_string();
    sheet.advanced = "45".to_string();
    sheet.people = rows(&[
        &[say("住校学生", "Resident students"), "resident", "18600", ""],
        &[say("教职工", "Staff"), "nonresident", "2300", ""],
        &[say("培训学员", "Trainees"), "visitor", "3650", "6"],
    ]);
    sheet.fixtures = rows(&[
        &[say("新校区", "New campus"), "tap", "1", "4200", "", "1200", "6"],
        &[say("新校区", "New campus"), "squat", "2", "1800", "", "600", "4"],
        &[say("老校区", "Old campus"), "tap", "none", "1700", old_saving, "900", leaking],
    ]);
    sheet.meters = rows(&[
        &["enterprise", "3", "3", "3", "1012000", "1012000"],
        &["sub_unit", "86", "86", "84", metered, "1012000"],
    ]);
    sheet.uses = match year {
        "2024" => Vec::new(),
        "2023" => rows(&[&[say("各分表合计", "All sub-meters"), "other", "962000"]]),
        _ => rows(&[&[say("各分表合计", "All sub-meters"), "other", "1020000"]]),
    };
    if year == "2024" {
        sheet.nights = rows(&[
            &[say("老校区总表", "Old campus, main meter"), "volume", "60", "6.5", OLD_CAMPUS],
            &[say("新校区总表", "New campus, main meter"), "volume", "60", "9", NEW_CAMPUS],
        ]);
    }
    let answers: &[(&str, &str)] = match year {
        "2022" => &[
            ("m1", "5"),
            ("m2", "4"),
            ("m3", "5"),
            ("m4", "4"),
            ("m5", "2"),
            ("m6", "2"),
            ("m7", "3"),
            ("m8", "5"),
            ("m9", "3"),
            ("t6", "0"),
            ("t7", "1"),
            ("t8", "na"),
            ("t9", "1"),
            ("f1", "1"),
            ("f2", "0"),
            ("f3", "no"),
            ("f4", "no"),
        ],
        "2023" => &[
            ("m1", "6"),
            ("m2", "5"),
            ("m3", "6"),
            ("m4", "4"),
            ("m5", "3"),
            ("m6", "3"),
            ("m7", "4"),
            ("m8", "6"),
            ("m9", "4"),
            ("t6", "1"),
            ("t7", "1"),
            ("t8", "na"),
            ("t9", "2"),
            ("f1", "1"),
            ("f2", "1"),
            ("f3", "no"),
            ("f4", "yes"),
        ],
        _ => &[
            ("m1", "6"),
            ("m2", "6"),
            ("m3", "6"),
            ("m4", "4"),
            ("m5", "3"),
            ("m6", "3"),
            ("m7", "5"),
            ("m8", "6"),
            ("m9", "4"),
            ("t6", "1"),
            ("t7", "1"),
            ("t8", "na"),
            ("t9", "2"),
            ("f1", "1"),
            ("f2", "1"),
            ("f3", "no"),
            ("f4", "yes"),
        ],
    };
    answer(&mut sheet, answers, &["m5", "m6", "t5"]);
    if year != "2024" {
        assessed(&mut sheet.answers, &[("m2", "4"), ("m4", "3")]);
    }
    sheet
}

/// What the campus could do next, and what it costs.
fn with_measures(mut sheet: ReviewSheet, zh: bool) -> ReviewSheet {
    let say = |chinese: &'static str, english: &'static str| if zh { chinese } else { english };
    let fixtures = say("更换老校区水嘴", "New taps on the old campus");
    let pipes = say("老校区管网改造", "New pipes on the old campus");
    let search = say("全校检漏与修复", "Leak search and repair");
    let zones = say("分区计量", "District metering");
    let contract = say("合同节水", "Water-saving contract");
    let rain = say("雨水回用浇灌", "Rainwater for greening");
    let care = say("管网巡检制度", "Inspection of pipes");
    let pipe_works = say("管网工程", "pipe works");
    sheet.measures = rows(&[
        &[fixtures, "162000", "41000", "3", "", ""],
        &[pipes, "1850000", "196000", "9", pipe_works, ""],
        &[search, "240000", "152000", "2", pipe_works, zones],
        &[zones, "310000", "0", "4", "", ""],
        &[contract, "60000", "0", "6", "", ""],
        &[rain, "420000", "36000", "5", "", ""],
        &[care, "25000", "8000", "1", "", ""],
    ]);
    sheet.effects = rows(&[
        &[fixtures, "unit.water_saving_fixture_rate/saving", "+90"],
        &[pipes, "unit.network_leak_rate", "5"],
        &[search, "unit.network_leak_rate", "8.5"],
        &[zones, "m5", "+2"],
        &[zones, "industry.metering_rate@sub_unit/metered", "+30000"],
        &[contract, "f3", "yes"],
        &[rain, "t6", "+2"],
        &[rain, "t7", "+1"],
        &[care, "m6", "+2"],
    ]);
    sheet
}

/// An office building; every item of the technical part is answered.
fn institution(zh: bool) -> ReviewSheet {
    let say = |chinese: &'static str, english: &'static str| if zh { chinese } else { english };
    let mut sheet = begun(1, say("示例局机关", "Example Bureau"), "2024", "public-institution-2013");
    sheet.supplied = "8650±2%".to_string();
    sheet.days = "250".to_string();
    sheet.mean = "24.6".to_string();
    sheet.people = rows(&[
        &[say("在编人员", "Staff"), "nonresident", "312", ""],
        &[say("保安保洁", "Guards and cleaners"), "nonresident", "46", ""],
    ]);
    sheet.fixtures = rows(&[
        &[say("卫生间", "Toilets"), "tap", "2", "148", "", "148", "3"],
        &[say("卫生间", "Toilets"), "toilet", "2", "96", "", "96", "5"],
        &[say("食堂", "Canteen"), "tap", "none", "22", "16", "22", "2"],
    ]);
    sheet.meters =
        rows(&[&["enterprise", "1", "1", "1", "8650", "8650"], &["sub_unit", "9", "9", "9", "8310", "8650"]]);
    fact(&mut sheet, "industry.air_conditioning_makeup_rate", "", "0.9");
    fact(&mut sheet, "industry.condensate_recovery_rate", "", "46");
    let answers = [
        ("m1a", "yes"),
        ("m1b1", "yes"),
        ("m1b2", "yes"),
        ("m1c", "yes"),
        ("m1d", "no"),
        ("m1e", "yes"),
        ("m2a", "two"),
        ("m2b", "yes"),
        ("m3a", "yes"),
        ("m3b", "canteen-toilet,old-pipes"),
        ("m3c", "yes"),
        ("m3d", "2"),
        ("m4", "13"),
        ("m5", "14"),
    ];
    answer(&mut sheet, &answers, &["m3a", "t4"]);
    let taps = say("更换食堂水嘴", "New taps in the canteen");
    let meters = say("主要设备装表", "Meters at the main equipment");
    let condensate = say("回收冷凝水", "Condensate recovery");
    let duty = say("节水目标责任制", "Responsibility for targets");
    sheet.measures = rows(&[
        &[taps, "3600", "900", "1", "", ""],
        &[meters, "28000", "0", "2", "", ""],
        &[condensate, "54000", "7200", "3", "", ""],
        &[duty, "0", "0", "1", "", ""],
    ]);
    sheet.effects = rows(&[
        &[taps, "unit.water_saving_fixture_rate/saving", "+6"],
        &[meters, "m2a", "three"],
        &[condensate, "industry.condensate_recovery_rate", "62"],
        &[duty, "m1d", "yes"],
    ]);
    sheet
}

/// A quarter with meters in most flats.
fn quarter(zh: bool) -> ReviewSheet {
    let say = |chinese: &'static str, english: &'static str| if zh { chinese } else { english };
    let mut sheet = begun(1, say("示例小区", "Example Quarter"), "2024", "residential-changzhi");
    sheet.supplied = "98600".to_string();
    sheet.days = "365".to_string();
    sheet.people = rows(&[&[say("居民", "Residents"), "resident", "2840", ""]]);
    sheet.fixtures = rows(&[
        &[say("入户抽查", "Flats looked at"), "toilet", "3", "120", "", "120", "3"],
        &[say("入户抽查", "Flats looked at"), "tap", "3", "240", "", "240", "5"],
    ]);
    fact(&mut sheet, "household.meter_rate", "installed", "912");
    fact(&mut sheet, "household.meter_rate", "required", "920");
    fact(&mut sheet, "household.outdoor_meter_rate", "outside", "884");
    fact(&mut sheet, "household.outdoor_meter_rate", "households", "920");
    if let Some(row) = sheet.answers.iter_mut().find(|row| asked_in(&row.of) == "c9") {
        Arc::make_mut(row).variant = "after-2005".to_string();
    }
    let answers = [
        ("c1a", "yes"),
        ("c1b", "yes"),
        ("c1c", "no"),
        ("c2a", "yes"),
        ("c2b", "yes"),
        ("c3a", "yes"),
        ("c3b", "yes"),
        ("c4", "yes"),
        ("c5a", "yes"),
        ("c5b", "no"),
        ("c6", "yes"),
        ("c11", "7"),
    ];
    answer(&mut sheet, &answers, &["c2b"]);
    sheet
}

/// Two days of hours, cubic metres.
const OLD_CAMPUS: &str = "2024-11-04 00:00,14.2\n2024-11-04 01:00,12.1\n2024-11-04 02:00,11.3\n2024-11-04 03:00,11.0\n2024-11-04 04:00,11.6\n2024-11-04 05:00,15.8\n2024-11-04 06:00,38.4\n2024-11-04 07:00,61.0\n2024-11-04 08:00,52.7\n2024-11-04 12:00,66.1\n2024-11-04 18:00,58.9\n2024-11-04 22:00,49.5\n2024-11-05 00:00,14.9\n2024-11-05 01:00,12.4\n2024-11-05 02:00,11.2\n2024-11-05 03:00,10.9\n2024-11-05 04:00,11.9\n";

/// Two days of hours, cubic metres.
const NEW_CAMPUS: &str = "2024-11-04 00:00,20.3\n2024-11-04 01:00,15.2\n2024-11-04 02:00,12.9\n2024-11-04 03:00,12.4\n2024-11-04 04:00,13.8\n2024-11-04 05:00,19.6\n2024-11-04 06:00,61.2\n2024-11-04 07:00,92.5\n2024-11-04 12:00,98.4\n2024-11-04 22:00,88.0\n2024-11-05 00:00,21.1\n2024-11-05 01:00,15.9\n2024-11-05 02:00,12.6\n2024-11-05 03:00,12.3\n2024-11-05 04:00,14.1\n";
