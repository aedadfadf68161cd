//! What is cited is a document. Where a copy of it was read stands apart, so that no paper or form names a site of copies.

use water_ledger::catalog::{CALCULATIONS, FIXTURE_STANDARDS, METRICS, SERIES, TABLES};
use water_ledger::metric::Citation;
use water_ledger::text::Language;

const DOMAINS: [&str; 7] = [".com", ".cn", ".net", ".org", ".gov", "http", "www."];

fn citations() -> Vec<(String, Citation)> {
    let metrics = METRICS.iter().map(|one| (one.info().id.to_string(), one.info().source));
    let calculations = CALCULATIONS.iter().map(|one| (one.info().id.to_string(), one.info().source));
    let values = SERIES.iter().flat_map(|series| {
        series.values.iter().map(|value| (format!("{} {}", series.id, value.year), value.source))
    });
    let cells = TABLES.iter().flat_map(|table| {
        let cells = table.rows.iter().flat_map(|row| row.cells.iter().flatten());
        cells.map(|cell| (format!("{} {}", table.id, cell.name.en), cell.source))
    });
    let standards = FIXTURE_STANDARDS.iter().map(|one| (one.number.to_string(), one.source));
    metrics.chain(calculations).chain(values).chain(cells).chain(standards).collect()
}

#[test]
fn a_citation_names_a_document_and_no_address_of_a_copy() {
    let all = citations();
    for (place, source) in &all {
        for language in Language::ALL {
            let line = source.line(language);
            assert!(DOMAINS.iter().all(|domain| !line.contains(domain)), "{place}: {line}");
        }
    }
    assert!(all.iter().any(|(_, source)| !source.copy.is_empty()));
}
