//! Cooling systems, and what more cycles of concentration would save.

use crate::chart::{Axis, Chart, Form, Point, Role, Series};
use crate::evaluate::PeriodResults;
use crate::industry::{
    CoolingConvention, CoolingMakeupDriftAdded, CoolingMakeupLimited, EvaporationDriftAndCycles,
};
use crate::ledger::{COOLING, CoolingColumn, Row};
use crate::metric::Metric;
use crate::plant::CoolingFigures;
use crate::show::paper::row_name;
use crate::show::table_view::filled;
use crate::text::{Key, Language, number};

/// The cycles for which make-up is drawn, in steps of a tenth.
const FROM: u32 = 15;
const TO: u32 = 100;

/// Each system with its name and what it comes to.
pub fn cooling_systems<'f>(sheet: &Row, found: &'f PeriodResults) -> Vec<(String, &'f CoolingFigures)> {
    filled(sheet.rows(&COOLING), &found.figures.cooling)
        .filter_map(|(place, row, figures)| Some((row_name(&row[CoolingColumn::Name], place), figures?)))
        .collect()
}

/// Make-up against cycles of concentration, each system a line, its present state a mark; none without evaporation.
pub fn makeup_curve(sheet: &Row, found: &PeriodResults, language: Language) -> Option<Chart> {
    let systems = cooling_systems(sheet, found);
    let convention = |figures: &CoolingFigures| {
        let system = found.plant.cooling.iter().find(|system| system.key == figures.key);
        system.map_or(CoolingConvention::SaltBalance, |system| system.convention)
    };
    let mut series = Vec::new();
    for (name, figures) in &systems {
        let convention = convention(figures);
        let Some(evaporation) = figures.evaporation.as_ref().map(|figure| figure.value()) else { continue };
        let drift = figures.drift.as_ref().map_or(0.0, |figure| figure.value());
        let point = |tenths: u32| {
            let cycles = f64::from(tenths) / 10.0;
            let makeup = makeup(convention, evaporation, drift, cycles);
            Point::new(cycles, makeup, number(makeup, 1))
        };
        series.push(Series {
            name: name.clone(),
            // The present state is drawn on top of the curve.
            role: Role::Reference,
            form: Form::Line,
            points: (FROM..=TO).step_by(5).map(point).collect(),
        });
        if let (Some(cycles), Some(now)) = (&figures.cycles, &figures.makeup) {
            let point = Point::new(cycles.value(), now.value(), number(now.value(), 1));
            series.push(Series {
                name: crate::text::Message::new(Key::ChartMakeupNow)
                    .with("system", name.clone())
                    .say(language),
                role: Role::Target,
                form: Form::Line,
                points: vec![point],
            });
        }
    }
    if series.is_empty() {
        return None;
    }
    let say = |key: Key| key.say(language).to_string();
    Some(Chart {
        id: "plant-makeup".to_string(),
        title: say(Key::ChartMakeupTitle),
        subtitle: say(Key::ChartMakeupDrawn),
        description: say(Key::ChartMakeupDescription),
        unit: "m³/h".to_string(),
        x_title: say(Key::ColumnCycles),
        x: Axis::Numbers,
        decimals: 1,
        series,
        source: say(Key::ChartSourceOwn),
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    })
}

fn makeup(convention: CoolingConvention, evaporation: f64, drift: f64, cycles: f64) -> f64 {
    let system = EvaporationDriftAndCycles { evaporation, drift, cycles };
    match convention {
        CoolingConvention::SaltBalance => CoolingMakeupLimited::formula(&system),
        CoolingConvention::DriftAdded => CoolingMakeupDriftAdded::formula(&system),
    }
}
