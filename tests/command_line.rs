//! The command line as other programs call it: arguments, standard input, answers, exit status.
//!
//! `cargo test` builds the example that is run here; `cargo test --test command_line` alone does not,
//! and then `cargo build --example evaluate` must have come before.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use water_ledger::catalog::METRICS;

const COMPUTED: i32 = 0;
const FAILED: i32 = 1;
const UNREADABLE: i32 = 2;

const ONE: &str =
    r#"[{"metric": "irrigation.effective_use_coefficient", "inputs": {"net": 22728, "gross": 42714}}]"#;

#[test]
fn a_file_of_requests_is_answered() {
    let file = Folder::new("requests").file("requests.json", ONE);
    let output = evaluate(&[&file.display().to_string()], "");
    assert_eq!(status(&output), COMPUTED);
    let answers = answers(&output);
    assert_eq!(answers[0]["display"], "0.5321");
    assert_eq!(keys(&answers[0]), ["display", "metric", "source", "status", "unit", "value"]);
}

#[test]
fn a_dash_reads_standard_input() {
    let output = evaluate(&["-"], ONE);
    assert_eq!(status(&output), COMPUTED);
    assert_eq!(answers(&output)[0]["metric"], "irrigation.effective_use_coefficient");
}

#[test]
fn a_byte_order_mark_and_an_empty_array_are_no_trouble() {
    let output = evaluate(&["-"], &format!("\u{feff}{ONE}"));
    assert_eq!(status(&output), COMPUTED);
    let output = evaluate(&["-"], "[]");
    assert_eq!((status(&output), answers(&output).len()), (COMPUTED, 0));
}

#[test]
fn answers_stand_in_the_order_of_the_requests_and_one_failure_stops_none() {
    let requests = r#"[
        {"metric": "irrigation.water_per_mu", "inputs": {"gross_10k_m3": 42714, "area_10k_mu": 73.29}},
        {"metric": "irrigation.effective_use_coefficient", "inputs": {"net": 2, "gross": 1}},
        {"metric": "irrigation.product_coefficient", "inputs": {"levels": [0.636, 0.88]}}
    ]"#;
    let output = evaluate(&["-"], requests);
    assert_eq!(status(&output), FAILED);
    let answers = answers(&output);
    let order: Vec<&str> = answers.iter().filter_map(|answer| answer["metric"].as_str()).collect();
    assert_eq!(
        order,
        ["irrigation.water_per_mu", "irrigation.effective_use_coefficient", "irrigation.product_coefficient"]
    );
    assert_eq!(answers[0]["display"], "582.81 m³/亩");
    assert_eq!(answers[1]["error"]["code"], "net_above_gross");
    assert_eq!(keys(&answers[1]), ["error", "metric"]);
    assert_eq!(keys(&answers[1]["error"]), ["code", "message"]);
    assert_eq!(answers[2]["display"], "0.5597");
}

#[test]
fn an_uncertainty_is_answered_when_and_only_when_one_was_given() {
    let requests = r#"[
        {"metric": "irrigation.effective_use_coefficient", "inputs": {"net": 50, "gross": 100}},
        {"metric": "irrigation.effective_use_coefficient",
         "inputs": {"net": {"value": 50, "u": 2.5}, "gross": {"value": 100, "u": 5}}},
        {"metric": "irrigation.effective_use_coefficient", "inputs": {"net": {"value": 50}, "gross": 100}},
        {"metric": "irrigation.effective_use_coefficient", "inputs": {"net": {"value": 50, "u": 0}, "gross": 100}}
    ]"#;
    let output = evaluate(&["-"], requests);
    assert_eq!(status(&output), COMPUTED);
    let answers = answers(&output);
    assert!(answers[0].get("u").is_none() && answers[2].get("u").is_none());
    // 5 % and 5 % make 7.07 % of the coefficient.
    let relative = answers[1]["u"].as_f64().expect("u") / answers[1]["value"].as_f64().expect("a value");
    assert!((relative - 0.0707).abs() < 5e-5, "{relative}");
    assert_eq!(answers[3]["u"], 0.0);
}

