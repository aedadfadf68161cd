//! How the numbers of a problem are written into its sentence.

use crate::numeric::significant;
use crate::text::{Message, grouped, number};

pub(super) fn as_typed(message: Message, blank: &'static str, value: &f64) -> Message {
    message.with_number(blank, *value)
}

pub(super) fn plain(message: Message, blank: &'static str, value: &impl ToString) -> Message {
    message.with(blank, value.to_string())
}

pub(super) fn listed(message: Message, blank: &'static str, values: &[impl ToString]) -> Message {
    let values: Vec<String> = values.iter().map(ToString::to_string).collect();
    message.with(blank, values.join(", "))
}

pub(super) fn one_place(message: Message, blank: &'static str, value: &f64) -> Message {
    message.with(blank, number(*value, 1))
}

pub(super) fn four_places(message: Message, blank: &'static str, value: &f64) -> Message {
    message.with(blank, number(*value, 4))
}

pub(super) fn six_digits(message: Message, blank: &'static str, value: &f64) -> Message {
    message.with(blank, grouped(significant(*value, 6)))
}

pub(super) fn per_cent(message: Message, blank: &'static str, value: &f64) -> Message {
    message.with(blank, format!("{} %", number(*value, 1)))
}
