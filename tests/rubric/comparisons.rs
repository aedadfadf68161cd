//! What a rule says of itself against what it does: the comparison in its words, its reason and the next step; that points are cut.

use water_ledger::evaluate::everything;
use water_ledger::exchange::Derivations;
use water_ledger::ledger::{Example, REVIEWS};
use water_ledger::rubric::{
    Answer, Answers, Basis, Points, Relation, Requirement, Rubric, Score, holds, next_steps, open_rubric,
    score,
};
use water_ledger::show::certification::{assessment_form, rule_words, score_summary};
use water_ledger::text::Language;

use crate::ledger_check::asked;
use crate::rubric::answers::{item, small};

const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

fn one(rule: &str, max: f64, policy: &str) -> Rubric {
    let more = format!(r#"{{"partial_steps": {{"policy": "{policy}", "status": "unverified (weak)"}}}}"#);
    open_rubric(&small(&format!("[{}]", item("a", max, rule)), &more)).expect("of the form")
}

fn with(id: &str, answer: Answer) -> Answers {
    Answers { items: [(id.to_string(), answer.into())].into(), ..Answers::default() }
}

fn of(score: &Score, id: &str) -> (Points, Basis) {
    let mut items = score.sections.iter().flat_map(|section| &section.items);
    let item = items.find(|item| item.id == id).expect("the item");
    (item.points, item.basis.clone())
}

/// A rule that compares a number with 50, as its text, and how the number must stand to it.
fn comparing_rules() -> Vec<(String, Relation)> {
    let metric = r#""metric": {"label": {"zh": "率", "en": "rate"}}"#;
    let mut rules = Vec::new();
    for op in [Relation::AtLeast, Relation::Above, Relation::AtMost, Relation::Below] {
        let code = serde_json::to_string(&op).expect("a sign");
        for any in [false, true] {
            let conditions = format!(r#"[{{{metric}, "op": {code}, "value": 50}}]"#);
            rules.push((
                format!(r#"{{"kind": "all_or_nothing", "any": {any}, "conditions": {conditions}}}"#),
                op,
            ));
        }
    }
    for (direction, kept, strictly) in
        [("higher", Relation::AtLeast, Relation::Above), ("lower", Relation::AtMost, Relation::Below)]
    {
        let steps = format!(
            r#"{{"kind": "steps", {metric}, "direction": "{direction}", "steps": [{{"at": 50, "points": 3}}], "otherwise": 0}}"#
        );
        rules.push((steps, kept));
        for (strict, op) in [(false, kept), (true, strictly)] {
            let deduct = format!(
                r#"{{"kind": "deduct", {metric}, "direction": "{direction}", "start": 3, "limit": 50, "strict": {strict}, "step": 2, "lose": 1, "floor": 0}}"#
            );
            rules.push((deduct, op));
        }
    }
    rules
}

#[test]
fn rule_reason_and_next_step_say_the_comparison_that_the_rule_makes() {
    for policy in ["ignore", "count", "proportional"] {
        for (rule, op) in comparing_rules() {
            let rubric = one(&rule, 3.0, policy);
            let item = rubric.item("a").expect("the item");
            let scoring = item.scoring.as_ref().expect("a rule");
            let sign = format!("{} 50", op.sign());
            for language in LANGUAGES {
                let words = rule_words(&rubric, item, language).join(" ");
                assert!(words.contains(&sign), "{rule}: {words}");
                for value in [46.5, 49.999, 50.0, 50.001, 53.5] {
                    let answer = Answer::number(value);
                    let is_kept = op.holds(value, 50.0);
                    assert_eq!(holds(scoring, &answer), Some(is_kept), "{rule} {value}");
                    let answers = with("a", answer);
                    let scored = score(&rubric, &answers);
                    let (given, basis) = of(&scored, "a");
                    let said = basis.message(language).say(language);
                    let names_row = !matches!(basis, Basis::NoneReached { .. });
                    assert!(said.contains(&sign) || !names_row, "{rule} {value}: {said}");
                    // What is said to bring a point does so; what a step further back brings is another number.
                    for next in next_steps(&rubric, &answers, &scored) {
                        let better = of(&score(&rubric, &with("a", next.given.answer.clone())), "a").0;
                        assert!(better > given, "{rule} {value}: {next:?}");
                        if let Requirement::Number { op: asked, at, .. } = next.requirement {
                            assert!(at != 50.0 || asked == op, "{rule} {value}: {asked:?}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn a_scaled_score_says_that_it_is_cut_where_it_is_shown() {
    let mut seen = std::collections::BTreeSet::new();
    for (example, language) in Example::of(&REVIEWS).flat_map(|one| LANGUAGES.map(|other| (one, other))) {
        let ledger = asked(example.ledger(language));
        let results = everything(&ledger).certification;
        for (sheet, review) in ledger.sheets(&REVIEWS).iter().zip(&results.reviews) {
            let Some(scored) = &review.score else { continue };
            let is_scaled = scored.total - scored.bonus != scored.earned;
            seen.insert(is_scaled);
            let notes = score_summary(sheet, review, language).expect("a score").notes.join("\n");
            let form =
                format!("{:?}", assessment_form(&ledger, &results, sheet.id, Derivations::All, language));
            let cut = match language {
                Language::Chinese => "分数算到千分位，其后截去",
                Language::English => "Points are cut after the thousandth",
            };
            assert_eq!([notes.contains(cut), form.contains(cut)], [is_scaled; 2], "{example:?}");
        }
    }
    assert_eq!(seen.len(), 2, "{seen:?}");
}
