//! A rubric's TOML text as the JSON text of the same form, so that there is one reader of the form.

use std::fmt::Write;

use toml::de::{DeTable, DeValue};

use crate::text::Damage;

/// A text that was TOML, and where its parts stood.
#[derive(Default)]
pub(super) struct AsJson {
    /// The JSON, in one line.
    pub text: String,
    /// Places in the JSON, ascending, each with its place in the TOML.
    places: Vec<(usize, usize)>,
}

/// Why a text is no TOML, or no TOML that JSON can hold, and where.
pub(super) struct TomlFault {
    pub at: usize,
    pub detail: Damage,
}

/// Writes TOML as JSON.
pub(super) fn as_json(toml: &str) -> Result<AsJson, TomlFault> {
    let document = DeTable::parse(toml).map_err(|error| TomlFault {
        at: error.span().map_or(0, |span| span.start),
        detail: damage(error.message()),
    })?;
    let mut json = AsJson::default();
    json.table(document.get_ref(), 0)?;
    Ok(json)
}

/// What the reader of TOML means, which says it in English alone.
fn damage(said: &str) -> Damage {
    if said.contains("duplicate key") {
        Damage::Twice(said.split('`').nth(1).unwrap_or("").to_string())
    } else {
        Damage::Syntax
    }
}

impl AsJson {
    /// The place in the TOML of what stands at or before a place in the JSON.
    pub fn place(&self, at: usize) -> usize {
        let known = self.places.partition_point(|(json, _)| *json <= at);
        known.checked_sub(1).and_then(|last| self.places.get(last)).map_or(0, |(_, toml)| *toml)
    }

    fn table(&mut self, table: &DeTable, at: usize) -> Result<(), TomlFault> {
        self.text.push('{');
        for (nth, (key, value)) in table.iter().enumerate() {
            self.comma(nth);
            self.mark(key.span().start);
            self.string(key.get_ref());
            self.text.push(':');
            self.value(value.get_ref(), value.span().start)?;
        }
        // What lacks in a table is missed at its end, and belongs to its beginning.
        self.mark(at);
        self.text.push('}');
        Ok(())
    }

    fn value(&mut self, value: &DeValue, at: usize) -> Result<(), TomlFault> {
        self.mark(at);
        match value {
            DeValue::Table(table) => self.table(table, at)?,
            DeValue::Array(values) => {
                self.text.push('[');
                for (nth, value) in values.iter().enumerate() {
                    self.comma(nth);
                    self.value(value.get_ref(), value.span().start)?;
                }
                self.text.push(']');
            }
            DeValue::String(text) => self.string(text),
            DeValue::Boolean(truth) => self.text.push_str(if *truth { "true" } else { "false" }),
            // A date that was written without quotes.
            DeValue::Datetime(date) => self.string(&date.to_string()),
            DeValue::Integer(number) => match number.radix() {
                10 => self.number(number.as_str()),
                radix => match i64::from_str_radix(number.as_str(), radix) {
                    Ok(number) => self.number(&number.to_string()),
                    Err(_) => return Err(TomlFault { at, detail: Damage::OtherType }),
                },
            },
            DeValue::Float(number) if number.as_str().ends_with(['f', 'n']) => {
                return Err(TomlFault { at, detail: Damage::OtherType });
            }
            DeValue::Float(number) => self.number(number.as_str()),
        }
        Ok(())
    }

    /// TOML's decimal numbers are JSON's, but for a plus in front.
    fn number(&mut self, digits: &str) {
        self.text.push_str(digits.trim_start_matches('+'));
    }

    fn string(&mut self, text: &str) {
        self.text.push('"');
        for letter in text.chars() {
            match letter {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                // Writing to a text cannot fail.
                letter if letter < ' ' => drop(write!(self.text, "\\u{:04x}", u32::from(letter))),
                letter => self.text.push(letter),
            }
        }
        self.text.push('"');
    }

    fn comma(&mut self, nth: usize) {
        if nth > 0 {
            self.text.push(',');
        }
    }

    fn mark(&mut self, toml: usize) {
        self.places.push((self.text.len(), toml));
    }
}
