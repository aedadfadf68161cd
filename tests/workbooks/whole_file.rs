//! Files of elsewhere as a whole: each worksheet finds its table, whatever its official form looks like.

use water_ledger::exchange::{
    KnownColumns, MatchedSheet, Worksheet, best_list, matched_sheets, pasted, year_of_file,
};
use water_ledger::ledger::{Edit, Ledger, PERIODS, SUPPLIES, WATER_UNITS, WaterUnitColumn, YEARS};

fn worksheet(name: &str, text: &str) -> Worksheet {
    (name.to_string(), pasted(text))
}

/// The sheets of a water balance test, as the standard has them.
fn water_balance_test() -> Vec<Worksheet> {
    vec![
        worksheet("封面", "××公司\n水平衡测试报告书\n2024年"),
        worksheet(
            "表1 取水水源情况表",
            "取水水源情况表\n\t\t\t\t单位：m³\n序号\t水源名称\t水源类型\t取水量\t备注\n1\t市政自来水\t自来水\t62000\t\n2\t1#深井\t地下水\t15600\t\n合计\t\t\t77600",
        ),
        worksheet(
            "表6 水平衡测试统计表",
            "企业水平衡测试统计表\n单位：m³\n序号\t用水单元名称\t输入水量\t\t\t\t\t输出水量\t\t\t备注\n\t\t新水量\t\t\t循环水量\t串联水量\t耗水量\t排水量\t漏失水量\n\t\t自来水\t地表水\t地下水\n1\t锅炉房\t9000\t\t\t0\t\t2000\t7000\t0\n2\t循环冷却水站\t\t\t22000\t880000\t\t15000\t7000\t\n合计\t\t9000\t\t22000",
        ),
        worksheet("表4 水表配备", "计量水表配备情况\n级别\t应装\t实装\t完好\n一级\t2\t2\t2\n二级\t8\t7\t7"),
    ]
}

fn tables(matched: &[MatchedSheet]) -> Vec<Option<&'static str>> {
    matched.iter().map(|one| one.table.map(|table| table.name)).collect()
}

#[test]
fn the_sheets_of_a_water_balance_test_find_their_tables() {
    let sheets = water_balance_test();
    assert_eq!(best_list(&sheets), Some(&PERIODS));
    assert_eq!(year_of_file("测试.xlsx", &sheets), Some("2024".to_string()));
    let matched = matched_sheets(&sheets, &PERIODS, &KnownColumns::default());
    assert_eq!(tables(&matched), [None, Some("supplies"), Some("units"), Some("meters")]);
    let mut ledger = Ledger::default().after(Edit::AddBlankSheet(&PERIODS)).expect("a sheet");
    let sheet = ledger.sheets(&PERIODS)[0].id;
    for one in &matched {
        if let Some(edit) = one.edit(&ledger, sheet) {
            ledger = ledger.after(edit).expect("taken");
        }
    }
    let sheet = &ledger.sheets(&PERIODS)[0];
    let units = sheet.rows(&WATER_UNITS);
    let column = |column: WaterUnitColumn| units.iter().map(|row| &row[column]).collect::<Vec<_>>();
    assert_eq!(column(WaterUnitColumn::Name), ["锅炉房", "循环冷却水站"]);
    assert_eq!(column(WaterUnitColumn::Town), ["9000", ""]);
    assert_eq!(column(WaterUnitColumn::Ground), ["", "22000"]);
    assert_eq!(column(WaterUnitColumn::Circulation), ["0", "880000"]);
    assert_eq!(column(WaterUnitColumn::Consumption), ["2000", "15000"]);
    assert_eq!(column(WaterUnitColumn::Discharge), ["7000", "7000"]);
    assert_eq!(sheet.rows(&SUPPLIES).len(), 2);
}

#[test]
fn districts_of_a_year_find_theirs_in_another_unit() {
    let text = "2023年大型灌区农田灌溉用水有效利用系数测算表\n灌区名称\t规模\t实际灌溉面积(万亩)\t净灌溉用水量(万m³)\t毛灌溉用水量(万m³)\n东河灌区\t大型\t31.2\t8179\t14851\n合计\t\t31.2\t8179\t14851";
    let sheets = vec![worksheet("系数", text)];
    assert_eq!(best_list(&sheets), Some(&YEARS));
    assert_eq!(year_of_file("a", &sheets), Some("2023".to_string()));
    assert_eq!(tables(&matched_sheets(&sheets, &YEARS, &KnownColumns::default())), [Some("districts")]);
    // Nothing of the kind is said of another list, or of no table.
    assert_eq!(best_list(&[worksheet("信", "尊敬的\n用户")]), None);
    assert_eq!(year_of_file("2023-2024", &sheets), Some("2023".to_string()));
    assert_eq!(year_of_file("2022.xlsx", &[worksheet("2023", "")]), None);
    assert_eq!(year_of_file("120245", &[]), None);
}
