//! Figures as formulas over the cells that they came from. The steps are those that the figure's own formula left behind when it was
//! computed: no formula is written a second time.

use std::collections::HashMap;

use super::layout::Layout;
use crate::metric::{Figure, Function, Node, Operation, Origin, Steps};
use crate::numeric::plain;
use crate::quantity::Unit;
use crate::text::{Key, Language};

/// How long a formula may be; a cell holds 8192 letters.
const LONGEST: usize = 8_000;
/// A part of a formula that is longer than this, or that stands in it more than once and is no short one, takes a cell of its own.
const PART: usize = 1_200;
const SHORT: usize = 40;

/// A cell in which a figure stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CellAt {
    /// The name of the worksheet.
    pub sheet: String,
    pub row: u32,
    pub column: u16,
}

/// What stands in a cell of results: a formula, or a number with why it is no formula.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Computed {
    Formula(String),
    Value(Key),
}

/// A row of the worksheet of steps: a figure that others rest on, or a part of a long formula.
pub(super) struct Step {
    pub figure: Option<Figure>,
    pub value: f64,
    pub computed: Computed,
}

/// Writes formulas, and keeps where figures stand.
pub(super) struct Formulas<'l> {
    layout: &'l Layout,
    /// Where figures of results stand, by their identity.
    results: HashMap<usize, CellAt>,
    steps_sheet: String,
    constants_sheet: String,
    stepped: HashMap<usize, usize>,
    /// The rows of the worksheet of steps.
    pub steps: Vec<Step>,
    constants: HashMap<String, usize>,
    /// The numbers of the catalogue that formulas rest on.
    pub constant_rows: Vec<Figure>,
}

/// In which row of a worksheet of computed numbers the first stands.
pub(super) const FIRST: u32 = 1;
/// In which column of the worksheets of steps and constants the number stands.
const VALUE_COLUMN: u16 = 1;

