//! What each measure saves by itself, in the plan and after all others, ready for a table.

use crate::evaluate::{MeasureFigures, RetrofitPlan, SavingByOrder, savings_by_order};
use crate::ledger::{RETROFIT_MEASURES, RetrofitMeasureColumn, Row, RowId};
use crate::metric::{Figure, RowResults};

/// A measure.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderRow {
    /// Its name.
    pub name: String,
    /// What it saves by itself, after those before it in the plan, and after all others; the last two of those in the plan alone.
    pub savings: [Option<Figure>; 3],
}

/// A line for each measure; none where there is but one, whose order is no question.
pub fn orders(sheet: &Row, found: &RetrofitPlan) -> Vec<OrderRow> {
    if found.measures.len() < 2 {
        return Vec::new();
    }
    let line = |(SavingByOrder { alone, at_last, .. }, of): (SavingByOrder, &MeasureFigures)| {
        let row = sheet.row(&RETROFIT_MEASURES, RowId(of.key()))?;
        let name = row[RetrofitMeasureColumn::Name].trim().to_string();
        Some(OrderRow { name, savings: [alone, of.in_plan.clone(), at_last] })
    };
    savings_by_order(sheet, found).into_iter().zip(&found.measures).filter_map(line).collect()
}
