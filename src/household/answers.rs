//! 回答, what a person has answered about his home.

use super::questions::{Field, FieldSpec, QUESTIONS, Question, SPECS};

/// What a person has answered. A number is held in steps, a choice by its place, so that a link is short and says the same again.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// Whether each question is done with: answered, or skipped.
    settled: [bool; QUESTIONS.len()],
    steps: [Option<u16>; SPECS.len()],
}

/// An answer that cannot be: it must lie between two numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Refused {
    /// The least that can be.
    pub least: f64,
    /// The most that can be.
    pub most: f64,
}

/// Nothing asked yet.
impl Default for Answers {
    fn default() -> Answers {
        Answers { settled: [false; QUESTIONS.len()], steps: [None; SPECS.len()] }
    }
}

impl Answers {
    /// The number that was answered.
    pub fn number(&self, field: Field) -> Option<f64> {
        self.steps[field as usize].map(|steps| of_steps(field.spec(), steps))
    }

    /// The answer in steps, as links hold it.
    pub fn steps(&self, field: Field) -> Option<u16> {
        self.steps[field as usize]
    }

    /// The name of the choice, the first where none was made.
    pub fn choice(&self, field: Field) -> &'static str {
        let place = self.steps[field as usize].unwrap_or(0);
        field.spec().choices.get(usize::from(place)).copied().unwrap_or("")
    }

    /// The same with an answer; none takes it back.
    ///
    /// # Errors
    /// An answer beyond what can be.
    pub fn with(&self, field: Field, value: Option<f64>) -> Result<Answers, Refused> {
        let spec = field.spec();
        let refused = Refused { least: of_steps(spec, spec.least), most: of_steps(spec, spec.most) };
        let steps = match value {
            None => None,
            Some(value) if value >= refused.least && value <= refused.most => {
                Some(crate::numeric::round(value / spec.step, 0) as u16)
            }
            Some(_) => return Err(refused),
        };
        self.with_steps(field, steps).ok_or(refused)
    }

    /// The same with an answer in steps; none where there is no such answer.
    pub fn with_steps(&self, field: Field, steps: Option<u16>) -> Option<Answers> {
        let spec = field.spec();
        if steps.is_some_and(|steps| !(spec.least..=spec.most).contains(&steps)) {
            return None;
        }
        let mut answers = self.clone();
        answers.steps[field as usize] = steps;
        Some(answers)
    }

    /// The same with the choice of a name.
    pub fn choosing(&self, field: Field, code: &str) -> Answers {
        let place = field.spec().choices.iter().position(|choice| *choice == code);
        place.and_then(|place| self.with_steps(field, Some(place as u16))).unwrap_or_else(|| self.clone())
    }

    /// Whether a question is done with.
    pub fn is_settled(&self, question: Question) -> bool {
        self.settled[question.place()]
    }

    /// The same with a question done with.
    pub fn settling(&self, question: Question) -> Answers {
        let mut answers = self.clone();
        answers.settled[question.place()] = true;
        answers
    }

    /// The same with nothing answered to a question, which is done with all the same.
    pub fn skipping(&self, question: Question) -> Answers {
        let mut answers = self.settling(question);
        question.fields().for_each(|spec| answers.steps[spec.field as usize] = None);
        answers
    }

    /// The first question that is not done with.
    pub fn next(&self) -> Option<Question> {
        QUESTIONS.into_iter().find(|question| !self.is_settled(*question))
    }
}

/// A number of steps. Steps are tenths, hundredths and halves, whose products with whole numbers are rounded to the decimals that they have.
fn of_steps(spec: &FieldSpec, steps: u16) -> f64 {
    crate::numeric::round(f64::from(steps) * spec.step, 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_stands_in_its_place_and_is_named_once() {
        for (place, spec) in SPECS.iter().enumerate() {
            assert_eq!(spec.field as usize, place, "{}", spec.code);
            assert_eq!(SPECS.iter().filter(|other| other.code == spec.code).count(), 1, "{}", spec.code);
            assert!(spec.least <= spec.most && spec.step > 0.0, "{}", spec.code);
            for offered in spec.offered {
                assert!(Answers::default().with(spec.field, Some(*offered)).is_ok(), "{}", spec.code);
            }
        }
    }

    #[test]
    fn an_answer_comes_back_as_it_was_given_and_one_that_cannot_be_is_refused() {
        let answers = Answers::default().with(Field::OwnPrice, Some(4.37)).expect("a price");
        assert_eq!(answers.number(Field::OwnPrice), Some(4.37));
        for wrong in [-1.0, 1e9, f64::NAN, f64::INFINITY] {
            assert!(answers.with(Field::People, Some(wrong)).is_err(), "{wrong}");
        }
        assert_eq!(answers.with(Field::People, Some(0.0)), Err(Refused { least: 1.0, most: 30.0 }));
    }

    #[test]
    fn what_is_skipped_is_done_with_and_not_answered() {
        let answers = Answers::default().choosing(Field::Toilet, "single_9").settling(Question::Toilet);
        assert_eq!(answers.choice(Field::Toilet), "single_9");
        let skipped = answers.skipping(Question::Toilet);
        assert!(skipped.is_settled(Question::Toilet) && skipped.choice(Field::Toilet) == "dual");
        assert_eq!(skipped.next(), Some(Question::People));
    }
}
