//! Files of elsewhere as a whole: each worksheet finds its table, whatever its official form looks like.

use water_ledger::exchange::{
    Homeless, KnownColumns, MatchedSheet, Worksheet, best_list, in_order_of_depth, matched_sheets, pasted,
    year_of_file,
};
use water_ledger::ledger::{
    CANALS, CROPS, CanalColumn, CropColumn, DISTRICTS, Edit, FIELDS, Ledger, PERIODS, READINGS, RowId,
    SUPPLIES, WATER_UNITS, WaterUnitColumn, YEARS,
};

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
        ledger = taken(one, ledger, sheet).0;
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

/// A ledger with a worksheet taken into one of its sheets, and what found no place.
fn taken(one: &MatchedSheet, ledger: Ledger, sheet: RowId) -> (Ledger, Homeless) {
    let (edits, homeless) = one.edits(&ledger, sheet);
    let ledger = edits.into_iter().fold(ledger, |ledger, edit| ledger.after(edit).expect("taken"));
    (ledger, homeless)
}

fn year() -> (Ledger, RowId) {
    let ledger = Ledger::default().after(Edit::AddBlankSheet(&YEARS)).expect("a sheet");
    let sheet = ledger.sheets(&YEARS)[0].id;
    (ledger, sheet)
}

#[test]
fn rows_within_rows_go_to_those_that_they_name() {
    // What stands within rows comes first here, and is taken in last.
    let sheets = vec![
        worksheet(
            "测点",
            "灌区\t田块\t灌水日期\t土层厚度(cm)\t土壤干容重\t灌前含水率\t灌后含水率\n东河\t1号田\t4月2日\t60\t1.4\t0.16\t0.24\n\t\t5月6日\t60\t1.4\t0.17\t0.25\n西山\t1号田\t4月3日\t60\t1.4\t0.15\t0.22",
        ),
        worksheet(
            "作物",
            "所属灌区\t作物\t种植面积(万亩)\n东河\t小麦\t20\n东河\t玉米\t11.2\n南渠\t棉花\t3\n西山\t水稻\t0.12\n合计\t\t34.32",
        ),
        worksheet(
            "渠道",
            "灌区名称\t渠道名称\t长度(m)\n东河\t总干渠\t12500\n\t一支渠\t3200\n西山\t西干渠\t4000",
        ),
        worksheet(
            "田块",
            "灌区\t典型田块\t作物\t面积(亩)\n东河\t1号田\t小麦\t12\n东河\t2号田\t玉米\t9\n西山\t1号田\t水稻\t4",
        ),
        worksheet("灌区", "灌区名称\t有效灌溉面积(万亩)\n东河\t31.2\n西山\t0.12"),
    ];
    assert_eq!(best_list(&sheets), Some(&YEARS));
    let matched = matched_sheets(&sheets, &YEARS, &KnownColumns::default());
    let expected = ["readings", "crops", "canals", "fields", "districts"];
    assert_eq!(tables(&matched), expected.map(Some));
    let (mut ledger, sheet) = year();
    let mut homeless = Homeless::default();
    for one in in_order_of_depth(&matched) {
        let (after, without) = taken(one, ledger, sheet);
        ledger = after;
        homeless.extend(without);
    }
    assert_eq!(homeless, Homeless { rows: 1, names: vec!["南渠".to_string()] });
    let districts = ledger.rows_at(DISTRICTS.at(&[sheet])).expect("districts");
    let texts = |district: usize, table, column| -> Vec<String> {
        let rows = districts[district].rows(table);
        rows.iter().map(|row| row.text(column).to_string()).collect()
    };
    use water_ledger::ledger::Column;
    assert_eq!(texts(0, &CROPS, CropColumn::Name.spec()), ["小麦", "玉米"]);
    assert_eq!(texts(1, &CROPS, CropColumn::Name.spec()), ["水稻"]);
    assert_eq!(texts(0, &CANALS, CanalColumn::Length.spec()), ["12500 m", "3200 m"]);
    assert_eq!(texts(1, &CANALS, CanalColumn::Length.spec()), ["4000 m"]);
    let readings = |district: usize| -> Vec<usize> {
        districts[district].rows(&FIELDS).iter().map(|field| field.rows(&READINGS).len()).collect()
    };
    assert_eq!((readings(0), readings(1)), (vec![2, 0], vec![1]));
    // Taken in once more, what has a name is found again.
    let crops = &matched[1];
    let (again, _) = taken(crops, ledger.clone(), sheet);
    assert_eq!(again.rows_at(CROPS.at(&[sheet, districts[0].id])).expect("crops").len(), 2);
}

#[test]
fn rows_that_name_nothing_go_to_the_only_row_there_is_and_else_nowhere() {
    let sheets = vec![worksheet("作物", "作物名称\t种植面积(万亩)\n小麦\t20\n玉米\t11.2")];
    let mut one = matched_sheets(&sheets, &YEARS, &KnownColumns::default()).remove(0);
    // By itself it goes to no table that stands within rows it does not name.
    assert_ne!(one.table, Some(&CROPS));
    one.put(Some(&CROPS), &KnownColumns::default());
    let district = |ledger: Ledger, sheet: RowId, text: &str| {
        let sheets = vec![worksheet("灌区", text)];
        let matched = matched_sheets(&sheets, &YEARS, &KnownColumns::default());
        taken(&matched[0], ledger, sheet).0
    };
    let (ledger, sheet) = year();
    let without = |rows: usize| Homeless { rows, names: Vec::new() };
    assert_eq!(taken(&one, ledger.clone(), sheet).1, without(2));
    let single = district(ledger, sheet, "灌区名称\t有效灌溉面积(万亩)\n东河\t31.2");
    assert_eq!(taken(&one, single.clone(), sheet).1, without(0));
    let two = district(single, sheet, "灌区名称\t有效灌溉面积(万亩)\n西山\t0.12");
    assert_eq!(taken(&one, two, sheet).1, without(2));
}
