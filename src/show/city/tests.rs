use std::collections::BTreeSet;

use proptest::prelude::*;
use roxmltree::{Document, Node};

use super::*;
use crate::metric::Figure;

/// The sample as it is saved, in both languages.
const SAMPLE: &str = include_str!("../../../public/example-region.json");

fn html(files: &[(String, String)], name: &str) -> String {
    let (_, page) = files.iter().find(|(file, _)| file == name).unwrap_or_else(|| panic!("no {name}"));
    page.clone()
}

/// A document as one that a reader of XML takes: it ends every element, as ours would but for those of the head.
fn parsed(page: &str) -> String {
    let body = page.split_once("<body").map(|(_, body)| format!("<body{body}")).expect("a body");
    body.split_once("</html>").expect("an end").0.to_string()
}

fn words(node: Node) -> String {
    node.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect()
}

/// Numbers and units of each screen of a page, by its name.
fn numbers(page: &str) -> Vec<(String, String)> {
    let text = parsed(page);
    let document = Document::parse(&text).expect("well-formed");
    let screens = document.descendants().filter(|node| node.attribute("class") == Some("screen"));
    let number = |screen: Node| {
        let value =
            screen.descendants().find(|node| node.attribute("class") == Some("number")).expect("a number");
        (screen.attribute("id").unwrap_or_default().to_string(), words(value))
    };
    screens.map(number).collect()
}

/// A saved ledger with one region sheet.
fn saved(sheet: &str) -> String {
    format!(r#"{{"schema": 14, "ledger": {{"title": "本地账", "regions": [{sheet}]}}}}"#)
}

#[test]
fn the_numbers_are_those_of_the_ledger_in_both_languages() {
    let files = sample_city_files();
    for language in Language::ALL {
        let ledger = Example::Region.ledger(language);
        let results = region(&ledger, None, None);
        let found = &results.sheets[0];
        let year = found.this_year().expect("a year");
        let shown = |figure: &Option<Figure>| figure.as_ref().expect("a figure").shown();
        let fact =
            |key: u32| shown(&found.facts.iter().find(|fact| fact.key == key).expect("a fact").figures.value);
        let since = found.since_base.last().expect("a base");
        let expected = [
            ("coefficient", fact(1)),
            ("reuse", fact(2)),
            ("units", fact(7)),
            ("total", shown(&year.total)),
            ("uses", shown(&year.shares[0])),
            ("sources", "58.36".to_string()),
            ("economy", shown(&since.decline)),
        ];
        let told = numbers(&html(&files, &page_file(language)));
        let expected: Vec<(String, String)> =
            expected.into_iter().map(|(name, value)| (name.to_string(), value)).collect();
        assert_eq!(told[..7], expected, "{language:?}");
        assert_eq!(told[7].0, "trend");
        assert_eq!((fact(1), fact(2), fact(7)), ("0.59".to_string(), "95".to_string(), "189".to_string()));
    }
}

#[test]
fn a_screen_says_what_its_number_means_and_what_the_ledger_says_of_its_source() {
    let files = sample_city_files();
    let page = html(&files, "city.html");
    for said in [
        "十桶水，约 6 桶到根",
        "一滴水，用约 20 次",
        "189 家节水型单位",
        "比 2022 年多 8 家。",
        "来源：市水务局 2023 年公开材料（2023 年）",
        "来源：编造（2021、2022 年）",
        "账中说明：“其他指标”中注明来源的为公布值",
        "示例城市年度用水（多为编造）",
    ] {
        assert!(page.contains(said), "{said}");
    }
    let english = html(&files, "city-en.html");
    for said in [
        "Of ten buckets, about 6 reach the roots",
        "Source: made up (2021, 2022)",
        "The ledger says: Indicators with",
    ] {
        assert!(english.contains(said), "{said}");
    }
    let han = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    let text = parsed(&english).replace("中文", "");
    assert!(!text.contains(han), "{:?}", text.split(|letter| !han(letter)).find(|part| !part.is_empty()));
}

#[test]
fn every_screen_has_its_piece_and_every_picture_its_file() {
    let files = sample_city_files();
    let names: BTreeSet<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), files.len());
    // Eight screens: a piece and a picture each, the page, the list of pieces, the page of frozen charts; twice.
    assert_eq!(files.len(), 2 * (8 + 8 + 3));
    for (name, content) in &files {
        if name.ends_with(".svg") {
            let picture = Document::parse(content).expect("well-formed");
            assert!(picture.root_element().has_tag_name(("http://www.w3.org/2000/svg", "svg")), "{name}");
            assert!(content.contains("Ledger"), "{name} says who drew it");
            continue;
        }
        let body = parsed(content);
        let document = Document::parse(&body).unwrap_or_else(|error| panic!("{name}: {error}"));
        let ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name}");
        let references = document.descendants().flat_map(|node| {
            node.attribute("aria-labelledby").unwrap_or_default().split(' ').collect::<Vec<_>>()
        });
        assert!(references.filter(|one| !one.is_empty()).all(|one| ids.contains(&one)), "{name}");
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        for link in document.descendants().filter_map(|node| node.attribute("href")) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let file = match (file.strip_prefix("./"), file.strip_prefix("../")) {
                (Some(file), _) if folder.is_empty() => file.to_string(),
                (_, Some(file)) if !folder.is_empty() => file.to_string(),
                _ if file.is_empty() => name.clone(),
                _ => panic!("{link} in {name}"),
            };
            assert!(file == "index.html" || names.contains(file.as_str()), "{link} in {name}");
            let id = format!("id=\"{anchor}\"");
            assert!(anchor.is_empty() || html(&files, &file).contains(&id), "{link} in {name}");
        }
    }
}

