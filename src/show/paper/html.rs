//! A report as a page that stands by itself: one file of markup with its style and its pictures, to be kept, sent and printed. Nothing
//! in it runs, and nothing is fetched.

use super::model::{Block, Cell, Derived, Heading, Input, Report, Section, Table};
use crate::chart::{self, Size};
use crate::show::mark::flag_marks;
use crate::text::{Key, Language};

/// How it looks, on the screen and on A4.
const STYLE: &str = include_str!("standalone.css");

/// What a browser lets the file do: be read.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

impl Report {
    /// The report as a file of markup. Whatever was typed is text in it.
    pub fn html(&self, language: Language) -> String {
        let page = Page { language };
        format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" \
             content=\"{POLICY}\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
             <style>\n{STYLE}</style>\n</head>\n<body>\n{}{}\n</body>\n</html>\n",
            language.tag(),
            escape(&self.title),
            page.cover(self),
            each(&self.sections, |section| page.section(section)),
        )
    }
}

/// What every part is written with.
struct Page {
    language: Language,
}

impl Page {
    fn cover(&self, report: &Report) -> String {
        let line = |(name, text): &(String, String)| {
            format!("<div><dt>{}</dt><dd>{}</dd></div>", escape(name), escape(text))
        };
        let subject = paragraph("subject", &report.subject);
        let lines = within("dl", "", &each(&report.cover.lines, line));
        let contents = each(&report.sections, |section| element("li", &section.title));
        let contents = format!("<p>{}</p><ol>{contents}</ol>", escape(Key::CoverContents.say(self.language)));
        format!(
            "<header>{subject}<h1>{}</h1>{lines}<nav>{contents}</nav>{}</header>\n",
            escape(&report.title),
            signatures(&report.cover.signatures)
        )
    }

    fn section(&self, section: &Section) -> String {
        let class = match (section.is_wide, section.begins_page) {
            (true, _) => "begins wide",
            (false, true) => "begins",
            (false, false) => "",
        };
        let inside = format!(
            "{}{}{}",
            element("h2", &section.title),
            self.blocks(&section.title, &section.blocks),
            each(&section.parts, |part| {
                let blocks = self.blocks(&part.title, &part.blocks);
                format!("{}{blocks}", element("h3", &part.title))
            })
        );
        within("section", class, &inside)
    }

    /// Blocks below a heading, which a table that is called the same does not say again.
    fn blocks(&self, heading: &str, blocks: &[Block]) -> String {
        each(blocks, |block| match block {
            Block::Text(text, marks) => {
                let marks = each(marks, |mark| format!(" <strong>{}</strong>", escape(mark)));
                format!("<p>{}{marks}</p>", escape(text))
            }
            Block::Warning(text) => paragraph("warning", text),
            Block::Values(values) => {
                let value = |(name, cell): &(String, Cell)| {
                    format!("<div><dt>{}</dt><dd>{}</dd></div>", escape(name), self.cell(cell))
                };
                within("dl", "", &each(values, value))
            }
            Block::Table(table) => self.table(heading, table),
            Block::Chart(chart) => {
                format!("<figure>{}</figure>", chart::svg_file(chart, Size::WIDE))
            }
            Block::List(list) => within("ul", "", &each(list, |text| element("li", text))),
            Block::Derived(derived) => self.derived(derived),
            Block::Signatures(lines) => signatures(lines),
        })
    }

    fn table(&self, heading: &str, table: &Table) -> String {
        let head = |Heading { text, unit, is_number }: &Heading| {
            let class = if *is_number { " class=\"number\"" } else { "" };
            format!("<th scope=\"col\"{class}>{}{}</th>", escape(text), self.unit(unit))
        };
        let row = |row: &Vec<Cell>| {
            let cell = |(place, cell): (usize, &Cell)| {
                let is_number = table.head.get(place).is_some_and(|head| head.is_number);
                match (place, is_number) {
                    (0, _) => format!("<th scope=\"row\">{}</th>", self.cell(cell)),
                    (_, true) => format!("<td class=\"number\">{}</td>", self.cell(cell)),
                    (_, false) => format!("<td>{}</td>", self.cell(cell)),
                }
            };
            format!("<tr>{}</tr>\n", row.iter().enumerate().map(cell).collect::<String>())
        };
        let caption = match table.caption == heading {
            true => String::new(),
            false => element("caption", &table.caption),
        };
        let notes = each(&table.notes, |note| paragraph("note", note));
        format!(
            "<table>{caption}<thead><tr>{}</tr></thead><tbody>\n{}</tbody></table>{notes}",
            each(&table.head, head),
            each(&table.rows, row)
        )
    }

    /// A text or a number with its unit, what to know beside it in a sign, and the number of its derivation.
    fn cell(&self, cell: &Cell) -> String {
        let u = if cell.u.is_empty() { String::new() } else { format!(" ± {}", escape(&cell.u)) };
        let sign = |sign: &str, name: Key| {
            format!("<span title=\"{}\">{}</span>", escape(name.say(self.language)), escape(sign))
        };
        let signs: String = flag_marks(&cell.flags).map(|one| sign(one.sign, one.mark.name)).collect();
        let number = cell.number.map_or_else(String::new, |number| format!(" <small>[{number}]</small>"));
        format!("{}{u}{}{signs}{number}", escape(&cell.text), self.unit(&cell.unit))
    }

    fn unit(&self, unit: &str) -> String {
        if unit.is_empty() { String::new() } else { format!(" <small>{}</small>", escape(unit)) }
    }

    fn derived(&self, derived: &Derived) -> String {
        let input = |input: &Input| {
            format!(
                "<li>{} {} {} <small>{}</small></li>",
                escape(&input.symbol),
                escape(&input.name),
                self.cell(&input.value),
                escape(&input.from)
            )
        };
        let inside = format!(
            "<h4>[{}] {} {}</h4><p>{}</p><p>{} = {}</p>{}{}{}",
            derived.number,
            escape(&derived.name),
            escape(&derived.subject),
            escape(&derived.symbols),
            escape(&derived.numbers),
            self.cell(&Cell { number: None, ..derived.result.clone() }),
            within("ul", "", &each(&derived.inputs, input)),
            paragraph("", &derived.more),
            paragraph("note", &derived.source)
        );
        within("div", "derived", &inside)
    }
}

fn signatures(lines: &[String]) -> String {
    within("ul", "signatures", &each(lines, |line| element("li", line)))
}

/// A text as markup, line by line: what charts are written with makes one line of it.
fn escape(text: &str) -> String {
    text.lines().map(chart::escape).collect::<Vec<_>>().join("\n")
}

/// The markup of each, one after the other.
fn each<T>(all: &[T], write: impl Fn(&T) -> String) -> String {
    all.iter().map(write).collect()
}

/// An element of a text.
fn element(name: &str, text: &str) -> String {
    within(name, "", &escape(text))
}

/// A paragraph of a class; nothing where there is no text.
fn paragraph(class: &str, text: &str) -> String {
    within("p", class, &escape(text))
}

/// An element of a class around markup; nothing where there is none.
fn within(name: &str, class: &str, markup: &str) -> String {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    if markup.is_empty() { String::new() } else { format!("<{name}{class}>{markup}</{name}>\n") }
}
