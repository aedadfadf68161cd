//! 用水账 Water Ledger: the water accounts of irrigation districts, plants and schools, worked out in the browser.
//!
//! The rooms stand in the order of their imports: each may use those above it and none below it.

pub mod numeric; // Rounding, limits and tolerances.
pub mod chart; // Charts: model, layout, SVG text.
pub mod text; // Every sentence, in Chinese and English.
pub mod quantity; // Units, quantities, and reading what people type.
pub mod metric; // What a metric is, and the figures it yields.
pub mod uncertainty; // Uncertainty of figures: first order, draws.
pub mod water; // Sums and declines of amounts.
pub mod trend; // Series by year: slope, test, projection.
pub mod metering; // Meters: levels, rates, records.
pub mod irrigation; // Fields, canals, districts, regions.
pub mod industry; // Plants: rates of reuse, cooling water, products, prices.
pub mod balance; // The water network: closure, reconciliation, origin, cost.
pub mod plant; // A plant's network of water, its units and rates.
pub mod institution; // Schools, offices, quarters: people, fixtures, meters, pipes.
pub mod retrofit; // What a measure saves and what it costs.
pub mod region; // Indicators of a county or city.
pub mod household; // What showers, taps, machines and food of a home take.
pub mod rubric; // Rubrics: rules as data, the score, the cheapest way to the line.
pub mod catalog; // Published values, and the register of metrics.
pub mod ledger; // The saved document: edits, undo.
pub mod evaluate; // From the ledger to figures and problems.
pub mod exchange; // Text in and out: evaluations, tables.
pub mod workbook; // A ledger as worksheets with live formulas, and back.
pub mod show; // What pages and papers show of the figures.
