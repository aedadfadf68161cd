//! What must be refused: impossible requests, and texts that are no ledger of this version.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::Deserialize;
use serde_json::{Value, json};
use water_ledger::ledger::{Opened, open};
use water_ledger::text::Language;

use crate::golden::answer::only_answer;
use crate::golden::files::{cases, files_of, folder, text_of};

/// A request that must be refused.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InvalidRequest {
    name: String,
    metric: Option<String>,
    inputs: Option<Value>,
    json: Option<String>,
    code: String,
    says: Option<String>,
}

#[test]
fn impossible_requests_are_errors_with_a_code_and_a_way_out() {
    for case in cases::<InvalidRequest>("invalid/requests.toml", "request") {
        let place = &case.name;
        let request = match (case.metric, case.inputs, case.json) {
            (Some(metric), Some(inputs), None) => json!({ "metric": metric, "inputs": inputs }),
            (None, None, Some(text)) => serde_json::from_str(&text).expect(place),
            _ => panic!("{place}: a request has metric and inputs, or json"),
        };
        for language in Language::ALL {
            let answer = only_answer(&request, language);
            assert_eq!(answer["error"]["code"], case.code, "{place}: {answer}");
            assert!(answer.get("value").is_none(), "{place}: an error has no value");
            let message = answer["error"]["message"].as_str().expect(place);
            assert!(!message.is_empty() && !message.contains(['{', '}']), "{place}: {message}");
            if let (Language::English, Some(says)) = (language, &case.says) {
                assert!(message.contains(says), "{place}: {message}");
            }
        }
    }
}

/// A text that must not be opened.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InvalidLedger {
    name: String,
    file: Option<PathBuf>,
    text: Option<String>,
    piece: Option<String>,
    times: Option<usize>,
    outcome: String,
}

#[test]
fn what_is_no_ledger_of_this_version_is_not_opened() {
    for case in cases::<InvalidLedger>("invalid/ledgers.toml", "ledger") {
        let place = &case.name;
        let text = match (&case.file, &case.text, &case.piece, case.times) {
            (Some(file), None, None, None) => text_of(&folder().join("invalid/ledger").join(file)),
            (None, Some(text), None, None) => text.clone(),
            (None, None, Some(piece), Some(times)) => piece.repeat(times),
            _ => panic!("{place}: a ledger has a file, a text, or a piece and times"),
        };
        let opened = open(&text);
        let outcome = match &opened {
            Opened::Ledger(_) => "opened",
            Opened::Newer { .. } => "newer",
            Opened::Older { .. } => "older",
            Opened::Damaged { .. } => "damaged",
            Opened::TooLarge => "too_large",
        };
        assert_eq!(outcome, case.outcome, "{place}: {opened:?}");
        let message = opened.message().unwrap_or_else(|| panic!("{place}: nothing is said"));
        let [zh, en] = Language::ALL.map(|language| message.say(language));
        assert!(!zh.is_empty() && !en.is_empty() && zh != en, "{place}");
    }
}

#[test]
fn every_invalid_file_is_named_in_the_list() {
    let listed = cases::<InvalidLedger>("invalid/ledgers.toml", "ledger");
    let listed: BTreeSet<PathBuf> = listed
        .into_iter()
        .filter_map(|case| Some(folder().join("invalid/ledger").join(case.file?)))
        .collect();
    let present: BTreeSet<PathBuf> = files_of("invalid/ledger", "json").into_iter().collect();
    assert_eq!(listed, present);
}
