//! Plans against brute force, and against a search of another kind where brute force would not end.

use std::collections::BTreeMap;

use water_ledger::rubric::{
    Answer, Answers, Change, Effect, ItemStanding, Measure, Plan, Points, Rubric, Standing, Verdict,
    open_rubric, plan, score,
};
use water_ledger::text::Language;
use water_ledger::uncertainty::Generator;

use crate::rubric::answers::{item, shipped, small};

/// Dice with a seed.
struct Dice(Generator);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        ((self.0.unit() * count as f64) as usize).min(count - 1)
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    fn halves(&mut self, count: usize) -> f64 {
        self.below(count + 1) as f64 / 2.0
    }
}

/// A rubric with answers and measures, and all of it once more as plain numbers.
struct Case {
    rubric: Rubric,
    answers: Answers,
    measures: Vec<Measure>,
}

/// Items entered by hand, so that any points can be an answer.
fn case(dice: &mut Dice, measures: usize, per_measure: usize) -> Case {
    let count = 2 + dice.below(7);
    let maxima: Vec<f64> = (0..count).map(|_| 1.0 + dice.halves(18)).collect();
    let written: Vec<String> = maxima
        .iter()
        .enumerate()
        .map(|(at, max)| {
            let star = format!(r#"{{"star": {}, "id""#, dice.one_in(6));
            item(&format!("i{at}"), *max, r#"{"kind": "manual"}"#).replacen("{\"id\"", &star, 1)
        })
        .collect();
    let full: f64 = maxima.iter().sum();
    let line = (full * 2.0 * (0.3 + 0.6 * dice.0.unit())).floor() / 2.0;
    let bonus = item("b", 3.0, r#"{"kind": "manual"}"#);
    let section = |id: &str, items: &str, max: f64, bonus: bool| {
        format!(
            r#"{{"id": "{id}", "title": {{"zh": "节", "en": "section"}}, "max": {max}, "bonus": {bonus},
                "status": "verified", "source": "here", "item": [{items}]}}"#
        )
    };
    let more = format!(
        r#"{{"total": {full}, "pass": {{"min_score": {line}, "status": "verified"}}, "star_rule": {{"status": "verified"}},
            "section": [{}, {}],
            "prerequisite": [{{"id": "p", "title": {{"zh": "前", "en": "gate"}}, "status": "verified", "source": "here"}}]}}"#,
        section("s", &written.join(","), full, false),
        section("extra", &bonus, 3.0, true)
    );
    let rubric = open_rubric(&small("[]", &more)).expect("of the form");
    let mut answers = Answers::default();
    for (at, max) in maxima.iter().enumerate() {
        let answer = match dice.below(5) {
            0 => continue,
            1 if dice.one_in(3) => Answer::NotApplicable,
            _ => Answer::Points(Points::exactly(dice.halves((max * 2.0) as usize)).expect("halves")),
        };
        answers.items.insert(format!("i{at}"), answer.into());
    }
    let stands = if dice.one_in(4) { Standing::Missed } else { Standing::Met };
    answers.prerequisites.insert("p".to_string(), stands);
    let measures = (0..measures).map(|place| measure(dice, place, &maxima, per_measure)).collect();
    Case { rubric, answers, measures }
}

fn measure(dice: &mut Dice, place: usize, maxima: &[f64], per_measure: usize) -> Measure {
    let effect = |dice: &mut Dice| {
        let at = dice.below(maxima.len() + 1);
        let (id, max) = maxima.get(at).map_or(("b".to_string(), 3.0), |max| (format!("i{at}"), *max));
        let points = Points::exactly(dice.halves((max * 2.0) as usize)).expect("halves");
        let change = if dice.one_in(3) {
            Change::Answer(Answer::Points(points).into())
        } else {
            Change::Raise(points)
        };
        Effect { id, change }
    };
    let mut effects: Vec<Effect> = (0..1 + dice.below(per_measure)).map(|_| effect(dice)).collect();
    if dice.one_in(8) {
        effects.push(Effect { id: "p".to_string(), change: Change::Meet });
    }
    Measure {
        effects,
        cost: dice.below(40) as f64 * 0.25,
        months: dice.below(4) as f64,
        group: dice.one_in(3).then(|| format!("g{}", dice.below(3))),
        needs: if place > 0 && dice.one_in(5) { vec![dice.below(place)] } else { Vec::new() },
    }
}