#[test]
fn what_cannot_be_read_is_said_on_the_error_stream() {
    for (arguments, input) in [
        (vec!["-"], "not JSON"),
        (vec!["-"], ""),
        (vec!["-"], r#"{"metric": "irrigation.water_per_mu"}"#),
        (vec!["no-such-file.json"], ""),
        (vec![], ""),
        (vec!["-", "-"], ONE),
        (vec!["--lang", "fr", "-"], ONE),
        (vec!["--lang"], ""),
        (vec!["--ledger"], ""),
        (vec!["--ledger", "-"], "[]"),
        (vec!["--ledger", "-"], r#"{"schema": 99}"#),
    ] {
        let output = evaluate(&arguments, input);
        assert_eq!(status(&output), UNREADABLE, "{arguments:?} {input}");
        assert!(output.stdout.is_empty(), "{arguments:?}: an answer beside the error");
        assert!(!output.stderr.is_empty(), "{arguments:?}: nothing is said");
    }
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let file = Folder::new("bytes").bytes("requests.json", b"[\xff\xfe]");
    assert_eq!(status(&evaluate(&[&file.display().to_string()], "")), UNREADABLE);
}

#[test]
fn a_ledger_without_problems_gives_every_figure() {
    let file = saved("schema-1.json");
    let output = evaluate(&["--ledger", &file], "");
    assert_eq!(status(&output), COMPUTED);
    let answers = answers(&output);
    // Five years of eight districts in as many classes: two figures each, two a class, three of the region.
    assert_eq!(answers.len(), 5 * (8 * 2 + 8 * 2 + 3));
    for answer in &answers {
        assert_eq!(keys(answer), ["display", "metric", "place", "source", "status", "unit", "value"]);
        assert!(METRICS.iter().any(|metric| answer["metric"] == metric.info().id), "{answer}");
    }
}

#[test]
fn a_ledger_with_a_wrong_cell_gives_its_figures_and_fails() {
    let file = saved("half-typed.json");
    let output = evaluate(&["--ledger", &file], "");
    assert_eq!(status(&output), FAILED);
    let answers = answers(&output);
    assert!(answers.iter().any(|answer| answer.get("value").is_some()));
    let codes: Vec<&Value> =
        answers.iter().filter_map(|answer| answer.get("error")).map(|e| &e["code"]).collect();
    // A sheet whose year is wrong is said too, not only the cells.
    assert!(codes.iter().any(|code| **code == "not_a_year"), "{codes:?}");
}

#[test]
fn a_ledger_with_cautions_only_succeeds() {
    let file = saved("xishuangbanna.json");
    let output = evaluate(&["--ledger", &file], "");
    assert_eq!(status(&output), COMPUTED);
    assert!(answers(&output).iter().any(|answer| answer["error"]["code"] == "no_class"));
}

#[test]
fn errors_speak_the_language_asked_for() {
    let requests = r#"[{"metric": "irrigation.effective_use_coefficient", "inputs": {}}]"#;
    let message =
        |arguments: &[&str]| answers(&evaluate(arguments, requests))[0]["error"]["message"].to_string();
    assert!(message(&["-"]).contains("缺少"));
    assert!(message(&["--lang", "zh-CN", "-"]).contains("缺少"));
    assert!(message(&["--lang", "en", "-"]).contains("is missing"));
}

/// Runs the example with arguments and standard input.
fn evaluate(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(example())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{error}: build it by `cargo build --example evaluate`"));
    // A program that refuses its arguments may be gone before it reads; that is no failure of the test.
    let _ = child.stdin.take().expect("standard input is piped").write_all(input.as_bytes());
    child.wait_with_output().expect("the example ends")
}

/// Test programs stand in `deps`, examples in the folder beside it.
fn example() -> PathBuf {
    let test = std::env::current_exe().expect("this program has a path");
    let profile = test.parent().and_then(Path::parent).expect("cargo's folder of a profile");
    profile.join("examples").join("evaluate").with_extension(std::env::consts::EXE_EXTENSION)
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("the example was not ended from outside")
}

fn answers(output: &Output) -> Vec<Value> {
    serde_json::from_slice(&output.stdout).expect("standard output is a JSON array")
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

fn saved(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/ledger").join(name).display().to_string()
}

/// A folder of one test, so that tests running beside each other do not meet.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&folder).expect("cargo's folder for tests is writable");
        Folder(folder)
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        self.bytes(name, text.as_bytes())
    }

    fn bytes(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let file = self.0.join(name);
        std::fs::write(&file, bytes).expect("the folder is writable");
        file
    }
}
