//! Charts of a plan: the cost curve, the shares of the measures, what is in hand year by year, what the value hangs on most.

use crate::numeric::in_order;
use std::sync::Arc;

use super::amount::{in_unit, letter, told, unit_of};
use crate::chart::{Axis, Chart, CostBlock, CostCurve, Form, Kind, Point, Role, Series};
use crate::evaluate::{MeasureFigures, RetrofitPlan, SWING, Subject, Swing};
use crate::ledger::{RETROFIT_MEASURES, RetrofitMeasureColumn, Row, RowId};
use crate::metric::{Figure, RowResults};
use crate::quantity::{Quantity, Unit};
use crate::show::finding::is_sound;
use crate::show::plant::changed_water;
use crate::text::{Key, Language, Message, number};

/// The charts of a plan's measures that have something to say.
pub fn measure_charts(sheet: &Row, found: &RetrofitPlan, language: Language) -> Vec<Chart> {
    let all = [cost_curve(sheet, found, language), shares(sheet, found, language)];
    all.into_iter().flatten().collect()
}

/// The charts of a plan's money that have something to say.
pub fn money_charts(found: &RetrofitPlan, language: Language) -> Vec<Chart> {
    [in_hand(found, language), swings(found, language)].into_iter().flatten().collect()
}

/// Where a plant's water goes, before and after: what stays as it is steps back.
pub fn flow_charts(found: &RetrofitPlan, language: Language) -> Vec<Chart> {
    let plant = |subject: &Option<Arc<dyn Subject>>| subject.as_ref()?.plant().cloned();
    let Some((before, after)) = plant(&found.before).zip(plant(&found.after)) else { return Vec::new() };
    let titled = |(chart, side): (Option<Chart>, Key)| {
        let chart = chart?;
        let title = format!("{} · {}", side.say(language), chart.title);
        let id = format!("{}-{}", chart.id, side.say(Language::English).to_lowercase());
        Some(Chart { id, title, ..chart })
    };
    let sides = [Key::ColumnBeforeRetrofit, Key::ColumnAfterRetrofit];
    changed_water([&before, &after], language).into_iter().zip(sides).filter_map(titled).collect()
}

/// The measures that save something, each with its name.
fn saving<'p>(sheet: &Row, found: &'p RetrofitPlan) -> Vec<(String, &'p MeasureFigures)> {
    let name = |one: &MeasureFigures| {
        let row = sheet.row(&RETROFIT_MEASURES, RowId(one.key()))?;
        Some(row[RetrofitMeasureColumn::Name].trim().to_string())
    };
    found.measures.iter().filter_map(|one| Some((name(one)?, one))).collect()
}

