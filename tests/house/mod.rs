//! The house rules, read from the source itself: who may import whom, what may not stand where.
//!
//! Each rule is a function from a file to its complaints, so that it is also proven to complain.

mod circles;
mod docs;
mod files;
mod formula;
mod imports;

use std::path::PathBuf;

use water_ledger::catalog::{CALCULATIONS, METRICS};

use circles::on_circles;
use docs::{Defined, defined_in, doc_comment, misnamed, untrue_docs};
use files::{File, everything, files_below, read, sources};
use imports::{imports_from_below, room_of, rooms};

/// A file longer than this is more than one thought.
const LINES: usize = 450;

/// Rooms whose files still use each other in circles, with how many files lie on them at most.
const ENTANGLED: [(&str, usize); 1] = [("show", 5)];

/// The packages of the browser.
const BROWSER: [&str; 5] = ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo"];

/// Marks of work that is not done.
const UNFINISHED: [&str; 3] = ["todo!", "unimplemented!", "dbg!"];

/// Beginnings of paths that exist on one machine only.
const MACHINE_PATHS: [&str; 8] =
    ["/home/", "/Users/", "/root/", "/tmp/", "/var/", "/mnt/", "C:\\", "file:///"];

/// Names that say nothing of what a module is for.
const EMPTY_NAMES: [&str; 6] = ["util", "utils", "helper", "helpers", "common", "misc"];

/// What every metric's doc comment says, in this order.
const HEADINGS: [&str; 3] = ["# Formula", "# Source", "# Example"];

#[test]
fn a_room_imports_only_rooms_declared_above_it() {
    let rooms = rooms(&read("src/lib.rs").text);
    assert_no_complaints(&sources(), |file| imports_from_below(file, &rooms));
}

#[test]
fn the_rooms_are_those_of_the_architecture_in_the_same_order() {
    let told: Vec<String> = read("ARCHITECTURE.md").text.lines().filter_map(room_told).collect();
    assert_eq!(rooms(&read("src/lib.rs").text), told);
}

/// The room that a row of the architecture's table is about.
fn room_told(line: &str) -> Option<String> {
    let (room, _) = line.strip_prefix("| `")?.split_once("` |")?;
    Some(room.to_string())
}

#[test]
fn no_files_of_a_room_use_each_other_in_a_circle() {
    let most = |room: &str| ENTANGLED.iter().find(|(name, _)| *name == room).map_or(0, |(_, most)| *most);
    for (room, files) in on_circles(&sources()) {
        assert!(files.len() <= most(&room), "{room}: {} files: {files:?}", files.len());
    }
}

#[test]
fn a_circle_is_found_through_imports_paths_and_what_a_room_hands_on() {
    let found = |texts: &[(&str, &str)]| {
        let file = |(path, text): &(&str, &str)| File { path: PathBuf::from(path), text: text.to_string() };
        let files: Vec<File> = texts.iter().map(file).collect();
        on_circles(&files).remove("pump").map_or(0, |files| files.len())
    };
    let face = ("src/pump/mod.rs", "mod flow;\nmod head;\npub use flow::*;\npub use head::{Head, lift};");
    let head = ("src/pump/head.rs", "use super::Flow;\npub struct Head(Flow);\npub fn lift() {}");
    for (circle, flow) in [
        (2, "use super::Head;\npub struct Flow;"),
        (2, "use crate::pump::{Other, head::{Head}};\npub struct Flow;"),
        (2, "pub struct Flow;\nfn raise() { super::lift() }"),
        (
            0,
            "// As super::lift has it.\npub struct Flow;\n#[cfg(test)]\nmod tests {\n    use super::super::Head;\n}",
        ),
        (0, "use crate::metric::Head;\npub struct Flow;"),
    ] {
        assert_eq!(found(&[face, head, ("src/pump/flow.rs", flow)]), circle, "{flow}");
    }
    // What a room's face defines itself and its files use, while the face uses them.
    let face = ("src/pump/mod.rs", "mod head;\npub struct Flow;\npub fn work() { head::lift() }");
    assert_eq!(found(&[face, head]), 2);
}

