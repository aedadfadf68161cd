//! Charts as text: pictures that a reviewer can read as a difference, and laws for any input.

mod drawn;
mod laws;
mod named;
mod net_tests;
mod nets;
mod picture;
mod samples;
mod scores;

use drawn::{Drawn, factor_of, near, number, path, said};
use laws::{numbers, well_formed_and_inside};
use nets::works_in_english;
use samples::*;
use water_ledger::chart::*;

#[test]
fn the_trend_in_chinese_on_a_wide_screen() {
    let text = svg(&trend(), Size::WIDE);
    insta::assert_snapshot!(text);
    // All lines lie on one scale: later to the right, more above less.
    let [across, up] = Drawn::new(&text).points(&trend());
    assert!(factor_of(&across) > 0.0 && factor_of(&up) < 0.0);
}

#[test]
fn the_trend_in_english_on_a_phone() {
    let text = svg(&trend_in_english(), Size::PHONE);
    insta::assert_snapshot!(text);
    // The axes say where the points lie.
    let drawn = Drawn::new(&text);
    let ([across, up], [years, values]) = (drawn.points(&trend_in_english()), drawn.ticks());
    factor_of(&[across, years].concat());
    // Letters stand below the middle of their line, all by the same.
    assert!((factor_of(&up) / factor_of(&values) - 1.0).abs() < 0.01);
}

#[test]
fn the_trend_as_a_file() {
    let text = svg_file(&trend(), Size::WIDE);
    insta::assert_snapshot!(text);
    let in_page = svg(&trend(), Size::WIDE);
    let (file, page) = (Drawn::new(&text), Drawn::new(&in_page));
    let ([_, top, _, bottom], words) = (file.plot(), ["title", "source"].map(|class| file.with(class)));
    let [title, source] = words.map(|found| (said(&found[0]).to_string(), number(&found[0], "y")));
    assert_eq!((title.0, source.0), (trend().title, trend().source));
    assert!(title.1 < top && source.1 > bottom, "above and below the plot");
    assert!(page.with("title").is_empty() && page.with("source").is_empty());
    assert!(file.size()[1] > page.size()[1]);
}

#[test]
fn no_series_leaves_a_frame_with_words() {
    let text = svg(&Chart { series: Vec::new(), ..trend() }, Size::WIDE);
    insta::assert_snapshot!(text);
    let drawn = Drawn::new(&text);
    let ([left, top, right, bottom], words) = (drawn.rects("frame")[0], drawn.with("no-data"));
    assert_eq!(said(&words[0]), trend().no_data);
    assert!(near(number(&words[0], "x"), (left + right) / 2.0));
    assert!((top..bottom).contains(&number(&words[0], "y")));
    assert!(["series", "marker", "axis", "legend"].iter().all(|class| drawn.with(class).is_empty()));
}

#[test]
fn one_point_stands_in_the_middle() {
    let text = svg(&one_point(), Size::PHONE);
    insta::assert_snapshot!(text);
    let drawn = Drawn::new(&text);
    let ([left, _, right, _], points) = (drawn.plot(), drawn.with("marker own"));
    let tick = drawn.ticks()[0][0];
    let x = number(&points[points.len() - 1], "cx");
    assert_eq!((points.len(), tick), (1, (2017.0, x)), "a point above its year");
    assert!((x - (left + right) / 2.0).abs() < 1.0);
}

#[test]
fn hostile_words_stay_words() {
    let text = svg_file(&hostile(), Size::WIDE);
    insta::assert_snapshot!(text);
    assert!(!text.contains("<script"));
    well_formed_and_inside(&text, false);
}