impl Case {
    /// The answers after a set of measures; `None` where the set cannot be done.
    fn after(&self, set: &[usize]) -> Option<Answers> {
        let mut groups: Vec<&String> =
            set.iter().filter_map(|at| self.measures[*at].group.as_ref()).collect();
        let all = groups.len();
        groups.sort();
        groups.dedup();
        let needs_done = |at: &usize| self.measures[*at].needs.iter().all(|need| set.contains(need));
        if groups.len() < all || !set.iter().all(needs_done) {
            return None;
        }
        let mut answers = self.answers.clone();
        let mut raised: BTreeMap<&str, Points> = BTreeMap::new();
        let standing = |answers: &Answers, id: &str| match answers.items.get(id).map(|given| &given.answer) {
            Some(Answer::Points(points)) => Some(*points),
            Some(_) => None,
            None => Some(Points::ZERO),
        };
        for effect in set.iter().flat_map(|at| &self.measures[*at].effects) {
            match &effect.change {
                Change::Meet => {
                    answers.prerequisites.insert(effect.id.clone(), Standing::Met);
                }
                Change::Raise(points) => *raised.entry(&effect.id).or_default() += *points,
                Change::Answer(given) => {
                    let Answer::Points(points) = given.answer else { panic!("points") };
                    if let Some(before) = standing(&answers, &effect.id) {
                        answers.items.insert(effect.id.clone(), Answer::Points(points.max(before)).into());
                    }
                }
            }
        }
        for (id, points) in raised {
            if let Some(before) = standing(&answers, id) {
                let max = self.rubric.item(id).expect("the item").max;
                answers.items.insert(id.to_string(), Answer::Points((before + points).min(max)).into());
            }
        }
        Some(answers)
    }

    /// Cost in quarters, score, and whether all holds that must. Open star items are zero.
    fn value(&self, set: &[usize]) -> Option<(i64, Points, bool)> {
        let answers = self.after(set)?;
        let scored = score(&self.rubric, &answers);
        let items = scored.sections.iter().flat_map(|section| &section.items);
        let applicable = items.filter(|item| item.standing != ItemStanding::LeftOut);
        let zero = |id: &str, points: Points| {
            self.rubric.item(id).is_some_and(|one| one.star) && points == Points::ZERO
        };
        let star = applicable.into_iter().any(|item| zero(&item.id, item.points));
        let prerequisite = answers.prerequisites["p"] == Standing::Missed;
        let cost = set.iter().map(|at| (self.measures[*at].cost * 4.0) as i64).sum();
        Some((cost, scored.total, !star && !prerequisite))
    }

    fn line(&self) -> Points {
        self.rubric.pass.min_score.expect("a line")
    }

    /// Every set that no other beats, by trying all.
    fn by_force(&self) -> Vec<(i64, Points, bool)> {
        let mut all: Vec<(i64, Points, bool)> = (0..1usize << self.measures.len())
            .filter_map(|bits| {
                let set: Vec<usize> = (0..self.measures.len()).filter(|at| bits >> at & 1 == 1).collect();
                self.value(&set)
            })
            .collect();
        all.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)).then(b.2.cmp(&a.2)));
        let mut best: Vec<(i64, Points, bool)> = Vec::new();
        for one in all {
            if !best.iter().any(|other| other.1 >= one.1 && other.2 >= one.2) {
                best.push(one);
            }
        }
        best
    }
}

fn seen(plan: &Plan) -> (i64, Points, bool) {
    ((plan.cost * 4.0) as i64, plan.total, plan.clears)
}

/// Every plan is what scoring says of it.
fn assert_true(case: &Case, plans: &[Plan]) {
    for plan in plans {
        assert_eq!(case.value(&plan.measures), Some(seen(plan)), "{plan:?}");
        assert_eq!(plan.passes, plan.clears && plan.total >= case.line());
        let verdict = score(&case.rubric, &case.after(&plan.measures).expect("can be done")).verdict;
        assert!(!(plan.passes && verdict == Verdict::Fails), "{plan:?}");
    }
}

