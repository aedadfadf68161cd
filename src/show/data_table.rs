//! The table of a chart as HTML, for documents that the build writes.

use crate::chart::{Table, escape};

/// A table of a chart.
pub(super) fn data_table(table: Table) -> String {
    let head: String =
        table.head.iter().map(|cell| format!("<th scope=\"col\">{}</th>", escape(cell))).collect();
    let row = |cells: &Vec<String>| {
        let (first, others) = cells.split_first()?;
        let others: String = others.iter().map(|cell| format!("<td>{}</td>", escape(cell))).collect();
        Some(format!("<tr><th scope=\"row\">{}</th>{others}</tr>\n", escape(first)))
    };
    let rows: String = table.rows.iter().filter_map(row).collect();
    format!("<table class=\"data\">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
}
