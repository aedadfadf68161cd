//! A report as plain data: what stands on the paper, in the order in which it is read.

use crate::chart::Chart;
use crate::metric::{Figure, Flag};

/// A report, every word in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The title.
    pub title: String,
    /// What it is of: a region, a plant, an institution; empty when nothing says so.
    pub subject: String,
    /// What stands on the first page below the title.
    pub cover: Cover,
    /// The sections, from first to last.
    pub sections: Vec<Section>,
}

/// The first page: what the report is of, and who answers for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cover {
    /// What was typed, each under its name; what is empty gets a line to be filled in by hand.
    pub lines: Vec<(String, String)>,
    /// Lines to be signed or sealed by hand; none where they stand at the end.
    pub signatures: Vec<String>,
}

/// A section, or a part of one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// Whether it begins a new page.
    pub begins_page: bool,
    /// Whether it needs a page turned on its side.
    pub is_wide: bool,
    /// What stands under the heading.
    pub blocks: Vec<Block>,
    /// Its parts.
    pub parts: Vec<Section>,
}

/// Something that stands under a heading.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph, and what a reader must know of the number in it.
    Text(String, Vec<String>),
    /// A paragraph that must not be missed.
    Warning(String),
    /// Figures one below another.
    Values(Vec<(String, Cell)>),
    /// A table.
    Table(Table),
    /// A chart.
    Chart(Box<Chart>),
    /// Sentences of equal rank.
    List(Vec<String>),
    /// How a figure came about.
    Derived(Box<Derived>),
    /// Lines to be signed or sealed by hand.
    Signatures(Vec<String>),
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// The columns; the first names the rows.
    pub head: Vec<Heading>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// What the signs in the cells mean.
    pub notes: Vec<String>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// The term.
    pub text: String,
    /// The unit of its numbers; empty for text.
    pub unit: String,
    /// Whether numbers stand below it.
    pub is_number: bool,
}

/// A cell, or a figure standing by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Text or number.
    pub text: String,
    /// The unit, where the column does not say it.
    pub unit: String,
    /// The standard uncertainty; empty when nothing is known.
    pub u: String,
    /// What to know beside the number.
    pub flags: Vec<Flag>,
    /// The number of its derivation.
    pub number: Option<usize>,
    /// The figure, where it is one that can explain itself.
    pub figure: Option<Figure>,
}

/// How a figure came about.
#[derive(Clone, Debug, PartialEq)]
pub struct Derived {
    /// Its number in the report.
    pub number: usize,
    /// What it is called.
    pub name: String,
    /// What it is about, such as a district; may be empty.
    pub subject: String,
    /// The formula in symbols.
    pub symbols: String,
    /// The formula in numbers, without the result.
    pub numbers: String,
    /// The result.
    pub result: Cell,
    /// What went in.
    pub inputs: Vec<Input>,
    /// What is said of inputs that are not listed; empty when all are.
    pub more: String,
    /// Where the formula stands, and how far that is confirmed.
    pub source: String,
}

/// A number that went into a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// Its symbol in the formula.
    pub symbol: String,
    /// What it is called.
    pub name: String,
    /// Its value.
    pub value: Cell,
    /// Where it comes from: a typed cell, a derivation, a source.
    pub from: String,
}

impl Cell {
    /// A cell of text.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), ..Cell::default() }
    }
}

impl Report {
    /// Every section and part, as they are read.
    pub fn all_sections(&self) -> Vec<&Section> {
        fn visit<'r>(section: &'r Section, found: &mut Vec<&'r Section>) {
            found.push(section);
            section.parts.iter().for_each(|part| visit(part, found));
        }
        let mut found = Vec::new();
        self.sections.iter().for_each(|section| visit(section, &mut found));
        found
    }
}