#[test]
fn a_thousand_frontiers_are_what_trying_all_sets_finds() {
    let mut dice = Dice(Generator::new(7));
    let (mut passing, mut hopeless) = (0, 0);
    for round in 0..1000 {
        // Few are large: each measure more doubles the work of trying all.
        let count = match round {
            0 => 16,
            1..=4 => 13,
            _ => 1 + dice.below(8),
        };
        let case = case(&mut dice, count, 3);
        let frontier = plan(&case.rubric, &case.answers, &case.measures).expect("sound");
        let found: Vec<(i64, Points, bool)> = frontier.plans.iter().map(seen).collect();
        assert_eq!(found, case.by_force(), "round {round}");
        assert_true(&case, &frontier.plans);
        *if frontier.cheapest().is_some() { &mut passing } else { &mut hopeless } += 1;
    }
    assert!(passing > 100 && hopeless > 100, "{passing} {hopeless}");
}

/// The cheapest passing set by going down the tree of all sets, cut where even the best part of each measure left, alone and
/// divisible, would cost too much.
struct Search<'a> {
    case: &'a Case,
    best: Option<i64>,
}

impl Search<'_> {
    fn down(&mut self, at: usize, set: &mut Vec<usize>) {
        // A group that is taken twice or a need that was passed by never heals.
        let Some((cost, total, clear)) = self.case.value(set) else { return };
        if clear && total >= self.case.line() && self.best.is_none_or(|best| cost < best) {
            self.best = Some(cost);
        }
        if at == self.case.measures.len()
            || self.best.is_some_and(|best| cost + self.least(at, set, total) >= best)
        {
            return;
        }
        set.push(at);
        self.down(at + 1, set);
        set.pop();
        self.down(at + 1, set);
    }

    /// What reaching the line still costs at least.
    fn least(&self, at: usize, set: &[usize], total: Points) -> i64 {
        let mut missing = (self.case.line() - total).max(Points::ZERO).value();
        // Without what ties measures together; what each gains alone is then never less than its part of a common gain.
        let free = Case {
            rubric: self.case.rubric.clone(),
            answers: self.case.answers.clone(),
            measures: self.loose(),
        };
        let with = |place: usize| [set, &[place]].concat();
        let mut gains: Vec<(f64, f64)> = (at..self.case.measures.len())
            .filter_map(|place| {
                let (_, after, _) = free.value(&with(place))?;
                // Scaling cuts off less than a thousandth.
                let own = free.measures[place].cost * 4.0;
                Some((own, (after - total).value() + 0.001))
            })
            .collect();
        gains.sort_by(|a, b| (a.0 / a.1).total_cmp(&(b.0 / b.1)));
        let mut least = 0.0;
        for (cost, gain) in gains {
            let part = (missing / gain).min(1.0);
            least += part * cost;
            missing -= part * gain;
        }
        if missing > 1e-9 { i64::MAX / 2 } else { (least - 1e-6).ceil() as i64 }
    }

    /// The measures without what ties them.
    fn loose(&self) -> Vec<Measure> {
        let loose = |one: &Measure| Measure { needs: Vec::new(), group: None, ..one.clone() };
        self.case.measures.iter().map(loose).collect()
    }
}

#[test]
fn the_cheapest_of_many_is_what_another_search_finds() {
    let mut dice = Dice(Generator::new(11));
    let mut passing = 0;
    for _ in 0..12 {
        let case = case(&mut dice, 20, 2);
        let frontier = plan(&case.rubric, &case.answers, &case.measures).expect("sound");
        assert_true(&case, &frontier.plans);
        let mut search = Search { case: &case, best: None };
        search.down(0, &mut Vec::new());
        assert_eq!(frontier.cheapest().map(|plan| seen(plan).0), search.best);
        passing += usize::from(search.best.is_some());
    }
    assert!(passing > 3, "{passing}");
}

fn raise(id: &str, points: i32, cost: f64) -> Measure {
    let change = Change::Raise(Points::whole(points));
    Measure {
        effects: vec![Effect { id: id.to_string(), change }],
        cost,
        months: 2.0,
        group: None,
        needs: Vec::new(),
    }
}

