//! Figures and typed cells as cells of the report, in one language, with the numbers of derivations and sources.

use std::cell::RefCell;

use super::model::{Block, Cell, Heading, Section, Table};
use super::numbering::Numbering;
use crate::metric::{Citation, Figure, Flag};
use crate::quantity::{Quantity, Unit, read};
use crate::show::mark::FLAG_MARKS;
use crate::text::{Choice, Key, Language, Message, choice_of, grouped, uncertain};

/// What every section is written with.
pub(in crate::show) struct Writer {
    pub language: Language,
    pub numbering: Numbering,
    sources: RefCell<Vec<Citation>>,
}

/// A column as its section describes it: the term, and the unit of its numbers.
pub(in crate::show) type Column = (Key, Option<Unit>);

impl Writer {
    pub fn new(language: Language, numbering: Numbering) -> Writer {
        Writer { language, numbering, sources: RefCell::default() }
    }

    pub fn say(&self, key: Key) -> String {
        key.say(self.language).to_string()
    }

    pub fn tell(&self, message: Message) -> String {
        message.say(self.language)
    }

    pub fn unit(&self, unit: Unit) -> String {
        if unit == Unit::One { String::new() } else { unit.symbol(self.language).to_string() }
    }

    /// A figure with its unit, as it stands by itself.
    pub fn value(&self, figure: &Figure) -> Cell {
        let u = figure.u();
        Cell {
            text: figure.shown(),
            unit: self.unit(figure.quantity().unit),
            u: if u > 0.0 { uncertain(u, 6) } else { String::new() },
            flags: figure.flags().to_vec(),
            number: self.numbering.of(figure),
            figure: figure.metric_id().map(|_| figure.clone()),
        }
    }

    /// A figure in a column of its unit; a dash where there is none.
    pub fn figure(&self, figure: Option<&Figure>, column: Unit) -> Cell {
        let Some(figure) = figure else { return Cell::text("–") };
        let cell = self.value(figure);
        if figure.quantity().unit == column {
            return Cell { unit: String::new(), ..cell };
        }
        let scale = Quantity::new(1.0, figure.quantity().unit).to(column);
        match (figure.shown_in(column), scale) {
            (Some(text), Some(scale)) => Cell {
                text,
                unit: String::new(),
                u: if figure.u() > 0.0 { uncertain(figure.u() * scale.value, 6) } else { String::new() },
                ..cell
            },
            _ => cell,
        }
    }

    /// A number as it was typed, in the unit of its column; a text that is no number stays as it is.
    pub fn typed(&self, text: &str, unit: Unit) -> Cell {
        Cell::text(match read(text, unit) {
            Ok(Some(quantity)) => grouped(quantity.value),
            Ok(None) => "–".to_string(),
            Err(_) => text.trim().to_string(),
        })
    }

    /// As [`Writer::typed`], with the uncertainty as it was typed.
    pub fn typed_spread(&self, text: &str, unit: Unit) -> Cell {
        match text.find('±') {
            Some(at) => {
                Cell { u: text[at + '±'.len_utf8()..].trim().to_string(), ..self.typed(&text[..at], unit) }
            }
            None => self.typed(text, unit),
        }
    }

    /// What was chosen from a list.
    pub fn chosen(&self, text: &str, choices: &[Choice]) -> Cell {
        Cell::text(match choice_of(text, choices) {
            Some(place) => choices[place].name.get(self.language),
            None => text.trim(),
        })
    }

    /// A table; what the signs in its cells mean is said below it.
    pub fn table(&self, caption: String, columns: &[Column], rows: Vec<Vec<Cell>>) -> Block {
        let head = columns.iter().map(|(term, unit)| Heading {
            text: self.say(*term),
            unit: unit.map_or_else(String::new, |unit| self.unit(unit)),
            is_number: unit.is_some(),
        });
        let has = |flag: Flag| rows.iter().flatten().any(|cell| cell.flags.contains(&flag));
        let notes = FLAG_MARKS
            .iter()
            .filter(|one| has(one.flag))
            .map(|one| self.tell(Message::new(one.note).with("sign", one.sign)));
        Block::Table(Table { caption, head: head.collect(), notes: notes.collect(), rows })
    }

    /// Figures one below another, of those that are there.
    pub fn values(&self, figures: &[(Key, Option<&Figure>)]) -> Option<Block> {
        let there = |(name, figure): &(Key, Option<&Figure>)| Some((self.say(*name), self.value((*figure)?)));
        let values: Vec<(String, Cell)> = figures.iter().filter_map(there).collect();
        (!values.is_empty()).then_some(Block::Values(values))
    }

    pub fn section(&self, title: Key, blocks: Vec<Block>) -> Section {
        Section { title: self.say(title), blocks, ..Section::default() }
    }

    /// The number of a source in the list at the end; it is put there when it is met first.
    pub fn source(&self, source: Citation) -> String {
        let mut sources = self.sources.borrow_mut();
        let place = sources.iter().position(|known| *known == source).unwrap_or_else(|| {
            sources.push(source);
            sources.len() - 1
        });
        source_number(place)
    }

    /// Every source that was met, each with its number.
    pub fn sources(&self) -> Vec<(String, Citation)> {
        self.sources
            .borrow()
            .iter()
            .enumerate()
            .map(|(place, source)| (source_number(place), *source))
            .collect()
    }
}

fn source_number(place: usize) -> String {
    format!("S{}", place + 1)
}

/// What a person would call a row: its name, or its number.
pub(in crate::show) fn row_name(name: &str, place: usize) -> String {
    match name.trim() {
        "" => format!("#{}", place + 1),
        name => name.to_string(),
    }
}
