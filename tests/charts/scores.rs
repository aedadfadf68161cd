//! Charts of scores, made by the report of a school's office that is filled in part by part.

use water_ledger::catalog::rubric;
use water_ledger::chart::*;
use water_ledger::rubric::*;
use water_ledger::show::certification::{
    InstitutionScore, LossesBy, YearScore, institution_bars, score_curve, score_trend, score_waterfall,
    section_bars,
};
use water_ledger::text::Language;

use super::drawn::{Drawn, factor_of, near};
use super::laws::well_formed_and_inside;

const ENGLISH: Language = Language::English;
const CHINESE: Language = Language::Chinese;

fn institution() -> Rubric {
    Rubric::clone(&rubric("public-institution-2013").expect("shipped"))
}

/// Answers that give each item this share of its points, where its rule has such an answer; left out and open ones aside.
fn answers(rubric: &Rubric, share: f64, left_out: &[&str], open: &[&str]) -> Answers {
    let mut answers = Answers::default();
    for one in &rubric.prerequisites {
        answers.prerequisites.insert(one.id.clone(), Standing::Met);
    }
    for (_, item) in rubric.items().filter(|(_, item)| !open.contains(&item.id.as_str())) {
        let yes = if share >= 0.5 { Answer::Yes } else { Answer::No };
        let answer = match item.scoring.as_ref().expect("a rule") {
            _ if left_out.contains(&item.id.as_str()) => Answer::NotApplicable,
            Scoring::Manual {} => Answer::Points(Points::below(item.max.value() * share).expect("points")),
            Scoring::Choice { options } => Answer::Chosen(options[((1.0 - share) * 2.0) as usize].id.clone()),
            Scoring::Steps { steps, .. } => Answer::number(steps[((1.0 - share) * 3.0) as usize].at),
            Scoring::Linear { zero_at, full_at, .. } => Answer::number(zero_at + share * (full_at - zero_at)),
            Scoring::Deduct { limit, step, direction, .. } => {
                let beyond = (1.0 - share) * 4.0 * step;
                Answer::number(if *direction == Direction::Lower { limit + beyond } else { limit - beyond })
            }
            Scoring::Count { options, .. } => Answer::Ticked(
                options
                    .iter()
                    .take((options.len() as f64 * share) as usize)
                    .map(|one| one.id.clone())
                    .collect(),
            ),
            _ => yes,
        };
        answers.items.insert(item.id.clone(), answer.into());
    }
    answers
}

fn scored(share: f64) -> Score {
    score(&institution(), &answers(&institution(), share, &["t3"], &["m5"]))
}

fn frontier() -> (Rubric, Frontier) {
    let rubric = institution();
    let raise = |id: &str, points: i32, cost: f64| Measure {
        effects: vec![Effect { id: id.to_string(), change: Change::Raise(Points::whole(points)) }],
        cost,
        months: 1.0,
        group: None,
        needs: Vec::new(),
    };
    let measures = [
        raise("t2", 3, 86_000.0),
        raise("t4", 4, 32_000.0),
        raise("m5", 9, 1_500.0),
        raise("m5", 12, 45_000.0),
        raise("m4", 2, 170_000.0),
        raise("m5", 20, 120_000.0),
    ];
    let now = answers(&rubric, 0.9, &["t3"], &["m5"]);
    let frontier = plan(&rubric, &now, &measures).expect("sound");
    (rubric, frontier)
}

fn years() -> Vec<(i32, Score)> {
    (0..4).map(|nth| (2021 + nth, scored(0.55 + 0.12 * f64::from(nth)))).collect()
}

fn trend_of(rubric: &Rubric, language: Language) -> Chart {
    let years = years();
    let years: Vec<YearScore> =
        years.iter().map(|(year, score)| YearScore { year: *year, rubric, score }).collect();
    score_trend(&years, language)
}

fn units_of(rubric: &Rubric, language: Language) -> Chart {
    let names = ["教务楼", "第二食堂 <b>", "图书馆与信息中心综合办公楼", "宿舍"];
    let scores: Vec<Score> = [0.75, 1.0, 0.6, 0.9].into_iter().map(scored).collect();
    let units: Vec<InstitutionScore> =
        names.iter().zip(&scores).map(|(name, score)| InstitutionScore { name, rubric, score }).collect();
    institution_bars(&units, language)
}

