//! Answers that are made for any item of any rubric.

use water_ledger::metric::Status;
use water_ledger::rubric::{
    Answer, Answers, Direction, Given, Item, Mode, Policy, Reading, Relation, Rubric, Scoring, Standing,
};

/// A rubric that comes with the product.
pub fn shipped(id: &str) -> Rubric {
    Rubric::clone(&water_ledger::catalog::rubric(id).expect("shipped"))
}

/// A small rubric of one section with these items, as JSON.
pub fn small(items: &str, more: &str) -> String {
    let items: serde_json::Value = serde_json::from_str(items).expect("items are JSON");
    let max: f64 =
        items.as_array().expect("a list").iter().map(|item| item["max"].as_f64().unwrap_or(0.0)).sum();
    let mut rubric = serde_json::json!({
        "form": 1, "id": "small", "edition": "1", "mode": "points", "total": max,
        "title": {"zh": "小", "en": "small"}, "region": {"zh": "无", "en": "none"},
        "effective": {"status": "verified"},
        "sources": {"here": {"kind": "none", "text": "made for a test"}},
        "pass": {"status": "verified"},
        "not_applicable": {"policy": "drop_and_rescale", "status": "verified"},
        "partial_steps": {"policy": "ignore", "status": "verified"},
        "section": [{"id": "s", "title": {"zh": "节", "en": "section"}, "max": max, "status": "verified",
                     "source": "here", "item": items}]
    });
    let more: serde_json::Value = serde_json::from_str(more).expect("more is JSON");
    for (key, value) in more.as_object().expect("an object") {
        rubric[key] = value.clone();
    }
    rubric.to_string()
}

/// An item of a small rubric.
pub fn item(id: &str, max: f64, scoring: &str) -> String {
    format!(
        r#"{{"id": "{id}", "title": {{"zh": "项", "en": "item"}}, "max": {max}, "status": "verified", "source": "here",
            "not_applicable_when": {{"zh": "无", "en": "none"}}, "scoring": {scoring}}}"#
    )
}

pub fn numbers(values: &[f64]) -> Answer {
    Answer::Numbers(values.iter().map(|value| Some(reading(*value, 0.0))).collect())
}

/// A number of confirmed origin.
pub fn reading(value: f64, u: f64) -> Reading {
    Reading { value, u, status: Status::Verified }
}

/// An answer that gives an item everything.
pub fn best(item: &Item) -> Given {
    given(item, |rule| match rule {
        Scoring::AllOrNothing { conditions, .. } => {
            let value = |op: Relation, at: f64| match op {
                Relation::AtLeast | Relation::AtMost => at,
                Relation::Above => at + 1.0,
                Relation::Below => at - 1.0,
            };
            numbers(&conditions.iter().map(|one| value(one.op, one.value)).collect::<Vec<_>>())
        }
        Scoring::YesNo {} => Answer::Yes,
        Scoring::Choice { options } => {
            let best = options.iter().max_by_key(|option| option.points).expect("options");
            Answer::Chosen(best.id.clone())
        }
        Scoring::Steps { steps, .. } => numbers(&[steps[0].at]),
        Scoring::Linear { full_at, .. } => numbers(&[*full_at]),
        // A strict limit itself is not kept.
        Scoring::Deduct { direction, limit, strict, .. } => {
            numbers(&[if *strict { -far(*direction) } else { *limit }])
        }
        Scoring::Count { options, .. } => {
            Answer::Ticked(options.iter().map(|option| option.id.clone()).collect())
        }
        Scoring::Manual {} => Answer::Points(item.max),
    })
}

/// An answer that gives an item the least.
pub fn worst(item: &Item) -> Given {
    given(item, |rule| match rule {
        Scoring::AllOrNothing { .. } | Scoring::YesNo {} | Scoring::Manual {} => Answer::No,
        Scoring::Choice { options } => {
            let worst = options.iter().min_by_key(|option| option.points).expect("options");
            Answer::Chosen(worst.id.clone())
        }
        Scoring::Steps { direction, .. } => numbers(&[far(*direction)]),
        Scoring::Linear { zero_at, .. } => numbers(&[*zero_at]),
        Scoring::Deduct { direction, .. } => numbers(&[far(*direction)]),
        Scoring::Count { .. } => Answer::Ticked(Default::default()),
    })
}

fn far(direction: Direction) -> f64 {
    match direction {
        Direction::Lower => 1e4,
        Direction::Higher => -1e4,
    }
}

fn given(item: &Item, answer: impl Fn(&Scoring) -> Answer) -> Given {
    match item.variants.first() {
        Some(variant) => Given { variant: Some(variant.id.clone()), answer: answer(&variant.scoring) },
        None => answer(item.scoring.as_ref().expect("a rule")).into(),
    }
}

/// Every item answered so, every prerequisite met, every question with its first option.
pub fn all(rubric: &Rubric, answer: impl Fn(&Item) -> Given) -> Answers {
    Answers {
        questions: rubric.questions.iter().map(|one| (one.id.clone(), one.options[0].id.clone())).collect(),
        prerequisites: rubric.prerequisites.iter().map(|one| (one.id.clone(), Standing::Met)).collect(),
        items: rubric.items().map(|(_, item)| (item.id.clone(), answer(item))).collect(),
    }
}

/// Whether an item may be said not to apply.
pub fn may_be_left_out(rubric: &Rubric, item: &Item) -> bool {
    rubric.not_applicable.policy != Policy::NotAllowed && item.not_applicable_when.is_some()
}

/// Whether points are summed.
pub fn has_points(rubric: &Rubric) -> bool {
    rubric.mode == Mode::Points
}
