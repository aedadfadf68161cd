//! Issues of a plan beside each other, and beside what is planned now.

use crate::evaluate::RegionSheet;
use crate::ledger::{PLAN_ISSUES, PLAN_PLACES, PlanIssueColumn, PlanPlaceColumn, Row, RowId};
use crate::metric::Figure;
use crate::show::paper::row_name;

/// A place in all issues of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct IssuedPlace {
    /// Its name.
    pub name: String,
    /// What it was given in each issue.
    pub issued: Vec<Option<Figure>>,
    /// What it is planned now.
    pub now: Option<Figure>,
    /// How much more that is than in the last issue.
    pub adjustment: Option<Figure>,
}

/// What the issues are called, and every place that stands in one of them or is planned something now; none where there is no issue.
pub fn issued_plans(sheet: &Row, found: &RegionSheet) -> Option<(Vec<String>, Vec<IssuedPlace>)> {
    let last = found.issues.last()?;
    let heading = |(place, key): (usize, u32)| {
        let row = sheet.row(&PLAN_ISSUES, RowId(key));
        let texts = row.map_or_else(Vec::new, |row| {
            [PlanIssueColumn::Name, PlanIssueColumn::IssuedOn].map(|column| row[column].trim()).to_vec()
        });
        let texts: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        row_name(&texts.join(" "), place)
    };
    let headings = found.issues.iter().map(|issue| issue.key).enumerate().map(heading).collect();
    let rows = sheet.rows(&PLAN_PLACES).iter().filter(|row| !row.is_blank()).enumerate();
    let place = |(at, row): (usize, &std::sync::Arc<Row>)| {
        let of = |issue: &crate::evaluate::PlanIssue| {
            issue.plans.iter().find(|plan| plan.place == Some(at)).cloned()
        };
        let issued: Vec<Option<Figure>> = found.issues.iter().map(|issue| of(issue)?.issued).collect();
        IssuedPlace {
            name: row_name(&row[PlanPlaceColumn::Name], at),
            issued,
            now: found.plan.places.get(at).and_then(|place| place.plan.clone()),
            adjustment: of(last).and_then(|plan| plan.adjustment),
        }
    };
    Some((headings, rows.map(place).collect()))
}