fn all(language: Language) -> Vec<Chart> {
    let rubric = institution();
    let now = scored(0.75);
    let (_, frontier) = frontier();
    vec![
        section_bars(&rubric, &now, language),
        score_waterfall(&rubric, &now, LossesBy::Sections, language),
        score_waterfall(&rubric, &now, LossesBy::Items, language),
        score_curve(&rubric, &frontier, language),
        trend_of(&rubric, language),
        units_of(&rubric, language),
    ]
}

#[test]
fn each_section_lies_on_what_it_can_give() {
    let chart = section_bars(&institution(), &scored(0.75), CHINESE);
    let text = svg(&chart, Size::WIDE);
    insta::assert_snapshot!(text);
    let drawn = Drawn::new(&text);
    let (full, own) = (drawn.rects("bar reference"), drawn.rects("bar own"));
    let [all, got] = [0, 1].map(|nth| chart.series[nth].points.iter().map(|p| p.y).collect::<Vec<_>>());
    for (full, own) in full.iter().zip(&own) {
        assert!(full[0] == own[0] && full[1] == own[1] && own[2] <= full[2], "{own:?} on {full:?}");
    }
    let ends = all.iter().zip(&full).chain(got.iter().zip(&own)).map(|(points, bar)| (*points, bar[2]));
    assert_eq!(full.len(), own.len());
    factor_of(&ends.collect::<Vec<_>>());
}

#[test]
fn the_waterfall_of_items_in_english_as_a_file_for_a_phone() {
    let chart = score_waterfall(&institution(), &scored(0.75), LossesBy::Items, ENGLISH);
    let text = svg_file(&chart, Size::PHONE);
    insta::assert_snapshot!(text);
    each_bar_begins_where_the_one_before_ends(&text);
}

#[test]
fn the_waterfall_of_sections_on_a_wide_screen() {
    let chart = score_waterfall(&institution(), &scored(0.75), LossesBy::Sections, CHINESE);
    let text = svg(&chart, Size::WIDE);
    insta::assert_snapshot!(text);
    each_bar_begins_where_the_one_before_ends(&text);
}

fn each_bar_begins_where_the_one_before_ends(text: &str) {
    let bars = Drawn::new(text).rects("bar");
    assert!(bars.len() > 3);
    for pair in bars.windows(2) {
        let meets = |x: f64| near(x, pair[1][0]) || near(x, pair[1][2]);
        assert!(pair[0][3] <= pair[1][1] && (meets(pair[0][0]) || meets(pair[0][2])), "{pair:?}");
    }
}

#[test]
fn money_buys_points_in_steps() {
    let (rubric, frontier) = frontier();
    let text = svg(&score_curve(&rubric, &frontier, CHINESE), Size::WIDE);
    insta::assert_snapshot!(text);
    // To the right money is spent, upwards points are won, one after the other.
    let line = &Drawn::new(&text).lines("own s1")[0];
    assert!(line.len() > 4);
    for (nth, pair) in line.windows(2).enumerate() {
        let [x, y] = [pair[1][0] - pair[0][0], pair[0][1] - pair[1][1]];
        assert!(if nth % 2 == 0 { x > 0.0 && y == 0.0 } else { x == 0.0 && y > 0.0 }, "{pair:?}");
    }
}

#[test]
fn scores_over_the_years_in_english() {
    let chart = trend_of(&institution(), ENGLISH);
    let text = svg(&chart, Size::WIDE);
    insta::assert_snapshot!(text);
    let drawn = Drawn::new(&text);
    let ([across, up], [years, _]) = (drawn.points(&chart), drawn.ticks());
    factor_of(&[across, years].concat());
    assert!(factor_of(&up) < 0.0);
}

#[test]
fn units_stand_against_the_pass_line() {
    let chart = units_of(&institution(), CHINESE);
    let text = svg(&chart, Size::PHONE);
    insta::assert_snapshot!(text);
    let drawn = Drawn::new(&text);
    let (bars, marks) = (drawn.rects("bar own"), drawn.rects("mark target"));
    assert_eq!((bars.len(), marks.len()), (4, 4));
    assert!(bars.is_sorted_by(|a, b| a[2] > b[2]), "the best unit first");
    let scores = chart.series[0].points.iter().zip(&bars).map(|(point, bar)| (point.y, bar[2]));
    let lines = marks.iter().map(|mark| (90.0, (mark[0] + mark[2]) / 2.0));
    factor_of(&scores.chain(lines).collect::<Vec<_>>());
}

