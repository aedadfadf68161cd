//! Reading points.

use crate::evaluate::problem::ProblemKind;
use crate::quantity::read_number;
use crate::rubric::Points;

/// Points as typed, from zero to a maximum.
pub(super) fn points(text: &str, max: Points) -> Result<Option<Points>, ProblemKind> {
    let range = ProblemKind::AboveMax { max };
    match read_number(text) {
        Ok(None) => Ok(None),
        Ok(Some(number)) if number < 0.0 => Err(ProblemKind::Negative),
        Ok(Some(number)) => match Points::exactly(number) {
            Some(points) if points <= max => Ok(Some(points)),
            _ => Err(range),
        },
        Err(error) => Err(ProblemKind::Typed(error)),
    }
}
