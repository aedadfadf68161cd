//! Flow diagrams and block diagrams of the same nets.

use roxmltree::{Document, Node};
use water_ledger::chart::*;
use water_ledger::ledger::Example;
use water_ledger::show::plant::water_picture;
use water_ledger::text::Language;

use super::drawn::{Drawn, factor_of, number, said};
use super::laws::well_formed_and_inside;
use super::nets::*;
use super::picture::Picture;

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
    Picture::new(&text).water_runs_from_node_to_node();
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
        // Ribbons end where water leaves; boxes name the discharge.
        assert_eq!(nodes, (0..8 + outside / 2).collect::<Vec<_>>());
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
    let flows = with(&document, "data-flow").into_iter();
    let hits =
        flows.filter_map(|(_, flow)| flow.children().find(|node| node.attribute("class") == Some("hit")));
    assert!(hits.clone().count() > 150);
    for hit in hits {
        let width: f64 = hit.attribute("stroke-width").and_then(|width| width.parse().ok()).expect("a width");
        assert!(width >= 12.0, "{width}");
    }
}

#[test]
fn what_is_led_back_runs_below_all_that_lies_between() {
    let picture = Picture::new(&svg(&chart(Kind::flows(works())), Size::WIDE));
    let lane = picture.ways.iter().find(|way| way.flow == Some(9)).expect("the lane");
    let [begin, end] = [lane.places[0], lane.places[lane.places.len() - 1]];
    assert!(end[0] < begin[0], "it leads to the left");
    let lowest = lane.places.iter().map(|place| place[1]).fold(0.0, f64::max);
    let of_ends = |node: &&[f64; 4]| node[0] == end[0] || node[2] == begin[0];
    let met = picture.nodes.iter().filter(of_ends).filter(|node| node[1] < lowest);
    assert!(met.clone().count() >= 2);
    met.for_each(|node| assert!(node[3] < lowest - lane.thickness / 2.0));
}

#[test]
fn water_leaves_in_the_order_of_its_ways() {
    let net = works();
    let picture = Picture::new(&svg(&chart(Kind::flows(net.clone())), Size::WIDE));
    for (nth, node) in net.nodes.iter().enumerate() {
        // Consumed on top, then what goes on, discharged, leaked, led back.
        let rank = |way: &&super::picture::Way| -> Option<(f64, usize)> {
            let flow = &net.flows[way.flow?];
            let rank = match net.nodes[flow.to].role {
                _ if flow.from != nth => return None,
                NodeRole::Consumption => 0,
                NodeRole::Discharge => 2,
                NodeRole::Leakage => 3,
                _ if way.places[way.places.len() - 1][0] < way.places[0][0] => 4,
                _ => 1,
            };
            Some((way.places[0][1], rank))
        };
        let mut ports: Vec<(f64, usize)> = picture.ways.iter().filter_map(|way| rank(&way)).collect();
        ports.sort_by(|a, b| a.0.total_cmp(&b.0));
        assert!(ports.is_sorted_by_key(|(_, rank)| *rank), "{}: {ports:?}", node.name);
    }
    let end = |flow: usize| {
        let way = picture.ways.iter().find(|way| way.flow == Some(flow)).expect("a way");
        [
            way.places[way.places.len() - 1][1] - way.places[0][1],
            way.places[way.places.len() - 1][0] - way.places[0][0],
        ]
    };
    assert!(end(14)[0] < 0.0 && end(18)[0] > 0.0, "up and down");
    assert!(end(13)[0] == 0.0 && end(13)[1] > 0.0, "straight on");
}

#[test]
fn words_of_real_plants_lie_on_no_water() {
    for example in [Example::Works, Example::Smelter, Example::Errors] {
        for language in Language::ALL {
            let results = water_ledger::evaluate::plant(&example.ledger(language), None);
            for found in &results.periods {
                let made = water_picture(found, water_ledger::show::plant::Picture::Ribbons, 0.0, language);
                let chart = made.expect("water").chart;
                for width in [360, 560, 720, 920, 1200, 1800] {
                    let text = svg(&chart, Size { width, height: 300 });
                    well_formed_and_inside(&text, true);
                    let picture = Picture::new(&text);
                    picture.water_runs_from_node_to_node();
                    picture.words_lie_on_nothing();
                    picture.is_whole();
                }
            }
        }
    }
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
    let goes_back = |way: &&super::picture::Way| way.places[way.places.len() - 1][0] < way.places[0][0];
    assert!((1..=24).contains(&Picture::new(&flows).ways.iter().filter(goes_back).count()), "lanes");
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
