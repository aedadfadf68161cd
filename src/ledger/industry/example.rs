//! Filled plants to begin with. All figures are made up.

use std::sync::Arc;

use super::{Industry, PeriodId, PeriodSheet};
use crate::ledger::example_details::rows;
use crate::text::{Key, Language};

/// A filled plant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlantExample {
    /// A small works that uses its effluent again.
    Works,
    /// A nickel and copper smelter with everything in it.
    Smelter,
    /// The small works with mistakes that the balance finds.
    Errors,
}

impl PlantExample {
    /// Every example.
    pub const ALL: [PlantExample; 3] = [PlantExample::Works, PlantExample::Smelter, PlantExample::Errors];

    /// What it is called.
    pub fn name(self) -> Key {
        match self {
            PlantExample::Works => Key::PlantExampleWorks,
            PlantExample::Smelter => Key::PlantExampleSmelter,
            PlantExample::Errors => Key::PlantExampleErrors,
        }
    }

    /// Its periods.
    pub fn industry(self, language: Language) -> Industry {
        let zh = language == Language::Chinese;
        let sheets = match self {
            PlantExample::Works => vec![works(1, "2022", zh), works(2, "2023", zh), works(3, "2024", zh)],
            PlantExample::Smelter => vec![super::smelter::smelter(zh)],
            PlantExample::Errors => vec![with_errors(works(1, "2024", zh), zh)],
        };
        Industry { periods: sheets.into_iter().map(Arc::new).collect() }
    }
}

/// Water of the works that differs from year to year: machining, cooling make-up, reclaimed effluent, output.
fn of_year(year: &str) -> [&'static str; 9] {
    match year {
        "2022" => ["10400", "3100", "7200", "25600", "17500", "7900", "4000", "20000", "4150"],
        "2023" => ["9700", "2800", "6800", "23800", "16000", "7600", "6000", "18000", "4300"],
        _ => ["9000", "2600", "6300", "22000", "14500", "7300", "8000", "16000", "4520"],
    }
}

fn works(id: u32, year: &str, zh: bool) -> PeriodSheet {
    let say = |chinese: &'static str, english: &'static str| if zh { chinese } else { english };
    let [
        machining,
        machining_lost,
        machining_out,
        cooling,
        cooling_lost,
        cooling_out,
        reclaimed,
        effluent,
        output,
    ] = of_year(year);
    let plating = say("电镀车间", "Plating shop");
    let treatment = say("废水站", "Effluent plant");
    let town = say("市政自来水", "Town main");
    let well = say("自备井", "Own well");
    // The plating shop takes the less from the main, the more effluent it uses again.
    let (plating_town, to_treatment) = match reclaimed {
        "4000" => ("18000", "24800"),
        "6000" => ("16000", "24800"),
        _ => ("14000", "24800"),
    };
    let (main_meter, well_meter) = match year {
        "2022" => ("47000±2%", "39700±2%"),
        "2023" => ("44300±2%", "37900±2%"),
        _ => ("41600±2%", "36000±2%"),
    };
    PeriodSheet {
        period: year.to_string(),
        sector: String::new(),
        value_added: "5200".to_string(),
        output_value: "16800".to_string(),
        staff: "260".to_string(),
        days: "300".to_string(),
        staff_water: "9800".to_string(),
        supplies: rows(&[
            &[town, "town", main_meter, "", "metered"],
            &[well, "ground", well_meter, "", "metered"],
        ]),
        units: rows(&[
            &[
                say("机加工车间", "Machine shop"),
                "main",
                "",
                machining,
                "",
                "",
                "",
                "",
                "42000",
                "indirect",
                machining_lost,
                machining_out,
                "100",
                "metered",
            ],
            &[
                plating,
                "main",
                "",
                plating_town,
                "",
                "6000",
                "",
                "",
                "",
                "process",
                "3000",
                "",
                "200",
                "metered",
            ],
            &[
                say("循环冷却水站", "Cooling station"),
                "auxiliary",
                "",
                "",
                "",
                cooling,
                "",
                "",
                "520000",
                "indirect",
                cooling_lost,
                cooling_out,
                "200",
                "metered",
            ],
            &[
                say("锅炉房", "Boiler house"),
                "auxiliary",
                "",
                "6000",
                "",
                "",
                "",
                "",
                "",
                "",
                "3400",
                "2500",
                "100",
                "metered",
            ],
            &[
                say("办公与食堂", "Offices and canteen"),
                "ancillary",
                "",
                "12000",
                "",
                "",
                "",
                "",
                "",
                "",
                "2000",
                "9700",
                "300",
                "metered",
            ],
            &[
                say("绿化", "Grounds"),
                "ancillary",
                "",
                "",
                "",
                "7600",
                "",
                "",
                "",
                "",
                "?",
                "",
                "100",
                "estimated",
            ],
            &[treatment, "wastewater", "", "", "", "", "", "", "", "", "800", effluent, "", "metered"],
        ]),
        flows: rows(&[
            &[plating, treatment, to_treatment, "metered"],
            &[treatment, plating, reclaimed, "metered"],
        ]),
        products: rows(&[&[say("机械零件", "Machine parts"), output, "", "", "", "20", "16"]]),
        meters: rows(&[
            &["enterprise", "2", "2", "2"],
            &["sub_unit", "9", "9", "9"],
            &["equipment", "14", "12", "11"],
        ]),
        cooling: rows(&[&[
            say("循环冷却水站", "Cooling station"),
            "130",
            "8",
            "25",
            "0.05",
            "420",
            "1260",
            "",
            "5",
            "4000",
            "salt_balance",
        ]]),
        steam: rows(&[&[say("锅炉房", "Boiler house"), "5200", "2300"]]),
        costs: rows(&[
            &[town, "price", "3.20"],
            &[well, "tax", "0.50"],
            &[well, "pumping", "0.35"],
            &[treatment, "treatment", "4.10"],
            &[treatment, "chemicals", "", "12000"],
            &["", "sewage", "1.40"],
        ]),
        tiers: rows(&[&[town, "40000", "1"], &[town, "", "1.5"]]),
        ..PeriodSheet::blank(PeriodId(id))
    }
}

/// The mistakes: a reading ten times too large, water counted twice, names that are not there, a sign, a missing number.
fn with_errors(mut sheet: PeriodSheet, zh: bool) -> PeriodSheet {
    let say = |chinese: &'static str, english: &'static str| if zh { chinese } else { english };
    let (plating, treatment) = (say("电镀车间", "Plating shop"), say("废水站", "Effluent plant"));
    let (station, shop) = (say("循环冷却水站", "Cooling station"), say("机加工车间", "Machine shop"));
    sheet.flows = rows(&[
        &[plating, treatment, "24800", "metered"],
        &[treatment, plating, "80000", "metered"],
        &[station, shop, "42000", "metered"],
        &[shop, station, "42000", "metered"],
        &[shop, shop, "300", "metered"],
        &[say("热处理", "Heat treatment"), treatment, "500", "estimated"],
        &[say("锅炉房", "Boiler house"), treatment, "-200", "metered"],
    ]);
    sheet.staff = "26O".to_string();
    sheet
}
