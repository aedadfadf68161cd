//! Blocks from other people's tables: headings, units, sums, names in another order.

use water_ledger::exchange::{ForeignBlock, pasted};
use water_ledger::ledger::{
    CALLED, ColumnKind, DISTRICTS, Edit, LEDGER, Ledger, RUBRIC_TABLE, RowId, TableAt, TableEdit, TableSpec,
    WATER_UNITS, called,
};
use water_ledger::text::Language;

use super::sample;

fn read(text: &str, table: &'static TableSpec) -> ForeignBlock {
    ForeignBlock::read(pasted(text), table, &table.columns[0])
}

/// What goes into the table: the texts of each row by the names of their columns.
fn taken(block: &ForeignBlock, table: &'static TableSpec) -> Vec<String> {
    let nothing: [std::sync::Arc<water_ledger::ledger::Row>; 0] = [];
    let placed = block.placed(table, &nothing, RowId(1));
    let cells = |row: &water_ledger::ledger::RowCells| {
        let cell =
            |(column, text): &(&water_ledger::ledger::ColumnSpec, String)| format!("{}={text}", column.name);
        row.cells.iter().map(cell).collect::<Vec<_>>().join(" ")
    };
    placed.rows.iter().map(cells).collect()
}

#[test]
fn a_table_with_title_counter_sums_and_another_order_is_understood() {
    let text = "2023年全市样点灌区用水情况表\t\t\t\t\t\n\
        序号\t灌区名称\t毛灌溉用水量（m³）\t净灌溉用水量（万m³）\t备注\t灌区类型\t有效灌溉面积（亩）\n\
        1\t东河灌区\t148510000\t8179\t\t大型\t390600\n\
        2\t西河灌区\t67310000\t3757\t提水\t中型（15–30万亩）\t184200\n\
        \t小计\t215820000\t11936\t\t\t574800\n\
        3\t红崖灌区\t2530000\t157\t\t小型\t8700\n\
        \t合　计\t218350000\t12093\t\t\t583500\n\
        注：净灌溉用水量为实测值。";
    let block = read(text, &DISTRICTS);
    assert!(block.has_headings && !block.is_plain());
    assert_eq!(
        taken(&block, &DISTRICTS),
        [
            "name=东河灌区 gross=148510000 m³ net=8179 class=大型 area=390600 亩",
            "name=西河灌区 gross=67310000 m³ net=3757 class=中型（15–30万亩） area=184200 亩",
            "name=红崖灌区 gross=2530000 m³ net=157 class=小型 area=8700 亩",
        ]
    );
    let unmatched: Vec<&str> = block.unmatched().map(|column| column.heading.as_str()).collect();
    assert_eq!(unmatched, ["备注"]);
    assert_eq!(block.left_out.len(), 5);
}

#[test]
fn a_title_above_the_headings_is_no_part_of_them() {
    for title in ["Sample districts", "2023 年样点灌区\t\t", "\tIrrigation\t"] {
        let text = format!("{title}\nDistrict name\tType\tGross (ML)\nEast\tLarge\t148510");
        let block = read(&text, &DISTRICTS);
        let headings: Vec<&str> = block.columns.iter().map(|column| column.heading.as_str()).collect();
        assert_eq!(headings, ["District name", "Type", "Gross (ML)"], "{title}");
        assert_eq!(block.left_out.len(), 2, "{title}");
    }
}

#[test]
fn headings_of_two_rows_units_below_them_and_merged_groups_are_understood() {
    let text = "灌区\t规模\t灌溉用水量\t\t面积\n\
        \t\t毛\t净\t\n\
        \t\tm³\tm³\t亩\n\
        甲\t中型（1–5万亩）\t10460000\t6120000\t31400\n\
        乙\t\t2530000\t1570000\t8700";
    let block = read(text, &DISTRICTS);
    assert_eq!(
        taken(&block, &DISTRICTS),
        [
            "name=甲 class=中型（1–5万亩） gross=10460000 m³ net=6120000 m³ area=31400 亩",
            "name=乙 class=中型（1–5万亩） gross=2530000 m³ net=1570000 m³ area=8700 亩",
        ]
    );
    assert_eq!(block.filled_gaps, 1);
}

#[test]
fn a_unit_in_the_title_holds_for_the_columns_that_name_none() {
    let text = "用水单元统计表（单位：万m³）\n用水单元\t自来水\t循环水量\t排水量\n一车间\t1.2\t30\t0.9 m³";
    let block = read(text, &WATER_UNITS);
    assert_eq!(
        taken(&block, &WATER_UNITS),
        ["name=一车间 town=1.2 万m³ circulation=30 万m³ discharge=0.9 m³"]
    );
}

#[test]
fn english_headings_and_percent_are_understood() {
    let text =
        "Name,Type,Irrigated area [ha],Gross irrigation water (ML),Net (ML)\nEast,Large,2000,5000,2600";
    let block = read(&text.replace(',', "\t"), &DISTRICTS);
    assert_eq!(taken(&block, &DISTRICTS), ["name=East class=Large area=2000 hm² gross=5000 ML net=2600 ML"]);
}

