//! Every shipped rubric: sound, scored at nothing, everything and between, and laws that hold for all of them.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use water_ledger::catalog::{RUBRICS, rubric_problems};
use water_ledger::metric::Status;
use water_ledger::rubric::{
    Answer, Answers, Given, Item, ItemStanding, Points, Reading, Rubric, Score, Scoring, Verdict,
    chance_to_pass, losses, next_steps, open_rubric, save_rubric, score,
};
use water_ledger::text::Language;

use crate::rubric::answers::{all, best, has_points, may_be_left_out, shipped, worst};

fn every() -> Vec<Rubric> {
    RUBRICS.iter().map(|one| shipped(one.id)).collect()
}

#[test]
fn all_of_them_are_sound_and_named_once() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/catalog/data/rubrics");
    let mut files: Vec<String> = fs::read_dir(folder)
        .expect("the folder of rubrics")
        .map(|entry| entry.expect("a readable entry").path())
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_string()))
        .collect();
    let mut ids: Vec<&str> = RUBRICS.iter().map(|one| one.id).collect();
    files.sort();
    ids.sort_unstable();
    assert_eq!(ids, files);
    for rubric in every() {
        let said: Vec<String> = rubric_problems(&rubric)
            .iter()
            .map(|problem| format!("{} {}", problem.place, problem.code()))
            .collect();
        assert!(said.is_empty(), "{}: {said:?}", rubric.id);
    }
}

#[test]
fn the_readme_counts_them() {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (RUBRICS.len() / 10, RUBRICS.len() % 10);
    let tens =
        ["".to_string(), "十".to_string()].get(tens).cloned().unwrap_or(format!("{}十", digits[tens % 10]));
    let count = format!("{tens}{}", if ones == 0 { "" } else { digits[ones] });
    let readme =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("a README");
    assert!(readme.contains(&format!("{count}套标准草案")), "{count}");
}

#[test]
fn each_is_the_same_after_it_was_saved_and_opened() {
    for rubric in every() {
        assert_eq!(open_rubric(&save_rubric(&rubric)).as_ref(), Ok(&rubric), "{}", rubric.id);
    }
}

#[test]
fn nothing_is_zero_and_everything_is_full() {
    for rubric in every() {
        let bonus: Points = rubric.sections.iter().filter(|s| s.bonus).map(|s| s.max).sum();
        let (low, high) = (score(&rubric, &all(&rubric, worst)), score(&rubric, &all(&rubric, best)));
        assert_eq!((low.total, high.total), (Points::ZERO, rubric.total + bonus), "{}", rubric.id);
        assert_eq!(high.reachable, high.total, "{}", rubric.id);
        assert_ne!(high.verdict, Verdict::Fails, "{}: {:?}", rubric.id, high.hindrances);
        if has_points(&rubric) && rubric.pass.min_score.is_some() {
            assert_eq!((low.verdict, high.verdict), (Verdict::Fails, Verdict::Passes), "{}", rubric.id);
        }
        let empty = score(&rubric, &Answers::default());
        assert_eq!((empty.total, empty.verdict), (Points::ZERO, Verdict::Open), "{}", rubric.id);
    }
}

#[test]
fn full_stays_full_whatever_is_left_out() {
    for rubric in every() {
        let bonus: Points = rubric.sections.iter().filter(|s| s.bonus).map(|s| s.max).sum();
        let answers = all(&rubric, |item| {
            if may_be_left_out(&rubric, item) { Answer::NotApplicable.into() } else { best(item) }
        });
        assert_eq!(score(&rubric, &answers).total, rubric.total + bonus, "{}", rubric.id);
    }
}

#[test]
fn placeholders_stay_marked_and_their_points_are_told() {
    let expected = [
        ("city-national", 77.0),
        ("county-2017", 100.0),
        ("public-institution-2013", 33.0),
        ("residential-changzhi", 20.0),
        ("school-jiangsu-db32-2946", 100.0),
        ("university-tches-32-2019", 100.0),
        ("water-saving-authority-2019", 100.0),
    ];
    for (id, unverified) in expected {
        let rubric = shipped(id);
        let counted =
            rubric.items().filter(|(section, item)| !section.bonus && !item.weakest().is_verified());
        let sum: Points = counted.map(|(_, item)| item.max).sum();
        // Item n18 of the city has verified points, but a rule that is not.
        let rule = if id == "city-national" { 5.0 } else { 0.0 };
        assert_eq!(sum.value(), unverified + rule, "{id}");
    }
    let institution = shipped("public-institution-2013");
    assert_eq!(institution.item("m4").map(Item::weakest), Some(Status::UnverifiedWeak));
    assert_eq!(institution.item("t2").map(Item::weakest), Some(Status::Verified));
}

