//! The derivations, each under its number, and the sources they rest on.

use super::model::{Block, Derived, Input, Section};
use super::writer::Writer;
use crate::metric::{Figure, Origin, Path};
use crate::text::{Key, Message};

/// How many inputs of one formula are listed; the others stand in the tables before.
const LISTED_INPUTS: usize = 120;

/// Every derivation, after what is said of those that are left out.
pub(in crate::show) fn section(writer: &Writer, left_out: Vec<Block>) -> Option<Section> {
    let part = |(title, figures): (&str, Vec<(usize, &Figure)>)| Section {
        title: title.to_string(),
        blocks: figures.into_iter().filter_map(|(number, figure)| derived(writer, number, figure)).collect(),
        ..Section::default()
    };
    let parts: Vec<Section> = writer.numbering.groups().map(part).collect();
    let mut blocks = vec![Block::Text(writer.say(Key::ReportDerivationsLead), Vec::new())];
    blocks.extend(left_out);
    let section = writer.section(Key::ReportDerivations, blocks);
    (!parts.is_empty()).then_some(Section { begins_page: true, parts, ..section })
}

fn derived(writer: &Writer, number: usize, figure: &Figure) -> Option<Block> {
    let derivation = figure.derivation()?;
    let info = derivation.metric.info();
    let (listed, more) = derivation.inputs.split_at(derivation.inputs.len().min(LISTED_INPUTS));
    let input = |(path, input): &(Path, Figure)| Input {
        symbol: derivation.metric.symbol(*path),
        name: input.name().get(writer.language).to_string(),
        value: writer.value(input),
        from: from(writer, input),
    };
    let more = if more.is_empty() {
        String::new()
    } else {
        writer.tell(Message::new(Key::ReportMoreInputs).with("count", more.len().to_string()))
    };
    let source = Message::new(Key::ReportSource)
        .with("number", writer.source(info.source))
        .with("source", info.source.line(writer.language))
        .with_words("status", info.source.status.name().words());
    Some(Block::Derived(Box::new(Derived {
        number,
        name: info.name.get(writer.language).to_string(),
        subject: writer.numbering.label(figure).unwrap_or_default(),
        symbols: format!("{} = {}", info.output.symbol, derivation.written.symbols),
        numbers: format!("{} = {}", info.output.symbol, derivation.written.numbers),
        result: writer.value(figure),
        inputs: listed.iter().map(input).collect(),
        more,
        source: writer.tell(source),
    })))
}

/// Where an input comes from.
fn from(writer: &Writer, figure: &Figure) -> String {
    let label = writer.numbering.label(figure).filter(|label| !label.is_empty());
    match figure.origin() {
        Origin::Typed(input_quantity) => {
            writer.tell(Message::new(Key::DerivationTyped).with("label", input_quantity.label.clone()))
        }
        Origin::Reference { source, .. } => {
            writer.tell(Message::new(Key::ReportFromSource).with("number", writer.source(*source)))
        }
        Origin::Computed { .. } => match (writer.numbering.of(figure), label) {
            (Some(number), Some(label)) => writer
                .tell(Message::new(Key::ReportSeeOf).with("label", label).with("number", number.to_string())),
            (Some(number), None) => {
                writer.tell(Message::new(Key::ReportSee).with("number", number.to_string()))
            }
            (None, _) => match figure.subject() {
                Some(label) => writer.tell(Message::new(Key::ReportNotPrintedOf).with("label", label)),
                None => writer.say(Key::ReportNotPrinted),
            },
        },
    }
}

/// Every source that the report names, with edition and status.
pub(in crate::show) fn sources(writer: &Writer) -> Option<Section> {
    let line = |(number, source): (String, crate::metric::Citation)| {
        let message = Message::new(Key::ReportSource)
            .with("number", number)
            .with("source", source.line(writer.language))
            .with_words("status", source.status.name().words());
        writer.tell(message)
    };
    let list: Vec<String> = writer.sources().into_iter().map(line).collect();
    let lead = Block::Text(writer.say(Key::ReportSourcesLead), Vec::new());
    (!list.is_empty()).then(|| writer.section(Key::ReportSources, vec![lead, Block::List(list)]))
}
