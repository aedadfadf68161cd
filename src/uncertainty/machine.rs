//! Running a program on many draws at once: every register holds one number for each draw of a block.

use std::mem;

use super::program::{Program, Step};
use crate::metric::{Number, Operation, middle};
use crate::numeric::return_rate;

/// How many draws are worked out side by side: few enough that the registers stay near the processor, many enough that
/// choosing the operation costs nothing.
pub(super) const LANES: usize = 256;

/// The registers. Nothing is allocated while a program runs.
pub(super) struct Machine {
    registers: Vec<Vec<f64>>,
    scratch: Vec<f64>,
}

impl Machine {
    /// Registers for a program, its constants in place.
    pub(super) fn new(program: &Program) -> Machine {
        let mut registers = vec![vec![0.0; LANES]; program.registers];
        for (register, value) in &program.constants {
            registers[*register].fill(*value);
        }
        let widest = program.steps.iter().map(|step| match &step.operation {
            Operation::Median(places) | Operation::ReturnRate(places) => places.len(),
            _ => 0,
        });
        Machine { registers, scratch: Vec::with_capacity(widest.max().unwrap_or(0)) }
    }

    /// Runs a program on one block and gives its results; `draw` fills the lanes of an input.
    pub(super) fn run(&mut self, program: &Program, draw: &mut dyn FnMut(usize, &mut [f64])) -> &[f64] {
        for step in &program.steps {
            // Out of its place while it is written, so that the others can be read.
            let mut out = mem::take(&mut self.registers[step.into]);
            match step.operation {
                Operation::Input(input) => draw(input, &mut out),
                _ => self.compute(step, &mut out),
            }
            self.registers[step.into] = out;
        }
        &self.registers[program.result]
    }

    fn compute(&mut self, step: &Step, out: &mut [f64]) {
        let r = |register: usize| self.registers[register].as_slice();
        match step.operation {
            Operation::Input(_) | Operation::Literal => {}
            Operation::Add(a, b) => binary(out, r(a), r(b), |a, b| a + b),
            Operation::Sub(a, b) => binary(out, r(a), r(b), |a, b| a - b),
            Operation::Mul(a, b) => binary(out, r(a), r(b), |a, b| a * b),
            Operation::Div(a, b) => binary(out, r(a), r(b), |a, b| a / b),
            Operation::Max(a, b) => binary(out, r(a), r(b), f64::max_of),
            Operation::Min(a, b) => binary(out, r(a), r(b), f64::min_of),
            Operation::Pow(a, b) => binary(out, r(a), r(b), f64::pow),
            Operation::AnnuityRate(a, b) => binary(out, r(a), r(b), f64::annuity_rate),
            Operation::Neg(a) => unary(out, r(a), |a| -a),
            Operation::Apply(function, a) => unary(out, r(a), |a| function.value(a)),
            Operation::Choose([x, limit, within, beyond]) => {
                let tests = r(x).iter().zip(r(limit));
                let cases = r(within).iter().zip(r(beyond));
                for (out, ((x, limit), (within, beyond))) in out.iter_mut().zip(tests.zip(cases)) {
                    *out = x.choose(*limit, *within, *beyond);
                }
            }
            Operation::ReturnRate(ref places) => {
                for (lane, out) in out.iter_mut().enumerate() {
                    self.scratch.clear();
                    self.scratch.extend(places.iter().map(|place| self.registers[*place][lane]));
                    *out = return_rate(&self.scratch);
                }
            }
            Operation::Median(ref places) => {
                for (lane, out) in out.iter_mut().enumerate() {
                    self.scratch.clear();
                    self.scratch.extend(places.iter().map(|place| self.registers[*place][lane]));
                    *out = median(&mut self.scratch);
                }
            }
        }
    }
}

impl Program {
    /// The result where every input stands at its typed value; to the bit the value of the figure.
    pub fn at_estimates(&self) -> f64 {
        let mut machine = Machine::new(self);
        machine.run(self, &mut |input, lanes| lanes.fill(self.inputs()[input].value()))[0]
    }
}

fn binary(out: &mut [f64], a: &[f64], b: &[f64], operation: impl Fn(f64, f64) -> f64) {
    for (out, (a, b)) in out.iter_mut().zip(a.iter().zip(b)) {
        *out = operation(*a, *b);
    }
}

fn unary(out: &mut [f64], a: &[f64], operation: impl Fn(f64) -> f64) {
    for (out, a) in out.iter_mut().zip(a) {
        *out = operation(*a);
    }
}

/// As [`Number::median`], by selection instead of sorting.
fn median(values: &mut [f64]) -> f64 {
    let (low, high) = middle(values.len());
    let (below, upper, _) = values.select_nth_unstable_by(high, f64::total_cmp);
    let lower = match low == high {
        true => *upper,
        false => below.iter().copied().max_by(f64::total_cmp).unwrap_or(*upper),
    };
    (lower + *upper) / 2.0
}
