//! Nets of flows as the pages make them: a works, a plant with many units, and nets that make no sense.

use water_ledger::chart::*;

fn node(name: &str, role: NodeRole, group: &str, sums: [f64; 2]) -> FlowNode {
    let write = |sum: f64| if sum > 0.0 { format!("{sum:.1}") } else { String::new() };
    FlowNode {
        name: name.to_string(),
        role,
        group: group.to_string(),
        sums: sums.map(write),
        ..FlowNode::default()
    }
}

fn flow(from: usize, to: usize, water: Water, amount: f64) -> Flow {
    Flow { from, to, amount: Some(amount), label: format!("{amount:.1}"), water, ..Flow::default() }
}

fn words() -> FlowWords {
    FlowWords {
        head: ["来自", "去向", "水的种类", "水量"].map(str::to_string),
        waters: ["新水", "非常规水", "串联水", "回用水", "排水", "耗水", "漏失"].map(str::to_string),
        circulation: "循环".to_string(),
        sums: ["入", "出"].map(str::to_string),
        residual: ["差额", "允许", "超限"].map(str::to_string),
        unknown: "未计量".to_string(),
        off: "差".to_string(),
        again: "串联与回用".to_string(),
        totals: ["1460.0", "220.0", "350.0", "927.0", "396.0", "35.0", "4800.0"].map(str::to_string),
        hidden: "未画出的小水量".to_string(),
    }
}

pub fn chart(kind: Kind) -> Chart {
    Chart {
        id: "flows".to_string(),
        kind,
        title: "清河纺织厂水流图，2024年".to_string(),
        description: "取新水1460.0 m³/d，其中260.0 m³/d经深度处理后回用。".to_string(),
        unit: "m³/d".to_string(),
        decimals: 1,
        source: "来源：2024年水平衡测试".to_string(),
        no_data: "尚无用水单元".to_string(),
        ..Chart::default()
    }
}

/// A small works with a loop of reclaimed water, a cascade, a circulation and an amount nobody metered.
pub fn works() -> FlowNet {
    use NodeRole::*;
    let (main, side) = ("主要生产", "辅助与附属生产");
    let mut nodes = vec![
        node("市政自来水", Source, "", [0.0, 1240.0]),
        node("厂区雨水", Source, "", [0.0, 220.0]),
        node("软化水站", Treatment, side, [820.0, 817.5]),
        node("漂染车间", Use, main, [930.0, 925.0]),
        node("水洗车间", Use, main, [310.0, 301.0]),
        node("空压站循环冷却塔", Use, side, [150.0, 150.0]),
        node("办公与食堂", Use, side, [240.0, 240.0]),
        node("污水处理站", WastewaterTreatment, side, [1187.0, 1187.0]),
        node("市政污水管网", Discharge, "", [927.0, 0.0]),
        node("耗水", Consumption, "", [396.0, 0.0]),
        node("漏失", Leakage, "", [35.0, 0.0]),
    ];
    nodes[5].circulation = "4800.0".to_string();
    (nodes[2].residual, nodes[2].severity) = ("+2.5（0.3%）".to_string(), Severity::Within);
    (nodes[4].residual, nodes[4].severity) = ("+9.0（2.9%）".to_string(), Severity::Exceeds);
    (nodes[3].residual, nodes[3].severity) = ("+5.0（0.5%）".to_string(), Severity::Within);
    let mut flows = vec![
        flow(0, 2, Water::Fresh, 820.0),
        flow(2, 3, Water::Fresh, 670.0),
        flow(2, 5, Water::Fresh, 60.0),
        flow(2, 7, Water::Discharge, 87.5),
        flow(0, 4, Water::Fresh, 180.0),
        flow(0, 6, Water::Fresh, 240.0),
        flow(1, 5, Water::NonConventional, 90.0),
        flow(1, 4, Water::NonConventional, 130.0),
        flow(4, 3, Water::Reused, 90.0),
        flow(7, 3, Water::Reclaimed, 260.0),
        flow(3, 7, Water::Discharge, 780.0),
        flow(4, 7, Water::Discharge, 180.0),
        flow(6, 7, Water::Discharge, 140.0),
        flow(7, 8, Water::Discharge, 927.0),
        flow(3, 9, Water::Consumption, 145.0),
        flow(4, 9, Water::Consumption, 31.0),
        flow(5, 9, Water::Consumption, 150.0),
        flow(6, 9, Water::Consumption, 70.0),
        flow(6, 10, Water::Leakage, 30.0),
        flow(0, 10, Water::Leakage, 5.0),
        flow(5, 7, Water::Discharge, 0.0),
    ];
    flows.push(Flow {
        from: 1,
        to: 6,
        amount: None,
        label: String::new(),
        water: Water::NonConventional,
        ..Flow::default()
    });
    FlowNet { words: words(), nodes, flows, least: 0.0 }
}

