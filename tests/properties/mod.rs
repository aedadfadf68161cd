//! Laws that hold for any input: of fields, canals and regions, of the saved document, of editing, of the command line.

mod evaluations;
mod homes;
mod autosave;
mod contract;
mod details;
mod documents;
mod edits;
mod industry;
pub mod ledgers;
mod names;
mod patches;
mod plant;
mod plants;
mod regions;
mod retrofits;
mod tables;
mod trends;
mod water;
