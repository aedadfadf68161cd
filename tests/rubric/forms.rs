//! Rubric files as people have them: TOML and JSON, damaged in every way, and the same after any number of ways round.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use water_ledger::catalog::RUBRICS;
use water_ledger::rubric::{FORM, FormFault, Rubric, open_rubric, save_rubric};
use water_ledger::text::Language;

use crate::rubric::answers::shipped;

/// The smallest rubric, line by line.
const SMALL: &str = r#"form = 1
id = "small"
edition = "1"
mode = "points"
total = 2.5
title = { zh = "小", en = "small" }
region = { zh = "无", en = "none" }
effective = { status = "verified" }
sources.here = { kind = "none", text = "made for a test" }
pass = { status = "verified" }
not_applicable = { policy = "drop", status = "verified" }
partial_steps = { policy = "ignore", status = "verified" }

[[section]]
id = "s"
title = { zh = "节", en = "section" }
max = 2.5
status = "verified"
source = "here"

[[section.item]]
id = "a"
title = { zh = "项", en = "item" }
max = 2.5
status = "verified"
source = "here"

[section.item.scoring]
kind = "linear"
metric = { label = { zh = "数", en = "number" } }
zero_at = 0
full_at = 100
"#;

/// A shipped rubric as its authors wrote it.
fn as_written(id: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/catalog/data/rubrics");
    fs::read_to_string(folder.join(format!("{id}.toml"))).expect("a file of this name")
}

fn as_toml(rubric: &Rubric) -> String {
    toml::to_string(rubric).expect("a rubric is a table")
}

#[test]
fn each_shipped_rubric_is_the_same_in_toml_and_json() {
    for one in RUBRICS {
        let (rubric, written) = (shipped(one.id), as_written(one.id));
        assert_eq!(open_rubric(&written).as_ref(), Ok(&rubric), "{}", one.id);
        assert_eq!(open_rubric(&as_toml(&rubric)).as_ref(), Ok(&rubric), "{}", one.id);
        let there_and_back = open_rubric(&save_rubric(&open_rubric(&as_toml(&rubric)).expect("TOML")));
        assert_eq!(there_and_back.as_ref(), Ok(&rubric), "{}", one.id);
        let for_windows = format!("\u{feff}{}", written.replace('\n', "\r\n"));
        assert_eq!(open_rubric(&for_windows).as_ref(), Ok(&rubric), "{}", one.id);
    }
}

#[test]
fn what_toml_writes_otherwise_means_the_same() {
    let small = open_rubric(SMALL).expect("sound");
    for (from, to) in [
        ("total = 2.5", "total = +2.5"),
        ("total = 2.5", "total = 25e-1"),
        ("full_at = 100", "full_at = 0x64"),
        ("full_at = 100", "full_at = 1_00"),
        ("full_at = 100", "full_at = 1_0.0_0e1"),
        ("full_at = 100", "full_at = 100 # a comment"),
        ("id = \"small\"", "id = '''small'''"),
        ("pass = { status = \"verified\" }", "pass.status = \"\\u0076erified\""),
    ] {
        assert!(SMALL.contains(from), "{from}");
        assert_eq!(open_rubric(&SMALL.replacen(from, to, 1)).as_ref(), Ok(&small), "{to}");
    }
    let dated = SMALL.replace("effective = {", "effective = { date = 2013-10-01,");
    assert_eq!(open_rubric(&dated).map(|rubric| rubric.effective.date), Ok("2013-10-01".to_string()));
}

/// Texts that are no rubric: what to replace in the smallest one, and the line that must be named.
const DAMAGED: &[(&str, &str, usize)] = &[
    // No TOML.
    ("edition = \"1\"", "edition = \"1", 3),
    ("total = 2.5", "total 2.5", 5),
    ("total = 2.5", "total = 2.5.1", 5),
    ("total = 2.5", "total = 1__0", 5),
    ("[[section]]", "[[section]", 14),
    ("id = \"s\"", "id = \"s\\q\"", 15),
    // Names that stand twice.
    ("edition = \"1\"", "edition = \"1\"\nedition = \"2\"", 4),
    ("[[section.item]]", "[section]", 21),
    ("zero_at = 0", "zero_at = 0\nzero_at = 1", 32),
    ("sources.here = {", "sources.here = { kind = \"none\", text = \"\" }\nsources.here = {", 10),
    // Numbers that are none.
    ("total = 2.5", "total = nan", 5),
    ("full_at = 100", "full_at = inf", 32),
    ("full_at = 100", "full_at = -inf", 32),
    ("full_at = 100", "full_at = 1e999", 32),
    ("full_at = 100", "full_at = 0xffffffffffffffffff", 32),
    ("total = 2.5", "total = 2.00001", 5),
    // What is of another kind.
    ("form = 1", "form = \"1\"", 1),
    ("form = 1", "form = 0", 1),
    ("form = 1", "form = -1", 1),
    ("edition = \"1\"", "edition = 1", 3),
    ("mode = \"points\"", "mode = \"dice\"", 4),
    ("total = 2.5", "total = \"2.5\"", 5),
    ("title = { zh = \"小\", en = \"small\" }", "title = \"small\"", 6),
    ("[[section.item]]", "[section.item]", 21),
    // What lacks, at the beginning of the table that lacks it.
    ("mode = \"points\"\n", "", 1),
    ("[section.item.scoring]\nkind = \"linear\"", "[section.item.scoring]", 28),
    ("full_at = 100\n", "", 28),
    // What the form does not know.
    ("id = \"a\"", "id = \"a\"\nsurprise = 1", 23),
    ("edition = \"1\"", "edition = \"1\"\n\"<script>\" = 1", 4),
];