/// 节水成本曲线.
pub fn cost_curve(sheet: &Row, found: &RetrofitPlan, language: Language) -> Option<Chart> {
    let say = |key: Key| key.say(language).to_string();
    struct Known<'p> {
        letter: String,
        name: String,
        of: &'p MeasureFigures,
        saving: &'p Figure,
        cost: &'p Figure,
    }
    let known =
        |(place, (name, of)): (usize, (String, &'_ MeasureFigures))| (letter(place), name, of.clone());
    let all: Vec<(String, String, MeasureFigures)> =
        saving(sheet, found).into_iter().enumerate().map(known).collect();
    let blocks: Vec<Known> = all
        .iter()
        .filter_map(|(letter, name, of)| {
            Some(Known {
                letter: letter.clone(),
                name: name.clone(),
                of,
                saving: of.saving()?,
                cost: of.net_cost.as_ref()?,
            })
        })
        .filter(|known| known.saving.value() > 0.0)
        .collect();
    if blocks.is_empty() {
        return None;
    }
    // What pays for itself by its value, for of two with the same gain the one that saves less has the lower cost; the rest by cost.
    let value = |known: &Known| known.of.value.as_ref().map_or(0.0, Figure::value);
    let blocks = in_order(blocks, |one, other| {
        let pays = |known: &Known| known.cost.value() < 0.0;
        match (pays(one), pays(other)) {
            (true, true) => value(other).total_cmp(&value(one)),
            (false, false) => one.cost.value().total_cmp(&other.cost.value()),
            (one, other) => other.cmp(&one),
        }
    });
    let unit = unit_of(&blocks.iter().map(|known| known.saving.quantity()).collect::<Vec<_>>());
    let sum = |pays: bool| -> f64 {
        let of = blocks.iter().filter(|known| (known.cost.value() < 0.0) == pays);
        of.filter_map(|known| in_unit(known.saving.quantity(), unit)).sum()
    };
    let symbol = unit.symbol(language);
    let group = |key: Key, pays: bool| {
        Message::new(key).with("volume", told(sum(pays))).with("unit", symbol).say(language)
    };
    let paying = blocks.iter().filter(|known| known.cost.value() < 0.0).count();
    let is_told = blocks.iter().all(|known| is_sound(known.cost) && is_sound(known.saving));
    let title = match paying {
        _ if !is_told => say(Key::ChartCostCurveTitle),
        0 => say(Key::FindingNonePays),
        _ => Message::new(Key::FindingPays)
            .with("count", paying.to_string())
            .with("volume", told(sum(true)))
            .with("unit", symbol)
            .say(language),
    };
    let cost_unit = Unit::YuanPerCubicMetre.symbol(language);
    let block = |known: &Known| CostBlock {
        letter: known.letter.clone(),
        name: known.name.clone(),
        width: in_unit(known.saving.quantity(), unit).unwrap_or(0.0),
        height: known.cost.value(),
        labels: [told(in_unit(known.saving.quantity(), unit).unwrap_or(0.0)), number(known.cost.value(), 2)],
        is_chosen: known.of.is_in_plan,
        chosen: say(if known.of.is_in_plan { Key::PlanChosen } else { Key::PlanNotChosen }),
    };
    let head = |key: Key, unit: &str| format!("{} ({unit})", key.say(language));
    let curve = CostCurve {
        head: [
            say(Key::ColumnMeasure),
            head(Key::ColumnSavingInPlan, symbol),
            head(Key::ColumnNetCost, cost_unit),
            say(Key::ColumnStanding),
        ],
        groups: [group(Key::CurvePays, true), group(Key::CurveCosts, false)],
        below: Message::new(Key::CurveBelow).with("unit", symbol).with("cost", cost_unit).say(language),
        blocks: blocks.iter().map(block).collect(),
    };
    Some(Chart {
        id: "cost-curve".to_string(),
        kind: Kind::cost_curve(curve),
        title,
        subtitle: say(Key::ChartCostCurveTitle),
        description: say(Key::ChartCostCurveNote),
        unit: cost_unit.to_string(),
        decimals: 2,
        source: say(Key::ChartCostCurveNote),
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    })
}

/// What each measure adds to the saving, one beginning where the one before ends.
pub fn shares(sheet: &Row, found: &RetrofitPlan, language: Language) -> Option<Chart> {
    let say = |key: Key| key.say(language).to_string();
    let whole = found.plan.saving.as_ref()?;
    let chosen: Vec<(String, &Figure)> = saving(sheet, found)
        .into_iter()
        .filter_map(|(name, of)| Some((name, of.in_plan.as_ref()?)))
        .collect();
    // Nothing saved is no picture.
    if chosen.len() < 2 || whole.value() == 0.0 {
        return None;
    }
    let unit = unit_of(&[whole.quantity()]);
    let mut so_far = 0.0;
    let mut points = Vec::new();
    for (place, (_, figure)) in chosen.iter().enumerate() {
        let amount = in_unit(figure.quantity(), unit)?;
        let point = Point::new(place as f64, so_far + amount, told(amount));
        points.push(Point { from: Some(so_far), is_incomplete: figure.is_incomplete(), ..point });
        so_far += amount;
    }
    points.push(Point {
        is_incomplete: whole.is_incomplete(),
        ..Point::new(
            chosen.len() as f64,
            in_unit(whole.quantity(), unit)?,
            told(in_unit(whole.quantity(), unit)?),
        )
    });
    let most = chosen.iter().max_by(|one, other| one.1.value().total_cmp(&other.1.value()))?;
    let share = number(100.0 * most.1.value() / whole.value(), 0);
    let is_told = is_sound(whole) && whole.value() > 0.0;
    let title = match is_told {
        true => {
            Message::new(Key::FindingLargestShare).with("measure", &most.0).with("share", share).say(language)
        }
        false => say(Key::ChartSharesTitle),
    };
    let names = chosen.iter().map(|(name, _)| name.clone()).chain([say(Key::PlanTotal)]).collect();
    Some(Chart {
        id: "saving-shares".to_string(),
        kind: Kind::Bars,
        title,
        subtitle: say(Key::ChartSharesTitle),
        description: say(Key::ChartSharesNote),
        unit: unit.symbol(language).to_string(),
        x_title: say(Key::ColumnMeasure),
        x: Axis::Named(names),
        decimals: 0,
        series: vec![Series {
            name: say(Key::ColumnSavingInPlan),
            role: Role::Own,
            form: Form::Over,
            points,
        }],
        source: say(Key::ChartSourceOwn),
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    })
}

/// What is in hand after each year.
pub fn in_hand(found: &RetrofitPlan, language: Language) -> Option<Chart> {
    let say = |key: Key| key.say(language).to_string();
    let money = found.plan.money.as_ref()?;
    let (plain, discounted) = (money.in_hand(false), money.in_hand(true));
    let last = plain.last()?;
    let unit = unit_of(&[last.quantity(), money.own.quantity()]);
    let point = |(year, figure): (usize, &Figure)| {
        let scale = Quantity::new(1.0, figure.quantity().unit).to(unit)?.value;
        let (value, u) = (figure.value() * scale, figure.u() * scale);
        let point = Point::new(year as f64, value, told(value));
        let point = Point { is_incomplete: figure.is_incomplete(), ..point };
        Some(if u > 0.0 { Point { low: Some(value - u), high: Some(value + u), ..point } } else { point })
    };
    let series = |name: Key, role: Role, figures: &[Figure], has_band: bool| Series {
        name: say(name),
        role,
        points: figures
            .iter()
            .enumerate()
            .filter_map(point)
            .map(|point| if has_band { point } else { Point { low: None, high: None, ..point } })
            .collect(),
        ..Series::default()
    };
    let payback = found.plan.payback.as_ref();
    let years = plain.len() - 1;
    let ends = in_unit(last.quantity(), unit).map_or_else(String::new, told);
    let title = match payback.filter(|payback| is_sound(payback) && is_sound(last)) {
        Some(payback) if payback.value() <= years as f64 => Message::new(Key::FindingPaysBack)
            .with("payback", number(payback.value(), 1))
            .with("years", years.to_string())
            .with("amount", ends)
            .with("unit", unit.symbol(language))
            .say(language),
        Some(_) => Message::new(Key::FindingPaysNotBack).with("years", years.to_string()).say(language),
        None => say(Key::ChartInHandTitle),
    };
    let has_band = plain.iter().any(|figure| figure.u() > 0.0);
    Some(Chart {
        id: "in-hand".to_string(),
        title,
        subtitle: Message::new(Key::ChartInHandDrawn).with("unit", unit.symbol(language)).say(language),
        description: say(Key::ChartInHandNote),
        unit: unit.symbol(language).to_string(),
        x_title: say(Key::ChartYearsOn),
        x: Axis::Numbers,
        decimals: 1,
        series: vec![
            series(Key::SeriesWithoutInterest, Role::Own, &plain, true),
            series(Key::SeriesWithInterest, Role::Reference, &discounted, false),
        ],
        interval: if has_band { say(Key::IntervalOneU) } else { String::new() },
        source: say(Key::ChartSourceOwn),
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    })
}

/// What the value hangs on most: each input a fifth lower and higher.
pub fn swings(found: &RetrofitPlan, language: Language) -> Option<Chart> {
    let say = |key: Key| key.say(language).to_string();
    let value = found.plan.value.as_ref()?;
    let swings = found.plan.money.as_ref()?.swings();
    let first = swings.first()?;
    let unit = unit_of(&[value.quantity()]);
    let now = in_unit(value.quantity(), unit)?;
    let points = |of: fn(&Swing) -> Quantity| {
        let point = |(place, swing): (usize, &Swing)| {
            let end = in_unit(of(swing), unit)?;
            Some(Point { from: Some(now), ..Point::new(place as f64, end, told(end)) })
        };
        swings.iter().enumerate().filter_map(point).collect()
    };
    let swing = number(100.0 * SWING, 0);
    let name = |key: Key| Message::new(key).with("share", &swing).say(language);
    Some(Chart {
        id: "value-swings".to_string(),
        kind: Kind::Bars,
        title: Message::new(Key::FindingSwing).with_words("input", first.input.words()).say(language),
        subtitle: Message::new(Key::ChartSwingsTitle)
            .with("share", &swing)
            .with("unit", unit.symbol(language))
            .say(language),
        description: say(Key::ChartSwingsNote),
        unit: unit.symbol(language).to_string(),
        x_title: say(Key::ChartSwingInput),
        x: Axis::Named(swings.iter().map(|swing| swing.input.say(language).to_string()).collect()),
        decimals: 1,
        series: vec![
            Series {
                name: name(Key::SeriesLower),
                role: Role::Reference,
                form: Form::Over,
                points: points(|swing| swing.lower),
            },
            Series {
                name: name(Key::SeriesHigher),
                role: Role::Own,
                form: Form::Over,
                points: points(|swing| swing.higher),
            },
        ],
        source: say(Key::ChartSourceOwn),
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    })
}