#[test]
fn every_folder_of_the_source_is_a_declared_room() {
    let rooms = rooms(&read("src/lib.rs").text);
    for file in sources() {
        if let Some(room) = room_of(&file.path) {
            assert!(rooms.contains(&room), "{}: lib.rs does not declare {room}", file.path.display());
        }
    }
}

#[test]
fn the_library_names_no_package_of_the_browser() {
    // The compiler holds the border; this holds it for what is declared and never used, too.
    let manifest = read("Cargo.toml").text;
    let own = manifest.split("\n[").filter(|table| table.starts_with("dependencies]")).collect::<String>();
    assert!(own.contains("serde"), "the library's packages were not found");
    assert_eq!(BROWSER.iter().find(|package| own.contains(&package.replace('_', "-"))), None);
}

#[test]
fn no_file_of_the_source_is_too_long() {
    assert_no_complaints(&everything(), |file| {
        let lines = file.text.lines().count();
        if lines > LINES { vec![format!("{lines} lines, {LINES} at most")] } else { Vec::new() }
    });
}

#[test]
fn nothing_unfinished_and_no_path_of_one_machine_is_left() {
    let mut files = everything();
    files.extend(files_below("examples"));
    files.push(read("build.rs"));
    assert_no_complaints(&files, |file| {
        let found = UNFINISHED.iter().chain(&MACHINE_PATHS).filter(|word| file.text.contains(**word));
        found.map(|word| format!("holds {word}")).collect()
    });
}

#[test]
fn modules_have_names_that_say_what_they_are() {
    for file in everything().iter().chain(&files_below("tests")) {
        let names = file.path.with_extension("");
        let empty = names.iter().find(|name| EMPTY_NAMES.iter().any(|empty| name.to_str() == Some(empty)));
        assert!(empty.is_none(), "{}", file.path.display());
    }
}

#[test]
fn every_metric_explains_itself_in_its_doc_comment() {
    assert_no_complaints(&sources(), undocumented_metrics);
}

#[test]
fn every_metric_of_the_source_is_in_the_register() {
    let name = |defined: Defined| defined.name.to_string();
    let defined: Vec<String> = sources()
        .iter()
        .flat_map(|file| defined_in(&file.text).into_iter().map(name).collect::<Vec<_>>())
        .collect();
    assert_eq!(defined.len(), METRICS.len() + CALCULATIONS.len(), "{defined:?}");
}

#[test]
fn programs_know_a_metric_by_the_name_of_its_type() {
    assert_no_complaints(&sources(), misnamed);
    let file = |text: &str| File { path: PathBuf::from("src/industry/reuse.rs"), text: text.to_string() };
    for (text, count) in [
        ("ReuseRate(\"industry.reuse_rate\", \"", 0),
        ("MeterRate(\"household.meter_rate\", \"", 0),
        ("HouseholdMeterRate(\"household.meter_rate\", \"", 0),
        ("NetPresentValue(\"retrofit.npv\", \"", 0),
        ("ReuseShare(\"industry.reuse_rate\", \"", 1),
    ] {
        assert_eq!(misnamed(&file(text)).len(), count, "{text}");
    }
}

#[test]
fn formula_and_source_of_a_doc_comment_are_those_of_the_metric() {
    assert_no_complaints(&sources(), untrue_docs);
}

