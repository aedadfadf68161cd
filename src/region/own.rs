//! 自定义指标, an indicator that is worked out from others by a formula of the reader's own.

use crate::metric::{Citation, Fault, FaultKind, Figure, Workings, in_unit, metric, shared};
use crate::quantity::{Quantity, Unit, read};
use crate::text::Words;
use crate::water;

metric! {
    /// 以某单位计的数, how many of a unit an amount is, to reckon on with it as a plain number.
    ///
    /// # Formula
    /// n = x / u
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{AmountAndUnit, NumberInUnit}};
    /// assert_eq!(NumberInUnit::formula(&AmountAndUnit { unit: 1.0, amount: 12.5 }), 12.5);
    /// ```
    NumberInUnit("region.number_in_unit", "以某单位计的数", "An amount as a number")
    from AmountAndUnit {
        number unit "u" "单位" "the unit" = shared().above(0.0);
        number amount "x" "数量" "amount" = shared();
    }
    gives "n" in One, 8 significant;
    source Citation::BY_DEFINITION;
    formula |x, n| x.amount / x.unit
}

metric! {
    /// 两项之差, what is left of a number without another.
    ///
    /// # Formula
    /// n = a − b
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{Difference, TwoNumbers}};
    /// assert_eq!(Difference::formula(&TwoNumbers { first: 5.0, second: 2.0 }), 3.0);
    /// ```
    Difference("region.difference", "两项之差", "Difference of two numbers")
    from TwoNumbers {
        number first "a" "前项" "first number" = in_unit(Unit::One);
        number second "b" "后项" "second number" = in_unit(Unit::One);
    }
    gives "n" in One, 6 significant;
    source Citation::BY_DEFINITION;
    formula |x, n| x.first - x.second
}

metric! {
    /// 两项之积, a number as many times as another says.
    ///
    /// # Formula
    /// n = a·b
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{Product, TwoNumbers}};
    /// assert_eq!(Product::formula(&TwoNumbers { first: 5.0, second: 2.0 }), 10.0);
    /// ```
    Product("region.product", "两项之积", "Product of two numbers")
    from TwoNumbers;
    gives "n" in One, 6 significant;
    source Citation::BY_DEFINITION;
    formula |x, n| x.first * x.second
}

metric! {
    /// 两项之比, how often a number holds another.
    ///
    /// # Formula
    /// n = a / b
    ///
    /// # Source
    /// By definition; verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, region::{Ratio, TwoNumbers}};
    /// assert_eq!(Ratio::formula(&TwoNumbers { first: 5.0, second: 2.0 }), 2.5);
    /// ```
    Ratio("region.ratio", "两项之比", "Ratio of two numbers")
    from TwoNumbers;
    gives "n" in One, 6 significant;
    source Citation::BY_DEFINITION;
    check |x| match x.second {
        0.0 => Err(Fault::at("second", FaultKind::ZeroDenominator)),
        _ => Ok(()),
    };
    formula |x, n| x.first / x.second
}

/// What one of a unit is called where it is divided by.
const UNIT: Words = Words::new("单位", "Unit");

/// So many characters a formula may have; nobody reads longer ones.
const LONGEST: usize = 300;

/// The formula of an indicator, in the order in which it is worked out: an operation stands after what it is done with.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnFormula {
    steps: Vec<Step>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Number(f64),
    Indicator(usize),
    Operation(Operation),
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Operation {
    Add,
    Subtract,
    Multiply,
    Divide,
}

/// Why a formula cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub enum OwnFormulaFault {
    /// It names what is no indicator.
    NoIndicator(String),
    /// It is not numbers and names with an operation between each two, or its brackets do not match, or it is too long.
    Broken,
}

impl OwnFormula {
    /// Reads a formula over indicators of these names, of which the longest that fits is meant.
    ///
    /// # Errors
    /// A name that is not among them, or no formula.
    pub fn read(text: &str, names: &[&str]) -> Result<OwnFormula, OwnFormulaFault> {
        if text.chars().count() > LONGEST {
            return Err(OwnFormulaFault::Broken);
        }
        let mut formula = OwnFormula { steps: Vec::new() };
        // What waits for its second operand, innermost bracket last; none is an open bracket.
        let mut waiting: Vec<Option<Operation>> = Vec::new();
        let mut is_operand_next = true;
        let mut rest = text.trim_start();
        while let Some(first) = rest.chars().next() {
            if is_operand_next {
                if is_opening(first) {
                    waiting.push(None);
                    rest = &rest[first.len_utf8()..];
                } else {
                    let (operand, length) = operand(rest, names)?;
                    formula.steps.push(operand);
                    (is_operand_next, rest) = (false, &rest[length..]);
                }
            } else if is_closing(first) {
                while let Some(operation) = waiting.pop().ok_or(OwnFormulaFault::Broken)? {
                    formula.steps.push(Step::Operation(operation));
                }
                rest = &rest[first.len_utf8()..];
            } else {
                let operation = operation(first).ok_or(OwnFormulaFault::Broken)?;
                while let Some(Some(before)) = waiting.last().filter(|before| binds(**before, operation)) {
                    formula.steps.push(Step::Operation(*before));
                    waiting.pop();
                }
                waiting.push(Some(operation));
                (is_operand_next, rest) = (true, &rest[first.len_utf8()..]);
            }
            rest = rest.trim_start();
        }
        while let Some(operation) = waiting.pop() {
            formula.steps.push(Step::Operation(operation.ok_or(OwnFormulaFault::Broken)?));
        }
        if is_operand_next { Err(OwnFormulaFault::Broken) } else { Ok(formula) }
    }

