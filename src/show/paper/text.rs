//! A report as plain text: all that it says, line by line, in the order in which it is read.

use super::model::{Block, Cell, Derived, Heading, Report, Section, Table};
use crate::show::mark::flag_marks;

impl Report {
    /// Everything that the report says.
    pub fn text(&self) -> String {
        let mut lines = vec![self.title.clone(), self.subject.clone()];
        lines.extend(self.cover.lines.iter().map(|(name, text)| format!("{name}\t{text}")));
        lines.extend(self.cover.signatures.iter().cloned());
        self.sections.iter().for_each(|section| add_section(&mut lines, section));
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }
}

impl Section {
    /// Everything that the section and its parts say.
    pub fn text(&self) -> String {
        let mut lines = Vec::new();
        add_section(&mut lines, self);
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }
}

fn add_section(lines: &mut Vec<String>, section: &Section) {
    lines.push(section.title.clone());
    section.blocks.iter().for_each(|block| add_block(lines, block));
    section.parts.iter().for_each(|part| add_section(lines, part));
}

fn add_block(lines: &mut Vec<String>, block: &Block) {
    match block {
        Block::Text(text, notes) => lines.extend([text].into_iter().chain(notes).cloned()),
        Block::Warning(text) => lines.push(text.clone()),
        Block::Values(values) => {
            lines.extend(values.iter().map(|(name, value)| format!("{name}\t{}", cell(value))));
        }
        Block::Table(table) => add_table(lines, table),
        Block::Chart(chart) => {
            lines.extend([&chart.title, &chart.description, &chart.source].into_iter().cloned());
        }
        Block::List(sentences) | Block::Signatures(sentences) => lines.extend(sentences.iter().cloned()),
        Block::Derived(derived) => add_derived(lines, derived),
    }
}

fn add_table(lines: &mut Vec<String>, table: &Table) {
    let head = |Heading { text, unit, .. }: &Heading| with_unit(text, unit);
    lines.push(table.caption.clone());
    lines.push(table.head.iter().map(head).collect::<Vec<_>>().join("\t"));
    lines.extend(table.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("\t")));
    lines.extend(table.notes.iter().cloned());
}

fn add_derived(lines: &mut Vec<String>, derived: &Derived) {
    let Derived { number, name, subject, symbols, numbers, result, inputs, more, source } = derived;
    lines.push(format!("[{number}]\t{name}\t{subject}"));
    lines.push(format!("{symbols}\t{numbers}\t{}", cell(result)));
    for input in inputs {
        lines.push(format!("{}\t{}\t{}\t{}", input.symbol, input.name, cell(&input.value), input.from));
    }
    lines.extend([more.clone(), source.clone()]);
}

/// A cell with its unit, its uncertainty, its signs and the number of its derivation.
fn cell(cell: &Cell) -> String {
    let mut text = with_unit(&cell.text, &cell.unit);
    if !cell.u.is_empty() {
        text = format!("{text} ± {}", cell.u);
    }
    flag_marks(&cell.flags).for_each(|mark| text.push_str(mark.sign));
    if let Some(number) = cell.number {
        text = format!("{text} [{number}]");
    }
    text
}

fn with_unit(text: &str, unit: &str) -> String {
    if unit.is_empty() { text.to_string() } else { format!("{text} {unit}") }
}