#[test]
fn uncertainty_is_a_band_or_a_bar() {
    let text = svg(&uncertain(), Size::WIDE);
    assert_eq!(text.matches(r#"class="band own s1""#).count(), 2);
    insta::assert_snapshot!(text);
}

#[test]
fn the_table_has_a_row_for_each_year_and_blanks_where_nothing_is_known() {
    let table = table(&trend());
    assert_eq!(table.head, ["年份", "青石灌区 (系数)", "全国 (系数)", "目标 (系数)"]);
    assert_eq!(table.rows.len(), 12);
    assert_eq!(table.rows[0], ["2015", "", "0.536", ""]);
    assert_eq!(table.rows[5], ["2020", "", "0.565", "0.550"]);
    assert_eq!(table.rows[11], ["2030", "", "", "0.600"]);
}

#[test]
fn classes_stand_against_their_limits() {
    let text = svg(&classes(), Size::WIDE);
    insta::assert_snapshot!(text);
    let drawn = Drawn::new(&text);
    let (bars, marks) = (drawn.rects("bar own"), drawn.rects("mark target"));
    let [own, limits] =
        [0, 1].map(|nth| classes().series[nth].points.iter().map(|p| p.y).collect::<Vec<_>>());
    let ends = own.iter().copied().zip(bars.iter().map(|bar| bar[2]));
    let lines = limits.iter().copied().zip(marks.iter().map(|mark| (mark[0] + mark[2]) / 2.0));
    assert_eq!((bars.len(), marks.len()), (5, 5));
    factor_of(&ends.chain(lines).collect::<Vec<_>>());
    for (bar, mark) in bars.iter().zip(&marks) {
        assert!(mark[1] < bar[1] && bar[3] < mark[3], "a mark crosses the row of its bar");
    }
}

#[test]
fn long_names_of_bars_take_two_lines_on_a_phone() {
    let text = svg(&budget(), Size::PHONE);
    assert!(text.contains(">Soil moisture before<") && text.contains(">irrigation, plot 3 of th…<"));
    insta::assert_snapshot!(text);
}

#[test]
fn many_bars_make_a_tall_picture_and_too_many_are_counted() {
    let height = |chart: &Chart| svg(chart, Size::WIDE).lines().next().map(height_of).unwrap_or(0.0);
    let mut chart = losses();
    let text = svg_file(&chart, Size::PHONE);
    assert_eq!(text.matches(r#"class="bar "#).count(), 2 * 32 - 1 + 2, "{text}");
    let few = height(&chart);
    chart.x = Axis::Named((1..=70).map(|nth| format!("{nth}支渠")).collect());
    assert!(height(&chart) > few + 25.0 * 20.0);
    assert!(svg(&chart, Size::WIDE).contains(">… +10<"));
    assert_eq!(table(&chart).rows.len(), 70);
}

#[test]
fn a_season_has_columns_and_a_line() {
    insta::assert_snapshot!(svg(&season(), Size::WIDE));
    let table = table(&season());
    assert_eq!(table.head, ["月份", "净灌溉需水 (mm)", "有效降雨 (mm)", "作物需水 ETc (mm)"]);
    assert_eq!(table.rows[4], ["5月", "98", "34", "132"]);
}

#[test]
fn a_profile_runs_along_numbers() {
    let text = svg(&profile(), Size::PHONE);
    insta::assert_snapshot!(text);
    let drawn = Drawn::new(&text);
    let ([across, up], [along, _]) = (drawn.points(&profile()), drawn.ticks());
    factor_of(&[across, along].concat());
    assert!(factor_of(&up) < 0.0);
}

#[test]
fn a_projection_is_dashed_and_hollow_with_a_band_of_its_own() {
    let text = svg_file(&projection(), Size::WIDE);
    insta::assert_snapshot!(text);
    let table = table(&projection());
    assert_eq!(table.head[2], "青石灌区 · 95% 区间");
    let last = table.rows.last().expect("a row");
    assert_eq!(*last, ["2030", "", "", "", "0.638", "0.616 – 0.661", "0.600"]);
}

#[test]
fn a_schematic_in_chinese_on_a_wide_screen() {
    let text = svg(&canals(), Size::WIDE);
    insta::assert_snapshot!(text);
    let bands = bands(&text);
    let canals = tree().canals;
    // A band is as thick as its flow, unless it would hardly be seen.
    let ends = canals.iter().zip(&bands).flat_map(|(canal, (_, [_, _, inflow, outflow]))| {
        [(canal.inflow, *inflow), (canal.outflow, *outflow)]
    });
    factor_of(&ends.filter(|(_, thickness)| *thickness > 3.0).collect::<Vec<_>>());
    for (canal, (_, [left, ..])) in canals.iter().zip(&bands) {
        let end = canal.parent.map_or(0.0, |parent| bands[parent].1[1]);
        assert!(end < *left, "{}: a branch begins after the canal it leaves", canal.name);
    }
}

#[test]
fn a_schematic_in_english_as_a_file_for_a_phone() {
    let text = svg_file(&canals_in_english(), Size::PHONE);
    insta::assert_snapshot!(text);
    let tree = tree();
    let class = |loss: f64| 1 + tree.limits.iter().filter(|limit| loss >= **limit).count();
    for (canal, (classes, _)) in tree.canals.iter().zip(bands(&text)) {
        assert_eq!(classes, format!("flow loss{}", canal.loss.map_or(0, class)), "{}", canal.name);
    }
    // Darkness grows with the loss, in the legend too.
    let drawn = Drawn::new(&text);
    let dark = (1..=4).map(|class| number(&drawn.with(&format!("flow loss{class}"))[0], "fill-opacity"));
    assert!(dark.collect::<Vec<_>>().is_sorted_by(|a, b| a < b));
    assert!(canals_in_english().kind.scrolls() && drawn.size()[0] > f64::from(Size::PHONE.width));
}

/// The class of each canal's band, and its left end, right end, and thickness at both.
fn bands(text: &str) -> Vec<(String, [f64; 4])> {
    let drawn = Drawn::new(text);
    let band = |group: &roxmltree::Node| {
        let is_band =
            |node: &roxmltree::Node| node.attribute("class").is_some_and(|class| class.starts_with("flow "));
        let band = group.children().find(is_band).expect("a band");
        let at = numbers(path(&band));
        (
            band.attribute("class").unwrap_or_default().to_string(),
            [at[0], at[2], at[7] - at[1], at[5] - at[3]],
        )
    };
    drawn.with("canal").iter().map(band).collect()
}

#[test]
fn each_canal_can_be_found_and_heard() {
    let text = svg(&canals(), Size::WIDE);
    let document = roxmltree::Document::parse(&text).expect("well-formed");
    let groups: Vec<_> = document.descendants().filter(|node| node.has_tag_name("g")).collect();
    assert_eq!(groups.len(), 13);
    for (nth, group) in groups.iter().enumerate() {
        assert_eq!(group.attribute("data-index"), Some(nth.to_string().as_str()));
    }
    let said = groups[4].first_element_child().and_then(|title| title.text());
    assert_eq!(said, Some("东干渠三支渠（石桥至青石镇段）\n流入 1.20\n流出 1.02\n损失率 15.2%"));
}

#[test]
fn canals_without_room_are_counted_where_they_leave() {
    let text = svg(&many_canals(), Size::WIDE);
    assert_eq!(text.matches(r#"<g class="canal""#).count(), 60);
    let folded: usize =
        text.split(">… +").skip(1).filter_map(|rest| rest.split('<').next()?.parse::<usize>().ok()).sum();
    assert_eq!(folded, 440);
    assert_eq!(table(&many_canals()).rows.len(), 500);
}

#[test]
fn the_table_of_canals_says_what_leaves_what() {
    let table = table(&canals());
    assert_eq!(table.head, ["渠道", "上级", "流入", "流出", "损失率"]);
    assert_eq!(table.rows[0], ["总干渠", "", "12.40", "11.89", "4.1%"]);
    assert_eq!(table.rows[11], ["西三支二斗", "西干渠三支渠", "0.28", "0.28", "未测"]);
}

#[test]
fn no_canals_leave_a_frame_with_words() {
    let chart = Chart { kind: Kind::canals(CanalTree::default()), ..canals() };
    let text = svg(&chart, Size::WIDE);
    well_formed_and_inside(&text, true);
    assert!(text.contains(">尚无渠道<"));
}

#[test]
fn a_canal_that_leaves_itself_stands_alone() {
    let mut tree = tree();
    tree.canals.truncate(2);
    (tree.canals[0].parent, tree.canals[1].parent) = (Some(1), Some(1));
    assert_eq!(svg(&canal_chart(tree), Size::WIDE).matches("junction").count(), 0);
}

#[test]
fn every_sample_stays_inside_and_writes_over_nothing() {
    let charts = [
        trend_in_english(),
        uncertain(),
        classes(),
        budget(),
        losses(),
        season(),
        profile(),
        projection(),
        canals(),
        canals_in_english(),
        many_canals(),
    ];
    for chart in charts {
        for size in [Size::WIDE, Size::PHONE] {
            well_formed_and_inside(&svg(&chart, size), true);
            well_formed_and_inside(&svg_file(&chart, size), true);
        }
    }
}

#[test]
fn a_strict_content_policy_finds_nothing_to_refuse() {
    let charts = [
        trend(),
        hostile(),
        uncertain(),
        classes(),
        season(),
        projection(),
        canals(),
        many_canals(),
        works_in_english(),
        nets::chart(Kind::boxes(nets::works())),
    ];
    let pictures = charts.iter().flat_map(|chart| [svg(chart, Size::WIDE), svg_file(chart, Size::PHONE)]);
    for text in pictures {
        let document = roxmltree::Document::parse(&text).expect("well-formed");
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            assert!(!["style", "script", "foreignObject", "image"].contains(&node.tag_name().name()));
            assert!(node.attributes().all(|a| a.name() != "style" && !a.name().starts_with("on")));
            let named = ["title", "desc"].contains(&node.tag_name().name());
            assert!(named || node.has_attribute("class"), "{node:?}");
        }
    }
}

#[test]
fn every_colour_of_the_style_sheet_has_its_default_in_the_attributes() {
    let style = include_str!("../../style/chart.css");
    let mut chart = trend();
    for _ in 0..5 {
        chart.series.push(chart.series[0].clone());
    }
    let text = svg(&chart, Size::WIDE) + &svg(&canals(), Size::WIDE) + &svg(&works_in_english(), Size::WIDE);
    let chart =
        ["own", "reference", "target", "2", "3", "4", "5", "6", "grid", "axis", "text", "quiet", "paper"];
    let losses = ["loss-1", "loss-2", "loss-3", "loss-4"];
    let waters = ["fresh", "nonconventional", "again", "discharge", "consumption", "leakage"];
    let of_chart = chart.iter().chain(&losses).map(|name| format!("--chart-{name}"));
    let of_flows = waters.iter().flat_map(|name| [format!("--flow-{name}"), format!("--flow-{name}-line")]);
    let rest = ["--flow-drain", "--flow-node", "--flow-off"].map(str::to_string);
    for property in of_chart.chain(of_flows).chain(rest) {
        let name = format!("{property}: light-dark(");
        let light = style.split(&name).nth(1).and_then(|rest| rest.split(',').next()).expect(&property);
        assert!(text.contains(&format!("\"{light}\"")), "{property}: {light}");
    }
}

/// The height that the first line of a document gives.
fn height_of(head: &str) -> f64 {
    let height = head.split(" height=\"").nth(1).and_then(|rest| rest.split('"').next());
    height.and_then(|height| height.parse().ok()).expect("a height")
}
