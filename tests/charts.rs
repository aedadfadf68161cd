//! Charts as text: pictures that a reviewer can read as a difference, and laws for any input.

use proptest::prelude::*;
use water_ledger::chart::{Axis, Chart, Point, Role, Series, Size, svg, svg_file, table};

/// Coefficients of a district against the national values and the targets.
fn trend() -> Chart {
    let series = |name: &str, role, values: &[(i32, f64)]| Series {
        name: name.to_string(),
        role,
        points: values
            .iter()
            .map(|(year, value)| Point::new(f64::from(*year), *value, format!("{value:.3}")))
            .collect(),
    };
    let national = [
        (2015, 0.536),
        (2016, 0.542),
        (2017, 0.548),
        (2018, 0.554),
        (2019, 0.559),
        (2020, 0.565),
        (2021, 0.568),
        (2022, 0.572),
        (2023, 0.576),
        (2024, 0.580),
    ];
    let own = [(2017, 0.531), (2018, 0.538), (2019, 0.552), (2021, 0.561), (2022, 0.574), (2024, 0.588)];
    Chart {
        id: "trend".to_string(),
        title: "青石灌区农田灌溉水有效利用系数，2015—2030年".to_string(),
        description: "青石灌区由2017年的0.531升至2024年的0.588，2022年起高于全国。".to_string(),
        unit: "系数".to_string(),
        x_title: "年份".to_string(),
        x: Axis::Years,
        decimals: 3,
        series: vec![
            series("青石灌区", Role::Own, &own),
            series("全国", Role::Reference, &national),
            series("目标", Role::Target, &[(2020, 0.55), (2025, 0.58), (2030, 0.60)]),
        ],
        source: "来源：青石灌区测算；《中国水资源公报》".to_string(),
        no_data: "尚无数据".to_string(),
    }
}

fn trend_in_english() -> Chart {
    let mut chart = trend();
    chart.title = "Irrigation water-use coefficient, Qingshi District, 2015–2030".to_string();
    chart.description =
        "Qingshi rose from 0.531 in 2017 to 0.588 in 2024 and has exceeded the national value since 2022."
            .to_string();
    chart.unit = "coefficient (–)".to_string();
    chart.x_title = "Year".to_string();
    chart.source = "Source: district measurements; China Water Resources Bulletin".to_string();
    chart.no_data = "No data yet".to_string();
    for (series, name) in chart.series.iter_mut().zip(["Qingshi Irrigation District", "China", "Target"]) {
        series.name = name.to_string();
    }
    chart
}

fn one_point() -> Chart {
    let mut chart = trend();
    chart.series.truncate(1);
    chart.series[0].points.truncate(1);
    chart
}

fn hostile() -> Chart {
    let hostile = "<script>&\"'</script>\u{0}]]>";
    let mut chart = trend();
    let own = &mut chart.series[0];
    chart.id = "a\" onload=\"b".to_string();
    for text in [
        &mut chart.title,
        &mut chart.description,
        &mut chart.unit,
        &mut chart.x_title,
        &mut chart.source,
        &mut own.name,
        &mut own.points[5].label,
    ] {
        *text = hostile.to_string();
    }
    chart
}

/// A measured value with its uncertainty, and a projection with its band.
fn uncertain() -> Chart {
    let mut chart = trend();
    chart.series.pop();
    for (nth, point) in chart.series[0].points.iter_mut().enumerate() {
        if nth != 1 {
            let half = 0.004 + 0.001 * nth as f64;
            (point.low, point.high) = (Some(point.y - half), Some(point.y + half));
        }
    }
    chart
}

#[test]
fn the_trend_in_chinese_on_a_wide_screen() {
    insta::assert_snapshot!(svg(&trend(), Size::WIDE));
}

#[test]
fn the_trend_in_english_on_a_phone() {
    insta::assert_snapshot!(svg(&trend_in_english(), Size::PHONE));
}

#[test]
fn the_trend_as_a_file() {
    insta::assert_snapshot!(svg_file(&trend(), Size::WIDE));
}

#[test]
fn no_series_leaves_a_frame_with_words() {
    insta::assert_snapshot!(svg(&Chart { series: Vec::new(), ..trend() }, Size::WIDE));
}

