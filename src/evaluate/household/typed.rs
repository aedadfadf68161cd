//! What a person types as an answer.

use crate::household::{Answers, Field};
use crate::quantity::read_number;
use crate::text::{Key, Message};

/// The answers with one that was typed; a blank text takes it back.
///
/// # Errors
/// What to tell the person.
pub fn read_answer(answers: &Answers, field: Field, text: &str) -> Result<Answers, Message> {
    let number = read_number(text).map_err(|error| error.message())?;
    answers.with(field, number).map_err(|refused| {
        Message::new(Key::HouseholdRange)
            .with_number("least", refused.least)
            .with_number("most", refused.most)
    })
}
