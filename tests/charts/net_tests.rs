//! Flow diagrams and block diagrams of the same nets.

use roxmltree::{Document, Node};
use water_ledger::chart::*;

use super::drawn::{Drawn, factor_of, number, said};
use super::laws::{water_runs_from_left_to_right, well_formed_and_inside};
use super::nets::*;

fn both(net: FlowNet) -> [Chart; 2] {
    [chart(Kind::flows(net.clone())), chart(Kind::boxes(net))]
}

fn samples() -> Vec<FlowNet> {
    let odd = [nonsense(), long_names(), dry(), one_node(), FlowNet::default()];
    [works(), plant(60, 20), plant(500, 2000)].into_iter().chain(odd).collect()
}

#[test]
fn the_flows_of_a_works_on_a_wide_screen() {
    let text = svg(&chart(Kind::flows(works())), Size::WIDE);
    insta::assert_snapshot!(text);
    // A ribbon is as thick as its flow, unless it would hardly be seen.
    let document = Document::parse(&text).expect("well-formed");
    let ribbon = |(at, flow): (usize, Node)| {
        let is_ribbon =
            |node: &Node| node.attribute("class").is_some_and(|class| class.starts_with("ribbon "));
        let ribbon = flow.children().find(is_ribbon).expect("a ribbon");
        Some((works().flows[at].amount?, number(&ribbon, "stroke-width")))
    };
    let ribbons: Vec<_> = with(&document, "data-flow").into_iter().filter_map(ribbon).collect();
    assert_eq!(ribbons.len(), 20);
    assert!(factor_of(&ribbons.into_iter().filter(|(amount, _)| *amount > 20.0).collect::<Vec<_>>()) > 0.0);
}

#[test]
fn the_flows_of_a_works_in_english_as_a_file_for_a_phone() {
    let text = svg_file(&works_in_english(), Size::PHONE);
    insta::assert_snapshot!(text);
    water_runs_from_left_to_right(&text);
    let drawn = Drawn::new(&text);
    assert_eq!(said(&drawn.with("title")[0]), works_in_english().title);
    assert_eq!(said(&drawn.with("source")[0]), works_in_english().source);
}

#[test]
fn the_boxes_of_a_works_as_a_file() {
    let text = svg_file(&chart(Kind::boxes(works())), Size::WIDE);
    insta::assert_snapshot!(text);
    // Sources stand on the left, discharges on the right, units between them, and none on another.
    let document = Document::parse(&text).expect("well-formed");
    let place = |node: &Node| {
        let rect = node.children().find(|node| node.has_tag_name("rect")).expect("a box");
        let [x, y, width, height] = ["x", "y", "width", "height"].map(|name| number(&rect, name));
        [x, y, x + width, y + height]
    };
    let boxes: Vec<_> = with(&document, "data-node").iter().map(|(at, node)| (*at, place(node))).collect();
    for (at, one) in &boxes {
        for (other, two) in boxes.iter().filter(|(other, _)| other != at) {
            let column = |at: usize| match works().nodes[at].role {
                NodeRole::Source => 0,
                NodeRole::Discharge => 2,
                _ => 1,
            };
            let apart = if column(*at) == column(*other) {
                one[3] <= two[1] || two[3] <= one[1]
            } else {
                (column(*at) < column(*other)) == (one[2] < two[0])
            };
            assert!(apart, "{one:?} {two:?}");
        }
    }
}

#[test]
fn nets_stay_inside_and_write_over_nothing() {
    for net in samples() {
        for chart in both(net) {
            for size in [Size::WIDE, Size::PHONE] {
                let picture = svg(&chart, size);
                assert_eq!(picture, svg(&chart, size));
                assert!(!picture.contains("NaN") && !picture.contains("inf"));
                well_formed_and_inside(&picture, true);
                well_formed_and_inside(&svg_file(&chart, size), true);
            }
        }
    }
}

#[test]
fn no_units_leave_a_frame_with_words() {
    for chart in both(FlowNet::default()) {
        assert!(svg(&chart, Size::WIDE).contains(">尚无用水单元<"));
        assert!(table(&chart).rows.is_empty());
    }
    assert!(svg(&chart(Kind::flows(one_node())), Size::WIDE).contains(">漂染车间<"));
}

/// What carries an attribute, with its value as a number.
fn with<'a>(document: &'a Document, name: &'a str) -> Vec<(usize, Node<'a, 'a>)> {
    let value = |node: &Node| node.attribute(name).and_then(|value| value.parse().ok());
    document.descendants().filter_map(|node| Some((value(&node)?, node))).collect()
}