#[test]
fn the_rules_complain_when_they_are_broken() {
    let rooms = ["numeric", "ledger", "chart"].map(str::to_string);
    let file = |path: &str, text: &str| File { path: PathBuf::from(path), text: text.to_string() };
    for (path, text) in [
        ("src/numeric/mod.rs", "use crate::ledger::Ledger;"),
        ("src/numeric/round.rs", "let x = crate::ledger::open(text);"),
        ("src/numeric/round.rs", "use crate::{\n    numeric::round,\n    chart::{Axis, Chart},\n};"),
        ("src/numeric/round.rs", "use super::super::ledger;"),
        ("src/numeric/mod.rs", "use super::ledger;"),
        ("src/ledger/mod.rs", "use crate::chart::Chart;"),
        ("src/chart/mod.rs", "use crate::*;"),
        ("src/chart/mod.rs", "use crate as everything;"),
    ] {
        assert!(!imports_from_below(&file(path, text), &rooms).is_empty(), "{path}: {text}");
    }
    for (path, text) in [
        (
            "src/chart/mod.rs",
            "use crate::{ledger::{Ledger, chart}, numeric};\nmod tests {\n    use super::*;\n}",
        ),
        ("src/numeric/round.rs", "// As crate::ledger does.\nuse super::Limit; // pub(crate) fn"),
        ("src/numeric/mod.rs", "pub(crate) use inputs;\n$crate::numeric::inputs!()"),
    ] {
        assert_eq!(imports_from_below(&file(path, text), &rooms), Vec::<String>::new(), "{path}: {text}");
    }
    let bare = "metric! {\n    /// 系数\n    ///\n    /// # Formula\n    /// a\n    Bare(\"a.bare\", \"系数\", \"bare\")";
    assert!(!undocumented_metrics(&file("src/irrigation/bare.rs", bare)).is_empty());
    assert!(!undocumented_metrics(&file("src/irrigation/bare.rs", "Bare(\"a.bare\", \"系数\"")).is_empty());
}

#[test]
fn an_untrue_formula_symbol_or_source_is_found() {
    let source = "Assessment indicators of industrial water and their computation, CJ 42 · 1999";
    let complaints = |formula: &str, source: &str| {
        let doc = format!("/// # Formula\n/// {formula}\n///\n/// # Source\n/// {source}\n///\n");
        let text = doc + "ReuseRate(\"industry.reuse_rate\", \"重复利用率\"";
        untrue_docs(&File { path: PathBuf::from("src/industry/reuse.rs"), text }).len()
    };
    let verified = format!("{source}; verified. What else is to be said.");
    for formula in ["R = 100·Vr / (Vi + Vr)", "R = Vr·100 / V, V = Vr + Vi", "R = 100 − 100·Vi / (Vi + Vr)"]
    {
        assert_eq!(complaints(formula, &verified), 0, "{formula}");
    }
    for formula in
        ["R = 100·Vr / Vi", "r = 100·Vr / (Vi + Vr)", "R = 100·Vr / (Vi + Vx)", "R = Vr by Vi", "R"]
    {
        assert_eq!(complaints(formula, &verified), 1, "{formula}");
    }
    let higher = format!("{source}; verified (secondary).");
    assert_eq!(complaints("R = 100·Vr / (Vi + Vr)", &higher), 1);
    assert_eq!(complaints("R = 100·Vr / (Vi + Vr)", "CJ 42; verified."), 1);
}

/// The metrics of a file whose doc comment lacks the Chinese term, a heading or a worked example.
fn undocumented_metrics(file: &File) -> Vec<String> {
    let lacking = |metric: &&str| {
        let doc = doc_comment(&file.text, metric);
        // The macro adds the inputs; symbols are told only where there is more to say of them.
        let headings: Vec<&str> =
            doc.iter().copied().filter(|line| line.starts_with("# ") && *line != "# Symbols").collect();
        let starts_in_chinese = doc.first().is_some_and(|line| line.starts_with(|c: char| c > '\u{2e7f}'));
        let has_example =
            doc.iter().skip_while(|line| **line != "# Example").any(|line| line.contains("assert"));
        headings != HEADINGS || !starts_in_chinese || !has_example
    };
    let complain =
        |metric: &str| format!("{metric}: its doc comment needs its Chinese term and {HEADINGS:?}");
    defined_in(&file.text).into_iter().map(|defined| defined.name).filter(lacking).map(complain).collect()
}

fn assert_no_complaints(files: &[File], rule: impl Fn(&File) -> Vec<String>) {
    let said = |file: &File| {
        rule(file).into_iter().map(|why| format!("{}: {why}", file.path.display())).collect::<Vec<_>>()
    };
    let complaints: Vec<String> = files.iter().flat_map(said).collect();
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}
