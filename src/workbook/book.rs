//! A workbook without its file: worksheets of cells, to be written by one library or as another has read them.

use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

use crate::numeric::plain;

/// A workbook to be written.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Book {
    /// What it is called.
    pub title: String,
    /// Its worksheets, in order.
    pub sheets: Vec<Sheet>,
}

/// A worksheet to be written.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// What it is called; no other worksheet is.
    pub name: String,
    /// Whether the workbook hides it.
    pub is_hidden: bool,
    /// Whether its first row and its first column are hidden: they are for this program.
    pub has_codes: bool,
    /// How many rows stay in sight; the last of them holds the headings.
    pub head: u32,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its cells, row by row.
    pub rows: Vec<Vec<BookCell>>,
}

/// How a column is written.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Column {
    /// In letters.
    pub width: f64,
    /// Whether nothing typed there is a number or a date.
    pub is_text: bool,
    /// The texts that are offered in its cells.
    pub choices: Vec<String>,
}

/// A cell to be written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum BookCell {
    /// Nothing.
    #[default]
    Nothing,
    /// A number, shown with so many decimals where that is given.
    Number(f64, Option<u8>),
    /// A text.
    Text(String),
    /// A formula with its value, shown with so many decimals where that is given.
    Formula(String, f64, Option<u8>),
}

impl BookCell {
    /// A text; nothing where there is none.
    pub(super) fn text(text: impl Into<String>) -> BookCell {
        let text = text.into();
        if text.is_empty() { BookCell::Nothing } else { BookCell::Text(text) }
    }
}

/// A worksheet as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// What it is called.
    pub name: String,
    /// Whether the workbook hides it.
    pub is_hidden: bool,
    /// Its cells from the upper left corner on.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing stands there.
    #[default]
    Empty,
    /// A number.
    Number(f64),
    /// A text; a date as `2024-03-01`, what could not be computed as its mark, such as `#DIV/0!`.
    Text(String),
}

impl Cell {
    /// What is read there.
    pub fn text(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Number(number) => plain(*number),
            Cell::Text(text) => text.clone(),
        }
    }

    fn of_value(value: &Value) -> Cell {
        match (value.as_f64(), value.as_str()) {
            (Some(number), _) => Cell::Number(number),
            (_, Some(text)) => Cell::Text(text.to_string()),
            _ => Cell::Empty,
        }
    }
}

/// A number, a text, or nothing.
impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Cell::Empty => serializer.serialize_unit(),
            Cell::Number(number) => serializer.serialize_f64(*number),
            Cell::Text(text) => serializer.serialize_str(text),
        }
    }
}

/// The name of the worksheet, whether it is hidden, its rows.
impl Serialize for Grid {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (&self.name, self.is_hidden, &self.rows).serialize(serializer)
    }
}

impl Grid {
    /// The worksheet of such a JSON.
    pub fn of_value(value: &Value) -> Option<Grid> {
        let row = |row: &Value| {
            row.as_array().map_or_else(Vec::new, |row| row.iter().map(Cell::of_value).collect())
        };
        Some(Grid {
            name: value[0].as_str()?.to_string(),
            is_hidden: value[1].as_bool()?,
            rows: value[2].as_array()?.iter().map(row).collect(),
        })
    }

    /// Its rows as texts; of a worksheet that this program wrote without the codes.
    pub fn texts(&self) -> Vec<Vec<String>> {
        let is_own = |cell: &Cell| matches!(cell, Cell::Text(text) if text.starts_with(super::code::MARK));
        let is_own = self.rows.first().and_then(|row| row.first()).is_some_and(is_own);
        let left_out = usize::from(is_own);
        let rows = self.rows.iter().skip(left_out);
        rows.map(|row| row.iter().skip(left_out).map(Cell::text).collect()).collect()
    }
}
