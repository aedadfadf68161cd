//! The register: every name once, every card complete, every formula written.

use super::*;
use crate::catalog::{ALIASES, Entry, entry};
use crate::metric::{Path, RawInputs, Shape};
use std::collections::HashSet;

/// Numbers to write a formula with; their values do not show, and the golden cases try the ranges.
fn sample(metric: &dyn AnyMetric) -> Vec<(Path, f64)> {
    let row = |key, index, fields: &'static [Input]| {
        fields.iter().map(move |field| Path { key, index: Some(index), field: Some(field.key) })
    };
    let paths = metric.inputs().iter().flat_map(|input| match input.shape {
        Shape::Number(_) | Shape::Optional(_) => vec![Path::to(input.key)],
        Shape::List(_) => (0..4).map(|index| Path::item(input.key, index)).collect(),
        Shape::Rows(fields) => (0..3).flat_map(|index| row(input.key, index, fields)).collect(),
    });
    let low = |path| metric.spec(path).and_then(|spec| spec.range.low).map_or(0.0, |(low, _)| low);
    paths.enumerate().map(|(count, path)| (path, low(path) + 0.5 + 0.1 * (count as f64).sqrt())).collect()
}

/// A symbol is read in every language: of Chinese only 净 and 毛 of the guideline stand in one.
fn is_symbol(symbol: &str) -> bool {
    !symbol.is_empty() && !symbol.contains(|c: char| is_chinese(c) && !"净毛".contains(c))
}

fn is_chinese(c: char) -> bool {
    ('\u{3000}'..='\u{9fff}').contains(&c)
}

fn entries() -> impl Iterator<Item = Entry> {
    let metrics = METRICS.iter().copied().map(Entry::Metric);
    metrics.chain(CALCULATIONS.iter().copied().map(Entry::Calculation))
}

#[test]
fn names_are_unique_and_cards_complete() {
    let mut ids = HashSet::new();
    for entry in entries() {
        let info = entry.info();
        assert!(ids.insert(info.id), "{} twice", info.id);
        for words in [info.name, info.source.document] {
            assert!(!words.zh.is_empty() && !words.en.is_empty(), "{}", info.id);
        }
        assert!(!info.source.clause.contains(is_chinese), "{}: {}", info.id, info.source.clause);
    }
}

#[test]
fn an_alias_is_no_name_itself_and_means_a_metric() {
    for (alias, id) in ALIASES {
        assert!(entries().all(|entry| entry.info().id != *alias), "{alias}");
        assert_eq!(entry(alias).map(|entry| entry.info().id), Some(*id));
    }
}

#[test]
fn every_input_is_named_once_and_in_both_languages() {
    for entry in entries() {
        let id = entry.info().id;
        let mut keys = HashSet::new();
        for input in entry.inputs() {
            assert!(keys.insert(input.key), "{id}: {} twice", input.key);
            assert!(is_symbol(input.symbol), "{id}: {}", input.symbol);
            assert!(!input.name.zh.is_empty() && !input.name.en.is_empty(), "{id}: {}", input.key);
        }
    }
}

#[test]
fn a_result_has_a_symbol_and_an_order_two_inputs() {
    for metric in METRICS {
        let symbol = metric.info().output.symbol;
        assert!(is_symbol(symbol), "{}: {symbol}", metric.info().id);
        for order in metric.info().upper_bounds {
            for key in [order.lesser, order.greater] {
                let known = metric.inputs().iter().any(|input| input.key == key);
                assert!(known, "{}: {key}", metric.info().id);
            }
        }
    }
}

#[test]
fn every_formula_writes_itself_in_symbols_and_in_numbers() {
    for metric in METRICS {
        let id = metric.info().id;
        let numbers = sample(*metric);
        let written = metric.written(&numbers, &|_| "0.5".to_string());
        let symbols = numbers.iter().map(|(path, _)| metric.symbol(*path));
        assert!(symbols.into_iter().any(|symbol| written.symbols.contains(&symbol)), "{id}: {written:?}");
        assert!(written.numbers.contains("0.5"), "{id}: {written:?}");
        // A literal that is no number is written as a dash.
        assert!(!written.symbols.contains('–'), "{id}: {written:?}");
    }
}

#[test]
fn nothing_given_is_refused_as_missing() {
    for entry in entries() {
        let fault = RawInputs::Row(Vec::new()).lay_out(entry.inputs()).expect_err("nothing was given");
        assert_eq!(fault.code(), "missing_input", "{}", entry.info().id);
    }
}