#[test]
fn the_steps_of_a_waterfall_lead_from_the_full_mark_to_the_score() {
    let rubric = institution();
    for (share, by) in [0.0, 0.3, 0.6, 0.75, 0.9, 1.0]
        .iter()
        .flat_map(|share| [LossesBy::Sections, LossesBy::Items].map(|by| (*share, by)))
    {
        let score = scored(share);
        let chart = score_waterfall(&rubric, &score, by, CHINESE);
        let Axis::Named(names) = &chart.x else { panic!("names") };
        let bars = chart.series.iter().filter(|series| series.role != Role::Target);
        let mut bars: Vec<&Point> = bars.flat_map(|series| &series.points).collect();
        bars.sort_by(|a, b| a.x.total_cmp(&b.x));
        assert_eq!(
            bars.iter().map(|bar| bar.x).collect::<Vec<_>>(),
            (0..names.len()).map(|x| x as f64).collect::<Vec<_>>()
        );
        let (mut at, mut sums) = (100.0, Vec::new());
        for bar in &bars[1..] {
            match bar.from {
                Some(from) => assert_eq!(from, at, "{share} {by:?}: {bar:?}"),
                None => sums.push(bar.y),
            }
            at = bar.y;
        }
        assert_eq!((bars[0].y, sums), (100.0, vec![score.total.value()]), "{share} {by:?}");
        let line = rubric.pass.min_score.map_or(0.0, Points::value);
        assert_eq!(at, line.max(score.total.value()), "{share} {by:?}");
    }
}

#[test]
fn money_in_small_amounts_is_told_in_yuan_and_a_gate_is_told() {
    let rubric = institution();
    let nothing = plan(&rubric, &Answers::default(), &[]).expect("sound");
    let chart = score_curve(&rubric, &nothing, ENGLISH);
    assert!(chart.x_title.contains("CNY") && !chart.x_title.contains("10⁴"), "{}", chart.x_title);
    // Star items are at zero, so that what must hold does not.
    let roles: Vec<Role> = chart.series.iter().map(|series| series.role).collect();
    assert_eq!(roles, [Role::Reference, Role::Target]);
    let (rubric, frontier) = frontier();
    let cheapest = frontier.cheapest().expect("a plan that passes");
    let chart = score_curve(&rubric, &frontier, ENGLISH);
    let marked = chart.series.last().expect("the plan");
    assert_eq!((marked.points[0].x, marked.points[0].y), (cheapest.cost / 1e4, cheapest.total.value()));
    let steps = &chart.series[0].points;
    assert!(steps.windows(2).all(|pair| pair[0].x <= pair[1].x && pair[0].y <= pair[1].y));
}

#[test]
fn where_there_is_nothing_a_frame_says_so() {
    let pass_fail = rubric("enterprise-gbt-7119").expect("shipped");
    assert_eq!(pass_fail.mode, Mode::PassFail);
    let score = score(&pass_fail, &Answers::default());
    for language in Language::ALL {
        for chart in [
            section_bars(&pass_fail, &score, language),
            score_waterfall(&pass_fail, &score, LossesBy::Items, language),
            score_curve(&pass_fail, &Frontier { plans: Vec::new() }, language),
            score_trend(&[], language),
            score_trend(&[YearScore { year: 2024, rubric: &pass_fail, score: &score }], language),
            institution_bars(&[], language),
        ] {
            let picture = svg(&chart, Size::PHONE);
            well_formed_and_inside(&picture, true);
            assert!(picture.contains(&chart.no_data), "{}", chart.id);
        }
    }
}

#[test]
fn other_editions_are_told_and_a_change_of_the_line_is_seen() {
    let old = institution();
    let mut new = old.clone();
    (new.edition, new.pass.min_score) = ("2026".to_string(), Some(Points::whole(92)));
    let score = scored(0.8);
    let year = |year, rubric| YearScore { year, rubric, score: &score };
    let chart = score_trend(&[year(2024, &old), year(2025, &new)], ENGLISH);
    let line = chart.series.last().expect("the line");
    assert_eq!(line.points.iter().map(|point| point.y).collect::<Vec<_>>(), [90.0, 92.0]);
    assert!(chart.source.contains("each after the rubric it uses"), "{}", chart.source);
    assert!(score_trend(&[year(2024, &old)], ENGLISH).source.contains("to be verified"));
}

#[test]
fn charts_of_scores_write_over_nothing() {
    for chart in Language::ALL.into_iter().flat_map(all) {
        for size in [Size::WIDE, Size::PHONE] {
            well_formed_and_inside(&svg(&chart, size), true);
            well_formed_and_inside(&svg_file(&chart, size), true);
        }
        assert!(!chart.description.is_empty() && !chart.description.contains(['{', '}']), "{}", chart.id);
        assert!(chart.source.len() > 20, "{}", chart.source);
    }
}
