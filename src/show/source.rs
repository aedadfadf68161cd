//! The words for a unit and a range.

use crate::metric::{Measure, Range};
use crate::quantity::Unit;
use crate::text::{Key, Language, grouped};

/// The unit of an input.
pub fn input_unit(measure: Measure, language: Language) -> &'static str {
    match measure {
        Measure::In(unit) => unit.symbol(language),
        Measure::Shared | Measure::SharedPerYear => Key::MethodsAnyUnit.say(language),
    }
}

/// The unit of a result; a plain number has none.
pub fn output_unit(measure: Measure, language: Language) -> &'static str {
    match measure {
        Measure::In(Unit::One) => "",
        Measure::In(unit) => unit.symbol(language),
        Measure::Shared => Key::MethodsSameUnit.say(language),
        Measure::SharedPerYear => Unit::PerYear.symbol(language),
    }
}

/// A range as `0 < x ≤ 1`; empty when every number is allowed.
pub fn range(range: Range, symbol: &str) -> String {
    let sign = |allowed: bool| if allowed { "≤" } else { "<" };
    match (range.low, range.high) {
        (None, None) => String::new(),
        (Some((low, true)), None) => format!("{symbol} ≥ {}", grouped(low)),
        (Some((low, false)), None) => format!("{symbol} > {}", grouped(low)),
        (None, Some((high, allowed))) => format!("{symbol} {} {}", sign(allowed), grouped(high)),
        (Some((low, from)), Some((high, to))) => {
            format!("{} {} {symbol} {} {}", grouped(low), sign(from), sign(to), grouped(high))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_reads_as_an_inequality() {
        let closed = |low, high| Range { low, high };
        assert_eq!(range(closed(Some((0.0, false)), Some((1.0, true))), "η"), "0 < η ≤ 1");
        assert_eq!(range(closed(Some((0.0, true)), None), "W"), "W ≥ 0");
        assert_eq!(range(closed(None, None), "x"), "");
    }
}
