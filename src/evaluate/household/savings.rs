//! What could be saved: every saving is the difference of two homes that are evaluated alike.

use super::inputs::{home, in_effect};
use crate::household::{Answers, BeforeAndAfter, Difference, Home, Tip};
use crate::metric::{Fault, Figure};
use crate::numeric::in_order;

/// How many tips are given.
const BEST: usize = 3;

/// What saves less by person and day is no tip.
const WORTH_TELLING: f64 = 0.5;

/// The best tips.
#[derive(Clone)]
pub struct Savings {
    /// Each with what it saves by itself, the most first.
    pub each: Vec<(Tip, Figure)>,
    /// What they save together.
    pub together: Figure,
    /// The home with all of them.
    pub after: Home,
}

/// The tips that save most, and what they save together.
///
/// # Errors
/// The first number that a formula refuses.
pub fn savings(answers: &Answers) -> Result<Savings, Fault> {
    let before = home(answers)?;
    let mut each = Vec::new();
    for tip in Tip::ALL {
        let saving = difference(&before, &home(&with(answers, tip))?)?;
        if saving.value() >= WORTH_TELLING {
            each.push((tip, saving));
        }
    }
    let mut each = in_order(each, |(_, a): &(Tip, Figure), (_, b)| b.value().total_cmp(&a.value()));
    each.truncate(BEST);
    let changed = each.iter().fold(answers.clone(), |answers, (tip, _)| with(&answers, *tip));
    let after = home(&changed)?;
    Ok(Savings { each, together: difference(&before, &after)?, after })
}

/// The home with the same habits, fixtures of grade 1 where those take less, and no leak.
///
/// # Errors
/// The first number that a formula refuses.
pub fn efficient(answers: &Answers) -> Result<Home, Fault> {
    let (mut answers, mut best) = (answers.clone(), home(answers)?);
    for tip in Tip::FIXTURES {
        let changed = with(&answers, tip);
        let tried = home(&changed)?;
        if tried.total.value() < best.total.value() {
            (answers, best) = (changed, tried);
        }
    }
    Ok(best)
}

/// What a shower of one minute less saves.
pub fn minute_less(answers: &Answers) -> Option<Figure> {
    difference(&home(answers).ok()?, &home(&with(answers, Tip::ShorterShower)).ok()?).ok()
}

fn with(answers: &Answers, tip: Tip) -> Answers {
    tip.applied(answers, &|field| in_effect(answers, field))
}

fn difference(before: &Home, after: &Home) -> Result<Figure, Fault> {
    let (before, after) = (before.total.clone(), after.total.clone());
    Figure::computed(&Difference, BeforeAndAfter { before, after })
}
