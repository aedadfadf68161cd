//! The sample city's pumped district in every detail, and its water need. All figures are invented.

use super::{
    CanalRow, CropRow, DistrictRow, FieldRow, MonthRow, PeriodRow, ReadingRow, RowId, SeasonRow, SourceRow,
    TypedRow, WaterNeed,
};
use crate::text::{Language, Words};

const MAIZE: Words = Words::new("玉米", "Maize");
const WHEAT: Words = Words::new("春小麦", "Spring wheat");
const ALFALFA: Words = Words::new("苜蓿", "Alfalfa");
const UPPER_FIELD: Words = Words::new("上坪 1 号", "Upper field 1");
const LOWER_FIELD: Words = Words::new("下坪 2 号", "Lower field 2");
const TERRACE: Words = Words::new("台地 3 号", "Terrace 3");
const MAIN: Words = Words::new("总干渠", "Main canal");
const NORTH: Words = Words::new("北支渠", "North branch");
const SOUTH: Words = Words::new("南支渠", "South branch");

/// A row of a table from the texts of its cells.
fn row<R: TypedRow>(id: u32, cells: &[&str]) -> R {
    let mut row = R::blank(RowId(id));
    for (column, text) in cells.iter().enumerate() {
        row.set_cell(column, text.to_string());
    }
    row
}

pub(super) fn rows<R: TypedRow>(cells: &[&[&str]]) -> Vec<R> {
    cells.iter().zip(1..).map(|(cells, id)| row(id, cells)).collect()
}

/// Adds crops, fields, sources and canals to a district; they come to the net and gross water it already has.
pub(super) fn add_details(district: &mut DistrictRow, language: Language) {
    let say = |words: Words| words.get(language);
    let (maize, wheat, alfalfa) = (say(MAIZE), say(WHEAT), say(ALFALFA));
    district.crops = rows::<CropRow>(&[&[maize, "0.40"], &[wheat, "0.30"], &[alfalfa, "0.17", "165.1"]]);
    district.sources = rows::<SourceRow>(&[
        &[say(Words::new("河边泵站", "River pumping station")), "well", "", "", "48", "5.2"],
        &[say(Words::new("沟口塘坝", "Valley pond")), "pond", "4.2", "2"],
        &[say(Words::new("汛期弃水", "Spill in the flood season")), "spill", "5"],
    ]);
    let mut fields = rows::<FieldRow>(&[
        &[say(UPPER_FIELD), maize, "15", "readings"],
        &[say(LOWER_FIELD), maize, "12", "readings"],
        &[say(TERRACE), wheat, "9", "dry_balance"],
    ]);
    let layer = |number| {
        ["gravimetric", "0.6", "1.40", "14%", "21%"].iter().fold(vec![number], |mut cells, cell| {
            cells.push(*cell);
            cells
        })
    };
    let layers: Vec<Vec<&str>> = ["1", "2", "3", "4", "5"].into_iter().map(layer).collect();
    fields[0].readings = rows::<ReadingRow>(&layers.iter().map(Vec::as_slice).collect::<Vec<_>>());
    fields[1].readings = rows::<ReadingRow>(&[
        &["1", "inflow", "", "", "", "", "480"],
        &["2", "inflow", "", "", "", "", "460"],
        &["3", "inflow", "", "", "", "", "450"],
        &["4", "inflow", "", "", "", "", "450"],
        &["5", "inflow", "", "", "", "", "440"],
    ]);
    fields[2].periods = rows::<PeriodRow>(&[
        &[say(Words::new("苗期", "Seedling")), "90", "20", "5", "", "", "0.6", "21%", "20%", "38"],
        &[
            say(Words::new("拔节—抽穗", "Stem extension to heading")),
            "170",
            "25",
            "10",
            "",
            "",
            "0.6",
            "20%",
            "20%",
            "78",
        ],
        &[
            say(Words::new("灌浆—成熟", "Grain filling to ripening")),
            "140",
            "25",
            "15",
            "",
            "",
            "0.6",
            "20%",
            "20%",
            "56",
        ],
    ]);
    district.fields = fields;
    let (main, north, south) = (say(MAIN), say(NORTH), say(SOUTH));
    let lateral = |number: u32| match language {
        Language::Chinese => format!("{number} 斗渠"),
        Language::English => format!("Lateral {number}"),
    };
    let laterals: Vec<String> = (1..=4).map(lateral).collect();
    district.canals = rows::<CanalRow>(&[
        &[main, "", "3.2", "", "medium_loam", "concrete"],
        &[north, main, "1.8", "", "medium_loam", "none", "", "", "", "", "0.10"],
        &[south, main, "1.5", "", "light_loam", "none", "", "", "", "", "0.10"],
        &[&laterals[0], north, "0.9", "0.060", "medium_loam"],
        &[&laterals[1], north, "0.8", "0.050", "medium_loam"],
        &[&laterals[2], south, "0.7", "0.050", "light_loam", "plastic_film"],
        &[&laterals[3], south, "0.9", "0.045", "", "", "", "", "0.052", "0.049"],
    ]);
    district.field_efficiency = "0.90".to_string();
    district.canal_days = "110".to_string();
}

/// The station's year and the crops around it.
pub(super) fn water_need(language: Language) -> WaterNeed {
    let say = |words: Words| words.get(language);
    WaterNeed {
        latitude: "38.9".to_string(),
        altitude: "1480".to_string(),
        efficiency: "0.59".to_string(),
        months: rows::<MonthRow>(&[
            &["3", "11.2", "-3.1", "41", "2.6", "7.8", "4"],
            &["4", "18.4", "3.6", "36", "2.9", "8.6", "8"],
            &["5", "23.9", "9.1", "39", "2.8", "9.4", "16"],
            &["6", "28.0", "13.8", "45", "2.5", "9.8", "22"],
            &["7", "30.1", "16.4", "53", "2.2", "9.3", "34"],
            &["8", "28.6", "14.9", "55", "2.1", "8.9", "31"],
            &["9", "23.1", "9.3", "55", "2.0", "8.4", "21"],
        ]),
        crops: rows::<SeasonRow>(&[
            &[say(MAIZE), "46", "4-20", "25", "40", "45", "30", "0.30", "1.20", "0.50"],
            &[say(WHEAT), "34", "3-20", "20", "30", "45", "25", "0.40", "1.15", "0.30"],
            &[say(ALFALFA), "20", "4-1", "10", "30", "110", "25", "0.40", "0.95", "0.90"],
        ]),
    }
}