#[test]
fn an_answer_is_planned_for_as_the_rule_scores_it() {
    let rubric = shipped("public-institution-2013");
    let fixtures = |rate: f64, cost: f64| Measure {
        effects: vec![Effect { id: "t2".to_string(), change: Change::Answer(Answer::number(rate).into()) }],
        ..raise("t2", 0, cost)
    };
    let frontier = plan(
        &rubric,
        &Answers::default(),
        &[fixtures(98.5, 10.0), fixtures(100.0, 30.0), fixtures(97.0, 20.0)],
    );
    let plans = frontier.expect("sound").plans;
    let seen: Vec<(f64, f64)> = plans.iter().map(|plan| (plan.cost, plan.total.value())).collect();
    assert_eq!(seen, [(0.0, 0.0), (10.0, 4.0), (30.0, 8.0)]);
}

#[test]
fn where_everything_must_hold_a_plan_mends_what_does_not() {
    let rubric = shipped("enterprise-gbt-7119");
    let mut answers = crate::rubric::answers::all(&rubric, crate::rubric::answers::best);
    answers.prerequisites.insert("e04".to_string(), Standing::Missed);
    answers.items.insert("steel-3".to_string(), Answer::number(90.0).into());
    let test = Measure {
        effects: vec![Effect { id: "e04".to_string(), change: Change::Meet }],
        ..raise("m1", 0, 5.0)
    };
    let reuse = |rate: f64, cost: f64| Measure {
        effects: vec![Effect {
            id: "steel-3".to_string(),
            change: Change::Answer(Answer::number(rate).into()),
        }],
        ..raise("m1", 0, cost)
    };
    let frontier = plan(&rubric, &answers, &[test, reuse(96.0, 1.0), reuse(97.5, 100.0)]).expect("sound");
    assert_eq!(frontier.cheapest().map(|plan| plan.measures.clone()), Some(vec![0, 2]));
}

#[test]
fn time_runs_after_what_is_needed_and_side_by_side() {
    let rubric = shipped("public-institution-2013");
    let after = |needs: &[usize], id: &str| Measure { needs: needs.to_vec(), ..raise(id, 3, 1.0) };
    let measures = [raise("m4", 3, 1.0), after(&[0], "m5"), after(&[1, 0], "t3"), raise("t4", 3, 1.0)];
    let frontier = plan(&rubric, &Answers::default(), &measures).expect("sound");
    let last = frontier.plans.last().expect("a plan");
    assert_eq!((last.measures.len(), last.months, last.cost), (4, 6.0, 4.0));
}

#[test]
fn measures_that_fit_nothing_are_refused_with_their_number() {
    let rubric = shipped("public-institution-2013");
    let with = |effects: Vec<Effect>| Measure { effects, ..raise("t4", 1, 1.0) };
    let answer = |id: &str, answer: Answer| {
        with(vec![Effect { id: id.to_string(), change: Change::Answer(answer.into()) }])
    };
    for (measure, code) in [
        (raise("nowhere", 1, 1.0), "unknown_item"),
        (with(vec![Effect { id: "t4".to_string(), change: Change::Meet }]), "unknown_item"),
        (answer("t4", Answer::Yes), "bad_change"),
        (answer("t4", Answer::NotApplicable), "bad_change"),
        (raise("t4", -1, 1.0), "bad_change"),
        (raise("t4", 1, -1.0), "bad_number"),
        (raise("t4", 1, f64::NAN), "bad_number"),
        (raise("t4", 1, f64::INFINITY), "bad_number"),
        (Measure { months: -1.0, ..raise("t4", 1, 1.0) }, "bad_number"),
        (Measure { needs: vec![7], ..raise("t4", 1, 1.0) }, "bad_need"),
        (Measure { needs: vec![1], ..raise("t4", 1, 1.0) }, "bad_need"),
    ] {
        let fault = plan(&rubric, &Answers::default(), &[raise("t3", 1, 1.0), measure]).expect_err(code);
        assert_eq!(fault.code(), code);
        let [zh, en] = Language::ALL.map(|language| fault.message().say(language));
        assert!(zh.contains('2') && en.contains('2') && !en.contains('{'), "{zh} {en}");
    }
}

#[test]
fn nothing_to_do_is_a_plan_too() {
    let rubric = shipped("public-institution-2013");
    let answers = crate::rubric::answers::all(&rubric, crate::rubric::answers::best);
    let frontier = plan(&rubric, &answers, &[raise("t4", 8, 10.0)]).expect("sound");
    assert_eq!(frontier.plans.len(), 1);
    assert_eq!(frontier.cheapest().map(|plan| (plan.cost, plan.measures.len())), Some((0.0, 0)));
}