#[test]
fn a_damaged_file_is_refused_with_its_line() {
    for (from, to, expected) in DAMAGED {
        assert!(SMALL.contains(from), "{from}");
        let fault = open_rubric(&SMALL.replacen(from, to, 1)).expect_err(to);
        let FormFault::Damaged { line, detail } = &fault else { panic!("{to}: {fault:?}") };
        assert_eq!(line, expected, "{to}: {detail:?}");
        let [zh, en] = Language::ALL.map(|language| fault.message().say(language));
        assert!(zh.contains(&format!("第 {line} 行")) && en.contains(&format!("Line {line} ")), "{zh} {en}");
    }
}

#[test]
fn damage_in_json_is_found_by_its_line_too() {
    let json = save_rubric(&open_rubric(SMALL).expect("sound"));
    for (from, to) in [
        ("\"edition\": \"1\"", "\"edition\": 1"),
        ("\"mode\": \"points\"", "\"mode\": \"points\", \"mode\": \"points\""),
        ("\"here\": {", "\"here\": {\"kind\": \"none\", \"text\": \"\"}, \"here\": {"),
        ("\"total\": 2.5", "\"total\": 1e999"),
        ("\"total\": 2.5", "\"total\": NaN"),
    ] {
        let expected = json.lines().position(|line| line.contains(from)).expect(from) + 1;
        let fault = open_rubric(&json.replacen(from, to, 1)).expect_err(to);
        let FormFault::Damaged { line, .. } = fault else { panic!("{to}: {fault:?}") };
        assert!((expected..expected + 5).contains(&line), "{to}: {line}, not {expected}");
    }
}

#[test]
fn a_newer_form_is_told_from_damage_whatever_else_it_holds() {
    for text in [
        SMALL.replacen("form = 1", "form = 2\nnovelty = [[1], { deep = true }]", 1),
        format!("form = {}", FORM + 1),
        format!("\u{feff}\r\n {{\"novelty\": [[]], \"form\": {}}}", u32::MAX),
    ] {
        let fault = open_rubric(&text).expect_err("newer");
        assert_eq!(fault.code(), "newer_form", "{text}: {fault:?}");
    }
}

#[test]
fn texts_that_are_too_long_or_too_deep_are_refused_at_once() {
    let megabytes = format!("{SMALL}# {}", "water ".repeat(900_000));
    assert!(megabytes.len() > 5_000_000);
    assert_eq!(open_rubric(&megabytes), Err(FormFault::TooLarge));
    let (open, close) = ("[".repeat(400_000), "]".repeat(400_000));
    for text in [
        format!("form = 1\nid = {open}{close}"),
        format!("form = 1\nid = {}", open),
        format!("form = 1\nid{} = 1", ".a".repeat(400_000)),
        format!("form = 1\n[{}a]", "a.".repeat(400_000)),
        format!("form = 1\nid = {}", "{a=".repeat(300_000)),
        format!("{{\"form\": 1, \"id\": {open}{close}}}"),
        open,
        "{\"a\":".repeat(150_000),
    ] {
        let fault = open_rubric(&text).expect_err("too deep");
        assert_eq!(fault.code(), "not_a_rubric");
        assert!(fault.message().say(Language::English).len() < 500, "{fault:?}");
    }
}

#[test]
fn what_is_no_table_is_no_rubric() {
    for text in [
        "",
        " \r\n\t",
        "\u{feff}",
        "[]",
        "[{\"form\": 1}]",
        "[[]]",
        "null",
        "1",
        "\"form\"",
        "PK\u{3}\u{4}",
        "<!doctype html><script>alert(1)</script>",
        "form: 1",
        "\0",
        "{",
        "{}",
        "{\"form\": 1",
    ] {
        let fault = open_rubric(text).expect_err(text);
        assert_eq!(fault.code(), "not_a_rubric", "{text:?}");
    }
}

#[test]
fn markup_in_a_text_stays_text() {
    let hostile = r#"<script>alert('&\"')</script>"#;
    let text = SMALL.replace("小", &hostile.replace('\\', "\\\\").replace('"', "\\\""));
    let rubric = open_rubric(&text).expect("a text may hold anything");
    assert_eq!(rubric.title.zh, hostile);
    assert_eq!(open_rubric(&save_rubric(&rubric)).as_ref(), Ok(&rubric));
}

proptest! {
    #[test]
    fn any_text_is_kept_and_none_breaks_out(text in any::<String>(), key in any::<String>()) {
        let mut rubric = open_rubric(SMALL).expect("sound");
        (rubric.edition, rubric.title.en) = (text.clone(), text);
        let document = rubric.sources["here"].clone();
        rubric.sources.insert(key, document);
        prop_assert!(open_rubric(&as_toml(&rubric)).as_ref() == Ok(&rubric));
        prop_assert!(open_rubric(&save_rubric(&rubric)).as_ref() == Ok(&rubric));
    }

    #[test]
    fn no_text_makes_the_reader_fail(text in any::<String>(), cut in 0..SMALL.len(), at in 0..SMALL.len()) {
        let whole = |at: usize| (0..=at).rev().find(|at| SMALL.is_char_boundary(*at)).unwrap_or(0);
        let (cut, at) = (whole(cut), whole(at));
        let lines = 2 + SMALL.lines().count() + text.matches('\n').count();
        for damaged in [text.clone(), SMALL[..cut].to_string(), format!("{}{text}{}", &SMALL[..at], &SMALL[at..])] {
            if let Err(FormFault::Damaged { line, .. }) = open_rubric(&damaged) {
                prop_assert!((1..=lines).contains(&line));
            }
        }
    }
}