#[test]
fn one_point_stands_in_the_middle() {
    insta::assert_snapshot!(svg(&one_point(), Size::PHONE));
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
fn a_strict_content_policy_finds_nothing_to_refuse() {
    for text in [svg(&trend(), Size::WIDE), svg_file(&hostile(), Size::PHONE), svg(&uncertain(), Size::PHONE)]
    {
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
    let style = include_str!("../style/chart.css");
    let mut chart = trend();
    for _ in 0..5 {
        chart.series.push(chart.series[0].clone());
    }
    let text = svg(&chart, Size::WIDE);
    for property in
        ["own", "reference", "target", "2", "3", "4", "5", "6", "grid", "axis", "text", "quiet", "paper"]
    {
        let name = format!("--chart-{property}: light-dark(");
        let light = style.split(&name).nth(1).and_then(|rest| rest.split(',').next()).expect(property);
        assert!(text.contains(&format!("\"{light}\"")), "--chart-{property}: {light}");
    }
}

/// Parses the document and checks each coordinate against the viewBox; with `texts` also the ends
/// of each text, at a width that no usual typeface exceeds.
fn well_formed_and_inside(text: &str, texts: bool) {
    let document = roxmltree::Document::parse(text).expect("well-formed");
    let root = document.root_element();
    let view: Vec<f64> = numbers(root.attribute("viewBox").expect("viewBox"));
    let (width, height) = (view[2], view[3]);
    let inside = |x: f64, y: f64, node: roxmltree::Node| {
        assert!((0.0..=width).contains(&x) && (0.0..=height).contains(&y), "{x} {y} {node:?}");
    };
    for node in root.descendants().filter(roxmltree::Node::is_element) {
        let number = |name| node.attribute(name).map_or(0.0, |value| numbers(value)[0]);
        for pair in node.attribute("d").map(numbers).unwrap_or_default().chunks(2) {
            inside(pair[0], pair[1], node);
        }
        inside(number("x"), number("y"), node);
        inside(number("cx") + number("r"), number("cy") + number("r"), node);
        if node.has_tag_name("rect") {
            inside(number("x") + number("width"), number("y") + number("height"), node);
        }
        if texts && node.tag_name().name() == "text" {
            let wide = node.text().map_or(0, |text| text.chars().count()) as f64 * 0.5 * number("font-size");
            let start = match node.attribute("text-anchor") {
                Some("middle") => number("x") - wide / 2.0,
                Some("end") => number("x") - wide,
                _ => number("x"),
            };
            inside(start, number("y"), node);
            inside(start + wide, number("y"), node);
        }
    }
}

fn numbers(text: &str) -> Vec<f64> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != '-')
        .filter(|piece| !piece.is_empty())
        .map(|piece| piece.parse().expect("a number"))
        .collect()
}

fn any_value() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -2.0..2.0,
        2 => -1e6..1e6,
        1 => any::<f64>(),
        1 => prop::sample::select(vec![0.0, -0.0, f64::NAN, f64::INFINITY, f64::MAX, f64::MIN_POSITIVE, 0.5, 1e15]),
    ]
}

fn any_year() -> impl Strategy<Value = f64> {
    prop_oneof![6 => (1990..2040).prop_map(f64::from), 1 => -1e5..1e5, 1 => any_value()]
}

fn any_point() -> impl Strategy<Value = Point> {
    let end = || proptest::option::weighted(0.2, any_value());
    (any_year(), any_value(), end(), end(), prop_oneof!["", "[0-9.]{1,6}", any::<String>()])
        .prop_map(|(x, y, low, high, label)| Point { x, y, low, high, label })
}

fn any_series() -> impl Strategy<Value = Series> {
    let role = prop::sample::select(vec![Role::Own, Role::Reference, Role::Target]);
    (
        prop_oneof!["[a-z]{0,12}", "[一-龥]{0,30}", any::<String>()],
        role,
        prop::collection::vec(any_point(), 0..12),
    )
        .prop_map(|(name, role, points)| Series { name, role, points })
}

fn any_chart() -> impl Strategy<Value = Chart> {
    let series = prop_oneof![
        12 => prop::collection::vec(any_series(), 0..5),
        1 => prop::collection::vec(any_series(), 90..110),
    ];
    let words = prop::collection::vec(any::<String>(), 7);
    (words, 0_usize..20, series).prop_map(|(words, decimals, series)| {
        let mut words = words.into_iter();
        let mut word = || words.next().unwrap_or_default();
        Chart {
            id: word(),
            title: word(),
            description: word(),
            unit: word(),
            x_title: word(),
            x: Axis::Years,
            decimals,
            series,
            source: word(),
            no_data: word(),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_chart_is_well_formed_and_stays_inside(chart in any_chart(), width in 0_u32..5000, height in 0_u32..5000) {
        let page = svg(&chart, Size { width, height });
        well_formed_and_inside(&page, false);
        prop_assert_eq!(page, svg(&chart, Size { width, height }));
        well_formed_and_inside(&svg(&chart, Size::PHONE), false);
        well_formed_and_inside(&svg_file(&chart, Size::WIDE), false);
    }

    #[test]
    fn ordinary_words_stay_inside_too(series in prop::collection::vec(any_series(), 1..5)) {
        let mut chart = Chart { series, ..trend() };
        for (nth, one) in chart.series.iter_mut().enumerate() {
            one.name = format!("series {nth}");
            one.points.iter_mut().for_each(|point| point.label = String::new());
        }
        for size in [Size::WIDE, Size::PHONE] {
            well_formed_and_inside(&svg(&chart, size), true);
        }
    }

    #[test]
    fn the_table_is_rectangular_and_ascending(chart in any_chart()) {
        let table = table(&chart);
        prop_assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
        let years: Vec<f64> = table.rows.iter().map(|row| row[0].parse().expect("a number")).collect();
        prop_assert!(years.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