pub fn works_in_english() -> Chart {
    let mut net = works();
    let names = [
        "Municipal supply",
        "Rain water",
        "Softening plant",
        "Bleaching and dyeing workshop",
        "Washing workshop",
        "Cooling tower of the compressors",
        "Offices and canteen",
        "Wastewater treatment plant",
        "Municipal sewer",
        "Consumption",
        "Leakage",
    ];
    for (node, name) in net.nodes.iter_mut().zip(names) {
        node.name = name.to_string();
        node.group = match node.group.as_str() {
            "" => "",
            "主要生产" => "Main production",
            _ => "Auxiliary and ancillary production",
        }
        .to_string();
        node.residual = node.residual.replace('（', " (").replace('）', ")");
    }
    net.words = FlowWords {
        head: ["From", "To", "Kind of water", "Amount"].map(str::to_string),
        waters: ["Fresh", "Non-conventional", "Cascaded", "Reclaimed", "Discharge", "Consumption", "Leakage"]
            .map(str::to_string),
        circulation: "Circulation".to_string(),
        sums: ["In", "Out"].map(str::to_string),
        residual: ["Residual", "allowed", "too large"].map(str::to_string),
        unknown: "not metered".to_string(),
        off: "off by".to_string(),
        again: "Used again".to_string(),
        totals: net.words.totals.clone(),
        hidden: "Small flows not drawn".to_string(),
    };
    Chart {
        title: "Water of the Qinghe textile works, 2024".to_string(),
        description: "1460.0 m³/d are taken in, and 260.0 m³/d treated and used again.".to_string(),
        source: "Source: water balance test, 2024".to_string(),
        no_data: "No units yet".to_string(),
        ..chart(Kind::flows(net))
    }
}

/// A plant of `uses` units in six groups with `extra` flows between them, loops among them.
pub fn plant(uses: usize, extra: usize) -> FlowNet {
    use NodeRole::*;
    let groups = ["炼铁", "炼钢", "轧钢", "动力", "焦化", "生活"];
    let mut nodes = vec![
        node("地表水", Source, "", [0.0, 9000.0]),
        node("地下水", Source, "", [0.0, 2100.0]),
        node("净水站", Treatment, "动力", [9000.0, 8900.0]),
        node("综合污水厂", WastewaterTreatment, "动力", [5200.0, 5200.0]),
        node("总排口", Discharge, "", [3100.0, 0.0]),
        node("耗水", Consumption, "", [4800.0, 0.0]),
        node("漏失", Leakage, "", [310.0, 0.0]),
    ];
    let mut flows = vec![flow(0, 2, Water::Fresh, 9000.0), flow(3, 4, Water::Discharge, 3100.0)];
    let first = nodes.len();
    for nth in 0..uses {
        let at = nodes.len();
        let amount = 900.0 / (nth + 2) as f64 + (nth * 7 % 13) as f64;
        let mut unit = node(
            &format!("{}{}号机组", groups[nth % 6], nth / 6 + 1),
            Use,
            groups[nth % 6],
            [amount, amount],
        );
        if nth % 5 == 0 {
            unit.circulation = format!("{:.0}", amount * 24.0);
        }
        nodes.push(unit);
        flows.push(flow(if nth % 9 == 4 { 1 } else { 2 }, at, Water::Fresh, amount * 0.8));
        flows.push(flow(at, 5, Water::Consumption, amount * 0.45));
        flows.push(flow(at, 3, Water::Discharge, amount * 0.5));
        if nth % 8 == 3 {
            flows.push(flow(at, 6, Water::Leakage, amount * 0.05));
            flows.push(flow(3, at, Water::Reclaimed, amount * 0.2));
        }
    }
    for nth in 0..extra {
        let (from, to) = (first + nth * 31 % uses, first + (nth * 17 + nth / 7 + 1) % uses);
        flows.push(flow(from, to, Water::Reused, 2.0 + (nth % 23) as f64));
    }
    FlowNet { words: words(), nodes, flows, least: 0.0 }
}

/// Units and flows that make no sense: amounts that are none, ends that are nowhere, water to itself.
pub fn nonsense() -> FlowNet {
    let mut net = works();
    net.flows[0].amount = Some(f64::NAN);
    net.flows[1].amount = Some(-4.0);
    net.flows[2].amount = Some(f64::INFINITY);
    net.flows[4].amount = Some(f64::MAX);
    net.flows[5].to = 99;
    net.flows[6].from = usize::MAX;
    for _ in 0..4 {
        net.flows.push(flow(3, 3, Water::Reused, 77.0));
    }
    net.flows.push(flow(8, 0, Water::Reclaimed, 12.0));
    net.flows.push(flow(9, 10, Water::Fresh, 3.0));
    net.least = f64::NAN;
    net
}

/// Names and figures longer than any picture.
pub fn long_names() -> FlowNet {
    let mut net = works();
    for node in &mut net.nodes {
        node.name = format!("{}（含附属的锅炉房、化验室、检修间及其全部辅助设施在内）", node.name);
        node.group = node.group.repeat(12);
        node.residual = node.residual.repeat(8);
        node.sums = node.sums.clone().map(|sum| sum.repeat(9));
    }
    net.flows.iter_mut().for_each(|flow| flow.label = flow.label.repeat(9));
    net
}

/// A source that gives nothing yet, and two units between which nothing flows, so that neither is in the picture.
pub fn dry() -> FlowNet {
    let name = |name, role| node(name, role, "", [0.0, 0.0]);
    FlowNet {
        nodes: vec![
            name("水厂", NodeRole::Source),
            name("漂染车间", NodeRole::Use),
            name("锅炉房", NodeRole::Use),
        ],
        flows: vec![flow(1, 2, Water::Reused, 0.0)],
        words: words(),
        ..FlowNet::default()
    }
}

/// One unit without any flow.
pub fn one_node() -> FlowNet {
    FlowNet {
        nodes: vec![node("漂染车间", NodeRole::Use, "", [0.0, 0.0])],
        words: words(),
        ..FlowNet::default()
    }
}
