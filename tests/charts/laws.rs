//! Laws that hold for any chart.

use proptest::prelude::*;
use water_ledger::chart::*;

use super::picture::Picture;
use super::samples::{season, trend};

/// Parses the document and checks each coordinate against the viewBox; with `texts` also the ends
/// of each text, at a width that every usual typeface reaches, and that no text lies on another.
pub fn well_formed_and_inside(text: &str, texts: bool) {
    let document = roxmltree::Document::parse(text).expect("well-formed");
    let root = document.root_element();
    let view: Vec<f64> = numbers(root.attribute("viewBox").expect("viewBox"));
    let (width, height) = (view[2], view[3]);
    let inside = |x: f64, y: f64, node: roxmltree::Node| {
        assert!((0.0..=width).contains(&x) && (0.0..=height).contains(&y), "{x} {y} {node:?}");
    };
    let mut taken: Vec<([f64; 4], String)> = Vec::new();
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
            let em = |letter: char| if letter >= '⺀' { 1.0 } else { 0.45 };
            let said: String =
                node.descendants().filter(roxmltree::Node::is_text).filter_map(|part| part.text()).collect();
            let wide = said.chars().map(em).sum::<f64>() * number("font-size");
            let start = match node.attribute("text-anchor") {
                Some("middle") => number("x") - wide / 2.0,
                Some("end") => number("x") - wide,
                _ => number("x"),
            };
            inside(start, number("y"), node);
            inside(start + wide, number("y"), node);
            let rect = [start, number("y") - 0.7 * number("font-size"), start + wide, number("y")];
            let meets = |(other, _): &&([f64; 4], String)| {
                rect[0] < other[2] && other[0] < rect[2] && rect[1] < other[3] && other[1] < rect[3]
            };
            let met = taken.iter().find(meets);
            assert!(met.is_none(), "{said} {rect:?} lies on {met:?}");
            taken.push((rect, said));
        }
    }
}

pub fn numbers(text: &str) -> Vec<f64> {
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
    (
        any_year(),
        any_value(),
        end(),
        end(),
        end(),
        any::<bool>(),
        prop_oneof!["", "[0-9.]{1,6}", any::<String>()],
    )
        .prop_map(|(x, y, from, low, high, is_incomplete, label)| Point {
            x,
            y,
            from,
            low,
            high,
            is_incomplete,
            label,
        })
}

fn any_series() -> impl Strategy<Value = Series> {
    let role = prop::sample::select(vec![Role::Own, Role::Projection, Role::Reference, Role::Target]);
    let form = prop::sample::select(vec![Form::Line, Form::Line, Form::Columns, Form::Over]);
    (
        prop_oneof!["[a-z]{0,12}", "[一-龥]{0,30}", any::<String>()],
        role,
        form,
        prop::collection::vec(any_point(), 0..12),
    )
        .prop_map(|(name, role, form, points)| Series { name, role, form, points })
}

fn any_axis() -> impl Strategy<Value = Axis> {
    prop_oneof![
        Just(Axis::Years),
        Just(Axis::Numbers),
        prop::collection::vec(prop_oneof!["[a-z ]{0,30}", any::<String>()], 0..80).prop_map(Axis::Named),
    ]
}

fn any_canal() -> impl Strategy<Value = Canal> {
    let parent = proptest::option::weighted(0.9, 0_usize..90);
    let word = || prop_oneof!["[0-9.]{0,8}", "[一-龥]{0,12}", any::<String>()];
    let loss = proptest::option::weighted(0.8, prop_oneof![3 => 0.0..0.5, 1 => any_value()]);
    (
        word(),
        parent,
        prop_oneof![3 => 0.0..9.0, 1 => any_value()],
        any_value(),
        loss,
        [word(), word(), word()],
    )
        .prop_map(|(name, parent, inflow, outflow, loss, labels)| Canal {
            name,
            parent,
            inflow,
            outflow,
            loss,
            labels,
        })
}

fn any_tree() -> impl Strategy<Value = CanalTree> {
    let words = || prop::array::uniform5(any::<String>());
    (words(), prop::array::uniform3(any_value()), words(), prop::collection::vec(any_canal(), 0..90))
        .prop_map(|(head, limits, [a, b, c, d, _], canals)| CanalTree {
            head,
            limits,
            classes: [a, b, c, d],
            canals,
        })
}

fn any_node() -> impl Strategy<Value = FlowNode> {
    use NodeRole::*;
    let roles =
        [Source, Use, Use, Use, Treatment, WastewaterTreatment, Junction, Discharge, Consumption, Leakage];
    let severity = prop::sample::select(vec![Severity::None, Severity::Within, Severity::Exceeds]);
    let word = || prop_oneof!["[0-9.]{0,8}", "[一-龥]{0,12}", any::<String>()];
    let role = prop::sample::select(roles.to_vec());
    let of_balance = (word(), word(), severity, any::<bool>());
    (word(), role, "[ab]{0,1}", [word(), word()], of_balance).prop_map(
        |(name, role, group, sums, (circulation, residual, severity, is_elsewhere))| FlowNode {
            name,
            role,
            group,
            sums,
            circulation,
            residual,
            severity,
            is_elsewhere,
        },
    )
}