#[test]
fn a_ledger_of_ones_own_is_told_without_any_word_of_the_sample() {
    let sheet = r#"{"id": 1, "year": "2022", "name": "某县", "organisation": "某县水务局",
        "years": [{"id": 1, "year": "2022", "agriculture": "900", "industry": "100"}],
        "facts": [{"id": 1, "name": "灌溉水利用系数", "value": "51", "unit": "%", "source": "某县公报"}]}"#;
    let files = city_files(&saved(sheet)).expect("a page");
    let page = html(&files, "city.html");
    assert_eq!(
        numbers(&page).into_iter().map(|(name, _)| name).collect::<Vec<_>>(),
        ["coefficient", "total", "uses"]
    );
    assert!(page.contains("十桶水，约 5 桶到根") && page.contains("来源：某县公报（2022 年）"));
    assert!(page.contains("来源：某县水务局逐年用水账（2022 年）") && page.contains("某县 2022 年的水"));
    let missing = "这本账里还没有的：工业用水重复利用率、节水型单位、从哪里来、用水和经济、历年用水结构。";
    assert!(page.contains(missing), "{page}");
    for (name, content) in &files {
        for word in ["示例", "Sample", "sample", "189", "0.59", "编造", "82,340"] {
            assert!(!content.contains(word), "{word} in {name}");
        }
    }
}

#[test]
fn words_of_a_ledger_are_never_markup() {
    let sheet = r#"{"id": 1, "year": "2022", "name": "<script>a</script>", "note": "\"><img src=x onerror=go()>",
        "years": [{"id": 1, "year": "2022", "agriculture": "900"}],
        "facts": [{"id": 1, "name": "节水型单位", "value": "3", "unit": "<b>家", "source": "&lt;<i>"}]}"#;
    for (name, content) in city_files(&saved(sheet)).expect("a page") {
        for markup in ["<script>a", "<img src", "<b>", "<i>"] {
            assert!(!content.contains(markup), "{markup} in {name}");
        }
    }
}

#[test]
fn what_has_nothing_to_show_or_cannot_be_read_is_refused_with_a_sentence() {
    let refused = |saved: &str| city_files(saved).expect_err("nothing to show").say(Language::English);
    assert!(refused(r#"{"schema": 14, "ledger": {"title": ""}}"#).contains("no region sheet"));
    assert!(refused(&saved(r#"{"id": 1, "year": "2022"}"#)).contains("holds no number yet"));
    assert!(
        refused(&saved(r#"{"id": 1, "year": "soon", "years": [{"id": 1, "year": "2020"}]}"#))
            .contains("no number")
    );
    for broken in [
        "",
        "{",
        "[]",
        r#"{"schema": 14, "ledger": {"regions": 7}}"#,
        r#"{"schema": 999, "ledger": {}}"#,
        "PK\u{3}",
    ] {
        assert!(!refused(broken).is_empty(), "{broken}");
    }
    let forged = SAMPLE.replace("\"regions\"", "\"regionz\"");
    assert!(!refused(&forged).is_empty());
}

#[test]
fn an_incomplete_number_says_so() {
    let sheet = r#"{"id": 1, "year": "2022", "name": "某县",
        "years": [{"id": 1, "year": "2022", "agriculture": "900", "industry": "many"}]}"#;
    let page = html(&city_files(&saved(sheet)).expect("a page"), "city.html");
    assert!(page.contains(Key::MarkIncomplete.say(Language::Chinese)), "{page}");
}

#[test]
fn of_several_sheets_the_last_year_is_told() {
    let of = |id: u32, year: &str, water: &str| {
        format!(
            r#"{{"id": {id}, "year": "{year}", "name": "某县", "years": [{{"id": 1, "year": "{year}", "agriculture": "{water}"}}]}}"#
        )
    };
    let sheets = [of(1, "2021", "7"), of(2, "2023", "8"), of(3, "2022", "9")].join(",");
    let page = html(&city_files(&saved(&sheets)).expect("a page"), "city.html");
    assert!(page.contains("某县 2023 年的水") && numbers(&page)[0].1 == "8", "{:?}", numbers(&page));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever stands in the cells, there is a well-formed page or a sentence.
    #[test]
    fn any_cells_give_a_page_or_a_sentence(
        cells in proptest::collection::vec("[0-9.%<>&\"'a万 -]{0,6}", 9),
        share in 0.0..200.0_f64,
    ) {
        let text = |at: usize| serde_json::Value::from(cells[at].as_str()).to_string();
        let sheet = format!(
            r#"{{"id": 1, "year": "2022", "name": {}, "note": {},
                "years": [{{"id": 1, "year": "2022", "agriculture": {}, "industry": {}, "surface": {}}}, {{"id": 2, "year": "2021", "total": {}}}],
                "facts": [{{"id": 1, "name": "工业用水重复利用率", "value": "{share:.1}", "unit": "%"}},
                          {{"id": 2, "name": "节水型单位", "value": {}, "unit": {}}},
                          {{"id": 3, "name": "灌溉水利用系数", "value": {}, "unit": ""}}]}}"#,
            text(0), text(1), text(2), text(3), text(4), text(5), text(6), text(7), text(8)
        );
        match city_files(&saved(&sheet)) {
            Ok(files) => for (name, content) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
                let body = parsed(content);
                prop_assert!(Document::parse(&body).is_ok(), "{} {}", name, body);
                prop_assert!(!body.contains("NaN") && !body.contains("inf"), "{}", name);
            },
            Err(refused) => prop_assert!(!refused.say(Language::Chinese).is_empty()),
        }
    }
}