impl<'l> Formulas<'l> {
    pub fn new(layout: &'l Layout, results: HashMap<usize, CellAt>, sheets: [String; 2]) -> Formulas<'l> {
        let [steps_sheet, constants_sheet] = sheets;
        Formulas {
            layout,
            results,
            steps_sheet,
            constants_sheet,
            stepped: HashMap::new(),
            steps: Vec::new(),
            constants: HashMap::new(),
            constant_rows: Vec::new(),
        }
    }

    /// What stands in the cell of a computed figure.
    pub fn of(&mut self, figure: &Figure) -> Computed {
        match self.written(figure) {
            Ok(text) if text.len() <= LONGEST => Computed::Formula(text),
            Ok(_) => Computed::Value(Key::WorkbookNoteLong),
            Err(why) => Computed::Value(why),
        }
    }

    fn written(&mut self, figure: &Figure) -> Result<String, Key> {
        let Some(Steps { nodes, result, inputs }) = figure.steps() else {
            return Err(Key::WorkbookNoteIterated);
        };
        let is_iterated =
            |node: &Node| matches!(node.operation, Operation::ReturnRate(_) | Operation::AnnuityRate(..));
        if nodes.iter().any(is_iterated) {
            return Err(Key::WorkbookNoteIterated);
        }
        let mut terms = Vec::new();
        for (input, (times, by)) in &inputs {
            terms.push(scaled(self.term(input)?, *times, *by));
        }
        let mut uses = vec![0_usize; nodes.len()];
        for node in &nodes[..=result] {
            node.operation.at(|place| {
                uses[place] += 1;
                place
            });
        }
        let mut written: Vec<String> = Vec::with_capacity(result + 1);
        for (at, node) in nodes[..=result].iter().enumerate() {
            let text = term_of(node, &written, &terms);
            let is_part = text.len() > PART || (uses[at] > 1 && text.len() > SHORT);
            let text = if is_part && at != result && uses[at] > 0 {
                if text.len() > LONGEST {
                    return Err(Key::WorkbookNoteLong);
                }
                self.steps.push(Step { figure: None, value: node.value, computed: Computed::Formula(text) });
                self.step_cell(self.steps.len() - 1)
            } else {
                text
            };
            written.push(text);
        }
        Ok(written.swap_remove(result))
    }

    /// A figure as a term of a formula, in its own unit.
    fn term(&mut self, figure: &Figure) -> Result<String, Key> {
        if let Some(cell) = self.results.get(&figure.identity()) {
            return Ok(reference(cell));
        }
        match figure.origin() {
            Origin::Typed(typed) => {
                let cell = self.layout.number(typed.id).ok_or(Key::WorkbookNoteChanged)?;
                let own = figure.quantity().unit;
                let (times, by) = Unit::ratio(cell.unit, own).ok_or(Key::WorkbookNoteChanged)?;
                let there = cell.value * times / by;
                let is_same = (there - figure.value()).abs() <= 1e-12 * figure.value().abs();
                if !is_same {
                    return Err(Key::WorkbookNoteChanged);
                }
                let sheet = self.layout.tables[cell.sheet].name.clone();
                Ok(scaled(reference(&CellAt { sheet, row: cell.row, column: cell.column }), times, by))
            }
            Origin::Reference { .. } => Ok(self.constant(figure)),
            Origin::Computed { .. } => Ok(self.stepped(figure)),
        }
    }

    /// The cell of a number of the catalogue.
    fn constant(&mut self, figure: &Figure) -> String {
        let unit = figure.quantity().unit.symbol(Language::English);
        let key = [figure.name().en, &plain(figure.value()), unit].join(" ");
        let row = *self.constants.entry(key).or_insert_with(|| {
            self.constant_rows.push(figure.clone());
            self.constant_rows.len() - 1
        });
        reference(&CellAt {
            sheet: self.constants_sheet.clone(),
            row: FIRST + row as u32,
            column: VALUE_COLUMN,
        })
    }

    /// The cell of a figure that is no result by itself.
    fn stepped(&mut self, figure: &Figure) -> String {
        if let Some(row) = self.stepped.get(&figure.identity()) {
            return self.step_cell(*row);
        }
        let computed = self.of(figure);
        let (value, figure) = (figure.value(), figure.clone());
        self.stepped.insert(figure.identity(), self.steps.len());
        self.steps.push(Step { figure: Some(figure), value, computed });
        self.step_cell(self.steps.len() - 1)
    }

    fn step_cell(&self, row: usize) -> String {
        reference(&CellAt { sheet: self.steps_sheet.clone(), row: FIRST + row as u32, column: VALUE_COLUMN })
    }
}

/// One step as a part of a formula, in brackets where it is more than one cell, number or function.
fn term_of(node: &Node, written: &[String], terms: &[String]) -> String {
    let of = |at: &usize| written[*at].as_str();
    let two = |a: &usize, sign: &str, b: &usize| format!("({}{sign}{})", of(a), of(b));
    match &node.operation {
        Operation::Input(index) => terms[*index].clone(),
        Operation::Literal => number(node.value),
        Operation::Add(a, b) => {
            // A long sum needs one pair of brackets.
            let left = of(a);
            let inner = left.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
            match inner.filter(|inner| is_sum(inner)) {
                Some(inner) => format!("({inner}+{})", of(b)),
                None => two(a, "+", b),
            }
        }
        Operation::Sub(a, b) => two(a, "-", b),
        Operation::Mul(a, b) => two(a, "*", b),
        Operation::Div(a, b) => two(a, "/", b),
        Operation::Pow(a, b) => two(a, "^", b),
        Operation::Neg(a) => format!("(-{})", of(a)),
        Operation::Max(a, b) => format!("MAX({},{})", of(a), of(b)),
        Operation::Min(a, b) => format!("MIN({},{})", of(a), of(b)),
        Operation::Choose([x, limit, within, beyond]) => {
            format!("IF({}<={},{},{})", of(x), of(limit), of(within), of(beyond))
        }
        Operation::Median(values) => {
            format!("MEDIAN({})", values.iter().map(of).collect::<Vec<_>>().join(","))
        }
        Operation::Apply(function, a) => applied(*function, of(a)),
        // Refused before.
        Operation::AnnuityRate(..) | Operation::ReturnRate(_) => number(node.value),
    }
}

fn applied(function: Function, of: &str) -> String {
    let name = match function {
        Function::Exp => "EXP",
        Function::Ln => "LN",
        Function::Sqrt => "SQRT",
        Function::Sin => "SIN",
        Function::Cos => "COS",
        Function::Tan => "TAN",
        Function::Acos => "ACOS",
        Function::Sign => "SIGN",
        Function::Erfc => "ERFC",
        // The name of rounding up differs between programs for numbers below zero.
        Function::Ceil => return format!("(-INT(-{of}))"),
    };
    format!("{name}({of})")
}

/// Whether a text is a sum of terms at its outermost level, and nothing else.
fn is_sum(text: &str) -> bool {
    let (mut depth, mut is_quoted) = (0_i32, false);
    let mut has_plus = false;
    for c in text.chars() {
        match c {
            '\'' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '(' => depth += 1,
            ')' => depth -= 1,
            '+' if depth == 0 => has_plus = true,
            '-' | '*' | '/' | '^' | ',' | '<' if depth == 0 => return false,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    has_plus
}

/// A term in another unit.
fn scaled(term: String, times: f64, by: f64) -> String {
    match (times == 1.0, by == 1.0) {
        (true, true) => term,
        (false, true) => format!("({term}*{})", number(times)),
        (true, false) => format!("({term}/{})", number(by)),
        (false, false) => format!("({term}*{}/{})", number(times), number(by)),
    }
}

/// A number as a formula has it.
fn number(value: f64) -> String {
    let text = plain(value);
    if value < 0.0 { format!("({text})") } else { text }
}

/// A cell as a formula of another worksheet names it.
fn reference(cell: &CellAt) -> String {
    format!("'{}'!{}{}", cell.sheet, column_name(cell.column), cell.row + 1)
}

/// A column by its letters.
fn column_name(column: u16) -> String {
    let (mut left, mut name) = (u32::from(column) + 1, String::new());
    while left > 0 {
        let digit = (left - 1) % 26;
        name.insert(0, char::from(b'A' + digit as u8));
        left = (left - 1) / 26;
    }
    name
}