#[test]
fn numbers_with_their_own_unit_or_none_stay_as_they_are() {
    let text = "灌区\t毛灌溉用水量(m³)\n甲\t1.5万m³\n乙\t–\n丙\t2000±2%\n丁\tabc\n戊\t0";
    let rows = taken(&read(text, &DISTRICTS), &DISTRICTS);
    let gross: Vec<&str> = rows.iter().map(|row| row.split("gross=").nth(1).unwrap_or("")).collect();
    assert_eq!(gross, ["1.5万m³", "–", "2000 m³ ±2%", "abc", "0"]);
}

#[test]
fn a_block_without_headings_is_taken_cell_by_cell() {
    let block = read("甲\t大型\t5\n乙\t小型\t0.5", &DISTRICTS);
    assert!(block.is_plain());
    let wide = read("甲\t大型\t5\t1\t2\t0.5\t多\t余", &DISTRICTS);
    assert!(!wide.is_plain());
    assert_eq!(wide.unmatched().count(), 2);
    let counted = read("1\t甲\t大型\n2\t乙\t小型\n\t合计\t", &DISTRICTS);
    assert_eq!(taken(&counted, &DISTRICTS), ["name=甲 class=大型", "name=乙 class=小型"]);
    // A district may be called like part of a heading.
    assert!(!read("东河灌区\t大型\n西河灌区\t小型", &DISTRICTS).has_headings);
}

#[test]
fn what_else_people_call_a_column_stands_once_for_each_column_of_each_table() {
    let known: Vec<_> = CALLED.iter().flat_map(|list| list.0).collect();
    let tables = LEDGER.all().into_iter().filter(|table| **table != LEDGER).chain([&RUBRIC_TABLE]);
    for table in tables {
        let of_table: Vec<_> = known.iter().filter(|(of, _)| *of == table).collect();
        let counts: Vec<usize> = of_table.iter().map(|(_, words)| words.len()).collect();
        assert_eq!(counts, [table.columns.len()], "{table:?}");
    }
    let net = DISTRICTS.column("net").expect("the column");
    assert!(called(&DISTRICTS, net).contains(&"净灌溉水量"), "{:?}", called(&DISTRICTS, net));
}

#[test]
fn every_table_understands_its_own_headings_in_any_order_with_and_without_units() {
    for table in LEDGER.all().into_iter().filter(|table| table.within.is_some() && table.shown().len() > 1) {
        for language in Language::ALL {
            for with_units in [false, true] {
                let heading = |column: &&water_ledger::ledger::ColumnSpec| {
                    let name = column.heading.say(language);
                    match column.kind {
                        ColumnKind::Number(unit) if with_units && unit.symbol(language) != "–" => {
                            format!("{name} ({})", unit.symbol(language))
                        }
                        _ => name.to_string(),
                    }
                };
                let reversed: Vec<_> = table.shown().iter().rev().collect();
                let text: Vec<String> = reversed.iter().map(heading).collect();
                let block = read(&format!("{}\n", text.join("\t")), table);
                let found: Vec<_> = block.columns.iter().map(|column| column.to.map(|to| to.name)).collect();
                let expected: Vec<_> = reversed.iter().map(|column| Some(column.name)).collect();
                // No order tells apart what is called the same, and an evidence list has a counter of its own.
                let names: std::collections::HashSet<&String> = text.iter().collect();
                if names.len() == text.len() && !text.iter().any(|text| text == "序号" || text == "No.") {
                    assert_eq!(found, expected, "{table:?} {text:?}");
                }
            }
        }
    }
}

fn districts(ledger: &Ledger) -> (TableAt, Vec<RowId>) {
    let year = ledger.sheets(&water_ledger::ledger::YEARS)[0].id;
    let table = DISTRICTS.at(&[year]);
    (table, ledger.rows_at(table).expect("the table").iter().map(|row| row.id).collect())
}

#[test]
fn rows_with_known_names_go_to_those_rows_and_new_ones_behind() {
    let ledger = sample();
    let (table, ids) = districts(&ledger);
    let rows = ledger.rows_at(table).expect("the table");
    let name = |place: usize| rows[place].cell(0).to_string();
    let text = format!("{}\t\t7\n{}\t\t8\n新灌区\t\t9", name(2), name(0));
    let block = ForeignBlock::read(pasted(&text), &DISTRICTS, &DISTRICTS.columns[0]);
    let placed = block.placed(&DISTRICTS, rows, ids[0]);
    assert_eq!((placed.by_name, placed.new), (2, 1));
    assert_eq!(placed.rows.iter().map(|row| row.row).collect::<Vec<_>>(), [Some(ids[2]), Some(ids[0]), None]);
    let after = ledger.after(Edit::Table(table, TableEdit::Fill(placed.rows))).expect("rows that are there");
    let rows = after.rows_at(table).expect("the table");
    assert_eq!(rows.len(), ids.len() + 1);
    assert_eq!([rows[2].cell(2), rows[0].cell(2)], ["7", "8"]);
    // What hangs on a district hangs on it still.
    let crops = |ledger: &Ledger, place: usize| {
        ledger.rows_at(table).expect("the table")[place].rows(&water_ledger::ledger::CROPS).len()
    };
    assert!((0..ids.len()).all(|place| crops(&after, place) == crops(&ledger, place)));
    let last = rows.last().expect("the new one");
    assert_eq!((last.cell(0), last.cell(2)), ("新灌区", "9"));
}
