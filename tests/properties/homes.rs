//! Laws of homes, whatever is answered.

use proptest::prelude::*;

use water_ledger::evaluate::household::{cost, efficient, food, home, part_g, read_answer, savings};
use water_ledger::household::{Answers, Field, SPECS};
use water_ledger::metric::Figure;
use water_ledger::show::household::{Card, card, read_class};
use water_ledger::text::Language;

/// Answers of any kind, also of none.
fn answers() -> impl Strategy<Value = Answers> {
    let steps = proptest::collection::vec(proptest::option::of(any::<u16>()), SPECS.len());
    steps.prop_map(|steps| {
        SPECS.iter().zip(steps).fold(Answers::default(), |answers, (spec, steps)| {
            let steps = steps.map(|steps| spec.least + steps % (spec.most - spec.least + 1));
            answers.with_steps(spec.field, steps).expect("within")
        })
    })
}

/// The numbers that are amounts of use: more of them is never less water.
fn amounts() -> impl Strategy<Value = Field> {
    let amounts: Vec<Field> = SPECS
        .iter()
        .filter(|spec| spec.choices.is_empty() && spec.question.is_some() && spec.field != Field::People)
        .map(|spec| spec.field)
        .collect();
    proptest::sample::select(amounts)
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + a.abs().max(b.abs()))
}

proptest! {
    #[test]
    fn any_answers_come_to_a_home_of_numbers(answers in answers()) {
        let home = home(&answers).expect("a home");
        for figure in home.uses.iter().chain([&home.total]) {
            prop_assert!(figure.value().is_finite() && figure.value() >= 0.0 && figure.u().is_finite(), "{figure:?}");
        }
        prop_assert!(close(home.uses.iter().map(Figure::value).sum(), home.total.value()));
        let best = efficient(&answers).expect("a home");
        prop_assert!(best.total.value() <= home.total.value());
        if let Some(cost) = cost(&answers, &home).expect("a cost") {
            prop_assert!(cost.month.value().is_finite() && close(12.0 * cost.month.value(), cost.year.value()));
        }
        prop_assert!(food(&answers).expect("food").is_none_or(|food| food.total.value().is_finite()));
        prop_assert!(part_g(&answers).expect("by Part G").value().is_finite());
    }

    #[test]
    fn more_of_an_amount_is_never_less_water(answers in answers(), field in amounts(), more in 1_u16..50) {
        let spec = field.spec();
        let steps = answers.steps(field).unwrap_or(spec.least).min(spec.most - 1);
        let [less, more] = [steps, (steps + more).min(spec.most)]
            .map(|steps| home(&answers.with_steps(field, Some(steps)).expect("within")).expect("a home"));
        prop_assert!(less.total.value() <= more.total.value());
        for (less, more) in less.uses.iter().zip(&more.uses) {
            prop_assert!(less.value() <= more.value());
        }
    }

    #[test]
    fn what_a_home_shares_is_the_same_water_for_any_number_of_people(answers in answers(), people in 1_u16..30) {
        let of = |people| home(&answers.with_steps(Field::People, Some(people)).expect("within")).expect("a home");
        let (one, all) = (of(1), of(people));
        // Laundry, leaks and cleaning.
        for place in [4, 5, 6] {
            prop_assert!(close(one.uses[place].value(), all.uses[place].value() * f64::from(people)));
        }
        // Showers, flushes and the basin are each person's own.
        for place in [0, 1, 2] {
            prop_assert!(close(one.uses[place].value(), all.uses[place].value()));
        }
        let (volume, per_person) = (all.volume(30.0).expect("a volume"), all.total.value());
        prop_assert!(close(volume.value(), per_person * f64::from(people) * 30.0 / 1000.0));
    }

    #[test]
    fn tips_together_save_no_more_than_one_by_one_and_no_less_than_the_best(answers in answers()) {
        let (before, savings) = (home(&answers).expect("a home"), savings(&answers).expect("savings"));
        let together = savings.together.value();
        let each: Vec<f64> = savings.each.iter().map(|(_, saving)| saving.value()).collect();
        let slack = 1e-9 * (1.0 + before.total.value());
        prop_assert!(together <= each.iter().sum::<f64>() + slack, "{together} of {each:?}");
        prop_assert!(each.iter().all(|saving| *saving <= together + slack), "{together} of {each:?}");
        prop_assert!(close(together, before.total.value() - savings.after.total.value()));
        prop_assert!(each.len() <= 3 && each.windows(2).all(|pair| pair[0] >= pair[1]));
    }

    #[test]
    fn any_text_is_an_answer_or_refused_in_words(place in 0..SPECS.len(), text in "\\PC{0,12}|-?[0-9]{0,400}\\.?[0-9]{0,4}") {
        let answers = Answers::default();
        match read_answer(&answers, SPECS[place].field, &text) {
            Ok(answers) => prop_assert!(home(&answers).expect("a home").total.value().is_finite()),
            Err(message) => prop_assert!(Language::ALL.iter().all(|language| !message.say(*language).is_empty())),
        }
    }

    #[test]
    fn any_lines_are_a_class(text in "(\\PC{0,20}\n|[0-9]{1,4}\n){0,20}") {
        let class = read_class(&text);
        prop_assert!(class.values.iter().all(|value| value.is_finite()));
        prop_assert!(class.values.len() + class.bad.len() <= 200);
    }

    #[test]
    fn the_picture_of_any_home_is_well_formed(answers in answers()) {
        let (home, efficient) = (home(&answers).expect("a home"), efficient(&answers).expect("a home"));
        let savings = savings(&answers).expect("savings");
        let nation = water_ledger::evaluate::household::national_mean();
        let shown = Card {
            home: &home,
            efficient: &efficient,
            nation: &nation,
            tips: &savings.each,
            together: &savings.together,
            address: "https://example.org/ledger/#/household/1.<&>",
        };
        for language in Language::ALL {
            let svg = card(&shown, language);
            roxmltree::Document::parse(&svg).expect("well formed");
            prop_assert!(!svg.contains("NaN") && !svg.contains("inf"));
        }
    }
}
