//! The derivations, each under its number, and the sources they rest on.

use super::model::{Block, Derived, Input, Section};
use super::writer::Writer;
use crate::exchange::Derivations;
use crate::metric::{Figure, Metric, MetricInfo, Origin, Path};
use crate::text::{Key, Message};
use crate::water::Total;

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
    let lead = match writer.numbering.chosen {
        Derivations::Main => Key::ReportMainLead,
        Derivations::None | Derivations::All => Key::ReportDerivationsLead,
    };
    let mut blocks = vec![Block::Text(writer.say(lead), Vec::new())];
    blocks.extend(left_out);
    let section = writer.section(Key::ReportDerivations, blocks);
    // All of them are a part of its own; those of the main figures follow the report.
    let begins_page = writer.numbering.chosen == Derivations::All;
    (!parts.is_empty()).then_some(Section { begins_page, parts, ..section })
}

fn derived(writer: &Writer, number: usize, figure: &Figure) -> Option<Block> {
    let derivation = figure.derivation()?;
    let info = derivation.metric.info();
    let (listed, more) = derivation.inputs.split_at(derivation.inputs.len().min(LISTED_INPUTS));
    let subject = writer.numbering.label(figure).unwrap_or_default();
    let input = |(path, input): &(Path, Figure)| Input {
        symbol: derivation.metric.symbol(*path),
        name: input.name().get(writer.language).to_string(),
        value: writer.value(input),
        from: from(writer, input, &subject),
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
        name: name(writer, info, derivation.inputs),
        subject: subject.clone(),
        symbols: format!("{} = {}", info.output.symbol, derivation.written.symbols),
        numbers: format!("{} = {}", info.output.symbol, derivation.written.numbers),
        result: writer.value(figure),
        inputs: listed.iter().map(input).collect(),
        more,
        source: writer.tell(source),
    })))
}

/// What is derived; a total says of what, where all that it adds is called the same.
fn name(writer: &Writer, info: &MetricInfo, inputs: &[(Path, Figure)]) -> String {
    let own = info.name.get(writer.language);
    let mut names = inputs.iter().map(|(_, input)| input.name().get(writer.language));
    match names.next().filter(|_| info.id == Total::INFO.id) {
        Some(of) if of != own && names.all(|name| name == of) => format!("{own} · {of}"),
        _ => own.to_string(),
    }
}

/// Where an input comes from; `subject` is what the derivation is about.
fn from(writer: &Writer, figure: &Figure, subject: &str) -> String {
    let label = writer.numbering.label(figure).filter(|label| !label.is_empty());
    match figure.origin() {
        Origin::Typed(input_quantity) => {
            // A row without a name is called by its number, which tells less than what the derivation is about.
            let is_number = input_quantity.label.starts_with('#') && !subject.is_empty();
            let label = if is_number { subject } else { &input_quantity.label };
            writer.tell(Message::new(Key::DerivationTyped).with("label", label))
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
            // What is left out on purpose is said once, above.
            (None, label) if writer.numbering.chosen == Derivations::Main => {
                label.or_else(|| figure.subject().map(str::to_string)).unwrap_or_default()
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
