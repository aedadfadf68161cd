//! A measure begun from where water is lost: the plan about that sheet, a new one where there is none, with the measure and what it
//! changes.

use super::fill;
use crate::evaluate::{accounts_of, kind_of, name_of_place};
use crate::exchange::Beginning;
use crate::ledger::{
    CHANGES, ChangeColumn, Column, Edit, Ledger, RETROFIT_MEASURES, RETROFITS, RetrofitEntry,
    RetrofitMeasureColumn, Row, RowId, sheet_of,
};
use crate::retrofit::{Standing, SubjectKind};
use crate::text::{Coded, Language};

/// The changes that begin a measure, and the plan that it is then in; none where nothing can be planned for the sheet.
pub fn begun(ledger: &Ledger, beginning: &Beginning, language: Language) -> Option<(Vec<Edit>, RowId)> {
    let (list, sheet) = beginning.places.first()?.sheet()?;
    let subject = ledger.sheet(list, sheet)?;
    let mut now = ledger.clone();
    let mut edits: Vec<Edit> = Vec::new();
    let mut make = |now: &mut Ledger, edit: Edit| {
        *now = now.after(edit.clone()).ok()?;
        edits.push(edit);
        Some(())
    };
    let about = entries(subject)?;
    let is_about = |plan: &&std::sync::Arc<Row>| {
        let kind = kind_of(plan).code();
        about.iter().all(|(entry, text)| {
            let typed = plan[*entry].trim();
            typed == text || (*entry == RetrofitEntry::About && kind == text)
        })
    };
    let known = ledger.sheets(&RETROFITS).iter().rfind(is_about).map(|plan| plan.id);
    let plan = match known {
        Some(plan) => plan,
        None => {
            make(&mut now, Edit::AddBlankSheet(&RETROFITS))?;
            let plan = now.sheets(&RETROFITS).last()?.id;
            for (entry, text) in about {
                make(&mut now, Edit::set(RETROFITS.at(&[]), plan, entry, text))?;
            }
            plan
        }
    };
    let targets: Vec<String> = beginning
        .places
        .iter()
        .filter(|place| place.column.is_some())
        .filter_map(|place| name_of_place(subject, *place, language))
        .collect();
    let name = match beginning.name.as_str() {
        "" => targets.first().cloned().unwrap_or_default(),
        name => name.to_string(),
    };
    let sheet = now.sheet(&RETROFITS, plan)?.clone();
    let is_there = |row: &std::sync::Arc<Row>| row[RetrofitMeasureColumn::Name].trim() == name;
    // Without a name only the plan is begun.
    if !name.is_empty() && !sheet.rows(&RETROFIT_MEASURES).iter().any(is_there) {
        let measure = vec![
            (RetrofitMeasureColumn::Name.spec(), name.clone()),
            (RetrofitMeasureColumn::Standing.spec(), Standing::InPlan.code().to_string()),
        ];
        make(&mut now, fill(&sheet, &RETROFIT_MEASURES, measure))?;
        let changes = targets.iter().enumerate().map(|(at, target)| {
            let change = if at == 0 { beginning.change.clone() } else { String::new() };
            [
                (ChangeColumn::Measure, name.clone()),
                (ChangeColumn::Target, target.clone()),
                (ChangeColumn::Change, change),
            ]
        });
        for change in changes {
            let sheet = now.sheet(&RETROFITS, plan)?.clone();
            let cells = change.into_iter().map(|(column, text)| (column.spec(), text)).collect();
            make(&mut now, fill(&sheet, &CHANGES, cells))?;
        }
    }
    Some((edits, plan))
}

/// What a plan about a sheet says that it is about.
fn entries(subject: &Row) -> Option<Vec<(RetrofitEntry, String)>> {
    let kind = SubjectKind::ALL.iter().copied().find(|kind| accounts_of(*kind).0 == subject.table())?;
    let period = sheet_of(subject.table())?.period_of(subject)?;
    let mut entries =
        vec![(RetrofitEntry::About, kind.code().to_string()), (RetrofitEntry::Year, period.year.to_string())];
    if let Some(whose) = accounts_of(kind).1 {
        entries.push((RetrofitEntry::Of, subject.text(whose).trim().to_string()));
    }
    Some(entries)
}
