//! What is too large: numbers and their ±, cells, tables, files.

use serde_json::Value;
use water_ledger::evaluate::everything;
use water_ledger::exchange::{evaluate, evaluate_ledger};
use water_ledger::ledger::{
    CANALS, Column, ColumnKind, DISTRICTS, DistrictColumn, Edit, Example, FLOWS, LEDGER, Ledger, MAX_LINES,
    MAX_ROWS, MAX_TEXT, NIGHTS, NightColumn, Opened, PERIODS, REVIEWS, Refused, Row, RowId, TableSpec, YEARS,
    open, save,
};
use water_ledger::text::{Damage, Key, Language};

use crate::ledger_check::{asked, at, problems, typed};

fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(list) => list.iter().any(has_null),
        Value::Object(fields) => fields.values().any(has_null),
        _ => false,
    }
}

#[test]
fn no_number_however_uncertain_is_answered_with_none() {
    for (which, texts) in [(Example::City, &["8179±1e160", "1 ± 1e20"][..]), (Example::Works, &["1 ± 1e20"])]
    {
        let ledger = asked(which.ledger(Language::Chinese));
        for spec in LEDGER.tables.iter().flat_map(|list| list.all()) {
            let mut tables = ledger.tables().into_iter().filter(|table| table.spec == spec);
            let filled = |row: &Row| !row.is_blank();
            let row = tables.find_map(|table| {
                let rows = ledger.rows_at(table).unwrap_or_default();
                Some((table, rows.iter().find(|row| filled(row))?.id))
            });
            let Some((table, row)) = row else { continue };
            let numbers = spec.columns.iter().filter(|column| matches!(column.kind, ColumnKind::Number(_)));
            for column in numbers {
                for text in texts {
                    let typed = typed(&ledger, table, row.0, column, text);
                    let answers = evaluate_ledger(&typed, Language::English).answers;
                    assert!(!has_null(&answers), "{text} in {spec:?} {}", column.name);
                    let said = answers.to_string();
                    let mut words = said.split(|c: char| !c.is_alphanumeric());
                    let is_none = words.any(|word| word == "inf" || word == "NaN");
                    assert!(!is_none, "{text} in {spec:?} {}", column.name);
                }
            }
        }
    }
}

#[test]
fn an_uncertainty_beyond_all_measure_is_refused_at_its_cell_and_one_that_overflows_is_a_fault() {
    let ledger = Example::City.ledger(Language::Chinese);
    for text in ["8179±1e160", "8179 ± 1e21", "8179±1e308", "8179±1e300%"] {
        let typed = typed(&ledger, at(&DISTRICTS), 1, DistrictColumn::Gross.spec(), text);
        let problems: Vec<&str> = problems(&everything(&typed)).into_iter().map(|(_, code)| code).collect();
        assert_eq!(problems, ["too_large"], "{text}");
    }
    let answer = |u: &str| {
        let inputs = format!("{{\"net\": {{\"value\": 22728, \"u\": {u}}}, \"gross\": 42714}}");
        let request =
            format!("[{{\"metric\": \"irrigation.effective_use_coefficient\", \"inputs\": {inputs}}}]");
        evaluate(&request, Language::English).expect("a request").answers[0].clone()
    };
    for u in ["1e160", "1e200", "1.7e308"] {
        assert_eq!(answer(u)["error"]["code"], "overflow", "{u}");
    }
    assert!(answer("1e150")["u"].is_number());
    let of_sum = "[{\"metric\": \"irrigation.total\", \"inputs\": {\"amounts\": [{\"value\": 1, \"u\": 1.7e308}, {\"value\": 1, \"u\": 1.7e308}]}}]";
    let answers = evaluate(of_sum, Language::English).expect("a request").answers;
    assert_eq!(answers[0]["error"]["code"], "overflow", "{answers}");
}

#[test]
fn a_name_that_stands_twice_in_requests_is_refused_with_its_line() {
    for (text, line, name) in [
        ("[{\"metric\": \"x\",\n\"metric\": \"y\"}]", 2, "metric"),
        ("[{\"metric\": \"x\", \"inputs\": {\"net\": 1,\n\n\"net\": 2}}]", 3, "net"),
        ("[{\"inputs\": {\"net\": {\"value\": 1, \"u\": 1, \"value\": 2}}}]", 1, "value"),
    ] {
        let refused = evaluate(text, Language::Chinese).expect_err(text);
        assert_eq!((refused.line, refused.detail.clone()), (line, Damage::Twice(name.to_string())));
        assert!(refused.message().say(Language::Chinese).contains(&format!("“{name}”出现了两次")));
    }
}

