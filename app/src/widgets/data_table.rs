//! A table that is only read.

use leptos::prelude::*;

/// A column: its heading, and classes of the heading and of the cells below it.
pub struct DataColumn {
    heading: AnyView,
    heading_class: Option<&'static str>,
    cell_class: Option<&'static str>,
}

impl DataColumn {
    /// A column of words.
    pub fn new(heading: impl IntoAny) -> DataColumn {
        DataColumn { heading: heading.into_any(), heading_class: None, cell_class: None }
    }

    /// The same column, its cells of a class.
    pub fn cells(self, class: &'static str) -> DataColumn {
        DataColumn { cell_class: Some(class), ..self }
    }

    /// The same column, its heading and its cells of a class.
    pub fn all(self, class: &'static str) -> DataColumn {
        DataColumn { heading_class: Some(class), ..self.cells(class) }
    }
}

/// The table, with a caption where it has one. The first cell of a row names the row.
pub fn data_table(
    class: &'static str,
    caption: Option<AnyView>,
    columns: Vec<DataColumn>,
    rows: impl IntoIterator<Item = Vec<AnyView>>,
) -> AnyView {
    let classes: Vec<Option<&'static str>> = columns.iter().map(|column| column.cell_class).collect();
    let heading = |column: DataColumn| {
        view! { <th scope="col" class=column.heading_class>{column.heading}</th> }.into_any()
    };
    let row = |cells: Vec<AnyView>| {
        let cell = |(place, (cell, class)): (usize, (AnyView, &Option<&'static str>))| match place {
            0 => view! { <th scope="row">{cell}</th> }.into_any(),
            _ => view! { <td class=*class>{cell}</td> }.into_any(),
        };
        let cells: Vec<AnyView> = cells.into_iter().zip(&classes).enumerate().map(cell).collect();
        view! { <tr>{cells}</tr> }.into_any()
    };
    let rows: Vec<AnyView> = rows.into_iter().map(row).collect();
    let headings: Vec<AnyView> = columns.into_iter().map(heading).collect();
    view! {
        <table class=class>
            {caption}
            <thead><tr>{headings}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
