//! The texts of the shipped rubrics: what is read in Chinese is Chinese, what is read in English is English, and neither names
//! an address.

use serde_json::Value;
use water_ledger::catalog::RUBRICS;

fn is_chinese(c: char) -> bool {
    ('\u{3000}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c)
}

/// Every text that people read with its place, its language, and whether both languages share it.
fn texts(value: &Value, place: &str, found: &mut Vec<(String, &'static str, String)>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| {
            let place = format!("{place}/{key}");
            match (key.as_str(), value) {
                ("zh" | "text", Value::String(text)) => found.push((place, "zh", text.clone())),
                ("en" | "text_en", Value::String(text)) => found.push((place, "en", text.clone())),
                ("edition", Value::String(text)) => found.push((place, "en", text.clone())),
                _ => texts(value, &place, found),
            }
        }),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(at, value)| texts(value, &format!("{place}/{at}"), found));
        }
        _ => {}
    }
}

#[test]
fn chinese_is_chinese_english_is_english_and_no_text_is_an_address() {
    for shipped in RUBRICS {
        let mut found = Vec::new();
        texts(&serde_json::from_str(shipped.json).expect("JSON"), shipped.id, &mut found);
        assert!(found.len() > 20, "{}", shipped.id);
        for (place, language, text) in found {
            assert_eq!(text.chars().any(is_chinese), language == "zh", "{place}: {text}");
            let words = |text: &str| {
                text.split(|c: char| !c.is_ascii_lowercase()).filter(|word| word.len() > 3).count()
            };
            assert!(language == "en" || words(&text) == 0, "{place}: {text}");
            let is_address =
                [".com", ".cn", ".net", "http", "www.", "GitHub"].iter().any(|part| text.contains(part));
            assert!(!is_address, "{place}: {text}");
        }
        // An edition is read in both languages.
        let edition = serde_json::from_str::<Value>(shipped.json).expect("JSON")["edition"].clone();
        assert!(edition.as_str().is_some_and(|text| !text.contains(' ')), "{}: {edition}", shipped.id);
    }
}

#[test]
fn every_document_is_cited_in_both_languages() {
    for shipped in RUBRICS {
        let rubric: Value = serde_json::from_str(shipped.json).expect("JSON");
        for (key, document) in rubric["sources"].as_object().expect("documents") {
            assert!(
                document["text_en"].as_str().is_some_and(|text| !text.is_empty()),
                "{} {key}",
                shipped.id
            );
        }
    }
}