/// Nets of any shape: loops, water to itself, ends that are nowhere, amounts that are none.
fn any_net() -> impl Strategy<Value = FlowNet> {
    let amount = proptest::option::weighted(0.9, prop_oneof![4 => 0.0..500.0, 1 => any_value()]);
    let water = prop::sample::select(Water::ALL.to_vec());
    let flow = (0_usize..32, 0_usize..32, amount, "[0-9.]{0,6}", water).prop_map(
        |(from, to, amount, label, water)| Flow { from, to, amount, label, water, ..Flow::default() },
    );
    let words = || prop::array::uniform4("[一-龥a-z]{0,9}");
    (
        words(),
        words(),
        words(),
        prop::collection::vec(any_node(), 0..30),
        prop::collection::vec(flow, 0..90),
        prop_oneof![Just(0.0), 0.0..0.3, any_value()],
    )
        .prop_map(|(head, a, [e, f, g, circulation], nodes, flows, least)| {
            let [b, c, d, unknown] = a.clone();
            let words = FlowWords {
                head,
                waters: [b.clone(), c, d, e, f, g, b],
                circulation,
                sums: ["in", "out"].map(str::to_string),
                residual: ["left", "allowed", "too much"].map(str::to_string),
                unknown,
                hidden: String::new(),
                off: "off by".to_string(),
                again: "again".to_string(),
                totals: Default::default(),
            };
            FlowNet { words, nodes, flows, least }
        })
}

/// Plants as they are: sources, treatment, uses, wastewater works that give some of their water back.
fn any_works() -> impl Strategy<Value = FlowNet> {
    use NodeRole::{Consumption, Discharge, Leakage, Source, Treatment, Use, WastewaterTreatment};
    let amounts = prop::collection::vec((0.5_f64..400.0, 0_usize..9, 0_usize..9), 2..12);
    (1_usize..4, 0_usize..3, 1_usize..3, amounts, any::<bool>()).prop_map(
        |(sources, treatments, works, uses, is_named)| {
            let mut net = super::nets::works();
            (net.nodes, net.flows) = (Vec::new(), Vec::new());
            let mut add = |role, count: usize| {
                let first = net.nodes.len();
                for nth in 0..count {
                    let name =
                        if is_named { format!("{nth}车间的名字") } else { format!("Shop number {nth}") };
                    let sums = ["1,310".to_string(), "1,301".to_string()];
                    let circulation = if nth % 3 == 1 { "12,000".to_string() } else { String::new() };
                    net.nodes.push(FlowNode { name, role, sums, circulation, ..FlowNode::default() });
                }
                first
            };
            let ends = [Consumption, Leakage, Discharge].map(|role| add(role, 1));
            let (source, treatment) = (add(Source, sources), add(Treatment, treatments));
            let (first, work) = (add(Use, uses.len()), add(WastewaterTreatment, works));
            let mut join = |from: usize, to: usize, water: Water, amount: f64| {
                net.flows.push(Flow {
                    from,
                    to,
                    amount: Some(amount),
                    label: format!("{amount:.1}"),
                    water,
                    ..Flow::default()
                });
            };
            for nth in 0..treatments {
                join(source + nth % sources, treatment + nth, Water::Fresh, 300.0);
            }
            for (nth, (amount, a, b)) in uses.iter().copied().enumerate() {
                let unit = first + nth;
                let from = if treatments > 0 && a % 2 == 0 {
                    treatment + a % treatments
                } else {
                    source + a % sources
                };
                join(from, unit, Water::Fresh, amount);
                join(unit, ends[0], Water::Consumption, amount * 0.3);
                join(unit, ends[1], Water::Leakage, amount * 0.05);
                join(
                    unit,
                    if b % 3 == 0 { ends[2] } else { work + b % works },
                    Water::Discharge,
                    amount * 0.6,
                );
                if b % 4 == 1 {
                    join(work + a % works, unit, Water::Reclaimed, amount * 0.2);
                }
                if b % 5 == 2 && nth > 0 {
                    join(first + b % nth, unit, Water::Reused, amount * 0.1);
                }
            }
            for nth in 0..works {
                join(work + nth, ends[2], Water::Discharge, 120.0);
            }
            net
        },
    )
}