#[test]
fn a_cell_takes_no_text_that_nothing_could_show() {
    let ledger = Ledger::default().after(Edit::AddSheet(&REVIEWS, None)).expect("a year");
    let nights = NIGHTS.at(&[RowId(1)]);
    let ledger =
        ledger.after(Edit::Table(nights, water_ledger::ledger::TableEdit::Insert(None))).expect("a row");
    let record = |text: String| ledger.after(Edit::set(nights, RowId(1), NightColumn::Record, text));
    for text in [
        "\n".repeat(MAX_TEXT),
        "\r\n".repeat(MAX_TEXT / 2),
        "1\n".repeat(MAX_LINES + 1),
        "1".repeat(MAX_TEXT + 1),
        "水".repeat(10_000_000 / 3),
    ] {
        assert_eq!(record(text.clone()), Err(Refused::TooLong), "{} bytes", text.len());
        assert_eq!(ledger.after(Edit::title(text)), Err(Refused::TooLong));
    }
    for text in ["1\n".repeat(MAX_LINES - 1), "1".repeat(MAX_TEXT), "02:00,1.25\r\n".repeat(40_000)] {
        assert!(record(text).is_ok());
    }
}

/// A ledger with so many rows in a table of its first sheet, as a program may write it.
fn rows(list: &'static TableSpec, within: &str, count: usize) -> String {
    let rows = (1..=count).map(|id| format!("{{\"id\":{id}}}")).collect::<Vec<_>>().join(",");
    format!(
        "{{\"schema\":5,\"ledger\":{{\"{}\":[{{\"id\":1,{}}}]}}}}",
        list.name,
        within.replace("ROWS", &rows)
    )
}

#[test]
fn a_file_with_a_table_or_a_cell_too_large_is_refused_with_a_sentence() {
    for (list, within, table) in [
        (&YEARS, "\"districts\":[ROWS]", &DISTRICTS),
        (&YEARS, "\"districts\":[{\"id\":1,\"canals\":[ROWS]}]", &CANALS),
        (&PERIODS, "\"flows\":[ROWS]", &FLOWS),
    ] {
        for (count, is_sound) in [(MAX_ROWS, true), (MAX_ROWS + 1, false), (20_000, false)] {
            let opened = open(&rows(list, within, count));
            assert_eq!(matches!(opened, Opened::Ledger(_)), is_sound, "{count} in {table:?}");
            let said = opened.message().map(|message| message.say(Language::Chinese));
            let names =
                |said: &String| said.contains(table.title.say(Language::Chinese)) && said.contains("5,000");
            assert_eq!(said.as_ref().is_some_and(names), !is_sound, "{said:?}");
        }
    }
    let long = save(&Ledger::titled("标".repeat(MAX_TEXT)));
    let said = open(&long).message().expect("refused").say(Language::Chinese);
    assert!(said.contains(Key::LedgerTitle.say(Language::Chinese)) && said.contains("1 MB"), "{said}");
}

#[test]
fn a_file_of_another_kind_is_called_by_its_kind_in_the_language_of_the_reader() {
    for (text, zh, en) in [
        ("", "空文件", "an empty file"),
        ("灌区,净\n甲,1", "文本表格（CSV）", "a table as text (CSV)"),
        ("[{\"metric\": 1}]", "JSON 文件", "a JSON file"),
        ("form = 1\n", "TOML 文件", "a TOML file"),
        ("您好", "普通文本", "plain text"),
    ] {
        for (language, kind) in [(Language::Chinese, zh), (Language::English, en)] {
            let said = open(text).message().expect("refused").say(language);
            assert!(said.contains(kind), "{said}");
        }
    }
    // Whatever is wrong in a ledger is said in one language, with its line.
    for (text, zh) in [
        ("{\"schema\": 14,\n\"ledger\": {", "第 2 行无法读取：内容到这里中断了"),
        ("{\"schema\": 14,\n\"ledger\": {\"title\": 'x'}}", "第 2 行无法读取：括号、引号或逗号不合写法"),
        ("{\"schema\": 14,\n\"ledger\": {\"titel\": \"\"}}", "第 2 行无法读取：不认识“titel”"),
        ("{\"schema\": 14, \"ledger\": {\"title\": 1}}", "第 1 行无法读取：这里的值不是应有的种类"),
        ("{\"schema\": 14, \"ledger\": {\"title\": \"a\", \"title\": \"b\"}}", "“title”出现了两次"),
        ("{\"schema\": 5,\n\"ledger\": {\"titel\": \"\"}}", "无法读取：不认识“titel”"),
        ("{\"ledger\": {}}", "缺少“schema”"),
        ("{\"schema\": 4, \"ledger\": {}}", "缺少“title”"),
        ("{\"schema\": 0, \"ledger\": {}}", "不认识“schema 0”"),
    ] {
        let said = open(text).message().expect("refused").say(Language::Chinese);
        assert!(said.contains(zh), "{said}");
    }
}
