//! Mean and standard deviation against the certified values of NIST's Statistical Reference Datasets.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use water_ledger::numeric::{deviation, mean};

/// A data set with its certified values.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DataSet {
    name: String,
    first: Vec<f64>,
    /// What follows, over and over.
    #[serde(default)]
    then: Vec<f64>,
    #[serde(default)]
    times: usize,
    mean: f64,
    deviation: f64,
    /// Digits of the standard deviation that the data, held in binary, still have.
    digits: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    set: Vec<DataSet>,
}

#[test]
fn as_many_digits_are_right_as_the_data_have() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/strd.toml");
    let file: File = toml::from_str(&fs::read_to_string(path).expect("readable")).expect("data sets");
    assert_eq!(file.set.len(), 7);
    for set in file.set {
        let values: Vec<f64> = set.first.iter().copied().chain(set.then.repeat(set.times)).collect();
        let digits = |found: f64, certified: f64| -((found - certified) / certified).abs().max(1e-15).log10();
        let (of_mean, of_deviation) =
            (digits(mean(&values), set.mean), digits(deviation(&values), set.deviation));
        assert!(of_mean >= 14.5, "{}: {of_mean} digits of the mean", set.name);
        assert!(of_deviation >= set.digits, "{}: {of_deviation} digits of the deviation", set.name);
    }
}
