//! Rubrics: opening, checking and scoring one, and the whole frontier of 60 measures over 100 points in half-point steps, as
//! measures are (most change one item, some two of those beside each other) and as tangled as none ever were.

use criterion::{Criterion, criterion_group, criterion_main};
use water_ledger::catalog::{RUBRICS, rubric_problems};
use water_ledger::rubric::{
    Answer, Answers, Change, Effect, Measure, Points, Rubric, chance_to_pass, open_rubric, plan, score,
};
use water_ledger::uncertainty::Generator;

const MEASURES: usize = 60;
const ITEMS: usize = 20;

/// The management part of the shipped rubric filled up with items of 5 points, entered by hand.
fn hundred() -> Rubric {
    let items: Vec<String> = (0..ITEMS)
        .map(|at| {
            format!(
                r#"{{"id": "i{at}", "title": {{"zh": "项", "en": "item"}}, "max": 5, "star": {}, "status": "verified",
                    "source": "here", "scoring": {{"kind": "manual"}}}}"#,
                at % 7 == 0
            )
        })
        .collect();
    let text = format!(
        r#"{{"form": 1, "id": "hundred", "edition": "1", "mode": "points", "total": 100,
            "title": {{"zh": "百", "en": "hundred"}}, "region": {{"zh": "无", "en": "none"}},
            "effective": {{"status": "verified"}}, "sources": {{"here": {{"kind": "none", "text": "made for a bench"}}}},
            "pass": {{"min_score": 90, "status": "verified"}}, "star_rule": {{"status": "verified"}},
            "not_applicable": {{"policy": "drop_and_rescale", "status": "verified"}},
            "partial_steps": {{"policy": "ignore", "status": "verified"}},
            "section": [{{"id": "s", "title": {{"zh": "节", "en": "section"}}, "max": 100, "status": "verified",
                          "source": "here", "item": [{}]}}]}}"#,
        items.join(",")
    );
    open_rubric(&text).expect("of the form")
}

/// `near` measures change items beside each other, others any two.
fn measures(near: bool) -> Vec<Measure> {
    let mut dice = Generator::new(3);
    let mut below = |count: usize| ((dice.unit() * count as f64) as usize).min(count - 1);
    (0..MEASURES)
        .map(|place| {
            let first = place * ITEMS / MEASURES;
            let second = if near { (first + 1) % ITEMS } else { below(ITEMS) };
            let lots = if near && place % 4 != 0 { vec![first] } else { vec![first, second] };
            let effects = lots.into_iter().map(|at| {
                let points = Points::exactly((1 + below(6)) as f64 / 2.0).expect("halves");
                Effect { id: format!("i{at}"), change: Change::Raise(points) }
            });
            Measure {
                effects: effects.collect(),
                cost: 100.0 * (1 + below(500)) as f64,
                months: 1.0,
                group: (place % 9 == 0).then(|| format!("g{}", place / 18)),
                needs: if place % 10 == 9 { vec![place - 1] } else { Vec::new() },
            }
        })
        .collect()
}

fn everything(criterion: &mut Criterion) {
    let json = RUBRICS.iter().find(|one| one.id == "public-institution-2013").expect("shipped").json;
    let rubric = open_rubric(json).expect("of the form");
    let mut answers = Answers::default();
    for (id, value) in [("t2", 98.5), ("t3", 0.95), ("t4", 5.2), ("t6", 47.0)] {
        answers.items.insert(id.to_string(), Answer::number(value).into());
    }
    let mut group = criterion.benchmark_group("rubric of 26 items");
    group.bench_function("open", |bencher| bencher.iter(|| open_rubric(json)));
    group.bench_function("check", |bencher| bencher.iter(|| rubric_problems(&rubric)));
    group.bench_function("score", |bencher| bencher.iter(|| score(&rubric, &answers)));
    group.bench_function("chance", |bencher| bencher.iter(|| chance_to_pass(&rubric, &answers)));
    group.bench_function("score of 1,000 units", |bencher| {
        bencher.iter(|| (0..1000).map(|_| score(&rubric, &answers).total).max())
    });
    group.finish();
    let hundred = hundred();
    let mut group = criterion.benchmark_group("plan of 60 measures, 200 half points");
    group.sample_size(10);
    for (name, near) in [("as measures are", true), ("tangled", false)] {
        let measures = measures(near);
        let found = plan(&hundred, &Answers::default(), &measures);
        let size = found.as_ref().map_or(0, |found| found.plans.len());
        println!(
            "{name}: {size} plans, cheapest {:?}",
            found.map(|one| one.cheapest().map(|plan| plan.cost))
        );
        group.bench_function(name, |bencher| bencher.iter(|| plan(&hundred, &Answers::default(), &measures)));
    }
    group.finish();
}

criterion_group!(benches, everything);
criterion_main!(benches);