    /// The indicators that it names, by their places among the names it was read with.
    pub fn indicators(&self) -> impl Iterator<Item = usize> {
        self.steps.iter().filter_map(|step| match step {
            Step::Indicator(place) => Some(*place),
            _ => None,
        })
    }

    /// What it comes to with these indicators; none where one of them is not known or a formula refuses it, which is noted.
    /// `number` makes a figure of a number that stands in the formula.
    pub fn figure(
        &self,
        key: u32,
        indicator: impl Fn(usize) -> Option<Figure>,
        number: impl Fn(f64) -> Figure,
        work: &mut Workings<u32>,
    ) -> Option<Figure> {
        let mut operands: Vec<Figure> = Vec::new();
        for step in &self.steps {
            let operand = match step {
                Step::Number(value) => number(*value),
                Step::Indicator(place) => indicator(*place)?,
                Step::Operation(operation) => {
                    let (second, first) = (operands.pop()?, operands.pop()?);
                    let both = TwoNumbers { first: first.clone(), second: second.clone() };
                    match operation {
                        Operation::Add => water::total([first, second])?,
                        Operation::Subtract => work.compute(key, &Difference, both)?,
                        Operation::Multiply => work.compute(key, &Product, both)?,
                        Operation::Divide => work.compute(key, &Ratio, both)?,
                    }
                }
            };
            operands.push(operand);
        }
        operands.pop()
    }
}

/// An amount as the number of a unit that it is.
pub fn number_in(key: u32, amount: Figure, unit: Unit, work: &mut Workings<u32>) -> Option<Figure> {
    if amount.quantity().unit == Unit::One {
        return Some(amount);
    }
    let of = Figure::reference(Quantity { value: 1.0, unit }, UNIT, Citation::BY_DEFINITION);
    work.compute(key, &NumberInUnit, AmountAndUnit { unit: of, amount })
}

/// The indicator, or else the number, that a text begins with, and how long it is.
fn operand(text: &str, names: &[&str]) -> Result<(Step, usize), OwnFormulaFault> {
    let fits = |(_, name): &(usize, &&str)| !name.is_empty() && text.starts_with(**name);
    if let Some((place, name)) = names.iter().enumerate().filter(fits).max_by_key(|(_, name)| name.len()) {
        return Ok((Step::Indicator(place), name.len()));
    }
    let length =
        text.find(|c| operation(c).is_some() || is_opening(c) || is_closing(c)).unwrap_or(text.len());
    let typed = text[..length].trim();
    if typed.is_empty() {
        return Err(OwnFormulaFault::Broken);
    }
    let number = read(typed, Unit::One).ok().flatten().filter(|read| read.unit == Unit::One);
    let number = number.ok_or_else(|| OwnFormulaFault::NoIndicator(typed.to_string()))?;
    Ok((Step::Number(number.value), length))
}

fn operation(character: char) -> Option<Operation> {
    Some(match character {
        '+' | '＋' => Operation::Add,
        '-' | '−' | '－' => Operation::Subtract,
        '*' | '×' | '·' | '＊' => Operation::Multiply,
        '/' | '÷' | '／' => Operation::Divide,
        _ => return None,
    })
}

fn is_opening(character: char) -> bool {
    matches!(character, '(' | '（')
}

fn is_closing(character: char) -> bool {
    matches!(character, ')' | '）')
}

/// Whether what waits is done before an operation that follows it.
fn binds(before: Option<Operation>, next: Operation) -> bool {
    let is_product = |operation| matches!(operation, Operation::Multiply | Operation::Divide);
    before.is_some_and(|before| is_product(before) || !is_product(next))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<f64> {
        let names = ["供水", "供水量", "a/b", "GDP"];
        let formula = OwnFormula::read(text, &names).ok()?;
        let figure =
            |value| Figure::reference(Quantity { value, unit: Unit::One }, UNIT, Citation::BY_DEFINITION);
        let of = |place: usize| Some(figure([10.0, 20.0, 4.0, 2.0][place]));
        formula.figure(1, of, figure, &mut Workings::default()).map(|figure| figure.value())
    }

    #[test]
    fn products_come_before_sums_and_the_longest_name_is_meant() {
        assert_eq!(value("供水量 - 供水 * 2"), Some(0.0));
        assert_eq!(value("（供水量－供水）×2/4"), Some(5.0));
        assert_eq!(value("a/b + GDP"), Some(6.0));
        assert_eq!(value("100 − 供水 − 供水量"), Some(70.0));
        assert_eq!(value("供水 / GDP / GDP"), Some(2.5));
        assert_eq!(value("１２０／供水"), Some(12.0));
    }

    #[test]
    fn what_is_no_formula_is_refused() {
        let names = ["供水"];
        for text in ["", "供水 +", "* 2", "(供水", "供水)", "供水 供水", "供水 2", "()"] {
            assert_eq!(OwnFormula::read(text, &names), Err(OwnFormulaFault::Broken), "{text}");
        }
        let unknown = OwnFormula::read("2 × 用水 + 供水", &names);
        assert_eq!(unknown, Err(OwnFormulaFault::NoIndicator("用水".to_string())));
        assert_eq!(OwnFormula::read(&"(".repeat(400), &names), Err(OwnFormulaFault::Broken));
        assert_eq!(value("供水 / (GDP − GDP)"), None);
    }
}