fn any_bullet() -> impl Strategy<Value = Bullet> {
    use Reach::*;
    let word = || prop_oneof!["[0-9.]{0,8}", "[一-龥]{0,30}", any::<String>()];
    let values = (any_value(), proptest::option::of(any_value()), prop::collection::vec(any_value(), 0..3));
    let reach = prop::sample::select(vec![Unjudged, Reached, Missed, MissedSoFar, Noted]);
    (word(), word(), word(), word(), word(), word(), values, reach).prop_map(
        |(name, asked, beside, label, shape, said, (value, limit, others), reach)| Bullet {
            name,
            asked,
            beside,
            value,
            label,
            limit,
            others,
            reach,
            mark: [shape, said],
        },
    )
}

fn any_kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        3 => Just(Kind::Lines),
        2 => Just(Kind::Bars),
        1 => prop::collection::vec(any_bullet(), 0..6).prop_map(Kind::Bullets),
        1 => any_tree().prop_map(Kind::canals),
        1 => any_net().prop_map(Kind::flows),
        1 => any_net().prop_map(Kind::boxes),
    ]
}

fn any_chart() -> impl Strategy<Value = Chart> {
    let series = prop_oneof![
        12 => prop::collection::vec(any_series(), 0..5),
        1 => prop::collection::vec(any_series(), 90..110),
    ];
    let words = prop::collection::vec(any::<String>(), 9);
    (words, any_kind(), any_axis(), 0_usize..20, series).prop_map(|(words, kind, x, decimals, series)| {
        let mut words = words.into_iter();
        let mut word = || words.next().unwrap_or_default();
        Chart {
            id: word(),
            kind,
            title: word(),
            subtitle: word(),
            description: word(),
            unit: word(),
            x_title: word(),
            x,
            decimals,
            series,
            interval: word(),
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
    fn bars_and_columns_never_write_over_themselves(series in prop::collection::vec(any_series(), 1..4), bars in any::<bool>()) {
        let kind = if bars { Kind::Bars } else { Kind::Lines };
        let mut chart = Chart { kind, series, interval: "interval".to_string(), ..season() };
        for (nth, one) in chart.series.iter_mut().enumerate() {
            one.name = format!("series {nth}");
            for (at, point) in one.points.iter_mut().enumerate() {
                (point.x, point.label) = (at as f64, String::new());
            }
        }
        for size in [Size::WIDE, Size::PHONE] {
            well_formed_and_inside(&svg(&chart, size), true);
        }
    }

    #[test]
    fn a_schematic_never_writes_over_itself(tree in any_tree(), width in 0_u32..2000) {
        let mut tree = tree;
        for (nth, canal) in tree.canals.iter_mut().enumerate() {
            canal.name = format!("{nth}支渠 of {nth} hectares");
            canal.labels = ["12.40", "11.89", "4.1%"].map(str::to_string);
        }
        tree.classes = ["<5%", "5–10%", "10–20%", "≥20%"].map(str::to_string);
        tree.head[4] = "损失率".to_string();
        let chart = Chart { kind: Kind::canals(tree), ..trend() };
        for picture in [svg(&chart, Size { width, height: 0 }), svg_file(&chart, Size::PHONE)] {
            well_formed_and_inside(&picture, true);
        }
    }

    #[test]
    fn a_net_never_writes_over_itself(net in any_net(), width in 0_u32..2000) {
        let mut net = net;
        for (nth, node) in net.nodes.iter_mut().enumerate() {
            node.name = format!("{nth}车间 workshop of {nth} people");
            (node.circulation, node.residual) = ("12.40".to_string(), "+4.1 (0.2%)".to_string());
            node.sums = ["310.0", "301.0"].map(str::to_string);
        }
        net.flows.iter_mut().for_each(|flow| flow.label = "12.4".to_string());
        let flows = Chart { kind: Kind::flows(net.clone()), ..trend() };
        let boxes = Chart { kind: Kind::boxes(net), ..trend() };
        let drawn = svg(&flows, Size { width, height: 0 });
        Picture::new(&drawn).water_runs_from_node_to_node();
        for chart in [flows, boxes] {
            well_formed_and_inside(&svg(&chart, Size { width, height: 0 }), true);
            well_formed_and_inside(&svg_file(&chart, Size::PHONE), true);
        }
    }

    #[test]
    fn words_of_a_works_lie_on_no_water(net in any_works(), width in 360_u32..1400) {
        let text = svg(&Chart { kind: Kind::flows(net), ..trend() }, Size { width, height: 0 });
        well_formed_and_inside(&text, true);
        let picture = Picture::new(&text);
        picture.water_runs_from_node_to_node();
        picture.words_lie_on_nothing();
        picture.is_whole();
    }

    #[test]
    fn the_table_is_rectangular_and_ascending(chart in any_chart()) {
        let table = table(&chart);
        prop_assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
        if chart.kind.scrolls() || matches!(chart.x, Axis::Named(_)) {
            return Ok(());
        }
        let years: Vec<f64> = table.rows.iter().map(|row| row[0].parse().expect("a number")).collect();
        prop_assert!(years.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