/// An answer somewhere between the worst and the best; more of `share` is never worse.
fn between(item: &Item, share: f64) -> Given {
    let variant = item.variants.first();
    let rule = variant.map_or_else(|| item.scoring.as_ref().expect("a rule"), |variant| &variant.scoring);
    let yes = if share >= 0.5 { Answer::Yes } else { Answer::No };
    let on = |low: f64, high: f64| Answer::number(low + share * (high - low));
    let answer = match rule {
        Scoring::AllOrNothing { .. } | Scoring::YesNo {} => yes,
        Scoring::Manual {} => Points::below(share * item.max.value()).map_or(yes, Answer::Points),
        Scoring::Choice { options } => {
            let mut sorted: Vec<_> = options.iter().collect();
            sorted.sort_by_key(|option| option.points);
            let place = (share * (sorted.len() - 1) as f64) as usize;
            Answer::Chosen(sorted[place].id.clone())
        }
        Scoring::Steps { steps, .. } => on(3.0 * steps[steps.len() - 1].at - 2.0 * steps[0].at, steps[0].at),
        Scoring::Linear { zero_at, full_at, .. } => on(*zero_at, *full_at),
        Scoring::Deduct { direction, limit, .. } => {
            let worse =
                if direction.beyond(limit + 12.0, *limit) > 0.0 { limit + 12.0 } else { limit - 12.0 };
            on(worse, *limit)
        }
        Scoring::Count { options, .. } => {
            let count = (share * options.len() as f64) as usize;
            Answer::Ticked(options.iter().take(count).map(|option| option.id.clone()).collect())
        }
    };
    Given { variant: variant.map(|variant| variant.id.clone()), answer }
}

