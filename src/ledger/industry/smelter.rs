//! A nickel and copper smelter with everything in it. All figures are made up.

use super::{PeriodId, PeriodSheet};
use crate::ledger::example_details::rows;

/// The smelter's year.
pub(super) fn smelter(zh: bool) -> PeriodSheet {
    let say = |chinese: &'static str, english: &'static str| if zh { chinese } else { english };
    let river = say("河水", "River");
    let town = say("自来水", "Town main");
    let bought = say("城市再生水", "City's reclaimed water");
    let works = say("净水站", "Water works");
    let pure = say("化学水站", "Pure-water plant");
    let boilers = say("锅炉房", "Boilers");
    let mill = say("选矿厂", "Concentrator");
    let pond = say("尾矿库", "Tailings pond");
    let nickel = say("镍冶炼厂", "Nickel smelter");
    let copper = say("铜冶炼厂", "Copper smelter");
    let nickel_furnace = say("镍熔炼", "Nickel furnace");
    let nickel_cells = say("镍电解", "Nickel electrolysis");
    let copper_furnace = say("铜熔炼", "Copper furnace");
    let copper_cells = say("铜电解", "Copper electrolysis");
    let acid = say("制酸", "Acid plant");
    let loops = say("动力循环水", "Central cooling");
    let living = say("生活与办公", "Living and offices");
    let slag = say("渣场抑尘", "Slag yard");
    let effluent = say("污水站", "Effluent plant");
    let outfall = say("总排口", "Main outfall");
    PeriodSheet {
        period: "2024".to_string(),
        value_added: "620000".to_string(),
        output_value: "3900000".to_string(),
        staff: "9200".to_string(),
        days: "365".to_string(),
        staff_water: "980000".to_string(),
        compliant: "3800000".to_string(),
        supplies: rows(&[
            &[river, "surface", "18150000±2%", "", "metered"],
            &[town, "town", "1205000±2%", "", "metered"],
            &[bought, "reclaimed", "3000000±2%", "", "metered"],
        ]),
        units: rows(&[
            &[works, "treatment", "", "", "", "", "", "", "", "", "", "400000", "100000", "metered"],
            &[pure, "treatment", "", "", "", "", "", "", "", "", "", "100000", "", "metered"],
            &[mill, "main", "", "", "", "", "", "2000000", "", "", "1600000", "", "100000", "metered"],
            &[pond, "tank", "", "", "", "", "", "", "", "", "4300000", "", "?", "estimated"],
            &[nickel, "main", "", "", "3230000"],
            &[
                nickel_furnace,
                "main",
                nickel,
                "",
                "",
                "",
                "",
                "",
                "62000000",
                "indirect",
                "1200000",
                "",
                "50000",
                "metered",
            ],
            &[
                nickel_cells,
                "main",
                nickel,
                "",
                "",
                "",
                "",
                "",
                "3000000",
                "process",
                "600000",
                "",
                "40000",
                "metered",
            ],
            &[copper, "main", "", "", "4620000"],
            &[
                copper_furnace,
                "main",
                copper,
                "",
                "",
                "",
                "",
                "",
                "54000000",
                "indirect",
                "1050000",
                "",
                "50000",
                "metered",
            ],
            &[
                copper_cells,
                "main",
                copper,
                "",
                "",
                "",
                "",
                "",
                "2600000",
                "process",
                "520000",
                "",
                "40000",
                "metered",
            ],
            &[
                acid, "main", copper, "", "", "", "", "", "78000000", "indirect", "1900000", "", "40000",
                "metered",
            ],
            &[
                loops,
                "auxiliary",
                "",
                "",
                "",
                "",
                "",
                "1000000",
                "120000000",
                "indirect",
                "3400000",
                "800000",
                "100000",
                "metered",
            ],
            &[boilers, "auxiliary", "", "", "", "", "", "", "", "", "850000", "200000", "50000", "metered"],
            &[slag, "auxiliary", "", "", "", "", "", "", "", "", "600000", "", "", "estimated"],
            &[
                living,
                "ancillary",
                "",
                "1200000",
                "",
                "",
                "",
                "",
                "",
                "",
                "300000",
                "840000",
                "60000",
                "metered",
            ],
            &[effluent, "wastewater", "", "", "", "", "", "", "", "", "210000", "", "", "metered"],
            &[outfall, "outfall"],
        ]),
        flows: rows(&[
            &[river, works, "18000000", "metered"],
            &[works, mill, "5200000", "metered"],
            &[works, nickel_furnace, "1800000", "metered"],
            &[works, nickel_cells, "1400000", "metered"],
            &[works, copper_furnace, "1600000", "metered"],
            &[works, copper_cells, "1200000", "metered"],
            &[works, acid, "1500000", "metered"],
            &[works, loops, "3300000", "metered"],
            &[works, pure, "1500000", "metered"],
            &[pure, boilers, "1100000", "metered"],
            &[pure, acid, "300000", "estimated"],
            &[mill, pond, "20500000", "estimated"],
            &[pond, mill, "15000000", "metered"],
            &[nickel_furnace, effluent, "550000", "metered"],
            &[nickel_cells, effluent, "760000", "metered"],
            &[copper_furnace, effluent, "500000", "metered"],
            &[copper_cells, effluent, "640000", "metered"],
            &[acid, effluent, "760000", "metered"],
            &[effluent, acid, "900000", "metered"],
            &[effluent, slag, "600000", "metered"],
            &[effluent, outfall, "1500000", "metered"],
        ]),
        products: rows(&[
            &[say("电解镍", "Electrolytic nickel"), "150000", "7200000", "", "", "55", "45"],
            &[say("阴极铜", "Copper cathode"), "400000", "9800000", "", "", "28", "22"],
        ]),
        meters: rows(&[
            &["enterprise", "3", "3", "3"],
            &["sub_unit", "46", "45", "44"],
            &["equipment", "180", "152", "148"],
        ]),
        cooling: rows(&[
            &[loops, "14000", "8", "20", "0.1", "520", "2080", "", "5", "8200", "salt_balance"],
            &[acid, "9500", "10", "20", "0.1", "520", "1560", "", "4", "8000", "salt_balance"],
        ]),
        steam: rows(&[&[boilers, "1020000", "610000"]]),
        costs: rows(&[
            &[river, "tax", "0.20"],
            &[river, "pumping", "0.42"],
            &[town, "price", "3.60"],
            &[bought, "price", "1.10"],
            &[works, "treatment", "0.36"],
            &[pure, "treatment", "4.80"],
            &[boilers, "heat", "", "9600000"],
            &[loops, "chemicals", "", "1350000"],
            &[effluent, "treatment", "6.20"],
            &["", "sewage", "1.40"],
        ]),
        ..PeriodSheet::blank(PeriodId(1))
    }
}
