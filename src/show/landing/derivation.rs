//! The basis of a figure as HTML: formula, numbers, what went in down to the typed cell, source and status.

use crate::chart::escape;
use crate::metric::{Citation, Figure, InputQuantity, Origin, Path};
use crate::quantity::Unit;
use crate::show::mark::{FlagMark, flag_marks};
use crate::text::{Key, Language, Message};

/// How many inputs of a list are shown before the rest is folded away.
const SHOWN: usize = 12;

/// Writes derivations in one language.
pub(super) struct Derivations {
    pub language: Language,
}

impl Derivations {
    /// One figure explained; its inputs unfold in place.
    pub fn of(&self, figure: &Figure) -> String {
        match figure.origin() {
            Origin::Typed(input_quantity) => format!("<p>{}</p>\n", self.typed(input_quantity)),
            Origin::Reference { source, .. } => self.source(*source),
            Origin::Computed { .. } => self.computed(figure).unwrap_or_default(),
        }
    }

    /// 待核实 and other marks.
    pub fn marks(&self, figure: &Figure) -> String {
        let span = |one: &FlagMark| {
            let (code, name) = (one.mark.code, self.say(one.mark.name));
            format!("<span class=\"mark {code}\">{name}</span>\n")
        };
        flag_marks(figure.flags()).map(span).collect()
    }

    fn computed(&self, figure: &Figure) -> Option<String> {
        let derivation = figure.derivation()?;
        let symbol = derivation.metric.info().output.symbol;
        let items = |inputs: &[(Path, Figure)]| -> String {
            inputs.iter().map(|(path, input)| self.input(&derivation.metric.symbol(*path), input)).collect()
        };
        let (shown, rest) = derivation.inputs.split_at(derivation.inputs.len().min(SHOWN));
        let more = Message::new(Key::DerivationMore).with("count", rest.len().to_string());
        let folded = match rest {
            [] => String::new(),
            rest => format!(
                "<details><summary>{}</summary>\n<ul class=\"inputs\">\n{}</ul></details>\n",
                escape(&more.say(self.language)),
                items(rest)
            ),
        };
        Some(format!(
            r#"<dl>
<dt>{formula}</dt><dd class="formula">{symbols}</dd>
<dt>{with_numbers}</dt><dd class="formula">{numbers} <strong>{result}</strong></dd>
<dt>{inputs}</dt><dd><ul class="inputs">
{items}</ul>
{folded}</dd>
<dt>{from}</dt><dd>{source}</dd>
</dl>
"#,
            formula = self.say(Key::DerivationFormula),
            symbols = escape(&format!("{symbol} = {}", derivation.written.symbols)),
            with_numbers = self.say(Key::DerivationNumbers),
            numbers = escape(&format!("{symbol} = {} =", derivation.written.numbers)),
            result = self.with_unit(figure),
            inputs = self.say(Key::DerivationInputs),
            items = items(shown),
            from = self.say(Key::DerivationSource),
            source = self.source(derivation.metric.info().source),
        ))
    }

    /// An input: a typed one says where it was typed, any other unfolds.
    fn input(&self, symbol: &str, figure: &Figure) -> String {
        let place = match figure.origin() {
            Origin::Typed(input_quantity) => self.typed(input_quantity),
            _ => escape(figure.subject().unwrap_or_default()),
        };
        let line = format!(
            r#"<span class="formula">{}</span><span class="input-name">{}</span><span class="input-value">{}</span><span class="input-place">{place}</span>{}"#,
            escape(symbol),
            escape(figure.name().get(self.language)),
            self.with_unit(figure),
            self.marks(figure),
        );
        match figure.origin() {
            Origin::Typed(_) => format!("<li>{line}</li>\n"),
            _ => format!("<li><details><summary>{line}</summary>\n{}</details></li>\n", self.of(figure)),
        }
    }

    /// Document, edition and clause, how far they are confirmed, and where a copy was read.
    fn source(&self, source: Citation) -> String {
        let class = if source.status.is_verified() { "mark" } else { "mark unverified" };
        let copy = Message::new(Key::DerivationCopy).with("copy", source.copy).say(self.language);
        let copy = match source.copy {
            "" => String::new(),
            _ => format!(r#" <span class="quiet">{}</span>"#, escape(&copy)),
        };
        format!(
            r#"<span class="source">{}</span> <span class="{class}">{}</span>{copy}"#,
            escape(&source.line(self.language)),
            self.say(source.status.name()),
        )
    }

    fn typed(&self, input_quantity: &InputQuantity) -> String {
        escape(
            &Message::new(Key::DerivationTyped)
                .with("label", input_quantity.label.clone())
                .say(self.language),
        )
    }

    fn with_unit(&self, figure: &Figure) -> String {
        match figure.quantity().unit {
            Unit::One => escape(&figure.shown()),
            unit => escape(&format!("{} {}", figure.shown(), unit.symbol(self.language))),
        }
    }

    fn say(&self, key: Key) -> String {
        escape(key.say(self.language))
    }
}