/// Uncertain numbers everywhere.
fn blurred(answers: &Answers) -> Answers {
    let mut blurred = answers.clone();
    for given in blurred.items.values_mut() {
        if let Answer::Numbers(numbers) = &mut given.answer {
            for reading in numbers.iter_mut().flatten() {
                *reading = Reading { u: 0.02 * reading.value.abs(), ..*reading };
            }
        }
    }
    blurred
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_better_answer_never_lowers_the_score(
        which in 0..8usize, shares in prop::collection::vec(0.0..=1.0f64, 60), at in 0..60usize, better in 0.0..=1.0f64, left_out in prop::collection::vec(any::<bool>(), 60)
    ) {
        let rubric = shipped(RUBRICS[which].id);
        let places: Vec<String> = rubric.items().map(|(_, item)| item.id.clone()).collect();
        let answered = |shares: &[f64]| all(&rubric, |item| {
            let place = places.iter().position(|id| *id == item.id).expect("its place");
            if left_out[place] && place != at && may_be_left_out(&rubric, item) { Answer::NotApplicable.into() } else { between(item, shares[place]) }
        });
        let before = score(&rubric, &answered(&shares));
        let mut raised = shares.clone();
        raised[at] = raised[at].max(better);
        let after = score(&rubric, &answered(&raised));
        prop_assert!(after.total >= before.total, "{} {:?}", before.total, after.total);
        prop_assert!(!(before.verdict == Verdict::Passes && after.verdict == Verdict::Fails));
        let most: Points = rubric.sections.iter().filter(|s| s.bonus).map(|s| s.max).sum::<Points>() + rubric.total;
        prop_assert!(after.total <= most && after.total >= Points::ZERO);
        prop_assert!(after.unverified <= after.earned + after.bonus);
    }

    #[test]
    fn what_the_next_step_asks_for_brings_what_it_says(
        which in 0..8usize, shares in prop::collection::vec(0.0..=1.0f64, 60), open in prop::collection::vec(any::<bool>(), 60)
    ) {
        let rubric = shipped(RUBRICS[which].id);
        let places: Vec<String> = rubric.items().map(|(_, item)| item.id.clone()).collect();
        let place = |id: &str| places.iter().position(|other| other == id).expect("its place");
        let mut answers = all(&rubric, |item| between(item, shares[place(&item.id)]));
        answers.items.retain(|id, _| !open[place(id)]);
        let before = score(&rubric, &answers);
        let points = |score: &Score, id: &str| {
            let mut items = score.sections.iter().flat_map(|section| &section.items);
            items.find(|item| item.id == id).map(|item| (item.points, item.max, item.holds)).expect("the item")
        };
        let steps = next_steps(&rubric, &answers, &before);
        for step in &steps {
            let mut better = answers.clone();
            better.items.insert(step.item.clone(), step.given.clone());
            let (was, max, held) = points(&before, &step.item);
            let (now, _, holds) = points(&score(&rubric, &better), &step.item);
            prop_assert!(was + step.gain <= max, "{:?}", step);
            prop_assert_eq!(now, was + step.gain, "{:?}", step);
            prop_assert!(if has_points(&rubric) { step.gain > Points::ZERO } else { !held && holds }, "{:?}", step);
            for language in Language::ALL {
                let sentence = step.message(language, &|_, op, at| format!("x {} {at}", op.sign())).say(language);
                prop_assert!(!sentence.contains('{'), "{}", sentence);
            }
        }
        // Whatever is not full has a next step.
        let full = |id: &str| {
            let (was, max, held) = points(&before, id);
            if has_points(&rubric) { was == max } else { held }
        };
        let applies = before.sections.iter().flat_map(|section| &section.items)
            .filter(|item| item.standing != ItemStanding::LeftOut);
        for item in applies {
            prop_assert_eq!(steps.iter().any(|step| step.item == item.id), !full(&item.id), "{}", item.id);
        }
    }

    #[test]
    fn losses_and_score_make_up_the_full_mark(which in 0..8usize, shares in prop::collection::vec(0.0..=1.0f64, 60), how in prop::collection::vec(0..4u8, 60)) {
        let rubric = shipped(RUBRICS[which].id);
        let places: Vec<String> = rubric.items().map(|(_, item)| item.id.clone()).collect();
        let place = |item: &Item| places.iter().position(|id| *id == item.id).expect("its place");
        let mut answers = all(&rubric, |item| {
            if how[place(item)] == 0 && may_be_left_out(&rubric, item) { Answer::NotApplicable.into() } else { between(item, shares[place(item)]) }
        });
        answers.items.retain(|id, _| how[places.iter().position(|one| one == id).expect("its place")] != 1);
        let score = score(&rubric, &answers);
        let losses = losses(&rubric, &score);
        let sum: Points = losses.items.iter().map(|loss| loss.points).sum();
        prop_assert_eq!(losses.full - sum, score.total - score.bonus);
        prop_assert!(losses.items.iter().all(|loss| loss.points >= Points::ZERO));
        let is_open = |id: &str| !answers.items.contains_key(id);
        prop_assert!(losses.items.iter().all(|loss| loss.is_open == is_open(&loss.item)));
    }

    #[test]
    fn a_chance_is_one_and_without_doubt_it_is_the_verdict(which in 0..8usize, shares in prop::collection::vec(0.3..=1.0f64, 60)) {
        let rubric = shipped(RUBRICS[which].id);
        let mut shares = shares.iter();
        let places: Vec<(String, f64)> = rubric.items().map(|(_, item)| (item.id.clone(), *shares.next().unwrap_or(&1.0))).collect();
        let answers = all(&rubric, |item| between(item, places.iter().find(|(id, _)| *id == item.id).map_or(1.0, |(_, share)| *share)));
        let verdict = score(&rubric, &answers).verdict;
        match chance_to_pass(&rubric, &answers) {
            Some(chance) => prop_assert_eq!(chance, f64::from(verdict == Verdict::Passes)),
            None => prop_assert_eq!(verdict, Verdict::Open),
        }
        if let Some(chance) = chance_to_pass(&rubric, &blurred(&answers)) {
            prop_assert!((0.0..=1.0).contains(&chance), "{}", chance);
        }
    }
}
