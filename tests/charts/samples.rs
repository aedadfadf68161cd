//! Charts as the pages make them, with the figures of districts that do not exist.

use water_ledger::chart::*;

/// Coefficients of a district against the national values and the targets.
pub fn trend() -> Chart {
    let series = |name: &str, role, values: &[(i32, f64)]| Series {
        name: name.to_string(),
        role,
        points: values
            .iter()
            .map(|(year, value)| Point::new(f64::from(*year), *value, format!("{value:.3}")))
            .collect(),
        ..Series::default()
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
        ..Chart::default()
    }
}

pub fn trend_in_english() -> Chart {
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

pub fn one_point() -> Chart {
    let mut chart = trend();
    chart.series.truncate(1);
    chart.series[0].points.truncate(1);
    chart
}

pub fn hostile() -> Chart {
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
pub fn uncertain() -> Chart {
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

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| word.to_string()).collect()
}

fn series(name: &str, role: Role, values: &[f64], decimals: usize) -> Series {
    let points = values.iter().enumerate();
    let points = points.map(|(at, value)| Point::new(at as f64, *value, format!("{value:.decimals$}")));
    Series { name: name.to_string(), role, points: points.collect(), ..Series::default() }
}

fn bars(id: &str, title: &str, names: &[&str]) -> Chart {
    Chart {
        id: id.to_string(),
        kind: Kind::Bars,
        title: title.to_string(),
        x: Axis::Named(words(names)),
        source: "来源：青石灌区测算".to_string(),
        no_data: "尚无数据".to_string(),
        ..Chart::default()
    }
}

/// The coefficients of a region by size class, against their thresholds.
pub fn classes() -> Chart {
    let names = ["大型灌区", "重点中型灌区", "一般中型灌区", "小型灌区", "纯井灌区"];
    let mut own = series("测算值", Role::Own, &[0.552, 0.574, 0.591, 0.638, 0.786], 3);
    for (point, half) in own.points.iter_mut().zip([0.012, 0.018, 0.022, 0.031, 0.020]) {
        (point.low, point.high) = (Some(point.y - half), Some(point.y + half));
    }
    Chart {
        description: "大型灌区和纯井灌区未达到限值，其余各类达到。".to_string(),
        unit: "灌溉水有效利用系数".to_string(),
        x_title: "规模".to_string(),
        decimals: 3,
        series: vec![own, series("限值", Role::Target, &[0.56, 0.57, 0.58, 0.60, 0.80], 2)],
        interval: "95% 区间".to_string(),
        ..bars("classes", "各类灌区的系数与限值", &names)
    }
}

/// What contributes how much to the uncertainty of a coefficient.
pub fn budget() -> Chart {
    let names = [
        "Gross water at the head works",
        "Soil moisture before irrigation, plot 3 of the wheat fields",
        "Bulk density of the soil",
        "Irrigated area",
        "Soil moisture after irrigation",
        "Depth of the moist layer",
        "Net water of the paddy fields",
    ];
    Chart {
        description: "The gross water contributes more than half of the uncertainty.".to_string(),
        unit: "share of the variance (%)".to_string(),
        x_title: "Input".to_string(),
        decimals: 1,
        series: vec![series("Share", Role::Own, &[54.2, 18.7, 11.3, 8.4, 4.9, 2.1, 0.4], 1)],
        source: "Source: first-order propagation".to_string(),
        ..bars("budget", "Where the uncertainty comes from", &names)
    }
}

/// What the canals lose now and would lose when lined; of one nothing is known.
pub fn losses() -> Chart {
    let names: Vec<String> = (1..=32).map(|nth| format!("东干渠{nth}支渠")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let now: Vec<f64> = (0..32).map(|nth| 142.0 / f64::from(nth + 2) + f64::from(nth * 7 % 5)).collect();
    let lined: Vec<f64> = now.iter().map(|loss| loss * 0.42).collect();
    let mut now = series("现状", Role::Own, &now, 1);
    now.points[4].y = f64::NAN;
    Chart {
        description: "首条支渠损失最大。".to_string(),
        unit: "损失水量（万m³）".to_string(),
        x_title: "渠道".to_string(),
        decimals: 1,
        series: vec![now, series("衬砌后", Role::Reference, &lined, 1)],
        ..bars("losses", "各支渠的损失水量", &names)
    }
}

/// What a crop needs month by month: columns for rain and requirement, a line for its evapotranspiration.
pub fn season() -> Chart {
    let months: Vec<String> = (1..=12).map(|month| format!("{month}月")).collect();
    let columns =
        |name, role, values: &[f64]| Series { form: Form::Columns, ..series(name, role, values, 0) };
    let need = [9.0, 22.0, 61.0, 84.0, 98.0, 41.0, 0.0, 0.0, 12.0, 26.0, 18.0, 8.0];
    let rain = [5.0, 8.0, 14.0, 26.0, 34.0, 71.0, 128.0, 118.0, 52.0, 24.0, 11.0, 4.0];
    let etc = [14.0, 30.0, 75.0, 110.0, 132.0, 112.0, 121.0, 109.0, 64.0, 50.0, 29.0, 12.0];
    Chart {
        id: "season".to_string(),
        title: "作物需水与有效降雨，青石灌区".to_string(),
        description: "5月净需水最多，为98 mm；7月和8月降雨足够。".to_string(),
        unit: "mm".to_string(),
        x_title: "月份".to_string(),
        x: Axis::Named(months),
        decimals: 0,
        series: vec![
            columns("净灌溉需水", Role::Own, &need),
            columns("有效降雨", Role::Reference, &rain),
            series("作物需水 ETc", Role::Own, &etc, 0),
        ],
        source: "来源：青石气象站".to_string(),
        no_data: "尚无数据".to_string(),
        ..Chart::default()
    }
}

/// The flow along a canal, with a step at each offtake, against what it was built for.
pub fn profile() -> Chart {
    let along = |name: &str, role, values: &[(f64, f64)]| Series {
        name: name.to_string(),
        role,
        points: values.iter().map(|(x, y)| Point::new(*x, *y, format!("{y:.2}"))).collect(),
        ..Series::default()
    };
    let flow = [
        (0.0, 12.4),
        (6.2, 11.9),
        (6.2, 9.6),
        (15.8, 9.0),
        (15.8, 6.1),
        (24.5, 5.7),
        (24.5, 2.2),
        (38.5, 1.84),
    ];
    Chart {
        id: "profile".to_string(),
        title: "Flow along the east main canal".to_string(),
        description: "The flow falls from 12.40 to 1.84 m³/s over 38.5 km.".to_string(),
        unit: "m³/s".to_string(),
        x_title: "Distance from the head (km)".to_string(),
        x: Axis::Numbers,
        decimals: 2,
        series: vec![
            along("Flow", Role::Own, &flow),
            along("Design flow", Role::Reference, &[(0.0, 14.0), (15.8, 11.0), (24.5, 7.5), (38.5, 3.0)]),
        ],
        source: "Source: gauging of 12 June 2024".to_string(),
        no_data: "No data yet".to_string(),
        ..Chart::default()
    }
}

/// The district's trend, measured with its uncertainty and carried on to the year of the target.
pub fn projection() -> Chart {
    let mut chart = uncertain();
    let years = (2024..=2030).enumerate();
    let points = years.map(|(nth, year)| {
        let (value, half) = (0.588 + 0.0084 * nth as f64, 0.009 + 0.0022 * nth as f64);
        let (low, high) = (Some(value - half), Some(value + half));
        Point { low, high, ..Point::new(f64::from(year), value, format!("{value:.3}")) }
    });
    let points = points.collect();
    chart.series.push(Series {
        name: "趋势外推".to_string(),
        role: Role::Projection,
        points,
        ..Series::default()
    });
    chart.series.push(trend().series.remove(2));
    chart.interval = "95% 区间".to_string();
    chart
}

fn canal_tree(canals: Vec<Canal>) -> CanalTree {
    CanalTree {
        head: ["渠道", "上级", "流入", "流出", "损失率"].map(str::to_string),
        limits: [0.05, 0.10, 0.20],
        classes: ["<5%", "5–10%", "10–20%", "≥20%"].map(str::to_string),
        canals,
    }
}

pub fn canal_chart(tree: CanalTree) -> Chart {
    Chart {
        id: "canals".to_string(),
        kind: Kind::canals(tree),
        title: "青石灌区渠系及其损失".to_string(),
        description: "总干渠流入12.40 m³/s；损失率最高的是西干渠三支渠，为24.1%。".to_string(),
        unit: "m³/s".to_string(),
        source: "来源：2024年6月实测".to_string(),
        no_data: "尚无渠道".to_string(),
        ..Chart::default()
    }
}

fn canal(name: &str, parent: Option<usize>, inflow: f64, share: f64) -> Canal {
    let outflow = inflow * (1.0 - share);
    Canal {
        name: name.to_string(),
        parent,
        inflow,
        outflow,
        loss: Some(share),
        labels: [format!("{inflow:.2}"), format!("{outflow:.2}"), format!("{:.1}%", share * 100.0)],
    }
}

/// A main canal, two branches and their laterals; of one the loss is unknown.
pub fn tree() -> CanalTree {
    let mut canals = vec![
        canal("总干渠", None, 12.40, 0.041),
        canal("东干渠", Some(0), 6.80, 0.072),
        canal("东干渠一支渠", Some(1), 2.10, 0.064),
        canal("东干渠二支渠", Some(1), 1.95, 0.118),
        canal("东干渠三支渠（石桥至青石镇段）", Some(1), 1.20, 0.152),
        canal("东干渠四支渠", Some(1), 0.60, 0.089),
        canal("西干渠", Some(0), 4.70, 0.098),
        canal("西干渠一支渠", Some(6), 1.62, 0.131),
        canal("西干渠二支渠", Some(6), 1.40, 0.186),
        canal("西干渠三支渠", Some(6), 0.85, 0.241),
        canal("西三支一斗", Some(9), 0.31, 0.047),
        canal("西三支二斗", Some(9), 0.28, 0.0),
        canal("直属斗渠", Some(0), 0.25, 0.035),
    ];
    (canals[11].loss, canals[11].labels[2]) = (None, "未测".to_string());
    canal_tree(canals)
}

pub fn canals() -> Chart {
    canal_chart(tree())
}

pub fn canals_in_english() -> Chart {
    let mut tree = tree();
    tree.head = ["Canal", "Leaves", "Inflow", "Outflow", "Lost"].map(str::to_string);
    let names = [
        "Main canal",
        "East branch canal",
        "East lateral 1",
        "East lateral 2",
        "East lateral 3 from the stone bridge to Qingshi",
        "East lateral 4",
        "West branch canal",
        "West lateral 1",
        "West lateral 2",
        "West lateral 3",
        "West ditch 3-1",
        "West ditch 3-2",
        "Direct ditch",
    ];
    for (canal, name) in tree.canals.iter_mut().zip(names) {
        canal.name = name.to_string();
    }
    tree.canals[11].labels[2] = "not measured".to_string();
    let mut chart = canal_chart(tree);
    chart.title = "Canals of Qingshi District and what they lose".to_string();
    chart.description = "12.40 m³/s enter the main canal; west lateral 3 loses most, 24.1%.".to_string();
    chart.source = "Source: gauging in June 2024".to_string();
    chart.no_data = "No canals yet".to_string();
    chart
}

/// More canals than can be drawn: one main canal, 9 branches, 90 laterals and 400 ditches.
pub fn many_canals() -> Chart {
    let mut canals = vec![canal("总干渠", None, 48.0, 0.032)];
    for nth in 0..9 {
        canals.push(canal(&format!("{}干渠", nth + 1), Some(0), 9.2 - f64::from(nth) * 0.9, 0.045));
    }
    for nth in 0..90 {
        let share = 0.03 + f64::from(nth * 37 % 23) / 100.0;
        let inflow = 0.9 - f64::from(nth) * 0.007;
        canals.push(canal(
            &format!("{}干{}支渠", nth % 9 + 1, nth / 9 + 1),
            Some(1 + nth as usize % 9),
            inflow,
            share,
        ));
    }
    for nth in 0..400 {
        canals.push(canal(&format!("第{}斗渠", nth + 1), Some(10 + nth % 90), 0.08, 0.05));
    }
    canal_chart(canal_tree(canals))
}
