//! 不确定度预算, an uncertainty budget: what each typed number adds, the most first.

use std::collections::BTreeSet;

use crate::metric::{Contribution, Figure, InputQuantity, Origin};
use crate::numeric::in_order;
use crate::text::Words;

/// The budget of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Budget {
    /// The rows, the greatest contribution first.
    pub rows: Vec<BudgetRow>,
    /// The standard uncertainty that they come to, in the unit of the figure.
    pub u: f64,
}

/// What one typed number adds.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetRow {
    /// What is measured, such as gross irrigation water.
    pub measure: Words,
    /// Whose it is, such as the district's name.
    pub label: String,
    /// The typed number: value, unit and standard uncertainty.
    pub figure: Figure,
    /// Sensitivity × standard uncertainty, with its sign, in the unit of the result.
    pub amount: f64,
    /// Its share of the variance, 0 to 1.
    pub share: f64,
}

impl Budget {
    /// The budget of a figure; without rows where nothing is known of any uncertainty.
    pub fn of(figure: &Figure) -> Budget {
        let mut typed = Vec::new();
        find_typed(figure, &mut BTreeSet::new(), &mut typed);
        let u = figure.u();
        let row = |part: &Contribution| {
            let (input_quantity, figure) =
                typed.iter().find(|(input_quantity, _)| input_quantity.id == part.input_id)?;
            let share = if u > 0.0 { (part.amount / u) * (part.amount / u) } else { 0.0 };
            let label = input_quantity.label.clone();
            Some(BudgetRow {
                measure: input_quantity.name,
                label,
                figure: (*figure).clone(),
                amount: part.amount,
                share,
            })
        };
        let rows: Vec<BudgetRow> = figure.contributions().iter().filter_map(row).collect();
        let rows = in_order(rows, |a, b| b.amount.abs().total_cmp(&a.amount.abs()));
        Budget { rows, u }
    }
}

/// Every typed number below a figure, each once.
fn find_typed<'f>(
    figure: &'f Figure,
    seen: &mut BTreeSet<usize>,
    found: &mut Vec<(&'f InputQuantity, &'f Figure)>,
) {
    if !seen.insert(figure.identity()) {
        return;
    }
    match figure.origin() {
        Origin::Typed(input_quantity) => found.push((input_quantity, figure)),
        Origin::Reference { .. } => {}
        Origin::Computed { inputs, .. } => {
            inputs.iter().for_each(|(_, input)| find_typed(input, seen, found));
        }
    }
}
