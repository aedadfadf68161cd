//! Which measures: the sets that no other beats, ready for a table.

use std::sync::Arc;

use super::amount::{amount, letters};
use crate::evaluate::{
    MOST_IN_GROUP, MeasureSet, PlannerFault, RetrofitPlan, best_sets, best_within, cheapest_reaching,
};
use crate::ledger::{
    Column, Edit, RETROFIT_MEASURES, RetrofitEntry, RetrofitMeasureColumn, Row, RowCells, RowId, TableEdit,
};
use crate::metric::{Figure, RowResults};
use crate::quantity::{Quantity, Unit, read};
use crate::retrofit::Standing;
use crate::text::{Coded, Key, Language, Message};

/// Sets of measures, by investment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// A line for each set.
    pub lines: Vec<ChoiceLine>,
    /// What is to be known of them.
    pub notes: Vec<Message>,
}

/// A set of measures.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceLine {
    /// The letters of its measures.
    pub letters: String,
    /// The rows of its measures.
    pub measures: Vec<RowId>,
    /// Investment, saving and value, each with its unit.
    pub amounts: [String; 3],
    /// What it is the best for.
    pub best_for: Vec<Key>,
    /// Whether the plan holds just these.
    pub is_plan: bool,
}

/// The sets that no other beats, with the best one within the budget and the cheapest one that reaches the goal. `go_on` is asked before
/// each set that is evaluated.
///
/// # Errors
/// Why there are none, in words.
pub async fn choices(
    sheet: &Row,
    found: &RetrofitPlan,
    language: Language,
    go_on: &mut impl AsyncFnMut() -> bool,
) -> Result<Choices, Message> {
    let sets = best_sets(sheet, found, go_on).await.map_err(|fault| match fault {
        PlannerFault::TooMany => Message::new(Key::ChoiceTooMany).with("most", MOST_IN_GROUP.to_string()),
        PlannerFault::Lacking => Message::new(Key::ChoiceLacking),
        PlannerFault::Stopped => Message::new(Key::SearchStopped),
    })?;
    let typed = |entry: RetrofitEntry, unit: Unit| read(sheet[entry].trim(), unit).ok().flatten();
    let (budget, goal) =
        (typed(RetrofitEntry::Budget, Unit::Yuan), typed(RetrofitEntry::Goal, Unit::CubicMetre));
    let mut notes = Vec::new();
    let best = best_within(&sets, budget);
    let reaching = goal.map(|goal| cheapest_reaching(&sets, goal));
    if budget.is_some() && best.is_none_or(|set| set.measures.is_empty()) {
        notes.push(Message::new(Key::ChoiceNoneWithin));
    }
    if reaching == Some(None) {
        notes.push(Message::new(Key::ChoiceNoneReaches));
    }
    let is_plan = |set: &MeasureSet| found.holds_just(&set.measures);
    let whole = found.plan.saving.as_ref().map(Figure::quantity);
    if let Some((set, whole)) = sets.iter().find(|set| is_plan(set)).zip(whole)
        && (set.saving.value - whole.value).abs() > 1e-6 * whole.value.abs()
    {
        let by = Quantity::new(whole.value - set.saving.value, whole.unit);
        notes.push(Message::new(Key::ChoiceDiffers).with("by", amount(by, language)));
    }
    let line = |set: &MeasureSet| {
        let is = |other: Option<&MeasureSet>| other == Some(set);
        let mut best_for = Vec::new();
        if is(best) && !set.measures.is_empty() {
            best_for.push(if budget.is_some() { Key::ChoiceBestWithin } else { Key::ChoiceBest });
        }
        if reaching.flatten().is_some_and(|one| one == set) {
            best_for.push(Key::ChoiceCheapest);
        }
        ChoiceLine {
            letters: letters(found, |one| set.measures.contains(&RowId(one.key()))),
            measures: set.measures.clone(),
            amounts: [set.investment, set.saving, set.value].map(|of| amount(of, language)),
            best_for,
            is_plan: is_plan(set),
        }
    };
    // Of a front by three criteria those are shown that save or are worth more than all cheaper ones, and what was asked for.
    let (mut most_saved, mut most_worth) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
    let mut is_shown = |set: &MeasureSet| {
        let is_more = set.saving.value > most_saved || set.value.value > most_worth;
        most_saved = most_saved.max(set.saving.value);
        most_worth = most_worth.max(set.value.value);
        is_more || is_plan(set)
    };
    let mut lines = Vec::new();
    for set in &sets {
        if is_shown(set) {
            lines.push(line(set));
        }
    }
    Ok(Choices { lines, notes })
}

/// The change that makes a plan hold just these measures.
pub fn taking(sheet: &Row, measures: &[RowId]) -> Edit {
    let row = |row: &Arc<Row>| {
        let standing = if measures.contains(&row.id) { Standing::InPlan } else { Standing::LeftOut };
        let cells = vec![(RetrofitMeasureColumn::Standing.spec(), standing.code().to_string())];
        RowCells { row: Some(row.id), cells }
    };
    let rows = sheet.rows(&RETROFIT_MEASURES).iter().filter(|row| !row.is_blank()).map(row).collect();
    Edit::Table(RETROFIT_MEASURES.at(&[sheet.id]), TableEdit::Fill(rows))
}
