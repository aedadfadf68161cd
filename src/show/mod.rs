//! 呈现, what pages and papers show of the figures, in words, tables and chart models, by vertical.

pub mod certification;
mod city;
mod data_table;
mod few_points;
mod finding;
pub mod household;
pub mod irrigation;
mod landing;
pub mod ledgers;
mod mark;
pub mod paper;
pub mod plant;
mod published;
pub mod region;
pub mod retrofit;
pub mod rubrics;
mod source;
mod table_view;
mod uncertainty;
mod verdict;

pub use city::{city_files, sample_city_files};
pub use finding::Change;
pub use landing::{PARTS, landing_files, landing_page};
pub use mark::{BELOW_LIMIT, FlagMark, Mark, UNVERIFIED, flag_marks, limit_mark, problem_mark};
pub use source::{input_unit, output_unit, range};
pub use table_view::{ComputedColumn, TableView, TableViewRow, Totals};
pub use uncertainty::{budget_chart, budget_row_name};
pub use verdict::{Tone, Verdict, VerdictWord};
