//! Lines that are named at their ends, values of which something is missing, bullets, and lines that stand apart.

use water_ledger::chart::*;

use super::drawn::{Drawn, near, number, said};
use super::laws::well_formed_and_inside;
use super::samples::{season, trend, trend_in_english};

/// Widths of a phone, a rail, a frame on a desk.
const WIDTHS: [u32; 4] = [320, 360, 560, 880];

#[test]
fn lines_are_named_at_their_ends_in_their_colours() {
    for (chart, widths) in [(trend(), &WIDTHS[..]), (trend_in_english(), &WIDTHS[2..])] {
        for width in widths {
            let text = svg(&chart, Size::across(*width));
            well_formed_and_inside(&text, true);
            let drawn = Drawn::new(&text);
            assert!(drawn.with("legend").is_empty(), "{width}");
            for (series, role) in chart.series.iter().zip(["own", "reference", "target"]) {
                let last = &series.points[series.points.len() - 1].label;
                let name = format!("{} {last}", series.name);
                let labels = drawn.with(&format!("label {role} s1"));
                assert!(labels.iter().any(|label| said(label) == name), "{width}: {name}");
            }
        }
    }
}

#[test]
fn a_legend_comes_where_a_name_finds_no_room_and_with_columns() {
    let mut chart = trend();
    chart.series[1].name = "全国农田灌溉水有效利用系数（历年水资源公报）".to_string();
    let text = svg(&chart, Size::PHONE);
    assert_eq!(Drawn::new(&text).with("legend").len(), 3);
    // Figures stay beside the lines, without names.
    assert!(text.contains(">0.588</text>"));
    let text = svg(&season(), Size::WIDE);
    assert_eq!(Drawn::new(&text).with("legend").len(), 3);
}

#[test]
fn an_incomplete_value_is_half_a_disc() {
    let mut chart = trend();
    chart.series[0].points[5].is_incomplete = true;
    let text = svg(&chart, Size::WIDE);
    well_formed_and_inside(&text, true);
    let drawn = Drawn::new(&text);
    let (halves, discs) = (drawn.with("half own"), drawn.with("marker own hollow"));
    assert_eq!((halves.len(), discs.len(), drawn.with("marker own").len()), (1, 1, 6));
    let left: Vec<f64> =
        super::laws::numbers(super::drawn::path(&halves[0])).chunks(2).map(|at| at[0]).collect();
    let middle = number(&discs[0], "cx");
    assert!(left.iter().all(|x| *x <= middle + 0.1), "the left half is full");
}

#[test]
fn a_subtitle_stands_in_a_file_and_takes_the_place_of_the_unit() {
    let chart = Chart { subtitle: "灌溉水有效利用系数".to_string(), ..trend() };
    let (page, file) = (svg(&chart, Size::WIDE), svg_file(&chart, Size::WIDE));
    let (page, file) = (Drawn::new(&page), Drawn::new(&file));
    assert!(page.with("subtitle").is_empty() && page.with("unit").is_empty() && file.with("unit").is_empty());
    let (title, subtitle) = (&file.with("title")[0], &file.with("subtitle")[0]);
    assert!(number(title, "y") < number(subtitle, "y") && number(subtitle, "y") < file.plot()[1]);
}

fn bullet(name: &str, value: f64, limit: f64, reach: Reach) -> Bullet {
    let mark = match reach {
        Reach::Reached => ["●", "达到"],
        Reach::Missed => ["■", "未达到"],
        Reach::MissedSoFar => ["□", "暂未达到"],
        Reach::Noted => ["◇", "低于标准下限"],
        Reach::Unjudged => ["", ""],
    };
    Bullet {
        name: name.to_string(),
        asked: format!("行业限值 {limit}"),
        value,
        label: format!("{value:.2}"),
        limit: (reach != Reach::Unjudged).then_some(limit),
        others: vec![93.0],
        beside: "全国 93".to_string(),
        reach,
        mark: mark.map(str::to_string),
    }
}

fn bullets() -> Chart {
    let rows = vec![
        bullet("2020", 97.2, 97.0, Reach::Reached),
        bullet("2021", 88.02, 97.0, Reach::Missed),
        bullet("2022", 80.5, 97.0, Reach::MissedSoFar),
        bullet("2023", 84.0, 75.0, Reach::Missed),
        bullet("2024", 91.0, 97.0, Reach::Unjudged),
        bullet("2025", 91.0, 97.0, Reach::Noted),
    ];
    Chart { kind: Kind::Bullets(rows), subtitle: "重复利用率，%".to_string(), decimals: 2, ..trend() }
}

#[test]
fn only_what_is_lacking_has_a_colour() {
    let text = svg(&bullets(), Size::WIDE);
    insta::assert_snapshot!(text);
    well_formed_and_inside(&text, true);
    let drawn = Drawn::new(&text);
    let (tracks, limits) = (drawn.rects("track"), drawn.rects("limit"));
    let (quiet, water, gaps) = (drawn.rects("extent"), drawn.rects("extent reached"), drawn.rects("gap"));
    assert_eq!((tracks.len(), limits.len(), quiet.len(), water.len(), gaps.len()), (6, 5, 6, 1, 4));
    let x = |value: f64| tracks[0][0] + (tracks[0][2] - tracks[0][0]) * value / 100.0;
    // From value to limit, or from a limit that should have been kept to the value.
    let ends = [(88.02, 97.0), (80.5, 97.0), (75.0, 84.0), (91.0, 97.0)];
    for (gap, (from, to)) in gaps.iter().zip(ends) {
        assert!(near(gap[0], x(from)) && near(gap[2], x(to)), "{gap:?}: {from} to {to}");
    }
    for (class, count) in [("gap missed", 2), ("gap part", 1), ("gap noted", 1)] {
        assert_eq!(drawn.with(class).len(), count, "{class}");
    }
    assert!(limits.iter().all(|limit| near(limit[2] - limit[0], 2.0) && near(limit[3] - limit[1], 18.0)));
    assert!(tracks.iter().all(|track| near(track[3] - track[1], 8.0)));
    assert_eq!(table(&bullets()), table(&trend()));
}

#[test]
fn on_a_phone_words_without_room_stand_below_the_bar() {
    let text = svg(&bullets(), Size::across(300));
    insta::assert_snapshot!(text);
    for width in [240, 300, 320, 390, 720] {
        let page = svg(&bullets(), Size::across(width));
        well_formed_and_inside(&page, true);
        well_formed_and_inside(&svg_file(&bullets(), Size::across(width)), true);
        assert_eq!(Drawn::new(&page).with("verdict").len(), 5, "{width}: no word is lost");
    }
}

#[test]
fn ten_lines_stand_apart_on_one_scale() {
    let mut chart = trend();
    let own = chart.series[0].clone();
    chart.series.truncate(3);
    chart.series.remove(1);
    for nth in 0..9 {
        let mut series = Series { name: format!("第 {nth} 部分"), role: Role::Reference, ..own.clone() };
        series.points.iter_mut().for_each(|point| point.y += 0.004 * f64::from(nth));
        chart.series.push(series);
    }
    for width in WIDTHS {
        let text = svg(&chart, Size::across(width));
        well_formed_and_inside(&text, true);
        let drawn = Drawn::new(&text);
        assert_eq!((drawn.with("name").len(), drawn.with("series own").len()), (10, 10), "{width}");
        assert_eq!(drawn.with("legend").len(), 1, "the target, which stands in every panel");
    }
}