#[test]
fn each_node_and_flow_can_be_found_heard_and_chosen() {
    for (chart, outside) in both(works()).into_iter().zip([0, 2]) {
        let text = svg(&chart, Size::WIDE);
        let document = Document::parse(&text).expect("well-formed");
        let mut nodes: Vec<usize> = with(&document, "data-node").iter().map(|(at, _)| *at).collect();
        nodes.sort_unstable();
        // Consumption and leakage have no boxes.
        assert_eq!(nodes, (0..11 - outside).collect::<Vec<_>>());
        let flows = with(&document, "data-flow");
        // The flow of zero is an arrow but no ribbon.
        let zero = flows.iter().filter(|(at, _)| *at == 20).count();
        assert_eq!(zero, outside);
        assert!((0..20).chain([21]).all(|at| flows.iter().any(|(flow, _)| *flow == at)));
        for (_, node) in with(&document, "data-node").iter().chain(&flows) {
            assert_eq!((node.attribute("role"), node.attribute("tabindex")), (Some("button"), Some("0")));
            assert!(node.attribute("aria-label").is_some_and(|label| !label.is_empty()));
        }
        let file = svg_file(&chart, Size::WIDE);
        assert!(!file.contains("tabindex") && file.contains("data-flow=\"9\""));
        assert!(text.contains("<title>污水处理站 → 漂染车间\n回用水 260.0 m³/d</title>"));
        assert!(text.contains(
            "<title>水洗车间\n主要生产\n入 310.0 m³/d\n出 301.0 m³/d\n差额 +9.0（2.9%） 超限</title>"
        ));
    }
}

#[test]
fn what_is_thin_is_hit_as_easily_as_what_is_thick() {
    let text = svg(&chart(Kind::flows(plant(60, 20))), Size::WIDE);
    let document = Document::parse(&text).expect("well-formed");
    for (_, flow) in with(&document, "data-flow") {
        let hit = flow.children().find(|node| node.attribute("class") == Some("hit")).expect("a hit area");
        let width: f64 = hit.attribute("stroke-width").and_then(|width| width.parse().ok()).expect("a width");
        assert!(width >= 12.0, "{width}");
    }
}

#[test]
fn a_loop_is_a_lane_with_an_arrow_below_the_others() {
    let text = svg(&chart(Kind::flows(works())), Size::WIDE);
    let document = Document::parse(&text).expect("well-formed");
    let lanes: Vec<usize> = with(&document, "data-flow")
        .into_iter()
        .filter(|(_, flow)| flow.children().any(|node| node.attribute("class") == Some("head reclaimed")))
        .map(|(at, _)| at)
        .collect();
    assert_eq!(lanes, [9]);
}

#[test]
fn what_is_unknown_is_a_dashed_line_and_said_to_be_so() {
    let [flows, boxes] = both(works()).map(|chart| svg(&chart, Size::WIDE));
    for text in [&flows, &boxes] {
        assert!(text.contains("厂区雨水 → 办公与食堂\n非常规水 未计量</title>"));
        assert!(text.contains(r#"stroke-dasharray="5 4""#));
    }
    assert!(boxes.contains(">未计量</text>"));
}

#[test]
fn small_flows_are_counted_and_many_units_folded() {
    let mut net = works();
    net.least = 0.05;
    assert!(svg(&chart(Kind::flows(net)), Size::WIDE).contains(">未画出的小水量 … +4<"));

    let many = plant(500, 2000);
    let [flows, boxes] = both(many.clone()).map(|chart| svg(&chart, Size::WIDE));
    assert!(flows.matches("data-node=").count() <= 80 && flows.matches("data-flow=").count() <= 200);
    assert!(flows.contains(">… +4"), "the uses without room");
    assert!(flows.contains(">未画出的小水量 … +"));
    assert!(flows.matches(r#"<path class="head "#).count() <= 24, "lanes");
    assert_eq!(boxes.matches(r#"<g class="node""#).count(), 150 + 3);
    assert!(boxes.contains(">… +352<"));
    assert_eq!(table(&chart(Kind::boxes(many.clone()))).rows.len(), many.flows.len() + 100);
}

#[test]
fn the_table_of_a_net_has_flows_then_circulations_then_residuals() {
    let table = table(&chart(Kind::flows(works())));
    assert_eq!(table.head, ["来自", "去向", "水的种类", "水量 (m³/d)"]);
    assert_eq!(table.rows[9], ["污水处理站", "漂染车间", "回用水", "260.0"]);
    assert_eq!(table.rows[21], ["厂区雨水", "办公与食堂", "非常规水", "未计量"]);
    assert_eq!(table.rows[22], ["空压站循环冷却塔", "空压站循环冷却塔", "循环", "4800.0"]);
    assert_eq!(table.rows[25], ["水洗车间", "", "差额 · 超限", "+9.0（2.9%）"]);
    assert_eq!(table.rows.len(), 26);
}

#[test]
fn kinds_of_water_differ_without_colour() {
    let text = svg(&chart(Kind::boxes(works())), Size::WIDE);
    let document = Document::parse(&text).expect("well-formed");
    let mut looks: Vec<(String, [Option<&str>; 2])> = Vec::new();
    for node in document
        .descendants()
        .filter(|node| node.attribute("class").is_some_and(|c| c.starts_with("ribbon ")))
    {
        let look = ["stroke-dasharray", "stroke-width"].map(|name| node.attribute(name));
        let class = node.attribute("class").unwrap_or_default().to_string();
        if look[0] != Some("5 4") && !looks.iter().any(|(other, _)| *other == class) {
            looks.push((class, look));
        }
    }
    assert_eq!(looks.len(), 7);
    for (nth, (_, look)) in looks.iter().enumerate() {
        assert!(looks[..nth].iter().all(|(_, other)| other != look), "{looks:?}");
    }
}
